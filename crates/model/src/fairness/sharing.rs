//! The claims problem that a call is under its objective: who shares the money, and how.

use fordela_num::Rational;

use super::vessel::Stage;
use super::{Claims, awards, leximin, losses, nash, proportional, talmud};
use crate::Party;
use crate::call::Call;
use crate::call::draft::{Objective, ObjectiveKind};

/// How high somebody stands: the stage that is being filled, and the level in it. Whoever stands lower comes first.
pub type Level = (usize, Rational);

/// Who shares the money of a call, what they claim, and by which rule. Amounts are in the call's units.
#[derive(Debug, Clone)]
pub struct Sharing {
    kind: ObjectiveKind,
    /// The activities of everybody who shares.
    pub members: Vec<Vec<usize>>,
    /// Whether everybody who shares is one activity.
    pub each_alone: bool,
    /// What they claim, and how much it weighs.
    pub claims: Claims,
    /// The vessels that are filled, one stage after the other; in each a vessel for everybody who shares.
    pub stages: Vec<Stage>,
}

impl Sharing {
    /// How the call's money is shared; `None` where the most value is looked for instead.
    pub fn of(call: &Call) -> Option<Self> {
        let objective = &call.draft().objective;
        let members = || match objective.over {
            Party::Activity => (0..call.claims().len()).map(|a| vec![a]).collect(),
            Party::Applicant => applicants(call),
        };
        let unit = call.unit().rational();
        Self::among(objective, members, |a| (call.claims()[a].ask().rational() / &unit, call.claims()[a].priority()))
    }

    /// How money is shared by an objective among those who have these activities, of which each has an ask, in units, and a
    /// priority; `None` where the most value is looked for instead.
    pub fn among<'c>(
        objective: &Objective,
        members: impl FnOnce() -> Vec<Vec<usize>>,
        claim: impl Fn(usize) -> (Rational, &'c Rational),
    ) -> Option<Self> {
        if objective.kind == ObjectiveKind::Priority {
            return None;
        }
        let members = members();
        let asked = |members: &Vec<usize>| members.iter().map(|&a| claim(a).0).sum::<Rational>();
        let asks: Vec<Rational> = members.iter().map(asked).collect();
        let claims = if objective.weighted {
            let weights = members.iter().map(|members| priority(members, &claim)).collect();
            Claims::weighted(asks, weights)
        } else {
            Claims::plain(asks)
        };
        let stages = match objective.kind {
            ObjectiveKind::Priority => return None,
            ObjectiveKind::Proportional => proportional::stages(&claims),
            ObjectiveKind::EqualAwards => awards::stages(&claims),
            ObjectiveKind::EqualLosses => losses::stages(&claims),
            ObjectiveKind::Talmud => talmud::stages(&claims),
            ObjectiveKind::Leximin => leximin::stages(&claims),
            ObjectiveKind::Nash => nash::stages(&claims),
        };
        Some(Self { kind: objective.kind, members, each_alone: objective.over == Party::Activity, claims, stages })
    }

    /// Whether what counts is a sum over all rather than who stands lowest.
    pub fn is_sum(&self) -> bool {
        matches!(self.kind, ObjectiveKind::Proportional | ObjectiveKind::Nash)
    }

    /// What everybody gets of an amount, where nothing else limits.
    pub fn closed_form(&self, amount: &Rational) -> Vec<Rational> {
        self.claims.fill(&self.stages, amount)
    }

    /// How high somebody stands who gets this much, by where one more would go.
    pub fn level(&self, sharer: usize, gets: &Rational) -> Level {
        self.level_where(sharer, gets, |holds, full| holds < full)
    }

    /// How high they stand by where the last one went; lowest where they get nothing, as that cannot be less.
    pub fn level_below(&self, sharer: usize, gets: &Rational) -> Level {
        if !gets.is_positive() {
            return (0, Rational::ZERO);
        }
        self.level_where(sharer, gets, |holds, full| holds <= full)
    }

    /// The level in the first stage where what is left to hold lies in the vessel, or in the last stage.
    fn level_where(&self, sharer: usize, gets: &Rational, lies: impl Fn(&Rational, &Rational) -> bool) -> Level {
        let mut left = gets.clone();
        let mut top = (0, Rational::ZERO);
        for (s, stage) in self.stages.iter().enumerate() {
            let vessel = &stage[sharer];
            if vessel.full.is_zero() {
                continue;
            }
            top = (s, vessel.level(&left.clone().min(vessel.full.clone())));
            if lies(&left, &vessel.full) {
                break;
            }
            left -= &vessel.full;
        }
        top
    }

    /// The stage in which somebody gets something; each has one where what counts is a sum.
    pub fn is_in(&self, stage: usize, sharer: usize) -> bool {
        !self.stages[stage][sharer].full.is_zero()
    }

    /// What one more counts for somebody who gets this much, where what counts is a sum; `None` where it is not, or
    /// where it counts without bound.
    pub fn slope(&self, sharer: usize, gets: &Rational) -> Option<Rational> {
        match self.kind {
            ObjectiveKind::Proportional => Some(proportional::slope(&self.claims, sharer, gets)),
            ObjectiveKind::Nash => nash::slope(&self.claims, sharer, gets),
            _ => None,
        }
    }

    /// What one more counts on average between two amounts, taken to be what it counts in the middle.
    pub fn slope_between(&self, sharer: usize, from: &Rational, to: &Rational) -> Rational {
        let middle = (from + to) / Rational::from(2_i64);
        self.slope(sharer, &middle).unwrap_or_default()
    }

    /// What one more counts on average between two of the amounts at which somebody's curve is cut.
    pub fn secant(&self, sharer: usize, from: &Rational, to: &Rational) -> Rational {
        let exact = match self.kind {
            ObjectiveKind::Nash => nash::secant(&self.claims, sharer, from, to),
            // What one more counts for a square is straight.
            _ => None,
        };
        exact.unwrap_or_else(|| self.slope_between(sharer, from, to))
    }

    /// Sums over all that differ by no more than this are the same.
    pub fn tolerance(&self) -> Rational {
        if self.kind == ObjectiveKind::Nash { nash::tolerance() } else { Rational::ZERO }
    }

    /// Amounts at which somebody's curve is cut once and for all, rising from nothing to the claim.
    pub fn ends(&self, sharer: usize) -> Vec<Rational> {
        let ask = &self.claims.asks()[sharer];
        match self.kind {
            ObjectiveKind::Nash => nash::ends(ask),
            _ => proportional::ends(ask),
        }
    }

    /// What everybody who shares gets, from what the activities get.
    pub fn sums(&self, grants: &[Rational]) -> Vec<Rational> {
        self.members.iter().map(|members| members.iter().map(|&a| grants[a].clone()).sum()).collect()
    }
}

/// The activities of every applicant.
fn applicants(call: &Call) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); call.draft().applicants.len()];
    for (a, claim) in call.claims().iter().enumerate() {
        members[claim.applicant()].push(a);
    }
    members
}

/// The mean priority of what is asked for: `Σ ask·p / Σ ask`.
fn priority<'c>(members: &[usize], claim: &impl Fn(usize) -> (Rational, &'c Rational)) -> Rational {
    let (mut asked, mut weighed) = (Rational::ZERO, Rational::ZERO);
    for (ask, priority) in members.iter().map(|&a| claim(a)) {
        weighed = weighed.plus_product(&ask, priority);
        asked += &ask;
    }
    if asked.is_zero() { Rational::ZERO } else { weighed / asked }
}
