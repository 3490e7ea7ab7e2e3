//! Ids and what has them.

use std::collections::HashMap;

use super::fault::{FaultKind, Named};
use crate::alike::Guesses;
use crate::characters::hidden;

/// The ids of one kind of thing, with the places of what has them.
pub(super) struct Index<'a> {
    named: Named,
    /// With ids that are none, so that what refers to them is no fault of its own.
    places: HashMap<&'a str, usize>,
    ids: Vec<&'a str>,
    guesses: &'a Guesses,
}

impl<'a> Index<'a> {
    /// Indexes ids in their order. Every id that is bad or already taken is reported with its place.
    pub(super) fn new(
        named: Named,
        ids: impl Iterator<Item = &'a String>,
        guesses: &'a Guesses,
        mut report: impl FnMut(usize, FaultKind),
    ) -> Self {
        let mut ids: Vec<&str> = ids.map(String::as_str).collect();
        let mut places = HashMap::with_capacity(ids.len());
        for (place, &id) in ids.iter().enumerate() {
            if !is_id(id) {
                report(place, FaultKind::BadId { named, id: id.to_owned() });
                places.entry(id).or_insert(place);
            } else if places.contains_key(id) {
                report(place, FaultKind::DuplicateId { named, id: id.to_owned() });
            } else {
                places.insert(id, place);
            }
        }
        ids.retain(|id| is_id(id));
        Self { named, places, ids, guesses }
    }

    /// The place of what has this id.
    pub(super) fn find(&self, id: &str) -> Result<usize, FaultKind> {
        self.places.get(id).copied().ok_or_else(|| FaultKind::UnknownId {
            named: self.named,
            id: id.to_owned(),
            nearest: self.guesses.nearest(id, self.ids.iter().copied()),
        })
    }
}

/// An id stands in every table and message about what has it.
const LONGEST: usize = 200;

/// Letters and digits of any language, `-` and `_`: what neither a path of the command line nor a
/// reference to a line takes apart.
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST && id.chars().all(is_of_id)
}

/// Whether an id may have a character. Some letters are not seen.
pub(super) fn is_of_id(character: char) -> bool {
    (character.is_alphanumeric() || matches!(character, '-' | '_')) && hidden(character).is_none()
}

/// The id that is most like a text that is none, if there is anything in it to make one of.
pub(super) fn id_of(text: &str) -> Option<String> {
    // What is not seen, and the accents that stand apart from their letters, part nothing.
    let parts_nothing = |c: char| hidden(c).is_some() || ('\u{300}'..='\u{36F}').contains(&c);
    let parts = text.split(|c: char| !is_of_id(c) && !parts_nothing(c));
    let parts = parts.map(|part| part.chars().filter(|&c| is_of_id(c)).collect::<String>());
    let id = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    (!id.is_empty() && id.len() <= LONGEST).then_some(id)
}
