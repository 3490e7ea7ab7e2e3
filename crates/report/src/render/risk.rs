//! What may stay unspent and be repaid.

use fordela::{Lang, Rational, written};
use fordela_words::{Words, unspent};

use crate::document::{Block, Cell, Column, ColumnKind, Grid, Row, RowKind};
use crate::{FundRiskReport, OutlookReport, RiskReport, UnluckyReport};

/// How many unlucky activities are named at most, those that cost most.
const NAMED: usize = 10;

pub(super) fn blocks(risk: &RiskReport, words: Words<'_>) -> Vec<Block> {
    let heading = if risk.is_repaid() {
        words.pick("Risk för återbetalning", "Risk of repayment")
    } else {
        words.pick("Oförbrukade medel", "Unspent money")
    };
    let mut blocks = vec![Block::Heading(heading.to_owned()), Block::Grid(grid(risk, words))];
    if risk.is_repaid() {
        blocks.push(Block::Paragraph(repaid(risk, words)));
    }
    let unlucky = if risk.is_repaid() { &risk.repay.outlook.unlucky } else { &risk.total.unlucky };
    if !unlucky.is_empty() {
        blocks.push(Block::Paragraph(worst(risk, words)));
        blocks.push(Block::Items(items(unlucky, words)));
    }
    if risk.repay.worst_apart != risk.repay.worst {
        blocks.push(Block::Paragraph(apart(risk, words)));
    }
    blocks
}

/// An amount as the language writes it.
pub(super) fn amount(sum: &Rational, words: Words<'_>) -> String {
    words.number(&written::amount(sum))
}

fn money(sum: &Rational, words: Words<'_>) -> String {
    format!("{}\u{a0}{}", amount(sum, words), words.mark())
}

fn grid(risk: &RiskReport, words: Words<'_>) -> Grid {
    let numbers = |full, short| Column { head: Cell::or(full, short), kind: ColumnKind::Numbers };
    let columns = vec![
        Column::words(words.pick("Källa", "Fund")),
        Column::numbers(words.pick("Ej fördelat", "Not granted")),
        Column::numbers(words.pick("Föreslås", "Granted")),
        numbers(words.pick("Väntas förbrukas", "Expected spent"), words.pick("Förbrukas", "Spent")),
        numbers(words.pick("Väntas bli oförbrukat", "Expected unspent"), words.pick("Oförbrukat", "Unspent")),
        numbers(words.pick("Oförbrukat i värsta fall", "Unspent at worst"), words.pick("I värsta fall", "At worst")),
        Column::words(words.pick("Överskott", "Unspent is")),
    ];
    let mut rows: Vec<Row> = risk.funds.iter().map(|fund| fund_row(fund, words)).collect();
    if rows.len() > 1 {
        let sum = words.pick("Summa", "Total").to_owned();
        rows.push(Row { kind: RowKind::Total, cells: cells(sum, &risk.total, String::new(), words) });
    }
    Grid { columns, rows }
}

fn fund_row(fund: &FundRiskReport, words: Words<'_>) -> Row {
    let becomes = match fund.unspent {
        Some(unspent) => unspent::becomes(unspent, words),
        None => words.pick("ej angivet", "not stated"),
    };
    Row { kind: RowKind::Alone, cells: cells(fund.name.clone(), &fund.outlook, becomes.to_owned(), words) }
}

fn cells(name: String, outlook: &OutlookReport, becomes: String, words: Words<'_>) -> Vec<Cell> {
    let texts = [
        name,
        words.amount(outlook.not_granted),
        words.amount(outlook.granted),
        amount(&outlook.expected_spent, words),
        amount(&outlook.expected_unspent, words),
        amount(&outlook.worst_unspent, words),
        becomes,
    ];
    texts.into_iter().map(Cell::new).collect()
}

