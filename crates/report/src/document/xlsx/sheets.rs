//! How a document is parted in sheets: a table each, the largest first.

use std::cmp::Reverse;

use super::name;
use crate::document::{Block, Document, Grid};

/// A sheet: what it is called, what stands in its first row, and what below.
#[derive(Debug)]
pub(super) struct Sheet<'d> {
    pub(super) name: String,
    pub(super) title: &'d str,
    /// At most one of them is a table.
    pub(super) blocks: Vec<&'d Block>,
}

/// Part of a document, from one heading or table to the next.
struct Part<'d> {
    called: &'d str,
    /// The heading, unless the part has none of its own.
    heading: Option<&'d Block>,
    blocks: Vec<&'d Block>,
}

impl<'d> Part<'d> {
    fn new(called: &'d str, heading: Option<&'d Block>) -> Self {
        Self { called, heading, blocks: Vec::new() }
    }

    fn grid(&self) -> Option<&'d Grid> {
        self.blocks.iter().find_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None })
    }

    /// How many cells its table has.
    fn size(&self) -> usize {
        self.grid().map_or(0, |grid| grid.columns.len() * grid.rows.len())
    }

    /// All of it.
    fn whole(self) -> impl Iterator<Item = &'d Block> {
        self.heading.into_iter().chain(self.blocks)
    }
}

/// The sheets of a document, one at least.
pub(super) fn of(document: &Document) -> Vec<Sheet<'_>> {
    let mut parts = with_tables(parts(document));
    // Text that comes first is told with the table that does.
    let before = if parts.len() > 1 && parts[0].grid().is_none() { Some(parts.remove(0)) } else { None };
    let main = (0..parts.len()).min_by_key(|&n| Reverse(parts[n].size())).unwrap_or(0);
    let main = parts.remove(main);
    let title = if document.title().is_empty() { main.called } else { document.title() };
    let mut sheets = vec![Sheet { name: name::after(main.called, &[]), title, blocks: Vec::new() }];
    let is_below = |block: &&Block| !matches!(block, Block::Title(_));
    sheets[0].blocks.extend(before.into_iter().chain([main]).flat_map(Part::whole).filter(is_below));
    for part in parts {
        let taken: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
        sheets.push(Sheet { name: name::after(part.called, &taken), title: part.called, blocks: part.blocks });
    }
    sheets
}

/// The parts of a document, one at least.
fn parts(document: &Document) -> Vec<Part<'_>> {
    let mut parts = vec![Part::new(document.title(), None)];
    for block in &document.0 {
        match (block, parts.last_mut()) {
            (Block::Title(text) | Block::Heading(text), _) => parts.push(Part::new(text, Some(block))),
            (Block::Grid(grid), Some(last)) if last.grid().is_some() => {
                let called = grid.lead().map_or("", |lead| &grid.columns[lead].head.full);
                let mut part = Part::new(if called.is_empty() { last.called } else { called }, None);
                part.blocks.push(block);
                parts.push(part);
            }
            (_, Some(last)) => last.blocks.push(block),
            (_, None) => {}
        }
    }
    parts
}

/// The same parts, those without a table below the one before them.
fn with_tables(parts: Vec<Part<'_>>) -> Vec<Part<'_>> {
    let mut joined: Vec<Part<'_>> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last) if part.grid().is_none() => last.blocks.extend(part.whole()),
            _ => joined.push(part),
        }
    }
    joined
}
