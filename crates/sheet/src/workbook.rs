//! A workbook and the names of its sheets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::archive::Archive;
use crate::date::Epoch;
use crate::fault::WorkbookFault;
use crate::format::Format;
use crate::limits::Limit;
use crate::relations::{self, Relation};
use crate::sheet::{self, Context, Sheet};
use crate::strings::{self, Room};
use crate::styles;

/// A workbook whose sheets can be read.
#[derive(Debug)]
pub struct Workbook<'b> {
    archive: Archive<'b>,
    sheets: Vec<SheetName>,
    /// The part of each sheet.
    parts: Vec<String>,
    epoch: Epoch,
    /// The part of the texts that cells share.
    texts: Option<String>,
    /// The part of the formats of cells.
    styles: Option<String>,
    /// What all sheets refer to, once one was read.
    common: Option<Common>,
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: SheetKind,
    /// Who sees it.
    pub visibility: Visibility,
}

/// What a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// Rows of cells.
    Cells,
    /// A chart.
    Chart,
    /// Something else, as macros or a dialogue of long ago.
    Other,
}

/// Who sees a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Visible,
    /// Whoever asks the spreadsheet program to show it.
    Hidden,
    /// Nobody but macros.
    VeryHidden,
}

/// What all sheets of a workbook refer to.
#[derive(Debug)]
struct Common {
    texts: Vec<Arc<str>>,
    formats: Vec<Format>,
    room: Room,
}

/// The workbook of these bytes, with the names of its sheets; the cells of a sheet are read by [`Workbook::sheet`].
///
/// # Errors
///
/// [`WorkbookFault`], if the bytes are no workbook of the kind XLSX or XLSM, or one that is damaged, locked, or larger than is read.
pub fn read(bytes: &[u8]) -> Result<Workbook<'_>, WorkbookFault> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let related = relations::of(&mut archive, &main)?;
    let listed = List::read(&mut archive, &main)?;
    let mut sheets = Vec::new();
    let mut parts = Vec::new();
    for (name, visibility, id) in listed.sheets {
        let relation = related.get(&id).ok_or(WorkbookFault::MissingPart { part: id })?;
        let kind = match relation.kind.as_str() {
            "worksheet" => SheetKind::Cells,
            "chartsheet" => SheetKind::Chart,
            _ => SheetKind::Other,
        };
        sheets.push(SheetName { name, kind, visibility });
        parts.push(relation.part.clone());
    }
    let texts = part_of_kind(&related, "sharedStrings");
    let styles = part_of_kind(&related, "styles");
    Ok(Workbook { archive, sheets, parts, epoch: listed.epoch, texts, styles, common: None })
}

impl Workbook<'_> {
    /// The sheets, in the order that people see them in.
    #[must_use]
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// The cells of the sheet of a name.
    ///
    /// # Errors
    ///
    /// [`WorkbookFault`], if there is no such sheet, or it has no cells, is damaged, or is larger than is read.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, WorkbookFault> {
        let sheets = self.sheets.iter().zip(&self.parts);
        let found = sheets.into_iter().find(|(sheet, _)| sheet.name == name);
        let (sheet, part) = found.ok_or_else(|| WorkbookFault::NoSuchSheet { sheet: name.to_owned() })?;
        if sheet.kind != SheetKind::Cells {
            return Err(WorkbookFault::NoCells { sheet: name.to_owned() });
        }
        let common = match self.common.take() {
            Some(common) => common,
            None => Common::read(&mut self.archive, self.texts.as_deref(), self.styles.as_deref())?,
        };
        let common = self.common.insert(common);
        let context = Context { texts: &common.texts, formats: &common.formats, epoch: self.epoch };
        sheet::read(self.archive.part(part)?, name, context, common.room)
    }
}

impl Common {
    fn read(archive: &mut Archive<'_>, texts: Option<&str>, styles: Option<&str>) -> Result<Self, WorkbookFault> {
        let mut room = Room::all();
        let texts = match texts {
            Some(part) => strings::shared(archive.part(part)?, &mut room)?,
            None => Vec::new(),
        };
        let formats = match styles {
            Some(part) => styles::formats(archive.small_part(part)?)?,
            None => Vec::new(),
        };
        Ok(Self { texts, formats, room })
    }
}

/// The part that lists the sheets.
fn main_part(archive: &mut Archive<'_>) -> Result<String, WorkbookFault> {
    // Only an OpenDocument has a part of that name at the top.
    if archive.has("mimetype") {
        return Err(WorkbookFault::OpenDocument);
    }
    let related = relations::of(archive, "")?;
    let main = part_of_kind(&related, "officeDocument").ok_or(WorkbookFault::NotAWorkbook)?;
    if main.to_ascii_lowercase().ends_with(".bin") { Err(WorkbookFault::Binary) } else { Ok(main) }
}

fn part_of_kind(related: &BTreeMap<String, Relation>, kind: &str) -> Option<String> {
    related.values().find(|relation| relation.kind == kind).map(|relation| relation.part.clone())
}

/// What a workbook says of itself: its sheets, each with the id of its part, and where it counts days from.
struct List {
    sheets: Vec<(String, Visibility, String)>,
    epoch: Epoch,
}

impl List {
    fn read(archive: &mut Archive<'_>, main: &str) -> Result<Self, WorkbookFault> {
        let mut list = Self { sheets: Vec::new(), epoch: Epoch::Year1900 };
        let mut xml = archive.small_part(main)?;
        // The main part of a Word document has another root.
        if !xml.child()? || xml.name() != "workbook" {
            return Err(WorkbookFault::NotAWorkbook);
        }
        let mut names = BTreeSet::new();
        while xml.child()? {
            match xml.name() {
                "workbookPr" => {
                    if xml.attribute("date1904")?.is_some_and(|value| is_true(&value)) {
                        list.epoch = Epoch::Year1904;
                    }
                    xml.skip()?;
                }
                "sheets" => {
                    while xml.child()? {
                        let (mut name, mut visibility, mut id) = (String::new(), Visibility::Visible, String::new());
                        xml.attributes(|key, value| match key {
                            "name" => name = value.into_owned(),
                            "state" => visibility = Visibility::of(&value),
                            ":id" => id = value.into_owned(),
                            _ => {}
                        })?;
                        list.add(&mut names, name, visibility, id)?;
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            }
        }
        xml.finish()?;
        Ok(list)
    }

    fn add(
        &mut self,
        names: &mut BTreeSet<String>,
        name: String,
        visibility: Visibility,
        id: String,
    ) -> Result<(), WorkbookFault> {
        // Programs do not tell sheets apart by the case of their names.
        if !names.insert(name.to_lowercase()) {
            return Err(WorkbookFault::SheetTwice { sheet: name });
        }
        self.sheets.push((name, visibility, id));
        let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
        if Limit::Sheets.is_passed_by(count) { Err(WorkbookFault::Limit(Limit::Sheets)) } else { Ok(()) }
    }
}

impl Visibility {
    /// What a workbook says of a sheet. What it says that nobody knows is not seen as a reason to hide it.
    fn of(state: &str) -> Self {
        match state {
            "hidden" => Self::Hidden,
            "veryHidden" => Self::VeryHidden,
            _ => Self::Visible,
        }
    }
}

/// Whether an attribute that is true or false is true.
pub(crate) fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}
