//! Decisions on several levels as CSV.

use std::collections::HashMap;

use fordela::Money;
use fordela_words::report::field::Field;

use super::super::csv::ACTIVITY;
use super::super::rows::{Rows, guarded};
use super::allocated;
use crate::Found;
use crate::levels::{LevelReport, LevelsReport};

/// One row an activity of each call; of an impossible call, one row without an activity. `granted` is what the call
/// gives it, and `decided` what it gets in the end.
pub(in super::super) fn csv(report: &LevelsReport) -> Rows {
    let mut rows = Vec::new();
    add(&report.level, 1, &mut rows);
    let first = [Field::Level, Field::File, Field::Status];
    Rows::under([&first[..], &ACTIVITY, &[Field::Asked, Field::Granted, Field::Decided]].concat()).with(rows)
}

fn add(level: &LevelReport, deep: usize, rows: &mut Vec<Vec<String>>) {
    let status = match &level.decision.found {
        Found::Optimal(_) => "optimal",
        Found::WithinGap(_) => "within-gap",
        Found::Infeasible(_) => "infeasible",
    };
    let head = [deep.to_string(), guarded(&level.file), status.to_owned()];
    match allocated(&level.decision) {
        None => rows.push(head.into_iter().chain(std::iter::repeat_n(String::new(), 7)).collect()),
        Some(found) => {
            let names: HashMap<&str, &str> =
                found.applicants.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect();
            let delegated = level.delegation.iter().flat_map(|delegation| &delegation.activities);
            let decided: HashMap<&str, Option<Money>> =
                delegated.map(|activity| (activity.id.as_str(), activity.decided)).collect();
            for activity in &found.activities {
                let decided = decided.get(activity.id.as_str()).copied().unwrap_or(Some(activity.granted));
                let cells = [
                    activity.applicant.clone(),
                    guarded(names.get(activity.applicant.as_str()).copied().unwrap_or_default()),
                    activity.id.clone(),
                    guarded(&activity.title),
                    activity.asked.to_string(),
                    activity.granted.to_string(),
                    decided.map(|decided| decided.to_string()).unwrap_or_default(),
                ];
                rows.push(head.iter().cloned().chain(cells).collect());
            }
        }
    }
    level.own.iter().for_each(|own| add(&own.level, deep + 1, rows));
}
