//! The formats that can be asked for.

use clap::ValueEnum;
use fordela_report::render;

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// To be read in a terminal
    Table,
    /// To be read by programs; money and shares are text, and exact
    Json,
    /// One row an activity (of each scenario, alternative, stretch or step), a change that would be enough, or a finding (RFC 4180, decimal point); a title or name that a spreadsheet would take
    /// for a formula, as it starts with = + - @, gets an apostrophe before it
    Csv,
    /// Markdown with tables
    Md,
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Table => Self::Table,
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
            Format::Md => Self::Md,
        }
    }
}
