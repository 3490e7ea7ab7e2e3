//! Text measured in cells of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text, with its end replaced by `…` where it is wider than `most`.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), 0);
    for character in text.chars() {
        used += character.width().unwrap_or(0);
        if used + 1 > most {
            break;
        }
        kept.push(character);
    }
    let kept = kept.trim_end();
    format!("{kept}…")
}

/// The text in lines of at most `most` cells, where its words allow.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if width(line) + 1 + width(word) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_by_what_is_seen() {
        assert_eq!(shortened("Rosengård", 9), "Rosengård");
        assert_eq!(shortened("Rosengård", 5), "Rose…");
        assert_eq!(shortened("ab cdef", 4), "ab…");
        assert_eq!(shortened("日本語", 5), "日本…");
        assert_eq!(width(&shortened("日本語", 4)), 3);
        // A letter and its ring are one.
        assert_eq!(shortened("Rosenga\u{30a}rd", 9), "Rosenga\u{30a}rd");
    }

    #[test]
    fn wraps_between_words_but_not_at_hard_spaces() {
        assert_eq!(wrapped("ett tva tre", 7), ["ett tva", "tre"]);
        assert_eq!(wrapped("om 1\u{a0}000\u{a0}kr", 5), ["om", "1\u{a0}000\u{a0}kr"]);
    }
}
