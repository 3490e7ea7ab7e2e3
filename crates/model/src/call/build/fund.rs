//! Builder methods of the sources of money.

use fordela_num::Money;
use jiff::civil::Date;

use crate::call::draft::{Fund, Unspent};
use crate::call::{Percent, Selection};

impl Fund {
    /// A fund that pays for everything.
    #[must_use]
    pub fn new(id: impl Into<String>, amount: impl Into<Money>) -> Self {
        Self {
            id: id.into(),
            name: None,
            amount: amount.into(),
            pays_for: Selection::all(),
            min_part: None,
            max_part: None,
            not_with: Vec::new(),
            spend_first: false,
            period: None,
            use_by: None,
            unspent: None,
            report_by: None,
        }
    }

    /// Sets the name in print.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Limits what the fund may pay for.
    #[must_use]
    pub fn pays_for(mut self, selection: Selection) -> Self {
        self.pays_for = selection;
        self
    }

    /// Sets the least part of an activity that it carries, where it carries any.
    #[must_use]
    pub fn min_part(mut self, part: Percent) -> Self {
        self.min_part = Some(part);
        self
    }

    /// Sets the largest part of an activity that it may carry.
    #[must_use]
    pub fn max_part(mut self, part: Percent) -> Self {
        self.max_part = Some(part);
        self
    }

    /// Adds a fund that may not pay for the same activity.
    #[must_use]
    pub fn not_with(mut self, fund: impl Into<String>) -> Self {
        self.not_with.push(fund.into());
        self
    }

    /// Lets its money be used before that of other funds.
    #[must_use]
    pub fn spend_first(mut self) -> Self {
        self.spend_first = true;
        self
    }

    /// Sets when its money is meant for, such as `2023-H2`.
    #[must_use]
    pub fn period(mut self, period: impl Into<String>) -> Self {
        self.period = Some(period.into());
        self
    }

    /// Sets what becomes of money that is not used.
    #[must_use]
    pub fn unspent(mut self, unspent: Unspent) -> Self {
        self.unspent = Some(unspent);
        self
    }

    /// Sets the last day its money may be used.
    #[must_use]
    pub fn use_by(mut self, day: Date) -> Self {
        self.use_by = Some(day);
        self
    }

    /// Sets the last day to report how its money was used.
    #[must_use]
    pub fn report_by(mut self, day: Date) -> Self {
        self.report_by = Some(day);
        self
    }
}
