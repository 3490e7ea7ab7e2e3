//! Faults of rows and columns.

use std::fmt;

use super::short;

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
    /// There is no row of column names.
    Empty,
    /// Something else stands in the first row, and the names of the columns further down.
    HeadBelow {
        /// The row they seem to stand in, from 1.
        row: usize,
    },
    /// A column that means nothing to a call.
    UnknownColumn {
        /// The name.
        column: String,
        /// The column that was probably meant.
        nearest: Option<&'static str>,
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
    /// A row with more or fewer cells than there are columns.
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

impl CsvFault {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::PathNotRelative { .. } | Self::PathLeavesFolder { .. } => {
                "put the CSV file in the folder of the call, and name it `activities = \"activities.csv\"`".to_owned()
            }
            Self::Empty => "write the names of the columns in the first row: id, applicant, title, ask …".to_owned(),
            Self::HeadBelow { .. } => {
                "remove the rows above it, and name the columns as the program does: id, applicant, title, ask …"
                    .to_owned()
            }
            Self::UnknownColumn { nearest: Some("score."), .. } => {
                "name a column of scores after the id of its criterion: `score.samverkan`".to_owned()
            }
            Self::UnknownColumn { nearest: Some(nearest), .. } => format!("did you mean `{nearest}`?"),
            Self::UnknownColumn { nearest: None, .. } => {
                "remove the column; columns of scores are named `score.` and the id of the criterion".to_owned()
            }
            Self::UnnamedColumn => "name the column in the first row, or empty its cells".to_owned(),
            Self::DuplicateColumn { .. } => "remove one of the two".to_owned(),
            Self::MissingColumn { column } => format!("add the column `{column}` to the first row, and fill it in"),
            Self::Ragged { cells, columns } if cells > columns => {
                "put quotation marks around values that hold the separator, such as \"1,50\"".to_owned()
            }
            Self::Ragged { .. } => "give every row a cell for every column, even if it is empty".to_owned(),
            Self::OpenQuote => "add the closing quotation mark, or remove this one".to_owned(),
            Self::TextAfterQuote => "write a quotation mark inside a value twice: \"\"".to_owned(),
            Self::EmptyCell { .. } => "fill in the cell".to_owned(),
            Self::Disagrees { .. } => "write the same in every row of the activity, or only in the first".to_owned(),
            Self::NoLine { .. } => "fill in the column `line`, or empty this cell".to_owned(),
        }
    }
}

impl fmt::Display for CsvFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PathNotRelative { path } => write!(f, "`{}` is not in the folder of the call", short(path)),
            Self::PathLeavesFolder { path } => write!(f, "`{}` leads out of the folder of the call", short(path)),
            Self::Empty => f.write_str("the CSV file has no columns"),
            Self::HeadBelow { row } => {
                write!(f, "the names of the columns seem to stand here, in row {row}, and not in the first")
            }
            Self::UnknownColumn { column, .. } => write!(f, "there is no column `{}`", short(column)),
            Self::UnnamedColumn => f.write_str("this cell stands in a column without a name"),
            Self::DuplicateColumn { column } => write!(f, "the column `{}` stands twice", short(column)),
            Self::MissingColumn { column } => write!(f, "the column `{column}` is missing"),
            Self::Ragged { cells, columns } => {
                let s = if *cells == 1 { "" } else { "s" };
                write!(f, "the row has {cells} cell{s}, but there are {columns} columns")
            }
            Self::OpenQuote => f.write_str("the quotation mark that opens here is never closed"),
            Self::TextAfterQuote => f.write_str("there is text after the closing quotation mark"),
            Self::EmptyCell { column } => write!(f, "the cell of the column `{column}` is empty"),
            Self::Disagrees { column, activity, first } => write!(
                f,
                "the first row of the activity `{}` says `{}` in the column `{column}`",
                short(activity),
                short(first)
            ),
            Self::NoLine { column } => write!(f, "`{column}` belongs to a line, but the row has no line"),
        }
    }
}
