//! What can be named by an id.

use fordela_model::call::Named;

pub(crate) fn no(named: Named) -> &'static str {
    match named {
        Named::Fund => "ingen finansieringskälla",
        Named::Criterion => "inget kriterium",
        Named::Applicant => "ingen sökande",
        Named::Activity => "ingen aktivitet",
        Named::Line => "ingen kostnadspost",
        Named::Rule => "ingen regel",
    }
}

pub(crate) fn some(named: Named) -> &'static str {
    match named {
        Named::Fund => "en finansieringskälla",
        Named::Criterion => "ett kriterium",
        Named::Applicant => "en sökande",
        Named::Activity => "en aktivitet",
        Named::Line => "en kostnadspost",
        Named::Rule => "en regel",
    }
}
