//! Documents, and what is in them: the tags that readers for ears go by, and the text on the pages.

use std::path::Path;

use fordela::Lang;
use fordela_file::{CallBytes, Disk, ReadCall, read_call, read_call_bytes};
use fordela_report::render::{Format, Layout, Shape, allocation};
use fordela_report::{Provenance, Report};
use typst::layout::{Frame, FrameItem, PagedDocument};
use typst_pdf::{PdfOptions, pdf_tags};

use super::{PdfError, pdf, ua};
use crate::world::OneText;

/// Markup with a title.
fn titled(body: &str) -> String {
    format!("#set document(title: \"A\", date: none)\n#set text(font: \"Liberation Sans\")\n{body}")
}

fn laid_out(markup: &str) -> PagedDocument {
    let laid_out = typst::compile(&OneText::new(markup));
    assert!(laid_out.warnings.is_empty(), "{:?}", laid_out.warnings);
    laid_out.output.expect("a document")
}

/// The tags of a document, as lines.
fn tags(markup: &str) -> String {
    let options = PdfOptions { standards: ua().expect("a standard"), ..PdfOptions::default() };
    pdf_tags(&laid_out(markup), &options).expect("PDF/UA-1")
}

/// What stands on the pages, in the order it was set, and what is beyond their right or lower edge.
fn text(markup: &str) -> (String, usize) {
    fn gather(frame: &Frame, at: (f64, f64), page: (f64, f64), said: &mut (String, usize)) {
        for (place, item) in frame.items() {
            let at = (at.0 + place.x.to_pt(), at.1 + place.y.to_pt());
            match item {
                FrameItem::Group(group) => gather(&group.frame, at, page, said),
                FrameItem::Text(text) => {
                    said.0.push_str(&text.text);
                    said.1 += usize::from(at.0 + text.width().to_pt() > page.0 || at.1 > page.1);
                }
                _ => {}
            }
        }
    }
    let mut said = (String::new(), 0);
    for page in &laid_out(markup).pages {
        let size = (page.frame.width().to_pt(), page.frame.height().to_pt());
        gather(&page.frame, (0.0, 0.0), size, &mut said);
    }
    // What only says where a word may be broken.
    (said.0.replace('\u{200b}', ""), said.1)
}

fn shape(lang: Lang) -> Shape {
    Shape { format: Format::Typst, lang, layout: Layout { width: 100, colour: false } }
}

/// The answer to a call, as markup.
fn answered(read: &ReadCall, lang: Lang) -> String {
    let answer = fordela::allocate(&read.call).expect("an answer");
    let report = Report::new(&read.call, &answer, Vec::new(), Provenance::new("", "exact"));
    String::from_utf8(allocation(&report, &shape(lang)).expect("told")).expect("text")
}

fn answer(call: &str) -> String {
    let read = read_call_bytes(CallBytes::from_stdin(call.into()), &Disk).unwrap_or_else(|error| panic!("{error}"));
    answered(&read, Lang::Sv)
}

/// A call in which everything that has a name has this one.
fn named(name: &str) -> String {
    let name = format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""));
    format!(
        "title = {name}\n[[fund]]\nid = \"a\"\nname = {name}\namount = 10\n[[fund]]\nid = \"b\"\nname = {name}\namount = 10\n\
         [[criterion]]\nid = \"behov\"\nname = {name}\nweight = 1\nmax = 3\n[[applicant]]\nid = \"x\"\nname = {name}\n\
         [[activity]]\nid = \"ett\"\napplicant = \"x\"\ntitle = {name}\nask = 12\nscores = {{ behov = 2 }}\n\
         [[activity]]\nid = \"tva\"\napplicant = \"x\"\ntitle = {name}\nask = 13\nscores = {{ behov = 3 }}\n"
    )
}

#[test]
fn a_report_is_the_same_bytes_twice_and_says_what_it_is() {
    let call = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/calls/malmo-2024/call.toml");
    let read = read_call(&call).expect("a call");
    for (lang, spoken) in [(Lang::Sv, "sv-SE"), (Lang::En, "en-GB")] {
        let markup = answered(&read, lang);
        let bytes = pdf(&markup).expect("a PDF");
        assert_eq!(bytes, pdf(&markup).expect("a PDF"));
        let has = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        assert!(bytes.starts_with(b"%PDF-1.7") && has("<pdfuaid:part>1</pdfuaid:part>"));
        assert!(has(&format!("<rdf:li>{spoken}</rdf:li>")) && has("Trygghet och delaktighet i utsatta områden 2024"));
        assert!(!has("CreateDate") && !has("CreationDate") && !has("ModDate"));
    }
}

