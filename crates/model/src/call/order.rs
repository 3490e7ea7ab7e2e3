//! A checked call in the order of its ids, without checking it again.

use std::sync::Arc;

use super::Call;
use super::activity::Claim;
use super::case::{CaseLimit, RuleCase};
use super::draft::{Activity, CallDraft};
use super::item::Item;
use super::link::{self, Link, Node};

/// For every place in a call in the order of its ids, the place in the call as it is written.
#[derive(Debug)]
pub struct Order {
    /// The places of the funds as written.
    pub funds: Vec<usize>,
    criteria: Vec<usize>,
    /// The places of the applicants.
    pub applicants: Vec<usize>,
    /// The places of the rules.
    pub rules: Vec<usize>,
    /// The places of the activities.
    pub activities: Vec<usize>,
    /// The lines of every activity; the activities are in the order of their ids.
    pub lines: Vec<Vec<usize>>,
    /// The places of the caps and floors.
    pub cases: Vec<usize>,
    /// The places of the links.
    pub links: Vec<usize>,
}

impl Order {
    /// The order of a call's ids.
    pub fn by_id(call: &Call) -> Self {
        let draft = &call.draft;
        let activities = by_key(&draft.activities, |activity| &activity.id);
        let lines = activities.iter().map(|&a| by_key(&draft.activities[a].lines, |line| &line.id)).collect();
        let words = link_words(draft);
        Self {
            funds: by_key(&draft.funds, |fund| &fund.id),
            criteria: by_key(&draft.criteria, |criterion| &criterion.id),
            applicants: by_key(&draft.applicants, |applicant| &applicant.id),
            rules: by_key(&draft.rules, |rule| &rule.id),
            // Subjects of all kinds come by id; a rule's floor stays before its cap.
            cases: by_key(&call.cases, |case| (&draft.rules[case.rule].id, &case.subject)),
            links: by_key(&words, |word| *word),
            activities,
            lines,
        }
    }

    /// Whether everything keeps its place.
    pub fn is_as_written(&self) -> bool {
        let lists = [
            &self.funds,
            &self.criteria,
            &self.applicants,
            &self.rules,
            &self.activities,
            &self.cases,
            // Lists of words that are out of order have links out of order.
            &self.links,
        ];
        lists.into_iter().chain(&self.lines).all(|places| places.is_sorted())
    }
}

/// What a link is written in and as, one a link, in the order of the draft. Lists come by activity, those
/// of the activity itself before those of its lines; words by the alphabet.
fn link_words(draft: &CallDraft) -> Vec<(&str, Option<&str>, link::LinkKind, &str)> {
    let lists = link::written(draft).flat_map(|list| {
        let activity = &draft.activities[list.from.activity()];
        let line = match list.from {
            Node::Activity(_) => None,
            Node::Line(_, line) => Some(activity.lines[line].id.as_str()),
        };
        list.words.iter().map(move |word| (activity.id.as_str(), line, list.kind, word.as_str()))
    });
    lists.collect()
}

/// The places of things in the order of a key; what has the same key stays in its order.
fn by_key<'a, T, K: Ord>(things: &'a [T], key: impl Fn(&'a T) -> K) -> Vec<usize> {
    let mut places: Vec<usize> = (0..things.len()).collect();
    places.sort_by_key(|&place| key(&things[place]));
    places
}

fn taken<T: Clone>(things: &[T], places: &[usize]) -> Vec<T> {
    places.iter().map(|&place| things[place].clone()).collect()
}

/// For every place as written, the place in the order.
fn inverse(places: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; places.len()];
    for (new, &written) in places.iter().enumerate() {
        inverse[written] = new;
    }
    inverse
}

/// Places in their new order, rising.
fn moved(places: &[usize], to: &[usize]) -> Vec<usize> {
    let mut moved: Vec<usize> = places.iter().map(|&place| to[place]).collect();
    moved.sort_unstable();
    moved
}

