//! Why a workbook cannot be read.

use std::fmt;

use crate::limits::{CELL_BYTES, Limit};
use crate::reference::CellRef;

/// Why a workbook cannot be read, or one of its sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// The file is no archive, and so no workbook.
    NotAnArchive,
    /// The file is locked with a password, or is a workbook of the kind that Excel wrote before 2007 (`.xls`): both look alike
    /// from outside.
    LockedOrOld,
    /// A part of the archive is locked with a password.
    Locked,
    /// The file is an OpenDocument (`.ods`).
    OpenDocument,
    /// The file is a binary workbook (`.xlsb`).
    Binary,
    /// The file is an archive of something else, as of a Word document.
    NotAWorkbook,
    /// The archive is cut short or damaged.
    DamagedArchive,
    /// Two parts of the archive have one name, so that programs may read different things in it.
    PartTwice,
    /// A part of the archive has a path that leads out of it.
    OddPath {
        /// The path.
        part: String,
    },
    /// A part that others refer to is not there.
    MissingPart {
        /// The path of the part.
        part: String,
    },
    /// A part is cut short, damaged, or not what it should be.
    DamagedPart {
        /// The path of the part.
        part: String,
    },
    /// A part declares or uses entities of its own. Spreadsheet programs never do.
    Entities {
        /// The path of the part.
        part: String,
    },
    /// There is more of something than is read.
    Limit(Limit),
    /// Two sheets have one name.
    SheetTwice {
        /// The name.
        sheet: String,
    },
    /// There is no sheet of that name.
    NoSuchSheet {
        /// The name.
        sheet: String,
    },
    /// The sheet has no cells: it is a chart or the like.
    NoCells {
        /// The name of the sheet.
        sheet: String,
    },
    /// A cell that no spreadsheet program writes.
    Cell {
        /// The name of the sheet.
        sheet: String,
        /// The cell.
        at: CellRef,
        /// What is wrong with it.
        fault: CellFault,
    },
}

/// What is wrong with a cell that no spreadsheet program writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellFault {
    /// It says that it stands where no cell is, or in another row than it does. It is named by where it would have stood.
    NoSuchPlace,
    /// It stands before one that is to its left or above it, or in the same place as another.
    OutOfOrder,
    /// Its text is longer than a spreadsheet can hold.
    TooLong,
    /// It refers to a shared text or a format that is not there.
    NothingReferredTo,
    /// What it holds is not of the kind it says.
    OtherKind,
}

impl fmt::Display for WorkbookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnArchive => f.write_str("the file is no workbook"),
            Self::LockedOrOld => f.write_str(
                "the file is locked with a password, or a workbook of the old kind (.xls); save it without a password as .xlsx",
            ),
            Self::Locked => f.write_str("the workbook is locked with a password; save it without one"),
            Self::OpenDocument => f.write_str("the file is an OpenDocument (.ods); save it as .xlsx"),
            Self::Binary => f.write_str("the file is a binary workbook (.xlsb); save it as .xlsx"),
            Self::NotAWorkbook => f.write_str("the file is an archive, but no workbook"),
            Self::DamagedArchive => f.write_str("the workbook is cut short or damaged"),
            Self::PartTwice => f.write_str("two parts of the workbook have the same name"),
            Self::OddPath { part } => write!(f, "the part {part:?} has a path that leads out of the workbook"),
            Self::MissingPart { part } => write!(f, "the part {part:?} of the workbook is missing"),
            Self::DamagedPart { part } => write!(f, "the part {part:?} of the workbook is cut short or damaged"),
            Self::Entities { part } => write!(f, "the part {part:?} of the workbook has XML entities of its own"),
            Self::Limit(limit) => write!(f, "the workbook has {limit}"),
            Self::SheetTwice { sheet } => write!(f, "two sheets are called {sheet:?}"),
            Self::NoSuchSheet { sheet } => write!(f, "there is no sheet {sheet:?}"),
            Self::NoCells { sheet } => write!(f, "the sheet {sheet:?} has no cells"),
            Self::Cell { sheet, at, fault } => write!(f, "sheet {sheet:?}, cell {at}: {fault}"),
        }
    }
}

impl fmt::Display for CellFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchPlace => f.write_str("there is no such cell here"),
            Self::OutOfOrder => f.write_str("the cell stands after one that it should stand before"),
            Self::TooLong => write!(f, "the text is longer than {CELL_BYTES} bytes"),
            Self::NothingReferredTo => f.write_str("the text or format that is referred to is not there"),
            Self::OtherKind => f.write_str("the value is not of the kind that the cell says"),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = self.most();
        match self {
            Self::FileBytes => write!(f, "more than {most} bytes"),
            Self::Parts => write!(f, "more than {most} parts"),
            Self::UnpackedBytes => write!(f, "more than {most} bytes when it is unpacked"),
            Self::SmallPartBytes => write!(f, "a part besides sheets of more than {most} bytes when it is unpacked"),
            Self::Growth => write!(f, "a part that is more than {most} times larger when it is unpacked"),
            Self::PieceBytes => write!(f, "a tag or text of more than {most} bytes"),
            Self::Pieces => write!(f, "a part of more than {most} tags, texts and comments"),
            Self::Depth => write!(f, "more than {most} elements within each other"),
            Self::Sheets => write!(f, "more than {most} sheets"),
            Self::SharedTexts => write!(f, "more than {most} texts"),
            Self::TextBytes => write!(f, "more than {most} bytes of text"),
            Self::Formats => write!(f, "more than {most} formats of cells"),
            Self::Cells => write!(f, "a sheet of more than {most} cells"),
            Self::Merged => write!(f, "a sheet of more than {most} merged ranges"),
        }
    }
}

impl std::error::Error for WorkbookFault {}
impl std::error::Error for CellFault {}
