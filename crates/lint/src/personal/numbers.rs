//! Digits with marks between some of them, and what stands around them.

/// More groups than this are no number that belongs to a person, nor are more digits in a group.
const LONGEST: usize = 16;

/// What stands between two groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Space,
    Dash,
    Dot,
    Slash,
    /// Before the last digits of an identity number of a person of a hundred years.
    Plus,
    Bracket,
}

impl Mark {
    /// The mark that stands here, perhaps with spaces around it, and its length.
    fn at(text: &[char], at: usize) -> Option<(Self, usize)> {
        let space = |n: usize| usize::from(text.get(n).is_some_and(|&c| is_space(c)));
        let before = space(at);
        let mark = match text.get(at + before) {
            Some(&c) if Self::is_dash(c) => Self::Dash,
            Some('/') => Self::Slash,
            Some('+') => Self::Plus,
            Some('(' | ')') => Self::Bracket,
            Some('.') if before == 0 => Self::Dot,
            _ if before > 0 => return Some((Self::Space, before)),
            _ => return None,
        };
        Some((mark, before + 1 + space(at + before + 1)))
    }

    pub(super) fn is_dash(c: char) -> bool {
        matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}')
    }
}

/// Digits in groups.
pub(super) struct Run {
    pub(super) digits: Vec<u32>,
    sizes: Vec<usize>,
    /// Those between the groups.
    pub(super) marks: Vec<Mark>,
    /// Where the last digit ends.
    pub(super) end: usize,
    /// Whether what stands after is no part of the same number or word.
    pub(super) ends: bool,
}

impl Run {
    /// The digits from here on, which may begin in a bracket. Brackets stand only around the digits of an area code.
    pub(super) fn at(text: &[char], at: usize) -> Self {
        let mut run = Self { digits: Vec::new(), sizes: Vec::new(), marks: Vec::new(), end: at, ends: false };
        let mut next = at + usize::from(text.get(at) == Some(&'('));
        loop {
            let group = text[next.min(text.len())..].iter().map_while(|c| c.to_digit(10)).take(LONGEST + 1);
            let size = run.digits.len();
            run.digits.extend(group);
            let size = run.digits.len() - size;
            run.sizes.push(size);
            run.end = next + size;
            if size == 0 || size > LONGEST || run.sizes.len() > LONGEST {
                return run;
            }
            let mark = Mark::at(text, run.end).filter(|(_, length)| digit(text, run.end + length).is_some());
            let Some((mark, length)) = mark.or_else(|| Self::brackets(text, run.end)) else { break };
            run.marks.push(mark);
            next = run.end + length;
        }
        run.ends = ends(text, run.end);
        run
    }

    /// ` (0)` after the number of a country, which is no part of the number; or `) ` and `)-` after an area code.
    fn brackets(text: &[char], end: usize) -> Option<(Mark, usize)> {
        let rest = &text[end.min(text.len())..];
        let space = usize::from(rest.first().is_some_and(|&c| is_space(c)));
        let zero = rest[space..].starts_with(&['(', '0', ')']).then_some(space + 3);
        let closed = (rest.first() == Some(&')')).then_some(1);
        let length = zero.or(closed)?;
        let more = Mark::at(text, end + length).map_or(0, |(_, more)| more);
        digit(text, end + length + more).is_some().then_some((Mark::Bracket, length + more))
    }

    /// How many digits the groups have.
    pub(super) fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// Whether thousands are parted, as in an amount: `036 500 000`.
    pub(super) fn is_in_threes(&self) -> bool {
        let (first, rest) = self.sizes.split_first().unwrap_or((&0, &[]));
        let alike =
            self.marks.iter().all(|mark| *mark == Mark::Space) || self.marks.iter().all(|mark| *mark == Mark::Dot);
        !rest.is_empty() && alike && (1..=3).contains(first) && rest.iter().all(|size| *size == 3)
    }

    /// A day with points, or two times of the day: `08.12.2023` and `08.30-17.00`.
    pub(super) fn is_date(&self) -> bool {
        match (&self.sizes[..], &self.marks[..]) {
            ([2, 2, 4], [a, b]) => a == b && *a != Mark::Space,
            ([2, 2, 2, 2], [Mark::Dot, mark, Mark::Dot]) => *mark != Mark::Dot,
            _ => false,
        }
    }

    /// Whether the groups go on from digits before them, as in `1 040 341 000`.
    pub(super) fn goes_on_from_digits(&self, text: &[char], at: usize) -> bool {
        let spaced = self.marks.iter().all(|mark| *mark == Mark::Space);
        spaced && at >= 2 && is_space(text[at - 1]) && digit(text, at - 2).is_some()
    }

    /// Whether what stands after the number, or before it, makes it a sum of money.
    pub(super) fn is_money(&self, text: &[char], at: usize) -> bool {
        const AFTER: [&str; 14] = [
            "kr",
            "kronor",
            "sek",
            ":-",
            "tkr",
            "mkr",
            "mnkr",
            "tsek",
            "msek",
            "eur",
            "€",
            "miljoner",
            "miljarder",
            "tusen",
        ];
        const BEFORE: [&str; 4] = ["kr", "sek", "eur", "€"];
        let after: String = text[self.end.min(text.len())..].iter().take(12).collect();
        let after = after.trim_start().to_lowercase();
        let before: String = text[at.saturating_sub(5)..at].iter().collect();
        let before = before.trim_end().to_lowercase();
        let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '€')).next().unwrap_or_default();
        let is_unit = |unit: &str| after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
        AFTER.iter().any(|unit| is_unit(unit)) || BEFORE.contains(&word)
    }
}

/// Area codes of two and three digits; all others have four.
const SHORT_CODES: [&[u32]; 29] = [
    &[0, 8],
    &[0, 1, 0],
    &[0, 1, 1],
    &[0, 1, 3],
    &[0, 1, 6],
    &[0, 1, 8],
    &[0, 1, 9],
    &[0, 2, 0],
    &[0, 2, 1],
    &[0, 2, 3],
    &[0, 2, 6],
    &[0, 3, 1],
    &[0, 3, 3],
    &[0, 3, 5],
    &[0, 3, 6],
    &[0, 4, 0],
    &[0, 4, 2],
    &[0, 4, 4],
    &[0, 4, 6],
    &[0, 5, 4],
    &[0, 6, 0],
    &[0, 6, 3],
    &[0, 7, 0],
    &[0, 7, 2],
    &[0, 7, 3],
    &[0, 7, 6],
    &[0, 7, 7],
    &[0, 7, 9],
    &[0, 9, 0],
];

pub(super) fn short_code(digits: &[u32]) -> bool {
    SHORT_CODES.contains(&digits)
}

fn digit(text: &[char], at: usize) -> Option<u32> {
    text.get(at)?.to_digit(10)
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// Whether what stands before is no part of the same number or word.
pub(super) fn starts(text: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| text[before]) else { return true };
    let joins = Mark::is_dash(before) || matches!(before, '.' | ',' | '/' | '+' | ':');
    !(before.is_alphanumeric() || joins && at >= 2 && text[at - 2].is_numeric())
}

/// Whether what stands after is no part of the same number or word.
pub(super) fn ends(text: &[char], end: usize) -> bool {
    let Some(&after) = text.get(end) else { return true };
    let joins = Mark::is_dash(after) || matches!(after, '.' | ',' | '/');
    !(after.is_alphanumeric() || joins && digit(text, end + 1).is_some())
}
