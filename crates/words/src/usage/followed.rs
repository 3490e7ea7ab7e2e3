//! The arguments of what is followed up, and of the log.

use super::Entry;
use super::asked::{FILE, TEXT};

const LOG: [&str; 2] = ["LOGG", "LOG"];

pub(super) const FOLLOW_UP: &[Entry] = &[
    Entry::new("decision", ["Det som beslutats", "What was decided"])
        .more([
            "Som för `audit`; kolumner `fund.ID` anger vad varje källa betalar av ett beviljat belopp, vilket måste vara känt där \
             flera kan.",
            "As for `audit`; columns `fund.ID` say what each fund pays of a grant, which must be known where several may.",
        ])
        .value(FILE),
    Entry::new("outcome", ["Det som redovisats", "What was reported"])
        .more([
            "CSV med en kolumn `activity` eller `applicant` (eller båda) med id, och `spent`; vid behov även `fund`, `period`, \
             `kind` (kostnadsslag), summorna `granted`, `unspent`, `repaid`, `carried_over` och `returned` som de redovisats, \
             och `result.NAMN` för det som uppnåtts, med `result.NAMN.DEL` för en del av det. En rad med `total` i stället för \
             ett id eller ett kostnadsslag är summan av de andra.",
            "CSV with a column `activity` or `applicant` (or both) of ids, and `spent`; as needed also `fund`, `period`, `kind` \
             (of cost), the sums `granted`, `unspent`, `repaid`, `carried_over` and `returned` as they were reported, and \
             `result.NAME` for what was reached, with `result.NAME.PART` for a part of it. A row with `total` in place of an id \
             or a kind of cost is a sum of the others.",
        ])
        .value(FILE),
];

pub(super) const NEXT: &[Entry] = &[
    Entry::new(
        "decision",
        [
            "Det som beslutats, som för `follow-up`; utlysningens förslag om den utelämnas",
            "What was decided, as for `follow-up`; the allocation of the call when left out",
        ],
    )
    .value(FILE),
    Entry::new("outcome", ["Det som redovisats, som för `follow-up`", "What was reported, as for `follow-up`"])
        .value(FILE),
    Entry::new(
        "title",
        ["Vad nästa utlysning heter; samma om den utelämnas", "What the next call is called; the same when left out"],
    )
    .value(TEXT),
    Entry::new(
        "overwrite",
        ["Ersätt filen i --output om det finns en", "Replace the file of --output if there is one"],
    ),
];

pub(super) const RECORD: &[Entry] = &[
    Entry::new(
        "call",
        [
            "Utlysningen: en fil i TOML eller JSON, som måste gå att hitta igen senare",
            "The call: a file in TOML or JSON, which must be found again later",
        ],
    )
    .value(["UTLYSNING", "CALL"]),
    Entry::new("decision", ["Det som beslutats, som för `audit`", "What was decided, as for `audit`"]).value(FILE),
    Entry::new(
        "role",
        ["Vem som beslutat: en roll eller en instans, ingen person", "Who decided: a role or a body, and no person"],
    )
    .value(TEXT),
    Entry::new("reason", ["Varför det beslutats så", "Why it was decided so"]).value(TEXT),
    Entry::new(
        "reason_for",
        [
            "Varför en viss aktivitet (eller sökande, om beslutet anger sökande) får något annat än förslaget",
            "Why one activity (or applicant, where the decision is by applicant) gets something else than suggested",
        ],
    )
    .value(["ID=TEXT", "ID=TEXT"]),
    Entry::new(
        "date",
        [
            "Beslutets dag, skriven som 2023-02-08; datorns klocka används inte",
            "The day of the decision, as in 2023-02-08; no clock is asked",
        ],
    )
    .value(["DAG", "DAY"]),
    Entry::new(
        "log",
        [
            "Beslutsloggen som posten läggs till i; en ny där det inte finns någon",
            "The log that the entry is added to; a new one where there is none",
        ],
    )
    .value(LOG),
];

pub(super) const REPRODUCE: &[Entry] = &[
    Entry::new(
        "log",
        ["Beslutsloggen, som `fordela record` skrev den", "The log, as `fordela record` wrote it"],
    )
    .value(LOG),
    Entry::new(
        "entry",
        [
            "Bara den här posten; skriv förslaget, som JSON, om det är detsamma, i stället för vad som hittas",
            "Only this entry; write what is suggested, as JSON, where it is the same, rather than what is found",
        ],
    )
    .more([
        "Den JSON som `fordela allocate` skriver går till standard ut eller filen i --output. Om något skiljer sig visas det på \
         standard fel som --format anger, och inget annat skrivs.",
        "The JSON of `fordela allocate` goes to standard output or the file of --output. Where something differs, that is told \
         on standard error as --format says, and nothing else is written.",
    ])
    .value(["NUMMER", "N"]),
];
