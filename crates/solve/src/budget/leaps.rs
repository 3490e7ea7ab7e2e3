//! Which budgets need not be tried after one that was.

use fordela_lp::exact::Effort;
use fordela_model::Call;
use fordela_num::Rational;

use super::best::are_best;
use super::given::Given;
use super::program::{Budgeted, Demand, Reach};
use super::whole::WholeUnits;
use super::{Grid, Outcome};
use crate::instance::Instance;

/// What rules budgets out: a program in which the budget is a column.
///
/// Whether something can be at all is asked of every call. Where the answers to a call are the best, more is ruled out:
/// as long as an allocation can still be made, nothing that is worth less is the answer.
pub struct Leaps<'c> {
    grid: Grid,
    budgeted: Option<Budgeted<'c>>,
    is_best: bool,
    /// What all values are whole multiples of; `None` where all are zero.
    step: Option<Rational>,
    whole: WholeUnits,
}

impl<'c> Leaps<'c> {
    /// For budgets of a grid; `effort` is what may be computed to rule some out.
    pub fn of(call: &'c Call, grid: Grid, effort: &'c Effort<'c>) -> Self {
        let instance = Instance::of(call);
        let (is_best, whole) = (are_best(&instance), WholeUnits::of(call, &instance));
        let step = call.grid();
        Self { grid, budgeted: Budgeted::of(call, instance, effort), is_best, step, whole }
    }

    /// The first and the last number after one of the budgets that can grant an activity so many units.
    pub fn granting(&self, after: i128, grant: (usize, i128)) -> Option<(i128, i128)> {
        let Some(budgeted) = &self.budgeted else { return Some((after + 1, self.grid.last())) };
        let (from, to) = self.after(after)?;
        let demand = Demand { grant: Some(grant), worth: None };
        match (budgeted.least(&from, &to, &demand), budgeted.most(&from, &to, &demand)) {
            (Reach::Until(least), Reach::Until(most)) => {
                Some((self.grid.at_or_above(&least).max(after + 1), self.grid.at_or_below(&most)))
            }
            _ => None,
        }
    }

    /// The first number after one whose budget may grant an activity so many units, when that one does not.
    pub fn granted_after(&self, number: i128, outcome: &Outcome, grant: (usize, i128)) -> i128 {
        let demand = Demand { grant: Some(grant), worth: None };
        let next = match self.standing(outcome) {
            Standing::Nothing => self.first_after(number, None, &demand),
            Standing::Best(given) => {
                let demand = Demand { worth: Some(&given.value), ..demand };
                self.first_after(number, given.stands.1.as_ref(), &demand)
            }
            Standing::Unknown => number + 1,
        };
        next.max(self.whole.changes_after(&self.grid, number))
    }

    /// The first number after one whose budget may give another value than that one does.
    pub(crate) fn differs_after(&self, number: i128, outcome: &Outcome) -> i128 {
        let next = match self.standing(outcome) {
            Standing::Nothing => self.first_after(number, None, &Demand::default()),
            Standing::Best(given) => {
                let until = given.stands.1.as_ref();
                match self.more(&given.value) {
                    Some(more) => self.first_after(number, until, &Demand { grant: None, worth: Some(&more) }),
                    None => self.last_standing(until) + 1,
                }
            }
            Standing::Unknown => number + 1,
        };
        next.max(self.whole.changes_after(&self.grid, number))
    }

    /// The last number before one whose budget may give another value than that one does.
    pub(crate) fn differs_before(&self, number: i128, outcome: &Outcome) -> i128 {
        let next = match self.standing(outcome) {
            Standing::Nothing => self.last_before(number, None, &Demand::default()),
            Standing::Best(given) => {
                let since = Some(&given.stands.0);
                match self.more(&given.value) {
                    Some(more) => self.last_before(number, since, &Demand { grant: None, worth: Some(&more) }),
                    None => self.grid.at_or_above(&given.stands.0) - 1,
                }
            }
            Standing::Unknown => number - 1,
        };
        next.min(self.whole.changes_before(&self.grid, number))
    }

    /// The first number after one whose budget may be worth more than this, whatever that one gives.
    pub(crate) fn worth_more_after(&self, number: i128, value: &Rational) -> i128 {
        match self.more(value) {
            Some(more) => self.first_after(number, None, &Demand { grant: None, worth: Some(&more) }),
            None => i128::MAX,
        }
    }

    /// The least value above one.
    fn more(&self, value: &Rational) -> Option<Rational> {
        self.step.as_ref().map(|step| value + step)
    }

    fn standing<'o>(&self, outcome: &'o Outcome) -> Standing<'o> {
        match outcome {
            None => Standing::Nothing,
            Some(given) if self.is_best && given.is_optimal => Standing::Best(given),
            Some(_) => Standing::Unknown,
        }
    }

    /// The budgets after a number.
    fn after(&self, number: i128) -> Option<(Rational, Rational)> {
        (number < self.grid.last()).then(|| (self.grid.money(number + 1).rational(), self.grid.to.rational()))
    }

    fn last_standing(&self, until: Option<&Rational>) -> i128 {
        until.map_or(self.grid.last(), |until| self.grid.at_or_below(until))
    }

    /// The first number after one whose budget can be what is demanded, up to a budget.
    fn first_after(&self, number: i128, until: Option<&Rational>, demand: &Demand<'_>) -> i128 {
        let (Some(budgeted), Some((from, to))) = (&self.budgeted, self.after(number)) else { return number + 1 };
        let last = self.last_standing(until);
        if last <= number {
            return number + 1;
        }
        let to = until.map_or(to.clone(), |until| until.clone().min(to));
        match budgeted.least(&from, &to, demand) {
            Reach::Nowhere => last + 1,
            Reach::Until(least) => self.grid.at_or_above(&least).max(number + 1).min(last + 1),
        }
    }

    /// The last number before one whose budget can be what is demanded, down to a budget.
    fn last_before(&self, number: i128, since: Option<&Rational>, demand: &Demand<'_>) -> i128 {
        let Some(budgeted) = &self.budgeted else { return number - 1 };
        let first = since.map_or(self.grid.first(), |since| self.grid.at_or_above(since));
        if first >= number {
            return number - 1;
        }
        let (from, to) = (self.grid.money(first).rational(), self.grid.money(number - 1).rational());
        match budgeted.most(&from, &to, demand) {
            Reach::Nowhere => first - 1,
            Reach::Until(most) => self.grid.at_or_below(&most).clamp(first - 1, number - 1),
        }
    }
}

/// What is known of the answer to a budget.
enum Standing<'o> {
    /// Nothing keeps all rules.
    Nothing,
    /// It is the best, and so is what other budgets give.
    Best(&'o Given),
    /// It may be bettered.
    Unknown,
}
