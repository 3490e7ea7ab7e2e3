//! Words that are spelled nearly alike.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::vocabulary::Used;

/// In shorter words, one letter often makes another word.
const LONG: usize = 5;

/// Longer words are only alike when they are the same but for case, accents and marks: what is compared of them grows with
/// the square of their length.
const LONGEST: usize = 100;

/// Of words that may be alike, each is compared with so many of the most used.
const COMPARED: usize = 16;

/// Pairs of words that are probably one: each word with the most used of those like it, if that is used
/// more or stands before it.
pub(super) fn pairs(used: &[Used]) -> Vec<(usize, usize)> {
    // Only words that agree when one letter is left out are compared, so that the time grows with the
    // number of words and not with its square.
    let mut keys: HashMap<String, Vec<usize>> = HashMap::new();
    let plain: Vec<Plain> = used.iter().map(|used| Plain::of(used.word)).collect();
    for (n, word) in plain.iter().enumerate() {
        for key in word.keys() {
            keys.entry(key).or_default().push(n);
        }
    }
    let rank = |n: usize| (Reverse(used[n].count), n);
    let mut best: HashMap<usize, usize> = HashMap::new();
    for bucket in keys.values_mut() {
        bucket.sort_by_key(|&n| rank(n));
        for (k, &word) in bucket.iter().enumerate() {
            for &usual in &bucket[..k.min(COMPARED)] {
                let known = best.get(&word).is_some_and(|&known| rank(known) <= rank(usual));
                if !known && plain[word].is_like(&plain[usual]) {
                    best.insert(word, usual);
                }
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = best.into_iter().collect();
    pairs.sort_unstable();
    pairs
}

/// A word without case, accents and marks, as its parts between the marks.
struct Plain {
    /// The word in lower case, accents kept.
    lower: String,
    parts: Vec<String>,
}

impl Plain {
    fn of(word: &str) -> Self {
        let lower = word.trim().to_lowercase();
        let bare: String = lower.chars().map(without_accent).collect();
        let parts = bare.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let parts = parts.map(str::to_owned).collect();
        Self { lower, parts }
    }

    /// Itself, and itself with one letter left out of a part that is long enough to be a misspelling.
    fn keys(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::from([self.parts.concat()]);
        if self.lower.len() > LONGEST {
            return keys;
        }
        for (n, part) in self.parts.iter().enumerate().filter(|(_, part)| is_long(part)) {
            let (before, after) = (self.parts[..n].concat(), self.parts[n + 1..].concat());
            for (at, letter) in part.char_indices() {
                keys.insert(format!("{before}{}{}{after}", &part[..at], &part[at + letter.len_utf8()..]));
            }
        }
        keys
    }

    fn is_like(&self, other: &Self) -> bool {
        if self.lower == other.lower {
            return true;
        }
        let (one, two) = (self.parts.concat(), other.parts.concat());
        if one == two {
            // Å and A can be two blocks of flats.
            return one.chars().count() > 2;
        }
        if one.len().max(two.len()) > LONGEST {
            return false;
        }
        let mut differing = self.parts.iter().zip(&other.parts).filter(|(one, other)| one != other);
        let (Some((one, two)), None) = (differing.next(), differing.next()) else { return false };
        self.parts.len() == other.parts.len()
            && (is_long(one) || is_long(two))
            && is_word(one)
            && is_word(two)
            && strsim::osa_distance(one, two) == 1
    }
}

/// Numbers that differ are different things.
fn is_word(part: &str) -> bool {
    part.chars().all(char::is_alphabetic)
}

fn is_long(part: &str) -> bool {
    is_word(part) && part.chars().count() >= LONG
}

/// The letter without the accents that are used in Swedish texts.
fn without_accent(letter: char) -> char {
    match letter {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'æ' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}
