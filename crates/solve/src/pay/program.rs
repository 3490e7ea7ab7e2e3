//! The program of all payments of some grants: a column for every item and fund, in hundredths.

use fordela_lp::exact::{Effort, Precision, Search, Simplex};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::call::Kind;
use fordela_model::call::draft::Funding;
use fordela_num::Rational;
use typed_index_collections::TiVec;

use super::Lines;
use crate::instance::{ActivityIx, Case, FundIx, Instance, LineIx};

/// What one search for payments may compute.
const EFFORT: u64 = 12_000_000;

/// A column: what a fund pays of an item.
pub(super) struct Cell {
    pub(super) activity: ActivityIx,
    pub(super) line: Option<LineIx>,
    pub(super) fund: FundIx,
    pub(super) column: ColumnId,
}

/// What becomes of limits that are no whole hundredths.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// They are taken in whole ones, as payments are.
    Whole,
    /// They stay as they are.
    AsWritten,
}

/// The program of all payments of some grants.
pub(super) struct Payments<'o> {
    instance: &'o Instance,
    /// In the currency.
    pub(super) amounts: TiVec<ActivityIx, Rational>,
    /// Whether each line is granted, where lines are granted one by one and that is known.
    lines: Option<&'o Lines>,
    limit: Limit,
    pub(super) program: Program,
    pub(super) cells: Vec<Cell>,
    /// The yes-or-no columns: that a fund pays for an activity.
    pub(super) choices: Vec<(ActivityIx, FundIx, ColumnId)>,
}

fn hundredths(amount: &Rational) -> Rational {
    amount * &Rational::from(100_i64)
}

/// Whether the funds can pay these grants, in the currency, so that everything in the call is kept that depends on who
/// pays; it is not looked at which lines are granted. With `whole`, in whole hundredths. `None` where that took too much
/// to find out.
pub fn is_payable(
    instance: &Instance,
    amounts: TiVec<ActivityIx, Rational>,
    whole: bool,
    effort: &Effort<'_>,
) -> Option<bool> {
    let limit = if whole { Limit::Whole } else { Limit::AsWritten };
    let payments = Payments::new(instance, amounts, None, limit);
    let program = if whole { payments.program.all_integer() } else { payments.program };
    let effort = effort.share(EFFORT);
    let found = Search::new(&program, Simplex::new(&program), Precision::Exact, &effort).best(None);
    if found.point.is_some() { Some(true) } else { found.closed.then_some(false) }
}

impl<'o> Payments<'o> {
    pub(super) fn new(
        instance: &'o Instance,
        amounts: TiVec<ActivityIx, Rational>,
        lines: Option<&'o Lines>,
        limit: Limit,
    ) -> Self {
        let (program, cells, choices) = (Program::new(), Vec::new(), Vec::new());
        let mut payments = Self { instance, amounts, lines, limit, program, cells, choices };
        for a in instance.activities.keys() {
            let first = payments.cells.len();
            payments.activity(a);
            payments.parts(a, first);
        }
        for (f, fund) in instance.funds.iter_enumerated() {
            let terms = payments.terms(|cell| cell.fund == f);
            payments.program.add_row(Row::at_most("held", terms, hundredths(&fund.amount.rational())));
        }
        let granted = payments.amounts.iter().sum();
        for case in instance.cases.iter().filter(|case| !case.counts_grants()) {
            payments.case(case, &granted);
        }
        payments
    }

    fn terms(&self, is_wanted: impl Fn(&Cell) -> bool) -> Vec<(ColumnId, Rational)> {
        self.cells.iter().filter(|cell| is_wanted(cell)).map(|cell| (cell.column, Rational::ONE)).collect()
    }

    fn at_most(&self, limit: Rational) -> Rational {
        if self.limit == Limit::Whole { limit.floor() } else { limit }
    }

    fn at_least(&self, limit: Rational) -> Rational {
        if self.limit == Limit::Whole { limit.ceil() } else { limit }
    }

    /// The columns of an activity, which make up its grant and no more than the cost of each line.
    fn activity(&mut self, activity: ActivityIx) {
        let amount = hundredths(&self.amounts[activity]);
        let is_whole = self.lines.is_some() && self.instance.activities[activity].funding == Funding::Lines;
        let first = self.cells.len();
        for item in &self.instance.activities[activity].items {
            let is_out = |line: LineIx| self.lines.is_some_and(|lines| lines[activity].get(line) == Some(&false));
            if item.line.is_some_and(is_out) {
                continue;
            }
            let cost = hundredths(&item.cost.rational());
            let mut terms = Vec::new();
            for &fund in &*item.payers {
                let column = self.program.add_column(Column::up_to(cost.clone().min(amount.clone()), Rational::ZERO));
                terms.push((column, Rational::ONE));
                self.cells.push(Cell { activity, line: item.line, fund, column });
            }
            self.program.add_row(match item.line.filter(|_| is_whole) {
                Some(_) => Row::exactly("line", terms, cost),
                None => Row::at_most("item", terms, cost),
            });
        }
        let terms = self.cells[first..].iter().map(|cell| (cell.column, Rational::ONE)).collect();
        self.program.add_row(Row::exactly("owed", terms, amount));
    }

