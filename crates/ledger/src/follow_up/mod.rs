//! Follow-up: what was granted beside what was spent, and what becomes of the rest.
//!
//! For every activity or applicant, and every fund, `granted = spent + repaid + carried over + returned + unsettled`,
//! exactly. What was spent beyond a grant stands apart: it is never set off against what another has left. Every
//! reported sum is put beside what it is the sum of.

mod fault;
mod finding;
mod granted;
mod outcome;
mod results;
mod settle;
mod spent;
mod sums;

pub use fault::{FollowUpError, GrantFault, OutcomeCause, OutcomeFault};
pub use finding::{Finding, FindingKind};
pub use fordela_model::call::Period;
pub use granted::Decided;
pub use outcome::{At, Cell, Outcome, Row, Sum};
pub use results::{Achieved, KindSpent};
pub use settle::{Account, PeriodAccount, Settlement};
pub use sums::{Check, Part, PartOf};

use fordela_model::{Call, Party};
use granted::Granted;

/// What became of the money of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FollowUp {
    /// Whom the accounts are of: activities, or applicants where the decision or the outcome names only these.
    pub by: Party,
    /// What each was granted from each fund and what became of it, in the order of the call. A party that was
    /// granted nothing and reports nothing has no account.
    pub accounts: Vec<Account>,
    /// Every reported sum beside its parts, in the order of the rows.
    pub checks: Vec<Check>,
    /// Results, and what each cost.
    pub results: Vec<Achieved>,
    /// What was spent by kind of cost, for those who tell it.
    pub kinds: Vec<KindSpent>,
    /// What people should look at.
    pub findings: Vec<Finding>,
}

impl FollowUp {
    /// All accounts together.
    #[must_use]
    pub fn total(&self) -> Settlement {
        self.accounts.iter().map(|account| account.settlement).sum()
    }

    /// The accounts of one activity or applicant.
    #[must_use]
    pub fn accounts_of(&self, party: usize) -> &[Account] {
        settle::of_party(&self.accounts, party)
    }

    /// The accounts of one activity or applicant together.
    #[must_use]
    pub fn of_party(&self, party: usize) -> Settlement {
        self.accounts_of(party).iter().map(|account| account.settlement).sum()
    }

    /// The accounts of one fund together; of `None` where it is not known which fund pays.
    #[must_use]
    pub fn of_fund(&self, fund: Option<usize>) -> Settlement {
        self.accounts.iter().filter(|account| account.fund == fund).map(|account| account.settlement).sum()
    }

    /// Whether anything was reported of an activity or applicant.
    #[must_use]
    pub fn is_reported(&self, party: usize) -> bool {
        self.accounts_of(party).iter().any(|account| account.is_reported)
    }
}

/// Follows up what was decided under a call by what was reported.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use fordela::call::draft::{Activity, Applicant, Criterion, Fund, Unspent};
/// use fordela::follow_up::{Decided, Outcome, Row, Sum, follow_up};
/// use fordela::{CallDraft, Money, Party};
///
/// let call = CallDraft::new("Summer")
///     .fund(Fund::new("state", 700).unspent(Unspent::Repay))
///     .criterion(Criterion::new("need", 1, 3))
///     .applicant(Applicant::new("culture"))
///     .activity(Activity::new("music", "culture", 500).score("need", 3))
///     .validate()?;
/// let grants = BTreeMap::from([("music".to_owned(), Money::new(500))]);
/// let decided = Decided { to: Party::Activity, grants, funds: BTreeMap::new() };
/// let sums = BTreeMap::from([(Sum::Spent, Money::new(420)), (Sum::Repaid, Money::new(90))]);
/// let row = Row { activity: Some("music".to_owned()), sums, ..Row::default() };
/// let found = follow_up(&call, &decided, &Outcome { rows: vec![row] }).expect("ids of the call");
/// assert_eq!(found.total().repaid, Money::new(80));
/// assert_eq!(found.checks[0].difference(), 10_i64.into());
/// # Ok::<(), fordela::call::Faults>(())
/// ```
///
/// # Errors
///
/// All that is wrong with the decision: unknown ids, sums below zero; or else with the outcome: unknown ids, figures
/// below zero, rows about the same, rows of which it cannot be told which fund's money it was.
pub fn follow_up(call: &Call, decided: &Decided, outcome: &Outcome) -> Result<FollowUp, FollowUpError> {
    let by = spent::parties(outcome, decided.to);
    let granted = Granted::of(call, decided, by).map_err(FollowUpError::Decision)?;
    let rows = spent::known(call, outcome, &granted, by).map_err(FollowUpError::Outcome)?;
    let accounts = settle::accounts(call, &granted, &rows, by);
    let (checks, unchecked) = sums::checks(call, &rows, &accounts, by);
    let (results, kinds) = (results::achieved(&rows, by), results::kinds(&rows, by));
    let findings = finding::findings(call, &granted, &rows, &accounts, &checks, unchecked, by);
    Ok(FollowUp { by, accounts, checks, results, kinds, findings })
}

/// The result that another is a part of: `participants` of `participants.children`.
fn parent(result: &str) -> Option<&str> {
    result.rsplit_once('.').map(|(parent, _)| parent)
}
