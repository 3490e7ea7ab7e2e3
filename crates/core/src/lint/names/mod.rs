//! Applicants, titles, tags and areas.

mod alike;

use std::collections::{HashMap, HashSet};

use super::vocabulary::{Vocabulary, WordKind};
use super::words::{Words, words};
use super::{FindingKind, Report};
use crate::Lang;
use crate::call::{Call, Place};

/// What can be odd about applicants, titles, tags and areas.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
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
            Self::SimilarWords { .. } => "similar-words",
        }
    }

    pub(super) fn words(&self, lang: Lang) -> Words {
        match lang {
            Lang::En => self.english(),
            Lang::Sv => self.swedish(),
        }
    }

    fn english(&self) -> Words {
        match self {
            Self::ApplicantWithoutActivities { applicant } => words(
                format!("the applicant `{applicant}` has no activity"),
                format!("add an activity of `{applicant}`"),
            ),
            Self::SameTitle { activity, earlier, title } => words(
                format!("the activities `{earlier}` and `{activity}` of one applicant have the same title, “{title}”"),
                format!("remove `{activity}` if it has been entered twice"),
            ),
            Self::SimilarWords { kind, word, usual } => words(
                format!("the {}s `{word}` and `{usual}` are probably the same", kind.noun(Lang::En)),
                format!("write `{usual}` for `{word}`"),
            ),
        }
    }

    fn swedish(&self) -> Words {
        match self {
            Self::ApplicantWithoutActivities { applicant } => words(
                format!("sökanden `{applicant}` har ingen aktivitet"),
                format!("lägg till en aktivitet för `{applicant}`"),
            ),
            Self::SameTitle { activity, earlier, title } => words(
                format!("aktiviteterna `{earlier}` och `{activity}` har samma sökande och samma titel, ”{title}”"),
                format!("ta bort `{activity}` om den har förts in två gånger"),
            ),
            Self::SimilarWords { kind, word, usual } => words(
                match kind {
                    WordKind::Tag => format!("etiketterna `{word}` och `{usual}` är troligen samma"),
                    WordKind::Area => format!("områdena `{word}` och `{usual}` är troligen samma"),
                    WordKind::Cost => format!("kostnadsslagen `{word}` och `{usual}` är troligen samma"),
                },
                format!("skriv `{usual}` i stället för `{word}`"),
            ),
        }
    }
}

pub(super) fn check(call: &Call, vocabulary: &Vocabulary, report: &mut Report) {
    if !call.claims().is_empty() {
        applicants(call, report);
    }
    titles(call, report);
    for kind in [WordKind::Tag, WordKind::Area, WordKind::Cost] {
        let used = vocabulary.used(kind);
        for (word, usual) in alike::pairs(used) {
            let (word, usual) = (&used[word], &used[usual]);
            let finding = NameFinding::SimilarWords { kind, word: word.word.to_owned(), usual: usual.word.to_owned() };
            report.add(word.place(kind), FindingKind::Name(finding));
        }
    }
}

fn applicants(call: &Call, report: &mut Report) {
    let asking: HashSet<usize> = call.claims().iter().map(|claim| claim.applicant()).collect();
    let idle = call.draft().applicants.iter().enumerate().filter(|(n, _)| !asking.contains(n));
    for (n, applicant) in idle {
        let kind = NameFinding::ApplicantWithoutActivities { applicant: applicant.id.clone() };
        report.add(Place::root().key("applicant").item(n), FindingKind::Name(kind));
    }
}

fn titles(call: &Call, report: &mut Report) {
    let mut seen = HashMap::new();
    for (a, activity) in call.draft().activities.iter().enumerate() {
        let Some(title) = activity.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) else { continue };
        let first = *seen.entry((&activity.applicant, title.to_lowercase())).or_insert(a);
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
