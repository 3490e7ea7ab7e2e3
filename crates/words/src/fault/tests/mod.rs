//! Every fault is told in both languages, and each language keeps to itself.

mod files;
mod rest;

use std::collections::BTreeSet;

use super::*;

/// What people write in files, at its most awkward.
const TEXTS: [&str; 6] = [
    "",
    "x",
    "1,50",
    "say \"x\" \u{201d}y\u{201d}",
    "1\u{a0}000\u{a0}kr",
    "näämnd-\u{201c}x\u{201c}-1234567890-1234567890-1234567890-1234567890-1234567890",
];

const COUNTS: [usize; 4] = [0, 1, 2, 1_000_000];

/// The values of an enum, by its variants. Does not compile where a variant is missing, and fails where values are not of
/// the variant they stand beside.
macro_rules! every {
    ($kind:ty { $($pattern:pat => $values:expr),* $(,)? }) => {{
        let _exhaustive = |one: &$kind| match one { $($pattern => {})* };
        let mut all: Vec<$kind> = Vec::new();
        $(
            let values: Vec<$kind> = $values.into_iter().collect();
            assert!(!values.is_empty(), "{}", stringify!($pattern));
            assert!(values.iter().all(|one| matches!(one, $pattern)), "{}", stringify!($pattern));
            all.extend(values);
        )*
        all
    }};
}
use every;

fn texts<T>(make: impl Fn(String) -> T) -> Vec<T> {
    TEXTS.iter().map(|text| make((*text).to_owned())).collect()
}

fn counts<T>(make: impl Fn(usize) -> T) -> Vec<T> {
    COUNTS.into_iter().map(make).collect()
}

/// Words of one language that the other does not have.
const ENGLISH: &[&str] = &[
    "the", "of", "is", "must", "and", "not", "with", "has", "have", "but", "or", "for", "are", "was", "were", "from",
    "here", "there", "write", "remove", "it", "this", "that", "an", "no", "than", "cannot", "which", "more", "add",
];
const SWEDISH: &[&str] = &[
    "och", "är", "inte", "som", "måste", "det", "ett", "av", "för", "på", "eller", "finns", "skriv", "med", "har",
    "den", "ta", "ange", "ingen", "inget", "inga", "kan", "av", "än", "detta", "varken", "utan", "eftersom", "så",
];

/// A sentence without what it quotes.
fn said(sentence: &str) -> String {
    let unquoted = |text: &str, mark: char| text.split(mark).step_by(2).collect::<Vec<_>>().join("…");
    unquoted(&unquoted(sentence, '`'), '"')
}

fn words(said: &str) -> BTreeSet<String> {
    said.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect()
}

/// That a sentence is of its language, and that it is one.
fn is_told(sentence: &str, lang: Lang, of: &dyn std::fmt::Debug) {
    let foreign = match lang {
        Lang::Sv => ENGLISH,
        Lang::En => SWEDISH,
    };
    let said = said(sentence);
    let words = words(&said);
    let found: Vec<&&str> = foreign.iter().filter(|word| words.contains(**word)).collect();
    assert!(found.is_empty(), "{found:?} in {sentence:?} of {of:?}");
    let is_whole = !said.trim().is_empty() && !said.ends_with('.') && !said.contains("  ") && !said.contains('{');
    assert!(is_whole, "{sentence:?} of {of:?}");
}

fn all_told(faults: impl IntoIterator<Item = ReadFault>) {
    for fault in faults {
        let [sv, en] = [Lang::Sv, Lang::En].map(|lang| read(&fault, lang));
        for (lang, Problem { what, help }) in [(Lang::Sv, &sv), (Lang::En, &en)] {
            is_told(what, lang, &fault);
            help.iter().for_each(|help| is_told(help, lang, &fault));
        }
        assert_ne!(sv.what, en.what, "{fault:?}");
        assert_eq!(sv.help.is_some(), en.help.is_some(), "{fault:?}");
    }
}

#[test]
fn what_is_quoted_is_of_no_language() {
    assert_eq!(words(&said("the `och` \"är\" in")), ["the", "", "in"].map(str::to_owned).into());
}
