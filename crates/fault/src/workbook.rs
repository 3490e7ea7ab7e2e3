//! Faults of workbooks and their cells.

/// A workbook cannot be read, or it is not clear which of its sheets is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is locked with a password, or of the kind that Excel wrote before 2007 (`.xls`).
    LockedOrOld,
    /// It is of another kind than is read: an OpenDocument, or a binary workbook.
    OtherKind,
    /// It is an archive, but of something else.
    NotAWorkbook,
    /// It is cut short or damaged.
    Damaged,
    /// It holds what no spreadsheet program writes.
    Odd,
    /// It holds more than is read.
    TooLarge,
    /// There is no sheet of this name.
    NoSuchSheet {
        /// The name.
        sheet: String,
        /// The sheets that there are.
        sheets: Vec<String>,
    },
    /// No sheet is named, and several could be meant.
    WhichSheet {
        /// The sheets that could be.
        sheets: Vec<String>,
    },
    /// No sheet has cells with something in them.
    NothingInIt,
    /// The workbook of a call has a sheet of activities, and names a file of them too.
    ActivitiesTwice,
    /// The sheet named is a chart or the like.
    NoCells {
        /// The name.
        sheet: String,
    },
}

/// A cell of a workbook holds something, but not what can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCellFault {
    /// A formula that no program has computed yet.
    NotCalculated,
    /// A formula had no answer.
    Error {
        /// The code that is shown for it, as `#REF!`.
        code: String,
    },
    /// The number has more digits than a spreadsheet keeps of what is typed.
    TooManyDigits {
        /// The number, as far as it can be told.
        about: String,
    },
    /// The number is too large or too small to be an amount of anything.
    TooLargeOrSmall,
    /// The number is shown a thousand or more times smaller than it is.
    Scaled,
    /// It is a time of day or a length of time.
    TimeOfDay,
    /// It is shown as a date, but is none.
    NoDate,
}
