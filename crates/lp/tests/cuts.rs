//! Cuts against trying every whole point.

use std::cell::Cell;

use fordela_lp::exact::{Cut, Effort, Knapsack, cuts};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_num::Rational;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn r(n: i64) -> Rational {
    Rational::from(n)
}

/// Yes-or-no columns under caps and floors.
fn program(values: &[i64], rows: &[(Vec<i64>, i64, bool)]) -> Program {
    let mut program = Program::new();
    for value in values {
        program.add_column(Column::choice(r(*value)));
    }
    for (weights, part, is_floor) in rows {
        let weights = &weights[..values.len()];
        let terms = weights.iter().enumerate().map(|(j, weight)| (ColumnId(j), r(*weight))).collect();
        let limit = r(weights.iter().sum::<i64>() * part / 100);
        program.add_row(if *is_floor { Row::at_least("", terms, limit) } else { Row::at_most("", terms, limit) });
    }
    program
}

fn programs() -> impl Strategy<Value = Program> {
    let rows = (prop::collection::vec(0_i64..40, 9), 5_i64..95, prop::bool::weighted(0.4));
    (prop::collection::vec(1_i64..60, 3..9), prop::collection::vec(rows, 1..4))
        .prop_map(|(values, rows)| program(&values, &rows))
}

fn points(columns: usize) -> impl Iterator<Item = Vec<Rational>> {
    (0..1_u32 << columns).map(move |set| (0..columns).map(|j| r(i64::from(set >> j & 1))).collect())
}

fn holds(row: &Row, point: &[Rational]) -> bool {
    let sum = row.sum(point);
    row.at_least.as_ref().is_none_or(|least| *least <= sum) && row.at_most.as_ref().is_none_or(|most| sum <= *most)
}

fn found(program: &Program) -> Vec<(Cut, Row)> {
    cuts(program, &Knapsack::all_of(program), &Effort::new(u64::MAX, &|| false))
}

#[test]
fn whole_points_keep_all_cuts() {
    // How many covers and roundings there were: the law says nothing where there are none.
    let counts = [Cell::new(0), Cell::new(0)];
    let law = |program: Program| {
        for (cut, row) in found(&program) {
            let count = &counts[usize::from(matches!(cut, Cut::Rounding(_)))];
            count.set(count.get() + 1);
            for point in points(program.columns().len()) {
                let is_possible = program.rows().iter().all(|row| holds(row, &point));
                prop_assert!(!is_possible || holds(&row, &point), "{cut:?} loses {point:?}");
            }
        }
        Ok(())
    };
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig::with_cases(1_500),
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    if let Err(error) = runner.run(&programs(), law) {
        panic!("{error}");
    }
    let [covers, roundings] = counts.map(Cell::into_inner);
    assert!(covers > 300 && roundings > 300, "{covers} covers, {roundings} roundings");
}

/// 3 of five that weigh 5 each fit into 17; so do all points at which a cut lets 3 be taken.
#[test]
fn a_cover_of_what_weighs_the_same() {
    let program = program(&[9, 8, 7, 6, 5], &[(vec![5; 9], 68, false)]);
    let cuts = found(&program);
    let is_cardinality = |row: &Row| row.terms.iter().all(|(_, a)| *a == row.terms[0].1) && row.terms.len() == 5;
    let tight = cuts.iter().any(|(_, row)| is_cardinality(row) && row.at_most == Some(&row.terms[0].1 * &r(3)));
    assert!(tight, "{cuts:?}");
}
