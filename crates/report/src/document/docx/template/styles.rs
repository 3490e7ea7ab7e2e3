//! The styles that a report needs, by their names in a template; those that it lacks are added.

use fordela::Lang;
use fordela_file::fault::TemplateFault;

use super::package::{NUMBERING, Package, STYLES, before};
use crate::document::docx::spoken;

/// The styles of a report. A template from another country has them by other ids, but by the same names.
const NEEDED: [&str; 8] =
    ["Normal", "Title", "Heading1", "ListBullet", "PlainText", "TableText", "TableNumber", "ReportTable"];

/// What tables stand on.
const TABLE: (&str, &str) = ("TableNormal", "Normal Table");

/// The blocks with the ids that the template has for their styles.
pub(super) fn renamed(blocks: &str, package: &mut Package, lang: Lang) -> Result<String, TemplateFault> {
    let own = spoken(include_str!("../parts/styles.xml"), lang);
    let theirs = package.part(STYLES)?.to_owned();
    let mut added = String::new();
    let mut blocks = blocks.to_owned();
    for id in NEEDED {
        let style = style_of(&own, id).ok_or(TemplateFault::Odd)?;
        match id_of(&theirs, name(style).ok_or(TemplateFault::Odd)?) {
            Some(theirs) => blocks = in_style(&blocks, id, theirs),
            None => {
                let new = new_id(id);
                blocks = in_style(&blocks, id, &new);
                added += &on_theirs(style, id, &theirs, &own);
            }
        }
    }
    if !added.is_empty() {
        package.set(STYLES, before(&theirs, "</w:styles>", &added)?);
    }
    if added.contains("<w:numPr>") {
        add_list(package)?;
    }
    Ok(blocks)
}

/// An id that no template has.
fn new_id(id: &str) -> String {
    format!("Report{id}")
}

fn in_style(blocks: &str, from: &str, to: &str) -> String {
    let value = |tag: &str, id: &str| format!("<w:{tag} w:val=\"{id}\"/>");
    let tags = ["pStyle", "tblStyle"];
    tags.iter().fold(blocks.to_owned(), |text, tag| text.replace(&value(tag, from), &value(tag, to)))
}

/// A style of ours that stands on those of the template.
fn on_theirs(style: &str, id: &str, theirs: &str, own: &str) -> String {
    let mut style = style.replace(&format!("w:styleId=\"{id}\""), &format!("w:styleId=\"{}\"", new_id(id)));
    let needed = NEEDED.iter().filter_map(|one| Some((*one, name(style_of(own, one)?)?)));
    for (base, name) in needed.chain([TABLE]) {
        let theirs = id_of(theirs, name).map_or_else(|| new_id(base), str::to_owned);
        for tag in ["basedOn", "next"] {
            style = style.replace(&format!("<w:{tag} w:val=\"{base}\"/>"), &format!("<w:{tag} w:val=\"{theirs}\"/>"));
        }
    }
    style.replace("w:numId w:val=\"1\"", &format!("w:numId w:val=\"{LIST}\""))
}

/// The list of what is added, by numbers that no template comes to.
const LIST: u32 = 90_001;

/// The style of an id.
fn style_of<'s>(styles: &'s str, id: &str) -> Option<&'s str> {
    styles_of(styles).find(|style| style.contains(&format!("w:styleId=\"{id}\"")))
}

/// The id of the style of a name. Names of styles are told apart without their case.
fn id_of<'s>(styles: &'s str, called: &str) -> Option<&'s str> {
    let style = styles_of(styles).find(|style| name(style).is_some_and(|name| name.eq_ignore_ascii_case(called)))?;
    between(style, "w:styleId=\"", "\"")
}

fn name(style: &str) -> Option<&str> {
    between(style, "<w:name w:val=\"", "\"")
}

/// Each style with its marks.
fn styles_of(styles: &str) -> impl Iterator<Item = &str> {
    styles.match_indices("<w:style ").filter_map(|(at, _)| {
        let style = &styles[at..];
        Some(&style[..style.find("</w:style>")? + "</w:style>".len()])
    })
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let after = &text[text.find(from)? + from.len()..];
    Some(&after[..after.find(to)?])
}

/// The list with bullets that the style of lists is numbered by.
fn add_list(package: &mut Package) -> Result<(), TemplateFault> {
    let own = include_str!("../parts/numbering.xml");
    let kind = between(own, "<w:abstractNum w:abstractNumId=\"0\">", "</w:abstractNum>").ok_or(TemplateFault::Odd)?;
    let kind = kind.replace("w:val=\"ListBullet\"", &format!("w:val=\"{}\"", new_id("ListBullet")));
    let kind = format!("<w:abstractNum w:abstractNumId=\"{LIST}\">{kind}</w:abstractNum>");
    let list = format!("<w:num w:numId=\"{LIST}\"><w:abstractNumId w:val=\"{LIST}\"/></w:num>");
    let empty = own.split("<w:abstractNum ").next().unwrap_or_default().to_owned() + "</w:numbering>";
    let theirs = if package.has(NUMBERING) { package.part(NUMBERING)?.to_owned() } else { empty };
    // All kinds of lists stand before all lists.
    let start = theirs.find("<w:numbering").ok_or(TemplateFault::Odd)?;
    let at = start + theirs[start..].find('>').ok_or(TemplateFault::Odd)? + 1;
    let first = theirs[at..].find("<w:abstractNum ").map_or(at, |found| at + found);
    let with = format!("{}{kind}{}", &theirs[..first], &theirs[first..]);
    let last = ["<w:numIdMacAtCleanup", "</w:numbering>"].iter().filter_map(|mark| with.rfind(mark)).min();
    let last = last.ok_or(TemplateFault::Odd)?;
    package.set(NUMBERING, format!("{}{list}{}", &with[..last], &with[last..]));
    package.lead_to_lists()
}
