//! What applicants could gain by asking in another way than they need.

use fordela::{Lang, Money, Rational, written};
use fordela_words::Words;

use super::shares::dash;
use crate::audit::{ManipulationReport, TriedReport};
use crate::document::{Block, Column, Grid, Row, RowKind};

pub(super) fn blocks(all: &[ManipulationReport], unit: Money, words: Words<'_>) -> Vec<Block> {
    let heading =
        words.pick("Vad en sökande tjänar på att söka på annat sätt", "What an applicant gains by asking otherwise");
    let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Grid(grid(all, unit, words))];
    let ways: Vec<String> = all.iter().flat_map(|one| told(one, unit, words)).collect();
    if !ways.is_empty() {
        blocks.push(Block::Items(ways));
    }
    blocks.push(Block::Paragraph(explained(all, words)));
    blocks
}

fn grid(all: &[ManipulationReport], unit: Money, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Sökande", "Applicant")),
        Column::numbers(words.pick("Får", "Gets")),
        Column::numbers(words.pick("Dela upp", "Split")),
        Column::numbers(words.pick("Slå ihop", "Merge")),
        Column::numbers(words.pick("Söka mer", "Ask for more")),
        Column::numbers(words.pick("Utöver behovet", "Beyond the need")),
    ];
    let row = |one: &ManipulationReport| {
        let [split, merge, inflation, excess] =
            one.kinds().map(|(kind, tried)| if tried.tried == 0 { dash() } else { most(tried, kind, unit, words) });
        let granted = words.number(&written::half_even(&one.granted, 0));
        Row::new(RowKind::Alone, [one.applicant.name.clone(), granted, split, merge, inflation, excess])
    };
    Grid { columns, rows: all.iter().map(row).collect() }
}

/// The most that is gained, in whole kronor. Limits are rounded to units before money is divided, so that a gain of no more
/// than a unit is not told as a sum.
fn most(tried: &TriedReport, kind: &str, unit: Money, words: Words<'_>) -> String {
    let most = tried.most(kind);
    if most.is_positive() && most <= unit.rational() {
        return format!("≤ {}", words.amount(unit));
    }
    words.signed(&written::half_even(&most, 0))
}

/// How each gain of more than a unit is made. What is asked for to get more than is needed says little.
fn told(one: &ManipulationReport, unit: Money, words: Words<'_>) -> Vec<String> {
    let is_gain = |most: &Rational| *most > unit.rational();
    let way = |(kind, tried): (&'static str, &TriedReport)| {
        let gain = tried.best.as_ref().filter(|_| is_gain(&tried.most(kind)))?;
        Some(format!("{}, {}: {}. {}", one.applicant.name, name(kind, words), most(tried, kind, unit, words), gain.how))
    };
    one.kinds().into_iter().filter(|(kind, _)| *kind != "excess").filter_map(way).collect()
}

fn name(kind: &str, words: Words<'_>) -> &'static str {
    match kind {
        "split" => words.pick("dela upp", "split"),
        "merge" => words.pick("slå ihop", "merge"),
        _ => words.pick("söka mer", "ask for more"),
    }
}

fn explained(all: &[ManipulationReport], words: Words<'_>) -> String {
    let count = |of: fn(&TriedReport) -> usize| -> usize {
        all.iter().flat_map(|one| [&one.split, &one.merge, &one.inflation]).map(of).sum()
    };
    let number = |count: usize| words.number(&count.to_string());
    let (tried, ways) = (number(count(|tried| tried.tried)), number(count(|tried| tried.ways)));
    match words.lang {
        Lang::Sv => format!(
            "Så mycket mer får den sökande, före avrundning, på det bästa sätt som hittades; 0: inget sätt som prövades ger \
             mer; –: inget sätt fanns att pröva. Av {ways} sätt prövades {tried}, ett i taget, medan alla andra söker som \
             förut: att dela en aktivitet i två, att slå ihop två lika aktiviteter, att söka 10, 25, 50 eller 100\u{a0}% mer för \
             en eller alla. Söka mer: ökningen av det som behövs, om ansökan i dag motsvarar behovet. Utöver behovet: det \
             som den sökande får därutöver. Reglerna prövas oavsett vad som har beslutats."
        ),
        Lang::En => format!(
            "So much more the applicant gets, before rounding, by the best way that was found; 0: no way that was tried gives \
             more; –: there was none to try. Of {ways} ways {tried} were tried, one at a time, with all others asking as before: \
             to split an activity in two, to make one of two that are alike, to ask for 10, 25, 50 or 100% more for one or for \
             all. Ask for more: the rise in what is needed, taking the application as it is for the need. Beyond the need: what \
             the applicant gets on top of that. The settings are tried, whatever was decided."
        ),
    }
}
