//! Who has a higher priority and a lower share than somebody else.

use fordela::call::Kind;
use fordela::{Lang, Money, written};
use fordela_words::{Words, link};

use crate::CaseReport;
use crate::audit::{ComplaintReport, ComplaintsReport, NodeReport, ObstacleReport, UnknownWord, VerdictReport};
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};

pub(super) fn blocks(complaints: &ComplaintsReport, unit: Money, words: Words<'_>) -> Vec<Block> {
    let heading = words.pick("Högre prioritet men lägre andel", "Higher priority but lower share");
    let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Paragraph(lead(complaints, words))];
    if !complaints.largest.is_empty() {
        blocks.push(Block::Grid(grid(complaints, words)));
        blocks.push(Block::Paragraph(explained(complaints, unit, words)));
    }
    blocks
}

fn lead(complaints: &ComplaintsReport, words: Words<'_>) -> String {
    let (count, listed) = (complaints.count, complaints.largest.len());
    let is_applicants = complaints.among == "applicants";
    let number = match words.lang {
        Lang::Sv => words.counted_neuter(count),
        Lang::En => words.number(&count.to_string()),
    };
    let counted = match (count, is_applicants, words.lang) {
        (0, true, Lang::Sv) => "Ingen sökande har högre prioritet men lägre andel än någon annan.".to_owned(),
        (0, false, Lang::Sv) => "Ingen aktivitet har högre prioritet men lägre andel än någon annan.".to_owned(),
        (0, true, Lang::En) => "No applicant has a higher priority but a lower share than another.".to_owned(),
        (0, false, Lang::En) => "No activity has a higher priority but a lower share than another.".to_owned(),
        (_, true, Lang::Sv) => format!(
            "I {number} fall har en sökande högre prioritet men lägre andel än en annan. En sökandes prioritet är \
             aktiviteternas medelvärde, vägt efter sökt belopp."
        ),
        (_, true, Lang::En) => format!(
            "Cases in which an applicant has a higher priority but a lower share than another: {number}. The priority of \
             an applicant is the mean of its activities, weighed by what they ask for."
        ),
        (_, false, Lang::Sv) => {
            format!("I {number} fall har en aktivitet högre prioritet men lägre andel än en annan.")
        }
        (_, false, Lang::En) => {
            format!("Cases in which an activity has a higher priority but a lower share than another: {number}.")
        }
    };
    let verdicts = |word: &str| complaints.largest.iter().filter(|one| one.verdict.word() == word).count();
    let [justified, by_rule] = ["justified", "explained"].map(|word| words.counted_neuter(verdicts(word)));
    let shown = match words.lang {
        Lang::Sv if listed < count => format!(" De {listed} största visas:"),
        Lang::Sv => " Av dem:".to_owned(),
        Lang::En if listed < count => format!(" The {listed} largest are shown:"),
        Lang::En => " Of these:".to_owned(),
    };
    let told = match words.lang {
        Lang::Sv => {
            format!(
                "{shown} {justified} kan rättas inom reglerna och {by_rule} förklaras av en regel eller ett villkor."
            )
        }
        Lang::En => format!(
            "{shown} {justified} can be put right within the rules, {by_rule} are explained by a rule or a condition."
        ),
    };
    if listed == 0 { counted } else { counted + &told }
}

fn explained(complaints: &ComplaintsReport, unit: Money, words: Words<'_>) -> String {
    let mut text = words
        .pick(
            "Skillnad: så mycket mer den första hade fått med den andras andel.",
            "Difference: how much more the first would get with the share of the other.",
        )
        .to_owned();
    if complaints.largest.iter().any(|one| matches!(one.verdict, VerdictReport::Justified { .. })) {
        text.push(' ');
        text.push_str(words.pick(
            "Flytta: det minsta belopp som behöver flyttas från den andra för att den första inte ska ha lägre andel; det \
             har prövats mot alla regler, finansieringen och vad som kan beviljas.",
            "Move: the least money that has to be moved from the other for the first to have no lower share; it has been \
             tried against all rules, the funds and what can be granted.",
        ));
    }
    if has_values(complaints) {
        text.push(' ');
        text.push_str(words.pick(
            "Värde: så ändras fördelningens värde av flytten.",
            "Value: how the value of the allocation changes by the move.",
        ));
    }
    if complaints.largest.iter().any(|one| one.envy < unit.rational()) {
        let unit = words.money(unit);
        text.push_str(&match words.lang {
            Lang::Sv => format!(" En skillnad under {unit} beror på avrundningen till jämna belopp."),
            Lang::En => format!(" A difference below {unit} is within the rounding to round amounts."),
        });
    }
    text
}

