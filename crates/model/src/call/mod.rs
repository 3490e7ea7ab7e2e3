//! The call: what is asked, what there is, and the rules.

mod activity;
mod build;
mod case;
mod counted;
mod date;
pub mod draft;
mod fault;
mod id;
mod index;
mod item;
mod limit;
mod link;
mod list;
mod meant;
mod named;
mod names;
mod objective;
mod period;
mod place;
mod selection;
mod spend_rate;
mod sums;
mod validate;
mod word;

use std::sync::Arc;

use fordela_num::{Money, Rational};

use crate::Lists;

pub use activity::Claim;
pub use activity::ExactTier;
pub use case::{CaseId, CaseLimit, Kind, RuleCase};
pub use date::parse_date;
pub use draft::CallDraft;
pub use fault::{Fault, FaultKind, Faults, MOST};
pub use fordela_num::{NotAPercentage, Percent};
pub use id::{id_from_name, id_of, is_id, is_of_id};
pub use item::{Barred, Item};
pub use item::{Mix, mixes};
pub use limit::{Base, Limit, NotALimit};
pub use link::{Link, LinkId, LinkKind, Node, NodeId, link_words};
use list::List;
pub use meant::{ByName, place_of, plain_name};
pub use named::Named;
pub use names::{Names, Part};
pub use period::Period;
pub use place::{Place, Step};
pub use selection::Selection;
pub use spend_rate::{NotASpendRate, SpendRate};
pub use sums::{scaled, scaling_step};
pub use word::{NotOneOf, one_of};

/// A call that has been checked: every id refers to something, every number is within its range.
///
/// Made by [`CallDraft::validate`] only. Activities, applicants, funds and rules are referred to by
/// their place in the draft, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    draft: Arc<CallDraft>,
    tiers: Vec<ExactTier>,
    claims: List<Claim>,
    cases: List<RuleCase>,
    links: List<Link>,
    names: Arc<Names>,
}

impl Call {
    /// The data that the call was made of. Change a clone of it to get another call.
    #[must_use]
    pub fn draft(&self) -> &CallDraft {
        &self.draft
    }

    /// The same data, to be kept as long as what it is kept with.
    #[must_use]
    pub fn shared_draft(&self) -> Arc<CallDraft> {
        Arc::clone(&self.draft)
    }

    /// What its parts are called other than they call themselves.
    #[must_use]
    pub fn names(&self) -> &Arc<Names> {
        &self.names
    }

    /// The same call, whose parts are called like this where people read of them.
    #[must_use]
    pub fn named(&self, names: Arc<Names>) -> Self {
        self.clone().with_names(names)
    }

    pub(crate) fn with_names(self, names: Arc<Names>) -> Self {
        Self { names, ..self }
    }

    fn draft_mut(&mut self) -> &mut CallDraft {
        Arc::make_mut(&mut self.draft)
    }

    /// What grants are whole multiples of.
    #[must_use]
    pub fn unit(&self) -> Money {
        self.draft.unit
    }

    /// The sum of the funds.
    #[must_use]
    pub fn budget(&self) -> Money {
        self.draft.funds.iter().map(|fund| fund.amount).sum()
    }

    /// How the value of a krona falls along an ask; empty when it does not.
    pub fn tiers(&self) -> &[ExactTier] {
        &self.tiers
    }

    /// What every activity asks for and is worth, in the order of the draft.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// All that is asked for.
    #[must_use]
    pub fn asked(&self) -> Money {
        self.claims.iter().map(Claim::ask).sum()
    }

    /// Every cap and every floor, with `each` written out, in the order of the draft.
    #[must_use]
    pub fn cases(&self) -> &[RuleCase] {
        &self.cases
    }

    /// What a cap or floor is called, by its place among the [cases](Self::cases).
    #[must_use]
    pub fn case_id(&self, case: usize) -> CaseId {
        let case = &self.cases[case];
        CaseId { rule: self.draft.rules[case.rule].id.clone(), subject: case.subject.clone(), kind: case.kind }
    }

    /// The place of a cap or floor among the [cases](Self::cases); `None` where the call has none of that name.
    #[must_use]
    pub fn case_at(&self, id: &CaseId) -> Option<usize> {
        let is_called = |case: &RuleCase| {
            case.kind == id.kind && case.subject == id.subject && self.draft.rules[case.rule].id == id.rule
        };
        self.cases.iter().position(is_called)
    }

    /// A cap or floor in a word: its [id](Self::case_id), displayed.
    #[must_use]
    pub fn case_label(&self, case: usize) -> String {
        self.case_id(case).to_string()
    }

