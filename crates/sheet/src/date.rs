//! Numbers of days to dates.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time, date};

use crate::value::Unfit;

/// Where a workbook counts its days from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Epoch {
    /// Day 1 is 1 January 1900, and there is a 29 February that year, which never was.
    Year1900,
    /// Day 0 is 1 January 1904.
    Year1904,
}

/// The first day from which all programs count alike: 1 March 1900. Before it Excel is a day behind for the one that never was.
const FIRST_SURE_DAY: i32 = 61;

impl Epoch {
    /// The date of a day.
    pub(crate) fn date(self, day: f64) -> Result<Date, Unfit> {
        if day.fract().abs() > 0.0 {
            return Err(Unfit::TimeOfDay);
        }
        let day: i32 = format!("{day:.0}").parse().map_err(|_| Unfit::NoDate)?;
        let (zero, first) = match self {
            Self::Year1900 => (date(1899, 12, 30), FIRST_SURE_DAY),
            Self::Year1904 => (date(1904, 1, 1), 0),
        };
        if day < first {
            return Err(Unfit::NoDate);
        }
        Span::new().try_days(day).and_then(|days| zero.checked_add(days)).map_err(|_| Unfit::NoDate)
    }
}

/// The date that is written as `2026-03-01`, with or without a midnight after it.
pub(crate) fn written(text: &str) -> Result<Date, Unfit> {
    let text = text.strip_suffix('Z').unwrap_or(text);
    if let Ok(moment) = text.parse::<DateTime>() {
        return if moment.time() == Time::midnight() { Ok(moment.date()) } else { Err(Unfit::TimeOfDay) };
    }
    // A time alone has no date.
    Err(if text.parse::<Time>().is_ok() { Unfit::TimeOfDay } else { Unfit::NoDate })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_either_year() {
        for (epoch, day, expected) in [
            (Epoch::Year1900, 61.0, Ok(date(1900, 3, 1))),
            (Epoch::Year1900, 46_082.0, Ok(date(2026, 3, 1))),
            (Epoch::Year1900, 2_958_465.0, Ok(date(9999, 12, 31))),
            (Epoch::Year1900, 2_958_466.0, Err(Unfit::NoDate)),
            (Epoch::Year1900, 1e300, Err(Unfit::NoDate)),
            (Epoch::Year1900, 60.0, Err(Unfit::NoDate)),
            (Epoch::Year1900, 0.0, Err(Unfit::NoDate)),
            (Epoch::Year1900, -1.0, Err(Unfit::NoDate)),
            (Epoch::Year1900, 46_082.5, Err(Unfit::TimeOfDay)),
            (Epoch::Year1900, 0.5, Err(Unfit::TimeOfDay)),
            (Epoch::Year1904, 0.0, Ok(date(1904, 1, 1))),
            (Epoch::Year1904, 44_620.0, Ok(date(2026, 3, 1))),
            (Epoch::Year1904, -1.0, Err(Unfit::NoDate)),
        ] {
            assert_eq!(epoch.date(day), expected, "{epoch:?} {day}");
        }
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (text, expected) in [
            ("2026-03-01", Ok(date(2026, 3, 1))),
            ("2026-03-01T00:00:00", Ok(date(2026, 3, 1))),
            ("2026-03-01T00:00:00.000Z", Ok(date(2026, 3, 1))),
            ("2026-03-01T12:00:00", Err(Unfit::TimeOfDay)),
            ("12:00:00", Err(Unfit::TimeOfDay)),
            ("2026-02-30", Err(Unfit::NoDate)),
            ("1 mars", Err(Unfit::NoDate)),
            ("", Err(Unfit::NoDate)),
        ] {
            assert_eq!(written(text), expected, "{text}");
        }
    }
}
