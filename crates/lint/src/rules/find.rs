//! What is odd about each rule by itself.

use fordela_model::Call;
use fordela_model::call::draft::Rule;
use fordela_model::call::{CaseLimit, Kind, Place, RuleCase};
use fordela_num::{Money, Rational, covering_units, whole_units};
use rust_decimal::Decimal;

use super::{RuleFinding, caps, conflict, unused_words};
use crate::vocabulary::Vocabulary;
use crate::{FindingKind, Report};

/// A cap or floor with what there is on either side of it.
pub(super) struct Sized<'a> {
    pub(super) case: &'a RuleCase,
    /// What its activities ask for.
    pub(super) asked: Money,
    /// The money of the funds that it counts.
    pub(super) funds: Money,
}

impl Sized<'_> {
    /// The floor, if it is one and a fixed sum.
    pub(super) fn floor(&self) -> Option<&Rational> {
        match (self.case.kind, &self.case.limit) {
            (Kind::AtLeast, CaseLimit::Fixed(floor)) => Some(floor),
            _ => None,
        }
    }

    /// Whether its activities and funds are all there are.
    fn is_all(&self, call: &Call) -> bool {
        self.case.counts_grants() && self.case.activities.len() == call.claims().len()
    }

    fn never_binds(&self, call: &Call) -> bool {
        match (self.case.kind, &self.case.limit) {
            (Kind::AtMost, CaseLimit::Fixed(cap)) => *cap >= self.asked.rational(),
            (Kind::AtMost, CaseLimit::PartOfGranted(part) | CaseLimit::PartOfOwn { part, .. }) => {
                *part >= Rational::ONE
            }
            (Kind::AtLeast, CaseLimit::Fixed(floor)) => floor.is_zero(),
            (Kind::AtLeast, CaseLimit::PartOfGranted(part)) => part.is_zero() || self.is_all(call),
            (Kind::AtLeast, CaseLimit::PartOfOwn { part, .. }) => part.is_zero(),
        }
    }
}

/// The least money that is at least this, to the hundredth.
pub(super) fn covering(amount: &Rational) -> Money {
    let hundredth = Money::sum_of(Decimal::new(1, 2));
    Money::of_units(covering_units(amount, hundredth), hundredth).unwrap_or(Money::LARGEST)
}

/// The most money that is at most this, to the hundredth.
pub(super) fn within(amount: &Rational) -> Money {
    let hundredth = Money::sum_of(Decimal::new(1, 2));
    Money::of_units(whole_units(amount, hundredth), hundredth).unwrap_or(Money::LARGEST)
}

/// Where the limit of a rule stands.
pub(super) fn place(rule: usize, kind: Kind) -> Place {
    Place::root().key("rule").item(rule).key(kind.key())
}

/// All that is odd about the rules of a call that has activities.
pub(crate) fn check(call: &Call, vocabulary: &Vocabulary, report: &mut Report) {
    let budget = call.budget();
    let sized: Vec<Sized> = call.cases().iter().map(|case| sized(call, budget, case)).collect();
    let mut rest = &sized[..];
    let mut marks = vec![0; call.claims().len()];
    for (r, rule) in call.draft().rules.iter().enumerate() {
        let own = rest.iter().take_while(|sized| sized.case.rule == r).count();
        let (own, after) = rest.split_at(own);
        rest = after;
        let place = Place::root().key("rule").item(r);
        let unused = vocabulary.unused(&rule.selection);
        if own.iter().all(|sized| sized.case.activities.is_empty()) {
            let word = unused.into_iter().next().map(|(_, word)| word);
            report.add(place, FindingKind::Rule(RuleFinding::SelectsNothing { rule: rule.id.clone(), word }));
            continue;
        }
        unused_words(&place, unused, report);
        limits(call, r, rule, own, report);
        conflict::floors_of_one(call, r, own, &mut marks, report);
    }
    caps::below_whole(call, &sized, report);
    caps::below_budget(call, &sized, report);
    conflict::floors_of_all(call, &sized, report);
    conflict::floors_and_caps(call, &sized, report);
}

fn sized<'a>(call: &Call, budget: Money, case: &'a RuleCase) -> Sized<'a> {
    let asked = call.asked_for(case);
    let funds = match &case.funds {
        None => budget,
        Some(funds) => funds.iter().map(|&f| call.draft().funds[f].amount).sum(),
    };
    Sized { case, asked, funds }
}

fn limits(call: &Call, r: usize, rule: &Rule, own: &[Sized], report: &mut Report) {
    let mut add = |kind: Kind, finding| report.add(place(r, kind), FindingKind::Rule(finding));
    // With `each`, the subject with least to give shows how far the floor must be lowered.
    let too_high = |of: fn(&Sized) -> Money| {
        let above = own.iter().filter(|sized| sized.floor().is_some_and(|floor| *floor > of(sized).rational()));
        above.min_by_key(|sized| of(sized))
    };
    let (name, label) = (|| rule.id.clone(), |sized: &Sized| sized.case.subject.clone());
    if let Some((sized, floor)) = too_high(|sized| sized.asked).and_then(|sized| Some((sized, sized.floor()?))) {
        let floor = covering(floor);
        let (subject, asked) = (label(sized), sized.asked);
        add(Kind::AtLeast, RuleFinding::FloorAboveAsked { rule: name(), subject, floor, asked });
    }
    if let Some((sized, floor)) = too_high(|sized| sized.funds).and_then(|sized| Some((sized, sized.floor()?))) {
        let floor = covering(floor);
        let (subject, budget) = (label(sized), sized.funds);
        add(Kind::AtLeast, RuleFinding::FloorAboveBudget { rule: name(), subject, floor, budget });
    }
    for kind in [Kind::AtLeast, Kind::AtMost] {
        let mut of_kind = own.iter().filter(|sized| sized.case.kind == kind).peekable();
        if of_kind.peek().is_some() && of_kind.all(|sized| sized.never_binds(call)) {
            let alone = rule.at_least.is_none() || rule.at_most.is_none();
            add(kind, RuleFinding::NeverBinds { rule: name(), kind, alone });
        }
    }
    let smothers = |sized: &Sized| match &sized.case.limit {
        CaseLimit::PartOfGranted(part) => {
            sized.case.kind == Kind::AtMost && *part < Rational::ONE && sized.is_all(call)
        }
        CaseLimit::PartOfOwn { .. } | CaseLimit::Fixed(_) => false,
    };
    if own.iter().any(smothers) {
        add(Kind::AtMost, RuleFinding::AllowsNothing { rule: name(), kind: Kind::AtMost });
    }
}
