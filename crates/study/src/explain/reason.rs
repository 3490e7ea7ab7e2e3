//! The one thing that did most to settle a grant.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordela_model::call::draft::Funding;
use fordela_model::call::{CaseId, Kind, Link, LinkId, LinkKind, Node};
use fordela_model::prices::Multipliers;
use fordela_model::{Call, Lists, Shares};
use fordela_num::{Money, Rational};
use fordela_verify::Verified;
use serde::Serialize;

use super::by_name::by_name;
use super::shared;
use super::tie::Ties;

/// Whether an activity got all, some or none of what it asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Award {
    /// All that was asked for.
    Full,
    /// Some of it.
    Part,
    /// Nothing.
    None,
}

impl Award {
    /// The word in the JSON of an allocation.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Part => "part",
            Self::None => "none",
        }
    }
}

/// The one thing that did most to settle a grant, by the ids of what it names. Serialized with its name as `why`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Reason {
    /// All that was asked for is granted.
    Full,
    /// Nothing was asked for.
    NothingAsked,
    /// No fund may pay for it.
    NoFund,
    /// All that funds may pay for is granted; none may pay for the rest.
    NotPayable,
    /// The funds that have money left may carry only a part of it, or not beside those that pay for it.
    Parts {
        /// The funds that have money left.
        funds: Vec<String>,
    },
    /// All whole units of the ask are granted; the rest is less than a unit.
    WholeUnits,
    /// It is worth nothing by the criteria.
    NoPriority,
    /// A floor holds it up: it would get less without.
    Lifted {
        /// The floor.
        case: CaseId,
    },
    /// A cap holds it down: without it, it would get more.
    Capped {
        /// The cap.
        case: CaseId,
    },
    /// The money went to what is worth more.
    Budget {
        /// The funds that may pay for it and are used up.
        funds: Vec<String>,
    },
    /// The funds that may pay for it are used up, while others have money left that may not pay for it.
    FundTooSmall {
        /// The funds that may pay for it.
        funds: Vec<String>,
    },
    /// The last of the money is shared with others that are worth as much, in equal shares of what they ask for.
    Tied {
        /// All that share, this activity among them, in the order of the call.
        among: Arc<[String]>,
    },
    /// The money is shared by the call's objective, and this is what sharing gives it.
    Shared {
        /// The funds that may pay for it.
        funds: Vec<String>,
    },
    /// It is held up because everybody gets at least a part of what sharing gives: it would get less by its priority.
    FairPart,
    /// It is granted in steps, and no larger step fitted.
    Steps,
    /// It needs something that was not granted, or something was granted that rules it out.
    Linked {
        /// The link.
        link: LinkId,
    },
}

/// Whether every activity got all, some or none of what it asked for, in the order of the call.
#[must_use]
pub fn outcomes(call: &Call, verified: &Verified) -> Vec<Award> {
    let outcome = |(a, grant): (usize, &fordela_model::Grant)| {
        if grant.amount == call.claims()[a].ask() {
            Award::Full
        } else if grant.amount.is_zero() {
            Award::None
        } else {
            Award::Part
        }
    };
    verified.grants().iter().enumerate().map(outcome).collect()
}

/// Why every activity got what it got, in the order of the call.
///
/// ```
/// use fordela::explain::{Reason, reasons};
/// use fordela::{Answer, allocate};
/// # use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .activity(Activity::new("stage", "culture", 300_000).score("need", 2))
/// #     .validate()?;
/// # let Answer::Allocated(best) = allocate(&call)? else { unreachable!() };
/// let why = reasons(&call, &best);
/// assert_eq!(why, [Reason::Full, Reason::Budget { funds: vec!["city".to_owned()] }]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn reasons(call: &Call, verified: &Verified) -> Vec<Reason> {
    each_reason(call, verified).collect()
}

/// The same, one after the other, as there may be many.
pub fn each_reason<'c>(call: &'c Call, verified: &'c Verified) -> impl Iterator<Item = Reason> + 'c {
    let facts = Facts::of(call, verified);
    (0..call.claims().len()).map(move |a| facts.reason(a))
}

