//! The budget and its funds.

use fordela_model::Call;
use fordela_model::call::Place;
use fordela_model::call::draft::Fund;
use fordela_num::Money;
use rust_decimal::Decimal;

use super::vocabulary::{UnusedWord, Vocabulary};
use super::{FindingKind, Report, rules};

/// Asks together this many times the budget are taken for kronor beside a budget in thousands.
pub const FAR_ABOVE: i64 = 500;

/// What can be odd about the budget and its funds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FundFinding {
    /// The call has no money.
    NoFunds,
    /// The budget is above all that is asked, so that nothing has to be chosen.
    BudgetAboveAsked {
        /// The budget.
        budget: Money,
        /// All that is asked.
        asked: Money,
    },
    /// The budget is a tiny part of all that is asked.
    BudgetFarBelowAsked {
        /// The budget.
        budget: Money,
        /// All that is asked.
        asked: Money,
    },
    /// A fund holds no money.
    Empty {
        /// The fund.
        fund: String,
    },
    /// A fund may pay for no activity.
    PaysForNothing {
        /// The fund.
        fund: String,
        /// A word it pays for that no activity has.
        word: Option<UnusedWord>,
    },
    /// A fund holds more than is asked of it, though the budget as a whole is scarce.
    AboveAsked {
        /// The fund.
        fund: String,
        /// What it holds.
        amount: Money,
        /// What the activities it may pay for ask.
        asked: Money,
    },
    /// No fund may pay for an activity.
    ActivityUnpaid {
        /// The activity.
        activity: String,
    },
}

impl FundFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NoFunds => "no-funds",
            Self::BudgetAboveAsked { .. } => "budget-above-asked",
            Self::BudgetFarBelowAsked { .. } => "budget-far-below-asked",
            Self::Empty { .. } => "fund-empty",
            Self::PaysForNothing { .. } => "fund-pays-for-nothing",
            Self::AboveAsked { .. } => "fund-above-asked",
            Self::ActivityUnpaid { .. } => "activity-unpaid",
        }
    }
}

pub(super) fn check(call: &Call, vocabulary: &Vocabulary, report: &mut Report) {
    if call.draft().funds.is_empty() {
        report.add(Place::root().key("fund"), FindingKind::Fund(FundFinding::NoFunds));
        return;
    }
    budget(call, report);
    let scarce = call.budget() <= call.asked();
    for (f, asked) in asked_of_funds(call).into_iter().enumerate() {
        let place = Place::root().key("fund").item(f);
        fund(&call.draft().funds[f], &place, asked, scarce, report);
        words_of(&call.draft().funds[f], &place, asked, vocabulary, report);
    }
    let is_unpaid = |a: &usize| call.claims()[*a].payers().is_empty() && call.eligible(*a).is_empty();
    for a in (0..call.claims().len()).filter(is_unpaid) {
        let activity = call.draft().activities[a].id.clone();
        let place = Place::root().key("activity").item(a);
        report.add(place, FindingKind::Fund(FundFinding::ActivityUnpaid { activity }));
    }
}

fn budget(call: &Call, report: &mut Report) {
    let (budget, asked) = (call.budget(), call.asked());
    let kind = if budget > asked {
        FundFinding::BudgetAboveAsked { budget, asked }
    } else if !budget.is_zero() && asked.decimal() > budget.decimal() * Decimal::from(FAR_ABOVE) {
        FundFinding::BudgetFarBelowAsked { budget, asked }
    } else {
        return;
    };
    let list = Place::root().key("fund");
    let place = if call.draft().funds.len() == 1 { list.item(0).key("amount") } else { list };
    report.add(place, FindingKind::Fund(kind));
}

/// What is asked by the activities that each fund may pay for; `None` where there are none.
fn asked_of_funds(call: &Call) -> Vec<Option<Money>> {
    let mut asked = vec![None; call.draft().funds.len()];
    for claim in call.claims() {
        for item in claim.items() {
            for &fund in &*item.payers {
                asked[fund] = Some(asked[fund].unwrap_or(Money::ZERO) + item.cost);
            }
        }
    }
    asked
}

fn fund(fund: &Fund, place: &Place, asked: Option<Money>, scarce: bool, report: &mut Report) {
    let kind = match asked {
        _ if fund.amount.is_zero() => FundFinding::Empty { fund: fund.id.clone() },
        Some(asked) if scarce && fund.amount > asked => {
            FundFinding::AboveAsked { fund: fund.id.clone(), amount: fund.amount, asked }
        }
        _ => return,
    };
    report.add(place.key("amount"), FindingKind::Fund(kind));
}

fn words_of(fund: &Fund, place: &Place, asked: Option<Money>, vocabulary: &Vocabulary, report: &mut Report) {
    let unused = vocabulary.unused(&fund.pays_for);
    let pays_for = place.key("pays_for");
    if asked.is_some() {
        rules::unused_words(&pays_for, unused, report);
    } else {
        let word = unused.into_iter().next().map(|(_, word)| word);
        let kind = FundFinding::PaysForNothing { fund: fund.id.clone(), word };
        report.add(pays_for, FindingKind::Fund(kind));
    }
}
