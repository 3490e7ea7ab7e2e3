//! Which schema is printed.

use clap::ValueEnum;
use clap::builder::PossibleValue;

/// Which schema is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    pub(crate) of: SchemaOf,
}

/// A file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SchemaOf {
    Call,
}

impl ValueEnum for SchemaOf {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Call]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let Self::Call = self;
        Some(PossibleValue::new("call"))
    }
}
