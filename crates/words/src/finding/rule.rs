//! What is said of caps and floors.

use fordela_lint::RuleFinding;
use fordela_model::call::Kind;
use fordela_num::Money;

use super::word::{instead, noun};
use crate::said::{Said, listed, said};
use crate::{Lang, numerals};

pub(super) fn words(finding: &RuleFinding, lang: Lang, currency: &str) -> Said {
    let money = |sum: &Money| numerals::money(*sum, currency, lang);
    match lang {
        Lang::En => said(english(finding, money), english_suggestion(finding, money)),
        Lang::Sv => said(swedish(finding, money), swedish_suggestion(finding, money)),
    }
}

fn english(finding: &RuleFinding, money: impl Fn(&Money) -> String) -> String {
    let floor_of = |rule: &str, subject: &Option<String>, floor: &Money| match subject {
        Some(subject) => format!("the floor {} of the rule `{rule}` for `{subject}`", money(floor)),
        None => format!("the floor {} of the rule `{rule}`", money(floor)),
    };
    match finding {
        RuleFinding::SelectsNothing { rule, .. } => format!("the rule `{rule}` selects no activity"),
        RuleFinding::WordSelectsNothing { word } => {
            format!("no activity has the {} `{}`", noun(word.kind, Lang::En), word.word)
        }
        RuleFinding::FloorAboveAsked { rule, subject, floor, asked } => {
            format!("{} is above what is asked there, {}", floor_of(rule, subject, floor), money(asked))
        }
        RuleFinding::FloorAboveBudget { rule, subject, floor, budget } => {
            format!("{} is above the money there is, {}", floor_of(rule, subject, floor), money(budget))
        }
        RuleFinding::FloorsAboveBudget { rules, floors, budget } => {
            let (rules, floors, budget) = (listed(rules), money(floors), money(budget));
            format!("the floors of {rules} add up to {floors}, above the budget {budget}")
        }
        RuleFinding::FloorAboveCap { rule, floor, cap_rule, cap } => {
            let floor = floor_of(rule, &None, floor);
            format!("{floor} is above what the cap of `{cap_rule}` lets through, {}", money(cap))
        }
        RuleFinding::NeverBinds { rule, kind, .. } => match kind {
            Kind::AtMost => format!("the cap of the rule `{rule}` can never hold a grant down"),
            Kind::AtLeast => format!("the floor of the rule `{rule}` can never lift a grant"),
        },
        RuleFinding::CapsBelowWhole { rules, sum } => format!(
            "the caps of {} add up to {} of all that is granted, so that nothing can be granted",
            listed(rules),
            numerals::percent(&sum.number().to_string(), Lang::En)
        ),
        RuleFinding::CapsBelowBudget { rules, most, budget } => format!(
            "with the caps of {} at most {} can be granted, less than the budget {}",
            listed(rules),
            money(most),
            money(budget)
        ),
        RuleFinding::AllowsNothing { rule, kind } => match kind {
            Kind::AtMost => format!("the cap of the rule `{rule}` on all activities lets nothing be granted"),
            Kind::AtLeast => format!("the floors of the rule `{rule}` add up to more than all that is granted"),
        },
    }
}

fn english_suggestion(finding: &RuleFinding, money: impl Fn(&Money) -> String) -> String {
    match finding {
        RuleFinding::SelectsNothing { word: Some(word), .. } | RuleFinding::WordSelectsNothing { word } => {
            instead(word, Lang::En)
        }
        RuleFinding::SelectsNothing { rule, word: None } => format!("let the rule `{rule}` select an activity"),
        RuleFinding::FloorAboveAsked { asked: most, .. }
        | RuleFinding::FloorAboveBudget { budget: most, .. }
        | RuleFinding::FloorAboveCap { cap: most, .. } => format!("lower the floor to at most {}", money(most)),
        RuleFinding::FloorsAboveBudget { budget, .. } => {
            format!("lower the floors until they add up to at most {}", money(budget))
        }
        RuleFinding::NeverBinds { rule, alone: true, .. } => format!("remove the rule `{rule}`"),
        RuleFinding::NeverBinds { rule, kind, .. } => format!("remove `{}` from the rule `{rule}`", kind.key()),
        RuleFinding::CapsBelowWhole { .. } => {
            "raise the caps until they add up to at least 100%, or write them as percentages `of budget`".to_owned()
        }
        RuleFinding::CapsBelowBudget { .. } => {
            "raise the caps, or lower the budget to what they let be granted".to_owned()
        }
        RuleFinding::AllowsNothing { kind: Kind::AtMost, .. } => "write the cap as a percentage `of budget`".to_owned(),
        RuleFinding::AllowsNothing { kind: Kind::AtLeast, .. } => {
            "lower the floors until they add up to at most 100%".to_owned()
        }
    }
}

