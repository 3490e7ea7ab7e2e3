//! A file's text, and lines and columns in it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fordela_sheet::CellRef;

use crate::fault::SheetCellFault;
use crate::note::NoteKind;
use crate::span::Span;
use crate::table::TableText;
use crate::workbook::{PARTED, Places};

/// The text of a file, decoded, with the name it is shown by.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    name: String,
    text: String,
    is_windows_1252: bool,
    /// Where its cells stand, where it is the text of a sheet of a workbook.
    places: Option<Places>,
    /// Where lines start. Found when first asked for, since a file without faults never needs it.
    lines: OnceLock<Vec<usize>>,
}

impl Source {
    pub(crate) fn new(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), text, is_windows_1252: false, places: None, lines: OnceLock::new() }
    }

    /// The text of a file in Windows-1252.
    pub(crate) fn in_windows_1252(self) -> Self {
        Self { is_windows_1252: true, ..self }
    }

    /// The text of a sheet, with where its cells stand.
    pub(crate) fn of_sheet(self, places: Places) -> Self {
        Self { places: Some(places), ..self }
    }

    /// Where the first of its rows stands that are hidden in the workbook, and how many they are.
    pub(crate) fn hidden(&self) -> Option<(usize, usize)> {
        self.places.as_ref()?.hidden
    }

    /// Where something stands in the first of its columns that are hidden in the workbook, and how many they are.
    pub(crate) fn hidden_columns(&self) -> Option<(usize, usize)> {
        self.places.as_ref()?.hidden_columns
    }

    /// The text as that of a table. `odd` is what cells hold that cannot be told.
    pub(crate) fn table<'t>(&'t self, odd: &'t BTreeMap<usize, SheetCellFault>) -> TableText<'t> {
        TableText { text: &self.text, parted: self.places.as_ref().map(|_| PARTED), odd }
    }

    /// The sheet that the text is of, in a workbook.
    pub(crate) fn sheet(&self) -> Option<&str> {
        self.places.as_ref().map(Places::sheet)
    }

    /// The sheet and cell at an offset, `Sheet1!C14`; `None` where the text is that of no sheet.
    pub(crate) fn cell(&self, offset: usize) -> Option<String> {
        let (sheet, cell) = self.cell_at(self.places.as_ref()?, offset);
        Some(format!("{sheet}!{cell}"))
    }

    fn cell_at<'p>(&self, places: &'p Places, offset: usize) -> (&'p str, CellRef) {
        let line = self.line_of(offset);
        let before = Span::new(self.line_start(line), offset).of(&self.text);
        places.at(line, before.matches(char::from(PARTED)).count())
    }

    /// The number of a line, from 0, as it is shown: that of the row in a sheet.
    pub(crate) fn shown_line(&self, line: usize) -> usize {
        match &self.places {
            Some(places) => usize::try_from(places.at(line, 0).1.row).unwrap_or(line),
            None => line + 1,
        }
    }

    /// The sheets of its workbook of which something is to be said, and what.
    pub(crate) fn odd_sheets(&self) -> &[(String, NoteKind)] {
        self.places.as_ref().map_or(&[], |places| &places.odd_sheets)
    }

    /// Whether it is the text of a workbook.
    pub(crate) fn is_of_workbook(&self) -> bool {
        self.places.is_some()
    }

    pub(crate) fn is_windows_1252(&self) -> bool {
        self.is_windows_1252
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The line and the column of an offset, both from 1, the column in characters; in a sheet, the row and the column of the
    /// cell.
    pub(crate) fn position(&self, offset: usize) -> (usize, usize) {
        if let Some(places) = &self.places {
            let (_, CellRef { row, column }) = self.cell_at(places, offset);
            let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
            return (number(row), number(column));
        }
        let line = self.line_of(offset);
        let before = Span::new(self.line_start(line), offset).of(&self.text);
        (line + 1, before.chars().count() + 1)
    }

    /// The part of a stretch that lies on its first line.
    pub(crate) fn first_line(&self, span: Span) -> Span {
        let text = span.of(&self.text);
        let length = text.find(['\n', '\r']).unwrap_or(text.len());
        Span::new(span.start(), span.start() + length)
    }

    /// The lines around an offset, and the number of the first of them, from 0.
    pub(crate) fn lines_around(&self, offset: usize) -> (Span, usize) {
        let line = self.line_of(offset);
        let end = self.lines().get(line + 1).copied().unwrap_or(self.text.len());
        (Span::new(self.line_start(line), end), line)
    }

    fn line_of(&self, offset: usize) -> usize {
        self.lines().partition_point(|start| *start <= offset).saturating_sub(1)
    }

    fn line_start(&self, line: usize) -> usize {
        self.lines().get(line).copied().unwrap_or(0)
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(offset, _)| offset + 1)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a", "åäö = 1\nnästa = 2\n".to_owned());
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position(6), (1, 4));
        assert_eq!(source.position(12), (2, 2));
    }

    #[test]
    fn the_end_of_the_text_has_a_position() {
        assert_eq!(Source::new("a", "x".to_owned()).position(1), (1, 2));
        assert_eq!(Source::new("a", String::new()).position(0), (1, 1));
        assert_eq!(Source::new("a", "x\n".to_owned()).position(2), (2, 1));
    }
}
