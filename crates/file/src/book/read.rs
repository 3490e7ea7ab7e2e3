//! Sheets to the tree of values that a file of text gives.

use fordela::Lang;
use fordela::call::plain_name;
use fordela::keys::{Form, Key, Part};
use fordela::words::book as words;
use fordela_sheet::{SheetKind, Visibility};

use super::list::{self, HEADS};
use super::sheets::{Known, Path, Sheet, values};
use crate::fault::{LimitFault, Part as Any, ReadFault, ShapeFault};
use crate::keys::nearest_key;
use crate::limits::CELLS;
use crate::nearest::nearest;
use crate::note::NoteKind;
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::table::{parts, word};
use crate::tree::{Entry, Node, Value, Word};
use crate::workbook::{SheetText, is_workbook, text, unread};

/// A workbook that holds a call.
#[derive(Debug)]
pub(crate) struct Book {
    /// What its sheets say, but for its activities.
    pub(crate) root: Node,
    /// The text of those sheets, one after the other.
    pub(crate) call: SheetText,
    /// The sheet of activities, if there is something in it.
    pub(crate) activities: Option<SheetText>,
}

/// Whether bytes are those of a workbook with a sheet for a call.
pub(crate) fn holds_call(bytes: &[u8]) -> bool {
    let is_call = |book: fordela_sheet::Workbook<'_>| {
        book.sheets().iter().any(|sheet| Sheet::of_name(&sheet.name) == Some(Sheet::Call))
    };
    is_workbook(bytes) && fordela_sheet::read(bytes).is_ok_and(is_call)
}

/// What the sheets of a workbook say of a call. Faults of its cells are added to `problems`.
pub(crate) fn read(bytes: &[u8], problems: &mut Problems) -> Result<Book, ReadFault> {
    let mut workbook = fordela_sheet::read(bytes).map_err(unread)?;
    let with_cells = workbook.sheets().iter().filter(|sheet| sheet.kind == SheetKind::Cells);
    let seen = |sheet: &fordela_sheet::SheetName| sheet.visibility == Visibility::Visible;
    let names: Vec<(String, bool)> = with_cells.map(|sheet| (sheet.name.clone(), seen(sheet))).collect();
    let mut cells = Cells { call: SheetText::default(), problems };
    let (mut entries, mut activities, mut known) = (Vec::new(), None, Vec::new());
    for (name, is_seen) in names {
        let sheet = workbook.sheet(&name).map_err(unread).and_then(text);
        match Sheet::of_name(&name) {
            Some(Sheet::Columns) => {}
            None if sheet.as_ref().is_ok_and(|sheet| sheet.text.is_empty()) => {}
            None => cells.odd(&name, NoteKind::PassedSheet { sheet: name.clone() }),
            Some(holds) => {
                let sheet = sheet?;
                if sheet.text.is_empty() {
                    continue;
                }
                if !is_seen {
                    cells.odd(&name, NoteKind::HiddenSheet { sheet: name.clone() });
                }
                let is_twice = known.contains(&holds);
                known.push(holds.clone());
                let more = cells.sheet(holds, sheet, is_twice.then_some(name), &mut entries);
                activities = activities.or(more);
            }
        }
    }
    let root = Node::new(Span::default(), Value::Table(entries));
    Ok(Book { root, call: cells.call, activities })
}

/// The sheet of the call as a whole: a value a row, after what it is called.
fn call(cells: &mut Cells<'_>, sheet: Span, entries: &mut Vec<Entry>) {
    let known = Known::of(Part::Call);
    let rows = cells.rows(sheet);
    let is_label = |cell: &Span| known.find(cells.said(*cell).text(&cells.call.text)).is_some();
    let column = rows.iter().take(HEADS).find_map(|row| row.iter().position(is_label)).unwrap_or(0);
    let mut seen: Vec<&Path> = Vec::new();
    for row in &rows {
        let (Some(label), Some(value)) = (row.get(column), row.get(column + 1)) else { continue };
        let (said, held) = (cells.said(*label), cells.said(*value));
        let name = said.text(&cells.call.text).to_owned();
        if held.text(&cells.call.text).is_empty() || is_head(&name) {
            continue;
        }
        match known.find(&name) {
            Some(path) if seen.contains(&path) => cells.fault(*label, ShapeFault::DuplicateKey { key: name }),
            Some(path) => {
                seen.push(path);
                if let Some(node) = cells.value(*value, held, path.key) {
                    put(entries, &path.outer, path.key, *label, node);
                }
            }
            None => cells.unknown(*label, &name, Part::Call),
        }
    }
}

/// Whether this stands above the labels.
fn is_head(label: &str) -> bool {
    [Lang::Sv, Lang::En].iter().any(|lang| plain_name(words::call_heads(*lang)[0]) == plain_name(label))
}

