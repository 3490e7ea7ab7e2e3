//! What it costs that applicants decide themselves.

use fordela::{Lang, Rational, written};
use fordela_words::Words;

use super::super::audit;
use crate::document::{Block, Column, Grid, Row, RowKind};
use crate::levels::{BoardReport, DelegationReport, LevelReport, UnlistedReport};

/// The price of delegation; `of` is whose call it is in the value of, where that is not the first.
pub(super) fn blocks(level: &LevelReport, of: Option<&str>, words: Words<'_>) -> Vec<Block> {
    let Some(delegation) = &level.delegation else { return Vec::new() };
    let heading = words.pick("Vad delegeringen kostar", "The price of delegation");
    let mut blocks = vec![Block::Heading(of.map_or_else(|| heading.to_owned(), |of| format!("{heading}: {of}")))];
    blocks.push(Block::Paragraph(price(delegation, words)));
    blocks.push(Block::Grid(grid(delegation, words)));
    let told: Vec<String> =
        unlisted(&delegation.unlisted, words).into_iter().chain(left_out(delegation, words)).collect();
    blocks.extend((!told.is_empty()).then_some(Block::Items(told)));
    blocks.extend(delegation.breaches.as_ref().map(|breaches| audit::breaches(breaches, words)).unwrap_or_default());
    blocks
}

fn price(delegation: &DelegationReport, words: Words<'_>) -> String {
    let (Some(centre), Some(value), Some(price)) = (&delegation.centre, &delegation.value, &delegation.price) else {
        let unknown = words.pick(
            "Vad delegeringen kostar är inte känt, eftersom det inte är känt vad alla får.",
            "What delegation costs is not known, as it is not known what all get.",
        );
        return unknown.to_owned();
    };
    let part = delegation.price_share.as_ref().map(|share| format!(" ({})", words.share(&share.abs())));
    let part = part.unwrap_or_default();
    let (centre, value) = (words.number(&written::value(centre)), words.number(&written::value(value)));
    let cost = words.number(&written::half_even(&price.abs(), 2));
    match (price.is_negative(), words.lang) {
        (false, Lang::Sv) => format!(
            "Enligt prioriteringen på denna nivå är det som beslutas värt {value}. Om allt fördelades härifrån \
             vore det värt {centre}: delegeringen kostar {cost}{part}."
        ),
        (false, Lang::En) => format!(
            "By the priorities of this level, what is decided is worth {value}. If all were split from here it would \
             be worth {centre}: delegation costs {cost}{part}."
        ),
        (true, Lang::Sv) => format!(
            "Enligt prioriteringen på denna nivå är det som beslutas värt {value}, och det som föreslås härifrån \
             {centre}: {cost}{part} mer. Så kan det vara bara om förslaget inte är bevisat bäst, eller om besluten \
             bryter mot en regel."
        ),
        (true, Lang::En) => format!(
            "By the priorities of this level, what is decided is worth {value}, and what is suggested from here \
             {centre}: {cost}{part} more. That can be only where the suggestion is not proven to be worth most, or \
             where the decisions break a rule."
        ),
    }
}

fn grid(delegation: &DelegationReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Värde på denna nivå", "Value at this level")),
        Column::numbers(words.pick("Fördelat härifrån", "Split from here")),
        Column::numbers(words.pick("Som beslutat", "As decided")),
        Column::numbers(words.pick("Pris", "Price")),
    ];
    let told = |number: &Option<Rational>, text: fn(&Rational) -> String| {
        number.as_ref().map_or_else(|| "–".to_owned(), |number| words.number(&text(number)))
    };
    let value = |number: &Option<Rational>| told(number, written::value);
    let price = |number: &Option<Rational>| told(number, |price| written::half_even(price, 2));
    let row = |board: &BoardReport| {
        let cells = [board.applicant.name.clone(), value(&board.centre), value(&board.value), price(&board.price)];
        Row::new(RowKind::Alone, cells)
    };
    let mut rows: Vec<Row> = delegation.boards.iter().map(row).collect();
    let all = words.pick("Alla sökande", "All applicants").to_owned();
    let sums = [all, value(&delegation.centre), value(&delegation.value), price(&delegation.price)];
    rows.push(Row::new(RowKind::Total, sums));
    Grid { columns, rows }
}

/// What this level does not know, one item an applicant.
fn unlisted(unlisted: &[UnlistedReport], words: Words<'_>) -> Vec<String> {
    let mut items: Vec<(&str, &str, Vec<String>)> = Vec::new();
    for one in unlisted {
        let told = match one.granted {
            Some(granted) => format!("{} ({})", one.activity.name, words.money(granted)),
            None => one.activity.name.clone(),
        };
        match items.last_mut() {
            Some((id, _, names)) if *id == one.applicant.id => names.push(told),
            _ => items.push((&one.applicant.id, &one.applicant.name, vec![told])),
        }
    }
    let item = |(_, name, told): (&str, &str, Vec<String>)| match words.lang {
        Lang::Sv => format!(
            "{name} har aktiviteter som denna nivå inte känner till, och som inte värderas här: {}.",
            told.join("; ")
        ),
        Lang::En => format!(
            "{name} has activities that this level does not know, and that are not valued here: {}.",
            told.join("; ")
        ),
    };
    items.into_iter().map(item).collect()
}

fn left_out(delegation: &DelegationReport, words: Words<'_>) -> Option<String> {
    let names: Vec<&str> = delegation.left_out.iter().map(|activity| activity.name.as_str()).collect();
    (!names.is_empty()).then(|| match words.lang {
        Lang::Sv => format!("Finns inte i de sökandes egna utlysningar, och får inget: {}.", names.join("; ")),
        Lang::En => format!("Not in the applicants' own calls, and gets nothing: {}.", names.join("; ")),
    })
}
