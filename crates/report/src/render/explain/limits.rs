//! What limits are worth, and who would get a little more.

use fordela::call::Kind;
use fordela::{Lang, Rational, written};
use fordela_words::{Words, capital, quoted};

use super::super::{impossible, limit};
use super::listed;
use crate::document::{Block, Cell, Column, Grid, Row, RowKind};
use crate::explain::{LimitOf, LimitReport, MoveReport};

pub(super) fn blocks(limits: &[LimitReport], words: Words<'_>) -> Vec<Block> {
    if limits.is_empty() {
        return Vec::new();
    }
    let (one, money) = (capital(&words.one()), words.one_currency());
    let mut what = match words.lang {
        Lang::Sv => format!(
            "{one} mindre: så mycket värde går förlorat per {money} om gränsen sänks. {one} mer: så mycket värde vinns per \
             {money} om den höjs; är det under noll minskar värdet. Ett streck betyder att ingen fördelning då följer alla \
             regler."
        ),
        Lang::En => format!(
            "One less: the value lost per {money} if the limit is lowered. One more: the value gained if it is raised; \
             below zero it costs. A dash means that no allocation keeps all rules then."
        ),
    };
    if limits.iter().any(|limit| matches!(limit.of, LimitOf::Fund { .. })) {
        what.push_str(
            words.pick(
                " Budgeten ändras proportionellt i alla källor.",
                " The budget changes in all funds in proportion.",
            ),
        );
    }
    let mut blocks = vec![
        Block::Heading(
            words.pick("Vad budgeten och reglerna är värda", "What the budget and the rules are worth").to_owned(),
        ),
        Block::Grid(grid(limits, words)),
        Block::Paragraph(what),
    ];
    let by = limits.iter().find_map(|limit| limit.more.as_ref()).map(|more| words.money(more.by));
    if let Some(by) = by {
        let heading = match words.lang {
            Lang::Sv => format!("Om en gräns i taget vore {by} högre (exakt, före avrundning)"),
            Lang::En => format!("If the limit were {by} higher, one at a time (exact, before rounding)"),
        };
        blocks.push(Block::Heading(heading));
        blocks.push(Block::Items(limits.iter().map(|limit| item(limit, words)).collect()));
    }
    blocks
}

fn grid(limits: &[LimitReport], words: Words<'_>) -> Grid {
    let one = |change: &str| match words.lang {
        Lang::Sv => format!("{} {change}", capital(&words.one())),
        Lang::En => format!("One {change}"),
    };
    let columns = vec![
        Column::words(words.pick("Gräns", "Limit")),
        Column::numbers(words.pick("Belopp", "Amount")),
        Column::numbers(one(words.pick("mindre", "less"))),
        Column::numbers(one(words.pick("mer", "more"))),
    ];
    let price = |price: &Option<Rational>| {
        price.as_ref().map_or_else(|| "–".to_owned(), |price| words.number(&written::significant(price)))
    };
    let row = |limit: &LimitReport| {
        let amount = match &limit.of {
            LimitOf::Budget { amount } | LimitOf::Fund { amount, .. } => words.amount(*amount),
            LimitOf::Rule { case, amount } => limit::in_money(case.kind, amount, words),
        };
        let numbers = [amount, price(&limit.price_less), price(&limit.price_more)];
        let cells = std::iter::once(name(limit, words)).chain(numbers).map(Cell::new).collect();
        Row { kind: RowKind::Alone, cells }
    };
    Grid { columns, rows: limits.iter().map(row).collect() }
}

fn name(limit: &LimitReport, words: Words<'_>) -> String {
    match &limit.of {
        LimitOf::Budget { .. } => words.pick("Budgeten", "The budget").to_owned(),
        LimitOf::Fund { name, .. } => format!("{} {name}", words.pick("Källan", "The fund")),
        LimitOf::Rule { case, .. } => {
            let kind = match case.kind {
                Kind::AtMost => words.pick("Taket", "The cap"),
                Kind::AtLeast => words.pick("Golvet", "The floor"),
            };
            format!("{kind} {}{}", quoted(&case.name, words.lang), impossible::whom(case, words))
        }
    }
}

fn item(limit: &LimitReport, words: Words<'_>) -> String {
    let name = name(limit, words);
    let Some(more) = &limit.more else {
        let none = words.pick("då följer ingen fördelning alla regler.", "no allocation keeps all rules then.");
        return format!("{name}: {none}");
    };
    if more.moves.is_empty() {
        return format!("{name}: {}", words.pick("ingenting ändras.", "nothing changes."));
    }
    format!("{name}: {}. {}", moves(&more.moves, words), value(&more.value, words))
}

/// `A +600 kr, B −200 kr`: those who get more first.
pub(super) fn moves(moves: &[MoveReport], words: Words<'_>) -> String {
    let (more, less): (Vec<&MoveReport>, Vec<&MoveReport>) = moves.iter().partition(|one| one.by.is_positive());
    let one = |one: &MoveReport| {
        let by = if one.by.is_integer() { written::exact(&one.by) } else { written::half_even(&one.by, 2) };
        format!("{} {}\u{a0}{}", one.title, words.signed(&by), words.mark())
    };
    let list = |all: Vec<&MoveReport>| listed(words, &all.into_iter().map(one).collect::<Vec<_>>());
    let (more, less) = (list(more), list(less));
    if more.is_empty() || less.is_empty() { format!("{more}{less}") } else { format!("{more}; {less}") }
}

/// `Värdet stiger med 12,34.`
pub(super) fn value(by: &Rational, words: Words<'_>) -> String {
    let size = words.number(&written::half_even(&by.abs(), 2));
    match (by.is_zero(), by.is_positive(), words.lang) {
        (true, _, Lang::Sv) => "Värdet är detsamma.".to_owned(),
        (true, _, Lang::En) => "The value is the same.".to_owned(),
        (_, true, Lang::Sv) => format!("Värdet stiger med {size}."),
        (_, true, Lang::En) => format!("The value rises by {size}."),
        (_, false, Lang::Sv) => format!("Värdet sjunker med {size}."),
        (_, false, Lang::En) => format!("The value falls by {size}."),
    }
}
