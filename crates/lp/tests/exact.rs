//! The exact simplex against certificates that are checked from the program alone.
//!
//! Optimality is a point within the rows and a bound by weak duality with the same value;
//! impossibility is a bound below zero for a program worth nothing. Neither looks at the simplex.

use fordela_lp::exact::{Effort, Raised, Simplex, Status};
use fordela_lp::{Column, ColumnId, Program, Row, Solution, Stop};
use fordela_num::Rational;
use proptest::prelude::*;

fn r(n: i64) -> Rational {
    Rational::from(n)
}

/// `Σ y·limit + Σ max over the box of (value − yᵀA)·x`: no point is worth more, whatever `y` is.
fn bound(program: &Program, y: &[Rational], with_value: bool) -> Option<Rational> {
    let mut net: Vec<Rational> =
        program.columns().iter().map(|c| if with_value { c.value.clone() } else { Rational::ZERO }).collect();
    let mut total = Rational::ZERO;
    for (row, y) in program.rows().iter().zip(y) {
        if y.is_zero() {
            continue;
        }
        let limit = if y.is_positive() { row.at_most.as_ref() } else { row.at_least.as_ref() };
        total = total.plus_product(y, limit?);
        for (column, a) in &row.terms {
            net[column.0] -= &(a * y);
        }
    }
    for (column, net) in program.columns().iter().zip(net) {
        total = total.plus_product(&net, if net.is_positive() { &column.upper } else { &column.lower });
    }
    Some(total)
}

fn holds(program: &Program, point: &[Rational]) -> bool {
    let boxed = program.columns().iter().zip(point).all(|(c, x)| c.lower <= *x && *x <= c.upper);
    boxed
        && program.rows().iter().all(|row| {
            let sum = row.sum(point);
            row.at_least.as_ref().is_none_or(|l| *l <= sum) && row.at_most.as_ref().is_none_or(|u| sum <= *u)
        })
}

/// Signs that a bound may not use are projected away; what is left must still contradict.
fn contradicts(program: &Program, ray: &[Rational]) -> bool {
    let usable: Vec<Rational> = program
        .rows()
        .iter()
        .zip(ray)
        .map(|(row, y)| {
            let has = if y.is_positive() { row.at_most.is_some() } else { row.at_least.is_some() };
            if has { y.clone() } else { Rational::ZERO }
        })
        .collect();
    bound(program, &usable, false).is_some_and(|bound| bound.is_negative())
}

fn unlimited() -> Effort<'static> {
    Effort::new(u64::MAX, &|| false)
}

fn check(program: &Program, simplex: &mut Simplex) -> Result<bool, TestCaseError> {
    match simplex.solve(&unlimited()).map_err(|spent| TestCaseError::fail(spent.to_string()))? {
        Status::Optimal => {
            let point = simplex.point();
            prop_assert!(holds(program, &point), "{point:?} breaks a row");
            let value = program.value(&point);
            prop_assert_eq!(&value, &simplex.value());
            prop_assert_eq!(bound(program, &simplex.duals(), true), Some(value));
            Ok(true)
        }
        Status::Infeasible(ray) => {
            prop_assert!(contradicts(program, &ray), "{ray:?} contradicts nothing");
            Ok(false)
        }
    }
}

fn all_terms(coefficients: Vec<i64>) -> Vec<(ColumnId, Rational)> {
    coefficients.into_iter().enumerate().map(|(j, a)| (ColumnId(j), r(a))).collect()
}

/// Few different numbers, so that ties and degenerate corners are the rule.
fn program() -> impl Strategy<Value = Program> {
    let coefficient = || prop_oneof![3 => Just(0_i64), 5 => Just(1), 1 => -2_i64..4];
    (1_usize..9, 0_usize..7).prop_flat_map(move |(n, m)| {
        let columns = prop::collection::vec((-2_i64..3, 0_i64..5, -3_i64..4), n);
        let row = (prop::collection::vec(coefficient(), n), -4_i64..12, 0_i64..6, 0_u8..4);
        (columns, prop::collection::vec(row, m)).prop_map(|(columns, rows)| {
            let mut program = Program::new();
            for (lower, width, value) in columns {
                program.add_column(Column {
                    lower: r(lower),
                    upper: r(lower + width),
                    value: r(value),
                    integer: false,
                });
            }
            for (coefficients, limit, width, kind) in rows {
                let terms = all_terms(coefficients);
                program.add_row(match kind {
                    0 => Row::at_least("floor", terms, r(limit)),
                    1 => Row::exactly("sum", terms, r(limit)),
                    2 => Row { at_most: Some(r(limit + width)), ..Row::at_least("range", terms, r(limit)) },
                    _ => Row::at_most("cap", terms, r(limit)),
                });
            }
            program
        })
    })
}

