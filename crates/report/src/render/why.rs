//! Reasons in a word.

use std::collections::HashMap;

use fordela::call::LinkKind;
use fordela_words::Words;
use fordela_words::report::why::{Brief, brief};

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
    let word = |why| brief(why, words);
    match why {
        Why::Full => Cell::new(word(Brief::Full)),
        Why::NothingAsked => Cell::new(word(Brief::NothingAsked)),
        Why::NoFund => Cell::new(word(Brief::NoFund)),
        Why::NotPayable => Cell::new(word(Brief::NotPayable)),
        Why::Parts { .. } => Cell::new(word(Brief::Parts)),
        Why::WholeUnits => Cell::new(word(Brief::WholeUnits)),
        Why::NoPriority => Cell::new(word(Brief::NoPriority)),
        Why::Lifted { rule, name, .. } => named(word(Brief::Lifted), name, rule),
        Why::Capped { rule, name, .. } => named(word(Brief::Capped), name, rule),
        Why::Budget { .. } => Cell::new(word(Brief::Budget)),
        Why::Tied { .. } => Cell::new(word(Brief::Tied)),
        Why::FundTooSmall { .. } => Cell::new(word(Brief::FundTooSmall)),
        Why::Shared { .. } => Cell::new(word(Brief::Shared)),
        Why::FairPart => Cell::new(word(Brief::FairPart)),
        Why::Steps => Cell::new(word(Brief::Steps)),
        Why::Linked { link: LinkKind::Requires, to, .. } => linked(word(Brief::Requires), to, titles),
        Why::Linked { link: LinkKind::Excludes, from, to } => {
            let of = |node: &str| node.split('/').next() == Some(activity);
            linked(word(Brief::Excluded), if of(to) { from } else { to }, titles)
        }
    }
}

/// A rule after what it is, by its id where there is little room. A cap may be called just that.
fn named(word: &str, name: &str, rule: &str) -> Cell {
    let after = |name: &str| if name == word { word.to_owned() } else { format!("{word}: {name}") };
    Cell::or(after(name), after(rule))
}
