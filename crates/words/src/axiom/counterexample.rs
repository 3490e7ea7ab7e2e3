//! Counterexamples in words.

use fordela_model::call::draft::{Activity, Funding};
use fordela_num::Rational;
use fordela_study::axiom::{Axiom, Concern, Counterexample};

use super::breach;
use crate::{Lang, Told, numerals};

/// What goes wrong, in a sentence with the titles of the call: "With the budget 2 kr instead of 1 kr, “Music” gets 0 kr
/// instead of 1 kr."
#[must_use]
pub fn sentence(found: &Counterexample, lang: Lang) -> String {
    let told = Told { call: &found.call, lang };
    if let Some(breach) = found.breaches.first() {
        return breach::breach(breach, told);
    }
    match (&found.changed, &found.concerned[..]) {
        (Some(changed), [concern, ..]) => {
            let change = super::change::change(&changed.change, &found.call, lang);
            // In Swedish the verb follows at once.
            let pause = if lang == Lang::En { "," } else { "" };
            format!("{change}{pause} {}.", outcome(found, concern, told))
        }
        (None, [one, other, ..]) => compared(found, one, other, told),
        (None, [one]) => left_over(one, told),
        (_, []) => super::statement::statement(found.axiom, lang).to_owned(),
    }
}

/// The call in a line: the budget, and what every activity asks for, is scored and gets.
#[must_use]
pub fn call(found: &Counterexample, lang: Lang) -> String {
    let told = Told { call: &found.call, lang };
    let activities = found.grants.iter().take(found.call.claims().len()).enumerate();
    let activities: Vec<String> = activities.map(|(a, grant)| activity(found, a, grant, told)).collect();
    let rules: Vec<String> = (0..found.call.draft().rules.len()).map(|rule| told.rule(rule)).collect();
    let rules = match (rules.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" Tak och golv: {}.", rules.join(", ")),
        (false, Lang::En) => format!(" Caps and floors: {}.", rules.join(", ")),
    };
    format!("Budget {}; {}.{rules}", told.money(found.call.budget()), activities.join("; "))
}

fn activity(found: &Counterexample, a: usize, grant: &Rational, told: Told<'_>) -> String {
    let (asks, gets) = match told.lang {
        Lang::Sv => ("söker", "får"),
        Lang::En => ("asks for", "gets"),
    };
    let activity = &found.call.draft().activities[a];
    let scores = activity.scores.iter().map(|(id, score)| format!("{}: {}", told.criterion(id), told.decimal(score)));
    let known: Vec<String> = scores.chain(funding_in_words(activity, told)).collect();
    let known = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
    let ask = told.money(found.call.claims()[a].ask());
    format!("{} {asks} {ask}{known}, {gets} {}", told.activity(&activity.id), told.sum(grant))
}

fn outcome(found: &Counterexample, concern: &Concern, told: Told<'_>) -> String {
    let was = concern.instead_of.as_ref().unwrap_or(&concern.gets);
    let [gets, instead] = told.apart([&concern.gets, was]);
    let name = told.activity(&concern.activity);
    let in_all = matches!(found.axiom, Axiom::SplitProof | Axiom::MergeProof);
    match (told.lang, in_all) {
        (Lang::Sv, false) => format!("får {name} {gets} i stället för {instead}"),
        (Lang::En, false) => format!("{name} gets {gets} instead of {instead}"),
        (Lang::Sv, true) => format!("blir bidraget sammanlagt {gets} i stället för {instead}"),
        (Lang::En, true) => format!("the grant is {gets} in all instead of {instead}"),
    }
}

fn compared(found: &Counterexample, one: &Concern, other: &Concern, told: Told<'_>) -> String {
    let (a, b) = (told.activity(&one.activity), told.activity(&other.activity));
    let [gets, others] = told.apart([&one.gets, &other.gets]);
    let is_better = found.axiom == Axiom::ScoreOrder;
    match (told.lang, is_better) {
        (Lang::Sv, true) => {
            format!("{a} får {gets} och {b} {others}, fast {a} har bättre poäng.")
        }
        (Lang::En, true) => {
            format!("{a} gets {gets} and {b} {others}, although {a} has better scores.")
        }
        (Lang::Sv, false) => {
            format!("{a} får {gets} och {b} {others}, fast de inte skiljer sig åt i något som räknas.")
        }
        (Lang::En, false) => {
            format!("{a} gets {gets} and {b} {others}, although they differ in nothing that counts.")
        }
    }
}

/// Which grants are possible, where not any part is.
fn funding_in_words(activity: &Activity, told: Told<'_>) -> Option<String> {
    let words = match (activity.funding, told.lang) {
        (Funding::Partial, lang) => {
            let least = numerals::percent(&activity.min_share?.number().to_string(), told.lang);
            return Some(if lang == Lang::Sv { format!("minst {least}") } else { format!("at least {least}") });
        }
        (Funding::Whole, Lang::Sv) => "helt eller inte alls",
        (Funding::Whole, Lang::En) => "whole or nothing",
        (Funding::Levels, Lang::Sv) => "i nivåer",
        (Funding::Levels, Lang::En) => "in levels",
        (Funding::Lines, Lang::Sv) => "post för post",
        (Funding::Lines, Lang::En) => "line by line",
    };
    Some(words.to_owned())
}

fn left_over(concern: &Concern, told: Told<'_>) -> String {
    let could = concern.instead_of.as_ref().unwrap_or(&concern.gets);
    let [gets, could] = told.apart([&concern.gets, could]);
    let name = told.activity(&concern.activity);
    match told.lang {
        Lang::Sv => format!("{name} får {gets} och kunde få {could} av det som blir över."),
        Lang::En => format!("{name} gets {gets} and could get {could} of what is left over."),
    }
}
