//! Payments where something asks which fund pays, or for which line: a column for every item and fund, in hundredths.

use std::collections::BTreeMap;

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use super::prefer::{Krona, aims, best, ranks};
use super::{Owed, Paid};
use crate::allocation::LinePayment;
use crate::call::draft::Funding;
use crate::call::{Call, Kind, RuleCase};
use crate::formulate::{Formulation, sum};
use crate::money::Money;

/// What one search for payments may compute.
const EFFORT: u64 = 4_000_000;

/// A column: what a fund pays of an item.
struct Cell {
    activity: usize,
    line: Option<usize>,
    fund: usize,
    column: ColumnId,
}

/// The program of all payments of what is owed.
struct Payments<'o> {
    owed: &'o Owed<'o>,
    program: Program,
    cells: Vec<Cell>,
    /// The yes-or-no columns: that a fund pays for an activity.
    choices: Vec<(usize, usize, ColumnId)>,
}

fn hundredths(amount: &Rational) -> Rational {
    amount * &Rational::from(100_i64)
}

impl Owed<'_> {
    /// The payments that are preferred; `None` where they are not found.
    pub(super) fn by_cells(&self) -> Option<Vec<Paid>> {
        let payments = Payments::new(self);
        if payments.choices.is_empty() {
            return payments.preferred();
        }
        let decided = self.call.paid_by(&payments.decided()?, self.lines);
        Payments::new(&Owed { call: &decided, ..*self }).preferred()
    }

    /// The payments at the point that the grants were rounded at.
    pub(super) fn at_point(&self, formulation: &Formulation, point: &[Rational]) -> Option<Vec<Paid>> {
        let unit = self.call.unit().rational();
        if formulation.key.cells.is_empty() {
            return None;
        }
        let of_activity = |(a, cells): (usize, &Vec<crate::formulate::Cell>)| {
            let paid = cells.iter().map(|cell| {
                let amount = hundredths(&(sum(&cell.money, point) * &unit));
                Some((cell.line, cell.fund, amount.to_i128()?))
            });
            self.paid(a, paid.collect::<Option<Vec<_>>>()?)
        };
        formulation.key.cells.iter().enumerate().map(of_activity).collect()
    }

    /// What is paid of an activity, from the hundredths of every item and fund.
    fn paid(&self, activity: usize, cells: Vec<(Option<usize>, usize, i128)>) -> Option<Paid> {
        let mut by_fund: BTreeMap<usize, Money> = BTreeMap::new();
        let mut by_line = Vec::new();
        for (line, fund, hundredths) in cells.into_iter().filter(|(.., hundredths)| *hundredths != 0) {
            let amount: Money = rust_decimal::Decimal::try_from_i128_with_scale(hundredths, 2).ok()?.try_into().ok()?;
            let sum = by_fund.entry(fund).or_default();
            *sum = *sum + amount;
            by_line.extend(line.map(|line| LinePayment { line, fund, amount }));
        }
        let by_fund: Vec<(usize, Money)> = by_fund.into_iter().collect();
        if by_line.is_empty() {
            return Some(self.as_one(activity, by_fund));
        }
        by_line.sort();
        Some(Paid { by_fund, by_line })
    }

    /// What can be paid of an item: nothing of a line that is not granted.
    fn most(&self, activity: usize, line: Option<usize>, cost: Money) -> Money {
        let is_out = |line: usize| self.lines[activity].get(line) == Some(&false);
        if line.is_some_and(is_out) { Money::ZERO } else { cost.min(self.amounts[activity]) }
    }
}

