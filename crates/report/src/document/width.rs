//! Text measured in cells of a terminal.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// The text in lines of at most `most` cells, the first after so many spaces and the others after so many. Lines are
/// broken between words, but not at hard spaces, and within a word only where it is longer than a line.
pub(super) fn wrapped(text: &str, most: usize, first: usize, others: usize) -> Vec<String> {
    if is_on_one_line(text, most.saturating_sub(first)) {
        return vec![" ".repeat(first) + text];
    }
    broken(text, most, first, others)
}

/// Whether a text is so plain that it is seen at once that it has room on one line: most cells of tables are.
fn is_on_one_line(text: &str, room: usize) -> bool {
    // Each of these takes one cell; of later letters some take none or two.
    let is_plain = |one: char| (' '..'\u{300}').contains(&one) && !one.is_control();
    !text.is_empty() && !text.ends_with(' ') && text.chars().all(is_plain) && text.chars().count() <= room
}

fn broken(text: &str, most: usize, first: usize, others: usize) -> Vec<String> {
    // A line has room for at least one character, however wide the spaces before it are.
    let spaces = [first, others].map(|spaces| " ".repeat(spaces.min(most.saturating_sub(1))));
    let options = Options::new(most.max(1))
        .initial_indent(&spaces[0])
        .subsequent_indent(&spaces[1])
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_between_words_but_not_at_hard_spaces() {
        assert_eq!(wrapped("ett tva tre", 7, 0, 0), ["ett tva", "tre"]);
        assert_eq!(wrapped("om 1\u{a0}000\u{a0}kr", 8, 0, 0), ["om", "1\u{a0}000\u{a0}kr"]);
        assert_eq!(wrapped("ett tva tre", 7, 1, 3), [" ett", "   tva", "   tre"]);
        assert_eq!(wrapped("", 7, 0, 0), [""]);
    }

    #[test]
    fn breaks_a_word_that_is_longer_than_a_line_by_what_is_seen() {
        assert_eq!(wrapped("Rosengårdsskolan", 9, 0, 0), ["Rosengård", "sskolan"]);
        assert_eq!(wrapped("日本語", 4, 0, 0), ["日本", "語"]);
        // A letter and its ring are one.
        assert_eq!(wrapped("Rosenga\u{30a}rd", 9, 0, 0), ["Rosenga\u{30a}rd"]);
    }

    #[test]
    fn a_plain_text_that_has_room_is_told_as_any_other() {
        for text in
            ["a", " a  b", "a b ", "", "1\u{a0}550\u{a0}000", "så-här", "a\nb", "\u{3000}b", "ra\u{30a}d", "\u{ad}a"]
        {
            for (most, first, others) in
                [(1, 0, 0), (3, 0, 2), (9, 0, 0), (9, 2, 4), (10, 3, 0), (12, 2, 2), (80, 4, 6)]
            {
                let (told, wanted) = (wrapped(text, most, first, others), broken(text, most, first, others));
                assert_eq!(told, wanted, "{text:?} in {most}, {first}, {others}");
            }
        }
    }
}
