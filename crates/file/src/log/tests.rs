use fordela::call::draft::{Activity, Applicant, CallDraft, Criterion, Fund};
use fordela::compare::Side;
use fordela::deviation::{Deviations, Statement};
use fordela::{Answer, Money, Party, allocate};

use super::*;

fn money(amount: i64) -> Money {
    Money::new(amount)
}

/// A decision on a call in which 500 and 200 are suggested.
fn entry(reason: &str) -> Entry {
    let call = CallDraft::new("A call")
        .fund(Fund::new("city", 700))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .activity(Activity::new("music", "culture", 500).score("need", 3))
        .activity(Activity::new("stage", "culture", 300).score("need", 2))
        .validate()
        .expect("a valid call");
    let answer: Answer = allocate(&call).expect("an answer");
    let decided = [("music".to_owned(), money(450)), ("stage".to_owned(), money(200))].into();
    let decided = Side::granted_by_id(&call, &decided).expect("known ids");
    let reasons = ["music=\"less\" \\ is more".to_owned()];
    Entry {
        statement: Statement::new("styrelsen", reason, Some("2023-02-08"), &reasons).expect("a statement"),
        call: FileThen { path: "../call.toml".to_owned(), sha256: "a".repeat(64) },
        decision: FileThen { path: "decision.csv".to_owned(), sha256: "b".repeat(64) },
        by: Party::Activity,
        deviations: Deviations::new(&Side::answered(&call, &answer), &decided, Party::Activity),
        fordela: "0.1.0".to_owned(),
        status: "optimal".to_owned(),
        suggestion_sha256: "c".repeat(64),
        suggested: vec![("music".to_owned(), money(500)), ("stage".to_owned(), money(200))],
    }
}

/// Logs of none, one, two and three entries.
fn logs() -> Vec<Vec<u8>> {
    let mut log = ReadLog::begin(&["A log.".to_owned()]);
    let mut all = vec![log.bytes.clone()];
    for reason in ["first", "second, with åäö", "third"] {
        let added = log.with(&entry(reason), "log").expect("added");
        assert_eq!(added.number, all.len());
        log = read_log_bytes("log", added.bytes.clone()).expect("a log");
        assert_eq!(log.seal(), Some(added.seal.as_str()));
        all.push(added.bytes);
    }
    all
}

fn faults(bytes: &[u8]) -> Vec<LogFault> {
    let log = read_log_bytes("log", bytes.to_vec()).expect("a log");
    log.broken().map(|(_, fault)| fault.clone()).collect()
}

#[test]
fn entries_are_only_added_and_read_back() {
    let all = logs();
    for pair in all.windows(2) {
        assert!(pair[1].starts_with(&pair[0]) && pair[1].len() > pair[0].len());
    }
    let log = read_log_bytes("log", all[3].clone()).and_then(ReadLog::sound).expect("a sound log");
    let entries: Vec<&Recorded> = log.entries().collect();
    assert_eq!(entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2, 3]);
    let wanted = entry("second, with åäö");
    let read = entries[1];
    assert_eq!((&read.call, &read.decision, &read.suggested), (&wanted.call, &wanted.decision, &wanted.suggested));
    assert_eq!((read.role.as_str(), read.date.as_deref()), ("styrelsen", Some("2023-02-08")));
    assert_eq!((&read.fordela, &read.status), (&wanted.fordela, &wanted.status));
    assert_eq!((&read.suggestion_sha256, read.previous.as_ref()), (&wanted.suggestion_sha256, Some(&entries[0].seal)));
}

#[test]
fn what_an_entry_says() {
    let all = logs();
    let first = String::from_utf8(all[1].clone()).expect("text");
    for line in [
        "# A log.\n\n[[entry]]\nnumber = 1\ndate = \"2023-02-08\"\nrole = \"styrelsen\"\nreason = \"first\"\n",
        "  { id = \"music\", suggested = 500, decided = 450, difference = -50, reason = \"\\\"less\\\" \\\\ is more\" },\n",
        "\ngranted_suggested = 700\ngranted_decided = 650\nraised = 0\nlowered = 50\n",
        // 500 · 1 + 200 · 2/3, less 50.
        "\nvalue_suggested = 633.333333\nvalue_decided = 583.333333\nvalue_lost = 50\n",
        "\nsuggested = [\n  { id = \"music\", granted = 500 },\n  { id = \"stage\", granted = 200 },\n]\nseal = \"",
    ] {
        assert!(first.contains(line), "{line}\n{first}");
    }
    // The seal is of all that stands before it, as anybody can find.
    let (sealed, seal) = first.split_once("seal = \"").expect("a seal");
    assert_eq!(seal.trim_end().trim_end_matches('"'), sha256(sealed.as_bytes()));
}

