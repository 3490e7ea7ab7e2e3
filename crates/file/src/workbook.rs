//! Workbooks to the texts of tables: a row is a line, with tabs between its cells, and each cell keeps its place.

use std::collections::{BTreeMap, BTreeSet};

use fordela_sheet::{
    Cell, CellRef, Row, Sheet, SheetKind, Unfit, Value, Visibility, Workbook, WorkbookFault as Unread,
};
use rust_decimal::Decimal;

use crate::decode::composed;
use crate::fault::{LimitFault, ReadFault, SheetCellFault, WorkbookFault};
use crate::limits::COLUMNS;
use crate::note::NoteKind;
use crate::span::Span;

/// How the files begin that spreadsheets keep tables in: those of today, which are archives, and those of long ago.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// What parts the cells of a row.
pub(crate) const PARTED: u8 = b'\t';

/// Whether bytes are those of a workbook, or of what spreadsheets kept before.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    SPREADSHEETS.iter().any(|start| bytes.starts_with(start))
}

/// A path, and the sheet that is named after it: `applications.xlsx#Sheet1`.
#[must_use]
pub fn parted(path: &str) -> (&str, Option<&str>) {
    // The name of a sheet may have the mark in it too.
    let ends = path.match_indices('#').map(|(at, _)| path.split_at(at));
    let is_workbook = |file: &str| [".xlsx", ".xlsm"].iter().any(|end| file.to_lowercase().ends_with(end));
    let found = ends.map(|(file, rest)| (file, rest.trim_start_matches('#'))).find(|(file, _)| is_workbook(file));
    found.filter(|(_, sheet)| !sheet.is_empty()).map_or((path, None), |(file, sheet)| (file, Some(sheet)))
}

/// Where the cells of a text stand in their workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Places {
    /// The sheets that the text is of, one after the other.
    sheets: Vec<Stretch>,
    /// Where the text of the first of the rows stands that are hidden, and how many they are.
    pub(crate) hidden: Option<(usize, usize)>,
    /// Where something stands in the first of the columns that are hidden, and how many hold something.
    pub(crate) hidden_columns: Option<(usize, usize)>,
    /// The sheets of a call of which something is to be said, and what.
    pub(crate) odd_sheets: Vec<(String, NoteKind)>,
}

/// The lines of a text that are rows of one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Stretch {
    /// The name of the sheet.
    sheet: String,
    /// The row of each line, from 1.
    rows: Vec<u32>,
    /// The column of the first cell of each line, from 1.
    first: u32,
}

impl Places {
    /// The sheet that the text begins with.
    pub(crate) fn sheet(&self) -> &str {
        self.sheets.first().map_or("", |stretch| stretch.sheet.as_str())
    }

    /// The sheet, and the row and column, from 1, of a cell by its line and place in the line, both from 0.
    pub(crate) fn at(&self, line: usize, cell: usize) -> (&str, CellRef) {
        let mut line = line;
        let within = self.sheets.iter().find(|stretch| {
            let is_within = line < stretch.rows.len();
            line -= if is_within { 0 } else { stretch.rows.len() };
            is_within
        });
        let Some(stretch) = within.or(self.sheets.last()) else { return ("", CellRef { row: 1, column: 1 }) };
        let row = stretch.rows.get(line).or(stretch.rows.last()).copied().unwrap_or(1);
        (&stretch.sheet, CellRef { row, column: stretch.first.saturating_add(u32::try_from(cell).unwrap_or(0)) })
    }
}

/// A sheet as the text of a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct SheetText {
    pub(crate) text: String,
    pub(crate) places: Places,
    /// What cells hold that cannot be told, by where their text starts.
    pub(crate) odd: BTreeMap<usize, SheetCellFault>,
}

/// The sheet of a workbook that is asked for; where none is, the only one that is seen and has something in it, or the only
/// one of those that `fits`.
pub(crate) fn sheet(bytes: &[u8], asked: Option<&str>, fits: impl Fn(&str) -> bool) -> Result<SheetText, ReadFault> {
    let mut workbook = fordela_sheet::read(bytes).map_err(unread)?;
    if let Some(asked) = asked {
        return named(&mut workbook, asked);
    }
    let seen =
        |sheet: &&fordela_sheet::SheetName| sheet.kind == SheetKind::Cells && sheet.visibility == Visibility::Visible;
    let names: Vec<String> = workbook.sheets().iter().filter(seen).map(|sheet| sheet.name.clone()).collect();
    let mut found = Vec::new();
    for name in &names {
        let sheet = text(workbook.sheet(name).map_err(unread)?)?;
        if !sheet.text.is_empty() {
            found.push(sheet);
        }
    }
    if found.len() > 1 && found.iter().any(|sheet| fits(&sheet.text)) {
        found.retain(|sheet| fits(&sheet.text));
    }
    match found.len() {
        0 => Err(WorkbookFault::NothingInIt.into()),
        1 => Ok(found.swap_remove(0)),
        _ => {
            let sheets = found.into_iter().map(|sheet| sheet.places.sheet().to_owned()).collect();
            Err(WorkbookFault::WhichSheet { sheets }.into())
        }
    }
}

