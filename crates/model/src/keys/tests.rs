use std::collections::BTreeSet;

use serde::Deserialize;

use super::*;
use crate::Party;
use crate::call::draft::{Each, Funding, ObjectiveKind, Unspent};
use crate::call::{NotOneOf, one_of};

fn words_of<T: for<'de> Deserialize<'de>>() -> Vec<&'static str> {
    one_of::<T>("\u{0}").err().map(|NotOneOf(words)| words.to_vec()).unwrap_or_default()
}

/// A key's words are those that the type of its value knows.
#[test]
fn words_are_those_of_the_types() {
    let told = |part: Part, key: &str| match part.key(key).map(|key| key.form) {
        Some(Form::Word(words)) => words.iter().map(|one| one.word).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    assert_eq!(told(Part::Objective, "kind"), words_of::<ObjectiveKind>());
    assert_eq!(told(Part::Objective, "over"), words_of::<Party>());
    assert_eq!(told(Part::Fund, "unspent"), words_of::<Unspent>());
    assert_eq!(told(Part::Activity, "funding"), words_of::<Funding>());
    assert_eq!(told(Part::Rule, "each"), words_of::<Each>());
}

/// What is written instead of a key says which is meant.
#[test]
fn no_word_stands_for_two_keys_of_a_part() {
    for part in Part::ALL {
        let mut known = BTreeSet::new();
        for key in part.keys() {
            for word in key.also.iter().chain([&key.name]) {
                assert!(known.insert(*word), "{word} stands for two keys of {part}");
            }
        }
    }
}

/// A sentence in each language, with its full stop.
#[test]
fn every_key_is_told_in_both_languages() {
    for key in Part::ALL.into_iter().flat_map(Part::keys) {
        for text in [key.means.sv, key.means.en] {
            assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "{}: {text}", key.name);
        }
        assert_ne!(key.means.sv, key.means.en, "{}", key.name);
    }
}

/// A column of a workbook is found by what its key is called, in either language; and so is a sheet.
#[test]
fn keys_of_a_part_are_called_otherwise_than_each_other() {
    for part in Part::ALL {
        let mut known = BTreeSet::new();
        let is_sheet = |key: &Key| matches!(key.form, Form::Tables(_));
        for key in part.keys() {
            let called = BTreeSet::from([key.called.sv, key.called.en, key.name].map(str::to_lowercase));
            for name in called {
                assert!(!name.is_empty() && known.insert((is_sheet(key), name)), "{} of {part}", key.name);
            }
        }
    }
}

/// What is written for a word says which is meant.
#[test]
fn words_of_a_key_are_called_otherwise_than_each_other() {
    for key in Part::ALL.into_iter().flat_map(Part::keys) {
        let Form::Word(words) = key.form else { continue };
        let mut known = BTreeSet::new();
        for called in words.iter().flat_map(|one| BTreeSet::from([one.word, one.sv])) {
            assert!(known.insert(called), "{called} stands for two words of {}", key.name);
        }
    }
}
