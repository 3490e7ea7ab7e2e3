//! Caps and floors: what can be odd about them, and what is said of it.

mod caps;
mod conflict;
mod find;
mod sized;

use fordela_model::call::{Kind, Percent, Place};
use fordela_num::Money;

use super::vocabulary::UnusedWord;
use super::{FindingKind, Report};

pub(super) use find::check;

/// What can be odd about caps and floors. A floor is given as the least money that meets it.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Caps that are parts of all that is granted hold all activities, and add up to less than all of it.
    CapsBelowWhole {
        /// The rules.
        rules: Vec<String>,
        /// What the caps add up to.
        sum: Percent,
    },
    /// Caps let less be granted than the budget, though more is asked.
    CapsBelowBudget {
        /// The rules.
        rules: Vec<String>,
        /// The most that their caps and what is asked elsewhere let be granted.
        most: Money,
        /// The budget.
        budget: Money,
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
            Self::CapsBelowWhole { .. } => "caps-below-whole",
            Self::CapsBelowBudget { .. } => "caps-below-budget",
            Self::AllowsNothing { .. } => "rule-allows-nothing",
        }
    }
}

/// Reports the words of a selection that no activity has, with their numbers in it.
pub(super) fn unused_words(selection: &Place, unused: Vec<(usize, UnusedWord)>, report: &mut Report) {
    for (n, word) in unused {
        let place = selection.key(word.kind.key()).item(n);
        report.add(place, FindingKind::Rule(RuleFinding::WordSelectsNothing { word }));
    }
}
