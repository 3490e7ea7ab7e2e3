//! Which grants an activity may get by how it is funded, apart from what others get.

use fordela_model::Call;
use fordela_model::call::draft::{Activity, Funding};
use fordela_model::call::{Link, LinkKind, Node};
use fordela_num::{Money, Rational};

/// With more lines than this, not all ways to choose among them are tried.
const MOST_LINES: usize = 12;

/// Grants from the least to the most, all with the same lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Possible {
    pub(super) least: Rational,
    pub(super) most: Rational,
    /// Whether each line is granted; empty unless lines are granted one by one.
    pub(super) lines: Vec<bool>,
}

impl Possible {
    fn range(least: Rational, most: Rational) -> Self {
        Self { least, most, lines: Vec::new() }
    }

    fn just(amount: Money) -> Self {
        Self::range(amount.rational(), amount.rational())
    }
}

/// The least money there is.
fn hundredth() -> Rational {
    Rational::ONE / Rational::from(100_i64)
}

/// All grants that an activity may get, nothing among them; `None` where it has too many lines.
pub(super) fn possible(call: &Call, a: usize) -> Option<Vec<Possible>> {
    let (activity, ask) = (&call.draft().activities[a], call.claims()[a].ask());
    let mut all = vec![Possible::just(Money::ZERO)];
    match activity.funding {
        Funding::Partial if !ask.is_zero() => {
            let least = activity.min_share.map(|share| ask.rational() * share.part());
            all.push(Possible::range(least.unwrap_or_default().max(hundredth()), ask.rational()));
        }
        Funding::Whole if !ask.is_zero() => all.push(Possible::just(ask)),
        Funding::Partial | Funding::Whole => {}
        Funding::Levels => {
            all.extend(activity.levels.iter().filter(|level| !level.is_zero()).copied().map(Possible::just))
        }
        Funding::Lines => return choices(call, a, activity),
    }
    Some(all)
}

/// What an activity gets with each choice of its lines that keeps the links between them.
fn choices(call: &Call, a: usize, activity: &Activity) -> Option<Vec<Possible>> {
    let count = activity.lines.len();
    if count > MOST_LINES {
        return None;
    }
    let inner: Vec<&Link> =
        call.links().iter().filter(|link| link.from.activity() == a && link.to.activity() == a).collect();
    let choice = |chosen: u32| {
        let lines: Vec<bool> = (0..count).map(|line| chosen >> line & 1 == 1).collect();
        let amount: Money =
            activity.lines.iter().zip(&lines).filter(|(_, chosen)| **chosen).map(|(line, _)| line.cost).sum();
        let is_granted = |node| match node {
            Node::Activity(_) => !amount.is_zero(),
            Node::Line(_, line) => lines.get(line).copied().unwrap_or_default(),
        };
        let keeps = inner.iter().all(|link| keeps(link.kind, is_granted(link.from), is_granted(link.to)));
        keeps.then(|| Possible { lines: lines.clone(), ..Possible::just(amount) })
    };
    Some((0..1 << count).filter_map(choice).collect())
}

/// Whether a link is kept by what is granted at its ends.
pub(super) fn keeps(kind: LinkKind, from: bool, to: bool) -> bool {
    match kind {
        LinkKind::Requires => !from || to,
        LinkKind::Excludes => !(from && to),
    }
}

/// The lines that an amount was granted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lines {
    /// These; none where lines are not granted one by one.
    Known(Vec<bool>),
    /// There are several ways, or too many lines to try them.
    Unknown,
    /// No choice of lines costs just that.
    None,
}

/// The lines that the grant of an activity must be for.
pub(super) fn lines_of(call: &Call, a: usize, amount: Money) -> Lines {
    if call.draft().activities[a].funding != Funding::Lines {
        return Lines::Known(Vec::new());
    }
    let Some(all) = possible(call, a) else { return Lines::Unknown };
    let mut fitting = all.into_iter().filter(|one| one.least == amount.rational());
    match (fitting.next(), fitting.next()) {
        (None, _) => Lines::None,
        (Some(only), None) => Lines::Known(only.lines),
        _ => Lines::Unknown,
    }
}
