//! Texts: those that cells share, and how a text is written.

use std::io::BufRead;
use std::sync::Arc;

use crate::fault::WorkbookFault;
use crate::limits::{Limit, TEXT_BYTES};
use crate::xml::Xml;

/// How many bytes of text may still be held.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room(u64);

impl Room {
    /// Room for as much as is held of a workbook.
    pub(crate) const fn all() -> Self {
        Self(TEXT_BYTES)
    }

    /// A text, if there is room for it.
    pub(crate) fn hold(&mut self, text: &str) -> Result<Arc<str>, WorkbookFault> {
        let left = u64::try_from(text.len()).ok().and_then(|length| self.0.checked_sub(length));
        self.0 = left.ok_or(WorkbookFault::Limit(Limit::TextBytes))?;
        Ok(Arc::from(text))
    }
}

/// The texts that cells share, in the order that cells count them in.
pub(crate) fn shared<R: BufRead>(mut xml: Xml<R>, room: &mut Room) -> Result<Vec<Arc<str>>, WorkbookFault> {
    let mut texts: Vec<Arc<str>> = Vec::new();
    let empty: Arc<str> = Arc::from("");
    let mut count = 0;
    let mut text = String::new();
    xml.root("sst")?;
    while xml.child()? {
        if xml.name() != "si" {
            xml.skip()?;
            continue;
        }
        count += 1;
        if Limit::SharedTexts.is_passed_by(count) {
            return Err(WorkbookFault::Limit(Limit::SharedTexts));
        }
        text.clear();
        rich_into(&mut xml, &mut text)?;
        texts.push(if text.is_empty() { Arc::clone(&empty) } else { room.hold(&text)? });
    }
    xml.finish()?;
    Ok(texts)
}

/// Adds the text of the element that is open: a text, or runs of text that look differently. How it is spoken in Japanese is not
/// of it.
pub(crate) fn rich_into<R: BufRead>(xml: &mut Xml<R>, text: &mut String) -> Result<(), WorkbookFault> {
    let from = text.len();
    while xml.child()? {
        match xml.name() {
            "t" => xml.text_into(text)?,
            "r" => run_into(xml, text)?,
            _ => xml.skip()?,
        }
    }
    unescape(text, from);
    Ok(())
}

fn run_into<R: BufRead>(xml: &mut Xml<R>, text: &mut String) -> Result<(), WorkbookFault> {
    while xml.child()? {
        match xml.name() {
            "t" => xml.text_into(text)?,
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// Replaces `_x000D_` by the character of that number, from a place on: so spreadsheets write what XML cannot hold.
pub(crate) fn unescape(text: &mut String, from: usize) {
    let Some(tail) = text.get(from..).filter(|tail| tail.contains("_x")) else { return };
    let mut plain = String::with_capacity(tail.len());
    let mut rest = tail;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        rest = match escaped(escape) {
            Some((character, after)) => {
                plain.push(character);
                after
            }
            None => {
                plain.push('_');
                escape.get(1..).unwrap_or_default()
            }
        };
    }
    plain.push_str(rest);
    text.truncate(from);
    text.push_str(&plain);
}

/// The character that a text begins with in the form `_x000D_`, and what follows.
fn escaped(text: &str) -> Option<(char, &str)> {
    let (code, after) = text.strip_prefix("_x")?.split_at_checked(4)?;
    if !code.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let character = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    Some((character, after.strip_prefix('_')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(xml: &str) -> Result<Vec<String>, WorkbookFault> {
        let texts = shared(Xml::new("x", xml.as_bytes()), &mut Room::all())?;
        Ok(texts.iter().map(|text| text.as_ref().to_owned()).collect())
    }

    #[test]
    fn texts_are_counted_as_cells_count_them() {
        let xml = "<sst uniqueCount='99999999999999999999'><si/><si><t>a</t></si><si><t xml:space='preserve'> b </t></si>\
                   <si><r><rPr><b/></rPr><t>c</t></r><r><t>d</t></r><rPh sb='0' eb='1'><t>e</t></rPh></si><extLst/></sst>";
        assert_eq!(read(xml).unwrap(), ["", "a", " b ", "cd"]);
    }

    #[test]
    fn characters_written_by_number_are_replaced() {
        for (written, plain) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00e5_", "å"),
            ("_x000D", "_x000D"),
            ("_xD800_", "_xD800_"),
            ("_x+00D_", "_x+00D_"),
            ("_x_x0041_", "_xA"),
            ("_xåäö_", "_xåäö_"),
            ("_x", "_x"),
        ] {
            let mut text = format!("_x0041_{written}");
            unescape(&mut text, "_x0041_".len());
            assert_eq!(text, format!("_x0041_{plain}"), "{written}");
        }
    }

    #[test]
    fn too_many_texts_are_refused() {
        let xml = format!("<sst>{}", "<si/>".repeat(1_000_001));
        assert_eq!(read(&xml), Err(WorkbookFault::Limit(Limit::SharedTexts)));
    }

    #[test]
    fn no_more_text_is_held_than_there_is_room_for() {
        let mut room = Room(3);
        assert_eq!(room.hold("ab").as_deref(), Ok("ab"));
        assert_eq!(room.hold("cd"), Err(WorkbookFault::Limit(Limit::TextBytes)));
        assert_eq!(room.hold("c").as_deref(), Ok("c"));
    }
}
