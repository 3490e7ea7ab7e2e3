//! Why, and what would have been needed?

use fordela::call::place_of;
use fordela::compare::Side;
use fordela::explain::{Subject, Wanted, needed, ranking, settled};
use fordela::scenario::Change;
use fordela::sensitivity::{moved, nearby, prices_of};
use fordela::{Answer, Best, Call, Effort, Lang, Money, Scenario, SolveError, Spent, Verified};
use fordela_report::explain::{
    CallExplained, ExplainReport, Explained, LimitReport, MORE, NeededReport, OneExplained, RankedReport,
    SettledReport, StepsReport, WhyNotReport, bounds,
};
use fordela_report::{Allocated, Tried, render};

use crate::args::Explain;
use crate::failure::{Failure, Status};
use crate::findings::Findings;
use crate::settings::Settings;
use crate::{calls, output};

/// What is asked.
enum Question {
    All,
    About(Subject),
    WhyNot { activity: usize, scenario: Scenario, required: Box<Call> },
}

/// Allocates the call and explains the answer.
pub(crate) fn run(asked: Explain, lang: Lang) -> Result<Status, Failure> {
    let Explain { asked, id, why_not } = asked;
    let settings = Settings::of(asked, lang);
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    let question = Question::of(call, id.as_deref(), why_not.as_deref(), &settings)?;
    let findings = Findings::of(&read, settings.lang);
    output::warn(&settings, &findings.lines());
    let answer = calls::solve(call, &settings.for_one_of(question.calls()))?;
    let explained = match &answer {
        Answer::Allocated(verified) => Some(question.answer(call, verified, &settings)?),
        Answer::Impossible(_) => None,
    };
    let provenance = calls::provenance(&read, &settings);
    let report = ExplainReport::new(call, &answer, explained, findings.reports(), provenance);
    output::write(&settings, &render::explanation(&report, call, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

impl Question {
    fn of(call: &Call, id: Option<&str>, why_not: Option<&str>, settings: &Settings) -> Result<Self, Failure> {
        match (id, why_not) {
            (_, Some(written)) => Self::why_not(call, written, settings),
            (Some(id), None) => Subject::of(call, id).map(Self::About).map_err(Failure::Unknown),
            (None, None) => Ok(Self::All),
        }
    }

    /// How many calls must be answered.
    fn calls(&self) -> u32 {
        match self {
            Self::All | Self::About(_) => 1,
            Self::WhyNot { .. } => 2,
        }
    }

    /// The call in which an activity is required.
    fn why_not(call: &Call, written: &str, settings: &Settings) -> Result<Self, Failure> {
        let change = Change::require(written);
        let scenario = Scenario::named(change.to_string()).change(change);
        let required = calls::changed(call, &scenario, settings.lang).map_err(Failure::Scenario)?;
        let named = written.split_once('=').map_or(written, |(named, _)| named).trim();
        let activity = place_of(&call.draft().activities, named).unwrap_or_default();
        Ok(Self::WhyNot { activity, scenario, required: Box::new(required) })
    }

    fn answer(&self, call: &Call, verified: &Verified, settings: &Settings) -> Result<Explained, Failure> {
        let allocated = Allocated::new(call, verified);
        let places = 0..call.claims().len();
        Ok(match self {
            Self::All => {
                let all = calls::study(settings, |best, effort| whole(call, verified, allocated, effort, best))?;
                Explained::Call(Box::new(all))
            }
            Self::About(Subject::Activity(a)) => {
                let applicant = call.claims()[*a].applicant();
                Explained::Activity(Box::new(some(call, verified, &allocated, (applicant, &[*a]), settings)?))
            }
            Self::About(Subject::Applicant(applicant)) => {
                let own: Vec<usize> = places.filter(|&a| call.claims()[a].applicant() == *applicant).collect();
                Explained::Applicant(Box::new(some(call, verified, &allocated, (*applicant, &own), settings)?))
            }
            Self::WhyNot { activity, scenario, required } => {
                let answer = calls::solve(required, settings)?;
                let tried = Tried { scenario, call: required, answer: &answer };
                let own = allocated.activities[*activity].clone();
                Explained::WhyNot(Box::new(WhyNotReport::new(own, &Side::allocated(call, verified), &tried)))
            }
        })
    }
}

/// Some of the activities of an applicant.
fn some(
    call: &Call,
    verified: &Verified,
    allocated: &Allocated,
    (applicant, own): (usize, &[usize]),
    settings: &Settings,
) -> Result<OneExplained, Failure> {
    let ids: Vec<String> = own.iter().map(|&a| call.draft().activities[a].id.clone()).collect();
    calls::study(settings, |best, effort| {
        let settled = calls::unless_spent(settled(call, verified, best))?;
        let settled = settled.map(|settled| SettledReport::all(&settled, Some(&ids)));
        let needs = needs(call, verified, own.iter().copied(), effort, best)?;
        Ok(OneExplained::new(allocated, needs, applicant, settled))
    })
}

fn whole(
    call: &Call,
    verified: &Verified,
    allocated: Allocated,
    effort: &Effort<'_>,
    best: &mut Best<'_>,
) -> Result<CallExplained, SolveError> {
    // What takes a bounded number of answers comes first; steps make do with what effort is left.
    let limits = limits(call, verified, &effort.part(2)).ok();
    let settled = calls::unless_spent(settled(call, verified, best))?.map(|settled| SettledReport::all(&settled, None));
    let ranking = RankedReport::all(call, &ranking(call, verified, best)?);
    let steps = if call.has_choices() && !call.draft().objective.kind.shares() {
        let most = call.asked().max(call.budget());
        Some(StepsReport::new(call, verified, &nearby(call, verified, most, best, effort)?, most))
    } else {
        None
    };
    Ok(CallExplained::new(allocated, limits, steps, ranking, settled))
}

fn limits(call: &Call, verified: &Verified, effort: &Effort<'_>) -> Result<Vec<LimitReport>, Spent> {
    let bounds = bounds(call, verified);
    let moved = moved(call, &bounds, Money::new(MORE), effort)?.unwrap_or_default();
    let prices = prices_of(call, &bounds, effort)?.unwrap_or_default();
    let told = bounds.into_iter().zip(prices).zip(moved);
    let told = told.filter_map(|((bound, prices), moved)| Some((bound, prices?, moved)));
    Ok(LimitReport::all(call, verified, told))
}

/// What each activity would have needed for more, and for all; nothing where it got all.
fn needs(
    call: &Call,
    verified: &Verified,
    activities: impl IntoIterator<Item = usize>,
    effort: &Effort<'_>,
    best: &mut Best<'_>,
) -> Result<Vec<(usize, Vec<NeededReport>)>, SolveError> {
    let mut all = Vec::new();
    for a in activities {
        let mut found = Vec::new();
        if verified.grants()[a].amount < call.all_of(a) {
            for wanted in [Wanted::All, Wanted::More] {
                found.push(NeededReport::new(call, a, &needed(call, verified, a, wanted, best, effort)?));
            }
        }
        all.push((a, found));
    }
    Ok(all)
}
