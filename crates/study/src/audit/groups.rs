//! What applicants, areas and tags get beside what they asked for.

use std::collections::BTreeMap;

use fordela_model::Call;
use fordela_model::call::draft::Activity;
use fordela_num::{Money, Rational};
use serde::Serialize;

use crate::compare::Amounts;

/// Whose money is summed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupOf {
    /// An applicant, by its id.
    Applicant(String),
    /// An area. An activity in several areas counts in each.
    Area(String),
    /// A tag. An activity with several tags counts in each.
    Tag(String),
}

/// What a group asked for and got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// Whose.
    pub of: GroupOf,
    /// What they asked for together.
    pub asked: Money,
    /// What they get together; `None` where it is not known.
    pub granted: Option<Money>,
    /// Their proportional part, `asked / all that is asked for × all that is granted`; `None` where nothing is asked
    /// for at all.
    pub due: Option<Rational>,
}

impl Group {
    /// How much less they get than their proportional part: `None` where it is not less, or not known.
    #[must_use]
    pub fn lacks(&self) -> Option<Rational> {
        let lacks = self.due.as_ref()? - &self.granted?.rational();
        lacks.is_positive().then_some(lacks)
    }
}

/// All applicants in the order of the call, all areas, and all tags.
pub(super) fn groups(call: &Call, amounts: &Amounts) -> Vec<Group> {
    let mut own = vec![Vec::new(); call.draft().applicants.len()];
    for (a, claim) in call.claims().iter().enumerate() {
        own[claim.applicant()].push(a);
    }
    let applicants =
        call.draft().applicants.iter().zip(own).map(|(one, own)| (GroupOf::Applicant(one.id.clone()), own));
    let areas = by_word(call, |activity| &activity.areas).into_iter().map(|(word, own)| (GroupOf::Area(word), own));
    let tags = by_word(call, |activity| &activity.tags).into_iter().map(|(word, own)| (GroupOf::Tag(word), own));
    let (asked, granted) = (call.asked(), amounts.all());
    let group = |(of, own): (GroupOf, Vec<usize>)| {
        let part: Money = own.iter().map(|&a| call.claims()[a].ask()).sum();
        let due = (!asked.is_zero()).then(|| part.rational() * granted.rational() / asked.rational());
        Group { of, asked: part, granted: amounts.of(call, &own), due }
    };
    applicants.chain(areas).chain(tags).map(group).collect()
}

fn by_word(call: &Call, words: fn(&Activity) -> &[String]) -> BTreeMap<String, Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (a, activity) in call.draft().activities.iter().enumerate() {
        for word in words(activity) {
            let own = groups.entry(word.clone()).or_default();
            // A word that stands twice counts once.
            if own.last() != Some(&a) {
                own.push(a);
            }
        }
    }
    groups
}
