//! What an allocation can break.

use std::fmt;

use fordela_model::call::{CaseId, LinkId};
use fordela_num::{Money, Rational};
use serde::Serialize;

/// One thing in which an allocation breaks its call. Activities and funds are named by their ids; caps, floors and links
/// by theirs.
///
/// As data for programs, `what` says what is broken, and money and numbers are exact text.
///
/// ```
/// # use fordela::{Activity, Applicant, CallDraft, Criterion, Fund, Grant, Money, Rule, Selection};
/// # let call = CallDraft::new("Summer")
/// #     .fund(Fund::new("city", 700_000))
/// #     .criterion(Criterion::new("need", 1, 3))
/// #     .applicant(Applicant::new("culture"))
/// #     .activity(Activity::new("music", "culture", 500_000).score("need", 3))
/// #     .rule(Rule::new("most", Selection::all()).at_most(Money::new(400_000)))
/// #     .validate()?;
/// let amount = Money::new(600_000);
/// let grant = Grant { amount, by_fund: vec![(0, amount)], ..Grant::default() };
/// let broken = fordela::verify::violations(&call, &[grant]);
/// assert_eq!(broken[0].to_string(), "activity music gets 600000, which is outside its ask");
/// assert_eq!(broken[1].to_string(), "the sum 600000 breaks the limit 400000 of case most at-most");
/// let expected = serde_json::json!([
///     { "what": "outside-ask", "activity": "music", "amount": "600000" },
///     {
///         "what": "case-broken",
///         "case": { "rule": "most", "kind": "at-most" },
///         "sum": "600000",
///         "limit": "400000",
///     },
/// ]);
/// assert_eq!(serde_json::to_value(&broken)?, expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Violation {
    /// There are not as many grants as activities.
    WrongLength {
        /// The activities.
        activities: usize,
        /// The grants.
        grants: usize,
    },
    /// A grant is below zero or above the ask.
    OutsideAsk {
        /// The id of the activity.
        activity: String,
        /// The grant.
        amount: Money,
    },
    /// A grant is no whole multiple of the unit.
    NotMultipleOfUnit {
        /// The id of the activity.
        activity: String,
        /// The grant.
        amount: Money,
    },
    /// A grant that the funding of the activity does not allow.
    NotAllowedByFunding {
        /// The id of the activity.
        activity: String,
        /// The grant.
        amount: Money,
    },
    /// The granted lines do not add up to the grant.
    LinesDoNotAddUp {
        /// The id of the activity.
        activity: String,
    },
    /// The money from the funds does not add up to the grant.
    FundsDoNotAddUp {
        /// The id of the activity.
        activity: String,
    },
    /// A fund pays for what it may not pay for.
    FundMayNotPay {
        /// The id of the activity.
        activity: String,
        /// The id of the fund.
        fund: String,
    },
    /// A fund pays that the call does not have.
    UnknownFund {
        /// The id of the activity it pays for.
        activity: String,
        /// The place of the fund among those of the call, from 0, if there were one.
        place: usize,
    },
    /// The money for the lines of an activity does not add up to what the funds pay, or to the lines.
    LinePaymentsDoNotAddUp {
        /// The id of the activity.
        activity: String,
    },
    /// A fund carries less or more of an activity than it may.
    PartOutside {
        /// The id of the activity.
        activity: String,
        /// The id of the fund.
        fund: String,
        /// What it pays.
        paid: Money,
    },
    /// Two funds pay for an activity that may not pay beside each other.
    FundsApart {
        /// The id of the activity.
        activity: String,
        /// The id of one fund.
        one: String,
        /// The id of the other.
        other: String,
    },
    /// A fund pays more than it holds.
    FundOverspent {
        /// The id of the fund.
        fund: String,
        /// What it pays.
        paid: Money,
    },
    /// A cap or floor is broken.
    CaseBroken {
        /// What it is called.
        case: CaseId,
        /// The sum of grants.
        sum: Money,
        /// The limit.
        limit: Rational,
    },
    /// Where everybody who shares gets at least a part of what is fair, somebody gets less.
    BelowFairPart {
        /// The id of the activity or applicant, whichever money is shared among.
        party: String,
        /// What it gets.
        sum: Money,
        /// What it must get at least, in money.
        least: Rational,
    },
    /// A link is broken.
    LinkBroken {
        /// What it is between.
        link: LinkId,
    },
    /// The proof does not hold, or proves less than the allocation is worth.
    ProofFails,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongLength { activities, grants } => {
                write!(f, "there are {grants} grants for {activities} activities")
            }
            Self::OutsideAsk { activity, amount } => {
                write!(f, "activity {activity} gets {amount}, which is outside its ask")
            }
            Self::NotMultipleOfUnit { activity, amount } => {
                write!(f, "activity {activity} gets {amount}, which is no multiple of the unit")
            }
            Self::NotAllowedByFunding { activity, amount } => {
                write!(f, "activity {activity} gets {amount}, which its funding does not allow")
            }
            Self::LinesDoNotAddUp { activity } => {
                write!(f, "the granted lines of activity {activity} do not add up to its grant")
            }
            Self::FundsDoNotAddUp { activity } => {
                write!(f, "the money of activity {activity} from the funds does not add up to its grant")
            }
            Self::FundMayNotPay { activity, fund } => write!(f, "fund {fund} may not pay for activity {activity}"),
            Self::UnknownFund { activity, place } => {
                write!(f, "activity {activity} is paid by fund number {}, which the call does not have", place + 1)
            }
            Self::LinePaymentsDoNotAddUp { activity } => {
                write!(f, "the money for the lines of activity {activity} does not add up")
            }
            Self::PartOutside { activity, fund, paid } => {
                write!(f, "fund {fund} pays {paid} of activity {activity}, which is not within its parts")
            }
            Self::FundsApart { activity, one, other } => {
                write!(f, "funds {one} and {other} may not pay for activity {activity} together")
            }
            Self::FundOverspent { fund, paid } => write!(f, "fund {fund} pays {paid}, which is more than it holds"),
            Self::CaseBroken { case, sum, limit } => {
                write!(f, "the sum {sum} breaks the limit {limit} of case {case}")
            }
            Self::BelowFairPart { party, sum, least } => {
                write!(f, "{party} gets {sum}, which is less than {least}, its part of what is fair")
            }
            Self::LinkBroken { link } => write!(f, "the link {link} is broken"),
            Self::ProofFails => f.write_str("the proof of the bound fails"),
        }
    }
}

