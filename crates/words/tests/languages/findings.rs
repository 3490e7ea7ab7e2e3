//! What is legal in a call but probably a mistake.

use fordela::date;
use fordela::lint::{
    AskFinding, ConditionFinding, Finding, FindingKind, FundFinding, NameFinding, PersonalData, RuleFinding,
    ScoreFinding, SpendFinding, UnusedWord, WordKind, lint,
};
use fordela::{Decimal, Money};
use fordela_words::{finding, personal_data};

use super::{Call, Kind, Rule, Selection, call, id, lists, look, percent, samples};

/// A finding of a call, to change the kind of: a rule selects by a word that no activity has.
fn found(call: &Call) -> Finding {
    let mut draft = call.draft().clone();
    draft.rules.push(Rule::new("qv-unused", Selection::tag("qv-word")).at_most(1));
    let is_unused = |one: &Finding| matches!(&one.kind, FindingKind::Rule(RuleFinding::SelectsNothing { .. }));
    lint(&draft.validate().expect("a call")).into_iter().find(is_unused).expect("a word that no activity has")
}

fn unused(kind: WordKind, nearest: bool) -> UnusedWord {
    let FindingKind::Rule(RuleFinding::SelectsNothing { word: Some(mut word), .. }) = found(&call("SEK")).kind else {
        panic!("a word that no activity has")
    };
    (word.kind, word.nearest) = (kind, nearest.then(|| id("nearest")));
    word
}

fn kinds_of_words() -> Vec<WordKind> {
    samples![
        WordKind::Tag => [WordKind::Tag],
        WordKind::Area => [WordKind::Area],
        WordKind::Cost => [WordKind::Cost],
    ]
}

fn words() -> Vec<Option<UnusedWord>> {
    let known = kinds_of_words().into_iter().flat_map(|kind| [true, false].map(|nearest| Some(unused(kind, nearest))));
    std::iter::once(None).chain(known).collect()
}

fn funds() -> Vec<FundFinding> {
    let (fund, less, more) = (id("fund"), Money::new(1), Money::new(2_000));
    let mut all = samples![
        FundFinding::NoFunds => [FundFinding::NoFunds],
        FundFinding::BudgetAboveAsked { .. } => [FundFinding::BudgetAboveAsked { budget: more, asked: less }],
        FundFinding::BudgetFarBelowAsked { .. } => [FundFinding::BudgetFarBelowAsked { budget: less, asked: more }],
        FundFinding::Empty { .. } => [FundFinding::Empty { fund: fund.clone() }],
        FundFinding::PaysForNothing { .. } => [FundFinding::PaysForNothing { fund: fund.clone(), word: None }],
        FundFinding::AboveAsked { .. } =>
            [FundFinding::AboveAsked { fund: fund.clone(), amount: more, asked: Money::ZERO }],
        FundFinding::ActivityUnpaid { .. } => [FundFinding::ActivityUnpaid { activity: id("a") }],
    ];
    all.extend(words().into_iter().map(|word| FundFinding::PaysForNothing { fund: fund.clone(), word }));
    all
}

fn conditions() -> Vec<ConditionFinding> {
    let mut all = samples![
        ConditionFinding::GoesOnAfter { .. } =>
            [ConditionFinding::GoesOnAfter { fund: id("fund"), what: id("a"), last: date(2026, 6, 30) }],
        ConditionFinding::PartsTooSmall { .. } =>
            [ConditionFinding::PartsTooSmall { activity: id("a"), funds: vec![id("fund")] }],
        ConditionFinding::LineUnpaid { .. } => [ConditionFinding::LineUnpaid { line: id("a/one") }],
    ];
    all.extend(lists().into_iter().skip(1).map(|funds| ConditionFinding::PartsTooSmall { activity: id("a"), funds }));
    all
}

