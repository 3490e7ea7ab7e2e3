//! What an instance is made of. Everything knows its place in the call as it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordela_model::Piece;
use fordela_model::call::draft::{Funding, Unspent};
use fordela_model::call::{Kind, LinkKind};
use fordela_num::{Money, Percent, Rational};
use typed_index_collections::TiVec;

use super::{ActivityIx, ApplicantIx, FundIx, LevelIx, LineIx};

/// Where money comes from.
#[derive(Debug, Clone)]
pub struct Fund {
    /// Its place in the call.
    pub place: usize,
    /// Its id, which labels rows.
    pub id: String,
    /// The money it holds.
    pub amount: Money,
    /// The least part of an activity that it carries, if it pays for it.
    pub min_part: Option<Percent>,
    /// The most it carries of an activity.
    pub max_part: Option<Percent>,
    /// The funds beside which it pays for nothing.
    pub apart: BTreeSet<FundIx>,
    /// Whether its money is used first.
    pub spend_first: bool,
    /// What becomes of money that is not spent.
    pub unspent: Option<Unspent>,
    /// Whether parts of activities are all that it may carry, or must, or it is kept apart.
    pub limits_parts: bool,
}

/// What one activity asks for.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Its place in the call.
    pub place: usize,
    /// Who asks.
    pub applicant: ApplicantIx,
    /// What a krona of it counts, 0..=1.
    pub priority: Rational,
    /// How it can be granted.
    pub funding: Funding,
    /// The money asked for.
    pub ask: Money,
    /// What the funds may pay for.
    pub payable: Money,
    /// The units of the ask, rounded down.
    pub ask_units: i128,
    /// The largest number of units that every grant is a whole multiple of.
    pub grain: i128,
    /// The most units it may get by its ask and its funds.
    pub most: i128,
    /// Whether it has a least share.
    pub has_threshold: bool,
    /// The least units, if it gets money at all.
    pub threshold: i128,
    /// What the most is worth, where it is granted whole.
    pub value_of_most: Rational,
    /// The ask, cut where the value of a unit changes.
    pub pieces: Arc<[Piece]>,
    /// The amounts of which it gets one.
    pub levels: TiVec<LevelIx, Level>,
    /// Its lines.
    pub lines: TiVec<LineIx, Line>,
    /// What is paid for: the activity as a whole, or line by line.
    pub items: Vec<Item>,
    /// The funds that may pay for some of it, rising.
    pub payers: Arc<[FundIx]>,
    /// Those of them of which it is a choice whether they pay, rising.
    pub undecided: Vec<FundIx>,
    /// The mixes of payers that it is paid by, where their parts make up few: what each carries of a unit.
    pub mixes: Option<Vec<Vec<(FundIx, Rational)>>>,
    /// The part of its grant that it is expected to spend.
    pub spend_rate: Rational,
}

/// An amount of which an activity may get just this.
#[derive(Debug, Clone)]
pub struct Level {
    /// The amount as it is written.
    pub amount: Money,
    /// Its units, rounded down.
    pub units: i128,
    /// What they are worth.
    pub value: Rational,
}

/// A line of an activity.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its place in the activity.
    pub place: usize,
    /// What it costs.
    pub cost: Money,
    /// The units of that, rounded down.
    pub units: i128,
}

/// What funds pay for: an activity as a whole, or one of its lines.
#[derive(Debug, Clone)]
pub struct Item {
    /// The line; `None` for the activity as a whole.
    pub line: Option<LineIx>,
    /// What may be granted for it at most.
    pub cost: Money,
    /// The funds that may pay for it, rising.
    pub payers: Arc<[FundIx]>,
}