    /// What is asked for what a case counts.
    pub fn asked_for(&self, case: &RuleCase) -> Money {
        let line = |a: usize, line: &usize| self.draft.activities[a].lines[*line].cost;
        let asked = |&a: &usize| match case.lines.get(&a) {
            None => self.claims[a].ask(),
            Some(lines) => lines.iter().map(|l| line(a, l)).sum(),
        };
        case.activities.iter().map(asked).sum()
    }

    /// The cases that count the grant of every activity, or a part of it.
    pub fn counting(&self) -> Lists {
        let cases = || self.cases.iter().enumerate();
        Lists::of(self.claims.len(), || cases().flat_map(|(c, case)| case.activities.iter().map(move |&a| (a, c))))
    }

    /// What requires or excludes what.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Whether some decision in the call is a choice between amounts, rather than a sum that can be
    /// divided at will.
    #[must_use]
    pub fn has_choices(&self) -> bool {
        let is_paid_by_choice = |claim: &Claim| !claim.undecided().is_empty();
        !self.links.is_empty()
            || self.draft.activities.iter().any(draft::Activity::is_choice)
            || self.claims.iter().any(is_paid_by_choice)
    }

    /// Whether funds carry parts of activities, or pay for some of their lines, or are kept apart: then who pays what of an
    /// activity counts, and not only what funds pay in all.
    pub fn pays_by_parts(&self) -> bool {
        let is_parted = |claim: &Claim| claim.items().len() > 1 || !claim.undecided().is_empty();
        self.draft.funds.iter().any(draft::Fund::limits_parts)
            || self.claims.iter().any(is_parted)
            || self.cases.iter().any(|case| matches!(case.limit, CaseLimit::PartOfOwn { .. }))
    }

    /// Whether something in the call depends on which fund pays.
    #[must_use]
    pub fn asks_who_pays(&self) -> bool {
        let has_parts = |f: usize| self.draft.funds[f].limits_parts();
        self.cases.iter().any(|case| case.funds.is_some())
            || self.claims.iter().any(|claim| !claim.undecided().is_empty())
            || self.claims.iter().any(|claim| claim.payers().iter().any(|&f| has_parts(f)))
    }

    /// Whether some fund may pay for a line.
    #[must_use]
    pub fn may_pay_for(&self, activity: usize, line: usize) -> bool {
        let items = self.claims[activity].items();
        items.iter().any(|item| item.line.is_none_or(|own| own == line) && !item.payers.is_empty())
    }

    /// The part of its grant that an activity is expected to spend.
    #[must_use]
    pub fn spend_rate(&self, activity: usize) -> Rational {
        self.draft.activities[activity].spend_rate.map_or(Rational::ONE, SpendRate::expected)
    }

    /// Why a fund may not pay for a line of an activity, or for an activity that has no lines; `None` where it may.
    #[must_use]
    pub fn barred(&self, fund: usize, activity: usize, line: Option<usize>) -> Option<Barred> {
        let (payer, activity) = (item::Payer::of(&self.draft.funds[fund]), &self.draft.activities[activity]);
        payer.barred(activity, line, &payer.counted(activity))
    }

    /// The funds that may pay for an activity or some of its lines, whether or not the parts that they may carry add up.
    pub fn eligible(&self, activity: usize) -> Vec<usize> {
        let lines = self.draft.activities[activity].lines.len();
        let places: Vec<Option<usize>> = if lines == 0 { vec![None] } else { (0..lines).map(Some).collect() };
        let may_pay = |fund: &usize| places.iter().any(|&line| self.barred(*fund, activity, line).is_none());
        (0..self.draft.funds.len()).filter(may_pay).collect()
    }

    /// The activities in the stated order, which settles what nothing else settles: higher priority
    /// first, then by id. It does not depend on the order of the draft.
    #[must_use]
    pub fn stated_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.claims.len()).collect();
        order.sort_by(|&a, &b| {
            let (one, other) = (&self.claims[a], &self.claims[b]);
            other
                .priority()
                .cmp(one.priority())
                .then_with(|| self.draft.activities[a].id.cmp(&self.draft.activities[b].id))
        });
        order
    }

    /// The value of granting `grant` to an activity, exactly: `p[a]·Σ_k m[k]·G[a,k]`.
    #[must_use]
    pub fn value(&self, activity: usize, grant: Money) -> Rational {
        self.claims[activity].value(&self.tiers, grant)
    }
}
