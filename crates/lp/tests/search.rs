//! The search against trying every whole point.

use std::cell::Cell;

use fordela_lp::exact::{Effort, Found, Precision, Search, Simplex, Spent, Status, TreeNode};
use fordela_lp::{Column, ColumnId, Program, Row};
use fordela_num::Rational;
use proptest::prelude::*;

fn r(n: i64) -> Rational {
    Rational::from(n)
}

type Row3 = (Vec<i64>, i64, bool);

fn program(columns: &[(i64, i64)], rows: &[Row3]) -> Program {
    let mut program = Program::new();
    for (upper, value) in columns {
        program.add_column(Column { integer: true, ..Column::up_to(r(*upper), r(*value)) });
    }
    for (coefficients, limit, floor) in rows {
        let terms = coefficients.iter().take(columns.len()).enumerate().map(|(j, a)| (ColumnId(j), r(*a))).collect();
        program.add_row(if *floor {
            Row::at_least("floor", terms, r(*limit / 4))
        } else {
            Row::at_most("cap", terms, r(*limit))
        });
    }
    program
}

/// Every whole point that satisfies the rows.
fn all_points(program: &Program) -> Vec<Vec<Rational>> {
    let mut points = vec![Vec::new()];
    for column in program.columns() {
        let most = column.upper.to_i128().unwrap_or_default();
        points = points
            .into_iter()
            .flat_map(|point: Vec<Rational>| (0..=most).map(move |x| [point.clone(), vec![Rational::from(x)]].concat()))
            .collect();
    }
    points.retain(|point| {
        program.rows().iter().all(|row| {
            let sum = row.sum(point);
            row.at_least.as_ref().is_none_or(|l| *l <= sum) && row.at_most.as_ref().is_none_or(|u| sum <= *u)
        })
    });
    points
}

/// Searches exactly, or with nodes in floats.
fn search<T>(program: &Program, in_floats: bool, work: u64, run: impl FnOnce(&mut Search) -> T) -> T {
    let simplex = if in_floats { Simplex::new(program).floats_first() } else { Simplex::new(program) };
    run(&mut Search::new(program, simplex, Precision::Grid(r(1)), &Effort::new(work, &|| false)))
}

/// The most that points are worth at which the last column may be any number: tries all whole numbers of the others.
fn best_with_parts(program: &Program) -> Option<Rational> {
    let whole = program.columns().len() - 1;
    let mut points = vec![Vec::new()];
    for column in &program.columns()[..whole] {
        let most = column.upper.to_i128().unwrap_or_default();
        points = points
            .into_iter()
            .flat_map(|p: Vec<i128>| (0..=most).map(move |x| [p.clone(), vec![x]].concat()))
            .collect();
    }
    let worth = |point: Vec<i128>| {
        let mut simplex = Simplex::new(program);
        point.iter().enumerate().for_each(|(j, &x)| simplex.set_bounds(j, Rational::from(x), Rational::from(x)));
        let solved = simplex.solve(&Effort::new(u64::MAX, &|| false));
        (solved == Ok(Status::Optimal)).then(|| simplex.value())
    };
    points.into_iter().filter_map(worth).max()
}

fn values() -> impl Strategy<Value = (Vec<(i64, i64)>, Vec<Row3>)> {
    let rows = (prop::collection::vec(0_i64..6, 6), 0_i64..25, prop::bool::weighted(0.25));
    (prop::collection::vec((1_i64..3, 0_i64..9), 1..7), prop::collection::vec(rows, 1..4))
}

/// The bound that a leaf proves, for columns within the given bounds.
fn leaf_bound(program: &Program, y: &[Rational], bounds: &[(Rational, Rational)], with_value: bool) -> Rational {
    let mut net: Vec<Rational> =
        program.columns().iter().map(|c| if with_value { c.value.clone() } else { r(0) }).collect();
    let mut total = r(0);
    for (row, y) in program.rows().iter().zip(y) {
        let limit = if y.is_positive() { &row.at_most } else { &row.at_least };
        let (Some(limit), false) = (limit, y.is_zero()) else { continue };
        total = total.plus_product(y, limit);
        for (column, a) in &row.terms {
            net[column.0] -= &(a * y);
        }
    }
    for (net, (lower, upper)) in net.iter().zip(bounds) {
        total = total.plus_product(net, if net.is_positive() { upper } else { lower });
    }
    total
}

