//! Which fund pays which krona of which activity or line.
//!
//! Where something is left to settle, money that is to be spent first is used first; then as little as can be is left at
//! risk of repayment; then the money of the most restricted fund is used first: the one that may pay for the least of what
//! is granted, then by id. Where nothing asks which fund pays, activities are paid in the stated order, so that as few as
//! possible are paid by more than one fund. Where something does, that is not looked for.

mod cells;
mod decided;
mod groups;
mod prefer;
mod program;
#[cfg(test)]
mod tests;

pub use decided::{Payers, payers};
pub use program::is_payable;

use fordela_lp::exact::Effort;
use fordela_model::call::draft::Funding;
use fordela_num::{Money, Rational};
use typed_index_collections::{TiSlice, TiVec};

use crate::formulate::Formulation;
use crate::instance::{ActivityIx, FundIx, Instance, LineIx};
use crate::round::Rounded;

/// What funds pay of an activity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paid {
    /// By fund, rising.
    pub(crate) by_fund: Vec<(FundIx, Money)>,
    /// By line and fund, where it is told.
    pub(crate) by_line: Vec<(LineIx, FundIx, Money)>,
}

/// What is to be paid.
pub(crate) struct Owed<'i> {
    instance: &'i Instance,
    amounts: &'i TiSlice<ActivityIx, Money>,
    /// Whether each line is granted, where lines are granted one by one and that is known.
    lines: Option<&'i Lines>,
    /// Whether floats take a row for met when all that can be moved is just what is missing of it: so where funds and caps
    /// are used up all at once.
    meets_rows: bool,
}

/// Whether each line of each activity is granted.
pub(crate) type Lines = TiSlice<ActivityIx, TiVec<LineIx, bool>>;

impl<'i> Owed<'i> {
    pub(crate) fn new(instance: &'i Instance, amounts: &'i TiSlice<ActivityIx, Money>, lines: &'i Lines) -> Self {
        Self { instance, amounts, lines: Some(lines), meets_rows: false }
    }

    /// The same for grants that were rounded so.
    pub(crate) fn of(self, rounded: &Rounded) -> Self {
        Self { meets_rows: rounded.in_steps, ..self }
    }

    /// The payments. Where they are not found by themselves, those of the point that the grants were rounded at.
    pub(crate) fn payments(
        &self,
        formulation: &Formulation,
        point: &[Rational],
        effort: &Effort<'_>,
    ) -> Option<TiVec<ActivityIx, Paid>> {
        // What has been decided may ask nothing more, while the call still does.
        if formulation.key.cells.is_empty() && !self.asks_who_pays() {
            return self.by_groups(effort);
        }
        self.by_cells(effort).or_else(|| self.at_point(formulation, point))
    }

    /// Whether something asks who pays, or for which line.
    fn asks_who_pays(&self) -> bool {
        let is_parted = self.instance.activities.iter().any(|activity| activity.items.len() > 1);
        is_parted || self.instance.asks_who_pays()
    }

    /// Who pays an activity, and which of its granted lines, where all of these are paid as one.
    fn as_one(&self, a: ActivityIx, mut by_fund: Vec<(FundIx, Money)>) -> Paid {
        by_fund.sort_by_key(|(fund, _)| *fund);
        let activity = &self.instance.activities[a];
        let mut by_line = Vec::new();
        if let Some(lines) = self.lines.filter(|_| activity.funding == Funding::Lines) {
            let mut left = by_fund.clone();
            left.reverse();
            let granted = activity.lines.iter_enumerated().filter(|(l, _)| lines[a].get(*l) == Some(&true));
            for (line, owed) in granted.map(|(l, line)| (l, line.cost)) {
                let paid = taken(&mut left, owed).into_iter();
                by_line.extend(paid.map(|(fund, amount)| (line, fund, amount)));
            }
        }
        Paid { by_fund, by_line }
    }
}

/// Takes an amount from the last of some sums, then from the one before, and says how much from each.
fn taken(from: &mut Vec<(FundIx, Money)>, mut owed: Money) -> Vec<(FundIx, Money)> {
    let mut taken = Vec::new();
    while let Some((fund, left)) = from.last_mut().filter(|_| !owed.is_zero()) {
        let paid = owed.min(*left);
        if !paid.is_zero() {
            taken.push((*fund, paid));
        }
        owed = owed - paid;
        *left = *left - paid;
        if left.is_zero() {
            from.pop();
        }
    }
    taken
}
