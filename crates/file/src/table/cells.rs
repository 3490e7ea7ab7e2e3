//! Text to cells.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::fault::CsvFault;
use crate::span::Span;
use crate::tree::Word;

/// The rows of a text, one at a time.
pub(super) struct Cells<'a> {
    text: &'a str,
    delimiter: u8,
    /// Reads what stands in quotation marks.
    reader: Reader,
    offset: usize,
    /// The reader writes cells here; only where they end is used.
    scratch: [u8; 1024],
}

impl<'a> Cells<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8, start: usize) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { text, delimiter, reader, offset: start, scratch: [0; 1024] }
    }

    /// Fills `row` with where the next row's cells stand; whether there was one.
    pub(super) fn next_row(&mut self, row: &mut Vec<Span>) -> bool {
        row.clear();
        let bytes = self.text.as_bytes();
        // Empty lines are no rows.
        while matches!(bytes.get(self.offset), Some(b'\r' | b'\n')) {
            self.offset += 1;
        }
        if self.offset >= bytes.len() {
            return false;
        }
        loop {
            let is_quoted = bytes.get(self.offset) == Some(&b'"');
            let (cell, ends_row) = if is_quoted { self.quoted() } else { self.plain() };
            row.push(cell);
            if ends_row {
                return true;
            }
        }
    }

    /// A cell without quotation marks, as most are, and whether it ends the row.
    fn plain(&mut self) -> (Span, bool) {
        let start = self.offset;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\r' | b'\n');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.offset = start + length + 1;
        (Span::new(start, start + length), rest.get(length) != Some(&self.delimiter))
    }

    /// A cell that begins with a quotation mark, and whether it ends the row.
    fn quoted(&mut self) -> (Span, bool) {
        let start = self.offset;
        self.reader.reset();
        let ends_row = loop {
            let rest = self.text.as_bytes().get(self.offset..).unwrap_or_default();
            let (result, read, _) = self.reader.read_field(rest, &mut self.scratch);
            self.offset += read;
            match result {
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => break record_end,
                ReadFieldResult::End => break true,
            }
        };
        let read = self.text.get(start..self.offset).unwrap_or_default();
        let length = if ends_row { read.trim_end_matches(['\r', '\n']).len() } else { read.len().saturating_sub(1) };
        (Span::new(start, start + length), ends_row)
    }
}

/// Makes a row as long as the head with empty cells at its end, which spreadsheets leave out.
pub(super) fn filled_up(row: &mut Vec<Span>, columns: usize) {
    let end = row.last().map_or(0, |cell| cell.end());
    row.resize(row.len().max(columns), Span::new(end, end));
}

/// The amount that two cells seem to be parts of, where the comma that parts columns was meant to part its thousands.
pub(super) fn torn_amount(text: &str, row: &[Span]) -> Option<(Span, String)> {
    let is_digits = |said: &str| !said.is_empty() && said.bytes().all(|byte| byte.is_ascii_digit());
    row.windows(2).find_map(|pair| {
        let [first, second] = [pair[0].of(text), pair[1].of(text)];
        let is_torn = is_digits(first) && first.len() <= 3 && is_digits(second) && second.len() == 3;
        let whole = pair[0].to(pair[1]);
        (is_torn && whole.of(text) == format!("{first},{second}")).then(|| (whole, whole.of(text).to_owned()))
    })
}

/// What a cell says, without quotation marks and the spaces around it.
pub(crate) fn word(text: &str, cell: Span) -> Result<Word, CsvFault> {
    match cell.of(text).as_bytes().first() {
        Some(b'"') => unquoted(text, cell),
        _ => Ok(Word::InFile(trimmed(text, cell))),
    }
}

