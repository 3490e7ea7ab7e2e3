//! What stands among the rows of a table and is no activity: sums, headings, remarks, the row of names once more.

use fordela::call::is_id;

use super::cells::{trimmed, word};
use super::columns::{Column, Holds};
use super::heading::{in_many, is_in, is_many};
use super::rows::{Rows, whole};
use super::sum::{is_sum, may_be_sum};
use crate::fault::CsvFault;
use crate::span::{FileId, Span};
use crate::tree::Word;

impl Rows<'_, '_> {
    /// What amounts are in may be said above the table, where it is not read: it must stand above their column.
    pub(super) fn unit_above(&mut self, head: usize) {
        let above = self.text.get(..head).unwrap_or_default();
        let said = above.lines().find(|line| is_in(&line.to_lowercase()).is_some_and(is_many));
        let is_said = |column: &Column| column.many.is_some() || !matches!(column.holds, Holds::Activity("ask"));
        if let Some(line) = said.filter(|_| !self.columns.iter().all(is_said)) {
            let start = above.find(line).unwrap_or_default();
            self.fault(Span::new(start, start + line.len()), CsvFault::UnitAbove);
        }
    }

    /// Whether a row is no activity: a sum, the name of an applicant above its activities, or a remark.
    pub(super) fn is_other(&mut self, cells: &[Span], words: &[Word]) -> bool {
        let filled: Vec<usize> = (0..words.len()).filter(|&at| !words[at].text(self.text).is_empty()).collect();
        let Some(&first) = filled.first() else { return false };
        if self.repeats_the_head(cells) {
            return true;
        }
        if self.is_of_sums(words, first) {
            self.sum(cells, words, is_sum(words[first].text(self.text)));
            return true;
        }
        let said = words[first].text(self.text);
        let holds = |name: &str| {
            self.columns.get(first).is_some_and(|column| matches!(column.holds, Holds::Activity(key) if key == name))
        };
        if filled.len() > 1 || self.columns.len() < 3 || (holds("id") && is_id(said) && !self.has_headings) {
            return false;
        }
        if self.has_headings && (first == 0 || holds("title")) && said.contains(char::is_alphabetic) {
            // What no activity follows is no applicant.
            self.lonely = vec![trimmed(self.text, cells[first])];
            self.heading = Some(words[first].clone());
        } else {
            self.lonely.push(trimmed(self.text, cells[first]));
        }
        true
    }

    /// Compares the sums of a row with their parts. Where they do not add up, and the row is not `certain` to be one of sums, it
    /// may be an activity.
    fn sum(&mut self, cells: &[Span], words: &[Word], certain: bool) {
        let asks = self.columns.iter().zip(cells).zip(words);
        let asks = asks.filter(|((column, _), _)| matches!(column.holds, Holds::Activity("ask")));
        for ((column, cell), word) in asks {
            let said = in_many(word.clone(), column.many, self.text);
            match self.sums.differs(said.text(self.text)) {
                Some(_) if !certain => self.problems.add(FileId::Table, whole(cells), CsvFault::SumOrActivity),
                Some(kind) => self.odd.push((*cell, kind)),
                None => {}
            }
        }
    }

    /// Whether a row is the row of names once more, as on the second page of a list: in several columns stands their name.
    fn repeats_the_head(&self, cells: &[Span]) -> bool {
        let same = self.names.iter().zip(cells).filter(|(name, cell)| {
            let said = word(self.text, trimmed(self.text, **cell)).map(|word| word.text(self.text).to_lowercase());
            !name.is_empty() && said.is_ok_and(|said| said == **name)
        });
        same.count() > 1
    }

    /// Whether a row holds sums: that is all that is said in its first cell, or as an applicant or a title; or its first cell
    /// begins so, and it has not both an applicant and a title.
    fn is_of_sums(&self, words: &[Word], first: usize) -> bool {
        let said = |name: &str| {
            let is_it = |column: &Column| matches!(column.holds, Holds::Activity(key) if key == name);
            let at = self.columns.iter().position(is_it);
            at.and_then(|at| words.get(at)).map(|word| word.text(self.text)).unwrap_or_default()
        };
        let [applicant, title, ask] = ["applicant", "title", "ask"].map(said);
        let named = [words[first].text(self.text), applicant, title];
        let is_whole = !title.is_empty() && !applicant.is_empty();
        named.into_iter().any(is_sum) || (may_be_sum(named[0]) && !ask.is_empty() && !is_whole)
    }
}
