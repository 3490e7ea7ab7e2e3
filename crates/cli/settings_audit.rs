//! Audits the settings of a call, on all cores.

use std::time::Instant;

use fordela::axiom::{Axiom, verdict};
use fordela::fairness::OwnSettings;
use fordela::manipulation::Honest;
use fordela::{Call, EFFORT, Effort, Work};
use fordela_report::audit::{AxiomReport, ManipulationReport};
use fordela_words::usage::elapsed;
use rayon::prelude::*;

use crate::output;
use crate::progress::Progress;
use crate::settings::Settings;

/// What one axiom, and what one applicant, may compute in all, and what one call of an axiom.
const EFFORT_EACH: u64 = EFFORT / 2;
const EFFORT_A_CALL: u64 = EFFORT / 16;

/// Which axioms the settings keep, in the order of cards.
pub(crate) fn axioms(call: &Call, tries: usize, settings: &Settings) -> Vec<AxiomReport> {
    counted(settings, Axiom::ALL.len(), |n| {
        let (axiom, stop) = (Axiom::ALL[n], |work| settings.is_late(work));
        // Nothing is drawn when it is late: that takes long of a large call.
        let (work, tries) = if settings.is_late(Work::default()) { (0, 0) } else { (EFFORT_EACH, tries) };
        let effort = Effort::timed(work, &stop);
        let rule = OwnSettings.within(&effort, EFFORT_A_CALL);
        AxiomReport::new(axiom, &verdict(&rule, axiom, call, tries), settings.lang)
    })
}

/// What every applicant could gain, in the order of the call; `None` where the time was up before anything was tried.
pub(crate) fn manipulation(call: &Call, settings: &Settings) -> Option<Vec<ManipulationReport>> {
    let stop = |work| settings.is_late(work);
    let effort = Effort::timed(EFFORT, &stop);
    let rule = OwnSettings.within(&effort, EFFORT);
    let honest = Honest::of(&rule, call)?.asking(&OwnSettings);
    let applicants = call.draft().applicants.len();
    Some(counted(settings, applicants, |n| {
        let stop = |work| settings.is_late(work);
        let effort = Effort::timed(if settings.is_late(Work::default()) { 0 } else { EFFORT_EACH }, &stop);
        let rule = OwnSettings.within(&effort, EFFORT_EACH);
        ManipulationReport::new(&honest.asking(&rule).manipulation(n), call, settings.lang)
    }))
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
    output::told(settings, || format!("{all} × {}", elapsed(started.elapsed(), settings.lang)));
    done
}
