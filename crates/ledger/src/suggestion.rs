//! What was suggested, as a text by which it can be told years later whether it is still the same.
//!
//! The text holds data and no words of ours: how the call was answered, the exact value and bound, what everybody gets and
//! who pays it. What is worded otherwise one day, or told besides, changes nothing here. Whatever does change is another
//! [`FORM`], which is not compared with this.

use fordela_model::{Call, Grant};
use fordela_num::{Money, Rational};

/// The form of the text. Another form is another number, and texts of different forms are not compared.
pub const FORM: usize = 1;

/// What is suggested for a call.
#[derive(Debug, Clone, Copy)]
pub struct Suggested<'a> {
    /// What every activity gets, in the order of the call.
    pub grants: &'a [Grant],
    /// What it is worth.
    pub value: &'a Rational,
    /// What nothing is worth more than.
    pub bound: &'a Rational,
}

/// The text of what is suggested, in lines of words that hold no spaces; `suggested` is `None` where nothing is.
///
/// ```text
/// suggestion 1
/// status optimal
/// currency SEK
/// value 900
/// bound 900
/// grant music 300
/// pays music city 200
/// pays music state 100
/// ```
///
/// Activities, lines and funds come by id, and exact numbers as `n` or `n/d`, so that the order of the call changes nothing. A
/// line that is granted by itself is `line ACTIVITY LINE`; where it is known what is paid of it, `pays ACTIVITY/LINE FUND
/// AMOUNT`. Activities that get nothing are left out.
#[must_use]
pub fn text(call: &Call, status: &str, suggested: Option<Suggested<'_>>) -> String {
    let mut text = format!("suggestion {FORM}\nstatus {status}\ncurrency {}\n", call.draft().currency);
    let Some(suggested) = suggested else { return text };
    text += &format!("value {}\nbound {}\n", suggested.value, suggested.bound);
    let granted = suggested.grants.iter().enumerate().filter(|(_, grant)| !grant.amount.is_zero());
    let mut lines: Vec<String> = granted.flat_map(|(a, grant)| of_grant(call, a, grant)).collect();
    lines.sort();
    lines.into_iter().for_each(|line| text += &line);
    text
}

fn of_grant(call: &Call, a: usize, grant: &Grant) -> Vec<String> {
    let (draft, activity) = (call.draft(), &call.draft().activities[a]);
    let id = &activity.id;
    let mut lines = vec![format!("grant {id} {}\n", plain(grant.amount))];
    let chosen = activity.lines.iter().zip(&grant.lines).filter(|(_, is_granted)| **is_granted);
    lines.extend(chosen.map(|(line, _)| format!("line {id} {}\n", line.id)));
    let paid = grant.by_fund.iter().filter(|(_, amount)| !amount.is_zero());
    lines.extend(paid.map(|(f, amount)| format!("pays {id} {} {}\n", draft.funds[*f].id, plain(*amount))));
    let by_line = grant.by_line.iter().filter(|paid| !paid.amount.is_zero());
    lines.extend(by_line.map(|paid| {
        let (line, fund) = (&activity.lines[paid.line].id, &draft.funds[paid.fund].id);
        format!("pays {id}/{line} {fund} {}\n", plain(paid.amount))
    }));
    lines
}

/// The amount without zeros that say nothing.
fn plain(amount: Money) -> String {
    amount.decimal().normalize().to_string()
}

#[cfg(test)]
mod tests {
    use fordela_model::CallDraft;
    use fordela_model::call::draft::{Activity, Applicant, Criterion, Fund};

    use super::*;

    fn call(funds: [&str; 2]) -> Call {
        let draft =
            CallDraft::new("Summer").criterion(Criterion::new("need", 1, 3)).applicant(Applicant::new("culture"));
        let draft = funds.into_iter().fold(draft, |draft, fund| draft.fund(Fund::new(fund, 200)));
        let draft =
            draft.activity(Activity::new("stage", "culture", 300)).activity(Activity::new("music", "culture", 300));
        draft.validate().unwrap_or_else(|faults| unreachable!("{faults}"))
    }

    fn text_of(call: &Call, by_fund: &[(usize, i64)]) -> String {
        let by_fund = by_fund.iter().map(|(f, amount)| (*f, Money::new(*amount))).collect();
        let music = Grant { amount: Money::new(300), by_fund, ..Grant::default() };
        let (value, bound) = (Rational::from(900_i64), Rational::new(2701, 3).unwrap_or_default());
        let suggested = Suggested { grants: &[Grant::default(), music], value: &value, bound: &bound };
        text(call, "within-gap", Some(suggested))
    }

    #[test]
    fn it_holds_what_is_granted_and_who_pays_in_the_order_of_ids() {
        let expected = "suggestion 1\nstatus within-gap\ncurrency SEK\nvalue 900\nbound 2701/3\n\
                        grant music 300\npays music city 200\npays music state 100\n";
        assert_eq!(text_of(&call(["city", "state"]), &[(0, 200), (1, 100)]), expected);
        assert_eq!(text_of(&call(["state", "city"]), &[(0, 100), (1, 200)]), expected);
    }

    #[test]
    fn nothing_is_suggested_for_an_impossible_call() {
        let expected = "suggestion 1\nstatus infeasible\ncurrency SEK\n";
        assert_eq!(text(&call(["city", "state"]), "infeasible", None), expected);
    }
}
