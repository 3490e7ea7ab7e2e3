//! What people write above a column.

use crate::tree::Word;

/// What amounts may be said to be in above their column, in lower case, and what is then read after each of them.
const IN: [(&str, Option<&str>); 11] = [
    ("tkr", Some("tkr")),
    ("tsek", Some("tkr")),
    ("tusental kr", Some("tkr")),
    ("tusental kronor", Some("tkr")),
    ("mnkr", Some("mnkr")),
    ("mkr", Some("mnkr")),
    ("msek", Some("mnkr")),
    ("kr", None),
    ("kronor", None),
    ("sek", None),
    ("eur", None),
];

/// A heading, as it is compared with those that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// In lower case, on one line, without a year and without what amounts are in.
    pub(super) plain: String,
    /// What amounts in the column are in, where that is thousands or millions.
    pub(super) many: Option<&'static str>,
}

impl Heading {
    pub(super) fn of(written: &str) -> Self {
        let lower = written.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let mut plain = words.join(" ");
        let mut many = None;
        while let Some((shorter, is_in)) = shortened(&plain) {
            many = many.or(is_in);
            plain = shorter;
        }
        Self { plain, many }
    }
}

/// What a cell says: an amount in thousands or millions where its column is in them and it is a bare number.
pub(super) fn in_many(word: Word, many: Option<&'static str>, text: &str) -> Word {
    let said = word.text(text);
    match many.filter(|_| !said.is_empty() && !said.contains(char::is_alphabetic)) {
        Some(many) => Word::Decoded(format!("{said} {many}").into()),
        None => word,
    }
}

/// The heading without a year, a remark in brackets or what amounts are in at its end; and that, if it is many.
fn shortened(heading: &str) -> Option<(String, Option<&'static str>)> {
    let heading = heading.trim_end_matches([':', '*']).trim_end();
    let bracketed = heading.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    if let Some((before, inner)) = bracketed.filter(|(before, _)| !before.trim().is_empty()) {
        let inner = inner.trim().trim_start_matches("i ");
        let is_in = IN.iter().find(|(known, _)| *known == inner).and_then(|(_, many)| *many);
        return Some((before.trim_end().to_owned(), is_in));
    }
    let (before, last) = heading.rsplit_once(' ')?;
    let is_year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    let before = before.trim_end_matches([',', ':']).trim_end_matches(" i");
    if is_year {
        return Some((before.to_owned(), None));
    }
    let whole = |known: &&(&str, Option<&str>)| known.0.rsplit(' ').next() == Some(last) && heading.ends_with(known.0);
    let (known, many) = IN.iter().filter(whole).max_by_key(|(known, _)| known.len())?;
    let before = heading.strip_suffix(known)?.trim_end().trim_end_matches([',', ':']);
    let before = before.strip_suffix(" i").unwrap_or(before).trim_end();
    (!before.is_empty()).then(|| (before.to_owned(), *many))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_told_by_its_words() {
        let cases = [
            ("Sökt belopp", "sökt belopp", None),
            ("SÖKT\nBELOPP (kr)", "sökt belopp", None),
            ("Sökt belopp, tkr", "sökt belopp", Some("tkr")),
            ("Sökt belopp i tkr", "sökt belopp", Some("tkr")),
            ("Sökt belopp 2025 (mnkr)", "sökt belopp", Some("mnkr")),
            ("Sökt 2025:", "sökt", None),
            ("Områdeslyft (0–3)", "områdeslyft", None),
            ("Sökt (i tusental kronor)", "sökt", Some("tkr")),
            ("Sökt, tusental kronor", "sökt", Some("tkr")),
            ("kr", "kr", None),
            ("2025", "2025", None),
            ("(kr)", "(kr)", None),
            ("", "", None),
        ];
        for (written, plain, many) in cases {
            assert_eq!(Heading::of(written), Heading { plain: plain.to_owned(), many }, "{written}");
        }
    }
}
