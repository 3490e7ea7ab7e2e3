//! How far apart shares are, and how unequal.

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_num::Rational;
use serde::Serialize;

use super::party::Member;
use crate::fairness::{Theil, gini, jain, theil};

/// The least or the largest share, and who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct End {
    /// The share: the grant divided by the ask.
    pub share: Rational,
    /// The ids of who has it, in the order of the call.
    pub whose: Vec<String>,
}

/// How far apart shares are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Spread {
    /// The least share.
    pub least: End,
    /// The largest share.
    pub largest: End,
}

impl Spread {
    /// The largest share less the least: 0 when all are equal.
    #[must_use]
    pub fn width(&self) -> Rational {
        &self.largest.share - &self.least.share
    }
}

/// How unequal some numbers are: see [`gini`] and [`jain`]. `None` where there is nothing to compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inequality {
    /// The Gini coefficient: 0 when all are equal, near 1 when one has all.
    pub gini: Option<Rational>,
    /// Jain's index: 1 when all are equal, `1/n` when one of `n` has all.
    pub jain: Option<Rational>,
}

/// The shares of applicants, or of activities; who asked for nothing has no share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Shares {
    /// How many there are who asked for something.
    pub count: usize,
    /// How far apart their shares are; `None` where nobody asked for anything.
    pub spread: Option<Spread>,
    /// How unequal their shares are.
    pub shares: Inequality,
    /// How unequal their grants are.
    pub grants: Inequality,
    /// How unequal their asks are: with equal shares, grants are just as unequal.
    pub asks: Inequality,
}

/// Shares are counted in this part of one, so that sums of very many stay short.
const PRECISION: i64 = 1_000_000_000_000;

impl Shares {
    pub(super) fn of(parties: &[Member<'_>]) -> Self {
        let shares: Vec<(&str, Rational)> =
            parties.iter().filter_map(|party| Some((party.id, party.share()?))).collect();
        let asking = || parties.iter().filter(|party| !party.asked.is_zero());
        let rounded: Vec<Rational> = shares.iter().map(|(_, share)| rounded(share)).collect();
        let grants: Vec<Rational> = asking().map(|party| party.granted.rational()).collect();
        let asks: Vec<Rational> = asking().map(|party| party.asked.rational()).collect();
        Self {
            count: shares.len(),
            spread: spread(&shares),
            shares: Inequality::of(&rounded),
            grants: Inequality::of(&grants),
            asks: Inequality::of(&asks),
        }
    }
}

impl Inequality {
    fn of(numbers: &[Rational]) -> Self {
        Self { gini: gini(numbers), jain: jain(numbers) }
    }
}

fn rounded(share: &Rational) -> Rational {
    let precision = Rational::from(PRECISION);
    (share * &precision).floor() / precision
}

fn spread(shares: &[(&str, Rational)]) -> Option<Spread> {
    let end = |share: &Rational| End {
        share: share.clone(),
        whose: shares.iter().filter(|(_, other)| other == share).map(|(id, _)| (*id).to_owned()).collect(),
    };
    let all = || shares.iter().map(|(_, share)| share);
    Some(Spread { least: end(all().min()?), largest: end(all().max()?) })
}

/// Theil's index of the shares of activities, split between and within groups of them. Source: Theil (1967).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TheilSplits {
    /// Groups are the activities of each applicant.
    pub applicants: Theil,
    /// Groups are the activities with the same areas: those of several areas are a group with the others of just
    /// these, and those of none are one. So nobody is left out or counted twice, and the parts add up.
    pub areas: Theil,
}

impl TheilSplits {
    /// `None` where nothing is granted.
    pub(super) fn of(call: &Call, parties: &[Member<'_>]) -> Option<Self> {
        let mut areas: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        let (mut shares, mut applicant_of, mut areas_of) = (Vec::new(), Vec::new(), Vec::new());
        for (a, party) in parties.iter().enumerate() {
            let Some(share) = party.share() else { continue };
            let mut own: Vec<&str> = call.draft().activities[a].areas.iter().map(String::as_str).collect();
            own.sort_unstable();
            let next = areas.len();
            shares.push(rounded(&share));
            applicant_of.push(call.claims()[a].applicant());
            areas_of.push(*areas.entry(own).or_insert(next));
        }
        Some(Self { applicants: theil(&shares, &applicant_of)?, areas: theil(&shares, &areas_of)? })
    }
}