impl Call {
    /// The same call with everything in this order, which is the one of its ids. It is what validating
    /// the draft in that order would give.
    pub fn in_order(&self, order: &Order) -> Self {
        let (applicants, rules) = (inverse(&order.applicants), inverse(&order.rules));
        let (funds, activities) = (inverse(&order.funds), inverse(&order.activities));
        let claim = |&a: &usize| {
            let claim = &self.claims[a];
            let item = |item: &Item| Item {
                line: item.line.map(|line| inverse(&order.lines[activities[a]])[line]),
                cost: item.cost,
                payers: moved(&item.payers, &funds),
            };
            let mut items: Vec<Item> = claim.items().iter().map(item).collect();
            items.sort_by_key(|item| item.line);
            let undecided = moved(claim.undecided(), &funds);
            Claim::new(claim.ask(), applicants[claim.applicant()], claim.priority().clone(), items, |_| undecided)
        };
        let line_places = |a: usize, lines: &[usize]| moved(lines, &inverse(&order.lines[a]));
        let case = |&c: &usize| {
            let case = &self.cases[c];
            RuleCase {
                rule: rules[case.rule],
                subject: case.subject.clone(),
                kind: case.kind,
                activities: moved(&case.activities, &activities),
                lines: case
                    .lines
                    .iter()
                    .map(|(&a, lines)| (activities[a], line_places(activities[a], lines)))
                    .collect(),
                funds: case.funds.as_ref().map(|paid| moved(paid, &funds)),
                limit: match &case.limit {
                    CaseLimit::PartOfOwn { part, of } => {
                        CaseLimit::PartOfOwn { part: part.clone(), of: moved(of, &activities) }
                    }
                    other => other.clone(),
                },
            }
        };
        let node = |node: Node| match node {
            Node::Activity(a) => Node::Activity(activities[a]),
            Node::Line(a, line) => Node::Line(activities[a], inverse(&order.lines[activities[a]])[line]),
        };
        let link = |&l: &usize| {
            let link = self.links[l];
            Link { from: node(link.from), to: node(link.to), kind: link.kind }
        };
        Self {
            tiers: self.tiers.clone(),
            claims: order.activities.iter().map(claim).collect(),
            cases: order.cases.iter().map(case).collect(),
            links: order.links.iter().map(link).collect(),
            draft: Arc::new(draft_in_order(&self.draft, order)),
        }
    }
}

fn draft_in_order(draft: &CallDraft, order: &Order) -> CallDraft {
    let activities = order.activities.iter().zip(&order.lines);
    CallDraft {
        title: draft.title.clone(),
        currency: draft.currency.clone(),
        unit: draft.unit,
        objective: draft.objective.clone(),
        funds: taken(&draft.funds, &order.funds),
        criteria: taken(&draft.criteria, &order.criteria),
        applicants: taken(&draft.applicants, &order.applicants),
        activities: activities.map(|(&a, lines)| activity_in_order(&draft.activities[a], lines)).collect(),
        rules: taken(&draft.rules, &order.rules),
        bad_luck: draft.bad_luck,
    }
}

fn activity_in_order(activity: &Activity, lines: &[usize]) -> Activity {
    let mut activity = activity.clone();
    if !lines.is_sorted() {
        activity.lines = taken(&activity.lines, lines);
    }
    let lists = activity.lines.iter_mut().flat_map(|line| [&mut line.requires, &mut line.excludes]);
    for words in lists.chain([&mut activity.requires, &mut activity.excludes]) {
        words.sort();
    }
    activity
}

