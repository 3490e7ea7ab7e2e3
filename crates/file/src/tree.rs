//! The values of a file before they are read as a call: one form for TOML, JSON and the rows of a CSV file.

use fordela::call::{Place, Step};
use fordela::characters::first_hidden;

use crate::fault::EncodingFault;
use crate::span::Span;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// A value. Numbers and dates are their text, so that no amount is ever a float.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Table(Vec<Entry>),
    List(Vec<Node>),
    Text(Word),
    Number,
    Date,
    Bool(bool),
    Null,
}

/// A key of a table, and its value.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) key: Word,
    pub(crate) key_span: Span,
    pub(crate) node: Node,
}

/// A text. Most stand in the file as they are, so that no copy is needed.
#[derive(Debug, Clone)]
pub(crate) enum Word {
    InFile(Span),
    Fixed(&'static str),
    /// Written with escapes.
    Decoded(Box<str>),
}

impl Word {
    /// A text whose written form, perhaps in quotes, is at `span`.
    pub(crate) fn written(file: &str, span: Span, word: &str) -> Self {
        let margin = span.of(file).len().saturating_sub(word.len()) / 2;
        let inner = Span::new(span.start() + margin, span.start() + margin + word.len());
        if inner.of(file) == word { Self::InFile(inner) } else { Self::Decoded(word.into()) }
    }

    /// The fault of a hidden character that is written with an escape. One that stands in the file as it is has been told
    /// of already.
    pub(crate) fn hidden(&self) -> Option<EncodingFault> {
        match self {
            Self::Decoded(word) => first_hidden(word).map(|character| EncodingFault::Hidden { character }),
            Self::InFile(_) | Self::Fixed(_) => None,
        }
    }

    #[inline]
    pub(crate) fn text<'a>(&'a self, file: &'a str) -> &'a str {
        match self {
            Self::InFile(span) => span.of(file),
            Self::Fixed(word) => word,
            Self::Decoded(word) => word,
        }
    }
}

impl Node {
    pub(crate) fn new(span: Span, value: Value) -> Self {
        Self { span, value }
    }

    pub(crate) fn table(&self) -> Option<&[Entry]> {
        match &self.value {
            Value::Table(entries) => Some(entries),
            _ => None,
        }
    }

    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(nodes) => Some(nodes),
            _ => None,
        }
    }

    /// The value under a key.
    pub(crate) fn under<'a>(&'a self, key: &str, file: &str) -> Option<&'a Entry> {
        entry(self.table()?, key, file)
    }
}

/// The entry with a key.
pub(crate) fn entry<'a>(entries: &'a [Entry], key: &str, file: &str) -> Option<&'a Entry> {
    let first = key.as_bytes().first();
    entries.iter().find(|entry| {
        let found = entry.key.text(file);
        // Most keys differ in their first letter.
        found.as_bytes().first() == first && found == key
    })
}

/// Where a value stands, and its key when it has one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) value: Span,
    pub(crate) key: Option<Span>,
}

/// Follows the steps from a node as far as they lead: to the value, or to what would hold it.
pub(crate) fn follow(root: &Node, steps: &[Step], file: &str) -> Found {
    let (mut node, mut key) = (root, None);
    for step in steps {
        let next = match step {
            Step::Key(name) => node.under(name, file).map(|entry| (&entry.node, Some(entry.key_span))),
            Step::Item(index) => node.list().and_then(|nodes| nodes.get(*index)).map(|node| (node, None)),
        };
        match next {
            Some((inner, inner_key)) => (node, key) = (inner, inner_key),
            // A single value may stand for a list of one, so that its first element is the value itself.
            None => break,
        }
    }
    Found { value: node.span, key }
}

/// The index of an activity, if that is what the place lies in, and the steps from the activity.
pub(crate) fn activity_of(place: &Place) -> Option<(usize, &[Step])> {
    match place.steps() {
        [Step::Key(key), Step::Item(index), rest @ ..] if key == "activity" => Some((*index, rest)),
        _ => None,
    }
}
