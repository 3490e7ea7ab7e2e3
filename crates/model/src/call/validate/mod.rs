//! From a draft to a call, or all faults at once.

mod activity;
mod beside;
mod funds;
mod links;
mod objective;
mod rules;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use fordela_num::{Money, Percent};
use rust_decimal::Decimal;

use super::Call;
use super::activity::{Claim, ExactTier, Points};
use super::case::{self, RuleCase};
use super::draft::{Activity, CallDraft};
use super::fault::{Fault, FaultKind, Faults, MOST};
use super::index::Index;
use super::item::{self, Payer, Teams};
use super::link::Node;
use super::meant::ByName;
use super::named::Named;
use super::period::Period;
use super::place::Place;
use crate::alike::Guesses;
pub(super) use beside::are_funds_kept;

impl CallDraft {
    /// Checks the draft and makes a [`Call`] of it.
    ///
    /// ```
    /// use fordela::call::draft::{Activity, CallDraft, Criterion, Fund};
    ///
    /// let draft = CallDraft::new("Summer")
    ///     .fund(Fund::new("city", 700_000))
    ///     .criterion(Criterion::new("need", 1, 3))
    ///     .activity(Activity::new("music", "culture", 500_000).score("neeed", 3));
    /// let faults = draft.validate().unwrap_err().to_string();
    /// assert!(faults.contains("culture") && faults.contains("neeed"), "{faults}");
    /// ```
    ///
    /// # Errors
    ///
    /// All faults of the draft, with their places: ids that are missing, unknown or given twice;
    /// amounts and numbers outside their range; keys that contradict each other.
    pub fn validate(self) -> Result<Call, Faults> {
        let mut check = Check::default();
        let guesses = Guesses::default();
        let indices = check.indices(&self, &guesses);
        check.sizes(&self);
        check.unit(&self);
        check.objective(&self.objective);
        check.funds(&self, &indices);
        check.criteria(&self);
        for (a, activity) in self.activities.iter().enumerate() {
            check.activity(&self, &indices, &|| Place::root().key("activity").item(a), activity);
        }
        let links = check.links(&self, &indices);
        check.rules(&self, &indices);
        if let Some(number) = self.bad_luck {
            check.range(|| Place::root().key("bad_luck"), number, Some(LARGEST_NUMBER));
        }
        let shared = Shared::default();
        let told = |(place, kind): (Place, FaultKind)| Fault {
            path: place.by_ids(&self),
            place,
            kind: shared.told(&self, kind),
        };
        if let Some(faults) = Faults::of(check.faults.into_iter().map(told).collect()) {
            return Err(faults);
        }
        let payers: Vec<Payer> = self.funds.iter().map(Payer::of).collect();
        let points = Points::of(&self.criteria);
        let tiers: Vec<ExactTier> = self.objective.diminishing.iter().map(ExactTier::of).collect();
        let mut claims = Vec::with_capacity(self.activities.len());
        let mut teams = Teams::default();
        for activity in &self.activities {
            let claim = claim(&self, &indices, &payers, &mut teams, &points, activity);
            claims.extend(claim.map(|claim| claim.priced(self.unit, &tiers)));
        }
        let cases = case::cases(&self, &claims);
        let parted = parted(&self, &cases);
        let whole = claims.iter_mut().enumerate().filter(|(a, _)| !parted.contains(a));
        whole.for_each(|(_, claim)| claim.join_items());
        drop(indices);
        let (claims, cases, links) = (claims.into(), cases.into(), links.into());
        Ok(Call { tiers, claims, cases, links, draft: Arc::new(self), names: Arc::default() })
    }
}

/// The activities whose lines are paid for by themselves, if not all by the same funds.
fn parted(draft: &CallDraft, cases: &[RuleCase]) -> BTreeSet<usize> {
    let counted = cases.iter().flat_map(|case| case.lines.keys().copied());
    counted.chain(item::of_several_periods(draft)).collect()
}

