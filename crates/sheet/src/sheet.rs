//! The rows and cells of a sheet.

use std::io::BufRead;
use std::sync::Arc;

use crate::date::{self, Epoch};
use crate::fault::{CellFault, WorkbookFault};
use crate::format::Format;
use crate::limits::{CELL_BYTES, LAST_COLUMN, LAST_ROW, Limit};
use crate::number;
use crate::reference::{CellRef, Range, row_number};
use crate::strings::{self, Room};
use crate::value::{Shown, Unfit, Value};
use crate::workbook::is_true;
use crate::xml::Xml;

/// A sheet as it was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The rows that have a cell that holds something, from the top.
    pub rows: Vec<Row>,
    /// The columns that are not shown: the first and the last of each stretch, from 1.
    pub hidden_columns: Vec<(u32, u32)>,
    /// The ranges that are shown as one cell, in order. What is shown is in the first cell of each.
    pub merged: Vec<Range>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: u32,
    /// Whether it is not shown, be it by a filter.
    pub is_hidden: bool,
    /// The cells that hold something, from the left.
    pub cells: Vec<Cell>,
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Where it stands.
    pub at: CellRef,
    /// What it holds.
    pub value: Value,
}

/// What cells refer to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'w> {
    pub(crate) texts: &'w [Arc<str>],
    pub(crate) formats: &'w [Format],
    pub(crate) epoch: Epoch,
}

/// The sheet of a part.
pub(crate) fn read<R: BufRead>(
    mut xml: Xml<R>,
    name: &str,
    context: Context<'_>,
    room: Room,
) -> Result<Sheet, WorkbookFault> {
    let mut reader = Reader { name, context, room, at: CellRef { row: 0, column: 0 }, count: 0, raw: Raw::default() };
    let mut sheet = Sheet { name: name.to_owned(), rows: Vec::new(), hidden_columns: Vec::new(), merged: Vec::new() };
    xml.root("worksheet")?;
    while xml.child()? {
        match xml.name() {
            "cols" => hidden_columns(&mut xml, &mut sheet.hidden_columns)?,
            "sheetData" => reader.rows(&mut xml, &mut sheet.rows)?,
            "mergeCells" => merged(&mut xml, &mut sheet.merged)?,
            _ => xml.skip()?,
        }
    }
    xml.finish()?;
    sheet.merged.sort_unstable();
    Ok(sheet)
}

fn hidden_columns<R: BufRead>(xml: &mut Xml<R>, hidden: &mut Vec<(u32, u32)>) -> Result<(), WorkbookFault> {
    while xml.child()? {
        let (mut first, mut last, mut is_hidden) = (0, 0, false);
        xml.attributes(|key, value| match key {
            "min" => first = value.parse().unwrap_or(0),
            "max" => last = value.parse().unwrap_or(0),
            "hidden" => is_hidden = is_true(&value),
            _ => {}
        })?;
        let fits = hidden.last().is_none_or(|(_, before)| *before < first) && first <= last && last <= LAST_COLUMN;
        // What is said of columns that are not there hides nothing.
        if is_hidden && fits {
            hidden.push((first, last));
        }
        xml.skip()?;
    }
    Ok(())
}

fn merged<R: BufRead>(xml: &mut Xml<R>, ranges: &mut Vec<Range>) -> Result<(), WorkbookFault> {
    while xml.child()? {
        let range = xml.attribute("ref")?.and_then(|range| Range::parse(&range));
        ranges.push(range.ok_or_else(|| xml.damaged())?);
        if Limit::Merged.is_passed_by(u64::try_from(ranges.len()).unwrap_or(u64::MAX)) {
            return Err(WorkbookFault::Limit(Limit::Merged));
        }
        xml.skip()?;
    }
    Ok(())
}

/// What is known while a sheet is read.
struct Reader<'w> {
    name: &'w str,
    context: Context<'w>,
    room: Room,
    /// The row that is read, and the cell that was read last in it.
    at: CellRef,
    /// How many cells hold something.
    count: u64,
    /// The cell that is read; kept so that its memory is.
    raw: Raw,
}

/// A cell as it is written.
#[derive(Debug, Default)]
struct Raw {
    kind: Kind,
    format: Option<usize>,
    has_formula: bool,
    has_value: bool,
    text: String,
}

/// What a cell says it holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Text,
    SharedText,
    YesOrNo,
    Error,
    Date,
}

impl Kind {
    fn of(written: &str) -> Option<Self> {
        match written {
            "n" => Some(Self::Number),
            "str" | "inlineStr" => Some(Self::Text),
            "s" => Some(Self::SharedText),
            "b" => Some(Self::YesOrNo),
            "e" => Some(Self::Error),
            "d" => Some(Self::Date),
            _ => None,
        }
    }
}

