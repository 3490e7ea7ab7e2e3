//! Rules that are wrong on purpose: each breaks the axiom that it should, and a right rule keeps it.

use std::cmp::Reverse;

use fordela::axiom::{Axiom, Counterexample, SmallCalls, Trial, Verdict, search};
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund, ObjectiveKind, Rule};
use fordela::call::{Claim, Selection};
use fordela::fairness::baseline::Divisible;
use fordela::fairness::{AllocationRule, ByObjective, OwnSettings};
use fordela::{Call, Money, Rational};

/// A rule in a function.
pub(crate) struct Named<'a>(pub(crate) &'a str, pub(crate) fn(&Call) -> Vec<Rational>);

impl AllocationRule for Named<'_> {
    fn name(&self) -> &str {
        self.0
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        Some((self.1)(call))
    }
}

fn exact(money: Money) -> Rational {
    money.rational()
}

fn fair(call: &Call) -> Vec<Rational> {
    shared(ObjectiveKind::EqualAwards, call)
}

fn shared(kind: ObjectiveKind, call: &Call) -> Vec<Rational> {
    ByObjective::plain(kind).grants(call).expect("grants")
}

/// Everything to the activities in this order, as long as there is money.
fn in_order(call: &Call, order: impl IntoIterator<Item = usize>) -> Vec<Rational> {
    let mut grants = vec![Rational::ZERO; call.claims().len()];
    let mut left = call.budget();
    for a in order {
        let grant = call.claims()[a].ask().min(left);
        left = left - grant;
        grants[a] = exact(grant);
    }
    grants
}

fn sorted_by<K: Ord>(call: &Call, key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..call.claims().len()).collect();
    order.sort_by_key(|a| key(*a));
    order
}

fn priority(call: &Call, a: usize) -> Rational {
    call.claims()[a].priority().clone()
}

fn some(call: &Call, keep: impl Fn(usize) -> bool) -> Vec<Rational> {
    fair(call).into_iter().enumerate().map(|(a, grant)| if keep(a) { grant } else { Rational::ZERO }).collect()
}

fn mean(one: &[Rational], other: &[Rational]) -> Vec<Rational> {
    one.iter().zip(other).map(|(one, other)| (one + other) / Rational::from(2_i64)).collect()
}

/// Wrong rules, with the axiom that each breaks.
pub(crate) const WRONG: &[(Axiom, Named)] = &[
    (Axiom::Feasible, Named("overspends", |call| call.claims().iter().map(|claim| exact(claim.ask())).collect())),
    (
        Axiom::Feasible,
        Named("gives more than is asked for", |call| {
            let n = i64::try_from(call.claims().len()).expect("few");
            vec![exact(call.budget()) / Rational::from(n); call.claims().len()]
        }),
    ),
    (Axiom::Feasible, Named("forgets the last one", |call| fair(call).split_last().expect("one").1.to_vec())),
    (
        Axiom::Exhaustive,
        Named("keeps half for itself", |call| fair(call).iter().map(|grant| grant / &Rational::from(2_i64)).collect()),
    ),
    (Axiom::Exhaustive, Named("rounds everybody down", |call| fair(call).iter().map(Rational::floor).collect())),
    (Axiom::Exhaustive, Named("gives nothing to the weak", |call| some(call, |a| !priority(call, a).is_zero()))),
    (Axiom::Anonymous, Named("first come, first served", |call| in_order(call, 0..call.claims().len()))),
    (
        Axiom::Anonymous,
        Named("by the alphabet", |call| in_order(call, sorted_by(call, |a| call.draft().activities[a].id.clone()))),
    ),
    (
        Axiom::Anonymous,
        Named("favours an applicant", |call| {
            in_order(call, sorted_by(call, |a| call.draft().activities[a].applicant != "y"))
        }),
    ),
    (
        Axiom::EqualTreatment,
        Named("favours one activity", |call| in_order(call, sorted_by(call, |a| call.draft().activities[a].id != "b"))),
    ),
    (Axiom::ScoreOrder, Named("the worst first", |call| in_order(call, sorted_by(call, |a| priority(call, a))))),
    (
        Axiom::BudgetMonotone,
        Named("turns around with an even budget", |call| {
            let even = call.budget().is_multiple_of(Money::new(2));
            let sign = |a: usize| if even { call.claims()[a].ask() } else { Money::ZERO - call.claims()[a].ask() };
            in_order(call, sorted_by(call, sign))
        }),
    ),
    (Axiom::ScoreMonotone, Named("punishes the best", |call| some(call, |a| priority(call, a) != Rational::ONE))),
    (
        Axiom::CostMonotone,
        Named("the dearest first", |call| in_order(call, sorted_by(call, |a| Reverse(call.claims()[a].ask())))),
    ),
    (
        Axiom::MoneyScale,
        Named("takes a fee of 5 kr", |call| {
            fair(call).iter().map(|grant| (grant - &Rational::from(5_i64)).max(Rational::ZERO)).collect()
        }),
    ),
    (
        Axiom::ScoreScale,
        Named("wants two points", |call| {
            let two = Money::new(2).decimal();
            some(call, |a| call.draft().activities[a].scores.values().any(|score| *score >= two))
        }),
    ),
    (
        Axiom::ScoreScale,
        Named("wants a weight of five", |call| {
            let five = Money::new(5).decimal();
            some(call, |_| call.draft().criteria.iter().any(|criterion| criterion.weight >= five))
        }),
    ),
    (
        Axiom::IndependentOfRejected,
        Named("parts the budget by heads", |call| {
            let heads = Rational::from(i64::try_from(call.claims().len()).expect("few"));
            let share = exact(call.budget()) / heads;
            let grant = |claim: &Claim| if claim.priority().is_zero() { Rational::ZERO } else { share.clone() };
            call.claims().iter().map(|claim| grant(claim).min(exact(claim.ask()))).collect()
        }),
    ),
    (
        Axiom::Consistent,
        Named("between two rules", |call| mean(&fair(call), &shared(ObjectiveKind::Proportional, call))),
    ),
    (Axiom::SplitProof, Named("equal awards", fair)),
    (Axiom::MergeProof, Named("equal losses", |call| shared(ObjectiveKind::EqualLosses, call))),
    (Axiom::InflationProof, Named("in proportion", |call| shared(ObjectiveKind::Proportional, call))),
];

