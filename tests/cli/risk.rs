//! What may stay unspent and be repaid?

use serde_json::Value;

use super::formats::{FORMATS, snapshot};
use super::{POSSIBLE, real_calls, run, run_with, status, text};

const CALL: &str = "tests/cli/calls/risk.toml";

fn json(args: &[&str]) -> Value {
    let output = run(&[args, &["--format", "json", "-q"]].concat());
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn every_format() {
    for (format, lang) in FORMATS {
        let output = run(&["allocate", CALL, "--format", format, "--lang", lang, "-q"]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("risk-{format}-{lang}"), &text(&output.stdout));
    }
}

/// Läxhjälp 400 000 at 80 % (worst 70 %), studiehandledning 200 000 at 95 %, lovskola 250 000 at 80 % (worst 60 %),
/// fritidsgård 233 300 at 95 % (worst 90 %); 100 000 of the state's money is granted to nobody.
#[test]
fn sums_are_those_worked_by_hand() {
    let risk = json(&["allocate", CALL])["risk"].clone();
    let (repay, funds) = (&risk["repay"], &risk["funds"]);
    // 80 000 + 10 000 + 50 000 and 100 000.
    assert_eq!(repay["expected"], "240000");
    // 50 000 more of lovskola and half of 40 000 of läxhjälp.
    assert_eq!(repay["worst"], "310000");
    assert_eq!(repay["unlucky"][0]["part"], "0.5000");
    // Each fund by itself has only one that can be unlucky: 40 000 and 50 000 more.
    assert_eq!(repay["worst_apart"], "330000");
    assert_eq!((&funds[0]["worst_unspent"], &funds[1]["worst_unspent"]), (&"130000".into(), &"100000".into()));
    // 5 % of 233 300 is 11 665.
    assert_eq!((&funds[2]["expected_unspent"], &funds[2]["unspent"]), (&"11665".into(), &"return".into()));
    assert_eq!(risk["total"]["expected_unspent"], "151665");
}

/// Without `bad_luck` all three have it: 253 330 of the grants stays unspent.
#[test]
fn all_are_unlucky_where_nothing_is_said() {
    let report = json(&["what-if", CALL, "--set", "bad_luck=none"]);
    let risk = &report["scenarios"][0]["risk"];
    assert_eq!(risk["worst_unspent"]["old"], "221665.00");
    assert_eq!(risk["worst_unspent"]["new"], "253330.00");
    assert_eq!(risk["expected_repaid"]["difference"], "0.00");
}

#[test]
fn a_call_without_rates_says_nothing_of_risk() {
    for name in real_calls() {
        let output = run(&["allocate", &format!("examples/calls/{name}/call.toml"), "--format", "json"]);
        assert!(!text(&output.stdout).contains("\"risk\""), "{name}");
    }
    let output = run_with(&["allocate", "-", "--format", "csv", "--lang", "en"], POSSIBLE.as_bytes());
    assert!(!text(&output.stdout).contains("unspent"));
}

#[test]
fn bad_luck_and_rates_are_changed_and_swept() {
    let changes = ["--set", "bad_luck=0", "--set", "activity.laxhjalp.spend_rate=50–90 %"];
    for lang in ["sv", "en"] {
        let output = run(&[&["what-if", CALL, "--lang", lang, "-q"], &changes[..]].concat());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("risk-what-if-{lang}"), &text(&output.stdout));
    }
    let output = run(&["sweep", CALL, "--vary", "bad_luck=0..3:0.5", "-q", "--lang", "en"]);
    snapshot("risk-sweep", &text(&output.stdout));
    let rates = run(&["sweep", CALL, "--vary", "activity.drift.spend_rate=0..100%:50%", "-q", "--lang", "en"]);
    let unspent: Vec<String> =
        text(&rates.stdout).lines().filter_map(|line| line.split(',').nth(6).map(str::to_owned)).collect();
    // 66 700, 33 350 and nothing above the 151 665 of the others.
    assert_eq!(unspent, ["expected_unspent", "218365", "185015", "151665"]);
}

/// Whether there is a risk to tell is known from what is varied too.
#[test]
fn a_sweep_tells_the_risk_where_it_sets_a_rate() {
    let sweep =
        |vary: &str| text(&run_with(&["sweep", "-", "--vary", vary, "-q", "--lang", "en"], POSSIBLE.as_bytes()).stdout);
    let rated = sweep("activity.dans.spend_rate=50..100%:50%");
    let cells: Vec<usize> = rated.lines().map(|line| line.split(',').count()).collect();
    assert!(
        rated.starts_with("activity.dans.spend_rate,status,value,bound,granted,unallocated,expected_unspent,"),
        "{rated}"
    );
    assert!(cells.len() == 3 && cells.iter().all(|count| *count == cells[0]), "{rated}");
    assert!(!sweep("bad_luck=0..1:1").contains("unspent"));
}

/// A sweep that was cut off goes on from rows that tell the risk, if they are as they were written.
#[test]
fn a_sweep_goes_on_from_its_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (out, nowhere, args) =
        (at("out.csv"), at("none/plot.svg"), ["sweep", CALL, "--vary", "bad_luck=0..3:0.5", "-q"]);
    assert_eq!(status(&run(&[&args[..], &["-o", &out, "--plot", &nowhere]].concat())), 2);
    let part = std::fs::read_to_string(at("out.csv.part")).expect("the journal");
    // One row tells another risk, and the last has a cell too few.
    let (kept, last) = part.trim_end().rsplit_once('\n').expect("rows");
    let last = last.replacen(",247497.50", "", 1).replacen(",253330", "", 1);
    let changed = format!("{}\n{last}\n", kept.replacen(",265000", ",265001.50", 1));
    assert_ne!(changed, part);
    std::fs::write(at("out.csv.part"), changed).expect("written");
    assert_eq!(status(&run(&[&args[..], &["-o", &out]].concat())), 0);
    let whole = text(&run(&args).stdout);
    assert_eq!(std::fs::read_to_string(&out).expect("the rows"), whole);
}

#[test]
fn what_is_odd_is_found_where_it_stands() {
    let call = std::fs::read_to_string(CALL).expect("the call");
    for (changed, finds) in [
        (call.replace("bad_luck = 1.5", "bad_luck = 4"), "bad-luck-above,<stdin>,3,12"),
        (call.replace("–90 %", " %").replace("–100 %", " %"), "bad-luck-of-nobody,<stdin>,3,12"),
        (call.replace("95 %", "0 %"), "spend-rate-zero,<stdin>,56,14"),
    ] {
        let output = run_with(&["check", "-", "--format", "csv", "-q", "--lang", "en"], changed.as_bytes());
        assert!(text(&output.stdout).contains(finds), "{finds}: {}{}", text(&output.stdout), text(&output.stderr));
    }
}
