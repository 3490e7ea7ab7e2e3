//! What sharing gives in small calls, each worked out by hand.

use fordela_model::call::draft::{Activity, Applicant, Criterion, Each, Fund, ObjectiveKind, Rule};
use fordela_model::call::{Base, Limit, Selection};
use fordela_model::{CallDraft, Party};

use super::*;
use crate::small_calls::{asks, call, enough, instance, only, percent, two_asks};

/// A name, a call, and what everybody gets in the order of ids.
type Case = (&'static str, CallDraft, &'static [&'static str]);

/// The grants, and the weights of the sums that nothing exceeds; `None` where nothing keeps all rules.
fn shared(draft: CallDraft) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let (instance, effort) = (instance(draft), enough());
    let sharing = instance.sharing()?;
    let decided = if instance.has_choices() {
        decide(&instance, &sharing, &effort).unwrap_or_else(|error| unreachable!("{error}"))?
    } else {
        Decided::free(&instance)
    };
    let fair = share(&decided.carried_into(&instance), &sharing, &decided, &effort);
    let Fair { grants, optima } = fair.unwrap_or_else(|spent| unreachable!("{spent:?}"))?;
    let told = |numbers: &[Rational]| numbers.iter().map(Rational::to_string).collect::<Vec<_>>();
    Some((told(&grants.raw), optima.iter().map(|optimum| told(&optimum.weights)).collect()))
}

fn check<const N: usize>(cases: [Case; N]) {
    for (name, draft, expected) in cases {
        let (grants, _) = shared(draft).unwrap_or_default();
        assert_eq!(grants, expected, "{name}");
    }
}

/// Activities a, b, c … that ask for this of one fund, and count alike.
fn asking(kind: ObjectiveKind, fund: i64, asked: &[i64]) -> CallDraft {
    let draft = call().objective(kind).fund(Fund::new("city", fund));
    let ids = ["a", "b", "c"].into_iter().zip(asked);
    ids.map(|(id, ask)| asks(id, *ask, 4)).fold(draft, CallDraft::activity)
}

#[test]
fn one_budget_is_shared_to_a_level() {
    let mut weighted = call()
        .fund(Fund::new("city", 6))
        .activity(asks("a", 9, 4))
        .activity(asks("b", 9, 2))
        .activity(asks("c", 9, 0))
        .objective(ObjectiveKind::EqualAwards);
    weighted.objective.weighted = true;
    check([
        // 2 + 4 + 4 = 10: a asks for no more.
        ("equal awards", asking(ObjectiveKind::EqualAwards, 10, &[2, 6, 8]), &["2", "4", "4"]),
        // 3½ less each, of 6 and 8; a has nothing left to lose.
        ("equal losses", asking(ObjectiveKind::EqualLosses, 7, &[2, 6, 8]), &["0", "5/2", "9/2"]),
        // 5 of 16: the same part of all.
        ("proportional", asking(ObjectiveKind::Proportional, 5, &[2, 6, 8]), &["5/8", "15/8", "5/2"]),
        // Priorities of 1 and ½: twice as much for a; c counts nothing while others ask.
        ("equal awards by priority", weighted, &["4", "2", "0"]),
    ]);
}

#[test]
fn caps_floors_and_funds_hold_levels_up_and_down() {
    let restricted = call()
        .objective(ObjectiveKind::EqualAwards)
        .fund(Fund::new("all", 4))
        .fund(Fund::new("own", 6).pays_for(only(&["a"])))
        .activity(asks("a", 8, 4))
        .activity(asks("b", 8, 4));
    check([
        (
            // a gets a fourth of its ask; 9 are ¾ of the 12 that the others ask for.
            "leximin under a cap",
            asking(ObjectiveKind::Leximin, 10, &[4, 4, 8]).rule(Rule::new("cap", only(&["a"])).at_most(1)),
            &["1", "3", "6"],
        ),
        (
            // 4 are left beside the floor of 5, for two.
            "equal awards above a floor",
            asking(ObjectiveKind::EqualAwards, 9, &[8, 8, 8]).rule(Rule::new("floor", only(&["a"])).at_least(5)),
            &["5", "2", "2"],
        ),
        // All 4 that b can get; 5 each would need money that is for a alone.
        ("equal awards from two funds", restricted, &["6", "4"]),
        (
            // The floor is more than there is.
            "nothing where nothing keeps all rules",
            asking(ObjectiveKind::Leximin, 3, &[8]).rule(Rule::new("floor", only(&["a"])).at_least(5)),
            &[],
        ),
    ]);
}

#[test]
fn caps_that_cross_tell_levels_from_sums() {
    // a and b together get no more than the cap, nor do a and c; each asks for 4, and there is money for all.
    let crossing = |kind: ObjectiveKind, cap: i64| {
        asking(kind, 20, &[4, 4, 4])
            .rule(Rule::new("ab", only(&["a", "b"])).at_most(cap))
            .rule(Rule::new("ac", only(&["a", "c"])).at_most(cap))
    };
    check([
        // Half of 3 each: raising b and c lowers a, who stands no higher.
        ("leximin", crossing(ObjectiveKind::Leximin, 3), &["3/2", "3/2", "3/2"]),
        // x·(3 − x)² is largest where 1/x = 2/(3 − x).
        ("nash", crossing(ObjectiveKind::Nash, 3), &["1", "2", "2"]),
        // (4 − x)² + 2·(4 − (5 − x))² is least where 4 − x = 2·(x − 1).
        ("proportional", crossing(ObjectiveKind::Proportional, 5), &["2", "3", "3"]),
    ]);
}

#[test]
fn applicants_share_and_choices_are_fair() {
    let mut parties = call()
        .objective(ObjectiveKind::EqualAwards)
        .fund(Fund::new("city", 10))
        .activity(asks("a", 4, 2))
        .activity(asks("b", 4, 4))
        .activity(two_asks("c", 8, 1));
    parties.objective.over = Party::Applicant;
    let whole = |fund: i64, asked: [(i64, i64); 3]| {
        let draft = call().objective(ObjectiveKind::EqualAwards).fund(Fund::new("city", fund));
        let ids = ["a", "b", "c"].into_iter().zip(asked);
        ids.map(|(id, (ask, score))| asks(id, ask, score).whole()).fold(draft, CallDraft::activity)
    };
    check([
        // 5 to each applicant; of those of the one, b is worth more and gets its 4.
        ("applicants", parties, &["1", "4", "5"]),
        // Somebody gets nothing; of the two lowest together, 0 + 3 is more than 0 + 0, whatever a is worth.
        ("few with nothing", whole(6, [(5, 4), (3, 1), (3, 1)]), &["0", "3", "3"]),
        // As fair either way; c is worth the most.
        ("the most value of what is as fair", whole(5, [(4, 2), (4, 1), (4, 3)]), &["0", "0", "4"]),
    ]);
}

/// By hand: a and b reach their cap of 2 at a level of 1, so that 1·a + 1·b is never more. c gets the other 7, and could
/// take more: 1·c, and as much for a and b, whose kronor are paid from the same 9.
#[test]
fn nothing_is_fairer_by_sums_that_nothing_exceeds() {
    let cap = Rule::new("cap", only(&["a", "b"])).at_most(2);
    let (grants, weights) = shared(asking(ObjectiveKind::EqualAwards, 9, &[8, 8, 8]).rule(cap)).unwrap_or_default();
    assert_eq!(grants, ["1", "1", "7"]);
    assert_eq!(weights, [["1", "1", "0"], ["1", "1", "1"]]);
}

/// A large call whose asks are no round sums, so that floats lose a little on the way to every level: each applicant gets at
/// most 60 % and at least a tenth of what it asks for, and each area at least 30 %.
fn large(seed: i64) -> (CallDraft, i64) {
    let mut draft =
        CallDraft::new("large").criterion(Criterion::new("need", 1, 4)).objective(ObjectiveKind::EqualLosses);
    let applicant = |b: i64| format!("n{b}");
    draft = (0..21).fold(draft, |draft, b| draft.applicant(Applicant::new(applicant(b))));
    let drawn = |a: i64, of: i64| (a * a * 7_919 + (a + seed) * 104_729) / 31 % of;
    let asked = |a: i64| 10_001 + drawn(a, 997) * drawn(a + 500, 1_009);
    let activity = |a: i64| {
        let of = applicant(drawn(a + 1_000, 21));
        Activity::new(format!("a{a}"), of, asked(a))
            .score("need", drawn(a, 5))
            .area(format!("o{}", drawn(a + 2_000, 10)))
    };
    draft = (0..420).map(activity).fold(draft, CallDraft::activity);
    let money = (0..420).map(asked).sum::<i64>() * 45 / 100;
    let part = |part: i64| Limit::Percent(percent(part), Base::Asked);
    let draft = draft
        .fund(Fund::new("city", money))
        .rule(Rule::new("part", Selection::all()).each(Each::Applicant).at_least(part(10)).at_most(part(60)))
        .rule(Rule::new("area", Selection::all()).each(Each::Area).at_least(part(30)));
    (draft, money)
}

/// That all money is shared is the least that can be said of the answer.
#[test]
fn large_calls_of_odd_sums_are_shared() {
    for seed in 0..8 {
        let (draft, money) = large(seed);
        let (instance, effort) = (instance(draft), enough());
        let sharing = instance.sharing().unwrap_or_else(|| unreachable!("it shares"));
        let fair = grants(&instance, &sharing, &Decided::free(&instance), &effort);
        let fair = fair.unwrap_or_else(|spent| unreachable!("{spent:?}")).unwrap_or_default();
        assert_eq!(fair.iter().sum::<Rational>(), Rational::from(money), "{seed}");
    }
}
