//! The explanation of a whole call.

use std::collections::HashMap;

use fordela::explain::Award;
use fordela::{Lang, Money, Rational};
use fordela_words::Words;

use super::{Names, limits, ranking, reason, settled, steps};
use crate::document::Block;
use crate::explain::CallExplained;
use crate::{ActivityReport, ApplicantReport};

pub(super) fn blocks(explained: &CallExplained, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let totals = &explained.totals;
    let granted = of(totals.granted, totals.asked, totals.share.as_ref(), words);
    let budget = words.money(totals.budget);
    let mut blocks = vec![Block::Paragraph(match words.lang {
        Lang::Sv => format!("Varför förslaget ser ut som det gör: {granted} föreslås, och budgeten är {budget}."),
        Lang::En => format!("Why the suggestion is what it is: {granted} is granted, and the budget is {budget}."),
    })];
    let mut own: HashMap<&str, Vec<&ActivityReport>> = HashMap::new();
    for activity in &explained.activities {
        own.entry(&activity.applicant).or_default().push(activity);
    }
    for applicant in &explained.applicants {
        let own = own.remove(applicant.id.as_str()).unwrap_or_default();
        blocks.push(Block::Heading(applicant.name.clone()));
        if own.len() != 1 {
            blocks.push(Block::Paragraph(sum(applicant, &own, words)));
        }
        blocks.push(Block::Items(own.iter().map(|activity| item(activity, names, words)).collect()));
    }
    blocks.extend(settled::blocks(explained.settled_by_id.as_deref(), names, words));
    match &explained.limits {
        Some(limits) => blocks.extend(limits::blocks(limits, words)),
        None => blocks.push(Block::Paragraph(
            words
                .pick(
                    "Tiden eller beräkningarna tog slut innan det var klart vad budgeten och reglerna är värda.",
                    "Time or effort was spent before it was found what the budget and the rules are worth.",
                )
                .to_owned(),
        )),
    }
    blocks.extend(explained.steps.iter().flat_map(|steps| steps::blocks(steps, words)));
    blocks.extend(ranking::blocks(&explained.ranking, words));
    blocks
}

/// `2 500 000 kr av 3 000 000 kr (83,3 %)`.
pub(super) fn of(granted: Money, asked: Money, share: Option<&Rational>, words: Words<'_>) -> String {
    let (granted, asked) = (words.amount(granted), words.money(asked));
    let share = share.map(|share| format!(" ({})", words.share(share))).unwrap_or_default();
    format!("{granted} {} {asked}{share}", words.pick("av", "of"))
}

/// What an applicant gets in all, and how many of its activities get all, some and none.
pub(super) fn sum(applicant: &ApplicantReport, own: &[&ActivityReport], words: Words<'_>) -> String {
    let granted = of(applicant.granted, applicant.asked, applicant.share.as_ref(), words);
    match words.lang {
        _ if own.is_empty() => words.pick("Har inte sökt något.", "Asks for nothing.").to_owned(),
        Lang::Sv => format!("Sammanlagt {granted}. {}.", outcomes(own, words)),
        Lang::En => format!("In all {granted}. {}.", outcomes(own, words)),
    }
}

/// `Tre aktiviteter: en får hela beloppet, två får en del av beloppet`.
fn outcomes(own: &[&ActivityReport], words: Words<'_>) -> String {
    let count = |outcome: Award| own.iter().filter(|activity| activity.outcome == outcome).count();
    let all = [
        (count(Award::Full), words.pick("får hela beloppet", "in full")),
        (count(Award::Part), words.pick("får en del av beloppet", "in part")),
        (count(Award::None), words.pick("får inget", "with nothing")),
    ];
    let told: Vec<(usize, &str)> = all.into_iter().filter(|(n, _)| *n > 0).collect();
    let activities = match (own.len(), words.lang) {
        (1, Lang::Sv) => "En aktivitet, som".to_owned(),
        (1, Lang::En) => "One activity,".to_owned(),
        (n, Lang::Sv) => format!("{} aktiviteter:", words.counted(n)),
        (n, Lang::En) => format!("{} activities:", words.counted(n)),
    };
    let told: Vec<String> = match told[..] {
        [(1, outcome)] => vec![outcome.to_owned()],
        [(2, outcome)] => vec![format!("{} {outcome}", words.pick("båda", "both"))],
        [(_, outcome)] => vec![format!("{} {outcome}", words.pick("alla", "all"))],
        _ => told.iter().map(|(n, outcome)| format!("{} {outcome}", words.counted_within(*n))).collect(),
    };
    format!("{activities} {}", told.join(", "))
}

fn item(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
    let granted = of(activity.granted, activity.asked, activity.share.as_ref(), words);
    format!("{}: {granted}. {}", activity.title, reason::sentence(activity, names, words))
}
