//! The parts of a template, unpacked within bounds.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use fordela_file::fault::TemplateFault;
use zip::ZipArchive;

pub(super) const DOCUMENT: &str = "word/document.xml";
pub(super) const STYLES: &str = "word/styles.xml";
pub(super) const NUMBERING: &str = "word/numbering.xml";
const RELATIONS: &str = "word/_rels/document.xml.rels";
const TYPES: &str = "[Content_Types].xml";
const PACKAGE_RELATIONS: &str = "_rels/.rels";

/// So many bytes may all parts have together, pictures and all.
const BYTES: u64 = 40_000_000;

/// So many parts may there be.
const PARTS: usize = 1_000;

/// The kind of a document, and those of files that are opened as one.
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const KIND_OF_TEMPLATE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// Parts by their names.
#[derive(Debug, Clone)]
pub(super) struct Package(BTreeMap<String, Vec<u8>>);

impl Package {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, TemplateFault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TemplateFault::NotAnArchive)?;
        if zip.len() > PARTS {
            return Err(TemplateFault::TooLarge);
        }
        let (mut parts, mut left) = (BTreeMap::new(), BYTES);
        for n in 0..zip.len() {
            let part = zip.by_index(n).map_err(|_| TemplateFault::NotAnArchive)?;
            if part.is_dir() {
                continue;
            }
            let name = part.name().map_err(|_| TemplateFault::Odd)?.into_owned();
            let mut bytes = Vec::new();
            part.take(left + 1).read_to_end(&mut bytes).map_err(|_| TemplateFault::NotAnArchive)?;
            left = left.checked_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX)).ok_or(TemplateFault::TooLarge)?;
            parts.insert(name, bytes);
        }
        let package = Self(parts);
        if [DOCUMENT, STYLES, TYPES, RELATIONS, PACKAGE_RELATIONS].iter().any(|name| !package.0.contains_key(*name)) {
            return Err(TemplateFault::NotADocument);
        }
        if package.0.keys().any(|name| name.to_ascii_lowercase().contains("vbaproject")) {
            return Err(TemplateFault::Macros);
        }
        Ok(package)
    }

    pub(super) fn part(&self, name: &str) -> Result<&str, TemplateFault> {
        let bytes = self.0.get(name).ok_or(TemplateFault::NotADocument)?;
        std::str::from_utf8(bytes).map_err(|_| TemplateFault::Odd)
    }

    pub(super) fn set(&mut self, name: &str, text: String) {
        self.0.insert(name.to_owned(), text.into_bytes());
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The XML parts whose names begin so.
    pub(super) fn names(&self, start: &str) -> impl Iterator<Item = String> {
        let names = self.0.keys().filter(|name| name.starts_with(start) && name.ends_with(".xml"));
        names.cloned().collect::<Vec<_>>().into_iter()
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        // What a package begins with is looked for first by some programs.
        let first = [TYPES, PACKAGE_RELATIONS];
        let begin = first.into_iter().filter_map(|name| Some((name, &self.0.get(name)?[..])));
        let rest = self.0.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]));
        begin.chain(rest.filter(move |(name, _)| !first.contains(name)))
    }

    /// Adds to what the text leads to.
    pub(super) fn relate(&mut self, relations: &str) -> Result<(), TemplateFault> {
        let with = before(self.part(RELATIONS)?, "</Relationships>", relations)?;
        self.set(RELATIONS, with);
        Ok(())
    }

    /// Says of what kinds the parts are: the text of a document, pictures where there are any, what is known of it, and lists.
    pub(super) fn declare(&mut self, has_pictures: bool) -> Result<(), TemplateFault> {
        let mut types = self.part(TYPES)?.replace(KIND_OF_TEMPLATE, KIND);
        if !types.contains(KIND) {
            return Err(TemplateFault::NotADocument);
        }
        let mut missing = String::new();
        if has_pictures && !types.contains("Extension=\"png\"") {
            missing += "<Default Extension=\"png\" ContentType=\"image/png\"/>";
        }
        let overrides = [
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/word/numbering.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"),
        ];
        for (part, kind) in overrides {
            if self.has(&part[1..]) && !types.contains(&format!("PartName=\"{part}\"")) {
                missing += &format!("<Override PartName=\"{part}\" ContentType=\"{kind}\"/>");
            }
        }
        types = before(&types, "</Types>", &missing)?;
        self.set(TYPES, types);
        self.lead_to_core()
    }

    /// What is known of the document is found from the package.
    fn lead_to_core(&mut self) -> Result<(), TemplateFault> {
        let relations = self.part(PACKAGE_RELATIONS)?;
        if relations.contains("docProps/core.xml") {
            return Ok(());
        }
        let kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let core = format!("<Relationship Id=\"reportCore\" Type=\"{kind}\" Target=\"docProps/core.xml\"/>");
        let with = before(relations, "</Relationships>", &core)?;
        self.set(PACKAGE_RELATIONS, with);
        Ok(())
    }

    /// Leads from the text to its lists, where it did not.
    pub(super) fn lead_to_lists(&mut self) -> Result<(), TemplateFault> {
        let kind = format!("{OFFICE}/relationships/numbering");
        if self.part(RELATIONS)?.contains(&kind) {
            return Ok(());
        }
        self.relate(&format!("<Relationship Id=\"reportLists\" Type=\"{kind}\" Target=\"numbering.xml\"/>"))
    }
}

/// The text with something more before the last of a mark.
pub(super) fn before(text: &str, mark: &str, more: &str) -> Result<String, TemplateFault> {
    let at = text.rfind(mark).ok_or(TemplateFault::Odd)?;
    Ok(format!("{}{more}{}", &text[..at], &text[at..]))
}
