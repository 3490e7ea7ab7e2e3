//! Text of an SVG file.

use std::fmt::Write;

use fordela::characters::on_one_line;
use fordela::{Rational, written};

use crate::document::xml;

/// An SVG file that is being written.
pub(super) struct Canvas(String);

impl Canvas {
    pub(super) fn new() -> Self {
        Self(String::new())
    }

    /// Adds an element with nothing in it. Attributes are escaped.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.start(name, attributes, "/>\n");
    }

    /// Adds an element with text in it.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, String)], text: &str) {
        self.start(name, attributes, ">");
        self.0.push_str(&escaped(text));
        self.close(name);
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.start(name, attributes, ">\n");
    }

    pub(super) fn close(&mut self, name: &str) {
        // Writing to a string never fails.
        let _ = writeln!(self.0, "</{name}>");
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    fn start(&mut self, name: &str, attributes: &[(&str, String)], end: &str) {
        let _ = write!(self.0, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.0, " {key}=\"{}\"", escaped(value));
        }
        self.0.push_str(end);
    }
}

/// A place with two decimals at most.
pub(super) fn place(at: &Rational) -> String {
    let text = written::half_even(at, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The text on one line, with nothing in it that XML would take for more than text, or does not allow.
fn escaped(text: &str) -> String {
    let text = text.replace(['\n', '\t', '\r'], " ").replace(['\u{fffe}', '\u{ffff}'], "");
    xml::escaped(&on_one_line(&text))
}
