//! A picture as PNG, for formats that not all programs read SVG in.

use std::io;

use resvg::usvg::fontdb::Database;
use resvg::{tiny_skia, usvg};

use super::Picture;

/// The font of all text, so that a picture is the same everywhere; see the licence beside it.
const FONT: &[u8] = include_bytes!("../../fonts/DejaVuSans.ttf");

const FAMILY: &str = "DejaVu Sans";

/// So many dots are a unit of the picture, for print.
const DOTS: f32 = 2.0;

/// A picture of dots.
pub(super) struct Png {
    pub(super) bytes: Vec<u8>,
    /// How many dots are across, and how many down.
    pub(super) size: (u32, u32),
}

/// Draws a picture.
///
/// # Errors
///
/// When it is no SVG, or too large, which is a fault of the program.
pub(super) fn png(picture: &Picture) -> io::Result<Png> {
    let tree = usvg::Tree::from_str(&picture.svg, &options()).map_err(io::Error::other)?;
    let size = tree.size().to_int_size().scale_by(DOTS).ok_or_else(too_large)?;
    let mut dots = tiny_skia::Pixmap::new(size.width(), size.height()).ok_or_else(too_large)?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(DOTS, DOTS), &mut dots.as_mut());
    let bytes = dots.encode_png().map_err(io::Error::other)?;
    Ok(Png { bytes, size: (size.width(), size.height()) })
}

fn options() -> usvg::Options<'static> {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    *options.fontdb_mut() = fonts;
    options
}

fn too_large() -> io::Error {
    io::Error::other("a picture is too large")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(content: &str) -> Png {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 40\" width=\"100\" height=\"40\" \
             font-family=\"sans-serif\">{content}</svg>"
        );
        png(&Picture { svg, description: String::new() }).expect("a picture")
    }

    /// Without its font, text would be left out in silence.
    #[test]
    fn text_is_drawn() {
        let [with, without] = ["<text x=\"10\" y=\"20\">Åäö</text>", ""].map(drawn);
        assert_eq!(with.size, (200, 80));
        assert_ne!(with.bytes, without.bytes);
        assert!(with.bytes.starts_with(b"\x89PNG"));
    }

    #[test]
    fn it_is_the_same_twice() {
        let content = "<text x=\"10\" y=\"20\">Åäö</text><rect width=\"33.33\" height=\"7\" fill=\"#0072B2\"/>";
        assert_eq!(drawn(content).bytes, drawn(content).bytes);
    }
}
