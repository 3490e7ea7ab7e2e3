//! How exact numbers stand in a report.

use fordela::Rational;
use fordela::written::{amount, bound, exact, half_even, part, rounded_up, significant, value};
use serde::Serializer;

pub(super) fn two<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&half_even(number, 2))
}

pub(super) fn as_value<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value(number))
}

pub(super) fn as_value_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(value))
}

pub(super) fn as_bound<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&bound(number))
}

pub(super) fn as_bound_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(bound))
}

pub(super) fn two_up<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&rounded_up(number, 2))
}

pub(super) fn two_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(|number| half_even(number, 2)))
}

pub(super) fn two_up_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(|number| rounded_up(number, 2)))
}

pub(super) fn four<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&part(number, 4))
}

pub(super) fn four_up<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&rounded_up(number, 4))
}

pub(super) fn four_up_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(|number| rounded_up(number, 4)))
}

pub(super) fn four_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(|number| part(number, 4)))
}

pub(super) fn as_it_is<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&exact(number))
}

pub(super) fn as_it_is_or_none<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(exact))
}

pub(super) fn as_amount<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&amount(number))
}

pub(super) fn price<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str_or_none(number.as_ref().map(significant))
}

/// Text, or nothing.
trait OrNone: Serializer {
    fn collect_str_or_none(self, text: Option<String>) -> Result<Self::Ok, Self::Error>;
}

impl<S: Serializer> OrNone for S {
    fn collect_str_or_none(self, text: Option<String>) -> Result<Self::Ok, Self::Error> {
        match text {
            Some(text) => self.serialize_some(&text),
            None => self.serialize_none(),
        }
    }
}
