//! The least money by which limits must be moved.

use fordela_lp::exact::{Effort, Precision, Search};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_model::Call;
use fordela_model::call::{Base, CaseId, Kind, Limit, Percent};
use fordela_num::{Rational, decimal};
use serde::Serialize;
use typed_index_collections::TiVec;

use super::lacking::Lacking;
use super::way::{Found, Way, most_granted};
use crate::instance::{self, ActivityIx, Case, CaseIx, Instance};

/// More caps and floors than this are not asked which of equally cheap ways moves the fewest.
const MOST_SETTLED: usize = 200;

/// A cap that is raised or a floor that is lowered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relaxation {
    /// The cap or floor.
    pub case: CaseId,
    /// By how much money, exactly. Of a limit in per cent of what is granted: at the grants of this way out.
    pub by: Rational,
    /// The limit that it may be moved to: money, or a percentage where the limit is one of what is granted. Where the exact
    /// limit has no end, it is moved a little further, to the next hundredth.
    pub limit: Limit,
}

/// The least money by which the caps and floors that `may_move` must be moved, in all, for a call that is impossible to be
/// possible.
///
/// Of equally cheap ways, the one that moves the fewest; then the one that moves them by the least parts of their limits, in
/// all; then caps before floors, larger limits first, and last by id.
pub(super) fn cheapest(
    call: &Call,
    lacking: &Lacking<'_>,
    may_move: impl Fn(CaseIx) -> bool,
    effort: &Effort<'_>,
) -> Way<Vec<Relaxation>> {
    let first = effort.part(2);
    let simplex = lacking.simplex(|case| !may_move(case));
    let found = Search::new(&lacking.program, simplex, Precision::Exact, &first).best(None);
    let Some(point) = found.point else { return if found.closed { Way::Closed } else { Way::Unknown } };
    let settled = if found.closed { settled(lacking, &may_move, &point, &effort.part(2)) } else { None };
    let instance = lacking.instance;
    let mut moves = moves(lacking, &settled.unwrap_or(point));
    let carried = instance.with_limits(moves.iter().map(|moved| moved.carried(instance)));
    moves.sort_by_key(|moved| instance.cases[moved.case].place);
    let told = |Move { case, by, limit }| Relaxation { case: call.case_id(instance.cases[case].place), by, limit };
    let change: Vec<Relaxation> = moves.into_iter().map(told).collect();
    Way::Found(Found { change, is_least: found.closed, granted: most_granted(&carried, effort) })
}

/// Among the points that lack no more money in all than this one: the one that misses the fewest cases, and so on.
fn settled(
    lacking: &Lacking<'_>,
    may_move: &impl Fn(CaseIx) -> bool,
    point: &[Rational],
    effort: &Effort<'_>,
) -> Option<Vec<Rational>> {
    let moving: Vec<CaseIx> = lacking.instance.cases.keys().filter(|&case| may_move(case)).collect();
    if moving.len() > MOST_SETTLED {
        return None;
    }
    let (program, order) = settling(lacking, &moving, point);
    let simplex = lacking.simplex_of(&program, |case| !may_move(case));
    let mut search = Search::new(&program, simplex, Precision::Exact, effort);
    let found = search.best(None);
    let best = found.point.filter(|_| found.closed)?;
    Some(search.settle(&order, best))
}

