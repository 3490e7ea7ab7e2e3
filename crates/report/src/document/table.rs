//! A table as lines for a terminal.
//!
//! Nothing is cut. Where there is no room for all in full, drawings go first; then columns make do with their short
//! texts, heads and words are wrapped, the words of a row stand above its numbers, and at last each cell has a line
//! of its own.

use super::width::{width, wrapped};
use super::{Cell, ColumnKind, Grid, Row, RowKind};

/// Between columns.
const GAP: usize = 2;

/// No column of words is made narrower.
const NARROWEST: usize = 14;

/// The words that a row begins with rather stand above its numbers than in a narrower column.
const LEAD: usize = 24;

/// A longer word is broken rather than that its column is made wider.
const LONGEST: usize = 32;

/// What a line of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Head,
    Rule,
    Row(RowKind),
}

/// The lines of a table, none of them wider than `room` as long as a word and a number have room beside each other.
pub(super) fn lines(grid: &Grid, room: usize) -> Vec<(LineKind, String)> {
    let table = Table::of(grid, room);
    let mut lines: Vec<(LineKind, String)> = Vec::new();
    let heads: Vec<Cell> = grid.columns.iter().map(|column| column.head.clone()).collect();
    let rule = "─".repeat(table.all());
    if table.arrangement != Arrangement::Stacked {
        lines.extend(table.row(&heads, 0).into_iter().map(|line| (LineKind::Head, line)));
        lines.push((LineKind::Rule, rule.clone()));
    }
    for row in &grid.rows {
        if row.kind == RowKind::Total {
            lines.push((LineKind::Rule, rule.clone()));
        }
        lines.extend(table.lines(row).into_iter().map(|line| (LineKind::Row(row.kind), line)));
    }
    lines
}

/// How the cells of a row stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrangement {
    /// Beside each other.
    Columns,
    /// The first words above the others.
    Above,
    /// Each on a line of its own.
    Stacked,
}

/// A table, with what of it is shown and how.
struct Table<'g> {
    grid: &'g Grid,
    room: usize,
    arrangement: Arrangement,
    /// The columns that are shown beside each other.
    shown: Vec<Shown>,
    /// The first column of words.
    lead: Option<usize>,
}

/// A column that is shown.
#[derive(Debug, Clone, Copy)]
struct Shown {
    column: usize,
    /// Whether its cells are told by their short texts.
    short: bool,
    width: usize,
}

impl<'g> Table<'g> {
    fn of(grid: &'g Grid, room: usize) -> Self {
        let all = 0..grid.columns.len();
        let is_drawing = |column: &usize| grid.columns[*column].kind == ColumnKind::Drawing;
        let lead = grid.lead();
        let table = |arrangement, shown| Self { grid, room, arrangement, shown, lead };
        let natural: Vec<Shown> =
            all.clone().map(|column| Shown { column, short: false, width: natural(grid, column, false) }).collect();
        if sum(&natural) <= room {
            return table(Arrangement::Columns, natural);
        }
        let drawn: Vec<usize> = all.filter(|column| !is_drawing(column)).collect();
        if let Some(shown) = fitted(grid, &drawn, lead, room) {
            return table(Arrangement::Columns, shown);
        }
        let others: Vec<usize> = drawn.into_iter().filter(|column| Some(*column) != lead).collect();
        match fitted(grid, &others, None, room.saturating_sub(GAP)) {
            Some(shown) if lead.is_some() && !shown.is_empty() => table(Arrangement::Above, shown),
            _ => table(Arrangement::Stacked, Vec::new()),
        }
    }

    /// How wide the table is.
    fn all(&self) -> usize {
        match self.arrangement {
            Arrangement::Columns => sum(&self.shown),
            Arrangement::Above | Arrangement::Stacked => self.room,
        }
    }

    fn lines(&self, row: &Row) -> Vec<String> {
        let indent = indent(row);
        match &row.cells[..] {
            [name] => self.across(&name.full, indent),
            _ if self.arrangement == Arrangement::Stacked => self.stacked(&row.cells, indent),
            cells if self.arrangement == Arrangement::Above => self.row(cells, indent),
            [name, ..] if row.kind == RowKind::Group && width(&name.full) > self.shown[0].width => {
                let mut rest = row.cells.clone();
                rest[0] = Cell::default();
                let mut lines = self.across(&name.full, 0);
                lines.extend(self.row(&rest, 0).into_iter().filter(|line| !line.is_empty()));
                lines
            }
            cells => self.row(cells, indent),
        }
    }

    /// A text over the whole width.
    fn across(&self, text: &str, indent: usize) -> Vec<String> {
        wrapped(text, self.room, indent, indent + GAP)
    }

