//! Why a call is impossible: the smallest conflict, and the ways out. All grants and payments are tried.

mod more_money;

use std::collections::{BTreeSet, HashSet};

use fordela::call::draft::{CallDraft, Each, Rule};
use fordela::call::{Base, CaseId, Kind, Limit, Percent, Selection};
use fordela::{Answer, EvenCut, Granted, Impossible, Money, Proven, Rational, Relaxation, Scenario, Way};
use fordela_oracle::answers::answer;
use fordela_oracle::generate::{ALL, CHOICES, DIVISIBLE, FUNDS, Kinds, call};
use fordela_oracle::oracle::{Check, Oracle, hundredths};
use fordela_oracle::rewritten::{renamed, turned};
use fordela_proptest::{calls, tries};
use proptest::prelude::*;

use self::more_money::{kept_floors, least_budget};

/// The answer to a call without an allocation.
fn reasons(draft: &CallDraft) -> Result<Option<Box<Impossible>>, TestCaseError> {
    Ok(match answer(draft)? {
        Answer::Impossible(impossible) => Some(impossible),
        Answer::Allocated(_) => None,
    })
}

/// The places of cases of a call.
fn places<'c>(draft: &CallDraft, cases: impl IntoIterator<Item = &'c CaseId>) -> Vec<usize> {
    let call = draft.clone().validate().expect("the call has been answered");
    cases.into_iter().map(|case| call.case_at(case).expect("a cap or floor of the call")).collect()
}

/// The places of the cases that are moved.
fn moving(draft: &CallDraft, relaxations: &[Relaxation]) -> Vec<usize> {
    places(draft, relaxations.iter().map(|relaxation| &relaxation.case))
}

/// What some grants and payments lack of every cap and floor, in the order of the cases, in hundredths.
type Lacks = Vec<Rational>;

/// All grants that the asks, the funds and the other conditions allow.
fn tried(draft: &CallDraft) -> BTreeSet<Lacks> {
    let oracle = Oracle::new(draft);
    let mut seen: HashSet<Vec<i128>> = HashSet::new();
    oracle.every_payable(&mut |_, cells| {
        let granted = cells.iter().flatten().sum();
        seen.insert(oracle.checks.iter().map(|check| check.lacks(cells, granted).max(0)).collect());
    });
    let lack = |(lack, check): (&i128, &Check)| Rational::new(*lack, check.scale).expect("a scale");
    seen.iter().map(|lacks| lacks.iter().zip(&oracle.checks).map(lack).collect()).collect()
}

/// The sets of cases that are kept together by some grants, as bits.
fn kept(tried: &BTreeSet<Lacks>) -> BTreeSet<u64> {
    let bits = |lacks: &Lacks| {
        lacks.iter().enumerate().filter(|(_, lack)| lack.is_zero()).map(|(case, _)| 1_u64 << case).sum()
    };
    tried.iter().map(bits).collect()
}

/// The fewest cases that are not kept together by any grants.
fn fewest(kept: &BTreeSet<u64>, cases: usize) -> u32 {
    let clash = |set: &u64| !kept.iter().any(|kept| kept & set == *set);
    (0..1_u64 << cases).filter(clash).map(u64::count_ones).min().expect("all cases together")
}

/// The listed cases are impossible by themselves, no longer when any of them is dropped, and no fewer are.
fn smallest_conflict(draft: &CallDraft, reasons: &Impossible, tried: &BTreeSet<Lacks>) -> Result<(), TestCaseError> {
    let conflict = &places(draft, &reasons.conflict);
    let set: u64 = conflict.iter().map(|case| 1_u64 << case).sum();
    let kept = kept(tried);
    let is_possible = |set: u64| kept.iter().any(|kept| kept & set == set);
    prop_assert!(!is_possible(set), "{:?} do not conflict", conflict);
    for dropped in conflict {
        prop_assert!(is_possible(set & !(1 << dropped)), "{} is not needed in {:?}", dropped, conflict);
    }
    prop_assert_eq!(reasons.proven, Proven::Smallest);
    let cases = Oracle::new(draft).checks.len();
    prop_assert_eq!(u32::try_from(conflict.len()).expect("few"), fewest(&kept, cases));
    Ok(())
}

