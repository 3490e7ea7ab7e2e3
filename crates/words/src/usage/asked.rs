//! The arguments that many commands have, and those of a call as it is or would be.

use super::Entry;

/// A file, as the value of an argument.
pub(super) const FILE: [&str; 2] = ["FIL", "FILE"];

/// A text.
pub(super) const TEXT: [&str; 2] = ["TEXT", "TEXT"];

/// A number of things.
pub(super) const NUMBER: [&str; 2] = ["ANTAL", "N"];

/// The arguments of all commands.
pub(super) const EVERYWHERE: &[Entry] = &[
    Entry::new("lang", ["Språket för allt som skrivs, även den här hjälpen", "The language of all that is told, this help too"])
        .more([
            "Anges före eller efter kommandot. Utan den gäller miljövariabeln FORDELA_LANG, annars språkinställningen \
             (LC_ALL, LC_MESSAGES, LANG) om den är svensk, annars svenska. Engelska ges alltså av --lang en, eller av \
             FORDELA_LANG=en i miljön.",
            "It stands before or after the command. Without it, the environment variable FORDELA_LANG says it; else the \
             locale (LC_ALL, LC_MESSAGES, LANG), where that is Swedish; else it is Swedish, as calls and decisions are. So \
             English is told by --lang en, or by FORDELA_LANG=en in the environment.",
        ])
        .value(["SPRÅK", "LANG"])
        .words(&[Entry::new("sv", ["svenska", "Swedish"]), Entry::new("en", ["engelska", "English"])]),
    Entry::new("help", ["Visa hjälp (kort med -h, hel med --help)", "Print help (a summary with -h, all with --help)"]),
    Entry::new("version", ["Visa version", "Print version"]),
];

/// The arguments of what is asked of a call, and of how it is told.
pub(super) const ASKED: &[Entry] = &[
    Entry::new(
        "call",
        [
            "Utlysningen: en fil i TOML, JSON eller Excel (.xlsx), eller `-` för standard in",
            "The call: a file in TOML, JSON or Excel (.xlsx), or `-` for standard input",
        ],
    )
    .value(["UTLYSNING", "CALL"]),
    Entry::new(
        "backend",
        [
            "Hur svaret hittas. Den exakta metoden (`exact`) är snabbast; de andra är lösare som räknar med flyttal, och ger \
             den bara en första gissning. Svaret är detsamma med alla",
            "How the answer is found. The exact method by itself (`exact`) is the fastest; the others are float solvers, and \
             only give it a first guess. The answer is the same with each",
        ],
    )
    .value(["NAMN", "NAME"]),
    Entry::new("time_limit", ["Avbryt sökandet efter ungefär så här lång tid", "Stop the search after about this time"])
        .more([
            "Utan den räknas arbetet och inte tiden, och svaret är detsamma på alla datorer. Med den kan en utlysning med val \
             få ett annat svar, eller inget, på en långsammare dator.",
            "Without it the work is counted, not timed, and the answer is the same on every machine. With it, a call with \
             choices may get another answer, or none, on a slower machine.",
        ])
        .value(["SEKUNDER", "SECONDS"]),
    FORMAT,
    Entry::new(
        "output",
        [
            "Skriv svaret till den här filen, helt eller inte alls, i stället för till standard ut",
            "Write the answer to this file, whole or not at all, rather than to standard output",
        ],
    )
    .more([
        "Filändelsen anger formatet: `.txt`, `.md`, `.json`, `.csv`, `.html`, `.docx`, `.xlsx` eller `.pdf`. En okänd filändelse och en som \
         säger emot --format godtas inte; utan filändelse skrivs text. En fil som kommandot läser skrivs aldrig över.",
        "Its name says the format: `.txt`, `.md`, `.json`, `.csv`, `.html`, `.docx`, `.xlsx` or `.pdf`. A name that ends otherwise, or otherwise \
         than --format says, is refused; one without an ending gets text. A file that the command reads is never written over.",
    ])
    .value(FILE),
    Entry::new(
        "width",
        [
            "Hur många tecken breda tabeller och texter görs, 30 till 140",
            "How many characters wide tables and text are made, 30 to 140",
        ],
    )
    .more([
        "Utan flaggan så breda som terminalen, och 100 där det inte finns någon.",
        "When left out, as wide as the terminal, and 100 where there is none.",
    ])
    .value(["BREDD", "WIDTH"]),
    Entry::new(
        "quiet",
        [
            "Skriv inget på standard fel utom varför det inte finns något svar",
            "Say nothing on standard error but why there is no answer",
        ],
    ),
    Entry::new(
        "verbose",
        [
            "Skriv på standard fel vad som görs och hur lång tid det tar",
            "Say on standard error what is done and how long it takes",
        ],
    ),
];

