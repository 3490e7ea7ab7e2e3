//! Caps and floors, with `each` written out.

use std::collections::BTreeMap;
use std::fmt;

use fordela_num::{Money, Rational};
use serde::Serialize;

use super::activity::Claim;
use super::counted::Counted;
use super::draft::{Activity, CallDraft, Each, Fund, Rule};
use super::limit::{Base, Limit};
use super::list::List;
use super::selection::Selection;

/// Whether a rule holds grants down or up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A cap.
    AtMost,
    /// A floor.
    AtLeast,
}

impl Kind {
    /// The key of the limit in a rule.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::AtMost => "at_most",
            Self::AtLeast => "at_least",
        }
    }
}

impl Rule {
    /// The limit of its cap or its floor, if it has one.
    #[must_use]
    pub fn limit(&self, kind: Kind) -> Option<Limit> {
        match kind {
            Kind::AtMost => self.at_most,
            Kind::AtLeast => self.at_least,
        }
    }
}

/// What a cap or floor is called. Displayed as a label, `rule/subject at-most`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CaseId {
    /// The id of its rule.
    pub rule: String,
    /// What the rule is repeated for here: the id of an applicant, fund or activity, or an area or tag.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Whether it is a cap or a floor.
    pub kind: Kind,
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rule)?;
        if let Some(subject) = &self.subject {
            write!(f, "/{subject}")?;
        }
        f.write_str(match self.kind {
            Kind::AtMost => " at-most",
            Kind::AtLeast => " at-least",
        })
    }
}

/// How large the sum of grants may or must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseLimit {
    /// A sum, known before anything is granted.
    Fixed(Rational),
    /// This part, 0..=1, of all that is granted in the call.
    PartOfGranted(Rational),
    /// This part, 0..=1, of what some activities are granted.
    PartOfOwn {
        /// The part.
        part: Rational,
        /// The activities, by their place in the draft, rising.
        of: Vec<usize>,
    },
}

/// One cap or one floor: a rule with one subject of its `each`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCase {
    /// The rule, by its place in the draft.
    pub rule: usize,
    /// What the rule is repeated for here: the id of an applicant, fund or activity, or an area or tag.
    pub subject: Option<String>,
    /// Whether it is a cap or a floor.
    pub kind: Kind,
    /// The activities whose grants are summed, by their place in the draft, rising.
    pub activities: Vec<usize>,
    /// The lines that count, of those activities of which not all counts, by their place in the activity, rising.
    pub lines: BTreeMap<usize, Vec<usize>>,
    /// The funds whose money is summed, or `None` for all.
    pub funds: Option<Vec<usize>>,
    /// How large the sum may or must be.
    pub limit: CaseLimit,
}

impl RuleCase {
    /// Whether money from a fund counts.
    #[must_use]
    pub fn counts_fund(&self, fund: usize) -> bool {
        self.funds.as_ref().is_none_or(|funds| funds.contains(&fund))
    }

    /// Whether a line of one of its activities counts.
    #[must_use]
    pub fn counts_line(&self, activity: usize, line: usize) -> bool {
        self.lines.get(&activity).is_none_or(|lines| lines.contains(&line))
    }

    /// Whether it counts whole grants, rather than the money from some funds or for some lines.
    #[must_use]
    pub fn counts_grants(&self) -> bool {
        self.funds.is_none() && self.lines.is_empty()
    }

    /// The activity whose grant alone is held down to a fixed sum, if that is all the case says.
    pub fn lone_cap(&self) -> Option<(usize, &Rational)> {
        match (self.kind, &self.activities[..], &self.limit) {
            (Kind::AtMost, &[activity], CaseLimit::Fixed(limit)) if self.counts_grants() => Some((activity, limit)),
            _ => None,
        }
    }

    /// The limit in money, when `granted` is granted in all and `grant` to each activity.
    #[must_use]
    pub fn limit_at(&self, granted: &Rational, grant: impl Fn(usize) -> Rational) -> Rational {
        match &self.limit {
            CaseLimit::Fixed(limit) => limit.clone(),
            CaseLimit::PartOfGranted(part) => part * granted,
            CaseLimit::PartOfOwn { part, of } => part * &of.iter().map(|&a| grant(a)).sum::<Rational>(),
        }
    }
}

