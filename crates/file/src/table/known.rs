//! What the names in a table may be names of.

use std::collections::HashMap;

use fordela::CallDraft;
use fordela::call::draft::Applicant;
use fordela::call::{ByName, plain_name};

use super::heading::Heading;
use super::made::Made;

/// The criteria and applicants of a call, by what people call them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    criteria: ByName,
    /// What the criteria are called.
    told: Vec<String>,
    applicants: ByName,
    /// Whether applicants are made of the names in the table, as the call has none.
    makes: bool,
    ids: Made,
    /// The ids of those that were made, by name in lower case and as it is written.
    by_name: HashMap<String, String>,
    made: Vec<Applicant>,
}

impl Known {
    pub(crate) fn of(draft: &CallDraft) -> Self {
        let applicants = ByName::of(&draft.applicants);
        let mut known = Self { makes: draft.applicants.is_empty(), applicants, ..Self::default() };
        for criterion in &draft.criteria {
            let name = criterion.name.as_deref();
            known.criteria.add(&criterion.id, name);
            // What stands in brackets after a name is left out above a column, or is told otherwise.
            known.criteria.add(&criterion.id, name.map(|name| Heading::of(name).plain).as_deref());
            known.told.push(name.unwrap_or(&criterion.id).to_owned());
        }
        known
    }

    /// The id of the criterion that a heading names.
    pub(super) fn criterion(&self, heading: &str) -> Option<&str> {
        self.criteria.id(heading)
    }

    /// What the criteria are called.
    pub(super) fn criteria(&self) -> impl Iterator<Item = &str> {
        self.told.iter().map(String::as_str)
    }

    /// The id of the applicant that a cell names.
    pub(super) fn applicant(&self, cell: &str) -> Option<&str> {
        if self.makes { self.by_name.get(cell).map(String::as_str) } else { self.applicants.id(cell) }
    }

    /// Makes an applicant of the name in a cell, where the call has none of its own, and none was made of this name.
    pub(super) fn make(&mut self, cell: &str) {
        if !self.makes || self.by_name.contains_key(cell) {
            return;
        }
        // What is made is told apart by its name, whatever ids are like it.
        let name = plain_name(cell);
        let id = match self.by_name.get(&name) {
            Some(id) => id.clone(),
            None => {
                let Some(id) = self.ids.of_name(cell) else { return };
                let name = (id != cell).then(|| cell.to_owned());
                self.made.push(Applicant { name, ..Applicant::new(id.clone()) });
                id
            }
        };
        self.by_name.insert(name, id.clone());
        self.by_name.insert(cell.to_owned(), id);
    }

    /// The applicants that were made of names, in the order in which they were.
    pub(super) fn take_made(&mut self) -> Vec<Applicant> {
        std::mem::take(&mut self.made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_applicants_by_name_in_any_case() {
        let named = |id: &str, name: &str| Applicant { name: Some(name.to_owned()), ..Applicant::new(id) };
        let draft = CallDraft::new("").applicant(named("tek", "Tekniska nämnden")).applicant(named("x", "Lika"));
        let mut known = Known::of(&draft.applicant(named("y", "Lika")));
        known.make("Kulturnämnden");
        assert_eq!(known.applicant("tekniska  NÄMNDEN"), Some("tek"));
        assert_eq!(known.applicant("TEK"), Some("tek"));
        assert_eq!(known.applicant("Lika"), None);
        assert_eq!(known.applicant("Kulturnämnden"), None);
        assert!(known.take_made().is_empty());
    }

    #[test]
    fn makes_applicants_where_the_call_has_none() {
        let mut known = Known::of(&CallDraft::new(""));
        let mut made = |name: &'static str| {
            known.make(name);
            known.applicant(name).map(str::to_owned)
        };
        assert_eq!(made("Tekniska nämnden").as_deref(), Some("tekniska-nämnden"));
        assert_eq!(made("TEKNISKA NÄMNDEN").as_deref(), Some("tekniska-nämnden"));
        assert_eq!(made("Tekniska-nämnden!").as_deref(), Some("tekniska-nämnden-2"));
        assert_eq!(made("tekniska-nämnden").as_deref(), Some("tekniska-nämnden-3"));
        assert_eq!(made("kultur").as_deref(), Some("kultur"));
        assert_eq!(made("–"), None);
        let made: Vec<_> = known.take_made().into_iter().map(|one| (one.id, one.name)).collect();
        assert_eq!(made[0], ("tekniska-nämnden".to_owned(), Some("Tekniska nämnden".to_owned())));
        assert_eq!(made[3], ("kultur".to_owned(), None));
    }
}
