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
use serde::Serialize;

/// What became of the money of a call.
///
/// As data for programs, everything is named by ids, and money and numbers are exact text: an amount as `70.50`, a number as
/// `n` or `n/d`. Rows of the outcome count from 0; a result stands in the cell `{ "result": "participants" }`. What a part of
/// a sum or a finding is, is told by `what`. Keys may be added; those that there are keep their meaning.
///
/// ```
/// # use std::collections::BTreeMap;
/// # use fordela::call::draft::Unspent;
/// # use fordela::follow_up::{Decided, Outcome, Row, Sum, follow_up};
/// # use fordela::{Activity, Applicant, CallDraft, Criterion, Fund, Money, Party};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("state", 700).unspent(Unspent::CarryOver))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500).score("need", 3))
/// #     .validate()?;
/// # let grants = BTreeMap::from([("music".to_owned(), Money::new(500))]);
/// # let decided = Decided { to: Party::Activity, grants, funds: BTreeMap::new() };
/// # let row = Row {
/// #     activity: Some("music".to_owned()),
/// #     period: Some("2023-07".to_owned()),
/// #     kind: Some("wages".to_owned()),
/// #     sums: BTreeMap::from([(Sum::Spent, Money::new(420))]),
/// #     results: BTreeMap::from([("concerts".to_owned(), 9.into())]),
/// #     ..Row::default()
/// # };
/// # let sums = [(Sum::Granted, 500), (Sum::Spent, 420), (Sum::CarriedOver, 90)];
/// # let sums = sums.map(|(sum, amount)| (sum, Money::new(amount))).into();
/// # let total = Row { is_sum: true, sums, ..Row::default() };
/// # let outcome = Outcome { rows: vec![row, total] };
/// let found = follow_up(&call, &decided, &outcome).expect("ids of the call");
/// let settlement = serde_json::json!({
///     "granted": "500", "spent": "420", "above": "0",
///     "repaid": "0", "carried_over": "80", "returned": "0", "unsettled": "0",
/// });
/// let period = serde_json::json!({
///     "period": { "days": ["2023-07-01", "2023-07-31"], "name": "2023-07" },
///     "available": "500", "spent": "420", "above": "0", "left": "80",
/// });
/// let reported = |row: usize, sum: &str| serde_json::json!({ "row": row, "cell": { "sum": sum } });
/// let expected = serde_json::json!({
///     "by": "activity",
///     "accounts": [{
///         "party": "music", "fund": "state",
///         "settlement": settlement, "unspent": "carry-over", "is_reported": true, "periods": [period],
///     }],
///     "checks": [{
///         "at": reported(1, "granted"), "reported": "500",
///         "parts": [{ "what": "granted", "party": "music", "amount": "500" }],
///     }, {
///         "at": reported(1, "spent"), "reported": "420",
///         "parts": [{ "what": "figure", "row": 0, "cell": { "sum": "spent" }, "amount": "420" }],
///     }, {
///         "at": reported(1, "carried-over"), "reported": "90",
///         "parts": [{ "what": "all-granted", "amount": "500" }, { "what": "all-spent", "amount": "-420" }],
///     }],
///     "results": [{ "party": "music", "name": "concerts", "result": "9", "spent": "420", "each": "140/3" }],
///     "kinds": [{ "party": "music", "kind": "wages", "spent": "420" }],
///     "findings": [{
///         "at": reported(1, "carried-over"), "what": "does-not-add-up",
///         "reported": "90", "parts": ["500", "-420"], "is_money": true,
///     }],
/// });
/// assert_eq!(serde_json::to_value(&found)?, expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

    /// The accounts of one activity or applicant, by its id; none where no account is of that id.
    #[must_use]
    pub fn accounts_of(&self, party: &str) -> &[Account] {
        let mut all = self.accounts.chunk_by(|one, other| one.party == other.party);
        all.find(|own| own.iter().any(|one| one.party == party)).unwrap_or_default()
    }

    /// The accounts of one activity or applicant together, by its id.
    #[must_use]
    pub fn of_party(&self, party: &str) -> Settlement {
        self.accounts_of(party).iter().map(|account| account.settlement).sum()
    }

    /// The accounts of one fund together, by its id; of `None` where it is not known which fund pays.
    #[must_use]
    pub fn of_fund(&self, fund: Option<&str>) -> Settlement {
        self.accounts.iter().filter(|account| account.fund.as_deref() == fund).map(|account| account.settlement).sum()
    }

    /// Whether anything was reported of what an activity or applicant spent, by its id.
    #[must_use]
    pub fn is_reported(&self, party: &str) -> bool {
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
    let (results, kinds) = (results::achieved(call, &rows, by), results::kinds(call, &rows, by));
    let findings = finding::findings(call, &granted, &rows, &accounts, &checks, unchecked, by);
    let accounts = accounts.into_iter().map(|one| one.account).collect();
    Ok(FollowUp { by, accounts, checks, results, kinds, findings })
}

/// The result that another is a part of: `participants` of `participants.children`.
fn parent(result: &str) -> Option<&str> {
    result.rsplit_once('.').map(|(parent, _)| parent)
}
