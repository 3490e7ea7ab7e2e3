//! What the names in a table may be names of.

use std::collections::HashMap;

use fordela::CallDraft;
use fordela::call::draft::Applicant;
use fordela::call::id_from_name;

use super::heading::Heading;

/// The criteria and applicants of a call, by what people call them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    criteria: Named,
    applicants: Named,
    /// Whether applicants are made of the names in the table, as the call has none.
    makes: bool,
    made: Vec<Applicant>,
}

/// Ids, by id and by name in lower case; none where several have the name.
#[derive(Debug, Clone, Default)]
struct Named {
    ids: HashMap<String, Option<String>>,
    /// What they are called, as it is written.
    told: Vec<String>,
}

impl Named {
    fn add(&mut self, id: &str, name: Option<&str>) {
        self.told.push(name.unwrap_or(id).to_owned());
        // What is called by the id of another is told apart by that id.
        self.ids.insert(id.to_lowercase(), Some(id.to_owned()));
        for key in name.into_iter().flat_map(|name| [plain(name), Heading::of(name).plain]) {
            let one = self.ids.entry(key).or_insert_with(|| Some(id.to_owned()));
            if one.as_deref() != Some(id) {
                *one = None;
            }
        }
    }

    fn one(&self, name: &str) -> Option<&str> {
        self.ids.get(name)?.as_deref()
    }
}

/// A name as names are compared: in lower case, with one space between words.
fn plain(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Known {
    pub(crate) fn of(draft: &CallDraft) -> Self {
        let mut known = Self { makes: draft.applicants.is_empty(), ..Self::default() };
        draft.criteria.iter().for_each(|one| known.criteria.add(&one.id, one.name.as_deref()));
        draft.applicants.iter().for_each(|one| known.applicants.add(&one.id, one.name.as_deref()));
        known
    }

    /// The id of the criterion that a heading names.
    pub(super) fn criterion(&self, heading: &str) -> Option<&str> {
        self.criteria.one(heading)
    }

    /// What the criteria are called.
    pub(super) fn criteria(&self) -> impl Iterator<Item = &str> {
        self.criteria.told.iter().map(String::as_str)
    }

    /// The id of the applicant that a cell names; one is made where the call has none of its own.
    pub(super) fn applicant(&mut self, cell: &str) -> Option<String> {
        let name = plain(cell);
        if let Some(id) = self.applicants.one(&name) {
            return Some(id.to_owned());
        }
        if !self.makes || self.applicants.ids.contains_key(&name) {
            return None;
        }
        let id = unused(&id_from_name(cell)?, |id| self.applicants.ids.contains_key(id));
        self.applicants.add(&id, Some(cell));
        self.made.push(Applicant { name: (id != cell).then(|| cell.to_owned()), ..Applicant::new(id.clone()) });
        Some(id)
    }

    /// The applicants that were made of names, in the order in which they were.
    pub(crate) fn into_made(self) -> Vec<Applicant> {
        self.made
    }
}

/// The id, or the first with a number after it that is not used.
pub(super) fn unused(id: &str, is_used: impl Fn(&str) -> bool) -> String {
    let numbered = (2_usize..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !is_used(id)).unwrap_or_default()
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
        assert_eq!(known.applicant("kultur").as_deref(), Some("kultur"));
        let made: Vec<_> = known.into_made().into_iter().map(|one| (one.id, one.name)).collect();
        assert_eq!(made[0], ("tekniska-nämnden".to_owned(), Some("Tekniska nämnden".to_owned())));
        assert_eq!(made[2], ("kultur".to_owned(), None));
    }
}
