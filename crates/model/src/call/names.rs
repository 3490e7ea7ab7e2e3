//! What the parts of a call are called where people read of them.

use std::collections::{BTreeMap, HashMap};

use super::Call;
use super::draft::{Activity, Applicant, CallDraft, Criterion, Fund, Line, Rule};
use super::named::Named;

/// Something with an id that may have a name of its own beside it.
pub trait Part {
    /// What it is.
    const KIND: Named;

    /// Its id.
    fn id(&self) -> &str;

    /// Its name or title, if it has one.
    fn name(&self) -> Option<&str>;
}

macro_rules! parts {
    ($($part:ident $name:ident),+) => {$(
        impl Part for $part {
            const KIND: Named = Named::$part;

            fn id(&self) -> &str {
                &self.id
            }

            fn name(&self) -> Option<&str> {
                self.$name.as_deref()
            }
        }
    )+};
}

parts!(Fund name, Criterion name, Applicant name, Activity title, Line title, Rule name);

/// What parts of a call are called other than they call themselves. It stands beside the call and changes nothing in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    told: BTreeMap<Named, BTreeMap<String, String>>,
}

impl Names {
    /// Names that can be told apart: where two of a kind read the same, each has its id after it, as in `Summer camp (a7)`.
    ///
    /// ```
    /// use fordela::call::Names;
    /// use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
    ///
    /// let call = CallDraft::new("Summer")
    ///     .fund(Fund::new("city", 700_000))
    ///     .criterion(Criterion::new("need", 1, 3))
    ///     .applicant(Applicant::new("culture"))
    ///     .activity(Activity::new("a1", "culture", 500_000).title("Camp"))
    ///     .activity(Activity::new("a2", "culture", 300_000).title("Camp"))
    ///     .activity(Activity::new("a3", "culture", 100_000).title("Stage"))
    ///     .validate()?;
    /// let call = call.named(Names::apart(&call).into());
    /// let titles: Vec<_> = call.draft().activities.iter().map(|one| call.called(one)).collect();
    /// assert_eq!(titles, ["Camp (a1)", "Camp (a2)", "Stage"]);
    /// # Ok::<(), fordela::call::Faults>(())
    /// ```
    #[must_use]
    pub fn apart(call: &Call) -> Self {
        let draft: &CallDraft = call.draft();
        let mut names = Self::default();
        names.tell_apart(&draft.funds, |one| one.id.clone());
        names.tell_apart(&draft.criteria, |one| one.id.clone());
        names.tell_apart(&draft.applicants, |one| one.id.clone());
        names.tell_apart(&draft.activities, |one| one.id.clone());
        names.tell_apart(&draft.rules, |one| one.id.clone());
        for activity in &draft.activities {
            names.tell_apart(&activity.lines, |line| of_line(activity, line));
        }
        names
    }

    /// The same, with this name for what has this id; for a line it is `activity/line`.
    #[must_use]
    pub fn with(mut self, kind: Named, id: impl Into<String>, name: impl Into<String>) -> Self {
        self.told.entry(kind).or_default().insert(id.into(), name.into());
        self
    }

    /// Puts the id after each name that another of the list has, or has for its id.
    fn tell_apart<P: Part>(&mut self, list: &[P], key: impl Fn(&P) -> String) {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for one in list {
            *counts.entry(own(one)).or_default() += 1;
        }
        for one in list {
            if let Some(name) = one.name().filter(|name| counts.get(name).is_some_and(|&count| count > 1)) {
                let told = format!("{name} ({})", one.id());
                self.told.entry(P::KIND).or_default().insert(key(one), told);
            }
        }
    }

    fn of(&self, kind: Named, id: &str) -> Option<&str> {
        self.told.get(&kind)?.get(id).map(String::as_str)
    }
}

impl Call {
    /// What a part of the call is called: by its [names](Names), else its own name or title, else its id.
    pub fn called<'c, P: Part>(&'c self, part: &'c P) -> &'c str {
        self.names.of(P::KIND, part.id()).unwrap_or_else(|| own(part))
    }

    /// What the part with this id is called; the id itself where there is none. A line is told by `activity/line`.
    #[must_use]
    pub fn name_of<'c>(&'c self, kind: Named, id: &'c str) -> &'c str {
        fn find<'c, P: Part>(call: &'c Call, list: &'c [P], id: &'c str) -> &'c str {
            list.iter().find(|one| one.id() == id).map_or(id, |one| call.called(one))
        }
        let draft = self.draft();
        match kind {
            Named::Fund => find(self, &draft.funds, id),
            Named::Criterion => find(self, &draft.criteria, id),
            Named::Applicant => find(self, &draft.applicants, id),
            Named::Activity => find(self, &draft.activities, id),
            Named::Rule => find(self, &draft.rules, id),
            Named::Line => {
                let Some((activity, line)) = id.split_once('/') else { return id };
                let activity = draft.activities.iter().find(|one| one.id == activity);
                let found = activity.and_then(|one| Some((one, one.lines.iter().find(|own| own.id == line)?)));
                found.map_or(line, |(activity, line)| self.line_called(activity, line))
            }
        }
    }

    /// What a line of an activity is called.
    #[must_use]
    pub fn line_called<'c>(&'c self, activity: &Activity, line: &'c Line) -> &'c str {
        self.names.of(Named::Line, &of_line(activity, line)).unwrap_or_else(|| own(line))
    }
}

/// What a part calls itself.
fn own<P: Part>(part: &P) -> &str {
    part.name().unwrap_or(part.id())
}

fn of_line(activity: &Activity, line: &Line) -> String {
    format!("{}/{}", activity.id, line.id)
}
