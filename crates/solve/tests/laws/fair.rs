//! Objectives that share: what comes out is what defines them, told by a solver that has no part in it.

use fordela::call::Selection;
use fordela::call::draft::{CallDraft, Each, Funding, Objective, ObjectiveKind, Rule};
use fordela::fairness::{Claims, equal_awards, equal_losses, leximin, nash, proportional, talmud};
use fordela::verify::verify;
use fordela::{Answer, Call, Party, Rational, Verified, allocate, exact_grants};
use fordela_lp::{Backend, Column, ColumnId, Program, Row, Solver, Stop};
use fordela_oracle::generate::{CHOICES, DIVISIBLE, FUNDS, KINDS, blend, fair};
use fordela_oracle::oracle::{Oracle, ask, priority};
use fordela_proptest::tries;
use proptest::prelude::*;

/// What the solver's floats may be off.
const TOLERANCE: f64 = 1e-5;

/// Who shares: members, ask in kronor, weight.
struct Sharer {
    members: Vec<usize>,
    ask: Rational,
    weight: Rational,
}

fn sharers(draft: &CallDraft) -> Vec<Sharer> {
    let groups: Vec<Vec<usize>> = match draft.objective.over {
        Party::Activity => (0..draft.activities.len()).map(|a| vec![a]).collect(),
        Party::Applicant => {
            let own =
                |id: &String| (0..draft.activities.len()).filter(|&a| draft.activities[a].applicant == *id).collect();
            draft.applicants.iter().map(|applicant| own(&applicant.id)).collect()
        }
    };
    let kronor = |a: usize| Rational::from(ask(&draft.activities[a])) / Rational::from(100_i64);
    let sharer = |members: Vec<usize>| {
        let ask: Rational = members.iter().map(|&a| kronor(a)).sum();
        let weighed: Rational = members.iter().map(|&a| kronor(a) * priority(draft, &draft.activities[a])).sum();
        let weight = match (draft.objective.weighted, ask.is_zero()) {
            (false, _) => Rational::ONE,
            (true, true) => Rational::ZERO,
            (true, false) => weighed / ask.clone(),
        };
        Sharer { members, ask, weight }
    };
    groups.into_iter().map(sharer).collect()
}

/// How high somebody stands, as each rule is defined: awards, losses below zero or shares, each by weight; those of no
/// weight come later. With the Talmud, halves come first. `up` where the next krona goes, else where the last came from.
fn level(kind: ObjectiveKind, sharer: &Sharer, gets: &Rational, up: bool) -> (u8, Rational) {
    let Sharer { ask, weight, .. } = sharer;
    let (late, weight) = if weight.is_zero() { (1, &Rational::ONE) } else { (0, weight) };
    let award = |gets: &Rational| gets / weight;
    let loss = |ask: &Rational, gets: &Rational| (gets - ask) * weight;
    match kind {
        ObjectiveKind::EqualAwards => (late, award(gets)),
        ObjectiveKind::EqualLosses => (late, loss(ask, gets)),
        ObjectiveKind::Leximin => (late, gets / &(ask * weight)),
        ObjectiveKind::Talmud => {
            let half = ask / &Rational::from(2_i64);
            if *gets < half || (*gets == half && !up) { (late, award(gets)) } else { (2 + late, loss(ask, gets)) }
        }
        other => unreachable!("{other:?} has no levels"),
    }
}

