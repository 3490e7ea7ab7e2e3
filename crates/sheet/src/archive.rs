//! The parts of a workbook's archive, counted before any is unpacked.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read, Take};

use zip::ZipArchive;
use zip::read::{ZipFile, ZipFileEntry};

use crate::fault::WorkbookFault;
use crate::limits::{GROWTH_FREE_BYTES, Limit};
use crate::xml::Xml;

/// How an archive begins. What stands before an archive in a file is not read over.
const ARCHIVE: &[u8] = b"PK";

/// How a workbook begins that Excel wrote before 2007, or that is locked with a password.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How an entry of an archive's list of parts begins.
const LISTED: &[u8; 4] = b"PK\x01\x02";

/// A part that is unpacked as it is read.
pub(crate) type Part<'a, 'b> = BufReader<Take<ZipFile<'a, Cursor<&'b [u8]>>>>;

/// An archive whose parts can be unpacked safely.
#[derive(Debug)]
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Where each part is listed, by its path in small letters: programs do not tell them apart by their case.
    parts: BTreeMap<String, Listed>,
}

/// A part as it is listed.
#[derive(Debug, Clone, Copy)]
struct Listed {
    index: usize,
    size: u64,
}

impl<'b> Archive<'b> {
    /// The archive of these bytes, with all its parts counted.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, WorkbookFault> {
        check(Limit::FileBytes, bytes.len())?;
        if bytes.starts_with(OLD) {
            return Err(WorkbookFault::LockedOrOld);
        }
        if !bytes.starts_with(ARCHIVE) {
            return Err(WorkbookFault::NotAnArchive);
        }
        // Before the list is read, which takes a hundred times the memory for each entry that it takes in the file.
        check(Limit::Parts, bytes.windows(LISTED.len()).filter(|window| window == LISTED).count())?;
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::DamagedArchive)?;
        if zip.has_duplicate_names() {
            return Err(WorkbookFault::PartTwice);
        }
        let parts = listed(&zip)?;
        Ok(Self { zip, parts })
    }

    /// Whether there is a part of this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.parts.contains_key(&path.to_ascii_lowercase())
    }

    /// A part as XML. No more is unpacked of it than was counted.
    pub(crate) fn part<'a>(&'a mut self, path: &str) -> Result<Xml<Part<'a, 'b>>, WorkbookFault> {
        let listed = self.parts.get(&path.to_ascii_lowercase());
        let listed = *listed.ok_or_else(|| WorkbookFault::MissingPart { part: path.to_owned() })?;
        let file = self.zip.by_index(listed.index).map_err(|_| WorkbookFault::DamagedArchive)?;
        // The byte too many is where a sum that does not fit the part is found out.
        Ok(Xml::new(path, BufReader::new(file.take(listed.size.saturating_add(1)))))
    }

    /// The same of a part that is small in all workbooks.
    pub(crate) fn small_part<'a>(&'a mut self, path: &str) -> Result<Xml<Part<'a, 'b>>, WorkbookFault> {
        match self.parts.get(&path.to_ascii_lowercase()) {
            Some(listed) if Limit::SmallPartBytes.is_passed_by(listed.size) => {
                Err(WorkbookFault::Limit(Limit::SmallPartBytes))
            }
            _ => self.part(path),
        }
    }
}

fn check(limit: Limit, count: usize) -> Result<(), WorkbookFault> {
    let is_passed = u64::try_from(count).map_or(true, |count| limit.is_passed_by(count));
    if is_passed { Err(WorkbookFault::Limit(limit)) } else { Ok(()) }
}

/// All parts that are listed, if together they are no more than may be unpacked.
fn listed(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<BTreeMap<String, Listed>, WorkbookFault> {
    let mut parts = BTreeMap::new();
    let mut total: u64 = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index_data(index).map_err(|_| WorkbookFault::DamagedArchive)?;
        let path = path(&entry)?;
        let size = entry.size();
        total = total.saturating_add(size);
        if Limit::UnpackedBytes.is_passed_by(total) {
            return Err(WorkbookFault::Limit(Limit::UnpackedBytes));
        }
        if size > GROWTH_FREE_BYTES && Limit::Growth.is_passed_by(size / entry.compressed_size().max(1)) {
            return Err(WorkbookFault::Limit(Limit::Growth));
        }
        if entry.encrypted() {
            return Err(WorkbookFault::Locked);
        }
        if parts.insert(path.to_ascii_lowercase(), Listed { index, size }).is_some() {
            return Err(WorkbookFault::PartTwice);
        }
    }
    Ok(parts)
}

/// The path of a part, if it stays within the archive. Some programs write it as Windows does.
fn path(entry: &ZipFileEntry<'_>) -> Result<String, WorkbookFault> {
    let path = entry.name().map_err(|_| WorkbookFault::DamagedArchive)?.replace('\\', "/");
    let is_odd = path.starts_with('/') || path.contains([':', '\0']) || path.split('/').any(|folder| folder == "..");
    if is_odd { Err(WorkbookFault::OddPath { part: path }) } else { Ok(path) }
}
