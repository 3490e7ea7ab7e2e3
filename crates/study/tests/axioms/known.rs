//! What is known of the rules: a search apart from this code, in another language, over at least 1 500 small calls a
//! rule. Cells without a size are those for which it printed no smallest example.

use fordela::axiom::{Axiom, SmallCalls, Verdict, search};
use fordela::fairness::baseline::Divisible;
use fordela::{Call, Rational};

use super::rows::Row;

const AXIOMS: [Axiom; 7] = [
    Axiom::BudgetMonotone,
    Axiom::CostMonotone,
    Axiom::ScoreMonotone,
    Axiom::IndependentOfRejected,
    Axiom::SplitProof,
    Axiom::MergeProof,
    Axiom::InflationProof,
];

/// A cell: kept, broken, or broken with an example of this many activities whose asks and budget add up to this.
#[derive(Clone, Copy)]
enum Known {
    Kept,
    Broken,
    Within(usize, i64),
}

use Known::{Broken, Kept, Within};

const TABLE: [(&str, [Known; 7]); 7] = [
    // Asks (1, 2), budget 1.
    ("points, whole activities", [Within(2, 4), Kept, Kept, Kept, Broken, Broken, Kept]),
    ("points, divisible", [Kept, Kept, Kept, Kept, Broken, Broken, Kept]),
    // Asks (2, 3), budget 2.
    ("down the list, skip what does not fit", [Within(2, 7), Kept, Kept, Kept, Broken, Broken, Kept]),
    ("down the list, stop at what does not fit", [Kept, Kept, Kept, Broken, Broken, Broken, Kept]),
    // Asks (6, 1), budget 1.
    ("proportional", [Kept, Kept, Kept, Kept, Kept, Kept, Within(2, 8)]),
    // Asks (2, 2), budget 2.
    ("equal awards", [Kept, Kept, Kept, Kept, Within(2, 6), Kept, Kept]),
    // Asks (2, 3, 1), budget 4; asks (1, 1), budget 1.
    ("equal losses", [Kept, Kept, Kept, Kept, Kept, Within(3, 10), Within(2, 3)]),
];

#[test]
fn what_is_known_of_the_rules_is_found() {
    const TRIES: usize = 10_000;
    for (name, cells) in TABLE {
        let row = Row::of(name);
        for (axiom, known) in AXIOMS.into_iter().zip(cells) {
            match known {
                Kept => assert_eq!(row.verdict(axiom, 1, TRIES), Verdict::Held { tries: TRIES }, "{name}: {axiom}"),
                Broken | Within(..) => {
                    let found = row.smallest(axiom, TRIES).unwrap_or_else(|| panic!("{name} keeps {axiom}"));
                    if let Within(activities, sum) = known {
                        assert!(found.size() <= (activities, Rational::from(sum)), "{name}: {axiom}: {found:?}");
                    }
                }
            }
        }
    }
}

/// Where the value is per krona, bundling pays only where a weak activity hides behind a strong one: with the same scores
/// for all activities of an applicant, nothing is gained.
#[test]
fn merging_activities_with_the_same_scores_gains_nothing_with_value_per_krona() {
    let same_scores = |call: Call| {
        let mut draft = call.draft().clone();
        for activity in &mut draft.activities {
            let score = if activity.applicant == "x" { 2_i64 } else { 1 };
            activity.scores.insert("need".to_owned(), score.into());
        }
        draft.validate().expect("a call")
    };
    let verdict = search(&Divisible, Axiom::MergeProof, SmallCalls::new(1).map(same_scores), 1_000);
    assert_eq!(verdict, Verdict::Held { tries: 1_000 });
}
