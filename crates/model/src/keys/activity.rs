//! The keys of an activity and of its lines.

use super::{Form, Key, Part, Word, word};

/// Which grants are possible.
const FUNDING: &[Word] = &[
    word("partial", "delvis", "vilken del som helst av det sökta beloppet", "any part of the ask"),
    word("whole", "hel", "hela det sökta beloppet, eller inget", "the ask, or nothing"),
    word("levels", "nivåer", "ett av beloppen i `levels`, eller inget", "one of the amounts of `levels`, or nothing"),
    word("lines", "poster", "varje post för sig, helt eller inte alls", "each line by itself, whole or not"),
];

pub(super) const ACTIVITY: &[Key] = &[
    Key::must("id", Form::Id, r#""musik""#, "Ordet som andra hänvisar till.", "The word that others refer to.")
        .called("Id", "Id")
        .column("id")
        .headed(&["nr", "nummer", "no", "no.", "number"]),
    Key::must("applicant", Form::Text, r#""kultur""#, "Den sökandes id eller namn.", "The id or the name of who asks.")
        .called("Sökande", "Applicant")
        .also(&["sökande", "nämnd", "förvaltning"])
        .column("applicant")
        .headed(&[
            "sökande",
            "nämnd",
            "sökande nämnd",
            "ansvarig nämnd",
            "nämnd/styrelse",
            "förvaltning",
            "sökande förvaltning",
            "organisation",
            "sökande organisation",
            "förening",
            "board",
            "committee",
            "organisation name",
            "applicant name",
            "ansøger",
            "søker",
            "hakija",
        ]),
    Key::may(
        "title",
        Form::Text,
        r#""Musikskola i Rosengård""#,
        "Vad aktiviteten heter.",
        "What the activity is called.",
    )
    .called("Aktivitet", "Activity")
    .otherwise("den heter som sitt id", "it is called by its id")
    .also(&["name", "titel", "namn", "rubrik"])
    .column("title")
    .headed(&[
        "titel",
        "aktivitet",
        "insats",
        "insatser",
        "projekt",
        "projektnamn",
        "projekttitel",
        "benämning",
        "rubrik",
        "aktivitetens namn",
        "insatsens namn",
        "activity",
        "project",
        "project title",
        "project name",
        "projektets navn",
        "prosjekt",
        "hanke",
        "hankkeen nimi",
    ]),
    Key::may("ask", Form::Money, "500_000", "Det sökta beloppet.", "The money asked for.")
        .called("Sökt belopp", "Asked")
        .otherwise("summan av posterna", "the sum of its lines")
        .also(&["amount", "cost", "sum", "sökt", "belopp", "kostnad", "sökt_belopp"])
        .changed("Sökt belopp för {}", "Ask of {}")
        .column("ask")
        .headed(&[
            "sökt belopp",
            "sökt",
            "sökt summa",
            "sökta medel",
            "sökt bidrag",
            "söker",
            "ansökt",
            "ansökt belopp",
            "ansökta medel",
            "äskat",
            "äskat belopp",
            "äskande",
            "belopp",
            "asked",
            "amount",
            "amount requested",
            "requested",
            "requested amount",
            "ansøgt beløb",
            "søgt beløb",
            "ansøgt",
            "søkt beløp",
            "søknadssum",
            "haettu",
            "haettu summa",
        ]),
    Key::may(
        "line",
        Form::Tables(Part::Line),
        r#"[{ id = "lon", cost = 300_000 }]"#,
        "Kostnadsposterna.",
        "The cost items.",
    )
    .called("Poster", "Lines")
    .otherwise("kostnaden är inte uppdelad", "the cost is not parted")
    .also(&["lines", "post", "poster", "kostnadspost"]),
    Key::may(
        "funding",
        Form::Word(FUNDING),
        r#""whole""#,
        "Vilka belopp som kan beviljas.",
        "Which grants are possible.",
    )
    .called("Beviljas som", "Granted as")
    .or("\"partial\"")
    .also(&["finansiering"])
    .changed("{} beviljas", "{} is granted")
    .column("funding"),
    Key::may(
        "min_share",
        Form::Percent,
        r#""50 %""#,
        "Med `partial`: inget, eller minst denna andel av det sökta beloppet.",
        "With `partial`: nothing, or at least this percentage of the ask.",
    )
    .called("Minsta andel", "Least share")
    .otherwise("hur liten andel som helst", "however small a share")
    .also(&["minsta_andel"])
    .changed("Minsta andel för {}", "Least share of {}")
    .column("min_share"),
    Key::may(
        "levels",
        Form::Amounts,
        "[200_000, 350_000]",
        "Med `levels`: de belopp som kan beviljas.",
        "With `levels`: the amounts of which one may be granted.",
    )
    .called("Nivåer", "Levels")
    .otherwise("det finns inga nivåer", "there are no levels")
    .also(&["nivåer"])
    .column("levels"),
    Key::may(
        "scores",
        Form::Scores,
        "{ behov = 3 }",
        "Hur väl den uppfyller varje kriterium, från 0 till kriteriets högsta poäng.",
        "How well it meets each criterion, from 0 to the criterion's best score.",
    )
    .called("Poäng", "Scores")
    .otherwise("0 för varje kriterium som inte nämns", "0 for each criterion that is not named")
    .also(&["score", "poäng", "bedömning"]),
    Key::may(
        "tags",
        Form::Texts,
        r#"["barn"]"#,
        "Fria ord som regler och källor kan välja efter.",
        "Free words that rules and funds can select by.",
    )
    .called("Etiketter", "Tags")
    .otherwise("den har inga", "it has none")
    .also(&["tag", "etiketter", "taggar"])
    .column("tags"),
    Key::may("areas", Form::Texts, r#"["Rosengård"]"#, "Områdena där den sker.", "The areas it takes place in.")
        .called("Områden", "Areas")
        .otherwise("den sker inte i något visst område", "it takes place in no certain area")
        .also(&["area", "områden", "område"])
        .column("areas")
        .headed(&["område", "områden", "stadsdel", "stadsdelar", "area", "ward"]),
    Key::may(
        "requires",
        Form::Texts,
        r#"["lokal"]"#,
        "Den får pengar bara om alla dessa får det: id på aktiviteter, eller `aktivitet/post`.",
        "Money only if all of these get money: ids of activities, or `activity/line`.",
    )
    .called("Kräver", "Requires")
    .otherwise("den kräver inget", "it requires nothing")
    .also(&["require", "kräver"])
    .column("requires"),
    Key::may(
        "excludes",
        Form::Texts,
        r#"["teater"]"#,
        "Den får pengar bara om ingen av dessa får det: id på aktiviteter, eller `aktivitet/post`.",
        "Money only if none of these gets money: ids of activities, or `activity/line`.",
    )
    .called("Utesluter", "Excludes")
    .otherwise("den utesluter inget", "it excludes nothing")
    .also(&["exclude", "utesluter"])
    .column("excludes"),
    Key::may("period", Form::Period, r#""2026-03--2026-11""#, "När den pågår.", "When it takes place.")
        .called("Period", "Period")
        .otherwise("när som helst", "at any time")
        .column("period")
        .headed(&["tid", "tidsperiod", "projektperiod"]),
    Key::may(
        "spend_rate",
        Form::SpendRate,
        r#""70–90 %""#,
        "Hur stor del av det beviljade beloppet den väntas förbruka.",
        "What percentage of its grant it is expected to spend.",
    )
    .called("Förbrukningsgrad", "Spend rate")
    .otherwise("allt", "all of it")
    .also(&["förbrukningsgrad", "förbrukning"])
    .changed("Förbrukningsgrad för {}", "Spend rate of {}")
    .column("spend_rate"),
    Key::may(
        "note",
        Form::Text,
        r#""Tydligt kopplad till området.""#,
        "Vad som sägs om den, som en kommentar i bilagan till beslutet.",
        "What is said of it, as a comment in the appendix to the decision.",
    )
    .called("Motivering", "Justification")
    .otherwise("inget sägs om den", "nothing is said of it")
    .also(&["comment", "kommentar", "motivering"])
    .column("note")
    // What is only called a comment may be for those who work with the list, and not to be printed.
    .headed(&[
        "motivering",
        "kommentar till förslaget",
        "kommentar till beslutet",
        "motivation",
        "justification",
        "begrundelse",
        "begrunnelse",
        "perustelut",
    ]),
];

pub(super) const LINE: &[Key] = &[
    Key::must(
        "id",
        Form::Id,
        r#""lon""#,
        "Ordet som andra hänvisar till, inom aktiviteten.",
        "The word that others refer to, within its activity.",
    )
    .called("Kostnadspost", "Cost line").column("line"),
    Key::may("title", Form::Text, r#""Lön""#, "Vad posten heter.", "What the line is called.").called("Postens namn", "Name of line")
        .otherwise("den heter som sitt id", "it is called by its id")
        .also(&["name", "titel", "namn", "rubrik"]).column("line_title"),
    Key::must("cost", Form::Money, "300_000", "Vad den kostar.", "What it costs.").called("Postens kostnad", "Cost of line")
        .also(&["amount", "ask", "sum", "kostnad", "belopp"]).changed("Kostnad för {}", "Cost of {}").column("cost"),
    Key::may(
        "kind",
        Form::Text,
        r#""personal""#,
        "Kostnadsslaget: ett fritt ord som regler och källor kan välja efter.",
        "The kind of cost: a free word that rules and funds can select by.",
    )
    .called("Postens kostnadsslag", "Kind of line")
    .otherwise("den är av inget visst slag", "it is of no certain kind")
    .also(&["slag", "kostnadsslag"]).column("line_kind"),
    Key::may("period", Form::Period, r#""2026-H1""#, "När den används.", "When it is used.").called("Postens period", "Period of line")
        .otherwise("aktivitetens period", "the period of the activity").column("line_period"),
    Key::may(
        "requires",
        Form::Texts,
        r#"["lokal"]"#,
        "Med `lines`: beviljas bara om alla dessa beviljas, som är poster i samma aktivitet eller `aktivitet/post`.",
        "With `lines`: granted only if all of these are, which are lines of the same activity, or `activity/line`.",
    )
    .called("Posten kräver", "Line requires")
    .otherwise("den kräver inget", "it requires nothing")
    .also(&["require", "kräver"]).column("line_requires"),
    Key::may(
        "excludes",
        Form::Texts,
        r#"["resor"]"#,
        "Med `lines`: beviljas bara om ingen av dessa beviljas, som är poster i samma aktivitet eller `aktivitet/post`.",
        "With `lines`: granted only if none of these is, which are lines of the same activity, or `activity/line`.",
    )
    .called("Posten utesluter", "Line excludes")
    .otherwise("den utesluter inget", "it excludes nothing")
    .also(&["exclude", "utesluter"]).column("line_excludes"),
];
