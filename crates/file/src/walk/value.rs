//! Values: texts, amounts, numbers, percentages, limits, dates and words of a fixed set.

use fordela::call::{Limit, Percent, SpendRate, parse_date};
use fordela::{Date, Money};
use rust_decimal::Decimal;

use super::number::{decimal, unusual};
use super::{Name, Walk};
use crate::fault::{Expected, NumberFault, ValueFault};
use crate::nearest::nearest;
use crate::tree::{Node, Value};

impl<'a> Walk<'a, '_> {
    /// What a text or number says.
    pub(super) fn plain<'n>(&self, node: &'n Node) -> Option<&'n str>
    where
        'a: 'n,
    {
        match &node.value {
            Value::Text(word) => Some(word.text(self.text)),
            Value::Number => Some(node.span.of(self.text)),
            _ => None,
        }
    }

    /// What a text or number says; a fault for anything else.
    pub(super) fn written<'n>(&mut self, node: &'n Node, name: Name<'_>, expected: Expected) -> Option<&'n str>
    where
        'a: 'n,
    {
        let plain = self.plain(node);
        if plain.is_none() {
            self.wrong_kind(node, name, expected);
        }
        plain
    }

    /// A text on one line, to be kept.
    pub(super) fn text(&mut self, node: &Node, name: Name<'_>) -> Option<String> {
        self.one_line(node, name, Expected::Text).map(str::to_owned)
    }

    /// A text on one line.
    pub(super) fn one_line<'n>(&mut self, node: &'n Node, name: Name<'_>, expected: Expected) -> Option<&'n str>
    where
        'a: 'n,
    {
        let Value::Text(word) = &node.value else {
            self.wrong_kind(node, name, expected);
            return None;
        };
        let text = word.text(self.text);
        if text.chars().any(char::is_control) {
            self.fault(node.span, ValueFault::NotOneLine);
            return None;
        }
        Some(text)
    }

    /// `true` or `false`.
    pub(super) fn yes_or_no(&mut self, node: &Node, name: Name<'_>) -> Option<bool> {
        match node.value {
            Value::Bool(yes) => Some(yes),
            _ => {
                self.wrong_kind(node, name, Expected::YesOrNo);
                None
            }
        }
    }

    /// A list of texts.
    pub(super) fn texts<'n>(&mut self, node: &'n Node, name: Name<'static>) -> Option<Vec<&'n str>>
    where
        'a: 'n,
    {
        match node.list() {
            Some(nodes) => Some(self.each(nodes, name, |walk, node, name| walk.one_line(node, name, Expected::Text))),
            None => {
                self.wrong_kind(node, name, Expected::Texts);
                None
            }
        }
    }

    /// A text, or a list of texts.
    pub(super) fn text_or_texts<'n>(&mut self, node: &'n Node, name: Name<'static>) -> Option<Vec<&'n str>>
    where
        'a: 'n,
    {
        match node.list() {
            Some(nodes) => Some(self.each(nodes, name, |walk, node, name| walk.one_line(node, name, Expected::Text))),
            None => self.one_line(node, name, Expected::TextOrTexts).map(|text| vec![text]),
        }
    }

    /// A list of amounts.
    pub(super) fn amounts(&mut self, node: &Node, name: Name<'static>) -> Option<Vec<Money>> {
        match node.list() {
            Some(nodes) => Some(self.each(nodes, name, Self::money)),
            None => {
                self.wrong_kind(node, name, Expected::Amounts);
                None
            }
        }
    }

    /// A date, which may be a text.
    pub(super) fn date(&mut self, node: &Node, name: Name<'_>) -> Option<Date> {
        let text = match node.value {
            Value::Date => node.span.of(self.text),
            _ => self.one_line(node, name, Expected::Date)?,
        };
        let day = parse_date(text);
        if day.is_none() {
            self.fault(node.span, ValueFault::NotADate { text: text.to_owned() });
        }
        day
    }

    /// A period: a year, which may be a number, a date or a text.
    pub(super) fn period<'n>(&mut self, node: &'n Node, name: Name<'_>) -> Option<&'n str>
    where
        'a: 'n,
    {
        match node.value {
            Value::Date | Value::Number => Some(node.span.of(self.text)),
            _ => self.one_line(node, name, Expected::Period),
        }
    }

    /// An amount of money.
    pub(super) fn money(&mut self, node: &Node, name: Name<'_>) -> Option<Money> {
        let text = self.written(node, name, Expected::Money)?;
        self.money_text(node, text)
    }

    fn money_text(&mut self, node: &Node, text: &str) -> Option<Money> {
        let fault = match (unusual(text.trim()), Money::parse_in(text, &self.currency)) {
            (None, Ok(amount)) => return Some(amount),
            (Some(cause), _) => ValueFault::Number { text: text.to_owned(), cause },
            (None, Err(cause)) => ValueFault::Money { text: text.to_owned(), cause },
        };
        self.fault(node.span, fault);
        None
    }

    /// A number.
    pub(super) fn number(&mut self, node: &Node, name: Name<'_>) -> Option<Decimal> {
        let text = self.written(node, name, Expected::Number)?;
        decimal(text).map_err(|cause| self.fault(node.span, ValueFault::Number { text: text.to_owned(), cause })).ok()
    }

    /// A percentage.
    pub(super) fn percent(&mut self, node: &Node, name: Name<'_>) -> Option<Percent> {
        let text = self.written(node, name, Expected::Percent)?;
        text.parse().map_err(|_| self.fault(node.span, not_a_percentage(text))).ok()
    }

    /// A percentage, or two that it lies between.
    pub(super) fn spend_rate(&mut self, node: &Node, name: Name<'_>) -> Option<SpendRate> {
        let text = self.written(node, name, Expected::Percent)?;
        text.parse().map_err(|_| self.fault(node.span, not_a_percentage(text))).ok()
    }

    /// An amount, or a percentage of something.
    pub(super) fn limit(&mut self, node: &Node, name: Name<'_>) -> Option<Limit> {
        let text = self.written(node, name, Expected::Limit)?;
        if let Some(limit) = Limit::in_swedish(text).filter(|_| self.is_of_cells()) {
            return Some(limit);
        }
        if !text.contains('%') && !text.contains(" of ") {
            return self.money_text(node, text).map(Limit::Money);
        }
        if let Ok(limit) = text.trim().parse() {
            return Some(limit);
        }
        let fault = match not_a_limit(text) {
            ValueFault::PercentOfWhat { .. } | ValueFault::UnknownBase { .. } if self.is_of_cells() => {
                ValueFault::CellPercentOfWhat { text: text.to_owned() }
            }
            other => other,
        };
        self.fault(node.span, fault);
        None
    }
}

