//! Holds activities up or down by rules, and takes rules and activities away.

use fordela_num::Money;

use super::fault::{ChangeCause, Mention};
use super::{place_of, value};
use crate::call::draft::{Activity, CallDraft, Funding, Rule};
use crate::call::{Limit, Selection};

/// Adds a floor on one activity.
pub(super) fn require(draft: &mut CallDraft, id: &str, least: Option<&str>) -> Result<(), ChangeCause> {
    let a = activity(draft, id)?;
    let id = &draft.activities[a].id.clone();
    let least = match least {
        Some(text) => value::least(text, &draft.currency).map_err(|cause| ChangeCause::BadLeast {
            activity: id.to_owned(),
            value: text.to_owned(),
            cause,
        })?,
        None => Limit::Money(most(&draft.activities[a], draft.unit)),
    };
    let rule = Rule::new(fresh(draft, format!("require-{id}")), Selection::activity(id)).at_least(least);
    draft.rules.push(rule);
    Ok(())
}

/// Adds a cap of nothing on one activity.
pub(super) fn forbid(draft: &mut CallDraft, id: &str) -> Result<(), ChangeCause> {
    let a = activity(draft, id)?;
    let id = &draft.activities[a].id.clone();
    let rule = Rule::new(fresh(draft, format!("forbid-{id}")), Selection::activity(id)).at_most(Money::ZERO);
    draft.rules.push(rule);
    Ok(())
}

pub(super) fn drop_rule(draft: &mut CallDraft, id: &str) -> Result<(), ChangeCause> {
    let place = place_of(id, &draft.rules)?;
    draft.rules.remove(place);
    Ok(())
}

pub(super) fn drop_activity(draft: &mut CallDraft, id: &str) -> Result<(), ChangeCause> {
    let a = activity(draft, id)?;
    let id = &draft.activities[a].id.clone();
    let by = mentions(draft, id);
    if !by.is_empty() {
        return Err(ChangeCause::StillNamed { activity: id.to_owned(), by });
    }
    draft.activities.remove(a);
    Ok(())
}

fn activity(draft: &CallDraft, id: &str) -> Result<usize, ChangeCause> {
    place_of(id, &draft.activities)
}

/// The most that can be granted of the ask.
fn most(activity: &Activity, unit: Money) -> Money {
    if let (Funding::Levels, Some(level)) = (activity.funding, activity.levels.last()) {
        return *level;
    }
    let ask = activity.asked().unwrap_or_default();
    let units = (unit > Money::ZERO).then(|| (ask.rational() / unit.rational()).floor().to_i128()).flatten();
    units.and_then(|units| Money::of_units(units, unit)).unwrap_or(ask)
}

/// The id, with a number after it where a rule already has it.
fn fresh(draft: &CallDraft, id: String) -> String {
    let is_free = |id: &String| draft.rules.iter().all(|rule| rule.id != *id);
    if is_free(&id) {
        return id;
    }
    (2_u64..).map(|n| format!("{id}-{n}")).find(is_free).unwrap_or(id)
}

/// What names the activity, or one of its lines, besides itself.
fn mentions(draft: &CallDraft, id: &str) -> Vec<Mention> {
    let mut by = Vec::new();
    for other in draft.activities.iter().filter(|other| other.id != id) {
        let is_named = |words: &[String]| words.iter().any(|word| word.split('/').next() == Some(id));
        by.extend(is_named(&other.requires).then(|| Mention::Requires(other.id.clone())));
        by.extend(is_named(&other.excludes).then(|| Mention::Excludes(other.id.clone())));
        // In a line, a word is first of all the id of another line.
        let is_line = |word: &String| other.lines.iter().any(|line| line.id == *word);
        let is_named = |words: &[String]| words.iter().any(|word| word.split('/').next() == Some(id) && !is_line(word));
        for line in &other.lines {
            let from = format!("{}/{}", other.id, line.id);
            by.extend(is_named(&line.requires).then(|| Mention::Requires(from.clone())));
            by.extend(is_named(&line.excludes).then_some(Mention::Excludes(from)));
        }
    }
    let is_selected = |selection: &Selection| selection.activity.iter().any(|one| one == id);
    let rules = draft.rules.iter().filter(|rule| is_selected(&rule.selection));
    by.extend(rules.map(|rule| Mention::Rule(rule.id.clone())));
    let funds = draft.funds.iter().filter(|fund| is_selected(&fund.pays_for));
    by.extend(funds.map(|fund| Mention::Fund(fund.id.clone())));
    by
}
