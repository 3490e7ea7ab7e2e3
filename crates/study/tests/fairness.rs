//! Rules for claims against published numbers, against what defines each of them, and against each other.

#![allow(clippy::expect_used, reason = "a test may say what it takes for granted")]

use fordela::Rational;
use fordela::fairness::{Claims, equal_awards, equal_losses, gini, jain, leximin, nash, proportional, talmud, theil};
use proptest::prelude::*;

fn whole(number: i64) -> Rational {
    Rational::from(number)
}

fn fraction(numerator: i128, denominator: i128) -> Rational {
    Rational::new(numerator, denominator).expect("a denominator")
}

fn plain(asks: &[i64]) -> Claims {
    Claims::plain(asks.iter().map(|ask| whole(*ask)).collect())
}

fn sum(numbers: &[Rational]) -> Rational {
    numbers.iter().sum()
}

/// Thomson (2019): an amount of 10 and claims of 2, 4, 7 and 8.
#[test]
fn the_numbers_of_the_textbook() {
    let (claims, ten) = (plain(&[2, 4, 7, 8]), whole(10));
    let proportional = proportional(&claims, &ten);
    assert_eq!(proportional, [fraction(20, 21), fraction(40, 21), fraction(10, 3), fraction(80, 21)]);
    let third = fraction(8, 3);
    assert_eq!(equal_awards(&claims, &ten), [whole(2), third.clone(), third.clone(), third]);
    assert_eq!(equal_losses(&claims, &ten), [0, 1, 4, 5].map(whole));
    assert_eq!(talmud(&claims, &ten), [whole(1), whole(2), fraction(7, 2), fraction(7, 2)]);
}

/// The estates of 100, 200 and 300 with debts of 100, 200 and 300, as in the Mishna (Ketubot 93a).
#[test]
fn the_numbers_of_the_talmud() {
    let claims = plain(&[100, 200, 300]);
    let third = fraction(100, 3);
    assert_eq!(talmud(&claims, &whole(100)), [third.clone(), third.clone(), third]);
    assert_eq!(talmud(&claims, &whole(200)), [50, 75, 75].map(whole));
    assert_eq!(talmud(&claims, &whole(300)), [50, 100, 150].map(whole));
}

/// By hand: with weights 1 and 3, awards are as 1 to 3, and losses as 3 to 1; weight zero waits, and loses first.
#[test]
fn weights_by_hand() {
    let weighted = |asks: &[i64], weights: &[i64]| {
        let numbers = |list: &[i64]| list.iter().map(|n| whole(*n)).collect();
        Claims::weighted(numbers(asks), numbers(weights))
    };
    let claims = weighted(&[100, 100], &[1, 3]);
    assert_eq!(equal_awards(&claims, &whole(80)), [20, 60].map(whole));
    assert_eq!(equal_awards(&claims, &whole(150)), [50, 100].map(whole));
    assert_eq!(equal_losses(&claims, &whole(120)), [40, 80].map(whole));
    assert_eq!(proportional(&weighted(&[50, 100], &[2, 1]), &whole(60)), [30, 30].map(whole));
    let waits = weighted(&[10, 10], &[0, 5]);
    assert_eq!(equal_awards(&waits, &whole(8)), [0, 8].map(whole));
    assert_eq!(equal_awards(&waits, &whole(15)), [5, 10].map(whole));
    assert_eq!(equal_losses(&waits, &whole(8)), [0, 8].map(whole));
}