/// The rows of a call, in kronor, on a column for what every fund pays of every activity; written apart from the library.
/// A sum of whole kronor reaches a limit only in whole kronor.
fn rows(draft: &CallDraft) -> (Program, Vec<Vec<ColumnId>>) {
    let oracle = Oracle::new(draft);
    let mut program = Program::new();
    let hundred = Rational::from(100_i64);
    let mut cells: Vec<Vec<ColumnId>> = Vec::new();
    for (a, activity) in draft.activities.iter().enumerate() {
        let most = (Rational::from(ask(activity)) / hundred.clone()).floor();
        let upper = |f: usize| if oracle.is_payable(a, f) { most.clone() } else { Rational::ZERO };
        let own: Vec<ColumnId> =
            (0..draft.funds.len()).map(|f| program.add_column(Column::up_to(upper(f), Rational::ZERO))).collect();
        program.add_row(Row::at_most("ask", own.iter().map(|c| (*c, Rational::ONE)).collect(), most.clone()));
        cells.push(own);
    }
    for (f, amount) in oracle.funds.iter().enumerate() {
        let paid = cells.iter().map(|own| (own[f], Rational::ONE)).collect();
        program.add_row(Row::at_most("fund", paid, (Rational::from(*amount) / hundred.clone()).floor()));
    }
    for check in &oracle.checks {
        let part = Rational::from(check.part) / Rational::from(check.scale);
        let mut factors = vec![vec![-part.clone(); draft.funds.len()]; cells.len()];
        for (a, funds) in &check.members {
            funds.iter().for_each(|&f| factors[*a][f] += &Rational::ONE);
        }
        let of = |(a, own): (usize, &Vec<ColumnId>)| {
            own.iter().zip(&factors[a]).map(|(c, x)| (*c, x.clone())).collect::<Vec<_>>()
        };
        let terms: Vec<_> = cells.iter().enumerate().flat_map(of).filter(|(_, x)| !x.is_zero()).collect();
        let limit = Rational::from(check.fixed) / Rational::from(check.scale) / hundred.clone();
        program.add_row(if check.is_floor {
            Row::at_least("floor", terms, limit.ceil())
        } else {
            Row::at_most("cap", terms, limit.floor())
        });
    }
    (program, cells)
}

/// The largest sum that somebody weighs, where some get no less than this; by microlp. `None` when there is nothing.
fn largest(draft: &CallDraft, sharers: &[Sharer], weights: &[f64], least: &[Option<Rational>]) -> Option<f64> {
    let (mut program, cells) = rows(draft);
    for (sharer, least) in sharers.iter().zip(least) {
        let terms: Vec<_> = sharer.members.iter().flat_map(|&a| cells[a].iter().map(|c| (*c, Rational::ONE))).collect();
        if let Some(least) = least.as_ref().filter(|_| !terms.is_empty()) {
            program.add_row(Row::at_least("no less", terms, least - &Rational::new(1, 10_000_000).expect("small")));
        }
    }
    let mut values = vec![Rational::ZERO; program.columns().len()];
    for (sharer, weight) in sharers.iter().zip(weights) {
        for cell in sharer.members.iter().flat_map(|&a| &cells[a]) {
            values[cell.0] = Rational::from_f64(*weight).expect("a number");
        }
    }
    let outcome = Backend::Microlp.solve(&program.with_values(values), None);
    let point = outcome.point.filter(|_| outcome.stop == Stop::Optimal)?;
    let sum = |(sharer, weight): (&Sharer, &f64)| -> f64 {
        sharer.members.iter().flat_map(|&a| &cells[a]).map(|cell| point[cell.0] * weight).sum()
    };
    Some(sharers.iter().zip(weights).map(sum).sum())
}

fn checked(draft: &CallDraft) -> Result<Call, TestCaseError> {
    draft.clone().validate().map_err(|faults| TestCaseError::fail(faults.to_string()))
}

/// What everybody who shares gets before rounding; `None` for an impossible call.
fn gets(draft: &CallDraft, sharers: &[Sharer]) -> Result<Option<Vec<Rational>>, TestCaseError> {
    let grants = exact_grants(&checked(draft)?);
    Ok(grants.map(|grants| sharers.iter().map(|s| s.members.iter().map(|&a| grants[a].clone()).sum()).collect()))
}

