//! The program and its commands.

use super::{Entry, Text};

/// What the program is for.
#[must_use]
pub const fn program() -> Text {
    Text::of([
        "Föreslår hur en given budget fördelas på aktiviteter, och visar varför",
        "Suggests how a fixed budget is allocated over activities, and shows why",
    ])
}

/// With which statuses a command ends, or the program where no command is named; none for what only prints something.
#[must_use]
pub fn ends_with(command: &str) -> Option<Text> {
    match command {
        "schema" | "completions" | "man" | "help" => None,
        "reproduce" => Some(REPRODUCED),
        _ => Some(STATUS),
    }
}

const STATUS: Text = Text::of([
    "Slutstatus: 0 det finns ett svar; 1 utlysningen, eller ett scenario för den, går inte att genomföra, och konflikten \
     visas; 2 det är fel på filerna eller på hur kommandot skrevs; 3 det är fel i programmet, eller så hann inget svar hittas \
     inom arbetsmängden eller tiden.",
    "Exit status: 0 answered; 1 the call, or a scenario of it, is impossible, and the conflict is printed; 2 the input or \
     the usage is wrong; 3 a fault of the program, or no answer within the effort or time given.",
]);

const REPRODUCED: Text = Text::of([
    "Slutstatus: 0 allt är som det var; 1 något skiljer sig, och visas; 2 det är fel på filerna eller på hur kommandot \
     skrevs; 3 det är fel i programmet, eller så hann inget svar hittas inom arbetsmängden.",
    "Exit status: 0 all is as it was; 1 something differs, and is told; 2 the input or the usage is wrong; 3 a fault of \
     the program, or no answer within the effort given.",
]);

