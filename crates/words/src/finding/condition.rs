//! What funds may pay for, and when.

use fordela_lint::ConditionFinding;

use crate::Lang;
use crate::said::{Said, listed, said};

pub(super) fn words(finding: &ConditionFinding, lang: Lang) -> Said {
    match (finding, lang) {
        (ConditionFinding::GoesOnAfter { fund, what, last }, Lang::En) => said(
            format!("`{what}` goes on after {last}, and so the fund `{fund}` pays for none of it"),
            format!("part `{what}` into lines with a `period` each, up to {last} and after it"),
        ),
        (ConditionFinding::GoesOnAfter { fund, what, last }, Lang::Sv) => said(
            format!(
                "`{what}` fortsätter efter {last}, och därför betalar finansieringskällan `{fund}` ingen del av den"
            ),
            format!("dela upp `{what}` i poster med var sin `period`, till och med {last} och därefter"),
        ),
        (ConditionFinding::PartsTooSmall { activity, funds }, Lang::En) => said(
            format!(
                "{} can together carry only a part of `{activity}`, which can therefore get nothing",
                listed(funds)
            ),
            format!("raise `max_part`, or let `pays_for` of another fund cover `{activity}`"),
        ),
        (ConditionFinding::PartsTooSmall { activity, funds }, Lang::Sv) => said(
            format!(
                "{} får tillsammans bara betala en del av `{activity}`, som därför inte kan få något",
                listed(funds)
            ),
            format!("höj `max_part`, eller låt `pays_for` för en annan finansieringskälla omfatta `{activity}`"),
        ),
        (ConditionFinding::LineUnpaid { line }, Lang::En) => {
            said(format!("no fund may pay for the line `{line}`"), format!("let `pays_for` of a fund cover `{line}`"))
        }
        (ConditionFinding::LineUnpaid { line }, Lang::Sv) => said(
            format!("ingen finansieringskälla får betala kostnadsposten `{line}`"),
            format!("låt `pays_for` för en finansieringskälla omfatta `{line}`"),
        ),
    }
}
