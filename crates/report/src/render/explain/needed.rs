//! Why one activity, or those of one applicant, got what they got, and what would have been needed.

use fordela::explain::Wanted;
use fordela::{Lang, written};
use fordela_words::Words;

use super::untried::{not_all, not_all_money};
use super::{Names, call, listed, reason, settled};
use crate::LineReport;
use crate::document::Block;
use crate::explain::{ActivityNeeds, NeededReport, OneExplained, ScoreNeeded};

pub(super) fn activity(one: &OneExplained, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = one.activities.iter().flat_map(|needs| own(needs, names, words)).collect();
    blocks.extend(settled::blocks(one.settled_by_id.as_deref(), names, words));
    let applicant = &one.applicant;
    let granted = call::of(applicant.granted, applicant.asked, applicant.share.as_ref(), words);
    blocks.push(Block::Heading(applicant.name.clone()));
    blocks.push(Block::Paragraph(match words.lang {
        Lang::Sv => format!("Sökanden får sammanlagt {granted}."),
        Lang::En => format!("The applicant gets {granted} in all."),
    }));
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
    let granted = call::of(activity.granted, activity.asked, activity.share.as_ref(), words);
    let priority = words.number(&written::half_even(&activity.priority, 2));
    let why = reason::sentence(activity, names, words);
    let paid: Vec<String> = activity
        .funds
        .iter()
        .filter(|(_, paid)| !paid.is_zero())
        .map(|(fund, paid)| format!("{} ({})", names.fund(fund), words.money(*paid)))
        .collect();
    let paid = match (paid.is_empty(), words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" Betalas av {}.", listed(words, &paid)),
        (false, Lang::En) => format!(" Paid by {}.", listed(words, &paid)),
    };
    let mut blocks = vec![
        Block::Heading(activity.title.clone()),
        Block::Paragraph(match words.lang {
            Lang::Sv => format!("Föreslås få {granted}; prioriteten är {priority}. {why}{paid}"),
            Lang::En => format!("Granted {granted}; its priority is {priority}. {why}{paid}"),
        }),
    ];
    if !activity.lines.is_empty() {
        blocks.push(Block::Items(activity.lines.iter().map(|one| line(one, words)).collect()));
    }
    blocks.extend(needs.needed.iter().flat_map(|needed| wanted(needed, words)));
    blocks
}

/// `Buss: 80 000 kr, föreslås inte.`
fn line(line: &LineReport, words: Words<'_>) -> String {
    let granted = match line.granted {
        true => words.pick("föreslås", "granted"),
        false => words.pick("föreslås inte", "not granted"),
    };
    format!("{}: {}, {granted}.", line.title, words.money(line.cost))
}

fn wanted(needed: &NeededReport, words: Words<'_>) -> [Block; 2] {
    let heading = match needed.wanted {
        Wanted::All => words.pick(
            "För att få hela beloppet hade något av följande behövts, allt annat lika:",
            "To get all of it, one of these would have been needed, all else equal:",
        ),
        Wanted::More => words.pick(
            "För att få mer än nu hade något av följande behövts, allt annat lika:",
            "To get anything more than now, one of these would have been needed, all else equal:",
        ),
    };
    let scores = needed.scores.iter().map(|one| score(one, words));
    let ask = (needed.wanted == Wanted::All).then(|| ask(needed, words));
    let items = scores.chain(ask).chain([budget(needed, words)]).collect();
    [Block::Paragraph(heading.to_owned()), Block::Items(items)]
}

