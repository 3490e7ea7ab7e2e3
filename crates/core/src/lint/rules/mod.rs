//! Caps and floors: what can be odd about them, and what is said of it.

mod conflict;
mod find;

use super::vocabulary::UnusedWord;
use super::words::{Words, amount, listed, words};
use super::{FindingKind, Report};
use crate::Lang;
use crate::call::{Kind, Place};
use crate::money::Money;

pub(super) use find::check;

/// What can be odd about caps and floors. A floor is given as the least money that meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleFinding {
    /// A rule selects no activity.
    SelectsNothing {
        /// The rule.
        rule: String,
        /// A word it selects by that no activity has.
        word: Option<UnusedWord>,
    },
    /// A word of a selection is no activity's, though the selection as a whole selects some.
    WordSelectsNothing {
        /// The word.
        word: UnusedWord,
    },
    /// A floor is above what its selection asks for.
    FloorAboveAsked {
        /// The rule.
        rule: String,
        /// What the rule is repeated for, where it is lowest.
        subject: Option<String>,
        /// The floor.
        floor: Money,
        /// What the selection asks for.
        asked: Money,
    },
    /// A floor is above the money there is for it.
    FloorAboveBudget {
        /// The rule.
        rule: String,
        /// What the rule is repeated for, where there is least.
        subject: Option<String>,
        /// The floor.
        floor: Money,
        /// The money of the funds that it counts.
        budget: Money,
    },
    /// Floors on different activities are together above the budget.
    FloorsAboveBudget {
        /// The rules.
        rules: Vec<String>,
        /// The sum of the floors.
        floors: Money,
        /// The budget.
        budget: Money,
    },
    /// A floor is above a cap on the same activities, or on more.
    FloorAboveCap {
        /// The rule with the floor.
        rule: String,
        /// The floor.
        floor: Money,
        /// The rule with the cap.
        cap_rule: String,
        /// The most that the cap lets through.
        cap: Money,
    },
    /// A cap or floor that every allocation keeps.
    NeverBinds {
        /// The rule.
        rule: String,
        /// Whether it is its cap or its floor.
        kind: Kind,
        /// Whether the rule says nothing else.
        alone: bool,
    },
    /// A cap or floor that is a part of all that is granted, and that only granting nothing keeps.
    AllowsNothing {
        /// The rule.
        rule: String,
        /// Whether it is its cap or its floor.
        kind: Kind,
    },
}

