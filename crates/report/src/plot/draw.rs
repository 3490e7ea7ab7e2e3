//! A picture as SVG.

use fordela::numerals::grouped;
use fordela::{Rational, written};

use super::canvas::{Canvas, place};
use super::frame::Frame;
use super::labels::apart;
use super::scale::{Scale, round_step, ticks};
use super::{Line, Picture};

const WIDTH: i64 = 960;
const HEIGHT: i64 = 560;
const LEFT: i64 = 80;
const RIGHT: i64 = 700;
const TOP: i64 = 76;
const BOTTOM: i64 = 490;

/// From the end of a line to its label.
const LEADER: i64 = 26;

/// Between labels.
const APART: i64 = 17;

/// A longer name is cut in its label; it is whole in the text that a line is described by.
const NAME: usize = 34;

pub(super) const INK: &str = "#222222";
const FAINT: &str = "#dddddd";

/// The colours of Okabe and Ito but for yellow, which is too faint on white.
pub(super) const COLOURS: [&str; 7] = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000"];

/// As many kinds as have no divisor in common with the colours, so that pairs repeat late.
const DASHES: [&str; 4] = ["none", "7 3", "2 3", "9 3 2 3"];

pub(super) type Attributes<'a> = Vec<(&'a str, String)>;

pub(super) fn svg(picture: &Picture) -> String {
    let mut canvas = Frame {
        width: WIDTH,
        height: HEIGHT,
        name: picture.name,
        called: &format!("{}: {}", picture.title, picture.x.title),
        description: &picture.description,
        title: &picture.title,
        subtitle: &picture.subtitle,
        left: LEFT,
        lang: picture.lang,
    }
    .open();
    let (x, y) = scales(picture);
    gaps(&mut canvas, picture, &x);
    axes(&mut canvas, picture, &x, &y);
    lines(&mut canvas, picture, &x, &y);
    picture.mark.iter().for_each(|mark| marked(&mut canvas, mark, &x));
    canvas.close("svg");
    canvas.finish()
}

pub(super) fn at<'a>(x: i64, y: i64, more: &[(&'a str, &str)]) -> Attributes<'a> {
    let mut attributes = vec![("x", x.to_string()), ("y", y.to_string())];
    attributes.extend(more.iter().map(|(key, value)| (*key, (*value).to_owned())));
    attributes
}

/// What the axes span: the values of the range, and from nothing to a round amount.
fn scales(picture: &Picture) -> (Scale, Scale) {
    let end = |value: Option<&Rational>| value.cloned().unwrap_or_default();
    let x = Scale::new(end(picture.xs.first()), end(picture.xs.last()), LEFT, RIGHT);
    (x, Scale::new(Rational::ZERO, top(picture), BOTTOM, TOP))
}

/// The round amount that the amounts end at.
fn top(picture: &Picture) -> Rational {
    let highest = picture.lines.iter().flat_map(|line| line.ys.iter().flatten()).max();
    let highest = highest.filter(|highest| highest.is_positive()).cloned().unwrap_or(Rational::ONE);
    let step = round_step(&(&highest / &Rational::from(5_i64)));
    &(&highest / &step).ceil() * &step
}

/// A value of the range, with what it is.
fn marked(canvas: &mut Canvas, (at, word): &(Rational, String), x: &Scale) {
    let across = place(&x.place(at));
    canvas.empty(
        "line",
        &[
            ("x1", across.clone()),
            ("y1", TOP.to_string()),
            ("x2", across.clone()),
            ("y2", BOTTOM.to_string()),
            ("stroke", INK.to_owned()),
            ("stroke-dasharray", "4 3".to_owned()),
        ],
    );
    let attributes = [("x", across), ("y", (TOP - 4).to_string()), ("text-anchor", "middle".to_owned())];
    canvas.text("text", &attributes, word);
}

/// Shaded where there is no allocation, half way to the neighbours that have one.
fn gaps(canvas: &mut Canvas, picture: &Picture, x: &Scale) {
    let middle = |one: usize, other: usize| &(&picture.xs[one] + &picture.xs[other]) / &Rational::from(2_i64);
    let mut start = None;
    for n in 0..=picture.xs.len() {
        let known = picture.is_known.get(n);
        match (start, known) {
            (None, Some(false)) => start = Some(n),
            (Some(from), Some(true) | None) => {
                let low = if from == 0 { picture.xs[0].clone() } else { middle(from - 1, from) };
                let high = if n == picture.xs.len() { picture.xs[n - 1].clone() } else { middle(n - 1, n) };
                gap(canvas, picture.gap, &x.place(&low), &x.place(&high));
                start = None;
            }
            _ => {}
        }
    }
}

fn gap(canvas: &mut Canvas, word: &str, low: &Rational, high: &Rational) {
    // A gap of one value alone is still seen.
    let width = (high - low).max(Rational::from(2_i64));
    canvas.empty(
        "rect",
        &[
            ("x", place(low)),
            ("y", TOP.to_string()),
            ("width", place(&width)),
            ("height", (BOTTOM - TOP).to_string()),
            ("fill", "#eeeeee".to_owned()),
        ],
    );
    let middle = low + &(&width / &Rational::from(2_i64));
    let turned = format!("translate({} {}) rotate(-90)", place(&middle), (TOP + BOTTOM) / 2);
    canvas.text("text", &[("transform", turned), ("text-anchor", "middle".to_owned()), ("dy", "4".to_owned())], word);
}