#[cfg(test)]
mod tests {
    use fordela_model::call::draft::{Activity, Applicant, CallDraft, Criterion, Each, Fund, Line, Rule};
    use fordela_model::call::{CaseLimit, Kind, Percent, RuleCase, Selection};
    use fordela_model::{Call, Grant};

    use super::super::floors::FairFloor;
    use super::super::grants::broken;
    use super::*;

    /// Three activities, of which the second is whole and the third has lines, and three funds, of which two are kept apart.
    fn call() -> Call {
        let state = Fund::new("state", 500).max_part(Percent::new(25.into())).not_with("city");
        let lines = [Line::new("tents", 200).requires("stage"), Line::new("bus", 100)];
        CallDraft::new("Summer")
            .unit(100)
            .fund(Fund::new("city", 200))
            .fund(state.pays_for(Selection::activity("music")))
            .fund(Fund::new("region", 1_000))
            .criterion(Criterion::new("need", 1, 3))
            .applicant(Applicant::new("culture"))
            .applicant(Applicant::new("leisure"))
            .activity(Activity::new("music", "culture", 1_000).score("need", 3).requires("stage"))
            .activity(Activity::new("stage", "culture", 300).score("need", 2).whole())
            .activity(Activity::of_lines("camp", "leisure", lines).score("need", 1).line_by_line())
            .rule(Rule::new("most", Selection::all()).each(Each::Applicant).at_most(Money::new(400)))
            .validate()
            .expect("a call")
    }

    fn grant(amount: i64, by_fund: &[(usize, i64)]) -> Grant {
        let by_fund = by_fund.iter().map(|&(fund, amount)| (fund, Money::new(amount))).collect();
        Grant { amount: Money::new(amount), by_fund, ..Grant::default() }
    }

    fn camp(amount: i64, by_fund: &[(usize, i64)], lines: [bool; 2]) -> Grant {
        Grant { lines: lines.into(), ..grant(amount, by_fund) }
    }

    fn told(floors: &[FairFloor], grants: &[Grant]) -> Vec<String> {
        broken(&call(), floors, grants).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_broken_is_told_by_ids() {
        let music = grant(650, &[(0, 300), (1, 350)]);
        let expected = [
            "activity music gets 650, which is no multiple of the unit",
            "fund state pays 350 of activity music, which is not within its parts",
            "funds city and state may not pay for activity music together",
            "fund city pays 300, which is more than it holds",
            "the sum 650 breaks the limit 400 of case most/culture at-most",
            "the link music requires stage is broken",
        ];
        assert_eq!(told(&[], &[music, grant(0, &[]), camp(0, &[], [false, false])]), expected);
    }

    #[test]
    fn who_may_not_pay_and_what_does_not_add_up_is_told_by_ids() {
        let stage = grant(200, &[(1, 50), (7, 50)]);
        let expected = [
            "activity stage gets 200, which its funding does not allow",
            "the money of activity stage from the funds does not add up to its grant",
            "fund state may not pay for activity stage",
            "activity stage is paid by fund number 8, which the call does not have",
            "the granted lines of activity camp do not add up to its grant",
        ];
        let found = told(&[], &[grant(0, &[]), stage, camp(100, &[(0, 100)], [true, false])]);
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_told_by_its_activity_and_id() {
        let found = broken(&call(), &[], &[grant(0, &[]), grant(0, &[]), camp(200, &[(0, 200)], [true, false])]);
        let expected = serde_json::json!([{
            "what": "link-broken",
            "link": { "from": { "activity": "camp", "line": "tents" }, "kind": "requires", "to": { "activity": "stage" } },
        }]);
        assert_eq!(serde_json::to_value(&found).expect("JSON"), expected);
    }

    #[test]
    fn a_floor_of_what_is_fair_is_told_by_for_whom_it_is() {
        let floor = |party: &str, activities: Vec<usize>| FairFloor {
            party: party.to_owned(),
            case: RuleCase {
                rule: 1,
                subject: None,
                kind: Kind::AtLeast,
                activities,
                lines: std::collections::BTreeMap::new(),
                funds: None,
                limit: CaseLimit::Fixed(Rational::from(100_i64)),
            },
        };
        let floors = [floor("culture", vec![0, 1]), floor("leisure", vec![2])];
        let found = told(&floors, &[grant(0, &[]), grant(0, &[]), camp(100, &[(0, 100)], [false, true])]);
        assert_eq!(found, ["culture gets 0, which is less than 100, its part of what is fair"]);
    }
}