/// The sheet with this name, in any case where none has just it.
fn named(workbook: &mut Workbook<'_>, asked: &str) -> Result<SheetText, ReadFault> {
    let names: Vec<String> = workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect();
    let alike = |name: &&String| name.to_lowercase() == asked.trim().to_lowercase();
    let Some(name) = names.iter().find(|name| *name == asked).or_else(|| names.iter().find(alike)) else {
        return Err(WorkbookFault::NoSuchSheet { sheet: asked.to_owned(), sheets: names }.into());
    };
    text(workbook.sheet(name).map_err(unread)?)
}

/// A fault of a workbook as it is told.
pub(crate) fn unread(fault: Unread) -> ReadFault {
    match fault {
        Unread::NotAnArchive | Unread::NotAWorkbook => WorkbookFault::NotAWorkbook,
        Unread::LockedOrOld | Unread::Locked => WorkbookFault::LockedOrOld,
        Unread::OpenDocument | Unread::Binary => WorkbookFault::OtherKind,
        Unread::DamagedArchive | Unread::MissingPart { .. } | Unread::DamagedPart { .. } => WorkbookFault::Damaged,
        Unread::PartTwice
        | Unread::OddPath { .. }
        | Unread::Entities { .. }
        | Unread::SheetTwice { .. }
        | Unread::Cell { .. } => WorkbookFault::Odd,
        Unread::Limit(_) => WorkbookFault::TooLarge,
        Unread::NoSuchSheet { sheet } => WorkbookFault::NoSuchSheet { sheet, sheets: Vec::new() },
        Unread::NoCells { sheet } => WorkbookFault::NoCells { sheet },
    }
    .into()
}

/// The text of a sheet: all rows are as wide as the widest, and begin in the first column that has something in it.
pub(crate) fn text(sheet: Sheet) -> Result<SheetText, ReadFault> {
    let columns = || sheet.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.at.column);
    let (Some(first), Some(last)) = (columns().min(), columns().max()) else { return Ok(SheetText::default()) };
    let width = usize::try_from(last - first).unwrap_or(COLUMNS) + 1;
    if width > COLUMNS {
        return Err(LimitFault::TooManyColumns.into());
    }
    let above = Above::of(&sheet);
    let is_hidden = |column: &u32| sheet.hidden_columns.iter().any(|(first, last)| (first..=last).contains(&column));
    let hidden: BTreeSet<u32> = columns().filter(is_hidden).collect();
    let mut told = SheetText::default();
    let mut rows = Vec::new();
    for row in sheet.rows.iter().filter(|row| !row.cells.is_empty()) {
        rows.push(row.number);
        if row.is_hidden {
            let (first, count) = told.places.hidden.unwrap_or((told.text.len(), 0));
            told.places.hidden = Some((first, count + 1));
        }
        let start = told.text.len();
        told.line(row, &above, first..=last);
        let of_row = row.cells.iter().find(|cell| Some(&cell.at.column) == hidden.first());
        if let Some(cell) = of_row.filter(|_| told.places.hidden_columns.is_none()) {
            told.places.hidden_columns = Some((told.offset(start, cell.at.column - first), hidden.len()));
        }
    }
    told.places.sheets.push(Stretch { sheet: sheet.name.clone(), rows, first });
    Ok(told)
}

impl SheetText {
    /// Where a cell stands in the line that starts here.
    fn offset(&self, start: usize, cell: u32) -> usize {
        let line = self.text.get(start..).unwrap_or_default();
        let before = usize::try_from(cell).unwrap_or(COLUMNS);
        let marks = line.match_indices(char::from(PARTED)).map(|(at, _)| start + at + 1);
        before.checked_sub(1).and_then(|nth| marks.into_iter().nth(nth)).unwrap_or(start)
    }

    /// Adds the text of another sheet, and gives where it stands.
    pub(crate) fn add(&mut self, other: Self) -> Span {
        let start = self.text.len();
        self.text += &other.text;
        self.odd.extend(other.odd.into_iter().map(|(at, fault)| (start + at, fault)));
        self.places.sheets.extend(other.places.sheets);
        let both = |own: Option<(usize, usize)>, more: Option<(usize, usize)>| match (own, more) {
            (Some((first, count)), more) => Some((first, count + more.map_or(0, |(_, count)| count))),
            (None, more) => more.map(|(first, count)| (start + first, count)),
        };
        self.places.hidden = both(self.places.hidden, other.places.hidden);
        self.places.hidden_columns = both(self.places.hidden_columns, other.places.hidden_columns);
        Span::new(start, self.text.len())
    }

