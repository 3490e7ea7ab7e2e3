//! The XML of a part, element by element, and never more of it at once than is safe.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::fault::WorkbookFault;
use crate::limits::{CELL_BYTES, Limit, PIECE_BYTES};

/// How many attributes an element may have. Roots have the most: twenty, most of which name namespaces.
const ATTRIBUTES: usize = 100;

/// A reader that gives no more than so many bytes until it is asked to go on.
#[derive(Debug)]
struct Rationed<R> {
    inner: R,
    left: u64,
}

impl<R: BufRead> Read for Rationed<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Rationed<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 { Err(io::ErrorKind::FileTooLarge.into()) } else { self.inner.fill_buf() }
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
        self.inner.consume(count);
    }
}

/// The elements of a part. Whoever is given a child must read it to its end: by its own children, its text, or by skipping it.
#[derive(Debug)]
pub(crate) struct Xml<R> {
    reader: Reader<Rationed<R>>,
    part: String,
    buffer: Vec<u8>,
    tag: String,
    name_length: usize,
    depth: u64,
    pieces: u64,
}

impl<R: BufRead> Xml<R> {
    /// The elements of the part of this path.
    pub(crate) fn new(part: &str, source: R) -> Self {
        let mut reader = Reader::from_reader(Rationed { inner: source, left: PIECE_BYTES });
        reader.config_mut().expand_empty_elements = true;
        let (buffer, tag) = (Vec::new(), String::new());
        Self { reader, part: part.to_owned(), buffer, tag, name_length: 0, depth: 0, pieces: 0 }
    }

    /// Goes to the root, which must be of this name.
    pub(crate) fn root(&mut self, name: &str) -> Result<(), WorkbookFault> {
        if self.child()? && self.name() == name { Ok(()) } else { Err(self.damaged()) }
    }

    /// Goes to the end of the part, after the root: only then is it known to be whole.
    pub(crate) fn finish(mut self) -> Result<(), WorkbookFault> {
        if self.child()? { Err(self.damaged()) } else { Ok(()) }
    }

    /// Goes to the next child of the element that is open, or else to the end of that.
    pub(crate) fn child(&mut self) -> Result<bool, WorkbookFault> {
        loop {
            match self.next()? {
                Step::Start => return Ok(true),
                Step::End => return Ok(false),
                Step::Other => {}
            }
        }
    }

