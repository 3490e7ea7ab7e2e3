//! What can be wrong with a template for documents.

/// Why a file is no template for documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateFault {
    /// It is no archive, as a document is.
    NotAnArchive,
    /// It has no text and no styles, as a workbook has not.
    NotADocument,
    /// It holds more than a template may.
    TooLarge,
    /// It holds macros, which have no place in what is sent to others.
    Macros,
    /// Its parts are no XML as Word writes it.
    Odd,
}
