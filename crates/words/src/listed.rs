//! Lists in a sentence.

use fordela_model::characters;

use crate::Words;

/// With more than this, the first are named and the others counted.
const MOST: usize = 6;

/// `a`, `a och b`, `a, b och c`; of many, the first and how many more.
#[must_use]
pub fn listed(words: Words<'_>, all: &[String]) -> String {
    listed_of(words, all, all.len())
}

/// The same of some number, of which the first are known.
#[must_use]
pub fn listed_of(words: Words<'_>, first: &[String], number: usize) -> String {
    let and = words.pick("och", "and");
    if number <= MOST || first.is_empty() {
        return characters::listed(first, and);
    }
    let named = &first[..MOST.min(first.len())];
    format!("{} {and} {} {}", named.join(", "), number - named.len(), words.pick("andra", "others"))
}
