//! What reports say of allocations, of how money is shared, of funds and of rules.

use fordela::call::draft::ObjectiveKind;
use fordela::call::{Base, Kind, Limit};
use fordela::{Money, Party, Rational};
use fordela_words::report::head::Head;
use fordela_words::report::why::{Brief, brief};
use fordela_words::report::{allocation, limit, money_by_fund, rules, sharing};

use super::{look, look_at, percent, samples, third};

/// Sums and parts that are awkward to tell.
fn numbers() -> [Rational; 4] {
    [Rational::ZERO, Rational::ONE, Rational::from(1_234_567_i64), third()]
}

#[test]
fn heads_are_told_in_both_languages() {
    for head in [
        Head::Amount,
        Head::ApplicantAndActivity,
        Head::Budget,
        Head::Change,
        Head::ExpectedUnspent,
        Head::Fund,
        Head::Limit,
        Head::Pays,
        Head::Priority,
        Head::PriorityShort,
        Head::RuleAndForWhom,
        Head::Share,
        Head::Suggested,
        Head::UnspentAtWorst,
    ] {
        look(head, |_, words| words.head(head).to_owned());
    }
}

#[test]
fn allocations_are_told_in_both_languages() {
    look_at(&[allocation::why, allocation::proof]);
    for unit in [1, 2, 10, 100, 1_000, 10_000, 100_000, 1_000_000] {
        let unit = Money::new(unit);
        look(unit, |_, words| allocation::headline(Money::ZERO, Money::new(1_500_000), unit, words));
    }
    for number in numbers() {
        look(&number, |_, words| allocation::best(&number, words));
        look(&number, |_, words| allocation::nearly_best(&number, &number, &number, words));
    }
}

#[test]
fn shared_money_is_told_in_both_languages() {
    look_at(&[sharing::not_shown]);
    for kind in samples![
        ObjectiveKind::Priority => [ObjectiveKind::Priority],
        ObjectiveKind::Proportional => [ObjectiveKind::Proportional],
        ObjectiveKind::EqualAwards => [ObjectiveKind::EqualAwards],
        ObjectiveKind::EqualLosses => [ObjectiveKind::EqualLosses],
        ObjectiveKind::Talmud => [ObjectiveKind::Talmud],
        ObjectiveKind::Leximin => [ObjectiveKind::Leximin],
        ObjectiveKind::Nash => [ObjectiveKind::Nash],
    ] {
        for over in [Party::Activity, Party::Applicant] {
            for weighted in [true, false] {
                look(kind, |_, words| sharing::headline(kind, weighted, over, words));
                look(kind, |_, words| sharing::headline_of_parts(kind, weighted, over, &third(), words));
            }
        }
        look(kind, |_, words| sharing::fair_by_choices(kind, words));
        look(kind, |_, words| sharing::proven_of_parts(kind, words));
        look(kind, |_, words| sharing::proven(kind, words));
        look(kind, |_, words| sharing::fair_before_rounding(kind, words));
        look(kind, |_, words| sharing::nearly_fair(kind, &third(), words));
    }
}

#[test]
fn what_sharing_costs_is_told_in_both_languages() {
    for number in &numbers() {
        look(number, |_, words| sharing::off(number, words));
        look(number, |_, words| sharing::most_beside_parts(number, words));
        look(number, |_, words| sharing::worth_beside_parts(number, number, words));
        look(number, |_, words| sharing::worth(number, number, words));
        look(number, |_, words| sharing::cost(number, number, number, number, words));
    }
}

#[test]
fn funds_are_told_in_both_languages() {
    look_at(&[
        money_by_fund::heading,
        money_by_fund::left,
        money_by_fund::for_later,
        money_by_fund::who_pays,
        money_by_fund::activity_and_fund,
        money_by_fund::spend_first,
        money_by_fund::least_at_risk,
        money_by_fund::spend_first_then_least_at_risk,
    ]);
    look("left over", |_, words| money_by_fund::left_over(Money::new(1_500_000), words));
}

#[test]
fn rules_are_told_in_both_languages() {
    look_at(&[rules::heading, rules::none_binds, rules::sum, rules::shadow_price, limit::everything]);
    look("shadow price", |_, words| rules::shadow_price_explained(words));
    for kind in [Kind::AtMost, Kind::AtLeast] {
        for size in [Limit::Money(Money::ZERO), Limit::Percent(percent("62.5 %"), Base::Granted)] {
            look(size, |_, words| limit::written(kind, size, words));
        }
        for number in &numbers() {
            look(number, |_, words| limit::in_money(kind, number, words));
        }
    }
}

#[test]
fn reasons_in_brief_are_told_in_both_languages() {
    for why in samples![
        Brief::Full => [Brief::Full],
        Brief::NothingAsked => [Brief::NothingAsked],
        Brief::NoFund => [Brief::NoFund],
        Brief::NotPayable => [Brief::NotPayable],
        Brief::Parts => [Brief::Parts],
        Brief::WholeUnits => [Brief::WholeUnits],
        Brief::NoPriority => [Brief::NoPriority],
        Brief::Lifted => [Brief::Lifted],
        Brief::Capped => [Brief::Capped],
        Brief::Budget => [Brief::Budget],
        Brief::Tied => [Brief::Tied],
        Brief::FundTooSmall => [Brief::FundTooSmall],
        Brief::Shared => [Brief::Shared],
        Brief::FairPart => [Brief::FairPart],
        Brief::Steps => [Brief::Steps],
        Brief::Requires => [Brief::Requires],
        Brief::Excluded => [Brief::Excluded],
    ] {
        look(why, |_, words| brief(why, words).to_owned());
    }
}
