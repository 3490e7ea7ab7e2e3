//! What is said of rules that come to bind or cease to.

use fordela_num::{Rational, written};
use fordela_study::compare::CaseMove;

use crate::{Lang, Words};

/// Rules that come to bind or cease to.
#[must_use]
pub fn heading(words: Words<'_>) -> &'static str {
    words.pick("Regler som börjar eller slutar påverka förslaget", "Rules that come to bind or cease to")
}

/// That the same rules bind.
#[must_use]
pub fn same(words: Words<'_>) -> &'static str {
    words.pick("Samma regler påverkar förslaget som utan ändringen.", "The same rules bind as without the change.")
}

/// That the allocation need not be the best: how much more a better one can be worth.
#[must_use]
pub fn not_best(gap: &Rational, words: Words<'_>) -> String {
    let gap = words.number(&written::rounded_up(gap, 2));
    match words.lang {
        Lang::Sv => format!("Det är inte bevisat att fördelningen är bäst: en bättre kan vara värd högst {gap} mer."),
        Lang::En => format!("The allocation is not proven best: a better one can be worth at most {gap} more."),
    }
}

/// That the allocation need not be the fairest.
#[must_use]
pub fn not_fairest(words: Words<'_>) -> &'static str {
    words.pick(
        "Det är inte bevisat att ingen annan fördelning är rättvisare.",
        "It is not proven that no other allocation is fairer.",
    )
}

/// What became of a rule; of a new one or one that is dropped, `binds` says whether it does or did, where that is known.
#[must_use]
pub fn change(change: CaseMove, binds: Option<bool>, words: Words<'_>) -> &'static str {
    match (change, binds) {
        (CaseMove::CameToBind, _) => words.pick("börjar påverka", "comes to bind"),
        (CaseMove::CeasedToBind, _) => words.pick("slutar påverka", "ceases to bind"),
        (CaseMove::New, Some(true)) => words.pick("ny, påverkar", "new, binds"),
        (CaseMove::New, Some(false)) => words.pick("ny, påverkar inte", "new, does not bind"),
        (CaseMove::New, None) => words.pick("ny", "new"),
        (CaseMove::Dropped, Some(true)) => words.pick("utgår, påverkade", "dropped, did bind"),
        (CaseMove::Dropped, Some(false) | None) => words.pick("utgår", "dropped"),
        (CaseMove::Unmoved, _) => words.pick("som förut", "as before"),
    }
}
