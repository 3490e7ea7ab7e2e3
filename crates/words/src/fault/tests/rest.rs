//! What is wrong with calls, outcomes and allocations.

use fordela_fault::ReadFault;
use fordela_ledger::follow_up::{OutcomeCause, Sum};
use fordela_model::call::{CaseId, Fault, FaultKind, Kind, LinkId, LinkKind, Named, NodeId, Percent, Place};
use fordela_model::scenario::ChangeCause;
use fordela_num::{Money, Rational};
use fordela_solve::SolveError;
use fordela_verify::Violation;
use rust_decimal::Decimal;

use super::{
    all_told, also_in, counts, every, hidden_columns, hidden_rows, hidden_sheet, is_told, more, passed_column,
    passed_row, passed_sheet, sum_differs, texts, unsolved, windows_1252,
};
use crate::Lang;
use crate::fault::{broken, unfit};

fn named() -> Vec<Named> {
    every!(Named {
        Named::Fund => [Named::Fund],
        Named::Criterion => [Named::Criterion],
        Named::Applicant => [Named::Applicant],
        Named::Activity => [Named::Activity],
        Named::Line => [Named::Line],
        Named::Rule => [Named::Rule],
    })
}

/// Ids that are none, and some that are.
const IDS: [&str; 8] = ["", "x", "barn unga", "barn\u{200b}unga", "kult\u{443}r\u{20ac}", "a/b", "\u{a0}", "KULTUR"];

fn ids<T>(make: impl Fn(Named, String) -> T) -> Vec<T> {
    let all = IDS.into_iter().map(str::to_owned).chain(["x".repeat(1_000)]);
    all.flat_map(|id| named().into_iter().map(move |named| (named, id.clone())))
        .map(|(named, id)| make(named, id))
        .collect()
}

fn near<T>(make: impl Fn(Named, String, Option<String>) -> T) -> Vec<T> {
    let nearest = [None, Some("kultur".to_owned())];
    nearest.into_iter().flat_map(|nearest| ids(|named, id| make(named, id, nearest.clone()))).collect()
}

fn kinds() -> Vec<FaultKind> {
    let money = Money::new(1_350_000);
    let percent = |number: i64| Percent::new(Decimal::new(number, 1));
    let number = Decimal::new(-25, 1);
    let range =
        |most: Option<i64>| FaultKind::OutOfRange { number, least: Decimal::ZERO, most: most.map(Decimal::from) };
    every!(FaultKind {
        FaultKind::BadId { .. } => ids(|named, id| FaultKind::BadId { named, id }),
        FaultKind::DuplicateId { .. } => ids(|named, id| FaultKind::DuplicateId { named, id }),
        FaultKind::SharedName { .. } => near(|named, name, _| FaultKind::SharedName { named, name }),
        FaultKind::UnknownId { .. } => near(|named, id, nearest| FaultKind::UnknownId { named, id, nearest }),
        FaultKind::Repeated { .. } => texts(|word| FaultKind::Repeated { word }),
        FaultKind::UnitNotPositive => [FaultKind::UnitNotPositive],
        FaultKind::NegativeAmount { .. } => [FaultKind::NegativeAmount { amount: Money::new(-1_350_000) }],
        FaultKind::OutOfRange { .. } => [range(None), range(Some(1_000))],
        FaultKind::NoWeight => [FaultKind::NoWeight],
        FaultKind::PercentOutOfRange { .. } => [FaultKind::PercentOutOfRange { percent: number }],
        FaultKind::TiersNotRising => [FaultKind::TiersNotRising],
        FaultKind::FactorsNotFalling => [FaultKind::FactorsNotFalling],
        FaultKind::TiersEndEarly => [FaultKind::TiersEndEarly],
        FaultKind::NoAsk { .. } => texts(|activity| FaultKind::NoAsk { activity }),
        FaultKind::AskNotSumOfLines { .. } => [FaultKind::AskNotSumOfLines { ask: money, sum: Money::ZERO }],
        FaultKind::NotMultipleOfUnit { .. } => [FaultKind::NotMultipleOfUnit { amount: money, unit: money }],
        FaultKind::NoLevels { .. } => texts(|activity| FaultKind::NoLevels { activity }),
        FaultKind::LevelsNotRising { .. } => [FaultKind::LevelsNotRising { level: money }],
        FaultKind::NoLines { .. } => texts(|activity| FaultKind::NoLines { activity }),
        FaultKind::OtherFunding { .. } => [FaultKind::OtherFunding { key: "levels", belongs_to: "levels" }],
        FaultKind::LinkToItself { .. } => texts(|id| FaultKind::LinkToItself { id }),
        FaultKind::LineNotGranted { .. } =>
            texts(|line| FaultKind::LineNotGranted { activity: line.clone(), line }),
        FaultKind::NoLimit { .. } => texts(|rule| FaultKind::NoLimit { rule }),
        FaultKind::EachFixed { .. } => [FaultKind::EachFixed { each: "applicant" }],
        FaultKind::FundInPaysFor => [FaultKind::FundInPaysFor],
        FaultKind::NotAPeriod { .. } => texts(|text| FaultKind::NotAPeriod { text }),
        FaultKind::NotALine { .. } => texts(|text| FaultKind::NotALine { text }),
        FaultKind::MinPartAboveMax { .. } =>
            [FaultKind::MinPartAboveMax { least: percent(755), most: percent(500) }],
        FaultKind::NothingShared { .. } => [FaultKind::NothingShared { key: "at_least" }],
        FaultKind::TooMany { .. } => named().into_iter().map(|what| FaultKind::TooMany { what, most: 1_000_000 }),
    })
}

