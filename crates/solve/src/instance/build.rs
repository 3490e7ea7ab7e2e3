//! From a call to its instance.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordela_model::Call;
use fordela_model::call::draft::{CallDraft, Funding};
use fordela_model::call::{
    self, Base, CaseLimit, Claim, Limit as Written, Node as WrittenNode, RuleCase, link_words, mixes,
};
use fordela_num::{Money, Rational};
use typed_index_collections::TiVec;

use super::{
    Activity, ActivityIx, ApplicantIx, Case, CaseIx, Fund, FundIx, Instance, Item, Level, Limit, Line, LineIx, Link,
    LinkIx, Node,
};

/// Where everything of a call comes in the order of ids, and back.
struct Order {
    funds: Places<FundIx>,
    applicants: Places<ApplicantIx>,
    activities: Places<ActivityIx>,
    /// By the place of the activity in the call.
    lines: Vec<Places<LineIx>>,
}

/// Places in the call in the order of ids, and the place in that order of each in the call.
struct Places<K> {
    written: Vec<usize>,
    order: Vec<K>,
}

impl<K: From<usize> + Copy + Ord> Places<K> {
    /// By id. Most ids are told apart by their first bytes, which are compared as one number.
    fn by_id<T>(things: &[T], id: impl Fn(&T) -> &str) -> Self {
        Self::by(things, |thing| {
            let id = id(thing);
            let mut first = [0; 16];
            first.iter_mut().zip(id.bytes()).for_each(|(own, byte)| *own = byte);
            (u128::from_be_bytes(first), id)
        })
    }

    /// What has the same key stays in its order.
    fn by<'a, T, O: Ord>(things: &'a [T], key: impl Fn(&'a T) -> O) -> Self {
        let mut written: Vec<usize> = (0..things.len()).collect();
        written.sort_by_cached_key(|&place| key(&things[place]));
        let mut order = vec![K::from(0); things.len()];
        for (new, &place) in written.iter().enumerate() {
            order[place] = K::from(new);
        }
        Self { written, order }
    }

    /// Places in the order of ids, rising.
    fn of(&self, written: &[usize]) -> Vec<K> {
        let mut order: Vec<K> = written.iter().map(|&place| self.order[place]).collect();
        order.sort_unstable();
        order
    }
}

impl Order {
    fn of(draft: &CallDraft) -> Self {
        Self {
            funds: Places::by(&draft.funds, |fund| &fund.id),
            applicants: Places::by(&draft.applicants, |applicant| &applicant.id),
            activities: Places::by_id(&draft.activities, |activity| &activity.id),
            lines: draft.activities.iter().map(|activity| Places::by(&activity.lines, |line| &line.id)).collect(),
        }
    }

    fn node(&self, node: WrittenNode) -> Node {
        match node {
            WrittenNode::Activity(a) => Node::Activity(self.activities.order[a]),
            WrittenNode::Line(a, line) => Node::Line(self.activities.order[a], self.lines[a].order[line]),
        }
    }
}

impl Instance {
    /// The instance of a call.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        let (draft, order) = (call.draft(), Order::of(call.draft()));
        let (most, mut teams) = (call.most_units(), Teams::new());
        let mut activities: TiVec<ActivityIx, Activity> =
            order.activities.written.iter().map(|&a| activity(call, &order, &mut teams, a, most[a])).collect();
        for activity in &mut activities {
            activity.mixes = activity.mixes_of(draft, &order);
        }
        // They come in the order of their ids; what has the same priority stays in it.
        let mut stated: Vec<ActivityIx> = activities.keys().collect();
        stated.sort_by(|&a, &b| activities[b].priority.cmp(&activities[a].priority));
        let mut instance = Self {
            unit: call.unit(),
            funds: order.funds.written.iter().map(|&f| fund(draft, &order, f)).collect(),
            applicants: Arc::new(order.applicants.written.iter().copied().collect()),
            activities: Arc::new(activities),
            cases: cases(call, &order),
            links: links(call, &order),
            grid: None,
            ids: Arc::new(order.activities.written.iter().map(|&a| draft.activities[a].id.as_str()).collect()),
            tiers: call.tiers().into(),
            objective: Arc::new(draft.objective.clone()),
            stated: stated.into(),
        };
        if instance.is_all_chosen() {
            instance.grid = call.grid();
        }
        instance
    }

    /// The instance of a call that is [like](Call::is_like) the one of this instance.
    pub(crate) fn limited_as(&self, call: &Call) -> Self {
        let mut limited = self.clone();
        for fund in &mut limited.funds {
            fund.amount = call.draft().funds[fund.place].amount;
        }
        for case in &mut limited.cases {
            let written = &call.cases()[case.place];
            if let CaseLimit::Fixed(limit) = &written.limit {
                case.limit = Limit::Fixed(limit.clone());
            }
            case.part_of_budget = part_of_budget(call, written);
        }
        limited
    }
}

fn fund(draft: &CallDraft, order: &Order, place: usize) -> Fund {
    let fund = &draft.funds[place];
    let by_id = |id: &String| order.funds.written.binary_search_by(|&f| draft.funds[f].id.cmp(id)).ok();
    Fund {
        place,
        id: fund.id.clone(),
        amount: fund.amount,
        min_part: fund.min_part,
        max_part: fund.max_part,
        apart: fund.not_with.iter().filter_map(by_id).map(FundIx::from).collect(),
        spend_first: fund.spend_first,
        unspent: fund.unspent,
        limits_parts: fund.limits_parts(),
    }
}

