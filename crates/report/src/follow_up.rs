//! What became of granted money, as a report.

mod accounts;
mod sums;

use fordela::follow_up::FollowUp;
use fordela::payers::PayersBy;
use fordela::{Call, Lang, Party};
use fordela_file::ReadOutcome;
use fordela_words::follow_up as words;
use schemars::JsonSchema;
use serde::Serialize;

pub use accounts::{AccountReport, FundAccountReport, PartyAccountReport, PeriodReport, SettlementReport};
pub use sums::{AchievedReport, KindReport, PartReport, SumReport};

use super::{FindingReport, Names, PartyReport};

/// What became of the money of a call.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct FollowUpReport {
    /// The title of the call.
    pub title: String,
    /// The currency of all money, an ISO 4217 code.
    pub currency: String,
    /// The file of what was decided.
    pub decision: String,
    /// How it is known which fund pays what was decided.
    pub payers: PayersBy,
    /// The file of what was reported.
    pub outcome: String,
    /// Whether the accounts are of activities or of applicants.
    #[serde(with = "crate::Plural")]
    pub by: Party,
    /// All accounts together.
    pub totals: SettlementReport,
    /// The accounts of each applicant together.
    pub applicants: Vec<PartyAccountReport>,
    /// The accounts of each activity together; none where the accounts are of applicants.
    pub activities: Vec<PartyAccountReport>,
    /// The accounts of each fund together.
    pub funds: Vec<FundAccountReport>,
    /// What each was granted from each fund, and what became of it.
    pub accounts: Vec<AccountReport>,
    /// Every reported sum beside its parts.
    pub sums: Vec<SumReport>,
    /// Results, and what each cost.
    pub results: Vec<AchievedReport>,
    /// What was spent by kind of cost.
    pub kinds: Vec<KindReport>,
    /// What people should look at.
    pub findings: Vec<FindingReport>,
    /// What made the report, of what.
    pub provenance: FollowedUp,
}

/// What made a follow-up, of what.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct FollowedUp {
    /// The version of this library.
    pub fordela: &'static str,
    /// The SHA-256 of the call, with that of its CSV file if there is one.
    pub call_sha256: String,
}

impl FollowUpReport {
    /// The report on what became of the money of a call, with findings in a language.
    #[must_use]
    pub fn new(
        call: &Call,
        found: &FollowUp,
        (decision, payers): (&str, PayersBy),
        outcome: &ReadOutcome,
        call_sha256: &str,
        lang: Lang,
    ) -> Self {
        let (draft, names) = (call.draft(), Names::of(call));
        Self {
            title: draft.title.clone(),
            currency: draft.currency.clone(),
            decision: decision.to_owned(),
            payers,
            outcome: outcome.locate(None).file,
            by: found.by,
            totals: found.total().into(),
            applicants: accounts::applicants(found, &names),
            activities: accounts::activities(found, &names),
            funds: accounts::funds(found, &names),
            accounts: accounts::all(found, &names),
            sums: found.checks.iter().map(|check| SumReport::new(check, outcome)).collect(),
            results: found.results.iter().map(|one| AchievedReport::new(found.by, one, &names)).collect(),
            kinds: found.kinds.iter().map(|one| KindReport::new(found.by, one, &names)).collect(),
            findings: findings(call, found, outcome, lang),
            provenance: FollowedUp { fordela: env!("CARGO_PKG_VERSION"), call_sha256: call_sha256.to_owned() },
        }
    }

    /// Whether some money is due in a way that the selector gives: a column that is nothing everywhere says nothing.
    #[must_use]
    pub fn has(&self, sum: impl Fn(&SettlementReport) -> fordela::Money) -> bool {
        self.accounts.iter().any(|account| !sum(&account.settlement).is_zero())
    }
}

/// An activity or an applicant by its id.
fn party(by: Party, id: &str, names: &Names<'_>) -> PartyReport {
    PartyReport { id: id.to_owned(), name: names.named(by, id).to_owned() }
}

fn findings(call: &Call, found: &FollowUp, outcome: &ReadOutcome, lang: Lang) -> Vec<FindingReport> {
    let report = |finding: &fordela::follow_up::Finding| {
        let at = outcome.locate(finding.at.as_ref());
        FindingReport {
            code: finding.code().to_owned(),
            message: words::message(finding, found.by, call, lang),
            suggestion: Some(words::suggestion(finding, lang)),
            file: at.file,
            line: at.line,
            column: at.column,
        }
    };
    found.findings.iter().map(report).collect()
}
