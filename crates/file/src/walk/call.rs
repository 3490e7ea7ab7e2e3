//! The call as a whole.

use fordela::CallDraft;

use super::activity::named;
use super::parts::{applicant, criterion, fund, objective, rule};
use super::{Name, Walk};
use crate::fault::{Expected, ShapeFault};
use crate::keys::Part;
use crate::span::Span;
use crate::tree::{Node, Value};

/// The CSV file that holds more activities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Activities {
    /// Its path as written.
    pub(crate) path: String,
    /// Where it is named.
    pub(crate) span: Span,
}

/// The call that a call file holds, and the CSV file it names, if any.
pub(crate) fn call(walk: &mut Walk<'_, '_>, root: &Node) -> (CallDraft, Option<Activities>) {
    let mut draft = CallDraft::new("");
    let fault = match root.table() {
        None => Some(ShapeFault::NotACall { got: root.value.got() }),
        Some([]) => Some(ShapeFault::Empty),
        Some(_) => None,
    };
    if let Some(fault) = fault {
        walk.fault(root.span, fault);
        return (draft, None);
    }
    let Some(table) = walk.table(root, Part::Call, Name("the call")) else { return (draft, None) };
    if let Some(title) = walk.may(table, "title", Walk::text) {
        draft.title = title;
    }
    if let Some(currency) = walk.may(table, "currency", Walk::text) {
        walk.currency.clone_from(&currency);
        draft.currency = currency;
    }
    if let Some(unit) = walk.may(table, "unit", Walk::money) {
        draft.unit = unit;
    }
    draft.objective = walk.may(table, "objective", objective).unwrap_or_default();
    draft.funds = walk.parts(table, "fund", Part::Fund, fund);
    draft.criteria = walk.parts(table, "criterion", Part::Criterion, criterion);
    draft.applicants = walk.parts(table, "applicant", Part::Applicant, applicant);
    draft.activities = walk.parts(table, "activity", Part::Activity, named);
    let activities = walk.may(table, "activities", file_name);
    draft.rules = walk.parts(table, "rule", Part::Rule, rule);
    draft.bad_luck = walk.may(table, "bad_luck", Walk::number);
    (draft, activities)
}

fn file_name(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Activities> {
    let Value::Text(word) = &node.value else {
        walk.wrong_kind(node, name, Expected::FileName);
        return None;
    };
    Some(Activities { path: word.text(walk.text).to_owned(), span: node.span })
}
