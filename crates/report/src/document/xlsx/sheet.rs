//! A sheet: a title, sentences and a table, as they are read and printed.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::looks;
use super::sheets::Sheet;
use super::table::{Table, widths};
use crate::document::width::wrapped;
use crate::document::{Block, Grid};

/// A sheet without a table has one column, which is so wide; sentences beside a table have at least as much room.
const WIDE: usize = 90;

/// How wide a column is that nothing is said of.
const COLUMN: usize = 8;

/// With more lines than this before a table, it comes before them: its head is to be seen with the rows.
const MOST: usize = 12;

/// The height of a line, and the largest of a row, in points.
const LINE: u32 = 15;
const TALLEST: u32 = 405;

/// No cell holds more, in the units of UTF-16.
const LONGEST: usize = 32_767;

const A4: u8 = 9;

/// The sheet, written.
pub(super) fn written(sheet: &Sheet<'_>) -> Result<Worksheet, XlsxError> {
    let grid = sheet.blocks.iter().find_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    let mut paper = Paper::of(grid)?;
    paper.sheet.set_name(&sheet.name)?;
    paper.line(sheet.title, &looks::title())?;
    let place = sheet.blocks.iter().position(|block| matches!(block, Block::Grid(_))).unwrap_or(0);
    let (before, rest) = sheet.blocks.split_at(place);
    if before.iter().map(|block| paper.lines(block)).sum::<usize>() > MOST {
        let (table, after) = rest.split_at(rest.len().min(1));
        table.iter().chain(before).chain(after).try_for_each(|block| paper.block(block))?;
    } else {
        sheet.blocks.iter().try_for_each(|block| paper.block(block))?;
    }
    Ok(paper.sheet)
}

/// How high a row of so many lines is.
pub(super) fn height(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(LINE).min(TALLEST)
}

/// As much of a text as a cell holds.
pub(super) fn fitting(text: &str) -> Cow<'_, str> {
    if text.encode_utf16().count() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fits = text.chars().take_while(|character| {
        units += character.len_utf16();
        units < LONGEST
    });
    Cow::Owned(fits.chain(['…']).collect())
}

/// A sheet that is written from top to bottom.
struct Paper {
    sheet: Worksheet,
    row: u32,
    /// The last column that sentences stand over, and how much room they have.
    last: u16,
    room: usize,
}

impl Paper {
    fn of(grid: Option<&Grid>) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&C&P (&N)");
        let widths = grid.map_or_else(|| vec![WIDE], widths);
        for (column, width) in (0..).zip(&widths) {
            sheet.set_column_width(column, u32::try_from(*width).unwrap_or(u32::MAX))?;
        }
        let all: usize = widths.iter().sum();
        let more = WIDE.saturating_sub(all).div_ceil(COLUMN);
        let last = u16::try_from(widths.len() - 1 + more).map_err(|_| XlsxError::RowColumnLimitError)?;
        Ok(Self { sheet, row: 0, last, room: all + more * COLUMN })
    }

    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Title(text) | Block::Heading(text) => {
                self.row += 1;
                self.line(text, &looks::heading())
            }
            Block::Paragraph(text) => self.sentence(text),
            Block::Items(items) => items.iter().try_for_each(|item| self.sentence(&item_text(item))),
            Block::Verbatim(text) => {
                self.row += 1;
                text.lines().try_for_each(|line| self.line(line, &looks::verbatim()))
            }
            Block::Grid(grid) => self.table(grid),
            Block::Picture(_) => Ok(()),
        }
    }

    /// How many lines a block takes that is no table.
    fn lines(&self, block: &Block) -> usize {
        match block {
            Block::Title(_) | Block::Heading(_) => 2,
            Block::Paragraph(text) => self.tall(text),
            Block::Items(items) => items.iter().map(|item| self.tall(&item_text(item))).sum(),
            Block::Verbatim(text) => 1 + text.lines().count(),
            Block::Grid(_) | Block::Picture(_) => 0,
        }
    }

    /// How many lines a sentence takes; letters of the program may be a little wider than ours.
    fn tall(&self, text: &str) -> usize {
        wrapped(text, self.room * 9 / 10, 0, 0).len()
    }

    fn line(&mut self, text: &str, looks: &Format) -> Result<(), XlsxError> {
        if !text.is_empty() {
            self.sheet.write_string_with_format(self.row, 0, fitting(text), looks)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A sentence over all columns. No program makes a row higher for a text over several.
    fn sentence(&mut self, text: &str) -> Result<(), XlsxError> {
        let text = fitting(text);
        let height = height(self.tall(&text));
        if self.last > 0 {
            self.sheet.merge_range(self.row, 0, self.row, self.last, &text, &looks::sentence())?;
        } else {
            self.sheet.write_string_with_format(self.row, 0, &*text, &looks::sentence())?;
        }
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    /// The table, whose head stays where it is and is printed on every page.
    fn table(&mut self, grid: &Grid) -> Result<(), XlsxError> {
        let head = self.row + 1;
        self.row = Table::at(grid, head).write(&mut self.sheet)? + 1;
        self.sheet.set_freeze_panes(head + 1, 0)?;
        self.sheet.set_repeat_rows(head, head)?;
        Ok(())
    }
}

fn item_text(item: &str) -> String {
    format!("• {item}")
}
