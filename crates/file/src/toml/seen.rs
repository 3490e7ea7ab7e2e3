//! What the parser's parts find wrong with a text, each by itself: which part it was is known, and what it expected.

use std::borrow::Cow;
use std::collections::HashMap;

use toml_parser::parser::{Event, EventKind, RecursionGuard, ValidateWhitespace, parse_document};
use toml_parser::{Expected, ParseError, Source};

use crate::span::Span;

/// How deep the parser goes.
const DEEPEST: u32 = 80;

/// Which part of the parser finds a mistake.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// The one that tells keys, values and brackets from each other.
    Grammar {
        /// What should stand there.
        expected: &'static [Expected],
        /// What it belongs to.
        context: Span,
    },
    /// The one that keeps brackets from lying too deep in each other.
    Depth,
    /// The one that reads keys.
    Key,
    /// The one that reads this value.
    Value(Span),
}

/// What is found in a text, by its place.
#[derive(Debug, Default)]
pub(super) struct Seen<'t> {
    mistakes: HashMap<Span, Part>,
    /// In their order.
    values: Vec<Span>,
    /// The keys that have a value of their own, and where the first of each name stands.
    assigned: HashMap<&'t str, usize>,
}

impl<'t> Seen<'t> {
    /// Looks at a text that has a mistake.
    pub(super) fn in_text(text: &'t str) -> Self {
        let source = Source::new(text);
        let tokens = source.lex().into_vec();
        let (mut events, mut errors) = (Vec::<Event>::new(), Vec::<ParseError>::new());
        let mut whole = ValidateWhitespace::new(&mut events, source);
        parse_document(&tokens, &mut RecursionGuard::new(&mut whole, DEEPEST), &mut errors);
        let mut seen = Self::default();
        for error in &errors {
            let context = error.context().map_or_else(Span::default, span_of);
            let grammar = |expected| Part::Grammar { expected, context };
            seen.add(error, error.expected().map_or(Part::Depth, grammar));
        }
        for event in &events {
            seen.read(source, event);
        }
        let mut said = events.iter().filter(|event| event.kind() != EventKind::Whitespace).peekable();
        while let Some(event) = said.next() {
            let is_assigned = said.peek().is_some_and(|next| next.kind() == EventKind::KeyValSep);
            if event.kind() == EventKind::SimpleKey && is_assigned {
                let at = span_of(event.span());
                seen.assigned.entry(at.of(text)).or_insert(at.start());
            }
        }
        seen
    }

    /// Reads a key or a value by itself.
    fn read(&mut self, source: Source<'_>, event: &Event) {
        let Some(raw) = source.get(event) else { return };
        let (mut errors, mut read) = (Vec::<ParseError>::new(), Cow::Borrowed(""));
        let at = span_of(event.span());
        let part = match event.kind() {
            EventKind::SimpleKey => {
                raw.decode_key(&mut read, &mut errors);
                Part::Key
            }
            EventKind::Scalar => {
                // What kind of value it is does not matter here.
                let _ = raw.decode_scalar(&mut read, &mut errors);
                self.values.push(at);
                Part::Value(at)
            }
            _ => return,
        };
        errors.iter().for_each(|error| self.add(error, part));
    }

    fn add(&mut self, error: &ParseError, part: Part) {
        if let Some(at) = error.unexpected() {
            self.mistakes.entry(span_of(at)).or_insert(part);
        }
    }

    /// The part that finds the mistake at a place. `None` where each part by itself finds none: then it is the tables that
    /// do not fit together, or a value that is none.
    pub(super) fn at(&self, span: Span) -> Option<Part> {
        self.mistakes.get(&span).copied()
    }

    /// Whether the mistake at a place is that something is never closed.
    pub(super) fn is_open(&self, span: Span) -> bool {
        matches!(
            self.at(span),
            Some(Part::Grammar {
                expected: [Expected::Literal("]" | "]]" | "}")] | [Expected::Description(_), Expected::Literal("]")],
                ..
            })
        )
    }

    /// Whether a key of this name has a value of its own before a place: then it is no table that could be gone into.
    pub(super) fn is_assigned(&self, key: &str, before: usize) -> bool {
        self.assigned.get(key).is_some_and(|start| *start < before)
    }

    /// Whether a value stands at a place.
    pub(super) fn is_value(&self, span: Span) -> bool {
        self.values.binary_search(&span).is_ok()
    }
}

pub(super) fn span_of(span: toml_parser::Span) -> Span {
    Span::new(span.start(), span.end())
}
