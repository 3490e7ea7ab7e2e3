//! The command line: a call in, an allocation or a verdict out.

mod alternatives;
mod args;
mod audit;
mod calls;
mod compare;
mod explain;
mod failure;
mod findings;
mod follow_up;
mod frontier;
mod levels;
mod next;
mod output;
mod progress;
mod record;
mod reproduce;
mod settings;
mod settings_audit;
mod suggestion;
mod sweep;
mod touched;
mod what_if;

use std::process::ExitCode;

use clap::Parser;
use fordela_report::{CheckReport, Report, render};

use args::{Args, Command};
use failure::{Failure, Status};
use findings::Findings;
use settings::Settings;

fn main() -> ExitCode {
    if let Err(failure) = args::seen() {
        return failure.tell(args::typed_lang());
    }
    let args = Args::parse();
    let lang = args.lang();
    match failure::guarded(|| run(args)) {
        Ok(status) => status.into(),
        Err(failure) => failure.tell(lang),
    }
}

fn run(args: Args) -> Result<Status, Failure> {
    match args.command {
        Command::Check(asked) => check(&asked.into()),
        Command::Allocate(asked) if asked.levels => levels::run(*asked),
        Command::Allocate(asked) => allocate(&asked.asked.into()),
        Command::Explain(asked) => explain::run(*asked),
        Command::WhatIf(asked) => what_if::run(*asked),
        Command::Sweep(asked) => sweep::run(*asked),
        Command::Frontier(asked) => frontier::run(*asked),
        Command::Alternatives(asked) => alternatives::run(*asked),
        Command::Compare(asked) => compare::run(*asked),
        Command::Audit(asked) => audit::run(*asked),
        Command::FollowUp(asked) => follow_up::run(*asked),
        Command::Next(asked) => next::run(*asked),
        Command::Record(asked) => record::run(*asked),
        Command::Reproduce(asked) => reproduce::run(*asked),
        Command::Schema(asked) => output::print(asked.text().as_bytes()),
        Command::Completions { shell } => output::print(&args::completions(shell)),
        Command::Man => output::print(&args::manual()?),
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
    let read = calls::read(settings)?;
    let call = &calls::told(&read, settings);
    let findings = Findings::of(&read, settings.lang);
    output::warn(settings, &findings.lines());
    let answer = calls::solve(call, settings)?;
    let report = Report::new(call, &answer, findings.reports(), calls::provenance(&read, settings));
    output::write(settings, &render::allocation(&report, &settings.shape())?)?;
    Ok(Status::of(report.is_infeasible()))
}
