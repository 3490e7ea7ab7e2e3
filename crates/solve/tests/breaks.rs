//! What is solved wrongly is not verified as the best: twenty-four ways to misread a call, and a part of a
//! proof that is lost.
//!
//! Each call is solved as somebody would who reads one thing in it wrongly. What comes out is checked against the call as it
//! is written: either a rule is found broken, or the bound shows that it is not proven to be the best. What is expected was
//! worked out by hand.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Funding, Line, ObjectiveKind, Rule};
use fordela::call::{Limit, Percent, Selection};
use fordela::prices::Step;
use fordela::verify::verify;
use fordela::{Allocation, Answer, Decimal, Money, Party, Violation, allocate};

/// What the check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Caught {
    /// More or less is granted than the funding of an activity allows.
    Funding,
    /// A grant is no whole number of units.
    Unit,
    /// A cap or floor is broken.
    Case,
    /// Somebody gets less than the part of what is fair that everybody must get.
    Fair,
    /// What requires or excludes something else is broken.
    Link,
    /// A fund pays for what it may not pay for.
    Payer,
    /// A fund pays more than it holds.
    Overspent,
    /// A fund carries more or less of an activity than it may.
    Part,
    /// Funds pay beside each other that may not.
    Apart,
    /// The lines that are granted do not add up to the grant.
    Lines,
    /// The proof proves nothing of this call.
    Proof,
    /// The bound is above the value: there may be something better.
    Unproven,
}

impl Caught {
    fn of(violation: &Violation) -> Option<Self> {
        Some(match violation {
            Violation::NotAllowedByFunding { .. } => Self::Funding,
            Violation::NotMultipleOfUnit { .. } => Self::Unit,
            Violation::CaseBroken { .. } => Self::Case,
            Violation::BelowFairPart { .. } => Self::Fair,
            Violation::LinkBroken { .. } => Self::Link,
            Violation::FundMayNotPay { .. } => Self::Payer,
            Violation::FundOverspent { .. } => Self::Overspent,
            Violation::PartOutside { .. } => Self::Part,
            Violation::FundsApart { .. } => Self::Apart,
            Violation::LinesDoNotAddUp { .. } => Self::Lines,
            Violation::ProofFails => Self::Proof,
            _ => return None,
        })
    }
}

fn found(draft: &CallDraft) -> Allocation {
    let call = draft.clone().validate().expect("a call");
    match allocate(&call) {
        Ok(Answer::Allocated(verified)) => verified.into_allocation(),
        other => panic!("no allocation: {other:?}"),
    }
}

/// What the check says of an allocation; `None` where it says that it is the best.
fn caught(draft: &CallDraft, allocation: Allocation) -> Option<Caught> {
    let call = draft.clone().validate().expect("a call");
    match verify(&call, allocation) {
        Ok(verified) => (!verified.is_optimal()).then_some(Caught::Unproven),
        Err(violations) => Some(violations.iter().find_map(Caught::of).expect("one of those that are looked for")),
    }
}

/// Solves what is misread, and checks it against what is written, which by itself is solved to the end.
fn expect(name: &str, draft: &CallDraft, misread: impl FnOnce(&mut CallDraft), expected: Caught) {
    assert_eq!(caught(draft, found(draft)), None, "{name}: the call as it is written");
    let mut wrong = draft.clone();
    misread(&mut wrong);
    assert_eq!(caught(draft, found(&wrong)), Some(expected), "{name}");
}

fn percent(number: i64) -> Percent {
    Percent::new(Decimal::from(number))
}

fn limit(text: &str) -> Limit {
    text.parse().expect("a limit")
}

/// Kronor in hundreds, 500 of them, for what needs it.
fn city() -> CallDraft {
    CallDraft::new("breaks")
        .unit(100)
        .fund(Fund::new("city", 500))
        .criterion(Criterion::new("need", 1, 4))
        .applicant(Applicant::new("culture"))
}

