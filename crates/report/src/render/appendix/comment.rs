//! Comments: what is said in the call, and then why a suggestion is what it is, or how a decision stands to it.

use std::collections::HashMap;

use fordela::Money;
use fordela::explain::Award;
use fordela_words::Words;
use fordela_words::report::appendix::table as told;
use fordela_words::report::explain::call::outcomes;

use crate::ActivityReport;
use crate::appendix::{AppendixActivity, AppendixApplicant, AppendixReport};
use crate::names::Names;
use crate::render::explain::sentence;

/// What comments are made of.
pub(super) struct Comments<'r, 'c> {
    is_decided: bool,
    /// The activities of the suggestion, by id.
    suggested: HashMap<&'r str, &'r ActivityReport>,
    names: &'r Names<'c>,
    words: Words<'r>,
}

impl<'r, 'c> Comments<'r, 'c> {
    pub(super) fn of(report: &'r AppendixReport, names: &'r Names<'c>, words: Words<'r>) -> Self {
        let suggested = report.suggestion.found.allocated().map(|one| &one.activities[..]).unwrap_or_default();
        let suggested = suggested.iter().map(|activity| (activity.id.as_str(), activity)).collect();
        Self { is_decided: report.is_decided(), suggested, names, words }
    }

    /// What is said of an applicant; of its activity where it has one.
    pub(super) fn of_applicant(&self, applicant: &AppendixApplicant) -> String {
        let own = match &applicant.activities[..] {
            [activity] if activity.granted.is_some() => vec![self.of_activity(activity)],
            activities => {
                let notes = activities.iter().filter_map(|activity| activity.note.clone());
                // With an activity alone its note is that of the application; with several each has its own row.
                let notes = notes.filter(|_| activities.len() == 1);
                let counts = counts(activities).map(|counts| format!("{}.", outcomes(counts, self.words)));
                let beside = self.beside(applicant.granted, applicant.suggested);
                notes.chain(counts).chain(beside).collect()
            }
        };
        joined(applicant.note.iter().cloned().chain(own))
    }

    /// What is said of an activity.
    pub(super) fn of_activity(&self, activity: &AppendixActivity) -> String {
        let why = if self.is_decided {
            self.beside(activity.granted, activity.suggested)
        } else {
            self.suggested.get(activity.id.as_str()).map(|own| sentence(own, self.names, self.words))
        };
        joined(activity.note.iter().cloned().chain(why))
    }

    /// How what was decided stands to the suggestion; nothing of the suggestion itself.
    fn beside(&self, granted: Option<Money>, suggested: Option<Money>) -> Option<String> {
        let decided = granted.filter(|_| self.is_decided)?;
        suggested.map(|suggested| told::beside_suggestion(decided, suggested, self.words))
    }
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

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
