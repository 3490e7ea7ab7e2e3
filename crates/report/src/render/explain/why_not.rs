//! Who would pay for an activity that is granted after all.

use fordela::Money;
use fordela::scenario::Change;
use fordela_words::Words;
use fordela_words::report::explain::call::of;
use fordela_words::report::explain::limits::value;
use fordela_words::report::explain::why_not as told;

use super::super::{impossible, what_if};
use super::{Names, reason};
use crate::ActivityChange;
use crate::document::Block;
use crate::explain::WhyNotReport;

pub(super) fn blocks(why_not: &WhyNotReport, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let activity = &why_not.activity;
    let granted = of(activity.granted, activity.asked, activity.share.as_ref(), words);
    let why = reason::sentence(activity, names, words);
    let mut blocks = vec![
        Block::Heading(told::heading(&activity.title, &least(why_not, words), words)),
        Block::Paragraph(told::now(&granted, &why, words)),
    ];
    if let Some(infeasible) = why_not.changed.answered.infeasible() {
        blocks.push(Block::Paragraph(told::impossible(words).to_owned()));
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
        Some(least) => told::at_least(least, words),
        None => told::all(words).to_owned(),
    }
}

/// What the activity would get, who would pay for it, and what it costs in value.
fn paid(why_not: &WhyNotReport, words: Words<'_>) -> String {
    let Some((own, by)) = why_not.own().and_then(|own| Some((own.granted.new?, own.granted.difference?))) else {
        return String::new();
    };
    let mut all = vec![if by.is_zero() { told::already(words).to_owned() } else { told::would_get(own, by, words) }];
    let (payers, winners) = (named(why_not.payers(), words), named(why_not.winners(), words));
    all.extend((!payers.is_empty()).then(|| told::taken_from(&payers, words)));
    all.extend((!winners.is_empty()).then(|| told::more_to(&winners, words)));
    let difference = &why_not.changed.difference;
    if let Some(left) = difference.totals.unallocated.difference.filter(|left| !left.is_zero()) {
        let by = size(left);
        all.push(if left.is_negative() { told::less_left(by, words) } else { told::more_left(by, words) });
    }
    all.extend(difference.value.difference.as_ref().map(|by| value(by, words)));
    all.join(" ")
}

fn named<'r>(changes: impl Iterator<Item = &'r ActivityChange>, words: Words<'_>) -> Vec<String> {
    changes.filter_map(|one| Some(format!("{} ({})", one.title, words.money(size(one.granted.difference?))))).collect()
}

fn size(money: Money) -> Money {
    if money.is_negative() { Money::ZERO - money } else { money }
}
