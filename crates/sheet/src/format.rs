//! What the format of a cell says of the number in it.

use std::iter::Peekable;
use std::str::Chars;
use std::sync::Arc;

use crate::value::Shown;

/// What the number of a cell is shown as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Format {
    /// A number.
    Number(Shown),
    /// A date, with or without a time of day.
    Date,
    /// A time of day or a length of time.
    Time,
    /// A number that is shown a thousand or more times smaller than it is.
    Scaled,
}

/// The currencies that are told from other words beside a number: by their codes, and by what officials write for the crown.
const CURRENCIES: [&str; 14] =
    ["SEK", "EUR", "NOK", "DKK", "ISK", "USD", "GBP", "CHF", "PLN", "JPY", "kr", "kr.", "kronor", ":-"];

/// The marks of currencies.
const MARKS: [char; 7] = ['€', '$', '£', '¥', '₽', '₹', '¤'];

/// What is shown of a currency that is not the file's but the computer's.
const OF_THE_COMPUTER: &str = "¤";

impl Format {
    /// One that Excel knows by its number and that the file need not spell out.
    pub(crate) fn built_in(number: u32) -> Self {
        match number {
            9 | 10 => Self::Number(Shown::Percent),
            5..=8 | 37..=44 => Self::Number(Shown::Currency(OF_THE_COMPUTER.into())),
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Self::Date,
            18..=21 | 32 | 33 | 45..=47 => Self::Time,
            _ => Self::Number(Shown::Plain),
        }
    }

    /// One that is spelt out. Of its sections the first is looked at, which is that of numbers above zero.
    pub(crate) fn spelt(code: &str) -> Self {
        let mut marks = Marks::default();
        let mut rest = code.chars().peekable();
        while let Some(character) = rest.next() {
            if character == ';' {
                break;
            }
            marks.add(character, &mut rest);
        }
        marks.format()
    }
}

/// What stands in a section of a format.
#[derive(Debug, Default)]
struct Marks {
    has_day: bool,
    has_month_or_minute: bool,
    has_time: bool,
    is_percent: bool,
    is_scaled: bool,
    currency: Option<String>,
    words: String,
}

impl Marks {
    fn add(&mut self, character: char, rest: &mut Peekable<Chars<'_>>) {
        match character {
            '"' => self.words.extend(rest.by_ref().take_while(|next| *next != '"')),
            '\\' => self.words.extend(rest.next()),
            // As wide as the next character, or filled with it: neither is seen as a word.
            '_' | '*' => {
                rest.next();
                self.words.push(' ');
            }
            '[' => {
                let within: String = rest.by_ref().take_while(|next| *next != ']').collect();
                self.bracket(&within);
            }
            '%' => self.is_percent = true,
            'y' | 'Y' | 'd' | 'D' => self.has_day = true,
            'm' | 'M' => self.has_month_or_minute = true,
            'h' | 'H' | 's' | 'S' => self.has_time = true,
            'A' | 'a' if rest.peek().is_some_and(|next| matches!(next, '/' | 'M' | 'm')) => self.has_time = true,
            'G' | 'g' => general(rest),
            // A comma that no digit follows makes the number smaller by a thousand.
            ',' if !rest.peek().is_some_and(|next| matches!(next, '0' | '#' | '?')) => self.is_scaled = true,
            // Of a number: its digits, how they are grouped, its exponent. The rest is shown as it stands.
            '0'..='9' | '#' | '?' | '.' | ',' | '/' | '+' | '-' | '(' | ')' | '@' | 'E' | 'e' => {}
            other => self.words.push(other),
        }
    }

    /// What stands in brackets: a currency and whose (`$kr-41D`), a length of time (`h`), or a colour or condition.
    fn bracket(&mut self, within: &str) {
        if let Some(currency) = within.strip_prefix('$') {
            let mark = currency.split_once('-').map_or(currency, |(mark, _)| mark).trim();
            if !mark.is_empty() {
                self.currency = Some(mark.to_owned());
            }
        } else if !within.is_empty()
            && within.bytes().all(|byte| matches!(byte.to_ascii_lowercase(), b'h' | b'm' | b's'))
        {
            self.has_time = true;
        }
    }

    fn format(self) -> Format {
        // Months are minutes beside hours and seconds.
        if self.has_day || (self.has_month_or_minute && !self.has_time) {
            return Format::Date;
        }
        if self.has_time {
            return Format::Time;
        }
        if self.is_scaled {
            return Format::Scaled;
        }
        let word = self.words.trim();
        Format::Number(if self.is_percent {
            Shown::Percent
        } else if let Some(currency) = self.currency {
            Shown::Currency(currency.into())
        } else if CURRENCIES.contains(&word) || word.chars().any(|character| MARKS.contains(&character)) {
            Shown::Currency(word.into())
        } else if word.is_empty() {
            Shown::Plain
        } else {
            Shown::Unit(Arc::from(word))
        })
    }
}

