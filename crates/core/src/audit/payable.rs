//! Whether money can be found for grants, whoever pays for what now.
//!
//! Activities that the same funds may pay for, and that the same rules on funds count, are paid as one: what a fund
//! pays of their sum can be parted over them at will.

use std::collections::BTreeMap;

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Status};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use crate::call::{Call, Kind};
use crate::money::Money;

/// What one question about whole units may compute.
const EFFORT: u64 = 2_000_000;

/// The funds of a call, beside grants.
pub(super) struct Payable<'c> {
    call: &'c Call,
    /// The funds that may pay for each group, and the rules on funds that count it.
    groups: Vec<(Vec<usize>, Vec<usize>)>,
    /// The group of each activity.
    group: Vec<usize>,
    sums: Vec<Money>,
    granted: Money,
    lacking: Rational,
    keeps_rules: Option<bool>,
}

impl<'c> Payable<'c> {
    pub(super) fn new(call: &'c Call, amounts: &[Money]) -> Self {
        let counting = call.counting();
        let mut known: BTreeMap<(Vec<usize>, Vec<usize>), usize> = BTreeMap::new();
        let mut group = Vec::with_capacity(amounts.len());
        for (a, claim) in call.claims().iter().enumerate() {
            let cases = counting[a].iter().copied().filter(|&c| call.cases()[c].funds.is_some()).collect();
            let next = known.len();
            group.push(*known.entry((claim.payers().to_vec(), cases)).or_insert(next));
        }
        let mut groups: Vec<_> = known.into_iter().collect();
        groups.sort_by_key(|(_, place)| *place);
        let mut sums = vec![Money::ZERO; groups.len()];
        for (&group, &amount) in group.iter().zip(amounts) {
            sums[group] = sums[group] + amount;
        }
        let groups = groups.into_iter().map(|(group, _)| group).collect();
        let granted = amounts.iter().copied().sum();
        let mut payable = Self { call, groups, group, sums, granted, lacking: Rational::ZERO, keeps_rules: None };
        payable.lacking = payable.lacking_for(&payable.sums);
        payable.keeps_rules = if payable.lacking.is_positive() { Some(false) } else { payable.keeps(&payable.sums) };
        payable
    }

    /// How much of the grants no fund can pay.
    pub(super) fn lacking(&self) -> &Rational {
        &self.lacking
    }

    /// Whether the grants can be paid so that the rules on funds are kept; `None` where that took too much to find out.
    pub(super) fn keeps_rules(&self) -> Option<bool> {
        self.keeps_rules
    }

    /// Whether money can be found when an amount is moved from one activity to another: no less than before, and with
    /// the rules on funds kept if they could be. `None` where that took too much to find out.
    pub(super) fn allows(&self, to: usize, from: usize, amount: Money) -> Option<bool> {
        let (to, from) = (self.group[to], self.group[from]);
        if to == from {
            return Some(true);
        }
        let mut sums = self.sums.clone();
        (sums[to], sums[from]) = (sums[to] + amount, sums[from] - amount);
        if self.lacking_for(&sums) > self.lacking {
            return Some(false);
        }
        if self.keeps_rules == Some(true) { self.keeps(&sums) } else { Some(true) }
    }

    fn lacking_for(&self, sums: &[Money]) -> Rational {
        let (program, _) = self.program(sums, false, false);
        let mut simplex = Simplex::new(&program);
        match simplex.solve() {
            Status::Optimal => self.granted.rational() - simplex.value() * self.call.unit().rational(),
            Status::Infeasible(_) => self.granted.rational(),
        }
    }

    /// Whether sums can be paid with the rules on funds kept: in whole units, unless the sums are in parts of them.
    fn keeps(&self, sums: &[Money]) -> Option<bool> {
        if self.call.cases().iter().all(|case| case.funds.is_none()) {
            return Some(true);
        }
        let whole = sums.iter().all(|sum| sum.is_multiple_of(self.call.unit()));
        let (mut program, cells) = self.program(sums, whole, true);
        for (c, case) in self.call.cases().iter().enumerate().filter(|(_, case)| case.funds.is_some()) {
            let is_counted = |group: usize, fund: usize| self.groups[group].1.contains(&c) && case.counts_fund(fund);
            let counted = cells.iter().filter(|(group, fund, _)| is_counted(*group, *fund));
            let terms = counted.map(|(.., cell)| (*cell, Rational::ONE)).collect();
            let limit = case.limit_at(self.granted, |_| Money::ZERO) / self.call.unit().rational();
            program.add_row(match case.kind {
                Kind::AtMost => Row::at_most("case", terms, limit),
                Kind::AtLeast => Row::at_least("case", terms, limit),
            });
        }
        let simplex = Simplex::new(&program);
        let mut never = || false;
        let mut effort = Effort::new(EFFORT, &mut never);
        let found = Search::new(&program, simplex, Precision::Exact, &mut effort).best(None);
        if found.point.is_some() { Some(true) } else { found.closed.then_some(false) }
    }

    /// What each fund pays of each group, in units; worth what is paid. With `whole`, in whole units; with `all`, all
    /// has to be paid.
    fn program(&self, sums: &[Money], whole: bool, all: bool) -> (Program, Vec<(usize, usize, ColumnId)>) {
        let mut program = Program::new();
        let in_units = |amount: Money| amount.rational() / self.call.unit().rational();
        let mut cells = Vec::new();
        let mut paid = vec![Vec::new(); self.call.draft().funds.len()];
        for (group, (payers, _)) in self.groups.iter().enumerate() {
            let owed = in_units(sums[group]);
            let mut terms = Vec::new();
            for &fund in payers {
                let cell = program.add_column(Column { whole, ..Column::up_to(owed.clone(), Rational::ONE) });
                cells.push((group, fund, cell));
                terms.push((cell, Rational::ONE));
                paid[fund].push((cell, Rational::ONE));
            }
            program.add_row(if all { Row::exactly("owed", terms, owed) } else { Row::at_most("owed", terms, owed) });
        }
        for (fund, terms) in self.call.draft().funds.iter().zip(paid) {
            program.add_row(Row::at_most("held", terms, in_units(fund.amount)));
        }
        (program, cells)
    }
}
