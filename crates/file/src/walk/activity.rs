//! Activities and their lines.

use std::collections::BTreeMap;

use fordela::Money;
use fordela::call::draft::{Activity, Line};
use rust_decimal::Decimal;

use super::{Name, Walk};
use crate::fault::Expected;
use crate::keys::Part;
use crate::tree::Node;

/// An activity, from its table in the call file or from its rows in the CSV file.
pub(crate) fn activity(walk: &mut Walk<'_, '_>, node: &Node) -> Option<Activity> {
    named(walk, node, Name("activity"))
}

pub(super) fn named(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Activity> {
    let table = walk.table(node, Part::Activity, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let applicant = walk.must(table, "applicant", Expected::Text, Walk::text);
    let activity = Activity {
        id: String::new(),
        applicant: String::new(),
        title: walk.may(table, "title", Walk::text),
        ask: walk.may(table, "ask", Walk::money),
        lines: walk.parts(table, "line", Part::Line, line),
        funding: walk.may(table, "funding", Walk::word).unwrap_or_default(),
        min_share: walk.may(table, "min_share", Walk::percent),
        levels: walk.may(table, "levels", Walk::amounts).unwrap_or_default(),
        scores: walk.may(table, "scores", scores).unwrap_or_default(),
        tags: walk.may(table, "tags", Walk::texts).unwrap_or_default(),
        areas: walk.may(table, "areas", Walk::texts).unwrap_or_default(),
        requires: walk.may(table, "requires", Walk::texts).unwrap_or_default(),
        excludes: walk.may(table, "excludes", Walk::texts).unwrap_or_default(),
        period: walk.may(table, "period", Walk::period),
        spend_rate: walk.may(table, "spend_rate", Walk::spend_rate),
    };
    Some(Activity { id: id?, applicant: applicant?, ..activity })
}

fn line(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Line> {
    let table = walk.table(node, Part::Line, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let title = walk.may(table, "title", Walk::text);
    let cost = walk.must(table, "cost", Expected::Money, Walk::money);
    let line = Line {
        title,
        kind: walk.may(table, "kind", Walk::text),
        period: walk.may(table, "period", Walk::period),
        requires: walk.may(table, "requires", Walk::texts).unwrap_or_default(),
        excludes: walk.may(table, "excludes", Walk::texts).unwrap_or_default(),
        ..Line::new(String::new(), Money::ZERO)
    };
    Some(Line { id: id?, cost: cost?, ..line })
}

/// The keys are ids of criteria; whether there are such criteria is for the call to say.
fn scores(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<BTreeMap<String, Decimal>> {
    let Some(entries) = node.table() else {
        walk.wrong_kind(node, name, Expected::Table(Part::Scores));
        return None;
    };
    let mut scores = BTreeMap::new();
    for entry in entries {
        let key = entry.key.text(walk.text);
        if let Some(score) = walk.number(&entry.node, Name(key)) {
            scores.insert(key.to_owned(), score);
        }
    }
    Some(scores)
}
