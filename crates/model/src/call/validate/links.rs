//! Whether links lead somewhere.

use super::{Check, Indices, line_of};
use crate::call::draft::{CallDraft, Funding};
use crate::call::fault::FaultKind;
use crate::call::link::{self, Link, Node};

impl Check {
    pub(super) fn links(&mut self, draft: &CallDraft, indices: &Indices) -> Vec<Link> {
        let mut links = Vec::new();
        for list in link::written(draft) {
            if let Node::Line(activity, _) = list.from
                && draft.activities[activity].funding != Funding::Lines
            {
                let kind = FaultKind::OtherFunding { key: list.kind.key(), belongs_to: "lines" };
                self.report(list.place(), kind);
            }
            self.repeated(|| list.place(), list.words);
            for (n, word) in list.words.iter().enumerate() {
                let place = || list.place().item(n);
                let Some(to) = self.known(place, target(indices, list.from, word)) else { continue };
                match link_fault(draft, list.from, to, word) {
                    Some(kind) => self.report(place(), kind),
                    None => links.push(Link { from: list.from, to, kind: list.kind }),
                }
            }
        }
        links
    }
}

/// Why something that exists cannot be linked to.
fn link_fault(draft: &CallDraft, from: Node, to: Node, word: &str) -> Option<FaultKind> {
    if let Node::Line(a, line) = to {
        let activity = &draft.activities[a];
        if activity.funding != Funding::Lines {
            let (line, activity) = (activity.lines[line].id.clone(), activity.id.clone());
            return Some(FaultKind::LineNotGranted { line, activity });
        }
    }
    (to == from).then(|| FaultKind::LinkToItself { id: word.to_owned() })
}

/// What a link names: `activity/line`; from a line also a line of the same activity; else an activity.
fn target(indices: &Indices, from: Node, word: &str) -> Result<Node, FaultKind> {
    if word.contains('/') {
        return line_of(indices, word);
    }
    match from {
        Node::Activity(_) => indices.activities.find(word).map(Node::Activity),
        Node::Line(activity, _) => match indices.line(activity, word) {
            Ok(line) => Ok(Node::Line(activity, line)),
            Err(unknown) => indices.activities.find(word).map(Node::Activity).map_err(|_| unknown),
        },
    }
}