/// Figures computed apart from this code, in floats, from ten amounts that are printed in many textbooks.
#[test]
fn measures_of_inequality() {
    let amounts: Vec<Rational> =
        [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261].into_iter().map(whole).collect();
    let near = |one: f64, other: f64| assert!((one - other).abs() < 5e-9, "{one} is not {other}");
    near(gini(&amounts).expect("amounts").to_f64(), 0.462_091_13);
    near(jain(&amounts).expect("amounts").to_f64(), 0.543_238_44);
    let groups = [0, 1, 0, 1, 2, 2, 0, 1, 2, 2];
    let all = theil(&amounts, &groups).expect("amounts");
    near(all.total, 0.362_341_24);
    near(all.total, all.between + all.within);
    // Within, counted by itself: the inequality of each group, weighed by its part of the sum.
    let within: f64 = (0..3)
        .map(|group| {
            let part: Vec<Rational> =
                amounts.iter().zip(groups).filter(|(_, g)| *g == group).map(|(amount, _)| amount.clone()).collect();
            let inner = theil(&part, &vec![0; part.len()]).expect("amounts").total;
            inner * sum(&part).to_f64() / sum(&amounts).to_f64()
        })
        .sum();
    near(all.within, within);
    assert_eq!(gini(&[]), None);
    assert_eq!(jain(&[whole(0)]), None);
    assert_eq!(theil(&[whole(1)], &[]), None);
}

/// Some claims, with weights, and an amount that is not more than all of them.
fn problem() -> impl Strategy<Value = (Claims, Rational)> {
    let number = 0_i64..40;
    (prop::collection::vec((number, 0_i64..5), 1..6), 0_i64..=100).prop_map(|(claims, part)| {
        let asks: Vec<Rational> = claims.iter().map(|(ask, _)| whole(*ask)).collect();
        let weights = claims.iter().map(|(_, weight)| whole(*weight)).collect();
        let amount = sum(&asks) * fraction(part.into(), 100);
        (Claims::weighted(asks, weights), amount)
    })
}

fn plainly(claims: &Claims) -> Claims {
    Claims::plain(claims.asks().to_vec())
}

/// How two share what both of them claim: each concedes what is beyond the other's claim, the rest is halved.
fn contested_garment(one: &Rational, other: &Rational, amount: &Rational) -> Rational {
    let conceded = |claim: &Rational| (amount - claim).max(Rational::ZERO);
    let (to_one, to_other) = (conceded(other), conceded(one));
    let rest = amount - &to_one - &to_other;
    to_one + rest / whole(2)
}

/// `min(full[i], λ·width[i])` that add up to the amount, found by trying every set of those that are full: at the level
/// of the others none of these is above its top, and all of those are.
fn by_trying_sets(full: &[Rational], width: &[Rational], amount: &Rational) -> Vec<Rational> {
    let n = full.len();
    let part = |set: u32, i: usize| set >> i & 1 == 1;
    for set in 0..1_u32 << n {
        let held: Rational = (0..n).filter(|&i| part(set, i)).map(|i| full[i].clone()).sum();
        let open: Rational = (0..n).filter(|&i| !part(set, i)).map(|i| width[i].clone()).sum();
        let level = if open.is_zero() { None } else { Some((amount - &held) / open) };
        let fits = |i: usize| match &level {
            Some(level) => (full[i] <= level * &width[i]) == part(set, i),
            None => held == *amount,
        };
        if level.as_ref().is_none_or(|level| !level.is_negative()) && (0..n).all(fits) {
            let get =
                |i: usize| if part(set, i) { full[i].clone() } else { level.clone().unwrap_or_default() * &width[i] };
            return (0..n).map(get).collect();
        }
    }
    unreachable!("some set is the one")
}