/// All caps and floors of a draft whose ids are known to be right.
pub(super) fn cases(draft: &CallDraft, claims: &[Claim]) -> Vec<RuleCase> {
    let budget = draft.funds.iter().map(|fund| fund.amount).sum::<Money>().rational();
    // Side by side, since they are gone through in the order of applicants, areas and tags.
    let asks: Vec<Money> = claims.iter().map(Claim::ask).collect();
    let mut cases = Vec::new();
    for (place, rule) in draft.rules.iter().enumerate() {
        let counted = counted(draft, &rule.selection);
        for Repeat { subject, activities, own, funds } in repeats(draft, claims, rule, &counted) {
            let lines: BTreeMap<usize, Vec<usize>> =
                activities.iter().filter_map(|&a| Some((a, counted[a].lines()?.to_vec()))).collect();
            let asked = activities.iter().map(|&a| asked(draft, &asks, a, &counted[a])).sum::<Money>().rational();
            let floor = rule.at_least.map(|limit| (Kind::AtLeast, limit));
            let cap = rule.at_most.map(|limit| (Kind::AtMost, limit));
            for (kind, limit) in floor.into_iter().chain(cap) {
                cases.push(RuleCase {
                    rule: place,
                    subject: subject.clone(),
                    kind,
                    activities: activities.clone(),
                    lines: lines.clone(),
                    funds: funds.clone(),
                    limit: limit_of(limit, &asked, &budget, &own),
                });
            }
        }
    }
    cases
}

/// The caps and floors of a draft that differs from that of these in the amounts of its funds alone.
pub(super) fn with_funds_of(draft: &CallDraft, cases: &List<RuleCase>) -> List<RuleCase> {
    let budget = draft.funds.iter().map(|fund| fund.amount).sum::<Money>().rational();
    let mut cases = cases.clone();
    for place in 0..cases.len() {
        if let Some(Limit::Percent(percent, Base::Budget)) = draft.rules[cases[place].rule].limit(cases[place].kind) {
            cases[place].limit = CaseLimit::Fixed(percent.part() * &budget);
        }
    }
    cases
}

/// What of every activity a selection counts.
fn counted(draft: &CallDraft, selection: &Selection) -> Vec<Counted> {
    let periods = selection.periods();
    draft.activities.iter().map(|activity| selection.counted(activity, &periods)).collect()
}

/// What is asked for what counts of an activity.
fn asked(draft: &CallDraft, asks: &[Money], a: usize, counted: &Counted) -> Money {
    match counted.lines() {
        None => asks[a],
        Some(lines) => lines.iter().map(|&line| draft.activities[a].lines[line].cost).sum(),
    }
}

/// A rule for one subject of its `each`.
struct Repeat {
    subject: Option<String>,
    /// The activities of which something counts.
    activities: Vec<usize>,
    /// All activities that are selected, whether money for them counts or not.
    own: Vec<usize>,
    funds: Option<Vec<usize>>,
}

/// A rule for every subject of its `each`. What the rule selects is looked up once and then parted, so
/// that many subjects cost no more than few.
fn repeats(draft: &CallDraft, claims: &[Claim], rule: &Rule, counted: &[Counted]) -> Vec<Repeat> {
    let funds = fund_places(draft, &rule.selection);
    let selected: Vec<usize> = (0..claims.len()).filter(|&a| rule.selection.selects(&draft.activities[a])).collect();
    let paid = |a: usize| funds.as_ref().is_none_or(|f| claims[a].payers().iter().any(|p| f.contains(p)));
    let counts = |a: &usize| *counted.get(*a).unwrap_or(&Counted::Nothing) != Counted::Nothing && paid(*a);
    let repeat = |(id, own): (&String, Vec<usize>)| Repeat {
        subject: Some(id.clone()),
        activities: own.iter().copied().filter(counts).collect(),
        own,
        funds: funds.clone(),
    };
    match rule.each {
        None => {
            let activities = selected.iter().copied().filter(counts).collect();
            vec![Repeat { subject: None, activities, own: selected, funds }]
        }
        Some(Each::Applicant) => {
            let mut parts = vec![Vec::new(); draft.applicants.len()];
            selected.iter().for_each(|&a| parts[claims[a].applicant()].push(a));
            draft.applicants.iter().map(|applicant| &applicant.id).zip(parts).map(repeat).collect()
        }
        Some(Each::Activity) => {
            let mut parts = vec![Vec::new(); claims.len()];
            selected.iter().for_each(|&a| parts[a].push(a));
            draft.activities.iter().map(|activity| &activity.id).zip(parts).map(repeat).collect()
        }
        Some(Each::Area) => by_word(draft, &selected, |activity| &activity.areas).into_iter().map(repeat).collect(),
        Some(Each::Tag) => by_word(draft, &selected, |activity| &activity.tags).into_iter().map(repeat).collect(),
        Some(Each::Fund) => {
            let paid = |f: usize, a: &usize| claims[*a].payers().contains(&f);
            let of_fund = |(f, fund): (usize, &Fund)| {
                let all = repeat((&fund.id, selected.clone()));
                let activities = all.activities.iter().copied().filter(|a| paid(f, a)).collect();
                Repeat { funds: Some(vec![f]), activities, ..all }
            };
            draft.funds.iter().enumerate().map(of_fund).collect()
        }
    }
}

/// The selected activities with every word that some activity has, selected or not.
fn by_word<'a>(
    draft: &'a CallDraft,
    selected: &[usize],
    words: fn(&Activity) -> &[String],
) -> BTreeMap<&'a String, Vec<usize>> {
    let mut parts: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for word in draft.activities.iter().flat_map(words) {
        parts.entry(word).or_default();
    }
    for &a in selected {
        for word in words(&draft.activities[a]) {
            parts.entry(word).or_default().push(a);
        }
    }
    parts
}

