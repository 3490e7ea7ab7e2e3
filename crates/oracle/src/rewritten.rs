//! The same call, written otherwise.

use fordela::call::draft::Rule;
use fordela::call::{CallDraft, Selection};

/// Sorted by a number for every place.
fn shuffled<T>(list: &mut Vec<T>, seed: u64) {
    let mut keyed: Vec<(u64, T)> = Vec::new();
    let mut state = seed;
    for item in list.drain(..) {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        keyed.push((state >> 33, item));
    }
    keyed.sort_by_key(|(key, _)| *key);
    list.extend(keyed.into_iter().map(|(_, item)| item));
}

/// The same call in another order.
pub fn in_another_order(draft: &CallDraft, seed: u64) -> CallDraft {
    let mut other = draft.clone();
    shuffled(&mut other.funds, seed);
    shuffled(&mut other.criteria, seed ^ 1);
    shuffled(&mut other.applicants, seed ^ 2);
    shuffled(&mut other.activities, seed ^ 3);
    shuffled(&mut other.rules, seed ^ 4);
    for activity in &mut other.activities {
        shuffled(&mut activity.lines, seed ^ 5);
    }
    other
}

/// The same call with every id and word written anew.
pub fn renamed(draft: &CallDraft, name: &dyn Fn(&str) -> String) -> CallDraft {
    let all = |words: &mut Vec<String>| words.iter_mut().for_each(|word| *word = name(word));
    let selection = |selection: &mut Selection| {
        let Selection { applicant, area, tag, activity, kind, line, period: _, fund } = selection;
        [applicant, area, tag, activity, kind, line, fund].into_iter().for_each(all);
    };
    let mut other = draft.clone();
    for fund in &mut other.funds {
        fund.id = name(&fund.id);
        selection(&mut fund.pays_for);
    }
    other.criteria.iter_mut().for_each(|criterion| criterion.id = name(&criterion.id));
    other.applicants.iter_mut().for_each(|applicant| applicant.id = name(&applicant.id));
    for activity in &mut other.activities {
        activity.id = name(&activity.id);
        activity.applicant = name(&activity.applicant);
        activity.scores = activity.scores.iter().map(|(id, score)| (name(id), *score)).collect();
        [&mut activity.tags, &mut activity.areas, &mut activity.requires, &mut activity.excludes]
            .into_iter()
            .for_each(all);
        for line in &mut activity.lines {
            line.id = name(&line.id);
            [&mut line.requires, &mut line.excludes].into_iter().for_each(all);
        }
    }
    for Rule { id, selection: of, .. } in &mut other.rules {
        *id = name(id);
        selection(of);
    }
    other
}

/// Turns the order of the ids around: `activity-1` becomes `activity-8`.
pub fn turned(id: &str) -> String {
    id.chars().map(|c| c.to_digit(10).map_or(c, |digit| char::from_digit(9 - digit, 10).expect("a digit"))).collect()
}