/// All weights above zero.
fn counted(claims: &Claims) -> Claims {
    let weights = claims.weights().iter().map(|weight| weight + &Rational::ONE).collect();
    Claims::weighted(claims.asks().to_vec(), weights)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn rules_are_those_found_by_trying_sets((claims, amount) in problem()) {
        let claims = counted(&claims);
        let (asks, weights) = (claims.asks(), claims.weights());
        let by_shares: Vec<Rational> = asks.iter().zip(weights).map(|(ask, weight)| ask * weight).collect();
        prop_assert_eq!(equal_awards(&claims, &amount), by_trying_sets(asks, weights, &amount));
        prop_assert_eq!(nash(&claims, &amount), by_trying_sets(asks, weights, &amount));
        prop_assert_eq!(proportional(&claims, &amount), by_trying_sets(asks, &by_shares, &amount));
        prop_assert_eq!(leximin(&claims, &amount), by_trying_sets(asks, &by_shares, &amount));
        let widths: Vec<Rational> = weights.iter().map(|weight| Rational::ONE / weight).collect();
        let losses = by_trying_sets(asks, &widths, &(sum(asks) - &amount));
        let left: Vec<Rational> = asks.iter().zip(&losses).map(|(ask, loss)| ask - loss).collect();
        prop_assert_eq!(equal_losses(&claims, &amount), left);
    }

    #[test]
    fn all_is_shared_and_nobody_gets_more_than_the_claim((claims, amount) in problem()) {
        for rule in [proportional, equal_awards, equal_losses, talmud] {
            let awards = rule(&claims, &amount);
            prop_assert_eq!(sum(&awards), amount.clone());
            for (award, ask) in awards.iter().zip(claims.asks()) {
                prop_assert!(!award.is_negative() && award <= ask);
            }
        }
    }

    // Any two that are neither met nor empty stand at one level: part, award per weight, loss times weight.
    #[test]
    fn those_between_stand_at_one_level((claims, amount) in problem()) {
        let level_of = |awards: Vec<Rational>, level: &dyn Fn(usize, &Rational) -> Rational| {
            let between = |i: &usize| {
                awards[*i].is_positive() && awards[*i] < claims.asks()[*i] && claims.weights()[*i].is_positive()
            };
            let mut levels: Vec<Rational> = (0..awards.len()).filter(between).map(|i| level(i, &awards[i])).collect();
            levels.dedup();
            levels.len()
        };
        let (asks, weights) = (claims.asks(), claims.weights());
        prop_assert!(level_of(proportional(&claims, &amount), &|i, award| award / &(&asks[i] * &weights[i])) <= 1);
        prop_assert!(level_of(equal_awards(&claims, &amount), &|i, award| award / &weights[i]) <= 1);
        prop_assert!(level_of(equal_losses(&claims, &amount), &|i, award| (&asks[i] - award) * &weights[i]) <= 1);
    }

    // Awards and losses are two sides of one thing: what one rule does with the money, the other does with what lacks.
    #[test]
    fn losses_mirror_awards((claims, amount) in problem()) {
        let claims = plainly(&claims);
        let lacks = sum(claims.asks()) - &amount;
        let mirrored: Vec<Rational> =
            claims.asks().iter().zip(equal_awards(&claims, &lacks)).map(|(ask, award)| ask - &award).collect();
        prop_assert_eq!(equal_losses(&claims, &amount), mirrored);
        for rule in [proportional, talmud] {
            let mirrored: Vec<Rational> =
                claims.asks().iter().zip(rule(&claims, &lacks)).map(|(ask, award)| ask - &award).collect();
            prop_assert_eq!(rule(&claims, &amount), mirrored);
        }
    }

    // Aumann & Maschler (1985): every two share what they got together as the contested garment is shared.
    #[test]
    fn the_talmud_shares_every_garment((claims, amount) in problem()) {
        let awards = talmud(&plainly(&claims), &amount);
        for i in 0..awards.len() {
            for j in 0..i {
                let together = &awards[i] + &awards[j];
                prop_assert_eq!(&awards[i], &contested_garment(&claims.asks()[i], &claims.asks()[j], &together));
            }
        }
    }

    // The Gini coefficient as the mean difference of all pairs: Σ|x[i] − x[j]| / (2·n·Σx).
    #[test]
    fn the_gini_coefficient_is_the_mean_difference(amounts in prop::collection::vec(0_i64..50, 1..8)) {
        let numbers: Vec<Rational> = amounts.iter().map(|n| whole(*n)).collect();
        let pairs: i64 = amounts.iter().flat_map(|one| amounts.iter().map(move |other| (one - other).abs())).sum();
        let n = i64::try_from(amounts.len()).expect("few");
        let expected = (sum(&numbers).is_positive()).then(|| whole(pairs) / (whole(2 * n) * sum(&numbers)));
        prop_assert_eq!(gini(&numbers), expected);
    }
}