fn activity(id: &str, ask: i64, score: i64) -> Activity {
    Activity::new(id, "culture", ask).score("need", score)
}

/// An activity of 1 000, and one of 300 that is worth less.
fn two() -> CallDraft {
    city().activity(activity("music", 1_000, 4)).activity(activity("stage", 300, 2))
}

/// A fund and a state fund, which both hold 500, for one activity of 1 000.
fn with_state(state: Fund) -> CallDraft {
    city().fund(state).activity(activity("music", 1_000, 4))
}

#[test]
fn what_an_activity_may_get_is_misread() {
    let threshold = |share| city().activity(activity("music", 1_000, 4).min_share(percent(share)));
    let share = |share| move |draft: &mut CallDraft| draft.activities[0].min_share = Some(percent(share));
    expect("a threshold a unit too low", &threshold(60), share(50), Caught::Funding);
    expect("a threshold a unit too high", &threshold(50), share(60), Caught::Unproven);
    let levels = |levels: &[i64]| levels.iter().map(|&level| Money::new(level)).collect::<Vec<_>>();
    let choice = |of: &[i64]| city().activity(activity("music", 800, 4).levels(levels(of)));
    let misread = |of: &[i64]| {
        let of = levels(of);
        move |draft: &mut CallDraft| draft.activities[0].levels = of
    };
    expect("a level is lost", &choice(&[300, 500, 800]), misread(&[300, 800]), Caught::Unproven);
    expect("a level that is not there", &choice(&[300, 800]), misread(&[300, 500, 800]), Caught::Funding);
    let whole = city().activity(activity("music", 800, 4).whole()).activity(activity("stage", 300, 2));
    expect("a whole activity in part", &whole, |draft| draft.activities[0].funding = Funding::Partial, Caught::Funding);
    let of_lines = |cost: i64| {
        let lines = [Line::new("band", cost), Line::new("hall", 300)];
        city().activity(Activity::of_lines("music", "culture", lines).score("need", 4).line_by_line())
    };
    let dearer = |draft: &mut CallDraft| draft.activities[0].lines[0].cost = Money::new(500);
    expect("a line costs more", &of_lines(200), dearer, Caught::Lines);
    expect("the unit is finer", &two().rule(cap("400")), |draft| finer(draft, "450"), Caught::Unit);
}

fn cap(most: &str) -> Rule {
    Rule::new("cap", Selection::activity("music")).at_most(limit(most))
}

fn finer(draft: &mut CallDraft, most: &str) {
    draft.unit = Money::new(50);
    draft.rules[0].at_most = Some(limit(most));
}

#[test]
fn what_a_rule_says_is_misread() {
    let at_most = |most: &'static str| move |draft: &mut CallDraft| draft.rules[0].at_most = Some(limit(most));
    expect("a cap is not floored", &two().rule(cap("250")), at_most("300"), Caught::Case);
    expect("a cap a unit too low", &two().rule(cap("300")), at_most("200"), Caught::Unproven);
    let floor = |least: &str| two().rule(Rule::new("floor", Selection::activity("stage")).at_least(limit(least)));
    let lower = |draft: &mut CallDraft| draft.rules[0].at_least = Some(limit("200"));
    expect("a floor is rounded down", &floor("250"), lower, Caught::Case);
    let of_granted = CallDraft { funds: vec![Fund::new("city", 2_000)].into(), ..two().rule(cap("50 % of granted")) };
    expect("a part of what is granted, taken of the budget", &of_granted, at_most("50 % of budget"), Caught::Case);
    let both = two().rule(Rule::new("cap", Selection::applicant("culture")).at_most(limit("400")));
    let one = |draft: &mut CallDraft| draft.rules[0].selection = Selection::activity("stage");
    expect("a cap counts one of two", &both, one, Caught::Case);
    let requires = city()
        .activity(activity("music", 500, 4).requires("stage"))
        .activity(activity("stage", 300, 1).min_share(percent(100)));
    expect("what is required is forgotten", &requires, |draft| draft.activities[0].requires.clear(), Caught::Link);
    let excludes = city().activity(activity("music", 200, 4).excludes("stage")).activity(activity("stage", 300, 2));
    expect("what is excluded is forgotten", &excludes, |draft| draft.activities[0].excludes.clear(), Caught::Link);
}