#[cfg(test)]
mod tests {
    use super::super::draft::{Applicant, Criterion, Each, Fund, Line, Rule};
    use super::super::{Base, Limit, Percent, Selection};
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    /// A call with one of everything that has an order, in the order of its ids.
    fn sorted() -> CallDraft {
        let half = |base| Limit::Percent(Percent::new(50.into()), base);
        let lines = [Line::new("k", 300).requires("l").requires("c/z"), Line::new("l", 200), Line::new("m", 100)];
        let more = [Line::new("y", 500).excludes("z").requires("b"), Line::new("z", 400)];
        let mut call = CallDraft::new("order")
            .diminishing(Percent::new(50.into()), Decimal::ONE)
            .diminishing(Percent::WHOLE, Decimal::new(5, 1))
            .fund(Fund::new("f", 900).pays_for(Selection::area("south")))
            .fund(Fund::new("g", 1_000))
            .fund(Fund::new("h", 800).pays_for(Selection::applicant("two")))
            .criterion(Criterion::new("need", 1, 3))
            .criterion(Criterion::new("reach", 2, 5))
            .applicant(Applicant::new("one"))
            .applicant(Applicant::new("three"))
            .applicant(Applicant::new("two"))
            .activity(Activity::of_lines("a", "two", lines).line_by_line().score("need", 2).area("south"))
            .activity(Activity::new("b", "one", 700).score("reach", 4).tag("young").excludes("a").excludes("d"))
            .activity(Activity::of_lines("c", "two", more).line_by_line().score("reach", 1).area("north"))
            .activity(Activity::new("d", "three", 600).score("need", 3).requires("a/m").requires("c").tag("old"));
        let each = [Each::Activity, Each::Applicant, Each::Area, Each::Fund, Each::Tag];
        for (each, id) in each.into_iter().zip(["r1", "r2", "r3", "r4", "r5"]) {
            call = call.rule(Rule::new(id, Selection::all()).each(each).at_least(0).at_most(half(Base::Asked)));
        }
        let of_funds = Selection { fund: vec!["h".to_owned(), "f".to_owned()], ..Selection::all() };
        call.rule(Rule::new("r6", of_funds).at_most(half(Base::Granted)))
            .rule(Rule::new("r7", Selection::area("south")).at_most(half(Base::Budget)))
    }

    fn shuffled() -> impl Strategy<Value = CallDraft> {
        let draft = sorted();
        let orders = (
            Just(draft.funds.clone()).prop_shuffle(),
            Just(draft.criteria.clone()).prop_shuffle(),
            Just(draft.applicants.clone()).prop_shuffle(),
            Just(draft.activities.clone()).prop_shuffle(),
            Just(draft.rules.clone()).prop_shuffle(),
            any::<bool>(),
        );
        orders.prop_map(move |(funds, criteria, applicants, mut activities, rules, turned)| {
            for activity in activities.iter_mut().filter(|_| turned) {
                activity.lines.reverse();
                activity.requires.reverse();
                activity.excludes.reverse();
                activity.lines.iter_mut().for_each(|line| line.requires.reverse());
            }
            CallDraft { funds, criteria, applicants, activities, rules, ..draft.clone() }
        })
    }

    proptest! {
        #[test]
        fn the_ordered_call_is_the_call_of_the_ordered_draft(draft in shuffled()) {
            let wanted = in_words(sorted()).validate();
            let call = draft.validate();
            prop_assert_eq!(call.map(|call| call.in_order(&Order::by_id(&call))), wanted);
        }
    }

    /// The words of every list by the alphabet, as they are in the order of ids.
    fn in_words(mut draft: CallDraft) -> CallDraft {
        for activity in &mut draft.activities {
            let lines: Vec<usize> = (0..activity.lines.len()).collect();
            *activity = activity_in_order(activity, &lines);
        }
        draft
    }

    #[test]
    fn what_is_written_in_order_keeps_its_place() {
        let kept = |draft: CallDraft| draft.validate().map(|call| Order::by_id(&call).is_as_written());
        assert_eq!(kept(in_words(sorted())), Ok(true));
        let mut other = in_words(sorted());
        other.activities[3].requires.reverse();
        assert_eq!(kept(other), Ok(false));
    }
}