impl<'o> Payments<'o> {
    fn new(owed: &'o Owed<'o>) -> Self {
        let mut payments = Self { owed, program: Program::new(), cells: Vec::new(), choices: Vec::new() };
        for a in 0..owed.amounts.len() {
            let first = payments.cells.len();
            payments.activity(a);
            payments.parts(a, first);
        }
        for (f, fund) in owed.call.draft().funds.iter().enumerate() {
            let terms = payments.terms(|cell| cell.fund == f);
            payments.program.add_row(Row::at_most("held", terms, hundredths(&fund.amount.rational())));
        }
        let granted = owed.amounts.iter().copied().sum();
        for case in owed.call.cases().iter().filter(|case| !case.counts_grants()) {
            payments.case(case, granted);
        }
        payments
    }

    fn terms(&self, is_wanted: impl Fn(&Cell) -> bool) -> Vec<(ColumnId, Rational)> {
        self.cells.iter().filter(|cell| is_wanted(cell)).map(|cell| (cell.column, Rational::ONE)).collect()
    }

    /// The columns of an activity, which make up its grant and no more than the cost of each line.
    fn activity(&mut self, activity: usize) {
        let owed = self.owed;
        let amount = owed.amounts[activity];
        let is_whole = owed.call.draft().activities[activity].funding == Funding::Lines;
        let first = self.cells.len();
        for item in owed.call.claims()[activity].items() {
            let most = owed.most(activity, item.line, item.cost);
            if most.is_zero() {
                continue;
            }
            let upper = hundredths(&most.rational());
            let mut terms = Vec::new();
            for &fund in &item.payers {
                let column = self.program.add_column(Column::up_to(upper.clone(), Rational::ZERO));
                terms.push((column, Rational::ONE));
                self.cells.push(Cell { activity, line: item.line, fund, column });
            }
            self.program.add_row(match item.line.filter(|_| is_whole) {
                Some(_) => Row::exactly("line", terms, upper),
                None => Row::at_most("item", terms, upper),
            });
        }
        let terms = self.cells[first..].iter().map(|cell| (cell.column, Rational::ONE)).collect();
        self.program.add_row(Row::exactly("owed", terms, hundredths(&amount.rational())));
    }

    /// What each fund may and must carry of an activity, whose cells begin with `first`, and which do not pay for it
    /// together.
    fn parts(&mut self, activity: usize, first: usize) {
        let owed = self.owed;
        let (claim, draft) = (&owed.call.claims()[activity], owed.call.draft());
        let amount = hundredths(&owed.amounts[activity].rational());
        let mut taken: Vec<(usize, ColumnId)> = Vec::new();
        for &fund in claim.payers() {
            let conditions = &draft.funds[fund];
            let own = self.cells[first..].iter().filter(|cell| cell.fund == fund);
            let carried: Vec<_> = own.map(|cell| (cell.column, Rational::ONE)).collect();
            if let Some(part) = conditions.max_part {
                self.program.add_row(Row::at_most("most", carried.clone(), (&amount * &part.part()).floor()));
            }
            let least = conditions.min_part.map_or(Rational::ZERO, |part| (&amount * &part.part()).ceil());
            if !claim.undecided().contains(&fund) {
                if least.is_positive() && claim.payers().len() > 1 {
                    self.program.add_row(Row::at_least("least", carried, least));
                }
                continue;
            }
            let choice = self.program.add_column(Column::choice(Rational::ZERO));
            self.choices.push((activity, fund, choice));
            let with = |of: &Rational| carried.iter().cloned().chain([(choice, -of)]).collect::<Vec<_>>();
            self.program.add_row(Row::at_most("if taken", with(&amount), Rational::ZERO));
            self.program.add_row(Row::at_least("least", with(&least), Rational::ZERO));
            for (_, other) in taken.iter().filter(|(other, _)| draft.are_apart(fund, *other)) {
                let both = vec![(*other, Rational::ONE), (choice, Rational::ONE)];
                self.program.add_row(Row::at_most("not with", both, Rational::ONE));
            }
            taken.push((fund, choice));
        }
    }

