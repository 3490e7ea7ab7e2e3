//! Reports as JSON.

use std::io::{self, Write};

use fordela::characters::hidden;
use serde::Serialize;
use serde::ser::Error;
use serde_json::Serializer;
use serde_json::ser::Formatter;

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
    report.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// JSON on lines, each part two steps further in than what it is of. Texts have hidden characters as JSON escapes them, and stay the
/// same.
struct Lines {
    /// What a line begins with: the comma after the one before, the end of that, and the room before what it says.
    start: Vec<u8>,
    /// Whether the part that is written has anything in it yet.
    is_filled: bool,
}

impl Default for Lines {
    fn default() -> Self {
        Self { start: b",\n".to_vec(), is_filled: false }
    }
}

impl Lines {
    const STEP: &[u8] = b"  ";

    fn open(&mut self, writer: &mut (impl Write + ?Sized), bracket: u8) -> io::Result<()> {
        self.start.extend_from_slice(Self::STEP);
        self.is_filled = false;
        writer.write_all(&[bracket])
    }

    fn close(&mut self, writer: &mut (impl Write + ?Sized), bracket: u8) -> io::Result<()> {
        self.start.truncate(self.start.len() - Self::STEP.len());
        if self.is_filled {
            self.line(writer, true)?;
        }
        writer.write_all(&[bracket])
    }

    fn line(&self, writer: &mut (impl Write + ?Sized), is_first: bool) -> io::Result<()> {
        writer.write_all(&self.start[usize::from(is_first)..])
    }

    fn escape(writer: &mut (impl Write + ?Sized), character: char) -> io::Result<()> {
        character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(writer, "\\u{unit:04x}"))
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b'[')
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b']')
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        self.line(writer, is_first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b'{')
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b'}')
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, is_first: bool) -> io::Result<()> {
        self.line(writer, is_first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, text: &str) -> io::Result<()> {
        let mut rest = text;
        // Most texts are of such characters alone, none of which is hidden.
        while !rest.bytes().all(|byte| matches!(byte, b' '..=b'~'))
            && let Some((at, character)) = rest.char_indices().find(|(_, character)| hidden(*character).is_some())
        {
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
