//! Reasons in a word or two, as they stand in a table.

use crate::Words;

/// What did most to settle a grant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brief {
    /// In full.
    Full,
    /// Nothing asked.
    NothingAsked,
    /// No fund may pay.
    NoFund,
    /// No fund may pay the rest.
    NotPayable,
    /// The fund’s part.
    Parts,
    /// Round amounts.
    WholeUnits,
    /// No priority.
    NoPriority,
    /// Floor.
    Lifted,
    /// Cap.
    Capped,
    /// Budget runs out.
    Budget,
    /// Shares equally.
    Tied,
    /// Its fund runs out.
    FundTooSmall,
    /// Shared.
    Shared,
    /// Fair part.
    FairPart,
    /// No larger step fits.
    Steps,
    /// Requires, with what it requires after it.
    Requires,
    /// Excluded by, with what excludes it after it.
    Excluded,
}

/// A reason in the language.
#[must_use]
pub fn brief(why: Brief, words: Words<'_>) -> &'static str {
    let (swedish, english) = match why {
        Brief::Full => ("hela beloppet", "in full"),
        Brief::NothingAsked => ("inget sökt", "nothing asked"),
        Brief::NoFund => ("ingen finansiering", "no fund may pay"),
        Brief::NotPayable => ("resten får ingen källa betala", "no fund may pay the rest"),
        Brief::Parts => ("källans andel", "the fund’s part"),
        Brief::WholeUnits => ("jämna belopp", "round amounts"),
        Brief::NoPriority => ("ingen prioritet", "no priority"),
        Brief::Lifted => ("golv", "floor"),
        Brief::Capped => ("tak", "cap"),
        Brief::Budget => ("budgeten räcker inte", "budget runs out"),
        Brief::Tied => ("delar lika", "shares equally"),
        Brief::FundTooSmall => ("källan räcker inte", "its fund runs out"),
        Brief::Shared => ("delas", "shared"),
        Brief::FairPart => ("rättvis del", "fair part"),
        Brief::Steps => ("större steg ryms inte", "no larger step fits"),
        Brief::Requires => ("kräver", "requires"),
        Brief::Excluded => ("utesluts av", "excluded by"),
    };
    words.pick(swedish, english)
}