/// Nobody can get more unless somebody gets less who stands no higher.
fn nobody_lower_is_raised(draft: &CallDraft) -> Result<(), TestCaseError> {
    let sharers = sharers(draft);
    let Some(gets) = gets(draft, &sharers)? else {
        let nothing: Vec<Option<Rational>> = vec![None; sharers.len()];
        prop_assert_eq!(largest(draft, &sharers, &vec![0.0; sharers.len()], &nothing), None);
        return Ok(());
    };
    for (b, sharer) in sharers.iter().enumerate().filter(|(_, sharer)| sharer.ask.is_positive()) {
        let own = level(draft.objective.kind, sharer, &gets[b], true);
        let stands =
            |j: usize| gets[j].is_positive() && level(draft.objective.kind, &sharers[j], &gets[j], false) <= own;
        let least: Vec<Option<Rational>> =
            (0..gets.len()).map(|j| (j == b || stands(j)).then(|| gets[j].clone())).collect();
        let mut weights = vec![0.0; gets.len()];
        weights[b] = 1.0;
        let most = largest(draft, &sharers, &weights, &least);
        prop_assert!(
            most.is_some_and(|most| most <= gets[b].to_f64() + TOLERANCE),
            "{b}: {most:?} over {:?}",
            gets[b].to_f64()
        );
    }
    Ok(())
}

/// Where a sum over all counts, no other division weighs more by what one more counts for each: `1 − x/(c·p)` in the
/// scale of the smallest weight, or `p/x`.
fn nothing_weighs_more(draft: &CallDraft) -> Result<(), TestCaseError> {
    let sharers = sharers(draft);
    let Some(gets) = gets(draft, &sharers)? else { return Ok(()) };
    let least_weight = sharers.iter().map(|s| s.weight.to_f64()).filter(|w| *w > 0.0).fold(f64::INFINITY, f64::min);
    for late in [false, true] {
        let slope = |(sharer, gets): (&Sharer, &Rational)| {
            let (ask, weight, gets) = (sharer.ask.to_f64(), sharer.weight.to_f64(), gets.to_f64());
            match (draft.objective.kind, late) {
                _ if (weight == 0.0) != late || ask == 0.0 => 0.0,
                (ObjectiveKind::Proportional, true) => 1.0 - gets / ask,
                (ObjectiveKind::Proportional, false) => 1.0 / least_weight - gets / ask / weight,
                (_, true) if gets > 0.0 => 1.0 / gets,
                (_, false) if gets > 0.0 => weight / gets,
                _ => 10.0,
            }
        };
        let slopes: Vec<f64> = sharers.iter().zip(&gets).map(slope).collect();
        let held = |s: &Sharer, gets: &Rational| (late && s.weight.is_positive()).then(|| gets.clone());
        let least: Vec<Option<Rational>> = sharers.iter().zip(&gets).map(|(s, gets)| held(s, gets)).collect();
        let most = largest(draft, &sharers, &slopes, &least);
        let sum: f64 = slopes.iter().zip(&gets).map(|(slope, gets)| slope * gets.to_f64()).sum();
        prop_assert!(most.is_some_and(|most| most <= sum + TOLERANCE * sum.max(1.0) * 10.0), "{most:?} over {sum}");
    }
    Ok(())
}

fn as_defined(draft: &CallDraft) -> Result<(), TestCaseError> {
    match draft.objective.kind {
        ObjectiveKind::Proportional | ObjectiveKind::Nash => nothing_weighs_more(draft),
        _ => nobody_lower_is_raised(draft),
    }
}

/// On one fund for all and without rules, the closed form.
fn closed_form(mut draft: CallDraft) -> Result<(), TestCaseError> {
    draft.rules.clear();
    let sharers = sharers(&draft);
    let asks = sharers.iter().map(|s| s.ask.clone()).collect();
    let claims = Claims::weighted(asks, sharers.iter().map(|s| s.weight.clone()).collect());
    let budget = checked(&draft)?.budget().rational();
    let rule = match draft.objective.kind {
        ObjectiveKind::Proportional => proportional,
        ObjectiveKind::EqualAwards => equal_awards,
        ObjectiveKind::EqualLosses => equal_losses,
        ObjectiveKind::Talmud => talmud,
        ObjectiveKind::Leximin => leximin,
        _ => nash,
    };
    let shared = Some(rule(&claims, &budget));
    prop_assert_eq!(&gets(&draft, &sharers)?, &shared);
    // With a rule that never binds there is no short cut.
    draft.rules.push(Rule::new("never", Selection::all()).at_most(1_000_000));
    prop_assert_eq!(&gets(&draft, &sharers)?, &shared);
    Ok(())
}

