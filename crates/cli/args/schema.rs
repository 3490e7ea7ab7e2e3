//! Which schema is printed.

use clap::ValueEnum;
use fordela::Lang;
use fordela_file::call_schema;
use fordela_report::audit::AuditReport;
use fordela_report::explain::ExplainReport;
use fordela_report::follow_up::FollowUpReport;
use fordela_report::levels::LevelsReport;
use fordela_report::log::{RecordReport, ReproduceReport};
use fordela_report::{
    AlternativesReport, CheckReport, CompareReport, FrontierReport, Report, SweepReport, WhatIfReport, schema,
};

use super::lang;

/// Which schema is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// Of a call file, or of what a command prints as JSON
    of: SchemaOf,

    /// The language of what each key of a call means; the others are in English
    #[arg(long, value_name = "LANG", default_value_t = Lang::Sv, value_parser = lang())]
    pub(crate) lang: Lang,
}

/// What has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SchemaOf {
    /// A call
    Call,
    Check,
    Allocate,
    /// What `allocate --levels` prints
    Levels,
    Explain,
    WhatIf,
    Sweep,
    Frontier,
    Alternatives,
    Compare,
    Audit,
    FollowUp,
    Record,
    Reproduce,
}

impl Schema {
    /// The schema, a key a line.
    pub(crate) fn text(&self) -> String {
        let schema = match self.of {
            SchemaOf::Call => call_schema(self.lang),
            SchemaOf::Check => schema::<CheckReport>("check"),
            SchemaOf::Allocate => schema::<Report>("allocate"),
            SchemaOf::Levels => schema::<LevelsReport>("allocate --levels"),
            SchemaOf::Explain => schema::<ExplainReport>("explain"),
            SchemaOf::WhatIf => schema::<WhatIfReport>("what-if"),
            SchemaOf::Sweep => schema::<SweepReport>("sweep"),
            SchemaOf::Frontier => schema::<FrontierReport>("frontier"),
            SchemaOf::Alternatives => schema::<AlternativesReport>("alternatives"),
            SchemaOf::Compare => schema::<CompareReport>("compare"),
            SchemaOf::Audit => schema::<AuditReport>("audit"),
            SchemaOf::FollowUp => schema::<FollowUpReport>("follow-up"),
            SchemaOf::Record => schema::<RecordReport>("record"),
            SchemaOf::Reproduce => schema::<ReproduceReport>("reproduce"),
        };
        format!("{schema:#}\n")
    }
}
