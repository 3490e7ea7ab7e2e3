//! What is legal in a call but probably a mistake.

mod ask;
mod condition;
mod fund;
mod name;
mod rule;
mod score;
mod spend;
mod word;

use fordela_lint::{Finding, FindingKind};

use crate::said::Said;
use crate::{Lang, personal_data};

/// What is odd, in one sentence without a full stop. Never repeats personal data. The currency is that of the call, an
/// ISO 4217 code.
///
/// ```
/// use fordela::lint::lint;
/// use fordela::words::finding;
/// # use fordela::Lang;
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Call")
/// #     .fund(Fund::new("city", 500_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// let findings = lint(&call);
/// assert!(finding::message(&findings[0], "SEK", Lang::Sv).starts_with("budgeten"));
/// # Ok::<(), fordela::call::Faults>(())
/// ```
#[must_use]
pub fn message(finding: &Finding, currency: &str, lang: Lang) -> String {
    of(&finding.kind, lang, currency).message
}

/// The one thing to do about it, in one sentence without a full stop. The currency is that of the call.
#[must_use]
pub fn suggestion(finding: &Finding, currency: &str, lang: Lang) -> String {
    of(&finding.kind, lang, currency).suggestion
}

fn of(kind: &FindingKind, lang: Lang, currency: &str) -> Said {
    match kind {
        FindingKind::Fund(kind) => fund::words(kind, lang, currency),
        FindingKind::Condition(kind) => condition::words(kind, lang),
        FindingKind::Ask(kind) => ask::words(kind, lang, currency),
        FindingKind::Score(kind) => score::words(kind, lang),
        FindingKind::Name(kind) => name::words(kind, lang),
        FindingKind::Rule(kind) => rule::words(kind, lang, currency),
        FindingKind::Spend(kind) => spend::words(kind, lang),
        FindingKind::Personal(kind) => personal_data::words(*kind, lang),
    }
}
