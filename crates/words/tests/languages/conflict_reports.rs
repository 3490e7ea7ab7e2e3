//! What reports say of impossible calls, and of the ways out.

use fordela::call::{Base, Limit};
use fordela::{Money, Proven, Rational};
use fordela_words::report::{impossible, way_out};

use super::{look, look_at, name, percent, samples, third};

#[test]
fn clashes_are_told_in_both_languages() {
    for (rational, money) in [(Rational::ZERO, Money::ZERO), (Rational::ONE, Money::new(1)), (third(), Money::new(300))]
    {
        look(&rational, |_, words| impossible::floor_above_asked(&rational, money, words));
        look(&rational, |_, words| impossible::floor_above_funds(&rational, money, words));
        look(&rational, |_, words| impossible::floors_above_funds(&rational, money, words));
        look(&rational, |_, words| impossible::floors_above_budget(&rational, money, words));
        look(&rational, |_, words| impossible::floors_above_cap(&rational, &rational, words));
    }
}

#[test]
fn what_is_proven_of_conflicts_is_told_in_both_languages() {
    for proven in samples![
        Proven::Clash => [Proven::Clash],
        Proven::NoneToSpare => [Proven::NoneToSpare],
        Proven::Smallest => [Proven::Smallest],
    ] {
        look(proven, |_, words| impossible::proven(proven, words));
    }
}

#[test]
fn ways_out_are_told_in_both_languages() {
    look_at(&[
        way_out::heading,
        way_out::none_found,
        way_out::others,
        way_out::higher_caps,
        way_out::higher_caps_not_enough,
        way_out::even_cut,
        way_out::even_cut_not_enough,
        way_out::more_money,
        way_out::more_money_not_enough,
        way_out::kept_floors,
        way_out::kept_floors_not_enough,
        way_out::not_settled,
        way_out::is_least,
        way_out::least_not_settled,
    ]);
    for floors in [0, 1, 13] {
        for all_floors in [true, false] {
            look(floors, |_, words| way_out::cut_by(&third(), floors, all_floors, words));
        }
    }
    let limits = [Limit::Money(Money::new(1)), Limit::Percent(percent("62.5 %"), Base::Granted)];
    for limit in limits {
        look(limit, |_, words| way_out::lowered(&name("floor"), limit, limit, words));
    }
    for by in [Rational::ONE, third()] {
        look(&by, |_, words| way_out::in_all(&by, words));
    }
    for is_most in [true, false] {
        look(is_most, |_, words| way_out::then_granted(Money::new(1_500), is_most, words));
    }
    look("budget", |_, words| way_out::budget(Money::new(1_500), Money::new(1), words));
}
