//! Characters that are not seen, or that change how what stands around them is shown. One list, for everything that is
//! read and everything that is told.

use std::borrow::Cow;
use std::fmt::{self, Write};

/// Why a character may not stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hidden {
    /// It steers a terminal or a printer, or breaks a line.
    Control,
    /// It turns the direction in which the text is shown, so that it reads as something else.
    Direction,
    /// It is not seen, so that two texts look alike and are not.
    Invisible,
}

/// Whether a character is hidden, and how.
///
/// These are the controls of Unicode (C0, DEL and C1), its separators of lines and paragraphs, and the characters that
/// it says are not to be shown (`Default_Ignorable_Code_Point`, with the anchors of annotations): zero-width and blank
/// letters, soft hyphens, tags. Selectors of variants are left out, as they only choose how a sign that is seen is drawn.
///
/// ```
/// use fordela::characters::{Hidden, hidden};
///
/// assert_eq!(hidden('\u{9b}'), Some(Hidden::Control));
/// assert_eq!(hidden('\u{202e}'), Some(Hidden::Direction));
/// assert_eq!(hidden('\u{3164}'), Some(Hidden::Invisible));
/// assert_eq!(hidden('å'), None);
/// ```
#[must_use]
pub fn hidden(character: char) -> Option<Hidden> {
    match character {
        // Most characters are these.
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => None,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(Hidden::Direction)
        }
        '\u{2028}' | '\u{2029}' => Some(Hidden::Control),
        '\u{AD}'
        | '\u{34F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}' => Some(Hidden::Invisible),
        _ if character.is_control() => Some(Hidden::Control),
        _ => None,
    }
}

/// The first hidden character of a text, ends of lines and tabs left out.
#[must_use]
pub fn first_hidden(text: &str) -> Option<char> {
    text.chars().find(|&character| hidden(character).is_some() && !is_layout(character))
}

/// What lays text out on lines.
fn is_layout(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r')
}

/// The text with every hidden character as an escape, `\u{202e}`, and its lines kept.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, |character| character != '\n')
}

/// The text with every hidden character as an escape, on one line.
#[must_use]
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    escaped(text, |_| true)
}

fn escaped(text: &str, may_escape: impl Fn(char) -> bool) -> Cow<'_, str> {
    let escapes = |character: char| hidden(character).is_some() && may_escape(character);
    let Some(first) = text.find(escapes) else { return Cow::Borrowed(text) };
    let mut seen = text[..first].to_owned();
    for character in text[first..].chars() {
        if escapes(character) {
            // Writing to a text cannot fail.
            let _ = write!(seen, "{}", Escape(character));
        } else {
            seen.push(character);
        }
    }
    Cow::Owned(seen)
}

/// A character by its number, as it is written in Rust: `\u{202e}`.
struct Escape(char);

impl fmt::Display for Escape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\\u{{{:x}}}", u32::from(self.0))
    }
}

/// The start of a text, short enough for a message and on one line, with nothing in it that is not seen.
///
/// ```
/// use fordela::characters::short;
///
/// assert_eq!(short("barn\u{200b}"), "barn\\u{200b}");
/// assert_eq!(short(&"a".repeat(1_000_000)).chars().count(), 61);
/// ```
#[must_use]
pub fn short(text: &str) -> String {
    const MOST: usize = 60;
    let end = text.char_indices().nth(MOST).map_or(text.len(), |(end, _)| end);
    let mut shown = on_one_line(&text[..end]).into_owned();
    if end < text.len() {
        shown.push('…');
    }
    shown
}

/// `a`, `a and b`, `a, b and c`, with a word such as `and` before the last.
#[must_use]
pub fn listed(words: &[String], last: &str) -> String {
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_that_of_the_standard() {
        // Some of each stretch, and what stands beside it.
        let hidden_ones = "\0\u{1b}\u{7f}\u{80}\u{9b}\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{17b4}\u{180e}\u{200b}\u{200c}\
                           \u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{206f}\u{3164}\
                           \u{feff}\u{ffa0}\u{fff9}\u{1d173}\u{e0001}\u{e0041}\u{e007f}\u{e0100}";
        for character in hidden_ones.chars() {
            assert!(hidden(character).is_some(), "U+{:04X}", u32::from(character));
            assert!(visible(&character.to_string()).is_ascii());
        }
        for character in "aÖß–—‘’“”•…‰€\u{a0}\u{202f}\u{300}漢\u{ac00}\u{fe0f}😀\u{2027}\u{2070}\u{fffd}".chars()
        {
            assert_eq!(hidden(character), None, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn what_is_told_holds_nothing_hidden() {
        for number in 0..=u32::from(char::MAX) {
            let Some(character) = char::from_u32(number) else { continue };
            let text = format!("a{character}b");
            assert!(on_one_line(&text).chars().all(|told| hidden(told).is_none()), "U+{number:04X}");
            assert!(visible(&text).chars().all(|told| hidden(told).is_none() || told == '\n'), "U+{number:04X}");
            assert_eq!(hidden(character).is_none(), on_one_line(&text) == text, "U+{number:04X}");
        }
    }

    #[test]
    fn keeps_what_is_seen() {
        assert_eq!(visible("två\nrader\t"), "två\nrader\\u{9}");
        assert_eq!(on_one_line("två\nrader"), "två\\u{a}rader");
        assert_eq!(first_hidden("två\nrader\t"), None);
        assert_eq!(first_hidden("a\u{202e}"), Some('\u{202e}'));
    }
}