/// What is verified is told: grants near the exact ones, and proven.
fn verified(draft: &CallDraft) -> Result<(), TestCaseError> {
    let call = checked(draft)?;
    let answer = allocate(&call).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let Answer::Allocated(verified) = answer else { return Ok(()) };
    let fairness = verified.fairness().expect("an objective that shares");
    let gap = fairness.gap.as_ref().expect("effort enough").to_f64();
    // A rule on single funds is held to its limit as written, where whole units do not reach it.
    let by_fund = |rule: &Rule| !rule.selection.fund.is_empty() || rule.each == Some(Each::Fund);
    if !draft.rules.iter().any(by_fund) {
        prop_assert!(gap < 1e-5, "a gap of {gap:?}");
    }
    for (grant, exact) in verified.grants().iter().zip(&fairness.exact) {
        prop_assert!((grant.amount.rational() - exact).abs() <= fairness.off);
    }
    prop_assert_eq!(verified.is_optimal(), fairness.off < call.unit().rational() && gap <= 1e-6 && !call.has_choices());
    Ok(())
}

/// Everything is chosen, nothing divided: what is given stands as high as the best of all allocations.
fn fairest_of_all(draft: &CallDraft) -> Result<(), TestCaseError> {
    let sharers = sharers(draft);
    let stands = |grants: &dyn Fn(usize) -> Rational| {
        let mut levels: Vec<(u8, Rational)> = Vec::new();
        for sharer in sharers.iter().filter(|sharer| sharer.ask.is_positive()) {
            let gets: Rational = sharer.members.iter().map(|&a| grants(a)).sum();
            levels.extend(stages(draft.objective.kind, sharer, &gets));
        }
        levels.sort();
        levels
    };
    let oracle = Oracle::new(draft);
    let mut best: Option<Vec<(u8, Rational)>> = None;
    oracle.every_allocation(&mut |grants, _| {
        let own = stands(&|a| Rational::from(grants[a].amount) / Rational::from(100_i64));
        best = best.take().into_iter().chain([own]).max();
    });
    let answer = allocate(&checked(draft)?).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let own = match &answer {
        Answer::Allocated(verified) => Some(stands(&|a| verified.grants()[a].amount.rational())),
        Answer::Impossible(_) => None,
    };
    prop_assert_eq!(own, best);
    Ok(())
}

/// One level in every stage that a claim has a part in.
fn stages(kind: ObjectiveKind, sharer: &Sharer, gets: &Rational) -> Vec<(u8, Rational)> {
    if kind != ObjectiveKind::Talmud {
        return vec![level(kind, sharer, gets, true)];
    }
    let half = &sharer.ask / &Rational::from(2_i64);
    let first = level(kind, sharer, &gets.clone().min(half.clone()), false);
    let second = level(kind, sharer, &gets.clone().max(half), true);
    vec![first, second]
}

