//! Rows of CSV (RFC 4180): in English for programs, in Swedish for spreadsheets.
//!
//! A Swedish spreadsheet parts columns by semicolons, writes decimals with a comma, and takes a file for UTF-8 only where its
//! first sign says so.

use fordela::Lang;
use fordela::characters::visible;
use fordela_words::report::field::Field;

/// What columns hold, and in which language they are told.
#[derive(Debug, Clone)]
pub struct Heads {
    fields: Vec<Field>,
    lang: Lang,
}

/// Rows, with a cell for each field.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) fields: Vec<Field>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Heads {
    /// Columns that hold these.
    #[must_use]
    pub fn new(fields: Vec<Field>, lang: Lang) -> Self {
        Self { fields, lang }
    }

    /// The first row, with what stands before it.
    #[must_use]
    pub fn first(&self) -> String {
        let heads = self.fields.iter().map(|field| quoted(&field.told(self.lang), self.parted())).collect();
        let mark = match self.lang {
            Lang::Sv => "\u{feff}",
            Lang::En => "",
        };
        format!("{mark}{}", self.line(heads))
    }

    /// A row, with the end of its line.
    #[must_use]
    pub fn row(&self, cells: &[String]) -> String {
        let cells = self.fields.iter().zip(cells).map(|(field, cell)| match self.lang {
            Lang::Sv if !is_free(field) => quoted(&with_comma(cell), self.parted()),
            Lang::Sv | Lang::En => quoted(cell, self.parted()),
        });
        self.line(cells.collect())
    }

    fn line(&self, cells: Vec<String>) -> String {
        format!("{}\r\n", cells.join(&self.parted().to_string()))
    }

    fn parted(&self) -> char {
        match self.lang {
            Lang::Sv => ';',
            Lang::En => ',',
        }
    }
}

impl Rows {
    pub(super) fn under(fields: impl Into<Vec<Field>>) -> Self {
        Self { fields: fields.into(), rows: Vec::new() }
    }

    pub(super) fn with(self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self { rows: self.rows.into_iter().chain(rows).collect(), ..self }
    }

    /// The rows in a language; nothing where there are no columns.
    pub(super) fn written(self, lang: Lang) -> String {
        let Self { fields, rows } = self;
        if fields.is_empty() {
            return String::new();
        }
        let heads = Heads::new(fields, lang);
        std::iter::once(heads.first()).chain(rows.iter().map(|cells| heads.row(cells))).collect()
    }
}

/// Whether a column holds what people wrote, where a number is told as it is.
fn is_free(field: &Field) -> bool {
    matches!(
        field,
        Field::ApplicantName
            | Field::Explanation
            | Field::Figure
            | Field::File
            | Field::For
            | Field::Message
            | Field::Motive
            | Field::Name
            | Field::Note
            | Field::OtherName
            | Field::Period
            | Field::Role
            | Field::Scenario
            | Field::Suggestion
            | Field::Title
    )
}

/// A number, perhaps a percentage, with a comma before its decimals; and everything else as it is.
fn with_comma(cell: &str) -> String {
    let number = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let number = number.strip_suffix('%').unwrap_or(number).trim_end();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match number.split_once('.') {
        Some((whole, decimals)) if is_digits(whole) && is_digits(decimals) => cell.replacen('.', ",", 1),
        _ => cell.to_owned(),
    }
}

/// Free text with an apostrophe before it where a spreadsheet would take it for a formula: titles come from
/// applicants, and a formula can fetch and send. Ids hold letters, digits, `-` and `_` alone, and can do nothing.
pub(super) fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(cell: &str, parted: char) -> String {
    let cell = visible(cell);
    if cell.contains([parted, '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_must_be() {
        for (cell, english, swedish) in [
            ("a", "a", "a"),
            ("a, b", "\"a, b\"", "a, b"),
            ("a; b", "a; b", "\"a; b\""),
            ("a\u{202e}\r", "a\\u{202e}\\u{d}", "a\\u{202e}\\u{d}"),
            ("a \"b\"", "\"a \"\"b\"\"\"", "\"a \"\"b\"\"\""),
        ] {
            assert_eq!((quoted(cell, ',').as_str(), quoted(cell, ';').as_str()), (english, swedish));
        }
    }

    #[test]
    fn disarms_formulas() {
        assert_eq!(guarded("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(guarded("Lov 2023"), "Lov 2023");
    }

    #[test]
    fn follows_the_language() {
        let rows = || {
            let cells = ["1.5", "-1200.50", "85.5%", "0.1.0"].map(str::to_owned);
            Rows::under([Field::Title, Field::Difference, Field::Value, Field::Then]).with([cells.to_vec()])
        };
        assert_eq!(rows().written(Lang::En), "title,difference,value,then\r\n1.5,-1200.50,85.5%,0.1.0\r\n");
        let swedish = "\u{feff}Aktivitet;Skillnad;Värde;Då\r\n1.5;-1200,50;85,5%;0.1.0\r\n";
        assert_eq!(rows().written(Lang::Sv), swedish);
        assert_eq!(Rows::default().written(Lang::Sv), "");
    }
}
