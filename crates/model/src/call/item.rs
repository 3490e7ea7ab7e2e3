//! What funds pay for: an activity as a whole, or its lines one by one.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use fordela_num::{Money, Percent, Rational};
use jiff::civil::Date;

use super::counted::Counted;
use super::draft::{Activity, CallDraft, Fund, Unspent};
use super::period::Period;

/// What a fund pays for: an activity as a whole, or one of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The line, by its place in the activity; `None` for the activity as a whole.
    pub line: Option<usize>,
    /// What may be granted for it at most.
    pub cost: Money,
    /// The funds that may pay for it, in the order of the draft.
    pub payers: Arc<[usize]>,
}

/// Why a fund may not pay for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Barred {
    /// It is none of what the fund pays for.
    NotSelected,
    /// It goes on after the last day on which the money may be used.
    AfterUseBy {
        /// Its last day.
        last: Date,
        /// The last day of the money.
        use_by: Date,
    },
    /// It begins before the period that the money is meant for.
    BeforePeriod {
        /// Its first day.
        first: Date,
        /// The first day of the period.
        from: Date,
    },
    /// It goes on after the period that the money is meant for, and what is unspent is not carried over.
    AfterPeriod {
        /// Its last day.
        last: Date,
        /// The last day of the period.
        to: Date,
    },
}

/// A fund and what it asks of time.
pub(super) struct Payer<'d> {
    fund: &'d Fund,
    period: Option<Period>,
    selected: Vec<Period>,
}

impl<'d> Payer<'d> {
    pub(super) fn of(fund: &'d Fund) -> Self {
        let period = fund.period.as_ref().map(|name| Period::new(name));
        Self { fund, period, selected: fund.pays_for.periods() }
    }

    /// What of an activity it pays for, as far as that does not depend on when it takes place.
    pub(super) fn counted(&self, activity: &Activity) -> Counted {
        self.fund.pays_for.counted(activity, &self.selected)
    }

    /// Why it may not pay for a line, or for an activity that has none.
    pub(super) fn barred(&self, activity: &Activity, line: Option<usize>, counted: &Counted) -> Option<Barred> {
        if !counted.counts(line) {
            return Some(Barred::NotSelected);
        }
        if self.fund.use_by.is_none() && self.period.is_none() {
            return None;
        }
        let own = line.and_then(|line| activity.lines[line].period.as_ref());
        let (first, last) = Period::new(own.or(activity.period.as_ref())?).days?;
        if let Some(use_by) = self.fund.use_by.filter(|use_by| last > *use_by) {
            return Some(Barred::AfterUseBy { last, use_by });
        }
        let (from, to) = self.period.as_ref().and_then(|period| period.days)?;
        if first < from {
            Some(Barred::BeforePeriod { first, from })
        } else if last > to && self.fund.unspent != Some(Unspent::CarryOver) {
            Some(Barred::AfterPeriod { last, to })
        } else {
            None
        }
    }
}

/// Sets of funds, each kept once, as most activities are paid for by the same.
#[derive(Default)]
pub(super) struct Teams(BTreeSet<Arc<[usize]>>);

impl Teams {
    /// The one set that has these funds.
    fn one(&mut self, funds: &[usize]) -> Arc<[usize]> {
        if let Some(known) = self.0.get(funds) {
            return Arc::clone(known);
        }
        let team: Arc<[usize]> = funds.into();
        self.0.insert(Arc::clone(&team));
        team
    }

    /// Who may pay for some of it, in the order of the draft.
    pub(super) fn of(&mut self, items: &[Item]) -> Arc<[usize]> {
        match items {
            [item] => Arc::clone(&item.payers),
            _ => self.one(&payers(items)),
        }
    }
}

/// Who may pay for some of it, in the order of the draft.
fn payers(items: &[Item]) -> Vec<usize> {
    let mut payers: Vec<usize> = items.iter().flat_map(|item| item.payers.iter().copied()).collect();
    payers.sort_unstable();
    payers.dedup();
    payers
}

/// What the funds pay for in an activity: every line by itself.
pub(super) fn items(payers: &[Payer], teams: &mut Teams, activity: &Activity, ask: Money) -> Vec<Item> {
    let counted: Vec<Counted> = payers.iter().map(|payer| payer.counted(activity)).collect();
    let mut item = |line: Option<usize>, cost: Money| {
        let pays = |f: &usize| payers[*f].barred(activity, line, &counted[*f]).is_none();
        let payers: Vec<usize> = (0..payers.len()).filter(pays).collect();
        Item { line, cost, payers: teams.one(&payers) }
    };
    if activity.lines.is_empty() {
        return vec![item(None, ask)];
    }
    activity.lines.iter().enumerate().map(|(l, line)| item(Some(l), line.cost)).collect()
}

/// The activities whose lines are used at different times, where funds are meant for certain times.
pub(super) fn of_several_periods(draft: &CallDraft) -> impl Iterator<Item = usize> {
    let is_timed = draft.funds.iter().any(|fund| fund.period.is_some());
    let differ = |activity: &Activity| activity.lines.windows(2).any(|pair| pair[0].period != pair[1].period);
    let several = draft.activities.iter().enumerate().filter(move |(_, activity)| is_timed && differ(activity));
    several.map(|(a, _)| a)
}

