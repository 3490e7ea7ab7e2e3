//! Markup of [Typst](https://typst.app/docs) as PDF: tagged, for eyes and for ears, and the same bytes wherever and whenever it
//! is made.
//!
//! ```
//! let markup = r#"
//!     #set document(title: "Svar", date: none)
//!     #set text(lang: "sv", font: ("Liberation Sans", "DejaVu Sans"))
//!     #heading("Svar")
//! "#;
//! assert!(fordela_pdf::pdf(markup).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
//! ```

mod fonts;
#[cfg(test)]
mod tests;
mod world;

use std::fmt;

use typst::diag::SourceDiagnostic;
use typst::layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use fonts::unshown;
use world::OneText;

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// The text has characters that no font here can show, each of them once.
    Unshown(Vec<char>),
    /// The markup is wrong, or the result is no document of PDF/UA-1: a fault of the program. In the words of Typst.
    Refused(Vec<String>),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unshown(characters) => {
                write!(f, "no font can show {}", characters.iter().collect::<String>())
            }
            Self::Refused(why) => write!(f, "there is no PDF: {}", why.join("; ")),
        }
    }
}

impl std::error::Error for PdfError {}

/// The markup as PDF/UA-1. What it needs it has in itself: nothing is read from files, from the network, from a clock or from what
/// fonts the system has.
///
/// # Errors
///
/// When a character cannot be shown, or the markup does not become a document with a title that Typst's validator takes for
/// PDF/UA-1.
pub fn pdf(markup: &str) -> Result<Vec<u8>, PdfError> {
    match unshown(markup) {
        none if none.is_empty() => {}
        some => return Err(PdfError::Unshown(some)),
    }
    let document: PagedDocument = typst::compile(&OneText::new(markup)).output.map_err(|why| refused(&why))?;
    typst_pdf::pdf(&document, &PdfOptions { standards: ua()?, ..PdfOptions::default() }).map_err(|why| refused(&why))
}

/// What documents that are read by ear must keep to.
fn ua() -> Result<PdfStandards, PdfError> {
    PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|why| PdfError::Refused(vec![why.to_string()]))
}

fn refused(why: &[SourceDiagnostic]) -> PdfError {
    PdfError::Refused(why.iter().map(|one| one.message.to_string()).collect())
}
