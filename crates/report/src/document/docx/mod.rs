//! A document as one for word processors (DOCX): parts in XML, in a zip file that is the same whenever it is made.

mod body;
mod picture;
mod table;
mod template;
#[cfg(test)]
mod tests;

use std::io::{self, Cursor, Write};

use fordela::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

pub use template::Template;
pub(crate) use template::docx_in;

use super::png::{Png, png};
use super::xml::escaped;
use super::{Block, Document};

/// The document as DOCX.
///
/// # Errors
///
/// When the parts cannot be put together, which is a fault of the program.
pub(crate) fn docx(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    let document = document.visible().titled();
    let drawn = pictures(&document)?;
    let relations = include_str!("parts/document_rels.xml").replace("{pictures}", &picture::relations(drawn.len()));
    let texts = [
        ("[Content_Types].xml", include_str!("parts/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("parts/package_rels.xml").to_owned()),
        ("docProps/core.xml", core(&document, lang)),
        ("word/document.xml", body::xml(&document, &drawn)),
        ("word/_rels/document.xml.rels", relations),
        ("word/styles.xml", spoken(include_str!("parts/styles.xml"), lang)),
        ("word/numbering.xml", include_str!("parts/numbering.xml").to_owned()),
        ("word/settings.xml", settings(lang)),
        ("word/footer.xml", include_str!("parts/footer.xml").to_owned()),
    ];
    packed(texts.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes())).chain(picture::parts(&drawn)))
}

/// A part with its language.
fn spoken(part: &str, lang: Lang) -> String {
    let language = match lang {
        Lang::Sv => "sv-SE",
        Lang::En => "en-GB",
    };
    part.replace("{language}", language)
}

/// The marks for decimals and lists are those of the language.
fn settings(lang: Lang) -> String {
    let (decimal, separator) = match lang {
        Lang::Sv => (",", ";"),
        Lang::En => (".", ","),
    };
    let settings = include_str!("parts/settings.xml").replace("{decimal}", decimal).replace("{separator}", separator);
    spoken(&settings, lang)
}

/// What is known of the document. A title may hold what stands for the language.
fn core(document: &Document, lang: Lang) -> String {
    spoken(include_str!("parts/core.xml"), lang).replace("{title}", &escaped(document.title()))
}

/// The pictures of a document, drawn.
fn pictures(document: &Document) -> io::Result<Vec<Png>> {
    let pictures = document.0.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(png(picture)),
        _ => None,
    });
    pictures.collect()
}

/// The parts in a zip file, in their order, without anything of when and where it is made.
fn packed<'p>(parts: impl Iterator<Item = (String, &'p [u8])>) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
