//! Reports as JSON.

use std::io::{self, Write};

use fordela::characters::hidden;
use serde::Serialize;
use serde::ser::Error;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};

/// A report as JSON.
///
/// # Errors
///
/// When the report cannot be written as JSON, which is a fault of the program.
pub fn json(report: &impl Serialize) -> Result<String, serde_json::Error> {
    String::from_utf8(bytes(report)?).map_err(Error::custom)
}

/// The same as UTF-8.
pub(super) fn bytes(report: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::new();
    report.serialize(&mut Serializer::with_formatter(&mut bytes, Visible(PrettyFormatter::new())))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// JSON on lines, whose texts have hidden characters as JSON escapes them, and stay the same.
struct Visible<'i>(PrettyFormatter<'i>);

impl Visible<'_> {
    fn escape(writer: &mut (impl Write + ?Sized), character: char) -> io::Result<()> {
        character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(writer, "\\u{unit:04x}"))
    }
}

/// What is not of a text is written as on lines.
macro_rules! on_lines {
    ($($name:ident($($is_first:ident)?);)*) => {$(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $is_first: bool)?) -> io::Result<()> {
            self.0.$name(writer $(, $is_first)?)
        }
    )*};
}

impl Formatter for Visible<'_> {
    on_lines! {
        begin_array();
        end_array();
        begin_array_value(is_first);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(is_first);
        begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        while let Some((at, character)) = rest.char_indices().find(|(_, character)| hidden(*character).is_some()) {
            let (seen, from) = rest.split_at(at);
            writer.write_all(seen.as_bytes())?;
            Self::escape(writer, character)?;
            rest = &from[character.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_hides_nothing_and_says_the_same() {
        let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
        let json = json(&all).expect("JSON");
        assert!(json.chars().all(|character| hidden(character).is_none() || character == '\n'));
        assert_eq!(serde_json::from_str::<String>(&json).expect("the same text"), all);
    }
}
