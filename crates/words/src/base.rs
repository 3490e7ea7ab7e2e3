//! What a percentage is of.

use fordela_model::call::Base;

use crate::Lang;

/// What a percentage is of, as it stands after its sign: `av budgeten`.
#[must_use]
pub fn of(base: Base, lang: Lang) -> &'static str {
    match (base, lang) {
        (Base::Asked, Lang::Sv) => "av sökt belopp",
        (Base::Asked, Lang::En) => "of asked",
        (Base::Budget, Lang::Sv) => "av budgeten",
        (Base::Budget, Lang::En) => "of the budget",
        (Base::OwnGrant, Lang::Sv) => "av det egna beviljade beloppet",
        (Base::OwnGrant, Lang::En) => "of own grant",
        (Base::Granted, Lang::Sv) => "av det som beviljas",
        (Base::Granted, Lang::En) => "of what is granted",
    }
}
