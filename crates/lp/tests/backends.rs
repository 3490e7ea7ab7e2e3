//! What every backend of the build must do, with a test for each fault that solvers are known to have.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail as tests do")]

mod support;

use std::time::Duration;

use fordela_lp::{Backend, Column, ColumnId, Program, Row, Solution, Solver, Stop};
use fordela_num::Rational;
use support::{AGREE, Random, breach, dual_bound, exact, float_backends, nested, relative, terms, value};

fn whole(number: i64) -> Rational {
    Rational::from(number)
}

/// Ten to the power of `digits`.
fn power_of_ten(digits: u32) -> Rational {
    (0..digits).fold(Rational::ONE, |power, _| &power * &whole(10))
}

fn column(lower: i64, upper: i64, value: i64) -> Column {
    Column { lower: whole(lower), upper: whole(upper), value: whole(value), integer: false }
}

/// A program with only columns.
fn columns(columns: impl IntoIterator<Item = Column>) -> Program {
    let mut program = Program::new();
    for column in columns {
        program.add_column(column);
    }
    program
}

/// Checks that `solution` is optimal, and that its point is as good as an optimum and within all limits.
fn assert_optimal(program: &Program, solution: &Solution, optimum: &Rational, of: &str) {
    assert_eq!(solution.stop, Stop::Optimal, "{of}");
    let point = exact(solution.point.as_deref().expect("an optimum has a point"));
    let off = relative(&program.value(&point), optimum);
    assert!(off <= AGREE, "{of}: off by {off:e}");
    let breach = breach(program, &point);
    assert!(breach <= AGREE, "{of}: breaks a limit by {breach:e}");
}

#[test]
fn rows_in_raw_kronor_are_solved_right() {
    for seed in 0..200 {
        let (program, optimum) = nested(&mut Random::new(seed), 50, 5);
        for backend in float_backends() {
            assert_optimal(&program, &backend.solve(&program, None), &optimum, &format!("{backend}, seed {seed}"));
        }
    }
}

#[test]
fn duals_prove_the_optimum() {
    for seed in 0..100 {
        let (program, optimum) = nested(&mut Random::new(seed), 30, 4);
        for backend in float_backends() {
            let solution = backend.solve(&program, None);
            let Some(duals) = solution.duals else {
                assert_eq!(backend, Backend::Microlp, "the others give duals");
                continue;
            };
            let (bound, wrong_sign) = dual_bound(&program, &exact(&duals));
            assert!(bound >= optimum, "{backend}, seed {seed}: {bound} is no bound of {optimum}");
            let off = relative(&bound, &optimum);
            assert!(off <= AGREE, "{backend}, seed {seed}: the bound is off by {off:e}");
            assert!(wrong_sign <= AGREE, "{backend}, seed {seed}: wrong sign by {wrong_sign:e}");
        }
    }
}

/// Rows of every kind over columns with every kind of bounds; a point in the middle satisfies them all.
fn mixed(random: &mut Random) -> Program {
    let mut program = Program::new();
    for _ in 0..12 {
        let lower = random.between(-2_000_000, 2_000_000);
        let width = random.between(0, 3) * random.between(1, 1_500_000);
        program.add_column(column(lower, lower + width, random.between(-9, 9)));
    }
    for place in 0..6 {
        let terms: Vec<_> = (0..12)
            .filter(|_| random.between(0, 2) == 0)
            .collect::<Vec<_>>()
            .into_iter()
            .map(|column| (ColumnId(column), whole(random.between(-1000, 1000))))
            .collect();
        let mut row = Row { label: format!("row {place}"), terms, at_least: None, at_most: None };
        let middle: Vec<Rational> = program.columns().iter().map(|c| &(&c.lower + &c.upper) / &whole(2)).collect();
        let sum = row.sum(&middle);
        let room = whole(random.between(0, 100_000_000));
        match place % 4 {
            0 => row.at_most = Some(&sum + &room),
            1 => row.at_least = Some(&sum - &room),
            2 => (row.at_least, row.at_most) = (Some(&sum - &room), Some(&sum + &room)),
            _ => (row.at_least, row.at_most) = (Some(sum.clone()), Some(sum)),
        }
        program.add_row(row);
    }
    program
}

#[test]
fn rows_of_every_kind_are_bounded_by_their_duals() {
    let mut bound_by = [0; 2];
    for seed in 0..200 {
        let program = mixed(&mut Random::new(seed));
        let bounds: Vec<Rational> = float_backends()
            .filter_map(|backend| backend.solve(&program, None).duals)
            .map(|duals| dual_bound(&program, &exact(&duals)).0)
            .collect();
        let bound = bounds.iter().min().expect("Clarabel gives duals");
        for backend in float_backends() {
            let solution = backend.solve(&program, None);
            assert_eq!(solution.stop, Stop::Optimal, "{backend}, seed {seed}");
            let point = exact(solution.point.as_deref().unwrap());
            // Values of both signs nearly cancel, so the size of the terms is what is compared with.
            let size = program.columns().iter().zip(&point).map(|(c, x)| (&c.value * x).abs()).sum::<Rational>();
            let off = (&program.value(&point) - bound).abs().to_f64() / size.to_f64().max(1.0);
            assert!(off <= AGREE, "{backend}, seed {seed}: off by {off:e}");
            let breach = breach(&program, &point);
            assert!(breach <= AGREE, "{backend}, seed {seed}: breaks a limit by {breach:e}");
            for dual in solution.duals.iter().flatten() {
                bound_by[usize::from(*dual < 0.0)] += usize::from(dual.abs() > 1e-3);
            }
        }
    }
    assert!(bound_by.iter().all(|count| *count > 50), "too few rows bind from above and below: {bound_by:?}");
}