/// The bound that a tree proves: of its leaves the largest, where a leaf that contradicts itself has none.
fn tree_bound(program: &Program, found: &Found) -> Option<Rational> {
    let bounds = program.columns().iter().map(|c| (c.lower.clone(), c.upper.clone())).collect::<Vec<_>>();
    let mut open = vec![(0, bounds)];
    let mut most: Option<Rational> = None;
    while let Some((node, bounds)) = open.pop() {
        match &found.tree.nodes[node] {
            TreeNode::Split { column, at, down, up } => {
                let mut low = bounds.clone();
                low[*column].1 = at.clone();
                let mut high = bounds;
                high[*column].0 = at + &r(1);
                open.extend([(*down, low), (*up, high)]);
            }
            TreeNode::Bounded(y) => {
                let bound = leaf_bound(program, y, &bounds, true);
                most = Some(most.map_or(bound.clone(), |most| most.max(bound)));
            }
            TreeNode::Impossible(y) => assert!(leaf_bound(program, y, &bounds, false).is_negative()),
        }
    }
    most
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn finds_the_best_point_and_proves_it((columns, rows) in values(), in_floats in any::<bool>()) {
        let program = program(&columns, &rows);
        let found = search(&program, in_floats, u64::MAX, |search| search.best(None));
        prop_assert!(found.closed);
        let best = all_points(&program).iter().map(|point| program.value(point)).max();
        prop_assert_eq!(found.point.as_ref().map(|point| program.value(point)), best.clone());
        if let Some(best) = best {
            let bound = tree_bound(&program, &found);
            prop_assert_eq!(bound.map(|bound| bound.floor()), Some(best));
        }
    }

    #[test]
    fn a_search_cut_short_still_proves_its_bound(
        (columns, rows) in values(),
        in_floats in any::<bool>(),
        work in 0_u64..200,
    ) {
        let program = program(&columns, &rows);
        let found = search(&program, in_floats, work, |search| search.best(None));
        if let Some(best) = all_points(&program).iter().map(|point| program.value(point)).max() {
            prop_assert!(tree_bound(&program, &found).is_some_and(|bound| bound >= best));
        }
    }

    #[test]
    fn finds_the_best_point_with_parts((columns, rows) in values(), in_floats in any::<bool>()) {
        let whole = program(&columns, &rows);
        let mut parted = Program::new();
        for (j, column) in whole.columns().iter().enumerate() {
            parted.add_column(Column { integer: j + 1 < columns.len(), ..column.clone() });
        }
        whole.rows().iter().for_each(|row| {
            parted.add_row(row.clone());
        });
        let simplex = if in_floats { Simplex::new(&parted).floats_first() } else { Simplex::new(&parted) };
        let found = Search::new(&parted, simplex, Precision::Exact, &Effort::new(u64::MAX, &|| false)).best(None);
        prop_assert!(found.closed);
        let best = best_with_parts(&parted);
        prop_assert_eq!(found.point.as_ref().map(|point| parted.value(point)), best.clone());
        prop_assert_eq!(best.and_then(|_| tree_bound(&parted, &found)), best_with_parts(&parted));
    }

    #[test]
    fn settles_ties_by_the_order((columns, rows) in values(), in_floats in any::<bool>(), turn in 0_usize..6) {
        let program = program(&columns, &rows);
        let mut order: Vec<usize> = (0..columns.len()).collect();
        order.rotate_left(turn % columns.len());
        let settled = search(&program, in_floats, u64::MAX, |search| {
            let point = search.best(None).point?;
            Some(search.settle(&order, point))
        });
        let points = all_points(&program);
        let best = points.iter().map(|point| program.value(point)).max();
        let first = points
            .into_iter()
            .filter(|point| Some(program.value(point)) == best)
            .max_by_key(|point| order.iter().map(|&j| point[j].clone()).collect::<Vec<_>>());
        prop_assert_eq!(settled, first);
    }
}

#[test]
fn stops_when_asked() {
    let program = program(&[(1, 3), (1, 4)], &[(vec![2, 3], 4, false)]);
    let asked = Cell::new(0);
    let stop = || {
        asked.set(asked.get() + 1);
        true
    };
    let effort = Effort::new(u64::MAX, &stop);
    assert_eq!(effort.spend(1_000_000), Err(Spent));
    let found = Search::new(&program, Simplex::new(&program), Precision::Exact, &effort).best(None);
    assert!(!found.closed);
    assert_eq!(asked.get(), 1);
}
