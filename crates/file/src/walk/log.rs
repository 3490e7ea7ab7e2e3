//! Entries of a log of decisions, as far as they are needed to reproduce what was suggested.

use std::path::Path;

use fordela::Money;

use super::{Name, Table, Walk};
use crate::fault::{Expected, Format, LevelFault, LogFault, Part};
use crate::log::recorded::{FileThen, Recorded};
use crate::span::Span;
use crate::tree::{Node, entry as entry_of};

/// An entry, and where its seal stands.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    pub(crate) entry: Recorded,
    /// The first value of the entry.
    pub(crate) start: Span,
    /// From the key of the seal to the end of its value.
    pub(crate) seal: Span,
}

/// The entries of a log. One without any entry is a log too.
pub(crate) fn log(walk: &mut Walk<'_, '_>, root: &Node) -> Vec<Logged> {
    let Some(table) = walk.root(root, Part::Log) else { return Vec::new() };
    walk.parts(table, "entry", Part::Entry, logged)
}

fn logged(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<Logged> {
    let table = walk.table(node, Part::Entry, name)?;
    let (number, start) = walk.must(table, "number", Expected::Number, Walk::count)?;
    let text = |walk: &mut Walk<'_, '_>, key| walk.must(table, key, Expected::Text, Walk::text);
    let (role, status, fordela) = (text(walk, "role"), text(walk, "status"), text(walk, "fordela"));
    let (suggestion_sha256, seal) = (text(walk, "suggestion_sha256"), text(walk, "seal"));
    let call = walk.file(table, "call", "call_sha256", |path| match Format::of_call(Path::new(path)) {
        Some(_) => Ok(()),
        // A fault shows a line of the file, so that only what ends as a call does is opened.
        None => Err(LevelFault::NoCallFile { path: path.to_owned() }),
    });
    let decision = walk.file(table, "decision", "decision_sha256", |_| Ok(()));
    let (date, previous) = (walk.may(table, "date", Walk::text), walk.may(table, "previous", Walk::text));
    let form = walk.may(table, "suggestion_form", Walk::count).map(|(form, _)| form);
    let sealed = entry_of(table.entries, "seal", walk.text)?;
    let entry = Recorded {
        number,
        previous,
        date,
        role: role?,
        call: call?,
        decision: decision?,
        fordela: fordela?,
        status: status?,
        suggestion_form: form,
        suggestion_sha256: suggestion_sha256?,
        suggested: walk.parts(table, "suggested", Part::Suggested, suggested),
        seal: seal?,
    };
    Some(Logged { entry, start, seal: sealed.key_span.to(sealed.node.span) })
}

fn suggested(walk: &mut Walk<'_, '_>, node: &Node, name: Name<'static>) -> Option<(String, Money)> {
    let table = walk.table(node, Part::Suggested, name)?;
    let id = walk.must(table, "id", Expected::Text, Walk::text);
    let granted = walk.must(table, "granted", Expected::Money, Walk::money);
    Some((id?, granted?))
}

impl Walk<'_, '_> {
    /// The number of an entry, and where it stands.
    fn count(&mut self, node: &Node, name: Name<'_>) -> Option<(usize, Span)> {
        let text = self.written(node, name, Expected::Number)?;
        let number = text.parse().ok();
        if number.is_none() {
            self.fault(node.span, LogFault::NotACount { text: text.to_owned() });
        }
        Some((number?, node.span))
    }

    /// A file that an entry is about, by its path from the folder of the log.
    fn file(
        &mut self,
        table: Table<'_>,
        path: &'static str,
        sha256: &'static str,
        allowed: impl FnOnce(&str) -> Result<(), LevelFault>,
    ) -> Option<FileThen> {
        let relative = |walk: &mut Self, node: &Node, name| {
            let path = walk.text(node, name)?;
            let elsewhere = path.contains('\\') || path.chars().nth(1) == Some(':') || Path::new(&path).has_root();
            let fit = match elsewhere {
                true => Err(LevelFault::PathNotRelative { path: path.clone() }),
                false => allowed(&path),
            };
            fit.map_err(|fault| walk.fault(node.span, fault)).ok()?;
            Some(path)
        };
        let path = self.must(table, path, Expected::Text, relative);
        let sha256 = self.must(table, sha256, Expected::Text, Walk::text);
        Some(FileThen { path: path?, sha256: sha256? })
    }
}