pub(super) const ALL: &[Entry] = &[
    Entry::new(
        "init",
        ["Gör en utlysning ur en tabell med ansökningar", "Make a call of a table of applications"],
    )
    .more([
        "Läser en arbetsbok eller CSV-fil med en rad för varje aktivitet och skriver en utlysningsfil bredvid den, med sökande, \
         kriterier, en finansieringskälla och förslag till regler, och med kommentarer. Kolumnerna hittas genom det som står \
         ovanför dem, som Nämnd, Aktivitet och Sökt belopp; en kolumn med bara tal från 0 till 10 läses som poäng på ett \
         kriterium. Det som är oklart i tabellen visas med cellen. En fil som redan finns skrivs aldrig över.",
        "Reads a workbook or CSV file with a row for each activity, and writes a call file beside it, with applicants, criteria, a \
         fund and rules to choose among, and with comments. Columns are found by what stands above them, such as Applicant, \
         Activity and Asked; a column of nothing but numbers from 0 to 10 is read as scores on a criterion. What is unclear in \
         the table is shown with its cell. A file that is there already is never replaced.",
    ]),
    Entry::new(
        "template",
        ["Skriv en arbetsbok att fylla i med en egen utlysning", "Write a workbook to be filled in with a call of your own"],
    )
    .more([
        "Arbetsboken har ett blad för utlysningen och ett för vardera källor, kriterier, sökande, aktiviteter och regler, \
         ifyllda med en påhittad utlysning. Vad varje kolumn betyder står i anteckningen vid dess rubrik. De andra kommandona läser den \
         som de läser en utlysningsfil.",
        "The workbook has a sheet for the call, and one each for funds, criteria, applicants, activities and rules, filled in with a \
         made-up call. What each column means stands in the note at its head. The other commands read it as they read a call \
         file.",
    ]),
    Entry::new(
        "convert",
        ["Skriv en utlysning i ett annat format: TOML, JSON eller Excel", "Write a call in another format: TOML, JSON or Excel"],
    )
    .more([
        "Allt som utlysningen säger följer med, på öret, och läses tillbaka innan filen skrivs. Aktiviteter i en egen fil skrivs in. \
         Kommentarer följer inte med.",
        "All that the call says is kept, to the last hundredth, and is read back before the file is written. Activities in a file \
         of their own are written into it. Comments are not kept.",
    ]),
    Entry::new(
        "check",
        ["Är utlysningen rätt skriven, möjlig och rimlig?", "Is the call well-formed, possible and sensible?"],
    ),
    Entry::new("allocate", ["Vem får vad?", "Who gets what?"]).more([
        "Med --levels visas även vad sökande med en egen utlysning gör av sina belopp: först utlysningen, sedan den \
         utlysning som anges med `[[applicant]] call = \"SÖKVÄG\"`, med det belopp som sökanden får, och så vidare; och vad \
         det kostar i värde för utlysningen ovanför. Slutstatus är 1 om någon av utlysningarna inte går att genomföra.",
        "With --levels, also what applicants with a call of their own make of their sums: the call first, then with the sum \
         that each gets the call that is named in `[[applicant]] call = \"PATH\"`, and so on; and what that costs in the \
         value of the call above. The status is 1 where one of the calls is impossible.",
    ]),
    Entry::new("explain", ["Varför, och vad hade krävts?", "Why, and what would have been needed?"]).more([
        "Utan ID: varför varje aktivitet får det den får, vad budgeten och reglerna är värda, och hur förslaget skiljer sig \
         från rangordningen efter prioritet. Med ID för en aktivitet eller en sökande: alla skäl, och vad som hade krävts \
         för ett högre belopp.",
        "Without an ID: why every activity got what it got, what the budget and the rules are worth, and how the answer \
         differs from the ranking by priority. With the ID of an activity or an applicant: its reasons at length, and what \
         would have been needed for more.",
    ]),
    Entry::new("what-if", ["Vad ändras om …?", "What changes if …?"]).more([
        "Fördelar medlen enligt utlysningen i dag och enligt den ändrade utlysningen, och visar vem som får mer eller \
         mindre, vilka regler som börjar eller slutar styra, och vad som händer med värdet och med det som blir över. \
         Ändringarna som anges här är ett scenario: först det som sätts, i den ordning det är skrivet, sedan det som tas \
         bort, sist det som krävs och förbjuds.",
        "Allocates the call as it is and as it would be with the changes, and tells who gets more or less, which rules come \
         to bind or cease to, and what becomes of the value and of what is left over. The changes given here are one \
         scenario: first what is set, in the order in which it is written, then what is dropped, then what is required and \
         forbidden.",
    ]),
    Entry::new("sweep", ["Hur ändras förslaget över ett intervall?", "How does the answer move over a range?"]).more([
        "Fördelar medlen för varje värde i ett intervall, eller för alla kombinationer av värden i flera, och skriver en \
         CSV-rad för varje: till filen i --output, eller till standard ut. När en enda sak varieras visas även var mellan \
         värdena som förslaget ändras: vem som börjar få hela beloppet, en del eller inget, och vilka regler som börjar \
         eller slutar styra. Det skrivs som --format anger, på standard ut när raderna går till en fil och annars på \
         standard fel. Med --format json blir rader och ändringar ett dokument. En punkt som inte går att genomföra är en \
         rad och inget fel.\n\n\
         Under körningen sparas raderna i FIL.part bredvid filen. Om körningen avbryts fortsätter samma kommando därifrån. \
         En tidsgräns gäller för varje punkt.",
        "Allocates the call at every value of a range, or at all combinations of the values of several, and writes a row \
         for each as CSV: to the file of --output, or to standard output. When one thing is varied, it also tells where \
         between the values the answer changes: who comes to get all, a part or nothing, and which rules come to bind or \
         cease to; as --format says, on standard output beside a file, and otherwise on standard error. With --format json, \
         rows and changes are one document. An impossible point is a row, and no fault.\n\n\
         While it runs, rows are kept in FILE.part beside the file. When the run is ended, the same command goes on from \
         there. A time limit holds for each point.",
    ]),
    Entry::new(
        "frontier",
        ["Vad är varje budget värd, och vem får nästa krona?", "What is each budget worth, and who gets the next krona?"],
    )
    .more([
        "För en utlysning som kan delas fritt: värdet av varje budget som en kurva av raka sträckor, exakt. För en \
         utlysning med val: de budgetar där värdet stiger. Alla källor växer proportionellt. Slutstatus är 1 om alla \
         regler inte kan följas med någon av budgetarna.",
        "For a call that can be divided at will: the value of every budget as a curve of straight stretches, exactly. For a \
         call with choices: the budgets at which the value rises. All funds grow in proportion. The status is 1 where all \
         rules can be kept with none of the budgets.",
    ]),
    Entry::new("alternatives", ["Vad mer är nästan lika bra?", "What else would be nearly as good?"]).more([
        "Andra fördelningar som följer alla regler och förlorar lite i värde. Om det finns val är den första hälften de \
         näst bästa, var och en med andra val; resten är så olika som möjligt. Det som hittas utesluts, och sökandet \
         fortsätter tills antalet är nått, inga fler finns eller arbetsmängden är slut: vilket av dem visas.",
        "Other allocations that keep all rules and lose little in value. Where there are choices, the first half are the \
         next best, each with other choices; the others are as different as can be. What is found is excluded, and the hunt \
         goes on until there are as many as were asked for, no more exist, or the effort is spent: which of these is told.",
    ]),
    Entry::new(
        "compare",
        ["Hur skiljer sig två fördelningar eller beslut åt?", "How do two allocations or decisions differ?"],
    )
    .more([
        "A och B är var för sig ordet `suggestion` för utlysningens förslag, namnet på ett scenario i --scenarios, eller en \
         fil: JSON från `fordela allocate`, eller CSV med en kolumn `granted` och en med id, `activity` eller `applicant`. \
         Filen måste nämna varje aktivitet, eller varje sökande, i utlysningen, med 0 för den som inget får. I CSV har \
         svaret en rad för varje sökande och varje aktivitet; kolumnen `Nivå` visar vilket.",
        "A and B are each the word `suggestion` for the allocation of the call, the name of a scenario of --scenarios, or a \
         file: JSON of `fordela allocate`, or CSV with a column `granted` and one of ids, `activity` or `applicant`. A file \
         must name every activity, or every applicant, of the call, with 0 for what gets nothing. In CSV the answer has a \
         row for each applicant and each activity, told apart by the column `level`.",
    ]),
    Entry::new("audit", ["Hur rättvist är det?", "How fair is it?"]).more([
        "Granskar utlysningens förslag eller, med --decision, det som beslutats: hur olika andelarna är, vem som har högre \
         prioritet men lägre andel än någon annan och om en regel är skälet, vilka grupper som får mindre än sin \
         proportionella del, vilka regler som bryts, och hur långt beslutet är från förslaget. Ett beslut som bara anger \
         sökande granskas så långt beloppen räcker; resten redovisas som okänt.\n\n\
         Med --axioms och --manipulation granskas även utlysningens inställningar: vilka principer för rättvis fördelning \
         de uppfyller, och vad sökande skulle vinna på att söka på ett annat sätt.",
        "Audits the allocation of the call or, with --decision, what people decided: how far apart shares are, who has a \
         higher priority and a lower share than somebody else and whether a rule is the reason, which groups get less than \
         their proportional part, which rules are broken, and how far the decision is from the allocation of the call. A \
         decision that names applicants only is audited as far as their sums go; the rest is said to be unknown.\n\n\
         With --axioms and --manipulation the settings of the call are audited too: which principles of sharing they keep, \
         and what applicants could gain by asking otherwise.",
    ]),
    Entry::new("report", ["Bilagan till beslutet", "The appendix to the decision"]).more([
        "Gör ett dokument av utlysningens förslag eller, med --decision, av det som beslutats: vem som sökt vad, vad var och en          får och varför, vilken källa som betalar, hur förslaget har beräknats, vad som skulle ändra det, hur jämn fördelningen          är och vilka filer den bygger på. Kommentarerna tas ur `note` för sökande och aktiviteter, och av skälen. Skriv till          en fil för Word, webbläsare eller Excel: `-o bilaga.docx`, `.html`, `.md` eller `.xlsx`. Innehåller utlysningen          något som ser ut som personuppgifter skrivs inget, och stället visas.",
        "Makes a document of the allocation of the call or, with --decision, of what people decided: who asked for what, what          each gets and why, which fund pays, how the suggestion was calculated, what would change it, how even the grants          are, and of which files it is made. Comments are taken from `note` of applicants and activities, and of the reasons.          Write to a file for Word, browsers or Excel: `-o appendix.docx`, `.html`, `.md` or `.xlsx`. Where something in the          call looks like personal data nothing is written, and its place is told.",
    ]),
    Entry::new(
        "follow-up",
        [
            "Vad blev det av pengarna, och stämmer det som redovisas?",
            "What became of the money, and does what is reported add up?",
        ],
    )
    .more([
        "Ställer det som förbrukats mot det som beviljats, för varje aktivitet eller sökande och varje källa: vad som är \
         förbrukat, kvar, ska betalas tillbaka, föras över eller återlämnas, och när det ska redovisas. Varje redovisad \
         summa ställs mot sina delar, och det som inte stämmer visas där det står. Att något behöver kontrolleras är inget \
         fel: slutstatus är 0. I CSV har svaret en rad för varje post, period och redovisad summa; kolumnen `Nivå` visar \
         vilket.",
        "Puts what was spent beside what was granted, for every activity or applicant and every fund: what is spent, left, \
         to be repaid, carried over or returned, and when the report is due. Every reported sum is put beside its parts, and \
         what does not add up is shown where it stands. What people should look at is no failure: the status is 0. In CSV \
         the answer has a row for each account, period and reported sum, told apart by the column `level`.",
    ]),
    Entry::new("next", ["Hur skulle nästa års utlysning se ut?", "What would next year's call be?"]).more([
        "Skriver ett utkast till nästa utlysning som en utlysningsfil i TOML, till filen i --output eller till standard ut: \
         samma aktiviteter, med en etikett på dem som fick medel och den del av medlen som förbrukats (`spend_rate`), och \
         med det som förs över lagt till källorna. Källornas datum utelämnas, och likaså poängen för det som fick medel på \
         ett kriterium med id `pagaende` eller `ongoing`: det bestämmer ni. --format har ingen verkan här.",
        "Writes a draft of the next call as a call file in TOML, to the file of --output or to standard output: the same \
         activities, with a tag on those that got money and the part of it that was spent (`spend_rate`), and with what is \
         carried over added to the funds. The days of the funds are left out, and so are scores of what got money on a \
         criterion with the id `pagaende` or `ongoing`: they are for people to set. --format is of no use here.",
    ]),
    Entry::new("record", ["Logga vad som beslutats, av vem och varför", "Log what was decided, by whom and why"]).more([
        "Lägger en post sist i en beslutslogg, en textfil som det bara läggs till i: rollen som beslutat, skälet, var \
         beslutet avviker från förslaget, vad det kostar i värde och i pengar, och kontrollsummor (SHA-256) för \
         utlysningen, beslutet, förslaget och loggen hittills. Även ett beslut som inte avviker loggas. I en logg som \
         ändrats för hand skrivs inget. Låt utlysningen och beslutet ligga kvar där de är, sett från loggen: \
         `fordela reproduce` räknar fram förslaget ur dem på nytt. Även ett beslut om en utlysning som inte går att \
         genomföra loggas; slutstatus är då 1.",
        "Adds an entry to a log, a text file that is only ever added to: the role that decided, the reason, where the \
         decision deviates from what is suggested, what that costs in value and in money, and fingerprints (SHA-256) of the \
         call, the decision, what is suggested and the log so far. A decision that does not deviate is logged too. A log \
         that was changed by hand is not written on. Keep the call and the decision where they are, from the log: what is \
         suggested is found anew from them by `fordela reproduce`. A decision on a call that is impossible is logged as \
         well; the status is then 1.",
    ]),
    Entry::new(
        "reproduce",
        [
            "Föreslås fortfarande det som föreslogs enligt en logg?",
            "Is what a log says was suggested still what is suggested?",
        ],
    )
    .more([
        "För varje post i en beslutslogg: om posten är som den skrevs, om utlysningen och beslutet är som de var, och om \
         samma sak föreslås. Det som skiljer sig visas: en fil som är ändrad eller saknas, en post som är ändrad eller \
         borttagen, en annan version av fordela, och vem som föreslås få något annat. Att bara versionens nummer är ett \
         annat visas, och räknas inte som en skillnad.",
        "For every entry of a log: whether the entry is as it was written, whether the call and the decision are as they \
         were, and whether the same is suggested. What differs is told: a file that is changed or missing, an entry that was \
         edited or removed, another version of fordela, and who is suggested something else. That only the number of the \
         version is another is told, and is no difference.",
    ]),
    Entry::new(
        "schema",
        [
            "Skriv ut JSON-schemat för en utlysning, eller för vad ett kommando skriver",
            "Print the JSON Schema of a call, or of what a command prints",
        ],
    )
    .more([
        "Med schemat för en utlysning kan editorer fylla i och kontrollera den. För en utlysning i TOML: skriv det till en fil \
         bredvid utlysningen, och låt utlysningen börja med `#:schema ./call.schema.json`.",
        "By the schema of a call, editors complete and check it. For a call in TOML, write it to a file beside the call, and \
         begin the call with `#:schema ./call.schema.json`.",
    ]),
    Entry::new(
        "completions",
        [
            "Skriv ut ett skript som fyller i kommandon och flaggor i ett skal",
            "Print a script that completes commands and options in a shell",
        ],
    ),
    Entry::new("man", ["Skriv ut manualsidan, i roff", "Print the manual page, in roff"]),
    Entry::new("help", ["Visa hjälpen, eller hjälpen för ett kommando", "Print this help, or that of a command"]),
];

