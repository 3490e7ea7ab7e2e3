//! What people write above a column.

use fordela::call::plain_name;

use crate::tree::Word;

/// What amounts may be said to be in, in lower case, and what is then read after each of them.
const IN: [(&str, &str); 24] = [
    ("tkr", "tkr"),
    ("tsek", "tkr"),
    ("kkr", "tkr"),
    ("ksek", "tkr"),
    ("tusental", "tkr"),
    ("tusentals", "tkr"),
    ("tusen", "tkr"),
    ("1000", "tkr"),
    ("000", "tkr"),
    ("mnkr", "mnkr"),
    ("mkr", "mnkr"),
    ("msek", "mnkr"),
    ("mn", "mnkr"),
    ("miljoner", "mnkr"),
    ("miljon", "mnkr"),
    ("kr", "kr"),
    ("kronor", "kr"),
    ("sek", "SEK"),
    ("dkk", "DKK"),
    ("nok", "NOK"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("gbp", "GBP"),
    ("usd", "USD"),
];

/// The marks of currencies.
const MARKS: [(char, &str); 3] = [('€', "EUR"), ('£', "GBP"), ('$', "USD")];

/// A heading, as it is compared with those that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// In lower case, on one line, without a year and without what amounts are in.
    pub(super) plain: String,
    /// What amounts in the column are in, as it is read after a bare number.
    pub(super) is_in: Option<&'static str>,
}

impl Heading {
    pub(super) fn of(written: &str) -> Self {
        let whole = plain_name(written);
        let mut plain = whole.clone();
        while let Some(shorter) = shortened(&plain) {
            plain = shorter;
        }
        // What was taken off says what amounts are in; a name alone does not.
        let taken = whole.strip_prefix(plain.as_str()).unwrap_or_default();
        Self { is_in: is_in(taken), plain }
    }
}

/// What amounts are said to be in: the largest of what is named, so that `tusental kronor` are thousands.
pub(super) fn is_in(said: &str) -> Option<&'static str> {
    let words: Vec<&str> = said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let marked = || MARKS.iter().find(|(mark, _)| said.contains(*mark)).map(|(_, is_in)| *is_in);
    IN.iter().find(|(known, _)| words.contains(known)).map(|(_, is_in)| *is_in).or_else(marked)
}

/// Whether this says that amounts are in thousands or millions.
pub(super) fn is_many(is_in: &str) -> bool {
    matches!(is_in, "tkr" | "mnkr")
}

/// What a cell says: an amount in what its column is in, where it is a bare number; and where it says otherwise than that it
/// is in thousands or millions, what is no amount.
pub(super) fn in_many(word: Word, is_in: Option<&'static str>, text: &str) -> Word {
    let said = word.text(text);
    let says_itself =
        |is_in: &str| self::is_in(&said.to_lowercase()).is_some_and(|own| !is_many(is_in) || is_many(own));
    let is_bare = |is_in: &str| {
        !said.contains(|c: char| c.is_alphabetic() || MARKS.iter().any(|(mark, _)| c == *mark)) || !says_itself(is_in)
    };
    match is_in.filter(|is_in| !said.is_empty() && is_bare(is_in)) {
        Some(is_in) if said.contains(char::is_alphabetic) => Word::Decoded(format!("{said} ({is_in})").into()),
        Some(is_in) => Word::Decoded(format!("{said} {is_in}").into()),
        None => word,
    }
}

/// The heading without a year, a remark in brackets or what amounts are in at its end.
fn shortened(heading: &str) -> Option<String> {
    let heading = heading.trim_end_matches([':', '*', ',', ';']).trim_end();
    for (open, close) in [('(', ')'), ('[', ']')] {
        let bracketed = heading.strip_suffix(close).and_then(|inner| inner.rsplit_once(open));
        if let Some((before, _)) = bracketed.filter(|(before, _)| !before.trim().is_empty()) {
            return Some(before.trim_end().to_owned());
        }
    }
    let (before, last) = heading.rsplit_once(' ')?;
    let is_year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    let is_unit = is_in(last).is_some() || matches!(last, "1" | "i" | "per" | "år" | "helår") || last.contains("/år");
    (is_year || is_unit).then(|| before.trim_end_matches([',', ':']).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_told_by_its_words() {
        let cases = [
            ("Sökt belopp", "sökt belopp", None),
            ("SÖKT\nBELOPP (kr)", "sökt belopp", Some("kr")),
            ("Sökt belopp, tkr", "sökt belopp", Some("tkr")),
            ("Sökt belopp i tkr", "sökt belopp", Some("tkr")),
            ("Sökt belopp 2025 (mnkr)", "sökt belopp", Some("mnkr")),
            ("Sökt belopp (tkr, 2026)", "sökt belopp", Some("tkr")),
            ("Sökt belopp (tkr/år)", "sökt belopp", Some("tkr")),
            ("Sökt belopp (tkr exkl. moms)", "sökt belopp", Some("tkr")),
            ("Sökt (kkr)", "sökt", Some("tkr")),
            ("Sökt (1000 kr)", "sökt", Some("tkr")),
            ("Sökt, 1 000 kr", "sökt", Some("tkr")),
            ("Sökt [tkr]", "sökt", Some("tkr")),
            ("Sökt (miljoner kr)", "sökt", Some("mnkr")),
            ("Sökt, tusen kr", "sökt", Some("tkr")),
            ("Sökt belopp (EUR)", "sökt belopp", Some("EUR")),
            ("Haettu summa (€)", "haettu summa", Some("EUR")),
            ("Sökt 2025:", "sökt", None),
            ("Områdeslyft (0–3)", "områdeslyft", None),
            ("Sökt (i tusental kronor)", "sökt", Some("tkr")),
            ("Sökt, tusental kronor", "sökt", Some("tkr")),
            ("kr", "kr", None),
            ("2025", "2025", None),
            ("(kr)", "(kr)", None),
            ("", "", None),
        ];
        for (written, plain, is_in) in cases {
            assert_eq!(Heading::of(written), Heading { plain: plain.to_owned(), is_in }, "{written}");
        }
    }

    #[test]
    fn a_cell_that_says_otherwise_is_no_amount() {
        let read = |said: &'static str, is_in| in_many(Word::Fixed(said), Some(is_in), "").text("").to_owned();
        assert_eq!(read("350", "tkr"), "350 tkr");
        assert_eq!(read("350 tkr", "tkr"), "350 tkr");
        assert_eq!(read("1,2 mnkr", "tkr"), "1,2 mnkr");
        assert_eq!(read("350 kr", "tkr"), "350 kr (tkr)");
        assert_eq!(read("350 kr", "kr"), "350 kr");
        assert_eq!(read("350 tkr", "kr"), "350 tkr");
        assert_eq!(read("350", "EUR"), "350 EUR");
        assert_eq!(read("€350", "EUR"), "€350");
        assert_eq!(read("", "tkr"), "");
    }
}