impl Reader<'_> {
    fn rows<R: BufRead>(&mut self, xml: &mut Xml<R>, rows: &mut Vec<Row>) -> Result<(), WorkbookFault> {
        while xml.child()? {
            if xml.name() != "row" {
                xml.skip()?;
                continue;
            }
            let next = CellRef { row: self.at.row + 1, column: 1 };
            let (mut at, mut is_hidden) = (Some(next), false);
            xml.attributes(|key, value| match key {
                "r" => at = row_number(&value).map(|row| CellRef { row, column: 1 }),
                "hidden" => is_hidden = is_true(&value),
                _ => {}
            })?;
            self.go_to(next, at)?;
            let number = self.at.row;
            self.at.column = 0;
            let mut cells = Vec::new();
            self.cells(xml, &mut cells)?;
            if !cells.is_empty() {
                cells.shrink_to_fit();
                rows.push(Row { number, is_hidden, cells });
            }
        }
        Ok(())
    }

    fn cells<R: BufRead>(&mut self, xml: &mut Xml<R>, cells: &mut Vec<Cell>) -> Result<(), WorkbookFault> {
        while xml.child()? {
            if xml.name() != "c" {
                xml.skip()?;
                continue;
            }
            self.tag(xml)?;
            self.content(xml)?;
            if let Some(value) = self.value()? {
                self.count += 1;
                if Limit::Cells.is_passed_by(self.count) {
                    return Err(WorkbookFault::Limit(Limit::Cells));
                }
                cells.push(Cell { at: self.at, value });
            }
        }
        Ok(())
    }

    /// Reads what the tag of a cell says.
    fn tag<R: BufRead>(&mut self, xml: &Xml<R>) -> Result<(), WorkbookFault> {
        let next = CellRef { row: self.at.row, column: self.at.column + 1 };
        let (mut at, mut kind, mut format) = (Some(next), Some(Kind::Number), Some(None));
        xml.attributes(|key, value| match key {
            "r" => at = CellRef::parse(&value).filter(|at| at.row == next.row),
            "t" => kind = Kind::of(&value),
            "s" => format = value.parse().ok().map(Some),
            _ => {}
        })?;
        self.go_to(next, at)?;
        self.raw.kind = kind.ok_or_else(|| self.fault(CellFault::OtherKind))?;
        self.raw.format = format.ok_or_else(|| self.fault(CellFault::NothingReferredTo))?;
        Ok(())
    }

    /// Reads what stands in a cell. The formula is not looked at.
    fn content<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), WorkbookFault> {
        self.raw.has_formula = false;
        self.raw.has_value = false;
        self.raw.text.clear();
        while xml.child()? {
            match xml.name() {
                "f" => {
                    self.raw.has_formula = true;
                    xml.skip()?;
                }
                "v" => {
                    self.raw.has_value = true;
                    xml.text_into(&mut self.raw.text)?;
                    if self.raw.kind == Kind::Text {
                        strings::unescape(&mut self.raw.text, 0);
                    }
                }
                "is" => strings::rich_into(xml, &mut self.raw.text)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// What the cell that was read holds, if anything.
    fn value(&mut self) -> Result<Option<Value>, WorkbookFault> {
        let text = self.raw.text.as_str();
        if text.len() > CELL_BYTES {
            return Err(self.fault(CellFault::TooLong));
        }
        if text.is_empty() {
            // A formula may well have the empty text for an answer; a number never is empty.
            let is_empty_text = self.raw.has_value && self.raw.kind == Kind::Text;
            let is_open = self.raw.has_formula && !is_empty_text;
            return Ok(is_open.then_some(Value::NotCalculated));
        }
        let other_kind = CellFault::OtherKind;
        Ok(Some(match self.raw.kind {
            Kind::Text => Value::Text(self.room.hold(text)?),
            Kind::SharedText => match self.shared(text.trim())? {
                text if text.is_empty() => return Ok(None),
                text => Value::Text(Arc::clone(text)),
            },
            Kind::YesOrNo => match text.trim() {
                "0" | "false" => Value::YesOrNo(false),
                "1" | "true" => Value::YesOrNo(true),
                _ => return Err(self.fault(other_kind)),
            },
            Kind::Error => Value::Error(text.trim().to_owned()),
            Kind::Date => date::written(text.trim()).map_or_else(Value::Unfit, Value::Date),
            Kind::Number => {
                let number = number::float(text.trim()).ok_or_else(|| self.fault(other_kind))?;
                number_or_date(number, self.format()?, self.context.epoch).unwrap_or_else(Value::Unfit)
            }
        }))
    }

    fn shared(&self, index: &str) -> Result<&Arc<str>, WorkbookFault> {
        let index: Option<usize> = index.parse().ok();
        let text = index.and_then(|index| self.context.texts.get(index));
        let text = text.ok_or_else(|| self.fault(CellFault::NothingReferredTo))?;
        if text.len() > CELL_BYTES { Err(self.fault(CellFault::TooLong)) } else { Ok(text) }
    }

    /// The format of the cell that was read. A workbook without styles has none to refer to.
    fn format(&self) -> Result<&Format, WorkbookFault> {
        const NONE: &Format = &Format::Number(Shown::Plain);
        match self.raw.format {
            None => Ok(self.context.formats.first().unwrap_or(NONE)),
            Some(0) if self.context.formats.is_empty() => Ok(NONE),
            Some(index) => self.context.formats.get(index).ok_or_else(|| self.fault(CellFault::NothingReferredTo)),
        }
    }

    /// Goes to a cell, which must not stand before the next that may follow.
    fn go_to(&mut self, next: CellRef, at: Option<CellRef>) -> Result<(), WorkbookFault> {
        let found = at.filter(|at| at.row <= LAST_ROW && at.column <= LAST_COLUMN);
        self.at = found.unwrap_or(next);
        match found {
            None => Err(self.fault(CellFault::NoSuchPlace)),
            Some(at) if at < next => Err(self.fault(CellFault::OutOfOrder)),
            Some(_) => Ok(()),
        }
    }

    fn fault(&self, fault: CellFault) -> WorkbookFault {
        WorkbookFault::Cell { sheet: self.name.to_owned(), at: self.at, fault }
    }
}

fn number_or_date(number: f64, format: &Format, epoch: Epoch) -> Result<Value, Unfit> {
    match format {
        Format::Number(shown) => Ok(Value::Number { digits: number::typed(number)?, shown: shown.clone() }),
        Format::Date => epoch.date(number).map(Value::Date),
        Format::Time => Err(Unfit::TimeOfDay),
        Format::Scaled => Err(Unfit::Scaled),
    }
}
