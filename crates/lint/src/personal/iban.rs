//! Numbers of bank accounts as they are written between countries.

use super::numbers::{ends, starts};

/// How long the numbers of each country are.
const LENGTHS: [(&str, usize); 31] = [
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SK", 24),
];

/// Where an account number that starts here ends: a country, two digits that check the rest, and the number itself, with
/// or without a space or a dash between its groups.
pub(super) fn account(text: &[char], at: usize) -> Option<usize> {
    let country: String = text.get(at..at + 2)?.iter().map(char::to_ascii_uppercase).collect();
    let (_, length) = LENGTHS.iter().find(|(known, _)| *known == country)?;
    if !starts(text, at) {
        return None;
    }
    let (mut values, mut end) = (Vec::with_capacity(*length), at);
    while values.len() < *length {
        let is_parted = matches!(text.get(end), Some(' ' | '\u{a0}' | '-')) && !values.is_empty();
        let next = end + usize::from(is_parted);
        values.push(text.get(next)?.to_digit(36)?);
        end = next + 1;
    }
    let are_digits = values[2..4].iter().all(|value| *value < 10);
    (are_digits && is_checked(&values) && ends(text, end)).then_some(end)
}

/// With the first four at the end and letters as the numbers from 10, the rest of the division by 97 is 1.
fn is_checked(values: &[u32]) -> bool {
    let (first, rest) = values.split_at(4);
    let add = |sum: u32, value: &u32| (if *value < 10 { sum * 10 } else { sum * 100 } + value) % 97;
    rest.iter().chain(first).fold(0, add) == 1
}
