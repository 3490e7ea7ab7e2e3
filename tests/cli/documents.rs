//! Answers as documents for a browser and for Word.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use roxmltree::{Document, Node};
use zip::ZipArchive;

use super::formats::snapshot;
use super::{POSSIBLE, run, run_with, status, text};

#[test]
fn an_answer_as_html() {
    let output = run_with(&["allocate", "-", "--format", "html"], POSSIBLE.as_bytes());
    assert_eq!(status(&output), 0);
    snapshot("possible-allocate-html-sv", &text(&output.stdout));
}

/// A part of a document for Word.
fn part(path: &Path, name: &str) -> String {
    let mut zip = ZipArchive::new(File::open(path).expect("a file")).expect("a zip file");
    let mut xml = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut xml).expect("text");
    xml
}

fn is(node: Node<'_, '_>, tag: &str) -> bool {
    node.is_element() && node.tag_name().name() == tag
}

fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(|node| is(*node, "t")).filter_map(|node| node.text()).collect()
}

/// What a document says as lines of Markdown, without what marks it.
fn lines(xml: &str) -> Vec<String> {
    let xml = Document::parse(xml).expect("XML");
    let body = xml.descendants().find(|node| is(*node, "body")).expect("a body");
    let mut lines = Vec::new();
    for node in body.children() {
        if is(node, "tbl") {
            for row in node.children().filter(|node| is(*node, "tr")) {
                let cells: Vec<String> = row.children().filter(|node| is(*node, "tc")).map(said).collect();
                lines.push(format!("| {} |", cells.join(" | ")));
            }
        } else if is(node, "p") && !said(node).is_empty() {
            let style = node.descendants().find(|node| is(*node, "pStyle")).expect("a style");
            let before = match style.attributes().next().expect("its name").value() {
                "Title" => "# ",
                "Heading1" => "## ",
                "ListBullet" => "- ",
                _ => "",
            };
            lines.push(format!("{before}{}", said(node)));
        }
    }
    lines
}

/// The same of Markdown.
fn unmarked(markdown: &str) -> Vec<String> {
    let told = markdown.lines().filter(|line| !line.is_empty() && !line.starts_with("| ---"));
    told.map(|line| line.replace("**", "").replace('\\', "")).collect()
}

#[test]
fn word_is_told_what_markdown_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("svar.docx");
    for (args, lang, language) in [
        (&["allocate", "examples/calls/malmo-2024/call.toml"][..], "sv", "sv-SE"),
        (&["explain", "examples/calls/fsn-2023/call.toml"], "en", "en-GB"),
        (&["allocate", "tests/cli/calls/impossible.toml"], "sv", "sv-SE"),
    ] {
        let asked = [args, &["--lang", lang, "-q"]].concat();
        let file = path.to_str().expect("a plain name");
        run(&[&asked[..], &["-o", file]].concat());
        let markdown = text(&run(&[&asked[..], &["--format", "md"]].concat()).stdout);
        let xml = part(&path, "word/document.xml");
        assert_eq!(lines(&xml), unmarked(&markdown), "{args:?}");
        assert_eq!(xml.matches("<w:tbl>").count(), xml.matches("<w:tblHeader/>").count());
        assert!(part(&path, "word/styles.xml").contains(&format!("<w:lang w:val=\"{language}\"")));
        let before = fs::read(&path).expect("written");
        run(&[&asked[..], &["-o", file]].concat());
        assert_eq!(fs::read(&path).expect("written"), before);
    }
}
