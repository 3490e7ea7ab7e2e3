//! How money is shared, in sentences.

use fordela_words::Words;
use fordela_words::report::sharing as told;

use crate::{Allocated, SharingReport};

/// By what rule the money is shared, among whom.
pub(super) fn headline(sharing: &SharingReport, words: Words<'_>) -> String {
    let SharingReport { kind, weighted, over, at_least, .. } = sharing;
    match at_least {
        None => told::headline(*kind, *weighted, *over, words),
        Some(part) => told::headline_of_parts(*kind, *weighted, *over, part, words),
    }
}

/// What is proven, how exact the grants are, and what fairness costs.
pub(super) fn proof(allocated: &Allocated, sharing: &SharingReport, words: Words<'_>) -> String {
    let is_exact = sharing.at_least.is_some() || sharing.off.is_zero();
    let near = if is_exact { String::new() } else { told::off(&sharing.off, words) };
    [standing(sharing, words), near, cost(allocated, sharing, words)].concat()
}

/// What defines the rule, where it is proven.
fn standing(sharing: &SharingReport, words: Words<'_>) -> String {
    let kind = sharing.kind;
    match &sharing.gap {
        None => told::not_shown(words).to_owned(),
        Some(_) if sharing.has_choices => told::fair_by_choices(kind, words),
        Some(_) if sharing.proven && sharing.at_least.is_some() => told::proven_of_parts(kind, words),
        Some(_) if sharing.proven => told::proven(kind, words),
        Some(gap) if gap.is_zero() => told::fair_before_rounding(kind, words),
        Some(gap) => told::nearly_fair(kind, gap, words),
    }
}

fn cost(allocated: &Allocated, sharing: &SharingReport, words: Words<'_>) -> String {
    let Allocated { value, bound, gap, gap_share, .. } = allocated;
    match (&sharing.at_least, &sharing.gap) {
        (Some(_), _) if gap.is_zero() => told::most_beside_parts(value, words),
        (Some(_), _) => told::worth_beside_parts(value, bound, words),
        (None, None) => told::worth(value, bound, words),
        (None, Some(_)) => told::cost(value, bound, gap, gap_share, words),
    }
}
