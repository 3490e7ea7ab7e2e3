//! The tags and areas of a call's activities, and the kinds of cost of their lines.

use std::collections::HashMap;

use fordela_model::alike::Guesses;
use fordela_model::call::draft::{Activity, CallDraft};
use fordela_model::call::{Place, Selection};

/// Whether a word is a tag, an area or a kind of cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// A tag.
    Tag,
    /// An area.
    Area,
    /// A kind of cost.
    Cost,
}

impl WordKind {
    /// The key it stands under in a selection.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Area => "area",
            Self::Cost => "kind",
        }
    }

    /// The words of an activity, each with its number there.
    fn of(self, activity: &Activity) -> impl Iterator<Item = (usize, &String)> {
        let (words, lines) = match self {
            Self::Tag => (&activity.tags[..], &[][..]),
            Self::Area => (&activity.areas[..], &[][..]),
            Self::Cost => (&[][..], &activity.lines[..]),
        };
        let kinds = lines.iter().enumerate().filter_map(|(l, line)| Some((l, line.kind.as_ref()?)));
        words.iter().enumerate().chain(kinds)
    }
}

/// A word in a selection that no activity has.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnusedWord {
    /// Whether it is a tag, an area or a kind of cost.
    pub kind: WordKind,
    /// The word.
    pub word: String,
    /// The word of an activity that is most like it, if one is at all like it.
    pub nearest: Option<String>,
}

/// A word that activities have.
pub(super) struct Used<'a> {
    pub(super) word: &'a str,
    /// How many activities or lines have it.
    pub(super) count: usize,
    /// Where it stands first: the activity, and the word's number there.
    pub(super) first: (usize, usize),
}

impl Used<'_> {
    pub(super) fn place(&self, kind: WordKind) -> Place {
        let activity = Place::root().key("activity").item(self.first.0);
        match kind {
            WordKind::Tag => activity.key("tags").item(self.first.1),
            WordKind::Area => activity.key("areas").item(self.first.1),
            WordKind::Cost => activity.key("line").item(self.first.1).key("kind"),
        }
    }
}

/// The words that activities have, in the order they are first met.
pub(super) struct Vocabulary<'a> {
    tags: Words<'a>,
    areas: Words<'a>,
    costs: Words<'a>,
    guesses: Guesses,
}

struct Words<'a> {
    list: Vec<Used<'a>>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn of(draft: &'a CallDraft) -> Self {
        let of = |kind| Words::of(draft, kind);
        Self {
            tags: of(WordKind::Tag),
            areas: of(WordKind::Area),
            costs: of(WordKind::Cost),
            guesses: Guesses::default(),
        }
    }

    pub(super) fn used(&self, kind: WordKind) -> &[Used<'a>] {
        &self.words(kind).list
    }

    fn words(&self, kind: WordKind) -> &Words<'a> {
        match kind {
            WordKind::Tag => &self.tags,
            WordKind::Area => &self.areas,
            WordKind::Cost => &self.costs,
        }
    }

    /// The words of a selection that no activity has, with their numbers in the selection.
    pub(super) fn unused(&self, selection: &Selection) -> Vec<(usize, UnusedWord)> {
        let mut unused = Vec::new();
        let wanted =
            [(WordKind::Area, &selection.area), (WordKind::Tag, &selection.tag), (WordKind::Cost, &selection.kind)];
        for (kind, wanted) in wanted {
            let words = self.words(kind);
            for (n, word) in wanted.iter().enumerate().filter(|(_, word)| !words.places.contains_key(word.as_str())) {
                let nearest = self.guesses.nearest(word, words.list.iter().map(|used| used.word));
                unused.push((n, UnusedWord { kind, word: word.clone(), nearest }));
            }
        }
        unused
    }
}

impl<'a> Words<'a> {
    fn of(draft: &'a CallDraft, kind: WordKind) -> Self {
        let mut words = Self { list: Vec::new(), places: HashMap::new() };
        for (a, activity) in draft.activities.iter().enumerate() {
            for (n, word) in kind.of(activity) {
                let place = *words.places.entry(word).or_insert(words.list.len());
                match words.list.get_mut(place) {
                    Some(used) => used.count += 1,
                    None => words.list.push(Used { word, count: 1, first: (a, n) }),
                }
            }
        }
        words
    }
}