/// What a cell says that begins with a quotation mark.
fn unquoted(text: &str, cell: Span) -> Result<Word, CsvFault> {
    let quoted = cell.of(text).get(1..).unwrap_or_default();
    let mut doubled = false;
    let mut marks = quoted.match_indices('"').peekable();
    while let Some((at, _)) = marks.next() {
        if marks.next_if(|(next, _)| *next == at + 1).is_some() {
            doubled = true;
            continue;
        }
        if !quoted[at + 1..].trim().is_empty() {
            return Err(CsvFault::TextAfterQuote);
        }
        let inner = Span::new(cell.start() + 1, cell.start() + 1 + at);
        return Ok(match doubled {
            true => Word::Decoded(inner.of(text).trim().replace("\"\"", "\"").into()),
            false => Word::InFile(trimmed(text, inner)),
        });
    }
    Err(CsvFault::OpenQuote)
}

/// What a cell says that holds several values, parted by `|`: each, and where it stands.
pub(crate) fn parts<'t>(text: &'t str, at: Span, word: &'t Word) -> impl Iterator<Item = (Span, Word)> + 't {
    let mut start = 0;
    word.text(text).split('|').filter_map(move |part| {
        let plain = part.trim();
        let offset = start + part.len() - part.trim_start().len();
        start += part.len() + 1;
        let stands = |whole: &Span| Span::new(whole.start() + offset, whole.start() + offset + plain.len());
        (!plain.is_empty()).then(|| match word {
            Word::InFile(whole) => (stands(whole), Word::InFile(stands(whole))),
            Word::Fixed(_) | Word::Decoded(_) => (at, Word::Decoded(plain.into())),
        })
    })
}

/// A stretch without the spaces at its ends.
#[inline]
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let written = span.of(text);
    // Most cells have no spaces around them.
    match written.as_bytes() {
        [] => return span,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => return span,
        [only] if only.is_ascii_graphic() => return span,
        _ => {}
    }
    let start = span.start() + written.len() - written.trim_start().len();
    Span::new(start, start + written.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut cells = Cells::new(text, delimiter, 0);
        let (mut row, mut rows) = (Vec::new(), Vec::new());
        while cells.next_row(&mut row) {
            rows.push(row.iter().map(|cell| word(text, *cell).expect("a cell").text(text).to_owned()).collect());
        }
        rows
    }

    #[test]
    fn reads_rows_however_they_end() {
        for text in ["a,b\n1,2\n", "a,b\r\n1,2", "a,b\r\n\r\n1,2\r\n\r\n", "\na,b\r1, 2 \n"] {
            assert_eq!(rows(text, b','), [["a", "b"], ["1", "2"]], "{text:?}");
        }
        assert_eq!(rows("a,\n,b\n", b','), [["a", ""], ["", "b"]]);
        assert_eq!(rows("a,b\n1,", b','), [["a", "b"], ["1", ""]]);
        assert_eq!(rows("a,\"b\"\r\n\"1\",", b','), [["a", "b"], ["1", ""]]);
        assert_eq!(rows("a;\"b\"\n1;2\"\"\n", b';'), [["a", "b"], ["1", "2\"\""]]);
        assert!(rows("", b',').is_empty());
    }

    #[test]
    fn reads_quotation_marks() {
        assert_eq!(rows("\"a,b\",\"say \"\"hej\"\"\",\"\"\n", b','), [["a,b", "say \"hej\"", ""]]);
        assert_eq!(rows("\"a\nb\";2\n", b';'), [["a\nb", "2"]]);
    }

    #[test]
    fn reads_cells_longer_than_the_scratch() {
        let long = "å".repeat(3000);
        assert_eq!(rows(&format!("{long}\t1\n"), b'\t'), [[long, "1".to_owned()]]);
    }

    #[test]
    fn refuses_open_and_torn_quotation_marks() {
        let cell = |text: &str| word(text, Span::new(0, text.len())).map(|_| ());
        assert_eq!(cell("\"a"), Err(CsvFault::OpenQuote));
        assert_eq!(cell("\"a\"\""), Err(CsvFault::OpenQuote));
        assert_eq!(cell("\"a\" b"), Err(CsvFault::TextAfterQuote));
        assert_eq!(cell("\"a\" "), Ok(()));
    }
}
