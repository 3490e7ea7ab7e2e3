//! Personal data in what is not read as a value: comments, and the notes of decisions and outcomes.

use fordela::lint::PersonalData;
use toml_parser::lexer::TokenKind;

use crate::source::Source;

/// Where a file seems to hold what belongs to a person. The text itself is not kept, so that it is not spread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalAt {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What it seems to be.
    pub kind: PersonalData,
}

/// What stands in the cells of a table, or in the texts of JSON: each kind once a line.
pub(crate) fn in_lines(source: &Source) -> Vec<PersonalAt> {
    const MARKS: [char; 4] = [';', ',', '\t', '"'];
    let mut found: Vec<PersonalAt> = Vec::new();
    for (number, line) in source.text().lines().enumerate() {
        // Most lines hold neither a sign nor digits enough.
        let is_plain =
            !line.contains(['@', '＠', '(', '[', '{']) && line.chars().filter(|c| c.is_numeric()).count() < 7;
        let kinds = (!is_plain).then(|| line.split(MARKS).flat_map(PersonalData::in_text));
        let mut kinds: Vec<PersonalData> = kinds.into_iter().flatten().collect();
        kinds.sort_unstable();
        kinds.dedup();
        let at = |kind| PersonalAt { file: source.name().to_owned(), line: number + 1, column: 1, kind };
        found.extend(kinds.into_iter().map(at));
    }
    found
}

/// What stands in the comments of TOML.
pub(crate) fn in_comments(source: &Source) -> Vec<PersonalAt> {
    let text = source.text();
    // JSON has none.
    if !text.contains('#') || text.trim_start().starts_with('{') {
        return Vec::new();
    }
    let comments = toml_parser::Source::new(text).lex().filter(|token| token.kind() == TokenKind::Comment);
    let found = comments.flat_map(|comment| {
        let (start, end) = (comment.span().start(), comment.span().end());
        let kinds = PersonalData::in_text(text.get(start..end).unwrap_or_default());
        kinds.into_iter().map(move |kind| (start, kind))
    });
    let at = |(start, kind)| {
        let (line, column) = source.position(start);
        PersonalAt { file: source.name().to_owned(), line, column, kind }
    };
    found.map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(found: &[PersonalAt]) -> Vec<(usize, PersonalData)> {
        found.iter().map(|one| (one.line, one.kind)).collect()
    }

    #[test]
    fn looks_at_comments_and_not_at_texts() {
        let text =
            "# fråga fraga@example.org\ntitle = \"# 070-123 45 67\"\n\n[[fund]] # ring 070-123 45 67, 121212-1212\n";
        let found = in_comments(&Source::new("call.toml", text.to_owned()));
        let kinds = [(1, PersonalData::Email), (4, PersonalData::Phone), (4, PersonalData::IdentityNumber)];
        assert_eq!(lines(&found), kinds);
        assert_eq!((found[1].column, found[1].file.as_str()), (10, "call.toml"));
    }

    #[test]
    fn looks_at_each_cell_by_itself() {
        let text =
            "activity;granted;note\nx;070;1234567\ny;500;\"ring 070-123 45 67\"\nz;1 500 000;fraga(at)example.org\n";
        let found = in_lines(&Source::new("beslut.csv", text.to_owned()));
        assert_eq!(lines(&found), [(3, PersonalData::Phone), (4, PersonalData::Email)]);
    }
}