fn asks() -> Vec<AskFinding> {
    let (a, b, money) = (id("a"), id("b"), Money::new(1_000));
    let above = |count| AskFinding::UnitAbove {
        unit: money,
        activity: a.clone(),
        ask: Money::new(1),
        count,
        fitting: Money::new(1),
    };
    samples![
        AskFinding::NoActivities => [AskFinding::NoActivities],
        AskFinding::Zero { .. } => [AskFinding::Zero { activity: a.clone() }],
        AskFinding::NotWholeUnits { .. } =>
            [AskFinding::NotWholeUnits { activity: a.clone(), ask: money, unit: money, most: money }],
        AskFinding::UnitAbove { .. } => [above(1), above(2)],
        AskFinding::FarApart { .. } =>
            [AskFinding::FarApart { smallest: a.clone(), least: Money::new(1), largest: b.clone(), most: money }],
    ]
}

fn scores() -> Vec<ScoreFinding> {
    let (a, b) = (id("a"), id("b"));
    samples![
        ScoreFinding::WeightZero { .. } => [ScoreFinding::WeightZero { criterion: a.clone() }],
        ScoreFinding::WeightsFarApart { .. } => [ScoreFinding::WeightsFarApart {
            smallest: a.clone(),
            least: Decimal::ONE,
            largest: b.clone(),
            most: Decimal::ONE_THOUSAND,
        }],
        ScoreFinding::Unscored { .. } => [ScoreFinding::Unscored { criterion: a.clone() }],
        ScoreFinding::SamePriority => [ScoreFinding::SamePriority],
    ]
}

fn names() -> Vec<NameFinding> {
    let (a, b) = (id("a"), id("b"));
    let several = |kind| NameFinding::SeveralWords { kind, word: a.clone(), parts: vec![a.clone(), b.clone()] };
    let similar = |kind| NameFinding::SimilarWords { kind, word: a.clone(), usual: b.clone() };
    let mut all = samples![
        NameFinding::ApplicantWithoutActivities { .. } =>
            [NameFinding::ApplicantWithoutActivities { applicant: a.clone() }],
        NameFinding::SameTitle { .. } =>
            [NameFinding::SameTitle { activity: a.clone(), earlier: b.clone(), title: id("title") }],
        NameFinding::ApplicantsAlike { .. } =>
            [NameFinding::ApplicantsAlike { applicant: a.clone(), usual: b.clone() }],
        NameFinding::SeveralWords { .. } => [several(WordKind::Tag)],
        NameFinding::SimilarWords { .. } => [similar(WordKind::Tag)],
    ];
    all.extend(kinds_of_words().into_iter().flat_map(|kind| [several(kind), similar(kind)]));
    all
}

fn rules() -> Vec<RuleFinding> {
    let (rule, money) = (id("rule"), Money::new(1_500));
    let tag = || unused(WordKind::Tag, true);
    let asked = |subject| RuleFinding::FloorAboveAsked { rule: rule.clone(), subject, floor: money, asked: money };
    let budget = |subject| RuleFinding::FloorAboveBudget { rule: rule.clone(), subject, floor: money, budget: money };
    let binds = |kind, alone| RuleFinding::NeverBinds { rule: rule.clone(), kind, alone };
    let allows = |kind| RuleFinding::AllowsNothing { rule: rule.clone(), kind };
    let floors = |rules| RuleFinding::FloorsAboveBudget { rules, floors: money, budget: money };
    let whole = |rules| RuleFinding::CapsBelowWhole { rules, sum: percent("62.5 %") };
    let below = |rules| RuleFinding::CapsBelowBudget { rules, most: money, budget: money };
    let mut all = samples![
        RuleFinding::SelectsNothing { .. } => [RuleFinding::SelectsNothing { rule: rule.clone(), word: None }],
        RuleFinding::WordSelectsNothing { .. } => [RuleFinding::WordSelectsNothing { word: tag() }],
        RuleFinding::FloorAboveAsked { .. } => [asked(None), asked(Some(id("a")))],
        RuleFinding::FloorAboveBudget { .. } => [budget(None), budget(Some(id("a")))],
        RuleFinding::FloorsAboveBudget { .. } => [floors(vec![rule.clone()])],
        RuleFinding::FloorAboveCap { .. } => [RuleFinding::FloorAboveCap {
            rule: rule.clone(),
            floor: money,
            cap_rule: id("cap"),
            cap: money,
        }],
        RuleFinding::NeverBinds { .. } => [
            binds(Kind::AtMost, true),
            binds(Kind::AtMost, false),
            binds(Kind::AtLeast, true),
            binds(Kind::AtLeast, false),
        ],
        RuleFinding::CapsBelowWhole { .. } => [whole(vec![rule.clone()])],
        RuleFinding::CapsBelowBudget { .. } => [below(vec![rule.clone()])],
        RuleFinding::AllowsNothing { .. } => [allows(Kind::AtMost), allows(Kind::AtLeast)],
    ];
    all.extend(words().into_iter().map(|word| RuleFinding::SelectsNothing { rule: rule.clone(), word }));
    all.extend(words().into_iter().flatten().map(|word| RuleFinding::WordSelectsNothing { word }));
    all.extend(
        lists().into_iter().skip(1).flat_map(|rules| [floors(rules.clone()), whole(rules.clone()), below(rules)]),
    );
    all
}

