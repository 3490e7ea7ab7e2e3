//! Other allocations that are nearly as good, as a document.

use fordela::alternatives::{End, Way};
use fordela::{Lang, written};
use fordela_words::Words;

use super::differences::{self, Heads, letter};
use super::impossible;
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::{AlternativeReport, AlternativesReport, DifferenceReport};

/// The report as a document.
pub(super) fn document(report: &AlternativesReport, words: Words<'_>) -> Document {
    let mut blocks = vec![Block::Title(report.title.clone())];
    if let Some(infeasible) = report.answered.infeasible() {
        blocks.extend(impossible::blocks(infeasible, words));
        return Document(blocks);
    }
    blocks.push(Block::Paragraph(headline(report, words)));
    blocks.extend(fewer(report, words).map(Block::Paragraph));
    if report.alternatives.is_empty() {
        return Document(blocks);
    }
    blocks.push(Block::Grid(grid(report, words)));
    let all: Vec<&DifferenceReport> = report.alternatives.iter().map(|one| &one.difference).collect();
    let heads = Heads { old: words.pick("Förslag", "Suggestion"), new: words.pick("Alternativ", "Alternative") };
    blocks.extend(differences::blocks(&all, heads, words));
    Document(blocks)
}

fn headline(report: &AlternativesReport, words: Words<'_>) -> String {
    let value = report.value.as_ref().map(written::value).unwrap_or_default();
    let (value, currency) = (words.number(&value), words.currency_name());
    let within = words.with_sign(&report.within.number().to_string());
    let apart = apart(report, words);
    match words.lang {
        Lang::Sv => format!(
            "Andra fördelningar som följer alla regler och är värda högst {within} mindre än förslaget, som är värt \
             {value}.{apart} Kolumnerna visar skillnaden mot förslaget. Belopp i {currency}."
        ),
        Lang::En => format!(
            "Other allocations that keep all rules and are worth at most {within} less than the suggestion, which is \
             worth {value}.{apart} The columns show the difference from the suggestion. Amounts in {currency}."
        ),
    }
}

/// How different any two of them are, where that was asked for.
fn apart(report: &AlternativesReport, words: Words<'_>) -> String {
    if report.apart.part().is_zero() {
        return String::new();
    }
    let apart = words.with_sign(&report.apart.number().to_string());
    match words.lang {
        Lang::Sv => format!(
            " Mellan två av dem, förslaget inräknat, är skillnaderna i belopp tillsammans minst {apart} av allt som \
             förslaget beviljar."
        ),
        Lang::En => format!(
            " Between any two of them, and the suggestion, the differences in amounts are together at least {apart} of \
             all that the suggestion grants."
        ),
    }
}

/// Why there are fewer than were asked for, where there are.
fn fewer(report: &AlternativesReport, words: Words<'_>) -> Option<String> {
    let (found, most) = (report.alternatives.len(), report.most);
    let text = match (report.end?, found, words.lang) {
        (End::Enough, ..) => return None,
        (End::NoMore, 0, Lang::Sv) => {
            "Det finns inget alternativ inom de gränserna. Med ett större värde på --within kan det finnas några."
                .to_owned()
        }
        (End::NoMore, 0, Lang::En) => {
            "There is no alternative within these limits. There may be some with a larger --within.".to_owned()
        }
        (End::NoMore, found, Lang::Sv) => {
            let (found, most) = (words.counted_neuter(found), words.counted_within(most));
            format!("Fler än {found} finns inte inom de gränserna; {most} efterfrågades.")
        }
        (End::NoMore, found, Lang::En) => format!("No more than {found} exist, of the {most} that were asked for."),
        (End::Unknown, 0, Lang::Sv) => {
            "Inget alternativ hittades innan sökningen avbröts; det kan ändå finnas några.".to_owned()
        }
        (End::Unknown, 0, Lang::En) => {
            "No alternative was found before the search was ended; there may be some all the same.".to_owned()
        }
        (End::Unknown, found, Lang::Sv) => {
            format!(
                "{found} av de {most} alternativ som efterfrågades hittades innan sökningen avbröts; det kan finnas fler."
            )
        }
        (End::Unknown, found, Lang::En) => format!(
            "{found} of the {most} alternatives that were asked for were found before the search was ended; there may be \
             more."
        ),
    };
    Some(text)
}

fn grid(report: &AlternativesReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Alternativ", "Alternative")),
        Column::numbers(words.pick("Värde", "Value")),
        Column::numbers(words.pick("Förlorar", "Loses")),
        Column::numbers(words.pick("Andel av värdet", "Part of value")),
    ];
    let row = |(n, one): (usize, &AlternativeReport)| {
        let number = |number| words.number(&written::half_even(number, 2));
        let name = match one.way {
            Way::NextBest => words.pick("Näst bäst", "Next best"),
            Way::MostDifferent => words.pick("Så olikt som möjligt", "As different as can be"),
        };
        let value = one.difference.value.new.as_ref().map(|value| words.number(&written::value(value)));
        let share = one.loss_share.as_ref().map_or_else(|| "–".to_owned(), |share| words.share(share));
        Row::new(
            RowKind::Alone,
            [format!("{}. {name}", letter(n)), value.unwrap_or_default(), number(&one.loss), share],
        )
    };
    Grid { columns, rows: report.alternatives.iter().enumerate().map(row).collect() }
}
