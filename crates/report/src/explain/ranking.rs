//! The ranking by priority beside the suggestion.

use std::collections::HashMap;

use fordela::call::Claim;
use fordela::explain::{Cause, Ranked};
use fordela::{Call, Money, Rational};
use schemars::JsonSchema;
use serde::Serialize;
use strum::IntoStaticStr;

use super::super::{
    Names,
    decimals::{As, Four},
};

/// An activity in the ranking.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct RankedReport {
    /// Its place in the ranking, from 1; equals have places of their own, by id.
    pub rank: usize,
    /// Its id.
    pub activity: String,
    /// Its title, or its id.
    pub title: String,
    /// The weighted score. In JSON with four decimals.
    #[serde(with = "As::<Four>")]
    pub priority: Rational,
    /// What is asked for.
    pub asked: Money,
    /// What it gets when the money is handed out down the list.
    pub by_hand: Money,
    /// What it gets in the suggestion.
    pub granted: Money,
    /// The suggestion less what it gets by hand.
    pub difference: Money,
    /// What makes the difference; `null` where there is none.
    pub cause: Option<CauseReport>,
}

/// What makes the suggestion differ from the ranking.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize, IntoStaticStr)]
#[serde(tag = "word", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CauseReport {
    /// A rule.
    Rule {
        /// Its id.
        rule: String,
        /// Its name, or its id.
        name: String,
    },
    /// What requires or excludes something.
    Links,
    /// Tiers in which a krona counts less.
    Diminishing,
    /// That money is shared rather than given to what is worth most.
    Sharing,
    /// Nothing by itself.
    Together,
    /// Not known: the effort was spent before everything was tried.
    Untried,
}

impl RankedReport {
    /// The report on a ranking, in its order.
    #[must_use]
    pub fn all(call: &Call, ranking: &[Ranked]) -> Vec<Self> {
        let names = Names::of(call);
        let known = call.draft().activities.iter().map(|one| one.id.as_str()).zip(call.claims());
        let known: HashMap<&str, &Claim> = known.collect();
        let report = |(n, ranked): (usize, &Ranked)| {
            let claim = known.get(ranked.activity.as_str())?;
            Some(Self {
                rank: n + 1,
                activity: ranked.activity.clone(),
                title: names.activity(&ranked.activity).to_owned(),
                priority: claim.priority().clone(),
                asked: claim.ask(),
                by_hand: ranked.by_hand,
                granted: ranked.granted,
                difference: ranked.granted - ranked.by_hand,
                cause: ranked.cause.as_ref().map(|cause| CauseReport::new(&names, cause)),
            })
        };
        ranking.iter().enumerate().filter_map(report).collect()
    }
}

impl CauseReport {
    fn new(names: &Names<'_>, cause: &Cause) -> Self {
        match cause {
            Cause::Rule(rule) => Self::Rule { rule: rule.clone(), name: names.rule(rule).to_owned() },
            Cause::Links => Self::Links,
            Cause::Diminishing => Self::Diminishing,
            Cause::Sharing => Self::Sharing,
            Cause::Together => Self::Together,
            Cause::Untried => Self::Untried,
        }
    }

    /// The word, as in JSON.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.into()
    }
}
