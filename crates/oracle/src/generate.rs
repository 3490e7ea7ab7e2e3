//! The kinds of calls that laws are tried on.

use fordela::call::draft::{Funding, ObjectiveKind, Rule};
use fordela::call::{Base, CallDraft, Limit, Percent, Selection};
use fordela::{EFFORT, Effort, Money, Party};
use fordela_proptest::{Calls, Feature, Generated, calls};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// What kinds of calls to make.
#[derive(Debug, Clone, Copy)]
pub struct Kinds {
    /// Activities that are granted whole, by levels, by lines or from a share, and links.
    pub choices: bool,
    /// More than one fund.
    pub funds: bool,
    /// Units of other sizes than a krona, with asks, funds and limits between the units.
    pub units: bool,
}

pub const DIVISIBLE: Kinds = Kinds { choices: false, funds: false, units: false };
pub const FUNDS: Kinds = Kinds { funds: true, ..DIVISIBLE };
pub const CHOICES: Kinds = Kinds { choices: true, ..DIVISIBLE };
pub const ALL: Kinds = Kinds { choices: true, funds: true, units: false };

pub fn percent(number: i64) -> Percent {
    Percent::new(number.into())
}

/// Money of some hundredths.
pub fn money(hundredths: i64) -> Money {
    Decimal::new(hundredths, 2).try_into().expect("a small amount")
}

/// As much as a call gets when nothing else is asked for.
pub fn effort() -> Effort<'static> {
    Effort::new(EFFORT, &|| false)
}

/// Calls small enough for all their allocations to be tried one by one.
pub fn of_kinds(Kinds { choices, funds, units }: Kinds) -> Calls {
    let kinds = [(choices, &Feature::CHOICES[..]), (funds, &Feature::FUNDS), (units, &[Feature::Units])];
    let left_out = kinds.into_iter().filter(|(is_wanted, _)| !is_wanted);
    calls().without(left_out.flat_map(|(_, features)| features.iter().copied()))
}

pub fn call(kinds: Kinds) -> impl Strategy<Value = CallDraft> {
    of_kinds(kinds).prop_map(|Generated { call, .. }| call.draft().clone())
}

fn is_part_of_granted(limit: Option<Limit>) -> bool {
    matches!(limit, Some(Limit::Percent(_, Base::Granted)))
}

/// Without rules on parts of what is granted.
pub fn fixed_limits(mut draft: CallDraft) -> CallDraft {
    draft.rules.retain(|rule| !is_part_of_granted(rule.at_least) && !is_part_of_granted(rule.at_most));
    draft
}

/// With another rule more, of which some are floors: so many per cent of the budget.
pub fn of_budget(draft: CallDraft) -> impl Strategy<Value = CallDraft> {
    (any::<prop::sample::Index>(), 10_i64..100, prop::bool::weighted(0.7)).prop_map(move |(board, part, is_floor)| {
        let mut draft = draft.clone();
        let board = board.index(draft.applicants.len() + 1);
        let selection = draft.applicants.get(board).map_or(Selection::all(), |board| Selection::applicant(&board.id));
        let limit = Limit::Percent(percent(part), Base::Budget);
        let rule = Rule::new("of-budget", selection);
        draft.rules.push(if is_floor { rule.at_least(limit) } else { rule.at_most(limit) });
        draft
    })
}

/// What could be divided is granted whole instead.
pub fn all_choices(mut draft: CallDraft) -> CallDraft {
    for activity in &mut draft.activities {
        if activity.funding == Funding::Partial {
            activity.funding = Funding::Whole;
            activity.min_share = None;
        }
    }
    draft
}

/// The objectives that share.
pub const KINDS: [ObjectiveKind; 6] = [
    ObjectiveKind::Proportional,
    ObjectiveKind::EqualAwards,
    ObjectiveKind::EqualLosses,
    ObjectiveKind::Talmud,
    ObjectiveKind::Leximin,
    ObjectiveKind::Nash,
];

/// Calls that share their money.
pub fn fair(kinds: Kinds) -> impl Strategy<Value = CallDraft> {
    (call(kinds), prop::sample::select(&KINDS[..]), any::<[bool; 2]>()).prop_map(
        |(mut draft, kind, [weighted, over])| {
            draft.objective.kind = kind;
            draft.objective.weighted = weighted;
            draft.objective.over = if over { Party::Applicant } else { Party::Activity };
            draft
        },
    )
}

/// The most value such that everybody gets at least this percentage of what is fair.
pub fn blend(mut draft: CallDraft, part: i64) -> CallDraft {
    draft.objective.at_least = Some(percent(part));
    draft
}
