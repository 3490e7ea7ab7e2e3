//! Rows that hold sums of the rows above them, and no activity.

use fordela::Money;
use fordela::call::plain_name;

use super::heading::Heading;
use crate::note::NoteKind;

/// What a row of sums begins with, in lower case.
const SUM: [&str; 16] = [
    "summa",
    "delsumma",
    "slutsumma",
    "totalsumma",
    "s:a",
    "totalt",
    "total",
    "totalbelopp",
    "sammanlagt",
    "sum",
    "subtotal",
    "grand total",
    "total sum",
    "i alt",
    "sammen",
    "yhteensä",
];

/// Whether the first two letters may be those of such a word, as they are in few rows. All of them are ASCII, but for the space
/// in `i alt`, which may be another.
fn may_begin(said: &str) -> bool {
    let [first, second, ..] = said.trim_start().as_bytes() else { return false };
    let second = if second.is_ascii_graphic() { second.to_ascii_lowercase() } else { b' ' };
    let begun = (first.to_ascii_lowercase(), second);
    SUM.iter().any(|word| matches!(word.as_bytes(), [first, second, ..] if (*first, *second) == begun))
}

/// Whether this is a word for sums and nothing else, but for what amounts are in.
pub(super) fn is_sum(said: &str) -> bool {
    if !may_begin(said) {
        return false;
    }
    // What is taken off a heading stands at its end.
    let whole = plain_name(said);
    if !SUM.iter().any(|word| whole.starts_with(word)) {
        return false;
    }
    let plain = Heading::of(said).plain;
    SUM.contains(&plain.trim_end_matches([':', '.', ',']))
}

/// Whether this begins with such a word. A title may; a row with an applicant and a title is an activity.
pub(super) fn may_be_sum(said: &str) -> bool {
    if !may_begin(said) {
        return false;
    }
    let plain = said.trim().to_lowercase();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ':', ',']);
    SUM.iter().any(|word| plain.strip_prefix(word).is_some_and(ends))
}

/// What was asked for in the rows so far.
#[derive(Debug)]
pub(super) struct Sums {
    currency: String,
    /// In all, and since the last row of sums; `None` once something could not be read.
    asked: Option<(Money, Money)>,
}

impl Sums {
    pub(super) fn new(currency: &str) -> Self {
        Self { currency: currency.to_owned(), asked: Some((Money::ZERO, Money::ZERO)) }
    }

    /// Adds what an activity asks for.
    pub(super) fn add(&mut self, ask: &str) {
        if ask.is_empty() {
            return;
        }
        let ask = Money::parse_in(ask, &self.currency).ok();
        self.asked = self.asked.zip(ask).map(|((all, part), ask)| (all + ask, part + ask));
    }

    /// How a sum differs from what it is the sum of, if it does. Nothing is said of what is no sum, or where a part of it
    /// could not be read.
    pub(super) fn differs(&mut self, said: &str) -> Option<NoteKind> {
        let (all, part) = self.asked?;
        self.asked = Some((all, Money::ZERO));
        let written = Money::parse_in(said, &self.currency).ok()?;
        // A sum above the rows is of what is to come.
        if all == Money::ZERO {
            return None;
        }
        (written != all && written != part).then_some(NoteKind::SumDiffers { written, sum: all })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_sums_from_activities() {
        for sum in ["Summa", "SUMMA:", "Totalt", "Delsumma", "Total", "S:a", "Summa, tkr", "Totalt 2026", "Sammanlagt"]
        {
            assert!(is_sum(sum) && may_be_sum(sum), "{sum}");
        }
        assert!(is_sum("I\u{a0}alt") && is_sum("YHTEENSÄ"));
        for either in ["Summa sökt", "Summa Kulturnämnden", "Total Teater", "Totalt för nämnden Kultur"] {
            assert!(!is_sum(either) && may_be_sum(either), "{either}");
        }
        for activity in ["Summarum", "Musik", "Sumpan", "Gräv", "S", ""] {
            assert!(!is_sum(activity) && !may_be_sum(activity), "{activity}");
        }
    }

    #[test]
    fn compares_a_sum_with_its_parts() {
        let mut sums = Sums::new("SEK");
        sums.add("350 tkr");
        sums.add("1 350 000 kr");
        assert_eq!(sums.differs("1,7 mnkr"), None);
        sums.add("300 000");
        assert_eq!(sums.differs("300 000"), None);
        let (written, sum) = (Money::new(3), Money::new(2_000_000));
        assert_eq!(sums.differs("3"), Some(NoteKind::SumDiffers { written, sum }));
        assert_eq!(sums.differs(""), None);
        sums.add("many");
        assert_eq!(sums.differs("3"), None);
    }
}
