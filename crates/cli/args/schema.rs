//! Which schema is printed.

use fordela::Lang;

use super::lang;

/// Which schema is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// Of which file
    pub(crate) of: SchemaOf,

    /// The language of what each key means
    #[arg(long, value_name = "LANG", default_value_t = Lang::Sv, value_parser = lang())]
    pub(crate) lang: Lang,
}

/// A file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum SchemaOf {
    /// A call
    Call,
}
