//! What is said of caps and floors.

use fordela_model::call::Kind;
use fordela_model::{Lang, numerals};
use fordela_num::Money;

use super::{RuleFinding, instead};
use crate::words::{Words, listed, words};

impl RuleFinding {
    pub(crate) fn words(&self, lang: Lang, currency: &str) -> Words {
        let money = |sum: &Money| numerals::money(*sum, currency, lang);
        match lang {
            Lang::En => words(self.english(money), self.english_suggestion(money)),
            Lang::Sv => words(self.swedish(money), self.swedish_suggestion(money)),
        }
    }

    fn english(&self, money: impl Fn(&Money) -> String) -> String {
        let floor_of = |rule: &str, subject: &Option<String>, floor: &Money| match subject {
            Some(subject) => format!("the floor {} of the rule `{rule}` for `{subject}`", money(floor)),
            None => format!("the floor {} of the rule `{rule}`", money(floor)),
        };
        match self {
            Self::SelectsNothing { rule, .. } => format!("the rule `{rule}` selects no activity"),
            Self::WordSelectsNothing { word } => {
                format!("no activity has the {} `{}`", word.kind.noun(Lang::En), word.word)
            }
            Self::FloorAboveAsked { rule, subject, floor, asked } => {
                format!("{} is above what is asked there, {}", floor_of(rule, subject, floor), money(asked))
            }
            Self::FloorAboveBudget { rule, subject, floor, budget } => {
                format!("{} is above the money there is, {}", floor_of(rule, subject, floor), money(budget))
            }
            Self::FloorsAboveBudget { rules, floors, budget } => {
                let (rules, floors, budget) = (listed(rules), money(floors), money(budget));
                format!("the floors of {rules} add up to {floors}, above the budget {budget}")
            }
            Self::FloorAboveCap { rule, floor, cap_rule, cap } => {
                let floor = floor_of(rule, &None, floor);
                format!("{floor} is above what the cap of `{cap_rule}` lets through, {}", money(cap))
            }
            Self::NeverBinds { rule, kind, .. } => match kind {
                Kind::AtMost => format!("the cap of the rule `{rule}` can never hold a grant down"),
                Kind::AtLeast => format!("the floor of the rule `{rule}` can never lift a grant"),
            },
            Self::CapsBelowWhole { rules, sum } => format!(
                "the caps of {} add up to {sum} of all that is granted, so that nothing can be granted",
                listed(rules)
            ),
            Self::CapsBelowBudget { rules, most, budget } => format!(
                "with the caps of {} at most {} can be granted, less than the budget {}",
                listed(rules),
                money(most),
                money(budget)
            ),
            Self::AllowsNothing { rule, kind } => match kind {
                Kind::AtMost => format!("the cap of the rule `{rule}` on all activities lets nothing be granted"),
                Kind::AtLeast => format!("the floors of the rule `{rule}` add up to more than all that is granted"),
            },
        }
    }

    fn english_suggestion(&self, money: impl Fn(&Money) -> String) -> String {
        match self {
            Self::SelectsNothing { word: Some(word), .. } | Self::WordSelectsNothing { word } => {
                instead(word, Lang::En)
            }
            Self::SelectsNothing { rule, word: None } => format!("let the rule `{rule}` select an activity"),
            Self::FloorAboveAsked { asked: most, .. }
            | Self::FloorAboveBudget { budget: most, .. }
            | Self::FloorAboveCap { cap: most, .. } => format!("lower the floor to at most {}", money(most)),
            Self::FloorsAboveBudget { budget, .. } => {
                format!("lower the floors until they add up to at most {}", money(budget))
            }
            Self::NeverBinds { rule, alone: true, .. } => format!("remove the rule `{rule}`"),
            Self::NeverBinds { rule, kind, .. } => format!("remove `{}` from the rule `{rule}`", key(*kind)),
            Self::CapsBelowWhole { .. } => {
                "raise the caps until they add up to at least 100 %, or write them as percentages `of budget`"
                    .to_owned()
            }
            Self::CapsBelowBudget { .. } => {
                "raise the caps, or lower the budget to what they let be granted".to_owned()
            }
            Self::AllowsNothing { kind: Kind::AtMost, .. } => "write the cap as a percentage `of budget`".to_owned(),
            Self::AllowsNothing { kind: Kind::AtLeast, .. } => {
                "lower the floors until they add up to at most 100 %".to_owned()
            }
        }
    }

