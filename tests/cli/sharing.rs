//! Objectives that share money, as a user meets them.

use serde_json::Value;

use super::formats::snapshot;
use super::{run, run_with, status, text};

const CALL: &str = "examples/calls/malmo-2023/call.toml";

/// The real call with another objective.
pub(crate) fn shared(objective: &str) -> Vec<u8> {
    let call = std::fs::read_to_string(CALL).expect("the call is there");
    let shared = call.replace("kind = \"priority\"", objective);
    assert_ne!(shared, call);
    shared.into_bytes()
}

#[test]
fn every_objective_says_what_is_proven_and_what_it_costs() {
    for kind in ["proportional", "equal-awards", "equal-losses", "talmud", "leximin", "nash"] {
        for (lang, proven, cost) in [("sv", "Bevisat rättvis", "kostar"), ("en", "Proven fair", "fairness costs")] {
            let call = shared(&format!("kind = \"{kind}\"\nweighted = true"));
            let output = run_with(&["allocate", "-", "--lang", lang], &call);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            let said = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(proven) && said.contains(cost), "{said}");
        }
    }
}

#[test]
fn shares_and_blends_in_every_format() {
    let over_applicants = shared("kind = \"leximin\"\nover = \"applicant\"");
    let blend = shared("kind = \"equal-losses\"\nat_least = \"80 %\"");
    for (name, call) in [("leximin", &over_applicants), ("blend", &blend)] {
        for lang in ["sv", "en"] {
            let output = run_with(&["allocate", "-", "--lang", lang], call);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            snapshot(&format!("sharing-{name}-table-{lang}"), &text(&output.stdout));
        }
        let output = run_with(&["allocate", "-", "--format", "json"], call);
        let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        snapshot(&format!("sharing-{name}-json"), &format!("{:#}", report["sharing"]));
    }
}

#[test]
fn a_reason_is_given_for_every_share() {
    let call = shared("kind = \"equal-awards\"");
    let output = run_with(&["explain", "-", "kultur-pa-fritid", "--lang", "en"], &call);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("cap"), "{}", text(&output.stdout));
    let output = run_with(&["explain", "-", "trygg-skola", "--lang", "en"], &call);
    let said = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("from somebody who gets no more"), "{said}");
}

#[test]
fn a_scenario_can_share_and_go_back() {
    let output = run(&["what-if", CALL, "--set", "objective.kind=leximin", "--set", "objective.over=applicant"]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let back =
        run_with(&["what-if", "-", "--set", "objective.kind=priority"], &shared("kind = \"nash\"\nweighted = true"));
    assert_eq!(status(&back), 0, "{}", text(&back.stderr));
    let wrong = run(&["what-if", CALL, "--set", "objective.weighted=true", "--lang", "en"]);
    assert_eq!(status(&wrong), 2);
    assert!(text(&wrong.stderr).contains("`weighted` belongs to objectives that share"), "{}", text(&wrong.stderr));
}

#[test]
fn the_price_of_fairness_never_falls() {
    let call = shared("kind = \"leximin\"");
    let output = run_with(&["sweep", "-", "--vary", "objective.at_least=0%..100%:25%", "--lang", "en"], &call);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let value = |line: &str| line.split(',').nth(2).and_then(|value| value.parse::<f64>().ok());
    let said = text(&output.stdout);
    let values: Vec<f64> = said.lines().filter_map(value).collect();
    assert_eq!(values.len(), 5, "{said}");
    assert!(values.is_sorted_by(|one, next| one >= next), "{values:?}");
}

#[test]
fn what_is_about_the_most_value_says_so() {
    for command in ["frontier", "alternatives"] {
        let output = run_with(&[command, "-", "--lang", "en"], &shared("kind = \"leximin\""));
        assert_eq!(status(&output), 2);
        assert!(text(&output.stderr).contains("this one shares its money"), "{}", text(&output.stderr));
    }
}

const OBJECTIVES: [&str; 7] = ["priority", "proportional", "equal-awards", "equal-losses", "talmud", "leximin", "nash"];

/// Which grants are possible of the first activity: what can be divided, and choices of every kind.
const FUNDINGS: [&str; 5] = [
    "ask = 400_000",
    "ask = 400_000\nmin_share = \"50 %\"",
    "ask = 400_000\nfunding = \"whole\"",
    "ask = 400_000\nfunding = \"levels\"\nlevels = [100_000, 300_000]",
    "funding = \"lines\"\nline = [{ id = \"buss\", cost = 150_000 }, { id = \"mat\", cost = 250_000 }]",
];

fn small(objective: &str, funding: &str) -> String {
    format!(
        "title = \"Stöd\"\nunit = 100\n[objective]\nkind = \"{objective}\"\n[[fund]]\nid = \"stad\"\namount = 700_000\n\
         [[criterion]]\nid = \"behov\"\nweight = 1\nmax = 3\n[[applicant]]\nid = \"a\"\n[[applicant]]\nid = \"b\"\n\
         [[activity]]\nid = \"ett\"\napplicant = \"a\"\nscores = {{ behov = 3 }}\n{funding}\n\
         [[activity]]\nid = \"tva\"\napplicant = \"b\"\nscores = {{ behov = 2 }}\nask = 350_000\n\
         [[activity]]\nid = \"tre\"\napplicant = \"b\"\nscores = {{ behov = 1 }}\nask = 250_100\n"
    )
}

fn json(args: &[&str], call: &str) -> serde_json::Value {
    let output = run_with(&[args, &["--format", "json"]].concat(), call.as_bytes());
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn text_and_json_tell_one_truth_of_what_is_proven() {
    for objective in OBJECTIVES {
        for funding in FUNDINGS {
            let call = small(objective, funding);
            let status = json(&["allocate", "-"], &call)["status"].clone();
            let said = text(&run_with(&["allocate", "-", "--lang", "en"], call.as_bytes()).stdout);
            let proven = said.contains("Proven best") || said.contains("Proven fair");
            assert_eq!(proven, status == "optimal", "{objective}, {funding}: {status}\n{said}");
            let args = ["what-if", "-", "--set", "budget=-7_000"];
            let status = json(&args, &call)["scenarios"][0]["status"].clone();
            let said = text(&run_with(&[&args[..], &["--lang", "en"]].concat(), call.as_bytes()).stdout);
            let unproven = said.contains("not proven");
            assert_eq!(unproven, status != "optimal", "{objective}, {funding}: {status}\n{said}");
        }
    }
}

/// The allocation is the fairest, and so less valuable than another: that is no gap.
#[test]
fn what_fairness_costs_is_not_told_as_a_lack_of_proof() {
    let args = ["what-if", CALL, "--set", "objective.kind=leximin", "--lang", "en"];
    let said = text(&run(&args).stdout);
    assert!(!said.contains("not proven"), "{said}");
    let report: serde_json::Value =
        serde_json::from_slice(&run(&[&args[..], &["--format", "json"]].concat()).stdout).expect("JSON");
    let scenario = &report["scenarios"][0];
    assert_eq!((scenario["status"].as_str(), scenario["gap"]["new"].as_str()), (Some("optimal"), None));
}
