//! JSON Schemas: of a call file, and of what commands print.

use fordela::Lang;
use fordela_file::call_schema;
use fordela_report::appendix::AppendixReport;
use fordela_report::audit::AuditReport;
use fordela_report::explain::ExplainReport;
use fordela_report::follow_up::FollowUpReport;
use fordela_report::levels::LevelsReport;
use fordela_report::log::{RecordReport, ReproduceReport};
use fordela_report::{
    AlternativesReport, CheckReport, CompareReport, FrontierReport, Report, SweepReport, WhatIfReport, schema,
};

use crate::args::SchemaOf;

/// The schema, a key a line. Only what the keys of a call mean is told in a language.
pub(crate) fn text(of: SchemaOf, lang: Lang) -> String {
    let schema = match of {
        SchemaOf::Call => call_schema(lang),
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
        SchemaOf::Report => schema::<AppendixReport>("report"),
        SchemaOf::FollowUp => schema::<FollowUpReport>("follow-up"),
        SchemaOf::Record => schema::<RecordReport>("record"),
        SchemaOf::Reproduce => schema::<ReproduceReport>("reproduce"),
    };
    format!("{schema:#}\n")
}