/// One rule for every cap and floor, in the order of the cases: the selection and limit that the oracle
/// sees, on the same activities and funds by name, so that every case can be moved by itself.
fn rule_of(draft: &CallDraft, n: usize, check: &Check) -> Rule {
    let of = &draft.rules[check.rule];
    let mut selection = Selection::all();
    selection.activity = check.members.iter().map(|(a, _)| draft.activities[*a].id.clone()).collect();
    if selection.activity.is_empty() {
        selection = Selection::area("nowhere");
    }
    let only_some = !of.selection.fund.is_empty() || of.each == Some(Each::Fund);
    if only_some {
        let mut funds: Vec<usize> = check.members.iter().flat_map(|(_, funds)| funds.clone()).collect();
        funds.sort_unstable();
        funds.dedup();
        selection.fund = funds.into_iter().map(|f| draft.funds[f].id.clone()).collect();
    }
    let rule = Rule::new(format!("case-{n}"), selection);
    match (check.is_floor, of.at_least, of.at_most) {
        (true, Some(limit), _) => rule.at_least(limit),
        (false, _, Some(limit)) => rule.at_most(limit),
        _ => panic!("the oracle saw a limit that the draft does not have"),
    }
}

/// The call with its cases moved as is said, each a rule of its own.
fn moved(draft: &CallDraft, relaxations: &[Relaxation]) -> CallDraft {
    let call = draft.clone().validate().expect("the call has been answered");
    let checks = Oracle::new(draft).checks;
    let mut other = draft.clone();
    other.rules = checks.iter().enumerate().map(|(n, check)| rule_of(draft, n, check)).collect();
    for (case, Relaxation { limit, .. }) in moving(draft, relaxations).into_iter().zip(relaxations) {
        match call.cases()[case].kind {
            Kind::AtMost => other.rules[case].at_most = Some(*limit),
            Kind::AtLeast => other.rules[case].at_least = Some(*limit),
        }
    }
    other
}

/// What is told of a call that was changed: that it is possible, and how much can be granted at most.
fn carried_out(draft: &CallDraft, granted: Option<Granted>) -> Result<(), TestCaseError> {
    if !is_tried(draft) {
        prop_assert!(matches!(answer(draft)?, Answer::Allocated(_)), "it is no way out");
        return Ok(());
    }
    let mut most = None;
    Oracle::new(draft).every_allocation(&mut |_, cells| most = most.max(Some(cells.iter().flatten().sum::<i64>())));
    prop_assert!(most.is_some(), "it is no way out");
    prop_assert!(matches!(answer(draft)?, Answer::Allocated(_)), "it is no way out for the program itself");
    let granted = granted.expect("found out");
    prop_assert!(granted.is_most);
    prop_assert_eq!(Some(hundredths(granted.amount)), most);
    Ok(())
}

/// Some cases moved by the least money: `tried` is all that may be lacking.
fn least_moves(
    draft: &CallDraft,
    way: &Way<Vec<Relaxation>>,
    tried: &BTreeSet<Lacks>,
    may_move: impl Fn(usize) -> bool,
) -> Result<(), TestCaseError> {
    let allowed = |lacks: &&Lacks| (0..lacks.len()).all(|case| may_move(case) || lacks[case].is_zero());
    let sum = |lacks: &Lacks| lacks.iter().sum::<Rational>() / Rational::from(100_i64);
    let least = tried.iter().filter(allowed).map(sum).min();
    let Some(found) = way.found() else {
        prop_assert_eq!((way, least), (&Way::Closed, None));
        return Ok(());
    };
    prop_assert!(found.is_least);
    prop_assert!(moving(draft, &found.change).into_iter().all(may_move));
    prop_assert!(found.change.iter().all(|relaxation| relaxation.by.is_positive()));
    prop_assert_eq!(Some(found.change.iter().map(|relaxation| &relaxation.by).sum::<Rational>()), least);
    carried_out(&moved(draft, &found.change), found.granted)
}

