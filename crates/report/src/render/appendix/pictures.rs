//! The pictures of an appendix, each with what it shows in words.

use fordela::{Call, Money, Rational};
use fordela_words::Words;
use fordela_words::report::appendix::pictures as told;
use fordela_words::report::head::Head;

use crate::appendix::{AppendixApplicant, AppendixReport};
use crate::document::{Block, Picture};
use crate::plot::bars::{self, BarRow, Bars};
use crate::plot::curve;

/// With more applicants than this, the others are one bar.
const MOST: usize = 30;

/// What each applicant asked for and gets.
pub(super) fn asked_and_granted(report: &AppendixReport, words: Words<'_>) -> Block {
    let is_decided = report.is_decided();
    let row = |name: String, asked: Money, granted: Money| BarRow {
        behind: asked.rational(),
        parts: vec![granted.rational()],
        label: told::of(granted, asked, words),
        name,
    };
    let sums = |all: &[AppendixApplicant]| -> (Money, Money) {
        (all.iter().map(|one| one.asked).sum(), all.iter().filter_map(|one| one.granted).sum())
    };
    let (shown, rest) = report.applicants.split_at(report.applicants.len().min(MOST));
    let mut all: Vec<(String, Money, Money)> =
        shown.iter().map(|one| (one.name.clone(), one.asked, one.granted.unwrap_or_default())).collect();
    if !rest.is_empty() {
        let (asked, granted) = sums(rest);
        all.push((told::others(rest.len(), words), asked, granted));
    }
    let description: Vec<String> =
        all.iter().map(|(name, asked, granted)| told::asked_and_granted_of(name, *granted, *asked, words)).collect();
    picture(Bars {
        name: "asked-",
        title: told::asked_and_granted(is_decided, words).to_owned(),
        subtitle: told::by_applicant(words),
        description: description.join(" "),
        behind: Some(words.head(Head::Asked).to_owned()),
        parts: vec![told::granted(is_decided, words).to_owned()],
        rows: all.into_iter().map(|(name, asked, granted)| row(name, asked, granted)).collect(),
        lang: words.lang,
    })
}

/// Which fund pays whom, where there are several and it is known.
pub(super) fn who_pays(report: &AppendixReport, call: &Call, words: Words<'_>) -> Option<Block> {
    let funds = &call.draft().funds;
    if funds.len() < 2 || report.applicants.len() > MOST {
        return None;
    }
    let mut description = Vec::new();
    let mut rows = Vec::new();
    for applicant in report.applicants.iter().filter(|one| one.granted.is_some_and(|sum| !sum.is_zero())) {
        let paid: Vec<(&str, Money)> = funds
            .iter()
            .map(|fund| (call.called(fund), applicant.funds.get(&fund.id).copied().unwrap_or_default()))
            .collect();
        let told: Vec<(&str, Money)> = paid.iter().filter(|(_, sum)| !sum.is_zero()).copied().collect();
        description.push(told::paid_to(&applicant.name, &told, words));
        rows.push(BarRow {
            name: applicant.name.clone(),
            behind: Rational::ZERO,
            parts: paid.iter().map(|(_, sum)| sum.rational()).collect(),
            label: words.amount(applicant.granted.unwrap_or_default()),
        });
    }
    Some(picture(Bars {
        name: "pays-",
        title: told::who_pays(words).to_owned(),
        subtitle: told::by_applicant(words),
        description: description.join(" "),
        behind: None,
        parts: funds.iter().map(|fund| call.called(fund).to_owned()).collect(),
        rows,
        lang: words.lang,
    }))
}

/// What every budget is worth, where that is known.
pub(super) fn budgets(report: &AppendixReport, words: Words<'_>) -> Option<Block> {
    let curve = report.curve.as_ref().filter(|curve| curve.corners.len() > 1)?;
    let (svg, description) = curve::svg(curve, report.totals.budget, words);
    Some(Block::Picture(Picture { svg, description }))
}

fn picture(bars: Bars) -> Block {
    Block::Picture(Picture { svg: bars::svg(&bars), description: format!("{}. {}", bars.title, bars.description) })
}
