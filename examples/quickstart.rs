//! A call is built in code, allocated and printed.
#![allow(clippy::print_stdout, reason = "an example prints")]

use fordela::{Activity, Answer, Applicant, CallDraft, Criterion, Fund, allocate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let call = CallDraft::new("Summer 2026")
        .unit(1_000)
        .fund(Fund::new("city", 700_000))
        .criterion(Criterion::new("need", 2, 3))
        .criterion(Criterion::new("together", 1, 3))
        .applicant(Applicant::new("culture"))
        .applicant(Applicant::new("leisure"))
        .activity(Activity::new("music", "culture", 500_000).score("need", 3).score("together", 2))
        .activity(Activity::new("stage", "culture", 300_000).score("need", 2).whole())
        .activity(Activity::new("camp", "leisure", 400_000).score("need", 2).score("together", 1))
        .validate()?;
    match allocate(&call)? {
        Answer::Allocated(allocation) => {
            for (activity, grant) in allocation.by_id() {
                println!("{activity:<8}{:>8}", grant.amount.to_string());
            }
        }
        Answer::Impossible(why) => println!("{} caps and floors conflict", why.conflict.len()),
    }
    Ok(())
}
