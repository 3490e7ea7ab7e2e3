//! What requires or excludes what.

use std::fmt;

use serde::Serialize;

use super::Call;
use super::draft::CallDraft;
use super::place::Place;

/// Something that is granted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// An activity; it is granted when it gets any money.
    Activity(usize),
    /// A line of an activity that is funded line by line.
    Line(usize, usize),
}

impl Node {
    /// The activity it is, or belongs to.
    #[must_use]
    pub fn activity(self) -> usize {
        match self {
            Self::Activity(activity) | Self::Line(activity, _) => activity,
        }
    }
}

/// An activity or a line by its id. Displayed as in a call file, `activity` or `activity/line`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct NodeId {
    /// The id of the activity it is, or belongs to.
    pub activity: String,
    /// The id of the line, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.activity)?;
        self.line.iter().try_for_each(|line| write!(f, "/{line}"))
    }
}

/// A link by what it is between. Displayed as `camp requires tents`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct LinkId {
    /// What the link is written in.
    pub from: NodeId,
    /// What it says.
    pub kind: LinkKind,
    /// What the link names.
    pub to: NodeId,
}

impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.from, self.kind.key(), self.to)
    }
}

/// What a link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// `from` is granted only if `to` is.
    Requires,
    /// At most one of `from` and `to` is granted.
    Excludes,
}

impl LinkKind {
    /// The key of a call file.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Requires => "requires",
            Self::Excludes => "excludes",
        }
    }
}

/// A link between two things that are granted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// What the link is written in.
    pub from: Node,
    /// What the link names.
    pub to: Node,
    /// What it says.
    pub kind: LinkKind,
}

impl Call {
    /// An activity or a line by its id.
    #[must_use]
    pub fn node_id(&self, node: Node) -> NodeId {
        let activity = &self.draft().activities[node.activity()];
        let line = match node {
            Node::Activity(_) => None,
            Node::Line(_, line) => Some(activity.lines[line].id.clone()),
        };
        NodeId { activity: activity.id.clone(), line }
    }

    /// What a link is between, by its place among the [links](Self::links).
    #[must_use]
    pub fn link_id(&self, link: usize) -> LinkId {
        let Link { from, to, kind } = self.links()[link];
        LinkId { from: self.node_id(from), kind, to: self.node_id(to) }
    }
}

/// A list of links as it is written: what they come from, and the words for what they go to.
pub(super) struct Written<'a> {
    pub(super) from: Node,
    pub(super) kind: LinkKind,
    pub(super) words: &'a [String],
}

impl Written<'_> {
    /// Where the list stands.
    pub(super) fn place(&self) -> Place {
        let activity = Place::root().key("activity").item(self.from.activity());
        let holder = match self.from {
            Node::Activity(_) => activity,
            Node::Line(_, line) => activity.key("line").item(line),
        };
        holder.key(self.kind.key())
    }
}

/// All lists of links that are not empty, in the order of the draft.
pub(super) fn written(draft: &CallDraft) -> impl Iterator<Item = Written<'_>> {
    let all = draft.activities.iter().enumerate().flat_map(move |(a, activity)| {
        let lines = activity.lines.iter().enumerate();
        let of_lines = lines.flat_map(move |(l, line)| lists(Node::Line(a, l), &line.requires, &line.excludes));
        lists(Node::Activity(a), &activity.requires, &activity.excludes).into_iter().chain(of_lines)
    });
    all.filter(|list| !list.words.is_empty())
}

fn lists<'a>(from: Node, requires: &'a [String], excludes: &'a [String]) -> [Written<'a>; 2] {
    [
        Written { from, kind: LinkKind::Requires, words: requires },
        Written { from, kind: LinkKind::Excludes, words: excludes },
    ]
}

/// What a link is written in and as, one a link, in the order of the draft: what sets the order of links. Lists come by
/// activity, those of the activity itself before those of its lines; words by the alphabet.
pub fn link_words(draft: &CallDraft) -> Vec<(&str, Option<&str>, LinkKind, &str)> {
    let lists = written(draft).flat_map(|list| {
        let activity = &draft.activities[list.from.activity()];
        let line = match list.from {
            Node::Activity(_) => None,
            Node::Line(_, line) => Some(activity.lines[line].id.as_str()),
        };
        list.words.iter().map(move |word| (activity.id.as_str(), line, list.kind, word.as_str()))
    });
    lists.collect()
}
