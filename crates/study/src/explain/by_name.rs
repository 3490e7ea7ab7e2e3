//! Which cap or floor is named first.

use std::cmp::Ordering;

use fordela_model::Call;

/// Which of two caps or floors is named first where both do as much: by the id of the rule, then what it is repeated for.
pub(super) fn by_name(call: &Call, one: usize, other: usize) -> Ordering {
    let name = |c: usize| {
        let case = &call.cases()[c];
        (&call.draft().rules[case.rule].id, &case.subject)
    };
    name(one).cmp(&name(other))
}
