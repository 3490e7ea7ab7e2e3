//! Files made to exhaust the memory, the stack or the patience: each ends in an error, and soon.

#![allow(clippy::expect_used, reason = "helpers of tests may fail the test")]

use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fordela_file::fault::{CsvFault, LimitFault};
use fordela_file::{CallBytes, Files, Format, ReadError, ReadFault, Style, limits, read_call_bytes};

struct Csv(Vec<u8>);

impl Files for Csv {
    fn read(&self, _: &Path, most: usize) -> io::Result<Vec<u8>> {
        Ok(self.0.get(..most).unwrap_or(&self.0).to_vec())
    }
}

/// The error of a call, found on a stack of a megabyte and in good time.
fn error(call: Vec<u8>, csv: Vec<u8>, format: Format) -> ReadError {
    let read = move || {
        let start = Instant::now();
        let call = CallBytes { name: "call".to_owned(), bytes: call, format: Some(format), folder: PathBuf::new() };
        let error = read_call_bytes(call, &Csv(csv)).expect_err("a hostile call");
        assert!(error.faults().count() <= limits::ERRORS);
        assert!(error.render(Style::default()).len() < 1_000_000);
        // Far more than it takes, for slow machines and builds without optimisation.
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
        error
    };
    std::thread::Builder::new().stack_size(1 << 20).spawn(read).expect("a thread").join().expect("an error")
}

fn toml(text: String) -> ReadError {
    error(text.into_bytes(), Vec::new(), Format::Toml)
}

fn json(text: String) -> ReadError {
    error(text.into_bytes(), Vec::new(), Format::Json)
}

fn csv(text: String) -> ReadError {
    error(b"activities = \"a.csv\"\n".to_vec(), text.into_bytes(), Format::Toml)
}

fn first(error: &ReadError) -> ReadFault {
    error.faults().next().map(|(_, fault)| fault.clone()).expect("a fault")
}

#[test]
fn deep_files_end_in_an_error() {
    const DEEP: usize = 200_000;
    let nested = |depth: usize| format!("a = {}1{}", "[".repeat(depth), "]".repeat(depth));
    for text in [
        nested(33),
        nested(79),
        nested(DEEP),
        format!("a = {}", "{a = ".repeat(DEEP)),
        format!("a{} = 1", ".a".repeat(DEEP)),
        format!("[a{}]", ".a".repeat(DEEP)),
        format!("[[a{}]]", " . a".repeat(DEEP)),
        format!("a = {}", "{a.b.c.d.e.f = ".repeat(78)),
        format!("a = {}1{}", "{a.b.c.d.e.f = ".repeat(78), "}".repeat(78)),
    ] {
        toml(text);
    }
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for text in [nested(34), nested(500), nested(DEEP), "{\"a\":".repeat(DEEP), "{\"a\":[".repeat(250)] {
        json(text);
    }
}

#[test]
fn large_files_end_in_an_error() {
    let large = toml(" ".repeat(limits::CALL_BYTES + 1));
    assert_eq!(first(&large), ReadFault::Limit(LimitFault::CallTooLarge));
    let large = csv(" ".repeat(limits::CSV_BYTES + 1));
    assert_eq!(first(&large), ReadFault::Limit(LimitFault::CsvTooLarge));
    let many = toml(format!("a = [{}]", "1,".repeat(limits::TOKENS / 2)));
    assert_eq!(first(&many), ReadFault::Limit(LimitFault::TooManyTokens));
    let many = json(format!("[{}1]", "1,".repeat(limits::TOKENS)).chars().take(limits::CALL_BYTES).collect());
    assert_eq!(first(&many), ReadFault::Limit(LimitFault::TooManyTokens));
    let many = csv(format!("id,applicant{}\n", ",".repeat(limits::COLUMNS)));
    assert_eq!(first(&many), ReadFault::Limit(LimitFault::TooManyColumns));
}

#[test]
fn files_full_of_mistakes_end_in_a_hundred_errors() {
    let lines = toml("a b\n".repeat(100_000));
    assert!(lines.count() >= limits::ERRORS);
    toml("] = \"".repeat(100_000));
    toml("a = 1\n".repeat(100_000));
    toml(format!("a = [{}", "b = ,".repeat(100_000)));
    toml("[[activity]]\nsok = 1\n".repeat(50_000));
    let same = csv(format!("id,applicant,ask\n{}", "a,b,x\n".repeat(100_000)));
    assert!(same.faults().count() == 1 && same.to_string().contains("in 99,999 other cells"), "{same}");
    let rows = csv(format!("id,applicant,ask\n{}", "a,b\n".repeat(100_000)));
    assert_eq!(rows.faults().count(), limits::ERRORS);
    assert!(rows.count() > limits::ERRORS && rows.to_string().ends_with("more faults, not shown"));
    let open = csv(format!("id,applicant,ask\n{}", "\"".repeat(1_000_001)));
    assert!(matches!(first(&open), ReadFault::Csv(CsvFault::OpenQuote)));
    csv(format!("id,applicant,line,cost\n{}", "a,b,l,\n".repeat(20_000)));
}
