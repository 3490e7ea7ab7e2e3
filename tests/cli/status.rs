//! What the program ends with, and on which stream it speaks.

use std::io::Read;
use std::process::Stdio;

use super::{IMPOSSIBLE, POSSIBLE, fordela, run, run_with, status, text};

const CALL: &str = "examples/calls/malmo-2023/call.toml";
const SMALL: &str = "tests/cli/calls/possible.toml";
const SCENARIOS: &str = "tests/cli/calls/scenarios.toml";

#[test]
fn an_answer_is_0_and_says_nothing_else() {
    for command in ["allocate", "check"] {
        let output = run(&[command, CALL, "-q"]);
        assert_eq!(status(&output), 0);
        assert!(!output.stdout.is_empty());
        assert_eq!(text(&output.stderr), "");
    }
}

#[test]
fn an_impossible_call_is_1_and_prints_the_conflict() {
    for command in ["allocate", "check"] {
        for format in ["table", "json", "md"] {
            let output = run_with(&[command, "-", "--format", format], IMPOSSIBLE.as_bytes());
            assert_eq!(status(&output), 1);
            assert!(text(&output.stdout).contains("Kulturnämnden"), "{command} {format}");
        }
    }
}

#[test]
fn wrong_input_is_2_with_the_place_and_nothing_on_standard_output() {
    for (input, says) in [
        (&b""[..], "<stdin>: there is nothing"),
        (b"title = ", "<stdin>:1"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "U+007F"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"{\"title\": 1}", "<stdin>:1:11"),
    ] {
        let output = run_with(&["allocate", "-", "--lang", "en"], input);
        assert_eq!(status(&output), 2, "{}", text(&output.stderr));
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
    for path in ["nowhere.toml", "examples/calls"] {
        let output = run(&["check", path]);
        assert_eq!(status(&output), 2);
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains(path), "{}", text(&output.stderr));
    }
}

