//! A share as a bar.

use fordela::Rational;

/// How many cells a bar takes.
const CELLS: usize = 8;

const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// A share as a bar of eighths of a cell. Only all of it is a full bar, and only nothing an empty one.
#[must_use]
pub fn bar(share: &Rational) -> String {
    let all = CELLS * 8;
    let eighths = (share * &Rational::from(all as i128)).floor().to_i128();
    let eighths = eighths.and_then(|eighths| usize::try_from(eighths).ok()).unwrap_or(0);
    let filled = eighths.min(all).max(usize::from(share.is_positive()));
    let mut bar = "█".repeat(filled / 8);
    bar.extend(filled.checked_rem(8).filter(|rest| *rest > 0).map(|rest| EIGHTHS[rest - 1]));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_is_full() {
        let share = |n, d| Rational::new(n, d).expect("a denominator");
        assert_eq!(bar(&Rational::ZERO), "");
        assert_eq!(bar(&share(1, 1000)), "▏");
        assert_eq!(bar(&share(1, 2)), "████");
        assert_eq!(bar(&share(9, 16)), "████▌");
        assert_eq!(bar(&share(999, 1000)), "███████▉");
        assert_eq!(bar(&Rational::ONE), "████████");
    }
}
