//! The keys of a fund.

use super::{Form, Key, Part, Word, word};

/// What becomes of money that is not used.
const UNSPENT: &[Word] = &[
    word("repay", "återbetalas", "de betalas tillbaka till den som gav dem", "it is paid back to who gave it"),
    word("carry-over", "förs över", "de förs över till nästa period", "it is kept for the next period"),
    word("return", "återgår", "de går tillbaka till stadens egen budget", "it goes back to the city's own budget"),
];

pub(super) const FUND: &[Key] = &[
    Key::must("id", Form::Id, r#""stat""#, "Ordet som andra hänvisar till.", "The word that others refer to.").called("Id", "Id"),
    Key::may("name", Form::Text, r#""Statsbidrag""#, "Vad källan heter.", "What the fund is called.").called("Namn", "Name")
        .otherwise("den heter som sitt id", "it is called by its id")
        .also(&["title", "namn"]),
    Key::must("amount", Form::Money, "700_000", "Hur mycket pengar den har.", "How much money it holds.").called("Belopp", "Amount")
        .also(&["sum", "budget", "belopp", "summa"]).changed("{}", "{}"),
    Key::may(
        "pays_for",
        Form::Table(Part::Selection),
        r#"{ area = "Rosengård" }"#,
        "Vad den får betala för.",
        "What it may pay for.",
    )
    .called("Betalar för", "Pays for")
    .otherwise("den får betala för allt", "it may pay for everything")
    .also(&["betalar_för", "får_betala"]),
    Key::may(
        "min_part",
        Form::Percent,
        r#""20 %""#,
        "Minsta del av en aktivitets beviljade belopp som den betalar, om den betalar något.",
        "The least part of what an activity is granted that it carries, where it carries any.",
    )
    .called("Minsta del", "Least part")
    .otherwise("hur liten del som helst", "however little")
    .also(&["minsta_del"]).changed("Minsta del från {}", "Least part from {}"),
    Key::may(
        "max_part",
        Form::Percent,
        r#""50 %""#,
        "Största del av en aktivitets beviljade belopp som den får betala.",
        "The largest part of what an activity is granted that it may carry.",
    )
    .called("Största del", "Largest part")
    .otherwise("allt", "all of it")
    .also(&["största_del", "medfinansiering"]).changed("Största del från {}", "Largest part from {}"),
    Key::may(
        "not_with",
        Form::TextOrTexts,
        r#"["eu"]"#,
        "Id på källor som inte får betala för samma aktivitet som denna.",
        "The ids of funds that may not pay for the same activity as this one.",
    )
    .called("Inte med", "Not with")
    .otherwise("alla får betala tillsammans", "all may pay together")
    .also(&["inte_med"]),
    Key::may(
        "spend_first",
        Form::YesOrNo,
        "true",
        "Om dess pengar används före andra källors.",
        "Whether its money is used before that of other funds.",
    )
    .called("Används först", "Spent first")
    .or("false")
    .also(&["används_först"]),
    Key::may(
        "period",
        Form::Period,
        "2026",
        "När pengarna gäller. Den betalar inget utanför perioden; där oförbrukat förs över får den betala för senare.",
        "When its money is meant for. It pays for nothing outside it; where what is unspent is carried over, it may pay for \
         what comes later.",
    )
    .called("Period", "Period")
    .otherwise("när som helst", "at any time"),
    Key::may(
        "use_by",
        Form::Date,
        "2026-12-31",
        "Sista dagen pengarna får användas.",
        "The last day its money may be used.",
    )
    .called("Används senast", "Use by")
    .otherwise("det finns ingen sista dag", "there is no last day")
    .also(&["används_senast", "sista_dag"]),
    Key::may(
        "unspent",
        Form::Word(UNSPENT),
        r#""repay""#,
        "Vad som händer med pengar som inte används.",
        "What becomes of money that is not used.",
    )
    .called("Oförbrukat", "Unspent")
    .otherwise("det är inte sagt", "it is not said")
    .also(&["oförbrukat"]),
    Key::may(
        "report_by",
        Form::Date,
        "2027-02-28",
        "Sista dagen att redovisa hur pengarna har använts.",
        "The last day to report how its money was used.",
    )
    .called("Redovisas senast", "Report by")
    .otherwise("det finns ingen sista dag", "there is no last day")
    .also(&["due", "redovisas_senast"]),
];
