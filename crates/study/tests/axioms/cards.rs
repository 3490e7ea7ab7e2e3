//! The card of a call's own settings, and counterexamples in words.

use std::collections::BTreeSet;

use fordela::axiom::{Axiom, Verdict, card, shrink, smaller_calls};
use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, ObjectiveKind, Rule};
use fordela::call::{Limit, Selection};
use fordela::fairness::baseline::Greedy;
use fordela::fairness::{ByObjective, OwnSettings};
use fordela::words::axiom as words;
use fordela::{Call, Lang};

fn limit(text: &str) -> Limit {
    text.parse().expect("a limit")
}

/// Divisible activities with caps, a floor and two funds.
fn divisible() -> Call {
    let mut draft = CallDraft::new("card")
        .unit(100)
        .fund(Fund::new("city", 200_000))
        .fund(Fund::new("state", 50_000).pays_for(Selection::tag("young")))
        .criterion(Criterion::new("need", 2, 3))
        .criterion(Criterion::new("reach", 1, 5))
        .rule(Rule::new("not-all", Selection::all()).each(Each::Applicant).at_most(limit("80 % of asked")))
        .rule(Rule::new("the-young", Selection::tag("young")).at_least(limit("30 % of granted")));
    for n in 0..3_i64 {
        draft = draft.applicant(Applicant::new(format!("board-{n}")));
    }
    for n in 0..8_i64 {
        let activity = Activity::new(format!("activity-{n}"), format!("board-{}", n % 3), 25_000 + 17_000 * (n % 5));
        let activity = activity.score("need", n % 4).score("reach", n % 6);
        draft = draft.activity(if n % 2 == 0 { activity.tag("young") } else { activity });
    }
    draft.validate().expect("a call")
}

#[test]
fn a_card_says_on_how_many_calls_it_was_tried() {
    const TRIES: usize = 40;
    let call = divisible();
    let found = card(&OwnSettings, &call, TRIES);
    assert_eq!(found, card(&OwnSettings, &call, TRIES), "the same card again");
    assert_eq!(found.iter().map(|(axiom, _)| *axiom).collect::<Vec<_>>(), Axiom::ALL);
    let verdict = |wanted| found.iter().find(|(axiom, _)| *axiom == wanted).map(|(_, verdict)| verdict).expect("one");
    // What the method promises, whatever the rules are.
    for axiom in [Axiom::Feasible, Axiom::Exhaustive, Axiom::Anonymous, Axiom::MoneyScale] {
        assert_eq!(*verdict(axiom), Verdict::Held { tries: TRIES }, "{axiom}");
    }
    // There are no equals in the call itself, which is one of the tries.
    assert_eq!(*verdict(Axiom::EqualTreatment), Verdict::Held { tries: TRIES - 1 });
    // Activities of the same priority share in proportion to their asks.
    assert!(verdict(Axiom::InflationProof).broken().is_some());
    assert_eq!(card(&OwnSettings, &call, 0)[0].1, Verdict::Held { tries: 0 });
}