pub(super) const SCHEMA: &[Entry] = &[Entry::new(
    "of",
    [
        "För en utlysning, eller för vad ett kommando skriver som JSON",
        "Of a call file, or of what a command prints as JSON",
    ],
)
.more([
    "Vad nycklarna i en utlysning betyder står på det valda språket, och vad nycklarna i svaren betyder på engelska.",
    "What the keys of a call mean is in the chosen language; what those of answers mean is in English.",
])
.value(["SLAG", "OF"])
.words(&[
    Entry::new("call", ["En utlysning", "A call"]),
    Entry::new("check", ["Svaret från `check`", "What `check` prints"]),
    Entry::new("allocate", ["Svaret från `allocate`", "What `allocate` prints"]),
    Entry::new("levels", ["Svaret från `allocate --levels`", "What `allocate --levels` prints"]),
    Entry::new("explain", ["Svaret från `explain`", "What `explain` prints"]),
    Entry::new("what-if", ["Svaret från `what-if`", "What `what-if` prints"]),
    Entry::new("sweep", ["Svaret från `sweep`", "What `sweep` prints"]),
    Entry::new("frontier", ["Svaret från `frontier`", "What `frontier` prints"]),
    Entry::new("alternatives", ["Svaret från `alternatives`", "What `alternatives` prints"]),
    Entry::new("compare", ["Svaret från `compare`", "What `compare` prints"]),
    Entry::new("audit", ["Svaret från `audit`", "What `audit` prints"]),
    Entry::new("report", ["Svaret från `report`", "What `report` prints"]),
    Entry::new("follow-up", ["Svaret från `follow-up`", "What `follow-up` prints"]),
    Entry::new("record", ["Svaret från `record`", "What `record` prints"]),
    Entry::new("reproduce", ["Svaret från `reproduce`", "What `reproduce` prints"]),
])];

pub(super) const COMPLETIONS: &[Entry] = &[Entry::new("shell", ["Skalet", "The shell"]).value(["SKAL", "SHELL"])];
