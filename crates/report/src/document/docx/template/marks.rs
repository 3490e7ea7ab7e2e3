//! What stands for something else in a template, such as `{{title}}`.

use crate::document::xml::escaped;

/// The words for each mark.
const NAMES: [(&str, &[&str]); 2] = [("title", &["title", "titel"]), ("reference", &["reference", "diarienummer"])];

/// A part with its marks replaced, also where Word has cut one into several runs; where a mark is to be replaced by the
/// report itself, it is put together and left.
pub(super) fn filled(part: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, paragraph, after)) = next_paragraph(rest) {
        filled.push_str(before);
        filled.push_str(&paragraph_filled(paragraph, values));
        rest = after;
    }
    filled + rest
}

/// What stands before the next paragraph, the paragraph, and what stands after it.
fn next_paragraph(text: &str) -> Option<(&str, &str, &str)> {
    let starts = ["<w:p>", "<w:p "].iter().filter_map(|open| text.find(open));
    let start = starts.min()?;
    let end = start + text[start..].find("</w:p>")? + "</w:p>".len();
    Some((&text[..start], &text[start..end], &text[end..]))
}

fn paragraph_filled(paragraph: &str, values: &[(&str, &str)]) -> String {
    let texts = texts(paragraph);
    let whole: String = texts.iter().map(|&(from, to)| &paragraph[from..to]).collect();
    if !whole.contains("{{") {
        return paragraph.to_owned();
    }
    let mut replaced = whole;
    for (name, words) in NAMES {
        let value = values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
        for word in words {
            replaced = replaced.replace(&format!("{{{{{word}}}}}"), &escaped(value));
        }
    }
    // All of it in the first run, and nothing in the others.
    let (mut filled, mut at, mut text) = (String::with_capacity(paragraph.len()), 0, Some(replaced));
    for (from, to) in texts {
        filled.push_str(&paragraph[at..from]);
        filled.push_str(&text.take().unwrap_or_default());
        at = to;
    }
    filled + &paragraph[at..]
}

/// Where the texts of a paragraph stand.
fn texts(paragraph: &str) -> Vec<(usize, usize)> {
    let mut texts = Vec::new();
    let mut at = 0;
    while let Some(open) = ["<w:t>", "<w:t "].iter().filter_map(|open| paragraph[at..].find(open)).min() {
        let Some(from) = paragraph[at + open..].find('>').map(|end| at + open + end + 1) else { break };
        if paragraph[..from].ends_with("/>") {
            at = from;
            continue;
        }
        let Some(to) = paragraph[from..].find("</w:t>").map(|end| from + end) else { break };
        texts.push((from, to));
        at = to;
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> String {
        format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    }

    #[test]
    fn a_mark_is_replaced_however_it_is_cut() {
        let values = [("title", "A & B"), ("reference", "KS-1")];
        for (runs, expected) in [
            (vec!["Dnr {{diarienummer}}"], vec!["Dnr KS-1"]),
            (vec!["Dnr {", "{refer", "ence}} x"], vec!["Dnr KS-1 x", "", ""]),
            (vec!["{{titel}}", " {{title}}"], vec!["A &amp; B A &amp; B", ""]),
            (vec!["plain", "text"], vec!["plain", "text"]),
            (vec!["{{bil", "aga}}"], vec!["{{bilaga}}", ""]),
        ] {
            let paragraph =
                |texts: &[&str]| format!("<w:p>{}</w:p>", texts.iter().map(|text| run(text)).collect::<String>());
            assert_eq!(filled(&paragraph(&runs), &values), paragraph(&expected));
        }
    }
}