/// What the reasons of all activities are read from.
struct Facts<'c> {
    call: &'c Call,
    verified: &'c Verified,
    /// The cases that count the grant of every activity.
    counting: Lists,
    /// Whether every fund is used up, to less than a unit.
    spent: Vec<bool>,
    ties: Ties,
    /// The links of every activity that has some.
    links: BTreeMap<usize, Vec<usize>>,
    /// What sharing gives, where it has the last word.
    shares: Option<&'c Shares>,
}

impl<'c> Facts<'c> {
    fn of(call: &'c Call, verified: &'c Verified) -> Self {
        let mut left: Vec<Money> = call.draft().funds.iter().map(|fund| fund.amount).collect();
        for (fund, amount) in verified.grants().iter().flat_map(|grant| &grant.by_fund) {
            left[*fund] = left[*fund] - *amount;
        }
        let spent = left.into_iter().map(|left| left < call.unit()).collect();
        let counting = call.counting();
        let ties = Ties::of(call, verified, &counting);
        let shares = verified.shares().filter(|_| call.draft().objective.at_least.is_none());
        Self { call, verified, counting, spent, ties, links: links(call), shares }
    }

    fn reason(&self, a: usize) -> Reason {
        let (call, verified) = (self.call, self.verified);
        let claim = &call.claims()[a];
        let granted = verified.grants()[a].amount;
        if claim.ask().is_zero() {
            return Reason::NothingAsked;
        }
        if let Some(reason) = self.held_up(a).filter(|_| !granted.is_zero()) {
            return reason;
        }
        if granted == claim.ask() {
            return Reason::Full;
        }
        if claim.payers().is_empty() {
            return Reason::NoFund;
        }
        if claim.ask() - granted < call.unit() {
            return Reason::WholeUnits;
        }
        if claim.payable() - granted < call.unit() {
            return Reason::NotPayable;
        }
        if let Some(link) = self.linked(a).filter(|_| granted.is_zero()) {
            return Reason::Linked { link: call.link_id(link) };
        }
        match &self.shares {
            Some(shares) => self.shared(a, shares),
            None => self.held(a),
        }
    }

    /// What holds an activity up, if something does.
    fn held_up(&self, a: usize) -> Option<Reason> {
        if let Some(shares) = &self.shares {
            return shared::lifted(self.call, self.verified, shares, a, &self.counting[a])
                .map(|case| Reason::Lifted { case: self.call.case_id(case) });
        }
        let prices = self.verified.prices()?;
        let by_rule = self.lifted(prices, a).map(|case| Reason::Lifted { case: self.call.case_id(case) });
        by_rule.or_else(|| shared::is_fair_part(self.call, prices, a).then_some(Reason::FairPart))
    }

    /// What settles the grant where money is shared: a cap, its own steps, or the sharing.
    fn shared(&self, a: usize, shares: &Shares) -> Reason {
        let activity = &self.call.draft().activities[a];
        if let Some(case) = shared::capped(self.call, self.verified, shares, a, &self.counting[a]) {
            return Reason::Capped { case: self.call.case_id(case) };
        }
        if activity.is_choice() {
            return Reason::Steps;
        }
        Reason::Shared { funds: self.ids(self.call.claims()[a].payers()) }
    }

    /// The floor that does most to hold an activity up: the one with the highest price. What costs more
    /// with all caps and funds than it is worth is held up by floors alone.
    fn lifted(&self, prices: &Multipliers, a: usize) -> Option<usize> {
        let call = self.call;
        let floors = self.counting[a].iter().copied().filter(|&c| prices.cases[c].is_negative());
        let floor = floors
            .min_by(|&one, &other| prices.cases[one].cmp(&prices.cases[other]).then(by_name(call, one, other)))?;
        let charged: Rational =
            self.counting[a].iter().copied().map(|c| prices.cases[c].clone()).filter(|p| p.is_positive()).sum();
        let cheapest = call.claims()[a].payers().iter().map(|&f| &prices.funds[f]).min()?;
        let first = &call.pieces(a).first()?.value / &call.unit().rational();
        (first < charged + cheapest).then_some(floor)
    }