#[test]
fn calls_and_changed_calls() {
    let fault = |kind| Fault { place: Place::root(), path: "activity.music.ask".to_owned(), kind };
    all_told(kinds().into_iter().map(|kind| ReadFault::Call(fault(kind))));
    all_told(kinds().into_iter().map(|kind| ReadFault::Changed(fault(kind))));
}

#[test]
fn all_kinds_of_faults() {
    let fault = || Fault { place: Place::root(), path: "unit".to_owned(), kind: FaultKind::UnitNotPositive };
    // Those of files have tests of their own.
    let all = every!(ReadFault {
        ReadFault::File(_)
        | ReadFault::Encoding(_)
        | ReadFault::Limit(_)
        | ReadFault::Toml(_)
        | ReadFault::Json(_)
        | ReadFault::Csv(_)
        | ReadFault::Workbook(_)
        | ReadFault::SheetCell(_)
        | ReadFault::Shape(_)
        | ReadFault::Value(_)
        | ReadFault::Level(_)
        | ReadFault::Decision(_)
        | ReadFault::Log(_)
        | ReadFault::Outcome(_) => [ReadFault::Limit(fordela_fault::LimitFault::TooDeep)],
        ReadFault::Call(_) => [ReadFault::Call(fault())],
        ReadFault::Changed(_) => [ReadFault::Changed(fault())],
        ReadFault::FollowUp(_) => [ReadFault::FollowUp(OutcomeCause::Nobody)],
        ReadFault::Change(_) => [ReadFault::Change(Box::new(ChangeCause::NothingToScale))],
    });
    all_told(all);
}

#[test]
fn outcomes() {
    let fund = |count: usize| OutcomeCause::NoFund { funds: vec!["x\"y".to_owned(); count.clamp(1, 3)] };
    let all = every!(OutcomeCause {
        OutcomeCause::UnknownId { .. } => near(|named, id, nearest| OutcomeCause::UnknownId { named, id, nearest }),
        OutcomeCause::OfAnother { .. } =>
            texts(|activity| OutcomeCause::OfAnother { applicant: activity.clone(), activity }),
        OutcomeCause::Nobody => [OutcomeCause::Nobody],
        OutcomeCause::Negative => [OutcomeCause::Negative],
        OutcomeCause::RefundAbove { .. } => [OutcomeCause::RefundAbove { spent: Money::new(1_500) }],
        OutcomeCause::Twice { .. } => counts(|first| OutcomeCause::Twice { first }),
        OutcomeCause::NoFund { .. } => counts(fund),
        OutcomeCause::MixedKinds => [OutcomeCause::MixedKinds],
        OutcomeCause::OfKind { .. } => Sum::ALL.map(|sum| OutcomeCause::OfKind { sum }),
        OutcomeCause::TooManySums { .. } => counts(|most| OutcomeCause::TooManySums { most }),
    });
    all_told(all.into_iter().map(ReadFault::FollowUp));
}

