//! The arguments of sweeps, curves, alternatives, comparisons and audits.

use super::Entry;
use super::asked::{FILE, NUMBER, TEXT};

pub(super) const SWEEP: &[Entry] = &[
    Entry::new(
        "vary",
        [
            "Variera något över ett intervall, till exempel budget=30M..45M:500k; kan anges flera gånger",
            "Vary something over a range, such as budget=30M..45M:500k; may be given several times",
        ],
    )
    .more([
        "SÖKVÄG är som för `what-if --set`, utom de sökvägar som anges med ord. Värdena är FRÅN, och sedan ett STEG längre \
         varje gång, upp till TILL; de skrivs som i en utlysning, med 500k och 30M som kortform, och `10..50 % of asked:5` \
         för gränsen i en regel.",
        "PATH is as for `what-if --set`, but for the paths that take words. The values are FROM, and a STEP further each, up \
         to TO; they are written as in a call file, with 500k and 30M for short, and `10..50 % of asked:5` for the limit of a \
         rule.",
    ])
    .value(["SÖKVÄG=FRÅN..TILL:STEG", "PATH=FROM..TO:STEP"]),
    Entry::new("by", ["Vems belopp raderna och diagrammet visar", "Whose grants the rows and the plot tell"])
        .value(["VEMS", "WHOM"])
        .words(&[
            Entry::new("applicant", ["varje sökandes", "those of each applicant"]),
            Entry::new("activity", ["varje aktivitets", "those of each activity"]),
        ]),
    Entry::new(
        "plot",
        [
            "Rita beloppen över det första intervallet till den här filen, som SVG; övriga intervall hålls vid sina första värden",
            "Draw the grants over the first range to this file, as SVG; other ranges are held at their first values",
        ],
    )
    .value(FILE),
];

pub(super) const FRONTIER: &[Entry] = &[
    Entry::new(
        "from",
        [
            "Den minsta budgeten, till exempel 30M, 500k eller -10% av utlysningens egen; 0 om den utelämnas",
            "The smallest budget, such as 30M, 500k or -10% of the call's own; 0 when left out",
        ],
    )
    .value(["BELOPP", "AMOUNT"]),
    Entry::new(
        "to",
        [
            "Den största budgeten; allt som söks om den utelämnas",
            "The largest budget; all that is asked for when left out",
        ],
    )
    .value(["BELOPP", "AMOUNT"]),
    Entry::new(
        "most",
        [
            "Visa högst ungefär så många steg för en utlysning med val; finns det fler prövas budgetar med större avstånd",
            "Show about so many steps of a call with choices at most; where there are more, budgets are tried further apart",
        ],
    )
    .value(NUMBER),
];

pub(super) const ALTERNATIVES: &[Entry] = &[
    Entry::new("most", ["Hitta högst så många", "Find at most so many"]).value(NUMBER),
    Entry::new(
        "within",
        ["Hur mycket mindre värd än förslaget var och en får vara", "How much less than the suggestion each may be worth"],
    )
    .value(["PROCENT", "PERCENT"]),
    Entry::new(
        "apart",
        [
            "Hur olika två av dem minst är, förslaget inräknat: summan över alla aktiviteter av skillnaden mellan deras belopp, som \
             en del av allt som förslaget beviljar",
            "How different any two of them are, the suggestion too: the sum over all activities of the difference of their \
             grants, as a part of what the suggestion grants in all",
        ],
    )
    .more([
        "Pengar som går från en aktivitet till en annan räknas två gånger. Med 0% räcker vilken skillnad som helst.",
        "Money that goes from one activity to another counts twice. With 0%, any difference will do.",
    ])
    .value(["PROCENT", "PERCENT"]),
];

pub(super) const COMPARE: &[Entry] = &[
    Entry::new(
        "a",
        [
            "Det som jämförs: `suggestion`, ett scenario eller en fil",
            "What is compared: `suggestion`, a scenario or a file",
        ],
    )
    .value(["A", "A"]),
    Entry::new("b", ["Det som det jämförs med", "What it is compared with"]).value(["B", "B"]),
    Entry::new(
        "scenarios",
        [
            "Scenarierna som A och B kan namnge, i en fil som för `what-if`",
            "The scenarios that A and B may name, in a file as for `what-if`",
        ],
    )
    .value(FILE),
];

