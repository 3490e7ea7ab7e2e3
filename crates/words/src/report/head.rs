//! Heads of columns and other single words that several reports share.

use crate::Words;

/// A word or two above a column, or beside a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Activities.
    Activities,
    /// Activity.
    Activity,
    /// Amount.
    Amount,
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
    /// Limit.
    Limit,
    /// Pays.
    Pays,
    /// Priority.
    Priority,
    /// Priority, where there is little room.
    PriorityShort,
    /// Rule, and for whom.
    RuleAndForWhom,
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
            Head::Amount => ("Belopp", "Amount"),
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
            Head::Limit => ("Gräns", "Limit"),
            Head::Pays => ("Betalar", "Pays"),
            Head::Priority => ("Prioritet", "Priority"),
            Head::PriorityShort => ("Prio", "Prio"),
            Head::RuleAndForWhom => ("Regel, och för vem", "Rule, and for whom"),
            Head::Share => ("Andel", "Share"),
            Head::Suggested => ("Föreslås", "Granted"),
            Head::Total => ("Summa", "Total"),
            Head::UnspentAtWorst => ("Oförbrukat i värsta fall", "Unspent at worst"),
            Head::Value => ("Värde", "Value"),
        };
        self.pick(swedish, english)
    }
}
