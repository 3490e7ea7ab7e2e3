//! Words that are written like others: what was probably meant, and in what it differs.

use std::cell::Cell;

use crate::characters::{hidden, short};

/// How many pairs of words are compared at most for the faults of one call, so that a file full of unknown ids is told
/// of as soon as one with a slip of the pen.
const COMPARISONS: usize = 1_000_000;

/// Longer words are no slips of the pen, and comparing them takes long.
const LONGEST: usize = 100;

/// Below this likeness, a suggestion confuses more than it helps.
const LIKE: f64 = 0.75;

/// Guesses at what was meant, of which only so many are made.
#[derive(Debug)]
pub struct Guesses {
    left: Cell<usize>,
}

impl Default for Guesses {
    fn default() -> Self {
        Self { left: Cell::new(COMPARISONS) }
    }
}

impl Guesses {
    /// The word that is most like this one, if one is at all like it, and if there are guesses left for all that are
    /// known.
    #[must_use]
    pub fn nearest<'a>(&self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
        if word.len() > LONGEST {
            return None;
        }
        let mut best: Option<(f64, &str)> = None;
        for candidate in known.filter(|candidate| candidate.len() <= LONGEST) {
            self.left.set(self.left.get().checked_sub(1)?);
            let likeness = strsim::jaro_winkler(word, candidate);
            let better = best.is_none_or(|(most, first)| likeness > most || likeness >= most && candidate < first);
            if likeness >= LIKE && better {
                best = Some((likeness, candidate));
            }
        }
        best.map(|(_, candidate)| candidate.to_owned())
    }

    /// How many were made.
    #[cfg(test)]
    pub(crate) fn made(&self) -> usize {
        COMPARISONS - self.left.get()
    }
}

/// The word that is most like this one, if one is at all like it.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    Guesses::default().nearest(word, known)
}

/// Asks whether another word was meant, and says in what the two differ where that is not seen.
///
/// ```
/// use fordela::alike::did_you_mean;
///
/// assert_eq!(did_you_mean("kultr", "kultur"), "did you mean `kultur`?");
/// assert_eq!(did_you_mean("Kultur", "kultur"), "did you mean `kultur`? Small and capital letters differ");
/// assert!(did_you_mean("kult\u{443}r", "kultur").contains("U+0443"));
/// ```
#[must_use]
pub fn did_you_mean(written: &str, meant: &str) -> String {
    let asked = format!("did you mean `{}`?", short(meant));
    let strange = written.chars().find(|&character| is_strange(character) && !meant.contains(character));
    match strange {
        Some(strange) => {
            let number = u32::from(strange);
            format!("{asked} What stands here has U+{number:04X} in it, which looks like another letter or none")
        }
        None if written.to_lowercase() == meant.to_lowercase() => format!("{asked} Small and capital letters differ"),
        None => asked,
    }
}

/// Whether a character is none that Western European languages are written with: a letter that may look like one of
/// theirs, a mark of its own, or nothing that is seen.
pub fn is_strange(character: char) -> bool {
    character > '\u{24F}' || hidden(character).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_no_more_than_so_often() {
        let known: Vec<String> = (0..10_000).map(|n| format!("name-{n}")).collect();
        let guesses = Guesses::default();
        let found =
            (0..10_000).filter(|n| guesses.nearest(&format!("nome-{n}"), known.iter().map(String::as_str)).is_some());
        assert_eq!(found.count(), COMPARISONS / 10_000);
        assert!(guesses.made() <= COMPARISONS);
        let guesses = Guesses::default();
        assert_eq!(guesses.nearest(&"a".repeat(1_000_000), known.iter().map(String::as_str)), None);
        assert_eq!(guesses.made(), 0);
    }

    #[test]
    fn finds_the_one_most_alike() {
        assert_eq!(nearest("kultr", ["kultur", "kulturen"].into_iter()).as_deref(), Some("kultur"));
        assert_eq!(nearest("sport", ["kultur"].into_iter()), None);
        // The first in the alphabet of equals, in whatever order they come.
        assert_eq!(nearest("ab", ["aby", "abx"].into_iter()), nearest("ab", ["abx", "aby"].into_iter()));
    }
}