/// Each tag on a line of its own, with what it says of itself and of the heads of a table.
fn outline(tags: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in tags.lines() {
        let told = line.trim_start();
        if let Some(tag) = told.strip_prefix("- Tag: ") {
            lines.push(format!("{}{tag}", &line[..line.len() - told.len()]));
        } else if ["/T:", "/Id:", "/Scope:", "/Headers:", "/Alt:"].iter().any(|key| told.starts_with(key)) {
            lines.last_mut().expect("a tag").push_str(&format!(" {told}"));
        }
    }
    lines
}

#[test]
fn titles_and_tables_are_tagged_as_such() {
    let outline = outline(&tags(&answer(&named("Musik"))));
    let top: Vec<&str> = outline.iter().map(String::as_str).filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(top[..5], ["H1 /T: \"Musik\"", "P", "Table", "H2 /T: \"Finansiering\"", "Table"]);
    let mut rows = outline.split(|line| line.trim() == "TR").skip(1);
    let heads = rows.next().expect("a head");
    for (column, head) in heads.iter().enumerate() {
        assert_eq!(head.trim(), format!("TH /Id: \"U1x{column}y0\" /Scope: Column /Headers: []"));
    }
    // The applicant, its activities and the sum. A cell knows the head of its column and what its row is of, and an activity
    // its applicant.
    for (row, scope, above) in
        [(1, "Both", "U1x0y0"), (2, "Row", "U1x0y1"), (3, "Row", "U1x0y1"), (4, "Both", "U1x0y0")]
    {
        let cells = rows.next().expect("a row");
        assert_eq!(cells[0].trim(), format!("TH /Id: \"U1x0y{row}\" /Scope: {scope} /Headers: [\"{above}\"]"));
        assert_eq!(cells[1].trim(), format!("TD /Headers: [\"U1x1y0\", \"U1x0y{row}\"]"));
    }
}

#[test]
fn no_name_is_code_and_nothing_is_lost() {
    for name in [
        "#eval(\"1+1\")",
        "\\",
        "\\\"",
        "\")#panic()",
        "$x$ *b* _c_ [d] `e` @f <g> // h /* i */ = j - k + l ~ #m",
        "\\u{41} \\n ]] )) }}",
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
        "\u{395}\u{3bb} \u{41f}\u{440} \u{141}\u{f3}d\u{17a} \u{1ea4}n",
        "a\u{30a} o\u{308} \u{26a0}\u{fe0f}",
    ] {
        let markup = answer(&named(name));
        let (said, outside) = text(&markup);
        // As a title, an applicant, two activities, two funds that pay and are columns, and more where they are told apart.
        // Letters whose marks are apart are put together where a call is read.
        let told = name.replace("a\u{30a}", "\u{e5}").replace("o\u{308}", "\u{f6}");
        assert!(said.matches(&told).count() >= 8, "{name}: {said}");
        assert_eq!(outside, 0, "{name}");
        assert!(pdf(&markup).is_ok(), "{name}");
    }
}

#[test]
fn what_is_long_goes_on_over_lines_and_pages() {
    for (name, word) in [("ord ".repeat(500) + "slut", "ord"), ("x".repeat(10_000), "x"), ("W".repeat(500), "W")] {
        let markup = answer(&named(&name));
        let (said, outside) = text(&markup);
        assert!(said.matches(word).count() >= 8 * name.matches(word).count(), "{word}");
        assert_eq!(outside, 0, "{word}");
        assert!(pdf(&markup).is_ok(), "{word}");
    }
}

#[test]
fn arabic_is_shown() {
    assert!(pdf(&answer(&named("\u{645}\u{631}\u{62d}\u{628}\u{627} a"))).is_ok());
}

#[test]
fn what_no_font_has_is_told() {
    let unshown = pdf(&answer(&named("日 a 本 日 🦄")));
    assert_eq!(unshown, Err(PdfError::Unshown(vec!['日', '本', '🦄'])));
}

#[test]
fn nothing_is_read_but_the_text() {
    for outside in [
        "#read(\"Cargo.toml\")",
        "#image(\"a.png\", alt: \"a\")",
        "#include \"a.typ\"",
        "#import \"@preview/a:0.1.0\"",
        "#datetime.today()",
    ] {
        assert!(matches!(pdf(&titled(outside)), Err(PdfError::Refused(_))), "{outside}");
    }
}

#[test]
fn what_cannot_be_read_by_ear_is_refused() {
    let picture = |more: &str| {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'><text y='20' font-family='sans-serif'>Å</text></svg>";
        titled(&format!("#image(bytes(\"{svg}\"), format: \"svg\"{more})"))
    };
    assert!(matches!(pdf(&picture("")), Err(PdfError::Refused(_))));
    assert!(matches!(pdf("A"), Err(PdfError::Refused(_))));
    let with_words = picture(", alt: \"En bild\"");
    assert!(tags(&with_words).contains("En bild"));
    // Its text is set in a font, and not left out.
    let bytes = pdf(&with_words).expect("a PDF");
    assert!(bytes.len() > pdf(&with_words.replace('Å', "")).expect("a PDF").len() + 500);
}
