//! Reasons in a word.

use std::collections::HashMap;

use fordela::call::LinkKind;
use fordela_words::Words;

use crate::Why;
use crate::document::Cell;

/// The titles of activities, by their ids.
pub(super) type Titles<'r> = HashMap<&'r str, &'r str>;

/// What an activity, or `activity/line`, has to do with another; by its id where there is little room.
fn linked(word: &str, node: &str, titles: &Titles<'_>) -> Cell {
    let (id, line) = node.split_once('/').map_or((node, None), |(id, line)| (id, Some(line)));
    let title = titles.get(id).copied().unwrap_or(id);
    let title = line.map_or_else(|| title.to_owned(), |line| format!("{title}/{line}"));
    Cell::or(format!("{word} {title}"), format!("{word} {node}"))
}

/// Why the activity with this id got what it got.
pub(super) fn cell(activity: &str, why: &Why, titles: &Titles<'_>, words: Words<'_>) -> Cell {
    let named = |word: &str, name: &str, rule: &str| {
        // A cap may be called just that.
        let after = |name: &str| if name == word { word.to_owned() } else { format!("{word}: {name}") };
        Cell::or(after(name), after(rule))
    };
    match why {
        Why::Full => Cell::new(words.pick("hela beloppet", "in full")),
        Why::NothingAsked => Cell::new(words.pick("inget sökt", "nothing asked")),
        Why::NoFund => Cell::new(words.pick("ingen finansiering", "no fund may pay")),
        Why::NotPayable => Cell::new(words.pick("resten får ingen källa betala", "no fund may pay the rest")),
        Why::Parts { .. } => Cell::new(words.pick("källans andel", "the fund’s part")),
        Why::WholeUnits => Cell::new(words.pick("jämna belopp", "round amounts")),
        Why::NoPriority => Cell::new(words.pick("ingen prioritet", "no priority")),
        Why::Lifted { rule, name, .. } => named(words.pick("golv", "floor"), name, rule),
        Why::Capped { rule, name, .. } => named(words.pick("tak", "cap"), name, rule),
        Why::Budget { .. } => Cell::new(words.pick("budgeten räcker inte", "budget runs out")),
        Why::Tied { .. } => Cell::new(words.pick("delar lika", "shares equally")),
        Why::FundTooSmall { .. } => Cell::new(words.pick("källan räcker inte", "its fund runs out")),
        Why::Shared { .. } => Cell::new(words.pick("delas", "shared")),
        Why::FairPart => Cell::new(words.pick("rättvis del", "fair part")),
        Why::Steps => Cell::new(words.pick("större steg ryms inte", "no larger step fits")),
        Why::Linked { link: LinkKind::Requires, to, .. } => linked(words.pick("kräver", "requires"), to, titles),
        Why::Linked { link: LinkKind::Excludes, from, to } => {
            let of = |node: &str| node.split('/').next() == Some(activity);
            let other = if of(to) { from } else { to };
            linked(words.pick("utesluts av", "excluded by"), other, titles)
        }
    }
}
