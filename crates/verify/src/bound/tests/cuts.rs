//! Cuts of small calls.

use fordela_model::call::{CaseLimit, Kind};
use fordela_model::prices::{Cut, Limit};

use super::*;

/// So many cuts are in a proof.
pub(super) const CUTS: usize = 2;

/// Some cut, which need not follow from the limits of the call.
pub(super) fn any_cut(call: &Call, numbers: &mut impl Iterator<Item = (i64, i64)>) -> Cut {
    let mut next = || {
        let (n, d) = numbers.next().unwrap_or_default();
        [n, d].map(|number| usize::try_from(number.abs()).unwrap_or_default())
    };
    let mut limit = || match next() {
        [0..3, _] => Limit::Funds((0..call.draft().funds.len()).collect()),
        [_, d] => Limit::Case(d % (call.cases().len() + 1)),
    };
    let of = [limit(), limit()];
    let activities = call.claims().len();
    if next()[0].is_multiple_of(2) {
        let [one, other] = of;
        let weights = (0..activities).map(|a| (a, next()[0] % 4)).collect();
        let most = next()[1] % (2 * activities + 1);
        return Cut::Cover { of: if most.is_multiple_of(2) { one } else { other }, weights, most };
    }
    let flipped = (0..activities).filter(|_| next()[0].is_multiple_of(3)).collect();
    let mut weight = || numbers.next().and_then(|(n, d)| Rational::new(n.into(), d.into())).unwrap_or_default();
    Cut::Rounding { of: of.map(|limit| (limit, weight())).into(), flipped }
}

/// A call of activities that are granted whole or not, under a cap and above a floor.
fn whole_call() -> impl Strategy<Value = CallDraft> {
    let asks_and_scores = prop::collection::vec((1_i64..9, 1_i64..5, any::<(bool, bool)>()), 2..6);
    (asks_and_scores, 3_i64..20, 1_i64..12, 1_i64..8).prop_map(|(activities, amount, cap, floor)| {
        let ids = ["a", "b", "c", "d", "e"];
        let mut draft = call().fund(Fund::new("city", amount));
        let (mut capped, mut lifted) = (vec!["a"], vec!["b"]);
        for (&id, (ask, score, (is_capped, is_lifted))) in ids.iter().zip(activities) {
            draft = draft.activity(asks(id, ask, score).whole());
            capped.extend((is_capped && id != "a").then_some(id));
            lifted.extend((is_lifted && id != "b").then_some(id));
        }
        draft
            .rule(Rule::new("cap", only(&capped)).at_most(RuleLimit::from(cap)))
            .rule(Rule::new("floor", only(&lifted)).at_least(RuleLimit::from(floor)))
    })
}

/// Whether a limit lets a set of whole asks be granted.
fn lets(call: &Call, limit: &Limit, set: &[usize]) -> bool {
    let granted = |counts: &dyn Fn(usize) -> bool| {
        let counted = set.iter().filter(|&&a| counts(a));
        counted.filter_map(|&a| Some(call.draft().activities[a].ask?.rational())).sum::<Rational>()
    };
    match limit {
        Limit::Funds(_) => granted(&|_| true) <= call.draft().funds[0].amount.rational(),
        Limit::Case(case) => {
            let Some(case) = call.cases().get(*case) else { return true };
            let CaseLimit::Fixed(limit) = &case.limit else { return true };
            let sum = granted(&|a| case.activities.contains(&a));
            if case.kind == Kind::AtMost { sum <= *limit } else { sum >= *limit }
        }
    }
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn a_bound_by_cuts_is_the_naive_one(
        draft in whole_call(),
        splits in 0_usize..4,
        numbers in prop::collection::vec((-4_i64..12, 1_i64..60), 20..60),
    ) {
        is_the_naive_one(draft, splits, &numbers)?;
    }

    // What follows from limits is kept by every set of activities that all limits let be granted.
    #[test]
    fn what_is_granted_keeps_a_cut_that_follows(
        draft in whole_call(),
        numbers in prop::collection::vec((-4_i64..12, 1_i64..60), 20..60),
    ) {
        let call = checked(draft);
        let cut = any_cut(&call, &mut drawn(&numbers));
        let bounds = Bounds::new(&call, call.cases().iter().collect(), std::slice::from_ref(&cut));
        let Some(holding) = bounds.holding(0) else { return Ok(()) };
        let limits = (0..call.cases().len()).map(Limit::Case).chain([Limit::Funds(vec![0])]);
        let limits: Vec<Limit> = limits.collect();
        for set in 0..1_u32 << call.claims().len() {
            let set: Vec<usize> = (0..call.claims().len()).filter(|a| set >> a & 1 == 1).collect();
            if limits.iter().all(|limit| lets(&call, limit, &set)) {
                let weighed = holding.weights.iter().filter(|(a, _)| set.contains(a));
                let sum: Rational = weighed.map(|(_, weight)| weight).sum();
                prop_assert!(sum <= holding.most, "{:?} breaks {:?}", set, cut);
            }
        }
    }
}

/// Of asks of 5, 4 and 3 any two fit into 9, but not all.
#[test]
fn prices_of_cuts() {
    let three = || {
        let city = call().fund(Fund::new("city", 10));
        city.activity(asks("a", 5, 4).whole()).activity(asks("b", 4, 4).whole()).activity(asks("c", 3, 4).whole())
    };
    let city = || Limit::Funds(vec![0]);
    let cover = |most| Cut::Cover { of: city(), weights: vec![(0, 1), (1, 1), (2, 1)], most };
    // 5/7·x + 4/7·y + 3/7·z ≤ 10/7, of which f is 3/7: 2/4·x + 1/4·y ≤ 1, which all keep.
    let rounding = Cut::Rounding { of: vec![(city(), Rational::ONE / Rational::from(7_i64))], flipped: vec![] };
    let proven = |cut: Cut, fund: i64, price: i64| {
        let prices = Multipliers { cuts: fourths(&[price]), ..prices(&[fund], &[], &[]) };
        bound_beside_nothing(&checked(three()), &Proof { steps: vec![Step::Bounded(prices)], cuts: vec![cut] })
    };
    let whole = |number: i64| Some(Rational::from(number));
    // Free: 12. At 3 each, of which two count: 6 + 2 + 1 + 0.
    assert_eq!(proven(cover(2), 0, 0), whole(12));
    assert_eq!(proven(cover(2), 0, 12), whole(9));
    // One of them would not follow, so that it is free.
    assert_eq!(proven(cover(1), 0, 12), whole(12));
    // At 8: 8 + (5 − 4) + (4 − 2) + 3.
    assert_eq!(proven(rounding, 0, 32), whole(14));
}