    fn row(&self, cells: &[Cell], indent: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let lead = self.lead.filter(|_| self.arrangement == Arrangement::Above).and_then(|lead| cells.get(lead));
        if let Some(text) = lead.map(|lead| &lead.full).filter(|text| !text.is_empty()) {
            lines.extend(self.across(text, indent));
        }
        let own = |n: usize| if n == 0 && self.arrangement == Arrangement::Columns { indent } else { 0 };
        let texts: Vec<Vec<String>> = self
            .shown
            .iter()
            .enumerate()
            .map(|(n, shown)| {
                let text = cells.get(shown.column).map_or("", |cell| told(cell, shown.short));
                let hang = if self.lead == Some(shown.column) { own(n) + GAP } else { own(n) };
                wrapped(text, shown.width, own(n), hang)
            })
            .collect();
        let start = if self.arrangement == Arrangement::Above { " ".repeat(GAP) } else { String::new() };
        let tall = texts.iter().map(Vec::len).max().unwrap_or(0);
        let beside = (0..tall).map(|line| start.clone() + &self.line(&texts, line));
        lines.extend(beside.map(|line| line.trim_end_matches(' ').to_owned()));
        lines
    }

    /// One line of texts beside each other; numbers stand to the right.
    fn line(&self, texts: &[Vec<String>], line: usize) -> String {
        let mut written = String::new();
        for (n, (shown, text)) in self.shown.iter().zip(texts).enumerate() {
            let text = text.get(line).map_or("", String::as_str);
            let pad = " ".repeat(shown.width.saturating_sub(width(text)));
            if n > 0 {
                written.push_str(&" ".repeat(GAP));
            }
            let is_number = self.grid.columns[shown.column].kind == ColumnKind::Numbers;
            written.push_str(&if is_number { pad + text } else { text.to_owned() + &pad });
        }
        written
    }

    /// The words of the row, and below them each other cell after its head; one without a head belongs to the cell
    /// before it.
    fn stacked(&self, cells: &[Cell], indent: usize) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.full.is_empty()) {
            let (head, kind) = (&self.grid.columns[column].head.full, self.grid.columns[column].kind);
            match told.last_mut() {
                _ if kind == ColumnKind::Drawing || Some(column) == self.lead => {}
                Some(last) if head.is_empty() => *last = format!("{last} {}", cell.full),
                _ if head.is_empty() => told.push(cell.full.clone()),
                _ => told.push(format!("{head}: {}", cell.full)),
            }
        }
        let name = self.lead.and_then(|lead| cells.get(lead)).filter(|name| !name.full.is_empty());
        let mut lines = name.map(|name| self.across(&name.full, indent)).unwrap_or_default();
        let indent = if lines.is_empty() { indent } else { indent + GAP };
        lines.extend(told.iter().flat_map(|text| self.across(text, indent)));
        lines
    }
}

fn sum(shown: &[Shown]) -> usize {
    shown.iter().map(|shown| shown.width).sum::<usize>() + GAP * shown.len().saturating_sub(1)
}

fn indent(row: &Row) -> usize {
    match row.kind {
        RowKind::Group | RowKind::Alone | RowKind::Total => 0,
        RowKind::Item => 2,
        RowKind::Detail => 4,
    }
}

fn told(cell: &Cell, short: bool) -> &str {
    cell.short.as_deref().filter(|_| short).unwrap_or(&cell.full)
}

/// The widths at which these columns have room; `None` where words would have too little.
fn fitted(grid: &Grid, columns: &[usize], lead: Option<usize>, room: usize) -> Option<Vec<Shown>> {
    let full = |&column: &usize| Shown { column, short: false, width: natural(grid, column, false) };
    let mut shown: Vec<Shown> = columns.iter().map(full).collect();
    for n in (0..shown.len()).rev() {
        let over = sum(&shown).saturating_sub(room);
        let one = &mut shown[n];
        one.width = with_wrapped_head(grid, one).max(one.width - over.min(one.width));
    }
    for n in (0..shown.len()).rev() {
        let short = Shown { short: true, ..shown[n] };
        let short = Shown { width: with_wrapped_head(grid, &short), ..short };
        if sum(&shown) > room && short.width < shown[n].width {
            shown[n] = short;
        }
    }
    let least = |shown: &Shown| {
        let least = if Some(shown.column) == lead { LEAD } else { NARROWEST };
        least.max(longest_word(grid, shown).min(LONGEST))
    };
    // Looked up once, since all rows are gone through for it.
    let is_words = |shown: &Shown| grid.columns[shown.column].kind == ColumnKind::Words;
    let least: Vec<usize> = shown.iter().map(|one| if is_words(one) { least(one) } else { one.width }).collect();
    while sum(&shown) > room {
        let wide = shown.iter_mut().zip(&least).filter(|(one, least)| one.width > **least);
        wide.map(|(one, _)| one).max_by_key(|one| one.width)?.width -= 1;
    }
    Some(shown)
}

/// How wide the longest word of a column is, after the spaces that a further line begins with.
fn longest_word(grid: &Grid, shown: &Shown) -> usize {
    let longest = |text: &str| text.split(' ').map(width).max().unwrap_or(0);
    let rows = grid.rows.iter().filter(|row| row.cells.len() > 1 && (shown.column > 0 || row.kind != RowKind::Group));
    let cells = rows.filter_map(|row| Some((row, row.cells.get(shown.column)?)));
    let hang = |row: &Row| if shown.column == 0 { indent(row) + GAP } else { 0 };
    cells.map(|(row, cell)| longest(told(cell, shown.short)) + hang(row)).max().unwrap_or(0)
}

