//! Personal data, which does not belong in a call.

mod iban;
mod numbers;
mod scan;

use std::collections::HashSet;
use std::fmt;

use fordela_model::call::draft::{Activity, CallDraft};
use fordela_model::call::{Place, Selection};

use super::{FindingKind, Report};

/// What belongs to a person. The text itself is not kept, so that it is not spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalData {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A Swedish personal identity number or coordination number.
    IdentityNumber,
    /// The number of a bank account as it is written between countries (IBAN).
    Account,
}

impl PersonalData {
    /// A word for the kind that never changes, such as `email-address`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email-address",
            Self::Phone => "phone-number",
            Self::IdentityNumber => "identity-number",
            Self::Account => "account-number",
        }
    }

    /// What a text seems to hold that belongs to a person, each kind once.
    ///
    /// ```
    /// use fordela::lint::PersonalData;
    ///
    /// assert_eq!(PersonalData::in_text("ring 040-34 10 00"), [PersonalData::Phone]);
    /// assert!(PersonalData::in_text("beslut STK-2023-45").is_empty());
    /// ```
    #[must_use]
    pub fn in_text(text: &str) -> Vec<Self> {
        scan::personal_data(text)
    }
}

/// With its article, as in the middle of a sentence.
impl fmt::Display for PersonalData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Email => "an e-mail address",
            Self::Phone => "a telephone number",
            Self::IdentityNumber => "a personal identity number",
            Self::Account => "the number of a bank account",
        })
    }
}

pub(super) fn check(draft: &CallDraft, report: &mut Report) {
    let root = Place::root();
    let mut look = Look { report, words: HashSet::new() };
    look.text(&draft.title, || root.key("title"));
    look.text(&draft.currency, || root.key("currency"));
    for (f, fund) in draft.funds.iter().enumerate() {
        let place = || root.key("fund").item(f);
        look.named(&fund.id, fund.name.as_ref(), place);
        look.selection(&fund.pays_for, || place().key("pays_for"));
    }
    for (c, criterion) in draft.criteria.iter().enumerate() {
        look.named(&criterion.id, criterion.name.as_ref(), || root.key("criterion").item(c));
    }
    for (n, applicant) in draft.applicants.iter().enumerate() {
        let place = || root.key("applicant").item(n);
        look.named(&applicant.id, applicant.name.as_ref(), place);
        look.note(applicant.note.as_ref(), place);
    }
    for (a, activity) in draft.activities.iter().enumerate() {
        look.activity(activity, || root.key("activity").item(a));
    }
    for (r, rule) in draft.rules.iter().enumerate() {
        let place = || root.key("rule").item(r);
        look.named(&rule.id, rule.name.as_ref(), place);
        look.selection(&rule.selection, place);
    }
}

struct Look<'a, 'b> {
    report: &'b mut Report,
    /// Tags and areas that have been looked at: one report of each is enough.
    words: HashSet<&'a str>,
}

impl<'a> Look<'a, '_> {
    fn text(&mut self, text: &str, place: impl FnOnce() -> Place) {
        let found = scan::personal_data(text);
        if !found.is_empty() {
            let place = place();
            for kind in found {
                self.report.add(place.clone(), FindingKind::Personal(kind));
            }
        }
    }

    fn named(&mut self, id: &str, name: Option<&String>, place: impl Fn() -> Place) {
        self.text(id, || place().key("id"));
        if let Some(name) = name {
            self.text(name, || place().key("name"));
        }
    }

    fn note(&mut self, note: Option<&String>, place: impl Fn() -> Place) {
        if let Some(note) = note {
            self.text(note, || place().key("note"));
        }
    }

    fn activity(&mut self, activity: &'a Activity, place: impl Fn() -> Place) {
        self.text(&activity.id, || place().key("id"));
        if let Some(title) = &activity.title {
            self.text(title, || place().key("title"));
        }
        for (l, line) in activity.lines.iter().enumerate() {
            let place = || place().key("line").item(l);
            self.text(&line.id, || place().key("id"));
            if let Some(title) = &line.title {
                self.text(title, || place().key("title"));
            }
            if let Some(kind) = &line.kind {
                self.word(kind, || place().key("kind"));
            }
        }
        self.list(&activity.tags, || place().key("tags"));
        self.list(&activity.areas, || place().key("areas"));
        self.note(activity.note.as_ref(), place);
    }

    /// The ids in a selection are looked at where they are given.
    fn selection(&mut self, selection: &'a Selection, place: impl Fn() -> Place) {
        self.list(&selection.area, || place().key("area"));
        self.list(&selection.kind, || place().key("kind"));
        self.list(&selection.tag, || place().key("tag"));
    }

    fn list(&mut self, list: &'a [String], place: impl Fn() -> Place) {
        for (n, word) in list.iter().enumerate() {
            self.word(word, || place().item(n));
        }
    }

    fn word(&mut self, word: &'a str, place: impl FnOnce() -> Place) {
        if self.words.insert(word) {
            self.text(word, place);
        }
    }
}
