//! What is wrong with what was asked.

use fordela::call::{Base, Named};
use fordela::deviation::{Said, StatementFault};
use fordela::explain::UnknownSubject;
use fordela::lint::PersonalData;
use fordela::scenario::{ChangeCause, ChangeFault, Mention, Path, ScenarioError, ValueCause};
use fordela::sweep::{Bound, GridError, Vary, VaryCause};
use fordela::{Money, MoneyError};
use fordela_words::{Problem, problem};

use super::scenarios::{bases, paths};
use super::{id, lists, look, percent, samples};

pub(super) fn told(problem: &Problem, lang: fordela::Lang) -> String {
    problem.shown(lang).replace("\n  ", " ")
}

fn named() -> Vec<Named> {
    samples![
        Named::Fund => [Named::Fund],
        Named::Criterion => [Named::Criterion],
        Named::Applicant => [Named::Applicant],
        Named::Activity => [Named::Activity],
        Named::Line => [Named::Line],
        Named::Rule => [Named::Rule],
    ]
}

fn nearest() -> [Option<String>; 3] {
    // One that differs in its size of letters, and one with a letter that looks alike.
    [None, Some(id("near")), Some(id("ID"))]
}

fn money_errors() -> Vec<MoneyError> {
    samples![
        MoneyError::Empty => [MoneyError::Empty],
        MoneyError::NotANumber => [MoneyError::NotANumber],
        MoneyError::OtherCurrency => [MoneyError::OtherCurrency],
        MoneyError::Ambiguous => [MoneyError::Ambiguous],
        MoneyError::FinerThanHundredths => [MoneyError::FinerThanHundredths],
        MoneyError::TooLarge => [MoneyError::TooLarge],
    ]
}

fn values() -> Vec<ValueCause> {
    let one_of = |nearest| ValueCause::NotOneOf { words: vec!["qv-one", "qv-two"], nearest };
    let mut all = samples![
        ValueCause::Money(_) => [ValueCause::Money(MoneyError::Empty)],
        ValueCause::NotANumber => [ValueCause::NotANumber],
        ValueCause::NotAPercentage => [ValueCause::NotAPercentage],
        ValueCause::NotASpendRate => [ValueCause::NotASpendRate],
        ValueCause::NotALimit => [ValueCause::NotALimit],
        ValueCause::PercentOfWhat { .. } => [ValueCause::PercentOfWhat { percent: percent("62.5 %") }],
        ValueCause::LimitIsAPercentage { .. } =>
            [ValueCause::LimitIsAPercentage { was: percent("62.5 %"), of: Base::Asked }],
        ValueCause::LimitIsASum { .. } => [ValueCause::LimitIsASum { was: Money::new(1_500) }],
        ValueCause::NothingToChange => [ValueCause::NothingToChange],
        ValueCause::BelowZero => [ValueCause::BelowZero],
        ValueCause::TooManyDigits => [ValueCause::TooManyDigits],
        ValueCause::NotOfItsForm => [ValueCause::NotOfItsForm],
        ValueCause::NotOneOf { .. } => [one_of(None), one_of(Some("qv-one".to_owned()))],
    ];
    all.extend(money_errors().into_iter().map(ValueCause::Money));
    all.extend(bases().into_iter().map(|of| ValueCause::LimitIsAPercentage { was: percent("1 %"), of }));
    all
}

fn mentions() -> Vec<Mention> {
    samples![
        Mention::Requires(_) => [Mention::Requires(id("b"))],
        Mention::Excludes(_) => [Mention::Excludes(id("b"))],
        Mention::Rule(_) => [Mention::Rule(id("rule"))],
        Mention::Fund(_) => [Mention::Fund(id("fund"))],
    ]
}

fn changes() -> Vec<ChangeCause> {
    let value = || ValueCause::NotANumber;
    let bad = |path, cause| ChangeCause::BadValue { path: Box::new(path), value: id("value"), cause };
    let still = |by| ChangeCause::StillNamed { activity: id("a"), by };
    let mut all = samples![
        ChangeCause::NotAPath { .. } => [ChangeCause::NotAPath { path: id("path"), nearest: None }],
        ChangeCause::UnknownInPath { .. } => [ChangeCause::UnknownInPath {
            path: Path::Budget,
            named: Named::Fund,
            id: id("id"),
            nearest: None,
        }],
        ChangeCause::UnknownId { .. } =>
            [ChangeCause::UnknownId { named: Named::Rule, id: id("id"), nearest: None }],
        ChangeCause::BadValue { .. } => [bad(Path::Budget, value())],
        ChangeCause::BadLeast { .. } =>
            [ChangeCause::BadLeast { activity: id("a"), value: id("value"), cause: value() }],
        ChangeCause::AskIsSumOfLines { .. } =>
            [ChangeCause::AskIsSumOfLines { activity: id("a"), lines: vec![id("one")] }],
        ChangeCause::NothingToScale => [ChangeCause::NothingToScale],
        ChangeCause::StillNamed { .. } => [still(mentions())],
    ];
    for nearest in nearest() {
        all.push(ChangeCause::NotAPath { path: id("id"), nearest: nearest.clone() });
        all.extend(named().into_iter().flat_map(|named| {
            let nearest = nearest.clone();
            let in_path =
                ChangeCause::UnknownInPath { path: Path::Budget, named, id: id("id"), nearest: nearest.clone() };
            [in_path, ChangeCause::UnknownId { named, id: id("id"), nearest }]
        }));
    }
    all.extend(paths().into_iter().map(|path| bad(path, value())));
    all.extend(values().into_iter().map(|cause| bad(Path::Budget, cause)));
    all.extend(mentions().into_iter().map(|one| still(vec![one])));
    all.extend(lists().into_iter().skip(1).map(|lines| ChangeCause::AskIsSumOfLines { activity: id("a"), lines }));
    all
}

