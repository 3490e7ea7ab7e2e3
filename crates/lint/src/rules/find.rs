//! What is odd about each rule by itself.

use fordela_model::Call;
use fordela_model::call::draft::Rule;
use fordela_model::call::{CaseLimit, Kind, Place};
use fordela_num::{Money, Rational};

use super::sized::{Sized, covering, place, sized};
use super::{RuleFinding, caps, conflict, unused_words};
use crate::vocabulary::Vocabulary;
use crate::{FindingKind, Report};

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