/// How wide a column is when nothing in it is wrapped.
fn natural(grid: &Grid, column: usize, short: bool) -> usize {
    body(grid, column, short).max(width(told(&grid.columns[column].head, short)))
}

/// How wide a column is when its head is wrapped between words.
fn with_wrapped_head(grid: &Grid, shown: &Shown) -> usize {
    let head = told(&grid.columns[shown.column].head, shown.short);
    let longest = head.split(' ').map(width).max().unwrap_or(0);
    body(grid, shown.column, shown.short).max(longest)
}

/// How wide the cells of a column are, but for names of groups, which may stand over the whole width.
fn body(grid: &Grid, column: usize, short: bool) -> usize {
    let rows = grid.rows.iter().filter(|row| row.cells.len() > 1 && (column > 0 || row.kind != RowKind::Group));
    let cells = rows.filter_map(|row| Some((if column == 0 { indent(row) } else { 0 }, row.cells.get(column)?)));
    cells.map(|(indent, cell)| width(told(cell, short)) + indent).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;

    const TITLES: [&str; 4] = [
        "Generationsöverskridande aktiviteter med förskolor",
        "Generationsöverskridande aktiviteter med äldreboenden",
        "Läxhjälp",
        "Kommunala aktivitetsansvaret och samverkan kring ungas väg till arbete eller studier i stadens områden",
    ];

    fn grid() -> Grid {
        let columns = vec![
            Column::words("Sökande och aktivitet"),
            Column::numbers("Sökt"),
            Column { head: Cell::or("Föreslås beviljas", "Föreslås"), kind: ColumnKind::Numbers },
            Column::drawing(),
            Column::words("Varför"),
        ];
        let why = |n: usize| Cell::or(format!("golv: Alla får något {n}"), format!("golv: alla-{n}"));
        let row = |(n, title): (usize, &&str)| {
            let mut row =
                Row::new(RowKind::Item, [*title, "1\u{a0}550\u{a0}000", "317\u{a0}500", "████"].map(str::to_owned));
            row.cells.push(why(n));
            row
        };
        let mut rows = vec![Row::new(RowKind::Group, ["Hälsa-, vård- och omsorgsnämnden".to_owned()])];
        rows.extend(TITLES.iter().enumerate().map(row));
        rows.push(Row::new(RowKind::Total, ["Summa", "6\u{a0}200\u{a0}000", "1\u{a0}270\u{a0}000"].map(str::to_owned)));
        Grid { columns, rows }
    }

    fn written(room: usize) -> Vec<String> {
        lines(&grid(), room).into_iter().map(|(_, line)| line).collect()
    }

    /// What is read, whatever lines it stands on.
    fn letters(text: &str) -> String {
        text.chars().filter(|one| one.is_alphanumeric()).collect()
    }

    #[test]
    fn nothing_is_wider_than_there_is_room_for_and_nothing_is_cut() {
        for room in 24..=160 {
            let lines = written(room);
            assert!(lines.iter().all(|line| width(line) <= room), "{room}:\n{}", lines.join("\n"));
            let text = lines.join("\n");
            assert!(!text.contains('…'), "{room}:\n{text}");
            // Words of one column stand between those of others, so that they are looked for one by one.
            let longest = TITLES.iter().flat_map(|title| title.split(' ')).filter(|word| width(word) <= 20);
            longest.for_each(|word| assert!(letters(&text).contains(&letters(word)), "{room}: {word}\n{text}"));
        }
    }

    #[test]
    fn the_drawing_goes_before_words_are_wrapped() {
        let natural = sum(&(0..5)
            .map(|column| Shown { column, short: false, width: natural(&grid(), column, false) })
            .collect::<Vec<_>>());
        assert!(written(natural).join("\n").contains('█'));
        let lines = written(natural - 1);
        assert!(!lines.join("\n").contains('█'));
        assert!(lines.iter().any(|line| line.contains(TITLES[3])), "{}", lines.join("\n"));
    }

    #[test]
    fn a_column_is_told_in_one_way() {
        for room in 24..=160 {
            let text = written(room).join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            let (full, short) = (text.contains("Alla får"), text.contains("alla-"));
            assert!(!(full && short), "{room}:\n{text}");
        }
    }

    #[test]
    fn stands_in_columns_above_or_stacked() {
        let beside = &written(100)[0];
        assert!(beside.starts_with("Sökande och aktivitet  ") && beside.ends_with("Varför"), "{beside}");
        let above = written(60);
        assert_eq!(above[0], "Sökande och aktivitet");
        assert!(above.contains(&format!("  {}", TITLES[0])), "{}", above.join("\n"));
        let stacked = written(30);
        assert!(stacked.contains(&"    Sökt: 1\u{a0}550\u{a0}000".to_owned()), "{}", stacked.join("\n"));
    }
}
