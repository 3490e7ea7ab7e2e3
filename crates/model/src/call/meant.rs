//! What names stand for: wherever an id is asked for, a name does where just one part has it.

use std::collections::{HashMap, HashSet};

use super::Selection;
use super::draft::CallDraft;
use super::names::Part;

/// Ids by what people write for them: the id, or the name in any case.
#[derive(Debug, Clone, Default)]
pub struct ByName {
    ids: HashSet<String>,
    /// By ids and names in lower case; nothing where several are written so.
    names: HashMap<String, Option<String>>,
}

/// A name as names are compared: in lower case, with one space between words.
#[must_use]
pub fn plain_name(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl ByName {
    /// The names of some parts.
    pub fn of<P: Part>(parts: &[P]) -> Self {
        let mut names = Self::default();
        parts.iter().for_each(|part| names.add(part.id(), part.name()));
        names
    }

    /// Makes an id and a name known.
    pub fn add(&mut self, id: &str, name: Option<&str>) {
        self.ids.insert(id.to_owned());
        for name in [Some(id), name].into_iter().flatten() {
            let one = self.names.entry(plain_name(name)).or_insert_with(|| Some(id.to_owned()));
            if one.as_deref() != Some(id) {
                *one = None;
            }
        }
    }

    /// The id that a text stands for, if it is one or the name of just one part.
    #[must_use]
    pub fn id(&self, text: &str) -> Option<&str> {
        // Who writes an id means what has it, whatever others are called.
        self.ids.get(text).map(String::as_str).or_else(|| self.names.get(&plain_name(text))?.as_deref())
    }

    /// Whether a text is an id or the name of any part, or of several.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.names.contains_key(&plain_name(text))
    }

    /// Puts ids in the place of names.
    fn resolve<'t>(&self, texts: impl IntoIterator<Item = &'t mut String>) {
        for text in texts {
            if let Some(id) = self.id(text).filter(|id| *id != text.as_str()) {
                *text = id.to_owned();
            }
        }
    }
}

/// The place of the part that a text stands for: that with the id, or the only one with the name in any case.
#[must_use]
pub fn place_of<P: Part>(parts: &[P], text: &str) -> Option<usize> {
    let by_id = || parts.iter().position(|part| part.id() == text);
    let name = plain_name(text);
    let is_it = |part: &P| plain_name(part.id()) == name || part.name().is_some_and(|own| plain_name(own) == name);
    by_id().or_else(|| {
        let mut found = parts.iter().enumerate().filter(|(_, part)| is_it(part)).map(|(place, _)| place);
        found.next().filter(|_| found.next().is_none())
    })
}

impl CallDraft {
    /// The same with ids in the place of names: an applicant, an activity, a fund or a criterion may be referred to by what it
    /// is called where just one is called so. What stands for nothing stays as it is.
    ///
    /// ```
    /// use fordela::call::draft::{Activity, Applicant, CallDraft};
    ///
    /// let draft = CallDraft::new("Summer")
    ///     .applicant(Applicant::new("culture").name("The board of culture"))
    ///     .activity(Activity::new("camp", "the board of CULTURE", 500_000));
    /// assert_eq!(draft.with_ids().activities[0].applicant, "culture");
    /// ```
    #[must_use]
    pub fn with_ids(mut self) -> Self {
        let applicants = ByName::of(&self.applicants);
        // Activities are many, and most calls refer to none.
        let activities = if self.refers_to_activities() { ByName::of(&self.activities) } else { ByName::default() };
        let funds = ByName::of(&self.funds);
        let criteria = ByName::of(&self.criteria);
        let select = |selection: &mut Selection| {
            applicants.resolve(&mut selection.applicant);
            activities.resolve(&mut selection.activity);
            funds.resolve(&mut selection.fund);
        };
        let mut ids: Vec<&str> = self.criteria.iter().map(|criterion| criterion.id.as_str()).collect();
        ids.sort_unstable();
        for activity in &mut self.activities {
            applicants.resolve([&mut activity.applicant]);
            activities.resolve(activity.requires.iter_mut().chain(&mut activity.excludes));
            let is_id = |criterion: &String| ids.binary_search(&criterion.as_str()).is_ok();
            if !activity.scores.keys().all(is_id) {
                let scores = std::mem::take(&mut activity.scores).into_iter();
                // What would stand twice is told of by its name.
                for (criterion, score) in scores {
                    let id = criteria.id(&criterion).filter(|id| !activity.scores.contains_key(id));
                    let id = id.map_or_else(|| criterion.clone(), str::to_owned);
                    activity.scores.insert(id, score);
                }
            }
        }
        for fund in &mut self.funds {
            select(&mut fund.pays_for);
            funds.resolve(&mut fund.not_with);
        }
        self.rules.iter_mut().for_each(|rule| select(&mut rule.selection));
        self
    }

