//! Programs with a known optimum, and exact measures of what a backend says.

use std::cmp::Reverse;

use fordela_lp::{Backend, Column, ColumnId, Program, Row, Solution};
use fordela_num::Rational;

/// How far backends may be from an exact optimum, in proportion: Clarabel stops at 1e-8, and a wrong answer
/// that is called optimal has been seen to be off by 1e-4 and more.
pub(crate) const AGREE: f64 = 1e-6;

/// All backends that have a solver.
pub(crate) fn float_backends() -> impl Iterator<Item = Backend> {
    Backend::ALL.iter().copied().filter(|backend| *backend != Backend::Exact)
}

/// Random numbers that are the same on every run (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        let many = u64::try_from(high - low).unwrap() + 1;
        low + i64::try_from(bits % many).unwrap()
    }
}

/// The first `count` columns, each with one.
pub(crate) fn terms(count: usize) -> Vec<(ColumnId, Rational)> {
    (0..count).map(|column| (ColumnId(column), Rational::ONE)).collect()
}

/// Grants in raw kronor under one cap a board and one budget, with the exact optimum.
///
/// The caps are nested in the budget, so that taking the columns in the order of their value, each as far as
/// the caps allow, is optimal: the limits form a polymatroid.
pub(crate) fn nested(random: &mut Random, activities: usize, boards: usize) -> (Program, Rational) {
    let mut program = Program::new();
    let (mut of_board, mut asked) = (vec![Vec::new(); boards], vec![0; boards]);
    let mut columns = Vec::new();
    for place in 0..activities {
        let board = place % boards;
        let ask = random.between(10_000, 9_000_000);
        let value = Rational::new(random.between(1, 999_999).into(), 999_999).unwrap();
        let id = program.add_column(Column::up_to(ask.into(), value.clone()));
        of_board[board].push((id, Rational::ONE));
        asked[board] += ask;
        columns.push((board, ask, value));
    }
    let mut left: Vec<i64> = asked.iter().map(|asked| asked / 100 * random.between(30, 95)).collect();
    for (board, terms) in of_board.into_iter().enumerate() {
        program.add_row(Row::at_most(format!("board {board}"), terms, left[board].into()));
    }
    let mut budget = asked.iter().sum::<i64>() / 100 * random.between(20, 80);
    program.add_row(Row::at_most("budget", terms(activities), budget.into()));
    columns.sort_by_key(|(_, _, value)| Reverse(value.clone()));
    let mut optimum = Rational::ZERO;
    for (board, ask, value) in columns {
        let grant = ask.min(left[board]).min(budget);
        left[board] -= grant;
        budget -= grant;
        optimum = optimum.plus_product(&value, &grant.into());
    }
    (program, optimum)
}

/// Finite floats as the numbers that they are.
pub(crate) fn exact(numbers: &[f64]) -> Vec<Rational> {
    numbers.iter().map(|number| Rational::from_f64(*number).expect("only finite numbers come out")).collect()
}

/// The exact value of the point of a solution.
pub(crate) fn value(program: &Program, solution: &Solution) -> Rational {
    program.value(&exact(solution.point.as_deref().expect("a point")))
}

/// How far `number` is from `reference`, in proportion.
pub(crate) fn relative(number: &Rational, reference: &Rational) -> f64 {
    (number - reference).abs().to_f64() / reference.abs().to_f64().max(1.0)
}

/// How far the point is outside the worst row or column: outside a row in proportion to the most that one column
/// can put in it or to its limit, outside a column at all is infinite.
pub(crate) fn breach(program: &Program, point: &[Rational]) -> f64 {
    let outside = program.columns().iter().zip(point).any(|(c, x)| *x < c.lower || *x > c.upper);
    let worst = program.rows().iter().map(|row| {
        let size = |(id, a): &(ColumnId, Rational)| {
            let column = &program.columns()[id.0];
            (a * &column.lower.abs().max(column.upper.abs())).abs().to_f64()
        };
        let limits = row.at_least.iter().chain(&row.at_most).map(|limit| limit.abs().to_f64());
        let scale = row.terms.iter().map(size).chain(limits).fold(1.0, f64::max);
        let sum = row.sum(point);
        let under = row.at_least.as_ref().map_or(0.0, |low| (low - &sum).to_f64());
        let over = row.at_most.as_ref().map_or(0.0, |high| (&sum - high).to_f64());
        under.max(over) / scale
    });
    if outside { f64::INFINITY } else { worst.fold(0.0, f64::max) }
}

/// An upper bound of the value, proved by the duals after those with an impossible sign are set to zero; and how
/// large the largest of those was, in proportion to the largest value of a column.
pub(crate) fn dual_bound(program: &Program, duals: &[Rational]) -> (Rational, f64) {
    let mut reduced: Vec<Rational> = program.columns().iter().map(|column| column.value.clone()).collect();
    let (mut bound, mut wrong) = (Rational::ZERO, 0.0_f64);
    for (row, dual) in program.rows().iter().zip(duals) {
        let limit = if dual.is_negative() { &row.at_least } else { &row.at_most };
        let Some(limit) = limit else {
            wrong = wrong.max(dual.abs().to_f64());
            continue;
        };
        bound = bound.plus_product(dual, limit);
        for (id, coefficient) in &row.terms {
            reduced[id.0] = reduced[id.0].plus_product(&-dual, coefficient);
        }
    }
    for (column, worth) in program.columns().iter().zip(&reduced) {
        bound = bound.plus_product(worth, if worth.is_negative() { &column.lower } else { &column.upper });
    }
    let top = program.columns().iter().map(|column| column.value.abs().to_f64()).fold(f64::MIN_POSITIVE, f64::max);
    (bound, wrong / top)
}
