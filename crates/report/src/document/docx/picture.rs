//! A picture in the text, as wide as the page allows.

use crate::document::Picture;
use crate::document::png::Png;
use crate::document::xml::escaped;

/// What lengths of pictures are in, to a twentieth of a point.
const FINE: usize = 635;

/// Drawings of a template have lower numbers.
const NUMBERS: usize = 90_000;

/// The file of a picture, by its number from 1, beside the text.
fn file(number: usize) -> String {
    format!("media/{}.png", id(number))
}

/// The files of pictures, by their paths.
pub(super) fn parts(drawn: &[Png]) -> impl Iterator<Item = (String, &[u8])> {
    (1..).zip(drawn).map(|(number, png)| (format!("word/{}", file(number)), &png.bytes[..]))
}

/// What leads from the text to so many pictures.
pub(super) fn relations(pictures: usize) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    let one =
        |number: usize| format!("<Relationship Id=\"{}\" Type=\"{kind}\" Target=\"{}\"/>\n", id(number), file(number));
    (1..=pictures).map(one).collect()
}

/// A word that is that of nothing else in a document.
fn id(number: usize) -> String {
    format!("reportPicture{number}")
}

/// A paragraph with a picture, told to those who do not see it.
pub(super) fn xml(picture: &Picture, number: usize, png: &Png, room: usize) -> String {
    let (across, down) = png.size;
    let width = room * FINE;
    let part = |of: u32| usize::try_from(of).unwrap_or(1).max(1);
    let height = width * part(down) / part(across);
    // Numbers of drawings are told apart from those of a template.
    let number = NUMBERS + number;
    let (description, id) = (escaped(&picture.description), id(number - NUMBERS));
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    let size = format!("cx=\"{width}\" cy=\"{height}\"");
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/><w:spacing w:before=\"160\" w:after=\"160\"/></w:pPr><w:r><w:drawing>\
         <wp:inline xmlns:wp=\"{drawing}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent {size}/><wp:docPr id=\"{number}\" name=\"{number}\" descr=\"{description}\"/>\
         <a:graphic xmlns:a=\"{drawing}/main\"><a:graphicData uri=\"{drawing}/picture\">\
         <pic:pic xmlns:pic=\"{drawing}/picture\"><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{number}\" \
         descr=\"{description}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\"/>\
         <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
         </w:drawing></w:r></w:p>\n"
    )
}
