//! The ways out of a conflict.

use fordela::Lang;
use fordela_words::impossible::{Moved, up_to_hundredths};
use fordela_words::{Phrases, Words, capital, limit};

use crate::document::Block;
use crate::{
    EvenCutReport, FoundReport, Infeasible, KeptFloorsReport, LoweredReport, MoreMoneyReport, Moves, Relaxed,
    WayReport, WayWord,
};

pub(super) fn blocks(infeasible: &Infeasible, words: Words<'_>) -> Vec<Block> {
    let ways = &infeasible.ways_out;
    let mut blocks =
        vec![Block::Heading(words.pick("Minsta ändring som krävs", "The least change that is enough").to_owned())];
    match &ways.cheapest.found {
        Some(found) => {
            let changes = &found.change.changes;
            blocks.push(Block::Items(
                changes.iter().map(|relaxed| format!("{}.", capital(&relaxation(relaxed, words)))).collect(),
            ));
            let sum = (changes.len() > 1).then(|| sum(&found.change, words));
            blocks.push(Block::Paragraph(sentences([sum, Some(tail(&ways.cheapest, found, words))])));
        }
        None => blocks.push(Block::Paragraph(
            words
                .pick(
                    "Ingen hittades innan sökningen avbröts.",
                    "None was found within the effort that is spent on looking.",
                )
                .to_owned(),
        )),
    }
    let others = [
        even_cut(&ways.even_cut, words),
        raised_caps(infeasible, words),
        more_money(&ways.more_money, words),
        kept_floors(&ways.kept_floors, words),
    ];
    let others: Vec<String> = others.into_iter().flatten().collect();
    if !others.is_empty() {
        blocks.push(Block::Heading(words.pick("Andra utvägar", "Other ways out").to_owned()));
        blocks.push(Block::Items(others));
    }
    blocks
}

/// Raising caps alone; nothing where the least change does just that.
fn raised_caps(infeasible: &Infeasible, words: Words<'_>) -> Option<String> {
    let ways = &infeasible.ways_out;
    let is_told = ways.cheapest.change().is_some_and(|moves| moves.changes.iter().all(Relaxed::is_raised));
    let head = words.pick("Höjda tak", "Higher caps");
    let way = &ways.raised_caps;
    match &way.found {
        _ if is_told => None,
        None => no_way(
            way.answer,
            head,
            words.pick("Att bara höja taken räcker inte.", "Raising caps alone is not enough."),
            words,
        ),
        Some(found) => {
            let changes: Vec<String> = found.change.changes.iter().map(|relaxed| relaxation(relaxed, words)).collect();
            let sum = (changes.len() > 1).then(|| sum(&found.change, words));
            let told = sentences([Some(format!("{}.", changes.join("; "))), sum, Some(tail(way, found, words))]);
            Some(format!("{head}: {told}"))
        }
    }
}

/// The same cut of floors.
fn even_cut(way: &WayReport<EvenCutReport>, words: Words<'_>) -> Option<String> {
    let several = words.pick("Samma procentuella sänkning av golven", "The same cut of the floors in per cent");
    let Some(found) = &way.found else {
        let closed = words.pick("Att sänka golven räcker inte.", "Lowering the floors is not enough.");
        return no_way(way.answer, several, closed, words);
    };
    let EvenCutReport { part, all_floors, floors } = &found.change;
    let which = match (all_floors, words.lang) {
        (false, _) => String::new(),
        (true, Lang::Sv) => " av alla golv i utlysningen, eftersom det inte räcker att sänka de oförenliga".to_owned(),
        (true, Lang::En) => " of all floors of the call, as those in conflict are not enough".to_owned(),
    };
    let lowered: Vec<String> = floors.iter().map(|floor| lowered(floor, words)).collect();
    let head = match floors.len() {
        1 => words.pick("Sänkning av golvet", "A cut of the floor in per cent"),
        _ => several,
    };
    let head = format!("{head}: {}{which}.", words.percent_up(part));
    Some(sentences([Some(head), Some(format!("{}.", capital(&lowered.join("; ")))), Some(tail(way, found, words))]))
}