/// The names of parts, where it is asked whether several share one.
#[derive(Default)]
struct Shared {
    funds: OnceCell<ByName>,
    criteria: OnceCell<ByName>,
    applicants: OnceCell<ByName>,
    activities: OnceCell<ByName>,
}

impl Shared {
    /// An id that nothing has, as the name of several where it is.
    fn told(&self, draft: &CallDraft, kind: FaultKind) -> FaultKind {
        let FaultKind::UnknownId { named, id, .. } = &kind else { return kind };
        let names = match named {
            Named::Fund => self.funds.get_or_init(|| ByName::of(&draft.funds)),
            Named::Criterion => self.criteria.get_or_init(|| ByName::of(&draft.criteria)),
            Named::Applicant => self.applicants.get_or_init(|| ByName::of(&draft.applicants)),
            Named::Activity => self.activities.get_or_init(|| ByName::of(&draft.activities)),
            Named::Line | Named::Rule => return kind,
        };
        if names.has(id) { FaultKind::SharedName { named: *named, name: id.clone() } } else { kind }
    }
}

/// The ids of everything that others refer to.
struct Indices<'a> {
    funds: Index<'a>,
    criteria: Index<'a>,
    applicants: Index<'a>,
    activities: Index<'a>,
    /// By the activity, of those that have lines.
    lines: HashMap<usize, Index<'a>>,
    no_lines: Index<'a>,
}

impl Indices<'_> {
    /// The place of the line with this id among those of an activity.
    fn line(&self, activity: usize, id: &str) -> Result<usize, FaultKind> {
        self.lines.get(&activity).unwrap_or(&self.no_lines).find(id)
    }
}

/// `None` only where a fault has been reported.
fn claim(
    draft: &CallDraft,
    indices: &Indices,
    payers: &[Payer],
    teams: &mut Teams,
    points: &Points,
    activity: &Activity,
) -> Option<Claim> {
    let ask = activity.asked()?;
    let applicant = indices.applicants.find(&activity.applicant).ok()?;
    let mut items = item::items(payers, teams, activity, ask);
    item::leave_out_idle(draft, teams, &mut items);
    let payers = teams.of(&items);
    let undecided = item::undecided(draft, &payers);
    Some(Claim::new(ask, applicant, points.priority(activity), items, payers, undecided))
}

#[derive(Default)]
struct Check {
    faults: Vec<(Place, FaultKind)>,
}

impl Check {
    fn report(&mut self, place: Place, kind: FaultKind) {
        self.faults.push((place, kind));
    }

