//! One call is shared by several rules, and then blended: what does each step of fairness cost?
#![allow(clippy::print_stdout, reason = "an example prints")]

use fordela::call::Percent;
use fordela::{Activity, Answer, Applicant, CallDraft, Criterion, Fund, ObjectiveKind, allocate};

fn summer() -> CallDraft {
    CallDraft::new("Summer 2026")
        .unit(100)
        .fund(Fund::new("city", 600_000))
        .criterion(Criterion::new("need", 1, 3))
        .applicant(Applicant::new("culture"))
        .applicant(Applicant::new("leisure"))
        .activity(Activity::new("music", "culture", 500_000).score("need", 3))
        .activity(Activity::new("stage", "culture", 100_000).score("need", 1))
        .activity(Activity::new("camp", "leisure", 400_000).score("need", 2))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rules = [
        ("most value", ObjectiveKind::Priority),
        ("equal awards", ObjectiveKind::EqualAwards),
        ("equal losses", ObjectiveKind::EqualLosses),
        ("leximin", ObjectiveKind::Leximin),
    ];
    println!("{:<16}{:>8}{:>8}{:>8}{:>12}", "", "music", "stage", "camp", "value");
    for (name, kind) in rules {
        print(name, summer().objective(kind))?;
    }
    println!("\nthe most value with at least a part of equal awards");
    for part in [0, 25, 50, 75, 100] {
        let mut blend = summer().objective(ObjectiveKind::EqualAwards);
        blend.objective.at_least = Some(Percent::new(part.into()));
        print(&format!("{part} %"), blend)?;
    }
    Ok(())
}

fn print(name: &str, draft: CallDraft) -> Result<(), Box<dyn std::error::Error>> {
    if let Answer::Allocated(shared) = allocate(&draft.validate()?)? {
        let grants: Vec<String> =
            shared.grants().iter().map(|grant| format!("{:>8}", grant.amount.to_string())).collect();
        println!("{name:<16}{}{:>12.0}", grants.concat(), shared.value().to_f64());
    }
    Ok(())
}
