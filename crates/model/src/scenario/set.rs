//! Gives something in a draft another value.

use fordela_num::{Money, MoneyError};
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::fault::{ChangeCause, ValueCause};
use super::path::{Holder, Path, nearest_path};
use super::{place_of, value};
use crate::call::draft::{Activity, CallDraft, Funding, Objective};
use crate::call::{Named, Part, scaled};
use crate::keys::Key;

/// Gives what the path names the value, or the change, that the text says.
pub(super) fn set(draft: &mut CallDraft, path: &str, text: &str) -> Result<(), ChangeCause> {
    let Ok(parsed) = path.parse::<Path>() else {
        return Err(ChangeCause::NotAPath { path: path.to_owned(), nearest: nearest_path(draft, path) });
    };
    set_path(draft, &parsed, text).map_err(|unset| match unset {
        Unset::Value(cause) => ChangeCause::BadValue { path: Box::new(parsed), value: text.to_owned(), cause },
        Unset::Unknown(named, id) => {
            ChangeCause::UnknownInPath { nearest: nearest_path(draft, path), path: parsed, named, id }
        }
        Unset::Change(cause) => cause,
    })
}

/// Why a value was not set.
enum Unset {
    Value(ValueCause),
    Unknown(Named, String),
    Change(ChangeCause),
}

impl From<ValueCause> for Unset {
    fn from(cause: ValueCause) -> Self {
        Self::Value(cause)
    }
}

fn set_path(draft: &mut CallDraft, path: &Path, text: &str) -> Result<(), Unset> {
    match path {
        Path::Budget => set_budget(draft, text),
        Path::Key(holder, key) => set_key(draft, holder, key, text),
        Path::Score { activity, criterion } => {
            let a = find(activity, &draft.activities)?;
            let criterion = draft.criteria[find(criterion, &draft.criteria)?].id.clone();
            let score = draft.activities[a].scores.or_insert(criterion, Decimal::ZERO);
            *score = value::number(text, *score)?;
            Ok(())
        }
    }
}

fn set_key(draft: &mut CallDraft, holder: &Holder, key: &Key, text: &str) -> Result<(), Unset> {
    let currency = draft.currency.clone();
    let given = Given { key, text, currency: &currency };
    match holder {
        Holder::Call => given.to(draft)?,
        Holder::Objective => {
            given.to(&mut draft.objective)?;
            if key.name == "kind" {
                without_sharing(&mut draft.objective);
            }
        }
        Holder::Fund(id) => {
            let f = find(id, &draft.funds)?;
            given.to(&mut draft.funds[f])?;
        }
        Holder::Criterion(id) => {
            let c = find(id, &draft.criteria)?;
            given.to(&mut draft.criteria[c])?;
        }
        Holder::Rule(id) => {
            let r = find(id, &draft.rules)?;
            given.to(&mut draft.rules[r])?;
        }
        Holder::Activity(id) | Holder::Line(id, _) => {
            let a = find(id, &draft.activities)?;
            set_in_activity(&mut draft.activities[a], holder, &given)?;
        }
    }
    Ok(())
}

/// A value that a key is given, as it is written.
struct Given<'a> {
    key: &'a Key,
    text: &'a str,
    currency: &'a str,
}

impl Given<'_> {
    /// Gives it to the key of a part, by what the part is serialised as.
    fn to<T: Serialize + DeserializeOwned>(&self, part: &mut T) -> Result<(), ValueCause> {
        let Ok(Value::Object(mut values)) = serde_json::to_value(&*part) else { return Err(ValueCause::NotOfItsForm) };
        let was = values.remove(self.key.name).unwrap_or_default();
        if let Some(now) = value::of_key(self.key, self.text, &was, self.currency)? {
            values.insert(self.key.name.to_owned(), now);
        }
        *part = serde_json::from_value(Value::Object(values)).map_err(|_| ValueCause::NotOfItsForm)?;
        Ok(())
    }
}

fn find<P: Part>(id: &str, parts: &[P]) -> Result<usize, Unset> {
    place_of(id, parts).map_err(|_| Unset::Unknown(P::KIND, id.to_owned()))
}

/// With an objective that does not share, what belongs to sharing is dropped.
fn without_sharing(objective: &mut Objective) {
    if !objective.kind.shares() {
        let diminishing = std::mem::take(&mut objective.diminishing);
        *objective = Objective { diminishing, ..Objective::default() };
    }
}

fn set_in_activity(activity: &mut Activity, holder: &Holder, given: &Given<'_>) -> Result<(), Unset> {
    if let Holder::Line(_, line) = holder {
        let l = find(line, &activity.lines)?;
        given.to(&mut activity.lines[l])?;
        // An ask that is written out beside its lines stays their sum.
        activity.ask = activity.ask.map(|_| activity.lines.iter().map(|line| line.cost).sum());
        return Ok(());
    }
    if given.key.name == "ask" && !activity.lines.is_empty() {
        let lines = activity.lines.iter().map(|line| line.id.clone()).collect();
        return Err(Unset::Change(ChangeCause::AskIsSumOfLines { activity: activity.id.clone(), lines }));
    }
    given.to(activity)?;
    if given.key.name == "funding" {
        without_other_funding(activity);
    }
    Ok(())
}

/// What belongs to another funding than its own is dropped.
fn without_other_funding(activity: &mut Activity) {
    if activity.funding != Funding::Partial {
        activity.min_share = None;
    }
    if activity.funding != Funding::Levels {
        activity.levels.clear();
    }
}

fn set_budget(draft: &mut CallDraft, text: &str) -> Result<(), Unset> {
    let was: Money = draft.funds.iter().map(|fund| fund.amount).sum();
    let budget = value::money(text, was, &draft.currency)?;
    if let [fund] = &mut draft.funds[..] {
        fund.amount = budget;
        return Ok(());
    }
    if was.is_zero() {
        return if budget.is_zero() { Ok(()) } else { Err(Unset::Change(ChangeCause::NothingToScale)) };
    }
    let too_large = || Unset::Value(ValueCause::Money(MoneyError::TooLarge));
    let amounts = scaled(&draft.funds.iter().collect::<Vec<_>>(), budget, draft.unit).ok_or_else(too_large)?;
    draft.funds.iter_mut().zip(amounts).for_each(|(fund, amount)| fund.amount = amount);
    Ok(())
}