/// What is wrong with what was typed is told in the language that was asked for; Swedish when left out.
#[test]
fn wrong_usage_is_told_in_the_language() {
    for (args, swedish, english) in [
        (&["check", "nowhere.toml"][..], "fel: det finns ingen fil `nowhere.toml`", "there is no file `nowhere.toml`"),
        (&["explain", CALL, "nobody"], "det finns ingen aktivitet eller sökande `nobody`", "no activity or applicant"),
        (&["what-if", CALL, "--set", "budget=-99M"], "det blir mindre än 0", "what comes out is below 0"),
        (&["what-if", CALL, "--drop-rule", "golv"], "det finns ingen regel `golv`", "there is no rule `golv`"),
        (&["sweep", CALL, "--vary", "budget=2..1:1"], "intervallet slutar innan", "the range ends before"),
        (&["frontier", CALL, "--from", "2M", "--to", "1M"], "byt plats på --from och --to", "the other way round"),
        (&["allocate", CALL, "-o", CALL], "svaret (--output) skulle skriva över utlysningen", "written over the call"),
        (&["compare", CALL, "suggestion", "x"], "det finns ingen fil `x`", "there is no file `x`"),
        (&["allocate", "a\u{200b}"], "ett osynligt tecken, U+200B", "an invisible character, U+200B"),
        (
            &["allocate", SMALL, "--format", "csv", "-o", "x.json"],
            "skrivs som CSV, och `x.json` slutar inte så",
            "is written as CSV",
        ),
        (
            &["compare", SMALL, "suggestion", "x", "--scenarios", SCENARIOS],
            "inget scenario och ingen fil `x`",
            "no scenario and no file `x`",
        ),
        (&["explain", SMALL, "dams"], "menade du `dans`?", "did you mean `dans`?"),
        (&["what-if", SMALL, "--set", "bugdet=1"], "menade du `budget`?", "did you mean `budget`?"),
        (&["what-if", SMALL, "--drop-rule", "Scengolvet"], "menade du `scengolv`?", "did you mean `scengolv`?"),
        (&["what-if", SMALL, "--require", "d\u{430}ns"], "Här står tecknet U+0430", "What stands here has U+0430"),
        (
            &["what-if", SMALL, "--set", "activity.lager.ask=1M"],
            "ledare.cost` eller `activity.",
            "ledare.cost` or `activity.",
        ),
        (&["what-if", SMALL, "--set", "activity.dans.ask=much"], "det är inget belopp", "this is not an amount"),
        (
            &["what-if", SMALL, "--set", "activity.teater.ask=300_050"],
            "fel: i den ändrade utlysningen",
            "error: in the changed call",
        ),
        (
            &["sweep", SMALL, "--vary", "unit=1..2:1", "--vary", "unit=1..2:1"],
            "`unit` varieras mer än en gång",
            "is varied more than once",
        ),
    ] {
        for (lang, says) in [(&[][..], swedish), (&["--lang", "en"], english)] {
            let output = run(&[args, lang].concat());
            assert_eq!(status(&output), 2, "{args:?}");
            assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn what_is_only_asked_of_the_most_value_is_told_in_the_language() {
    let shared = format!("{POSSIBLE}\n[objective]\nkind = \"nash\"\n");
    for (lang, says) in [("sv", "den här delar sina medel"), ("en", "this one shares its money")] {
        let output = run_with(&["frontier", "-", "--lang", lang], shared.as_bytes());
        assert_eq!(status(&output), 2);
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
}

#[test]
fn wrong_usage_is_2() {
    for args in [
        &[][..],
        &["allocate"],
        &["allocate", CALL, "--nonsense"],
        &["allocate", CALL, "--backend", "gurobi"],
        &["allocate", CALL, "--format", "xlsx"],
        &["allocate", CALL, "--lang", "no"],
        &["allocate", CALL, "--time-limit", "-1"],
        &["allocate", CALL, "--time-limit", "soon"],
        &["allocate", CALL, "-q", "-v"],
        &["completions", "cmd"],
    ] {
        let output = run(args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn an_unknown_backend_is_told_the_known_ones() {
    let output = run(&["allocate", CALL, "--backend", "gurobi"]);
    assert!(text(&output.stderr).contains("microlp"));
}

/// Whole activities of which several sets must come to just half of what they ask for: no search finds that soon (market split:
/// Cornuéjols & Dawande 1998).
fn hard_call() -> String {
    let mut call = POSSIBLE.split("[[activity]]").next().expect("a head").replace("unit = 100", "unit = 1");
    let ask = |n: u64| 10_007 + 7_919 * n * n % 9_973;
    for n in 0..50 {
        call +=
            &format!("\n[[activity]]\nid = \"a{n}\"\napplicant = \"kultur\"\nask = {}\nfunding = \"whole\"\n", ask(n));
        call += &format!("scores = {{ behov = {}.{} }}\n", 1 + n % 2, n * 37 % 10);
    }
    for set in 0..5 {
        let members: Vec<u64> = (0..50).filter(|n| (n * n * (set + 3) + 11 * n * set) % 17 < 9).collect();
        let half = members.iter().map(|&n| ask(n)).sum::<u64>() / 2;
        let ids: Vec<String> = members.iter().map(|n| format!("\"a{n}\"")).collect();
        call += &format!("\n[[rule]]\nid = \"half{set}\"\nactivity = [{}]\n", ids.join(", "));
        call += &format!("at_least = {half}\nat_most = {half}\n");
    }
    call
}

#[test]
fn no_answer_in_time_is_3_in_plain_words() {
    for (lang, says) in [
        ("sv", "det betyder inte att utlysningen inte går att genomföra"),
        ("en", "does not mean that the call is impossible"),
    ] {
        let output = run_with(&["allocate", "-", "--time-limit", "0.000001", "--lang", lang], hard_call().as_bytes());
        assert_eq!(status(&output), 3, "{}", text(&output.stdout));
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
}

#[test]
fn standard_input_is_a_call() {
    let piped = run_with(&["allocate", "-", "--format", "json"], POSSIBLE.as_bytes());
    let file = run(&["allocate", "tests/cli/calls/possible.toml", "--format", "json"]);
    assert_eq!(status(&piped), 0);
    assert_eq!(text(&piped.stdout), text(&file.stdout).replace("tests/cli/calls/possible.toml", "<stdin>"));
}

#[test]
fn a_reader_that_leaves_is_no_fault() {
    for args in [&["allocate", CALL][..], &["check", CALL], &["completions", "bash"], &["man"], &["--help"]] {
        let mut child = fordela(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("its messages").read_to_string(&mut said).expect("text");
        assert_eq!(child.wait().expect("the program ends").code(), Some(0), "{args:?}: {said}");
        assert!(!said.contains("panic") && !said.contains("pipe"), "{args:?}: {said}");
    }
}

#[test]
fn the_help_names_the_backends_and_the_statuses() {
    let help = text(&run(&["allocate", "--help", "--lang", "en"]).stdout);
    for backend in fordela_lp::Backend::ALL {
        assert!(help.contains(backend.name()), "{help}");
    }
    assert!(text(&run(&["--help", "--lang", "en"]).stdout).contains("Exit status"));
}

#[test]
fn what_may_be_a_mistake_is_told_with_its_line() {
    let call = POSSIBLE.replacen("title = \"", "title = \"kontakt@example.org ", 1);
    for (lang, says) in [("sv", "varning: <stdin>:"), ("en", "warning: <stdin>:")] {
        let output = run_with(&["allocate", "-", "--lang", lang], call.as_bytes());
        assert_eq!(status(&output), 0);
        let said = text(&output.stderr);
        assert!(!said.is_empty() && said.lines().all(|line| line.starts_with(says)), "{said}");
        let quiet = run_with(&["allocate", "-", "--lang", lang, "-q"], call.as_bytes());
        assert_eq!(text(&quiet.stderr), "");
        let check = run_with(&["check", "-", "--lang", lang], call.as_bytes());
        assert!(text(&check.stdout).contains("--> <stdin>:"), "{}", text(&check.stdout));
        assert_eq!(text(&check.stderr), "");
    }
}

#[test]
fn many_mistakes_of_a_kind_are_counted_and_all_given_as_data() {
    let mut call = POSSIBLE.to_owned();
    for n in 0..20 {
        call += &format!("\n[[activity]]\nid = \"x{n}\"\ntitle = \"a{n}@example.org\"\n");
        call += "applicant = \"kultur\"\nask = 100_000\nscores = { behov = 1 }\n";
    }
    let list = run_with(&["check", "-", "--lang", "en"], call.as_bytes());
    assert!(text(&list.stdout).contains("… and 17 more of the same kind"), "{}", text(&list.stdout));
    let data = run_with(&["check", "-", "--format", "json"], call.as_bytes());
    assert!(text(&data.stdout).matches("\"code\": \"email-address").count() >= 20, "{}", text(&data.stdout));
}

#[test]
fn prints_completions_and_a_manual() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(text(&run(&["completions", shell]).stdout).contains("allocate"));
    }
    let manual = text(&run(&["man"]).stdout);
    assert!(manual.contains(".TH") && manual.contains("time\\-limit"), "{manual}");
}
