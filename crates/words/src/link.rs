//! What activities have to do with each other.

use fordela_model::call::LinkKind;

use crate::Words;

/// What the first does to the second: `kräver`.
#[must_use]
pub fn says(kind: LinkKind, words: Words<'_>) -> &'static str {
    match kind {
        LinkKind::Requires => words.pick("kräver", "requires"),
        LinkKind::Excludes => words.pick("utesluter", "excludes"),
    }
}

/// What one has to do with another: `A kräver B`.
#[must_use]
pub fn told(from: &str, kind: LinkKind, to: &str, words: Words<'_>) -> String {
    format!("{from} {} {to}", says(kind, words))
}
