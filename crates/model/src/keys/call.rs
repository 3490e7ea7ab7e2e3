//! The keys of a call as a whole, of its objective, its criteria and its applicants.

use super::{Form, Key, Part, Word, word};

pub(super) const CALL: &[Key] = &[
    Key::may(
        "title",
        Form::Text,
        r#""Områdessatsningar 2026""#,
        "Vad utlysningen heter.",
        "What the call is called.",
    )
    .called("Titel", "Title")
    .otherwise("den har inget namn", "it has no name")
    .also(&["name", "titel", "namn", "rubrik"]),
    Key::may(
        "currency",
        Form::Text,
        r#""EUR""#,
        "Valutan för alla belopp, som en kod på tre bokstäver enligt ISO 4217.",
        "The currency of all amounts, as a code of three letters by ISO 4217.",
    )
    .called("Valuta", "Currency")
    .or("\"SEK\"")
    .also(&["valuta"]),
    Key::may(
        "unit",
        Form::Money,
        "1_000",
        "Den minsta enheten: varje beviljat belopp är ett helt antal sådana.",
        "Grants are whole multiples of this.",
    )
    .called("Minsta enhet", "Unit")
    .or("1")
    .also(&["enhet", "jämna_belopp"]).changed("Minsta enhet för belopp", "Unit of grants"),
    Key::may(
        "objective",
        Form::Table(Part::Objective),
        r#"{ kind = "leximin" }"#,
        "Vad fördelningen söker.",
        "What the allocation looks for.",
    )
    .called("Mål", "Objective")
    .otherwise("den söker mest prioritet för pengarna", "it looks for the most priority for the money")
    .also(&["mål", "målfunktion"]),
    Key::may(
        "fund",
        Form::Tables(Part::Fund),
        r#"[{ id = "stad", amount = 700_000 }]"#,
        "Källorna: varifrån pengarna kommer.",
        "Where the money comes from.",
    )
    .called("Källor", "Funds")
    .otherwise("det finns inga pengar", "there is no money")
    .also(&["budget", "funds", "källa", "finansieringskälla", "medel"]),
    Key::may(
        "criterion",
        Form::Tables(Part::Criterion),
        r#"[{ id = "behov", weight = 1, max = 3 }]"#,
        "Kriterierna: vad aktiviteterna bedöms efter.",
        "What activities are scored on.",
    )
    .called("Kriterier", "Criteria")
    .otherwise("ingenting ger poäng", "nothing is scored")
    .also(&["criteria", "kriterium", "kriterier"]),
    Key::may(
        "applicant",
        Form::Tables(Part::Applicant),
        r#"[{ id = "kultur" }]"#,
        "De sökande: nämnder och andra som söker pengar.",
        "Who asks for money: boards and others.",
    )
    .called("Sökande", "Applicants")
    .otherwise("ingen söker", "nobody asks")
    .also(&["applicants", "sökande", "nämnd", "förvaltning"]),
    Key::may(
        "activity",
        Form::Tables(Part::Activity),
        r#"[{ id = "musik", applicant = "kultur", ask = 500_000 }]"#,
        "Aktiviteterna: vad pengar söks till.",
        "What money is asked for.",
    )
    .called("Aktiviteter", "Activities")
    .otherwise(
        "de står i den fil som `activities` nämner, eller det finns inga",
        "they stand in the file that `activities` names, or there are none",
    )
    .also(&["aktivitet", "ansökan", "insats"]),
    Key::may(
        "activities",
        Form::FileName,
        r#""aktiviteter.csv""#,
        "En CSV-fil med aktiviteter, sedd från utlysningens mapp. De läggs efter dem som står i utlysningen.",
        "A CSV file with activities, seen from the folder of the call. They come after those in the call.",
    )
    .called("Fil med aktiviteter", "File of activities")
    .otherwise("alla aktiviteter står i utlysningen", "all activities stand in the call")
    .also(&["aktiviteter"]),
    Key::may(
        "rule",
        Form::Tables(Part::Rule),
        r#"[{ id = "tak", at_most = "50 % of budget" }]"#,
        "Reglerna: tak och golv.",
        "Caps and floors.",
    )
    .called("Regler", "Rules")
    .otherwise("det finns inga tak och golv", "there are no caps and floors")
    .also(&["rules", "regel", "regler"]),
    Key::may(
        "bad_luck",
        Form::Number,
        "1.5",
        "Hur många aktiviteter som högst förbrukar så lite som deras `spend_rate` medger, i det sämsta fall som redovisas. \
         Den sista gör det till en del om talet inte är helt.",
        "How many activities at most spend as little as their `spend_rate` allows, in the worst case that is told; the last \
         one in part where it is no whole number.",
    )
    .called("Antal med otur", "Bad luck")
    .otherwise("alla aktiviteter kan göra det", "all of them may")
    .also(&["otur"]).changed("Antal aktiviteter med lägre förbrukning än väntat", "Activities with bad luck"),
];

/// What may be looked for.
const KINDS: &[Word] = &[
    word("priority", "prioritet", "mest prioritet för pengarna", "the most priority for the money"),
    word("proportional", "proportionellt", "samma andel av varje anspråk", "the same part of every claim"),
    word(
        "equal-awards",
        "lika belopp",
        "samma belopp till alla, högst anspråket",
        "the same sum for everybody, up to the claim",
    ),
    word(
        "equal-losses",
        "lika förluster",
        "samma förlust för alla, ner till noll",
        "the same loss for everybody, down to nothing",
    ),
    word(
        "talmud",
        "talmud",
        "lika belopp upp till halva anspråken, därefter lika förluster",
        "equal awards of half of the claims, equal losses beyond",
    ),
    word(
        "leximin",
        "leximin",
        "den lägsta andelen så hög som möjligt, därefter den näst lägsta",
        "the lowest share as high as can be, then the next",
    ),
    word(
        "nash",
        "nash",
        "produkten av alla belopp så stor som möjligt",
        "the product of all awards as large as can be",
    ),
];