/// A cap or a floor.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its place among the cases of the call; those that the call has not are counted on.
    pub place: usize,
    /// What rows are labelled.
    pub label: Arc<str>,
    /// Whether it holds grants down or up.
    pub kind: Kind,
    /// The activities whose grants are summed, rising.
    pub activities: Arc<[ActivityIx]>,
    /// The lines that count, of those activities of which not all counts.
    pub lines: Arc<BTreeMap<ActivityIx, Vec<LineIx>>>,
    /// The funds whose money is summed, or `None` for all.
    pub funds: Option<Arc<[FundIx]>>,
    /// How large the sum may or must be.
    pub limit: Limit,
    /// The part of the budget that the limit is written as; zero where it is written otherwise.
    pub part_of_budget: Rational,
}

/// How large a sum may or must be.
#[derive(Debug, Clone)]
pub enum Limit {
    /// A sum in the currency, known before anything is granted.
    Fixed(Rational),
    /// This part of all that is granted.
    PartOfGranted(Rational),
    /// This part of what some activities are granted.
    PartOfOwn {
        /// The part.
        part: Rational,
        /// The activities, rising.
        of: Vec<ActivityIx>,
    },
}

/// Something that is granted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// An activity.
    Activity(ActivityIx),
    /// A line of an activity.
    Line(ActivityIx, LineIx),
}

/// A link between two things that are granted or not.
#[derive(Debug, Clone)]
pub struct Link {
    /// Its place among the links of the call.
    pub place: usize,
    /// What it is written in.
    pub from: Node,
    /// What it names.
    pub to: Node,
    /// What it says.
    pub kind: LinkKind,
}

/// A choice that is taken or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// That an activity gets money.
    Activity(ActivityIx),
    /// That an activity gets just this of its levels.
    Level(ActivityIx, LevelIx),
    /// That a line of an activity is granted.
    Line(ActivityIx, LineIx),
    /// That a fund pays for an activity.
    Fund(ActivityIx, FundIx),
}

impl Choice {
    /// The activity that it is about.
    #[must_use]
    pub fn activity(self) -> ActivityIx {
        match self {
            Self::Activity(a) | Self::Level(a, _) | Self::Line(a, _) | Self::Fund(a, _) => a,
        }
    }
}

impl Activity {
    /// Whether its grant is a choice between amounts.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        self.funding != Funding::Partial || self.has_threshold
    }

    /// Whether some fund may pay for a line.
    pub(crate) fn may_be_paid(&self, line: LineIx) -> bool {
        self.items.iter().any(|item| item.line.is_none_or(|own| own == line) && !item.payers.is_empty())
    }
}

impl Case {
    /// Whether money from a fund counts.
    pub(crate) fn counts_fund(&self, fund: FundIx) -> bool {
        self.funds.as_ref().is_none_or(|funds| funds.contains(&fund))
    }

    /// Whether a line of one of its activities counts.
    pub(crate) fn counts_line(&self, activity: ActivityIx, line: LineIx) -> bool {
        self.lines.get(&activity).is_none_or(|lines| lines.contains(&line))
    }

    /// Whether it counts whole grants, rather than the money from some funds or for some lines.
    pub(crate) fn counts_grants(&self) -> bool {
        self.funds.is_none() && self.lines.is_empty()
    }

    /// The activity whose grant alone is held down to a fixed sum, if that is all the case says.
    pub(crate) fn lone_cap(&self) -> Option<(ActivityIx, &Rational)> {
        match (self.kind, &self.activities[..], &self.limit) {
            (Kind::AtMost, &[activity], Limit::Fixed(limit)) if self.counts_grants() => Some((activity, limit)),
            _ => None,
        }
    }

    /// The limit in money, when `granted` is granted in all and `grant` to each activity.
    pub(crate) fn limit_at(&self, granted: &Rational, grant: impl Fn(ActivityIx) -> Rational) -> Rational {
        match &self.limit {
            Limit::Fixed(limit) => limit.clone(),
            Limit::PartOfGranted(part) => part * granted,
            Limit::PartOfOwn { part, of } => part * &of.iter().map(|&a| grant(a)).sum::<Rational>(),
        }
    }
}
