//! Files of grants: what people decided, or what `fordela allocate` printed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use fordela::alike::Guesses;
use fordela::follow_up::Decided;
use fordela::{Call, Money, Party};

use crate::digest::sha256;
use crate::error::ReadError;
use crate::fault::{DecisionFault, Format, LimitFault, ValueFault};
use crate::files::{Disk, Files, unread};
use crate::limits::CSV_BYTES;
use crate::note::{Note, in_table};
use crate::problems::Problems;
use crate::reader::{Reader, error_of};
use crate::span::{FileId, Span};
use crate::table;
use crate::tree::{Entry, Node, Value, Word};

/// What a file grants, in the currency of the call: each activity, or each applicant, of the call once.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision {
    /// Whom it grants money to.
    pub to: Party,
    /// The grants, by id; at least zero.
    pub grants: BTreeMap<String, Money>,
    /// What each fund pays of a grant, for those of which the file says it; it adds up to the grant.
    pub funds: BTreeMap<String, BTreeMap<String, Money>>,
    /// What is odd in the file, though not of something that is read: its encoding, and personal data.
    pub notes: Vec<Note>,
}

impl Decision {
    /// The decision as it is followed up.
    #[must_use]
    pub fn decided(&self) -> Decided {
        let to = self.to;
        Decided { to, grants: self.grants.clone(), funds: self.funds.clone() }
    }
}

/// Grants as they are written.
pub(crate) struct Written {
    pub(crate) to: Party,
    /// Where it is shown that a grant is missing.
    pub(crate) head: Span,
    pub(crate) grants: Vec<WrittenGrant>,
}

/// A grant as it is written.
pub(crate) struct WrittenGrant {
    pub(crate) id: Word,
    pub(crate) at: Span,
    pub(crate) amount: Word,
    pub(crate) amount_at: Span,
    pub(crate) funds: Vec<WrittenAmount>,
}

/// What a fund pays of a grant, as it is written.
pub(crate) struct WrittenAmount {
    pub(crate) fund: Word,
    pub(crate) fund_at: Span,
    pub(crate) amount: Word,
    pub(crate) at: Span,
}

/// Reads a file of grants under a call: JSON as `fordela allocate` prints it, or CSV.
///
/// A CSV file has a column `granted`, and one of ids: `activity` (or `id`), or else `applicant`. Other columns are
/// passed over, so that what `fordela allocate --format csv` prints can be read too; but columns `fund.ID` say what
/// each fund pays of the grant. `beviljat`, `aktivitet`, `sökande` and `nämnd` are understood as well, names do in the place
/// of ids, and rows of sums are passed over.
///
/// # Errors
///
/// All that is wrong with the file, with line and column; also ids that the call does not have, the same id twice,
/// and ids of the call that are missing.
pub fn read_decision(path: &Path, call: &Call) -> Result<Decision, ReadError> {
    read_decision_with_hash(path, call).map(|(decision, _)| decision)
}

/// Reads a file of grants under a call, and gives the SHA-256 of the file too.
///
/// # Errors
///
/// As for [`read_decision`].
pub fn read_decision_with_hash(path: &Path, call: &Call) -> Result<(Decision, String), ReadError> {
    let name = path.display().to_string();
    match Disk.read(path, CSV_BYTES + 1) {
        Ok(bytes) => {
            let hash = sha256(&bytes);
            Ok((read_decision_bytes(&name, bytes, call)?, hash))
        }
        Err(error) => Err(ReadError::unread(name, unread(path, &error))),
    }
}

/// Reads grants from memory; `name` is what the file is called in messages.
///
/// # Errors
///
/// As for [`read_decision`].
pub fn read_decision_bytes(name: &str, bytes: Vec<u8>, call: &Call) -> Result<Decision, ReadError> {
    let mut reader = Reader::default();
    let first = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes).trim_ascii_start().first();
    let is_json = Format::of_path(Path::new(name)) == Some(Format::Json) || first == Some(&b'{');
    let (file, written) = if is_json {
        let too_large = (bytes.len() > CSV_BYTES).then_some(LimitFault::CsvTooLarge);
        let tree = reader.tree(name.to_owned(), bytes, Some(Format::Json), too_large);
        let Reader { sources, problems, .. } = &mut reader;
        (FileId::Call, tree.and_then(|(root, _)| allocated(&root, sources.call.text(), problems)))
    } else {
        (FileId::Table, rows(&mut reader, name, bytes))
    };
    let Reader { sources, mut problems, .. } = reader;
    let decision = written.map(|written| decided(&written, call, file, sources.get(file).text(), &mut problems));
    match decision {
        Some(decision) if problems.is_empty() => Ok(Decision { notes: in_table(sources.get(file)), ..decision }),
        _ => Err(error_of(sources, problems)),
    }
}

fn rows(reader: &mut Reader, name: &str, bytes: Vec<u8>) -> Option<Written> {
    let odd = reader.table_text(name, bytes, None, table::holds_grants)?;
    let Reader { sources, problems, .. } = reader;
    table::parse_grants(sources.table.table(&odd), problems)
}

