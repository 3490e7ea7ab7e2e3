//! Applicants, titles, tags and areas.

use fordela_lint::{NameFinding, WordKind};
use fordela_model::characters::short;

use super::word::noun;
use crate::Lang;
use crate::said::{Said, said};

pub(super) fn words(finding: &NameFinding, lang: Lang) -> Said {
    match lang {
        Lang::En => english(finding),
        Lang::Sv => swedish(finding),
    }
}

fn english(finding: &NameFinding) -> Said {
    match finding {
        NameFinding::ApplicantWithoutActivities { applicant } => {
            said(format!("the applicant `{applicant}` has no activity"), format!("add an activity of `{applicant}`"))
        }
        NameFinding::SameTitle { activity, earlier, title } => said(
            format!("the activities `{earlier}` and `{activity}` of one applicant have the same title, “{title}”"),
            format!("remove `{activity}` if it has been entered twice"),
        ),
        NameFinding::ApplicantsAlike { applicant, usual } => said(
            format!("the applicants `{applicant}` and `{usual}` are probably the same"),
            format!("give the activities of `{applicant}` to `{usual}`, and remove `{applicant}`"),
        ),
        NameFinding::SeveralWords { kind, word, parts } => said(
            format!("the {} `{}` is one word, and probably several were meant", noun(*kind, Lang::En), short(word)),
            format!("write `{}` in CSV, or a list of texts in the call file", short(&parts.join("|"))),
        ),
        NameFinding::SimilarWords { kind, word, usual } => said(
            format!("the {}s `{word}` and `{usual}` are probably the same", noun(*kind, Lang::En)),
            format!("write `{usual}` for `{word}`"),
        ),
    }
}

fn swedish(finding: &NameFinding) -> Said {
    match finding {
        NameFinding::ApplicantWithoutActivities { applicant } => said(
            format!("sökanden `{applicant}` har ingen aktivitet"),
            format!("lägg till en aktivitet för `{applicant}`"),
        ),
        NameFinding::SameTitle { activity, earlier, title } => said(
            format!("aktiviteterna `{earlier}` och `{activity}` har samma sökande och samma titel, ”{title}”"),
            format!("ta bort `{activity}` om den har förts in två gånger"),
        ),
        NameFinding::ApplicantsAlike { applicant, usual } => said(
            format!("sökandena `{applicant}` och `{usual}` är troligen en och samma"),
            format!("för över aktiviteterna från `{applicant}` till `{usual}` och ta bort `{applicant}`"),
        ),
        NameFinding::SeveralWords { kind, word, parts } => said(
            format!("{} `{}` läses som ett enda ord, men är troligen flera", noun(*kind, Lang::Sv), short(word)),
            format!("skriv `{}` i CSV-filen, eller en lista av texter i utlysningsfilen", short(&parts.join("|"))),
        ),
        NameFinding::SimilarWords { kind, word, usual } => said(
            match kind {
                WordKind::Tag => format!("etiketterna `{word}` och `{usual}` är troligen samma"),
                WordKind::Area => format!("områdena `{word}` och `{usual}` är troligen samma"),
                WordKind::Cost => format!("kostnadsslagen `{word}` och `{usual}` är troligen samma"),
            },
            format!("skriv `{usual}` i stället för `{word}`"),
        ),
    }
}
