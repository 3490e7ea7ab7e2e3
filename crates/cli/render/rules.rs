//! The rules that bind.

use fordela_io::report::{Allocated, RuleReport, decimals};

use super::limit;
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::lang::Words;

pub(super) fn blocks(allocated: &Allocated, words: Words<'_>) -> Vec<Block> {
    let binding: Vec<&RuleReport> = allocated.rules.iter().filter(|rule| rule.binding).collect();
    let mut blocks = vec![Block::Heading(words.pick("Regler som styr", "Rules that bind").to_owned())];
    if binding.is_empty() {
        blocks.push(Block::Paragraph(
            words.pick("Ingen regel når sin gräns.", "No rule is at its limit.").to_owned(),
        ));
        return blocks;
    }
    let priced = binding.iter().any(|rule| rule.shadow_price.as_ref().is_some_and(|price| !price.is_zero()));
    blocks.push(Block::Grid(grid(&binding, priced, words)));
    if priced {
        blocks.push(Block::Paragraph(
            words
                .pick(
                    "Skuggpris: vad fördelningens värde ändras med om gränsen höjs en krona.",
                    "Shadow price: what the value of the allocation changes by if the limit is raised by one.",
                )
                .to_owned(),
        ));
    }
    blocks
}

fn grid(binding: &[&RuleReport], priced: bool, words: Words<'_>) -> Grid {
    let mut columns = vec![
        Column::words(words.pick("Regel", "Rule")),
        Column::words(words.pick("Gäller", "For")),
        Column::words(words.pick("Gräns", "Limit")),
        Column::numbers(words.pick("Utfall", "Sum")),
    ];
    if priced {
        columns.push(Column::numbers(words.pick("Skuggpris", "Shadow price")));
    }
    let row = |rule: &&RuleReport| {
        let limit = format!("{} {}", limit::kind(rule.case.kind, words), words.sum(&rule.limit));
        let mut cells = vec![
            Cell::or(rule.case.name.as_str(), rule.case.id.as_str()),
            Cell::new(limit::subject(&rule.case)),
            Cell::new(limit),
            Cell::new(words.money(rule.value)),
        ];
        if priced {
            let price = rule.shadow_price.as_ref().map(|price| words.number(&decimals::significant(price)));
            cells.push(Cell::new(price.unwrap_or_else(|| "–".to_owned())));
        }
        Row { kind: RowKind::Alone, cells }
    };
    Grid { columns, rows: binding.iter().map(row).collect() }
}