/// The program of the points that lack no more money in all than this one, worth the less the more cases they miss, and
/// then the larger parts of their limits these lack; and the columns that are 1 where a case is missed, in the order in which
/// they are settled.
fn settling(lacking: &Lacking<'_>, moving: &[CaseIx], point: &[Rational]) -> (Program, Vec<usize>) {
    let instance = lacking.instance;
    let unit = instance.unit.rational();
    let all = grantable(instance);
    let nominal = |case: CaseIx| nominal(instance, &all, &instance.cases[case]);
    let least: Rational = moving.iter().map(|&case| lacking.lack(case, point) / &unit).sum();
    let limits: Vec<Rational> = moving.iter().map(|&case| nominal(case) / &unit).collect();
    let mut columns = lacking.program.columns().to_vec();
    let mut rows: Vec<Row> = lacking.program.rows().to_vec();
    // One case fewer counts more than all parts.
    let one = limits.iter().map(|limit| &least / limit).sum::<Rational>() + Rational::ONE;
    let mut lacking_in_all = Vec::new();
    let mut missed: Vec<(CaseIx, ColumnId)> = Vec::new();
    for (&case, limit) in moving.iter().zip(&limits) {
        let is_missed = ColumnId(columns.len());
        columns.push(Column::choice(-&one));
        let mut terms = lacking.terms(case);
        for (column, cost) in &terms {
            columns[column.0].value = -(cost / limit);
        }
        lacking_in_all.extend(terms.iter().cloned());
        terms.push((is_missed, -&least));
        rows.push(Row::at_most("if missed", terms, Rational::ZERO));
        missed.push((case, is_missed));
    }
    rows.push(Row::at_most("lacking", lacking_in_all, least));
    let mut program = Program::new();
    columns.into_iter().for_each(|column| {
        program.add_column(column);
    });
    rows.into_iter().for_each(|row| {
        program.add_row(row);
    });
    let place = |case: CaseIx| (instance.cases[case].kind, -nominal(case));
    missed.sort_by_key(|(case, _)| place(*case));
    (program, missed.into_iter().map(|(_, column)| column.0).collect())
}

/// A limit that is moved.
struct Move {
    case: CaseIx,
    by: Rational,
    limit: Limit,
}

impl Move {
    /// The case, and its limit when it is moved.
    fn carried(&self, instance: &Instance) -> (CaseIx, instance::Limit) {
        let limit = match (self.limit, &instance.cases[self.case].limit) {
            (Limit::Money(money), _) => instance::Limit::Fixed(money.rational()),
            (Limit::Percent(percent, _), instance::Limit::PartOfOwn { of, .. }) => {
                instance::Limit::PartOfOwn { part: percent.part(), of: of.clone() }
            }
            (Limit::Percent(percent, _), _) => instance::Limit::PartOfGranted(percent.part()),
        };
        (self.case, limit)
    }
}

/// How every limit is moved for this point to keep it.
fn moves(lacking: &Lacking<'_>, point: &[Rational]) -> Vec<Move> {
    let instance = lacking.instance;
    let grants: TiVec<ActivityIx, Rational> = lacking.grants(point);
    let granted: Rational = grants.iter().sum();
    let moved = |(c, by): (CaseIx, Rational)| {
        let case = &instance.cases[c];
        let signed = if case.kind == Kind::AtMost { by.clone() } else { -&by };
        let at = |limit: &Rational| limit + &signed;
        let percent = |part: &Rational, of: Rational, base: Base| {
            let hundred = Rational::from(100_i64);
            let number = outward(case.kind, &(at(&(part * &of)) / of * &hundred))?;
            Some(Limit::Percent(Percent::new(number), base))
        };
        let limit = match &case.limit {
            instance::Limit::Fixed(limit) => Limit::Money(outward(case.kind, &at(limit))?.try_into().ok()?),
            instance::Limit::PartOfGranted(part) => percent(part, granted.clone(), Base::Granted)?,
            instance::Limit::PartOfOwn { part, of } => {
                percent(part, of.iter().map(|&a| &grants[a]).sum(), Base::OwnGrant)?
            }
        };
        Some(Move { case: c, by, limit })
    };
    let lacks = instance.cases.keys().map(|case| (case, lacking.lack(case, point)));
    lacks.filter(|(_, by)| by.is_positive()).filter_map(moved).collect()
}

/// The nearest hundredth that is no harder to keep.
fn outward(kind: Kind, number: &Rational) -> Option<rust_decimal::Decimal> {
    let hundredths = number * &Rational::from(100_i64);
    let whole = if kind == Kind::AtMost { hundredths.ceil() } else { hundredths.floor() };
    decimal::exactly(&(whole / Rational::from(100_i64)))
}

/// The most that can be granted in all.
pub(super) fn grantable(instance: &Instance) -> Rational {
    instance.budget().min(instance.asked()).rational()
}

/// How large the limit of a case is in money, if `all` is granted where it is a part of that; at least a unit.
pub(super) fn nominal(instance: &Instance, all: &Rational, case: &Case) -> Rational {
    case.limit_at(all, |a| instance.activities[a].ask.rational()).max(instance.unit.rational())
}
