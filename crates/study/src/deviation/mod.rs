//! Where a decision deviates from what is suggested, what that costs, and what people say of it.

mod statement;

use std::collections::HashMap;

use fordela_model::Party;
use fordela_num::{Money, Rational};
use serde::Serialize;

pub use statement::{Said, Statement, StatementFault};

use crate::compare::{Comparison, ItemChange, Pair, Side};

/// A grant that is another than the suggested one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Deviation {
    /// The id of the activity or applicant.
    pub id: String,
    /// The money suggested.
    pub suggested: Money,
    /// The money decided.
    pub decided: Money,
}

impl Deviation {
    /// What was decided less what was suggested.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.decided - self.suggested
    }
}

/// What deviations cost, by the priorities of the call and in money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Cost {
    /// All that is granted: as suggested, and as decided.
    pub granted: Pair<Money>,
    /// What those get more who get more than suggested, together.
    pub raised: Money,
    /// What those get less who get less than suggested, together. `raised - lowered` is what is decided less what is
    /// suggested, in all.
    pub lowered: Money,
    /// What is suggested is worth, and what is decided; `None` where it does not follow from the decision.
    pub value: Pair<Option<Rational>>,
    /// Where it does not follow what the decision is worth: what it is worth at most; see
    /// [`worth_at_most`](crate::audit::worth_at_most).
    pub at_most: Option<Rational>,
}

impl Cost {
    /// What the suggestion is worth less what the decision is worth. Below zero where the decision is worth more, as
    /// one that breaks a rule may be.
    #[must_use]
    pub fn value_lost(&self) -> Option<Rational> {
        Some(self.value.old.as_ref()? - self.value.new.as_ref()?)
    }

    /// What the suggestion is worth less what the decision is worth at most, where no more is known.
    #[must_use]
    pub fn value_lost_at_least(&self) -> Option<Rational> {
        Some(self.value.old.as_ref()? - self.at_most.as_ref()?)
    }
}

/// Where a decision deviates from what is suggested.
///
/// Serialised by ids, with money and numbers as exact text, where reports round. Keys may be added; those that there are keep
/// their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Deviations {
    /// Whether grants to activities are compared, or those to applicants, as the decision says no more.
    pub by: Party,
    /// Those that get something else than suggested, in the order of the call.
    pub list: Vec<Deviation>,
    /// What it costs.
    pub cost: Cost,
}

impl Deviations {
    /// Compares a decision with what is suggested. `None` where nothing is suggested, as the call is impossible.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use fordela::compare::Side;
    /// use fordela::deviation::Deviations;
    /// use fordela::{Money, Party, Rational, allocate};
    /// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
    /// # let call = CallDraft::new("Summer")
    /// #     .fund(Fund::new("city", 700_000))
    /// #     .criterion(Criterion::new("need", 1, 2))
    /// #     .applicant(Applicant::new("culture"))
    /// #     .activity(Activity::new("music", "culture", 500_000).score("need", 2))
    /// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 1))
    /// #     .validate()?;
    /// // Music has the priority 1 and stage 1/2: suggested are 500 000 and 200 000.
    /// let answer = allocate(&call)?;
    /// let decided = [("music", 450_000), ("stage", 250_000)];
    /// let decided: BTreeMap<String, Money> =
    ///     decided.into_iter().map(|(id, amount)| (id.to_owned(), Money::new(amount))).collect();
    /// let decided = Side::granted_by_id(&call, &decided).unwrap();
    /// let found = Deviations::new(&Side::answered(&call, &answer), &decided, Party::Activity).unwrap();
    /// assert_eq!(found.list[0].difference(), Money::new(-50_000));
    /// assert_eq!(found.cost.value_lost(), Some(Rational::from(25_000_i64)));
    /// let told = serde_json::to_value(&found)?;
    /// assert_eq!(told["by"], "activity");
    /// assert_eq!(told["list"][0]["decided"], "450000");
    /// assert_eq!(told["cost"]["value"]["old"], "600000");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(suggested: &Side<'_>, decided: &Side<'_>, by: Party) -> Option<Self> {
        let Comparison { activities, applicants, sums, .. } = Comparison::new(suggested, decided);
        let items = match by {
            Party::Activity => activities,
            Party::Applicant => applicants,
        };
        let list: Vec<Deviation> = items.into_iter().filter_map(deviation).collect();
        let sum = |of: fn(&Deviation) -> Money| list.iter().map(of).filter(|part| !part.is_negative()).sum();
        let (raised, lowered) = (sum(Deviation::difference), sum(|one| one.suggested - one.decided));
        let granted = Pair { old: sums.granted.old?, new: sums.granted.new? };
        Some(Self { by, cost: Cost { granted, raised, lowered, value: sums.value, at_most: None }, list })
    }
}

fn deviation(item: ItemChange) -> Option<Deviation> {
    let Pair { old, new } = item.granted();
    let (suggested, decided) = (old?, new?);
    (suggested != decided).then_some(Deviation { id: item.id, suggested, decided })
}

/// A suggested grant then and now; `None` where there was none, or is none.
pub type Regranted = (String, Pair<Option<Money>>);

/// Whose suggested grants are others than they once were: in the order of then, and after them those that are new.
#[must_use]
pub fn regranted(then: &[(String, Money)], now: &[(String, Money)]) -> Vec<Regranted> {
    let places = |list: &[(String, Money)]| list.iter().cloned().collect::<HashMap<String, Money>>();
    let (old, new) = (places(then), places(now));
    let kept = then.iter().map(|(id, amount)| (id, Pair { old: Some(*amount), new: new.get(id).copied() }));
    let added = now.iter().filter(|(id, _)| !old.contains_key(id));
    let added = added.map(|(id, amount)| (id, Pair { old: None, new: Some(*amount) }));
    kept.chain(added).filter(|(_, pair)| pair.old != pair.new).map(|(id, pair)| (id.clone(), pair)).collect()
}

#[cfg(test)]
mod tests;
