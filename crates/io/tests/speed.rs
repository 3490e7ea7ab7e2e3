//! How long large calls take to read. Run with `cargo test --release -p fordela-io --test speed -- --ignored --nocapture`.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "helpers of tests may fail the test, and it tells times")]

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fordela_io::{CallBytes, Files, Format, ReadDraft, read_draft_bytes};

struct Csv(Vec<u8>);

impl Files for Csv {
    fn read(&self, _: &Path, _: usize) -> io::Result<Vec<u8>> {
        Ok(self.0.clone())
    }
}

const HEAD: &str = "[[fund]]\nid = \"f\"\namount = 1_000_000\n[[criterion]]\nid = \"samverkan\"\nweight = 1\nmax = 3\n\
                    [[criterion]]\nid = \"lyft\"\nweight = 1\nmax = 3\n[[applicant]]\nid = \"kultur\"\n";

fn toml(activities: usize) -> String {
    let mut text = HEAD.to_owned();
    for n in 0..activities {
        write!(
            text,
            "\n[[activity]]\nid = \"aktivitet-{n}\"\napplicant = \"kultur\"\ntitle = \"Öppen verksamhet {n}\"\n\
             ask = {}_000\nmin_share = \"50 %\"\nscores = {{ samverkan = {}, lyft = 2.5 }}\n\
             tags = [\"barn-unga\"]\nareas = [\"Rosengård\"]\n",
            1 + n % 900,
            n % 4
        )
        .expect("text");
    }
    text
}

fn csv(activities: usize) -> String {
    let mut text = "id;applicant;title;ask;min_share;score.samverkan;score.lyft;tags;areas\n".to_owned();
    for n in 0..activities {
        let (ask, score) = (1 + n % 900, n % 4);
        writeln!(text, "aktivitet-{n};kultur;Öppen verksamhet {n};{ask} 000 kr;50 %;{score};2,5;barn-unga;Rosengård")
            .expect("text");
    }
    text
}

/// The best of some runs, since others use the machine too.
fn timed(what: &str, format: Format, call: &str, csv: &str) -> (Duration, ReadDraft) {
    let files = Csv(csv.as_bytes().to_vec());
    let runs = (0..7).map(|_| {
        let bytes = call.as_bytes().to_vec();
        let call = CallBytes { name: "call".to_owned(), bytes, format: Some(format), folder: PathBuf::new() };
        let start = Instant::now();
        let read = read_draft_bytes(call, &files).expect("a call");
        (start.elapsed(), read)
    });
    let best = runs.min_by_key(|(time, _)| *time).expect("a run");
    println!("{what}: {:?}", best.0);
    best
}

#[test]
#[ignore = "it measures, and only means something with optimisation"]
fn large_calls_are_read_quickly() {
    let named = format!("activities = \"a.csv\"\n{HEAD}");
    let (csv_time, by_csv) = timed("CSV, 50 000 rows", Format::Toml, &named, &csv(50_000));
    let (toml_time, _) = timed("TOML, 5 000 activities", Format::Toml, &toml(5_000), "");
    let (_, by_toml) = timed("TOML, 50 000 activities", Format::Toml, &toml(50_000), "");
    assert_eq!(by_csv.draft, by_toml.draft);
    let json = serde_json::to_string_pretty(&by_toml.draft).expect("JSON");
    let fewer = serde_json::to_string(&by_toml.draft).expect("JSON");
    println!("JSON: {} MB, compact {} MB", json.len() / 1_000_000, fewer.len() / 1_000_000);
    let (_, by_json) = timed("JSON, 50 000 activities", Format::Json, &fewer, "");
    assert_eq!(by_json.draft, by_toml.draft);
    let start = Instant::now();
    let last = fordela::call::Place::root().key("activity").item(49_999).key("ask");
    println!("a place in the CSV: {:?} at line {}", start.elapsed(), by_csv.text.locate(&last).line);
    assert!(csv_time < Duration::from_millis(300) && toml_time < Duration::from_millis(100));
}
