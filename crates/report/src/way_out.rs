//! Ways out of a conflict as reports.

use std::borrow::Cow;

use fordela::call::{Kind, Limit};
use fordela::{Call, EvenCut, Found, Impossible, KeptFloors, Money, MoreMoney, Rational, Relaxation, Way};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::Names;
use super::{
    CaseReport,
    decimals::{As, Exact, Four},
};

/// What could be changed for a call to be possible, each by itself.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct WaysOut {
    /// Caps raised and floors lowered by the least money, in all.
    pub cheapest: WayReport<Moves>,
    /// Caps alone raised by the least money, in all.
    pub raised_caps: WayReport<Moves>,
    /// Floors lowered by the same part.
    pub even_cut: WayReport<EvenCutReport>,
    /// A larger budget, all funds in proportion.
    pub more_money: WayReport<MoreMoneyReport>,
    /// The smallest budget with which no floor need be lowered, and the caps that must be raised beside it, by the least
    /// money in all; where neither is enough by itself.
    pub kept_floors: WayReport<KeptFloorsReport>,
}

/// One way out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayReport<T> {
    /// Whether it leads out.
    pub answer: WayWord,
    /// What is changed, where it does.
    #[serde(flatten)]
    pub found: Option<FoundReport<T>>,
}

/// What is changed stands beside the words that lead out, and beside no other.
impl<T: JsonSchema> JsonSchema for WayReport<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("WayReport_for_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut found = FoundReport::<T>::json_schema(generator);
        found.remove("description");
        json_schema!({
            "description": "One way out.",
            "type": "object",
            "properties": { "answer": generator.subschema_for::<WayWord>() },
            "required": ["answer"],
            "if": { "properties": { "answer": { "enum": [WayWord::Least, WayWord::Enough] } } },
            "then": found,
        })
    }
}

/// Whether a way leads out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayWord {
    /// This is enough, and nothing less of the same sort is.
    Least,
    /// This is enough; whether less is was not settled within the effort.
    Enough,
    /// However much is changed in this way, the call stays impossible.
    NeverEnough,
    /// Nothing was found within the effort.
    NotFound,
    /// There is nothing to change in this way.
    NothingToChange,
}

/// A change that is enough, and what is then possible.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct FoundReport<T> {
    /// The change.
    #[serde(flatten)]
    pub change: T,
    /// What can be granted in all when it is carried out; `null` where that was not found out.
    pub granted: Option<Money>,
    /// Whether no more can be granted then.
    pub granted_is_most: bool,
}

/// Caps that are raised and floors that are lowered.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Moves {
    /// Each of them.
    pub changes: Vec<Relaxed>,
    /// By how much in all, rounded up to hundredths.
    pub by: Money,
    /// The same, exact up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub by_exact: Rational,
}

/// A cap that is raised or a floor that is lowered.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Relaxed {
    /// The cap or floor.
    #[serde(flatten)]
    pub case: CaseReport,
    /// By how much, rounded up to hundredths.
    pub by: Money,
    /// The same, exact up to twelve decimals.
    #[serde(with = "As::<Exact>")]
    pub by_exact: Rational,
    /// What the limit becomes, as it could be written in the call.
    pub new_limit: Limit,
}

/// Floors that are lowered by the same part.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct EvenCutReport {
    /// By what part, with four decimals: whole hundredths of a per cent.
    #[serde(with = "As::<Four>")]
    pub part: Rational,
    /// Whether all floors of the call are lowered, as those of the rules in the conflict are not enough.
    pub all_floors: bool,
    /// The rules whose floors are lowered.
    pub floors: Vec<LoweredReport>,
}

/// A rule with a lower floor.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct LoweredReport {
    /// The id of the rule.
    pub id: String,
    /// The name of the rule, or the id.
    pub name: String,
    /// The floor as it is written in the call.
    pub written: Limit,
    /// What it becomes.
    pub new_limit: Limit,
}

