//! Funds, criteria, applicants, rules and the objective.

use fordela::Money;
use fordela::call::Selection;
use fordela::call::draft::{Applicant, Criterion, Fund, Objective, Rule, Tier};

use super::{Name, Table, Walk};
use crate::fault::Expected;
use crate::keys::Part;
use crate::tree::Node;

pub(super) fn objective(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Objective> {
    let table = walk.table(node, Part::Objective, name)?;
    let kind = walk.may(table, "kind", Walk::word).unwrap_or_default();
    let weighted = walk.may(table, "weighted", Walk::yes_or_no).unwrap_or_default();
    let over = walk.may(table, "over", Walk::word).unwrap_or_default();
    let at_least = walk.may(table, "at_least", Walk::percent);
    let diminishing = walk.parts(table, "diminishing", Part::Tier, tier);
    Some(Objective { kind, weighted, over, at_least, diminishing })
}

fn tier(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Tier> {
    let table = walk.table(node, Part::Tier, name)?;
    let up_to = walk.must(table, "up_to", Expected::Percent, Walk::percent);
    let factor = walk.must(table, "factor", Expected::Number, Walk::number);
    Some(Tier { up_to: up_to?, factor: factor? })
}

pub(super) fn fund(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Fund> {
    let table = walk.table(node, Part::Fund, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let amount = walk.must(table, "amount", Expected::Money, Walk::money);
    let name = walk.may(table, "name", Walk::text);
    let pays_for = walk.may(table, "pays_for", pays_for).unwrap_or_default();
    let fund = Fund {
        name,
        pays_for,
        min_part: walk.may(table, "min_part", Walk::percent),
        max_part: walk.may(table, "max_part", Walk::percent),
        not_with: walk.may(table, "not_with", Walk::text_or_texts).unwrap_or_default(),
        spend_first: walk.may(table, "spend_first", Walk::yes_or_no).unwrap_or_default(),
        period: walk.may(table, "period", Walk::period),
        use_by: walk.may(table, "use_by", Walk::date),
        unspent: walk.may(table, "unspent", Walk::word),
        report_by: walk.may(table, "report_by", Walk::date),
        ..Fund::new(String::new(), Money::ZERO)
    };
    Some(Fund { id: id?, amount: amount?, ..fund })
}

fn pays_for(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Selection> {
    let table = walk.table(node, Part::Selection, name)?;
    Some(selection(walk, table))
}

fn selection(walk: &mut Walk<'_, '_>, table: Table<'_>) -> Selection {
    let mut words = |key| walk.may(table, key, Walk::text_or_texts).unwrap_or_default();
    Selection {
        applicant: words("applicant"),
        area: words("area"),
        tag: words("tag"),
        activity: words("activity"),
        kind: words("kind"),
        line: words("line"),
        period: words("period"),
        fund: words("fund"),
    }
}

pub(super) fn criterion(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Criterion> {
    let table = walk.table(node, Part::Criterion, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let name = walk.may(table, "name", Walk::text);
    let weight = walk.must(table, "weight", Expected::Number, Walk::number);
    let max = walk.must(table, "max", Expected::Number, Walk::number);
    Some(Criterion { id: id?, name, weight: weight?, max: max? })
}

pub(super) fn applicant(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Applicant> {
    let table = walk.table(node, Part::Applicant, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let name = walk.may(table, "name", Walk::text);
    let call = walk.may(table, "call", Walk::text);
    Some(Applicant { id: id?, name, call })
}

pub(super) fn rule(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Rule> {
    let table = walk.table(node, Part::Rule, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let name = walk.may(table, "name", Walk::text);
    let each = walk.may(table, "each", Walk::word);
    let selection = selection(walk, table);
    let at_least = walk.may(table, "at_least", Walk::limit);
    let at_most = walk.may(table, "at_most", Walk::limit);
    Some(Rule { id: id?, name, each, selection, at_least, at_most })
}