    /// A cap or floor on money from some funds or for some lines.
    fn case(&mut self, case: &RuleCase, granted: Money) {
        let owed = self.owed;
        let counts = |cell: &Cell| {
            case.activities.binary_search(&cell.activity).is_ok()
                && case.counts_fund(cell.fund)
                && cell.line.is_none_or(|line| case.counts_line(cell.activity, line))
        };
        let terms = self.terms(counts);
        let limit = hundredths(&case.limit_at(granted, |a| owed.amounts[a]));
        self.program.add_row(match case.kind {
            Kind::AtMost => Row::at_most("cap", terms, limit.floor()),
            Kind::AtLeast => Row::at_least("floor", terms, limit.ceil()),
        });
    }

    /// What every column counts, aim by aim.
    fn aims(&self) -> Vec<Vec<Rational>> {
        let (call, amounts) = (self.owed.call, self.owed.amounts);
        let mut kronor: Vec<Krona> = Vec::new();
        for cell in &self.cells {
            kronor.push(Krona { activity: cell.activity, fund: cell.fund, late: line_rank(call, cell) });
        }
        let mut aims = aims(call, &ranks(call, amounts), &kronor);
        for aim in &mut aims {
            let counts = std::mem::replace(aim, vec![Rational::ZERO; self.program.columns().len()]);
            for (cell, count) in self.cells.iter().zip(counts) {
                aim[cell.column.0] = count;
            }
        }
        aims
    }

    /// The payments that are preferred, where it is decided which funds pay.
    fn preferred(&self) -> Option<Vec<Paid>> {
        let aims = self.aims();
        let mut point = best(&mut Simplex::new(&self.program), &aims)?;
        if !self.cells.iter().all(|cell| point[cell.column.0].is_integer()) {
            point = self.searched(&self.program.all_whole(), &aims)?;
        }
        let mut paid = vec![Vec::new(); self.owed.amounts.len()];
        for cell in &self.cells {
            paid[cell.activity].push((cell.line, cell.fund, point[cell.column.0].to_i128()?));
        }
        paid.into_iter().enumerate().map(|(a, cells)| self.owed.paid(a, cells)).collect()
    }

    /// For every activity, which of the funds pay where that is a choice.
    fn decided(&self) -> Option<Vec<Vec<usize>>> {
        let point = self.searched(&self.program, &self.aims())?;
        let mut taken = vec![Vec::new(); self.owed.amounts.len()];
        for (activity, fund, column) in &self.choices {
            let carried = self.cells.iter().filter(|cell| cell.activity == *activity && cell.fund == *fund);
            if point[column.0] == Rational::ONE && carried.into_iter().any(|cell| point[cell.column.0].is_positive()) {
                taken[*activity].push(*fund);
            }
        }
        Some(taken)
    }

    /// The point that is best by one aim after the other, where some columns are whole.
    fn searched(&self, program: &Program, aims: &[Vec<Rational>]) -> Option<Vec<Rational>> {
        let mut never = || false;
        let mut effort = Effort::new(EFFORT, &mut never);
        let mut kept = program.clone();
        let mut known: Option<Vec<Rational>> = None;
        for aim in aims {
            let aimed = kept.with_values(aim.iter().cloned());
            let found = Search::new(&aimed, Simplex::new(&aimed), Precision::Exact, &mut effort).best(known.clone());
            let point = found.point.or(known)?;
            let counted = aim.iter().enumerate().filter(|(_, count)| !count.is_zero());
            let terms = counted.map(|(column, count)| (ColumnId(column), count.clone())).collect();
            kept.add_row(Row::at_least("kept", terms, aimed.value(&point)));
            known = Some(point);
        }
        match known {
            Some(point) => Some(point),
            None => Search::new(&kept, Simplex::new(&kept), Precision::Exact, &mut effort).best(None).point,
        }
    }
}

/// How late a line comes among those of its activity, by id.
fn line_rank(call: &Call, cell: &Cell) -> usize {
    let lines = &call.draft().activities[cell.activity].lines;
    cell.line.map_or(0, |own| lines.iter().filter(|line| line.id < lines[own].id).count())
}
