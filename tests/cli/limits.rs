//! Every command ends in the time that it is given.

use std::process::{Command, Stdio};

use fordela_proptest::tries;

use super::{status, text};

/// How many calls are tried when nothing else is asked for with `FORDELA_TRIES`.
const TRIES: u32 = 4;

/// Numbers that look drawn, the same everywhere.
struct Draws(u64);

impl Draws {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A call of two to ten activities with large amounts and all fundings, parts, funds that may not pay beside each other,
/// and rules on single funds in per cent of what is granted.
fn drawn(seed: u64) -> String {
    let mut draws = Draws(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let unit = [1, 2, 100][usize::try_from(draws.below(3)).expect("below 3")];
    let mut call = format!("title = \"drawn\"\nunit = {unit}\n");
    let funds = 1 + draws.below(3);
    for f in 0..funds {
        call += &format!("[[fund]]\nid = \"f{f}\"\namount = {}\n", draws.below(10_000_000));
        if draws.below(3) == 0 {
            call += &format!("max_part = \"{} %\"\n", 20 + draws.below(80));
        }
        if draws.below(4) == 0 {
            call += &format!("min_part = \"{} %\"\n", 1 + draws.below(20));
        }
        if f > 0 && draws.below(3) == 0 {
            call += "not_with = [\"f0\"]\n";
        }
    }
    call += "[[criterion]]\nid = \"k\"\nweight = 1\nmax = 4\n[[applicant]]\nid = \"b\"\n";
    for a in 0..2 + draws.below(9) {
        let ask = (1 + draws.below(100_000)) * 2 * unit;
        call += &format!("[[activity]]\nid = \"a{a}\"\napplicant = \"b\"\nscores = {{ k = {} }}\n", draws.below(5));
        call += &match draws.below(5) {
            0 => format!("ask = {ask}\nfunding = \"whole\"\n"),
            1 => format!("ask = {ask}\nfunding = \"levels\"\nlevels = [{}, {ask}]\n", ask / 2),
            2 => format!("ask = {ask}\nmin_share = \"50 %\"\n"),
            3 => {
                let line = |id: &str| format!("[[activity.line]]\nid = \"{id}\"\ncost = {}\n", ask / 2);
                format!("funding = \"lines\"\n{}{}", line("x"), line("y"))
            }
            _ => format!("ask = {ask}\n"),
        };
    }
    for r in 0..draws.below(3) {
        let (fund, part) = (draws.below(funds), 1 + draws.below(60));
        let kind = if draws.below(4) == 0 { "at_least" } else { "at_most" };
        call += &format!("[[rule]]\nid = \"r{r}\"\nfund = \"f{fund}\"\n{kind} = \"{part} % of granted\"\n");
    }
    call
}

/// How many seconds of processor time a command may use before it is taken to have no end: far more than it is asked to
/// take, as tests are not compiled for speed and machines differ. `FORDELA_SECONDS` asks for less of a fast program.
const SECONDS: u64 = 60;

/// The seconds that a command may use, unless the environment says otherwise.
fn seconds() -> u64 {
    std::env::var("FORDELA_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(SECONDS)
}

/// The status of a command that may use so many seconds of processor time, `None` where it was ended for using more.
fn within(seconds: u64, args: &[&str], call: &str) -> Option<i32> {
    let program = env!("CARGO_BIN_EXE_fordela");
    let mut limited = Command::new("sh");
    limited.args(["-c", &format!("ulimit -t {seconds} && exec \"$0\" \"$@\""), program]).args(args);
    limited.args(["-", "--time-limit", "1", "--format", "json", "-q"]);
    limited.env_remove("FORDELA_LANG").stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut running = limited.spawn().expect("it starts");
    let mut input = running.stdin.take().expect("a pipe");
    // Who ended already reads no more.
    let _ = std::io::Write::write_all(&mut input, call.as_bytes());
    drop(input);
    running.wait().expect("it ends").code()
}

#[cfg(unix)]
#[test]
fn every_call_ends_in_time() {
    let (tries, seconds) = (u64::from(tries(TRIES).cases), seconds());
    let mut late = Vec::new();
    for seed in 0..tries {
        let call = drawn(seed);
        for command in ["allocate", "explain", "audit", "frontier", "alternatives"] {
            if within(seconds, &[command], &call).is_none() {
                late.push(format!("{command} {seed}"));
            }
        }
    }
    assert!(late.is_empty(), "{} of {tries} calls, by five commands: {late:?}", late.len());
}

/// Where nothing must be granted, something is answered however little time there is.
#[test]
fn a_call_without_floors_is_never_without_an_answer() {
    for seed in 0..u64::from(TRIES) {
        let call = drawn(seed).replace("at_least", "at_most");
        for command in ["allocate", "explain", "alternatives"] {
            let output = super::run_with(&[command, "-", "--time-limit", "0.000001"], call.as_bytes());
            assert_eq!(status(&output), 0, "{command} {seed}: {}", text(&output.stderr));
        }
    }
}

/// What was not found in time is said, in place of what it would have been.
#[test]
fn what_time_did_not_allow_is_said() {
    let call = drawn(0).replacen("[[fund]]", "[objective]\nkind = \"talmud\"\n[[fund]]", 1);
    let said = |args: &[&str], call: &str| {
        let output =
            super::run_with(&[args, &["-", "--time-limit", "0.000001", "--lang", "en"]].concat(), call.as_bytes());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert!(said(&["allocate"], &call).contains("before the sharing was done"));
    let explained = said(&["explain"], &divisible(8_000));
    assert!(explained.contains("before it was found whether anything was settled"), "{explained}");
}

/// Activities of three priorities, the last of which share what is left of a budget.
fn divisible(activities: usize) -> String {
    let head = "title = \"divisible\"\n[[fund]]\nid = \"f\"\namount = 100001\n[[criterion]]\nid = \"k\"\nweight = 1\nmax = 3\n";
    let one = |n: usize| {
        let (ask, score) = (1000 + n, 1 + n % 3);
        format!("[[activity]]\nid = \"a{n}\"\napplicant = \"b\"\nask = {ask}\nscores = {{ k = {score} }}\n")
    };
    let activities: String = (0..activities).map(one).collect();
    format!("{head}[[applicant]]\nid = \"b\"\n{activities}")
}
