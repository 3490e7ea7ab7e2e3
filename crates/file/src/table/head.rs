//! Where the names of columns stand, and what parts the columns.

use super::cells::{Cells, word};
use crate::span::Span;

/// What may part columns.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// The rows among which people look for the names of columns.
const ROWS: usize = 30;

/// How a table is parted, and where the row of names starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// Where the row of names starts.
    pub(super) start: usize,
}

/// How a table is parted: as its first line says (`sep=;`), as `parted` says, or so that most names are known. The names
/// stand in the first row where several are known, which need not be the first of all; `None` where none is.
pub(super) fn layout(text: &str, parted: Option<u8>, is_known: impl Fn(&str) -> bool) -> Option<Layout> {
    if let Some((delimiter, first)) = delimiter_said(text) {
        let rest = text.get(first.len()..).unwrap_or_default();
        let start = first.len() + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        return found(text, delimiter, start, &is_known).map(|(_, layout)| layout);
    }
    let one = parted.map(|delimiter| [delimiter; 1]);
    let delimiters = one.as_ref().map_or(&DELIMITERS[..], |one| &one[..]);
    // The first of equals, so that a table of one column is parted by commas.
    let all = delimiters.iter().rev().filter_map(|delimiter| found(text, *delimiter, 0, &is_known));
    all.max_by_key(|(known, _)| *known).map(|(_, layout)| layout)
}

/// The first row in which several names are known, and how many; else the first of all, if one is. A single word that is known
/// further down is a title rather than the name of a column.
fn found(text: &str, delimiter: u8, start: usize, is_known: &impl Fn(&str) -> bool) -> Option<(usize, Layout)> {
    let mut cells = Cells::new(text, delimiter, start);
    let mut row: Vec<Span> = Vec::new();
    let mut alone: Option<(usize, Layout)> = None;
    for number in 0..ROWS {
        if !cells.next_row(&mut row) {
            break;
        }
        let names = row.iter().filter_map(|cell| word(text, *cell).ok());
        let known = names.filter(|name| is_known(name.text(text))).count();
        let start = row.first().map_or(start, |cell| cell.start());
        if known > 1 {
            return Some((known, Layout { delimiter, start }));
        }
        if known == 1 && number == 0 {
            alone = Some((known, Layout { delimiter, start }));
        }
    }
    alone
}

/// Where the text of a table starts, below the line that says what parts the columns.
pub(super) fn below_mark(text: &str) -> usize {
    delimiter_said(text).map_or(0, |(_, first)| first.len())
}

/// What the first line says that parts the columns, as in `sep=;`, and that line.
fn delimiter_said(text: &str) -> Option<(u8, &str)> {
    let first = text.lines().next()?;
    let (mark, said) = first.trim_matches('"').split_at_checked(4)?;
    if !mark.eq_ignore_ascii_case("sep=") {
        return None;
    }
    let delimiter = DELIMITERS.into_iter().find(|delimiter| said.as_bytes() == [*delimiter])?;
    Some((delimiter, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_known(name: &str) -> bool {
        ["id", "applicant", "ask", "title", "nämnd", "sökt"].contains(&name.to_lowercase().as_str())
    }

    fn laid_out(text: &str) -> Option<Layout> {
        layout(text, None, is_known)
    }

    #[test]
    fn finds_what_parts_the_columns() {
        let parted = |text: &str| laid_out(text).map(|layout| char::from(layout.delimiter));
        assert_eq!(parted("id,applicant,ask\n"), Some(','));
        assert_eq!(parted("id;applicant;ask\n1;2;\"3,5\""), Some(';'));
        assert_eq!(parted("id\tapplicant\task,kr\n"), Some('\t'));
        assert_eq!(parted("id\n"), Some(','));
        assert_eq!(laid_out("sep=;\r\nid\r\n"), Some(Layout { delimiter: b';', start: 7 }));
        assert_eq!(laid_out("\"Sep=;\"\nid\n"), Some(Layout { delimiter: b';', start: 8 }));
        assert_eq!((below_mark("sep=;\r\nid\r\n"), below_mark("id\n"), below_mark("sep=?\n")), (5, 0, 0));
        assert_eq!(layout("id;ask\ta,b\n", Some(b'\t'), is_known), None);
    }

    #[test]
    fn finds_names_below_a_title() {
        fn start(text: &str) -> Option<&str> {
            laid_out(text).and_then(|layout| text.get(layout.start..)?.lines().next())
        }
        assert_eq!(start("Ansökningar 2025;;\n;;\nNämnd;Aktivitet;Sökt\n"), Some("Nämnd;Aktivitet;Sökt"));
        assert_eq!(start("Ansökningar 2025\n\nid,applicant\n"), Some("id,applicant"));
        assert_eq!(start("Ansökningar\nid\tapplicant\n"), Some("id\tapplicant"));
        assert_eq!(start("id;applicant\na;b\n"), Some("id;applicant"));
        assert_eq!(start("Ansökningar, insatser;;\nid;applicant;ask\n"), Some("id;applicant;ask"));
        // The applicant's name in the title does not make it the row of names.
        assert_eq!(start("Nämnd;;\nNämnd;Aktivitet;Sökt\n"), Some("Nämnd;Aktivitet;Sökt"));
        assert_eq!(start("Ansökningar 2025\n"), None);
        assert_eq!(start("Summor;;\nNämnd;Aktivitet;\n"), None);
    }
}
