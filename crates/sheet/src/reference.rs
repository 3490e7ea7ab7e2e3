//! Where a cell stands.

use std::fmt;

use crate::limits::{LAST_COLUMN, LAST_ROW};

/// The place of a cell in a sheet. Displays as `C14`; in order by row, then by column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 1.
    pub column: u32,
}

/// Cells from one corner to another, both within. Displays as `A1:C3`; in order by its first cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// The cell at the top left.
    pub first: CellRef,
    /// The cell at the bottom right.
    pub last: CellRef,
}

impl CellRef {
    /// The cell that is written as `C14`, if there is one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.find(|character: char| character.is_ascii_digit())?;
        let (letters, row) = text.split_at(digits);
        let row = row_number(row)?;
        // XFD has three letters, so that this cannot overflow.
        if letters.is_empty() || letters.len() > 3 {
            return None;
        }
        let mut column = 0;
        for letter in letters.bytes() {
            if !letter.is_ascii_uppercase() {
                return None;
            }
            column = column * 26 + u32::from(letter - b'A') + 1;
        }
        (column <= LAST_COLUMN).then_some(Self { row, column })
    }
}

/// The row of a number, if there is such a row.
pub(crate) fn row_number(text: &str) -> Option<u32> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let row = text.parse().ok()?;
    (1..=LAST_ROW).contains(&row).then_some(row)
}

impl Range {
    /// Whether a cell is one of these.
    #[must_use]
    pub fn contains(&self, at: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }

    /// The range that is written as `A1:C3`, or `A1` for one cell, if there is one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (first, last) = (CellRef::parse(first)?, CellRef::parse(last)?);
        (first.row <= last.row && first.column <= last.column).then_some(Self { first, last })
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = self.column;
        while let Some(before) = left.checked_sub(1) {
            letters.push(char::from_digit(before % 26 + 10, 36).unwrap_or_default().to_ascii_uppercase());
            left = before / 26;
        }
        for letter in letters.iter().rev() {
            write!(f, "{letter}")?;
        }
        write!(f, "{}", self.row)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_and_displayed() {
        for (text, row, column) in
            [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("AZ1", 1, 52), ("ZZ3", 3, 702), ("AAA3", 3, 703)]
        {
            assert_eq!(CellRef::parse(text), Some(CellRef { row, column }), "{text}");
            assert_eq!(CellRef { row, column }.to_string(), text);
        }
        let last = CellRef { row: LAST_ROW, column: LAST_COLUMN };
        assert_eq!(last.to_string(), "XFD1048576");
        assert_eq!(CellRef::parse("XFD1048576"), Some(last));
    }

    #[test]
    fn what_is_no_place_is_not_read() {
        for text in [
            "",
            "A",
            "1",
            "A0",
            "XFE1",
            "A1048577",
            "a1",
            "$A$1",
            "A-1",
            "A+1",
            "A1B",
            "Å1",
            "AAAAAAAA1",
            "A99999999999",
        ] {
            assert_eq!(CellRef::parse(text), None, "{text}");
        }
    }

    #[test]
    fn ranges_are_read_and_displayed() {
        let range = Range::parse("B2:C4").unwrap();
        assert_eq!(range.to_string(), "B2:C4");
        for (text, within) in
            [("B2", true), ("C4", true), ("B3", true), ("A2", false), ("D2", false), ("B1", false), ("B5", false)]
        {
            assert_eq!(range.contains(CellRef::parse(text).unwrap()), within, "{text}");
        }
        assert_eq!(Range::parse("B2"), Range::parse("B2:B2"));
        for text in ["C4:B2", "B4:C2", "B2:", ":", "B2:C4:D5"] {
            assert_eq!(Range::parse(text), None, "{text}");
        }
    }
}
