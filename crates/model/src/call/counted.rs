//! What of an activity a selection counts: all of it, some of its lines, or nothing.

use super::draft::{Activity, Line};
use super::period::Period;
use super::selection::Selection;

/// What of an activity a selection counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// Nothing.
    Nothing,
    /// Some of its lines, by their place, rising; not all of them.
    Lines(Vec<usize>),
    /// All of it.
    All,
}

impl Counted {
    /// The lines that count, where not all does.
    pub fn lines(&self) -> Option<&[usize]> {
        match self {
            Self::All => None,
            Self::Lines(lines) => Some(lines),
            Self::Nothing => Some(&[]),
        }
    }

    /// Whether a line counts, or the activity as a whole where it is not asked by lines.
    pub fn counts(&self, line: Option<usize>) -> bool {
        match (self, line) {
            (Self::All, _) => true,
            (Self::Lines(lines), Some(line)) => lines.contains(&line),
            _ => false,
        }
    }
}

impl Selection {
    /// Whether the activity is selected; funds, kinds of cost, lines and periods are not looked at.
    #[must_use]
    pub fn selects(&self, activity: &Activity) -> bool {
        let one = |wanted: &[String], has: &String| wanted.is_empty() || wanted.contains(has);
        let any = |wanted: &[String], has: &[String]| wanted.is_empty() || has.iter().any(|h| wanted.contains(h));
        one(&self.applicant, &activity.applicant)
            && one(&self.activity, &activity.id)
            && any(&self.area, &activity.areas)
            && any(&self.tag, &activity.tags)
    }

    /// The periods that are named.
    pub fn periods(&self) -> Vec<Period> {
        self.period.iter().map(|name| Period::new(name)).collect()
    }

    /// What of an activity counts; `periods` are those that are named.
    pub fn counted(&self, activity: &Activity, periods: &[Period]) -> Counted {
        if !self.selects(activity) {
            return Counted::Nothing;
        }
        let within = |period: Option<&String>| {
            let period = period.or(activity.period.as_ref()).map(|name| Period::new(name));
            periods.is_empty() || period.is_some_and(|own| periods.iter().any(|wide| own.is_within(wide)))
        };
        if activity.lines.is_empty() {
            let counts = self.kind.is_empty() && self.line.is_empty() && within(None);
            return if counts { Counted::All } else { Counted::Nothing };
        }
        let is_named = |line: &Line| {
            let kind = self.kind.is_empty() || line.kind.as_ref().is_some_and(|kind| self.kind.contains(kind));
            let names =
                |word: &String| word.split_once('/').is_some_and(|(owner, id)| owner == activity.id && id == line.id);
            kind && (self.line.is_empty() || self.line.iter().any(names)) && within(line.period.as_ref())
        };
        let named = activity.lines.iter().enumerate().filter(|(_, line)| is_named(line));
        let lines: Vec<usize> = named.map(|(l, _)| l).collect();
        match lines.len() {
            0 => Counted::Nothing,
            all if all == activity.lines.len() => Counted::All,
            _ => Counted::Lines(lines),
        }
    }
}
