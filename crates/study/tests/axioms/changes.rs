//! The changed calls that axioms try, by hand: a rule that grants what it is told writes down what it is asked.

use std::cell::RefCell;

use fordela::axiom::{Axiom, MOST_CHANGES, Trial};
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Rule};
use fordela::call::{CaseLimit, Limit, Selection};
use fordela::fairness::AllocationRule;
use fordela::{Call, Money, Rational};

/// Grants some amounts to activities by id, and nothing to others, and keeps all calls that it is asked about.
struct Recorder<'a> {
    grants: &'a [(&'a str, i64)],
    asked: RefCell<Vec<Call>>,
}

impl AllocationRule for Recorder<'_> {
    fn name(&self) -> &str {
        "recorder"
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        self.asked.borrow_mut().push(call.clone());
        let grant = |id: &str| self.grants.iter().find(|(named, _)| *named == id).map_or(0, |(_, grant)| *grant);
        Some(call.draft().activities.iter().map(|activity| Rational::from(grant(&activity.id))).collect())
    }
}

/// The changed calls that an axiom tries.
fn tried(axiom: Axiom, call: &Call, grants: &[(&str, i64)]) -> Vec<Call> {
    let recorder = Recorder { grants, asked: RefCell::default() };
    let _ = axiom.try_on(&recorder, call);
    recorder.asked.into_inner().split_off(1)
}

fn limit(text: &str) -> Limit {
    text.parse().expect("a limit")
}

fn draft() -> CallDraft {
    CallDraft::new("by hand")
        .fund(Fund::new("city", 6))
        .fund(Fund::new("state", 4))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("x").name("X"))
        .applicant(Applicant::new("y").name("Y"))
        .activity(Activity::new("a", "x", 6).score("need", 3).title("A"))
        .activity(Activity::new("b", "x", 2).score("need", 1).title("B"))
        .activity(Activity::new("c", "y", 4).title("C"))
        .rule(Rule::new("not-all", Selection::all()).each(Each::Applicant).at_most(limit("75 % of asked")))
        .rule(Rule::new("the-first", Selection::activity("a")).at_most(5))
}

fn call() -> Call {
    draft().validate().expect("a call")
}

/// The limits of a call with the ids of the activities that they count.
fn limits(call: &Call) -> Vec<(Vec<&str>, i64)> {
    let ids = |activities: &[usize]| activities.iter().map(|a| call.draft().activities[*a].id.as_str()).collect();
    let fixed = |limit: &CaseLimit| match limit {
        CaseLimit::Fixed(limit) => i64::try_from(limit.to_i128().expect("whole")).expect("small"),
        CaseLimit::PartOfGranted(_) | CaseLimit::PartOfOwn { .. } => panic!("a fixed limit"),
    };
    call.cases().iter().map(|case| (ids(&case.activities), fixed(&case.limit))).collect()
}

#[test]
fn who_leaves_takes_money_and_room() {
    let tried = tried(Axiom::Consistent, &call(), &[("a", 5), ("b", 1), ("c", 3)]);
    let without_a = &tried[0];
    assert_eq!(without_a.draft().funds.iter().map(|fund| fund.amount).collect::<Vec<_>>(), [1, 4].map(Money::new));
    // Of 75 % of 8 for x, 5 are taken; the cap on `a` alone is gone.
    assert_eq!(limits(without_a), [(vec!["b"], 1), (vec!["c"], 3)]);
    assert_eq!(limits(&tried[1]), [(vec!["a"], 5), (vec!["c"], 3), (vec!["a"], 5)]);
    assert_eq!(tried.len(), 3);
    // It cannot be told whose money it is.
    let restricted = draft().fund(Fund::new("old", 1).pays_for(Selection::activity("a"))).validate().expect("a call");
    assert_eq!(self::tried(Axiom::Consistent, &restricted, &[]).len(), 0);
}

#[test]
fn the_rejected_leave_with_the_rules_on_them_alone() {
    let tried = tried(Axiom::IndependentOfRejected, &call(), &[("c", 3)]);
    let ids = |call: &Call| call.draft().activities.iter().map(|a| a.id.clone()).collect::<Vec<_>>();
    assert_eq!(tried.iter().map(ids).collect::<Vec<_>>(), [vec!["b", "c"], vec!["a", "c"], vec!["c"]]);
    assert_eq!(tried[0].draft().rules.len(), 1);
    assert_eq!(tried[1].draft().rules.len(), 2);
    // What others require is not left out.
    let required = draft().activity(Activity::new("d", "y", 1).requires("a")).validate().expect("a call");
    let tried = self::tried(Axiom::IndependentOfRejected, &required, &[("c", 3), ("d", 1)]);
    assert_eq!(tried.iter().map(ids).collect::<Vec<_>>(), [vec!["a", "c", "d"]]);
}

#[test]
fn parts_have_the_scores_of_the_whole_and_what_names_it_names_both() {
    let tried = tried(Axiom::SplitProof, &call(), &[]);
    let halves = &tried[2].draft().activities[..2];
    assert_eq!((halves[0].id.as_str(), halves[1].id.as_str()), ("a", "a-2"));
    assert_eq!((halves[0].ask, halves[1].ask), (Some(3.into()), Some(3.into())));
    assert_eq!(halves[0].scores, halves[1].scores);
    assert_eq!(limits(&tried[2])[2], (vec!["a", "a-2"], 5));
    // Off go 1, 2 or 3 of 6, 1 of 2, and 1 or 2 of 4.
    assert_eq!(tried.len(), 6);
}