/// `Samverkan: 2,34 i stället för 1.`
fn score(score: &ScoreNeeded, words: Words<'_>) -> String {
    let (name, now, max) = (&score.name, words.number(&score.now), words.number(&score.max));
    let untried = score.untried.as_ref().map(|range| (words.number(&range.from), words.number(&range.to)));
    let open = untried.as_ref().map(|ends| not_all(ends, words));
    match (&score.needed, open, words.lang) {
        (Some(needed), None, Lang::Sv) => format!("{name}: {} i stället för {now}.", words.number(needed)),
        (Some(needed), None, Lang::En) => format!("{name}: {} instead of {now}.", words.number(needed)),
        (Some(needed), Some(open), Lang::Sv) => {
            format!("{name}: {} i stället för {now} är det lägsta som hittats; {open}.", words.number(needed))
        }
        (Some(needed), Some(open), Lang::En) => {
            format!("{name}: {} instead of {now} is the lowest found; {open}.", words.number(needed))
        }
        (None, Some(open), Lang::Sv) => format!("{name}: ingen poäng som räcker har hittats; {open}."),
        (None, Some(open), Lang::En) => format!("{name}: no score that is enough was found; {open}."),
        (None, None, Lang::Sv) if score.now == score.max => format!("{name}: har redan högsta poäng ({max})."),
        (None, None, Lang::En) if score.now == score.max => format!("{name}: already has the highest score ({max})."),
        (None, None, Lang::Sv) => format!("{name}: räcker inte ensamt, inte ens med högsta poäng ({max}; nu {now})."),
        (None, None, Lang::En) => {
            format!("{name}: not enough alone, not even at the highest score ({max}; now {now}).")
        }
    }
}

fn ask(needed: &NeededReport, words: Words<'_>) -> String {
    let open = needed.ask_untried.map(|range| not_all_money(range, words));
    match (needed.ask.map(|ask| words.money(ask)), open, words.lang) {
        (Some(ask), None, Lang::Sv) => format!("Sökt belopp: högst {ask} hade beviljats fullt ut."),
        (Some(ask), None, Lang::En) => format!("Ask: at most {ask} would have been granted in full."),
        (Some(ask), Some(open), Lang::Sv) => {
            format!("Sökt belopp: {ask} hade beviljats fullt ut och är det högsta som hittats; {open}.")
        }
        (Some(ask), Some(open), Lang::En) => {
            format!("Ask: {ask} would have been granted in full, and is the largest found; {open}.")
        }
        (None, Some(open), Lang::Sv) => {
            format!("Sökt belopp: inget mindre som hade beviljats fullt ut har hittats; {open}.")
        }
        (None, Some(open), Lang::En) => {
            format!("Ask: no smaller one that would have been granted in full was found; {open}.")
        }
        (None, None, Lang::Sv) => "Sökt belopp: inget mindre belopp hade beviljats fullt ut.".to_owned(),
        (None, None, Lang::En) => "Ask: no smaller ask would have been granted in full.".to_owned(),
    }
}

fn budget(needed: &NeededReport, words: Words<'_>) -> String {
    let sums = needed.budget.zip(needed.extra_budget).map(|(all, extra)| (words.money(all), words.money(extra)));
    let open = needed.budget_untried.map(|range| not_all_money(range, words));
    match (sums, open, words.lang) {
        (Some((all, extra)), None, Lang::Sv) => format!("Budgeten: {all}, alltså {extra} mer."),
        (Some((all, extra)), None, Lang::En) => format!("Budget: {all}, which is {extra} more."),
        (Some((all, extra)), Some(open), Lang::Sv) => {
            format!("Budgeten: {all}, alltså {extra} mer, är den minsta som hittats; {open}.")
        }
        (Some((all, extra)), Some(open), Lang::En) => {
            format!("Budget: {all}, which is {extra} more, is the smallest found; {open}.")
        }
        (None, Some(open), Lang::Sv) => format!("Budgeten: ingen som räcker har hittats; {open}."),
        (None, Some(open), Lang::En) => format!("Budget: none that is enough was found; {open}."),
        (None, None, Lang::Sv) => "Budgeten: räcker inte ensam, hur stor den än är.".to_owned(),
        (None, None, Lang::En) => "Budget: not enough alone, however large.".to_owned(),
    }
}
