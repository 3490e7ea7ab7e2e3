//! The words of selections.

use fordela_lint::{UnusedWord, WordKind};

use crate::Lang;

/// What it is called.
pub(super) fn noun(kind: WordKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (WordKind::Tag, Lang::En) => "tag",
        (WordKind::Tag, Lang::Sv) => "etiketten",
        (WordKind::Area, Lang::En) => "area",
        (WordKind::Area, Lang::Sv) => "området",
        (WordKind::Cost, Lang::En) => "kind of cost",
        (WordKind::Cost, Lang::Sv) => "kostnadsslaget",
    }
}

/// What to write for a word that no activity has.
pub(super) fn instead(unused: &UnusedWord, lang: Lang) -> String {
    let UnusedWord { kind, word, nearest, .. } = unused;
    match (nearest, lang) {
        (Some(nearest), Lang::En) => format!("write `{nearest}` for `{word}`"),
        (Some(nearest), Lang::Sv) => format!("skriv `{nearest}` i stället för `{word}`"),
        (None, Lang::En) => format!("give an activity the {} `{word}`", noun(*kind, lang)),
        (None, Lang::Sv) => format!("ge en aktivitet {} `{word}`", noun(*kind, lang)),
    }
}
