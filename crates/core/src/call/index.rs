//! Ids and what has them.

use std::collections::HashMap;

use super::fault::{FaultKind, Named};

/// The ids of one kind of thing, with the places of what has them.
pub(super) struct Index<'a> {
    named: Named,
    places: HashMap<&'a str, usize>,
    ids: Vec<&'a str>,
}

impl<'a> Index<'a> {
    /// Indexes ids in their order. Every id that is bad or already taken is reported with its place.
    pub(super) fn new(
        named: Named,
        ids: impl Iterator<Item = &'a String>,
        mut report: impl FnMut(usize, FaultKind),
    ) -> Self {
        let ids: Vec<&str> = ids.map(String::as_str).collect();
        let mut places = HashMap::with_capacity(ids.len());
        for (place, &id) in ids.iter().enumerate() {
            if !is_id(id) {
                report(place, FaultKind::BadId { named, id: id.to_owned() });
            } else if places.contains_key(id) {
                report(place, FaultKind::DuplicateId { named, id: id.to_owned() });
            } else {
                places.insert(id, place);
            }
        }
        Self { named, places, ids }
    }

    /// The place of what has this id.
    pub(super) fn find(&self, id: &str) -> Result<usize, FaultKind> {
        self.places.get(id).copied().ok_or_else(|| FaultKind::UnknownId {
            named: self.named,
            id: id.to_owned(),
            nearest: nearest(id, self.ids.iter().copied()),
        })
    }
}

/// The word that is most like this one, if one is at all like it.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    /// Below this likeness, a suggestion confuses more than it helps.
    const LIKE: f64 = 0.75;
    known
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .max_by(|(one, a), (other, b)| one.total_cmp(other).then_with(|| b.cmp(a)))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Letters and digits of any language, `-` and `_`: what neither a path of the command line nor a
/// reference to a line takes apart.
pub(crate) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}
