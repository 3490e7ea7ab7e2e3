use fordela::Call;
use fordela::call::draft::{Activity, Applicant, Criterion, Fund};
use fordela::sweep::Vary;

use super::*;

fn call(applicants: usize) -> Call {
    let mut draft = CallDraft::new("Sommar <2023> & \"höst\"")
        .fund(Fund::new("stad", 3_000_000))
        .criterion(Criterion::new("behov", 1, 3));
    for n in 0..applicants {
        let applicant = Applicant { name: Some(format!("Nämnd <{n}> & co")), ..Applicant::new(format!("n-{n}")) };
        let activity = Activity::new(format!("a-{n}"), format!("n-{n}"), 500_000).score("behov", 1);
        draft = draft.applicant(applicant).activity(activity);
    }
    draft.validate().expect("a call")
}

fn drawn(applicants: usize, lang: Lang) -> String {
    let call = call(applicants);
    let vary: Vary = "budget=1M..3M:500k".parse().expect("a range");
    let grants = |n: i64| (n != 2).then(|| (0..applicants).map(|_| Money::new(100_000 * n)).collect());
    let points: Vec<PlotPoint> =
        (0..5).map(|n| PlotPoint { at: Rational::from(1_000_000 + 500_000 * n), grants: grants(n) }).collect();
    let weight: Vary = "criterion.behov.weight=1..2:1".parse().expect("a range");
    let held = [(&weight, Rational::ONE)];
    svg(&SweptLine { call: &call, vary: &vary, held: &held, by: Party::Applicant, points: &points }, lang)
}

/// Every label with its height.
fn labels(document: &roxmltree::Document<'_>) -> Vec<(String, f64)> {
    let groups = document.descendants().filter(|node| node.has_tag_name("g"));
    let text = groups.filter_map(|group| group.children().find(|child| child.has_tag_name("text")));
    text.map(|text| {
        let height = text.attribute("y").and_then(|y| y.parse().ok()).expect("a height");
        (text.text().unwrap_or_default().to_owned(), height)
    })
    .collect()
}

#[test]
fn is_well_formed_and_says_what_it_shows() {
    for (lang, word) in [(Lang::Sv, "ingen fördelning"), (Lang::En, "no allocation")] {
        let svg = drawn(3, lang);
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let root = document.root_element();
        assert_eq!((root.tag_name().name(), root.attribute("role")), ("svg", Some("img")));
        let texts: Vec<&str> =
            document.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
        assert!(texts.contains(&word) && texts.contains(&"Nämnd <1> & co"), "{svg}");
        assert!(texts.iter().any(|text| text.contains("Sommar <2023> & \"höst\"")));
        assert!(!svg.contains("<script") && !svg.contains("href"));
    }
    let svg = drawn(3, Lang::Sv);
    assert!(
        svg.contains("<title id=\"title\">Beviljat per sökande: Budget, tusen kronor</title>")
            || svg.contains("miljoner kronor")
    );
    assert!(svg.contains("Får mer i slutet än i början: Nämnd &lt;0&gt; &amp; co (+400\u{a0}000 kronor)"), "{svg}");
    assert!(svg.contains("Vid 2\u{a0}000\u{a0}000 kronor finns ingen fördelning."));
}

#[test]
fn labels_never_overlap() {
    for applicants in [1, 2, 11, 12] {
        let svg = drawn(applicants, Lang::Sv);
        let document = roxmltree::Document::parse(&svg).expect("XML");
        let mut heights: Vec<f64> = labels(&document).into_iter().map(|(_, height)| height).collect();
        assert_eq!(heights.len(), applicants);
        heights.sort_by(f64::total_cmp);
        assert!(heights.windows(2).all(|pair| pair[1] - pair[0] >= 15.0), "{heights:?}");
    }
}

#[test]
fn too_many_lines_are_summed() {
    let svg = drawn(20, Lang::En);
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let labels = labels(&document);
    assert_eq!(labels.len(), 12);
    assert!(labels.iter().any(|(name, _)| name == "Others, in all (9)"), "{labels:?}");
}

#[test]
fn breaks_lines_where_there_is_no_allocation() {
    let svg = drawn(1, Lang::Sv);
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let line = document.descendants().find_map(|node| node.attribute("stroke-dasharray").and(node.attribute("d")));
    assert_eq!(line.map(|line| line.matches('M').count()), Some(2));
}

#[test]
fn one_value_or_none_is_drawn_too() {
    let call = call(1);
    let vary: Vary = "budget=1M..1M:1".parse().expect("a range");
    for grants in [Some(vec![Money::ZERO]), None] {
        let points = [PlotPoint { at: Rational::from(1_000_000_i64), grants }];
        let swept = SweptLine { call: &call, vary: &vary, held: &[], by: Party::Applicant, points: &points };
        assert!(roxmltree::Document::parse(&svg(&swept, Lang::Sv)).is_ok());
    }
}