#[test]
fn every_backend_finds_the_same_value() {
    for seed in 0..200 {
        let program = mixed(&mut Random::new(seed));
        let values: Vec<Rational> =
            float_backends().map(|backend| value(&program, &backend.solve(&program, None))).collect();
        let size: Rational = program.columns().iter().map(|c| &c.value.abs() * &c.lower.abs().max(c.upper.abs())).sum();
        for other in &values {
            let off = (other - &values[0]).abs().to_f64() / size.to_f64();
            assert!(off <= AGREE, "seed {seed}: {values:?}");
        }
    }
}

#[test]
fn what_no_float_holds_never_reaches_a_solver() {
    let huge = power_of_ten(400);
    let tiny = &Rational::ONE / &huge;
    for number in [&huge, &tiny, &-&huge, &-&tiny] {
        let of = |change: &dyn Fn(&mut Column, &mut Row)| {
            let mut column = column(0, 5, 1);
            let mut row = Row::at_most("row", terms(1), whole(3));
            change(&mut column, &mut row);
            let mut program = columns([column]);
            program.add_row(row);
            program
        };
        let beyond = |c: &mut Column| if number.is_negative() { &mut c.lower } else { &mut c.upper }.clone_from(number);
        let programs = [
            of(&|column, _| beyond(column)),
            of(&|column, _| (column.lower, column.upper) = (number.clone(), number + &Rational::ONE)),
            of(&|column, _| column.value.clone_from(number)),
            of(&|_, row| row.terms[0].1.clone_from(number)),
            of(&|_, row| row.at_most = Some(number.clone())),
            of(&|_, row| (row.at_least, row.at_most) = (Some(number.clone()), None)),
        ];
        let sign = if number.is_negative() { "minus" } else { "plus" };
        let size = if number.abs() > Rational::ONE { "huge" } else { "tiny" };
        for (place, program) in programs.iter().enumerate() {
            for backend in float_backends() {
                let solution = backend.solve(program, None);
                let failed = Solution { stop: Stop::Failed, point: None, duals: None };
                assert_eq!(solution, failed, "{backend}, program {place} with {sign} {size}");
            }
        }
    }
}

#[test]
fn numbers_that_only_just_fit_give_only_finite_answers() {
    let large = power_of_ten(300);
    for (upper, coefficient, limit) in [(&large, &large, &large), (&large, &Rational::ONE, &large)] {
        let mut program = columns([Column::up_to(upper.clone(), large.clone())]);
        program.add_row(Row::at_most("row", vec![(ColumnId(0), coefficient.clone())], limit.clone()));
        for backend in float_backends() {
            let solution = backend.solve(&program, None);
            let numbers = solution.point.iter().chain(&solution.duals).flatten();
            assert!(numbers.clone().all(|number| number.is_finite()), "{backend}: {solution:?}");
        }
    }
    // Each number fits, but not the limit in units of the row.
    let mut program = columns([column(0, 1, 1)]);
    program.add_row(Row::at_most("row", vec![(ColumnId(0), &Rational::ONE / &large)], large));
    for backend in float_backends() {
        assert_eq!(backend.solve(&program, None).stop, Stop::Failed, "{backend}");
    }
}

#[test]
fn a_program_with_no_columns_is_answered() {
    let row = |at_least: Option<i64>, at_most: Option<i64>| Row {
        label: "nothing".into(),
        terms: vec![],
        at_least: at_least.map(whole),
        at_most: at_most.map(whole),
    };
    for backend in float_backends() {
        let mut program = Program::new();
        let optimal = |duals| Solution { stop: Stop::Optimal, point: Some(vec![]), duals: Some(duals) };
        assert_eq!(backend.solve(&program, None), optimal(vec![]), "{backend}");
        program.add_row(row(Some(-1), Some(0)));
        assert_eq!(backend.solve(&program, None), optimal(vec![0.0]), "{backend}");
        for impossible in [row(Some(1), None), row(None, Some(-1)), row(Some(1), Some(-1))] {
            let mut program = program.clone();
            program.add_row(impossible);
            assert_eq!(backend.solve(&program, None).stop, Stop::Infeasible, "{backend}");
        }
    }
}

