//! Builder methods of activities and their lines.

use fordela_num::Money;
use rust_decimal::Decimal;

use crate::call::draft::{Activity, Funding, Line};
use crate::call::{Percent, SpendRate};

impl Activity {
    /// An activity that asks for a sum, any part of which can be granted.
    #[must_use]
    pub fn new(id: impl Into<String>, applicant: impl Into<String>, ask: impl Into<Money>) -> Self {
        Self { ask: Some(ask.into()), ..Self::of_lines(id, applicant, []) }
    }

    /// An activity that asks for the sum of its lines, any part of which can be granted.
    #[must_use]
    pub fn of_lines(
        id: impl Into<String>,
        applicant: impl Into<String>,
        lines: impl IntoIterator<Item = Line>,
    ) -> Self {
        Self {
            id: id.into(),
            applicant: applicant.into(),
            title: None,
            ask: None,
            lines: lines.into_iter().collect(),
            funding: Funding::Partial,
            min_share: None,
            levels: Vec::new(),
            scores: crate::Few::new(),
            tags: Vec::new(),
            areas: Vec::new(),
            requires: Vec::new(),
            excludes: Vec::new(),
            period: None,
            spend_rate: None,
            note: None,
        }
    }

    /// Sets the title in print.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets what is said of it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets how well it meets a criterion.
    #[must_use]
    pub fn score(mut self, criterion: impl Into<String>, score: impl Into<Decimal>) -> Self {
        self.scores.insert(criterion.into(), score.into());
        self
    }

    /// Adds a tag.
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tags.push(tag.into());
        self
    }

    /// Adds an area.
    #[must_use]
    pub fn area(mut self, area: impl Into<String>) -> Self {
        self.areas.push(area.into());
        self
    }

    /// Sets when it takes place, such as `2023-06/2023-12`.
    #[must_use]
    pub fn period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// Sets how much of its grant it is expected to spend.
    #[must_use]
    pub fn spend_rate(mut self, rate: SpendRate) -> Self {
        self.spend_rate = Some(rate);
        self
    }

    /// Nothing, or at least this share of the ask.
    #[must_use]
    pub fn min_share(mut self, share: Percent) -> Self {
        self.funding = Funding::Partial;
        self.min_share = Some(share);
        self
    }

    /// The whole ask, or nothing.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.funding = Funding::Whole;
        self
    }

    /// One of these amounts, or nothing.
    #[must_use]
    pub fn levels(mut self, levels: impl IntoIterator<Item = Money>) -> Self {
        self.funding = Funding::Levels;
        self.levels = levels.into_iter().collect();
        self
    }

    /// Each line whole, or not at all.
    #[must_use]
    pub fn line_by_line(mut self) -> Self {
        self.funding = Funding::Lines;
        self
    }

    /// Money only if this activity or line gets money.
    #[must_use]
    pub fn requires(mut self, other: impl Into<String>) -> Self {
        self.requires.push(other.into());
        self
    }

    /// Money only if this activity or line gets none.
    #[must_use]
    pub fn excludes(mut self, other: impl Into<String>) -> Self {
        self.excludes.push(other.into());
        self
    }
}

impl Line {
    /// A cost item.
    #[must_use]
    pub fn new(id: impl Into<String>, cost: impl Into<Money>) -> Self {
        Self {
            id: id.into(),
            title: None,
            cost: cost.into(),
            kind: None,
            period: None,
            requires: Vec::new(),
            excludes: Vec::new(),
        }
    }

    /// Sets what kind of cost it is.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// Sets when it is used.
    #[must_use]
    pub fn period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// Granted only if this line is.
    #[must_use]
    pub fn requires(mut self, other: impl Into<String>) -> Self {
        self.requires.push(other.into());
        self
    }

    /// Granted only if this line is not.
    #[must_use]
    pub fn excludes(mut self, other: impl Into<String>) -> Self {
        self.excludes.push(other.into());
        self
    }
}
