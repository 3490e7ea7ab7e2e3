//! Why one activity, or those of one applicant, got what they got, and what would have been needed.

use fordela::explain::Wanted;
use fordela_words::Words;
use fordela_words::report::explain::call::of;
use fordela_words::report::explain::needed as told;
use fordela_words::report::explain::untried::not_all;

use super::{Names, call, not_all_money, reason, settled};
use crate::LineReport;
use crate::document::Block;
use crate::explain::{ActivityNeeds, NeededReport, OneExplained, ScoreNeeded};

pub(super) fn activity(one: &OneExplained, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = one.activities.iter().flat_map(|needs| own(needs, names, words)).collect();
    blocks.extend(settled::blocks(one.settled_by_id.as_deref(), names, words));
    let applicant = &one.applicant;
    let granted = of(applicant.granted, applicant.asked, applicant.share.as_ref(), words);
    blocks.push(Block::Heading(applicant.name.clone()));
    blocks.push(Block::Paragraph(told::applicant_gets(&granted, words)));
    blocks
}

pub(super) fn applicant(one: &OneExplained, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let activities: Vec<_> = one.activities.iter().map(|needs| &needs.activity).collect();
    let mut blocks = vec![
        Block::Heading(one.applicant.name.clone()),
        Block::Paragraph(call::sum(&one.applicant, &activities, words)),
    ];
    blocks.extend(one.activities.iter().flat_map(|needs| own(needs, names, words)));
    blocks.extend(settled::blocks(one.settled_by_id.as_deref(), names, words));
    blocks
}

fn own(needs: &ActivityNeeds, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let activity = &needs.activity;
    let granted = of(activity.granted, activity.asked, activity.share.as_ref(), words);
    let gets = told::gets(&granted, &activity.priority, words);
    let why = reason::sentence(activity, names, words);
    let paid: Vec<String> = activity
        .funds
        .iter()
        .filter(|(_, paid)| !paid.is_zero())
        .map(|(fund, paid)| format!("{} ({})", names.fund(fund), words.money(*paid)))
        .collect();
    let paid = if paid.is_empty() { String::new() } else { format!(" {}", told::paid_by(&paid, words)) };
    let mut blocks = vec![Block::Heading(activity.title.clone()), Block::Paragraph(format!("{gets} {why}{paid}"))];
    let line = |line: &LineReport| told::line(&line.title, line.cost, line.granted, words);
    if !activity.lines.is_empty() {
        blocks.push(Block::Items(activity.lines.iter().map(line).collect()));
    }
    blocks.extend(needs.needed.iter().flat_map(|needed| wanted(needed, words)));
    blocks
}

fn wanted(needed: &NeededReport, words: Words<'_>) -> [Block; 2] {
    let scores = needed.scores.iter().map(|one| score(one, words));
    let ask = (needed.wanted == Wanted::All).then(|| ask(needed, words));
    let items = scores.chain(ask).chain([budget(needed, words)]).collect();
    [Block::Paragraph(told::wanted(needed.wanted, words).to_owned()), Block::Items(items)]
}

/// `Samverkan: 2,34 i stället för 1.`
fn score(score: &ScoreNeeded, words: Words<'_>) -> String {
    let ScoreNeeded { name, now, max, .. } = score;
    let untried = score.untried.as_ref();
    let open = untried.map(|range| not_all(&words.number(&range.from), &words.number(&range.to), words));
    match (&score.needed, open) {
        (Some(needed), open) => told::score(name, needed, now, open.as_deref(), words),
        (None, Some(open)) => told::no_score_found(name, &open, words),
        (None, None) if now == max => told::has_highest_score(name, max, words),
        (None, None) => told::no_score(name, max, now, words),
    }
}

fn ask(needed: &NeededReport, words: Words<'_>) -> String {
    let open = needed.ask_untried.map(|range| not_all_money(range, words));
    match needed.ask {
        Some(ask) => told::ask(ask, open.as_deref(), words),
        None => told::no_ask(open.as_deref(), words),
    }
}

fn budget(needed: &NeededReport, words: Words<'_>) -> String {
    let open = needed.budget_untried.map(|range| not_all_money(range, words));
    match needed.budget.zip(needed.extra_budget) {
        Some((budget, extra)) => told::budget(budget, extra, open.as_deref(), words),
        None => told::no_budget(open.as_deref(), words),
    }
}
