//! Days of the calendar, as they are written.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// The day that is written as `YYYY-MM-DD`, and in no other way; `None` for any other text.
///
/// ```
/// use fordela::call::parse_date;
/// use fordela::date;
///
/// assert_eq!(parse_date("2024-02-29"), Some(date(2024, 2, 29)));
/// assert_eq!(parse_date("2023-02-29"), None);
/// assert_eq!(parse_date("20240229"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_shaped = [(year, 4), (month, 2), (day, 2)]
        .iter()
        .all(|(part, digits)| part.len() == *digits && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_shaped || parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Reads a day, or none, from a serialised draft: jiff would take other forms too.
pub(super) fn maybe<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let day = parse_date(&text);
    if day.is_none() { Err(serde::de::Error::custom(format!("`{text}` is not a date"))) } else { Ok(day) }
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn days_of_the_calendar() {
        for day in ["2023-12-31", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"] {
            assert_eq!(parse_date(day).map(|day| day.to_string()).as_deref(), Some(day));
        }
        for day in ["2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "23-01-01", "", "2023-01-01-"] {
            assert_eq!(parse_date(day), None, "{day}");
        }
        for day in ["20230101", "2023-01-01T00:00", "-2023-01-01", "+2023-01-01", "2023-W01-1", "2023-01-+1"] {
            assert_eq!(parse_date(day), None, "{day}");
        }
    }
}
