//! Which column is split.

use fordela_num::Rational;

use super::{Engine, Search};
use crate::exact::effort::Effort;
use crate::exact::pseudocosts::score;

/// From so many branches on, what they lost is relied on. Before, it is looked up what the next must lose at least; or, in
/// floats, tried.
const RELIABLE: f64 = 4.0;
const RELIABLE_IN_FLOATS: f64 = 8.0;

/// A trial ends after so many exchanges, and trials do after so many that were no better than the best.
const EXCHANGES: usize = 30;
const VAIN: usize = 8;

/// What loses more than can be won closes a branch, which is worth so much more.
const CLOSES: f64 = 10.0;

/// A broken column, and how it is split.
pub(super) struct Broken {
    pub(super) column: usize,
    /// The whole number below it, and how far it is above that.
    pub(super) at: Rational,
    pub(super) part: f64,
}

impl Broken {
    /// What is lost each way, if so much is lost for a unit.
    fn lost(&self, [down, up]: [f64; 2]) -> [f64; 2] {
        [down * self.part, up * (1.0 - self.part)]
    }
}

impl Search<'_> {
    /// The broken column to split: the one whose branches are likely to lose most. So much may be won at all.
    pub(super) fn branching(&mut self, engine: Engine, gap: f64, effort: &Effort<'_>) -> Option<Broken> {
        match engine {
            Engine::Floats => self.branching_by_trials(gap, effort),
            Engine::Exact => best(self.broken().into_iter().map(|broken| (self.likely_score(&broken), broken))),
        }
    }

    fn broken(&self) -> Vec<Broken> {
        let broken = |&column: &usize| {
            let value = self.simplex.value_of(column);
            let at = value.floor();
            (!value.is_integer()).then(|| Broken { column, part: (value - &at).to_f64(), at })
        };
        self.integers.iter().filter_map(broken).collect()
    }

    fn likely_score(&self, broken: &Broken) -> f64 {
        let known = self.pseudocosts.means(broken.column);
        let each = match known {
            [Some(down), Some(up)] if self.pseudocosts.is_reliable(broken.column, RELIABLE) => [down, up],
            _ => {
                let [down, up] = self.simplex.least_losses(broken.column);
                [down.max(known[0].unwrap_or(0.0)), up.max(known[1].unwrap_or(0.0))]
            }
        };
        score(broken.lost(each))
    }

    /// Reliability branching (Achterberg, Koch & Martin 2005): what is not known well is tried, the most promising first.
    fn branching_by_trials(&mut self, gap: f64, effort: &Effort<'_>) -> Option<Broken> {
        let rank = |broken: Broken| (score(broken.lost(self.pseudocosts.likely(broken.column))), broken);
        let mut ranked: Vec<(f64, Broken)> = self.quick.as_ref()?.broken().into_iter().map(rank).collect();
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.column.cmp(&other.1.column)));
        let (mut most, mut vain) = (0.0, 0);
        for (score, broken) in &mut ranked {
            let is_known = self.pseudocosts.is_reliable(broken.column, RELIABLE_IN_FLOATS);
            if !is_known && vain < VAIN && !effort.is_spent() {
                *score = self.tried_score(broken, gap);
                vain = if *score > most { 0 } else { vain + 1 };
            }
            most = most.max(*score);
        }
        best(ranked.into_iter())
    }

    fn tried_score(&mut self, broken: &Broken, gap: f64) -> f64 {
        let mut lost = [0.0; 2];
        for (lost, up) in lost.iter_mut().zip([false, true]) {
            let Some(quick) = &self.quick else { continue };
            let tried = quick.tried(broken, up, EXCHANGES);
            self.simplex.count_floats(tried.looked_at);
            if tried.lost.is_finite() {
                self.pseudocosts.note(broken.column, up, tried.lost / if up { 1.0 - broken.part } else { broken.part });
            }
            *lost = if tried.lost >= gap { gap.min(f64::MAX) * CLOSES } else { tried.lost };
        }
        score(lost)
    }
}

/// What has the highest score, the first where several have.
fn best(scored: impl Iterator<Item = (f64, Broken)>) -> Option<Broken> {
    let mut best: Option<(f64, Broken)> = None;
    for (score, broken) in scored {
        if best.as_ref().is_none_or(|(most, _)| score.total_cmp(most).is_gt()) {
            best = Some((score, broken));
        }
    }
    best.map(|(_, broken)| broken)
}
