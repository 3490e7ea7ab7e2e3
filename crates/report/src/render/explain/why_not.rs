//! Who would pay for an activity that is granted after all.

use fordela::scenario::Change;
use fordela::{Lang, Money};
use fordela_words::{Words, scenario};

use super::super::{impossible, what_if};
use super::{Names, call, limits, listed, reason};
use crate::ActivityChange;
use crate::document::Block;
use crate::explain::WhyNotReport;

pub(super) fn blocks(why_not: &WhyNotReport, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let activity = &why_not.activity;
    let granted = call::of(activity.granted, activity.asked, activity.share.as_ref(), words);
    let why = reason::sentence(activity, names, words);
    let (title, least) = (&activity.title, least(why_not, words));
    let mut blocks = vec![
        Block::Heading(match words.lang {
            Lang::Sv => format!("Om {title} måste få {least}"),
            Lang::En => format!("If {title} must get {least}"),
        }),
        Block::Paragraph(match words.lang {
            Lang::Sv => format!("Nu föreslås {granted}. {why}"),
            Lang::En => format!("Now {granted} is granted. {why}"),
        }),
    ];
    if let Some(infeasible) = why_not.changed.answered.infeasible() {
        let not = words.pick(
            "Kravet går inte att förena med övriga regler:",
            "The requirement cannot be kept together with the other rules:",
        );
        blocks.push(Block::Paragraph(not.to_owned()));
        blocks.extend(impossible::blocks(infeasible, words));
        return blocks;
    }
    blocks.push(Block::Paragraph(paid(why_not, words)));
    if why_not.changed.difference.activities.iter().all(|change| !change.is_moved()) {
        return blocks;
    }
    blocks.extend(what_if::differences(&why_not.changed, words));
    blocks
}

/// `minst 50%`, as it was asked, or all.
fn least(why_not: &WhyNotReport, words: Words<'_>) -> String {
    let least = why_not.changed.changes.iter().find_map(|change| match change {
        Change::Require { at_least: Some(least), .. } => Some(least),
        _ => None,
    });
    match least {
        Some(least) => format!("{} {}", words.pick("minst", "at least"), scenario::least(least, words)),
        None => words.pick("allt som går att bevilja", "all that can be granted").to_owned(),
    }
}

/// What the activity would get, who would pay for it, and what it costs in value.
fn paid(why_not: &WhyNotReport, words: Words<'_>) -> String {
    let Some((own, by)) = why_not.own().and_then(|own| Some((own.granted.new?, own.granted.difference?))) else {
        return String::new();
    };
    let mut text = match (by.is_zero(), words.lang) {
        (true, Lang::Sv) => "Det får aktiviteten redan.".to_owned(),
        (true, Lang::En) => "It already does.".to_owned(),
        (false, Lang::Sv) => format!("Med kravet får aktiviteten {}, {} mer.", words.money(own), words.money(by)),
        (false, Lang::En) => format!("With the requirement it gets {}, {} more.", words.money(own), words.money(by)),
    };
    let payers = named(why_not.payers(), words);
    let winners = named(why_not.winners(), words);
    for (swedish, english, list) in
        [("Pengarna tas från", "The money is taken from", payers), ("Mer får också", "More goes to", winners)]
    {
        if !list.is_empty() {
            text.push_str(&format!(" {} {}.", words.pick(swedish, english), listed(words, &list)));
        }
    }
    if let Some(left) = why_not.changed.difference.totals.unallocated.difference.filter(|left| !left.is_zero()) {
        let by = words.money(size(left));
        text.push_str(&match (left.is_negative(), words.lang) {
            (true, Lang::Sv) => format!(" Det som blir över minskar med {by}."),
            (false, Lang::Sv) => format!(" Det som blir över ökar med {by}."),
            (true, Lang::En) => format!(" What is left over falls by {by}."),
            (false, Lang::En) => format!(" What is left over rises by {by}."),
        });
    }
    if let Some(value) = &why_not.changed.difference.value.difference {
        text.push_str(&format!(" {}", limits::value(value, words)));
    }
    text
}

fn named<'r>(changes: impl Iterator<Item = &'r ActivityChange>, words: Words<'_>) -> Vec<String> {
    changes.filter_map(|one| Some(format!("{} ({})", one.title, words.money(size(one.granted.difference?))))).collect()
}

fn size(money: Money) -> Money {
    if money.is_negative() { Money::ZERO - money } else { money }
}
