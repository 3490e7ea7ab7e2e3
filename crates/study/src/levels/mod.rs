//! Decisions on several levels: a city grants each board a sum, and each board splits its sum by its own call.
//!
//! [`Levels`] is a tree of calls. Its root is the city's call, which lists the activities of all applicants as the city
//! sees them; under it are the calls of those applicants that have one. [`decide`] solves it from the root: an applicant
//! with a call of its own gets the sum that the call above grants its activities, and its call says what becomes of
//! it. The two calls know of each other by ids alone: activities of one id are the same activity, under the priorities of
//! either.
//!
//! *Where the money comes from.* A call keeps its funds, with their conditions; only the amounts are new. A fund with the
//! id of a fund above holds what that fund pays to the applicant. What other funds above pay is scaled over the other
//! funds: in proportion to the amounts they are written with, to the hundredth below, and the hundredths that are left
//! where the remainders are largest; in equal parts where they hold nothing. Where there are no others, it can be spent
//! by none, and is told.
//!
//! *The price of delegation* is what the city's own allocation is worth, less what is decided in the end, both by the
//! city's priorities: `Σ_a v_a(centre_a) − Σ_a v_a(decided_a)`. What the city's call does not list is not valued. It is
//! at least zero where the city's allocation is proven to have the most value and the boards keep the city's rules, as
//! what they decide is then one of the allocations that the city could have chosen.

mod decide;
mod delegation;
mod granted;

use std::collections::BTreeMap;
use std::fmt;

use fordela_model::Call;
use fordela_model::alike::nearest;

pub use decide::{Level, Own, decide};
pub use delegation::{BoardValue, Delegation, Unlisted};

/// A call, and the calls of those of its applicants that have one of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    call: Call,
    own: BTreeMap<usize, Levels>,
}

/// Why a call cannot be an applicant's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The call above has no such applicant.
    UnknownApplicant {
        /// The id.
        id: String,
        /// The id that is most like it.
        nearest: Option<String>,
    },
    /// The applicant has a call already.
    Second {
        /// The applicant.
        id: String,
    },
    /// The calls are in different currencies.
    Currency {
        /// That of the call above.
        above: String,
        /// That of the applicant's call.
        own: String,
    },
    /// There would be more than [`Levels::DEEPEST`] levels.
    TooDeep,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownApplicant { id, nearest } => {
                write!(f, "there is no applicant `{id}`")?;
                nearest.as_ref().map_or(Ok(()), |nearest| write!(f, " (did you mean `{nearest}`?)"))
            }
            Self::Second { id } => write!(f, "the applicant `{id}` has a call of its own already"),
            Self::Currency { above, own } => write!(f, "this call is in {own}, and the call above in {above}"),
            Self::TooDeep => write!(f, "there are more than {} levels of calls", Levels::DEEPEST),
        }
    }
}

impl std::error::Error for Misfit {}

impl Levels {
    /// The most levels: a city, its boards, their divisions and their units are four.
    pub const DEEPEST: usize = 8;

    /// A call of which no applicant has a call of its own.
    #[must_use]
    pub fn new(call: Call) -> Self {
        Self { call, own: BTreeMap::new() }
    }

    /// Gives an applicant a call of its own.
    ///
    /// # Errors
    ///
    /// See [`Misfit`].
    pub fn own(mut self, applicant: &str, levels: Self) -> Result<Self, Misfit> {
        let ids = || self.call.draft().applicants.iter().map(|one| one.id.as_str());
        let Some(place) = ids().position(|id| id == applicant) else {
            return Err(Misfit::UnknownApplicant { id: applicant.to_owned(), nearest: nearest(applicant, ids()) });
        };
        let (above, own) = (&self.call.draft().currency, &levels.call.draft().currency);
        if above != own {
            return Err(Misfit::Currency { above: above.clone(), own: own.clone() });
        }
        if levels.deep() >= Self::DEEPEST {
            return Err(Misfit::TooDeep);
        }
        if self.own.contains_key(&place) {
            return Err(Misfit::Second { id: applicant.to_owned() });
        }
        self.own.insert(place, levels);
        Ok(self)
    }

    /// The call.
    #[must_use]
    pub fn call(&self) -> &Call {
        &self.call
    }

    /// The calls right under it, each with the place of its applicant, in the order of the call.
    pub(super) fn under(&self) -> impl Iterator<Item = (usize, &Self)> {
        self.own.iter().map(|(applicant, levels)| (*applicant, levels))
    }

    /// How many levels there are: one where no applicant has a call of its own.
    #[must_use]
    pub fn deep(&self) -> usize {
        1 + self.own.values().map(Self::deep).max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