/// A program with zero as a point, so that it is never impossible.
fn capped() -> impl Strategy<Value = Program> {
    (2_usize..10, 1_usize..7).prop_flat_map(|(n, m)| {
        let columns = prop::collection::vec((1_i64..6, 0_i64..3), n);
        let rows = prop::collection::vec((prop::collection::vec(0_i64..2, n), 0_i64..14), m);
        (columns, rows).prop_map(|(columns, rows)| {
            let mut program = Program::new();
            for (upper, value) in columns {
                program.add_column(Column::up_to(r(upper), r(value)));
            }
            for (coefficients, limit) in rows {
                program.add_row(Row::at_most("cap", all_terms(coefficients), r(limit)));
            }
            program
        })
    })
}

/// The same rows, and columns changed one by one.
fn with_columns(program: &Program, change: impl Fn(usize, &Column) -> Column) -> Program {
    let mut changed = Program::new();
    for (j, column) in program.columns().iter().enumerate() {
        changed.add_column(change(j, column));
    }
    for row in program.rows() {
        changed.add_row(row.clone());
    }
    changed
}

fn guessed(point: Option<Vec<f64>>) -> Solution {
    Solution { stop: Stop::Optimal, point, duals: None }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn optimal_or_impossible_is_certified(program in program()) {
        let possible = check(&program, &mut Simplex::new(&program))?;
        prop_assert_eq!(check(&program, &mut Simplex::new(&program).floats_first())?, possible);
        let asked_again = Simplex::new(&program).floats_first().floats_if_stalled().meeting_rows();
        prop_assert_eq!(check(&program, &mut { asked_again })?, possible);
    }

    #[test]
    fn every_start_ends_at_the_same_value(program in program(), guess in prop::collection::vec(-3.0_f64..8.0, 9)) {
        let mut plain = Simplex::new(&program);
        let possible = check(&program, &mut plain)?;
        let mut started = Simplex::new(&program);
        started.warm_start(&guessed(Some(guess[..program.columns().len()].to_vec())));
        prop_assert_eq!(possible, check(&program, &mut started)?);
        if possible {
            prop_assert_eq!(plain.value(), started.value());
        }
    }

    #[test]
    fn changed_bounds_are_solved_from_where_it_stands(program in program(), at in 0_usize..9, up in any::<bool>()) {
        let mut simplex = Simplex::new(&program);
        simplex.solve(&unlimited()).expect("no limit");
        let at = at % program.columns().len();
        let to = if up { &program.columns()[at].upper } else { &program.columns()[at].lower }.clone();
        simplex.set_bounds(at, to.clone(), to.clone());
        let changed = with_columns(&program, |j, column| {
            if j == at { Column { lower: to.clone(), upper: to.clone(), ..column.clone() } } else { column.clone() }
        });
        check(&changed, &mut simplex)?;
    }

    // By the definition: a raised column can only be raised further by lowering one that is no higher.
    #[test]
    fn raising_ends_at_the_leximin_point(
        program in capped(),
        weights in prop::collection::vec(1_i64..5, 10),
        heads in prop::collection::vec(0_i64..3, 10),
        floats_first in any::<bool>(),
    ) {
        let simplex = Simplex::new(&program);
        let mut simplex = if floats_first { simplex.floats_first() } else { simplex };
        prop_assert_eq!(simplex.solve(&unlimited()), Ok(Status::Optimal));
        let best = simplex.value();
        let raised: Vec<Raised> = (0..program.columns().len())
            .map(|column| Raised { column, weight: r(weights[column]), head_start: r(heads[column]) })
            .collect();
        simplex.keep_optimal();
        simplex.raise(&raised, &unlimited()).expect("no limit");
        let point = simplex.point();
        prop_assert!(holds(&program, &point));
        prop_assert_eq!(program.value(&point), best.clone());
        let level = |k: usize| (&point[k] + &raised[k].head_start) / &raised[k].weight;
        for j in 0..point.len() {
            let mut face = with_columns(&program, |k, column| Column {
                lower: if level(k) <= level(j) { point[k].clone() } else { column.lower.clone() },
                value: if k == j { r(1) } else { r(0) },
                ..column.clone()
            });
            let values = program.columns().iter().enumerate().map(|(k, c)| (ColumnId(k), c.value.clone())).collect();
            face.add_row(Row::at_least("as good", values, best.clone()));
            let mut further = Simplex::new(&face);
            prop_assert_eq!(further.solve(&unlimited()), Ok(Status::Optimal));
            prop_assert_eq!(further.value_of(j), &point[j], "column {} can be raised", j);
        }
    }

    #[test]
    fn raising_does_not_depend_on_the_start(program in capped(), guess in prop::collection::vec(0.0_f64..6.0, 10)) {
        let n = program.columns().len();
        let raised: Vec<Raised> = (0..n)
            .map(|column| Raised { column, weight: program.columns()[column].upper.clone(), head_start: r(0) })
            .collect();
        let end = |start: Option<Vec<f64>>| {
            let mut simplex = Simplex::new(&program);
            simplex.warm_start(&guessed(start));
            simplex.solve(&unlimited()).expect("no limit");
            simplex.keep_optimal();
            simplex.raise(&raised, &unlimited()).expect("no limit");
            simplex.point()
        };
        prop_assert_eq!(end(None), end(Some(guess[..n].to_vec())));
    }
}

