//! Answers told in sentences, in words that can be replaced.

mod because;
pub mod impossible;

pub use because::Because;
pub(crate) use because::subject;
use fordela_model::Call;
use fordela_solve::{Condition, Impossible};
use fordela_study::explain::reasons;
use fordela_verify::Verified;
use impossible::{CaseNamed, Moved};

use crate::{Words, capital};

/// The words in which answers are told. [`Words`] has those of this crate; whoever wants others writes them for what is to be
/// told otherwise, and has the rest from [`Words`].
///
/// ```
/// use fordela::words::{Because, Lang, Phrases, Words, reasons_told};
/// # use fordela::{Activity, Applicant, CallDraft, Criterion, Fund, Rule, Selection};
///
/// struct Short;
///
/// impl Phrases for Short {
///     fn usual(&self) -> Words<'_> {
///         Words { lang: Lang::En, currency: "SEK" }
///     }
///
///     fn because(&self, why: &Because<'_>) -> String {
///         match why {
///             Because::Capped { rule, .. } => format!("see {rule}"),
///             other => other.told(self.usual()),
///         }
///     }
/// }
///
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .rule(Rule::new("most", Selection::all()).at_most(400_000))
/// #     .validate()?;
/// let best = fordela::best(&call)?.ok_or("nothing keeps all rules")?;
/// assert_eq!(reasons_told(&call, &best, &Short), [("music".to_owned(), "see most".to_owned())]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Phrases {
    /// The words where nothing else is said.
    fn usual(&self) -> Words<'_>;

    /// Why an activity got what it got: a sentence.
    fn because(&self, why: &Because<'_>) -> String {
        why.told(self.usual())
    }

    /// That no allocation keeps all rules: a sentence.
    fn verdict(&self) -> String {
        impossible::verdict(self.usual()).to_owned()
    }

    /// A cap or floor among those that cannot be kept.
    fn case(&self, case: &CaseNamed<'_>) -> String {
        case.told(self.usual())
    }

    /// What those cannot be kept together with: a sentence.
    fn together(&self, conditions: &[Condition]) -> String {
        impossible::together(conditions, self.usual())
    }

    /// A limit that is to be moved for the call to be possible.
    fn moved(&self, moved: &Moved<'_>) -> String {
        moved.told(self.usual())
    }
}

impl Phrases for Words<'_> {
    fn usual(&self) -> Words<'_> {
        *self
    }
}

/// Why every activity got what it got: its id, and a sentence, in the order of the call.
#[must_use]
pub fn reasons_told(call: &Call, verified: &Verified, phrases: &impl Phrases) -> Vec<(String, String)> {
    let reasons = reasons(call, verified);
    let told = call.draft().activities.iter().zip(&reasons).zip(verified.grants());
    let told = told.map(|((activity, reason), grant)| {
        let because = Because::of(call, &activity.id, grant.amount.is_zero(), reason);
        (activity.id.clone(), phrases.because(&because))
    });
    told.collect()
}

/// Why a call is impossible, and the cheapest way out where one was found: a line for each thing told.
///
/// ```
/// use fordela::words::{Lang, Words, impossible_told};
/// # use fordela::{Activity, Answer, Applicant, CallDraft, Criterion, Fund, Rule, Selection};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .rule(Rule::new("all", Selection::all()).at_least(600_000))
/// #     .validate()?;
/// let Answer::Impossible(why) = fordela::allocate(&call)? else { return Err("possible".into()) };
/// let told = impossible_told(&call, &why, &Words { lang: Lang::En, currency: "SEK" });
/// let expected = "The call is impossible: no allocation can keep all rules.\n\
///     “all”: at least 600,000\u{a0}kr\n\
///     The asks, the budget, the other conditions and the amounts that can be granted do not allow it.\n\
///     Lower the floor “all” by 100,000\u{a0}kr, to 500,000\u{a0}kr.";
/// assert_eq!(told, expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn impossible_told(call: &Call, impossible: &Impossible, phrases: &impl Phrases) -> String {
    let cases = impossible.conflict.iter().filter_map(|case| CaseNamed::of(call, case));
    let moves = impossible.cheapest.change().into_iter().flatten();
    let lines = [phrases.verdict()]
        .into_iter()
        .chain(cases.map(|case| phrases.case(&case)))
        .chain([phrases.together(&impossible.conditions)])
        .chain(moves.map(|moved| format!("{}.", capital(&phrases.moved(&Moved::of(call, moved))))));
    lines.collect::<Vec<_>>().join("\n")
}
