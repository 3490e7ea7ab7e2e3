//! Payments where nothing asks which fund pays: activities that the same funds may pay for are a group. First each
//! group's sum is parted over the funds, then its activities take their money in turn.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use fordela_lp::exact::{Effort, Simplex};
use fordela_lp::{Column, Program, Row};
use fordela_model::call::draft::Unspent;
use fordela_num::decimal::exactly;
use fordela_num::{Money, Rational};
use typed_index_collections::TiVec;

use super::prefer::{Krona, aims, best, ranks};
use super::{Owed, Paid, taken};
use crate::instance::{ActivityIx, FundIx};

/// What funds pay of a group.
type Part = Vec<(FundIx, Money)>;

/// What a fund may pay of a group, for which its first activity stands.
struct Cell {
    group: usize,
    krona: Krona,
}

impl Owed<'_> {
    pub(super) fn by_groups(&self, effort: &Effort<'_>) -> Option<TiVec<ActivityIx, Paid>> {
        let mut groups: BTreeMap<(&[FundIx], Option<Rational>), Vec<ActivityIx>> = BTreeMap::new();
        for &a in self.instance.stated_order() {
            if !self.amounts[a].is_zero() {
                groups.entry((&self.instance.activities[a].payers, self.rate_at_risk(a))).or_default().push(a);
            }
        }
        let groups: Vec<Vec<ActivityIx>> = groups.into_values().collect();
        let mut paid: TiVec<ActivityIx, Paid> = self.amounts.iter().map(|_| Paid::default()).collect();
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
    fn rate_at_risk(&self, activity: ActivityIx) -> Option<Rational> {
        let activity = &self.instance.activities[activity];
        let is_repaid = |f: &FundIx| self.instance.funds[*f].unspent == Some(Unspent::Repay);
        let payers = &activity.payers;
        (payers.len() > 1 && payers.iter().any(is_repaid)).then(|| activity.spend_rate.clone())
    }

    /// What every fund pays of every group, the fund whose money is used first last.
    fn parts(&self, groups: &[Vec<ActivityIx>], effort: &Effort<'_>) -> Option<Vec<Part>> {
        let cells = self.cells(groups);
        let ranks = ranks(self.instance, self.amounts);
        let aims = aims(self.instance, &ranks, cells.iter().map(|cell| &cell.krona));
        let owed: Vec<Money> = groups.iter().map(|group| group.iter().map(|&a| self.amounts[a]).sum()).collect();
        let paid = match &owed[..] {
            // Money that nobody else competes for is poured from the best fund on.
            [_] => self.poured(&cells, &aims, owed)?,
            _ => self.divided(&cells, &aims, &owed, effort).or_else(|| self.poured(&cells, &aims, owed))?,
        };
        let mut parts = vec![Part::new(); groups.len()];
        for (cell, paid) in cells.iter().zip(paid) {
            parts[cell.group].push((cell.krona.fund, paid));
        }
        parts.iter_mut().for_each(|part| part.sort_by_key(|(fund, _)| Reverse(ranks[*fund])));
        Some(parts)
    }

    /// What each of its funds may pay of each group.
    fn cells(&self, groups: &[Vec<ActivityIx>]) -> Vec<Cell> {
        let cell = |group: usize, fund: FundIx| {
            let krona = Krona { activity: groups[group][0], fund, late: 0 };
            Cell { group, krona }
        };
        let payers = |group: usize| self.instance.activities[groups[group][0]].payers.iter();
        (0..groups.len()).flat_map(|group| payers(group).map(move |&fund| cell(group, fund))).collect()
    }

    /// The best payments by one aim after the other.
    fn divided(
        &self,
        cells: &[Cell],
        aims: &[Vec<Rational>],
        owed: &[Money],
        effort: &Effort<'_>,
    ) -> Option<Vec<Money>> {
        let funds = &self.instance.funds;
        let mut program = Program::new();
        let mut of_groups = vec![Vec::new(); owed.len()];
        let mut used: TiVec<FundIx, _> = funds.iter().map(|_| Vec::new()).collect();
        for cell in cells {
            let column = program.add_column(Column::up_to(owed[cell.group].rational(), Rational::ZERO));
            of_groups[cell.group].push((column, Rational::ONE));
            used[cell.krona.fund].push((column, Rational::ONE));
        }
        for (terms, owed) in of_groups.into_iter().zip(owed) {
            program.add_row(Row::exactly("owed", terms, owed.rational()));
        }
        for (fund, terms) in funds.iter().zip(used) {
            program.add_row(Row::at_most("held", terms, fund.amount.rational()));
        }
        let point = best(&mut Simplex::new(&program), aims, effort)?;
        point.iter().map(|value| exactly(value)?.try_into().ok()).collect()
    }

    /// Pays cell by cell, the one that counts most first. `None` where that leaves something owed.
    fn poured(&self, cells: &[Cell], aims: &[Vec<Rational>], mut owed: Vec<Money>) -> Option<Vec<Money>> {
        let mut left: TiVec<FundIx, Money> = self.instance.funds.iter().map(|fund| fund.amount).collect();
        let mut order: Vec<usize> = (0..cells.len()).collect();
        let counts = |cell: usize| aims.iter().map(move |aim| &aim[cell]);
        order.sort_by(|&one, &other| counts(other).cmp(counts(one)));
        let mut paid = vec![Money::ZERO; cells.len()];
        for cell in order {
            let Cell { group, krona } = &cells[cell];
            let amount = owed[*group].min(left[krona.fund]);
            paid[cell] = amount;
            (owed[*group], left[krona.fund]) = (owed[*group] - amount, left[krona.fund] - amount);
        }
        owed.iter().all(|owed| owed.is_zero()).then_some(paid)
    }
}
