//! The appendix to a decision.

use std::path::Path;

use fordela::audit::{Audit, audit};
use fordela::compare::Side;
use fordela::follow_up::{Decided, Outcome};
use fordela::nearest::{Nearest, nearest};
use fordela::payers::{PayersBy, fill_in};
use fordela::sensitivity::{Curve, curve};
use fordela::{Answer, Call, Effort, Lang, Money, SolveError};
use fordela_file::fault::TemplateFault;
use fordela_file::{ReadError, read_decision_with_hash, read_regular};
use fordela_report::appendix::{AppendixOf, AppendixReport, DecisionOf};
use fordela_report::render::{self, Template};

use crate::args::{Appendix, Format};
use crate::calls::unless_spent;
use crate::compare::{SUGGESTION, side_of};
use crate::failure::{Failure, Holder, Status, of_nobody};
use crate::findings::{Findings, note_lines};
use crate::settings::Settings;
use crate::touched::What;
use crate::{calls, output};

/// So many complaints are told.
const COMPLAINTS: usize = 10;

/// A template has no more bytes than this.
const TEMPLATE_BYTES: usize = 20_000_000;

/// What was decided, as it was read.
struct Decision {
    name: String,
    sha256: String,
    read: fordela_file::Decision,
    /// The same with who pays filled in, and how that is known.
    decided: Decided,
    payers: PayersBy,
}

/// Makes the appendix to what was decided, or to what is suggested.
pub(crate) fn run(asked: Appendix, lang: Lang) -> Result<Status, Failure> {
    let Appendix { asked, decision, template, reference } = asked;
    let mut settings = Settings::of(asked, lang);
    decision.iter().for_each(|path| settings.touched.reads(What::Decision, path));
    template.iter().for_each(|path| settings.touched.reads(What::Template, path));
    let template = template.map(|path| house(&path, reference.as_deref(), &settings)).transpose()?;
    let read = calls::read(&settings)?;
    let call = &calls::told(&read, &settings);
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let decided = decision.map(|path| Decision::read(&path, call, &settings)).transpose().map_err(unreadable)?;
    let findings = Findings::of(&read, settings.lang);
    let notes = decided.as_ref().map(|one| &one.read.notes[..]).unwrap_or_default();
    findings.of_nobody()?;
    decided.iter().try_for_each(|one| of_nobody(Holder::DecisionPath, &one.name))?;
    output::warn(&settings, &findings.lines());
    output::warn(&settings, &note_lines(notes, settings.lang));
    let answer = calls::solve(call, &settings)?;
    let report = AppendixReport::new(
        &AppendixOf {
            call,
            answer: &answer,
            decision: decided.as_ref().map(Decision::told),
            nearest: turns(call, &answer, &settings)?.as_deref(),
            audit: fairness(call, &answer, decided.as_ref(), &settings)?.as_ref(),
            curve: budgets(call, &settings)?.as_ref(),
        },
        SUGGESTION,
        findings.reports(),
        calls::provenance(&read, &settings),
    );
    output::write(&settings, &render::appendix(&report, call, &settings.shape(), template.as_ref())?)?;
    Ok(Status::of(report.suggestion.is_infeasible()))
}

/// The template that the document takes its looks from.
fn house(path: &Path, reference: Option<&str>, settings: &Settings) -> Result<Template, Failure> {
    if settings.format != Format::Docx {
        return Err(Failure::TemplateOfOther(path.to_owned()));
    }
    if let Some(reference) = reference {
        of_nobody(Holder::Reference, reference)?;
    }
    let bytes = read_regular(path, TEMPLATE_BYTES + 1)
        .map_err(|source| Failure::NoTemplate { path: path.to_owned(), source })?;
    let unfit = |fault| Failure::Template { path: path.to_owned(), fault };
    if bytes.len() > TEMPLATE_BYTES {
        return Err(unfit(TemplateFault::TooLarge));
    }
    Template::read(&bytes, reference.unwrap_or_default()).map_err(unfit)
}

impl Decision {
    fn read(path: &Path, call: &Call, settings: &Settings) -> Result<Self, ReadError> {
        let (read, sha256) = read_decision_with_hash(path, call)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let mut decided = read.decided();
        let fill_in = |effort: &Effort<'_>| fill_in(call, &mut decided, &Outcome::default(), effort);
        let payers = calls::in_effort(settings, fill_in);
        Ok(Self { name, sha256, read, decided, payers })
    }

    fn told(&self) -> DecisionOf<'_> {
        let Self { name, sha256, read: _, decided, payers } = self;
        DecisionOf { name, sha256, decided, payers: *payers }
    }
}

/// What would turn the answer.
fn turns(call: &Call, answer: &Answer, settings: &Settings) -> Result<Option<Vec<Nearest>>, Failure> {
    match answer {
        Answer::Allocated(_) => calls::study(settings, |best, _| unless_spent(nearest(call, answer, best))),
        Answer::Impossible(_) => Ok(None),
    }
}

/// How fair what was decided is, or else what is suggested.
fn fairness(
    call: &Call,
    answer: &Answer,
    decided: Option<&Decision>,
    settings: &Settings,
) -> Result<Option<Audit>, Failure> {
    let (side, best) = match (decided, answer) {
        (None, _) => (Side::answered(call, answer), None),
        (Some(decided), Answer::Allocated(verified)) => (side_of(&decided.read, call)?, Some(&**verified)),
        (Some(decided), Answer::Impossible(_)) => (side_of(&decided.read, call)?, None),
    };
    let found =
        calls::solve_many(settings, |solve, effort| unless_spent(audit(&side, best, COMPLAINTS, effort, solve)));
    found.map(Option::flatten)
}

/// What every budget is worth, where that is a curve.
fn budgets(call: &Call, settings: &Settings) -> Result<Option<Curve>, Failure> {
    if call.has_choices() || call.draft().objective.kind.shares() {
        return Ok(None);
    }
    let most = call.asked().max(call.budget());
    let found = calls::study(settings, |_, effort| {
        unless_spent(curve(call, Money::ZERO, most, effort).map_err(SolveError::from))
    });
    found.map(Option::flatten)
}
