//! Gives something in a draft another value.

use fordela_num::{Money, MoneyError};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::fault::{ChangeCause, ValueCause};
use super::path::{ActivityKey, FundKey, ObjectiveKey, Path, nearest_path};
use super::{place_of, value};
use crate::alike::nearest;
use crate::call::draft::{Activity, CallDraft, Funding, Objective};
use crate::call::{Kind, Named, one_of, scaled};

/// Gives what the path names the value, or the change, that the text says.
pub(super) fn set(draft: &mut CallDraft, path: &str, text: &str) -> Result<(), ChangeCause> {
    let Ok(parsed) = path.parse::<Path>() else {
        return Err(ChangeCause::NotAPath { path: path.to_owned(), nearest: nearest_path(draft, path) });
    };
    set_path(draft, &parsed, text).map_err(|unset| match unset {
        Unset::Value(cause) => ChangeCause::BadValue { path: parsed, value: text.to_owned(), cause },
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
        Path::Budget => return set_budget(draft, text),
        Path::Unit => draft.unit = value::money(text, draft.unit, &draft.currency)?,
        Path::BadLuck => draft.bad_luck = value::number_or_none(text, draft.bad_luck)?,
        Path::Objective(key) => set_objective(&mut draft.objective, *key, text)?,
        Path::Fund(id, key) => {
            let f = find(Named::Fund, id, draft.funds.iter().map(|fund| &fund.id))?;
            let fund = &mut draft.funds[f];
            match key {
                FundKey::Amount => fund.amount = value::money(text, fund.amount, &draft.currency)?,
                FundKey::MinPart => fund.min_part = value::share(text, fund.min_part)?,
                FundKey::MaxPart => fund.max_part = value::share(text, fund.max_part)?,
            }
        }
        Path::CriterionWeight(id) => {
            let c = find(Named::Criterion, id, draft.criteria.iter().map(|criterion| &criterion.id))?;
            draft.criteria[c].weight = value::number(text, draft.criteria[c].weight)?;
        }
        Path::RuleLimit(id, kind) => {
            let r = find(Named::Rule, id, draft.rules.iter().map(|rule| &rule.id))?;
            let limit = match kind {
                Kind::AtLeast => &mut draft.rules[r].at_least,
                Kind::AtMost => &mut draft.rules[r].at_most,
            };
            *limit = value::limit(text, *limit, &draft.currency)?;
        }
        Path::Activity(id, key) => {
            let a = find(Named::Activity, id, draft.activities.iter().map(|activity| &activity.id))?;
            if let ActivityKey::Score(criterion) = key {
                find(Named::Criterion, criterion, draft.criteria.iter().map(|criterion| &criterion.id))?;
            }
            set_activity(&mut draft.activities[a], key, text, &draft.currency)?;
        }
    }
    Ok(())
}

fn find<'a>(named: Named, id: &str, ids: impl Iterator<Item = &'a String> + Clone) -> Result<usize, Unset> {
    place_of(named, id, ids).map_err(|_| Unset::Unknown(named, id.to_owned()))
}

fn word<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T, ValueCause> {
    one_of(text.trim()).map_err(|known| ValueCause::NotOneOf {
        words: known.0,
        nearest: nearest(text.trim(), known.0.iter().copied()),
    })
}

/// With an objective that does not share, what belongs to sharing is dropped.
fn set_objective(objective: &mut Objective, key: ObjectiveKey, text: &str) -> Result<(), ValueCause> {
    match key {
        ObjectiveKey::Kind => objective.kind = word(text)?,
        ObjectiveKey::Weighted => objective.weighted = value::yes_or_no(text)?,
        ObjectiveKey::Over => objective.over = word(text)?,
        ObjectiveKey::AtLeast => objective.at_least = value::share(text, objective.at_least)?,
    }
    if key == ObjectiveKey::Kind && !objective.kind.shares() {
        let diminishing = std::mem::take(&mut objective.diminishing);
        *objective = Objective { diminishing, ..Objective::default() };
    }
    Ok(())
}

fn set_activity(activity: &mut Activity, key: &ActivityKey, text: &str, currency: &str) -> Result<(), Unset> {
    match key {
        ActivityKey::Ask => {
            if !activity.lines.is_empty() {
                let lines = activity.lines.iter().map(|line| line.id.clone()).collect();
                return Err(Unset::Change(ChangeCause::AskIsSumOfLines { activity: activity.id.clone(), lines }));
            }
            activity.ask = Some(value::money(text, activity.ask.unwrap_or_default(), currency)?);
        }
        ActivityKey::Funding => set_funding(activity, word(text)?),
        ActivityKey::MinShare => activity.min_share = value::share(text, activity.min_share)?,
        ActivityKey::SpendRate => activity.spend_rate = value::spend_rate(text, activity.spend_rate)?,
        ActivityKey::Score(criterion) => {
            let was = activity.scores.get(criterion).copied().unwrap_or(Decimal::ZERO);
            activity.scores.insert(criterion.clone(), value::number(text, was)?);
        }
        ActivityKey::LineCost(line) => {
            let l = find(Named::Line, line, activity.lines.iter().map(|line| &line.id))?;
            activity.lines[l].cost = value::money(text, activity.lines[l].cost, currency)?;
            // An ask that is written out beside its lines stays their sum.
            activity.ask = activity.ask.map(|_| activity.lines.iter().map(|line| line.cost).sum());
        }
    }
    Ok(())
}

fn set_funding(activity: &mut Activity, funding: Funding) {
    activity.funding = funding;
    if funding != Funding::Partial {
        activity.min_share = None;
    }
    if funding != Funding::Levels {
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
