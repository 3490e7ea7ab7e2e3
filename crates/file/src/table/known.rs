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
    /// The ids of those that were made, by name in lower case.
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

    /// The id of the applicant that a cell names; one is made where the call has none of its own.
    pub(super) fn applicant(&mut self, cell: &str) -> Option<String> {
        if !self.makes {
            return self.applicants.id(cell).map(str::to_owned);
        }
        // What is made is told apart by its name, whatever ids are like it.
        let name = plain_name(cell);
        if let Some(id) = self.by_name.get(&name) {
            return Some(id.clone());
        }
        let id = self.ids.of_name(cell)?;
        self.by_name.insert(name, id.clone());
        self.made.push(Applicant { name: (id != cell).then(|| cell.to_owned()), ..Applicant::new(id.clone()) });
        Some(id)
    }

    /// The applicants that were made of names, in the order in which they were.
    pub(crate) fn into_made(self) -> Vec<Applicant> {
        self.made
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
        assert_eq!(known.applicant("tekniska  NÄMNDEN").as_deref(), Some("tek"));
        assert_eq!(known.applicant("TEK").as_deref(), Some("tek"));
        assert_eq!(known.applicant("Lika"), None);
        assert_eq!(known.applicant("Kulturnämnden"), None);
        assert!(known.into_made().is_empty());
    }

    #[test]
    fn makes_applicants_where_the_call_has_none() {
        let mut known = Known::of(&CallDraft::new(""));
        assert_eq!(known.applicant("Tekniska nämnden").as_deref(), Some("tekniska-nämnden"));
        assert_eq!(known.applicant("TEKNISKA NÄMNDEN").as_deref(), Some("tekniska-nämnden"));
        assert_eq!(known.applicant("Tekniska-nämnden!").as_deref(), Some("tekniska-nämnden-2"));
        assert_eq!(known.applicant("tekniska-nämnden").as_deref(), Some("tekniska-nämnden-3"));
        assert_eq!(known.applicant("kultur").as_deref(), Some("kultur"));
        let made: Vec<_> = known.into_made().into_iter().map(|one| (one.id, one.name)).collect();
        assert_eq!(made[0], ("tekniska-nämnden".to_owned(), Some("Tekniska nämnden".to_owned())));
        assert_eq!(made[3], ("kultur".to_owned(), None));
    }
}
