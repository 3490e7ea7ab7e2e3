//! Small maps.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A map with few keys, of which there may be many: sorted, and no larger than what it holds. It is used as a `BTreeMap` is.
///
/// ```
/// use fordela_model::Few;
///
/// let mut scores: Few<u8> = [("need".to_owned(), 3), ("area".to_owned(), 1)].into_iter().collect();
/// assert_eq!(scores.insert("need".to_owned(), 2), Some(3));
/// assert_eq!(scores.keys().collect::<Vec<_>>(), ["area", "need"]);
/// assert_eq!((scores["need"], scores.get("youth")), (2, None));
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Few<V>(Vec<(String, V)>);

impl<V> Few<V> {
    /// A map of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.as_str().cmp(key))
    }

    /// What a key has.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&V> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// What a key has, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        self.place(key).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether a key is there.
    #[must_use]
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_ok()
    }

    /// Gives a key a value, and gives back what it had.
    pub fn insert(&mut self, key: String, value: V) -> Option<V> {
        // They often come in order.
        let place = match self.0.last() {
            Some((last, _)) if *last >= key => self.place(&key),
            _ => Err(self.0.len()),
        };
        match place {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, value)),
            Err(place) => {
                self.0.insert(place, (key, value));
                None
            }
        }
    }

    /// What a key has, to be changed; this, where it had nothing.
    pub fn or_insert(&mut self, key: String, value: V) -> &mut V {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, value));
            place
        });
        &mut self.0[place].1
    }

    /// Takes a key away, and gives what it had.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        self.place(key).ok().map(|place| self.0.remove(place).1)
    }

    /// Takes all keys away but some.
    pub fn retain(&mut self, mut keeps: impl FnMut(&str, &V) -> bool) {
        self.0.retain(|(key, value)| keeps(key, value));
    }

    /// Takes all keys away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The keys and what they have, by key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&String, &V)> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &String> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// What the keys have, by key.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}

impl<V> Default for Few<V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: fmt::Debug> fmt::Debug for Few<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<V> Index<&str> for Few<V> {
    type Output = V;

    /// Panics where the key is not there, as every map does.
    fn index(&self, key: &str) -> &V {
        match self.place(key) {
            Ok(place) => &self.0[place].1,
            Err(_) => unreachable!("no key {key}"),
        }
    }
}

impl<V> Extend<(String, V)> for Few<V> {
    fn extend<I: IntoIterator<Item = (String, V)>>(&mut self, all: I) {
        for (key, value) in all {
            self.insert(key, value);
        }
    }
}

impl<V> FromIterator<(String, V)> for Few<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(all: I) -> Self {
        let all = all.into_iter();
        let mut few = Self(Vec::with_capacity(all.size_hint().0));
        few.extend(all);
        few
    }
}

impl<V> IntoIterator for Few<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<V: Serialize> Serialize for Few<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Few<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// Reads a map entry by entry.
struct Entries<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
    type Value = Few<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Few<V>, A::Error> {
        // What is said of the size is not trusted beyond what is few.
        let mut few = Few(Vec::with_capacity(map.size_hint().unwrap_or(0).min(16)));
        while let Some((key, value)) = map.next_entry()? {
            few.insert(key, value);
        }
        Ok(few)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        // The oracle is the map of the standard library.
        #[test]
        fn is_a_map(entries in proptest::collection::vec(("[a-d]{1,2}", 0_u8..9), 0..12), key in "[a-d]{1,2}") {
            let (mut few, mut map): (Few<u8>, BTreeMap<String, u8>) =
                (entries.iter().cloned().collect(), entries.iter().cloned().collect());
            prop_assert!(few.iter().eq(map.iter()));
            prop_assert_eq!(few.get(&key), map.get(&key));
            prop_assert_eq!(few.insert(key.clone(), 9), map.insert(key.clone(), 9));
            *few.or_insert(key.clone() + "a", 7) += 1;
            *map.entry(key.clone() + "a").or_insert(7) += 1;
            prop_assert!(few.iter().eq(map.iter()));
            prop_assert_eq!(few.remove(&key), map.remove(&key));
            prop_assert_eq!(serde_json::to_value(&few).ok(), serde_json::to_value(&map).ok());
            prop_assert!(few.into_iter().eq(map));
        }
    }
}
