//! Ids and what has them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::fault::FaultKind;
use super::id::is_id;
use super::named::Named;
use crate::alike::Guesses;

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
        let count = ids.size_hint().0;
        let (mut places, mut sound) = (HashMap::with_capacity(count), Vec::with_capacity(count));
        for (place, id) in ids.map(String::as_str).enumerate() {
            let is_first = match places.entry(id) {
                Entry::Vacant(free) => {
                    free.insert(place);
                    true
                }
                Entry::Occupied(_) => false,
            };
            if !is_id(id) {
                report(place, FaultKind::BadId { named, id: id.to_owned() });
                continue;
            }
            sound.push(id);
            if !is_first {
                report(place, FaultKind::DuplicateId { named, id: id.to_owned() });
            }
        }
        Self { named, places, ids: sound, guesses }
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