/// The call with the floors of these rules cut by so many hundredths of a per cent.
fn cut(draft: &CallDraft, rules: &[usize], steps: i64) -> CallDraft {
    let down = |number: Rational, places: i64| {
        let whole = (number * Rational::from(places)).floor().to_i128().expect("a small number");
        rust_decimal::Decimal::from_i128_with_scale(whole, places.ilog10())
    };
    let left = Rational::new(i128::from(10_000 - steps), 10_000).expect("a denominator");
    let mut other = draft.clone();
    for &rule in rules {
        let floor = other.rules[rule].at_least.as_mut().expect("a floor");
        *floor = match *floor {
            Limit::Money(money) => {
                Limit::Money(down(money.rational() * &left, 100).try_into().expect("a small amount"))
            }
            Limit::Percent(percent, base) => {
                let number = percent.part() * Rational::from(100_i64) * &left;
                Limit::Percent(Percent::new(down(number, 10_000)), base)
            }
        };
    }
    other
}

fn is_possible(draft: &CallDraft) -> bool {
    Oracle::new(draft).best().is_some()
}

/// The rules with a floor, of all cases or of some.
fn floors(draft: &CallDraft, cases: Option<&[usize]>) -> Vec<usize> {
    let checks = Oracle::new(draft).checks;
    let is_meant = |case: &usize| cases.is_none_or(|cases| cases.contains(case)) && checks[*case].is_floor;
    let rules: BTreeSet<usize> = (0..checks.len()).filter(is_meant).map(|case| checks[case].rule).collect();
    rules.into_iter().collect()
}

/// Floors are cut by the least part that is enough, those of the conflict if that can be.
fn least_cut(draft: &CallDraft, reasons: &Impossible) -> Result<(), TestCaseError> {
    let (of_conflict, all) = (floors(draft, Some(&places(draft, &reasons.conflict))), floors(draft, None));
    let Some(found) = reasons.even_cut.found() else {
        let is_pointless = of_conflict.is_empty();
        prop_assert_eq!(&reasons.even_cut, if is_pointless { &Way::Pointless } else { &Way::Closed });
        prop_assert!(is_pointless || !is_possible(&cut(draft, &all, 10_000)));
        return Ok(());
    };
    let EvenCut { by, floors, is_all } = &found.change;
    let steps = (by.number() * rust_decimal::Decimal::from(100)).try_into().expect("whole hundredths");
    prop_assert_eq!(*is_all, !is_possible(&cut(draft, &of_conflict, 10_000)));
    let rules = if *is_all { &all } else { &of_conflict };
    let ids: Vec<&String> = rules.iter().map(|&rule| &draft.rules[rule].id).collect();
    prop_assert_eq!(floors.iter().map(|lowered| &lowered.rule).collect::<Vec<_>>(), ids);
    let carried = cut(draft, rules, steps);
    for (lowered, &rule) in floors.iter().zip(rules) {
        prop_assert_eq!(carried.rules[rule].at_least, Some(lowered.limit));
    }
    prop_assert!(found.is_least && !is_possible(&cut(draft, rules, steps - 1)), "a smaller cut is enough");
    carried_out(&carried, found.granted)
}

/// More grants and payments than this are not tried.
const MOST_TRIED: usize = 20_000;

fn is_small(draft: &CallDraft) -> bool {
    Oracle::new(draft).count() <= MOST_TRIED
}

/// Where a rule speaks of single funds, these pay whole units, as the known limits say: what else they hold is not tried.
fn is_tried(draft: &CallDraft) -> bool {
    let of_funds = |rule: &Rule| !rule.selection.fund.is_empty() || rule.each == Some(Each::Fund);
    let in_units = draft.funds.iter().all(|fund| hundredths(fund.amount) % hundredths(draft.unit) == 0);
    is_small(draft) && (in_units || !draft.rules.iter().any(of_funds))
}

/// All that is said of an impossible call, against trying everything.
fn is_explained(draft: &CallDraft) -> Result<(), TestCaseError> {
    if !is_small(draft) {
        return Ok(());
    }
    let Some(reasons) = reasons(draft)? else { return Ok(()) };
    let tried = tried(draft);
    smallest_conflict(draft, &reasons, &tried)?;
    least_moves(draft, &reasons.cheapest, &tried, |_| true)?;
    let checks = Oracle::new(draft).checks;
    if reasons.conflict.iter().all(|case| case.kind == Kind::AtLeast) {
        prop_assert_eq!(&reasons.raised_caps, &Way::Pointless);
    } else {
        least_moves(draft, &reasons.raised_caps, &tried, |case| !checks[case].is_floor)?;
    }
    least_cut(draft, &reasons)?;
    least_budget(draft, &reasons)?;
    kept_floors(draft, &reasons)
}