fn has_values(complaints: &ComplaintsReport) -> bool {
    complaints.largest.iter().any(|one| matches!(one.verdict, VerdictReport::Justified { value: Some(_), .. }))
}

fn grid(complaints: &ComplaintsReport, words: Words<'_>) -> Grid {
    let mut columns = vec![
        Column::words(words.pick("Högre prioritet", "Higher priority")),
        Column::words(words.pick("Lägre prioritet, högre andel", "Lower priority, higher share")),
        Column::numbers(words.pick("Skillnad", "Difference")),
    ];
    let has_values = has_values(complaints);
    if has_values {
        columns.push(Column::numbers(words.pick("Värde", "Value")));
    }
    columns.push(Column::words(words.pick("Kan det rättas?", "Can it be put right?")));
    let row = |one: &ComplaintReport| {
        let mut row = Row::new(
            RowKind::Alone,
            [one.one.name.clone(), one.other.name.clone(), words.number(&written::half_even(&one.envy, 0))],
        );
        if has_values {
            row.cells.push(Cell::new(value(&one.verdict, words)));
        }
        row.cells.push(verdict(&one.verdict, words));
        row
    };
    Grid { columns, rows: complaints.largest.iter().map(row).collect() }
}

fn value(verdict: &VerdictReport, words: Words<'_>) -> String {
    match verdict {
        VerdictReport::Justified { value: Some(value), .. } => words.signed(&written::half_even(value, 0)),
        _ => String::new(),
    }
}

fn verdict(verdict: &VerdictReport, words: Words<'_>) -> Cell {
    match verdict {
        VerdictReport::Justified { moved, .. } => {
            Cell::new(format!("{} {}", words.pick("ja, flytta", "yes, move"), words.amount(*moved)))
        }
        VerdictReport::Explained { by, .. } => {
            let no = words.pick("nej", "no");
            let all = |of: fn(&CaseReport) -> &str| {
                let all: Vec<String> = by.iter().map(|obstacle| said(obstacle, of, words)).collect();
                format!("{no}: {}", all.join(", "))
            };
            Cell::or(all(|case| &case.name), all(|case| &case.id))
        }
        VerdictReport::Unknown { why } => Cell::new(unknown(*why, words)),
    }
}

fn said(obstacle: &ObstacleReport, of: fn(&CaseReport) -> &str, words: Words<'_>) -> String {
    match obstacle {
        ObstacleReport::Rule(case) => {
            let kind = match case.kind {
                Kind::AtMost => words.pick("tak", "cap"),
                Kind::AtLeast => words.pick("golv", "floor"),
            };
            // A cap may be called just that.
            if of(case) == kind { kind.to_owned() } else { format!("{kind} {}", of(case)) }
        }
        ObstacleReport::Link { kind, from, to } => format!("{} {} {}", node(from), link::says(*kind, words), node(to)),
        ObstacleReport::Funding(_) => {
            words.pick("beloppet kan inte beviljas", "no such amount can be granted").to_owned()
        }
        ObstacleReport::Funds => words.pick("finansieringen räcker inte", "the funds run out").to_owned(),
        ObstacleReport::Parting => {
            words.pick("går inte att dela på aktiviteterna", "cannot be split over activities").to_owned()
        }
    }
}

pub(super) fn node(node: &NodeReport) -> String {
    match &node.line {
        Some(line) => format!("{}/{line}", node.activity.name),
        None => node.activity.name.clone(),
    }
}

fn unknown(why: UnknownWord, words: Words<'_>) -> &'static str {
    match why {
        UnknownWord::Lines => words.pick("okänt: beror på kostnadsposter", "unknown: depends on cost items"),
        UnknownWord::ManyLines => words.pick("okänt: för många val", "unknown: too many choices"),
        UnknownWord::Effort => words.pick("okänt: tiden tog slut", "unknown: time ran out"),
        UnknownWord::Funds => words.pick("okänt: beror på finansieringen", "unknown: the funds"),
        UnknownWord::Decision => words.pick("okänt: beslutet bryter regler", "unknown: the decision breaks rules"),
    }
}
