//! What a scenario can change, by the name that the call file has for it.

use std::fmt;
use std::str::FromStr;

use crate::alike::nearest;
use crate::call::draft::CallDraft;
use crate::characters::first_hidden;
use crate::keys::{Form, Key, Part};

/// Something in a call that a scenario can change, such as `activity.kurs.ask`. A name does in the place of an id, where just
/// one has it and there is no dot in it.
///
/// ```
/// use fordela::scenario::Path;
///
/// let path: Path = "rule.no-board-gets-all.at_most".parse()?;
/// assert_eq!(path.to_string(), "rule.no-board-gets-all.at_most");
/// # Ok::<(), fordela::scenario::NotAPath>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// `budget`: the sum of the funds.
    Budget,
    /// A key that says how what it says is [changed](field@Key::changed), such as `unit` or `fund.ID.amount`.
    Key(Holder, &'static Key),
    /// `activity.ID.score.CRITERION`: how well an activity meets a criterion.
    Score {
        /// The activity's id.
        activity: String,
        /// The criterion's id.
        criterion: String,
    },
}

/// What has a key that a scenario can change; of those that have ids, which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// The call itself.
    Call,
    /// `objective.…`.
    Objective,
    /// `fund.ID.…`.
    Fund(String),
    /// `criterion.ID.…`.
    Criterion(String),
    /// `rule.ID.…`.
    Rule(String),
    /// `activity.ID.…`.
    Activity(String),
    /// `activity.ID.line.LINE.…`.
    Line(String, String),
}

impl Holder {
    /// Whose keys it has.
    #[must_use]
    pub fn part(&self) -> Part {
        match self {
            Self::Call => Part::Call,
            Self::Objective => Part::Objective,
            Self::Fund(_) => Part::Fund,
            Self::Criterion(_) => Part::Criterion,
            Self::Rule(_) => Part::Rule,
            Self::Activity(_) => Part::Activity,
            Self::Line(..) => Part::Line,
        }
    }

    /// The path of one of its keys.
    fn key(self, name: &str) -> Result<Path, NotAPath> {
        let key = changeable(self.part()).find(|key| key.name == name).ok_or(NotAPath)?;
        Ok(Path::Key(self, key))
    }
}

impl Path {
    /// How its value is written.
    #[must_use]
    pub fn form(&self) -> Form {
        match self {
            Self::Budget => Form::Money,
            Self::Key(_, key) => key.form,
            Self::Score { .. } => Form::Number,
        }
    }

    /// Whether it always has a value, so that the value cannot be taken away.
    #[must_use]
    pub fn has_always_a_value(&self) -> bool {
        match self {
            Self::Budget | Self::Score { .. } => true,
            Self::Key(_, key) => key.has_always_a_value(),
        }
    }
}

/// The keys of a part that a scenario can change.
fn changeable(part: Part) -> impl Iterator<Item = &'static Key> + Clone {
    part.keys().iter().filter(|key| key.changed.is_some())
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
        match parts[..] {
            ["budget"] => Ok(Self::Budget),
            [key] => Holder::Call.key(key),
            ["objective", key] => Holder::Objective.key(key),
            ["fund", id, key] => Holder::Fund(named(id)?).key(key),
            ["criterion", id, key] => Holder::Criterion(named(id)?).key(key),
            ["rule", id, key] => Holder::Rule(named(id)?).key(key),
            ["activity", id, key] => Holder::Activity(named(id)?).key(key),
            ["activity", id, "score", criterion] => {
                Ok(Self::Score { activity: named(id)?, criterion: named(criterion)? })
            }
            ["activity", id, "line", line, key] => Holder::Line(named(id)?, named(line)?).key(key),
            _ => Err(NotAPath),
        }
    }
}

/// An id, or a name without dots.
fn named(text: &str) -> Result<String, NotAPath> {
    if text.trim().is_empty() || first_hidden(text).is_some() { Err(NotAPath) } else { Ok(text.trim().to_owned()) }
}

/// As it is read.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Budget => f.write_str("budget"),
            Self::Key(holder, key) => write!(f, "{holder}{}", key.name),
            Self::Score { activity, criterion } => write!(f, "activity.{activity}.score.{criterion}"),
        }
    }
}

/// What stands before the key in a path.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call => Ok(()),
            Self::Objective => f.write_str("objective."),
            Self::Fund(id) => write!(f, "fund.{id}."),
            Self::Criterion(id) => write!(f, "criterion.{id}."),
            Self::Rule(id) => write!(f, "rule.{id}."),
            Self::Activity(id) => write!(f, "activity.{id}."),
            Self::Line(id, line) => write!(f, "activity.{id}.line.{line}."),
        }
    }
}

/// The path of this call that is most like a text, mended part by part.
pub(super) fn nearest_path(draft: &CallDraft, text: &str) -> Option<String> {
    const PARTS: [&str; 6] = ["budget", "objective", "fund", "criterion", "activity", "rule"];
    let mut parts = text.trim().split('.');
    let heads = PARTS.into_iter().chain(changeable(Part::Call).map(|key| key.name));
    let head = like(parts.next()?, heads)?;
    let second = parts.next();
    Some(match head.as_str() {
        "objective" => format!("objective.{}", like_key(Part::Objective, second)?),
        "fund" => {
            let id = like(second?, draft.funds.iter().map(|fund| fund.id.as_str()))?;
            format!("fund.{id}.{}", like_key(Part::Fund, parts.next())?)
        }
        "criterion" => format!("criterion.{}.{}", criterion(draft, second?)?, like_key(Part::Criterion, parts.next())?),
        "rule" => {
            let id = like(second?, draft.rules.iter().map(|rule| rule.id.as_str()))?;
            format!("rule.{id}.{}", like_key(Part::Rule, parts.next())?)
        }
        "activity" => {
            let id = like(second?, draft.activities.iter().map(|activity| activity.id.as_str()))?;
            let activity = draft.activities.iter().find(|activity| activity.id == id)?;
            let lines = activity.lines.iter().map(|line| line.id.as_str());
            let keys = changeable(Part::Activity).map(|key| key.name).chain(["score", "line"]);
            match like(parts.next().unwrap_or(usual(Part::Activity)), keys)?.as_str() {
                "score" => format!("activity.{id}.score.{}", criterion(draft, parts.next()?)?),
                "line" => {
                    let line = like(parts.next()?, lines)?;
                    format!("activity.{id}.line.{line}.{}", like_key(Part::Line, parts.next())?)
                }
                key => format!("activity.{id}.{key}"),
            }
        }
        _ => head,
    })
}

/// The key of a part that is most like a word; the usual one where there is no word.
fn like_key(part: Part, word: Option<&str>) -> Option<String> {
    let keys = changeable(part).map(|key| key.name);
    // Of what has but one key that can be changed, that is meant.
    like(word.unwrap_or(usual(part)), keys.clone())
        .or_else(|| (keys.clone().count() == 1).then(|| usual(part).to_owned()))
}

/// The key that is changed most often.
fn usual(part: Part) -> &'static str {
    match part {
        Part::Rule => "at_most",
        _ => changeable(part).map(|key| key.name).next().unwrap_or_default(),
    }
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
        assert_eq!(path, Path::Score { activity: "score".to_owned(), criterion: "ask".to_owned() });
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
            "activity.a.line.b.title",
            "title",
            "activity",
            "rule. .at_most",
            "rule.a\u{202e}b.at_most",
        ] {
            assert_eq!(text.parse::<Path>(), Err(NotAPath), "{text}");
        }
    }
}
