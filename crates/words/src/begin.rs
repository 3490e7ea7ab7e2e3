//! What is written in the beginning of a call that is made of a table of applications, and what is told of it.

use crate::report::head::Head;
use crate::{Lang, Words};
use fordela_num::Money;

/// What was found in a table.
#[derive(Debug, Clone, Copy)]
pub struct Found<'f> {
    /// The file, and the sheet where it is a workbook.
    pub file: &'f str,
    /// How many activities.
    pub activities: usize,
    /// How many applicants.
    pub applicants: usize,
    /// What is asked for in all.
    pub asked: Money,
    /// The name of each column, and what it holds in a call.
    pub columns: &'f [(String, Option<String>)],
    /// Whether there are scores.
    pub has_scores: bool,
    /// Whether the budget was given.
    pub has_budget: bool,
}

impl Words<'_> {
    /// The mark of what is left to decide.
    #[must_use]
    pub fn to_decide(&self) -> &'static str {
        self.pick("ATT BESLUTA", "TO DECIDE")
    }
}

/// The lines at the top of the call file.
#[must_use]
pub fn top(found: &Found<'_>, words: Words<'_>) -> Vec<String> {
    let decide = words.to_decide();
    let mut lines = vec![
        match words.lang {
            Lang::Sv => format!("Utlysning gjord ur {}: {}.", found.file, counted(found, words)),
            Lang::En => format!("A call made of {}: {}.", found.file, counted(found, words)),
        },
        String::new(),
    ];
    lines.extend(columns(found, words));
    lines.push(String::new());
    lines.push(match words.lang {
        Lang::Sv => format!("Där det står {decide} finns något att ta ställning till."),
        Lang::En => format!("Where it says {decide}, something is left for you to settle."),
    });
    let next = words.pick(
        "Kontrollera sedan filen med `fordela check` och fördela med `fordela allocate`.",
        "Then check the file by `fordela check`, and allocate by `fordela allocate`.",
    );
    lines.push(next.to_owned());
    if !found.has_scores {
        lines.push(String::new());
        lines.extend(without_scores(words));
    }
    lines
}

/// That the money is shared, as there are no scores.
fn without_scores(words: Words<'_>) -> Vec<String> {
    let [first, rest @ ..] = words.pick_lines(
        &[
            "tabellen har inga kolumner med poäng. Medlen delas därför i proportion till de sökta",
            "beloppen. Lägg till en kolumn med poäng för varje kriterium för att fördela efter prioritet, och ta",
            "då bort [objective].",
        ],
        &[
            "the table has no columns of scores. The money is therefore divided in proportion to what is",
            "asked for. Add a column of scores for each criterion to allocate by priority, and then remove",
            "[objective].",
        ],
    );
    let first = format!("{}: {first}", words.to_decide());
    std::iter::once(first).chain(rest.iter().map(|line| (*line).to_owned())).collect()
}

/// `25 aktiviteter från 12 sökande, sammanlagt 39 576 000 kr`.
fn counted(found: &Found<'_>, words: Words<'_>) -> String {
    in_all(found.activities, found.applicants, found.asked, words)
}

/// The same of any activities.
pub(crate) fn in_all(activities: usize, applicants: usize, asked: Money, words: Words<'_>) -> String {
    let [many, who] = [activities, applicants].map(|count| words.number(&count.to_string()));
    let asked = words.money(asked);
    match words.lang {
        Lang::Sv => {
            let named = if activities == 1 { "aktivitet" } else { "aktiviteter" };
            format!("{many} {named} från {who} sökande, sammanlagt {asked}")
        }
        Lang::En => {
            let named = if activities == 1 { "activity" } else { "activities" };
            let asking = if applicants == 1 { "applicant" } else { "applicants" };
            format!("{many} {named} of {who} {asking}, {asked} in all")
        }
    }
    .replace('\u{a0}', " ")
}

/// What each column was found to hold.
#[must_use]
pub fn columns(found: &Found<'_>, words: Words<'_>) -> Vec<String> {
    let (mut read, mut scores, mut passed) = (Vec::new(), Vec::new(), Vec::new());
    for (name, holds) in found.columns {
        match holds.as_deref() {
            None => passed.push(name.clone()),
            Some(holds) if holds.starts_with("score.") => scores.push(name.clone()),
            Some(holds) => read.push(column(name, holds, words)),
        }
    }
    let kinds = [("Kolumner", "Columns"), ("Poäng", "Scores"), ("Läses inte", "Not read")];
    let lines = kinds.into_iter().zip([read, scores, passed]).filter(|(_, names)| !names.is_empty());
    lines
        .map(|((swedish, english), names)| format!("{}: {}.", words.pick(swedish, english), names.join(", ")))
        .collect()
}

/// A column with what it holds, where its name is another.
fn column(name: &str, holds: &str, words: Words<'_>) -> String {
    let held = match holds {
        "applicant" => words.head(Head::Applicant),
        "title" => words.head(Head::Activity),
        "ask" => words.pick("Sökt belopp", "Amount asked for"),
        other => other,
    };
    let is_same = name.to_lowercase() == held.to_lowercase();
    if is_same { name.to_owned() } else { format!("{name} ({})", held.to_lowercase()) }
}