/// The counterexample to a wrong rule.
pub(crate) fn counterexample(axiom: Axiom, rule: &Named) -> Counterexample {
    match search(rule, axiom, SmallCalls::new(3), 2_000) {
        Verdict::Broken(counterexample) => *counterexample,
        Verdict::Held { tries } => panic!("`{}` keeps {axiom} in {tries} tries", rule.0),
    }
}

#[test]
fn every_axiom_is_broken_by_a_wrong_rule_and_kept_by_a_right_one() {
    for (axiom, rule) in WRONG {
        let found = counterexample(*axiom, rule);
        assert_eq!(found.axiom, *axiom);
    }
    let awards = ByObjective::plain(ObjectiveKind::EqualAwards);
    for axiom in Axiom::ALL {
        assert!(WRONG.iter().any(|(broken, _)| *broken == axiom), "no wrong rule for {axiom}");
        let right: &dyn AllocationRule = match axiom {
            Axiom::MergeProof | Axiom::InflationProof => &awards,
            _ => &Divisible,
        };
        let verdict = search(right, axiom, SmallCalls::new(3), 500);
        assert_eq!(verdict, Verdict::Held { tries: 500 }, "{axiom}");
    }
}

/// Two funds, of which one pays for the young only, and a cap on an applicant.
fn with_rules() -> Call {
    CallDraft::new("rules")
        .fund(Fund::new("city", 2))
        .fund(Fund::new("young", 4).pays_for(Selection::tag("young")))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("x"))
        .applicant(Applicant::new("y"))
        .activity(Activity::new("a", "x", 5).score("need", 3))
        .activity(Activity::new("b", "y", 5).score("need", 1).tag("young"))
        .rule(Rule::new("not-all", Selection::applicant("y")).at_most(3))
        .validate()
        .expect("a call")
}

#[test]
fn rules_that_do_not_look_at_caps_or_funds_are_caught() {
    let call = with_rules();
    assert_eq!(Axiom::Feasible.try_on(&OwnSettings, &call), Trial::Held);
    assert_eq!(Axiom::Exhaustive.try_on(&OwnSettings, &call), Trial::Held);
    let fails = |wrong: Named, what: &str| {
        let found = Axiom::Feasible.check(&wrong, &call).expect("a breach");
        assert!(format!("{:?}", found.breaches).contains(what), "{:?}", found.breaches);
    };
    fails(Named("ignores the cap", |_| [2, 4].map(|n| Rational::from(n as i64)).to_vec()), "not-all at-most");
    fails(Named("ignores what a fund may pay", |_| [3, 2].map(|n| Rational::from(n as i64)).to_vec()), "NotPaidFor");
    fails(Named("takes from the poor", |_| [-1, 2].map(|n| Rational::from(n as i64)).to_vec()), "OutsideAsk");
}
