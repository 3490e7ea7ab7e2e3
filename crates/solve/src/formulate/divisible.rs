//! The program of a call whose grants can be divided at will, within a range for every activity.

use fordela_lp::{Column, ColumnId, Open};
use fordela_model::call::{ExactTier, Kind};
use fordela_num::Rational;
use typed_index_collections::{TiSlice, TiVec};

use crate::instance::{ActivityIx, Case, Instance};

use super::{Builder, Formulation, Limits, Range, Terms};

/// More caps on one activity alone than this narrow its range instead of being rows, and have no price: rows cost time.
const MOST_LONE_ROWS: usize = 100;

/// Whether caps on one activity alone are rows of the program of a call without choices.
pub(crate) fn lone_caps_are_rows(instance: &Instance) -> bool {
    instance.cases.iter().filter_map(Case::lone_cap).nth(MOST_LONE_ROWS).is_none()
}

/// The program of a call without choices.
pub(crate) fn free(instance: &Instance) -> Formulation {
    if lone_caps_are_rows(instance) {
        divisible(instance, &all(instance), Limits::InRows)
    } else {
        let capped: TiVec<ActivityIx, Range> = instance.capped_units().into_iter().map(Range::up_to).collect();
        divisible(instance, &capped, Limits::Narrowing)
    }
}

/// What every activity may get by its ask and its funds.
pub(crate) fn all(instance: &Instance) -> TiVec<ActivityIx, Range> {
    instance.activities.iter().map(|activity| Range::up_to(activity.most)).collect()
}

/// The program whose grants are within these ranges.
pub(crate) fn divisible(instance: &Instance, ranges: &TiSlice<ActivityIx, Range>, limits: Limits) -> Formulation {
    Builder::new(instance, limits).divisible(ranges)
}

/// The program whose grants are whole numbers of units within these ranges, paid in whole cells.
pub(crate) fn whole(instance: &Instance, ranges: &TiSlice<ActivityIx, Range>, limits: Limits) -> Formulation {
    let builder = Builder { whole_cells: true, ..Builder::new(instance, limits) };
    let formulation = builder.divisible(ranges);
    Formulation { program: formulation.program.all_integer(), ..formulation }
}

impl Builder<'_> {
    /// The program whose grants are within these ranges.
    pub(super) fn divisible(mut self, ranges: &TiSlice<ActivityIx, Range>) -> Formulation {
        for (a, range) in ranges.iter_enumerated() {
            let terms = self.pieces(a, *range, |id, before| (id, before));
            self.key.pieces.extend(terms.iter().map(|(id, before)| (*id, a, before.clone())));
            self.key.grants.push(terms.into_iter().map(|(id, _)| (id, Rational::ONE)));
        }
        self.finish()
    }

    /// A column for every piece of an activity's ask within the range. Falling values fill the pieces
    /// in their order by themselves; so the least that must be granted is the least of the first ones.
    pub(super) fn pieces<T>(
        &mut self,
        activity: ActivityIx,
        range: Range,
        make: impl Fn(ColumnId, Rational) -> T,
    ) -> Vec<T> {
        if self.limits == Limits::AsWritten {
            return self.tiers(activity, make);
        }
        let mut made = Vec::new();
        let mut before = 0;
        for piece in self.instance.activities[activity].pieces.iter() {
            let end = before + piece.width;
            let column = Column {
                lower: Rational::from(range.least.clamp(before, end) - before),
                upper: Rational::from(range.most.clamp(before, end) - before),
                value: piece.value.clone(),
                integer: false,
            };
            made.push(make(self.program.add_column(column), Rational::from(before)));
            before = end;
        }
        made
    }

    /// A column for every tier of an activity's ask as it is written, as far as funds may pay for it, in units that need
    /// not be whole.
    fn tiers<T>(&mut self, activity: ActivityIx, make: impl Fn(ColumnId, Rational) -> T) -> Vec<T> {
        let own = &self.instance.activities[activity];
        let (ask, payable) = (self.instance.in_units(own.ask), self.instance.in_units(own.payable));
        let worth = &own.priority * &self.instance.unit.rational();
        let whole = [ExactTier { up_to: Rational::ONE, factor: Rational::ONE }];
        let tiers = self.instance.tiers();
        let tiers = if worth.is_zero() || tiers.is_empty() { &whole[..] } else { tiers };
        let mut made = Vec::with_capacity(tiers.len());
        let mut before = Rational::ZERO;
        for tier in tiers {
            let end = (&ask * &tier.up_to).min(payable.clone());
            let column = Column::up_to(&end - &before, &worth * &tier.factor);
            made.push(make(self.program.add_column(column), before));
            before = end;
        }
        made
    }

    /// The pieces of an activity as terms of a grant.
    pub(super) fn piece_terms(&mut self, activity: ActivityIx, range: Range) -> Terms {
        self.pieces(activity, range, |id, _| (id, Rational::ONE))
    }
}

/// The program that rounds: one column an activity, with the number of the activity, between whole
/// bounds, worth `weights`; paid in whole cells, or in any.
pub(crate) fn rounding(
    instance: &Instance,
    around: &TiSlice<ActivityIx, Range>,
    weights: &TiSlice<ActivityIx, Rational>,
    whole_cells: bool,
) -> Formulation {
    let mut builder = Builder { whole_cells, ..Builder::new(instance, Limits::Narrowing) };
    for column in around.iter().zip(weights).map(rounded) {
        let column = builder.program.add_column(column);
        builder.key.grants.push([(column, Rational::ONE)]);
    }
    builder.finish()
}

/// The column of an activity in a program that rounds.
fn rounded((range, weight): (&Range, &Rational)) -> Column {
    Column {
        lower: Rational::from(range.least),
        upper: Rational::from(range.most),
        value: weight.clone(),
        integer: true,
    }
}

impl Formulation {
    /// What has room to move in this program that rounds, in an instance which differs in what funds hold and in limits alone,
    /// between other bounds and with other weights.
    pub(crate) fn rounding_in(
        &self,
        instance: &Instance,
        around: &TiSlice<ActivityIx, Range>,
        weights: &TiSlice<ActivityIx, Rational>,
    ) -> Open {
        let others = self.program.columns().iter().skip(around.len()).cloned();
        let columns: Vec<Column> = around.iter().zip(weights).map(rounded).chain(others).collect();
        let mut limits: Vec<(Option<Kind>, Rational)> = vec![(None, Rational::ZERO); self.program.rows().len()];
        for (row, kind, limit) in self.limits_in(instance) {
            limits[row] = (Some(kind), limit);
        }
        self.program.open_with(&columns, |row, known| match &limits[row.0] {
            (Some(Kind::AtLeast), limit) => (Some(limit), None),
            (Some(Kind::AtMost), limit) => (None, Some(limit)),
            (None, _) => (known.at_least.as_ref(), known.at_most.as_ref()),
        })
    }
}