pub(super) const AUDIT: &[Entry] = &[
    Entry::new(
        "decision",
        [
            "Granska det som har beslutats, i stället för utlysningens förslag",
            "Audit what people decided, rather than the allocation of the call",
        ],
    )
    .more([
        "JSON från `fordela allocate`, eller CSV med en kolumn `granted` och en med id, `activity` eller `applicant`. Filen \
         måste nämna varje aktivitet, eller varje sökande, i utlysningen, med 0 för den som inget får.",
        "JSON of `fordela allocate`, or CSV with a column `granted` and one of ids, `activity` or `applicant`. It must name \
         every activity, or every applicant, of the call, with 0 for what gets nothing.",
    ])
    .value(FILE),
    Entry::new(
        "most",
        [
            "Visa högst så många av dem som har högre prioritet men lägre andel än någon annan",
            "List at most so many of those who have a higher priority and a lower share than somebody else",
        ],
    )
    .value(NUMBER),
    Entry::new(
        "axioms",
        [
            "Visa vilka principer för rättvis fördelning som utlysningens inställningar uppfyller, och en liten utlysning som \
             bryter mot var och en av de andra",
            "Tell which principles of sharing the settings of the call keep, and show a small call that breaks each other one",
        ],
    )
    .more([
        "Var och en prövas på mindre utlysningar som görs av den här, med dess källor, regler, poäng och etiketter, och på \
         utlysningen själv. Att en princip höll är inget bevis för att den alltid gör det; att den bryts är ett. \
         Inställningarna granskas, oavsett vad som beslutats. En tidsgräns gäller för alla försök tillsammans; vad som inte \
         hann prövas anges.",
        "Each is tried on smaller calls made from this one, with its funds, rules, scores and tags, and on the call itself. \
         That a principle held is no proof that it always does; that it is broken is one. The settings are audited, whatever \
         was decided. A time limit holds for all tries together; what was not tried by then is said.",
    ]),
    Entry::new("tries", ["Pröva varje princip på så många utlysningar", "Try each principle on so many calls"]).value(NUMBER),
    Entry::new(
        "manipulation",
        [
            "Visa vad varje sökande skulle vinna på att dela upp, slå ihop eller höja sina ansökningar",
            "Tell what each applicant could gain by splitting, merging or inflating its asks",
        ],
    )
    .more([
        "En ändring prövas åt gången, medan alla andra söker som de gör: varje aktivitet delas i två, varje par av aktiviteter \
         som bara skiljer sig i sökt belopp och poäng slås ihop, varje sökt belopp och alla tillsammans höjs med 10, 25, 50 och \
         100\u{a0}%. Vinster anges före avrundning. För stora utlysningar prövas inte alla sätt; hur många anges. \
         Inställningarna granskas, oavsett vad som beslutats. En tidsgräns gäller för alla försök tillsammans.",
        "One change is tried at a time, with what all others ask for as it is: each activity split in two, each pair of \
         activities that differ in nothing but ask and scores made one, each ask and all of them raised by 10, 25, 50 and \
         100 %. Gains are told before rounding. Of large calls not every way is tried; how many were is told. The settings are \
         audited, whatever was decided. A time limit holds for all tries together.",
    ]),
];

pub(super) const REPORT: &[Entry] = &[
    Entry::new(
        "decision",
        [
            "Gör bilagan till det som beslutats, i stället för till förslaget",
            "Make the appendix to what people decided, rather than to the suggestion",
        ],
    )
    .more(["Som för `audit`.", "As for `audit`."])
    .value(FILE),
    Entry::new(
        "template",
        ["Ge Word-dokumentet utseendet hos en egen mall", "Give the Word document the looks of a template of yours"],
    )
    .more([
        "Ett Word-dokument (.docx): formatmallar efter namn, papper, sidhuvud, sidfot och logotyp. Bilagan hamnar där ett stycke \
         säger {{bilaga}}, och annars sist; {{titel}} och {{diarienummer}} byts ut.",
        "A Word document (.docx): styles by their names, paper, headers, footers and logo. The report stands where a paragraph \
         says {{appendix}}, and else last; {{title}} and {{reference}} are replaced.",
    ])
    .value(FILE),
    Entry::new(
        "reference",
        ["Diarienumret, där mallen har plats för det", "The reference, where the template has a place for it"],
    )
    .value(TEXT),
];