fn violations() -> Vec<Violation> {
    let (amount, third) = (Money::new(1_000), Rational::new(1_000, 3).expect("a fraction"));
    let x = || "x".to_owned();
    let case = |kind, subject| CaseId { rule: x(), subject, kind };
    let node = |line| NodeId { activity: x(), line };
    let link = |kind| LinkId { from: node(None), kind, to: node(Some(x())) };
    every!(Violation {
        Violation::WrongLength { .. } => counts(|grants| Violation::WrongLength { activities: 1, grants }),
        Violation::OutsideAsk { .. } => [Violation::OutsideAsk { activity: x(), amount }],
        Violation::NotMultipleOfUnit { .. } => [Violation::NotMultipleOfUnit { activity: x(), amount }],
        Violation::NotAllowedByFunding { .. } => [Violation::NotAllowedByFunding { activity: x(), amount }],
        Violation::LinesDoNotAddUp { .. } => [Violation::LinesDoNotAddUp { activity: x() }],
        Violation::FundsDoNotAddUp { .. } => [Violation::FundsDoNotAddUp { activity: x() }],
        Violation::FundMayNotPay { .. } => [Violation::FundMayNotPay { activity: x(), fund: x() }],
        Violation::UnknownFund { .. } => counts(|place| Violation::UnknownFund { activity: x(), place }),
        Violation::LinePaymentsDoNotAddUp { .. } => [Violation::LinePaymentsDoNotAddUp { activity: x() }],
        Violation::PartOutside { .. } => [Violation::PartOutside { activity: x(), fund: x(), paid: amount }],
        Violation::FundsApart { .. } => [Violation::FundsApart { activity: x(), one: x(), other: x() }],
        Violation::FundOverspent { .. } => [Violation::FundOverspent { fund: x(), paid: amount }],
        Violation::CaseBroken { .. } => [(Kind::AtMost, None), (Kind::AtLeast, Some(x()))].map(|(kind, subject)| {
            Violation::CaseBroken { case: case(kind, subject), sum: amount, limit: third.clone() }
        }),
        Violation::BelowFairPart { .. } =>
            [Violation::BelowFairPart { party: x(), sum: amount, least: third.clone() }],
        Violation::LinkBroken { .. } =>
            [LinkKind::Requires, LinkKind::Excludes].map(|kind| Violation::LinkBroken { link: link(kind) }),
        Violation::ProofFails => [Violation::ProofFails],
    })
}

#[test]
fn allocations() {
    let errors = every!(SolveError {
        SolveError::EffortSpent => [SolveError::EffortSpent],
        SolveError::Unverified(_) => [SolveError::Unverified(violations())],
        SolveError::NotRounded => [SolveError::NotRounded],
    });
    for lang in [Lang::Sv, Lang::En] {
        violations().iter().for_each(|one| is_told(&broken(one, lang), lang, one));
        errors.iter().for_each(|one| is_told(&unsolved(one, lang), lang, one));
    }
}

#[test]
fn what_is_said_besides() {
    for lang in [Lang::Sv, Lang::En] {
        [1, 2, 1_000].into_iter().for_each(|count| is_told(&more(count, lang), lang, &count));
        is_told(&also_in("Qv", 1_000, lang), lang, &lang);
        let sums = sum_differs(fordela_num::Money::new(3), fordela_num::Money::new(1_350_000), lang);
        for (what, help) in [
            windows_1252(lang),
            passed_column("Qv", lang),
            passed_row(lang),
            passed_sheet("Regler 2026", lang),
            hidden_sheet("Regler", lang),
            hidden_rows(1, lang),
            hidden_rows(2, lang),
            hidden_columns(1, lang),
            hidden_columns(2, lang),
            sums,
        ] {
            [what, help].iter().for_each(|one| is_told(one, lang, one));
        }
        for one in [fordela_fault::Unfit::NotRegular, fordela_fault::Unfit::Outside] {
            is_told(&unfit(one, lang), lang, &one);
        }
    }
}
