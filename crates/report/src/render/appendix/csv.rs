//! The table of an appendix as CSV: a row an activity.

use fordela::Money;

use crate::appendix::AppendixReport;
use crate::render::csv::line;

/// The rows.
pub(in crate::render) fn csv(report: &AppendixReport) -> String {
    let money = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
    let heads = ["applicant", "activity", "asked", "granted", "suggested", "note"].map(str::to_owned);
    let rows = report.applicants.iter().flat_map(|applicant| {
        applicant.activities.iter().map(|activity| {
            line(&[
                applicant.id.clone(),
                activity.id.clone(),
                activity.asked.to_string(),
                money(activity.granted),
                money(activity.suggested),
                activity.note.clone().unwrap_or_default(),
            ])
        })
    });
    std::iter::once(line(&heads)).chain(rows).collect()
}
