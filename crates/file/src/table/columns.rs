//! The row of names: what each column holds.

use std::collections::HashMap;

use fordela::keys::{Form, Key, Part};

use super::cells::word;
use super::heading::Heading;
use super::known::Known;
use super::rows::whole;
use crate::fault::{CsvFault, LimitFault};
use crate::limits::COLUMNS;
use crate::nearest::nearest;
use crate::problems::Problems;
use crate::span::{FileId, Span};
use crate::tree::Word;

/// A column of a table of activities.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) holds: Holds,
    /// What amounts in it are in, where its name says thousands or millions.
    pub(super) many: Option<&'static str>,
}

/// What a column holds.
#[derive(Debug, Clone)]
pub(super) enum Holds {
    /// One value of the activity.
    Activity(&'static str),
    /// Several values of the activity, parted by `|`.
    ActivityList(&'static str),
    /// The score on a criterion: its id, and where that stands.
    Score(Word, Span),
    /// One value of the line.
    Line(&'static str),
    /// Several values of the line.
    LineList(&'static str),
    /// Nothing: the column has no name.
    Unnamed,
    /// Nothing that belongs to a call.
    Passed,
    /// Nothing that is known; the fault is that of the name.
    Unknown,
}

/// The columns that have a name of their own: of which part each is, with its key.
fn named() -> impl Iterator<Item = (Part, &'static Key)> {
    let of = |part: Part| part.keys().iter().filter(|key| key.column.is_some()).map(move |key| (part, key));
    of(Part::Activity).chain(of(Part::Line))
}

/// The column of this name, or with this heading.
fn column_of(said: &str, heading: &Heading) -> Option<(Part, &'static Key)> {
    let by_name = named().find(|(_, key)| key.column == Some(said));
    by_name.or_else(|| named().find(|(_, key)| is_called(key, &heading.plain)))
}

/// Whether a column that is called this, in lower case, is that of a key.
fn is_called(key: &Key, plain: &str) -> bool {
    let called = [key.called.sv, key.called.en];
    key.column == Some(plain)
        || key.headings.contains(&plain)
        || called.iter().any(|called| called.to_lowercase() == plain)
}

/// What the column of a key holds.
fn held(part: Part, key: &'static Key) -> Holds {
    let is_list = matches!(key.form, Form::Amounts | Form::Texts | Form::TextOrTexts);
    match (part, is_list) {
        (Part::Line, false) => Holds::Line(key.name),
        (Part::Line, true) => Holds::LineList(key.name),
        (_, false) => Holds::Activity(key.name),
        (_, true) => Holds::ActivityList(key.name),
    }
}

/// What the name of a column of scores starts with.
pub(super) const SCORE: &str = "score.";

/// Whether a column of activities is called this.
pub(super) fn is_column(name: &str, known: &Known) -> bool {
    let heading = Heading::of(name);
    name.starts_with(SCORE) || criterion(name, &heading, known).is_some() || column_of(name, &heading).is_some()
}

/// The criterion that a heading names: as it is written, or else without what may stand after a name.
fn criterion<'k>(said: &str, heading: &Heading, known: &'k Known) -> Option<&'k str> {
    known.criterion(said).or_else(|| known.criterion(&heading.plain))
}

/// The column with a name.
fn column(name: &Word, span: Span, text: &str, known: &Known) -> Option<Column> {
    let said = name.text(text);
    let heading = Heading::of(said);
    let is_money = |key: &Key| matches!(key.form, Form::Money | Form::Amounts);
    let of = |(part, key): (Part, &'static Key)| Column {
        holds: held(part, key),
        many: heading.is_in.filter(|_| is_money(key)),
    };
    let score = |holds| Column { holds, many: None };
    if let Some(id) = said.strip_prefix(SCORE).map(str::trim).filter(|id| !id.is_empty()) {
        let width = said.len() - id.len();
        let span = match name {
            Word::InFile(whole) => Span::new(whole.start() + width, whole.end()),
            _ => span,
        };
        return Some(score(Holds::Score(Word::written(text, span, id), span)));
    }
    if let Some(found) = named().find(|(_, key)| key.column == Some(said)) {
        return Some(of(found));
    }
    match criterion(said, &heading, known) {
        Some(id) => Some(score(Holds::Score(Word::Decoded(id.into()), span))),
        None => column_of(said, &heading).map(of),
    }
}

/// What the column with a name holds, as it is called in a call.
pub(crate) fn holds(name: &str, known: &Known) -> Option<String> {
    column(&Word::Decoded(name.into()), Span::default(), "", known).map(|column| column.name(""))
}

/// The columns that a row of names gives. Faults are added to `problems`, and what is passed over to `passed`.
pub(super) fn columns(
    text: &str,
    row: &[Span],
    known: &Known,
    passed: &mut Vec<(Span, String)>,
    problems: &mut Problems,
) -> Vec<Column> {
    if row.len() > COLUMNS {
        problems.add(FileId::Table, row[COLUMNS], LimitFault::TooManyColumns);
        return Vec::new();
    }
    let mut names = Names { text, known, passed, problems, seen: HashMap::new(), meant: Vec::new() };
    let columns = row.iter().map(|cell| names.column(*cell)).collect();
    let has = |column: &str| names.seen.contains_key(column) || names.meant.iter().any(|meant| meant == column);
    if !has("id") && !has("title") {
        names.problems.add(FileId::Table, whole(row), CsvFault::MissingColumn { column: "id" });
    }
    columns
}

/// The names of columns that were read so far.
struct Names<'n> {
    text: &'n str,
    known: &'n Known,
    passed: &'n mut Vec<(Span, String)>,
    problems: &'n mut Problems,
    /// The names of columns, by what they hold.
    seen: HashMap<String, String>,
    /// What was probably meant by those that are not known.
    meant: Vec<String>,
}

impl Names<'_> {
    /// The column whose name stands in a cell.
    fn column(&mut self, cell: Span) -> Column {
        let name = match word(self.text, cell) {
            Ok(name) => name,
            Err(cause) => {
                self.problems.add(FileId::Table, cell, cause);
                return Column { holds: Holds::Unknown, many: None };
            }
        };
        let said = name.text(self.text);
        match column(&name, cell, self.text, self.known) {
            Some(found) => {
                self.see(cell, said, found.name(self.text));
                found
            }
            None => Column { holds: self.unknown(cell, said), many: None },
        }
    }

