//! Why a call is impossible, and the cheapest way out.

use fordela::Lang;
use fordela_io::report::{CaseReport, Clash, Conflicting, Infeasible, Relaxed, RuleKind};

use super::{limit, rules};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::lang::Words;

pub(super) fn blocks(infeasible: &Infeasible, words: Words<'_>) -> Vec<Block> {
    let verdict = words.pick(
        "Utlysningen är omöjlig: ingen fördelning kan följa alla regler.",
        "The call is impossible: no allocation can keep all rules.",
    );
    let heading = match infeasible.conflict.len() {
        1 => words.pick("Regeln som inte kan följas", "The rule that cannot be kept"),
        _ => words.pick("Regler som inte kan gälla samtidigt", "Rules that cannot hold together"),
    };
    let mut blocks = vec![
        Block::Heading(verdict.to_owned()),
        Block::Heading(heading.to_owned()),
        Block::Grid(conflict(&infeasible.conflict, words)),
        Block::Paragraph(clash(infeasible, words)),
        Block::Heading(words.pick("Billigaste utvägen", "The cheapest way out").to_owned()),
    ];
    let relaxed = &infeasible.cheapest_relaxation;
    if relaxed.is_empty() {
        let none = words.pick(
            "Ingen utväg hittades inom det arbete som läggs ned på att leta.",
            "No way out was found within the effort that is spent on looking.",
        );
        blocks.push(Block::Paragraph(none.to_owned()));
    } else {
        blocks.push(Block::Items(relaxed.iter().map(|relaxed| relaxation(relaxed, words)).collect()));
    }
    if relaxed.len() > 1 {
        let sum = words.money(infeasible.relaxed_by);
        blocks.push(Block::Paragraph(match words.lang {
            Lang::Sv => format!("Sammanlagt {sum}. Inget mindre räcker."),
            Lang::En => format!("In all {sum}. Nothing less is enough."),
        }));
    }
    blocks
}

fn conflict(conflict: &[Conflicting], words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Regel, och för vem", "Rule, and for whom")),
        Column::words(words.pick("Gräns", "Limit")),
        Column::numbers(words.pick("Belopp", "Amount")),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for Conflicting { case, limit } in conflict {
        if last != Some(&case.id) {
            rows.push(Row::new(RowKind::Group, [rules::rule_name(case)]));
        }
        last = Some(&case.id);
        let amount = limit.as_ref().map_or_else(|| "–".to_owned(), |limit| words.sum(limit));
        let subject = limit::subject(case, words).to_owned();
        rows.push(Row::new(RowKind::Item, [subject, limit::written(case, words), amount]));
    }
    Grid { columns, rows }
}

fn clash(infeasible: &Infeasible, words: Words<'_>) -> String {
    let cause = match (&infeasible.clash, words.lang) {
        (Clash::FloorAboveAsked { floor, asked }, Lang::Sv) => {
            format!("Golvet kräver {}, men det som golvet gäller söker bara {}.", words.sum(floor), words.money(*asked))
        }
        (Clash::FloorAboveAsked { floor, asked }, Lang::En) => format!(
            "The floor requires {}, but what it is for asks for only {}.",
            words.sum(floor),
            words.money(*asked)
        ),
        (Clash::FloorAboveFunds { floor, funds }, Lang::Sv) => format!(
            "Golvet kräver {}, men de källor som får betala har bara {}.",
            words.sum(floor),
            words.money(*funds)
        ),
        (Clash::FloorAboveFunds { floor, funds }, Lang::En) => format!(
            "The floor requires {}, but the funds that may pay hold only {}.",
            words.sum(floor),
            words.money(*funds)
        ),
        (Clash::FloorsAboveBudget { floors, budget }, Lang::Sv) => {
            format!("Golven kräver tillsammans {}, men budgeten är bara {}.", words.sum(floors), words.money(*budget))
        }
        (Clash::FloorsAboveBudget { floors, budget }, Lang::En) => format!(
            "Together the floors require {}, but the budget is only {}.",
            words.sum(floors),
            words.money(*budget)
        ),
        (Clash::FloorsAboveCap { floors, cap }, Lang::Sv) => {
            format!("Golvet kräver {} av det som taket håller till högst {}.", words.sum(floors), words.sum(cap))
        }
        (Clash::FloorsAboveCap { floors, cap }, Lang::En) => {
            format!("The floor requires {} of what the cap holds to at most {}.", words.sum(floors), words.sum(cap))
        }
        (Clash::Together, Lang::Sv) => {
            "Det går inte med det som söks, budgeten, de andra villkoren och de belopp som kan beviljas.".to_owned()
        }
        (Clash::Together, Lang::En) => {
            "The asks, the budget, the other conditions and the amounts that can be granted do not allow it.".to_owned()
        }
    };
    if infeasible.conflict.len() < 2 {
        return cause;
    }
    let any = words
        .pick("Stryks någon av dem går de andra att följa.", "If any one of them is dropped, the others can be kept.");
    format!("{cause} {any}")
}

/// `Sänk golvet ”X” för Y med 120 000 kr.`
fn relaxation(relaxed: &Relaxed, words: Words<'_>) -> String {
    let Relaxed { case, by } = relaxed;
    let by = words.money(*by);
    let name = &case.name;
    let of = whom(case, words);
    match (case.kind, words.lang) {
        (RuleKind::AtLeast, Lang::Sv) => format!("Sänk golvet ”{name}”{of} med {by}."),
        (RuleKind::AtMost, Lang::Sv) => format!("Höj taket ”{name}”{of} med {by}."),
        (RuleKind::AtLeast, Lang::En) => format!("Lower the floor “{name}”{of} by {by}."),
        (RuleKind::AtMost, Lang::En) => format!("Raise the cap “{name}”{of} by {by}."),
    }
}

pub(super) fn whom(case: &CaseReport, words: Words<'_>) -> String {
    case.subject
        .as_ref()
        .map(|_| format!(" {} {}", words.pick("för", "for"), limit::subject(case, words)))
        .unwrap_or_default()
}