/// Adds a value to the tables that it stands in.
pub(super) fn put(entries: &mut Vec<Entry>, outer: &[&'static Key], key: &'static Key, key_span: Span, node: Node) {
    let Some((first, rest)) = outer.split_first() else {
        entries.push(Entry { key: Word::Fixed(key.name), key_span, node });
        return;
    };
    let is_it = |entry: &Entry| matches!(entry.key, Word::Fixed(name) if name == first.name);
    let at = entries.iter().position(is_it).unwrap_or_else(|| {
        let table = Node::new(node.span, Value::Table(Vec::new()));
        entries.push(Entry { key: Word::Fixed(first.name), key_span, node: table });
        entries.len() - 1
    });
    if let Value::Table(inner) = &mut entries[at].node.value {
        put(inner, rest, key, key_span, node);
    }
}

/// The first cell of a sheet that has something in it.
pub(super) fn first_cell(sheet: Span, text: &str) -> Span {
    let said = sheet.of(text);
    let start = sheet.start() + said.len() - said.trim_start().len();
    let length = text.get(start..).unwrap_or_default().find(['\t', '\n']).unwrap_or(0);
    Span::new(start, start + length)
}

/// The cells of the sheets that were read so far, and what is wrong with them.
pub(super) struct Cells<'p> {
    pub(super) call: SheetText,
    problems: &'p mut Problems,
}

impl Cells<'_> {
    /// Adds what a sheet says to the entries of the call; gives it back where it is that of activities. Where another holds the
    /// same, it has a name that is told.
    fn sheet(
        &mut self,
        holds: Sheet,
        sheet: SheetText,
        twice: Option<String>,
        entries: &mut Vec<Entry>,
    ) -> Option<SheetText> {
        if twice.is_none() && matches!(holds, Sheet::List(_, Part::Activity)) {
            return Some(sheet);
        }
        let count = sheet.text.bytes().filter(|byte| matches!(byte, b'\t' | b'\n')).count();
        let at = self.call.add(sheet);
        if count > CELLS {
            self.fault(first_cell(at, &self.call.text), LimitFault::TooManyCells);
            return None;
        }
        match (twice, holds) {
            (Some(key), _) => {
                let first = first_cell(at, &self.call.text);
                self.fault(first, ShapeFault::DuplicateKey { key });
            }
            (None, Sheet::Call) => call(self, at, entries),
            (None, Sheet::List(path, part)) => list::read(self, &path, part, at, entries),
            (None, Sheet::Columns) => {}
        }
        None
    }

    /// Something to say of a sheet.
    fn odd(&mut self, sheet: &str, kind: NoteKind) {
        self.call.places.odd_sheets.push((sheet.to_owned(), kind));
    }

    pub(super) fn fault(&mut self, at: Span, fault: impl Into<ReadFault>) {
        self.problems.add(FileId::Call, at, fault);
    }

    /// That nothing of a part is called this, and what was probably meant.
    pub(super) fn unknown(&mut self, at: Span, name: &str, part: Part) {
        let called = values(part).into_iter().filter(|path| path.outer.is_empty());
        let called = called.flat_map(|path| [path.key.called.sv, path.key.called.en]);
        let part = Any::Call(part);
        let nearest = nearest_key(part, name).or_else(|| nearest(name, called));
        self.fault(at, ShapeFault::UnknownKey { key: name.to_owned(), part, nearest });
    }

    /// The rows of a sheet, with where each of their cells stands.
    pub(super) fn rows(&self, sheet: Span) -> Vec<Vec<Span>> {
        let mut start = sheet.start();
        let lines = sheet.of(&self.call.text).lines();
        let row = |line: &str| {
            let mut at = start;
            start += line.len() + 1;
            let cell = |cell: &str| {
                let span = Span::new(at, at + cell.len());
                at += cell.len() + 1;
                span
            };
            line.split('\t').map(cell).collect()
        };
        lines.map(row).collect()
    }

    /// What a cell says.
    pub(super) fn said(&self, cell: Span) -> Word {
        // The text of a cell in quotation marks is written by `workbook`, which closes them.
        word(&self.call.text, cell).unwrap_or(Word::InFile(cell))
    }

    /// The value of a key, as a cell says it; with a fault where that cannot be told.
    pub(super) fn value(&mut self, cell: Span, said: Word, key: &Key) -> Option<Node> {
        if let Some(fault) = self.call.odd.get(&cell.start()).cloned() {
            self.fault(cell, fault);
            return None;
        }
        let text = &self.call.text;
        let value = match key.form {
            Form::Texts | Form::TextOrTexts | Form::Amounts => {
                Value::List(parts(text, cell, &said).map(|(at, word)| Node::new(at, Value::Text(word))).collect())
            }
            Form::YesOrNo => words::said(said.text(text)).map_or(Value::Text(said), Value::Bool),
            _ => Value::Text(said),
        };
        Some(Node::new(cell, value))
    }
}
