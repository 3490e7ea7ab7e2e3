//! Bytes to text.

use std::collections::BTreeSet;

use fordela::characters::hidden;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::fault::EncodingFault;
use crate::span::Span;
use crate::workbook::is_workbook;

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
    /// Whether the bytes were no UTF-8, and were taken for Windows-1252.
    pub(crate) is_windows_1252: bool,
    pub(crate) faults: Vec<(Span, EncodingFault)>,
}

/// The text of a file. Where it has faults, it is only good for showing them.
pub(crate) fn decode(bytes: Vec<u8>, allowed: Encodings) -> Decoded {
    if is_workbook(&bytes) {
        return unread(EncodingFault::Spreadsheet);
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return unread(EncodingFault::Utf16);
    }
    let (text, is_windows_1252) = match (String::from_utf8(bytes), allowed) {
        (Ok(text), _) => (text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text), false),
        (Err(error), Encodings::Utf8OrWindows1252) => match odd_byte(error.as_bytes()) {
            Some(odd) => return odd,
            None => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned(), true),
        },
        (Err(error), Encodings::Utf8) => return not_utf8(&error),
    };
    let text = composed(text);
    let faults = hidden_characters(&text);
    Decoded { text, is_windows_1252, faults }
}

/// The text with each letter as one sign: `å` may be written as `a` with a ring after it, and means the same.
pub(crate) fn composed(text: String) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { text } else { text.nfc().collect() }
}

/// A text with one fault of its encoding.
fn faulty(text: String, span: Span, fault: EncodingFault) -> Decoded {
    Decoded { text, is_windows_1252: false, faults: vec![(span, fault)] }
}

fn unread(fault: EncodingFault) -> Decoded {
    faulty(String::new(), Span::default(), fault)
}

fn not_utf8(error: &std::string::FromUtf8Error) -> Decoded {
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    // All before the first fault is the same in both, so that the offset holds.
    let start = error.utf8_error().valid_up_to();
    let span = Span::new(start, start + char::REPLACEMENT_CHARACTER.len_utf8());
    faulty(text, span, EncodingFault::NotUtf8)
}

/// The fault of bytes that are no UTF-8 in a file that otherwise is. In Windows-1252, two letters that are by chance one
/// of UTF-8 are rare, and bytes that are no UTF-8 are common.
fn odd_byte(bytes: &[u8]) -> Option<Decoded> {
    const RARE: usize = 4;
    let (mut letters, mut odd, mut first) = (0, 0, None);
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        text.push_str(chunk.valid());
        if let [byte, ..] = chunk.invalid() {
            odd += 1;
            first.get_or_insert((text.len(), *byte));
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    let (start, byte) = first.filter(|_| letters > odd / RARE)?;
    let span = Span::new(start, start + char::REPLACEMENT_CHARACTER.len_utf8());
    let character = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    Some(faulty(text, span, EncodingFault::OddByte { byte, character, more: odd - 1 }))
}

/// Characters that are not seen: each once, where it first stands.
pub(crate) fn hidden_characters(text: &str) -> Vec<(Span, EncodingFault)> {
    let mut faults: Vec<(Span, EncodingFault)> = Vec::new();
    if !text.bytes().any(|byte| MAY_BE_HIDDEN[usize::from(byte)]) {
        return faults;
    }
    let mut seen = BTreeSet::new();
    for (offset, character) in text.char_indices() {
        let is_layout = matches!(character, '\t' | '\n' | '\r');
        if !is_layout && hidden(character).is_some() && seen.insert(character) {
            faults.push((Span::new(offset, offset + character.len_utf8()), EncodingFault::Hidden { character }));
        }
    }
    faults
}

/// Whether a byte may start a hidden character; most bytes may not, and are passed quickly.
const MAY_BE_HIDDEN: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < may.len() {
        may[byte] = (byte < 0x20 && !matches!(byte, 0x09 | 0x0A | 0x0D))
            || matches!(byte, 0x7F | 0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xE3 | 0xEF | 0xF0 | 0xF3);
        byte += 1;
    }
    may
};

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
    fn one_odd_byte_does_not_make_a_file_windows_1252() {
        let read = |bytes: &[u8]| decode(bytes.to_vec(), Encodings::Utf8OrWindows1252);
        let odd = |more| EncodingFault::OddByte { byte: 0x96, character: Some('–'), more };
        let decoded =
            read("L\u{e4}sning 1".as_bytes().iter().chain(b"\x962\n").copied().collect::<Vec<_>>().as_slice());
        assert_eq!(decoded.faults, [(Span::new(10, 13), odd(0))]);
        assert_eq!(decoded.text, "Läsning 1\u{fffd}2\n");
        let two = [b"\xC3\xA4 \x96 ".as_slice(), b"\x97"].concat();
        assert_eq!(read(&two).faults[0].1, odd(1));
        // `Ö` before a closing quotation mark is by chance one letter of UTF-8.
        let by_chance = b"\x93S\xD6\x94 och \xE5, \xE4, \xF6, \xE5, \xE4, \xF6";
        assert_eq!(read(by_chance).text, "“SÖ” och å, ä, ö, å, ä, ö");
        assert!(read(by_chance).faults.is_empty());
    }

    #[test]
    fn names_spreadsheets() {
        for start in [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
            for allowed in [Encodings::Utf8, Encodings::Utf8OrWindows1252] {
                assert_eq!(text(&[start, b"\0rest"].concat(), allowed), Err(EncodingFault::Spreadsheet));
            }
        }
    }

    #[test]
    fn refuses_what_is_not_seen() {
        let refused = |character| Err(EncodingFault::Hidden { character });
        assert_eq!(text(b"a\0b", Encodings::Utf8), refused('\0'));
        assert_eq!(text(b"\x81", Encodings::Utf8OrWindows1252), refused('\u{81}'));
        assert_eq!(text("\u{202E}".as_bytes(), Encodings::Utf8), refused('\u{202E}'));
        assert_eq!(text("a\u{FEFF}".as_bytes(), Encodings::Utf8), refused('\u{FEFF}'));
        assert_eq!(text(b"\xFF\xFEa\0", Encodings::Utf8), Err(EncodingFault::Utf16));
    }

    #[test]
    fn passes_no_hidden_character_by() {
        let all =
            (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|&character| hidden(character).is_some());
        for character in all.filter(|character| !matches!(character, '\t' | '\n' | '\r')) {
            let faults = decode(format!("a{character}").into_bytes(), Encodings::Utf8).faults;
            assert_eq!(faults, [(Span::new(1, 1 + character.len_utf8()), EncodingFault::Hidden { character })]);
        }
    }
}