fn spending() -> Vec<SpendFinding> {
    let above = |can| SpendFinding::BadLuckAbove { bad_luck: Decimal::new(25, 1), can };
    samples![
        SpendFinding::BadLuckOfNobody => [SpendFinding::BadLuckOfNobody],
        SpendFinding::BadLuckAbove { .. } => [above(0), above(1), above(2)],
        SpendFinding::Nothing { .. } => [SpendFinding::Nothing { activity: id("a") }],
    ]
}

fn personal() -> Vec<PersonalData> {
    samples![
        PersonalData::Email => [PersonalData::Email],
        PersonalData::Phone => [PersonalData::Phone],
        PersonalData::IdentityNumber => [PersonalData::IdentityNumber],
        PersonalData::Account => [PersonalData::Account],
    ]
}

fn kinds() -> Vec<FindingKind> {
    let mut all: Vec<FindingKind> = samples![
        FindingKind::Fund(_) => [FindingKind::Fund(FundFinding::NoFunds)],
        FindingKind::Condition(_) => [FindingKind::Condition(ConditionFinding::LineUnpaid { line: id("a/one") })],
        FindingKind::Ask(_) => [FindingKind::Ask(AskFinding::NoActivities)],
        FindingKind::Score(_) => [FindingKind::Score(ScoreFinding::SamePriority)],
        FindingKind::Name(_) =>
            [FindingKind::Name(NameFinding::ApplicantWithoutActivities { applicant: id("a") })],
        FindingKind::Rule(_) => [FindingKind::Rule(RuleFinding::SelectsNothing { rule: id("rule"), word: None })],
        FindingKind::Spend(_) => [FindingKind::Spend(SpendFinding::BadLuckOfNobody)],
        FindingKind::Personal(_) => [FindingKind::Personal(PersonalData::Email)],
    ];
    all.extend(funds().into_iter().map(FindingKind::Fund));
    all.extend(conditions().into_iter().map(FindingKind::Condition));
    all.extend(asks().into_iter().map(FindingKind::Ask));
    all.extend(scores().into_iter().map(FindingKind::Score));
    all.extend(names().into_iter().map(FindingKind::Name));
    all.extend(rules().into_iter().map(FindingKind::Rule));
    all.extend(spending().into_iter().map(FindingKind::Spend));
    all.extend(personal().into_iter().map(FindingKind::Personal));
    all
}

#[test]
fn findings_are_told_in_both_languages() {
    for kind in kinds() {
        look(&kind, |call, words| {
            let mut finding = found(call);
            finding.kind = kind.clone();
            let (message, suggestion) = (
                finding::message(&finding, words.currency, words.lang),
                finding::suggestion(&finding, words.currency, words.lang),
            );
            assert!(!message.is_empty() && !suggestion.is_empty(), "{kind:?}");
            format!("{message}; {suggestion}")
        });
    }
}

#[test]
fn personal_data_is_named_in_both_languages() {
    for kind in personal() {
        look(kind, |_, words| {
            let lang = words.lang;
            [personal_data::name(kind, lang), personal_data::message(kind, lang), personal_data::suggestion(kind, lang)]
                .join("; ")
        });
    }
}
