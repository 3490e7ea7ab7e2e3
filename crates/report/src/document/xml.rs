//! Text within the marks of HTML and XML.

/// The text as it stands between marks and in values of attributes. What XML has no place for is told by the sign for
/// what cannot be shown.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' => escaped.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_text_text() {
        for (text, written) in [
            ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"),
            ("</td><script>", "&lt;/td&gt;&lt;script&gt;"),
            ("1\u{a0}000\u{a0}kr\nåäö", "1\u{a0}000\u{a0}kr\nåäö"),
            ("\0\u{1b}\r\u{fffe}\u{ffff}", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("&amp;", "&amp;amp;"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
