//! What a scenario can change, by the name that the call file has for it.

use std::fmt;
use std::str::FromStr;

use crate::alike::nearest;
use crate::call::draft::CallDraft;
use crate::call::{Kind, is_id};

/// Something in a call that a scenario can change, such as `activity.kurs.ask`.
///
/// ```
/// use fordela::scenario::Path;
///
/// let path: Path = "rule.no-board-gets-all.at_most".parse()?;
/// assert_eq!(path.to_string(), "rule.no-board-gets-all.at_most");
/// # Ok::<(), fordela::scenario::NotAPath>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Path {
    /// `budget`: the sum of the funds.
    Budget,
    /// `unit`: what grants are whole multiples of.
    Unit,
    /// `bad_luck`: how many activities may have bad luck at once.
    BadLuck,
    /// `objective.…`: what is maximised, or how money is shared.
    Objective(ObjectiveKey),
    /// `fund.ID.…`: something of a fund.
    Fund(String, FundKey),
    /// `criterion.ID.weight`: how much a criterion counts.
    CriterionWeight(String),
    /// `activity.ID.…`: something of an activity.
    Activity(String, ActivityKey),
    /// `rule.ID.at_least` or `rule.ID.at_most`: the floor or the cap of a rule.
    RuleLimit(String, Kind),
}

/// What a scenario can change of the objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectiveKey {
    /// `kind`: which objective.
    Kind,
    /// `weighted`: whether claims count by their priority.
    Weighted,
    /// `over`: among whom money is shared.
    Over,
    /// `at_least`: the least part of what sharing gives.
    AtLeast,
}

/// What a scenario can change of a fund.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FundKey {
    /// `amount`: what it holds.
    Amount,
    /// `min_part`: the least part of an activity that it carries.
    MinPart,
    /// `max_part`: the largest part of an activity that it may carry.
    MaxPart,
}

/// What a scenario can change of an activity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActivityKey {
    /// `ask`: the money asked for.
    Ask,
    /// `funding`: which grants are possible.
    Funding,
    /// `min_share`: the least share, when it gets anything.
    MinShare,
    /// `spend_rate`: what part of its grant it is expected to spend.
    SpendRate,
    /// `score.CRITERION`: how well it meets a criterion.
    Score(String),
    /// `line.LINE.cost`: what one of its lines costs.
    LineCost(String),
}

/// The text is no path to something that a scenario can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPath;

impl fmt::Display for NotAPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is no path to something that can be changed, such as `budget` or `activity.ID.ask`")
    }
}

impl std::error::Error for NotAPath {}

/// Ids have no dots, so that the parts of a path can be told from each other.
impl FromStr for Path {
    type Err = NotAPath;

    fn from_str(text: &str) -> Result<Self, NotAPath> {
        let parts: Vec<&str> = text.trim().split('.').collect();
        let path = match parts[..] {
            ["budget"] => Self::Budget,
            ["unit"] => Self::Unit,
            ["bad_luck"] => Self::BadLuck,
            ["objective", key] => Self::Objective(objective_key(key)?),
            ["fund", id, key] => Self::Fund(named(id)?, fund_key(key)?),
            ["criterion", id, "weight"] => Self::CriterionWeight(named(id)?),
            ["rule", id, "at_least"] => Self::RuleLimit(named(id)?, Kind::AtLeast),
            ["rule", id, "at_most"] => Self::RuleLimit(named(id)?, Kind::AtMost),
            ["activity", id, ref rest @ ..] => Self::Activity(named(id)?, activity_key(rest)?),
            _ => return Err(NotAPath),
        };
        Ok(path)
    }
}

fn objective_key(key: &str) -> Result<ObjectiveKey, NotAPath> {
    Ok(match key {
        "kind" => ObjectiveKey::Kind,
        "weighted" => ObjectiveKey::Weighted,
        "over" => ObjectiveKey::Over,
        "at_least" => ObjectiveKey::AtLeast,
        _ => return Err(NotAPath),
    })
}

fn fund_key(key: &str) -> Result<FundKey, NotAPath> {
    Ok(match key {
        "amount" => FundKey::Amount,
        "min_part" => FundKey::MinPart,
        "max_part" => FundKey::MaxPart,
        _ => return Err(NotAPath),
    })
}

fn activity_key(parts: &[&str]) -> Result<ActivityKey, NotAPath> {
    Ok(match parts {
        ["ask"] => ActivityKey::Ask,
        ["funding"] => ActivityKey::Funding,
        ["min_share"] => ActivityKey::MinShare,
        ["spend_rate"] => ActivityKey::SpendRate,
        ["score", criterion] => ActivityKey::Score(named(criterion)?),
        ["line", line, "cost"] => ActivityKey::LineCost(named(line)?),
        _ => return Err(NotAPath),
    })
}

fn named(id: &str) -> Result<String, NotAPath> {
    if is_id(id) { Ok(id.to_owned()) } else { Err(NotAPath) }
}

