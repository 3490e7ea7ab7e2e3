//! Where in the text of a template the report stands, and how much room it has.

use fordela_file::fault::TemplateFault;

/// What a paragraph says where the report is to stand.
const MARKS: [&str; 2] = ["{{appendix}}", "{{bilaga}}"];

const PREFIX: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const RELATIONS: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// How wide the text is on the last paper of a template, in twentieths of a point.
pub(super) fn room(document: &str) -> Result<usize, TemplateFault> {
    if !document.contains(PREFIX) || !document.contains("</w:body>") {
        return Err(TemplateFault::Odd);
    }
    let Some(section) = document.rfind("<w:sectPr").map(|at| &document[at..]) else { return Ok(A4) };
    let of = |tag: &str, key: &str| {
        let tag = &section[section.find(tag)?..];
        let tag = &tag[..tag.find('>')?];
        let value = &tag[tag.find(&format!("{key}=\""))? + key.len() + 2..];
        value[..value.find('"')?].parse::<usize>().ok()
    };
    let width = of("<w:pgSz", "w:w").unwrap_or(11_906);
    let margin = |key| of("<w:pgMar", key).unwrap_or(1_134);
    let room = width.saturating_sub(margin("w:left") + margin("w:right"));
    if room < NARROWEST { Err(TemplateFault::Odd) } else { Ok(room) }
}

/// How wide text is on A4 with the margins that documents have otherwise.
const A4: usize = 11_906 - 2 * 1_134;

/// Narrower than this no table fits.
const NARROWEST: usize = 4_000;

/// The text with the report where the template says, or else after what is there.
pub(super) fn with(document: &str, blocks: &str) -> Result<String, TemplateFault> {
    let document = with_relations(document);
    if let Some((from, to)) = marked(&document) {
        return Ok(format!("{}{blocks}{}", &document[..from], &document[to..]));
    }
    let end = document.rfind("</w:body>").ok_or(TemplateFault::Odd)?;
    // The paper of the last section stands last in the text.
    let section = document[..end].rfind("<w:sectPr").filter(|&at| !document[at..end].contains("</w:p>"));
    let at = section.unwrap_or(end);
    Ok(format!("{}{blocks}{}", &document[..at], &document[at..]))
}

/// The text that knows the prefix of what leads to other parts.
fn with_relations(document: &str) -> String {
    if document.contains(RELATIONS) {
        return document.to_owned();
    }
    document.replacen(PREFIX, &format!("{PREFIX} {RELATIONS}"), 1)
}

/// Where the paragraph stands that is to be replaced.
fn marked(document: &str) -> Option<(usize, usize)> {
    let at = MARKS.iter().find_map(|mark| document.find(mark))?;
    let from = ["<w:p>", "<w:p "].iter().filter_map(|open| document[..at].rfind(open)).max()?;
    let to = at + document[at..].find("</w:p>")? + "</w:p>".len();
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(body: &str) -> String {
        format!("<w:document {PREFIX} {RELATIONS}><w:body>{body}</w:body></w:document>")
    }

    const SECTION: &str =
        "<w:sectPr><w:pgSz w:w=\"10000\" w:h=\"15000\"/><w:pgMar w:left=\"1000\" w:right=\"500\"/></w:sectPr>";

    #[test]
    fn there_is_as_much_room_as_the_paper_leaves() {
        assert_eq!(room(&document(SECTION)), Ok(8_500));
        assert_eq!(room(&document("")), Ok(9_638));
        assert_eq!(room("<w:document/>"), Err(TemplateFault::Odd));
    }

    #[test]
    fn a_report_stands_at_its_mark_or_last() {
        let at = |body: &str| with(&document(body), "R").map(|text| text.replace(&document(""), ""));
        let expected = |body: &str| Ok(document(body));
        assert_eq!(
            at(&format!("<w:p>a</w:p><w:p w:x=\"1\"><w:r><w:t>{{{{bilaga}}}}</w:t></w:r></w:p><w:p>b</w:p>{SECTION}")),
            expected(&format!("<w:p>a</w:p>R<w:p>b</w:p>{SECTION}"))
        );
        assert_eq!(at(&format!("<w:p>a</w:p>{SECTION}")), expected(&format!("<w:p>a</w:p>R{SECTION}")));
        // The paper of an earlier section stands within a paragraph.
        let earlier = format!("<w:p><w:pPr>{SECTION}</w:pPr></w:p><w:p>a</w:p>");
        assert_eq!(at(&earlier), expected(&format!("{earlier}R")));
    }
}