/// A larger budget.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct MoreMoneyReport {
    /// The sum of the funds.
    pub budget: Money,
    /// How much that is above the present one.
    pub by: Money,
}

/// Caps that are raised beside a larger budget.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct KeptFloorsReport {
    /// The larger budget.
    pub more_money: MoreMoneyReport,
    /// The caps that are raised.
    pub raised_caps: Moves,
}

impl<T> WayReport<T> {
    fn of<C>(way: &Way<C>, tell: impl FnOnce(&C) -> T) -> Self {
        let (answer, found) = match way {
            Way::Found(found) if found.is_least => (WayWord::Least, Some(found)),
            Way::Found(found) => (WayWord::Enough, Some(found)),
            Way::Closed => (WayWord::NeverEnough, None),
            Way::Unknown => (WayWord::NotFound, None),
            Way::Pointless => (WayWord::NothingToChange, None),
        };
        let told = |Found { change, granted, .. }: &Found<C>| FoundReport {
            change: tell(change),
            granted: granted.map(|granted| granted.amount),
            granted_is_most: granted.is_some_and(|granted| granted.is_most),
        };
        Self { answer, found: found.map(told) }
    }

    /// What is changed, where the way leads out.
    #[must_use]
    pub fn change(&self) -> Option<&T> {
        self.found.as_ref().map(|found| &found.change)
    }
}

impl WaysOut {
    pub(super) fn new(call: &Call, names: &Names<'_>, impossible: &Impossible) -> Self {
        let moves = |relaxations: &Vec<Relaxation>| Moves::new(names, relaxations);
        Self {
            cheapest: WayReport::of(&impossible.cheapest, moves),
            raised_caps: WayReport::of(&impossible.raised_caps, moves),
            even_cut: WayReport::of(&impossible.even_cut, |cut| EvenCutReport::new(call, cut)),
            more_money: WayReport::of(&impossible.more_money, MoreMoneyReport::of),
            kept_floors: WayReport::of(&impossible.kept_floors, |KeptFloors { money, raised }| KeptFloorsReport {
                more_money: MoreMoneyReport::of(money),
                raised_caps: moves(raised),
            }),
        }
    }
}

impl MoreMoneyReport {
    fn of(&MoreMoney { budget, by }: &MoreMoney) -> Self {
        Self { budget, by }
    }
}

impl Moves {
    fn new(names: &Names<'_>, relaxations: &[Relaxation]) -> Self {
        let sum: Rational = relaxations.iter().map(|relaxation| &relaxation.by).sum();
        let relaxed = |relaxation: &Relaxation| Relaxed {
            case: names.case(&relaxation.case),
            by: up(&relaxation.by),
            by_exact: relaxation.by.clone(),
            new_limit: relaxation.limit,
        };
        Self { changes: relaxations.iter().map(relaxed).collect(), by: up(&sum), by_exact: sum }
    }
}

impl Relaxed {
    /// Whether the limit is raised.
    #[must_use]
    pub fn is_raised(&self) -> bool {
        self.case.kind == Kind::AtMost
    }
}

impl EvenCutReport {
    fn new(call: &Call, cut: &EvenCut) -> Self {
        let floors = cut.floors.iter().filter_map(|lowered| {
            let rule = call.draft().rules.iter().find(|rule| rule.id == lowered.rule)?;
            Some(LoweredReport {
                id: rule.id.clone(),
                name: call.called(rule).to_owned(),
                // Only floors are lowered.
                written: rule.at_least.unwrap_or(Limit::Money(Money::ZERO)),
                new_limit: lowered.limit,
            })
        });
        Self { part: cut.by.part(), all_floors: cut.is_all, floors: floors.collect() }
    }
}

/// An exact amount rounded up to hundredths; zero where it is larger than an amount can be, which limits are not.
fn up(amount: &Rational) -> Money {
    Money::rounded_up(amount).unwrap_or_default()
}
