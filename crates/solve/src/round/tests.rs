//! How small grants are rounded, each worked out by hand.

use fordela_model::CallDraft;
use fordela_model::call::draft::{Fund, Rule};
use fordela_model::call::{Base, Limit};

use super::*;
use crate::decide::Decided;
use crate::small_calls::{asks, call, enough, instance, only, percent, two_asks};

/// A name, a call, what is granted exactly in units in the order of ids, and the whole grants as money.
type Case = (&'static str, CallDraft, &'static [(i128, i128)], &'static [i64]);

fn rounded(draft: CallDraft, exact: &[(i128, i128)]) -> Option<Vec<Money>> {
    let instance = instance(draft);
    let exact: TiVec<ActivityIx, Rational> =
        exact.iter().map(|&(part, of)| Rational::new(part, of).unwrap_or_default()).collect();
    let rounded = round(&instance, &exact, &Decided::free(&instance).ranges, &enough())?;
    rounded.amounts(instance.unit).map(|amounts| amounts.raw)
}

fn check<const N: usize>(cases: [Case; N]) {
    for (name, draft, exact, expected) in cases {
        let expected = expected.iter().map(|&amount| Money::new(amount)).collect();
        assert_eq!(rounded(draft, exact), Some(expected), "{name}");
    }
}

/// Three of one applicant that ask for ten units each of a fund of ten; b has the highest priority, and c the lowest.
fn three(unit: i64) -> CallDraft {
    let ten = 10 * unit;
    let activities = [asks("a", ten, 3), asks("b", ten, 4), asks("c", ten, 2)];
    activities.into_iter().fold(call().unit(unit).fund(Fund::new("city", ten)), CallDraft::activity)
}

/// Two that ask for twenty each, of which a must have just this percentage of all that is granted.
fn just(part: i64, fund: i64) -> CallDraft {
    let part = Limit::Percent(percent(part), Base::Granted);
    call()
        .fund(Fund::new("city", fund))
        .activity(asks("a", 20, 4))
        .activity(asks("b", 20, 4))
        .rule(Rule::new("part", only(&["a"])).at_least(part).at_most(part))
}

#[test]
fn the_odd_unit_goes_to_the_largest_remainder() {
    check([
        (
            // Of 3.3, 3.2 and 3.5 hundreds one is odd: c has the largest remainder.
            "hundreds",
            three(100),
            &[(33, 10), (32, 10), (35, 10)],
            &[300, 300, 400],
        ),
        (
            // A third each: b comes first in the stated order.
            "equal remainders by the stated order",
            three(1),
            &[(10, 3), (10, 3), (10, 3)],
            &[3, 4, 3],
        ),
        (
            // That a has 0.400 000 1 and b only 0.4 does not count, but that b comes first. c has less, 0.199 999 9.
            "remainders that differ by a ten-millionth",
            three(1),
            &[(34_000_001, 10_000_000), (34, 10), (31_999_999, 10_000_000)],
            &[3, 4, 3],
        ),
    ]);
}

#[test]
fn sums_and_limits_are_kept() {
    // a and c are of one applicant, b and d of the other.
    let four = |city: i64, scores: [i64; 4]| {
        call()
            .fund(Fund::new("city", city))
            .activity(asks("a", 9, scores[0]))
            .activity(two_asks("b", 9, scores[1]))
            .activity(asks("c", 9, scores[2]))
            .activity(two_asks("d", 9, scores[3]))
    };
    check([
        (
            // 1½ + 1½ = 3 to each applicant. a and c come first, but if both had 2 the one would have 4; so a and b.
            "what each applicant gets",
            four(6, [4, 2, 3, 1]),
            &[(3, 2), (3, 2), (3, 2), (3, 2)],
            &[2, 2, 1, 1],
        ),
        (
            // a and b reach their cap, 1½ + 2½ = 4. c comes first and gets 2, so that 1 is left of the 3 of its applicant
            // for a. Then b needs 3 to reach the cap, and leaves 1 of the 4 of the other for d, although d comes before b.
            "a limit that is reached stays reached",
            four(7, [1, 1, 4, 3]).rule(Rule::new("cap", only(&["a", "b"])).at_most(4)),
            &[(3, 2), (5, 2), (3, 2), (3, 2)],
            &[1, 3, 2, 1],
        ),
        (
            // 45 % of 6 is 2.7: three would be nearer for a, and too much.
            "a cap is kept against a larger remainder",
            call()
                .fund(Fund::new("city", 6))
                .activity(asks("a", 9, 4))
                .activity(asks("b", 9, 4))
                .rule(Rule::new("cap", only(&["a"])).at_most(Limit::Percent(percent(45), Base::Granted))),
            &[(27, 10), (33, 10)],
            &[2, 4],
        ),
    ]);
}

#[test]
fn what_cannot_be_kept_is_given_up_in_turn() {
    let pairs = [["a", "b"], ["a", "c"], ["b", "c"]];
    let capped =
        pairs.iter().map(|pair| Rule::new(pair.join("-"), only(pair)).at_most(1)).fold(three(1), CallDraft::rule);
    check([
        (
            // ½ each reaches all three caps of 1 on two of them; whole grants cannot. b comes first and fills two caps;
            // the sum of 1½ becomes 1.
            "limits that cannot all be reached",
            capped,
            &[(1, 2), (1, 2), (1, 2)],
            &[0, 1, 0],
        ),
        (
            // Half of 3 is not whole; one and one are half of 2.
            "the total",
            just(50, 3),
            &[(3, 2), (3, 2)],
            &[1, 1],
        ),
        (
            // A fourth: b has three times what a has. a is 2 or 3 and b 7 or 8, which fit nowhere; a unit further, 1 to 4
            // and 6 to 9, there are 2 and 6, or 3 and 9, which are the more.
            "a unit further, the best",
            just(25, 12),
            &[(5, 2), (15, 2)],
            &[3, 9],
        ),
        (
            // The same with b up to 8: now there are only 2 and 6.
            "a unit further, never outside of ranges",
            just(25, 12).rule(Rule::new("cap", only(&["b"])).at_most(8)),
            &[(5, 2), (15, 2)],
            &[2, 6],
        ),
    ]);
}

/// Where who pays is looked for afterwards, each grant goes to the unit below or above all the same: ten units are not parted
/// in three, and the odd one goes to the highest priority.
#[test]
fn grants_are_rounded_before_who_pays_is_found() {
    let instance = instance(three(100).fund(Fund::new("state", 400).max_part(percent(50))));
    let third = Rational::new(14, 3).unwrap_or_default();
    let exact: TiVec<ActivityIx, Rational> = std::iter::repeat_n(third, 3).collect();
    let ranges: TiVec<ActivityIx, Range> = exact.iter().map(around).collect();
    let rounded = in_steps(&instance, &exact, &ranges, &enough());
    let units = rounded.as_ref().map(|rounded| rounded.units.raw.clone());
    assert_eq!(units, Some(vec![5, 5, 4]));
    assert!(rounded.is_some_and(|rounded| rounded.in_steps && !rounded.formulation.key.cells.is_empty()));
}