    /// What holds an activity down: a cap on it without room, else the funds, else its own steps.
    fn held(&self, a: usize) -> Reason {
        let (call, verified) = (self.call, self.verified);
        let full = |c: &usize| call.cases()[*c].kind == Kind::AtMost && verified.cases()[*c].binding;
        let price = |c: usize| verified.prices().map(|prices| prices.cases[c].clone());
        // A cap that costs no value still holds one down if its equals outside the cap get a larger share.
        let cap = self.counting[a]
            .iter()
            .copied()
            .filter(full)
            .filter(|&c| {
                let costs = price(c).is_none_or(|price| price.is_positive());
                costs || call.cases()[c].lone_cap().is_some() || self.ties.is_held_back(a, c)
            })
            .max_by(|&one, &other| price(one).cmp(&price(other)).then(by_name(call, other, one)));
        if let Some(case) = cap {
            return Reason::Capped { case: call.case_id(case) };
        }
        self.short(a)
    }

    /// The ids of some funds.
    fn ids(&self, funds: &[usize]) -> Vec<String> {
        funds.iter().map(|&f| self.call.draft().funds[f].id.clone()).collect()
    }

    /// What an activity without a cap in its way is short of.
    fn short(&self, a: usize) -> Reason {
        let activity = &self.call.draft().activities[a];
        let claim = &self.call.claims()[a];
        let payers = claim.payers();
        let funds = || self.ids(payers);
        let open: Vec<usize> = payers.iter().copied().filter(|&f| !self.spent[f]).collect();
        let is_narrow = |f: &usize| self.call.draft().funds[*f].limits_parts() || claim.undecided().contains(f);
        if !open.is_empty() && open.iter().all(is_narrow) {
            return Reason::Parts { funds: self.ids(&open) };
        }
        if payers.iter().all(|&f| self.spent[f]) {
            if let Some(among) = self.ties.sharing(a) {
                Reason::Tied { among }
            } else if self.spent.iter().all(|&spent| spent) {
                Reason::Budget { funds: funds() }
            } else {
                Reason::FundTooSmall { funds: funds() }
            }
        } else if activity.funding != Funding::Partial || activity.min_share.is_some() {
            Reason::Steps
        } else if claim.priority().is_zero() {
            Reason::NoPriority
        } else {
            Reason::Budget { funds: funds() }
        }
    }

    /// A link that keeps an activity from any money: the first by what it is written in and what it names.
    fn linked(&self, a: usize) -> Option<usize> {
        let (call, grants) = (self.call, self.verified.grants());
        let is_granted = |node: Node| match node {
            Node::Activity(a) => !grants[a].amount.is_zero(),
            Node::Line(a, line) => grants[a].lines.get(line).copied().unwrap_or(false),
        };
        let keeps = |link: &Link| match link.kind {
            LinkKind::Requires => link.from == Node::Activity(a) && !is_granted(link.to),
            LinkKind::Excludes => {
                (link.from == Node::Activity(a) && is_granted(link.to))
                    || (link.to == Node::Activity(a) && is_granted(link.from))
            }
        };
        let name = |node: Node| {
            let activity = &call.draft().activities[node.activity()];
            let line = if let Node::Line(_, line) = node { Some(&activity.lines[line].id) } else { None };
            (&activity.id, line)
        };
        let links = self.links.get(&a)?.iter().map(|&l| (l, &call.links()[l]));
        let keeping = links.filter(|(_, link)| keeps(link));
        keeping
            .min_by_key(|(_, link)| (link.kind == LinkKind::Excludes, name(link.from), name(link.to)))
            .map(|(l, _)| l)
    }
}

/// The links of every activity that has some, in the order of the call.
fn links(call: &Call) -> BTreeMap<usize, Vec<usize>> {
    let mut links: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (l, link) in call.links().iter().enumerate() {
        let ends = BTreeSet::from([link.from.activity(), link.to.activity()]);
        ends.into_iter().for_each(|a| links.entry(a).or_default().push(l));
    }
    links
}
