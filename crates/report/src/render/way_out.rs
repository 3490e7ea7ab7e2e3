//! The ways out of a conflict.

use fordela_words::impossible::Moved;
use fordela_words::report::way_out as told;
use fordela_words::{Phrases, Words, capital};

use crate::document::Block;
use crate::{EvenCutReport, FoundReport, Infeasible, KeptFloorsReport, MoreMoneyReport, Relaxed, WayReport, WayWord};

pub(super) fn blocks(infeasible: &Infeasible, words: Words<'_>) -> Vec<Block> {
    let ways = &infeasible.ways_out;
    let mut blocks = vec![Block::Heading(told::heading(words).to_owned())];
    match &ways.cheapest.found {
        Some(found) => {
            let changes = &found.change.changes;
            blocks.push(Block::Items(
                changes.iter().map(|relaxed| format!("{}.", capital(&relaxation(relaxed, words)))).collect(),
            ));
            let sum = (changes.len() > 1).then(|| told::in_all(&found.change.by_exact, words));
            blocks.push(Block::Paragraph(sentences([sum, Some(tail(&ways.cheapest, found, words))])));
        }
        None => blocks.push(Block::Paragraph(told::none_found(words).to_owned())),
    }
    let others = [
        even_cut(&ways.even_cut, words),
        raised_caps(infeasible, words),
        more_money(&ways.more_money, words),
        kept_floors(&ways.kept_floors, words),
    ];
    let others: Vec<String> = others.into_iter().flatten().collect();
    if !others.is_empty() {
        blocks.push(Block::Heading(told::others(words).to_owned()));
        blocks.push(Block::Items(others));
    }
    blocks
}

/// Raising caps alone; nothing where the least change does just that.
fn raised_caps(infeasible: &Infeasible, words: Words<'_>) -> Option<String> {
    let ways = &infeasible.ways_out;
    let is_told = ways.cheapest.change().is_some_and(|moves| moves.changes.iter().all(Relaxed::is_raised));
    let head = told::higher_caps(words);
    let way = &ways.raised_caps;
    match &way.found {
        _ if is_told => None,
        None => no_way(way.answer, head, told::higher_caps_not_enough(words), words),
        Some(found) => {
            let changes: Vec<String> = found.change.changes.iter().map(|relaxed| relaxation(relaxed, words)).collect();
            let sum = (changes.len() > 1).then(|| told::in_all(&found.change.by_exact, words));
            let all = sentences([Some(format!("{}.", changes.join("; "))), sum, Some(tail(way, found, words))]);
            Some(format!("{head}: {all}"))
        }
    }
}

/// The same cut of floors.
fn even_cut(way: &WayReport<EvenCutReport>, words: Words<'_>) -> Option<String> {
    let Some(found) = &way.found else {
        return no_way(way.answer, told::even_cut(words), told::even_cut_not_enough(words), words);
    };
    let EvenCutReport { part, all_floors, floors } = &found.change;
    let lowered = floors.iter().map(|floor| told::lowered(&floor.name, floor.written, floor.new_limit, words));
    let lowered: Vec<String> = lowered.collect();
    Some(sentences([
        Some(told::cut_by(part, floors.len(), *all_floors, words)),
        Some(format!("{}.", capital(&lowered.join("; ")))),
        Some(tail(way, found, words)),
    ]))
}

/// A larger budget.
fn more_money(way: &WayReport<MoreMoneyReport>, words: Words<'_>) -> Option<String> {
    let head = told::more_money(words);
    let Some(found) = &way.found else {
        return no_way(way.answer, head, told::more_money_not_enough(words), words);
    };
    let budget = told::budget(found.change.budget, found.change.by, words);
    Some(sentences([Some(format!("{head}: {budget}.")), Some(tail(way, found, words))]))
}

/// More money and higher caps together.
fn kept_floors(way: &WayReport<KeptFloorsReport>, words: Words<'_>) -> Option<String> {
    let head = told::kept_floors(words);
    let Some(found) = &way.found else {
        return no_way(way.answer, head, told::kept_floors_not_enough(words), words);
    };
    let KeptFloorsReport { more_money, raised_caps } = &found.change;
    let mut changes = vec![told::budget(more_money.budget, more_money.by, words)];
    changes.extend(raised_caps.changes.iter().map(|relaxed| relaxation(relaxed, words)));
    Some(sentences([Some(format!("{head}: {}.", changes.join("; "))), Some(tail(way, found, words))]))
}

fn no_way(answer: WayWord, head: &str, closed: &str, words: Words<'_>) -> Option<String> {
    match answer {
        WayWord::NeverEnough => Some(closed.to_owned()),
        WayWord::NotFound => Some(format!("{head}: {}", told::not_settled(words))),
        WayWord::NothingToChange | WayWord::Least | WayWord::Enough => None,
    }
}

/// Whether less would be enough, and what can be granted then.
fn tail<T>(way: &WayReport<T>, found: &FoundReport<T>, words: Words<'_>) -> String {
    let least = match way.answer {
        WayWord::Least => told::is_least(words),
        _ => told::least_not_settled(words),
    };
    let granted = found.granted.map(|granted| told::then_granted(granted, found.granted_is_most, words));
    sentences([Some(least.to_owned()), granted])
}

fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `sänk golvet ”X” för Y med 120 000 kr, till 360 000 kr`
fn relaxation(relaxed: &Relaxed, words: Words<'_>) -> String {
    let Relaxed { case, by_exact, new_limit, .. } = relaxed;
    let subject = case.subject_name.as_deref().or(case.subject.as_deref());
    words.moved(&Moved { rule: &case.name, subject, kind: case.kind, by: by_exact, to: *new_limit })
}