/// The sizes of some cases, whatever their names.
fn nameless(draft: &CallDraft, cases: impl Iterator<Item = usize>) -> Vec<(bool, String)> {
    let checks = Oracle::new(draft).checks;
    let limit = |check: &Check| {
        let rule = &draft.rules[check.rule];
        let limit = if check.is_floor { rule.at_least } else { rule.at_most };
        limit.map(|limit| limit.to_string()).expect("a limit")
    };
    let mut all: Vec<_> = cases.map(|case| (checks[case].is_floor, limit(&checks[case]))).collect();
    all.sort();
    all
}

/// What the funds hold with another budget.
fn parted(draft: &CallDraft, budget: Money) -> Vec<Money> {
    let call = draft.clone().validate().expect("a call");
    let changed = Scenario::named("").set("budget", budget.to_string()).apply(&call).expect("a budget");
    changed.draft().funds.iter().map(|fund| fund.amount).collect()
}

/// With the order of the ids turned around, rules of the same sizes are moved, by as much in all; only how much of it falls
/// on which of several may be another. The budget that is needed is another only where an odd krona goes to another fund.
fn whatever_the_ids(draft: &CallDraft) -> Result<(), TestCaseError> {
    let other = renamed(draft, &turned);
    let (Some(one), Some(two)) = (reasons(draft)?, reasons(&other)?) else { return Ok(()) };
    let moves = |draft: &CallDraft, reasons: &Impossible| {
        let change = reasons.cheapest.change().expect("a way out");
        let by: Rational = change.iter().map(|relaxation| &relaxation.by).sum();
        (nameless(draft, moving(draft, change).into_iter()), by)
    };
    prop_assert_eq!(moves(draft, &one), moves(&other, &two));
    prop_assert_eq!(one.conflict.len(), two.conflict.len());
    let budgets = [&one, &two].into_iter().filter_map(|reasons| reasons.more_money.change()).map(|more| more.budget);
    if budgets.clone().all(|budget| parted(draft, budget) == parted(&other, budget)) {
        // What is proven within the effort may depend on where a search begins.
        let told = |reasons: &Impossible| reasons.more_money.found().map(|found| (found.change, found.granted));
        prop_assert_eq!(told(&one), told(&two));
    }
    Ok(())
}

/// A call with floors where it had caps and a cap or two where it had floors: often impossible.
fn with_floors(kinds: Kinds) -> impl Strategy<Value = CallDraft> {
    (call(kinds), prop::collection::vec((calls().limits(), any::<bool>()), 3)).prop_map(|(mut draft, limits)| {
        for (rule, (limit, is_both)) in draft.rules.iter_mut().zip(limits) {
            (rule.at_least, rule.at_most) = (rule.at_most, if is_both { Some(limit) } else { rule.at_least });
        }
        draft
    })
}

/// The same with every percentage one of this.
fn of(base: Base) -> impl Fn(CallDraft) -> CallDraft {
    move |mut draft| {
        for limit in draft.rules.iter_mut().flat_map(|rule| [&mut rule.at_least, &mut rule.at_most]) {
            if let Some(Limit::Percent(_, of)) = limit {
                *of = base;
            }
        }
        draft
    }
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn divisible_calls(draft in with_floors(Kinds { units: true, ..DIVISIBLE })) {
        is_explained(&draft)?;
    }

    #[test]
    fn calls_with_choices(draft in with_floors(Kinds { units: true, ..CHOICES })) {
        is_explained(&draft)?;
    }

    #[test]
    fn calls_with_several_funds(draft in with_floors(FUNDS)) {
        is_explained(&draft)?;
    }

    #[test]
    fn calls_with_choices_and_several_funds(draft in with_floors(ALL)) {
        is_explained(&draft)?;
    }

    #[test]
    fn limits_in_per_cent_of_the_budget(draft in with_floors(CHOICES).prop_map(of(Base::Budget))) {
        is_explained(&draft)?;
    }

    #[test]
    fn limits_in_per_cent_of_what_is_granted(draft in with_floors(CHOICES).prop_map(of(Base::Granted))) {
        is_explained(&draft)?;
    }

    #[test]
    fn do_not_hang_on_the_order_of_ids(draft in with_floors(ALL)) {
        whatever_the_ids(&draft)?;
    }
}
