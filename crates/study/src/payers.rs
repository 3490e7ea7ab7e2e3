//! Who pays what people decided, where they did not say.

use std::collections::{BTreeMap, BTreeSet};

use fordela_ledger::follow_up::{Decided, Outcome};
use fordela_lp::exact::Effort;
use fordela_model::call::ByName;
use fordela_model::{Call, Party};
use fordela_num::Money;
use fordela_solve::pay;
use serde::Serialize;

/// How it is known who pays what was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PayersBy {
    /// The decision says it, or leaves no choice.
    Decision,
    /// By the rules of the call, as they settle it for what is suggested.
    Rules,
    /// Not at all for some: the decision names applicants, and not what each of their activities gets.
    Applicants,
    /// Not at all for some: the decision says it for others, and the rules settle it for all together.
    OnlySome,
    /// Not at all for some: what was reported is of other funds than would pay by the rules.
    Outcome,
    /// Not at all for some: the funds cannot pay these sums so that the rules of the call are kept.
    BrokenRules,
    /// Not at all for some: that took too much to find out.
    Effort,
}

/// What each fund pays of each activity, by ids.
type Funds = BTreeMap<String, BTreeMap<String, Money>>;

/// Fills in who pays what was decided, where the decision says it of nobody and several funds may pay, and what was reported
/// does not say otherwise.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use fordela::follow_up::{Decided, Outcome};
/// use fordela::payers::{PayersBy, fill_in};
/// use fordela::{Activity, Applicant, CallDraft, Criterion, EFFORT, Effort, Fund, Money, Party};
///
/// let call = CallDraft::new("Summer")
///     .fund(Fund::new("city", 700).spend_first())
///     .fund(Fund::new("state", 700))
///     .criterion(Criterion::new("need", 1, 3))
///     .applicant(Applicant::new("culture"))
///     .activity(Activity::new("music", "culture", 900).score("need", 3))
///     .validate()?;
/// let grants = BTreeMap::from([("music".to_owned(), Money::new(800))]);
/// let mut decided = Decided { to: Party::Activity, grants, funds: BTreeMap::new() };
/// let (outcome, effort) = (Outcome::default(), Effort::new(EFFORT, &|| false));
/// assert_eq!(fill_in(&call, &mut decided, &outcome, &effort), PayersBy::Rules);
/// assert_eq!(decided.funds["music"]["city"], Money::new(700));
/// assert_eq!(decided.funds["music"]["state"], Money::new(100));
/// # Ok::<(), fordela::call::Faults>(())
/// ```
pub fn fill_in(call: &Call, decided: &mut Decided, outcome: &Outcome, effort: &Effort<'_>) -> PayersBy {
    if !is_open(call, decided) {
        return PayersBy::Decision;
    }
    let says_something = decided.funds.values().flat_map(BTreeMap::values).any(|amount| !amount.is_zero());
    match decided.to {
        Party::Applicant => return PayersBy::Applicants,
        Party::Activity if says_something => return PayersBy::OnlySome,
        Party::Activity => {}
    }
    let activities = &call.draft().activities;
    let grant = |id: &str| decided.grants.get(id).copied().unwrap_or_default();
    let grants: Vec<Money> = activities.iter().map(|activity| grant(&activity.id)).collect();
    match pay::payers(call, &grants, effort) {
        pay::Payers::None => PayersBy::BrokenRules,
        pay::Payers::Unknown => PayersBy::Effort,
        pay::Payers::Found(paid) => {
            let fund = |(fund, amount): (usize, Money)| (call.draft().funds[fund].id.clone(), amount);
            let paid = paid.into_iter().map(|paid| paid.into_iter().map(fund).collect());
            let paid = activities.iter().map(|activity| activity.id.clone()).zip(paid);
            let paid: Funds = paid.filter(|(_, paid): &(_, BTreeMap<_, _>)| !paid.is_empty()).collect();
            if says_otherwise(call, outcome, &paid) {
                return PayersBy::Outcome;
            }
            decided.funds = paid;
            PayersBy::Rules
        }
    }
}

/// Whether some row of what was reported names a fund that pays nothing of its activity.
fn says_otherwise(call: &Call, outcome: &Outcome, paid: &Funds) -> bool {
    let (activities, funds) = (Party::Activity.names(call), ByName::of(&call.draft().funds));
    outcome.rows.iter().any(|row| {
        let (activity, fund) = (row.activity.as_deref(), row.fund.as_deref());
        let named = activity.and_then(|said| activities.id(said)).zip(fund.and_then(|said| funds.id(said)));
        named.is_some_and(|(activity, fund)| paid.get(activity).is_some_and(|paid| !paid.contains_key(fund)))
    })
}

/// Whether somebody was granted money of which several funds may pay, and it is not said which does.
fn is_open(call: &Call, decided: &Decided) -> bool {
    let ids = decided.to.ids(call);
    let mut payers = vec![BTreeSet::<usize>::new(); ids.len()];
    for (place, claim) in call.claims().iter().enumerate() {
        let own = match decided.to {
            Party::Activity => place,
            Party::Applicant => claim.applicant(),
        };
        payers[own].extend(claim.payers());
    }
    ids.iter().zip(payers).any(|(id, payers)| {
        let is_granted = decided.grants.get(*id).is_some_and(|amount| !amount.is_zero());
        is_granted && !decided.funds.contains_key(*id) && payers.len() > 1
    })
}