/// Passes over `General`, the format of what has none.
fn general(rest: &mut Peekable<Chars<'_>>) {
    for letter in "eneral".chars() {
        if rest.next_if(|next| next.eq_ignore_ascii_case(&letter)).is_none() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currency(mark: &str) -> Format {
        Format::Number(Shown::Currency(mark.into()))
    }

    fn unit(word: &str) -> Format {
        Format::Number(Shown::Unit(word.into()))
    }

    #[test]
    fn numbers_with_nothing_beside_them() {
        for code in [
            "",
            "General",
            "GENERAL",
            "0",
            "0.00",
            "#,##0",
            "# ##0",
            "#,##0.00;[Red]-#,##0.00",
            "0.00E+00",
            "@",
            "# ?/?",
        ] {
            assert_eq!(Format::spelt(code), Format::Number(Shown::Plain), "{code}");
        }
        for code in ["_-* #,##0_-;-* #,##0_-", "[Blue]0", "[>=100][Red]0", "0;\"kr\"", "[$-41D]0", "#\\ ##0"] {
            assert_eq!(Format::spelt(code), Format::Number(Shown::Plain), "{code}");
        }
    }

    #[test]
    fn numbers_that_are_shown_smaller() {
        for code in ["#,##0, \"tkr\"", "#,##0,", "#,##0.0,, \"mnkr\"", "0,", "[>=1000000]0.0,,\" mnkr\";0"] {
            assert_eq!(Format::spelt(code), Format::Scaled, "{code}");
        }
    }

    #[test]
    fn percentages() {
        for code in ["0%", "0 %", "0.00%", "0\\ %", "0,00\" \"%", "0.0\u{a0}%", "[Red]0%;-0%"] {
            assert_eq!(Format::spelt(code), Format::Number(Shown::Percent), "{code}");
        }
        // These do not make the number larger.
        assert_eq!(Format::spelt("0\"%\""), unit("%"));
        assert_eq!(Format::spelt("0\\%"), unit("%"));
    }

    #[test]
    fn currencies() {
        for (code, mark) in [
            ("# ##0 \"kr\"", "kr"),
            ("#,##0.00\\ \"kr\"", "kr"),
            ("_-* #,##0.00\\ \"kr\"_-;-* #,##0.00\\ \"kr\"_-;_-* \"-\"??\\ \"kr\"_-;_-@_-", "kr"),
            ("#,##0\\ [$€-41D]", "€"),
            ("[$SEK]\\ #,##0", "SEK"),
            ("[$SEK] #,##0.00", "SEK"),
            ("#,##0\\ [$kr-41D]", "kr"),
            ("#,##0\\ [$ kr -41D]", "kr"),
            ("0 kr", "kr"),
            ("\"$\"#,##0_);(\"$\"#,##0)", "$"),
            ("$#,##0", "$"),
            ("€ 0.00", "€"),
            ("0\":-\"", ":-"),
            ("0\" EUR\"", "EUR"),
        ] {
            assert_eq!(Format::spelt(code), currency(mark), "{code}");
        }
    }

    #[test]
    fn other_words() {
        for (code, word) in [("0 \"tkr\"", "tkr"), ("0\" st\"", "st"), ("\"ca \"0\" st\"", "ca  st")] {
            assert_eq!(Format::spelt(code), unit(word), "{code}");
        }
    }

    #[test]
    fn dates_and_times() {
        for code in [
            "yyyy-mm-dd",
            "YYYY\\-MM\\-DD;@",
            "d/m",
            "mmm",
            "mmm\\-yy",
            "[$-41D]d mmmm yyyy",
            "yyyy-mm-dd hh:mm",
            "m/d/yy\\ h:mm;@",
        ] {
            assert_eq!(Format::spelt(code), Format::Date, "{code}");
        }
        for code in ["h:mm", "[h]:mm:ss", "[mm]:ss", "mm:ss.0", "h:mm AM/PM", "h AM/PM", "h a/p"] {
            assert_eq!(Format::spelt(code), Format::Time, "{code}");
        }
    }

    #[test]
    fn formats_known_by_number() {
        for (number, format) in [
            (0, Format::Number(Shown::Plain)),
            (4, Format::Number(Shown::Plain)),
            (9, Format::Number(Shown::Percent)),
            (10, Format::Number(Shown::Percent)),
            (44, currency("¤")),
            (14, Format::Date),
            (22, Format::Date),
            (20, Format::Time),
            (46, Format::Time),
            (49, Format::Number(Shown::Plain)),
        ] {
            assert_eq!(Format::built_in(number), format, "{number}");
        }
    }

    #[test]
    fn what_is_cut_short_is_still_read() {
        for code in ["\"", "\\", "_", "*", "[", "[$", "[$-", "G", "A", "\"kr"] {
            Format::spelt(code);
        }
    }
}
