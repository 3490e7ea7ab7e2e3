//! Small calls with the answers that they must get; `README.md` says where each answer comes from.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may say what it takes for granted")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fordela::call::draft::Fund;
use fordela::call::{Base, CallDraft, Limit, Selection};
use fordela::{Answer, Call, Impossible, Money, Rational, Verified, allocate};

mod not_monotone;
mod published;

/// One row of the table.
struct Case {
    name: String,
    status: String,
    value: Rational,
    answer: String,
    source: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn fraction(text: &str) -> Rational {
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    let number = |text: &str| text.trim().parse::<i128>().expect("a whole number");
    Rational::new(number(numerator), number(denominator)).expect("a denominator above zero")
}

/// The table in the `README.md`.
fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(folder().join("README.md")).expect("the table is there");
    let rows = text.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [name, status, value, answer, source, _] = cells[..] else { panic!("a row of six cells: {row}") };
        Case {
            name: name.to_owned(),
            status: status.to_owned(),
            value: fraction(value),
            answer: answer.to_owned(),
            source: source.to_owned(),
        }
    })
    .collect()
}

fn load(name: &str) -> CallDraft {
    let path = folder().join("calls").join(format!("{name}.toml"));
    fordela_file::read_draft(&path).unwrap_or_else(|error| panic!("{name}: {error}")).draft
}

/// `x=4 x/fund=3` as amounts by id: what an activity gets, and what a fund pays of it.
fn amounts(text: &str) -> BTreeMap<String, Money> {
    let one = |word: &str| {
        let (id, amount) = word.split_once('=').expect("an id and an amount");
        (id.to_owned(), amount.parse().expect("an amount"))
    };
    text.split_whitespace().map(one).collect()
}

/// What every activity gets, and what every fund pays of it where that is asked for.
fn told(call: &Call, verified: &Verified, by_fund: bool) -> BTreeMap<String, Money> {
    let mut told = BTreeMap::new();
    for (activity, grant) in call.draft().activities.iter().zip(verified.grants()) {
        told.insert(activity.id.clone(), grant.amount);
        for (fund, paid) in grant.by_fund.iter().filter(|_| by_fund) {
            told.insert(format!("{}/{}", activity.id, call.draft().funds[*fund].id), *paid);
        }
    }
    told
}

fn of_allocation(call: &Call, case: &Case, verified: &Verified) -> Vec<String> {
    let expected = amounts(&case.answer);
    let granted = told(call, verified, expected.keys().any(|word| word.contains('/')));
    let mut wrong = Vec::new();
    if case.status != "optimal" || !verified.is_optimal() {
        wrong.push(format!("{}, with a gap of {}", case.status, verified.gap()));
    }
    if *verified.value() != case.value {
        wrong.push(format!("the value is {} and not {}", verified.value(), case.value));
    }
    if !case.answer.is_empty() && granted != expected {
        wrong.push(format!("granted {granted:?} and not {}", case.answer));
    }
    wrong
}

fn of_impossible(case: &Case, impossible: &Impossible) -> Vec<String> {
    let mut wrong = Vec::new();
    if case.status != "infeasible" {
        wrong.push("it is infeasible".to_owned());
    }
    let conflict: BTreeSet<String> = impossible.conflict.iter().map(ToString::to_string).collect();
    let expected: BTreeSet<String> = case.answer.split(" + ").map(str::to_owned).collect();
    if conflict != expected {
        wrong.push(format!("the conflict is {conflict:?} and not {}", case.answer));
    }
    let cheapest: Rational = impossible.cheapest.change().into_iter().flatten().map(|relaxation| &relaxation.by).sum();
    if cheapest != case.value {
        wrong.push(format!("the cheapest way out is {cheapest} and not {}", case.value));
    }
    wrong
}

/// In what the answer differs from the expected one.
fn wrong(case: &Case) -> Vec<String> {
    let call = load(&case.name).validate().unwrap_or_else(|faults| panic!("{}: {faults}", case.name));
    match allocate(&call) {
        Ok(Answer::Allocated(verified)) => of_allocation(&call, case, &verified),
        Ok(Answer::Impossible(impossible)) => of_impossible(case, &impossible),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn every_case_gets_its_answer() {
    let all: Vec<String> =
        cases().iter().flat_map(|case| wrong(case).into_iter().map(|w| format!("{}: {w}", case.name))).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// Whether it asks more of funds than which activities they pay for.
fn has_conditions(draft: &CallDraft) -> bool {
    let by_activity = |of: &Selection| of.kind.is_empty() && of.line.is_empty() && of.period.is_empty();
    let is_plain = |fund: &Fund| {
        let plain = Fund::new(&fund.id, fund.amount).pays_for(fund.pays_for.clone());
        *fund == plain && by_activity(&fund.pays_for)
    };
    let limits = || draft.rules.iter().flat_map(|rule| rule.at_least.into_iter().chain(rule.at_most));
    !draft.funds.iter().all(is_plain)
        || !draft.rules.iter().all(|rule| by_activity(&rule.selection))
        || limits().any(|limit| matches!(limit, Limit::Percent(_, Base::OwnGrant)))
}

/// The best value of all allocations, tried one by one; `Err` where there are too many.
fn best(draft: &CallDraft) -> Result<Option<Rational>, ()> {
    const MOST: usize = 60_000;
    const MOST_ACTIVITIES: usize = 6;
    if has_conditions(draft) {
        if draft.activities.len() > MOST_ACTIVITIES {
            return Err(());
        }
        return Ok(fordela_oracle::funds::payments::Payments::new(draft).best());
    }
    let oracle = fordela_oracle::oracle::Oracle::new(draft);
    let count = oracle.choices.iter().map(Vec::len).fold(1, usize::saturating_mul);
    if count > MOST { Err(()) } else { Ok(oracle.best()) }
}

/// The values that are known from elsewhere are found again by trying all grants, where there are few.
#[test]
fn every_small_value_is_found_again() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for case in cases() {
        let draft = load(&case.name);
        // Where money is shared the value is not the best one.
        if draft.objective.kind.shares() {
            continue;
        }
        let Ok(best) = best(&draft) else {
            assert_ne!(case.source, "all grants tried", "{}: too many to try", case.name);
            continue;
        };
        tried += 1;
        let expected = (case.status == "optimal").then_some(case.value);
        if best != expected {
            wrong.push(format!("{}: the best value is {best:?} and not {expected:?}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tried >= 40, "only {tried} cases are tried");
}

#[test]
fn every_file_is_in_the_table() {
    let table: Vec<String> = cases().into_iter().map(|case| case.name).collect();
    let files = std::fs::read_dir(folder().join("calls")).expect("a folder of calls");
    let name = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    let mut files: Vec<String> = files.map(|file| name(file.expect("a file").path())).collect();
    files.sort();
    let mut sorted = table.clone();
    sorted.sort();
    assert_eq!(files, sorted);
    assert!(cases().iter().all(|case| ["by hand", "all grants tried", "another solver"].contains(&&*case.source)));
}