    fn swedish(&self, money: impl Fn(&Money) -> String) -> String {
        let floor_of = |rule: &str, subject: &Option<String>, floor: &Money| match subject {
            Some(subject) => format!("golvet {} i regeln `{rule}` för `{subject}`", money(floor)),
            None => format!("golvet {} i regeln `{rule}`", money(floor)),
        };
        match self {
            Self::SelectsNothing { rule, .. } => format!("regeln `{rule}` omfattar ingen aktivitet"),
            Self::WordSelectsNothing { word } => {
                format!("ingen aktivitet har {} `{}`", word.kind.noun(Lang::Sv), word.word)
            }
            Self::FloorAboveAsked { rule, subject, floor, asked } => {
                format!("{} är högre än det belopp som söks där, {}", floor_of(rule, subject, floor), money(asked))
            }
            Self::FloorAboveBudget { rule, subject, floor, budget } => {
                format!("{} är högre än de medel som finns, {}", floor_of(rule, subject, floor), money(budget))
            }
            Self::FloorsAboveBudget { rules, floors, budget } => {
                let (rules, floors, budget) = (listed(rules), money(floors), money(budget));
                format!("golven i {rules} är sammanlagt {floors}, vilket är mer än budgeten {budget}")
            }
            Self::FloorAboveCap { rule, floor, cap_rule, cap } => {
                let floor = floor_of(rule, &None, floor);
                format!("{floor} är högre än vad taket i `{cap_rule}` medger, {}", money(cap))
            }
            Self::NeverBinds { rule, kind, .. } => match kind {
                Kind::AtMost => format!("taket i regeln `{rule}` kan aldrig begränsa något belopp"),
                Kind::AtLeast => format!("golvet i regeln `{rule}` kan aldrig höja något belopp"),
            },
            Self::CapsBelowWhole { rules, sum } => format!(
                "taken i {} är sammanlagt {} av allt som beviljas, vilket gör att ingenting kan beviljas",
                listed(rules),
                numerals::decimal(&sum.to_string(), Lang::Sv)
            ),
            Self::CapsBelowBudget { rules, most, budget } => format!(
                "taken i {} medger att högst {} beviljas, vilket är mindre än budgeten {}",
                listed(rules),
                money(most),
                money(budget)
            ),
            Self::AllowsNothing { rule, kind } => match kind {
                Kind::AtMost => format!("taket i regeln `{rule}` för alla aktiviteter gör att ingenting kan beviljas"),
                Kind::AtLeast => format!("golven i regeln `{rule}` är sammanlagt mer än allt som beviljas"),
            },
        }
    }

    fn swedish_suggestion(&self, money: impl Fn(&Money) -> String) -> String {
        match self {
            Self::SelectsNothing { word: Some(word), .. } | Self::WordSelectsNothing { word } => {
                instead(word, Lang::Sv)
            }
            Self::SelectsNothing { rule, word: None } => format!("låt regeln `{rule}` omfatta en aktivitet"),
            Self::FloorAboveAsked { asked: most, .. }
            | Self::FloorAboveBudget { budget: most, .. }
            | Self::FloorAboveCap { cap: most, .. } => format!("sänk golvet till högst {}", money(most)),
            Self::FloorsAboveBudget { budget, .. } => {
                format!("sänk golven så att de sammanlagt är högst {}", money(budget))
            }
            Self::NeverBinds { rule, alone: true, .. } => format!("ta bort regeln `{rule}`"),
            Self::NeverBinds { rule, kind, .. } => format!("ta bort `{}` från regeln `{rule}`", key(*kind)),
            Self::CapsBelowWhole { .. } => {
                "höj taken så att de sammanlagt är minst 100 %, eller skriv dem som procentandelar `of budget`"
                    .to_owned()
            }
            Self::CapsBelowBudget { .. } => "höj taken, eller sänk budgeten till vad de medger".to_owned(),
            Self::AllowsNothing { kind: Kind::AtMost, .. } => "skriv taket som en procentandel `of budget`".to_owned(),
            Self::AllowsNothing { kind: Kind::AtLeast, .. } => {
                "sänk golven så att de sammanlagt är högst 100 %".to_owned()
            }
        }
    }
}

/// The key of a rule's limit.
pub(super) fn key(kind: Kind) -> &'static str {
    match kind {
        Kind::AtMost => "at_most",
        Kind::AtLeast => "at_least",
    }
}
