//! Amounts as bars beneath each other: of each name a paler bar behind, and parts one after the other on it.

use fordela::{Lang, Rational};

use super::canvas::{Canvas, place};
use super::draw::{COLOURS, INK, at};
use super::frame::Frame;
use super::scale::Scale;

const WIDTH: i64 = 960;
const LEFT: i64 = 300;
const RIGHT: i64 = 760;
const TOP: i64 = 96;
const ROW: i64 = 32;
const BAR: i64 = 18;

/// What is behind the parts.
const BEHIND: &str = "#d5d9df";

/// So many characters of a name have room on a line, and it has two.
const NAME: usize = 40;

/// Bars before they are drawn.
pub(crate) struct Bars {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) description: String,
    /// What the bar behind is of; nothing where there is none.
    pub(crate) behind: Option<String>,
    /// What the parts are of.
    pub(crate) parts: Vec<String>,
    pub(crate) rows: Vec<BarRow>,
    pub(crate) lang: Lang,
}

/// A name, how long its bars are, and what stands at their end.
pub(crate) struct BarRow {
    pub(crate) name: String,
    pub(crate) behind: Rational,
    pub(crate) parts: Vec<Rational>,
    pub(crate) label: String,
}

pub(crate) fn svg(bars: &Bars) -> String {
    let rows = i64::try_from(bars.rows.len()).unwrap_or(i64::MAX / ROW);
    let mut canvas = Frame {
        width: WIDTH,
        height: TOP + rows * ROW + 16,
        name: bars.name,
        called: &bars.title,
        description: &bars.description,
        title: &bars.title,
        subtitle: &bars.subtitle,
        left: 16,
        lang: bars.lang,
    }
    .open();
    legend(&mut canvas, bars);
    let longest = bars.rows.iter().map(BarRow::length).max().filter(Rational::is_positive).unwrap_or(Rational::ONE);
    let scale = Scale::new(Rational::ZERO, longest, LEFT, RIGHT);
    for (n, row) in (0_i64..).zip(&bars.rows) {
        one(&mut canvas, row, TOP + n * ROW, &scale);
    }
    canvas.close("svg");
    canvas.finish()
}

impl BarRow {
    fn length(&self) -> Rational {
        let parts = self.parts.iter().fold(Rational::ZERO, |sum, part| &sum + part);
        parts.max(self.behind.clone())
    }
}

fn colour(part: usize) -> &'static str {
    COLOURS[part % COLOURS.len()]
}

/// What each colour is of.
fn legend(canvas: &mut Canvas, bars: &Bars) {
    let parts = bars.parts.iter().enumerate().map(|(n, name)| (colour(n), name));
    let all = bars.behind.iter().map(|name| (BEHIND, name)).chain(parts);
    let mut x = 16;
    for (colour, name) in all {
        rectangle(canvas, &Rational::from(x), &Rational::from(14_i64), 64, 14, colour);
        canvas.text("text", &at(x + 20, 76, &[]), name);
        x += 36 + 7 * i64::try_from(name.chars().count()).unwrap_or_default();
    }
}

fn one(canvas: &mut Canvas, row: &BarRow, top: i64, scale: &Scale) {
    name(canvas, &row.name, top);
    let start = scale.place(&Rational::ZERO);
    if row.behind.is_positive() {
        rectangle(canvas, &start, &(&scale.place(&row.behind) - &start), top, BAR, BEHIND);
    }
    let mut from = Rational::ZERO;
    for (n, part) in row.parts.iter().enumerate().filter(|(_, part)| part.is_positive()) {
        let to = &from + part;
        let at = scale.place(&from);
        rectangle(canvas, &at, &(&scale.place(&to) - &at), top, BAR, colour(n));
        from = to;
    }
    let end = &scale.place(&row.length()) + &Rational::from(8_i64);
    let attributes = [("x", place(&end)), ("y", (top + BAR - 5).to_string())];
    canvas.text("text", &attributes, &row.label);
}

/// A name on one line or two, to the left of its bars.
fn name(canvas: &mut Canvas, name: &str, top: i64) {
    let lines = lines(name);
    let first = if lines.len() > 1 { top + BAR / 2 - 3 } else { top + BAR - 5 };
    for (n, line) in (0_i64..).zip(&lines) {
        canvas.text("text", &at(LEFT - 10, first + 13 * n, &[("text-anchor", "end"), ("fill", INK)]), line);
    }
}

fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= NAME => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let is_cut = lines.len() > 2 || lines.iter().any(|line| line.chars().count() > NAME);
    lines.truncate(2);
    for line in &mut lines {
        if line.chars().count() > NAME {
            *line = line.chars().take(NAME - 1).collect();
        }
    }
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        last.push('…');
    }
    lines
}

fn rectangle(canvas: &mut Canvas, x: &Rational, width: &Rational, y: i64, height: i64, fill: &str) {
    canvas.empty(
        "rect",
        &[
            ("x", place(x)),
            ("y", y.to_string()),
            ("width", place(width)),
            ("height", height.to_string()),
            ("fill", fill.to_owned()),
        ],
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_has_two_lines_and_shows_that_it_is_cut() {
        assert_eq!(lines("Kulturnämnden"), ["Kulturnämnden"]);
        let long = "Hälsa-, vård- och omsorgsnämnden med mycket långt namn som inte får plats alls";
        assert_eq!(lines(long), ["Hälsa-, vård- och omsorgsnämnden med", "mycket långt namn som inte får plats…"]);
        assert_eq!(lines(&"å".repeat(50)), [format!("{}…", "å".repeat(39))]);
    }

    /// Half of what the longest bar behind is, from the same place.
    #[test]
    fn bars_are_as_long_as_their_amounts() {
        let row = |behind: i64, parts: &[i64]| BarRow {
            name: "a".to_owned(),
            behind: behind.into(),
            parts: parts.iter().map(|&part| part.into()).collect(),
            label: String::new(),
        };
        let bars = Bars {
            name: "x-",
            title: String::new(),
            subtitle: String::new(),
            description: String::new(),
            behind: Some(String::new()),
            parts: vec![String::new(), String::new()],
            rows: vec![row(1_000, &[250, 250]), row(0, &[0, 100])],
            lang: Lang::Sv,
        };
        let svg = svg(&bars);
        for expected in [
            "<rect x=\"300\" y=\"96\" width=\"460\" height=\"18\" fill=\"#d5d9df\"/>",
            "<rect x=\"300\" y=\"96\" width=\"115\" height=\"18\" fill=\"#0072B2\"/>",
            "<rect x=\"415\" y=\"96\" width=\"115\" height=\"18\" fill=\"#D55E00\"/>",
            "<rect x=\"300\" y=\"128\" width=\"46\" height=\"18\" fill=\"#D55E00\"/>",
        ] {
            assert!(svg.contains(expected), "{expected}\n{svg}");
        }
    }
}
