//! What requires or excludes what.

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

/// What a link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// `from` is granted only if `to` is.
    Requires,
    /// At most one of `from` and `to` is granted.
    Excludes,
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
