//! The keys that were probably meant.

use crate::fault::Part;
use crate::nearest::nearest;

/// The key of a part that was probably meant: another word for it, or the one spelled most like it.
pub(crate) fn nearest_key(part: Part, key: &str) -> Option<&'static str> {
    meant_by(part, key.trim()).or_else(|| nearest(key, part.keys()))
}

/// The key that people write another word for.
fn meant_by(part: Part, word: &str) -> Option<&'static str> {
    let word = word.to_lowercase().replace([' ', '-'], "_");
    match part {
        Part::Call(part) => part.keys().iter().find(|key| key.also.contains(&word.as_str())).map(|key| key.name),
        other => synonyms(other).iter().find(|(known, _)| *known == word).map(|(_, meant)| *meant),
    }
}

/// Words that people use for a key, though they are not spelled like it.
fn synonyms(part: Part) -> &'static [(&'static str, &'static str)] {
    match part {
        Part::Scenarios => &[("scenarios", "scenario")],
        Part::Scenario => &[("title", "name"), ("add_rule", "rule"), ("requires", "require"), ("change", "set")],
        Part::Call(_) | Part::Scores | Part::Log | Part::Entry | Part::Suggested => &[],
    }
}
