//! Lists that copies share.

use std::ops::{Deref, DerefMut};
use std::slice;
use std::sync::Arc;
use std::vec;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list that copies share until one of them is changed. It is used as a `Vec` is.
///
/// A call that is made of another one by a change or two has most of its lists in common with it, so that to copy them costs
/// nothing, and it is known at once that they are the same.
#[derive(Debug, Clone)]
pub struct List<T>(Arc<Vec<T>>);

impl<T> List<T> {
    /// Whether both are one list, rather than two that may have the same in them.
    pub(super) fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_shared_with(other) || self.0 == other.0
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T> Deref for List<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T: Clone> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(list: Vec<T>) -> Self {
        Self(Arc::new(list))
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        Vec::from_iter(things).into()
    }
}

impl<T: Clone> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> vec::IntoIter<T> {
        Arc::unwrap_or_clone(self.0).into_iter()
    }
}

impl<'l, T> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = slice::Iter<'l, T>;

    fn into_iter(self) -> slice::Iter<'l, T> {
        self.iter()
    }
}

impl<'l, T: Clone> IntoIterator for &'l mut List<T> {
    type Item = &'l mut T;
    type IntoIter = slice::IterMut<'l, T>;

    fn into_iter(self) -> slice::IterMut<'l, T> {
        self.iter_mut()
    }
}

/// As the list that it is.
impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_shared_until_it_is_changed() {
        let list = List::from(vec![1, 2]);
        let mut copy = list.clone();
        assert!(copy.is_shared_with(&list));
        copy.push(3);
        assert!(!copy.is_shared_with(&list));
        assert_eq!((&list[..], &copy[..]), (&[1, 2][..], &[1, 2, 3][..]));
        copy.truncate(2);
        assert_eq!(copy, list);
    }
}
