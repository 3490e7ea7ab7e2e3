//! The table of an appendix as CSV: a row an activity.

use fordela::Money;
use fordela_words::report::field::Field;

use crate::appendix::AppendixReport;
use crate::render::rows::{Rows, guarded};

/// The rows.
pub(in crate::render) fn csv(report: &AppendixReport) -> Rows {
    let money = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
    let rows = report.applicants.iter().flat_map(|applicant| {
        applicant.activities.iter().map(|activity| {
            vec![
                applicant.id.clone(),
                activity.id.clone(),
                activity.asked.to_string(),
                money(activity.granted),
                money(activity.suggested),
                guarded(activity.note.as_deref().unwrap_or_default()),
            ]
        })
    });
    let whose = [Field::Applicant, Field::Activity];
    Rows::under([&whose[..], &[Field::Asked, Field::Granted, Field::Suggested, Field::Note]].concat()).with(rows)
}