/// So many columns that floats are asked first; few sorts of them, so that most are alike and tied.
fn large() -> impl Strategy<Value = Program> {
    let column = (1_i64..40, 1_i64..4, 0_usize..6, 0_usize..3);
    let limits = prop::collection::vec((1_i64..4, 5_i64..10), 6);
    (prop::collection::vec(column, 420..600), limits, 2_i64..9, prop::collection::vec(0_i64..4, 3)).prop_map(
        |(columns, limits, tenths, floors)| {
            let mut program = Program::new();
            let mut groups = vec![Vec::new(); 10];
            let mut asked = [0; 10];
            for (upper, value, of, area) in columns {
                let column = program.add_column(Column::up_to(r(upper), r(value)));
                for group in [of, 6 + area, 9] {
                    groups[group].push((column, r(1)));
                    asked[group] += upper;
                }
            }
            program.add_row(Row::at_most("money", groups[9].clone(), r(asked[9] * tenths / 10)));
            for (of, (least, most)) in limits.into_iter().enumerate() {
                let floor = r(asked[of] * least * tenths / 100);
                let cap = r(asked[of] * most / 10);
                program.add_row(Row { at_most: Some(cap), ..Row::at_least("part", groups[of].clone(), floor) });
            }
            for (area, least) in floors.into_iter().enumerate() {
                let floor = r(asked[6 + area] * least * tenths / 100);
                program.add_row(Row::at_least("area", groups[6 + area].clone(), floor));
            }
            program
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    // The oracle of the raise is the exact one.
    #[test]
    fn floats_find_what_is_found_exactly(program in large()) {
        let mut simplex = Simplex::new(&program);
        prop_assume!(check(&program, &mut simplex)?);
        prop_assert_eq!(simplex.exchanges(), 0, "floats found another basis");
        let raised: Vec<Raised> = (0..program.columns().len())
            .map(|column| Raised { column, weight: program.columns()[column].upper.clone(), head_start: r(0) })
            .collect();
        let mut exactly = Simplex::new(&program).floats_never();
        for simplex in [&mut simplex, &mut exactly] {
            simplex.solve(&unlimited()).expect("no limit");
            simplex.keep_optimal();
            simplex.raise(&raised, &unlimited()).expect("no limit");
        }
        prop_assert_eq!(simplex.exchanges(), 0, "floats did not find who stops whom");
        prop_assert_eq!(simplex.point(), exactly.point());
        prop_assert!(holds(&program, &simplex.point()));
    }
}

/// The same program with a column for the sum of each part, and the places of these.
fn with_sums(mut program: Program) -> (Program, Vec<usize>) {
    let parts: Vec<Row> = program.rows().iter().filter(|row| row.label == "part").cloned().collect();
    let sum = |part: Row| {
        let most = part.terms.iter().map(|(column, _)| program.columns()[column.0].upper.clone()).sum();
        let sum = program.add_column(Column::up_to(most, r(0)));
        let terms = part.terms.into_iter().chain([(sum, r(-1))]).collect();
        program.add_row(Row::exactly("sum", terms, r(0)));
        sum.0
    };
    let sums = parts.into_iter().map(sum).collect();
    (program, sums)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    // Where only sums are raised, what they are made of moves as it must. The oracle is the exact raise.
    #[test]
    fn floats_find_where_sums_end(program in large(), weights in prop::collection::vec(1_i64..9, 6)) {
        let (program, sums) = with_sums(program);
        let raised: Vec<Raised> = sums.iter().zip(weights)
            .map(|(&column, weight)| Raised { column, weight: r(weight), head_start: r(0) })
            .collect();
        let nothing = vec![r(0); program.columns().len()];
        let mut ends = Vec::new();
        for mut simplex in [Simplex::new(&program), Simplex::new(&program).floats_never()] {
            simplex.set_costs(&nothing);
            prop_assume!(simplex.solve(&unlimited()) == Ok(Status::Optimal));
            let before = simplex.exchanges();
            simplex.raise(&raised, &unlimited()).expect("no limit");
            prop_assert!(holds(&program, &simplex.point()));
            ends.push((sums.iter().map(|&sum| simplex.value_of(sum).clone()).collect::<Vec<_>>(), simplex.exchanges() - before));
        }
        prop_assert_eq!(&ends[0].0, &ends[1].0);
        prop_assert_eq!(ends[0].1, 0, "floats did not find where all stand");
    }
}

/// What floats leave of the way to a bound is no way: many columns rise, one after the other as far as it goes, until another is
/// used up that makes up a row with them.
#[test]
fn a_rise_ends_however_large_the_numbers() {
    for n in 1..40 {
        let all = r(1_000_000_007) * r(n) / r(7);
        let mut program = Program::new();
        let most = |k: i64| &all * &r(k) / r(1_700);
        let columns: Vec<ColumnId> = (1..=40).map(|k| program.add_column(Column::up_to(most(2 * k), r(0)))).collect();
        let other = program.add_column(Column::up_to(&all + &all, r(0)));
        let terms = columns.iter().chain([&other]).map(|&column| (column, r(1))).collect();
        program.add_row(Row::exactly("all", terms, all.clone()));
        let raised = (1..).zip(&columns).map(|(k, column)| Raised {
            column: column.0,
            weight: r(k) / r(13),
            head_start: r(k % 5),
        });
        let raised: Vec<Raised> = raised.collect();
        let ends = [Simplex::new(&program).floats_first(), Simplex::new(&program).floats_never()].map(|mut simplex| {
            assert_eq!(simplex.solve(&unlimited()), Ok(Status::Optimal));
            simplex.raise(&raised, &unlimited()).expect("no limit");
            simplex.point()
        });
        assert_eq!(ends[0], ends[1]);
    }
}

/// Two columns that cost something must be all that there is of them: only then do floats find the basis.
#[test]
fn floats_meet_a_row_with_all_there_is() {
    let mut program = Program::new();
    let both = [(); 2].map(|()| (program.add_column(Column::up_to(r(1), r(-1))), r(1)));
    program.add_row(Row::at_least("both", both.to_vec(), r(2)));
    let mut simplex = Simplex::new(&program).floats_first().meeting_rows();
    assert_eq!(simplex.solve(&unlimited()), Ok(Status::Optimal));
    assert_eq!((simplex.point(), simplex.exchanges()), (vec![r(1), r(1)], 0));
}

/// Every column of a chain of rows enters the basis, and each time at least as many numbers are looked at as there are
/// columns and rows.
#[test]
fn what_is_looked_at_is_counted() {
    let spent = |size: usize| {
        let mut program = Program::new();
        let columns: Vec<ColumnId> = (0..size).map(|_| program.add_column(Column::up_to(r(1_000), r(1)))).collect();
        for (n, &column) in columns.iter().enumerate() {
            let before = n.checked_sub(1).map(|before| (columns[before], r(1)));
            let terms = before.into_iter().chain([(column, r(1))]).collect();
            program.add_row(Row::at_most("chain", terms, r(1 + i64::try_from(n).expect("a size"))));
        }
        let effort = unlimited();
        assert_eq!(Simplex::new(&program).solve(&effort), Ok(Status::Optimal));
        effort.spent()
    };
    for size in [4_usize, 16, 64] {
        assert!(spent(size) >= u64::try_from(size * (size + size)).expect("a size"), "{size}: {}", spent(size));
    }
}
