//! A document as one for word processors (DOCX): parts in XML, in a zip file that is the same whenever it is made.

mod body;
mod measure;
mod table;
#[cfg(test)]
mod tests;

use std::io::{self, Cursor, Write};

use fordela::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Document;
use super::xml::escaped;

/// The document as DOCX.
///
/// # Errors
///
/// When the parts cannot be put together, which is a fault of the program.
pub(crate) fn docx(document: &Document, lang: Lang) -> io::Result<Vec<u8>> {
    let document = document.visible().titled();
    // The marks for decimals and lists are those of the language.
    let (language, decimal, separator) = match lang {
        Lang::Sv => ("sv-SE", ",", ";"),
        Lang::En => ("en-GB", ".", ","),
    };
    let spoken = |part: &str| part.replace("{language}", language);
    let settings = include_str!("parts/settings.xml").replace("{decimal}", decimal).replace("{separator}", separator);
    // A title may hold what stands for the language.
    let core = spoken(include_str!("parts/core.xml")).replace("{title}", &escaped(document.title()));
    packed(&[
        ("[Content_Types].xml", include_str!("parts/content_types.xml")),
        ("_rels/.rels", include_str!("parts/package_rels.xml")),
        ("docProps/core.xml", &core),
        ("word/document.xml", &body::xml(&document)),
        ("word/_rels/document.xml.rels", include_str!("parts/document_rels.xml")),
        ("word/styles.xml", &spoken(include_str!("parts/styles.xml"))),
        ("word/numbering.xml", include_str!("parts/numbering.xml")),
        ("word/settings.xml", &spoken(&settings)),
        ("word/footer.xml", include_str!("parts/footer.xml")),
    ])
}

/// The parts in a zip file, in their order, without anything of when and where it is made.
fn packed(parts: &[(&str, &str)]) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
