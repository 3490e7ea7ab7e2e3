//! What stands among the rows of a table and is no activity: sums, headings, remarks, the row of names once more.

use fordela::call::is_id;

use super::cells::{trimmed, word};
use super::columns::{Column, Holds};
use super::heading::{is_in, is_many};
use super::rows::{Places, Rows, said, whole};
use super::sum::{is_sum, may_be_sum};
use crate::fault::CsvFault;
use crate::span::Span;
use crate::tree::Word;

impl Rows<'_, '_> {
    /// What amounts are in may be said above the table, where it is not read: it must stand above their column.
    pub(super) fn unit_above(&mut self, head: usize) {
        let above = self.text.get(..head).unwrap_or_default();
        let said = above.lines().find(|line| is_in(&line.to_lowercase()).is_some_and(is_many));
        let is_said = |column: &Column| column.many.is_some() || !matches!(column.holds, Holds::Activity("ask"));
        if let Some(line) = said.filter(|_| !self.table.columns().iter().all(is_said)) {
            let start = above.find(line).unwrap_or_default();
            self.fault(Span::new(start, start + line.len()), CsvFault::UnitAbove);
        }
    }

    /// Whether a row is no activity: a sum, the name of an applicant above its activities, or a remark.
    pub(super) fn is_other(&mut self, cells: &[Span], words: &[Word]) -> bool {
        let mut filled = (0..words.len()).filter(|&at| !words[at].text(self.text).is_empty());
        let Some(first) = filled.next() else { return false };
        let is_alone = filled.next().is_none();
        if self.repeats_the_head(cells, words) {
            return true;
        }
        if self.is_of_sums(words, first) {
            self.sum(cells, words, is_sum(words[first].text(self.text)));
            return true;
        }
        let said = words[first].text(self.text);
        let is_in = |place: Option<usize>| place == Some(first);
        let is_activity = is_in(self.places.id) && is_id(said) && !self.has_headings;
        if !is_alone || self.table.columns().len() < 3 || is_activity {
            return false;
        }
        if self.has_headings && (first == 0 || is_in(self.places.title)) && said.contains(char::is_alphabetic) {
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
        let Some((at, ask)) = self.ask(words) else { return };
        match self.sums.differs(ask.text(self.text)) {
            Some(_) if !certain => self.fault(whole(cells), CsvFault::SumOrActivity),
            Some(kind) => self.table.odd.push((cells[at], kind)),
            None => {}
        }
    }

    /// Whether a row is the row of names once more, as on the second page of a list: in several columns stands their name.
    fn repeats_the_head(&self, cells: &[Span], words: &[Word]) -> bool {
        let same = self.names.iter().zip(cells.iter().zip(words)).filter(|(name, (cell, word))| {
            may_be(name, word.text(self.text)) && {
                let said = self::word(self.text, trimmed(self.text, **cell));
                said.is_ok_and(|said| said.text(self.text).to_lowercase() == **name)
            }
        });
        same.count() > 1
    }

    /// Whether a row holds sums: that is all that is said in its first cell, or as an applicant or a title; or its first cell
    /// begins so, and it has not both an applicant and a title.
    fn is_of_sums(&self, words: &[Word], first: usize) -> bool {
        let Places { applicant, title, ask, .. } = self.places;
        let [applicant, title, ask] = [applicant, title, ask].map(|place| said(self.text, words, place));
        let named = [words[first].text(self.text), applicant, title];
        let is_whole = !title.is_empty() && !applicant.is_empty();
        named.into_iter().any(is_sum) || (may_be_sum(named[0]) && !ask.is_empty() && !is_whole)
    }
}

/// Whether a cell that says this may say a name in lower case, as far as its first letter tells.
fn may_be(name: &str, said: &str) -> bool {
    let Some(first) = said.chars().next() else { return false };
    !name.is_empty() && (first == '"' || first.to_lowercase().next() == name.chars().next())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fordela::CallDraft;

    use super::super::{TableText, parse};
    use crate::problems::Problems;

    #[test]
    fn the_row_of_names_may_stand_again_in_any_case() {
        let read = |text: &str| {
            let (odd, mut problems) = (BTreeMap::new(), Problems::default());
            let table = TableText { text, parted: None, odd: &odd };
            let found = parse(table, &CallDraft::new(""), &mut problems);
            assert!(problems.is_empty(), "{text}");
            found.len()
        };
        assert_eq!(read("Nämnd;Åtgärd;Insats;Sökt\nA;u;x;1\nNÄMND;ÅTGÄRD;Insats;sökt\nB;v;y;2\n"), 2);
        assert_eq!(read("Nämnd;Insats;Sökt\nA;x;1\n \"NÄMND\";\"insats\";2\nB;y;2\n"), 2);
        // One name alone is what an activity may be called.
        assert_eq!(read("Nämnd;Insats;Sökt\nA;x;1\nB;Insats;2\n"), 2);
    }
}
