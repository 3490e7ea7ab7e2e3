//! The command line: a call in, an allocation or a verdict out.

mod alternatives;
mod appendix;
mod args;
mod audit;
mod calls;
mod compare;
mod convert;
#[cfg(unix)]
mod ended;
mod explain;
mod failure;
mod findings;
mod follow_up;
mod frontier;
mod init;
mod language;
mod levels;
mod next;
mod output;
mod progress;
mod record;
mod reproduce;
mod schema;
mod settings;
mod settings_audit;
mod suggestion;
mod sweep;
mod touched;
mod usage;
mod what_if;

use std::process::ExitCode;

use fordela::Lang;
use fordela_report::{CheckReport, Report, render};

use args::Command;
use failure::{Failure, Status};
use findings::Findings;
use settings::Settings;

fn main() -> ExitCode {
    #[cfg(unix)]
    ended::watch();
    let typed = language::before_help(std::env::args_os().collect());
    let lang = match language::asked(&typed) {
        Ok(lang) => lang,
        Err(failure) => return failure.tell(Lang::Sv),
    };
    if let Err(failure) = usage::seen(&typed) {
        return failure.tell(lang);
    }
    let args = match usage::read(&typed, lang) {
        Ok(args) => args,
        Err(ended) => return ended,
    };
    let lang = args.lang.unwrap_or(lang);
    match failure::guarded(|| run(args.command, lang)) {
        Ok(status) => status.into(),
        Err(failure) => failure.tell(lang),
    }
}

fn run(command: Command, lang: Lang) -> Result<Status, Failure> {
    match command {
        Command::Init(asked) => init::run(asked, lang),
        Command::Template(asked) => convert::template(asked, lang),
        Command::Convert(asked) => convert::run(asked, lang),
        Command::Check(asked) => check(&Settings::of(asked, lang)),
        Command::Allocate(asked) if asked.levels => levels::run(*asked, lang),
        Command::Allocate(asked) => allocate(&Settings::of(asked.asked, lang)),
        Command::Explain(asked) => explain::run(*asked, lang),
        Command::WhatIf(asked) => what_if::run(*asked, lang),
        Command::Sweep(asked) => sweep::run(*asked, lang),
        Command::Frontier(asked) => frontier::run(*asked, lang),
        Command::Alternatives(asked) => alternatives::run(*asked, lang),
        Command::Compare(asked) => compare::run(*asked, lang),
        Command::Audit(asked) => audit::run(*asked, lang),
        Command::Report(asked) => appendix::run(*asked, lang),
        Command::FollowUp(asked) => follow_up::run(*asked, lang),
        Command::Next(asked) => next::run(*asked, lang),
        Command::Record(asked) => record::run(*asked, lang),
        Command::Reproduce(asked) => reproduce::run(*asked, lang),
        Command::Schema(asked) => output::print(schema::text(asked.of, lang).as_bytes()),
        Command::Completions { shell } => output::print(&usage::completions(shell, lang)),
        Command::Man => output::print(&usage::manual(lang)?),
    }
}

/// Is the call well-formed, possible and sensible?
fn check(settings: &Settings) -> Result<Status, Failure> {
    let read = calls::read(settings)?;
    let call = &calls::told(&read, settings);
    let findings = Findings::of(&read, settings.lang);
    let answer = calls::solve(call, settings)?;
    let report = CheckReport::new(call, &answer, findings.reports(), calls::provenance(&read, settings));
    let shown = findings.excerpts(settings.layout.into());
    output::write(settings, &render::check(&report, call, &shown, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}

/// Who gets what?
fn allocate(settings: &Settings) -> Result<Status, Failure> {
    let report = allocated(settings)?;
    output::write(settings, &render::allocation(&report, &settings.shape())?)?;
    let status = Status::of(report.is_infeasible());
    // It ends with the process, sooner than piece by piece.
    std::mem::forget(report);
    Ok(status)
}

/// What is told of who gets what, which needs no more of the call.
fn allocated(settings: &Settings) -> Result<Report, Failure> {
    let read = calls::read(settings)?;
    let call = &calls::told(&read, settings);
    let findings = Findings::of(&read, settings.lang);
    output::warn(settings, &findings.lines());
    let (findings, provenance) = (findings.reports(), calls::provenance(&read, settings));
    // From here on nothing is shown in the files.
    drop(read);
    let answer = calls::solve(call, settings)?;
    Ok(Report::new(call, &answer, findings, provenance))
}
