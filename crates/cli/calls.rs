//! Reads, looks over and solves the call that was asked for.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::Path;
use std::time::Instant;

use fordela::call::{Named, Names};
use fordela::scenario::ScenarioError;
use fordela::{Answer, Best, Call, EFFORT, Effort, Known, Lang, Options, Scenario, Solve, SolveError, Verified};
use fordela_file::{CallBytes, Disk, ReadCall, ReadLevels, limits, read_call, read_call_bytes, read_levels_bytes};
use fordela_report::Provenance;
use fordela_words::usage;

use crate::failure::Failure;
use crate::output;
use crate::progress::Progress;
use crate::settings::{Input, Settings};
use crate::touched::Touched;

/// How many times the effort of one call the work on many may take in all.
const MANY: u64 = 2;

/// A study gives a call this part of what is left, so that the first that is hard leaves something for the others.
const ONE_OF: u64 = 8;

/// Reads the call and checks that it is well-formed.
pub(crate) fn read(settings: &Settings) -> Result<ReadCall, Failure> {
    let read = match &settings.input {
        Input::File(path) => read_call(path),
        Input::Stdin => read_call_bytes(stdin()?, &Disk),
    };
    let read = read.map_err(|error| Failure::Read(Box::new(error), settings.messages.into()))?;
    settings.touched.clone().with_named(&read, path_of(settings), Path::new("")).apart()?;
    Ok(read)
}

/// The call as it is told: to people, by titles and names that can be told apart.
pub(crate) fn told(read: &ReadCall, settings: &Settings) -> Call {
    let call = read.call.clone();
    if settings.format.is_for_people() { call.named(Names::apart(&call).into()) } else { call }
}

/// The path of the call; none for standard input, whose files are named from the working directory.
fn path_of(settings: &Settings) -> &Path {
    match &settings.input {
        Input::File(path) => path,
        Input::Stdin => Path::new(""),
    }
}

/// Reads the call and the calls that are named in it, and checks that all are well-formed.
pub(crate) fn read_levels(settings: &Settings) -> Result<ReadLevels, Failure> {
    let read = match &settings.input {
        Input::File(path) => fordela_file::read_levels(path),
        Input::Stdin => read_levels_bytes(stdin()?, &Disk),
    };
    let read = read.map_err(|error| Failure::ReadLevels(error, settings.messages.into()))?;
    let all = read.all().into_iter();
    let named = |touched: Touched, one: &ReadLevels| touched.with_named(&one.read, Path::new(&one.name), Path::new(""));
    all.fold(settings.touched.clone(), named).apart()?;
    Ok(read)
}

fn stdin() -> Result<CallBytes, Failure> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::CALL_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(Failure::Stdin)?;
    Ok(CallBytes::from_stdin(bytes))
}

/// The call with the changes of a scenario. Rules that hold an activity up or down get a name to be read.
pub(crate) fn changed(call: &Call, scenario: &Scenario, lang: Lang) -> Result<Call, ScenarioError> {
    let changed = scenario.apply(call)?;
    let known: HashSet<&str> = call.draft().rules.iter().map(|rule| rule.id.as_str()).collect();
    let mut names = Names::clone(changed.names());
    for rule in changed.draft().rules.iter().filter(|rule| rule.name.is_none() && !known.contains(rule.id.as_str())) {
        let [id] = &rule.selection.activity[..] else { continue };
        let title = changed.name_of(Named::Activity, id);
        let name = match rule.id.split('-').next() {
            Some("require") => usage::requirement(title, lang),
            Some("forbid") => usage::nothing_for(title, lang),
            _ => continue,
        };
        names = names.with(Named::Rule, &rule.id, name);
    }
    Ok(changed.named(names.into()))
}

/// That the call looks for the most value, where only then there is an answer.
pub(crate) fn by_value(call: &Call) -> Result<(), Failure> {
    if call.draft().objective.kind.shares() { Err(Failure::NotByValue) } else { Ok(()) }
}

