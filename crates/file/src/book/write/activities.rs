//! The sheet of activities: a table of applications, with a column for each criterion and a row for each line.

use fordela::call::draft::Activity;
use fordela::keys::{Form, Key, Part};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Asked;
use super::cells::{Column, Names, Table, in_cell};
use crate::table::{Known, holds};

/// What a row of the sheet is made of: an activity, or just its id where it is a later line of one, and a line of it.
struct Row<'a> {
    activity: &'a Activity,
    of_activity: Map<String, Value>,
    of_line: Map<String, Value>,
    is_first: bool,
}

/// The table of the activities.
pub(super) fn table(asked: &Asked<'_>, name: &'static str, names: &Names) -> Table {
    let known = Known::of(asked.draft);
    let rows: Vec<Row<'_>> = asked.draft.activities.iter().flat_map(rows_of).collect();
    let column = |part: Part, key: &'static Key| Column {
        cells: rows.iter().map(|row| names.shown(key, row.cell(part, key, asked))).collect(),
        ..Column::of_key(head(key, asked, &known), key, asked.lang)
    };
    let of = |part: Part| part.keys().iter().filter(|key| key.column.is_some()).map(move |key| (part, key));
    let of_activity = of(Part::Activity).map(|(part, key)| column(part, key));
    let scores = scores(asked, &rows, &known);
    let of_lines = of(Part::Line).map(|(part, key)| Column { is_kept: false, ..column(part, key) });
    let mut table = Table { name, part: Part::Activity, columns: of_activity.chain(scores).chain(of_lines).collect() };
    table.keep_what_is_told();
    if !asked.with_ids && rows.iter().all(|row| row.is_first) {
        table.leave_out_ids("title");
    }
    table
}

/// A row for each line of an activity, or one where it has none.
fn rows_of(activity: &Activity) -> Vec<Row<'_>> {
    let first = Row { activity, of_activity: values(activity), of_line: Map::new(), is_first: true };
    let Some((line, others)) = activity.lines.split_first() else { return vec![first] };
    let id = || Map::from_iter([("id".to_owned(), Value::String(activity.id.clone()))]);
    let later = others.iter().map(|line| Row { activity, of_activity: id(), of_line: values(line), is_first: false });
    std::iter::once(Row { of_line: values(line), ..first }).chain(later).collect()
}

/// A part by its keys.
fn values(part: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(part) {
        Ok(Value::Object(values)) => values,
        Ok(_) | Err(_) => Map::new(),
    }
}

impl Row<'_> {
    /// The text of a cell.
    fn cell(&self, part: Part, key: &Key, asked: &Asked<'_>) -> String {
        let values = if part == Part::Line { &self.of_line } else { &self.of_activity };
        values.get(key.name).map_or_else(String::new, |value| in_cell(value, key.form, asked.lang))
    }
}

/// What stands above the column of a key: what it is called, where that is read as the key in this call.
fn head(key: &Key, asked: &Asked<'_>, known: &Known) -> String {
    let called = asked.lang.meaning(key.called);
    let column = key.column.unwrap_or(key.name);
    if holds(called, known).as_deref() == Some(column) { called.to_owned() } else { column.to_owned() }
}

/// The columns of scores, by the names of their criteria where these are read as them.
fn scores<'r>(asked: &'r Asked<'_>, rows: &'r [Row<'_>], known: &'r Known) -> impl Iterator<Item = Column> + 'r {
    let key = Part::Activity.keys().iter().find(|key| key.form == Form::Scores);
    let criteria = asked.draft.criteria.iter().map(|one| (&one.id, one.name.as_ref(), Some(one.max.to_string())));
    let is_known = |id: &String| asked.draft.criteria.iter().any(|criterion| criterion.id == *id);
    let mut others: Vec<&String> =
        rows.iter().flat_map(|row| row.activity.scores.keys()).filter(|id| !is_known(id)).collect();
    others.sort();
    others.dedup();
    let all: Vec<_> = criteria.chain(others.into_iter().map(|id| (id, None, None))).collect();
    all.into_iter().zip(key.into_iter().cycle()).map(|((id, name, most), key)| {
        let by_id = format!("score.{id}");
        let is_it = |head: &&String| holds(head, known).as_ref() == Some(&by_id);
        let head = name.filter(is_it).or_else(|| Some(id).filter(is_it)).unwrap_or(&by_id).clone();
        let score = |row: &Row<'_>| row.activity.scores.get(id).filter(|_| row.is_first).map(ToString::to_string);
        Column {
            cells: rows.iter().map(|row| score(row).unwrap_or_default()).collect(),
            most,
            is_kept: true,
            ..Column::of_key(head, key, asked.lang)
        }
    })
}