impl RuleFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::SelectsNothing { .. } => "rule-selects-nothing",
            Self::WordSelectsNothing { .. } => "word-selects-nothing",
            Self::FloorAboveAsked { .. } => "floor-above-asked",
            Self::FloorAboveBudget { .. } => "floor-above-budget",
            Self::FloorsAboveBudget { .. } => "floors-above-budget",
            Self::FloorAboveCap { .. } => "floor-above-cap",
            Self::NeverBinds { .. } => "rule-never-binds",
            Self::AllowsNothing { .. } => "rule-allows-nothing",
        }
    }

    pub(super) fn words(&self, lang: Lang) -> Words {
        let money = |sum: &Money| amount(*sum, lang);
        match lang {
            Lang::En => self.english(money),
            Lang::Sv => self.swedish(money),
        }
    }

    fn english(&self, money: impl Fn(&Money) -> String) -> Words {
        let subject = |subject: &Option<String>| subject.as_ref().map_or(String::new(), |s| format!(" for `{s}`"));
        match self {
            Self::SelectsNothing { rule, word } => words(
                format!("the rule `{rule}` selects no activity"),
                match word {
                    Some(word) => instead(word, Lang::En),
                    None => format!("let the rule `{rule}` select an activity"),
                },
            ),
            Self::WordSelectsNothing { word } => words(
                format!("no activity has the {} `{}`", word.kind.noun(Lang::En), word.word),
                instead(word, Lang::En),
            ),
            Self::FloorAboveAsked { rule, subject: of, floor, asked } => words(
                format!(
                    "the floor {} of the rule `{rule}`{} is above what is asked there, {}",
                    money(floor),
                    subject(of),
                    money(asked)
                ),
                format!("lower the floor to at most {}", money(asked)),
            ),
            Self::FloorAboveBudget { rule, subject: of, floor, budget } => words(
                format!(
                    "the floor {} of the rule `{rule}`{} is above the money there is, {}",
                    money(floor),
                    subject(of),
                    money(budget)
                ),
                format!("lower the floor to at most {}", money(budget)),
            ),
            Self::FloorsAboveBudget { rules, floors, budget } => words(
                format!(
                    "the floors of {} add up to {}, above the budget {}",
                    listed(rules),
                    money(floors),
                    money(budget)
                ),
                format!("lower the floors until they add up to at most {}", money(budget)),
            ),
            Self::FloorAboveCap { rule, floor, cap_rule, cap } => words(
                format!(
                    "the floor {} of the rule `{rule}` is above what the cap of `{cap_rule}` lets through, {}",
                    money(floor),
                    money(cap)
                ),
                format!("lower the floor to at most {}", money(cap)),
            ),
            Self::NeverBinds { rule, kind: Kind::AtMost, alone } => words(
                format!("the cap of the rule `{rule}` can never hold a grant down"),
                remove(rule, "at_most", *alone, Lang::En),
            ),
            Self::NeverBinds { rule, kind: Kind::AtLeast, alone } => words(
                format!("the floor of the rule `{rule}` can never lift a grant"),
                remove(rule, "at_least", *alone, Lang::En),
            ),
            Self::AllowsNothing { rule, kind: Kind::AtMost } => words(
                format!(
                    "the cap of the rule `{rule}` holds all activities to less than all that is granted, so nothing can be"
                ),
                "write the cap as a percentage `of budget`",
            ),
            Self::AllowsNothing { rule, kind: Kind::AtLeast } => words(
                format!("the floors of the rule `{rule}` add up to more than all that is granted, so nothing can be"),
                "lower the floors until they add up to at most 100 %",
            ),
        }
    }

    fn swedish(&self, money: impl Fn(&Money) -> String) -> Words {
        let subject = |subject: &Option<String>| subject.as_ref().map_or(String::new(), |s| format!(" för `{s}`"));
        match self {
            Self::SelectsNothing { rule, word } => words(
                format!("regeln `{rule}` omfattar ingen aktivitet"),
                match word {
                    Some(word) => instead(word, Lang::Sv),
                    None => format!("låt regeln `{rule}` omfatta en aktivitet"),
                },
            ),
            Self::WordSelectsNothing { word } => words(
                format!("ingen aktivitet har {} `{}`", word.kind.noun(Lang::Sv), word.word),
                instead(word, Lang::Sv),
            ),
            Self::FloorAboveAsked { rule, subject: of, floor, asked } => words(
                format!(
                    "golvet {} i regeln `{rule}`{} är högre än det belopp som söks där, {}",
                    money(floor),
                    subject(of),
                    money(asked)
                ),
                format!("sänk golvet till högst {}", money(asked)),
            ),
            Self::FloorAboveBudget { rule, subject: of, floor, budget } => words(
                format!(
                    "golvet {} i regeln `{rule}`{} är högre än de medel som finns, {}",
                    money(floor),
                    subject(of),
                    money(budget)
                ),
                format!("sänk golvet till högst {}", money(budget)),
            ),
            Self::FloorsAboveBudget { rules, floors, budget } => words(
                format!(
                    "golven i {} är sammanlagt {}, vilket är mer än budgeten {}",
                    listed(rules),
                    money(floors),
                    money(budget)
                ),
                format!("sänk golven så att de sammanlagt är högst {}", money(budget)),
            ),
            Self::FloorAboveCap { rule, floor, cap_rule, cap } => words(
                format!(
                    "golvet {} i regeln `{rule}` är högre än vad taket i `{cap_rule}` medger, {}",
                    money(floor),
                    money(cap)
                ),
                format!("sänk golvet till högst {}", money(cap)),
            ),
            Self::NeverBinds { rule, kind: Kind::AtMost, alone } => words(
                format!("taket i regeln `{rule}` kan aldrig begränsa något belopp"),
                remove(rule, "at_most", *alone, Lang::Sv),
            ),
            Self::NeverBinds { rule, kind: Kind::AtLeast, alone } => words(
                format!("golvet i regeln `{rule}` kan aldrig höja något belopp"),
                remove(rule, "at_least", *alone, Lang::Sv),
            ),
            Self::AllowsNothing { rule, kind: Kind::AtMost } => words(
                format!(
                    "taket i regeln `{rule}` ger alla aktiviteter mindre än allt som beviljas, och därför kan ingenting beviljas"
                ),
                "skriv taket som en procentandel `of budget`",
            ),
            Self::AllowsNothing { rule, kind: Kind::AtLeast } => words(
                format!(
                    "golven i regeln `{rule}` är sammanlagt mer än allt som beviljas, och därför kan ingenting beviljas"
                ),
                "sänk golven så att de sammanlagt är högst 100 %",
            ),
        }
    }
}

/// What to write for a word that no activity has.
pub(super) fn instead(unused: &UnusedWord, lang: Lang) -> String {
    let UnusedWord { kind, word, nearest } = unused;
    match (nearest, lang) {
        (Some(nearest), Lang::En) => format!("write `{nearest}` for `{word}`"),
        (Some(nearest), Lang::Sv) => format!("skriv `{nearest}` i stället för `{word}`"),
        (None, Lang::En) => format!("give an activity the {} `{word}`", kind.noun(lang)),
        (None, Lang::Sv) => format!("ge en aktivitet {} `{word}`", kind.noun(lang)),
    }
}

fn remove(rule: &str, key: &str, alone: bool, lang: Lang) -> String {
    match (alone, lang) {
        (true, Lang::En) => format!("remove the rule `{rule}`"),
        (true, Lang::Sv) => format!("ta bort regeln `{rule}`"),
        (false, Lang::En) => format!("remove `{key}` from the rule `{rule}`"),
        (false, Lang::Sv) => format!("ta bort `{key}` från regeln `{rule}`"),
    }
}

/// Reports the words of a selection that no activity has, with their numbers in it.
pub(super) fn unused_words(selection: &Place, unused: Vec<(usize, UnusedWord)>, report: &mut Report) {
    for (n, word) in unused {
        let place = selection.key(word.kind.key()).item(n);
        report.add(place, FindingKind::Rule(RuleFinding::WordSelectsNothing { word }));
    }
}
