//! The fonts that a document is set in; see their licences beside them.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// The first has the text, and the last two what it lacks: other scripts, and signs on lines that are kept.
const FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../fonts/DejaVuSans.ttf"),
    include_bytes!("../fonts/DejaVuSansMono.ttf"),
];

/// All fonts.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect());

/// The characters that no font can show, each of them once.
pub(crate) fn unshown(text: &str) -> Vec<char> {
    let mut unshown = Vec::new();
    for character in text.chars().filter(|one| is_drawn(*one)) {
        let is_shown = || FONTS.iter().any(|font| font.info().coverage.contains(character.into()));
        if !unshown.contains(&character) && !is_shown() {
            unshown.push(character);
        }
    }
    unshown
}

/// Whether a character is to be seen: those that only say where lines end, may end or may not, and how the one before is drawn,
/// are not.
fn is_drawn(character: char) -> bool {
    let is_layout = matches!(character, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}');
    !character.is_control() && !is_layout
}