fn axes(canvas: &mut Canvas, picture: &Picture, x: &Scale, y: &Scale) {
    let line = |canvas: &mut Canvas, x1: String, y1: String, x2: String, y2: String, stroke: &str| {
        canvas.empty("line", &[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke.to_owned())]);
    };
    let number = |value: &Rational, divisor: &Rational| grouped(&written::exact(&(value / divisor)), picture.lang);
    let (left, right, bottom) = (LEFT.to_string(), RIGHT.to_string(), BOTTOM.to_string());
    for tick in ticks(&Rational::ZERO, &top(picture), 5) {
        let height = y.place(&tick);
        line(canvas, left.clone(), place(&height), right.clone(), place(&height), FAINT);
        let attributes = [
            ("x", (LEFT - 8).to_string()),
            ("y", place(&height)),
            ("dy", "4".to_owned()),
            ("text-anchor", "end".to_owned()),
        ];
        canvas.text("text", &attributes, &number(&tick, &picture.y.divisor));
    }
    if let (Some(low), Some(high)) = (picture.xs.first(), picture.xs.last()) {
        for tick in ticks(low, high, 6) {
            let across = place(&x.place(&tick));
            line(canvas, across.clone(), bottom.clone(), across.clone(), (BOTTOM + 5).to_string(), INK);
            let attributes = [("x", across), ("y", (BOTTOM + 20).to_string()), ("text-anchor", "middle".to_owned())];
            canvas.text("text", &attributes, &number(&tick, &picture.x.divisor));
        }
    }
    line(canvas, left, bottom.clone(), right, bottom, INK);
    let middle = [("text-anchor", "middle")];
    canvas.text("text", &at((LEFT + RIGHT) / 2, BOTTOM + 46, &middle), &picture.x.title);
    canvas.text("text", &at(LEFT - 60, TOP - 12, &[]), &picture.y.title);
}

fn lines(canvas: &mut Canvas, picture: &Picture, x: &Scale, y: &Scale) {
    let xs: Vec<Rational> = picture.xs.iter().map(|at| x.place(at)).collect();
    let end = |line: &Line| {
        let last = line.ys.iter().rposition(Option::is_some)?;
        Some((xs[last].clone(), y.place(line.ys[last].as_ref()?)))
    };
    let drawn: Vec<(usize, &Line, (Rational, Rational))> =
        picture.lines.iter().enumerate().filter_map(|(n, line)| Some((n, line, end(line)?))).collect();
    let wanted: Vec<Rational> = drawn.iter().map(|(_, _, (_, height))| height.clone()).collect();
    let heights = apart(&wanted, APART, TOP, BOTTOM);
    for ((n, line, end), height) in drawn.into_iter().zip(heights) {
        let colour = COLOURS[n % COLOURS.len()];
        canvas.open("g", &[("stroke", colour.to_owned()), ("fill", "none".to_owned())]);
        canvas.text("title", &[], &line.name);
        canvas.empty(
            "path",
            &[
                ("d", path(&xs, line, y)),
                ("stroke-width", "2".to_owned()),
                ("stroke-linecap", "round".to_owned()),
                ("stroke-dasharray", DASHES[n % DASHES.len()].to_owned()),
            ],
        );
        label(canvas, n, &line.name, &end, &height);
        canvas.close("g");
    }
}

/// The line, straight between neighbouring values, and broken where there is no allocation.
fn path(xs: &[Rational], line: &Line, y: &Scale) -> String {
    let mut parts: Vec<String> = Vec::new();
    let is_known = |n: usize| line.ys.get(n).is_some_and(Option::is_some);
    for (n, value) in line.ys.iter().enumerate() {
        let Some(value) = value else { continue };
        // What lies on a level stretch adds nothing.
        let is_level = n > 0 && line.ys[n - 1] == line.ys[n] && line.ys.get(n + 1) == line.ys.get(n);
        if is_level {
            continue;
        }
        let starts = n == 0 || !is_known(n - 1);
        let point = format!("{} {}", place(&xs[n]), place(&y.place(value)));
        parts.push(format!("{}{point}", if starts { "M" } else { "L" }));
        if starts && !is_known(n + 1) {
            // A stroke of no length with round ends is a dot.
            parts.push(format!("L{point}"));
        }
    }
    parts.join("")
}

/// The mark at the end of a line, its name, and a thin line from one to the other.
fn label(canvas: &mut Canvas, n: usize, name: &str, end: &(Rational, Rational), height: &Rational) {
    let (x, y) = (place(&end.0), place(&end.1));
    let at = RIGHT + LEADER;
    canvas
        .empty("path", &[("d", format!("M{x} {y}L{} {}", at - 4, place(height))), ("stroke-width", "0.75".to_owned())]);
    let moved = format!("translate({x} {y})");
    let mark = ["M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", "M-4 -4H4V4H-4Z", "M0 -5L5 4H-5Z"][n / DASHES.len() % 3];
    let colour = COLOURS[n % COLOURS.len()].to_owned();
    canvas.empty("path", &[("d", mark.to_owned()), ("transform", moved), ("fill", colour)]);
    let attributes = [
        ("x", at.to_string()),
        ("y", place(height)),
        ("dy", "4".to_owned()),
        ("stroke", "none".to_owned()),
        ("fill", INK.to_owned()),
    ];
    canvas.text("text", &attributes, &cut(name));
}

fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME - 1).collect();
    format!("{}…", kept.trim_end())
}
