//! Faults of rows and columns.

/// What is wrong with the rows and columns of a CSV file, or with how the call names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CsvFault {
    /// The path of the file starts at the root of the disk.
    PathNotRelative {
        /// The path.
        path: String,
    },
    /// The path of the file leads out of the folder of the call.
    PathLeavesFolder {
        /// The path.
        path: String,
    },
    /// A table is given as a call.
    NoCall,
    /// There is no row of column names.
    Empty,
    /// No row holds names of columns that are known.
    NoHead,
    /// Two columns hold the same.
    SameColumn {
        /// The name of the second.
        column: String,
        /// The name of the first.
        other: String,
        /// What both hold, as it is called in a call.
        holds: String,
    },
    /// A row that begins as one of sums does, but does not add up: it may be an activity.
    SumOrActivity,
    /// Above the table it is said that amounts are in thousands or millions, and not above their column.
    UnitAbove,
    /// A row between activities with a single cell, which may be a heading or a remark.
    LonelyCell,
    /// A column that means nothing to a call.
    UnknownColumn {
        /// The name.
        column: String,
        /// The column that was probably meant.
        nearest: String,
    },
    /// A column with values and no name.
    UnnamedColumn,
    /// A column stands twice.
    DuplicateColumn {
        /// The name.
        column: String,
    },
    /// A column that must be there.
    MissingColumn {
        /// The name.
        column: &'static str,
    },
    /// An amount that the comma between columns parts, where it was meant to part thousands.
    TornAmount {
        /// The amount.
        amount: String,
    },
    /// A row with more cells than there are columns.
    Ragged {
        /// How many cells the row has.
        cells: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A quotation mark that is never closed.
    OpenQuote,
    /// Text after the quotation mark that closes a cell.
    TextAfterQuote,
    /// A cell that must hold something.
    EmptyCell {
        /// The column.
        column: &'static str,
    },
    /// A later row of an activity says something else than the first.
    Disagrees {
        /// The column.
        column: String,
        /// The activity.
        activity: String,
        /// What the first row says.
        first: String,
    },
    /// A cell about a line in a row without a line.
    NoLine {
        /// The column.
        column: String,
    },
}