fn not_a_percentage(text: &str) -> ValueFault {
    match decimal(text) {
        Ok(number) => {
            let is_part = number > Decimal::ZERO && number <= Decimal::ONE;
            let of_one = is_part.then(|| number * Decimal::ONE_HUNDRED).map(|percent| percent.normalize());
            ValueFault::NoPercentSign { text: text.to_owned(), of_one }
        }
        Err(cause @ (NumberFault::Exponent | NumberFault::NotFinite | NumberFault::Radix)) => {
            ValueFault::Number { text: text.to_owned(), cause }
        }
        Err(_) => ValueFault::NotAPercentage { text: text.to_owned() },
    }
}

/// Why a text with a percent sign, or with `of`, is no limit.
fn not_a_limit(text: &str) -> ValueFault {
    const BASES: [&str; 4] = ["asked", "budget", "granted", "own grant"];
    let sign = text.find('%').map_or(text.len(), |at| at + 1);
    let (written, rest) = text.split_at(sign);
    let (percent, base) = match rest.trim().is_empty() {
        true => text.split_once(" of ").unwrap_or((text, "")),
        false => (written, rest.trim().strip_prefix("of ").unwrap_or(rest).trim()),
    };
    if percent.parse::<Percent>().is_err() {
        return not_a_percentage(percent);
    }
    if base.is_empty() || base == "of" {
        return ValueFault::PercentOfWhat { text: percent.to_owned() };
    }
    let nearest = BASES.into_iter().find(|known| *known == base).or_else(|| nearest_base(base, BASES));
    ValueFault::UnknownBase { percent: percent.to_owned(), base: base.to_owned(), nearest }
}

fn nearest_base(base: &str, bases: [&'static str; 4]) -> Option<&'static str> {
    const SYNONYMS: [(&str, &str); 4] =
        [("ask", "asked"), ("asks", "asked"), ("grant", "granted"), ("grants", "granted")];
    let base = base.trim_start_matches("the ");
    let same = SYNONYMS.iter().find(|(word, _)| *word == base).map(|(_, meant)| *meant);
    same.or_else(|| nearest(base, bases))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_wrong_with_a_limit() {
        let what = ValueFault::PercentOfWhat { text: "95 %".to_owned() };
        assert_eq!(not_a_limit("95 %"), what);
        assert_eq!(not_a_limit("95 % of"), what);
        let base = |base: &str, nearest| ValueFault::UnknownBase {
            percent: "95 %".to_owned(),
            base: base.to_owned(),
            nearest,
        };
        assert_eq!(not_a_limit("95 % of aksed"), base("aksed", Some("asked")));
        assert_eq!(not_a_limit("95 % av sökt"), base("av sökt", None));
        assert_eq!(not_a_limit("95 of asked"), ValueFault::NoPercentSign { text: "95".to_owned(), of_one: None });
        assert_eq!(not_a_limit("x % of asked"), ValueFault::NotAPercentage { text: "x %".to_owned() });
    }
}
