//! What becomes of unspent money.

use fordela_model::call::draft::Unspent;

use crate::Words;

/// What becomes of it, in a word: `återbetalas`.
#[must_use]
pub fn becomes(unspent: Unspent, words: Words<'_>) -> &'static str {
    match unspent {
        Unspent::Repay => words.pick("återbetalas", "repaid"),
        Unspent::CarryOver => words.pick("överförs", "carried over"),
        Unspent::Return => words.pick("återlämnas", "returned"),
    }
}
