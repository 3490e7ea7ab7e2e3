//! Faults and remarks as text, with the line of the file they are about.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, Title};

use fordela::Lang;
use fordela::characters::{hidden, on_one_line, visible};
use fordela::words::label::Label;

use crate::source::Source;
use crate::span::Span;

/// How grave a remark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The call cannot be used.
    Error,
    /// The call can be used, but is probably not what was meant.
    Warning,
    /// Good to know.
    Note,
}

/// How text is made. Without colour, the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour it, as on a terminal.
    pub colour: bool,
    /// How many characters are on a line. Longer lines of a file are cut around what is shown.
    pub width: usize,
    /// The language of what is said.
    pub lang: Lang,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, width: 100, lang: Lang::En }
    }
}

/// A stretch of a file.
#[derive(Clone, Copy)]
pub(crate) struct Excerpt<'a> {
    pub(crate) source: &'a Source,
    pub(crate) span: Span,
}

/// A message, the line it is about, and what to do.
pub(crate) fn render(
    severity: Severity,
    message: &str,
    excerpt: Option<Excerpt<'_>>,
    help: Option<&str>,
    style: Style,
) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width).decor_style(DecorStyle::Ascii);
    let room = |before: &str| style.width.saturating_sub(before.len());
    let cell = excerpt.and_then(Excerpt::cell);
    let message = cell.map_or_else(|| message.to_owned(), |cell| format!("{cell}: {message}"));
    let title = severity.level(style.lang).primary_title(wrapped(&visible(&message), room("warning: ")));
    let help = help.map(|help| wrapped(&visible(help), room("99999 = help: ")));
    let Some(excerpt) = excerpt else {
        let help = help.map(|help| Group::with_title(help_level(style.lang).primary_title(help)));
        let groups = std::iter::once(Group::with_title(title)).chain(help);
        return groups.map(|group| renderer.render(&[group])).collect::<Vec<_>>().join("\n");
    };
    let help = help.map(|help| help_level(style.lang).message(help));
    renderer.render(&[excerpt.shown(title).elements(help)])
}

/// Of what stands on a line on either side of the stretch that is shown, no more is looked at.
const LONGEST: usize = 10_000;

/// Of a stretch that is shown, no more is.
const SHOWN: usize = 200;

impl Excerpt<'_> {
    /// Where it stands in a workbook: the file, the sheet and the cell.
    fn cell(self) -> Option<String> {
        let cell = self.source.cell(self.span.start())?;
        Some(format!("{}, {}", on_one_line(self.source.name()), on_one_line(&cell)))
    }

    /// The title with the line that it is about, in which nothing is hidden.
    fn shown(self, title: Title<'_>) -> Group<'_> {
        let Self { source, span } = self;
        // Only the one line is given, so that a large file is not gone through for every message.
        let (lines, first) = source.lines_around(span.start());
        let text = lines.of(source.text()).trim_end_matches(['\r', '\n']);
        let span = source.first_line(span);
        let start = (span.start() - lines.start()).min(text.len());
        let end = (span.end() - lines.start()).clamp(start, text.len());
        // What is not marked keeps its columns.
        let [before, after] = [last(&text[..start]), first_of(&text[end..], LONGEST)].map(blanked);
        let marked = untabbed(first_of(&text[start..end], SHOWN));
        let marks = before.len()..before.len() + marked.len();
        let line = [before, marked, after].concat();
        let name = on_one_line(source.name()).into_owned();
        let mark = AnnotationKind::Primary.span(marks);
        let snippet = Snippet::source(line).line_start(source.shown_line(first)).annotation(mark);
        // A cell is known by its sheet, row and column, which stand before the message.
        let is_of_sheet = self.cell().is_some();
        title.element(if is_of_sheet { snippet } else { snippet.path(name) })
    }
}

/// The text with a sign for each thing hidden in it.
fn blanked(text: &str) -> String {
    let shown = |c: char| if hidden(c).is_some() && c != '\t' { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().map(shown).collect()
}

/// The text with nothing hidden in it but tabs, which are shown as spaces.
fn untabbed(text: &str) -> String {
    text.split('\t').map(on_one_line).collect::<Vec<_>>().join("\t")
}

fn first_of(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

fn last(text: &str) -> &str {
    text.char_indices().rev().nth(LONGEST).map_or(text, |(start, _)| &text[start..])
}

impl Severity {
    fn level(self, lang: Lang) -> Level<'static> {
        let (level, label) = match self {
            Self::Error => (Level::ERROR, Label::Error),
            Self::Warning => (Level::WARNING, Label::Warning),
            Self::Note => (Level::NOTE, Label::Note),
        };
        level.with_name(label.told(lang))
    }
}

fn help_level(lang: Lang) -> Level<'static> {
    Level::HELP.with_name(Label::Help.told(lang))
}

/// The text in lines of at most `width` characters, where its words allow; what stands between backticks is
/// one word.
fn wrapped(text: &str, width: usize) -> String {
    let (mut lines, mut used, mut in_code) = (String::new(), 0, false);
    let mut words: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match words.last_mut().filter(|_| in_code) {
            Some(code) => *code = format!("{code} {word}"),
            None => words.push(word.to_owned()),
        }
        in_code ^= word.matches('`').count() % 2 == 1;
    }
    for word in words {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            lines.push('\n');
            used = 0;
        } else if used > 0 {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(&word);
        used += length;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_between_words_and_not_in_code() {
        assert_eq!(wrapped("ett tva tre", 7), "ett tva\ntre");
        assert_eq!(wrapped("write `a = 1` here", 9), "write\n`a = 1`\nhere");
        assert_eq!(wrapped("", 9), "");
        assert_eq!(wrapped("lonely `", 3), "lonely\n`");
    }
}
