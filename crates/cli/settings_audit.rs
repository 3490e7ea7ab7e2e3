//! Audits the settings of a call, on all cores.

use std::time::{Duration, Instant};

use fordela::axiom::{Axiom, verdict};
use fordela::fairness::{AllocationRule, OwnSettings};
use fordela::manipulation::Honest;
use fordela::{Call, Rational};
use fordela_io::report::audit::{AxiomReport, ManipulationReport};
use rayon::prelude::*;

use crate::output;
use crate::progress::Progress;
use crate::settings::Settings;

/// Which axioms the settings keep, in the order of cards.
pub(crate) fn axioms(call: &Call, tries: usize, settings: &Settings) -> Vec<AxiomReport> {
    let rule = InTime::from_now(settings.time_limit);
    counted(settings, Axiom::ALL.len(), |n| {
        let axiom = Axiom::ALL[n];
        AxiomReport::new(axiom, &verdict(&rule, axiom, call, tries), settings.lang)
    })
}

/// What every applicant could gain, in the order of the call; `None` where the time was up before anything was tried.
pub(crate) fn manipulation(call: &Call, settings: &Settings) -> Option<Vec<ManipulationReport>> {
    let rule = InTime::from_now(settings.time_limit);
    let honest = Honest::of(&rule, call)?;
    let applicants = call.draft().applicants.len();
    Some(counted(settings, applicants, |n| ManipulationReport::new(&honest.manipulation(n), call, settings.lang)))
}

/// Does so many pieces of work on all cores, with a sign of how many are done; their results in order.
fn counted<T: Send>(settings: &Settings, all: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let (started, progress) = (Instant::now(), Progress::counting(settings, 0, all));
    let done = (0..all).into_par_iter().map(|n| {
        let done = work(n);
        progress.step(1);
        done
    });
    let done = done.collect();
    drop(progress);
    output::told(settings, || format!("{all} × {:.1?}", started.elapsed()));
    done
}

/// The settings of a call as a rule that has no answer when the time is up, so that nothing more is tried.
struct InTime {
    started: Instant,
    limit: Option<Duration>,
}

impl InTime {
    fn from_now(limit: Option<Duration>) -> Self {
        Self { started: Instant::now(), limit }
    }
}

impl AllocationRule for InTime {
    fn name(&self) -> &str {
        OwnSettings.name()
    }

    fn grants(&self, call: &Call) -> Option<Vec<Rational>> {
        let in_time = self.limit.is_none_or(|limit| self.started.elapsed() < limit);
        if in_time { OwnSettings.grants(call) } else { None }
    }
}