/// Among whom money is shared.
const OVER: &[Word] = &[
    word("activity", "aktivitet", "mellan aktiviteter", "among activities"),
    word(
        "applicant",
        "sökande",
        "mellan sökande; vad var och en får går till dess aktiviteter efter prioritet",
        "among applicants; what each gets goes to its activities by priority",
    ),
];

pub(super) const OBJECTIVE: &[Key] = &[
    Key::may("kind", Form::Word(KINDS), r#""leximin""#, "Vad som söks.", "What is looked for.").called("Slag", "Kind")
        .or("\"priority\"")
        .also(&["slag", "typ"]).changed("Fördelning enligt", "Allocation by"),
    Key::may(
        "weighted",
        Form::YesOrNo,
        "true",
        "När pengar delas: om anspråk väger efter sin prioritet.",
        "Where money is shared: whether claims count by their priority.",
    )
    .called("Viktat", "Weighted")
    .or("false")
    .also(&["viktad"]).changed("Delning viktad efter prioritet", "Sharing weighted by priority"),
    Key::may(
        "over",
        Form::Word(OVER),
        r#""applicant""#,
        "När pengar delas: mellan vilka.",
        "Where money is shared: among whom.",
    )
    .called("Mellan", "Among")
    .or("\"activity\"")
    .also(&["mellan"]).changed("Delning mellan", "Sharing among"),
    Key::may(
        "at_least",
        Form::Percent,
        r#""80 %""#,
        "När pengar delas: alla får minst denna del av vad delningen ger, och därutöver söks mest prioritet.",
        "Where money is shared: everybody gets at least this part of what sharing gives, and beyond it the most priority \
         is looked for.",
    )
    .called("Minst", "At least")
    .otherwise("delningen gäller helt", "sharing has the last word")
    .also(&["minst"]).changed("Minsta del av en rättvis fördelning", "Least part of a fair allocation"),
    Key::may(
        "diminishing",
        Form::Tables(Part::Tier),
        r#"[{ up_to = "50 %", factor = 1 }, { up_to = "100 %", factor = 0.5 }]"#,
        "Hur värdet av en krona avtar längs det sökta beloppet, steg för steg.",
        "How the value of a krona falls along the ask, tier by tier.",
    )
    .called("Avtagande värde", "Diminishing value")
    .otherwise("varje krona är lika mycket värd", "every krona is worth as much")
    .also(&["avtagande"]),
];

pub(super) const TIER: &[Key] = &[
    Key::must(
        "up_to",
        Form::Percent,
        r#""100 %""#,
        "Var steget slutar, i procent av det sökta beloppet. Det sista slutar vid 100 %.",
        "Where the tier ends, as a percentage of the ask. The last ends at 100 %.",
    )
    .called("Upp till", "Up to")
    .also(&["till", "upp_till"]),
    Key::must(
        "factor",
        Form::Number,
        "0.5",
        "Vad en krona i steget räknas som, 0–1, mindre än i steget före.",
        "What a krona in the tier counts, 0–1, less than in the tier before.",
    )
    .called("Faktor", "Factor")
    .also(&["faktor"]),
];

pub(super) const CRITERION: &[Key] = &[
    Key::must("id", Form::Id, r#""behov""#, "Ordet som poängen hänvisar till.", "The word that scores refer to.")
        .called("Id", "Id"),
    Key::may("name", Form::Text, r#""Behov i området""#, "Vad kriteriet heter.", "What the criterion is called.")
        .called("Namn", "Name")
        .otherwise("det heter som sitt id", "it is called by its id")
        .also(&["title", "namn"]),
    Key::must(
        "weight",
        Form::Number,
        "2",
        "Hur mycket det räknas jämfört med de andra kriterierna.",
        "How much it counts beside the other criteria.",
    )
    .called("Vikt", "Weight")
    .also(&["vikt"])
    .changed("Vikt för {}", "Weight of {}"),
    Key::must("max", Form::Number, "3", "Den högsta poängen; den lägsta är 0.", "The best score; the lowest is 0.")
        .called("Högsta poäng", "Best score")
        .also(&["högst", "maxpoäng"]),
];

pub(super) const APPLICANT: &[Key] = &[
    Key::must(
        "id",
        Form::Id,
        r#""kultur""#,
        "Ordet som aktiviteterna hänvisar till.",
        "The word that activities refer to.",
    )
    .called("Id", "Id"),
    Key::may("name", Form::Text, r#""Kulturnämnden""#, "Vad den sökande heter.", "What the applicant is called.")
        .called("Namn", "Name")
        .otherwise("den heter som sitt id", "it is called by its id")
        .also(&["title", "namn"]),
    Key::may(
        "call",
        Form::FileName,
        r#""kultur/call.toml""#,
        "Den sökandes egen utlysning, enligt vilken den fördelar sin summa vidare. Används av `allocate --levels`.",
        "The applicant's own call, by which it splits its sum. Used by `allocate --levels`.",
    )
    .called("Egen utlysning", "Own call")
    .otherwise("den har ingen egen utlysning", "it has no call of its own")
    .also(&["utlysning"]),
    Key::may(
        "note",
        Form::Text,
        r#""Ansökan är väl beskriven.""#,
        "Vad som sägs om dess ansökan, som en kommentar i bilagan till beslutet.",
        "What is said of its application, as a comment in the appendix to the decision.",
    )
    .called("Motivering", "Justification")
    .otherwise("inget sägs om den", "nothing is said of it")
    .also(&["comment", "kommentar", "motivering"]),
];
