//! An entry of a log as text.

use fordela::deviation::{Deviation, Deviations, Statement};
use fordela::suggestion::FORM;
use fordela::{Money, Party, Rational, written};

use super::FileThen;
use crate::digest::sha256;
use crate::written::{Table, inline, money, quoted};

/// A decision to be added to a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Who decided, and why.
    pub statement: Statement,
    /// The call.
    pub call: FileThen,
    /// The decision.
    pub decision: FileThen,
    /// Whether the decision grants money to activities or to applicants.
    pub by: Party,
    /// Where it deviates from what is suggested; `None` where nothing is, as the call is impossible.
    pub deviations: Option<Deviations>,
    /// The version that found what is suggested.
    pub fordela: String,
    /// How the call was answered, in the word of the JSON of an allocation.
    pub status: String,
    /// The SHA-256 of what is suggested, as [`suggestion::text`](fordela::suggestion::text) writes it.
    pub suggestion_sha256: String,
    /// What is suggested for each activity.
    pub suggested: Vec<(String, Money)>,
}

/// The last line of an entry.
pub(super) fn seal_line(seal: &str) -> String {
    format!("seal = {}\n", quoted(seal))
}

impl Entry {
    /// The entry with a number and a seal. `above` is text before it that no other entry has sealed.
    pub(super) fn text(&self, number: usize, previous: Option<&str>, above: &str) -> String {
        let mut table = Table::new("\n[[entry]]\n");
        table.raw("number", number.to_string());
        if let Some(previous) = previous {
            table.text("previous", previous);
        }
        self.said(&mut table);
        self.deviated(&mut table);
        table.text("fordela", &self.fordela);
        table.text("status", &self.status);
        table.raw("suggestion_form", FORM.to_string());
        table.text("suggestion_sha256", &self.suggestion_sha256);
        let suggested = self.suggested.iter();
        table.rows(
            "suggested",
            suggested.map(|(id, amount)| inline(&[("id", quoted(id)), ("granted", money(*amount))])),
        );
        let text = table.finish();
        let seal = sha256([above, &text].concat().as_bytes());
        text + &seal_line(&seal)
    }

    fn said(&self, table: &mut Table) {
        if let Some(date) = self.statement.date() {
            table.text("date", &date.to_string());
        }
        table.text("role", self.statement.role());
        table.text("reason", self.statement.reason());
        table.text("call", &self.call.path);
        table.text("call_sha256", &self.call.sha256);
        table.text("decision", &self.decision.path);
        table.text("decision_sha256", &self.decision.sha256);
        table.text("by", self.by.plural());
    }

    fn deviated(&self, table: &mut Table) {
        let Some(found) = &self.deviations else { return };
        table.rows("deviations", found.list.iter().map(|one| self.deviation(one)));
        let cost = &found.cost;
        table.raw("granted_suggested", money(cost.granted.old));
        table.raw("granted_decided", money(cost.granted.new));
        table.raw("raised", money(cost.raised));
        table.raw("lowered", money(cost.lowered));
        let mut value = |key, value: Option<&Rational>| {
            if let Some(value) = value {
                table.raw(key, written::exact(value));
            }
        };
        value("value_suggested", cost.value.old.as_ref());
        value("value_decided", cost.value.new.as_ref());
        value("value_lost", cost.value_lost().as_ref());
        value("value_decided_at_most", cost.at_most.as_ref());
        value("value_lost_at_least", cost.value_lost_at_least().as_ref());
    }

    fn deviation(&self, one: &Deviation) -> String {
        let mut pairs = vec![
            ("id", quoted(&one.id)),
            ("suggested", money(one.suggested)),
            ("decided", money(one.decided)),
            ("difference", money(one.difference())),
        ];
        pairs.extend(self.statement.reason_for(&one.id).map(|reason| ("reason", quoted(reason))));
        inline(&pairs)
    }
}