#[test]
fn what_money_is_worth_is_misread() {
    let falling = two().diminishing(percent(20), Decimal::ONE).diminishing(percent(100), Decimal::new(4, 1));
    let wider = |draft: &mut CallDraft| draft.objective.diminishing[0].up_to = percent(40);
    expect("a tier is too wide", &falling, wider, Caught::Unproven);
    let higher = |draft: &mut CallDraft| draft.objective.diminishing[1].factor = Decimal::new(9, 1);
    expect("a later tier counts too much", &falling, higher, Caught::Unproven);
    let two_needs = two().criterion(Criterion::new("youth", 1, 4));
    let heavier = |draft: &mut CallDraft| {
        draft.activities[1].scores.insert("youth".to_owned(), Decimal::from(4));
    };
    expect("a score is made up", &two_needs, heavier, Caught::Unproven);
}

#[test]
fn who_may_pay_is_misread() {
    let more = |draft: &mut CallDraft| draft.funds[0].amount = Money::new(600);
    expect("a fund holds more", &two(), more, Caught::Overspent);
    let barred =
        with_state(Fund::new("state", 500).pays_for(Selection::activity("stage"))).activity(activity("stage", 100, 1));
    expect("a fund is not barred", &barred, |draft| draft.funds[1].pays_for = Selection::default(), Caught::Payer);
    let at_most = with_state(Fund::new("state", 500).max_part(percent(25)));
    expect("a largest part is forgotten", &at_most, |draft| draft.funds[1].max_part = None, Caught::Part);
    let little = Fund::new("state", 100).min_part(percent(50));
    expect("a least part is forgotten", &with_state(little), |draft| draft.funds[1].min_part = None, Caught::Part);
    let apart = with_state(Fund::new("state", 400).not_with("city"));
    expect("funds are not kept apart", &apart, |draft| draft.funds[1].not_with.clear(), Caught::Apart);
}

/// Two applicants of whom one asks with two activities.
fn boards() -> CallDraft {
    let mut draft = city()
        .applicant(Applicant::new("leisure"))
        .activity(activity("music", 600, 4))
        .activity(activity("stage", 600, 2))
        .activity(Activity::new("camp", "leisure", 600).score("need", 1));
    draft.unit = Money::new(50);
    draft.funds[0].amount = Money::new(600);
    draft.objective.kind = ObjectiveKind::EqualAwards;
    draft
}

#[test]
fn how_money_is_shared_is_misread() {
    let over = |draft: &mut CallDraft| draft.objective.over = Party::Applicant;
    expect("money is shared among others", &boards(), over, Caught::Proof);
    let mut at_least = boards();
    at_least.objective.at_least = Some(percent(75));
    let less = |draft: &mut CallDraft| draft.objective.at_least = Some(percent(25));
    expect("a part of what is fair is too small", &at_least, less, Caught::Fair);
}

#[test]
fn a_part_of_a_proof_is_lost() {
    let whole = city()
        .activity(activity("music", 400, 4).levels([300, 400].map(Money::new)))
        .activity(activity("stage", 300, 3).levels([200, 300].map(Money::new)))
        .activity(activity("camp", 200, 1).whole());
    let mut lost = found(&whole);
    let split = lost.proof.steps.iter().position(|step| matches!(step, Step::Split { .. })).expect("a tree");
    if let Step::Split { out, taken, .. } = &mut lost.proof.steps[split] {
        *out = *taken;
    }
    // The prices of one branch bound the other too, but not as sharply as its own.
    assert_eq!(caught(&whole, lost), Some(Caught::Unproven), "a branch is lost");
}
