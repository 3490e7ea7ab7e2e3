//! Workbooks to plain data: the sheets of an XLSX or XLSM file, and the cells of each that hold something.
//!
//! A number is told as the decimal that was typed, never as a float; what cannot be told exactly is told as that. Formulas are
//! not computed, nor looked at: a cell that has one holds what the spreadsheet program computed last. Macros, links to other
//! files and all else in the file are not looked at either.
//!
//! A file may come from anyone. How large it is, is counted before it is unpacked, and again while it is read; see [`limits`].
//!
//! ```
//! # fn main() -> Result<(), fordela_sheet::WorkbookFault> {
//! # let bytes = rust_xlsxwriter_example();
//! let mut workbook = fordela_sheet::read(&bytes)?;
//! let first = workbook.sheets()[0].name.clone();
//! for row in &workbook.sheet(&first)?.rows {
//!     for cell in &row.cells {
//!         println!("{}: {:?}", cell.at, cell.value);
//!     }
//! }
//! # Ok(())
//! # }
//! # fn rust_xlsxwriter_example() -> Vec<u8> {
//! #     let mut book = rust_xlsxwriter::Workbook::new();
//! #     book.add_worksheet();
//! #     book.save_to_buffer().unwrap()
//! # }
//! ```

mod archive;
mod date;
mod fault;
mod format;
pub mod limits;
mod number;
mod reference;
mod relations;
mod sheet;
mod strings;
mod styles;
mod value;
mod workbook;
mod xml;

pub use fault::{CellFault, WorkbookFault};
pub use limits::Limit;
pub use reference::{CellRef, Range};
pub use sheet::{Cell, Row, Sheet};
pub use value::{Shown, Unfit, Value};
pub use workbook::{SheetKind, SheetName, Visibility, Workbook, read};
