//! Bytes to text.

use crate::fault::EncodingFault;
use crate::span::Span;

/// What a file may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encodings {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// The same, or else Windows-1252, as spreadsheets write.
    Utf8OrWindows1252,
}

/// A file's text, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) faults: Vec<(Span, EncodingFault)>,
}

/// The text of a file. Where it has faults, it is only good for showing them.
pub(crate) fn decode(bytes: Vec<u8>, allowed: Encodings) -> Decoded {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Decoded { text: String::new(), faults: vec![(Span::default(), EncodingFault::Utf16)] };
    }
    let text = match (String::from_utf8(bytes), allowed) {
        (Ok(text), _) => text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text),
        (Err(error), Encodings::Utf8OrWindows1252) => {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned()
        }
        (Err(error), Encodings::Utf8) => return not_utf8(&error),
    };
    let faults = hidden_characters(&text);
    Decoded { text, faults }
}

fn not_utf8(error: &std::string::FromUtf8Error) -> Decoded {
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    // All before the first fault is the same in both, so that the offset holds.
    let start = error.utf8_error().valid_up_to();
    let span = Span::new(start, start + char::REPLACEMENT_CHARACTER.len_utf8());
    Decoded { text, faults: vec![(span, EncodingFault::NotUtf8)] }
}

/// Characters that are not seen: each kind once, where it first stands.
fn hidden_characters(text: &str) -> Vec<(Span, EncodingFault)> {
    let mut faults: Vec<(Span, EncodingFault)> = Vec::new();
    if !text.bytes().any(may_be_hidden) {
        return faults;
    }
    for (offset, character) in text.char_indices() {
        let Some(fault) = hidden(character) else { continue };
        if faults.iter().all(|(_, known)| *known != fault) {
            faults.push((Span::new(offset, offset + character.len_utf8()), fault));
        }
    }
    faults
}

/// Whether a byte may start a hidden character; most bytes may not, and are passed quickly.
fn may_be_hidden(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || matches!(byte, 0x7F | 0xC2 | 0xE2)
}

fn hidden(character: char) -> Option<EncodingFault> {
    match character {
        '\t' | '\n' | '\r' => None,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(EncodingFault::Direction { character }),
        _ if character.is_control() => Some(EncodingFault::Control { character }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], allowed: Encodings) -> Result<String, EncodingFault> {
        let decoded = decode(bytes.to_vec(), allowed);
        decoded.faults.first().map_or(Ok(decoded.text), |(_, fault)| Err(*fault))
    }

    #[test]
    fn reads_utf8_with_and_without_a_mark() {
        assert_eq!(text("Malmö".as_bytes(), Encodings::Utf8), Ok("Malmö".to_owned()));
        assert_eq!(text("\u{FEFF}Malmö".as_bytes(), Encodings::Utf8), Ok("Malmö".to_owned()));
    }

    #[test]
    fn reads_windows_1252_only_where_allowed() {
        assert_eq!(text(b"Malm\xF6 \x96", Encodings::Utf8OrWindows1252), Ok("Malmö –".to_owned()));
        assert_eq!(text(b"Malm\xF6", Encodings::Utf8), Err(EncodingFault::NotUtf8));
        assert_eq!(decode(b"Malm\xF6".to_vec(), Encodings::Utf8).faults[0].0, Span::new(4, 7));
    }

    #[test]
    fn refuses_what_is_not_seen() {
        assert_eq!(text(b"a\0b", Encodings::Utf8), Err(EncodingFault::Control { character: '\0' }));
        assert_eq!(text(b"\x81", Encodings::Utf8OrWindows1252), Err(EncodingFault::Control { character: '\u{81}' }));
        assert_eq!(
            text("\u{202E}".as_bytes(), Encodings::Utf8),
            Err(EncodingFault::Direction { character: '\u{202E}' })
        );
        assert_eq!(text(b"\xFF\xFEa\0", Encodings::Utf8), Err(EncodingFault::Utf16));
    }
}