#[test]
fn merged_activities_have_the_mean_of_scores_weighed_by_asks() {
    // (6·3 + 2·1)/8 = 2.5. What names only `b` goes with it.
    let named = draft().rule(Rule::new("the-second", Selection::activity("b")).at_most(1)).validate().expect("a call");
    let tried = tried(Axiom::MergeProof, &named, &[]);
    assert_eq!(tried.len(), 1);
    let merged = &tried[0].draft().activities[0];
    assert_eq!((merged.id.as_str(), merged.ask), ("a", Some(8.into())));
    assert_eq!(merged.scores["need"].to_string(), "2.5");
    assert_eq!(tried[0].draft().rules.len(), 2);
}

#[test]
fn names_change_everywhere() {
    let named = draft().activity(Activity::new("d", "y", 1).requires("a").title("D")).validate().expect("a call");
    let tried = tried(Axiom::Anonymous, &named, &[]);
    // Two orders, two renamings of four activities, one of two applicants.
    assert_eq!(tried.len(), 5);
    let first = |call: &Call| call.draft().activities[0].clone();
    assert_eq!(first(&tried[0]).id, "d");
    assert_eq!(first(&tried[1]).id, "b");
    let renamed = &tried[2];
    assert_eq!((first(renamed).id.as_str(), first(renamed).title.as_deref()), ("d", Some("D")));
    assert_eq!(renamed.draft().rules[1].selection.activity, ["d"]);
    assert_eq!(renamed.draft().activities[3].requires, ["d"]);
    assert_eq!(first(&tried[4]).applicant, "y");
    assert_eq!(tried[4].draft().applicants[0].name.as_deref(), Some("Y"));
}

#[test]
fn scales_change_everything_of_their_kind() {
    let money = &tried(Axiom::MoneyScale, &call(), &[])[0];
    assert_eq!((money.unit(), money.budget(), money.asked()), (100.into(), 1_000.into(), 1_200.into()));
    assert_eq!(limits(money)[2], (vec!["a"], 500));
    let scores = tried(Axiom::ScoreScale, &call(), &[]);
    assert!(scores.iter().all(|call| call.claims().iter().eq(self::call().claims())), "priorities are the same");
    assert_eq!(scores[0].draft().criteria[0].max, 30.into());
    assert_eq!(scores[2].draft().criteria[0].weight, 10.into());
}

#[test]
fn amounts_and_scores_move_one_way() {
    let budgets: Vec<Money> = tried(Axiom::BudgetMonotone, &call(), &[]).iter().map(Call::budget).collect();
    // One unit more for each fund, and half more: of 6 and of 4.
    assert_eq!(budgets, [11, 13, 11, 12].map(Money::new));
    let asks = |axiom, grants: &[(&str, i64)]| -> Vec<Money> {
        tried(axiom, &call(), grants).iter().map(|call| call.claims()[0].ask()).collect()
    };
    // That `a` still gets 6 breaks it at once.
    assert_eq!(asks(Axiom::CostMonotone, &[("a", 6)]), [5].map(Money::new));
    assert_eq!(asks(Axiom::InflationProof, &[("b", 2), ("c", 4)]), [7, 12].map(Money::new));
    let scored = tried(Axiom::ScoreMonotone, &call(), &[]);
    // `a` has the maximum; `b` goes to 2 and 3, `c` to 1 and 3.
    assert_eq!(scored.len(), 4);
}

#[test]
fn of_many_changes_some_are_tried_spread_over_all() {
    let mut draft = CallDraft::new("many").fund(Fund::new("city", 5)).criterion(Criterion::new("need", 1, 3));
    draft = draft.applicant(Applicant::new("x"));
    for n in 0..200 {
        draft = draft.activity(Activity::new(format!("activity-{n}"), "x", 1));
    }
    let call = draft.validate().expect("a call");
    let tried = tried(Axiom::InflationProof, &call, &[]);
    assert_eq!(tried.len(), MOST_CHANGES);
    let inflated = |call: &Call| call.claims().iter().position(|claim| claim.ask() > Money::new(1)).expect("one");
    assert!(tried.windows(2).all(|pair| (8..=9).contains(&(inflated(&pair[1]) - inflated(&pair[0])))));
}

#[test]
fn an_axiom_that_says_nothing_of_a_call_is_idle() {
    let one = CallDraft::new("one")
        .fund(Fund::new("city", 1))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("x"))
        .activity(Activity::new("a", "x", 1).score("need", 3))
        .validate()
        .expect("a call");
    let full = Recorder { grants: &[("a", 1)], asked: RefCell::default() };
    let idle: Vec<&str> =
        Axiom::ALL.into_iter().filter(|axiom| axiom.try_on(&full, &one) == Trial::Idle).map(Axiom::name).collect();
    let silent = [
        "anonymous",
        "equal-treatment",
        "score-order",
        "score-monotone",
        "cost-monotone",
        "independent-of-rejected",
        "consistent",
        "split-proof",
        "merge-proof",
        "inflation-proof",
    ];
    assert_eq!(idle, silent);
}
