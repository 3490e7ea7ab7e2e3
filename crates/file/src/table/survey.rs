//! What a table of applications seems to hold, before there is a call.

use fordela::CallDraft;
use fordela::call::draft::Criterion;
use rust_decimal::Decimal;

use super::TableText;
use super::cells::{Cells, trimmed, word};
use super::columns::{SCORE, holds, is_column};
use super::head::{below_mark, layout};
use super::heading::Heading;
use super::known::Known;
use super::made::Made;
use super::sum::is_sum;
use crate::span::Span;
use crate::tree::Word;
use crate::walk::decimal;

/// The best score that a criterion may have at most, for its column to be taken for scores rather than for numbers of
/// something.
const BEST: Decimal = Decimal::TEN;

/// What the name of a column begins with that counts or ranks something, and holds no scores.
const COUNTS: [&str; 20] = [
    "antal",
    "löpnr",
    "löpnummer",
    "nr",
    "nummer",
    "rad",
    "prio",
    "prioritering",
    "prioritet",
    "rang",
    "rangordning",
    "plats",
    "beviljat",
    "beviljas",
    "deltagare",
    "ålder",
    "år",
    "timmar",
    "veckor",
    "rank",
];

/// What a table of applications seems to hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Survey {
    /// What stands alone in a row above the names of the columns.
    pub(crate) title: Option<String>,
    /// The columns that seem to hold scores, as criteria: each with the best score that was given.
    pub(crate) criteria: Vec<Criterion>,
    /// The name of each column, and what it holds in a call; `None` where it is not read.
    pub(crate) columns: Vec<(String, Option<String>)>,
}

/// What a table seems to hold; nothing where the names of its columns are not found.
pub(crate) fn survey(table: TableText<'_>) -> Survey {
    let TableText { text, parted, .. } = table;
    let known = Known::of(&CallDraft::new(""));
    let Some(layout) = layout(text, parted, |name| is_column(name, &known)) else { return Survey::default() };
    let mut cells = Cells::new(text, layout.delimiter, layout.start);
    let mut row = Vec::new();
    cells.next_row(&mut row);
    let names: Vec<String> = row.iter().map(|cell| said(text, *cell).text(text).to_owned()).collect();
    let mut seen = vec![Scores::default(); names.len()];
    while cells.next_row(&mut row) {
        let first = row.iter().map(|cell| said(text, *cell)).find(|said| !said.text(text).is_empty());
        if !first.is_some_and(|first| is_sum(first.text(text))) {
            seen.iter_mut().zip(&row).for_each(|(scores, cell)| scores.see(said(text, *cell).text(text)));
        }
    }
    let title = title(text, layout.delimiter, layout.start);
    let mut ids = Made::default();
    let mut survey = Survey { title, ..Survey::default() };
    for (name, scores) in names.into_iter().zip(seen) {
        let holds = match holds(&name, &known) {
            Some(found) => {
                survey.named_criterion(&found, scores);
                Some(found)
            }
            None => survey.criterion(&name, scores, &mut ids).map(|id| format!("{SCORE}{id}")),
        };
        if !name.is_empty() {
            survey.columns.push((name, holds));
        }
    }
    survey
}

impl Survey {
    /// Makes a criterion of a column that is said to hold its scores.
    fn named_criterion(&mut self, column: &str, scores: Scores) {
        let id = column.strip_prefix(SCORE).filter(|id| self.criteria.iter().all(|known| known.id != *id));
        let criterion = |id: &str| Criterion { id: id.into(), name: None, weight: Decimal::ONE, max: scores.max() };
        self.criteria.extend(id.map(criterion));
    }

    /// Makes a criterion of a column of scores.
    fn criterion(&mut self, name: &str, scores: Scores, ids: &mut Made) -> Option<String> {
        if !scores.are_all() {
            return None;
        }
        let heading = Heading::of(name);
        let word = heading.plain.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if heading.is_in.is_some() || COUNTS.contains(&word) {
            return None;
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = ids.of_name(&heading.plain)?;
        self.criteria.push(Criterion { id: id.clone(), name: Some(name), weight: Decimal::ONE, max: scores.max() });
        Some(id)
    }
}

/// So many scores stand beside one that cannot be read where a column is taken for scores all the same: then the cell is told
/// of when the table is read.
const BESIDE_ONE: usize = 2;

/// What is seen in a column.
#[derive(Debug, Clone, Copy, Default)]
struct Scores {
    /// How many scores.
    count: usize,
    best: Decimal,
    /// How many cells that hold no number.
    unread: usize,
    /// Whether there is a number that is no score.
    counts: bool,
}

impl Scores {
    fn see(&mut self, said: &str) {
        match decimal(said) {
            _ if said.is_empty() => {}
            Ok(score) => {
                self.best = self.best.max(score);
                if score >= Decimal::ZERO && score <= BEST { self.count += 1 } else { self.counts = true }
            }
            Err(_) => self.unread += 1,
        }
    }

    /// Whether the column seems to hold scores.
    fn are_all(self) -> bool {
        self.count > 0 && !self.counts && self.unread * BESIDE_ONE <= self.count && self.unread <= 1
    }

    /// The best score that can be given, as far as the column tells.
    fn max(self) -> Decimal {
        self.best.max(Decimal::ONE).ceil()
    }
}

/// What stands alone in the first row above the names of the columns.
fn title(text: &str, delimiter: u8, head: usize) -> Option<String> {
    let mut cells = Cells::new(text, delimiter, below_mark(text));
    let mut row: Vec<Span> = Vec::new();
    while cells.next_row(&mut row) && row.first().is_some_and(|cell| cell.start() < head) {
        let mut filled = row.iter().map(|cell| said(text, *cell)).filter(|said| !said.text(text).is_empty());
        if let (Some(title), None) = (filled.next(), filled.next()) {
            return Some(title.text(text).to_owned());
        }
    }
    None
}

/// What a cell says; nothing where its quotation marks are wrong.
fn said(text: &str, cell: Span) -> Word {
    word(text, trimmed(text, cell)).unwrap_or(Word::Fixed(""))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn columns_named_as_scores_make_criteria() {
        let text = "id;applicant;ask;score.uplift;score.youth\nx;A;1000;2,5;12\ny;B;2000;;3\n";
        let found = survey(TableText { text, parted: None, odd: &BTreeMap::new() });
        let criteria: Vec<_> = found.criteria.iter().map(|one| (one.id.as_str(), one.max.to_string())).collect();
        assert_eq!(criteria, [("uplift", "3".to_owned()), ("youth", "12".to_owned())]);
    }

    #[test]
    fn finds_title_criteria_and_what_is_not_read() {
        let text = "Ansökningar 2025;;;;;\n\nNämnd;Insats;Sökt;Barn och unga (0–3);Deltagare;Samverkan\n\
                    A;x;1000;2,5;40;4\nB;y;2000;;12;0\nSumma;;3000;2,5;52;4\n";
        let found = survey(TableText { text, parted: None, odd: &BTreeMap::new() });
        assert_eq!(found.title.as_deref(), Some("Ansökningar 2025"));
        let criteria: Vec<_> = found.criteria.iter().map(|one| (one.id.as_str(), one.max.to_string())).collect();
        assert_eq!(criteria, [("barn-och-unga", "3".to_owned()), ("samverkan", "4".to_owned())]);
        let holds: Vec<_> = found.columns.iter().map(|(_, holds)| holds.as_deref().unwrap_or("–")).collect();
        assert_eq!(holds, ["applicant", "title", "ask", "score.barn-och-unga", "–", "score.samverkan"]);
    }
}