    /// Whether anything in it refers to an activity.
    fn refers_to_activities(&self) -> bool {
        let funds = self.funds.iter().map(|fund| &fund.pays_for);
        let mut selections = funds.chain(self.rules.iter().map(|rule| &rule.selection));
        selections.any(|selection| !selection.activity.is_empty())
            || self.activities.iter().any(|one| !one.requires.is_empty() || !one.excludes.is_empty())
    }
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::call::draft::{Activity, Applicant, Criterion, Fund, Rule};

    #[test]
    fn a_name_stands_for_an_id_where_one_has_it() {
        let mut names = ByName::default();
        names.add("tek", Some("Tekniska nämnden"));
        names.add("a", Some("Läxhjälp"));
        names.add("b", Some("läxhjälp"));
        names.add("läxhjälp", None);
        names.add("TEK", None);
        assert_eq!(names.id("TEKNISKA  nämnden"), Some("tek"));
        // Who writes an id in full means it.
        assert_eq!(
            [names.id("läxhjälp"), names.id("tek"), names.id("TEK")],
            [Some("läxhjälp"), Some("tek"), Some("TEK")]
        );
        assert_eq!([names.id("Läxhjälp"), names.id("Tek"), names.id("other")], [None; 3]);
    }

    #[test]
    fn the_name_of_several_stands_for_none() {
        let list = [Activity::new("a", "x", 1).title("Lov"), Activity::new("b", "x", 1).title("LOV")];
        assert_eq!(
            (place_of(&list, "lov"), place_of(&list[..1], "lov"), place_of(&list, "b")),
            (None, Some(0), Some(1))
        );
        assert_eq!(ByName::of(&list).id("Lov"), None);
        assert!(ByName::of(&list).has("Lov"));
    }

    #[test]
    fn every_reference_may_be_a_name() {
        let draft = CallDraft::new("")
            .fund(Fund::new("f", 1).name("Staden"))
            .criterion(Criterion::new("c", 1, 3).name("Barn och unga"))
            .applicant(Applicant::new("n").name("Nämnden"))
            .activity(Activity::new("a", "nämnden", 1).title("Lov").score("barn och unga", 2))
            .activity(Activity::new("b", "n", 1).requires("LOV").excludes("lov"))
            .rule(Rule::new("r", Selection { activity: vec!["Lov".to_owned()], ..Selection::applicant("Nämnden") }));
        let draft = draft.with_ids();
        let [a, b] = &draft.activities[..] else { panic!("two activities") };
        assert_eq!((a.applicant.as_str(), a.scores.keys().next().map(String::as_str)), ("n", Some("c")));
        assert_eq!((b.requires.as_slice(), b.excludes.as_slice()), (&["a".to_owned()][..], &["a".to_owned()][..]));
        let selection = &draft.rules[0].selection;
        assert_eq!(
            (selection.applicant.as_slice(), selection.activity.as_slice()),
            (&["n".to_owned()][..], &["a".to_owned()][..])
        );
    }
}