const FORMAT: Entry = Entry::new(
    "format",
    [
        "Hur svaret skrivs; utan flaggan som namnet i --output slutar, och annars som en tabell",
        "How the answer is written; as the name of --output ends when left out, and otherwise as a table",
    ],
)
.value(["FORMAT", "FORMAT"])
.words(&[
    Entry::new("table", ["Att läsa i en terminal", "To be read in a terminal"]),
    Entry::new(
        "json",
        [
            "Att läsas av program; belopp och andelar är text, och exakta",
            "To be read by programs; money and shares are text, and exact",
        ],
    ),
    Entry::new(
        "csv",
        [
            "En rad för varje aktivitet (i varje scenario, alternativ, sträcka eller steg), ändring som hade räckt eller \
             uppgift att kontrollera, med semikolon, decimalkomma och svenska rubriker som i svenska Excel; med --lang en \
             som andra program läser dem (RFC 4180, decimalpunkt). En titel eller ett namn som ett kalkylprogram skulle ta \
             för en formel, eftersom det börjar med = + - @, får en apostrof framför sig",
            "One row an activity (of each scenario, alternative, stretch or step), a change that would be enough, or a \
             finding, as programs read them (RFC 4180, decimal point); in Swedish as Excel has them there, with semicolons, \
             decimal commas and Swedish names of columns. A title or name that a spreadsheet would take for a formula, as \
             it starts with = + - @, gets an apostrophe before it",
        ],
    ),
    Entry::new("md", ["Markdown med tabeller", "Markdown with tables"]),
    Entry::new("html", ["En fil att öppna i en webbläsare och skriva ut", "A file to be opened in a browser and printed"]),
    Entry::new("docx", ["Ett dokument för Word; bara med --output", "A document for Word; only with --output"]),
    Entry::new(
        "xlsx",
        [
            "En arbetsbok för Excel, där belopp och andelar är tal och summor är formler; bara med --output",
            "A workbook for Excel, with amounts and shares as numbers and sums as formulas; only with --output",
        ],
    ),
    Entry::new(
        "pdf",
        [
            "Att skriva ut, skicka och arkivera, taggat så att det kan läsas upp; bara med --output, och bara där programmet är \
             byggt med PDF",
            "To be printed, sent and kept, tagged so that it can be read aloud; only with --output, and only where the program \
             is built with PDF",
        ],
    ),
]);

pub(super) const ALLOCATE: &[Entry] = &[
    Entry::new(
        "levels",
        [
            "Fördela även i de utlysningar som sökande själva har, var och en med det belopp som sökanden får",
            "Also decide the calls of applicants that have one of their own, each with the sum that it gets",
        ],
    )
    .more([
        "Sökvägar till utlysningar utgår från den fil som anger dem (från arbetsmappen, för standard in). De når mappen för \
         UTLYSNING, mapparna under den och de som ligger bredvid.",
        "Paths of calls are relative to the file that names them (to the working directory, for standard input). They reach \
         the folder of CALL, the folders under it and those beside it.",
    ]),
    Entry::new(
        "decision",
        [
            "Ge sökande de belopp som har beslutats, i stället för förslagets",
            "Give applicants the sums that people decided, rather than those of the allocation",
        ],
    )
    .more([
        "JSON från `fordela allocate`, eller CSV med en kolumn `granted` och en med id, `applicant` eller `activity`. Filen \
         måste nämna varje sökande, eller varje aktivitet, i utlysningen, med 0 för den som inget får.",
        "JSON of `fordela allocate`, or CSV with a column `granted` and one of ids, `applicant` or `activity`. It must name \
         every applicant, or every activity, of the call, with 0 for what gets nothing.",
    ])
    .value(FILE),
];

