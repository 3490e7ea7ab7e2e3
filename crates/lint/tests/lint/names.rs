//! Applicants, titles, tags and areas.

use super::*;

#[test]
fn an_applicant_without_activities() {
    let alone = good().applicant(Applicant::new("miljo"));
    assert_eq!(found(alone.clone()), ["applicant[2] applicant-without-activities"]);
    none(alone.activity(activity("park", "miljo", 10_000, 1)));
}

#[test]
fn one_title_twice() {
    let of = |applicant: &str| good().activity(activity("dans-2", applicant, 100_000, 1).title(" dans "));
    assert_eq!(found(of("kultur")), ["activity[3].title same-title"]);
    none(of("fritid"));
}

#[test]
fn words_that_are_nearly_alike() {
    let area = |area: &str| good().activity(activity("ny", "fritid", 100_000, 1).area(area));
    for alike in ["Rosengard", "rosengård", "Rosengåd", "Rosegnård", "Rosen-gård", "Rosengårds"] {
        assert_eq!(found(area(alike)), ["activity[3].areas[0] similar-words"], "{alike}");
        assert_eq!(suggestion(area(alike)), format!("write `Rosengård` for `{alike}`"));
    }
    for other in ["Rosengård", "Rosenlund", "Nydal 2", "Lindängen"] {
        none(area(other));
    }
    let pair = |one: &str, other: &str| area(one).activity(activity("nyare", "fritid", 100_000, 2).area(other));
    for (one, other) in [("Område A", "Område B"), ("Område 11", "Område 12"), ("kvarter1", "kvarter2"), ("Ö", "O")]
    {
        none(pair(one, other));
    }
    assert_eq!(found(pair("Södra Sofielund", "Södra Soffielund")), ["activity[4].areas[0] similar-words"]);
}

#[test]
fn a_comma_in_a_tag_or_an_area() {
    let with = |tag: &str| changed(|call| call.activities[0].tags = vec![tag.to_owned()]);
    let of = |draft| found(draft).into_iter().filter(|found| found.contains("several-words")).collect::<Vec<_>>();
    assert_eq!(of(with("barn, unga")), ["activity[0].tags[0] several-words"]);
    assert_eq!(of(with("barn;unga")), ["activity[0].tags[0] several-words"]);
    assert!(of(with("barn och unga")).is_empty());
    assert!(of(with("barn,")).is_empty());
    let area = changed(|call| call.activities[2].areas = vec!["Rosengård, Nydala".to_owned()]);
    assert_eq!(of(area.clone()), ["activity[2].areas[0] several-words"]);
    let suggestion = findings(area).iter().find(|one| one.code() == "several-words").map(|one| advice(one, Lang::Sv));
    assert!(suggestion.is_some_and(|text| text.contains("`Rosengård|Nydala`")));
}

#[test]
fn one_applicant_in_two_spellings() {
    let second = |id: &str, name: &str| {
        let applicant = Applicant::new(id).name(name);
        found(good().applicant(applicant).activity(activity("teater", id, 100_000, 2)))
    };
    assert_eq!(second("Kultur", "Bildning"), ["applicant[2] applicants-alike"]);
    assert_eq!(second("bildning", "kulturnamnden "), ["applicant[2] applicants-alike"]);
    assert_eq!(second("bildning", "Kulturnämndn"), ["applicant[2] applicants-alike"]);
    assert_eq!(second("bildning", "Bildningsnämnden"), [""; 0]);
    // Numbers and single letters tell things apart.
    let numbered = |n: usize| Applicant::new(format!("forening-{n}")).name(format!("Förening {n}"));
    let one = |n: usize| activity(&format!("aktivitet-{n}"), &format!("forening-{n}"), 100_000, 2);
    let many = (1..=12).fold(good(), |call, n| call.applicant(numbered(n)).activity(one(n)));
    assert!(!found(many).iter().any(|found| found.contains("alike")));
}

#[test]
fn words_alike_are_found_in_linear_work() {
    // All the same but for marks; and one as long as a book.
    let same = (0..40_000).map(|n| format!("barn{}", "-".repeat(n % 50) + &".".repeat(n / 50)));
    let tags: Vec<String> = same.chain(["a".repeat(1_000_000), "abcdef-".repeat(50_000)]).collect();
    let found = found(changed(|call| call.activities[0].tags = tags));
    assert!(found.iter().filter(|found| found.ends_with("similar-words")).count() >= 39_999);
}
