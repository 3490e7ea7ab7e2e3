//! What is counted how, as the documentation says.

use serde_json::Value;

use super::{run_with, status, text};

/// A call of one criterion and one applicant, with these other parts.
fn call(parts: &str) -> String {
    format!(
        "title = \"Counted\"\n[[criterion]]\nid = \"need\"\nweight = 1\nmax = 3\n[[applicant]]\nid = \"one\"\n{parts}"
    )
}

/// An activity of the applicant.
fn activity(id: &str, need: u8, rest: &str) -> String {
    format!("[[activity]]\nid = \"{id}\"\napplicant = \"one\"\nscores = {{ need = {need} }}\n{rest}\n")
}

fn json(call: &str, args: &[&str]) -> Value {
    let output = run_with(&[args, &["--format", "json", "--lang", "en"]].concat(), call.as_bytes());
    assert!(status(&output) < 2, "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn granted(report: &Value) -> Vec<&str> {
    let activities = report["activities"].as_array().expect("activities");
    activities.iter().map(|one| one["granted"].as_str().expect("an amount")).collect()
}

/// 10 kronor to an activity of priority 1/3 are worth 10/3.
#[test]
fn values_are_told_rounded_down_and_bounds_up() {
    let call = call(&format!("[[fund]]\nid = \"f\"\namount = 10\n{}", activity("a", 1, "ask = 20")));
    let report = json(&call, &["allocate", "-"]);
    assert_eq!((&report["value"], &report["bound"]), (&"3.33".into(), &"3.34".into()));
    assert_eq!(
        (&report["status"], &report["gap"], &report["gap_share"]),
        (&"optimal".into(), &"0".into(), &"0".into())
    );
}

/// The fund may pay for the wages only; half of all that the activity asks for is 50, not half of the wages.
#[test]
fn a_percentage_of_asked_with_a_fund_is_of_all_that_is_asked_for() {
    let lines = "[[activity.line]]\nid = \"wages\"\nkind = \"wages\"\ncost = 60\n[[activity.line]]\nid = \"rent\"\nkind = \"rent\"\ncost = 40";
    let funds = "[[fund]]\nid = \"state\"\namount = 100\npays_for = { kind = \"wages\" }\n[[fund]]\nid = \"city\"\namount = 5\n";
    let rule = "[[rule]]\nid = \"half\"\nfund = \"state\"\nat_most = \"50 % of asked\"\n";
    let report = json(&call(&format!("{funds}{}{rule}", activity("a", 3, lines))), &["allocate", "-"]);
    assert_eq!(report["rules"][0]["limit"], "50");
    assert_eq!(granted(&report), ["55"]);
}

/// Asks of 10 with priorities 1 and 1/3: `λ·p·c` gives 6 and 2 of 8. A cap of 3 on the first leaves 5 to the other.
#[test]
fn weighted_proportional_shares_follow_priority_and_caps() {
    let two = activity("a", 3, "ask = 10") + &activity("b", 1, "ask = 10");
    let shared = "[[fund]]\nid = \"f\"\namount = 8\n";
    let objective = "[objective]\nkind = \"proportional\"\nweighted = true\n";
    let free = call(&format!("{shared}{two}{objective}"));
    assert_eq!(granted(&json(&free, &["allocate", "-"])), ["6", "2"]);
    let capped = format!("{free}[[rule]]\nid = \"cap\"\nactivity = \"a\"\nat_most = 3\n");
    assert_eq!(granted(&json(&capped, &["allocate", "-"])), ["3", "5"]);
}

/// 4·9 is as much as 6·6: of two that tie, the more valuable pair is taken, whatever the ids are.
#[test]
fn products_that_are_the_same_go_to_the_most_value() {
    let whole = |id: &str, need, ask| activity(id, need, &format!("ask = {ask}\nfunding = \"whole\""));
    let links = "excludes = [\"c\", \"d\"]";
    for ids in [["a", "b", "c", "d"], ["d", "c", "b", "a"]] {
        let [four, nine, six, other] = ids;
        let links = links.replace("\"c\", \"d\"", &format!("\"{six}\", \"{other}\""));
        let parts = [
            "[[fund]]\nid = \"f\"\namount = 13\n".to_owned(),
            whole(four, 3, 4) + &links + "\n",
            whole(nine, 3, 9) + &links + "\n",
            whole(six, 1, 6),
            whole(other, 1, 6),
            "[objective]\nkind = \"nash\"\n".to_owned(),
        ];
        let report = json(&call(&parts.concat()), &["allocate", "-"]);
        assert_eq!(granted(&report), ["4", "9", "0", "0"], "{ids:?}");
    }
}

/// With levels, what is required by itself is the largest level; an amount is a floor, which the next level reaches.
#[test]
fn what_is_required_of_levels_is_the_largest_or_the_next() {
    let levels = activity("a", 1, "ask = 30\nfunding = \"levels\"\nlevels = [10, 20, 30]");
    let call = call(&format!("[[fund]]\nid = \"f\"\namount = 30\n{levels}{}", activity("b", 3, "ask = 30")));
    for (required, grants) in [("a", ["30", "0"]), ("a=15", ["20", "10"]), ("a=10", ["10", "20"])] {
        let report = json(&call, &["what-if", "-", "--require", required]);
        let activities = report["scenarios"][0]["activities"].as_array().expect("activities");
        let new: Vec<&Value> = activities.iter().map(|one| &one["granted"]["new"]).collect();
        assert_eq!(new, grants, "{required}");
    }
}

/// Two of the same priority want one place, and two halves of an odd krona.
#[test]
fn what_only_ids_settle_is_told() {
    let whole = activity("b", 2, "ask = 10\nfunding = \"whole\"") + &activity("a", 2, "ask = 10\nfunding = \"whole\"");
    let odd = activity("b", 2, "ask = 10") + &activity("a", 2, "ask = 10");
    for (activities, amount, kind) in [(whole, 10, "tie"), (odd, 5, "odd-unit")] {
        let call = call(&format!("[[fund]]\nid = \"f\"\namount = {amount}\n{activities}"));
        for asked in [None, Some("a"), Some("b")] {
            let args = [&["explain", "-"][..], &asked.into_iter().collect::<Vec<_>>()].concat();
            let report = json(&call, &args);
            let told = &report["explained"]["settled_by_id"];
            assert_eq!(told, &serde_json::json!([{ "kind": kind, "more": ["a"], "less": ["b"] }]), "{asked:?}");
        }
        for (lang, heading) in [("sv", "Avgjort av id"), ("en", "Settled by id")] {
            let output = run_with(&["explain", "-", "--lang", lang], call.as_bytes());
            assert!(text(&output.stdout).contains(heading), "{}", text(&output.stdout));
        }
    }
}

/// Of 100 that are to be repaid where unspent, 60 are spent and 40 repaid; of the 50 that nobody reported, nothing is
/// either, and that is told.
#[test]
fn a_grant_without_a_report_is_neither_spent_nor_left() {
    let fund = "[[fund]]\nid = \"f\"\namount = 150\nunspent = \"repay\"\n";
    let call = call(&format!("{fund}{}{}", activity("a", 3, "ask = 100"), activity("b", 2, "ask = 50")));
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_str().expect("a plain name").to_owned()
    };
    let decision = file("decision.csv", "activity,granted\na,100\nb,50\n");
    let outcome = file("outcome.csv", "activity,spent\na,60\n");
    let report = json(&call, &["follow-up", "-", "--decision", &decision, "--outcome", &outcome]);
    let sums = ["granted", "spent", "repaid", "unsettled"].map(|key| report["totals"][key].as_str().expect("a sum"));
    assert_eq!(sums, ["150", "60", "40", "50"]);
    let codes: Vec<&Value> = report["findings"].as_array().expect("findings").iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["missing-report"]);
}

