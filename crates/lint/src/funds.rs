//! The budget and its funds.

use fordela_model::call::Place;
use fordela_model::call::draft::Fund;
use fordela_model::{Call, Lang, numerals};
use fordela_num::Money;
use rust_decimal::Decimal;

use super::vocabulary::{UnusedWord, Vocabulary};
use super::words::{Words, words};
use super::{FindingKind, Report, rules};

/// Asks together this many times the budget are taken for kronor beside a budget in thousands.
const FAR_ABOVE: i64 = 500;

/// What can be odd about the budget and its funds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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

    pub(super) fn words(&self, lang: Lang, currency: &str) -> Words {
        let money = |sum: &Money| numerals::money(*sum, currency, lang);
        match lang {
            Lang::En => self.english(money),
            Lang::Sv => self.swedish(money),
        }
    }

    fn english(&self, money: impl Fn(&Money) -> String) -> Words {
        match self {
            Self::NoFunds => words("the call has no fund", "add the fund that pays"),
            Self::BudgetAboveAsked { budget, asked } => words(
                format!("the budget {} is above all that is asked, {}", money(budget), money(asked)),
                "check that all activities are in the call, with their asks in full",
            ),
            Self::BudgetFarBelowAsked { budget, asked } => words(
                format!("{} is asked, more than {FAR_ABOVE} times the budget {}", money(asked), money(budget)),
                "check that the funds are not written in thousands",
            ),
            Self::Empty { fund } => {
                words(format!("the fund `{fund}` holds 0"), format!("write the amount of `{fund}`"))
            }
            Self::PaysForNothing { fund, word } => words(
                format!("the fund `{fund}` may pay for no activity"),
                match word {
                    Some(word) => rules::instead(word, Lang::En),
                    None => format!("let `pays_for` of `{fund}` cover an activity"),
                },
            ),
            Self::AboveAsked { fund, amount, asked } => words(
                format!(
                    "the fund `{fund}` holds {}, but what it may pay for asks for {} only",
                    money(amount),
                    money(asked)
                ),
                format!("let `pays_for` of `{fund}` cover more activities"),
            ),
            Self::ActivityUnpaid { activity } => words(
                format!("no fund may pay for the activity `{activity}`"),
                format!("let `pays_for` of a fund cover `{activity}`"),
            ),
        }
    }

    fn swedish(&self, money: impl Fn(&Money) -> String) -> Words {
        match self {
            Self::NoFunds => {
                words("utlysningen saknar finansieringskälla", "lägg till den finansieringskälla som betalar")
            }
            Self::BudgetAboveAsked { budget, asked } => words(
                format!("budgeten {} är större än allt som söks, {}", money(budget), money(asked)),
                "kontrollera att alla aktiviteter finns med och att de sökta beloppen är angivna i sin helhet",
            ),
            Self::BudgetFarBelowAsked { budget, asked } => words(
                format!("det söks {}, mer än {FAR_ABOVE} gånger budgeten {}", money(asked), money(budget)),
                "kontrollera att finansieringskällornas belopp inte är angivna i tusental",
            ),
            Self::Empty { fund } => {
                words(format!("beloppet för finansieringskällan `{fund}` är 0"), format!("ange beloppet för `{fund}`"))
            }
            Self::PaysForNothing { fund, word } => words(
                format!("finansieringskällan `{fund}` får inte betala någon aktivitet"),
                match word {
                    Some(word) => rules::instead(word, Lang::Sv),
                    None => format!("låt `pays_for` för `{fund}` omfatta en aktivitet"),
                },
            ),
            Self::AboveAsked { fund, amount, asked } => words(
                format!(
                    "finansieringskällan `{fund}` har {}, men de aktiviteter den får betala söker bara {}",
                    money(amount),
                    money(asked)
                ),
                format!("låt `pays_for` för `{fund}` omfatta fler aktiviteter"),
            ),
            Self::ActivityUnpaid { activity } => words(
                format!("ingen finansieringskälla får betala aktiviteten `{activity}`"),
                format!("låt `pays_for` för en finansieringskälla omfatta `{activity}`"),
            ),
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
            for &fund in &item.payers {
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
