//! The call as a whole.

use fordela::CallDraft;
use fordela::call::draft::Activity;
use fordela::keys::Part;
use serde::Deserialize;

use super::part::part;
use super::{Name, Walk};
use crate::fault::{Expected, ShapeFault};
use crate::span::Span;
use crate::tree::{Node, Value, entry};

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
    if let Some([]) = root.table() {
        walk.fault(root.span, ShapeFault::Empty);
        return (draft, None);
    }
    let Some(table) = walk.root(root, Part::Call) else { return (draft, None) };
    let activities = walk.may(table, ACTIVITIES, file_name);
    // What amounts are in is read before any.
    if let Some(currency) = entry(table.entries, CURRENCY, walk.text)
        && let Value::Text(currency) = &currency.node.value
    {
        currency.text(walk.text).clone_into(&mut walk.currency);
    }
    let keys = Part::Call.keys().iter().filter(|key| key.name != ACTIVITIES);
    if let Some(said) = walk.said_by(table, keys)
        && let Ok(read) = CallDraft::deserialize(said)
    {
        draft = read;
    }
    (draft, activities)
}

/// The key that names the CSV file; where it stands is kept.
const ACTIVITIES: &str = "activities";

/// The key of what all amounts are in.
const CURRENCY: &str = "currency";

/// An activity, from its table in the call file or from its rows in the CSV file.
pub(crate) fn activity(walk: &mut Walk<'_, '_>, node: &Node) -> Option<Activity> {
    part(walk, node, Part::Activity, Name("activity"))
}

fn file_name(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Activities> {
    let Value::Text(word) = &node.value else {
        walk.wrong_kind(node, name, Expected::FileName);
        return None;
    };
    Some(Activities { path: word.text(walk.text).to_owned(), span: node.span })
}
