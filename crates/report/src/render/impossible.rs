//! Why a call is impossible.

use fordela::{Lang, Proven};
use fordela_words::{Phrases, Words, impossible as told};

use super::{limit, rules, way_out};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::{CaseReport, Clash, Conflicting, Infeasible};

pub(super) fn blocks(infeasible: &Infeasible, words: Words<'_>) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(words.verdict()),
        Block::Heading(told::heading(infeasible.conflict.len(), words).to_owned()),
        Block::Grid(conflict(&infeasible.conflict, words)),
        Block::Paragraph([Some(clash(infeasible, words)), proven(infeasible, words)].into_iter().flatten().collect()),
    ];
    blocks.extend(way_out::blocks(infeasible, words));
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
    match (&infeasible.clash, words.lang) {
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
            format!("Golvet kräver {} av det som taket begränsar till högst {}.", words.sum(floors), words.sum(cap))
        }
        (Clash::FloorsAboveCap { floors, cap }, Lang::En) => {
            format!("The floor requires {} of what the cap holds to at most {}.", words.sum(floors), words.sum(cap))
        }
        (Clash::FloorsAboveFunds { floors, funds }, Lang::Sv) => format!(
            "Golven kräver tillsammans {}, men de källor som får betala har bara {}.",
            words.sum(floors),
            words.money(*funds)
        ),
        (Clash::FloorsAboveFunds { floors, funds }, Lang::En) => format!(
            "Together the floors require {}, but the funds that may pay hold only {}.",
            words.sum(floors),
            words.money(*funds)
        ),
        (Clash::Together, _) => words.together(&infeasible.conditions),
    }
}

/// What else is known of the conflict.
fn proven(infeasible: &Infeasible, words: Words<'_>) -> Option<String> {
    let any = words
        .pick(" Om någon av dem stryks kan övriga följas.", " If any one of them is dropped, the others can be kept.");
    match infeasible.conflict_is {
        _ if infeasible.conflict.len() < 2 => None,
        Proven::Smallest => Some(format!(
            "{any}{}",
            words.pick(" Ingen mindre grupp av regler är oförenlig.", " No smaller set of rules conflicts.")
        )),
        Proven::NoneToSpare => Some(format!(
            "{any}{}",
            words.pick(
                " Om färre regler är oförenliga hann inte utredas.",
                " Whether fewer rules conflict was not settled within the effort.",
            )
        )),
        Proven::Clash => Some(
            words
                .pick(
                    " Om färre av dem är oförenliga hann inte utredas.",
                    " Whether fewer of them conflict was not settled within the effort.",
                )
                .to_owned(),
        ),
    }
}

pub(super) fn whom(case: &CaseReport, words: Words<'_>) -> String {
    told::whom(case.subject.as_ref().map(|_| limit::subject(case, words)), words)
}
