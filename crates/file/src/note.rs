//! What is odd in what is not read as a value: the encoding of a file, and personal data in comments, and in the notes of
//! decisions and outcomes.

use fordela::lint::PersonalData;
use fordela::words::{fault, personal_data};
use fordela::{Lang, Money};
use toml_parser::lexer::TokenKind;

use crate::source::Source;
use crate::span::Span;
use crate::text::place;

/// Something odd in a file that was read, though not of a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Note {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The sheet and the cell, `Sheet1!C14`, in a workbook; its line and column are the row and the column then.
    pub cell: Option<String>,
    /// What it is.
    pub kind: NoteKind,
}

/// What is odd in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// It seems to hold what belongs to a person. The text itself is not kept, so that it is not spread.
    Personal(PersonalData),
    /// It is no UTF-8, and was read as Windows-1252. The place is that of the first letter outside ASCII.
    Windows1252,
    /// A column of a table that holds nothing that belongs to a call.
    PassedColumn {
        /// Its name.
        column: String,
    },
    /// A row below a table that is no activity.
    PassedRow,
    /// A sheet of a call that is called as none of its sheets is.
    PassedSheet {
        /// Its name.
        sheet: String,
    },
    /// A sheet of a call that is hidden in the workbook, and is read as the others are.
    HiddenSheet {
        /// Its name.
        sheet: String,
    },
    /// Rows of a sheet that are hidden in the workbook, and are read as the others are.
    HiddenRows {
        /// How many.
        count: usize,
    },
    /// Columns of a sheet that are hidden in the workbook, and are read as the others are.
    HiddenColumns {
        /// How many hold something.
        count: usize,
    },
    /// A sum in a table is another than that of its rows.
    SumDiffers {
        /// The sum that stands there.
        written: Money,
        /// What the rows above it add up to.
        sum: Money,
    },
}

impl Note {
    /// Where it is, as it stands before a message: `call.toml:3`, or `applications.xlsx, Sheet1!C14`.
    #[must_use]
    pub fn place(&self) -> String {
        place(&self.file, self.line, self.cell.as_deref())
    }

    /// A note of what stands at this offset.
    pub(crate) fn at(source: &Source, offset: usize, kind: NoteKind) -> Self {
        let (line, column) = source.position(offset);
        Self { file: source.name().to_owned(), line, column, cell: source.cell(offset), kind }
    }
}

impl NoteKind {
    /// A word for the kind that never changes, such as `personal-data`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Personal(kind) => kind.code(),
            Self::Windows1252 => "windows-1252",
            Self::PassedColumn { .. } => "column-not-read",
            Self::PassedRow => "row-not-read",
            Self::PassedSheet { .. } => "sheet-not-read",
            Self::HiddenSheet { .. } => "hidden-sheet",
            Self::HiddenRows { .. } => "hidden-rows",
            Self::HiddenColumns { .. } => "hidden-columns",
            Self::SumDiffers { .. } => "sum-differs",
        }
    }

    /// What is odd, in one sentence without a full stop. Never repeats personal data.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.told(lang).0
    }

    /// The one thing to do about it, in one sentence without a full stop.
    #[must_use]
    pub fn suggestion(&self, lang: Lang) -> String {
        self.told(lang).1
    }

    fn told(&self, lang: Lang) -> (String, String) {
        match self {
            Self::Personal(kind) => (personal_data::message(*kind, lang), personal_data::suggestion(*kind, lang)),
            Self::Windows1252 => fault::windows_1252(lang),
            Self::PassedColumn { column } => fault::passed_column(column, lang),
            Self::PassedRow => fault::passed_row(lang),
            Self::PassedSheet { sheet } => fault::passed_sheet(sheet, lang),
            Self::HiddenSheet { sheet } => fault::hidden_sheet(sheet, lang),
            Self::HiddenRows { count } => fault::hidden_rows(*count, lang),
            Self::HiddenColumns { count } => fault::hidden_columns(*count, lang),
            Self::SumDiffers { written, sum } => fault::sum_differs(*written, *sum, lang),
        }
    }
}

/// All that is odd in a table, or in JSON.
pub(crate) fn in_table(source: &Source) -> Vec<Note> {
    of_file(source).chain(in_lines(source)).collect()
}

