//! The call: what is asked, what there is, and the rules.

mod activity;
mod build;
mod case;
mod date;
pub mod draft;
mod fault;

mod index;
mod limit;
mod link;
mod objective;
mod order;
mod percent;
mod place;
mod selection;
mod sums;
mod validate;
mod word;

use fordela_lp::Rational;

pub use activity::Claim;
pub(crate) use activity::ExactTier;
pub use case::{CaseLimit, Kind, RuleCase};
pub(crate) use date::is_date;
pub use draft::CallDraft;
pub use fault::{Fault, FaultKind, Faults, MOST, Named};
pub(crate) use index::{is_id, nearest};
pub use limit::{Base, Limit, NotALimit};
pub use link::{Link, LinkKind, Node};
pub(crate) use order::Order;
pub use percent::{NotAPercentage, Percent};
pub use place::{Place, Step};
pub use selection::Selection;
pub(crate) use sums::scaled;
pub use word::{NotOneOf, one_of};

use crate::money::Money;

/// A call that has been checked: every id refers to something, every number is within its range.
///
/// Made by [`CallDraft::validate`] only. Activities, applicants, funds and rules are referred to by
/// their place in the draft, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    draft: CallDraft,
    tiers: Vec<ExactTier>,
    claims: Vec<Claim>,
    cases: Vec<RuleCase>,
    links: Vec<Link>,
}

impl Call {
    /// The data that the call was made of. Change a clone of it to get another call.
    #[must_use]
    pub fn draft(&self) -> &CallDraft {
        &self.draft
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
    pub(crate) fn tiers(&self) -> &[ExactTier] {
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

    /// A cap or floor in a word: the id of its rule, and what it is repeated for.
    #[must_use]
    pub fn case_label(&self, case: usize) -> String {
        let case = &self.cases[case];
        let rule = &self.draft.rules[case.rule].id;
        let kind = match case.kind {
            Kind::AtMost => "at-most",
            Kind::AtLeast => "at-least",
        };
        match &case.subject {
            Some(subject) => format!("{rule}/{subject} {kind}"),
            None => format!("{rule} {kind}"),
        }
    }

    /// The cases that count the grant of every activity.
    pub(crate) fn counting(&self) -> Vec<Vec<usize>> {
        let mut counting = vec![Vec::new(); self.claims.len()];
        for (c, case) in self.cases.iter().enumerate() {
            for &a in &case.activities {
                counting[a].push(c);
            }
        }
        counting
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
        !self.links.is_empty() || self.draft.activities.iter().any(draft::Activity::is_choice)
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
