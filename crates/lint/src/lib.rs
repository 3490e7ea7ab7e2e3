//! What is legal in a call but probably a mistake, each with one suggestion.

mod asks;
mod conditions;
mod funds;
mod names;
mod personal;
mod rules;
mod scores;
mod spending;
mod vocabulary;

pub use asks::AskFinding;
pub use conditions::ConditionFinding;
pub use funds::{FAR_ABOVE, FundFinding};
pub use names::NameFinding;
pub use personal::PersonalData;
pub use rules::RuleFinding;
pub use scores::ScoreFinding;
pub use spending::SpendFinding;
pub use vocabulary::{UnusedWord, WordKind};

use fordela_model::Call;
use fordela_model::call::{Place, Step};
use vocabulary::Vocabulary;

/// One thing that is legal but probably a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: FindingKind,
}

/// What can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// Of the budget and its funds.
    Fund(FundFinding),
    /// Of what funds may pay for, and when.
    Condition(ConditionFinding),
    /// Of what is asked, and the unit it is granted in.
    Ask(AskFinding),
    /// Of criteria, weights and scores.
    Score(ScoreFinding),
    /// Of applicants, titles, tags and areas.
    Name(NameFinding),
    /// Of caps and floors.
    Rule(RuleFinding),
    /// Of spend rates and the budget of bad luck.
    Spend(SpendFinding),
    /// A text holds what belongs to a person.
    Personal(PersonalData),
}

impl FindingKind {
    /// A word for the kind that never changes, such as `budget-above-asked`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fund(kind) => kind.code(),
            Self::Condition(kind) => kind.code(),
            Self::Ask(kind) => kind.code(),
            Self::Score(kind) => kind.code(),
            Self::Name(kind) => kind.code(),
            Self::Rule(kind) => kind.code(),
            Self::Spend(kind) => kind.code(),
            Self::Personal(kind) => kind.code(),
        }
    }
}

impl Finding {
    /// A word for the kind that never changes, such as `budget-above-asked`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}

/// What is legal in a call but probably a mistake, in the order of the call file.
///
/// ```
/// use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// use fordela::lint::lint;
///
/// let call = CallDraft::new("Call")
///     .fund(Fund::new("city", 500_000))
///     .criterion(Criterion::new("need", 1, 3))
///     .applicant(Applicant::new("culture"))
///     .activity(Activity::new("music", "culture", 300_000).score("need", 2))
///     .validate()?;
/// let findings = lint(&call);
/// assert_eq!(findings[0].code(), "budget-above-asked");
/// # Ok::<(), fordela::call::Faults>(())
/// ```
#[must_use]
pub fn lint(call: &Call) -> Vec<Finding> {
    let mut report = Report::default();
    let vocabulary = Vocabulary::of(call.draft());
    asks::check(call, &mut report);
    scores::check(call, &mut report);
    names::check(call, &vocabulary, &mut report);
    personal::check(call.draft(), &mut report);
    // Without activities, every fund, rule and criterion would seem to be at fault.
    if !call.claims().is_empty() {
        funds::check(call, &vocabulary, &mut report);
        conditions::check(call, &mut report);
        rules::check(call, &vocabulary, &mut report);
        spending::check(call, &mut report);
    }
    report.findings.sort_by_cached_key(|finding| file_order(&finding.place));
    report.findings
}

/// What has been found so far.
#[derive(Default)]
struct Report {
    findings: Vec<Finding>,
}

impl Report {
    fn add(&mut self, place: Place, kind: FindingKind) {
        self.findings.push(Finding { place, kind });
    }
}

/// Compares places as they follow each other in a call file.
fn file_order(place: &Place) -> Vec<usize> {
    const PARTS: [&str; 10] =
        ["title", "currency", "unit", "bad_luck", "objective", "fund", "criterion", "applicant", "activity", "rule"];
    const KEYS: [&str; 29] = [
        "id",
        "name",
        "amount",
        "weight",
        "max",
        "pays_for",
        "min_part",
        "max_part",
        "not_with",
        "spend_first",
        "use_by",
        "each",
        "applicant",
        "area",
        "tag",
        "activity",
        "fund",
        "title",
        "ask",
        "line",
        "cost",
        "kind",
        "period",
        "scores",
        "tags",
        "areas",
        "note",
        "at_least",
        "at_most",
    ];
    let rank = |keys: &[&str], key: &str| keys.iter().position(|known| *known == key).unwrap_or(keys.len());
    let steps = place.steps().iter().enumerate();
    steps
        .map(|(depth, step)| match step {
            Step::Item(index) => *index,
            Step::Key(key) if depth == 0 => rank(&PARTS, key),
            Step::Key(key) => rank(&KEYS, key),
        })
        .collect()
}