    /// Remembers what a column holds, with a fault where another holds the same.
    fn see(&mut self, cell: Span, said: &str, holds: String) {
        let Some(other) = self.seen.insert(holds.clone(), said.to_owned()) else { return };
        let column = said.to_owned();
        let twice = if other == column {
            CsvFault::DuplicateColumn { column }
        } else {
            CsvFault::SameColumn { column, other, holds }
        };
        self.problems.add(FileId::Table, cell, twice);
    }

    /// What a column holds whose name is not known: nothing that is read, or what was meant by it is told.
    fn unknown(&mut self, cell: Span, said: &str) -> Holds {
        if said.is_empty() {
            return Holds::Unnamed;
        }
        let Some(nearest) = nearest_column(said, self.known) else {
            self.passed.push((cell, said.to_owned()));
            return Holds::Passed;
        };
        self.meant.push(nearest.clone());
        self.problems.add(FileId::Table, cell, CsvFault::UnknownColumn { column: said.to_owned(), nearest });
        Holds::Unknown
    }
}

/// A shorter word is not taken for the name of a criterion with a slip of the pen.
const SHORTEST: usize = 4;

/// The column that was probably meant.
fn nearest_column(name: &str, known: &Known) -> Option<String> {
    let plain = name.trim().to_lowercase();
    let score = ["score", "scores"].iter().any(|word| {
        plain.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '_', '-', ' ', '.']))
    });
    if score {
        return Some(SCORE.to_owned());
    }
    // Every other short word is like a short name, and a letter like any.
    let length = plain.chars().count();
    if length < 2 {
        return None;
    }
    let criteria = known.criteria().filter(|_| length >= SHORTEST);
    let names = named().filter_map(|(_, key)| key.column).chain(criteria);
    nearest(name, names).map(str::to_owned)
}

impl Column {
    /// Whether what it holds is read.
    pub(super) fn is_read(&self) -> bool {
        !matches!(self.holds, Holds::Unnamed | Holds::Passed | Holds::Unknown)
    }

    /// What it is called in a call.
    pub(super) fn name(&self, text: &str) -> String {
        match &self.holds {
            Holds::Activity(key) | Holds::ActivityList(key) => (*key).to_owned(),
            Holds::Score(id, _) => format!("{SCORE}{}", id.text(text)),
            Holds::Line("id") => "line".to_owned(),
            Holds::Line("cost") => "cost".to_owned(),
            Holds::Line(key) | Holds::LineList(key) => format!("line_{key}"),
            Holds::Unnamed | Holds::Passed | Holds::Unknown => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use fordela::CallDraft;
    use fordela::call::draft::Criterion;

    use super::*;

    fn known() -> Known {
        let criterion = Criterion { name: Some("Barn och unga".to_owned()), ..Criterion::new("barn", 1, 3) };
        Known::of(&CallDraft::new("").criterion(criterion))
    }

    #[test]
    fn names_the_column_that_was_meant() {
        let meant = |name: &str| nearest_column(name, &known());
        assert_eq!(meant("aplicant").as_deref(), Some("applicant"));
        assert_eq!(meant("score:samverkan").as_deref(), Some("score."));
        assert_eq!(meant("Barn och ungdom").as_deref(), Some("Barn och unga"));
        assert_eq!(meant("kommentar"), None);
        let short = Known::of(&CallDraft::new("").criterion(Criterion::new("c", 1, 3)));
        assert_eq!(nearest_column("d", &short), None);
    }

    #[test]
    fn knows_what_offices_write() {
        let told = |name: &str| {
            let found = column(&Word::Decoded(name.into()), Span::default(), "", &known());
            found.map(|found| (found.name(""), found.many))
        };
        let is = |name: &str| Some((name.to_owned(), None));
        assert_eq!(told("Nämnd"), is("applicant"));
        assert_eq!(told("  INSATS "), is("title"));
        assert_eq!(told("Sökt belopp 2025"), is("ask"));
        assert_eq!(told("Sökt belopp 2025 (kr)"), Some(("ask".to_owned(), Some("kr"))));
        assert_eq!(told("Äskat belopp, tkr"), Some(("ask".to_owned(), Some("tkr"))));
        assert_eq!(told("barn och unga (0–3)"), is("score.barn"));
        assert_eq!(told("score.other"), is("score.other"));
        assert_eq!(told("Kommentar"), None);
    }
}
