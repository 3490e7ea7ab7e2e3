//! What an allocation breaks, and that no answer was found. In English each tells it itself, as Rust asks errors to.

use fordela_model::call::{CaseId, Kind, LinkId, LinkKind, NodeId};
use fordela_solve::SolveError;
use fordela_verify::Violation;

use crate::{Lang, numerals};

/// What an allocation breaks, in one sentence without a full stop. Activities and funds are named by their ids.
#[must_use]
pub fn broken(violation: &Violation, lang: Lang) -> String {
    match lang {
        Lang::Sv => swedish(violation),
        Lang::En => violation.to_string(),
    }
}

/// Why there is no answer, in one sentence without a full stop.
///
/// ```
/// use fordela::{Lang, SolveError, Violation, words::fault};
///
/// let error = SolveError::Unverified(vec![Violation::ProofFails]);
/// assert_eq!(fault::unsolved(&error, Lang::Sv), "det som hittades klarade inte kontrollen; gränsens bevis håller inte");
/// ```
#[must_use]
pub fn unsolved(error: &SolveError, lang: Lang) -> String {
    match (lang, error) {
        (Lang::En, _) => error.to_string(),
        (Lang::Sv, SolveError::EffortSpent) => "ingen fördelning hittades innan arbetet tog slut".to_owned(),
        (Lang::Sv, SolveError::Unverified(violations)) => {
            let broken: String = violations.iter().map(|one| format!("; {}", swedish(one))).collect();
            format!("det som hittades klarade inte kontrollen{broken}")
        }
        (Lang::Sv, SolveError::NotRounded) => "inga belopp i hela enheter hittades nära de exakta beloppen".to_owned(),
    }
}

fn swedish(violation: &Violation) -> String {
    let plain = |sum: &dyn ToString| numerals::grouped(&sum.to_string(), Lang::Sv);
    match violation {
        Violation::WrongLength { activities, grants } => {
            format!("antalet belopp är {grants}, men antalet aktiviteter {activities}")
        }
        Violation::OutsideAsk { activity, amount } => {
            format!("aktiviteten `{activity}` får {}, som ligger utanför det sökta beloppet", plain(amount))
        }
        Violation::NotMultipleOfUnit { activity, amount } => {
            format!("aktiviteten `{activity}` får {}, som inte är jämnt delbart med enheten", plain(amount))
        }
        Violation::NotAllowedByFunding { activity, amount } => {
            format!("aktiviteten `{activity}` får {}, som dess `funding` inte medger", plain(amount))
        }
        Violation::LinesDoNotAddUp { activity } => {
            format!("de beviljade kostnadsposterna för `{activity}` summerar inte till dess belopp")
        }
        Violation::FundsDoNotAddUp { activity } => {
            format!("källornas pengar till `{activity}` summerar inte till dess belopp")
        }
        Violation::FundMayNotPay { activity, fund } => {
            format!("källan `{fund}` får inte betala för aktiviteten `{activity}`")
        }
        Violation::UnknownFund { activity, place } => {
            format!("aktiviteten `{activity}` betalas av källa nummer {}, som utlysningen inte har", place + 1)
        }
        Violation::LinePaymentsDoNotAddUp { activity } => {
            format!("pengarna till kostnadsposterna för `{activity}` summerar inte")
        }
        Violation::PartOutside { activity, fund, paid } => format!(
            "källan `{fund}` betalar {} av aktiviteten `{activity}`, som ligger utanför den del den får bära",
            plain(paid)
        ),
        Violation::FundsApart { activity, one, other } => {
            format!("källorna `{one}` och `{other}` får inte tillsammans betala för aktiviteten `{activity}`")
        }
        Violation::FundOverspent { fund, paid } => {
            format!("källan `{fund}` betalar {}, som är mer än den har", plain(paid))
        }
        Violation::CaseBroken { case, sum, limit } => {
            format!("summan {} bryter mot gränsen {} för {}", plain(sum), plain(limit), of_case(case))
        }
        Violation::BelowFairPart { party, sum, least } => {
            format!("`{party}` får {}, som är mindre än {}, dess del av det rättvisa", plain(sum), plain(least))
        }
        Violation::LinkBroken { link } => of_link(link),
        Violation::ProofFails => "gränsens bevis håller inte".to_owned(),
    }
}

fn of_case(case: &CaseId) -> String {
    let limit = match case.kind {
        Kind::AtMost => "taket",
        Kind::AtLeast => "golvet",
    };
    let of = case.subject.as_ref().map(|subject| format!(" för `{subject}`")).unwrap_or_default();
    format!("{limit} `{}`{of}", case.rule)
}

fn of_link(LinkId { from, kind, to }: &LinkId) -> String {
    let node = |node: &NodeId| format!("`{node}`");
    match kind {
        LinkKind::Requires => format!("{} kräver {}, som inte beviljas", node(from), node(to)),
        LinkKind::Excludes => format!("{} utesluter {}, och båda beviljas", node(from), node(to)),
    }
}
