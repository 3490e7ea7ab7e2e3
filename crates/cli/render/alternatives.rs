//! Other allocations that are nearly as good, as a document.

use fordela::Lang;
use fordela::alternatives::Way;
use fordela_io::report::{AlternativeReport, AlternativesReport, DifferenceReport, decimals};

use super::differences::{self, Heads, letter};
use super::impossible;
use crate::document::{Block, Column, Document, Grid, Row, RowKind};
use crate::lang::Words;

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
    let value = report.value.as_ref().map(|value| decimals::half_even(value, 2)).unwrap_or_default();
    let (value, currency) = (words.number(&value), words.currency_name());
    let within = words.with_sign(&report.within.number().to_string());
    match words.lang {
        Lang::Sv => format!(
            "Andra fördelningar som följer alla regler och är värda högst {within} mindre än förslaget, som är värt \
             {value}. Kolumnerna visar skillnaden mot förslaget. Belopp i {currency}."
        ),
        Lang::En => format!(
            "Other allocations that keep all rules and are worth at most {within} less than the suggestion, which is \
             worth {value}. The columns show the difference from the suggestion. Amounts in {currency}."
        ),
    }
}

fn fewer(report: &AlternativesReport, words: Words<'_>) -> Option<String> {
    let (found, most) = (report.alternatives.len(), report.most);
    Some(match (found, words.lang) {
        (found, _) if found >= most => return None,
        (0, Lang::Sv) => "Inget alternativ hittades. Med ett större --within kan det finnas några.".to_owned(),
        (0, Lang::En) => "No alternative was found. There may be some with a larger --within.".to_owned(),
        (found, Lang::Sv) => format!("Bara {found} av de {most} alternativ som söktes hittades."),
        (found, Lang::En) => format!("Only {found} of the {most} alternatives that were asked for were found."),
    })
}

fn grid(report: &AlternativesReport, words: Words<'_>) -> Grid {
    let columns = vec![
        Column::words(words.pick("Alternativ", "Alternative")),
        Column::numbers(words.pick("Värde", "Value")),
        Column::numbers(words.pick("Förlorar", "Loses")),
        Column::numbers(words.pick("Andel av värdet", "Part of value")),
    ];
    let row = |(n, one): (usize, &AlternativeReport)| {
        let number = |number| words.number(&decimals::half_even(number, 2));
        let name = match one.way {
            Way::NextBest => words.pick("Näst bäst", "Next best"),
            Way::MostDifferent => words.pick("Så olikt som möjligt", "As different as can be"),
        };
        let value = one.difference.value.new.as_ref().map(number).unwrap_or_default();
        let share = one.loss_share.as_ref().map_or_else(|| "–".to_owned(), |share| words.share(share));
        Row::new(RowKind::Alone, [format!("{}. {name}", letter(n)), value, number(&one.loss), share])
    };
    Grid { columns, rows: report.alternatives.iter().enumerate().map(row).collect() }
}
