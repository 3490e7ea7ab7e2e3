//! Heads of columns and other single words that several reports share.

use crate::Words;

/// A word or two above a column, or beside a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Activity.
    Activity,
    /// Applicant.
    Applicant,
    /// Asked.
    Asked,
    /// Difference.
    Difference,
    /// Granted.
    Granted,
    /// Total.
    Total,
    /// Value.
    Value,
}

impl Words<'_> {
    /// A head in the language.
    #[must_use]
    pub fn head(&self, head: Head) -> &'static str {
        let (swedish, english) = match head {
            Head::Activity => ("Aktivitet", "Activity"),
            Head::Applicant => ("Sökande", "Applicant"),
            Head::Asked => ("Sökt", "Asked"),
            Head::Difference => ("Skillnad", "Difference"),
            Head::Granted => ("Beviljat", "Granted"),
            Head::Total => ("Summa", "Total"),
            Head::Value => ("Värde", "Value"),
        };
        self.pick(swedish, english)
    }
}