/// The lines above the fund.
#[must_use]
pub fn fund(found: &Found<'_>, words: Words<'_>) -> Vec<String> {
    let decide = words.to_decide();
    let line = if found.has_budget {
        words.pick(
            "varifrån pengarna kommer. Här står den budget som angavs; en källa till får ett eget [[fund]].",
            "where the money comes from. The budget is as it was given; another fund has its own [[fund]].",
        )
    } else {
        words.pick(
            "budgeten. Här står allt som har sökts; skriv det belopp som finns att fördela.",
            "the budget. What stands here is all that is asked for; write the money that there is.",
        )
    };
    vec![format!("{decide}: {line}")]
}

/// The lines above the criteria.
#[must_use]
pub fn criterion(found: &Found<'_>, words: Words<'_>) -> Vec<String> {
    if !found.has_scores {
        let line = words.pick(
            "kriterierna. Tabellen har inga poäng; detta kriterium står här i väntan på dem.",
            "the criteria. The table has no scores; this criterion stands here until it has.",
        );
        return vec![format!("{}: {line}", words.to_decide())];
    }
    let lines = words.pick_lines(
        &[
            "hur mycket varje kriterium väger (weight), och den högsta poäng som kan ges (max).",
            "Här väger alla lika, och max är den högsta poäng som står i tabellen.",
        ],
        &[
            "how much each criterion counts (weight), and the best score that can be given (max).",
            "Here all count alike, and max is the best score that stands in the table.",
        ],
    );
    vec![format!("{}: {}", words.to_decide(), lines[0]), lines[1].to_owned()]
}

/// The line above the applicants.
#[must_use]
pub fn applicant(words: Words<'_>) -> Vec<String> {
    vec![
        words
            .pick(
                "De sökande. Ett namn i tabellen som inte står här är ett fel.",
                "The applicants. A name in the table that does not stand here is a mistake.",
            )
            .to_owned(),
    ]
}

/// Rules as offices often have them, for people to choose among; and what to do with them.
#[must_use]
pub fn rules(words: Words<'_>) -> Vec<String> {
    let [least, most, each] = match words.lang {
        Lang::Sv => [
            "Alla sökande får minst en fjärdedel",
            "Ingen sökande får mer än 95 %",
            "Ingen aktivitet får mer än 2 mnkr",
        ],
        Lang::En => [
            "Every applicant gets at least a quarter",
            "No applicant gets more than 95 %",
            "No activity gets more than 2 million",
        ],
    };
    let decide = words.to_decide();
    let how = words.pick(
        "regler. Ta bort # framför de rader som ska gälla, och ändra gränserna.",
        "rules. Remove the # before the lines that are to hold, and change the limits.",
    );
    let rule = |id: &str, name: &str, each: &str, limit: &str| {
        [
            "[[rule]]".to_owned(),
            format!("id = \"{id}\""),
            format!("name = \"{name}\""),
            format!("each = \"{each}\""),
            limit.to_owned(),
        ]
    };
    let mut lines = vec![format!("{decide}: {how}")];
    for (id, name, each, limit) in [
        (words.pick("golv", "floor"), least, "applicant", "at_least = \"25 % of asked\""),
        (words.pick("tak", "cap"), most, "applicant", "at_most = \"95 % of asked\""),
        (words.pick("hogst", "most"), each, "activity", "at_most = 2_000_000"),
    ] {
        lines.push(String::new());
        lines.extend(rule(id, name, each, limit));
    }
    lines
}

/// What is told once the file is written.
#[must_use]
pub fn written(found: &Found<'_>, path: &str, words: Words<'_>) -> String {
    let counted = counted(found, words);
    let mut lines = vec![match words.lang {
        Lang::Sv => format!("Skrev {path}: {counted}."),
        Lang::En => format!("Wrote {path}: {counted}."),
    }];
    lines.extend(columns(found, words));
    lines.push(match words.lang {
        Lang::Sv => format!("Det som återstår att besluta är märkt med {} i filen.", words.to_decide()),
        Lang::En => format!("What is left to decide is marked by {} in the file.", words.to_decide()),
    });
    lines.push(match words.lang {
        Lang::Sv => format!("Nästa steg: fordela check {path}"),
        Lang::En => format!("Next: fordela check {path}"),
    });
    lines.join("\n") + "\n"
}

/// What the criterion is called that stands in for those to come.
#[must_use]
pub fn criterion_to_come(words: Words<'_>) -> &'static str {
    words.pick("prioritet", "priority")
}

/// What a call is called that has no title in its table.
#[must_use]
pub fn untitled(words: Words<'_>) -> &'static str {
    words.pick("Utlysning", "Call")
}

/// What the file of a call is called.
#[must_use]
pub fn file_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "utlysning.toml",
        Lang::En => "call.toml",
    }
}
