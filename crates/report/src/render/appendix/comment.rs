//! Comments: what is said in the call, and then why a suggestion is what it is, or how a decision stands to it.

use fordela::Money;
use fordela::explain::Award;
use fordela_words::Words;
use fordela_words::report::appendix::table as told;
use fordela_words::report::explain::call::outcomes;

use crate::appendix::{AppendixActivity, AppendixApplicant, AppendixReport};
use crate::names::Names;
use crate::render::explain::sentence;
use crate::{ActivityReport, Found};

/// What is said of an applicant; of its activity where it has one.
pub(super) fn of_applicant(
    report: &AppendixReport,
    applicant: &AppendixApplicant,
    names: &Names<'_>,
    words: Words<'_>,
) -> String {
    let own = match &applicant.activities[..] {
        [activity] if activity.granted.is_some() => vec![of_activity(report, activity, names, words)],
        activities => {
            let notes = activities.iter().filter_map(|activity| activity.note.clone());
            // With an activity alone its note is that of the application; with several each has its own row.
            let notes = notes.filter(|_| activities.len() == 1);
            let counts = counts(activities).map(|counts| format!("{}.", outcomes(counts, words)));
            let beside = beside(report, applicant.granted, applicant.suggested, words);
            notes.chain(counts).chain(beside).collect()
        }
    };
    joined(applicant.note.iter().cloned().chain(own))
}

/// What is said of an activity.
pub(super) fn of_activity(
    report: &AppendixReport,
    activity: &AppendixActivity,
    names: &Names<'_>,
    words: Words<'_>,
) -> String {
    let why = if report.is_decided() {
        beside(report, activity.granted, activity.suggested, words)
    } else {
        suggested(report, &activity.id).map(|own| sentence(own, names, words))
    };
    joined(activity.note.iter().cloned().chain(why))
}

/// How many activities get all, a part and nothing, where that is known of all.
fn counts(activities: &[AppendixActivity]) -> Option<[usize; 3]> {
    let award = |activity: &AppendixActivity| {
        activity.granted.map(|granted| match granted {
            nothing if nothing.is_zero() => Award::None,
            all if all >= activity.asked => Award::Full,
            _ => Award::Part,
        })
    };
    let awards: Vec<Award> = activities.iter().map(award).collect::<Option<_>>()?;
    let count = |one: Award| awards.iter().filter(|award| **award == one).count();
    (!awards.is_empty()).then(|| [Award::Full, Award::Part, Award::None].map(count))
}

/// How what was decided stands to the suggestion; nothing of the suggestion itself.
fn beside(
    report: &AppendixReport,
    granted: Option<Money>,
    suggested: Option<Money>,
    words: Words<'_>,
) -> Option<String> {
    let decided = granted.filter(|_| report.is_decided())?;
    suggested.map(|suggested| told::beside_suggestion(decided, suggested, words))
}

fn suggested<'r>(report: &'r AppendixReport, id: &str) -> Option<&'r ActivityReport> {
    match &report.suggestion.found {
        Found::Optimal(allocated) | Found::WithinGap(allocated) => {
            allocated.activities.iter().find(|activity| activity.id == id)
        }
        Found::Infeasible(_) => None,
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
