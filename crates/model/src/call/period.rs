//! Periods, and when they begin and end.

use jiff::civil::Date;
use serde::Serialize;

use super::date::parse_date;

/// A period as it is written, and its days where that is known.
///
/// `2023`, `2023-H1` (a half-year), `2023-Q3` (a quarter), `2023-07`, `2023-07-01`, and two of these with a stroke
/// between, such as `2023-07/2023-12`, have days; any other word is just a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Period {
    /// The first and the last day.
    pub days: Option<(Date, Date)>,
    /// As it is written.
    pub name: String,
}

impl Period {
    /// The period with this name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { days: days(name), name: name.to_owned() }
    }

    /// Whether it has days after the last one of another; never where days are not known.
    #[must_use]
    pub fn goes_on_after(&self, other: &Self) -> bool {
        self.days.as_ref().zip(other.days.as_ref()).is_some_and(|((_, last), (_, to))| last > to)
    }

    /// Whether all its days are days of another; never where days are not known.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        match (&self.days, &other.days) {
            (Some((first, last)), Some((from, to))) => first >= from && last <= to,
            _ => false,
        }
    }
}

fn days(name: &str) -> Option<(Date, Date)> {
    match name.split_once('/') {
        Some((first, last)) => {
            let (first, last) = (one(first.trim())?.0, one(last.trim())?.1);
            (first <= last).then_some((first, last))
        }
        None => one(name),
    }
}

/// The days of a period without a stroke.
fn one(name: &str) -> Option<(Date, Date)> {
    if let Some(day) = parse_date(name) {
        return Some((day, day));
    }
    let (year, part) = name.split_once('-').unwrap_or((name, ""));
    let (first, last) = match part {
        "" => (1, 12),
        "H1" => (1, 6),
        "H2" => (7, 12),
        "Q1" => (1, 3),
        "Q2" => (4, 6),
        "Q3" => (7, 9),
        "Q4" => (10, 12),
        month if month.len() == 2 && month.bytes().all(|byte| byte.is_ascii_digit()) => {
            month.parse().ok().map(|month: u32| (month, month))?
        }
        _ => return None,
    };
    let begin = |month: u32| parse_date(&format!("{year}-{month:02}-01"));
    Some((begin(first)?, begin(last)?.last_of_month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_days_of_periods() {
        for (name, first, last) in [
            ("2023", "2023-01-01", "2023-12-31"),
            ("2023-H1", "2023-01-01", "2023-06-30"),
            ("2023-H2", "2023-07-01", "2023-12-31"),
            ("2024-Q1", "2024-01-01", "2024-03-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-07-15", "2023-07-15", "2023-07-15"),
            ("2023-07/2023-12", "2023-07-01", "2023-12-31"),
        ] {
            assert_eq!(Period::new(name).days, parse_date(first).zip(parse_date(last)), "{name}");
        }
        for name in ["", "våren", "2023-13", "2023-2", "2023-H3", "2023-+1", "23", "2023-12/2023-07", "2023-02-30"] {
            assert_eq!(Period::new(name).days, None, "{name}");
        }
    }
}
