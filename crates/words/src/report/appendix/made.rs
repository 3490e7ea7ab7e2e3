//! What is said of how the suggestion was made.

use fordela_model::call::Kind;
use fordela_model::call::Limit;
use fordela_model::call::draft::{Each, Tier};
use fordela_num::Money;

use crate::report::allocation::units;
use crate::{Lang, Words, limit};

/// How the suggestion was made.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Så har förslaget beräknats", "How the suggestion was calculated")
}

/// The heads of a criterion, its weight, that as a part of all, and the best score.
#[must_use]
pub fn criterion_heads(words: Words<'_>) -> [&'static str; 4] {
    words.pick_each([
        ("Kriterium", "Criterion"),
        ("Vikt", "Weight"),
        ("Del av prioriteten", "Part of the priority"),
        ("Högsta poäng", "Best score"),
    ])
}

/// What a priority is.
#[must_use]
pub fn priority(words: Words<'_>) -> &'static str {
    words.pick(
        "Varje aktivitet har fått poäng på varje kriterium. Prioriteten är poängen delade med högsta poäng, vägda enligt \
         vikterna: från 0 till 1, där 1 är högst.",
        "Each activity has a score on each criterion. The priority is the scores, as parts of the best ones, weighed by the \
         weights: from 0 to 1, which is the highest.",
    )
}

/// Scores and priorities.
#[must_use]
pub fn scores_heading(words: Words<'_>) -> &'static str {
    words.pick("Poäng och prioritet", "Scores and priorities")
}

/// The method.
#[must_use]
pub fn method_heading(words: Words<'_>) -> &'static str {
    words.pick("Metod", "Method")
}

/// What is looked for, where it is the most value.
#[must_use]
pub fn most_value(words: Words<'_>) -> &'static str {
    words.pick(
        "Medlen fördelas så att summan av varje beviljad krona gånger aktivitetens prioritet blir så stor som möjligt, utan \
         att någon regel eller något villkor bryts.",
        "The money is granted so that the sum of all that is granted, times the priority of the activity, is as large as can \
         be without breaking a rule or a condition.",
    )
}

/// What the parts of an ask count.
#[must_use]
pub fn tiers(tiers: &[Tier], words: Words<'_>) -> String {
    let part = |tier: &Tier| {
        let up_to = words.with_sign(&tier.up_to.number().normalize().to_string());
        let factor = words.number(&tier.factor.normalize().to_string());
        match words.lang {
            Lang::Sv => format!("upp till {up_to} med {factor}"),
            Lang::En => format!("up to {up_to} by {factor}"),
        }
    };
    let parts = crate::listed(words, &tiers.iter().map(part).collect::<Vec<_>>());
    match words.lang {
        Lang::Sv => format!("De första kronorna till en aktivitet räknas mest: av det sökta beloppet {parts}."),
        Lang::En => format!("The first money for an activity counts most: of its ask, {parts}."),
    }
}

/// How ties are settled; with choices, by an order in the end.
#[must_use]
pub fn ties(has_choices: bool, words: Words<'_>) -> &'static str {
    if has_choices {
        words.pick(
            "Har flera fördelningar samma värde väljs den som beviljar mest, därefter efter aktiviteternas prioritet och sist \
             efter deras id.",
            "Of several allocations of the same value, the one is taken that grants most, then by the priority of the \
             activities, and last by their ids.",
        )
    } else {
        words.pick(
            "Har flera fördelningar samma värde väljs den med jämnast andelar: den lägsta andelen är så hög som möjligt, \
             därefter den näst lägsta, och så vidare.",
            "Of several allocations of the same value, the one with the most equal shares is taken: the lowest share is as \
             high as can be, then the second lowest, and so on.",
        )
    }
}

/// What amounts are whole multiples of.
#[must_use]
pub fn rounding(unit: Money, words: Words<'_>) -> String {
    let units = units(unit, words);
    match words.lang {
        Lang::Sv => format!("Belopp föreslås i {units}."),
        Lang::En => format!("Grants are in {units}."),
    }
}

/// All rules of the call.
#[must_use]
pub fn rules_heading(words: Words<'_>) -> &'static str {
    words.pick("Utlysningens regler", "The rules of the call")
}

/// A rule: its name, its limits, and what it is repeated for.
#[must_use]
pub fn rule(name: &str, limits: &[(Kind, Limit)], each: Option<Each>, words: Words<'_>) -> String {
    let limits =
        limits.iter().map(|(kind, limit)| format!("{} {}", limit::kind(*kind, words), limit::size(*limit, words)));
    let limits = crate::listed(words, &limits.collect::<Vec<_>>());
    let each = each.map(|each| format!(", {}", for_each(each, words))).unwrap_or_default();
    format!("{name} ({limits}{each})")
}

fn for_each(each: Each, words: Words<'_>) -> &'static str {
    match each {
        Each::Applicant => words.pick("för varje sökande", "for each applicant"),
        Each::Area => words.pick("för varje område", "for each area"),
        Each::Tag => words.pick("för varje etikett", "for each tag"),
        Each::Fund => words.pick("för varje källa", "for each fund"),
        Each::Activity => words.pick("för varje aktivitet", "for each activity"),
    }
}
