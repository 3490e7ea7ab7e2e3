//! What became of the money, and does what is reported add up?

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::formats::{FORMATS, snapshot};
use super::{fordela, run, status, text};

const CALL: &str = "tests/cli/calls/followed.toml";

/// Dance is paid by both funds, theatre by the city, the camp by the state.
const DECIDED: &str = "activity,granted,fund.stat,fund.stad\ndans,300000,100000,200000\nteater,150000,,150000\n\
                       lager,200000,200000,0\n";

/// One report is missing, one is above its grant, one late, sums are wrong, and costs are told by kind.
const REPORTED: &str = "\
aktivitet;källa;period;kostnadsslag;utfall;beviljat;återbetalas;överförs;resultat.deltagare
dans;stat;2023-H2;löner;60 000,50;;;;1 200
dans;stat;2023-H2;lokaler;20 000;;;;
dans;stat;2023-H2;summa;80 000,50;100 000;19 999,50;;
teater;;2023-H2;;170 000;150 000;;;300
lager;stat;2023-12;;50 000;;;;80
lager;stat;2024-01;;100 000;;;;
summa;;;;400 000;650 000;70 000;;1 580
";

fn real(name: &str) -> [String; 5] {
    let file = |name: &str, file: &str| format!("examples/calls/{name}/{file}");
    let [decision, outcome] = ["--decision", "--outcome"].map(str::to_owned);
    [file(name, "call.toml"), decision, file(name, "decision.csv"), outcome, file(name, "outcome.csv")]
}

fn follow_up(files: &[String], args: &[&str]) -> Output {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    run(&[&["follow-up"], &files[..], args].concat())
}

/// Runs a follow-up of files that hold this.
fn of_files(decision: &str, outcome: &[u8], args: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let [decided, reported] = ["beslut.csv", "utfall.csv"].map(|name| folder.path().join(name));
    fs::write(&decided, decision).expect("written");
    fs::write(&reported, outcome).expect("written");
    let call = Path::new(env!("CARGO_MANIFEST_DIR")).join(CALL).display().to_string();
    let files = ["follow-up", &call, "--decision", "beslut.csv", "--outcome", "utfall.csv"];
    fordela(&[&files[..], args].concat()).current_dir(folder.path()).output().expect("the program runs")
}

