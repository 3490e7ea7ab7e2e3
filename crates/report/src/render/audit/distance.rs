//! How far a decision is from the allocation of the call.

use fordela::Party;
use fordela_words::Words;
use fordela_words::report::audit::distance as told;

use crate::audit::{DistanceReport, WorthReport};
use crate::document::Block;

pub(super) fn blocks(distance: &DistanceReport, words: Words<'_>) -> Vec<Block> {
    let among = if distance.among == "applicants" { Party::Applicant } else { Party::Activity };
    let moved = told::moved(distance.above, distance.below, among, words);
    vec![Block::Heading(told::heading(words).to_owned()), Block::Items(vec![worth(distance, words), moved])]
}

fn worth(distance: &DistanceReport, words: Words<'_>) -> String {
    let best = &distance.best;
    let beside = distance.loss.as_ref().zip(distance.loss_share.as_ref());
    match (&distance.worth, beside.map(|(loss, share)| told::Beside { best, loss, share })) {
        (WorthReport::Exactly { value }, Some(beside)) => told::worth(value, beside, words),
        (WorthReport::AtMost { value }, Some(beside)) => told::worth_at_most(value, beside, words),
        (WorthReport::Unknown, _) | (_, None) => told::worth_unknown(best, words),
    }
}