/// That a file was read as something else than UTF-8, or that rows or columns of it are hidden.
pub(crate) fn of_file(source: &Source) -> impl Iterator<Item = Note> {
    let rows = source.hidden().map(|(first, count)| Note::at(source, first, NoteKind::HiddenRows { count }));
    let columns = source.hidden_columns();
    let columns = columns.map(|(first, count)| Note::at(source, first, NoteKind::HiddenColumns { count }));
    let letter = source.text().find(|letter: char| !letter.is_ascii()).filter(|_| source.is_windows_1252());
    let encoding = letter.map(|first| Note::at(source, first, NoteKind::Windows1252));
    rows.into_iter().chain(columns).chain(encoding)
}

/// That sheets of a call are not read, or are hidden.
pub(crate) fn of_sheets(source: &Source) -> impl Iterator<Item = Note> {
    source.odd_sheets().iter().map(|(sheet, kind)| Note {
        file: source.name().to_owned(),
        line: 1,
        column: 1,
        cell: Some(format!("{sheet}!A1")),
        kind: kind.clone(),
    })
}

/// Personal data in the cells of a table, or in the texts of JSON: each kind once a line.
fn in_lines(source: &Source) -> Vec<Note> {
    const MARKS: [char; 4] = [';', ',', '\t', '"'];
    let mut found: Vec<Note> = Vec::new();
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let offset = start;
        start += line.len();
        // Most lines hold neither a sign nor digits enough.
        let is_plain =
            !line.contains(['@', '＠', '(', '[', '{']) && line.chars().filter(|c| c.is_numeric()).count() < 7;
        let kinds = (!is_plain).then(|| line.split(MARKS).flat_map(PersonalData::in_text));
        let mut kinds: Vec<PersonalData> = kinds.into_iter().flatten().collect();
        kinds.sort_unstable();
        kinds.dedup();
        found.extend(kinds.into_iter().map(|kind| Note::at(source, offset, NoteKind::Personal(kind))));
    }
    found
}

/// Personal data in the comments of TOML.
pub(crate) fn in_comments(source: &Source) -> Vec<Note> {
    let found = comments(source).flat_map(|comment| {
        let kinds = PersonalData::in_text(comment.of(source.text()));
        kinds.into_iter().map(move |kind| (comment.start(), kind))
    });
    let at = |(start, kind)| Note::at(source, start, NoteKind::Personal(kind));
    found.map(at).collect()
}

/// The comments of TOML. JSON has none, and those of a workbook are not read.
pub(crate) fn comments(source: &Source) -> impl Iterator<Item = Span> {
    let text = source.text();
    let has_some = !source.is_of_workbook() && text.contains('#') && !text.trim_start().starts_with('{');
    let tokens = has_some.then(|| toml_parser::Source::new(text).lex());
    let comments = tokens.into_iter().flatten().filter(|token| token.kind() == TokenKind::Comment);
    comments.map(|comment| Span::new(comment.span().start(), comment.span().end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(found: &[Note]) -> Vec<(usize, NoteKind)> {
        found.iter().map(|one| (one.line, one.kind.clone())).collect()
    }

    #[test]
    fn looks_at_comments_and_not_at_texts() {
        let text =
            "# fråga fraga@example.org\ntitle = \"# 070-123 45 67\"\n\n[[fund]] # ring 070-123 45 67, 121212-1212\n";
        let found = in_comments(&Source::new("call.toml", text.to_owned()));
        let kinds = [(1, PersonalData::Email), (4, PersonalData::Phone), (4, PersonalData::IdentityNumber)];
        assert_eq!(lines(&found), kinds.map(|(line, kind)| (line, NoteKind::Personal(kind))));
        assert_eq!((found[1].column, found[1].file.as_str()), (10, "call.toml"));
    }

    #[test]
    fn looks_at_each_cell_by_itself() {
        let text =
            "activity;granted;note\nx;070;1234567\ny;500;\"ring 070-123 45 67\"\nz;1 500 000;fraga(at)example.org\n";
        let found = in_lines(&Source::new("beslut.csv", text.to_owned()));
        let kinds = [(3, PersonalData::Phone), (4, PersonalData::Email)];
        assert_eq!(lines(&found), kinds.map(|(line, kind)| (line, NoteKind::Personal(kind))));
    }
}
