//! From a draft to a call, or all faults at once.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Call;
use super::activity::{Claim, ExactTier};
use super::case;
use super::date::is_date;
use super::draft::{Activity, CallDraft, Each, Fund, Funding, Objective, Over, Tier};
use super::fault::{Fault, FaultKind, Faults, MOST, Named};
use super::index::Index;
use super::item::{self, Payer};
use super::limit::Limit;
use super::link::{self, Link, Node};
use super::percent::Percent;
use super::period::Period;
use super::place::Place;
use super::selection::Selection;
use crate::money::Money;

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
        let indices = check.indices(&self);
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
        if let Some(faults) = Faults::of(check.faults) {
            return Err(faults);
        }
        let payers: Vec<Payer> = self.funds.iter().map(Payer::of).collect();
        let claims = self.activities.iter().filter_map(|activity| claim(&self, &indices, &payers, activity));
        let mut claims: Vec<Claim> = claims.collect();
        let cases = case::cases(&self, &claims);
        let parted: BTreeSet<usize> = cases.iter().flat_map(|case| case.lines.keys().copied()).collect();
        let whole = claims.iter_mut().enumerate().filter(|(a, _)| !parted.contains(a));
        whole.for_each(|(_, claim)| claim.join_items());
        drop(indices);
        let tiers = self.objective.diminishing.iter().map(ExactTier::of).collect();
        Ok(Call { tiers, claims, cases, links, draft: self })
    }
}

/// The ids of everything that others refer to.
struct Indices<'a> {
    funds: Index<'a>,
    criteria: Index<'a>,
    applicants: Index<'a>,
    activities: Index<'a>,
    lines: Vec<Index<'a>>,
}

/// `None` only where a fault has been reported.
fn claim(draft: &CallDraft, indices: &Indices, payers: &[Payer], activity: &Activity) -> Option<Claim> {
    let ask = activity.asked()?;
    let applicant = indices.applicants.find(&activity.applicant).ok()?;
    let items = item::items(payers, activity, ask);
    Some(Claim::new(ask, applicant, activity.priority(&draft.criteria), items, |payers| item::undecided(draft, payers)))
}

#[derive(Default)]
struct Check {
    faults: Vec<Fault>,
}

impl Check {
    fn report(&mut self, place: Place, kind: FaultKind) {
        self.faults.push(Fault { place, kind });
    }