    /// Goes to the end of the element that is open.
    pub(crate) fn skip(&mut self) -> Result<(), WorkbookFault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.child()?;
        }
        Ok(())
    }

    /// Adds the text of the element that is open, but not of those in it, and goes to its end. A text that is longer than that of a
    /// cell may be is cut off just beyond that.
    pub(crate) fn text_into(&mut self, text: &mut String) -> Result<(), WorkbookFault> {
        loop {
            match self.next_into(Some(text))? {
                Step::Start => self.skip()?,
                Step::End => return Ok(()),
                Step::Other => {}
            }
        }
    }

    /// The name of the element that was opened last, without its namespace.
    pub(crate) fn name(&self) -> &str {
        let name = self.tag.get(..self.name_length).unwrap_or_default();
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// An attribute of the element that was opened last, by its name: `ref`, or `:id` with any namespace.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, WorkbookFault> {
        let mut found = None;
        self.attributes(|key, value| {
            if key == name {
                found = Some(value);
            }
        })?;
        Ok(found)
    }

    /// Gives all attributes of the element that was opened last, by their names: `ref`, or `:id` with any namespace.
    pub(crate) fn attributes<'s>(&'s self, mut give: impl FnMut(&'s str, Cow<'s, str>)) -> Result<(), WorkbookFault> {
        for (count, attribute) in Attributes::new(&self.tag, self.name_length).enumerate() {
            let attribute = attribute.map_err(|_| self.damaged())?;
            // Each is compared with those before it, which takes far too long for many.
            if count > ATTRIBUTES {
                return Err(self.damaged());
            }
            let key = attribute.key.into_inner();
            if !key.starts_with("xmlns") {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| self.damaged())?;
                give(key.find(':').and_then(|colon| key.get(colon..)).unwrap_or(key), value);
            }
        }
        Ok(())
    }

    /// The fault of a part that is not what it should be.
    pub(crate) fn damaged(&self) -> WorkbookFault {
        WorkbookFault::DamagedPart { part: self.part.clone() }
    }

    fn entities(&self) -> WorkbookFault {
        WorkbookFault::Entities { part: self.part.clone() }
    }

    fn next(&mut self) -> Result<Step, WorkbookFault> {
        self.next_into(None)
    }

    fn next_into(&mut self, text: Option<&mut String>) -> Result<Step, WorkbookFault> {
        self.pieces += 1;
        if Limit::Pieces.is_passed_by(self.pieces) {
            return Err(WorkbookFault::Limit(Limit::Pieces));
        }
        self.buffer.clear();
        self.reader.get_mut().left = PIECE_BYTES;
        let Ok(event) = self.reader.read_event_into(&mut self.buffer) else {
            let is_spent = self.reader.get_ref().left == 0;
            return Err(if is_spent { WorkbookFault::Limit(Limit::PieceBytes) } else { self.damaged() });
        };
        match event {
            Event::Start(start) => {
                open(&start, &mut self.tag);
                self.name_length = start.name().as_ref().len();
                self.depth += 1;
                if Limit::Depth.is_passed_by(self.depth) {
                    return Err(WorkbookFault::Limit(Limit::Depth));
                }
                return Ok(Step::Start);
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                return Ok(Step::End);
            }
            // The end of the part ends nothing that is open.
            Event::Eof => return if self.depth == 0 { Ok(Step::End) } else { Err(self.damaged()) },
            Event::Text(found) => add(text, &found.xml10_content()),
            Event::CData(found) => add(text, &found.xml10_content()),
            Event::GeneralRef(found) => match referred(&found) {
                Some(character) => add(text, &character),
                None => return Err(self.entities()),
            },
            Event::DocType(_) => return Err(self.entities()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        Ok(Step::Other)
    }
}

/// What was read last.
enum Step {
    Start,
    End,
    Other,
}

fn open(start: &BytesStart<'_>, tag: &mut String) {
    tag.clear();
    tag.push_str(start.as_ref());
}

/// Adds to a text that somebody wants, if it is not too long already.
fn add(text: Option<&mut String>, more: &str) {
    if let Some(text) = text
        && text.len() <= CELL_BYTES
    {
        text.push_str(more);
    }
}

/// The character of a reference by number, or by one of the five names that all XML has.
fn referred(reference: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Some(character.to_string().into()),
        Ok(None) => resolve_predefined_entity(reference.as_ref()).map(Cow::Borrowed),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::PIECES;

    fn text(xml: &str) -> Result<String, WorkbookFault> {
        let mut xml = Xml::new("x", xml.as_bytes());
        let mut text = String::new();
        xml.root("a")?;
        xml.text_into(&mut text)?;
        xml.finish()?;
        Ok(text)
    }

    fn damaged() -> WorkbookFault {
        WorkbookFault::DamagedPart { part: "x".to_owned() }
    }

    #[test]
    fn text_is_read_without_that_of_children() {
        for (xml, expected) in [
            ("<a>b</a>", "b"),
            ("<x:a xmlns:x='y'>b</x:a>", "b"),
            ("<a/>", ""),
            ("<a> b&amp;c&#229;&#xE5;<d>e<f/></d>g<!-- h --><![CDATA[<i>]]> </a>", " b&cååg<i> "),
            ("<?xml version='1.0'?>\n<a>b\r\nc</a>\n", "b\nc"),
        ] {
            assert_eq!(text(xml).as_deref(), Ok(expected), "{xml}");
        }
    }

    #[test]
    fn what_is_no_xml_is_damaged() {
        for xml in
            ["", "b", "<a", "<a>", "<a></b>", "</a>", "<b/>", "<a/><a/>", "<a/></a>", "<a>&amp</a>", "<a><b></a>"]
        {
            assert_eq!(text(xml), Err(damaged()), "{xml}");
        }
    }

    #[test]
    fn entities_of_its_own_are_refused() {
        for xml in [
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "<!DOCTYPE a><a/>",
            "<a>&b;</a>",
            "<a>&#0;</a>",
            "<a>&#xD800;</a>",
        ] {
            assert_eq!(text(xml), Err(WorkbookFault::Entities { part: "x".to_owned() }), "{xml}");
        }
    }

    #[test]
    fn attributes_are_read_without_namespaces() {
        let mut xml = Xml::new("x", &b"<a b='1' r:id='&amp;2' c='&d;'/>"[..]);
        xml.root("a").unwrap();
        assert_eq!(xml.attribute("b"), Err(damaged()));
        let mut xml = Xml::new("x", &b"<a xmlns:b='2' xmlns:id='3' b='1' r:id='&amp;2'/>"[..]);
        xml.root("a").unwrap();
        assert_eq!(xml.attribute(":id").unwrap().as_deref(), Some("&2"));
        assert_eq!(xml.attribute("b").unwrap().as_deref(), Some("1"));
        assert_eq!(xml.attribute("c"), Ok(None));
        let many: String = (0..50_000).map(|number| format!(" a{number}=''")).collect();
        let many = format!("<a{many}/>");
        let mut xml = Xml::new("x", many.as_bytes());
        xml.root("a").unwrap();
        assert_eq!(xml.attribute("b"), Err(damaged()));
    }

    #[test]
    fn long_pieces_and_deep_elements_are_refused() {
        let long = "b".repeat(2 * usize::try_from(PIECE_BYTES).unwrap());
        for xml in [
            format!("<a>{long}</a>"),
            format!("<a b='{long}'/>"),
            format!("<a><!--{long}--></a>"),
            format!("<a><{long}/></a>"),
        ] {
            // The text would else be held at once.
            let reader = io::BufReader::with_capacity(4096, xml.as_bytes());
            let mut xml = Xml::new("x", reader);
            let result = xml.root("a").and_then(|()| xml.skip());
            assert_eq!(result, Err(WorkbookFault::Limit(Limit::PieceBytes)));
        }
        let deep = "<a>".repeat(101);
        assert_eq!(text(&deep), Err(WorkbookFault::Limit(Limit::Depth)));
    }

    #[test]
    fn too_many_pieces_are_refused() {
        let mut xml = Xml::new("x", &b"<a><!----><!---->"[..]);
        xml.root("a").unwrap();
        // So many take long without optimisation.
        xml.pieces = PIECES - 1;
        assert_eq!(xml.child(), Err(WorkbookFault::Limit(Limit::Pieces)));
    }

    #[test]
    fn long_texts_are_cut_off_just_beyond_what_a_cell_may_hold() {
        let parts = format!("<a>{}</a>", "bbbbbbbbb<c/>".repeat(100_000));
        assert!((CELL_BYTES + 1..CELL_BYTES + 20).contains(&text(&parts).unwrap().len()));
    }
}
