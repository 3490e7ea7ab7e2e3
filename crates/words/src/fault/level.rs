//! Calls that are named in others.

use fordela_fault::LevelFault;
use fordela_model::characters::short;

use crate::both::{Both, both};
use crate::{Lang, numerals};

/// What is wrong.
pub(super) fn what(fault: &LevelFault) -> Both {
    match fault {
        LevelFault::PathNotRelative { path } => both(
            format!("`{}` är ingen sökväg från utlysningens mapp", short(path)),
            format!("`{}` is not a path from the folder of this call", short(path)),
        ),
        LevelFault::PathTooFar { path } => both(
            format!("`{}` leder för långt bort från den första utlysningen", short(path)),
            format!("`{}` leads too far away from the first call", short(path)),
        ),
        LevelFault::NoCallFile { path } => both(
            format!("`{}` är inte namnet på en utlysningsfil", short(path)),
            format!("`{}` is not the name of a call file", short(path)),
        ),
        LevelFault::Cycle { chain } if chain.len() <= 2 => {
            both("utlysningen hänvisar till sig själv", "the call names itself")
        }
        LevelFault::Cycle { chain } => {
            let chain = chain.join(" → ");
            both(
                format!("utlysningarna hänvisar till varandra i en cirkel: {chain}"),
                format!("the calls name each other in a circle: {chain}"),
            )
        }
        LevelFault::NamedTwice { path, first: (file, applicant) } => both(
            format!("`{path}` anges redan som utlysning för `{applicant}` i {file}"),
            format!("`{path}` is the call of `{applicant}` in {file} already"),
        ),
        LevelFault::TooMany { most } => both(
            format!("det finns fler än {} utlysningar", numerals::grouped(&most.to_string(), Lang::Sv)),
            format!("there are more than {most} calls"),
        ),
        LevelFault::TooDeep { most } => both(
            format!("utlysningarna ligger i fler än {most} nivåer"),
            format!("there are more than {most} levels of calls"),
        ),
        LevelFault::Currency { above, own } => both(
            format!("utlysningen är i `{}` och den ovanför i `{}`", short(own), short(above)),
            format!("this call is in {}, and the call above in {}", short(own), short(above)),
        ),
    }
}

/// What to do.
pub(super) fn help(fault: &LevelFault) -> Both {
    match fault {
        LevelFault::PathNotRelative { .. } => both(
            "skriv sökvägen från filens mapp, med `/`, som i `call = \"../board/call.toml\"`",
            "write the path from the folder of this file, with `/`, as in `call = \"../board/call.toml\"`",
        ),
        LevelFault::PathTooFar { .. } => both(
            "lägg utlysningarna i en mapp, eller i mappar bredvid varandra; andra läses inte",
            "put the calls in one folder, or in folders beside each other; calls elsewhere are not read",
        ),
        LevelFault::NoCallFile { .. } => both(
            "ange en utlysningsfil, som slutar på `.toml`, `.json` eller `.xlsx`",
            "name a call file, which ends in `.toml`, `.json` or `.xlsx`",
        ),
        LevelFault::Cycle { .. } => {
            both("ta bort `call` från någon av de sökande", "take `call` away from one of the applicants")
        }
        LevelFault::NamedTwice { .. } => {
            both("ge varje sökande en egen utlysning, eller ingen", "give each applicant a call of its own, or none")
        }
        LevelFault::TooMany { .. } | LevelFault::TooDeep { .. } => {
            both("besluta om utlysningarna längre ner för sig", "decide the calls further down by themselves")
        }
        LevelFault::Currency { .. } => both("skriv alla utlysningar i samma valuta", "write all calls in one currency"),
    }
}
