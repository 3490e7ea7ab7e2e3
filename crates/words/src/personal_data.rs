//! Personal data, which does not belong in a call.

use fordela_lint::PersonalData;

use crate::Lang;
use crate::said::{Said, said};

/// What it is called, with its article: `en e-postadress`.
#[must_use]
pub fn name(kind: PersonalData, lang: Lang) -> String {
    match (lang, kind) {
        (Lang::En, kind) => kind.to_string(),
        (Lang::Sv, PersonalData::Email) => "en e-postadress".to_owned(),
        (Lang::Sv, PersonalData::Phone) => "ett telefonnummer".to_owned(),
        (Lang::Sv, PersonalData::IdentityNumber) => "ett personnummer".to_owned(),
        (Lang::Sv, PersonalData::Account) => "ett kontonummer".to_owned(),
    }
}

/// What it seems to be, in one sentence without a full stop.
#[must_use]
pub fn message(kind: PersonalData, lang: Lang) -> String {
    words(kind, lang).message
}

/// What to do about it, in one sentence without a full stop.
#[must_use]
pub fn suggestion(kind: PersonalData, lang: Lang) -> String {
    words(kind, lang).suggestion
}

pub(crate) fn words(kind: PersonalData, lang: Lang) -> Said {
    let (what, it) = (name(kind, lang), definite(kind, lang));
    match lang {
        Lang::En => {
            said(format!("this seems to hold {what}; personal data does not belong in a call"), format!("remove {it}"))
        }
        Lang::Sv => said(
            format!("här tycks finnas {what}; personuppgifter hör inte hemma i en utlysning"),
            format!("ta bort {it}"),
        ),
    }
}

/// What it is called, with the definite article.
fn definite(kind: PersonalData, lang: Lang) -> &'static str {
    match (kind, lang) {
        (PersonalData::Email, Lang::En) => "the e-mail address",
        (PersonalData::Email, Lang::Sv) => "e-postadressen",
        (PersonalData::Phone, Lang::En) => "the telephone number",
        (PersonalData::Phone, Lang::Sv) => "telefonnumret",
        (PersonalData::IdentityNumber, Lang::En) => "the personal identity number",
        (PersonalData::IdentityNumber, Lang::Sv) => "personnumret",
        (PersonalData::Account, Lang::En) => "the number of the bank account",
        (PersonalData::Account, Lang::Sv) => "kontonumret",
    }
}