fn lowered(floor: &LoweredReport, words: Words<'_>) -> String {
    let (name, from, to) = (&floor.name, limit::size(floor.written, words), limit::size(floor.new_limit, words));
    match words.lang {
        Lang::Sv => format!("golvet ”{name}” sänks från {from} till {to}"),
        Lang::En => format!("the floor “{name}” is lowered from {from} to {to}"),
    }
}

/// A larger budget.
fn more_money(way: &WayReport<MoreMoneyReport>, words: Words<'_>) -> Option<String> {
    let head = words.pick("Mer pengar", "More money");
    let Some(found) = &way.found else {
        let closed = words.pick(
            "Mer pengar hjälper inte, hur stor budgeten än blir.",
            "More money does not help, however large the budget.",
        );
        return no_way(way.answer, head, closed, words);
    };
    Some(sentences([Some(format!("{head}: {}.", budget(&found.change, words))), Some(tail(way, found, words))]))
}

fn budget(more: &MoreMoneyReport, words: Words<'_>) -> String {
    let (budget, by) = (words.money(more.budget), words.money(more.by));
    match words.lang {
        Lang::Sv => format!("en budget på {budget}, {by} mer, fördelat på källorna i samma proportion som nu"),
        Lang::En => format!("a budget of {budget}, {by} more, with all funds in the same proportion as now"),
    }
}

/// More money and higher caps together.
fn kept_floors(way: &WayReport<KeptFloorsReport>, words: Words<'_>) -> Option<String> {
    let head = words.pick("Oförändrade golv", "Unchanged floors");
    let Some(found) = &way.found else {
        let closed = words.pick(
            "Golven kan inte behållas ens med både högre tak och mer pengar.",
            "The floors cannot be kept even with both higher caps and more money.",
        );
        return no_way(way.answer, head, closed, words);
    };
    let KeptFloorsReport { more_money, raised_caps } = &found.change;
    let mut changes = vec![budget(more_money, words)];
    changes.extend(raised_caps.changes.iter().map(|relaxed| relaxation(relaxed, words)));
    Some(sentences([Some(format!("{head}: {}.", changes.join("; "))), Some(tail(way, found, words))]))
}

fn no_way(answer: WayWord, head: &str, closed: &str, words: Words<'_>) -> Option<String> {
    match answer {
        WayWord::NeverEnough => Some(closed.to_owned()),
        WayWord::NotFound => Some(format!(
            "{head}: {}",
            words.pick("om det räcker hann inte utredas.", "whether it is enough was not settled within the effort.")
        )),
        WayWord::NothingToChange | WayWord::Least | WayWord::Enough => None,
    }
}

/// Whether less would be enough, and what can be granted then.
fn tail<T>(way: &WayReport<T>, found: &FoundReport<T>, words: Words<'_>) -> String {
    let least = match way.answer {
        WayWord::Least => words.pick("En mindre ändring räcker inte.", "Nothing less is enough."),
        _ => words.pick(
            "Om en mindre ändring räcker hann inte utredas.",
            "Whether less is enough was not settled within the effort.",
        ),
    };
    let granted = found.granted.map(|granted| {
        let granted = words.money(granted);
        match (found.granted_is_most, words.lang) {
            (true, Lang::Sv) => format!("Då kan högst {granted} beviljas."),
            (false, Lang::Sv) => format!("Då kan minst {granted} beviljas."),
            (true, Lang::En) => format!("Then at most {granted} can be granted."),
            (false, Lang::En) => format!("Then at least {granted} can be granted."),
        }
    });
    sentences([Some(least.to_owned()), granted])
}

fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `Sammanlagt 3,00 kr.`
fn sum(moves: &Moves, words: Words<'_>) -> String {
    format!("{} {}.", words.pick("Sammanlagt", "In all"), up_to_hundredths(&moves.by_exact, words))
}

/// `sänk golvet ”X” för Y med 120 000 kr, till 360 000 kr`
fn relaxation(relaxed: &Relaxed, words: Words<'_>) -> String {
    let Relaxed { case, by_exact, new_limit, .. } = relaxed;
    let subject = case.subject_name.as_deref().or(case.subject.as_deref());
    words.moved(&Moved { rule: &case.name, subject, kind: case.kind, by: by_exact, to: *new_limit })
}
