//! Scenarios, from a file of them.

use fordela::scenario::Change;
use fordela::{Scenario, keys};

use super::part::part;
use super::{Name, Table, Walk};
use crate::fault::{Expected, LimitFault, Part, ShapeFault, ValueFault};
use crate::limits::SCENARIOS;
use crate::span::Span;
use crate::tree::{Entry, Node, Value};

/// A scenario, and where it and its changes stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) scenario: Scenario,
    /// Where its name stands.
    pub(crate) name: Span,
    /// Where each change stands.
    pub(crate) changes: Vec<Span>,
}

/// A change, and where it stands.
type At = (Change, Span);

/// The scenarios that a file holds.
pub(crate) fn scenarios(walk: &mut Walk<'_, '_>, root: &Node) -> Vec<Placed> {
    if root.table().is_some_and(<[Entry]>::is_empty) {
        walk.fault(root.span, ShapeFault::Empty);
        return Vec::new();
    }
    let Some(table) = walk.root(root, Part::Scenarios) else { return Vec::new() };
    let list = |walk: &mut Walk<'_, '_>, node: &Node, _| {
        walk.at_most(node, SCENARIOS);
        Some(())
    };
    walk.must(table, "scenario", Expected::Tables(Part::Scenario), list);
    walk.parts(table, "scenario", Part::Scenario, scenario)
}

impl Walk<'_, '_> {
    fn at_most(&mut self, node: &Node, most: usize) {
        if let Some(too_many) = node.list().and_then(|nodes| nodes.get(most)) {
            self.fault(too_many.span, LimitFault::TooManyScenarios);
        }
    }

    /// The texts of a list, or a single one, with where they stand.
    fn placed_texts(&mut self, node: &Node, name: Name<'static>) -> Vec<(String, Span)> {
        let nodes = node.list().unwrap_or(std::slice::from_ref(node));
        let mut texts = Vec::new();
        for node in nodes {
            texts.extend(self.one_line(node, name, Expected::TextOrTexts).map(|text| (text.to_owned(), node.span)));
        }
        texts
    }

    /// A change for each text under a key.
    fn changes(&mut self, table: Table<'_>, key: &'static str, change: impl Fn(String) -> Change) -> Vec<At> {
        let texts = self.may(table, key, |walk, node, name| Some(walk.placed_texts(node, name)));
        texts.unwrap_or_default().into_iter().map(|(text, span)| (change(text), span)).collect()
    }

    /// What is set: a table of paths and values, or a list of `path=value`.
    fn settings(&mut self, node: &Node, name: Name<'static>) -> Vec<At> {
        let mut changes = Vec::new();
        match &node.value {
            Value::Table(entries) => self.set_under(String::new(), entries, &mut changes),
            Value::List(_) | Value::Text(_) => {
                for (text, span) in self.placed_texts(node, name) {
                    match text.split_once('=') {
                        Some((path, value)) => changes.push((set(path, value), span)),
                        None => self.fault(span, ValueFault::NotASetting { text }),
                    }
                }
            }
            _ => self.wrong_kind(node, name, Expected::Settings),
        }
        // A table has no order of its own: what is written first is set first.
        changes.sort_by_key(|(_, span)| *span);
        changes
    }

    /// Keys with dots may be written as tables within tables.
    fn set_under(&mut self, path: String, entries: &[Entry], changes: &mut Vec<At>) {
        for entry in entries {
            let key = entry.key.text(self.text);
            let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            if let Value::Table(entries) = &entry.node.value {
                self.set_under(path, entries, changes);
            } else if let Some(value) = self.written(&entry.node, Name(&path), Expected::Text) {
                changes.push((set(&path, value), entry.key_span.to(entry.node.span)));
            }
        }
    }
}

fn set(path: &str, value: &str) -> Change {
    Change::Set { path: path.trim().to_owned(), value: value.trim().to_owned() }
}

/// What is set comes first, then what is dropped and added, and then what is required and forbidden.
fn scenario(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Placed> {
    let table = walk.table(node, Part::Scenario, name)?;
    let named = |walk: &mut Walk<'_, '_>, node: &Node, name| walk.text(node, name).map(|text| (text, node.span));
    let name = walk.must(table, "name", Expected::Text, named);
    let mut changes = walk.may(table, "set", |walk, node, name| Some(walk.settings(node, name))).unwrap_or_default();
    changes.extend(walk.changes(table, "drop_rule", |rule| Change::DropRule { rule }));
    changes.extend(walk.changes(table, "drop_activity", |activity| Change::DropActivity { activity }));
    changes.extend(walk.parts(table, "rule", keys::Part::Rule.into(), |walk, node, name| {
        Some((Change::AddRule(Box::new(part(walk, node, keys::Part::Rule, name)?)), node.span))
    }));
    changes.extend(walk.changes(table, "require", |text| Change::require(&text)));
    changes.extend(walk.changes(table, "forbid", |activity| Change::Forbid { activity }));
    let (name, span) = name?;
    let (changes, spans) = changes.into_iter().unzip();
    Some(Placed { scenario: Scenario { name, changes }, name: span, changes: spans })
}
