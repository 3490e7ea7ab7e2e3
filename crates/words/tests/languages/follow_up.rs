//! What became of money, and what the next call begins with.

use std::collections::BTreeMap;

use fordela::call::draft::Unspent;
use fordela::follow_up::{Decided, Finding, FindingKind, FollowUp, Outcome, follow_up};
use fordela::next::next_call;
use fordela::payers::PayersBy;
use fordela::{Call, Money, Party, Rational, date};
use fordela_words::{Lang, follow_up as told, next, unspent};

use super::{id, look, samples};

fn parts(count: i64) -> Vec<Rational> {
    (1..=count).map(|n| Rational::from(if n % 2 == 0 { -1_000 * n } else { 1_000 * n })).collect()
}

fn kinds() -> Vec<FindingKind> {
    let (money, day) = (Money::new(1_500), date(2026, 6, 30));
    let funds = [None, Some(id("fund"))];
    let [none, some] = funds.clone().map(|fund| FindingKind::MissingReport { party: id("a"), fund, granted: money });
    let [above, above_of] = funds.clone().map(|fund| FindingKind::AboveGrant {
        party: id("a"),
        fund,
        granted: money,
        outcome: Money::new(2_000),
    });
    let late = |in_part| FindingKind::Late { party: id("a"), spent: money, use_by: day, in_part };
    let adds =
        |count, is_money| FindingKind::DoesNotAddUp { reported: Rational::from(7_i64), parts: parts(count), is_money };
    let [unstated, unstated_of] = funds.map(|fund| FindingKind::UnspentUnstated { fund, amount: money });
    let mut all = samples![
        FindingKind::MissingReport { .. } => [none, some],
        FindingKind::AboveGrant { .. } => [above, above_of],
        FindingKind::Late { .. } => [late(false), late(true)],
        FindingKind::DoesNotAddUp { .. } => [adds(2, true)],
        FindingKind::Unchecked => [FindingKind::Unchecked],
        FindingKind::FundUnknown { .. } => [FindingKind::FundUnknown { party: id("a") }],
        FindingKind::UnspentUnstated { .. } => [unstated, unstated_of],
    ];
    all.extend([0, 1, 2, 6, 7].into_iter().flat_map(|count| [true, false].map(|is_money| adds(count, is_money))));
    all
}

/// What is followed up where nothing is reported.
fn followed(call: &Call) -> FollowUp {
    let grants = BTreeMap::from([(id("a"), Money::new(500))]);
    let decided = Decided { to: Party::Activity, grants, funds: BTreeMap::new() };
    follow_up(call, &decided, &Outcome { rows: Vec::new() }).expect("ids of the call")
}

#[test]
fn findings_are_told_in_both_languages() {
    for kind in kinds() {
        for by in [Party::Activity, Party::Applicant] {
            look(&kind, |call, words| {
                let mut finding: Finding = followed(call).findings.into_iter().next().expect("a missing report");
                finding.kind = kind.clone();
                let message = told::message(&finding, by, call, words.lang);
                format!("{message}; {}", told::suggestion(&finding, words.lang))
            });
        }
    }
}

#[test]
fn the_next_call_is_told_in_both_languages() {
    let none = Vec::new();
    let lists = [none, vec![id("a")], vec![id("a"), id("b")]];
    for ongoing in lists {
        for money in [Money::ZERO, Money::new(1_500)] {
            look(&ongoing, |call, words| {
                let mut next_call = next_call(call, &followed(call), next::ongoing_tag(words.lang));
                next_call.ongoing.clone_from(&ongoing);
                next_call.to_score = Some(id("criterion"));
                next_call.carried_over.fill(money);
                next_call.unplaced = money;
                next::head(&next_call, PayersBy::Rules, call, words.lang).join("; ")
            });
        }
    }
    assert_ne!(next::ongoing_tag(Lang::Sv), next::ongoing_tag(Lang::En));
}

#[test]
fn what_becomes_of_money_is_told_in_both_languages() {
    let all = samples![
        Unspent::Repay => [Unspent::Repay],
        Unspent::CarryOver => [Unspent::CarryOver],
        Unspent::Return => [Unspent::Return],
    ];
    for one in all {
        look(one, |_, words| unspent::becomes(one, words).to_owned());
    }
}
