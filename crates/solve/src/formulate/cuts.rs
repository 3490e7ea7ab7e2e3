//! Rows beside the limits that cut off points at which what is chosen is not whole.

use std::collections::BTreeMap;

use fordela_lp::exact::{self, Effort, Knapsack};
use fordela_lp::{ColumnId, Row};
use fordela_model::call::Kind;
use fordela_model::call::draft::Funding;
use fordela_model::prices::{self, Cut};
use fordela_num::Rational;

use crate::instance::{Activity, ActivityIx, CaseIx, Choice, FundIx, Instance, Limit};

use super::{Formulation, Meaning};

/// A limit of a formulation on what is granted at all.
struct Limiting {
    of: prices::Limit,
    knapsack: Knapsack,
}

impl Formulation {
    /// The same with the cuts that are worth their rows.
    pub(crate) fn cut(&self, instance: &Instance, effort: &Effort<'_>) -> Self {
        let limits = self.limits(instance);
        let knapsacks: Vec<Knapsack> = limits.iter().map(|limit| limit.knapsack.clone()).collect();
        let place_of: BTreeMap<ColumnId, usize> =
            self.granted().map(|(a, column)| (column, instance.activities[a].place)).collect();
        let written = |cut: exact::Cut| match cut {
            exact::Cut::Cover(cover) => Cut::Cover {
                of: limits[cover.knapsack].of.clone(),
                weights: cover.terms.iter().map(|(column, weight)| (place_of[column], *weight)).collect(),
                most: cover.most,
            },
            exact::Cut::Rounding(rounding) => {
                let weighed = |(limit, weight): &(usize, Rational)| {
                    (limits[*limit].of.clone(), weight / &instance.unit.rational())
                };
                let mut flipped: Vec<usize> = rounding.flipped.iter().map(|column| place_of[column]).collect();
                flipped.sort_unstable();
                Cut::Rounding { of: rounding.multipliers.iter().map(weighed).collect(), flipped }
            }
        };
        let mut formulation = self.clone();
        for (cut, row) in exact::cuts(&self.program, &knapsacks, effort) {
            formulation.program.add_row(row);
            formulation.key.rows.push(Meaning::Cut(formulation.key.cuts.len()));
            formulation.key.cuts.push(written(cut));
        }
        formulation
    }

    /// The columns that are 1 just when an activity that gets nothing or so much at least is granted.
    fn granted(&self) -> impl Iterator<Item = (ActivityIx, ColumnId)> {
        self.key.choices.iter().filter_map(|(column, choice)| match choice {
            Choice::Activity(a) => Some((*a, *column)),
            Choice::Level(..) | Choice::Line(..) | Choice::Fund(..) => None,
        })
    }

    /// The limits from which cuts may follow.
    fn limits(&self, instance: &Instance) -> Vec<Limiting> {
        let of = Limits { instance, columns: self.granted().collect() };
        let limit = |(place, (meaning, row)): (usize, (&Meaning, &Row))| match meaning {
            Meaning::Funds(funds) => of.funds(funds, place, row),
            Meaning::Case(case) => of.case(*case, place, row),
            Meaning::Link(_) | Meaning::Part(..) | Meaning::Cut(_) | Meaning::Inner => None,
        };
        self.key.rows.iter().zip(self.program.rows()).enumerate().filter_map(limit).collect()
    }
}

/// Makes knapsacks of limits.
struct Limits<'i> {
    instance: &'i Instance,
    columns: BTreeMap<ActivityIx, ColumnId>,
}

impl Limits<'_> {
    /// What only these funds may pay for.
    fn funds(&self, funds: &[FundIx], place: usize, row: &Row) -> Option<Limiting> {
        let is_paid = |activity: &Activity| activity.payers.iter().all(|f| funds.contains(f));
        let paid = self.instance.activities.iter_enumerated().filter(|(_, activity)| is_paid(activity));
        let paid: Vec<ActivityIx> = paid.map(|(a, _)| a).collect();
        let places = funds.iter().map(|&f| self.instance.funds[f].place).collect();
        Some(Limiting { of: prices::Limit::Funds(places), knapsack: self.cap(&paid, place, row)? })
    }

    fn case(&self, case: CaseIx, place: usize, row: &Row) -> Option<Limiting> {
        let case = &self.instance.cases[case];
        if !case.counts_grants() || !matches!(case.limit, Limit::Fixed(_)) {
            return None;
        }
        let knapsack = match case.kind {
            Kind::AtMost => self.cap(&case.activities, place, row),
            Kind::AtLeast => self.floor(&case.activities, place, row),
        };
        Some(Limiting { of: prices::Limit::Case(case.place), knapsack: knapsack? })
    }

    /// What is let through at most.
    fn cap(&self, counted: &[ActivityIx], place: usize, row: &Row) -> Option<Knapsack> {
        let capacity = row.at_most.as_ref()?.floor().to_i128().filter(|capacity| *capacity >= 0)?;
        let least = |activity: &Activity| match activity.funding {
            Funding::Whole => Some(activity.most),
            Funding::Partial => Some(activity.threshold),
            Funding::Levels | Funding::Lines => None,
        };
        Some(Knapsack { items: self.items(counted, least), counts: true, capacity, row: self.row(counted, place) })
    }

    /// What may be left at most.
    fn floor(&self, counted: &[ActivityIx], place: usize, row: &Row) -> Option<Knapsack> {
        let all: i128 = counted.iter().map(|&a| self.instance.activities[a].most).sum();
        let capacity = all.checked_sub(row.at_least.as_ref()?.ceil().to_i128()?).filter(|capacity| *capacity >= 0)?;
        let most = |activity: &Activity| Some(activity.most);
        Some(Knapsack { items: self.items(counted, most), counts: false, capacity, row: self.row(counted, place) })
    }

    fn items(&self, counted: &[ActivityIx], weight: impl Fn(&Activity) -> Option<i128>) -> Vec<(ColumnId, i128)> {
        let item = |a: &ActivityIx| Some((*self.columns.get(a)?, weight(&self.instance.activities[*a])?));
        counted.iter().filter_map(item).collect()
    }

    /// The row of a limit, where all that counts is granted whole or not.
    fn row(&self, counted: &[ActivityIx], place: usize) -> Option<usize> {
        let is_whole = |a: &ActivityIx| self.instance.activities[*a].funding == Funding::Whole;
        (counted.iter().all(is_whole) && !self.instance.asks_who_pays()).then_some(place)
    }
}