    fn indices<'a>(&mut self, draft: &'a CallDraft) -> Indices<'a> {
        let root = Place::root();
        let mut index = |place: Place, named, ids: &mut dyn Iterator<Item = &'a String>| {
            Index::new(named, ids, |n, kind| self.report(place.item(n).key("id"), kind))
        };
        let lines = draft
            .activities
            .iter()
            .enumerate()
            .map(|(a, activity)| {
                let place = root.key("activity").item(a).key("line");
                index(place, Named::Line, &mut activity.lines.iter().map(|line| &line.id))
            })
            .collect();
        index(root.key("rule"), Named::Rule, &mut draft.rules.iter().map(|rule| &rule.id));
        Indices {
            funds: index(root.key("fund"), Named::Fund, &mut draft.funds.iter().map(|fund| &fund.id)),
            criteria: index(root.key("criterion"), Named::Criterion, &mut draft.criteria.iter().map(|c| &c.id)),
            applicants: index(root.key("applicant"), Named::Applicant, &mut draft.applicants.iter().map(|a| &a.id)),
            activities: index(root.key("activity"), Named::Activity, &mut draft.activities.iter().map(|a| &a.id)),
            lines,
        }
    }

    fn sizes(&mut self, draft: &CallDraft) {
        let lines = draft.activities.iter().map(|activity| activity.lines.len()).sum();
        let counts = [
            ("activities", draft.activities.len()),
            ("lines", lines),
            ("rules", draft.rules.len()),
            ("funds", draft.funds.len()),
            ("applicants", draft.applicants.len()),
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

    fn objective(&mut self, objective: &Objective) {
        let place = Place::root().key("objective");
        let own = [
            ("weighted", objective.weighted),
            ("over", objective.over != Over::default()),
            ("at_least", objective.at_least.is_some()),
        ];
        for (key, is_set) in own {
            if is_set && !objective.kind.shares() {
                self.report(place.key(key), FaultKind::NothingShared { key });
            }
        }
        if let Some(part) = objective.at_least {
            self.percent(|| place.key("at_least"), part);
        }
        self.tiers(&objective.diminishing);
    }

    fn tiers(&mut self, tiers: &[Tier]) {
        let list = Place::root().key("objective").key("diminishing");
        let mut end = Percent::new(Decimal::ZERO);
        let mut factor: Option<Decimal> = None;
        for (k, tier) in tiers.iter().enumerate() {
            let place = list.item(k);
            self.percent(|| place.key("up_to"), tier.up_to);
            self.range(|| place.key("factor"), tier.factor, Some(Decimal::ONE));
            if tier.up_to <= end {
                self.report(place.key("up_to"), FaultKind::TiersNotRising);
            }
            if factor.is_some_and(|before| tier.factor >= before) {
                self.report(place.key("factor"), FaultKind::FactorsNotFalling);
            }
            (end, factor) = (tier.up_to, Some(tier.factor));
        }
        if let Some(last) = tiers.len().checked_sub(1)
            && end < Percent::WHOLE
        {
            self.report(list.item(last).key("up_to"), FaultKind::TiersEndEarly);
        }
    }

    fn funds(&mut self, draft: &CallDraft, indices: &Indices) {
        for (f, fund) in draft.funds.iter().enumerate() {
            let place = Place::root().key("fund").item(f);
            self.amount(|| place.key("amount"), fund.amount);
            let pays_for = place.key("pays_for");
            self.selection(&pays_for, &fund.pays_for, indices);
            if !fund.pays_for.fund.is_empty() {
                self.report(pays_for.key("fund"), FaultKind::FundInPaysFor);
            }
            self.parts(draft, indices, &place, fund);
            self.period(|| place.key("period"), fund.period.as_ref());
            for (key, day) in [("use_by", &fund.use_by), ("report_by", &fund.report_by)] {
                if let Some(day) = day.as_ref().filter(|day| !is_date(day)) {
                    self.report(place.key(key), FaultKind::NotADate { text: day.clone() });
                }
            }
        }
    }

    /// What a fund may carry of an activity, and beside whom.
    fn parts(&mut self, draft: &CallDraft, indices: &Indices, place: &Place, fund: &Fund) {
        for (key, part) in [("min_part", fund.min_part), ("max_part", fund.max_part)] {
            if let Some(part) = part {
                self.percent(|| place.key(key), part);
            }
        }
        if let (Some(least), Some(most)) = (fund.min_part, fund.max_part)
            && least > most
        {
            self.report(place.key("min_part"), FaultKind::MinPartAboveMax { least, most });
        }
        self.repeated(|| place.key("not_with"), &fund.not_with);
        for (n, other) in fund.not_with.iter().enumerate() {
            let at = || place.key("not_with").item(n);
            let found = self.known(at, indices.funds.find(other));
            if found.is_some_and(|other| draft.funds[other].id == fund.id) {
                self.report(at(), FaultKind::LinkToItself { id: other.clone() });
            }
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

    fn activity(&mut self, draft: &CallDraft, indices: &Indices, place: &dyn Fn() -> Place, activity: &Activity) {
        self.known(|| place().key("applicant"), indices.applicants.find(&activity.applicant));
        if let Some(ask) = activity.ask {
            self.amount(|| place().key("ask"), ask);
        }
        for (l, line) in activity.lines.iter().enumerate() {
            let place = || place().key("line").item(l);
            self.amount(|| place().key("cost"), line.cost);
            self.period(|| place().key("period"), line.period.as_ref());
        }
        let sum = activity.lines.iter().map(|line| line.cost).sum::<Money>();
        match activity.ask {
            None if activity.lines.is_empty() => {
                self.report(place(), FaultKind::NoAsk { activity: activity.id.clone() });
            }
            Some(ask) if !activity.lines.is_empty() && ask != sum => {
                self.report(place().key("ask"), FaultKind::AskNotSumOfLines { ask, sum });
            }
            _ => {}
        }
        self.period(|| place().key("period"), activity.period.as_ref());
        if let Some(rate) = activity.spend_rate {
            self.percent(|| place().key("spend_rate"), rate.least());
            self.percent(|| place().key("spend_rate"), rate.most());
        }
        self.scores(draft, indices, place, activity);
        self.funding(draft.unit, place, activity);
        for (key, words) in [("tags", &activity.tags), ("areas", &activity.areas)] {
            self.repeated(|| place().key(key), words);
        }
    }

    fn scores(&mut self, draft: &CallDraft, indices: &Indices, place: &dyn Fn() -> Place, activity: &Activity) {
        for (criterion, score) in &activity.scores {
            let place = || place().key("scores").key(criterion);
            if let Some(c) = self.known(place, indices.criteria.find(criterion)) {
                self.range(place, *score, Some(draft.criteria[c].max));
            }
        }
    }

    fn funding(&mut self, unit: Money, place: &dyn Fn() -> Place, activity: &Activity) {
        let name = || activity.id.clone();
        if let Some(share) = activity.min_share {
            self.percent(|| place().key("min_share"), share);
            if activity.funding != Funding::Partial {
                let kind = FaultKind::OtherFunding { key: "min_share", belongs_to: "partial" };
                self.report(place().key("min_share"), kind);
            }
        }
        if !activity.levels.is_empty() && activity.funding != Funding::Levels {
            self.report(place().key("levels"), FaultKind::OtherFunding { key: "levels", belongs_to: "levels" });
        }
        match activity.funding {
            Funding::Partial => {}
            Funding::Whole => {
                if let Some(ask) = activity.asked() {
                    self.multiple(|| place().key("ask"), ask, unit);
                }
            }
            Funding::Levels if activity.levels.is_empty() => {
                self.report(place(), FaultKind::NoLevels { activity: name() });
            }
            Funding::Levels => self.levels(unit, place, activity),
            Funding::Lines if activity.lines.is_empty() => {
                self.report(place(), FaultKind::NoLines { activity: name() });
            }
            Funding::Lines => {
                for (l, line) in activity.lines.iter().enumerate() {
                    self.multiple(|| place().key("line").item(l).key("cost"), line.cost, unit);
                }
            }
        }
    }

    fn levels(&mut self, unit: Money, place: &dyn Fn() -> Place, activity: &Activity) {
        let ask = activity.asked().unwrap_or(Money::LARGEST);
        let mut before = Money::ZERO;
        for (n, &level) in activity.levels.iter().enumerate() {
            let place = || place().key("levels").item(n);
            if level <= before || level > ask {
                self.report(place(), FaultKind::LevelsNotRising { level });
            }
            self.multiple(place, level, unit);
            before = level;
        }
    }

    fn links(&mut self, draft: &CallDraft, indices: &Indices) -> Vec<Link> {
        let mut links = Vec::new();
        for list in link::written(draft) {
            if let Node::Line(activity, _) = list.from
                && draft.activities[activity].funding != Funding::Lines
            {
                let kind = FaultKind::OtherFunding { key: list.kind.key(), belongs_to: "lines" };
                self.report(list.place(), kind);
            }
            self.repeated(|| list.place(), list.words);
            for (n, word) in list.words.iter().enumerate() {
                let place = || list.place().item(n);
                let Some(to) = self.known(place, target(indices, list.from, word)) else { continue };
                match link_fault(draft, list.from, to, word) {
                    Some(kind) => self.report(place(), kind),
                    None => links.push(Link { from: list.from, to, kind: list.kind }),
                }
            }
        }
        links
    }

    fn rules(&mut self, draft: &CallDraft, indices: &Indices) {
        for (r, rule) in draft.rules.iter().enumerate() {
            let place = Place::root().key("rule").item(r);
            self.selection(&place, &rule.selection, indices);
            for (f, fund) in rule.selection.fund.iter().enumerate() {
                self.known(|| place.key("fund").item(f), indices.funds.find(fund));
            }
            if rule.at_least.is_none() && rule.at_most.is_none() {
                self.report(place.clone(), FaultKind::NoLimit { rule: rule.id.clone() });
            }
            for (key, limit) in [("at_least", rule.at_least), ("at_most", rule.at_most)] {
                match limit {
                    Some(Limit::Money(amount)) => self.amount(|| place.key(key), amount),
                    Some(Limit::Percent(percent, _)) => self.percent(|| place.key(key), percent),
                    None => {}
                }
            }
            if let Some(each) = rule.each.and_then(|each| fixed(each, &rule.selection)) {
                self.report(place.key("each"), FaultKind::EachFixed { each });
            }
        }
    }

    fn selection(&mut self, place: &Place, selection: &Selection, indices: &Indices) {
        for (n, applicant) in selection.applicant.iter().enumerate() {
            self.known(|| place.key("applicant").item(n), indices.applicants.find(applicant));
        }
        for (n, activity) in selection.activity.iter().enumerate() {
            self.known(|| place.key("activity").item(n), indices.activities.find(activity));
        }
        for (n, line) in selection.line.iter().enumerate() {
            self.known(|| place.key("line").item(n), line_of(indices, line));
        }
        for (n, period) in selection.period.iter().enumerate() {
            self.period(|| place.key("period").item(n), Some(period));
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
        for (n, word) in words.iter().enumerate() {
            if words[..n].contains(word) {
                self.report(place().item(n), FaultKind::Repeated { word: word.clone() });
            }
        }
    }
}

/// Weights and scores above this are taken for slips of the pen.
const LARGEST_NUMBER: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// Why something that exists cannot be linked to.
fn link_fault(draft: &CallDraft, from: Node, to: Node, word: &str) -> Option<FaultKind> {
    if let Node::Line(a, line) = to {
        let activity = &draft.activities[a];
        if activity.funding != Funding::Lines {
            let (line, activity) = (activity.lines[line].id.clone(), activity.id.clone());
            return Some(FaultKind::LineNotGranted { line, activity });
        }
    }
    (to == from).then(|| FaultKind::LinkToItself { id: word.to_owned() })
}

/// What a link names: `activity/line`; from a line also a line of the same activity; else an activity.
fn target(indices: &Indices, from: Node, word: &str) -> Result<Node, FaultKind> {
    if word.contains('/') {
        return line_of(indices, word);
    }
    match from {
        Node::Activity(_) => indices.activities.find(word).map(Node::Activity),
        Node::Line(activity, _) => match indices.lines[activity].find(word) {
            Ok(line) => Ok(Node::Line(activity, line)),
            Err(unknown) => indices.activities.find(word).map(Node::Activity).map_err(|_| unknown),
        },
    }
}

/// The line that `activity/line` names.
fn line_of(indices: &Indices, word: &str) -> Result<Node, FaultKind> {
    let Some((activity, line)) = word.split_once('/') else {
        return Err(FaultKind::NotALine { text: word.to_owned() });
    };
    let activity = indices.activities.find(activity)?;
    Ok(Node::Line(activity, indices.lines[activity].find(line)?))
}

fn fixed(each: Each, selection: &Selection) -> Option<&'static str> {
    let (name, values) = match each {
        Each::Applicant => ("applicant", &selection.applicant),
        Each::Area => ("area", &selection.area),
        Each::Tag => ("tag", &selection.tag),
        Each::Fund => ("fund", &selection.fund),
        Each::Activity => ("activity", &selection.activity),
    };
    (!values.is_empty()).then_some(name)
}