/// The grants of an allocation in JSON.
fn allocated(root: &Node, text: &str, problems: &mut Problems) -> Option<Written> {
    let Some((head, list)) = root.under("activities", text).and_then(|e| Some((e.key_span, e.node.list()?))) else {
        problems.add(FileId::Call, start_of(root.span), DecisionFault::NoAllocation);
        return None;
    };
    let mut grants = Vec::with_capacity(list.len());
    for node in list {
        let cell = |key: &'static str| {
            let entry = node.under(key, text).ok_or((start_of(node.span), DecisionFault::NoKey { key }))?;
            let at = entry.node.span;
            match &entry.node.value {
                Value::Text(word) => Ok((word.clone(), at)),
                Value::Number => Ok((Word::InFile(at), at)),
                _ => Err((at, DecisionFault::NoKey { key })),
            }
        };
        match cell("id").and_then(|id| Ok((id, cell("granted")?))) {
            Ok(((id, at), (amount, amount_at))) => {
                grants.push(WrittenGrant { id, at, amount, amount_at, funds: paid(node, text) });
            }
            Err((span, fault)) => problems.add(FileId::Call, span, fault),
        }
    }
    Some(Written { to: Party::Activity, head, grants })
}

/// What each fund pays of an activity's grant.
fn paid(activity: &Node, text: &str) -> Vec<WrittenAmount> {
    let funds = activity.under("funds", text).and_then(|entry| entry.node.table()).unwrap_or_default();
    let amount = |entry: &Entry| match &entry.node.value {
        Value::Text(word) => word.clone(),
        _ => Word::InFile(entry.node.span),
    };
    let paid = funds.iter().map(|entry| WrittenAmount {
        fund: entry.key.clone(),
        fund_at: entry.key_span,
        amount: amount(entry),
        at: entry.node.span,
    });
    paid.collect()
}

/// The bracket that something starts with: all of it is too much to show.
fn start_of(span: Span) -> Span {
    Span::new(span.start(), span.start() + 1)
}

/// The grants under the ids of the call. Faults are added to `problems`.
fn decided(written: &Written, call: &Call, file: FileId, text: &str, problems: &mut Problems) -> Decision {
    let draft = call.draft();
    let ids = written.to.ids(call);
    let known = Known { funds: draft.funds.iter().map(|fund| fund.id.as_str()).collect(), guesses: Guesses::default() };
    let mut left: HashMap<&str, ()> = ids.iter().map(|id| (*id, ())).collect();
    let (to, mut grants, mut funds) = (written.to, BTreeMap::new(), BTreeMap::new());
    let names = to.names(call);
    for grant in &written.grants {
        let said = grant.id.text(text);
        let id = names.id(said).unwrap_or(said);
        if left.remove(id).is_none() {
            let fault = if grants.contains_key(id) {
                DecisionFault::Twice { to, id: id.to_owned() }
            } else {
                let nearest = known.guesses.nearest(id, ids.iter().copied());
                DecisionFault::UnknownId { to, id: id.to_owned(), nearest }
            };
            problems.add(file, grant.at, fault);
            continue;
        }
        let mut read = |word: &Word, at: Span| {
            amount(word.text(text), &draft.currency).unwrap_or_else(|fault| {
                match fault {
                    AmountFault::Unread(fault) => problems.add(file, at, fault),
                    AmountFault::Negative => problems.add(file, at, DecisionFault::Negative),
                }
                Money::ZERO
            })
        };
        let amount = read(&grant.amount, grant.amount_at);
        let paid = grant.funds.iter().map(|one| (one.fund.text(text).to_owned(), read(&one.amount, one.at)));
        let paid: BTreeMap<String, Money> = paid.collect();
        if !paid.is_empty() {
            of_funds(&known, grant, &paid, amount, |span, fault| problems.add(file, span, fault), text);
            funds.insert(id.to_owned(), paid);
        }
        grants.insert(id.to_owned(), amount);
    }
    // Rows that could not be read may well be those that are missing.
    if problems.is_empty() {
        for id in ids.into_iter().filter(|id| left.contains_key(id)) {
            problems.add(file, written.head, DecisionFault::Missing { to, id: id.to_owned() });
        }
    }
    Decision { to, grants, funds, notes: Vec::new() }
}

/// What is known of the call, for what a file says of it.
struct Known<'c> {
    funds: HashSet<&'c str>,
    guesses: Guesses,
}

/// Whether the funds are those of the call, and pay the grant.
fn of_funds(
    known: &Known<'_>,
    grant: &WrittenGrant,
    paid: &BTreeMap<String, Money>,
    granted: Money,
    mut fault: impl FnMut(Span, DecisionFault),
    text: &str,
) {
    for one in &grant.funds {
        let id = one.fund.text(text);
        if !known.funds.contains(id) {
            let nearest = known.guesses.nearest(id, known.funds.iter().copied());
            fault(one.fund_at, DecisionFault::UnknownFund { id: id.to_owned(), nearest });
        }
    }
    let sum: Money = paid.values().copied().sum();
    if sum != granted {
        fault(grant.amount_at, DecisionFault::NotSumOfFunds { granted, sum });
    }
}

enum AmountFault {
    Unread(ValueFault),
    Negative,
}

fn amount(text: &str, currency: &str) -> Result<Money, AmountFault> {
    match Money::parse_in(text, currency) {
        Ok(amount) if amount.is_negative() => Err(AmountFault::Negative),
        Ok(amount) => Ok(amount),
        Err(cause) => Err(AmountFault::Unread(ValueFault::Money { text: text.to_owned(), cause })),
    }
}
