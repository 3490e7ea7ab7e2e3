//! Rules for sharing money among claims, allocation rules as functions of calls, and measures of how unequal shares are.
//!
//! A claims problem is an amount of money and claims on it that add up to more (Thomson, *How to Divide When There
//! Isn't Enough*, 2019). All rules here are one idea, water that fills vessels to a level: what differs is what a
//! vessel is, an award or a loss, how wide it is and where its bottom lies. All are exact.

pub mod baseline;
mod rule;

pub use fordela_model::fairness::{
    Claims, Theil, equal_awards, equal_losses, gini, jain, leximin, nash, proportional, talmud, theil,
};
pub use rule::{AllocationRule, ByObjective, OwnSettings, OwnSettingsWithin};