/// Beyond so many payers it is not looked at which of them can pay together.
const MOST_PAYERS: usize = 10;

/// Leaves out the payers that can never pay for any of it: parts of what is granted are all that they may carry, and with
/// those that may pay beside them they carry too little, or too much.
pub(super) fn leave_out_idle(draft: &CallDraft, teams: &mut Teams, items: &mut [Item]) {
    let limits_parts = |f: &usize| draft.funds[*f].limits_parts();
    if !draft.funds.iter().any(Fund::limits_parts) {
        return;
    }
    let payers = payers(items);
    if !payers.iter().any(limits_parts) || payers.len() > MOST_PAYERS {
        return;
    }
    let able: BTreeSet<usize> = sets(&payers).filter(|team| can_carry_all(draft, team)).flatten().collect();
    for item in items {
        let left: Vec<usize> = item.payers.iter().copied().filter(|f| able.contains(f)).collect();
        item.payers = teams.one(&left);
    }
}

/// What each payer carries of a unit, where it carries some.
pub type Mix = Vec<(usize, Rational)>;

/// The mixes in which payers that may pay together carry a unit, all but one of them their largest parts: whatever those
/// carry who pay together, it is made up of these. `None` where parts do not limit them, and where there are too many.
pub fn mixes(draft: &CallDraft, payers: &[usize]) -> Option<Vec<Mix>> {
    const MOST_MIXES: usize = 32;
    let most = |f: usize| draft.funds[f].max_part.unwrap_or(Percent::WHOLE).part();
    if payers.len() > MOST_PAYERS || payers.iter().all(|&f| most(f) == Rational::ONE) {
        return None;
    }
    let mut mixes: BTreeSet<Mix> = BTreeSet::new();
    for full in sets(payers).filter(|full| are_together(draft, full)) {
        let rest = Rational::ONE - full.iter().map(|&f| most(f)).sum::<Rational>();
        if rest.is_negative() {
            continue;
        }
        let is_last = |last: &usize| {
            let is_other = full.iter().all(|f| f != last && !draft.are_apart(*f, *last));
            is_other && !rest.is_zero() && rest <= most(*last)
        };
        let last = payers.iter().copied().filter(is_last).map(Some).chain(rest.is_zero().then_some(None));
        for last in last {
            let carried = full.iter().map(|&f| (f, most(f))).chain(last.map(|last| (last, rest.clone())));
            let mut mix: Mix = carried.collect();
            mix.sort();
            mixes.insert(mix);
        }
        if mixes.len() > MOST_MIXES {
            return None;
        }
    }
    Some(mixes.into_iter().collect())
}

/// All sets of some payers.
fn sets(payers: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    (0..1_u32 << payers.len()).map(|set| {
        let members = payers.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1);
        members.map(|(_, &f)| f).collect()
    })
}

/// Whether any two of these funds may pay for the same activity.
fn are_together(draft: &CallDraft, funds: &[usize]) -> bool {
    funds.iter().enumerate().all(|(n, &one)| funds[..n].iter().all(|&other| !draft.are_apart(one, other)))
}

/// Whether these funds may pay for something together, each some of it.
fn can_carry_all(draft: &CallDraft, team: &[usize]) -> bool {
    let part = |part: Option<Percent>, none: Percent| part.unwrap_or(none).part();
    let most: Rational = team.iter().map(|&f| part(draft.funds[f].max_part, Percent::WHOLE)).sum();
    let least: Rational = team.iter().map(|&f| part(draft.funds[f].min_part, Percent::ZERO)).sum();
    most >= Rational::ONE && (team.len() == 1 || least <= Rational::ONE) && are_together(draft, team)
}

/// The payers of which it is a choice whether they pay for an activity: those that carry a least part, and those that
/// may not pay beside another payer.
pub(super) fn undecided(draft: &CallDraft, payers: &[usize]) -> Vec<usize> {
    if payers.len() < 2 {
        return Vec::new();
    }
    let has_least = |f: usize| draft.funds[f].min_part.is_some_and(|part| part > Percent::ZERO);
    let apart = apart(draft, payers);
    payers.iter().copied().filter(|f| has_least(*f) || apart.contains(f)).collect()
}

/// The payers that may not pay beside another. Each name is looked up once, so that many funds are no matter.
fn apart(draft: &CallDraft, payers: &[usize]) -> HashSet<usize> {
    let mut apart = HashSet::new();
    if payers.iter().all(|&f| draft.funds[f].not_with.is_empty()) {
        return apart;
    }
    let places: HashMap<&str, usize> = payers.iter().map(|&f| (draft.funds[f].id.as_str(), f)).collect();
    for &f in payers {
        for other in draft.funds[f].not_with.iter().filter_map(|id| places.get(id.as_str())) {
            apart.extend([f, *other]);
        }
    }
    apart
}

impl CallDraft {
    /// Whether two funds may not pay for the same activity.
    pub fn are_apart(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.funds[one], &self.funds[other]);
        one.not_with.contains(&other.id) || other.not_with.contains(&one.id)
    }
}
