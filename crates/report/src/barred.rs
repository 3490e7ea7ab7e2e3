//! Which funds may not pay for an activity, as it is the wrong time.

use fordela::call::Barred;
use fordela::{Call, Date};
use schemars::JsonSchema;
use serde::Serialize;

/// A fund that may not pay for an activity or a line, as it is the wrong time.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct BarredReport {
    /// The id of the fund.
    pub fund: String,
    /// The id of the line, where lines are paid for by themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// Why it may not.
    pub word: BarredWord,
    /// The first or last day of the activity or line.
    #[schemars(with = "String", extend("format" = "date"))]
    pub day: Date,
    /// The first or last day of the money.
    #[schemars(with = "String", extend("format" = "date"))]
    pub limit: Date,
}

/// Why a fund may not pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BarredWord {
    /// It goes on after the last day on which the money may be used.
    AfterUseBy,
    /// It begins before the period that the money is meant for.
    BeforePeriod,
    /// It goes on after that period, and what is unspent is not carried over.
    AfterPeriod,
}

impl BarredReport {
    /// The funds that would pay for an activity, or for lines of it, at another time.
    pub(super) fn all(call: &Call, activity: usize) -> Vec<Self> {
        let (draft, lines) = (call.draft(), &call.draft().activities[activity].lines);
        let items: Vec<Option<usize>> =
            if lines.is_empty() { vec![None] } else { (0..lines.len()).map(Some).collect() };
        let mut all = Vec::new();
        for (f, fund) in
            draft.funds.iter().enumerate().filter(|(_, fund)| fund.use_by.is_some() || fund.period.is_some())
        {
            for &item in &items {
                let Some((word, day, limit)) = call.barred(f, activity, item).and_then(told) else { continue };
                let line = item.filter(|_| lines.len() > 1).map(|line| lines[line].id.clone());
                all.push(Self { fund: fund.id.clone(), line, word, day, limit });
            }
        }
        all
    }
}

fn told(barred: Barred) -> Option<(BarredWord, Date, Date)> {
    Some(match barred {
        Barred::NotSelected => return None,
        Barred::AfterUseBy { last, use_by } => (BarredWord::AfterUseBy, last, use_by),
        Barred::BeforePeriod { first, from } => (BarredWord::BeforePeriod, first, from),
        Barred::AfterPeriod { last, to } => (BarredWord::AfterPeriod, last, to),
    })
}
