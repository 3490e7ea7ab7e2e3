//! The sheet of a list of parts: one a row, below the names of its columns.

use fordela::keys::{Key, Part};

use super::read::{Cells, first_cell, put};
use super::sheets::{Known, Path};
use crate::fault::CsvFault;
use crate::span::Span;
use crate::table::Made;
use crate::tree::{Entry, Node, Value, Word};

/// The rows among which people look for the names of columns, or of values.
pub(super) const HEADS: usize = 30;

/// What a column holds.
enum Holds {
    /// The value of a key.
    Value(Path),
    /// Nothing that is known, under a name.
    Unknown,
    /// The column has no name.
    Unnamed,
}

/// Adds the parts of a sheet to the entries of the call.
pub(super) fn read(cells: &mut Cells<'_>, list: &Path, part: Part, sheet: Span, entries: &mut Vec<Entry>) {
    let rows = cells.rows(sheet);
    let Some(head) = head(cells, &rows, part) else {
        cells.fault(first_cell(sheet, &cells.call.text), CsvFault::NoHead);
        return;
    };
    let columns = columns(cells, &rows[head], &rows[head + 1..], part);
    let mut made = Made::default();
    let rows = rows[head + 1..].iter();
    let parts: Vec<Node> = rows.filter_map(|row| self::part(cells, row, &columns, part, &mut made)).collect();
    if !parts.is_empty() {
        let at = first_cell(sheet, &cells.call.text);
        put(entries, &list.outer, list.key, at, Node::new(at, Value::List(parts)));
    }
}

/// The row of names: the first of those in which most names are known.
fn head(cells: &Cells<'_>, rows: &[Vec<Span>], part: Part) -> Option<usize> {
    let values = Known::of(part);
    let is_known = |cell: &&Span| values.find(cells.said(**cell).text(&cells.call.text)).is_some();
    let known = rows.iter().take(HEADS).map(|row| row.iter().filter(is_known).count());
    let best = known.enumerate().rev().max_by_key(|(_, known)| *known);
    best.filter(|(_, known)| *known > 0).map(|(row, _)| row)
}

/// What the columns hold, with a fault for each that holds what is not known.
fn columns(cells: &mut Cells<'_>, head: &[Span], rows: &[Vec<Span>], part: Part) -> Vec<Holds> {
    let values = Known::of(part);
    let mut columns: Vec<Holds> = Vec::new();
    for (column, cell) in head.iter().enumerate() {
        let name = cells.said(*cell).text(&cells.call.text).to_owned();
        let found = values.find(&name).cloned();
        let is_same = |holds: &Holds| matches!(holds, Holds::Value(path) if Some(path) == found.as_ref());
        if columns.iter().any(is_same) {
            cells.fault(*cell, CsvFault::DuplicateColumn { column: name.clone() });
        }
        let holds_something = rows.iter().any(|row| row.get(column).is_some_and(|cell| !is_empty(cells, *cell)));
        if found.is_none() && !name.is_empty() && holds_something {
            cells.unknown(*cell, &name, part);
        }
        columns.push(match found {
            Some(path) => Holds::Value(path),
            None if name.is_empty() => Holds::Unnamed,
            None => Holds::Unknown,
        });
    }
    columns
}

fn is_empty(cells: &Cells<'_>, cell: Span) -> bool {
    cells.said(cell).text(&cells.call.text).is_empty()
}

/// The part of a row; `None` where there is nothing in the row.
fn part(cells: &mut Cells<'_>, row: &[Span], columns: &[Holds], part: Part, made: &mut Made) -> Option<Node> {
    let (mut entries, mut first) = (Vec::new(), None);
    for (cell, holds) in row.iter().zip(columns) {
        let said = cells.said(*cell);
        if said.text(&cells.call.text).is_empty() {
            continue;
        }
        first = first.or(Some(*cell));
        match holds {
            Holds::Value(path) => {
                if let Some(node) = cells.value(*cell, said, path.key) {
                    put(&mut entries, &path.outer, path.key, *cell, node);
                }
            }
            Holds::Unnamed => cells.fault(*cell, CsvFault::UnnamedColumn),
            Holds::Unknown => {}
        }
    }
    let first = first?;
    if let Some(key) = part.key("id") {
        make_id(cells, &mut entries, key, made);
    }
    Some(Node::new(first, Value::Table(entries)))
}

/// The id of a part that has none is made of its name.
fn make_id(cells: &Cells<'_>, entries: &mut Vec<Entry>, id: &'static Key, made: &mut Made) {
    let find = |key: &str| entries.iter().find(|entry| matches!(entry.key, Word::Fixed(known) if known == key));
    let (None, Some(name)) = (find(id.name), find("name")) else { return };
    let (at, Value::Text(word)) = (name.node.span, &name.node.value) else { return };
    if let Some(id_of_name) = made.of_name(word.text(&cells.call.text)) {
        put(entries, &[], id, at, Node::new(at, Value::Text(Word::Decoded(id_of_name.into()))));
    }
}