/// Solves the call, with a sign of life if it takes long.
pub(crate) fn solve(call: &Call, settings: &Settings) -> Result<Answer, Failure> {
    let started = Instant::now();
    let was_late = settings.time_left().is_some_and(|left| left.is_zero());
    let progress = Progress::start(settings);
    let answer = answer(call, settings);
    drop(progress);
    output::told(settings, || format!("{}: {}", settings.backend, usage::elapsed(started.elapsed(), settings.lang)));
    answer.map_err(|error| match error {
        SolveError::EffortSpent if was_late => Failure::TimeToRead,
        error => Failure::Solve(error),
    })
}

/// Does work that solves many calls, within the time that was asked for, a bounded effort in all, and with one sign of
/// life. What is found of a call when that is spent is what is in plain sight, with its bound.
pub(crate) fn solve_many<T>(
    settings: &Settings,
    work: impl FnOnce(&mut Solve<'_>, &Effort<'_>) -> Result<T, SolveError>,
) -> Result<T, Failure> {
    many(settings, |count, effort| {
        let mut solve = |call: &Call| {
            *count += 1;
            fordela::allocate_with(call, options(settings, &effort.share(EFFORT)))
        };
        work(&mut solve, effort)
    })
}

/// Does work that asks what changed calls are answered with. What is found of one in haste, when the effort is spent, is
/// not that: then there is no answer.
pub(crate) fn study<T>(
    settings: &Settings,
    work: impl FnOnce(&mut Best<'_>, &Effort<'_>) -> Result<T, SolveError>,
) -> Result<T, Failure> {
    many(settings, |count, effort| {
        let in_time = || if effort.is_spent() { Err(SolveError::EffortSpent) } else { Ok(()) };
        let mut best = |call: &Call| {
            *count += 1;
            in_time()?;
            let best = fordela::best_with(call, options(settings, &effort.part(ONE_OF)))?;
            in_time().map(|()| best)
        };
        work(&mut best, effort)
    })
}

/// What was found; `None` where the effort was spent before.
pub(crate) fn unless_spent<T>(found: Result<T, SolveError>) -> Result<Option<T>, SolveError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(SolveError::EffortSpent) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Does work that counts how many calls it solves, with one effort in all.
fn many<T>(
    settings: &Settings,
    work: impl FnOnce(&mut usize, &Effort<'_>) -> Result<T, SolveError>,
) -> Result<T, Failure> {
    let (started, mut count) = (Instant::now(), 0_usize);
    let stop = |work| settings.is_late(work);
    let effort = Effort::timed(EFFORT.saturating_mul(MANY), &stop);
    let progress = Progress::start(settings);
    let done = work(&mut count, &effort);
    drop(progress);
    output::told(settings, || {
        format!("{}: {count} × {}", settings.backend, usage::elapsed(started.elapsed(), settings.lang))
    });
    done.map_err(Failure::Solve)
}

/// Solves the call within the time that was asked for.
pub(crate) fn answer(call: &Call, settings: &Settings) -> Result<Answer, SolveError> {
    in_time(settings, |options| fordela::allocate_with(call, options))
}

/// A call that others are made of by changes, as far as its optimum is found in time.
pub(crate) fn known(call: &Call, settings: &Settings) -> Known {
    in_effort(settings, |effort| Known::within(call, effort))
}

/// The checked allocation of a call that was made of a known one, within the time that was asked for, without asking why where
/// it is impossible.
pub(crate) fn best(call: &Call, known: &Known, settings: &Settings) -> Result<Option<Box<Verified>>, SolveError> {
    in_time(settings, |options| fordela::best_with(call, options.beside(known)))
}

/// Solves one call with the effort of one, and the time that was asked for.
fn in_time<T>(settings: &Settings, solve: impl FnOnce(Options<'_>) -> T) -> T {
    in_effort(settings, |effort| solve(options(settings, effort)))
}

/// Does work with the effort of one call, and the time that was asked for.
pub(crate) fn in_effort<T>(settings: &Settings, work: impl FnOnce(&Effort<'_>) -> T) -> T {
    let stop = |work| settings.is_late(work);
    work(&Effort::timed(EFFORT, &stop))
}

fn options<'a>(settings: &'a Settings, effort: &'a Effort<'a>) -> Options<'a> {
    Options::default().solver(&settings.backend).effort(effort).time_limit(settings.time_left())
}

/// What made the answer, of what.
pub(crate) fn provenance(read: &ReadCall, settings: &Settings) -> Provenance {
    Provenance::new(read.sha256.as_str(), settings.backend.name())
}