/// 130 to who asks for 100 and 20 to who asks for 50: by priorities of 1 and 1/3, 100 + 20/3, and not 130 + 20/3. The best
/// is 100 + 50/3.
#[test]
fn what_is_granted_above_an_ask_is_worth_nothing() {
    let parts = activity("a", 3, "ask = 100") + &activity("b", 1, "ask = 50");
    let call = call(&format!("[[fund]]\nid = \"f\"\namount = 150\n{parts}"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("decision.csv");
    std::fs::write(&path, "activity,granted\na,130\nb,20\n").expect("written");
    let report = json(&call, &["audit", "-", "--decision", path.to_str().expect("a plain name")]);
    let distance = &report["audit"]["distance"];
    assert_eq!((&distance["best"], &distance["worth"]["value"]), (&"116.66".into(), &"106.66".into()));
    assert_eq!(report["audit"]["breaches"]["broken"][0]["breach"], "above-ask");
}

/// Nothing counts as e⁻², about 0.1353 of a unit. Who asks for 1 gets it beside a level of 1, as 1·1 is more than
/// 0.1353·7; and is left with nothing for a level of 8, as 0.1353·8 is more than 1.
#[test]
fn by_products_nothing_counts_as_a_seventh_of_a_unit() {
    for (level, grants) in [(7, ["1", "1"]), (8, ["0", "8"])] {
        let levels = format!("ask = {level}\nfunding = \"levels\"\nlevels = [1, {level}]");
        let two = activity("a", 2, "ask = 1\nfunding = \"whole\"") + &activity("b", 2, &levels);
        let call = call(&format!("[[fund]]\nid = \"f\"\namount = {level}\n{two}[objective]\nkind = \"nash\"\n"));
        assert_eq!(granted(&json(&call, &["allocate", "-"])), grants, "{level}");
    }
}

/// One of three may get all of 10. Between two of them all that is granted moves, which counts twice: 200 %. Between one
/// of them and nothing for anybody it is 100 %. So at 150 % there are two alternatives to the best, and at 100 % three.
#[test]
fn that_there_are_no_more_alternatives_so_far_apart_is_told() {
    let whole = |id: &str, need| activity(id, need, "ask = 10\nfunding = \"whole\"");
    let three = whole("a", 3) + &whole("b", 2) + &whole("c", 1);
    let call = call(&format!("[[fund]]\nid = \"f\"\namount = 10\n{three}"));
    for (apart, number, word) in [("150%", 2, "två"), ("100%", 3, "tre")] {
        let args = ["alternatives", "-", "--within", "100%", "-n", "9", "--apart", apart];
        let report = json(&call, &args);
        assert_eq!(report["alternatives"].as_array().map(Vec::len), Some(number), "{apart}");
        assert_eq!(report["end"], "no-more", "{apart}");
        for (lang, told) in
            [("sv", format!("Fler än {word} finns inte")), ("en", format!("No more than {number} exist"))]
        {
            let output = run_with(&[&args[..], &["--lang", lang]].concat(), call.as_bytes());
            assert!(text(&output.stdout).contains(&told), "{}", text(&output.stdout));
        }
    }
}

/// 2 000 of one priority share equally: each is told how many, and names six of them, so that the text grows with their
/// number and not with its square.
#[test]
fn who_shares_equally_is_told_once_each() {
    let call = |number: usize| {
        let all: String = (0..number).map(|n| activity(&format!("a{n:04}"), 2, "ask = 10")).collect();
        call(&format!("[[fund]]\nid = \"f\"\namount = {}\n{all}", 5 * number + 1))
    };
    let output = run_with(&["allocate", "-", "--format", "json"], call(2_000).as_bytes());
    assert!(output.stdout.len() < 2_000_000, "{} bytes", output.stdout.len());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let last = &report["activities"][1_999]["reason"];
    let six = ["a0000", "a0001", "a0002", "a0003", "a0004", "a0005"];
    assert_eq!(last, &serde_json::json!({ "word": "tied", "group": "a0000", "size": 2_000, "with": six }));
    let explained = run_with(&["explain", "-", "a0039", "--lang", "en"], call(40).as_bytes());
    let said = text(&explained.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("a0005 and 33 others"), "{said}");
}