    fn indices<'a>(&mut self, draft: &'a CallDraft, guesses: &'a Guesses) -> Indices<'a> {
        let root = Place::root();
        let mut index = |place: Place, named, ids: &mut dyn Iterator<Item = &'a String>| {
            Index::new(named, ids, guesses, |n, kind| self.report(place.item(n).key("id"), kind))
        };
        let lines = draft
            .activities
            .iter()
            .enumerate()
            .filter(|(_, activity)| !activity.lines.is_empty())
            .map(|(a, activity)| {
                let place = root.key("activity").item(a).key("line");
                (a, index(place, Named::Line, &mut activity.lines.iter().map(|line| &line.id)))
            })
            .collect();
        let no_lines = index(Place::root(), Named::Line, &mut std::iter::empty());
        index(root.key("rule"), Named::Rule, &mut draft.rules.iter().map(|rule| &rule.id));
        Indices {
            funds: index(root.key("fund"), Named::Fund, &mut draft.funds.iter().map(|fund| &fund.id)),
            criteria: index(root.key("criterion"), Named::Criterion, &mut draft.criteria.iter().map(|c| &c.id)),
            applicants: index(root.key("applicant"), Named::Applicant, &mut draft.applicants.iter().map(|a| &a.id)),
            activities: index(root.key("activity"), Named::Activity, &mut draft.activities.iter().map(|a| &a.id)),
            lines,
            no_lines,
        }
    }

    fn sizes(&mut self, draft: &CallDraft) {
        let lines = draft.activities.iter().map(|activity| activity.lines.len()).sum();
        let counts = [
            (Named::Activity, draft.activities.len()),
            (Named::Line, lines),
            (Named::Rule, draft.rules.len()),
            (Named::Fund, draft.funds.len()),
            (Named::Applicant, draft.applicants.len()),
        ];
        for (what, count) in counts {
            if count > MOST {
                self.report(Place::root(), FaultKind::TooMany { what, most: MOST });
            }
        }
    }

    fn unit(&mut self, draft: &CallDraft) {
        if draft.unit <= Money::ZERO {
            self.report(Place::root().key("unit"), FaultKind::UnitNotPositive);
        }
    }

    fn period(&mut self, place: impl FnOnce() -> Place, period: Option<&String>) {
        if let Some(text) = period.filter(|text| Period::new(text).days.is_none()) {
            self.report(place(), FaultKind::NotAPeriod { text: text.clone() });
        }
    }

    fn criteria(&mut self, draft: &CallDraft) {
        for (c, criterion) in draft.criteria.iter().enumerate() {
            let place = Place::root().key("criterion").item(c);
            self.range(|| place.key("weight"), criterion.weight, Some(LARGEST_NUMBER));
            self.range(|| place.key("max"), criterion.max, Some(LARGEST_NUMBER));
            if criterion.max.is_zero() {
                let kind = FaultKind::OutOfRange { number: criterion.max, least: Decimal::ZERO, most: None };
                self.report(place.key("max"), kind);
            }
        }
        if draft.criteria.iter().all(|criterion| criterion.weight <= Decimal::ZERO) {
            self.report(Place::root().key("criterion"), FaultKind::NoWeight);
        }
    }

    fn known<T>(&mut self, place: impl FnOnce() -> Place, found: Result<T, FaultKind>) -> Option<T> {
        match found {
            Ok(found) => Some(found),
            Err(kind) => {
                self.report(place(), kind);
                None
            }
        }
    }

    fn amount(&mut self, place: impl FnOnce() -> Place, amount: Money) {
        if amount.is_negative() {
            self.report(place(), FaultKind::NegativeAmount { amount });
        }
    }

    fn range(&mut self, place: impl FnOnce() -> Place, number: Decimal, most: Option<Decimal>) {
        if number < Decimal::ZERO || most.is_some_and(|most| number > most) {
            self.report(place(), FaultKind::OutOfRange { number, least: Decimal::ZERO, most });
        }
    }

    fn percent(&mut self, place: impl FnOnce() -> Place, percent: Percent) {
        if percent.number() < Decimal::ZERO || percent > Percent::WHOLE {
            self.report(place(), FaultKind::PercentOutOfRange { percent: percent.number() });
        }
    }

    fn multiple(&mut self, place: impl FnOnce() -> Place, amount: Money, unit: Money) {
        if unit > Money::ZERO && !amount.is_multiple_of(unit) {
            self.report(place(), FaultKind::NotMultipleOfUnit { amount, unit });
        }
    }

    fn repeated(&mut self, place: impl Fn() -> Place, words: &[String]) {
        if words.len() < 2 {
            return;
        }
        let mut seen = HashSet::with_capacity(words.len());
        for (n, word) in words.iter().enumerate() {
            if !seen.insert(word) {
                self.report(place().item(n), FaultKind::Repeated { word: word.clone() });
            }
        }
    }
}

/// Weights and scores above this are taken for slips of the pen.
const LARGEST_NUMBER: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// The line that `activity/line` names.
fn line_of(indices: &Indices, word: &str) -> Result<Node, FaultKind> {
    let Some((activity, line)) = word.split_once('/') else {
        return Err(FaultKind::NotALine { text: word.to_owned() });
    };
    let activity = indices.activities.find(activity)?;
    Ok(Node::Line(activity, indices.line(activity, line)?))
}