fn json(output: &Output) -> Value {
    assert_eq!(status(output), 0, "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The JSON of a follow-up with something of every kind in it.
pub(crate) fn with_findings() -> String {
    text(&of_files(DECIDED, REPORTED.as_bytes(), &["--format", "json"]).stdout)
}

#[test]
fn every_format() {
    for (format, lang) in FORMATS {
        for name in ["lindangen-2023-h1", "lindangen-2023-h2"] {
            let output = follow_up(&real(name), &["--lang", lang, "--format", format]);
            assert_eq!(status(&output), 0, "{}", text(&output.stderr));
            if format != "json" {
                snapshot(&format!("follow-up-{name}-{format}-{lang}"), &text(&output.stdout));
            }
        }
        let output = of_files(DECIDED, REPORTED.as_bytes(), &["--lang", lang, "--format", format]);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        snapshot(&format!("follow-up-findings-{format}-{lang}"), &text(&output.stdout));
    }
}

/// The figures are those of STK-2022-1132 and STK-2020-1375.
#[test]
fn the_published_figures_of_spring_add_up() {
    let found = json(&follow_up(&real("lindangen-2023-h1"), &["--format", "json"]));
    let granted: Vec<&str> =
        found["applicants"].as_array().expect("a list").iter().filter_map(|one| one["granted"].as_str()).collect();
    assert_eq!(granted, ["433000", "279000", "81000"]);
    assert_eq!((&found["totals"]["granted"], &found["totals"]["outcome"]), (&"793000".into(), &"793000".into()));
    let sums = found["sums"].as_array().expect("a list");
    assert!(sums.iter().all(|sum| sum["holds"] == true) && sums.len() == 5, "{sums:?}");
    assert_eq!(found["findings"], Value::Array(Vec::new()));
}

/// 555 000 less 322 614 is 232 386, and 232 886 was reported: the difference is shown where it stands.
#[test]
fn the_published_surplus_of_autumn_is_500_too_much() {
    let found = json(&follow_up(&real("lindangen-2023-h2"), &["--format", "json"]));
    let totals = &found["totals"];
    assert_eq!(
        [&totals["granted"], &totals["spent"], &totals["carried_over"], &totals["unsettled"]],
        ["555000", "322614", "232386", "0"]
    );
    let sums = found["sums"].as_array().expect("a list");
    let wrong: Vec<&Value> = sums.iter().filter(|sum| sum["holds"] == false).collect();
    let [wrong] = wrong[..] else { panic!("one sum is wrong: {sums:?}") };
    let told = ["figure", "reported", "sum", "difference"].map(|key| wrong[key].as_str().expect("text"));
    assert_eq!(told, ["carried_over", "232886", "232386", "500"]);
    assert_eq!((wrong["line"].as_u64(), wrong["column"].as_u64()), (Some(2), Some(38)));
    assert!(wrong["file"].as_str().is_some_and(|file| file.ends_with("outcome.csv")));
    let people = sums.iter().find(|sum| sum["figure"] == "result.deltagare").expect("participants are checked");
    assert_eq!((&people["reported"], &people["sum"]), (&"1463".into(), &"1463".into()));
    let parts: Vec<&str> =
        people["parts"].as_array().expect("parts").iter().filter_map(|part| part["amount"].as_str()).collect();
    assert_eq!(parts, ["1140", "278", "45"]);
    assert_eq!(found["findings"][0]["code"], "does-not-add-up");
    let each = found["results"].as_array().expect("a list").iter().find(|one| one["name"] == "deltagare");
    // 322 614 / 1 463 = 220.515…
    assert_eq!(each.expect("participants")["each"], "220.52");
}

#[test]
fn what_people_should_look_at_is_no_failure() {
    let found = json(&of_files(DECIDED, REPORTED.as_bytes(), &["--format", "json", "--lang", "en"]));
    let findings = found["findings"].as_array().expect("a list");
    let codes: Vec<(&str, u64)> = findings
        .iter()
        .map(|one| (one["code"].as_str().expect("a code"), one["line"].as_u64().expect("a line")))
        .collect();
    let wanted = [
        ("missing-report", 1),
        ("above-grant", 5),
        ("late", 7),
        // 60 000.50 + 20 000 + 170 000 + 50 000 + 100 000 is 400 000.50; 19 999.50 + 50 000 is 69 999.50.
        ("does-not-add-up", 8),
        ("does-not-add-up", 8),
    ];
    assert_eq!(codes, wanted);
    let totals = &found["totals"];
    let sums = ["granted", "spent", "above", "repaid", "carried_over", "unsettled"].map(|key| &totals[key]);
    assert_eq!(sums, ["650000", "380000.50", "20000", "69999.50", "0", "200000"]);
}

#[test]
fn the_same_outcome_is_read_however_it_is_saved() {
    let wanted = json(&of_files(DECIDED, REPORTED.as_bytes(), &["--format", "json"]));
    let totals = |outcome: &[u8]| json(&of_files(DECIDED, outcome, &["--format", "json"]))["totals"].clone();
    let tabs = REPORTED.replace(';', "\t");
    let english = REPORTED.replace("aktivitet", "activity").replace("källa", "fund").replace("utfall", "spent");
    let marked = format!("\u{feff}sep=;\r\n{}", REPORTED.replace('\n', "\r\n"));
    let western: Vec<u8> = REPORTED.chars().map(|c| u8::try_from(u32::from(c)).expect("a western letter")).collect();
    let quoted = REPORTED.replace("60 000,50", "\"60 000,50\"");
    for outcome in [tabs.as_bytes(), english.as_bytes(), marked.as_bytes(), &western, quoted.as_bytes()] {
        assert_eq!(totals(outcome), wanted["totals"]);
    }
}

#[test]
fn bad_data_is_shown_where_it_stands() {
    for (outcome, says) in [
        ("aktivitet;utfall\ndanz;1\n", &[":2:1", "no activity `danz`", "did you mean `dans`?"][..]),
        ("sökande;utfall\nkulturr;1\n", &[":2:1", "no applicant `kulturr`", "`kultur`"]),
        ("aktivitet;källa;utfall\ndans;staten;1\n", &[":2:6", "no fund `staten`", "`stat`"]),
        ("aktivitet;källa;utfall\ndans;stad;-1\n", &["utfall.csv:2:11", "more was refunded than was spent, 0"]),
        ("aktivitet;utfall;resultat.besök\nteater;1;-3\n", &[":2:10", "below zero"]),
        ("aktivitet;period;utfall\nteater;2023;1\nteater;2023;2\n", &[":3:8", "an earlier row", "remove one"]),
        ("aktivitet;period;utfall\nteater;2023-H2;1\nteater;2023-07/2023-12;2\n", &[":3:8", "an earlier row"]),
        ("aktivitet;utfall\ndans;1\n", &[":2:1", "does not say which fund", "`stat`, `stad`"]),
        ("sökande;aktivitet;utfall\nfritid;teater;1\n", &[":2:1", "one of `kultur`"]),
        ("aktivitet;utfall\n;1\n", &[":2:2", "names neither"]),
        ("aktivitet;kostnadsslag;utfall\nteater;lön;1\nteater;;2\n", &[":3:9", "no kind of cost", "`total`"]),
        ("aktivitet;kostnadsslag;beviljat\nteater;lön;1\n", &[":2:12", "not told by kind"]),
        ("aktivitet;utfal\nteater;1\n", &[":1:11", "no column `utfal`", "`utfall`"]),
        ("utfall\n1\n", &[":1:1", "no column of activities"]),
        ("aktivitet;utfall\nteater;1.000\n", &[":2:8", "may mean thousands or decimals"]),
        ("aktivitet;utfall;resultat.a\nteater;1;många\n", &[":2:10", "is not a number"]),
        ("aktivitet;utfall\nteater;1;2\n", &[":2:1", "3 cells"]),
        ("aktivitet;utfall;utfall\nteater;1;2\n", &[":1:18", "stands twice"]),
        ("aktivitet;utfall;\nteater;1;2\n", &[":2:10", "a column without a name"]),
        ("", &["utfall.csv", "there is nothing in the file"]),
    ] {
        let output = of_files(DECIDED, outcome.as_bytes(), &["--lang", "en"]);
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{outcome}: {said}");
        assert!(output.stdout.is_empty() && says.iter().all(|part| said.contains(part)), "{outcome}: {said}");
    }
}

#[test]
fn a_decision_says_what_each_fund_pays_or_nothing() {
    let fine = "aktivitet;utfall\nteater;1\n".as_bytes();
    for (decision, says) in [
        (
            "activity,granted,fund.stat\ndans,300000,100\nteater,0,\nlager,0,\n",
            "300000 is granted, but the funds pay 100",
        ),
        ("activity,granted,fund.staten\ndans,1,1\nteater,0,\nlager,0,\n", "no fund `staten`"),
        ("activity,granted,fund.stat\ndans,1,-1\nteater,0,\nlager,0,\n", "below zero"),
        ("activity,granted,fund.stat,fund.stat\ndans,1,1,1\nteater,0,,\nlager,0,,\n", "stands twice"),
    ] {
        let output = of_files(decision, fine, &["--lang", "en"]);
        assert_eq!(status(&output), 2, "{decision}");
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
    // Not known which fund pays: told, and nothing is guessed.
    let unknown = "activity,granted,fund.stad\ndans,300000,\nteater,1,1\nlager,0,\n";
    let reported = "aktivitet;utfall\ndans;100\nteater;1\n".as_bytes();
    let found = json(&of_files(unknown, reported, &["--format", "json"]));
    assert_eq!(found["totals"]["unsettled"], "299900");
    let codes: Vec<&Value> = found["findings"].as_array().expect("a list").iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["fund-unknown", "unspent-unstated"]);
}

/// What a fund pays is not in the decision, and rows name others than would pay by the rules: no sum of them can be checked.
#[test]
fn what_cannot_be_checked_is_said_to_be_so() {
    let unknown = "activity,granted\ndans,300000\nteater,0\nlager,0\n";
    let reported = "aktivitet;källa;utfall;beviljat\ndans;stat;60;\ndans;stad;40;\nsumma;stat;60;100000\n";
    let found = json(&of_files(unknown, reported.as_bytes(), &["--format", "json"]));
    assert_eq!(found["payers"], "outcome");
    let sums = found["sums"].as_array().expect("a list");
    assert!(sums.len() == 1 && sums[0]["figure"] == "spent" && sums[0]["holds"] == true, "{sums:?}");
    let findings = found["findings"].as_array().expect("a list");
    assert!(findings.iter().any(|one| one["code"] == "unchecked" && one["line"] == 4 && one["column"] == 15));
}

#[test]
fn what_allocate_prints_can_be_followed_up() {
    for (format, lang) in [("csv", "sv"), ("csv", "en"), ("json", "en")] {
        let printed = text(&run(&["allocate", CALL, "--format", format, "--lang", lang]).stdout);
        let reported = "aktivitet;källa;utfall\ndans;stat;100\n";
        let found = json(&of_files(&printed, reported.as_bytes(), &["--format", "json"]));
        assert_eq!(found["totals"]["granted"], "700000", "{format}");
    }
}

/// With 300 000 from the state for the young and 400 000 from the city, theatre can be paid by the city alone.
#[test]
fn payers_that_a_decision_leaves_out_are_filled_in_and_that_is_said() {
    let reported = "Aktivitet;Utfall\nDagläger;1000\n".as_bytes();
    for (decision, how, said) in [
        // The city pays 150 000 of its 400 000 for theatre; the state's money is used first, as it pays for less: dance
        // comes before the camp.
        (
            "Aktivitet;Beviljat\nDans på torget;300000\nSommarteater;150000\nDagläger;100000\n",
            "rules",
            "was filled in by the rules",
        ),
        (
            "Aktivitet;Beviljat;Källa.stat\nDans på torget;100000;100000\nSommarteater;0;\nDagläger;100000;\n",
            "only-some",
            "Without columns of funds",
        ),
        ("Sökande;Beviljat\nKulturnämnden;300000\nFritidsnämnden;0\n", "applicants", "gives sums of applicants"),
        (
            "Aktivitet;Beviljat\nDans på torget;300000\nSommarteater;200000\nDagläger;200001\n",
            "broken-rules",
            "cannot pay these sums",
        ),
    ] {
        let reported =
            if how == "applicants" { "Sökande;Källa;Utfall\nFritidsnämnden;stad;0\n".as_bytes() } else { reported };
        let reported = if how == "rules" { reported } else { "Aktivitet;Källa;Utfall\nDagläger;stad;0\n".as_bytes() };
        let found = json(&of_files(decision, reported, &["--format", "json"]));
        assert_eq!(found["payers"], how);
        let told = text(&of_files(decision, reported, &["--lang", "en"]).stdout);
        assert!(told.replace('\n', " ").contains(said), "{told}");
    }
}

/// Of 200 000 from the city theatre spends 250 000, of which 80 000 come back in the next half-year: 50 000 of it was not
/// paid by the grant, so that 30 000 of the grant are left.
#[test]
fn a_refund_is_a_row_of_its_own_below_zero() {
    let reported = "aktivitet;period;kostnadsslag;utfall\nSommarteater;2023-H1;löner;250 000\nSommarteater;2023-H2;;-60 000\n\
                    Sommarteater;2023-H2;löner;−20 000\nDagläger;2023-H2;;5 000\nSommarteater;;summa;170 000\n";
    let decided = "Aktivitet;Beviljat\nDans på torget;0\nSommarteater;200000\nDagläger;10000\n";
    let found = json(&of_files(decided, reported.as_bytes(), &["--format", "json"]));
    let account = &found["accounts"][0];
    let sums = ["granted", "spent", "above", "outcome", "unspent", "carried_over"].map(|sum| &account[sum]);
    assert_eq!(sums, ["200000", "170000", "0", "170000", "30000", "30000"]);
    let kinds: Vec<[&Value; 3]> = found["kinds"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| ["kind", "refund", "spent"].map(|key| &one[key]))
        .collect();
    let told = serde_json::json!([["löner", false, "250000"], [null, true, "-60000"], ["löner", true, "-20000"]]);
    assert_eq!(serde_json::json!(kinds), told);
    assert!(found["sums"].as_array().expect("a list").iter().all(|sum| sum["holds"] == true));
    for (lang, is_told) in [("sv", ["återfått", "löner (återfått)"]), ("en", ["refund", "löner (refund)"])] {
        let printed = text(&of_files(decided, reported.as_bytes(), &["--lang", lang]).stdout);
        assert!(is_told.iter().all(|told| printed.contains(told)), "{printed}");
    }
    for (reported, says) in [
        ("aktivitet;utfall\nteater;-1\n", "utfall.csv:2:8"),
        ("aktivitet;utfall\nteater;-1\n", "more was refunded than was spent, 0"),
        ("aktivitet;utfall;återbetalas\nteater;1;-1\n", "the figure is below zero"),
        ("aktivitet;utfall\nteater;5\nteater;-1\nteater;-1\n", "utfall.csv:4:1"),
    ] {
        let output = of_files(decided, reported.as_bytes(), &["--lang", "en"]);
        assert_eq!(status(&output), 2, "{reported}");
        assert!(text(&output.stderr).contains(says), "{says}: {}", text(&output.stderr));
    }
}
