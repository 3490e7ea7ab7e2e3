//! The keys of a rule, and of what a fund pays for.

use super::{Form, Key, Word, word};

/// What a rule is repeated for.
const EACH: &[Word] = &[
    word("applicant", "sökande", "varje sökande", "every applicant"),
    word("area", "område", "varje område som någon aktivitet nämner", "every area that an activity names"),
    word("tag", "etikett", "varje ord i `tags` som någon aktivitet har", "every tag that an activity names"),
    word("fund", "källa", "varje källa", "every fund"),
    word("activity", "aktivitet", "varje aktivitet", "every activity"),
];

const APPLICANT: Key = Key::may(
    "applicant",
    Form::TextOrTexts,
    r#""kultur""#,
    "Bara aktiviteter från dessa sökande.",
    "Only activities of these applicants.",
)
.called("Sökande", "Applicant")
.otherwise("från alla", "of all")
.also(&["applicants", "sökande", "nämnd"]);

const AREA: Key = Key::may(
    "area",
    Form::TextOrTexts,
    r#"["Rosengård", "Nydala"]"#,
    "Bara aktiviteter i dessa områden.",
    "Only activities in these areas.",
)
.called("Område", "Area")
.otherwise("överallt", "everywhere")
.also(&["areas", "område", "områden"]);

const TAG: Key = Key::may(
    "tag",
    Form::TextOrTexts,
    r#""barn""#,
    "Bara aktiviteter med dessa ord.",
    "Only activities with these tags.",
)
.called("Etikett", "Tag")
.otherwise("med vilka ord som helst", "with any")
.also(&["tags", "etikett", "tagg"]);

const ACTIVITY: Key =
    Key::may("activity", Form::TextOrTexts, r#""musik""#, "Bara dessa aktiviteter.", "Only these activities.")
        .called("Aktivitet", "Activity")
        .otherwise("alla", "all")
        .also(&["activities", "aktivitet", "aktiviteter"]);

const KIND: Key = Key::may(
    "kind",
    Form::TextOrTexts,
    r#""personal""#,
    "Bara poster av dessa kostnadsslag.",
    "Only lines of these kinds of cost.",
)
.called("Kostnadsslag", "Kind of cost")
.otherwise("av alla slag", "of all kinds")
.also(&["slag", "kostnadsslag"]);

const LINE: Key = Key::may("line", Form::TextOrTexts, r#""musik/lon""#, "Bara dessa poster.", "Only these lines.")
    .called("Post", "Line")
    .otherwise("alla", "all")
    .also(&["lines", "post", "poster"]);

const PERIOD: Key = Key::may(
    "period",
    Form::TextOrTexts,
    r#""2026""#,
    "Bara vad som sker inom dessa perioder.",
    "Only what takes place within these periods.",
)
.called("Period", "Period")
.otherwise("när som helst", "at any time");

const FUND: Key = Key::may(
    "fund",
    Form::TextOrTexts,
    r#""stat""#,
    "Bara pengar från dessa källor. Säger inget i en källas `pays_for`.",
    "Only money from these funds. Says nothing in the `pays_for` of a fund.",
)
.called("Källa", "Fund")
.otherwise("från alla", "from all")
.also(&["funds", "källa", "källor"]);

pub(super) const SELECTION: &[Key] = &[APPLICANT, AREA, TAG, ACTIVITY, KIND, LINE, PERIOD, FUND];

pub(super) const RULE: &[Key] = &[
    Key::must(
        "id",
        Form::Id,
        r#""tak""#,
        "Ordet som regeln redovisas under.",
        "The word that the rule is reported by.",
    )
    .called("Id", "Id"),
    Key::may("name", Form::Text, r#""Ingen får mer än hälften""#, "Vad regeln heter.", "What the rule is called.")
        .called("Namn", "Name")
        .otherwise("den heter som sitt id", "it is called by its id")
        .also(&["title", "namn"]),
    Key::may(
        "each",
        Form::Word(EACH),
        r#""applicant""#,
        "En sådan regel för var och en av dessa.",
        "One such rule for every one of these.",
    )
    .called("För varje", "For each")
    .otherwise("en regel för alla tillsammans", "one rule for all together")
    .also(&["varje", "för_varje"]),
    APPLICANT,
    AREA,
    TAG,
    ACTIVITY,
    KIND,
    LINE,
    PERIOD,
    FUND,
    Key::may(
        "at_least",
        Form::Limit,
        r#""25 % of asked""#,
        "Golvet: den minsta summan av beviljade belopp.",
        "The floor: the least sum of grants.",
    )
    .called("Minst", "At least")
    .otherwise("det finns inget golv", "there is no floor")
    .also(&["min", "floor", "minst", "golv"])
    .changed("{}: minst", "{}: at least"),
    Key::may(
        "at_most",
        Form::Limit,
        r#""50 % of budget""#,
        "Taket: den största summan av beviljade belopp.",
        "The cap: the largest sum of grants.",
    )
    .called("Högst", "At most")
    .otherwise("det finns inget tak", "there is no cap")
    .also(&["max", "cap", "högst", "tak"])
    .changed("{}: högst", "{}: at most"),
];