/// What is blended keeps its floors, and more fairness is worth no more: from the most value to what is fair.
fn blended(draft: &CallDraft, parts: &[i64]) -> Result<(), TestCaseError> {
    let by_value = |draft: &CallDraft| -> Result<Option<Box<Verified>>, TestCaseError> {
        let answer = allocate(&checked(draft)?).map_err(|error| TestCaseError::fail(error.to_string()))?;
        Ok(match answer {
            Answer::Allocated(verified) => Some(verified),
            Answer::Impossible(_) => None,
        })
    };
    let Some(whole) = by_value(draft)? else { return Ok(()) };
    let mut plain = draft.clone();
    plain.objective = Objective { diminishing: plain.objective.diminishing, ..Objective::default() };
    let best = by_value(&plain)?.expect("what is fair keeps all rules");
    let sharers = sharers(draft);
    let sums = |verified: &Verified| -> Vec<Rational> {
        let grant = |a: &usize| verified.grants()[*a].amount.rational();
        sharers.iter().map(|sharer| sharer.members.iter().map(grant).sum()).collect()
    };
    let mut before = best.value().clone();
    for part in parts {
        let verified = by_value(&blend(draft.clone(), *part))?.expect("what is fair keeps all floors");
        for (gets, fair) in sums(&verified).iter().zip(sums(&whole)) {
            let least = (fair * Rational::from(*part) / Rational::from(100_i64)).floor();
            prop_assert!(*gets >= least, "{part} %");
        }
        if *part == 0 && best.is_optimal() && verified.is_optimal() {
            prop_assert_eq!(verified.value(), best.value());
        }
        if verified.gap().is_zero() {
            prop_assert!(*verified.value() <= before, "{} % is worth more", part);
            before = verified.value().clone();
        }
        prop_assert!(verified.value() >= whole.value() || !verified.gap().is_zero());
    }
    Ok(())
}

/// What another rule gives is only taken for what this one gives where it is the same.
fn no_other_rule(draft: &CallDraft, other: ObjectiveKind) -> Result<(), TestCaseError> {
    let mut by_other = draft.clone();
    by_other.objective.kind = other;
    let answer = allocate(&checked(&by_other)?).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let Answer::Allocated(verified) = answer else { return Ok(()) };
    let call = checked(draft)?;
    let Ok(taken) = verify(&call, verified.into_allocation()) else { return Ok(()) };
    if taken.is_optimal() {
        let exact = taken.fairness().map(|fairness| fairness.exact.clone()).unwrap_or_default();
        let own = exact_grants(&call).expect("it is possible");
        for sharer in sharers(draft) {
            let sum = |grants: &[Rational]| -> f64 { sharer.members.iter().map(|&a| grants[a].to_f64()).sum() };
            prop_assert!((sum(&exact) - sum(&own)).abs() < 1e-3, "{} is not {}", sum(&exact), sum(&own));
        }
    }
    Ok(())
}

fn all_chosen(mut draft: CallDraft) -> CallDraft {
    for activity in &mut draft.activities {
        if activity.funding == Funding::Partial {
            activity.funding = Funding::Whole;
            activity.min_share = None;
        }
    }
    draft
}

proptest! {
    #![proptest_config(tries(600))]

    #[test]
    fn shares_are_as_defined_under_caps_that_cross(draft in fair(DIVISIBLE)) {
        as_defined(&draft)?;
    }

    #[test]
    fn shares_are_as_defined_with_several_funds(draft in fair(FUNDS)) {
        as_defined(&draft)?;
    }

    #[test]
    fn one_budget_is_shared_by_the_closed_form(draft in fair(DIVISIBLE)) {
        closed_form(draft)?;
    }

    #[test]
    fn fairness_is_verified(draft in prop_oneof![fair(DIVISIBLE), fair(FUNDS), fair(CHOICES)]) {
        verified(&draft)?;
    }

    #[test]
    fn more_fairness_is_worth_no_more(draft in prop_oneof![fair(DIVISIBLE), fair(FUNDS), fair(CHOICES)]) {
        blended(&draft, &[0, 30, 70, 100])?;
    }

    #[test]
    fn no_other_rule_is_taken_for_this_one(draft in fair(FUNDS), other in prop::sample::select(&KINDS[..])) {
        no_other_rule(&draft, other)?;
    }

    #[test]
    fn choices_are_the_fairest_of_all(draft in fair(CHOICES).prop_map(all_chosen)) {
        if !matches!(draft.objective.kind, ObjectiveKind::Proportional | ObjectiveKind::Nash) {
            fairest_of_all(&draft)?;
        }
    }
}
