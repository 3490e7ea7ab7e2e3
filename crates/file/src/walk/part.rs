//! A part of a call, read by the forms of its keys.

use std::borrow::Cow;

use fordela::keys::{Form, Key, LeftOut, Part, Word};
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};

use super::{Name, Table, Walk};
use crate::fault::{Expected, Part as Any, ShapeFault, ValueFault};
use crate::nearest::nearest;
use crate::tree::{Node, Value, entry};

/// What a value says, once it is known to be of its form.
#[derive(Debug, Clone)]
pub(super) enum Said<'n> {
    Text(Cow<'n, str>),
    Yes(bool),
    List(Vec<Said<'n>>),
    Map(Vec<(Cow<'n, str>, Said<'n>)>),
}

/// A part of a call from its table. `None` where a key is missing that must be there, or holds nothing that can be read.
pub(super) fn part<T: DeserializeOwned>(
    walk: &mut Walk<'_, '_>,
    node: &Node,
    part: Part,
    name: Name<'static>,
) -> Option<T> {
    let said = walk.said(node, part, name)?;
    // Each value has the form of its key, and so is one of what the key holds.
    T::deserialize(said).ok()
}

impl<'a> Walk<'a, '_> {
    /// What a table says, key by key; with a fault for whatever is not of its form.
    fn said<'n>(&mut self, node: &'n Node, part: Part, name: Name<'_>) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        let table = self.table(node, part, name)?;
        self.said_by(table, part.keys().iter())
    }

    /// What a table says by some of its keys.
    pub(super) fn said_by<'n>(&mut self, table: Table<'n>, keys: impl Iterator<Item = &'static Key>) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        let (mut said, mut is_whole) = (Vec::with_capacity(table.entries.len()), true);
        let letters = table.entries.iter().fold(0, |letters, entry| letters | letter(entry.key.text(self.text)));
        for key in keys {
            // Most keys are left out.
            let may_be = letters & letter(key.name) != 0;
            let value = match may_be.then(|| entry(table.entries, key.name, self.text)).flatten() {
                Some(entry) => self.value(&entry.node, key),
                None => {
                    if key.left_out == LeftOut::Never {
                        self.missing(table, key.name, Expected::from(key.form));
                    }
                    None
                }
            };
            is_whole &= value.is_some() || key.left_out != LeftOut::Never;
            said.extend(value.map(|value| (Cow::Borrowed(key.name), value)));
        }
        is_whole.then_some(Said::Map(said))
    }

    /// The value of a key, by its form.
    fn value<'n>(&mut self, node: &'n Node, key: &'static Key) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        let name = Name(key.name);
        match key.form {
            Form::Id | Form::Text | Form::FileName => self.one_line(node, name, Expected::Text).map(Said::of),
            Form::Money => self.digits_or(node, |walk| walk.money(node, name).map(String::from)),
            Form::Amounts => self.amounts(node, name).map(|all| list(all.into_iter().map(String::from))),
            Form::Number => self.number_said(node, name),
            Form::Percent => self.percent(node, name).map(String::from).map(Said::of),
            Form::SpendRate => self.spend_rate(node, name).map(String::from).map(Said::of),
            Form::Limit => self.limit(node, name).map(String::from).map(Said::of),
            Form::Date => self.date(node, name).map(|day| Said::of(day.to_string())),
            Form::Period => self.period(node, name).map(Said::of),
            Form::YesOrNo => self.yes_or_no(node, name).map(Said::Yes),
            Form::Word(words) => self.word(node, name, words),
            Form::Texts => self.texts(node, name).map(|all| list(all.into_iter())),
            Form::TextOrTexts => self.text_or_texts(node, name).map(|all| list(all.into_iter())),
            Form::Scores => self.scores(node, name),
            Form::Table(part) => self.said(node, part, name),
            Form::Tables(part) => self.tables(node, part, name),
        }
    }

    fn number_said<'n>(&mut self, node: &'n Node, name: Name) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        self.digits_or(node, |walk| walk.number(node, name).map(|number| number.to_string()))
    }

    /// What is nothing but digits, and so few that any number or amount may have them, as it is written: most are. Else what
    /// is read.
    fn digits_or<'n>(&mut self, node: &'n Node, read: impl FnOnce(&mut Self) -> Option<String>) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        let is_it = |text: &&str| matches!(text.len(), 1..=15) && text.bytes().all(|byte| byte.is_ascii_digit());
        match self.plain(node).filter(is_it) {
            Some(digits) => Some(Said::of(digits)),
            None => read(self).map(Said::of),
        }
    }

    /// Every table of a list that can be read.
    fn tables<'n>(&mut self, node: &'n Node, part: Part, name: Name<'static>) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        let Some(nodes) = node.list() else {
            self.wrong_kind(node, name, Expected::Tables(part.into()));
            return None;
        };
        Some(Said::List(self.each(nodes, name, |walk, node, name| walk.said(node, part, name))))
    }

    /// One of the words of a key.
    fn word<'n>(&mut self, node: &Node, name: Name<'static>, words: &'static [Word]) -> Option<Said<'n>> {
        let Value::Text(written) = &node.value else {
            self.wrong_kind(node, name, Expected::Text);
            return None;
        };
        let text = written.text(self.text);
        let is_of_cells = self.is_of_cells();
        let is_it = |one: &&Word| one.word == text || (is_of_cells && one.sv == text.to_lowercase());
        if let Some(one) = words.iter().find(is_it) {
            return Some(Said::of(one.word));
        }
        if is_of_cells {
            self.fault(node.span, ValueFault::UnknownCellWord { word: text.to_owned(), words });
            return None;
        }
        let words: Vec<&'static str> = words.iter().map(|one| one.word).collect();
        let nearest = nearest(text, words.iter().copied());
        self.fault(node.span, ValueFault::UnknownWord { key: name.0, word: text.to_owned(), words, nearest });
        None
    }

    /// The keys are ids of criteria; whether there are such criteria is for the call to say.
    fn scores<'n>(&mut self, node: &'n Node, name: Name<'static>) -> Option<Said<'n>>
    where
        'a: 'n,
    {
        let Some(entries) = node.table() else {
            self.wrong_kind(node, name, Expected::Table(Any::Scores));
            return None;
        };
        let mut scores = Vec::with_capacity(entries.len());
        for entry in entries {
            let key = entry.key.text(self.text);
            let score = self.number_said(&entry.node, Name(key));
            scores.extend(score.map(|score| (Cow::Borrowed(key), score)));
        }
        Some(Said::Map(scores))
    }

    /// A fault for a key that is not there, unless it is there in another spelling.
    pub(super) fn missing(&mut self, table: Table<'_>, key: &'static str, expected: Expected) {
        // In a CSV file the empty cell or the missing column has been told of, and so has a misspelt key.
        if self.is_of_call() && !self.is_misspelt(table, key) {
            let (part, format) = (table.part, self.format);
            self.fault(table.span, ShapeFault::MissingKey { key, part, expected, format });
        }
    }
}

/// A bit for what a key begins with: the same for the same letter.
fn letter(key: &str) -> u32 {
    key.as_bytes().first().map_or(0, |byte| 1 << (byte % 32))
}

fn list<'n, T: Into<Cow<'n, str>>>(texts: impl Iterator<Item = T>) -> Said<'n> {
    Said::List(texts.map(Said::of).collect())
}

impl<'n> Said<'n> {
    fn of(text: impl Into<Cow<'n, str>>) -> Self {
        Self::Text(text.into())
    }
}

impl<'de> IntoDeserializer<'de, Error> for Said<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Said<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(Cow::Borrowed(text)) => visitor.visit_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::Yes(yes) => visitor.visit_bool(yes),
            Self::List(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter())),
            Self::Map(map) => visitor.visit_map(MapDeserializer::new(map.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => text.into_deserializer().deserialize_enum(name, variants, visitor),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
