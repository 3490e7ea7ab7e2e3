//! Whether money can be found for grants, whoever pays for what now.
//!
//! Activities that the same funds may pay for, and that the same rules on funds count, are paid as one: what a fund
//! pays of their sum can be parted over them at will.

use std::collections::BTreeMap;

use fordela_lp::exact::{Effort, Precision, Search, Simplex, Status};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::Call;
use fordela_model::call::Kind;
use fordela_num::{Money, Rational};
use fordela_solve::instance::Instance;
use fordela_solve::pay::is_payable;

/// What one question about whole units may compute.
const EFFORT: u64 = 8_000_000;

/// The funds of a call, beside grants.
pub(super) struct Payable<'c> {
    call: &'c Call,
    instance: Instance,
    effort: &'c Effort<'c>,
    /// The funds that may pay for each group, and the rules on funds that count it.
    groups: Vec<(Vec<usize>, Vec<usize>)>,
    /// The group of each activity.
    group: Vec<usize>,
    sums: Vec<Money>,
    amounts: Vec<Money>,
    /// Whether funds carry parts of activities, or lines are paid for by themselves, so that groups cannot be paid as one.
    by_parts: bool,
    granted: Money,
    lacking: Option<Rational>,
    keeps_rules: Option<bool>,
}

impl<'c> Payable<'c> {
    pub(super) fn new(call: &'c Call, amounts: &[Money], effort: &'c Effort<'c>) -> Self {
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
        let (amounts, by_parts) = (amounts.to_vec(), call.pays_by_parts());
        let (lacking, keeps_rules) = (None, None);
        let instance = Instance::of(call);
        let mut payable =
            Self { call, instance, effort, groups, group, sums, amounts, by_parts, granted, lacking, keeps_rules };
        payable.lacking = payable.lacking_for(&payable.sums);
        payable.keeps_rules = match &payable.lacking {
            Some(lacking) if lacking.is_positive() => Some(false),
            Some(_) => payable.keeps(&payable.sums, &payable.amounts),
            None => None,
        };
        payable
    }

    /// How much of the grants no fund can pay; `None` where that took too much to find out.
    pub(super) fn lacking(&self) -> Option<&Rational> {
        self.lacking.as_ref()
    }

    /// Whether the grants can be paid so that the rules on funds are kept; `None` where that took too much to find out.
    pub(super) fn keeps_rules(&self) -> Option<bool> {
        self.keeps_rules
    }

    /// Whether money can be found when an amount is moved from one activity to another: no less than before, and with
    /// the rules on funds kept if they could be. `None` where that took too much to find out.
    pub(super) fn allows(&self, to: usize, from: usize, amount: Money) -> Option<bool> {
        let mut amounts = self.amounts.clone();
        (amounts[to], amounts[from]) = (amounts[to] + amount, amounts[from] - amount);
        let (to, from) = (self.group[to], self.group[from]);
        if to == from && !self.by_parts {
            return Some(true);
        }
        let mut sums = self.sums.clone();
        (sums[to], sums[from]) = (sums[to] + amount, sums[from] - amount);
        if self.lacking_for(&sums)? > *self.lacking.as_ref()? {
            return Some(false);
        }
        if self.keeps_rules == Some(true) { self.keeps(&sums, &amounts) } else { Some(true) }
    }

    fn lacking_for(&self, sums: &[Money]) -> Option<Rational> {
        let (program, _) = self.program(sums, false, false);
        let mut simplex = Simplex::new(&program);
        Some(match simplex.solve(self.effort).ok()? {
            Status::Optimal => self.granted.rational() - simplex.value() * self.call.unit().rational(),
            Status::Infeasible(_) => self.granted.rational(),
        })
    }

    /// Whether sums can be paid with the rules on funds kept: in whole units, unless the sums are in parts of them.
    fn keeps(&self, sums: &[Money], amounts: &[Money]) -> Option<bool> {
        if self.by_parts {
            let rational: Vec<Rational> = amounts.iter().map(|amount| amount.rational()).collect();
            return is_payable(&self.instance, self.instance.in_order(&rational), true, self.effort);
        }
        if self.call.cases().iter().all(|case| case.funds.is_none()) {
            return Some(true);
        }
        let whole = sums.iter().all(|sum| sum.is_multiple_of(self.call.unit()));
        let (mut program, cells) = self.program(sums, whole, true);
        for (c, case) in self.call.cases().iter().enumerate().filter(|(_, case)| case.funds.is_some()) {
            let is_counted = |group: usize, fund: usize| self.groups[group].1.contains(&c) && case.counts_fund(fund);
            let counted = cells.iter().filter(|(group, fund, _)| is_counted(*group, *fund));
            let terms = counted.map(|(.., cell)| (*cell, Rational::ONE)).collect();
            let limit = case.limit_at(&self.granted.rational(), |_| Rational::ZERO) / self.call.unit().rational();
            program.add_row(match case.kind {
                Kind::AtMost => Row::at_most("case", terms, limit),
                Kind::AtLeast => Row::at_least("case", terms, limit),
            });
        }
        let simplex = Simplex::new(&program);
        let effort = self.effort.share(EFFORT);
        let found = Search::new(&program, simplex, Precision::Exact, &effort).best(None);
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
                let cell = program.add_column(Column { integer: whole, ..Column::up_to(owed.clone(), Rational::ONE) });
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
