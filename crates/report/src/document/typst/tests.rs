//! Markup as text; what becomes of it is tried where PDFs are made.

use fordela::Lang;

use super::{LOOK, quoted, typst};
use crate::document::{Block, Cell, Column, Document, Grid, Picture, Row, RowKind};

fn row(kind: RowKind, texts: &[&str]) -> Row {
    Row { kind, cells: texts.iter().copied().map(Cell::new).collect() }
}

fn grid() -> Grid {
    Grid {
        columns: vec![Column::numbers("Nr"), Column::words("Vem"), Column::drawing(), Column::words("")],
        rows: vec![
            row(RowKind::Group, &["", "Kultur"]),
            row(RowKind::Item, &["1", "Musik", "█", "#a \\ \"b\""]),
            row(RowKind::Detail, &["", "Lokal"]),
            row(RowKind::Alone, &["2", "Idrott"]),
            row(RowKind::Total, &["3", "Summa"]),
        ],
    }
}

/// The markup without the look, line by line.
fn markup(blocks: Vec<Block>, lang: Lang) -> Vec<String> {
    let markup = typst(&Document(blocks), lang);
    let own = markup.strip_prefix(LOOK).expect("the look comes first").trim();
    own.lines().map(str::to_owned).collect()
}

#[test]
fn every_part_of_a_document_is_what_it_is() {
    let blocks = vec![
        Block::Title("A \"#B\"".to_owned()),
        Block::Heading("Tabellen".to_owned()),
        Block::Grid(grid()),
        Block::Paragraph("Ett\ntvå.".to_owned()),
        Block::Items(vec!["$a$".to_owned(), "*b*".to_owned()]),
        Block::Picture(Picture { svg: "<svg a=\"b\"/>".to_owned(), description: "En \"bild\"".to_owned() }),
        Block::Verbatim("a\n  \\b\n".to_owned()),
    ];
    // A4 in points. By `paper`: a head of two letters, five letters that stand 20 points to the right, and eight letters.
    let expected = [
        "#show: report.with(title: \"A \\\"#B\\\"\", lang: \"sv\", region: \"SE\", width: 595.30pt, height: 841.90pt)",
        "#heading(level: 1, \"A \\\"#B\\\"\")",
        "#heading(level: 2, \"Tabellen\")",
        "#grid((20.60pt, 55.00pt, 50.60pt, ), (right, left, left, ),",
        "  heads(true, \"Nr\", \"Vem\", \"\"),",
        "  row(\"group\", 1, true, \"\", \"Kultur\", \"\"),",
        "  row(\"item\", 1, true, \"1\", \"Musik\", \"#a \\\\ \\\"b\\\"\"),",
        "  row(\"detail\", 1, true, \"\", \"Lokal\", \"\"),",
        "  row(\"alone\", 1, true, \"2\", \"Idrott\", \"\"),",
        "  row(\"total\", 1, true, \"3\", \"Summa\", \"\"),",
        ")",
        "#par(\"Ett två.\")",
        "#list(\"$a$\", \"*b*\")",
        "#picture(\"<svg a=\\\"b\\\"/>\", \"En \\\"bild\\\"\")",
        "#raw(block: true, \"a",
        "  \\\\b\")",
    ];
    assert_eq!(markup(blocks, Lang::Sv), expected);
}

#[test]
fn it_says_its_language_and_a_title() {
    for (lang, spoken) in [(Lang::Sv, "lang: \"sv\", region: \"SE\""), (Lang::En, "lang: \"en\", region: \"GB\"")] {
        let head = &markup(vec![Block::Heading("Var".to_owned())], lang)[0];
        assert!(head.contains(spoken) && head.contains("title: \"Var\""), "{head}");
    }
    for untitled in [vec![], vec![Block::Title(String::new())], vec![Block::Paragraph("a".to_owned())]] {
        let head = &markup(untitled, Lang::Sv)[0];
        assert!(head.contains("title: \"–\""), "{head}");
    }
}

#[test]
fn a_text_cannot_end_before_its_end() {
    for (text, string) in [
        ("", "\"\""),
        ("\"", "\"\\\"\""),
        ("\\", "\"\\\\\""),
        ("\\\") #eval(\"1\")", "\"\\\\\\\") #eval(\\\"1\\\")\""),
        ("\\u{41}\\n", "\"\\\\u{41}\\\\n\""),
    ] {
        assert_eq!(quoted(text), string);
    }
}

#[test]
fn a_word_longer_than_a_line_may_be_broken_between_letters() {
    let long = |n: usize| vec!["x"; n].join("\u{200b}");
    let paragraphs = |text: &str| markup(vec![Block::Paragraph(text.to_owned())], Lang::Sv)[1].clone();
    assert_eq!(paragraphs(&"x".repeat(30)), format!("#par(\"{}\")", "x".repeat(30)));
    assert_eq!(paragraphs(&format!("a {} b", "x".repeat(31))), format!("#par(\"a {} b\")", long(31)));
    // Not between a letter and its ring, nor within a sign of the markup.
    let rings = "a\u{30a}".repeat(31);
    assert_eq!(paragraphs(&rings), format!("#par(\"{}\")", vec!["a\u{30a}"; 31].join("\u{200b}")));
    let signs = "\"".repeat(31);
    assert_eq!(paragraphs(&signs), format!("#par(\"{}\")", vec!["\\\""; 31].join("\u{200b}")));
}

#[test]
fn a_number_is_never_broken() {
    let columns = vec![Column::words("Vem"), Column::numbers("Sökt")];
    let rows = vec![row(RowKind::Detail, &["Generationsöverskridande", "10\u{a0}330\u{a0}000"])];
    let lines = markup(vec![Block::Grid(Grid { columns, rows })], Lang::Sv);
    assert_eq!(lines[3], "  row(\"detail\", 0, true, \"Generationsöverskridande\", \"10\u{a0}330\u{a0}000\"),");
}

#[test]
fn a_row_that_is_long_may_stand_on_two_pages() {
    let text = |words: usize| "ord ".repeat(words);
    let whole = |words: usize| {
        let columns = vec![Column::words("Vem"), Column::words(text(words)), Column::numbers("Sökt")];
        let rows = vec![row(RowKind::Alone, &["Musik", &text(words), "5"])];
        let lines = markup(vec![Block::Grid(Grid { columns, rows })], Lang::Sv);
        [&lines[2], &lines[3]].map(|line| line.contains("true"))
    };
    assert_eq!((whole(100), whole(1_000)), ([true, true], [false, false]));
}

#[test]
fn the_paper_is_as_wide_as_the_widest_table() {
    let paper = |numbers: usize| {
        let mut columns = vec![Column::words("Vem")];
        columns.extend((0..numbers).map(|_| Column::numbers("Föreslagetbelopp")));
        let head = markup(vec![Block::Grid(Grid { columns, rows: Vec::new() })], Lang::Sv)[0].clone();
        head.split_once("width: ").expect("a width").1.to_owned()
    };
    assert_eq!(paper(4), "595.30pt, height: 841.90pt)");
    assert_eq!(paper(6), "841.90pt, height: 595.30pt)");
    // A head of 16 letters is 101.8 pt wide, that of words 26.4, and 56.7 stand on either side.
    assert_eq!(paper(20), "2175.80pt, height: 1538.45pt)");
}
