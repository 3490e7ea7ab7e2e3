//! A checked allocation as data for programs.

use fordela_model::call::draft::Activity;
use fordela_model::{CallDraft, Grant};
use fordela_num::Money;
use serde::{Serialize, Serializer};

use crate::Verified;

/// Ids rather than places, and money and numbers as exact text: an amount as `1550000.50`, a number as `n` or `n/d`. Keys may
/// be added; those that there are keep their meaning.
///
/// ```
/// # use fordela::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let best = fordela::best(&call)?.ok_or("nothing keeps all rules")?;
/// let expected = serde_json::json!({
///     "optimal": true,
///     "value": "1900000/3",
///     "bound": "1900000/3",
///     "granted": "700000",
///     "grants": [
///         { "activity": "music", "amount": "500000", "paid": [{ "fund": "city", "amount": "500000" }] },
///         { "activity": "stage", "amount": "200000", "paid": [{ "fund": "city", "amount": "200000" }] },
///     ],
/// });
/// assert_eq!(serde_json::to_value(&best)?, expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl Serialize for Verified {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let draft = &self.draft;
        let grants =
            draft.activities.iter().zip(self.grants()).map(|(activity, grant)| granted(draft, activity, grant));
        let told = Told {
            optimal: self.is_optimal(),
            value: self.value().to_string(),
            bound: self.bound().to_string(),
            granted: self.granted(),
            grants: grants.collect(),
        };
        told.serialize(serializer)
    }
}

#[derive(Serialize)]
struct Told<'a> {
    optimal: bool,
    value: String,
    bound: String,
    granted: Money,
    grants: Vec<Granted<'a>>,
}

#[derive(Serialize)]
struct Granted<'a> {
    activity: &'a str,
    amount: Money,
    /// The lines that are granted, where they are granted one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<Vec<&'a str>>,
    paid: Vec<Paid<'a>>,
    /// What is paid of each line, where it is known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paid_lines: Vec<PaidLine<'a>>,
}

#[derive(Serialize)]
struct Paid<'a> {
    fund: &'a str,
    amount: Money,
}

#[derive(Serialize)]
struct PaidLine<'a> {
    line: &'a str,
    fund: &'a str,
    amount: Money,
}

fn granted<'a>(draft: &'a CallDraft, activity: &'a Activity, grant: &Grant) -> Granted<'a> {
    let fund = |place: usize| draft.funds[place].id.as_str();
    let lines = activity.lines.iter().zip(&grant.lines).filter(|(_, is_granted)| **is_granted);
    let by_line = grant.by_line.iter();
    Granted {
        activity: &activity.id,
        amount: grant.amount,
        lines: (!grant.lines.is_empty()).then(|| lines.map(|(line, _)| line.id.as_str()).collect()),
        paid: grant.by_fund.iter().map(|&(place, amount)| Paid { fund: fund(place), amount }).collect(),
        paid_lines: by_line
            .map(|paid| PaidLine { line: &activity.lines[paid.line].id, fund: fund(paid.fund), amount: paid.amount })
            .collect(),
    }
}
