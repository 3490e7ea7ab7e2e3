//! The way back: what was found, in the order in which the call is written.

use fordela_model::prices::{self, Multipliers};
use fordela_model::{Grant, LinePayment};
use fordela_num::{Money, Rational};
use typed_index_collections::{TiSlice, TiVec};

use super::{ActivityIx, Choice, FundIx, Instance, LineIx};

/// What an activity gets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Granted {
    pub(crate) amount: Money,
    pub(crate) by_fund: Vec<(FundIx, Money)>,
    pub(crate) by_line: Vec<(LineIx, FundIx, Money)>,
    /// Whether each line is granted, where lines are granted one by one.
    pub(crate) lines: TiVec<LineIx, bool>,
}

impl Instance {
    /// Grants in the order in which the call is written.
    pub(crate) fn grants(&self, granted: &TiSlice<ActivityIx, Granted>) -> Vec<Grant> {
        let mut grants = vec![Grant::default(); granted.len()];
        for (activity, granted) in self.activities.iter().zip(granted) {
            let fund = |f: FundIx| self.funds[f].place;
            let line = |l: LineIx| activity.lines[l].place;
            let mut by_fund: Vec<_> = granted.by_fund.iter().map(|(f, amount)| (fund(*f), *amount)).collect();
            by_fund.sort();
            let paid = |(l, f, amount): &(LineIx, FundIx, Money)| LinePayment {
                line: line(*l),
                fund: fund(*f),
                amount: *amount,
            };
            let mut by_line: Vec<LinePayment> = granted.by_line.iter().map(paid).collect();
            by_line.sort();
            let mut lines = vec![false; granted.lines.len()];
            for (l, is_granted) in granted.lines.iter_enumerated() {
                lines[line(l)] = *is_granted;
            }
            grants[activity.place] = Grant { amount: granted.amount, by_fund, by_line, lines };
        }
        grants
    }

    /// A choice as the call is written.
    #[must_use]
    pub fn written(&self, choice: Choice) -> prices::Choice {
        let activity = &self.activities[choice.activity()];
        match choice {
            Choice::Activity(_) => prices::Choice::Activity(activity.place),
            Choice::Level(_, level) => prices::Choice::Level(activity.place, level.into()),
            Choice::Line(_, line) => prices::Choice::Line(activity.place, activity.lines[line].place),
            Choice::Fund(_, fund) => prices::Choice::Fund(activity.place, self.funds[fund].place),
        }
    }

    /// Everything is free, in the order of the call.
    pub(crate) fn no_prices(&self) -> Multipliers {
        let cases = self.cases.iter().map(|case| case.place + 1).max().unwrap_or(0);
        let none = |count: usize| vec![Rational::ZERO; count];
        let (funds, links) = (none(self.funds.len()), none(self.links.len()));
        Multipliers { funds, cases: none(cases), links, parts: Default::default(), cuts: Vec::new() }
    }

    /// Weights of everybody who shares, in the order in which the call is written.
    pub(crate) fn written_weights(&self, weights: &[Rational]) -> Vec<Rational> {
        let mut written = vec![Rational::ZERO; weights.len()];
        for (place, weight) in self.sharer_places().into_iter().zip(weights) {
            written[place] = weight.clone();
        }
        written
    }
}
