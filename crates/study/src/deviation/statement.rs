//! Who decided, and why it is not as suggested.

use std::collections::BTreeMap;
use std::fmt;

use fordela_lint::PersonalData;
use fordela_model::alike::{did_you_mean, nearest};
use fordela_model::call::{Named, parse_date};
use fordela_model::characters::{hidden, short};
use fordela_model::{Call, Date, Party};

use super::Deviations;

/// What people say of a decision: who made it, and why it is not as suggested. It names a role and never a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    role: String,
    reason: String,
    date: Option<Date>,
    reasons: BTreeMap<String, String>,
}

/// One of the things that are said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Who decided.
    Role,
    /// Why.
    Reason,
    /// Why one activity or applicant gets what it gets.
    ReasonFor(String),
}

/// Why something cannot be said of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatementFault {
    /// There is nothing in it.
    Empty(Said),
    /// It has line breaks or other control characters.
    NotOneLine(Said),
    /// It holds what belongs to a person. The text itself is not kept, so that it is not spread.
    Personal(Said, PersonalData),
    /// The text is no day.
    NotADate(String),
    /// The text is no id with a reason.
    NotAReason(String),
    /// Two reasons for the same.
    Twice(String),
    /// A reason for what the call does not have.
    Unknown {
        /// What the decision grants money to.
        named: Named,
        /// The id.
        id: String,
        /// The id of the call that is most like it.
        nearest: Option<String>,
    },
    /// A reason for what gets just what is suggested.
    AsSuggested(String),
    /// A reason for one activity or applicant, where nothing is suggested for any.
    NothingSuggested(String),
}

impl Statement {
    /// What is said of a decision. `reasons` are of single activities or applicants, as `ID=TEXT`; `date` is a day,
    /// `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// When the role or a reason is empty, is not on one line or seems to hold personal data, when the date is no day,
    /// and when a reason has no id or an id two.
    pub fn new(role: &str, reason: &str, date: Option<&str>, reasons: &[String]) -> Result<Self, StatementFault> {
        let date =
            date.map(|text| parse_date(text).ok_or_else(|| StatementFault::NotADate(text.to_owned()))).transpose()?;
        let (role, reason) = (plain(role, || Said::Role)?, plain(reason, || Said::Reason)?);
        let mut by_id = BTreeMap::new();
        for written in reasons {
            let (id, text) = written.split_once('=').ok_or_else(|| StatementFault::NotAReason(written.clone()))?;
            let id = id.trim();
            let text = plain(text, || Said::ReasonFor(id.to_owned()))?;
            if by_id.insert(id.to_owned(), text).is_some() {
                return Err(StatementFault::Twice(id.to_owned()));
            }
        }
        Ok(Self { role, reason, date, reasons: by_id })
    }

    /// Who decided.
    #[must_use]
    pub fn role(&self) -> &str {
        &self.role
    }

    /// Why.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The day of the decision, if it is said.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// Why this activity or applicant gets what it gets, if that is said of it alone.
    #[must_use]
    pub fn reason_for(&self, id: &str) -> Option<&str> {
        self.reasons.get(id).map(String::as_str)
    }

    /// Whether reasons of single activities or applicants are of deviations. `deviations` are `None` where nothing is
    /// suggested.
    ///
    /// # Errors
    ///
    /// The first reason that is of something else.
    pub fn fits(&self, call: &Call, by: Party, deviations: Option<&Deviations>) -> Result<(), StatementFault> {
        let ids = by.ids(call);
        for id in self.reasons.keys() {
            if !ids.contains(&id.as_str()) {
                let named = by.named();
                let nearest = nearest(id, ids.iter().copied());
                return Err(StatementFault::Unknown { named, id: id.clone(), nearest });
            }
            let found = deviations.ok_or_else(|| StatementFault::NothingSuggested(id.clone()))?;
            if !found.list.iter().any(|deviation| deviation.id == *id) {
                return Err(StatementFault::AsSuggested(id.clone()));
            }
        }
        Ok(())
    }
}

/// The text without spaces around it, if it says something on one line and of nobody.
fn plain(text: &str, said: impl Fn() -> Said) -> Result<String, StatementFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(StatementFault::Empty(said()));
    }
    if text.chars().any(|character| hidden(character).is_some()) {
        return Err(StatementFault::NotOneLine(said()));
    }
    match PersonalData::in_text(text).first() {
        Some(kind) => Err(StatementFault::Personal(said(), *kind)),
        None => Ok(text.to_owned()),
    }
}

impl StatementFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Empty(Said::Role) | Self::Personal(Said::Role, _) => {
                "write a role or a body and no person, such as `kommunstyrelsen`".to_owned()
            }
            Self::Empty(_) => "write why it is decided so, in a sentence".to_owned(),
            Self::NotOneLine(_) => "write it on one line, without invisible characters".to_owned(),
            Self::Personal(..) => "say why without saying who: name roles and bodies".to_owned(),
            Self::NotADate(_) => "write the day as in 2023-02-08".to_owned(),
            Self::NotAReason(_) => "write the id, `=` and the reason, as in `--reason-for music=\"…\"`".to_owned(),
            Self::Twice(_) => "give one of the two, or put them together".to_owned(),
            Self::Unknown { id, nearest: Some(nearest), .. } => did_you_mean(id, nearest),
            Self::Unknown { named, nearest: None, .. } => {
                format!("write the id of an {named} of the call, as the decision grants money to these")
            }
            Self::AsSuggested(_) | Self::NothingSuggested(_) => {
                "leave the reason out, or say it with --reason for the decision as a whole".to_owned()
            }
        }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role => f.write_str("the role"),
            Self::Reason => f.write_str("the reason"),
            Self::ReasonFor(id) => write!(f, "the reason for `{}`", short(id)),
        }
    }
}

/// The cause, in one sentence without a full stop.
impl fmt::Display for StatementFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(said) => write!(f, "{said} is empty"),
            Self::NotOneLine(said) => write!(f, "{said} is not one line of text that is seen as it is"),
            Self::Personal(said, kind) => {
                write!(f, "{said} seems to hold {kind}; personal data does not belong in a log of decisions")
            }
            Self::NotADate(text) => write!(f, "`{}` is not a day", short(text)),
            Self::NotAReason(text) => write!(f, "`{}` is no id with a reason", short(text)),
            Self::Twice(id) => write!(f, "there are two reasons for `{}`", short(id)),
            Self::Unknown { named, id, .. } => write!(f, "there is a reason for `{}`, but no such {named}", short(id)),
            Self::AsSuggested(id) => write!(f, "there is a reason for `{id}`, which gets just what is suggested"),
            Self::NothingSuggested(id) => {
                write!(f, "there is a reason for `{id}`, but the call is impossible and nothing is suggested")
            }
        }
    }
}

impl std::error::Error for StatementFault {}