fn limit_of(limit: Limit, asked: &Rational, budget: &Rational, own: &[usize]) -> CaseLimit {
    match limit {
        Limit::Money(money) => CaseLimit::Fixed(money.rational()),
        Limit::Percent(percent, Base::Asked) => CaseLimit::Fixed(percent.part() * asked),
        Limit::Percent(percent, Base::Budget) => CaseLimit::Fixed(percent.part() * budget),
        Limit::Percent(percent, Base::Granted) => CaseLimit::PartOfGranted(percent.part()),
        Limit::Percent(percent, Base::OwnGrant) => CaseLimit::PartOfOwn { part: percent.part(), of: own.to_vec() },
    }
}

fn fund_places(draft: &CallDraft, selection: &Selection) -> Option<Vec<usize>> {
    if selection.fund.is_empty() {
        return None;
    }
    Some((0..draft.funds.len()).filter(|&f| selection.fund.contains(&draft.funds[f].id)).collect())
}

#[cfg(test)]
mod tests {
    use super::super::draft::{Applicant, Criterion};
    use super::*;
    use fordela_num::Percent;

    fn draft() -> CallDraft {
        let half = Limit::Percent(Percent::new(50.into()), Base::Asked);
        let mut call = CallDraft::new("cases")
            .fund(Fund::new("all", 900))
            .fund(Fund::new("south", 100).pays_for(Selection::area("south")))
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("one"))
            .applicant(Applicant::new("idle"))
            .applicant(Applicant::new("two"))
            .activity(Activity::new("b", "two", 700).area("south").area("north").tag("old"))
            .activity(Activity::new("a", "one", 300).area("south"))
            .activity(Activity::new("c", "two", 500).area("east").tag("old").tag("young"));
        let selections = [Selection::all(), Selection { activity: vec!["a".into(), "b".into()], ..Selection::all() }];
        for (s, selection) in selections.into_iter().enumerate() {
            for (each, name) in [(Each::Applicant, "applicant"), (Each::Area, "area"), (Each::Fund, "fund")] {
                let rule = Rule::new(format!("{name}-{s}"), selection.clone()).each(each);
                call = call.rule(rule.at_least(0).at_most(half));
            }
            call = call.rule(Rule::new(format!("tag-{s}"), selection.clone()).each(Each::Tag).at_most(half));
            call = call.rule(Rule::new(format!("once-{s}"), selection).at_most(half));
        }
        let south = Selection { fund: vec!["south".into()], ..Selection::all() };
        call.rule(Rule::new("each-activity", Selection::all()).each(Each::Activity).at_most(half))
            .rule(Rule::new("of-fund", south).each(Each::Area).at_most(half))
    }

    /// The selection of a rule for one subject, as a selection.
    fn narrowed(rule: &Rule, subject: Option<&String>) -> Selection {
        let mut selection = rule.selection.clone();
        let values = match rule.each {
            None => return selection,
            Some(Each::Applicant) => &mut selection.applicant,
            Some(Each::Area) => &mut selection.area,
            Some(Each::Tag) => &mut selection.tag,
            Some(Each::Fund) => &mut selection.fund,
            Some(Each::Activity) => &mut selection.activity,
        };
        *values = subject.into_iter().cloned().collect();
        selection
    }

    #[test]
    fn a_case_counts_what_its_narrowed_selection_selects() {
        let call = draft().validate().unwrap_or_else(|faults| unreachable!("{faults:?}"));
        for case in call.cases() {
            let rule = &call.draft().rules[case.rule];
            let selection = narrowed(rule, case.subject.as_ref());
            let funds = fund_places(call.draft(), &selection);
            let counted = |&a: &usize| {
                let paid = funds.as_ref().is_none_or(|f| call.claims()[a].payers().iter().any(|p| f.contains(p)));
                paid && selection.selects(&call.draft().activities[a])
            };
            let wanted: Vec<usize> = (0..call.claims().len()).filter(counted).collect();
            assert_eq!((&case.activities, &case.funds), (&wanted, &funds), "{} {:?}", rule.id, case.subject);
        }
        let subjects = |id: &str| {
            let of_rule = |case: &&RuleCase| call.draft().rules[case.rule].id == id && case.kind == Kind::AtMost;
            call.cases().iter().filter(of_rule).filter_map(|case| case.subject.as_deref()).collect::<Vec<_>>()
        };
        assert_eq!(subjects("area-1"), ["east", "north", "south"]);
        assert_eq!(subjects("applicant-1"), ["one", "idle", "two"]);
        assert_eq!(subjects("fund-1"), ["all", "south"]);
        assert_eq!(subjects("tag-1"), ["old", "young"]);
        assert_eq!(subjects("each-activity"), ["b", "a", "c"]);
    }
}
