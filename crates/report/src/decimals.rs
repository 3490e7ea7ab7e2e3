//! How exact numbers stand in a report.

use std::borrow::Cow;
use std::marker::PhantomData;

use fordela::{Money, Rational, written};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serializer;

/// How a number is written as a decimal number.
pub(crate) trait Form {
    fn written(number: &Rational) -> String;
}

/// Forms by their names, each with what writes it.
macro_rules! forms {
    ($($(#[$meaning:meta])* $form:ident = $write:expr;)*) => {$(
        $(#[$meaning])*
        pub(crate) enum $form {}

        impl Form for $form {
            fn written(number: &Rational) -> String {
                ($write)(number)
            }
        }
    )*};
}

forms! {
    /// Exact, up to twelve decimals.
    Exact = written::exact;
    /// As a value: rounded down to two decimals.
    Value = written::value;
    /// As a bound: rounded up to two decimals.
    Bound = written::bound;
    /// As an amount that was expected: rounded to hundredths, a tie to the even digit.
    Amount = written::amount;
    /// As a price: four significant digits.
    Price = written::significant;
    /// Two decimals, a tie to the even digit.
    Two = |number| written::half_even(number, 2);
    /// Two decimals, rounded up.
    TwoUp = |number| written::rounded_up(number, 2);
    /// As a part: four decimals.
    Four = |number| written::part(number, 4);
    /// Four decimals, rounded up.
    FourUp = |number| written::rounded_up(number, 4);
}

/// A number as text in a form, for serde's `with`.
pub(crate) struct As<F>(PhantomData<F>);

impl<F: Form> As<F> {
    pub(crate) fn serialize<S: Serializer>(number: &Rational, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&F::written(number))
    }
}

/// A number as text in a form, or `null`.
pub(crate) struct OrNone<F>(PhantomData<F>);

impl<F: Form> OrNone<F> {
    pub(crate) fn serialize<S: Serializer>(number: &Option<Rational>, serializer: S) -> Result<S::Ok, S::Error> {
        match number {
            Some(number) => serializer.serialize_str(&F::written(number)),
            None => serializer.serialize_none(),
        }
    }
}

/// A decimal number as text, whatever it is rounded to: what money is.
impl<F> JsonSchema for As<F> {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Money::json_schema(generator);
        schema.insert("description".to_owned(), "A decimal number as text.".into());
        schema
    }
}

impl<F> JsonSchema for OrNone<F> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "DecimalOrNone".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<As<F>>::json_schema(generator)
    }
}