fn activity<'c>(call: &'c Call, order: &Order, teams: &mut Teams<'c>, place: usize, most: i128) -> Activity {
    let (draft, claim) = (&call.draft().activities[place], &call.claims()[place]);
    let lines = &order.lines[place];
    let level = |(l, &amount)| {
        let units = call.level_units(place, l);
        Level { amount, units, value: call.value_of_units(place, units) }
    };
    let line = |&l: &usize| Line { place: l, cost: draft.lines[l].cost, units: call.line_units(place, l) };
    let is_whole = draft.funding == Funding::Whole;
    Activity {
        place,
        applicant: order.applicants.order[claim.applicant()],
        priority: claim.priority().clone(),
        funding: draft.funding,
        ask: claim.ask(),
        payable: claim.payable(),
        ask_units: call.ask_units(place),
        grain: call.grain_units(place),
        most,
        has_threshold: draft.min_share.is_some(),
        threshold: call.threshold_units(place),
        value_of_most: if is_whole { call.value_of_units(place, most) } else { Rational::ZERO },
        pieces: Arc::clone(claim.pieces()),
        levels: draft.levels.iter().enumerate().map(level).collect(),
        lines: lines.written.iter().map(line).collect(),
        items: items(claim, order, teams, place),
        payers: team(teams, order, claim.payers()),
        undecided: order.funds.of(claim.undecided()),
        mixes: None,
        spend_rate: call.spend_rate(place),
    }
}

/// Sets of funds in the order of ids, by what they are in the call: most activities are paid for by the same.
type Teams<'c> = BTreeMap<&'c [usize], Arc<[FundIx]>>;

fn team<'c>(teams: &mut Teams<'c>, order: &Order, payers: &'c [usize]) -> Arc<[FundIx]> {
    Arc::clone(teams.entry(payers).or_insert_with(|| order.funds.of(payers).into()))
}

fn items<'c>(claim: &'c Claim, order: &Order, teams: &mut Teams<'c>, place: usize) -> Vec<Item> {
    let item = |item: &'c call::Item| Item {
        line: item.line.map(|line| order.lines[place].order[line]),
        cost: item.cost,
        payers: team(teams, order, &item.payers),
    };
    let mut items: Vec<Item> = claim.items().iter().map(item).collect();
    items.sort_by_key(|item| item.line);
    items
}

impl Activity {
    /// Where it is a choice which funds pay for it as a whole.
    fn mixes_of(&self, draft: &CallDraft, order: &Order) -> Option<Vec<Vec<(FundIx, Rational)>>> {
        if self.items.len() != 1 || self.undecided.is_empty() {
            return None;
        }
        let payers: Vec<usize> = self.payers.iter().map(|&f| order.funds.written[usize::from(f)]).collect();
        let carried = |(f, part): (usize, Rational)| (order.funds.order[f], part);
        let mut mixes: Vec<Vec<(FundIx, Rational)>> = mixes(draft, &payers)?
            .into_iter()
            .map(|mix| {
                let mut mix: Vec<(FundIx, Rational)> = mix.into_iter().map(carried).collect();
                mix.sort();
                mix
            })
            .collect();
        mixes.sort();
        Some(mixes)
    }

    /// Takes other items, or what is left of them; which of its payers pay is decided.
    pub(super) fn take_items(&mut self, items: Vec<Item>, unit: Money) {
        let payers: BTreeSet<FundIx> = items.iter().flat_map(|item| item.payers.iter().copied()).collect();
        self.payers = payers.into_iter().collect();
        self.payable = items.iter().filter(|item| !item.payers.is_empty()).map(|item| item.cost).sum();
        self.most = match self.funding {
            Funding::Whole if self.payable < self.ask => 0,
            _ => self.payable.whole_units(unit),
        };
        self.items = items;
        self.undecided.clear();
        self.mixes = None;
    }
}

/// Subjects of all kinds come by id; a rule's floor stays before its cap.
fn cases(call: &Call, order: &Order) -> TiVec<CaseIx, Case> {
    let rules = &call.draft().rules;
    let places = Places::<CaseIx>::by(call.cases(), |case| (&rules[case.rule].id, &case.subject));
    let case = |&place: &usize| {
        let case = &call.cases()[place];
        let lines = case.lines.iter().map(|(&a, lines)| (order.activities.order[a], order.lines[a].of(lines)));
        Case {
            place,
            label: call.case_label(place).into(),
            kind: case.kind,
            activities: order.activities.of(&case.activities).into(),
            lines: Arc::new(lines.collect()),
            funds: case.funds.as_ref().map(|funds| order.funds.of(funds).into()),
            limit: match &case.limit {
                CaseLimit::Fixed(limit) => Limit::Fixed(limit.clone()),
                CaseLimit::PartOfGranted(part) => Limit::PartOfGranted(part.clone()),
                CaseLimit::PartOfOwn { part, of } => {
                    Limit::PartOfOwn { part: part.clone(), of: order.activities.of(of) }
                }
            },
            part_of_budget: part_of_budget(call, case),
        }
    };
    places.written.iter().map(case).collect()
}

/// The part of the budget that a limit is written as; zero where it is written otherwise.
pub(crate) fn part_of_budget(call: &Call, case: &RuleCase) -> Rational {
    match call.draft().rules[case.rule].limit(case.kind) {
        Some(Written::Percent(percent, Base::Budget)) => percent.part(),
        _ => Rational::ZERO,
    }
}

fn links(call: &Call, order: &Order) -> TiVec<LinkIx, Link> {
    if call.links().is_empty() {
        return TiVec::new();
    }
    let words = link_words(call.draft());
    let places = Places::<LinkIx>::by(&words, |word| *word);
    let link = |&place: &usize| {
        let link = call.links()[place];
        Link { place, from: order.node(link.from), to: order.node(link.to), kind: link.kind }
    };
    places.written.iter().map(link).collect()
}