    fn line(&mut self, row: &Row, above: &Above<'_>, columns: std::ops::RangeInclusive<u32>) {
        let first = *columns.start();
        let mut cells = row.cells.iter().peekable();
        for column in columns {
            if column > first {
                self.text.push(char::from(PARTED));
            }
            let at = CellRef { row: row.number, column };
            let own = cells.next_if(|cell| cell.at.column == column);
            if let Some(cell) = own.or_else(|| above.of_cell(at)) {
                let start = self.text.len();
                match written(&cell.value) {
                    Ok(text) => self.text.push_str(&composed(text)),
                    Err((shown, fault)) => {
                        self.text.push_str(&shown);
                        self.odd.insert(start, fault);
                    }
                }
            }
        }
        self.text.push('\n');
    }
}

/// Texts that are merged with cells below them, which hold the same.
struct Above<'s>(BTreeMap<CellRef, &'s Cell>);

impl<'s> Above<'s> {
    fn of(sheet: &'s Sheet) -> Self {
        let mut above = BTreeMap::new();
        for range in &sheet.merged {
            let row = sheet.rows.iter().find(|row| row.number == range.first.row);
            let cell = row.and_then(|row| row.cells.iter().find(|cell| cell.at == range.first));
            // A name may hold for several rows; an amount that did would count several times.
            let Some(cell) = cell.filter(|cell| matches!(cell.value, Value::Text(_))) else { continue };
            // Only where a row below has something itself is there a row.
            let below = sheet.rows.iter().filter(|row| row.number > range.first.row && row.number <= range.last.row);
            above.extend(below.map(|row| (CellRef { row: row.number, column: range.first.column }, cell)));
        }
        Self(above)
    }

    fn of_cell(&self, at: CellRef) -> Option<&'s Cell> {
        self.0.get(&at).copied()
    }
}

/// What a cell says, as people would write it in a table; or what is shown of it, and why it cannot be told.
fn written(value: &Value) -> Result<String, (String, SheetCellFault)> {
    let odd = |shown: &str, fault| Err((shown.to_owned(), fault));
    match value {
        Value::Text(text) => Ok(one_line(text)),
        Value::Number { digits, shown } => Ok(number(digits, shown)),
        Value::Date(date) => Ok(date.to_string()),
        Value::YesOrNo(yes) => Ok(yes.to_string()),
        Value::Error(code) => odd(code, SheetCellFault::Error { code: code.clone() }),
        Value::NotCalculated => odd("=", SheetCellFault::NotCalculated),
        Value::Unfit(Unfit::TooManyDigits { about }) => {
            odd(about, SheetCellFault::TooManyDigits { about: about.clone() })
        }
        Value::Unfit(Unfit::TooLargeOrSmall) => odd("?", SheetCellFault::TooLargeOrSmall),
        Value::Unfit(Unfit::Scaled) => odd("?", SheetCellFault::Scaled),
        Value::Unfit(Unfit::TimeOfDay) => odd("?", SheetCellFault::TimeOfDay),
        Value::Unfit(Unfit::NoDate) => odd("?", SheetCellFault::NoDate),
    }
}

/// A number with what its format says of it.
fn number(digits: &str, shown: &fordela_sheet::Shown) -> String {
    use fordela_sheet::Shown;
    match shown {
        Shown::Plain => digits.to_owned(),
        Shown::Percent => {
            match Decimal::from_str_exact(digits).ok().and_then(|part| part.checked_mul(Decimal::ONE_HUNDRED)) {
                Some(percent) => format!("{} %", percent.normalize()),
                None => digits.to_owned(),
            }
        }
        // The currency of whatever computer it is shown on is none.
        Shown::Currency(mark) if &**mark == "¤" => digits.to_owned(),
        Shown::Currency(mark) | Shown::Unit(mark) => format!("{digits} {}", one_line(mark)),
    }
}

/// The text on one line, so that it is one cell; in quotation marks where it begins with one.
fn one_line(text: &str) -> String {
    let plain =
        text.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let plain = plain.trim();
    if plain.starts_with('"') { format!("\"{}\"", plain.replace('"', "\"\"")) } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_is_named_after_the_path() {
        assert_eq!(parted("data/a.xlsx#Blad 1"), ("data/a.xlsx", Some("Blad 1")));
        assert_eq!(parted("a.XLSM#x"), ("a.XLSM", Some("x")));
        assert_eq!(parted("a.xlsx#Nr #1"), ("a.xlsx", Some("Nr #1")));
        for path in ["a#b.csv", "a.xlsx", "a.xlsx#", "a.csv#Blad1"] {
            assert_eq!(parted(path), (path, None));
        }
    }

    #[test]
    fn numbers_are_told_as_they_are_shown() {
        use fordela_sheet::Shown;
        assert_eq!(number("0.125", &Shown::Percent), "12.5 %");
        assert_eq!(number("350000", &Shown::Currency("kr".into())), "350000 kr");
        assert_eq!(number("350", &Shown::Unit("tkr".into())), "350 tkr");
        assert_eq!(number("4675000.05", &Shown::Plain), "4675000.05");
        assert_eq!(one_line(" a\nb\tc "), "a b c");
        assert_eq!(one_line("\"a\" b"), "\"\"\"a\"\" b\"");
    }
}
