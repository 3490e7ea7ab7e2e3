//! A document in the looks of a template: its styles, paper, headers, footers and pictures, with the report in its text.
//!
//! The template is changed as text, where something is to be replaced or added, and else kept byte for byte: what Word and
//! others write in it is theirs.

mod marks;
mod package;
mod styles;
#[cfg(test)]
mod tests;
mod text;

use std::io;

use fordela::Lang;
use fordela_file::fault::TemplateFault;

use super::{body, core, packed, picture, pictures};
use crate::document::Document;
use crate::document::paper::Page;
use crate::document::png::Png;
use package::Package;

/// A template that documents take their looks from.
#[derive(Debug, Clone)]
pub struct Template {
    package: Package,
    /// What the document is filed under.
    reference: String,
}

impl Template {
    /// Reads a template, and takes what stands for the reference in it.
    ///
    /// # Errors
    ///
    /// Why it is none.
    pub fn read(bytes: &[u8], reference: &str) -> Result<Self, TemplateFault> {
        let package = Package::read(bytes)?;
        text::room(package.part(package::DOCUMENT)?)?;
        Ok(Self { package, reference: reference.to_owned() })
    }
}

/// The document as DOCX in the looks of a template.
///
/// # Errors
///
/// When the parts cannot be put together, which is a fault of the program.
pub(crate) fn docx_in(document: &Document, lang: Lang, template: &Template) -> io::Result<Vec<u8>> {
    let document = document.visible().titled();
    let drawn = pictures(&document)?;
    let written = written(&document, lang, template, &drawn).map_err(|fault| io::Error::other(format!("{fault:?}")))?;
    let texts = written.parts().map(|(name, bytes)| (name.to_owned(), bytes));
    packed(texts.chain(picture::parts(&drawn)))
}

/// The template with the report in it.
fn written(document: &Document, lang: Lang, template: &Template, drawn: &[Png]) -> Result<Package, TemplateFault> {
    let mut package = template.package.clone();
    let own = package.part(package::DOCUMENT)?.to_owned();
    let room = text::room(&own)?;
    let blocks = body::blocks(document, drawn, room.min(Page::Landscape.room()));
    let blocks = styles::renamed(&blocks, &mut package, lang)?;
    let marks = [("title", document.title()), ("reference", &template.reference)];
    package.set(package::DOCUMENT, text::with(&marks::filled(&own, &marks), &blocks)?);
    for name in package.names("word/header").chain(package.names("word/footer")).collect::<Vec<_>>() {
        let filled = marks::filled(package.part(&name)?, &marks);
        package.set(&name, filled);
    }
    package.relate(&picture::relations(drawn.len()))?;
    package.set("docProps/core.xml", core(document, lang));
    package.declare(!drawn.is_empty())?;
    Ok(package)
}
