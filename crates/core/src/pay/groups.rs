//! Payments where nothing asks which fund pays: activities that the same funds may pay for are a group. First each
//! group's sum is parted over the funds, then its activities take their money in turn.

use std::collections::BTreeMap;

use fordela_lp::exact::{Effort, Simplex};
use fordela_lp::{Column, ColumnId, Program, Rational, Row};

use super::prefer::{Krona, aims, best, ranks};
use super::{Owed, Paid, taken};
use crate::call::draft::Unspent;
use crate::decimal::exactly;
use crate::money::Money;

/// What funds pay of a group.
type Part = Vec<(usize, Money)>;

impl Owed<'_> {
    pub(super) fn by_groups(&self, effort: &Effort<'_>) -> Option<Vec<Paid>> {
        let mut groups: BTreeMap<(&[usize], Option<Rational>), Vec<usize>> = BTreeMap::new();
        for a in self.call.stated_order() {
            if !self.amounts[a].is_zero() {
                groups.entry((self.call.claims()[a].payers(), self.rate_at_risk(a))).or_default().push(a);
            }
        }
        let groups: Vec<Vec<usize>> = groups.into_values().collect();
        let mut paid = vec![Paid::default(); self.amounts.len()];
        for (activities, mut part) in groups.iter().zip(self.parts(&groups, effort)?) {
            part.retain(|(_, left)| !left.is_zero());
            for &a in activities {
                let by_fund = taken(&mut part, self.amounts[a]);
                if by_fund.iter().map(|(_, amount)| *amount).sum::<Money>() != self.amounts[a] {
                    return None;
                }
                paid[a] = self.as_one(a, by_fund);
            }
        }
        Some(paid)
    }

    /// How much of it an activity spends, where that counts for who pays.
    fn rate_at_risk(&self, activity: usize) -> Option<Rational> {
        let payers = self.call.claims()[activity].payers();
        let is_repaid = |f: &usize| self.call.draft().funds[*f].unspent == Some(Unspent::Repay);
        (payers.len() > 1 && payers.iter().any(is_repaid)).then(|| self.call.spend_rate(activity))
    }

    /// What every fund pays of every group, the fund whose money is used first last.
    fn parts(&self, groups: &[Vec<usize>], effort: &Effort<'_>) -> Option<Vec<Part>> {
        let funds = &self.call.draft().funds;
        let mut program = Program::new();
        let mut columns = Vec::new();
        let mut cells = Vec::new();
        let mut used = vec![Vec::new(); funds.len()];
        for activities in groups {
            let owed: Rational = activities.iter().map(|&a| self.amounts[a]).sum::<Money>().rational();
            let mut group = Vec::new();
            for &fund in self.call.claims()[activities[0]].payers() {
                let cell = program.add_column(Column::up_to(owed.clone(), Rational::ZERO));
                columns.push(Krona { activity: activities[0], fund, late: 0 });
                used[fund].push((cell, Rational::ONE));
                group.push((fund, cell));
            }
            let terms = group.iter().map(|(_, cell)| (*cell, Rational::ONE)).collect();
            program.add_row(Row::exactly("owed", terms, owed));
            cells.push(group);
        }
        for (fund, terms) in funds.iter().zip(used) {
            program.add_row(Row::at_most("held", terms, fund.amount.rational()));
        }
        let ranks = ranks(self.call, self.amounts);
        let aims = aims(self.call, &ranks, &columns);
        let point = best(&mut Simplex::new(&program), &aims, effort)?;
        let amount = |value: &Rational| exactly(value)?.try_into().ok();
        let restricted_last = |mut group: Vec<(usize, ColumnId)>| {
            group.sort_by_key(|(fund, _)| std::cmp::Reverse(ranks[*fund]));
            group.into_iter().map(|(fund, cell)| Some((fund, amount(&point[cell.0])?))).collect::<Option<Part>>()
        };
        cells.into_iter().map(restricted_last).collect()
    }
}
