//! A sentence in both languages.

use std::borrow::Cow;

use crate::Lang;

/// A sentence in Swedish and in English.
pub(crate) struct Both {
    sv: Cow<'static, str>,
    en: Cow<'static, str>,
}

/// A sentence in Swedish and in English.
pub(crate) fn both(sv: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Both {
    Both { sv: sv.into(), en: en.into() }
}

impl Both {
    /// The sentence in a language.
    pub(crate) fn in_lang(self, lang: Lang) -> String {
        match lang {
            Lang::Sv => self.sv,
            Lang::En => self.en,
        }
        .into_owned()
    }
}
