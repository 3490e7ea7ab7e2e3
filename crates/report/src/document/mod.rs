//! Text with titles and tables, before it is known how it is written.

mod bar;
mod docx;
mod html;
mod markdown;
mod number;
mod paper;
mod png;
mod table;
mod text;
mod typst;
mod width;
mod xlsx;
pub(crate) mod xml;

use fordela::characters::{on_one_line, visible};

pub use bar::bar;
pub use docx::Template;
pub(crate) use docx::{docx, docx_in};
pub(crate) use html::html;
pub(crate) use markdown::markdown;
pub(crate) use number::{Number, NumberKind};
pub(crate) use text::text;
pub(crate) use typst::typst;
pub(crate) use xlsx::xlsx;

/// How text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// How many cells of a terminal a line has.
    pub width: usize,
    /// Whether there are colours.
    pub colour: bool,
}

/// What is to be read, from top to bottom.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document(pub(crate) Vec<Block>);

/// A part of a document.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Title(String),
    Heading(String),
    Paragraph(String),
    Items(Vec<String>),
    Grid(Grid),
    Picture(Picture),
    /// Text whose lines are kept as they are.
    Verbatim(String),
}

/// A picture, which shows what is told elsewhere too: formats of text do without.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    /// A whole SVG file, with nothing from elsewhere.
    pub(crate) svg: String,
    /// What it shows, for who does not see it.
    pub(crate) description: String,
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) head: Cell,
    pub(crate) kind: ColumnKind,
}

/// How the cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnKind {
    /// Words, which are wrapped where there is no room.
    Words,
    /// Numbers, which never are.
    Numbers,
    /// A drawing, which Markdown does without, and so do tables where there is no room.
    Drawing,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) kind: RowKind,
    pub(crate) cells: Vec<Cell>,
}

/// What a row is among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// What the rows after it belong to.
    Group,
    /// What belongs to a group.
    Item,
    /// What belongs to no group.
    Alone,
    /// Part of the item before it.
    Detail,
    /// The sum of the rows before it.
    Total,
}

/// A text, and a shorter one that does where there is no room. A column is told by one or the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) full: String,
    pub(crate) short: Option<String>,
    /// The number that the text tells, where that is known.
    pub(crate) number: Option<Number>,
}

impl Document {
    /// The document with nothing hidden in it. What is kept as it is was shown in a text, where the same is done.
    fn visible(&self) -> Self {
        let visible = |text: &String| visible(text).into_owned();
        let blocks = self.0.iter().map(|block| match block {
            Block::Title(text) => Block::Title(visible(text)),
            Block::Heading(text) => Block::Heading(visible(text)),
            Block::Paragraph(text) => Block::Paragraph(visible(text)),
            Block::Items(items) => Block::Items(items.iter().map(visible).collect()),
            Block::Grid(grid) => Block::Grid(grid.visible()),
            Block::Picture(one) => {
                Block::Picture(Picture { svg: one.svg.clone(), description: visible(&one.description) })
            }
            Block::Verbatim(text) => Block::Verbatim(text.clone()),
        });
        Self(blocks.collect())
    }

    /// The document with a title, which is its first heading where it has none.
    fn titled(mut self) -> Self {
        if let Some(first) = self.0.first_mut()
            && let Block::Heading(text) = first
        {
            *first = Block::Title(std::mem::take(text));
        }
        self
    }

    fn title(&self) -> &str {
        let title = self.0.iter().find_map(|block| if let Block::Title(text) = block { Some(text) } else { None });
        title.map_or("", String::as_str)
    }
}

impl Grid {
    /// The first column of words, which says what a row is of.
    fn lead(&self) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == ColumnKind::Words)
    }

    /// The cells of a row beneath their columns, those that it has not as empty ones.
    fn cells<'g>(&'g self, row: &'g Row) -> impl Iterator<Item = (&'g Column, &'g Cell)> {
        const NONE: &Cell = &Cell { full: String::new(), short: None, number: None };
        self.columns.iter().enumerate().map(|(n, column)| (column, row.cells.get(n).unwrap_or(NONE)))
    }

    fn visible(&self) -> Self {
        let one_line = |text: &String| on_one_line(text).into_owned();
        let cell = |cell: &Cell| Cell {
            full: one_line(&cell.full),
            short: cell.short.as_ref().map(one_line),
            number: cell.number.clone(),
        };
        let columns = self.columns.iter().map(|column| Column { head: cell(&column.head), kind: column.kind });
        let rows = self.rows.iter().map(|row| Row { kind: row.kind, cells: row.cells.iter().map(cell).collect() });
        Self { columns: columns.collect(), rows: rows.collect() }
    }
}

impl Cell {
    pub(crate) fn new(full: impl Into<String>) -> Self {
        Self { full: full.into(), ..Self::default() }
    }

    pub(crate) fn or(full: impl Into<String>, short: impl Into<String>) -> Self {
        Self { short: Some(short.into()), ..Self::new(full) }
    }
}

impl Column {
    pub(crate) fn words(head: impl Into<String>) -> Self {
        Self { head: Cell::new(head), kind: ColumnKind::Words }
    }

    pub(crate) fn numbers(head: impl Into<String>) -> Self {
        Self { head: Cell::new(head), kind: ColumnKind::Numbers }
    }

    pub(crate) fn drawing() -> Self {
        Self { head: Cell::default(), kind: ColumnKind::Drawing }
    }
}

impl Row {
    pub(crate) fn new<const N: usize>(kind: RowKind, cells: [impl Into<Cell>; N]) -> Self {
        Self { kind, cells: cells.into_iter().map(Into::into).collect() }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}
