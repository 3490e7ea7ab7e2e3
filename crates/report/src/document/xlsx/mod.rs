//! A document as a workbook (XLSX): numbers as numbers, and sums as formulas where they are just that. It is the same whenever it
//! is made.

mod looks;
mod name;
mod sheet;
mod sheets;
mod sums;
mod table;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::Document;

/// The document as XLSX.
///
/// # Errors
///
/// When there is more of it than a workbook has room for.
pub(crate) fn xlsx(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let document = document.visible().titled();
    let made = ExcelDateTime::from_ymd(1980, 1, 1)?;
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(document.title()).set_creation_datetime(&made));
    for sheet in sheets::of(&document) {
        book.push_worksheet(sheet::written(&sheet)?);
    }
    book.save_to_buffer()
}
