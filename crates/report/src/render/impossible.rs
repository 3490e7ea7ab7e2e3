//! Why a call is impossible.

use fordela::{Lang, characters};
use fordela_words::Words;

use super::{limit, rules, way_out};
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::{CaseReport, Clash, ConditionWord, Conflicting, Infeasible, ProvenWord};

pub(super) fn blocks(infeasible: &Infeasible, words: Words<'_>) -> Vec<Block> {
    let verdict = words.pick(
        "Utlysningen går inte att genomföra: ingen fördelning följer alla regler.",
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
            format!("Golvet kräver {} av det som taket håller till högst {}.", words.sum(floors), words.sum(cap))
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
        (Clash::Together, _) => together(infeasible, words),
    }
}

/// What the rules cannot be kept together with.
fn together(infeasible: &Infeasible, words: Words<'_>) -> String {
    let with = infeasible.conditions.iter().map(|condition| self::condition(*condition, words).to_owned());
    let with: Vec<String> = with.collect();
    if with.is_empty() {
        let none = words.pick(
            "Det går inte med det som söks, budgeten, de andra villkoren och de belopp som kan beviljas.",
            "The asks, the budget, the other conditions and the amounts that can be granted do not allow it.",
        );
        return none.to_owned();
    }
    let list = characters::listed(&with, words.pick("och", "and"));
    match words.lang {
        Lang::Sv => format!("Det går inte att förena med {list}."),
        Lang::En => format!("This cannot be reconciled with {list}."),
    }
}

fn condition(condition: ConditionWord, words: Words<'_>) -> &'static str {
    match condition {
        ConditionWord::Amounts => words.pick("de belopp som finns i källorna", "what the funds hold"),
        ConditionWord::Payers => words.pick("vad källorna får betala för", "what the funds may pay for"),
        ConditionWord::Parts => {
            words.pick("hur källorna får dela på en aktivitet", "how the funds may share an activity")
        }
        ConditionWord::Unit => words.pick("att belopp beviljas i hela enheter", "amounts being granted in whole units"),
        ConditionWord::Choices => words.pick(
            "att vissa aktiviteter bara kan få vissa belopp",
            "only some amounts being possible for some activities",
        ),
        ConditionWord::Links => words.pick(
            "vilka aktiviteter som kräver eller utesluter varandra",
            "which activities require or exclude each other",
        ),
    }
}

/// What else is known of the conflict.
fn proven(infeasible: &Infeasible, words: Words<'_>) -> Option<String> {
    let any = words
        .pick(" Om någon av dem stryks kan övriga följas.", " If any one of them is dropped, the others can be kept.");
    match infeasible.conflict_is {
        _ if infeasible.conflict.len() < 2 => None,
        ProvenWord::Smallest => Some(format!(
            "{any}{}",
            words.pick(" Ingen mindre grupp av regler är oförenlig.", " No smaller set of rules conflicts.")
        )),
        ProvenWord::NoneToSpare => Some(format!(
            "{any}{}",
            words.pick(
                " Om färre regler är oförenliga hann inte utredas.",
                " Whether fewer rules conflict was not settled within the effort.",
            )
        )),
        ProvenWord::Clash => Some(
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
    case.subject
        .as_ref()
        .map(|_| format!(" {} {}", words.pick("för", "for"), limit::subject(case, words)))
        .unwrap_or_default()
}
