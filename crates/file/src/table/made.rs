//! Ids that are made of names.

use std::collections::HashMap;

use fordela::call::id_from_name;

/// The ids that were made so far, each once; with how often each was asked for, so that equal names take no longer each time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Made(HashMap<String, usize>);

impl Made {
    /// An id of this name that was not made before, with a number after it where its own was; `None` where the name has
    /// neither letters nor digits.
    pub(crate) fn of_name(&mut self, name: &str) -> Option<String> {
        id_from_name(name).map(|id| self.fresh(id))
    }

    /// The id, or the first with a number after it that was not made before.
    pub(super) fn fresh(&mut self, id: String) -> String {
        let Some(mut count) = self.0.get(&id).copied() else {
            self.0.insert(id.clone(), 1);
            return id;
        };
        loop {
            count += 1;
            let numbered = format!("{id}-{count}");
            if !self.0.contains_key(&numbered) {
                self.0.insert(id, count);
                self.0.insert(numbered.clone(), 1);
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_is_made_twice() {
        let mut made = Made::default();
        let ids = ["A", "a 2", "a", "A!", "–"].map(|name| made.of_name(name));
        assert_eq!(ids.map(|id| id.unwrap_or_default()), ["a", "a-2", "a-3", "a-4", ""]);
    }
}
