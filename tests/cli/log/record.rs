//! What is recorded, and what is not.

use super::*;

#[test]
fn what_a_deviation_costs_is_told() {
    let office = Office::new(CALL, DECIDED);
    let output = office.record(&[&SAID[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let deviations = report["deviations"].as_array().expect("a list");
    let told = |one: &Value| (one["id"].clone(), one["difference"].clone());
    let told: Vec<(Value, Value)> = deviations.iter().map(told).collect();
    assert_eq!(told, [("musik".into(), "-90000".into()), ("lager".into(), "90000".into())]);
    let cost = &report["cost"];
    // 90 000 of the priority 1 are lost, and 90 000 of 1/3 are won.
    assert_eq!([&cost["value_lost"], &cost["difference"], &cost["raised"]], ["60000.00", "0", "90000"]);
    let log = read_log(&office.path().join("beslut/beslut.log")).expect("a log");
    assert_eq!(report["seal"].as_str(), log.seal());
}

#[test]
fn a_decision_as_suggested_is_recorded_too() {
    let office = Office::new(CALL, "activity,granted\nmusik,500000\nscen,200000\nlager,0\n");
    let output = office.record(&[&SAID[..], &["--lang", "en"]].concat());
    assert!(text(&output.stdout).contains("The decision is as suggested."), "{}", text(&output.stdout));
    assert!(text(&office.read("beslut/beslut.log")).contains("\ndeviations = []\n"));
    assert_eq!(status(&office.reproduce(&[])), 0);
    let output = office.record(&[&SAID[..], &["--reason-for", "musik=Behov.", "--lang", "en"]].concat());
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("gets just what is suggested"));
}

#[test]
fn a_call_that_is_impossible_is_recorded_as_such() {
    let [records, found] = printed();
    let record: Value = serde_json::from_str(&records[1]).expect("JSON");
    assert_eq!((&record["status"], &record["cost"]), (&"infeasible".into(), &Value::Null));
    let found: Value = serde_json::from_str(&found[3]).expect("JSON");
    assert_eq!(found["same"], true, "{found}");
}

#[test]
fn people_are_not_named() {
    let office = Office::new(CALL, DECIDED);
    let refused = |args: &[&str], says: &[&str]| {
        let output = office.record(&[args, &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert_eq!(status(&output), 2, "{said}");
        assert!(says.iter().all(|says| said.contains(says)) && !said.contains("example.org"), "{said}");
        assert!(output.stdout.is_empty() && !office.path().join("beslut/beslut.log").exists());
    };
    let role = ["--role", "registrator@example.org", "--reason", "a"];
    refused(&role, &["the role seems to hold an e-mail address", "help: write a role or a body"]);
    refused(&["--role", "a", "--reason", "ring 040-34 10 00"], &["the reason seems to hold a telephone number"]);
    let reason = ["--reason-for", "lager=fråga registrator@example.org"];
    refused(&[&SAID[..], &reason].concat(), &["the reason for `lager` seems to hold an e-mail address"]);
    refused(&["--role", " ", "--reason", "a"], &["the role is empty"]);
    refused(&["--role", "a", "--reason", ""], &["the reason is empty"]);
}

#[test]
fn what_cannot_be_recorded_leaves_no_log() {
    let office = Office::new(CALL, DECIDED);
    let refused = |args: &[&str], says: &str| {
        let output = office.record(&[&SAID[..], args, &["--lang", "en"]].concat());
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{says}: {said}");
        assert!(output.stdout.is_empty() && !office.path().join("beslut/beslut.log").exists());
    };
    refused(&["--reason-for", "lagret=a"], "did you mean `lager`?");
    refused(&["--reason-for", "lager"], "`lager` is no id with a reason");
    refused(&["--reason-for", "lager=a", "--reason-for", "lager=b"], "two reasons for `lager`");
    refused(&["--reason-for", "scen=a"], "gets just what is suggested");
    refused(&["--date", "2023-02-30"], "`2023-02-30` is not a day");
    refused(&["-o", "beslut/beslut.log"], "the log would be written over the answer");
    office.change("beslut/decision.csv", "scen,200000\n", "");
    refused(&[], "the activity `scen` of the call is missing");
    let run =
        |args: &[&str]| office.run(&[args, &["--decision", "beslut/decision.csv", "--lang", "en"], &SAID].concat());
    for (args, says) in [
        (&["record", "-", "--log", "beslut.log"][..], "does not end as a call does"),
        (&["record", "none.toml", "--log", "beslut.log"], "none.toml"),
        (&["record", "utlysning/call.toml", "--log", "none/beslut.log"], "no such folder"),
        (&["record", "utlysning/call.toml", "--log", "utlysning/call.toml"], "written over the call"),
    ] {
        let output = run(args);
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{says}: {said}");
    }
    assert_eq!(office.read("utlysning/call.toml"), CALL.as_bytes());
}

/// What is wrong with what is said of a decision is told in Swedish too.
#[test]
fn what_cannot_be_recorded_is_told_in_swedish() {
    let office = Office::new(CALL, DECIDED);
    for (args, says) in [
        (&["--role", "registrator@example.org", "--reason", "a"][..], "rollen tycks innehålla en e-postadress"),
        (&["--role", "a", "--reason", ""], "skälet saknas"),
        (&["--role", "a", "--reason", "b", "--reason-for", "lagret=c"], "menade du `lager`?"),
        (&["--role", "a", "--reason", "b", "--reason-for", "scen=c"], "`scen`, som får just det som föreslås"),
        (&["--role", "a", "--reason", "b", "--date", "2023-02-30"], "`2023-02-30` är inget datum"),
    ] {
        let output = office.record(args);
        let said = text(&output.stderr);
        assert!(status(&output) == 2 && said.contains(says), "{says}: {said}");
    }
    let record = ["--decision", "beslut/decision.csv", "--log", "beslut.log"];
    let output = office.run(&[&["record", "-"], &record[..], &SAID].concat());
    assert!(text(&output.stderr).contains("`-` slutar inte som en utlysning"), "{}", text(&output.stderr));
    assert_eq!(status(&office.record(&SAID)), 0);
    let output = office.reproduce(&["--entry", "2"]);
    let said = text(&output.stderr);
    assert!(said.contains("loggen har ingen post 2") && said.contains("den sista posten är 1"), "{said}");
}
