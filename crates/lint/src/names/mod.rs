//! Applicants, titles, tags and areas.

mod alike;

use std::collections::{BTreeMap, HashMap};

use fordela_model::Call;
use fordela_model::call::Place;

use super::vocabulary::{Used, Vocabulary, WordKind};
use super::{FindingKind, Report};

/// What can be odd about applicants, titles, tags and areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFinding {
    /// An applicant asks for nothing.
    ApplicantWithoutActivities {
        /// The applicant.
        applicant: String,
    },
    /// Two activities of one applicant have one title.
    SameTitle {
        /// The activity.
        activity: String,
        /// The earlier activity with the title.
        earlier: String,
        /// The title.
        title: String,
    },
    /// Two applicants have ids or names that are spelled nearly alike.
    ApplicantsAlike {
        /// The applicant with fewer activities.
        applicant: String,
        /// The applicant with more activities, or that stands first.
        usual: String,
    },
    /// A tag, an area or a kind of cost has a mark in it that parts words.
    SeveralWords {
        /// Whether it is a tag, an area or a kind of cost.
        kind: WordKind,
        /// The word.
        word: String,
        /// The words that were probably meant.
        parts: Vec<String>,
    },
    /// Two tags or two areas are spelled nearly alike.
    SimilarWords {
        /// Whether they are tags or areas.
        kind: WordKind,
        /// The word that fewer activities have.
        word: String,
        /// The word that more activities have, or that stands first.
        usual: String,
    },
}

impl NameFinding {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::ApplicantWithoutActivities { .. } => "applicant-without-activities",
            Self::SameTitle { .. } => "same-title",
            Self::ApplicantsAlike { .. } => "applicants-alike",
            Self::SeveralWords { .. } => "several-words",
            Self::SimilarWords { .. } => "similar-words",
        }
    }
}

pub(super) fn check(call: &Call, vocabulary: &Vocabulary, report: &mut Report) {
    if !call.claims().is_empty() {
        applicants(call, report);
    }
    titles(call, report);
    applicants_alike(call, report);
    for kind in [WordKind::Tag, WordKind::Area, WordKind::Cost] {
        let used = vocabulary.used(kind);
        for one in used {
            if let Some(parts) = several(one.word) {
                let finding = NameFinding::SeveralWords { kind, word: one.word.to_owned(), parts };
                report.add(one.place(kind), FindingKind::Name(finding));
            }
        }
        for (word, usual) in alike::pairs(used) {
            let (word, usual) = (&used[word], &used[usual]);
            let finding = NameFinding::SimilarWords { kind, word: word.word.to_owned(), usual: usual.word.to_owned() };
            report.add(word.place(kind), FindingKind::Name(finding));
        }
    }
}

fn applicants(call: &Call, report: &mut Report) {
    let mut asks = vec![false; call.draft().applicants.len()];
    call.claims().iter().for_each(|claim| asks[claim.applicant()] = true);
    let idle = call.draft().applicants.iter().enumerate().filter(|(n, _)| !asks[*n]);
    for (n, applicant) in idle {
        let kind = NameFinding::ApplicantWithoutActivities { applicant: applicant.id.clone() };
        report.add(Place::root().key("applicant").item(n), FindingKind::Name(kind));
    }
}

/// The words that a word with commas or semicolons in it probably stands for.
fn several(word: &str) -> Option<Vec<String>> {
    let parts = word.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(str::to_owned).collect();
    (parts.len() > 1).then_some(parts)
}

/// Applicants whose ids or names are spelled nearly alike: each with the one like it that has most activities.
fn applicants_alike(call: &Call, report: &mut Report) {
    let applicants = &call.draft().applicants;
    let mut counts = vec![0; applicants.len()];
    call.claims().iter().for_each(|claim| counts[claim.applicant()] += 1);
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    let used = |(n, word)| Used { word, count: counts[n], first: (n, 0) };
    let ids = applicants.iter().enumerate().map(|(n, one)| (n, one.id.as_str())).map(used).collect();
    let names =
        applicants.iter().enumerate().filter_map(|(n, one)| Some((n, one.name.as_deref()?))).map(used).collect();
    for used in [ids, names] {
        let used: Vec<Used> = used;
        for (word, usual) in alike::pairs(&used) {
            found.entry(used[word].first.0).or_insert(used[usual].first.0);
        }
    }
    for (one, usual) in found {
        let (applicant, usual) = (applicants[one].id.clone(), applicants[usual].id.clone());
        let kind = FindingKind::Name(NameFinding::ApplicantsAlike { applicant, usual });
        report.add(Place::root().key("applicant").item(one), kind);
    }
}

fn titles(call: &Call, report: &mut Report) {
    let mut seen = HashMap::with_capacity(call.claims().len());
    for (a, (activity, claim)) in call.draft().activities.iter().zip(call.claims()).enumerate() {
        let Some(title) = activity.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) else { continue };
        let first = *seen.entry((claim.applicant(), title.to_lowercase())).or_insert(a);
        if first != a {
            let kind = NameFinding::SameTitle {
                activity: activity.id.clone(),
                earlier: call.draft().activities[first].id.clone(),
                title: title.to_owned(),
            };
            report.add(Place::root().key("activity").item(a).key("title"), FindingKind::Name(kind));
        }
    }
}
