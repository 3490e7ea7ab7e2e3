//! What money comes up against.

use fordela_model::call::CaseId;
use serde::Serialize;

/// A limit that money comes up against.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// All funds, growing in proportion.
    Budget,
    /// A fund, by its id.
    Fund(String),
    /// A cap or floor.
    Case(CaseId),
}
