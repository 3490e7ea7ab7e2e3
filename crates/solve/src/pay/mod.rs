//! Which fund pays which krona of which activity or line.
//!
//! Where something is left to settle, money that is to be spent first is used first; then as little as can be is left at
//! risk of repayment; then the money of the most restricted fund is used first: the one that may pay for the least of what
//! is granted, then by id. Activities are paid in the stated order, so that as few as possible are paid by more than one
//! fund.

mod cells;
mod groups;
mod prefer;
mod program;

pub use program::is_payable;

use fordela_lp::exact::Effort;
use fordela_model::call::draft::Funding;
use fordela_model::{Call, LinePayment};
use fordela_num::{Money, Rational};

use crate::formulate::Formulation;

/// What funds pay of an activity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paid {
    /// By fund, in the order of the call.
    pub(crate) by_fund: Vec<(usize, Money)>,
    /// By line and fund, where it is told.
    pub(crate) by_line: Vec<LinePayment>,
}

/// What is to be paid.
pub(crate) struct Owed<'c> {
    call: &'c Call,
    amounts: &'c [Money],
    /// Whether each line is granted, where lines are granted one by one.
    lines: &'c [Vec<bool>],
}

impl<'c> Owed<'c> {
    pub(crate) fn new(call: &'c Call, amounts: &'c [Money], lines: &'c [Vec<bool>]) -> Self {
        Self { call, amounts, lines }
    }

    /// The payments. Where they are not found by themselves, those of the point that the grants were rounded at.
    pub(crate) fn payments(
        &self,
        formulation: &Formulation,
        point: &[Rational],
        effort: &Effort<'_>,
    ) -> Option<Vec<Paid>> {
        // What has been decided may ask nothing more, while the call still does.
        let is_asked = self.call.asks_who_pays() || self.has_parted_items();
        if formulation.key.cells.is_empty() && !is_asked {
            return self.by_groups(effort);
        }
        self.by_cells(effort).or_else(|| self.at_point(formulation, point))
    }

    /// Whether some activity is paid line by line.
    fn has_parted_items(&self) -> bool {
        self.call.claims().iter().any(|claim| claim.items().len() > 1)
    }

    /// Who pays an activity, and which of its granted lines, where all of these are paid as one.
    fn as_one(&self, activity: usize, mut by_fund: Vec<(usize, Money)>) -> Paid {
        by_fund.sort_by_key(|(fund, _)| *fund);
        let draft = &self.call.draft().activities[activity];
        let mut by_line = Vec::new();
        if draft.funding == Funding::Lines {
            let mut left = by_fund.clone();
            left.reverse();
            let granted = draft.lines.iter().enumerate().filter(|(l, _)| self.lines[activity].get(*l) == Some(&true));
            for (line, owed) in granted.map(|(l, line)| (l, line.cost)) {
                let paid = taken(&mut left, owed).into_iter();
                by_line.extend(paid.map(|(fund, amount)| LinePayment { line, fund, amount }));
            }
        }
        Paid { by_fund, by_line }
    }
}

/// Takes an amount from the last of some sums, then from the one before, and says how much from each.
fn taken(from: &mut Vec<(usize, Money)>, mut owed: Money) -> Vec<(usize, Money)> {
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