/// As it is read.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Budget => f.write_str("budget"),
            Self::Unit => f.write_str("unit"),
            Self::BadLuck => f.write_str("bad_luck"),
            Self::Objective(ObjectiveKey::Kind) => f.write_str("objective.kind"),
            Self::Objective(ObjectiveKey::Weighted) => f.write_str("objective.weighted"),
            Self::Objective(ObjectiveKey::Over) => f.write_str("objective.over"),
            Self::Objective(ObjectiveKey::AtLeast) => f.write_str("objective.at_least"),
            Self::Fund(id, FundKey::Amount) => write!(f, "fund.{id}.amount"),
            Self::Fund(id, FundKey::MinPart) => write!(f, "fund.{id}.min_part"),
            Self::Fund(id, FundKey::MaxPart) => write!(f, "fund.{id}.max_part"),
            Self::CriterionWeight(id) => write!(f, "criterion.{id}.weight"),
            Self::RuleLimit(id, Kind::AtLeast) => write!(f, "rule.{id}.at_least"),
            Self::RuleLimit(id, Kind::AtMost) => write!(f, "rule.{id}.at_most"),
            Self::Activity(id, ActivityKey::Ask) => write!(f, "activity.{id}.ask"),
            Self::Activity(id, ActivityKey::Funding) => write!(f, "activity.{id}.funding"),
            Self::Activity(id, ActivityKey::MinShare) => write!(f, "activity.{id}.min_share"),
            Self::Activity(id, ActivityKey::SpendRate) => write!(f, "activity.{id}.spend_rate"),
            Self::Activity(id, ActivityKey::Score(criterion)) => write!(f, "activity.{id}.score.{criterion}"),
            Self::Activity(id, ActivityKey::LineCost(line)) => write!(f, "activity.{id}.line.{line}.cost"),
        }
    }
}

/// The path of this call that is most like a text, mended part by part.
pub(super) fn nearest_path(draft: &CallDraft, text: &str) -> Option<String> {
    const HEADS: [&str; 8] = ["budget", "unit", "bad_luck", "objective", "fund", "criterion", "activity", "rule"];
    let mut parts = text.trim().split('.');
    let head = like(parts.next()?, HEADS)?;
    let id = parts.next();
    Some(match head.as_str() {
        "budget" | "unit" | "bad_luck" => head,
        "objective" => format!("objective.{}", like(id.unwrap_or("kind"), ["kind", "weighted", "over", "at_least"])?),
        "fund" => {
            let id = like(id?, draft.funds.iter().map(|fund| fund.id.as_str()))?;
            let key = like(parts.next().unwrap_or("amount"), ["amount", "min_part", "max_part"]);
            format!("fund.{id}.{}", key.unwrap_or_else(|| "amount".to_owned()))
        }
        "criterion" => format!("criterion.{}.weight", criterion(draft, id?)?),
        "rule" => {
            let id = like(id?, draft.rules.iter().map(|rule| rule.id.as_str()))?;
            let key = like(parts.next().unwrap_or("at_most"), ["at_most", "at_least"])?;
            format!("rule.{id}.{key}")
        }
        _ => {
            let id = like(id?, draft.activities.iter().map(|activity| activity.id.as_str()))?;
            let activity = draft.activities.iter().find(|activity| activity.id == id)?;
            let lines = activity.lines.iter().map(|line| line.id.as_str());
            let key =
                like(parts.next().unwrap_or("ask"), ["ask", "funding", "min_share", "spend_rate", "score", "line"])?;
            match key.as_str() {
                "score" => format!("activity.{id}.score.{}", criterion(draft, parts.next()?)?),
                "line" => format!("activity.{id}.line.{}.cost", like(parts.next()?, lines)?),
                _ => format!("activity.{id}.{key}"),
            }
        }
    })
}

fn criterion(draft: &CallDraft, id: &str) -> Option<String> {
    like(id, draft.criteria.iter().map(|criterion| criterion.id.as_str()))
}

fn like<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, known.into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_every_kind() {
        for text in [
            "budget",
            "unit",
            "bad_luck",
            "objective.kind",
            "objective.weighted",
            "objective.over",
            "objective.at_least",
            "fund.stad.amount",
            "fund.stad.min_part",
            "fund.stad.max_part",
            "criterion.områdes-lyft.weight",
            "activity.kurs_1.ask",
            "activity.kurs.funding",
            "activity.kurs.min_share",
            "activity.kurs.spend_rate",
            "activity.kurs.score.barn-unga",
            "activity.kurs.line.lokal.cost",
            "rule.golv.at_least",
            "rule.tak.at_most",
        ] {
            assert_eq!(text.parse::<Path>().map(|path| path.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn an_id_may_be_a_key() {
        let path: Path = "activity.score.score.ask".parse().expect("a path");
        assert_eq!(path, Path::Activity("score".to_owned(), ActivityKey::Score("ask".to_owned())));
    }

    #[test]
    fn takes_nothing_else() {
        for text in [
            "",
            "budget.",
            ".budget",
            "fund",
            "fund.a",
            "fund..amount",
            "fund.a.name",
            "activity.a",
            "activity.a.bad_luck",
            "rule.a b.at_most",
        ] {
            assert_eq!(text.parse::<Path>(), Err(NotAPath), "{text}");
        }
    }
}
