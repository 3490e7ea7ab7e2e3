//! Names that can be told apart.

use std::collections::HashMap;

use super::Call;

impl Call {
    /// The same call, with titles and names as people are to read them: where two of a kind read the same, each has its
    /// id after it, as in `Summer camp (a7)`.
    ///
    /// ```
    /// use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
    ///
    /// let call = CallDraft::new("Summer")
    ///     .fund(Fund::new("city", 700_000))
    ///     .criterion(Criterion::new("need", 1, 3))
    ///     .applicant(Applicant::new("culture"))
    ///     .activity(Activity::new("a1", "culture", 500_000).title("Camp"))
    ///     .activity(Activity::new("a2", "culture", 300_000).title("Camp"))
    ///     .activity(Activity::new("a3", "culture", 100_000).title("Stage"))
    ///     .validate()?
    ///     .told_apart();
    /// let titles: Vec<_> = call.draft().activities.iter().filter_map(|one| one.title.as_deref()).collect();
    /// assert_eq!(titles, ["Camp (a1)", "Camp (a2)", "Stage"]);
    /// # Ok::<(), fordela::call::Faults>(())
    /// ```
    #[must_use]
    pub fn told_apart(mut self) -> Self {
        let draft = self.draft_mut();
        tell_apart(&mut draft.funds, |one| (&one.id, &mut one.name));
        tell_apart(&mut draft.criteria, |one| (&one.id, &mut one.name));
        tell_apart(&mut draft.applicants, |one| (&one.id, &mut one.name));
        tell_apart(&mut draft.activities, |one| (&one.id, &mut one.title));
        tell_apart(&mut draft.rules, |one| (&one.id, &mut one.name));
        for activity in &mut draft.activities {
            tell_apart(&mut activity.lines, |one| (&one.id, &mut one.title));
        }
        self
    }
}

/// Puts the id after each name that another of the list has, or has for its id.
fn tell_apart<T>(list: &mut [T], parts: impl Fn(&mut T) -> (&String, &mut Option<String>)) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for one in &mut *list {
        let (id, name) = parts(one);
        *counts.entry(name.as_ref().unwrap_or(id).clone()).or_default() += 1;
    }
    for one in list {
        let (id, name) = parts(one);
        if let Some(name) = name.as_mut().filter(|name| counts.get(*name).is_some_and(|&count| count > 1)) {
            *name = format!("{name} ({id})");
        }
    }
}
