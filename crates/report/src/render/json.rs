//! Reports as JSON.

use fordela::characters::hidden;
use serde::Serialize;

/// A report as JSON.
///
/// # Errors
///
/// When the report cannot be written as JSON, which is a fault of the program.
pub fn json(report: &impl Serialize) -> Result<String, serde_json::Error> {
    let text = serde_json::to_string_pretty(report)?;
    Ok(escaped(&text) + "\n")
}

/// The JSON with hidden characters as JSON escapes them. They stand in its texts only, which stay the same.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        match hidden(character) {
            Some(_) if character != '\n' => {
                let units =
                    character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
                text.push_str(&units);
            }
            _ => text.push(character),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_hides_nothing_and_says_the_same() {
        let all: String = (0..=u32::from(char::MAX)).filter_map(char::from_u32).collect();
        let json = json(&all).expect("JSON");
        assert!(json.chars().all(|character| hidden(character).is_none() || character == '\n'));
        assert_eq!(serde_json::from_str::<String>(&json).expect("the same text"), all);
    }
}
