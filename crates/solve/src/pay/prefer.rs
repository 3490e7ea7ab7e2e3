//! Which payments are preferred, one aim after the other.

use fordela_lp::exact::{Effort, Simplex, Status};
use fordela_model::call::draft::Unspent;
use fordela_num::{Money, Rational};
use typed_index_collections::{TiSlice, TiVec};

use crate::instance::{ActivityIx, FundIx, Instance};

/// A krona of an activity from a fund, for which a column stands.
pub(super) struct Krona {
    pub(super) activity: ActivityIx,
    pub(super) fund: FundIx,
    /// How late its line comes, where that counts.
    pub(super) late: usize,
}

/// What every column counts for each aim, the first aim first; aims that make no difference are left out.
pub(super) fn aims<'k>(
    instance: &Instance,
    ranks: &TiSlice<FundIx, usize>,
    columns: impl Iterator<Item = &'k Krona> + Clone,
) -> Vec<Vec<Rational>> {
    let funds = &instance.funds;
    let worths = worths(ranks.len());
    let first = |krona: &Krona| if funds[krona.fund].spend_first { Rational::ONE } else { Rational::ZERO };
    let spent = |krona: &Krona| match funds[krona.fund].unspent {
        Some(Unspent::Repay) => instance.activities[krona.activity].spend_rate.clone(),
        _ => Rational::ZERO,
    };
    let restricted = |krona: &Krona| worths[ranks[krona.fund]].clone();
    let early = |krona: &Krona| -Rational::from(i64::try_from(krona.late).unwrap_or(i64::MAX));
    let aims: [&dyn Fn(&Krona) -> Rational; 4] = [&first, &spent, &restricted, &early];
    let counts = aims.into_iter().map(|aim| columns.clone().map(aim).collect::<Vec<_>>());
    counts.filter(|counts| counts.windows(2).any(|pair| pair[0] != pair[1])).collect()
}

/// What money of a fund counts, by its place among the most restricted: more than that of all funds after it, as far as
/// there are numbers for that, and beyond so many funds more than that of the next. Where any part of an activity may be
/// paid by any of its funds, what each fund pays depends on their order alone, as money then flows to most of what counts
/// most whatever it counts.
fn worths(funds: usize) -> Vec<Rational> {
    const DOUBLED: usize = 62;
    let worth = |place: usize| match u32::try_from(funds - place) {
        Ok(power) if funds <= DOUBLED => Rational::from(1_i64 << power),
        _ => Rational::from(i64::try_from(funds - place).unwrap_or(i64::MAX)),
    };
    (0..funds).map(worth).collect()
}

/// The point that is best by one aim after the other; `None` where there is none, or none was found.
pub(super) fn best(simplex: &mut Simplex, aims: &[Vec<Rational>], effort: &Effort<'_>) -> Option<Vec<Rational>> {
    for aim in aims {
        simplex.set_costs(aim);
        if simplex.solve(effort) != Ok(Status::Optimal) {
            return None;
        }
        simplex.keep_optimal();
    }
    if aims.is_empty() && simplex.solve(effort) != Ok(Status::Optimal) {
        return None;
    }
    Some(simplex.point())
}

/// The place of every fund among the most restricted, from 0: those that may pay for the least of what is granted come
/// first, then by id.
pub(super) fn ranks(instance: &Instance, amounts: &TiSlice<ActivityIx, Money>) -> TiVec<FundIx, usize> {
    let mut reach: TiVec<FundIx, Money> = instance.funds.iter().map(|_| Money::ZERO).collect();
    for (activity, amount) in instance.activities.iter().zip(amounts) {
        activity.payers.iter().for_each(|&fund| reach[fund] = reach[fund] + *amount);
    }
    let mut order: Vec<(Money, FundIx)> = reach.iter_enumerated().map(|(f, reach)| (*reach, f)).collect();
    order.sort();
    let mut ranks: TiVec<FundIx, usize> = instance.funds.iter().map(|_| 0).collect();
    for (place, (_, fund)) in order.into_iter().enumerate() {
        ranks[fund] = place;
    }
    ranks
}