    /// What each fund may and must carry of an activity, whose cells begin with `first`, and which do not pay for it
    /// together.
    fn parts(&mut self, activity: ActivityIx, first: usize) {
        let instance = self.instance;
        let own = &instance.activities[activity];
        let amount = hundredths(&self.amounts[activity]);
        let mut taken: Vec<(FundIx, ColumnId)> = Vec::new();
        for &fund in &*own.payers {
            let conditions = &instance.funds[fund];
            let cells = self.cells[first..].iter().filter(|cell| cell.fund == fund);
            let carried: Vec<_> = cells.map(|cell| (cell.column, Rational::ONE)).collect();
            if let Some(part) = conditions.max_part {
                let most = self.at_most(&amount * &part.part());
                self.program.add_row(Row::at_most("most", carried.clone(), most));
            }
            let least = conditions.min_part.map_or(Rational::ZERO, |part| self.at_least(&amount * &part.part()));
            if !own.undecided.contains(&fund) {
                if least.is_positive() && own.payers.len() > 1 {
                    self.program.add_row(Row::at_least("least", carried, least));
                }
                continue;
            }
            let choice = self.program.add_column(Column::choice(Rational::ZERO));
            self.choices.push((activity, fund, choice));
            let with = |of: &Rational| carried.iter().cloned().chain([(choice, -of)]).collect::<Vec<_>>();
            self.program.add_row(Row::at_most("if taken", with(&amount), Rational::ZERO));
            self.program.add_row(Row::at_least("least", with(&least), Rational::ZERO));
            for (_, other) in taken.iter().filter(|(other, _)| instance.are_apart(fund, *other)) {
                let both = vec![(*other, Rational::ONE), (choice, Rational::ONE)];
                self.program.add_row(Row::at_most("not with", both, Rational::ONE));
            }
            taken.push((fund, choice));
        }
    }

    /// A cap or floor on money from some funds or for some lines.
    fn case(&mut self, case: &Case, granted: &Rational) {
        let counts = |cell: &Cell| {
            case.activities.binary_search(&cell.activity).is_ok()
                && case.counts_fund(cell.fund)
                && cell.line.is_none_or(|line| case.counts_line(cell.activity, line))
        };
        let terms = self.terms(counts);
        let limit = hundredths(&case.limit_at(granted, |a| self.amounts[a].clone()));
        let row = match case.kind {
            Kind::AtMost => Row::at_most("cap", terms, self.at_most(limit)),
            Kind::AtLeast => Row::at_least("floor", terms, self.at_least(limit)),
        };
        self.program.add_row(row);
    }

    /// For every activity, which funds pay at a point where that is a choice.
    pub(super) fn taken(&self, point: &[Rational]) -> TiVec<ActivityIx, Vec<FundIx>> {
        let mut taken: TiVec<ActivityIx, Vec<FundIx>> = self.amounts.iter().map(|_| Vec::new()).collect();
        for (activity, fund, column) in &self.choices {
            let mut carried = self.cells.iter().filter(|cell| cell.activity == *activity && cell.fund == *fund);
            if point[column.0] == Rational::ONE && carried.any(|cell| point[cell.column.0].is_positive()) {
                taken[*activity].push(*fund);
            }
        }
        taken
    }

    /// The point that is best by one aim after the other, where some columns are whole.
    pub(super) fn searched(
        &self,
        program: &Program,
        aims: &[Vec<Rational>],
        effort: &Effort<'_>,
    ) -> Option<Vec<Rational>> {
        let effort = effort.share(EFFORT);
        let mut kept = program.clone();
        let mut known: Option<Vec<Rational>> = None;
        for aim in aims {
            let aimed = kept.with_values(aim.iter().cloned());
            let found = Search::new(&aimed, Simplex::new(&aimed), Precision::Exact, &effort).best(known.clone());
            let point = found.point.or(known)?;
            let counted = aim.iter().enumerate().filter(|(_, count)| !count.is_zero());
            let terms = counted.map(|(column, count)| (ColumnId(column), count.clone())).collect();
            kept.add_row(Row::at_least("kept", terms, aimed.value(&point)));
            known = Some(point);
        }
        match known {
            Some(point) => Some(point),
            None => Search::new(&kept, Simplex::new(&kept), Precision::Exact, &effort).best(None).point,
        }
    }
}
