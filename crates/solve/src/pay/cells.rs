//! Payments where something asks which fund pays, or for which line.

use std::collections::BTreeMap;

use fordela_lp::exact::{Effort, Simplex};
use fordela_num::{Money, Rational};
use typed_index_collections::TiVec;

use super::prefer::{Krona, aims, best, ranks};
use super::program::{Cell, Limit, Payments};
use super::{Owed, Paid};
use crate::formulate::{self, Formulation, sum};
use crate::instance::{ActivityIx, FundIx, LineIx};

fn hundredths(amount: &Rational) -> Rational {
    amount * &Rational::from(100_i64)
}

impl Owed<'_> {
    /// The payments that are preferred; `None` where they are not found.
    pub(super) fn by_cells(&self, effort: &Effort<'_>) -> Option<TiVec<ActivityIx, Paid>> {
        let amounts = self.amounts.iter().map(|amount| amount.rational()).collect();
        let payments = Payments::new(self.instance, amounts, self.lines, Limit::Whole);
        if payments.choices.is_empty() {
            return self.preferred(&payments, effort);
        }
        let point = payments.searched(&payments.program, &self.aims(&payments), effort)?;
        let decided = self.instance.paid_by(&payments.taken(&point), self.lines);
        let payments = Payments::new(&decided, payments.amounts, self.lines, Limit::Whole);
        self.preferred(&payments, effort)
    }

    /// The payments that are preferred, where it is decided which funds pay.
    fn preferred(&self, payments: &Payments, effort: &Effort<'_>) -> Option<TiVec<ActivityIx, Paid>> {
        let aims = self.aims(payments);
        let simplex = Simplex::new(&payments.program);
        let mut simplex = if self.meets_rows { simplex.meeting_rows().floats_if_stalled() } else { simplex };
        let mut point = best(&mut simplex, &aims, effort)?;
        if !payments.cells.iter().all(|cell| point[cell.column.0].is_integer()) {
            point = payments.searched(&payments.program.all_integer(), &aims, effort)?;
        }
        let mut paid: TiVec<ActivityIx, Vec<_>> = self.amounts.iter().map(|_| Vec::new()).collect();
        for cell in &payments.cells {
            paid[cell.activity].push((cell.line, cell.fund, point[cell.column.0].to_i128()?));
        }
        paid.into_iter_enumerated().map(|(a, cells)| self.paid(a, cells)).collect()
    }

    /// What every column counts, aim by aim.
    fn aims(&self, payments: &Payments) -> Vec<Vec<Rational>> {
        let krona =
            |cell: &Cell| Krona { activity: cell.activity, fund: cell.fund, late: cell.line.map_or(0, usize::from) };
        let kronor: Vec<Krona> = payments.cells.iter().map(krona).collect();
        let mut aims = aims(self.instance, &ranks(self.instance, self.amounts), kronor.iter());
        for aim in &mut aims {
            let counts = std::mem::replace(aim, vec![Rational::ZERO; payments.program.columns().len()]);
            for (cell, count) in payments.cells.iter().zip(counts) {
                aim[cell.column.0] = count;
            }
        }
        aims
    }

    /// The payments at the point that the grants were rounded at.
    pub(super) fn at_point(&self, formulation: &Formulation, point: &[Rational]) -> Option<TiVec<ActivityIx, Paid>> {
        if formulation.key.cells.is_empty() {
            return None;
        }
        let unit = self.instance.unit.rational();
        let of_activity = |(a, cells): (ActivityIx, &Vec<formulate::Cell>)| {
            let paid = cells.iter().map(|cell| {
                let amount = hundredths(&(sum(&cell.money, point) * &unit));
                Some((cell.line, cell.fund, amount.to_i128()?))
            });
            self.paid(a, paid.collect::<Option<Vec<_>>>()?)
        };
        formulation.key.cells.iter_enumerated().map(of_activity).collect()
    }

    /// What is paid of an activity, from the hundredths of every item and fund.
    fn paid(&self, activity: ActivityIx, cells: Vec<(Option<LineIx>, FundIx, i128)>) -> Option<Paid> {
        let mut by_fund: BTreeMap<FundIx, Money> = BTreeMap::new();
        let mut by_line = Vec::new();
        for (line, fund, hundredths) in cells.into_iter().filter(|(.., hundredths)| *hundredths != 0) {
            let amount: Money = rust_decimal::Decimal::try_from_i128_with_scale(hundredths, 2).ok()?.try_into().ok()?;
            let sum = by_fund.entry(fund).or_default();
            *sum = *sum + amount;
            by_line.extend(line.map(|line| (line, fund, amount)));
        }
        let by_fund: Vec<(FundIx, Money)> = by_fund.into_iter().collect();
        if by_line.is_empty() {
            return Some(self.as_one(activity, by_fund));
        }
        by_line.sort();
        Some(Paid { by_fund, by_line })
    }
}
