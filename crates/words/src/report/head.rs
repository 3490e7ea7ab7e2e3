//! Heads of columns and other single words that several reports share.

use crate::Words;

/// A word or two above a column, or beside a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Activities.
    Activities,
    /// Activity.
    Activity,
    /// Applicant.
    Applicant,
    /// Applicant and activity.
    ApplicantAndActivity,
    /// Applicants.
    Applicants,
    /// Asked.
    Asked,
    /// Budget.
    Budget,
    /// Change.
    Change,
    /// Difference.
    Difference,
    /// Expected unspent.
    ExpectedUnspent,
    /// Fund.
    Fund,
    /// Funds.
    Funds,
    /// Gets.
    Gets,
    /// Granted.
    Granted,
    /// Share.
    Share,
    /// Granted by a suggestion.
    Suggested,
    /// Total.
    Total,
    /// Unspent at worst.
    UnspentAtWorst,
    /// Value.
    Value,
}

impl Words<'_> {
    /// A head in the language.
    #[must_use]
    pub fn head(&self, head: Head) -> &'static str {
        let (swedish, english) = match head {
            Head::Activities => ("Aktiviteter", "Activities"),
            Head::Activity => ("Aktivitet", "Activity"),
            Head::Applicant => ("Sökande", "Applicant"),
            Head::ApplicantAndActivity => ("Sökande och aktivitet", "Applicant and activity"),
            Head::Applicants => ("Sökande", "Applicants"),
            Head::Asked => ("Sökt", "Asked"),
            Head::Budget => ("Budget", "Budget"),
            Head::Change => ("Ändring", "Change"),
            Head::Difference => ("Skillnad", "Difference"),
            Head::ExpectedUnspent => ("Väntas bli oförbrukat", "Expected unspent"),
            Head::Fund => ("Källa", "Fund"),
            Head::Funds => ("Finansieringskällor", "Funds"),
            Head::Gets => ("Får", "Gets"),
            Head::Granted => ("Beviljat", "Granted"),
            Head::Share => ("Andel", "Share"),
            Head::Suggested => ("Föreslås", "Granted"),
            Head::Total => ("Summa", "Total"),
            Head::UnspentAtWorst => ("Oförbrukat i värsta fall", "Unspent at worst"),
            Head::Value => ("Värde", "Value"),
        };
        self.pick(swedish, english)
    }
}
