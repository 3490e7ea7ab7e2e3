//! Ways to gain, in words.

use fordela_model::Call;
use fordela_study::axiom::Change;
use fordela_study::manipulation::Gain;

use crate::{Lang, Told, axiom};

/// Of more asks than this, only the first are named.
const MOST_NAMED: usize = 3;

/// What is asked for in another way, in a sentence with the titles of the call: "When “Music” is split in 200 kr and
/// 200 kr."
#[must_use]
pub fn gain(gain: &Gain, call: &Call, lang: Lang) -> String {
    match &gain.changes[..] {
        [change] => axiom::change(change, call, lang) + ".",
        changes => all_asks(changes, Told { call, lang }),
    }
}

fn all_asks(changes: &[Change], told: Told<'_>) -> String {
    let ask = |change: &Change| {
        let Change::Ask { activity, from, to } = change else { return None };
        let (activity, from, to) = (told.activity(activity), told.money(*from), told.money(*to));
        Some(match told.lang {
            Lang::Sv => format!("{activity} {to} i stället för {from}"),
            Lang::En => format!("{activity} for {to} instead of {from}"),
        })
    };
    let named: Vec<String> = changes.iter().filter_map(ask).take(MOST_NAMED).collect();
    let (named, more) = (named.join(", "), changes.len().saturating_sub(MOST_NAMED));
    match (told.lang, more) {
        (Lang::Sv, 0) => format!("Om alla söker mer: {named}."),
        (Lang::En, 0) => format!("When all ask for more: {named}."),
        (Lang::Sv, more) => format!("Om alla söker lika många procent mer: {named}, och {more} till."),
        (Lang::En, more) => format!("When all ask for as many per cent more: {named}, and {more} others."),
    }
}