#[test]
fn rows_that_no_column_can_move_are_checked() {
    for backend in float_backends() {
        let mut program = columns([column(0, 4, 1), column(7, 7, 5)]);
        program.add_row(Row::at_most("empty", vec![], whole(0)));
        program.add_row(Row::at_most("zero", vec![(ColumnId(0), whole(0))], whole(0)));
        program.add_row(Row::exactly("fixed", vec![(ColumnId(1), whole(2))], whole(14)));
        let limitless = Row { label: "limitless".into(), terms: terms(2), at_least: None, at_most: None };
        program.add_row(limitless);
        let solution = backend.solve(&program, None);
        assert_optimal(&program, &solution, &whole(39), backend.name());
        assert!(solution.duals.is_none_or(|duals| duals == [0.0; 4]), "{backend}");
        program.add_row(Row::at_most("fixed too high", vec![(ColumnId(1), whole(2))], whole(13)));
        assert_eq!(backend.solve(&program, None).stop, Stop::Infeasible, "{backend}");
    }
}

#[test]
fn programs_without_rows_and_with_fixed_columns_are_solved() {
    for backend in float_backends() {
        let free = columns([column(-5, 3, 2), column(-5, 3, -2), column(4, 4, 1), column(-4, 9, 0)]);
        assert_optimal(&free, &backend.solve(&free, None), &whole(20), backend.name());
        let fixed = columns([column(4, 4, 1), column(-6, -6, 2)]);
        assert_eq!(backend.solve(&fixed, None).point, Some(vec![4.0, -6.0]), "{backend}");
    }
}

#[test]
fn the_impossible_is_called_infeasible() {
    for backend in float_backends() {
        let infeasible =
            |program: &Program| assert_eq!(backend.solve(program, None).stop, Stop::Infeasible, "{backend}");
        let two = || columns([column(0, 1_000_000, 1), column(0, 1_000_000, 1)]);
        let mut beyond = two();
        beyond.add_row(Row::at_least("more than all", terms(2), whole(2_100_000)));
        infeasible(&beyond);
        let mut crossed = two();
        crossed.add_row(Row::at_least("at least", terms(2), whole(900_000)));
        crossed.add_row(Row::at_most("at most", terms(2), whole(800_000)));
        infeasible(&crossed);
        let mut reversed = two();
        // By far less than any solver would see.
        let both = (Some(&whole(900_000) + &(&Rational::ONE / &power_of_ten(9))), Some(whole(900_000)));
        reversed.add_row(Row { label: "reversed".into(), terms: terms(2), at_least: both.0, at_most: both.1 });
        infeasible(&reversed);
        infeasible(&columns([column(3, 2, 1)]));
    }
}

#[test]
fn whole_columns_are_relaxed() {
    for backend in float_backends() {
        let mut program = columns([Column::choice(whole(3)), Column::choice(whole(2))]);
        program.add_row(Row::at_most("one and a half", terms(2), Rational::new(3, 2).unwrap()));
        assert_optimal(&program, &backend.solve(&program, None), &whole(4), backend.name());
    }
}

#[test]
fn tied_optima_stay_within_bounds() {
    for backend in float_backends() {
        let mut program = columns((0..40).map(|place| column(-place, 1_000_000 + place, 1)));
        program.add_row(Row::at_most("budget", terms(40), whole(7_000_000)));
        let solution = backend.solve(&program, None);
        assert_optimal(&program, &solution, &whole(7_000_000), backend.name());
    }
}

#[test]
fn a_column_that_is_not_in_the_program_is_no_panic() {
    for backend in float_backends() {
        let mut program = columns([column(0, 1, 1)]);
        program.add_row(Row::at_most("stray", terms(2), whole(1)));
        assert_eq!(backend.solve(&program, None).stop, Stop::Failed, "{backend}");
    }
}

#[test]
fn time_limits_are_soft_and_every_answer_is_well_formed() {
    let (program, optimum) = nested(&mut Random::new(1), 400, 12);
    for backend in float_backends() {
        for limit in [Duration::ZERO, Duration::from_nanos(1), Duration::from_millis(2), Duration::MAX] {
            let solution = backend.solve(&program, Some(limit));
            match solution.stop {
                Stop::Optimal => assert_optimal(&program, &solution, &optimum, backend.name()),
                Stop::TimeLimit => assert!(limit < Duration::MAX, "{backend}"),
                stop => panic!("{backend} stopped at {limit:?} with {stop:?}"),
            }
            let length = |numbers: Option<Vec<f64>>, right| numbers.is_none_or(|numbers| numbers.len() == right);
            assert!(length(solution.point, program.columns().len()), "{backend}");
            assert!(length(solution.duals, program.rows().len()), "{backend}");
        }
        assert_eq!(backend.solve(&program, Some(Duration::ZERO)).stop, Stop::TimeLimit, "{backend}");
    }
}

#[test]
fn the_exact_backend_gives_nothing() {
    let nothing = Solution { stop: Stop::Failed, point: None, duals: None };
    for program in [Program::new(), columns([column(0, 1, 1)])] {
        assert_eq!(Backend::Exact.solve(&program, Some(Duration::ZERO)), nothing);
    }
}

#[test]
fn the_same_program_gets_the_same_answer() {
    let (program, _) = nested(&mut Random::new(3), 100, 6);
    for backend in float_backends() {
        assert_eq!(backend.solve(&program, None), backend.solve(&program, None), "{backend}");
    }
}