pub(super) const EXPLAIN: &[Entry] = &[
    Entry::new(
        "id",
        [
            "En aktivitet eller en sökande; hela utlysningen om det utelämnas",
            "An activity or an applicant; the whole call when left out",
        ],
    )
    .value(["ID", "ID"]),
    Entry::new(
        "why_not",
        [
            "Visa vem som skulle betala om den här aktiviteten måste beviljas: hela det sökta beloppet, ett belopp eller en del, \
             till exempel 50%",
            "Tell who would pay if this activity had to be granted: all it asks for, an amount, or a part such as 50%",
        ],
    )
    .value(["ID[=BELOPP]", "ID[=AMOUNT]"]),
];

pub(super) const WHAT_IF: &[Entry] = &[
    Entry::new(
        "scenarios",
        [
            "Pröva scenarierna i den här filen, i TOML eller JSON, sida vid sida",
            "Try the scenarios of this file, in TOML or JSON, side by side",
        ],
    )
    .more([
        "En tabell `[[scenario]]` för varje, med `name`, `set` (en tabell med sökvägar och värden, eller en lista med \
         `\"sökväg=värde\"`), `drop_rule`, `drop_activity`, `require` och `forbid` (listor), och tabeller \
         `[[scenario.rule]]` för regler som läggs till. Ändringar som anges med flaggor blir ett scenario till.",
        "A `[[scenario]]` table for each, with a `name`, `set` (a table of paths and values, or a list of `\"path=value\"`), \
         `drop_rule`, `drop_activity`, `require` and `forbid` (lists), and `[[scenario.rule]]` tables for rules to add. \
         Changes given as options form one more scenario.",
    ])
    .value(FILE),
    Entry::new(
        "set",
        [
            "Ge något ett annat värde, till exempel budget=-2_000_000",
            "Give something another value, such as budget=-2_000_000",
        ],
    )
    .more([
        "SÖKVÄG är `budget`, `unit`, `bad_luck`, `objective.kind`, `objective.weighted`, `objective.over`, \
         `objective.at_least`, `fund.ID.amount`, `fund.ID.min_part`, `fund.ID.max_part`, `criterion.ID.weight`, \
         `activity.ID.ask`, `activity.ID.funding`, `activity.ID.min_share`, `activity.ID.spend_rate`, \
         `activity.ID.score.KRITERIUM`, `activity.ID.line.POST.cost`, `rule.ID.at_least` eller `rule.ID.at_most`. VÄRDE skrivs \
         som i en utlysning, med 500k och 30M som kortform; +5, -5, +5% och -5% ändrar det som var; 90% är den delen av det. \
         Andelar, delar och takter, och en gräns som är en procentsats, sätts med 50% och ändras med procentenheter; `none` tar \
         bort dem. En ny budget ändrar alla källor proportionellt.",
        "PATH is `budget`, `unit`, `bad_luck`, `objective.kind`, `objective.weighted`, `objective.over`, \
         `objective.at_least`, `fund.ID.amount`, `fund.ID.min_part`, `fund.ID.max_part`, `criterion.ID.weight`, \
         `activity.ID.ask`, `activity.ID.funding`, `activity.ID.min_share`, `activity.ID.spend_rate`, \
         `activity.ID.score.CRITERION`, `activity.ID.line.LINE.cost`, `rule.ID.at_least` or `rule.ID.at_most`. VALUE is as in \
         a call file, with 500k and 30M for short; +5, -5, +5% and -5% change what it was; 90% is that part of it. Shares, \
         parts, rates, and a limit that is a percentage, are set by 50% and changed by percentage points; `none` takes them \
         away. A new budget scales all funds in proportion.",
    ])
    .value(["SÖKVÄG=VÄRDE", "PATH=VALUE"]),
    Entry::new(
        "require",
        [
            "Kräv att en aktivitet får hela det sökta beloppet; eller ett belopp, eller en procentsats av det",
            "Require that an activity gets all it asks for; or an amount, or a percentage of its ask",
        ],
    )
    .value(["ID[=BELOPP]", "ID[=AMOUNT]"]),
    Entry::new("forbid", ["Förbjud att en aktivitet får medel", "Forbid that an activity gets any money"]).value(["ID", "ID"]),
    Entry::new("drop_rule", ["Ta bort en regel", "Take away a rule"]).value(["ID", "ID"]),
    Entry::new(
        "drop_activity",
        [
            "Ta bort en aktivitet som ingen annan aktivitet, regel eller källa nämner",
            "Take away an activity that no other activity, rule or fund names",
        ],
    )
    .value(["ID", "ID"]),
];