#[test]
fn changes_are_told_in_both_languages() {
    for cause in changes() {
        look(&cause, |_, words| told(&problem::change(&cause, words.lang), words.lang));
    }
}

/// What is wrong with a changed call is told as faults of a file are, in English; the changes are told in both languages.
#[test]
fn scenarios_are_told_in_both_languages() {
    let faults: Vec<ChangeFault> =
        changes().into_iter().enumerate().map(|(change, cause)| ChangeFault { change, cause }).collect();
    let errors = samples![
        ScenarioError::Changes(_) | ScenarioError::Faults(_) => [ScenarioError::Changes(faults.clone())],
    ];
    for error in errors {
        look(&error, |_, words| {
            let all: Vec<String> =
                problem::scenario(&error, words.lang).iter().map(|one| told(one, words.lang)).collect();
            assert_eq!(all.len(), faults.len());
            all.join(" ")
        });
    }
}

#[test]
fn ranges_are_told_in_both_languages() {
    let path = || Path::Score { activity: id("a"), criterion: id("criterion") };
    let bad = |bound, cause| VaryCause::BadValue { bound, value: id("value"), cause };
    let mut all = samples![
        VaryCause::NotARange => [VaryCause::NotARange],
        VaryCause::NotAPath { .. } => [VaryCause::NotAPath { path: id("path") }],
        VaryCause::TakesWords { .. } => [VaryCause::TakesWords { path: path() }],
        VaryCause::BadValue { .. } => [bad(Bound::From, ValueCause::NotANumber)],
        VaryCause::OfDifferentThings { .. } =>
            [VaryCause::OfDifferentThings { one: Base::Asked, other: Base::Budget }],
        VaryCause::NoStep => [VaryCause::NoStep],
        VaryCause::Backwards => [VaryCause::Backwards],
        VaryCause::TooManyPoints => [VaryCause::TooManyPoints],
    ];
    let bounds = samples![
        Bound::From => [Bound::From],
        Bound::To => [Bound::To],
        Bound::Step => [Bound::Step],
    ];
    all.extend(bounds.into_iter().map(|bound| bad(bound, ValueCause::NotANumber)));
    all.extend(values().into_iter().map(|cause| bad(Bound::Step, cause)));
    for cause in all {
        look(&cause, |_, words| {
            let mut error = "qv".parse::<Vary>().expect_err("no range");
            error.cause = cause.clone();
            told(&problem::vary(&error, words.lang), words.lang)
        });
    }
}

#[test]
fn grids_are_told_in_both_languages() {
    let all = samples![
        GridError::Empty => [GridError::Empty],
        GridError::Repeated { .. } => [GridError::Repeated { path: Path::Budget }],
        GridError::TooManyPoints => [GridError::TooManyPoints],
    ];
    for error in all {
        look(&error, |_, words| told(&problem::grid(&error, words.lang), words.lang));
    }
}

#[test]
fn statements_are_told_in_both_languages() {
    let whose = || {
        samples![
            Said::Role => [Said::Role],
            Said::Reason => [Said::Reason],
            Said::ReasonFor(_) => [Said::ReasonFor(id("a"))],
        ]
    };
    let unknown = |named, nearest| StatementFault::Unknown { named, id: id("id"), nearest };
    let mut all = samples![
        StatementFault::Empty(_) => [StatementFault::Empty(Said::Role)],
        StatementFault::NotOneLine(_) => [StatementFault::NotOneLine(Said::Reason)],
        StatementFault::Personal(..) => [StatementFault::Personal(Said::Role, PersonalData::Email)],
        StatementFault::NotADate(_) => [StatementFault::NotADate(id("day"))],
        StatementFault::NotAReason(_) => [StatementFault::NotAReason(id("reason"))],
        StatementFault::Twice(_) => [StatementFault::Twice(id("a"))],
        StatementFault::Unknown { .. } => [unknown(Named::Activity, None), unknown(Named::Applicant, Some(id("near")))],
        StatementFault::AsSuggested(_) => [StatementFault::AsSuggested(id("a"))],
        StatementFault::NothingSuggested(_) => [StatementFault::NothingSuggested(id("a"))],
    ];
    all.extend(whose().into_iter().map(StatementFault::Empty));
    all.extend(whose().into_iter().map(StatementFault::NotOneLine));
    all.extend(whose().into_iter().map(|said| StatementFault::Personal(said, PersonalData::Phone)));
    all.extend(named().into_iter().flat_map(|named| nearest().map(|nearest| unknown(named, nearest))));
    for fault in all {
        look(&fault, |_, words| told(&problem::statement(&fault, words.lang), words.lang));
    }
}

#[test]
fn who_is_not_there_is_told_in_both_languages() {
    for nearest in nearest() {
        let unknown = UnknownSubject { id: id("id"), nearest };
        look(&unknown, |_, words| told(&problem::unknown(&unknown, words.lang), words.lang));
    }
}
