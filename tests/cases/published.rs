//! The example calls beside the figures that were published. Each figure is copied from the document named beside it,
//! and not computed from the call.

use std::collections::BTreeMap;
use std::path::Path;

use fordela::call::CallDraft;
use fordela::{Answer, Call, Money, Verified, allocate};

fn example(name: &str) -> CallDraft {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/calls/{name}/call.toml"));
    fordela_file::read_draft(&path).unwrap_or_else(|error| panic!("{name}: {error}")).draft
}

fn called(name: &str) -> Call {
    example(name).validate().unwrap_or_else(|faults| panic!("{name}: {faults}"))
}

fn allocated(call: &Call) -> Verified {
    match allocate(call) {
        Ok(Answer::Allocated(verified)) => *verified,
        other => panic!("{other:?}"),
    }
}

/// What every applicant asks for.
fn asked(call: &Call) -> BTreeMap<&str, Money> {
    let mut asked = BTreeMap::new();
    for claim in call.claims() {
        let sum = asked.entry(call.draft().applicants[claim.applicant()].id.as_str()).or_insert(Money::ZERO);
        *sum = *sum + claim.ask();
    }
    asked
}

fn sums<const N: usize>(published: [(&'static str, i64); N]) -> BTreeMap<&'static str, Money> {
    published.into_iter().map(|(id, sum)| (id, Money::new(sum))).collect()
}

/// STK-2023-490, appendix 2: what eleven boards applied for. What was proposed for them is 37 200 700 kr in all.
#[test]
fn what_eleven_boards_asked_for_in_2023() {
    let call = called("malmo-2023");
    let published = sums([
        ("forskolenamnden", 1_550_000),
        ("stadsbyggnadsnamnden", 1_500_000),
        ("halsa-vard-omsorg", 2_433_000),
        ("funktionsstod", 3_500_000),
        ("grundskola", 8_775_000),
        ("arbetsmarknad-social", 8_075_000),
        ("gymnasie-vuxen", 2_200_000),
        ("tekniska", 3_800_000),
        ("kultur", 5_500_000),
        ("fritid", 5_940_000),
        ("miljo", 1_930_000),
    ]);
    assert_eq!(asked(&call), published);
    assert_eq!(call.budget(), Money::new(37_200_700));
}

/// HVO-2023-1261: seven activities, one of them in two lines; the sum proposed for the board is of STK-2023-490.
#[test]
fn what_the_health_and_care_board_asked_for() {
    let call = called("hvon-2023");
    let asks =
        call.draft().activities.iter().zip(call.claims()).map(|(activity, claim)| (activity.id.as_str(), claim.ask()));
    let published = sums([
        ("jamlikhetsanalys", 95_000),
        ("utemiljo", 1_700_000),
        ("diabetes-rosengard", 100_000),
        ("generationer-forskola", 12_000),
        ("generationer-fritidsgard", 20_000),
        ("digital-inkludering", 306_000),
        ("motesplats-pa-hjul", 200_000),
    ]);
    assert_eq!(asks.collect::<BTreeMap<_, _>>(), published);
    assert_eq!(call.budget(), Money::new(620_000));
}

/// The application of funktionsstödsnämnden 2023: sixteen lines in eight areas of work.
#[test]
fn what_the_disability_support_board_asked_for_line_by_line() {
    let call = called("fsn-2023");
    let lines = call.draft().activities.iter().flat_map(|activity| &activity.lines).map(|line| line.cost);
    let mut lines: Vec<Money> = lines.collect();
    let mut published: Vec<Money> = [
        500_000, 12_000, 57_000, 400_000, 350_000, 50_000, 427_000, 300_000, 50_000, 131_000, 75_000, 376_000, 188_000,
        264_000, 188_000, 132_000,
    ]
    .map(Money::new)
    .to_vec();
    lines.sort();
    published.sort();
    assert_eq!(lines, published);
    assert_eq!((call.draft().activities.len(), call.asked()), (8, Money::new(3_500_000)));
    assert_eq!(call.budget(), Money::new(2_300_000));
}

/// STK-2024-124: 8 500 000 kr, eight boards, four criteria.
#[test]
fn what_there_was_to_grant_in_2024() {
    let call = called("malmo-2024");
    assert_eq!(call.budget(), Money::new(8_500_000));
    assert_eq!((asked(&call).len(), call.draft().criteria.len()), (8, 4));
}

/// HVO-2023-1261 and STK-2023-490: the state grant is to be used in 2023 and is else paid back.
#[test]
fn what_the_state_grant_may_pay_for_in_2023() {
    let mut draft = example("malmo-2023");
    let late = draft.activities.iter_mut().find(|activity| activity.tags.iter().any(|tag| tag == "barn-unga-brott"));
    let late = late.expect("an activity that the state grant pays for");
    late.period = Some("2024-H1".to_owned());
    let id = late.id.clone();
    let call = draft.validate().expect("a call");
    let fund = |id: &str| call.draft().funds.iter().position(|fund| fund.id == id).expect("a fund");
    let (state, city) = (fund("statsbidrag"), fund("kommunstyrelsen"));
    for (activity, (claim, grant)) in
        call.draft().activities.iter().zip(call.claims().iter().zip(allocated(&call).grants()))
    {
        let may = activity.tags.iter().any(|tag| tag == "barn-unga-brott") && activity.id != id;
        assert_eq!(claim.payers().contains(&state), may, "{}", activity.id);
        assert!(claim.payers().contains(&city), "{}", activity.id);
        assert!(may || grant.by_fund.iter().all(|(payer, _)| *payer != state), "{}", activity.id);
    }
}

/// STK-2022-1132: 433 000, 279 000 and 81 000 kr are 793 000 kr; a budget of 555 000 kr for the second half-year, of which
/// 322 614 kr were used, and 232 886 kr reported as carried over, which is 500 kr more than is left.
#[test]
fn what_was_shared_in_lindangen_over_half_years() {
    let call = called("lindangen-2023");
    let found = allocated(&call);
    let granted =
        call.draft().activities.iter().zip(found.grants()).map(|(one, grant)| (one.id.as_str(), grant.amount));
    let published = sums([
        ("omrade-radda-barnen", 433_000),
        ("omrade-roda-korset", 279_000),
        ("omrade-sensus", 81_000),
        ("jamlik-halsa", 555_000),
    ]);
    assert_eq!(granted.collect::<BTreeMap<_, _>>(), published);
    let paid: Vec<Money> = (0..2)
        .map(|fund| {
            found.grants().iter().flat_map(|grant| &grant.by_fund).filter(|one| one.0 == fund).map(|one| one.1).sum()
        })
        .collect();
    assert_eq!(paid, [793_000, 555_000].map(Money::new));
    let lines: Vec<Money> = found.grants()[3].by_line.iter().map(|paid| paid.amount).collect();
    assert_eq!(lines, [322_614, 232_886 - 500].map(Money::new));
}