fn repaid(risk: &RiskReport, words: Words<'_>) -> String {
    let (expected, worst) = (money(&risk.repay.expected, words), money(&risk.repay.worst, words));
    let not_granted = risk.repay.outlook.not_granted;
    let of_which = match (not_granted.is_zero(), words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(", varav {} inte fördelas", words.money(not_granted)),
        (false, Lang::En) => format!(", of which {} is granted to nobody", words.money(not_granted)),
    };
    match (risk.repay.worst == risk.repay.expected, words.lang) {
        (true, Lang::Sv) => format!("{expected} väntas återbetalas{of_which}."),
        (true, Lang::En) => format!("{expected} is expected to be repaid{of_which}."),
        (false, Lang::Sv) => format!("{expected} väntas återbetalas{of_which}, och i värsta fall {worst}."),
        (false, Lang::En) => format!("{expected} is expected to be repaid{of_which}, and {worst} at worst."),
    }
}

/// What the worst case is. Those who have bad luck in it follow.
fn worst(risk: &RiskReport, words: Words<'_>) -> String {
    let Some(bad_luck) = &risk.bad_luck else {
        return words
            .pick(
                "I värsta fall förbrukar alla aktiviteter bara sin lägsta andel:",
                "At worst all activities have bad luck and spend no more than their lowest rate:",
            )
            .to_owned();
    };
    let is_one = *bad_luck == Rational::ONE;
    let number = words.number(&written::exact(bad_luck));
    match (is_one, words.lang) {
        (true, Lang::Sv) => {
            "I värsta fall (högst en aktivitet med lägre förbrukning än väntat) förbrukar denna bara sin lägsta \
                             andel, och övriga förbrukar som väntat:"
                .to_owned()
        }
        (true, Lang::En) => {
            "At worst (at most 1 activity with bad luck) it spends no more than its lowest rate, and the \
                             others spend as expected:"
                .to_owned()
        }
        (false, Lang::Sv) => format!(
            "I värsta fall (högst {number} aktiviteter med lägre förbrukning än väntat) förbrukar dessa bara sin lägsta \
             andel, och övriga förbrukar som väntat:"
        ),
        (false, Lang::En) => format!(
            "At worst (at most {number} activities with bad luck) these spend no more than their lowest rate, and the \
             others spend as expected:"
        ),
    }
}

/// Who has bad luck, who costs most first.
fn items(unlucky: &[UnluckyReport], words: Words<'_>) -> Vec<String> {
    let mut ranked: Vec<&UnluckyReport> = unlucky.iter().collect();
    ranked.sort_by(|one, other| other.more.cmp(&one.more).then_with(|| one.id.cmp(&other.id)));
    let mut items: Vec<String> = ranked.iter().take(NAMED).map(|one| item(one, words)).collect();
    let others: Rational = ranked.iter().skip(NAMED).map(|one| &one.more).sum();
    if ranked.len() > NAMED {
        let (count, others) = (ranked.len() - NAMED, money(&others, words));
        items.push(match words.lang {
            Lang::Sv => format!("{count} till: {others} mindre än väntat"),
            Lang::En => format!("{count} more: {others} less than expected"),
        });
    }
    items
}

fn item(one: &UnluckyReport, words: Words<'_>) -> String {
    let (title, more) = (&one.title, money(&one.more, words));
    let in_part = match (one.part == Rational::ONE, words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" (till {})", words.share(&one.part)),
        (false, Lang::En) => format!(" (by {})", words.share(&one.part)),
    };
    match words.lang {
        Lang::Sv => format!("{title}{in_part}: {more} mindre än väntat"),
        Lang::En => format!("{title}{in_part}: {more} less than expected"),
    }
}

fn apart(risk: &RiskReport, words: Words<'_>) -> String {
    let apart = money(&risk.repay.worst_apart, words);
    match words.lang {
        Lang::Sv => format!(
            "Med det värsta fallet för varje källa för sig blir återbetalningen {apart}, men det är då inte samma \
             aktiviteter som förbrukar mindre än väntat."
        ),
        Lang::En => format!(
            "With the worst case of each fund by itself {apart} is repaid, but it is not the same activities that have bad \
             luck then."
        ),
    }
}