#[test]
fn smaller_calls_keep_names_scores_and_funds() {
    let call = divisible();
    let smaller: Vec<Call> = smaller_calls(&call, 1, 200).collect();
    assert!(smaller.len() > 150, "{}", smaller.len());
    let of = |call: &Call| call.draft().activities.iter().map(|a| a.scores.clone()).collect::<Vec<_>>();
    let ids = |call: &Call| call.draft().activities.iter().map(|a| a.id.clone()).collect::<BTreeSet<_>>();
    let all = of(&call);
    let mut sizes = BTreeSet::new();
    for smaller in &smaller {
        assert!(of(smaller).iter().all(|scores| all.contains(scores)));
        assert!(ids(smaller).is_subset(&ids(&call)));
        assert!(smaller.draft().funds.iter().map(|fund| &fund.id).eq(["city", "state"]));
        assert!(smaller.claims().iter().all(|claim| claim.ask().is_multiple_of(100.into())));
        sizes.insert(smaller.claims().len());
    }
    assert_eq!(sizes.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
}

fn small(asks: [(&str, i64, i64); 2], budget: i64) -> Call {
    let mut draft = CallDraft::new("small").fund(Fund::new("city", budget)).criterion(Criterion::new("need", 1, 3));
    draft = draft.applicant(Applicant::new("x"));
    for (id, ask, score) in asks {
        draft = draft.activity(Activity::new(id, "x", ask).score("need", score));
    }
    draft.validate().expect("a call")
}

/// With plain spaces.
fn soft(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_counterexample_reads_as_a_sentence() {
    let call = small([("a", 2_000, 3), ("b", 1_000, 1)], 1_999);
    let found = Axiom::BudgetMonotone.check(&Greedy::Skip, &call).expect("broken");
    assert_eq!(
        soft(&words::sentence(&found, Lang::Sv)),
        "Med budgeten 2 000 kr i stället för 1 999 kr får ”b” 0 kr i stället för 1 000 kr."
    );
    assert_eq!(
        soft(&words::sentence(&found, Lang::En)),
        "With the budget 2,000 kr instead of 1,999 kr, “b” gets 0 kr instead of 1,000 kr."
    );
    assert_eq!(
        soft(&words::call(&found, Lang::Sv)),
        "Budget 1 999 kr; ”a” söker 2 000 kr (need: 3), får 0 kr; ”b” söker 1 000 kr (need: 1), får 1 000 kr."
    );
    let padded = Axiom::InflationProof
        .check(&ByObjective::plain(ObjectiveKind::Proportional), &small([("a", 2, 0), ("b", 1, 0)], 2));
    let padded = padded.expect("broken");
    assert_eq!(
        soft(&words::sentence(&padded, Lang::Sv)),
        "Om ”a” söker 3 kr i stället för 2 kr får ”a” 1,50 kr i stället för 4/3 kr."
    );
    let mut whole = small([("a", 2, 3), ("b", 1, 3)], 1).draft().clone();
    whole.activities.iter_mut().for_each(|activity| *activity = activity.clone().whole());
    let whole = whole.rule(Rule::new("all", Selection::all()).at_most(2)).validate().expect("a call");
    let whole = Axiom::BudgetMonotone.check(&OwnSettings, &whole).expect("broken");
    assert_eq!(
        soft(&words::call(&whole, Lang::Sv)),
        "Budget 1 kr; ”a” söker 2 kr (need: 3, helt eller inte alls), får 0 kr; ”b” söker 1 kr (need: 3, helt eller inte \
         alls), får 1 kr. Tak och golv: ”all”."
    );
    let split = Axiom::SplitProof
        .check(&ByObjective::plain(ObjectiveKind::EqualAwards), &small([("a", 2, 0), ("b", 1, 0)], 1))
        .expect("broken");
    assert_eq!(
        soft(&words::sentence(&split, Lang::Sv)),
        "Om ”a” delas i 1 kr och 1 kr blir bidraget sammanlagt 2/3 kr i stället för 0,50 kr."
    );
}

/// Titles and names are told where there are any, and are kept when a counterexample is made small.
#[test]
fn a_counterexample_tells_titles_and_names() {
    let mut draft = small([("a", 2_000, 3), ("b", 1_000, 1)], 1_999).draft().clone();
    draft.currency = "EUR".to_owned();
    draft.criteria[0].name = Some("Behov".to_owned());
    draft.activities[1].title = Some("Sommarläger".to_owned());
    draft.activities[1].scores.clear();
    let call = draft.validate().expect("a call");
    let found = Axiom::BudgetMonotone.check(&Greedy::Skip, &call).expect("broken");
    assert_eq!(
        soft(&words::call(&found, Lang::Sv)),
        "Budget 1 999 EUR; ”a” söker 2 000 EUR (Behov: 3), får 0 EUR; ”Sommarläger” söker 1 000 EUR, får 1 000 EUR."
    );
    let small = shrink(&Greedy::Skip, found);
    assert!(words::call(&small, Lang::Sv).contains("”Sommarläger”"));
}

/// Every axiom has a sentence of its own in both languages, and a name that can be a word in a file.
#[test]
fn axioms_have_names_and_sentences() {
    let names: BTreeSet<&str> = Axiom::ALL.into_iter().map(Axiom::name).collect();
    assert_eq!(names.len(), Axiom::ALL.len());
    for axiom in Axiom::ALL {
        assert!(axiom.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'));
        for lang in [Lang::Sv, Lang::En] {
            for text in [words::statement(axiom, lang), words::for_a_city(axiom, lang)] {
                assert!(text.ends_with('.') && !text[..text.len() - 1].contains('.'), "{axiom}: {text}");
            }
        }
        assert_ne!(words::statement(axiom, Lang::Sv), words::statement(axiom, Lang::En));
        assert!(!axiom.source().is_empty());
    }
}
