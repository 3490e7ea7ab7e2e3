//! What only a decision is audited for: what it breaks, and how far it is from the allocation of the call.

use fordela::audit::{Breach, Breaches, Distance, Settled, Worth};
use fordela::call::{CaseId, LinkKind};
use fordela::{Call, Money, Party, Rational, Violation};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::{
    CaseReport,
    decimals::{As, Bound, Exact, Four, OrNone, Value},
};
use super::NodeReport;
use super::complaints::link_of;
use crate::{Names, PartyReport};

/// In what a decision breaks the call.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct BreachesReport {
    /// What is broken for sure.
    pub broken: Vec<BreachReport>,
    /// The caps and floors of which it is not known how they stand.
    pub unknown: Vec<CaseReport>,
    /// Whether what is not known can be settled so that the call is kept.
    pub settled: SettledReport,
}

/// One thing in which a decision breaks the call.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "breach", rename_all = "kebab-case")]
pub enum BreachReport {
    /// A cap or floor is broken.
    Rule {
        /// The cap or floor.
        #[serde(flatten)]
        case: Box<CaseReport>,
        /// The sum that it limits.
        sum: Money,
        /// The limit in money. In JSON exact, up to twelve decimals.
        #[serde(with = "As::<Exact>")]
        limit: Rational,
    },
    /// More is granted than was asked for.
    AboveAsk {
        /// The activity or applicant.
        to: PartyReport,
        /// The grant.
        amount: Money,
    },
    /// A grant is no whole multiple of the unit.
    BetweenUnits {
        /// The activity or applicant.
        to: PartyReport,
        /// The grant.
        amount: Money,
    },
    /// A grant that the funding of the activity does not allow: its least share, levels or lines.
    Funding {
        /// The activity.
        to: PartyReport,
        /// The grant; `null` where no choice of lines costs it.
        amount: Option<Money>,
    },
    /// A link is broken.
    Link {
        /// What the link says.
        kind: LinkKind,
        /// What it is written in.
        from: NodeReport,
        /// What it names.
        to: NodeReport,
    },
    /// The funds cannot pay for all.
    Funds {
        /// How much no fund can pay. In JSON exact, up to twelve decimals.
        #[serde(with = "As::<Exact>")]
        lacking: Rational,
    },
}

/// Whether what a decision does not say can be settled so that the call is kept.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "settled", rename_all = "kebab-case")]
pub enum SettledReport {
    /// Nothing is left to be settled.
    Known,
    /// It can.
    Possible,
    /// It cannot.
    Impossible {
        /// The caps and floors that cannot be kept together.
        rules: Vec<CaseReport>,
    },
    /// It would take too much to find out.
    Unknown,
}

/// How far a decision is from the allocation of the call.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct DistanceReport {
    /// What the allocation is worth. In JSON rounded down to two decimals, as all values.
    #[serde(with = "As::<Value>")]
    pub best: Rational,
    /// What the decision is worth.
    pub worth: WorthReport,
    /// How much less the decision is worth, at least; `null` where it is not known.
    #[serde(with = "OrNone::<Value>")]
    pub loss: Option<Rational>,
    /// The loss as a part of what the allocation is worth. In JSON with four decimals.
    #[serde(with = "OrNone::<Four>")]
    pub loss_share: Option<Rational>,
    /// Whether activities or applicants are held against each other.
    #[schemars(with = "crate::Plural")]
    pub among: &'static str,
    /// The money that some get in the decision beyond the allocation.
    pub above: Money,
    /// The money that others get in the allocation beyond the decision.
    pub below: Money,
}

/// What a decision is worth.
#[derive(Debug, Clone, JsonSchema, Serialize)]
#[serde(tag = "known", rename_all = "kebab-case")]
pub enum WorthReport {
    /// Just this.
    Exactly {
        /// The value.
        #[serde(with = "As::<Value>")]
        value: Rational,
    },
    /// However the sums are parted over activities, no more than this.
    AtMost {
        /// The bound, rounded up.
        #[serde(with = "As::<Bound>")]
        value: Rational,
    },
    /// It is not known.
    Unknown,
}

impl BreachesReport {
    /// The report on what breaks a call.
    pub(crate) fn of(call: &Call, breaches: &Breaches) -> Self {
        Self::new(breaches, &Names::of(call))
    }

    pub(super) fn new(breaches: &Breaches, names: &Names<'_>) -> Self {
        let cases = |cases: &[CaseId]| cases.iter().map(|case| names.case(case)).collect();
        let settled = match &breaches.settled {
            Settled::Known => SettledReport::Known,
            Settled::Possible => SettledReport::Possible,
            Settled::Impossible(together) => SettledReport::Impossible { rules: cases(together) },
            Settled::Unknown => SettledReport::Unknown,
        };
        let broken = breaches.broken.iter().filter_map(|breach| BreachReport::new(breach, names)).collect();
        Self { broken, unknown: cases(&breaches.unknown), settled }
    }
}

impl BreachReport {
    /// `None` for what an audit does not tell of, as it is about who pays or about a proof.
    fn new(breach: &Breach, names: &Names<'_>) -> Option<Self> {
        let activity = |id: &String| names.party(Party::Activity, id);
        let applicant = |id: &String| names.party(Party::Applicant, id);
        Some(match breach {
            Breach::ApplicantAboveAsk { applicant: to, amount } => {
                Self::AboveAsk { to: applicant(to), amount: *amount }
            }
            Breach::ApplicantBetweenUnits { applicant: to, amount } => {
                Self::BetweenUnits { to: applicant(to), amount: *amount }
            }
            Breach::Unfunded { lacking } => Self::Funds { lacking: lacking.clone() },
            Breach::Call(Violation::OutsideAsk { activity: to, amount }) => {
                Self::AboveAsk { to: activity(to), amount: *amount }
            }
            Breach::Call(Violation::NotMultipleOfUnit { activity: to, amount }) => {
                Self::BetweenUnits { to: activity(to), amount: *amount }
            }
            Breach::Call(Violation::NotAllowedByFunding { activity: to, amount }) => {
                Self::Funding { to: activity(to), amount: Some(*amount) }
            }
            Breach::Call(Violation::LinesDoNotAddUp { activity: to }) => {
                Self::Funding { to: activity(to), amount: None }
            }
            Breach::Call(Violation::CaseBroken { case, sum, limit }) => {
                Self::Rule { case: Box::new(names.case(case)), sum: *sum, limit: limit.clone() }
            }
            Breach::Call(Violation::LinkBroken { link }) => {
                let (kind, from, to) = link_of(link, names);
                Self::Link { kind, from, to }
            }
            Breach::Call(_) => return None,
        })
    }
}

impl DistanceReport {
    pub(super) fn new(distance: &Distance) -> Self {
        let worth = match &distance.worth {
            Worth::Known(value) => WorthReport::Exactly { value: value.clone() },
            Worth::AtMost(value) => WorthReport::AtMost { value: value.clone() },
            Worth::Unknown => WorthReport::Unknown,
        };
        Self {
            best: distance.best.clone(),
            worth,
            loss: distance.loss(),
            loss_share: distance.loss_share(),
            among: distance.level.plural(),
            above: distance.above,
            below: distance.below,
        }
    }
}