/// Whatever byte of a log is changed, it is no log any more or says which entry is not as it was written.
#[test]
fn no_byte_can_be_changed_unseen() {
    let all = logs();
    let bounds: Vec<usize> = all.iter().map(Vec::len).collect();
    for at in 0..all[3].len() {
        let mut bytes = all[3].clone();
        // Another letter, digit or mark of the same kind, so that most still can be read.
        bytes[at] = if bytes[at] == b'1' { b'2' } else { bytes[at] ^ 1 };
        let Ok(log) = read_log_bytes("log", bytes) else { continue };
        let entry = bounds[1..].iter().position(|end| at < *end).expect("an entry") + 1;
        let broken: Vec<LogFault> = log.broken().map(|(_, fault)| fault.clone()).collect();
        let names = |number: usize| {
            broken.iter().any(|fault| {
                matches!(fault, LogFault::Edited { entry } | LogFault::Gap { entry } | LogFault::After { entry } if *entry == number)
            })
        };
        // A number that is changed is the name that the entry has now.
        let renumbered = log.entries().zip(1..).any(|(entry, number)| entry.number != number && names(entry.number));
        assert!(names(entry) || renumbered, "byte {at} of entry {entry}: {broken:?}");
    }
}

#[test]
fn what_was_edited_removed_or_added_is_named() {
    let all = logs();
    let log = String::from_utf8(all[3].clone()).expect("text");
    let edited = log.replace("second, with åäö", "another");
    assert_eq!(faults(edited.as_bytes()), [LogFault::Edited { entry: 2 }]);
    let head = log.replace("# A log.", "# A log of ours.");
    assert_eq!(faults(head.as_bytes()), [LogFault::Edited { entry: 1 }]);
    let removed = [&all[1], &all[3][all[2].len()..]].concat();
    assert_eq!(faults(&removed), [LogFault::Gap { entry: 3 }]);
    let twice = [&all[3], &all[3][all[2].len()..]].concat();
    assert_eq!(faults(&twice), [LogFault::Gap { entry: 3 }]);
    let after = format!("{log}\n# A remark.\n");
    assert_eq!(faults(after.as_bytes()), [LogFault::After { entry: 3 }]);
    let beside = log.replacen("\"\n\n[[entry]]\nnumber = 2", "\" # A remark.\n\n[[entry]]\nnumber = 2", 1);
    assert_ne!(beside, log);
    assert_eq!(faults(beside.as_bytes())[0], LogFault::Edited { entry: 1 });
    // Who seals an edited entry anew breaks the one that follows on it.
    let resealed = read_log_bytes("log", all[1].clone()).expect("a log").with(&entry("another"), "log").expect("added");
    let resealed = [&resealed.bytes[..], &all[3][all[2].len()..]].concat();
    assert_eq!(faults(&resealed), [LogFault::Gap { entry: 3 }]);
}

#[test]
fn a_broken_log_is_not_written_on() {
    let log = String::from_utf8(logs().remove(3)).expect("text").replace("first", "First");
    let error = read_log_bytes("beslut.log", log.into_bytes()).and_then(ReadLog::sound).expect_err("an edited log");
    let said = error.to_string();
    assert!(said.contains("beslut.log:4:10") && said.contains("entry 1"), "{said}");
}

#[test]
fn paths_lead_to_calls_from_the_folder_of_the_log() {
    let log = String::from_utf8(logs().remove(1)).expect("text");
    for (from, to) in [
        ("../call.toml", "/etc/call.toml"),
        ("../call.toml", "../passwd"),
        ("../call.toml", "C:/call.toml"),
        ("decision.csv", "/dev/zero"),
    ] {
        let other = log.replace(&format!("\"{from}\""), &format!("\"{to}\""));
        assert!(read_log_bytes("log", other.into_bytes()).is_err(), "{to}");
    }
    assert!(read_log_bytes("log", log.replace("number = 1", "number = 1.5").into_bytes()).is_err());
}