fn swedish(finding: &RuleFinding, money: impl Fn(&Money) -> String) -> String {
    let floor_of = |rule: &str, subject: &Option<String>, floor: &Money| match subject {
        Some(subject) => format!("golvet {} i regeln `{rule}` för `{subject}`", money(floor)),
        None => format!("golvet {} i regeln `{rule}`", money(floor)),
    };
    match finding {
        RuleFinding::SelectsNothing { rule, .. } => format!("regeln `{rule}` omfattar ingen aktivitet"),
        RuleFinding::WordSelectsNothing { word } => {
            format!("ingen aktivitet har {} `{}`", noun(word.kind, Lang::Sv), word.word)
        }
        RuleFinding::FloorAboveAsked { rule, subject, floor, asked } => {
            format!("{} är högre än det belopp som söks där, {}", floor_of(rule, subject, floor), money(asked))
        }
        RuleFinding::FloorAboveBudget { rule, subject, floor, budget } => {
            format!("{} är högre än de medel som finns, {}", floor_of(rule, subject, floor), money(budget))
        }
        RuleFinding::FloorsAboveBudget { rules, floors, budget } => {
            let (rules, floors, budget) = (listed(rules), money(floors), money(budget));
            format!("golven i {rules} är sammanlagt {floors}, vilket är mer än budgeten {budget}")
        }
        RuleFinding::FloorAboveCap { rule, floor, cap_rule, cap } => {
            let floor = floor_of(rule, &None, floor);
            format!("{floor} är högre än vad taket i `{cap_rule}` medger, {}", money(cap))
        }
        RuleFinding::NeverBinds { rule, kind, .. } => match kind {
            Kind::AtMost => format!("taket i regeln `{rule}` kan aldrig begränsa något belopp"),
            Kind::AtLeast => format!("golvet i regeln `{rule}` kan aldrig höja något belopp"),
        },
        RuleFinding::CapsBelowWhole { rules, sum } => format!(
            "taken i {} är sammanlagt {} av allt som beviljas, vilket gör att ingenting kan beviljas",
            listed(rules),
            numerals::percent(&sum.number().to_string(), Lang::Sv)
        ),
        RuleFinding::CapsBelowBudget { rules, most, budget } => format!(
            "taken i {} medger att högst {} beviljas, vilket är mindre än budgeten {}",
            listed(rules),
            money(most),
            money(budget)
        ),
        RuleFinding::AllowsNothing { rule, kind } => match kind {
            Kind::AtMost => format!("taket i regeln `{rule}` för alla aktiviteter gör att ingenting kan beviljas"),
            Kind::AtLeast => format!("golven i regeln `{rule}` är sammanlagt mer än allt som beviljas"),
        },
    }
}

fn swedish_suggestion(finding: &RuleFinding, money: impl Fn(&Money) -> String) -> String {
    match finding {
        RuleFinding::SelectsNothing { word: Some(word), .. } | RuleFinding::WordSelectsNothing { word } => {
            instead(word, Lang::Sv)
        }
        RuleFinding::SelectsNothing { rule, word: None } => format!("låt regeln `{rule}` omfatta en aktivitet"),
        RuleFinding::FloorAboveAsked { asked: most, .. }
        | RuleFinding::FloorAboveBudget { budget: most, .. }
        | RuleFinding::FloorAboveCap { cap: most, .. } => format!("sänk golvet till högst {}", money(most)),
        RuleFinding::FloorsAboveBudget { budget, .. } => {
            format!("sänk golven så att de sammanlagt är högst {}", money(budget))
        }
        RuleFinding::NeverBinds { rule, alone: true, .. } => format!("ta bort regeln `{rule}`"),
        RuleFinding::NeverBinds { rule, kind, .. } => format!("ta bort `{}` från regeln `{rule}`", kind.key()),
        RuleFinding::CapsBelowWhole { .. } => {
            "höj taken så att de sammanlagt är minst 100\u{a0}%, eller skriv dem som procentandelar `of budget`"
                .to_owned()
        }
        RuleFinding::CapsBelowBudget { .. } => "höj taken, eller sänk budgeten till vad de medger".to_owned(),
        RuleFinding::AllowsNothing { kind: Kind::AtMost, .. } => {
            "skriv taket som en procentandel `of budget`".to_owned()
        }
        RuleFinding::AllowsNothing { kind: Kind::AtLeast, .. } => {
            "sänk golven så att de sammanlagt är högst 100\u{a0}%".to_owned()
        }
    }
}
