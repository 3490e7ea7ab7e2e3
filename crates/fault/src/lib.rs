//! What can be wrong with the files of a call, as data: one type per concept. What is told of it, and what to do about it, is
//! said elsewhere, in Swedish and English.

mod csv;
mod decision;
mod file;
mod format;
mod level;
mod limit;
pub mod limits;
mod log;
mod outcome;
mod part;
mod shape;
mod syntax;
mod template;
mod value;
mod workbook;

pub use csv::CsvFault;
pub use decision::DecisionFault;
pub use file::{EncodingFault, FileFault, Unfit};
pub use format::Format;
pub use level::LevelFault;
pub use limit::LimitFault;
pub use log::LogFault;
pub use outcome::OutcomeFault;
pub use part::Part;
pub use shape::{Expected, Got, ShapeFault};
pub use syntax::{JsonFault, TomlFault, Within};
pub use template::TemplateFault;
pub use value::{NumberFault, ValueFault};
pub use workbook::{SheetCellFault, WorkbookFault};

/// One thing that is wrong with the files of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// The file cannot be read.
    File(FileFault),
    /// The file is no plain text.
    Encoding(EncodingFault),
    /// The file holds more than it may.
    Limit(LimitFault),
    /// The text is no TOML.
    Toml(TomlFault),
    /// The text is no JSON.
    Json(JsonFault),
    /// The rows and columns of the CSV file.
    Csv(CsvFault),
    /// A workbook cannot be read.
    Workbook(WorkbookFault),
    /// A cell of a workbook cannot be told.
    SheetCell(SheetCellFault),
    /// A key is unknown, missing or holds the wrong kind of value.
    Shape(ShapeFault),
    /// The text of a value cannot be read.
    Value(ValueFault),
    /// All can be read, but it is no valid call.
    Call(fordela_model::call::Fault),
    /// The call that is named as an applicant's own cannot be that.
    Level(LevelFault),
    /// A file of grants does not fit the call.
    Decision(DecisionFault),
    /// The entries of a log of decisions do not hold together.
    Log(LogFault),
    /// A file of what was reported cannot be read as one.
    Outcome(OutcomeFault),
    /// What was reported does not fit the call, or contradicts itself.
    FollowUp(fordela_ledger::follow_up::OutcomeCause),
    /// A change of a scenario cannot be made in the call.
    Change(Box<fordela_model::scenario::ChangeCause>),
    /// All changes of a scenario can be made, but what comes out is no valid call.
    Changed(fordela_model::call::Fault),
}

macro_rules! from_fault {
    ($($fault:ident => $kind:ident),* $(,)?) => {
        $(impl From<$fault> for ReadFault {
            fn from(fault: $fault) -> Self {
                Self::$kind(fault)
            }
        })*
    };
}

from_fault! {
    FileFault => File,
    EncodingFault => Encoding,
    LimitFault => Limit,
    TomlFault => Toml,
    JsonFault => Json,
    CsvFault => Csv,
    DecisionFault => Decision,
    LevelFault => Level,
    LogFault => Log,
    OutcomeFault => Outcome,
    ShapeFault => Shape,
    ValueFault => Value,
    WorkbookFault => Workbook,
    SheetCellFault => SheetCell,
}
