//! The explanation of a whole call.

use std::collections::HashMap;

use fordela::explain::Award;
use fordela_words::Words;
use fordela_words::report::explain::call as told;

use super::{Names, limits, ranking, reason, settled, steps};
use crate::document::Block;
use crate::explain::CallExplained;
use crate::{ActivityReport, ApplicantReport};

pub(super) fn blocks(explained: &CallExplained, names: &Names<'_>, words: Words<'_>) -> Vec<Block> {
    let totals = &explained.totals;
    let granted = told::of(totals.granted, totals.asked, totals.share.as_ref(), words);
    let mut blocks = vec![Block::Paragraph(told::lead(&granted, totals.budget, words))];
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
        None => blocks.push(Block::Paragraph(told::limits_unknown(words).to_owned())),
    }
    blocks.extend(explained.steps.iter().flat_map(|steps| steps::blocks(steps, words)));
    blocks.extend(ranking::blocks(&explained.ranking, words));
    blocks
}

/// What an applicant gets in all, and how many of its activities get all, some and none.
pub(super) fn sum(applicant: &ApplicantReport, own: &[&ActivityReport], words: Words<'_>) -> String {
    if own.is_empty() {
        return told::asks_for_nothing(words).to_owned();
    }
    let granted = told::of(applicant.granted, applicant.asked, applicant.share.as_ref(), words);
    let count = |outcome: Award| own.iter().filter(|activity| activity.outcome == outcome).count();
    told::in_all(&granted, [Award::Full, Award::Part, Award::None].map(count), words)
}

fn item(activity: &ActivityReport, names: &Names<'_>, words: Words<'_>) -> String {
    let granted = told::of(activity.granted, activity.asked, activity.share.as_ref(), words);
    format!("{}: {granted}. {}", activity.title, reason::sentence(activity, names, words))
}
