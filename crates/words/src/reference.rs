//! The reference of the call file: every key, with its form, its meaning and an example.

use fordela_model::keys::{Form, Key, LeftOut, Part, Word};

use crate::Lang;

/// The reference in Markdown.
#[must_use]
pub fn call_file(lang: Lang) -> String {
    let mut text = intro(lang).to_owned();
    for part in Part::ALL {
        text += &format!("\n## {}\n\n{}\n", heading(part, lang), written_as(part, lang));
        part.keys().iter().for_each(|key| text += &entry(part, key, lang));
    }
    text
}

fn pick(lang: Lang, sv: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Sv => sv,
        Lang::En => en,
    }
}

fn intro(lang: Lang) -> &'static str {
    pick(
        lang,
        "# Utlysningsfilen\n\nEn utlysning skrivs i TOML, eller i JSON med samma nycklar. Här står varje nyckel med sin \
         innebörd och ett exempel.\n\nDen kan också stå i en arbetsbok: `fordela template` skriver en, där varje kolumn förklaras.\n\nEditorer som känner till JSON Schema kan fylla i och kontrollera filen: skriv schemat \
         med `fordela schema call > call.schema.json` och låt utlysningen börja med raden `#:schema \
         ./call.schema.json`.\n\nBelopp skrivs som tal (`500_000`) eller som text (`\"500 000 kr\"`), \
         procent alltid som text med sitt tecken (`\"50 %\"`). Ett id består av bokstäver, siffror, `-` och `_`.\n",
        "# The call file\n\nA call is written in TOML, or in JSON with the same keys. Here is every key with its meaning and an \
         example.\n\nIt can stand in a workbook too: `fordela template` writes one, in which every column is explained.\n\nEditors that know JSON Schema complete and check the file: write the schema by `fordela schema call > \
         call.schema.json`, and begin the call with the line `#:schema ./call.schema.json`.\n\nAmounts are written as \
         numbers (`500_000`) or as texts (`\"500 000 kr\"`), percentages always as texts with their sign \
         (`\"50 %\"`). An id has letters, digits, `-` and `_`.\n",
    )
}

fn heading(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Call => pick(lang, "Utlysningen", "The call"),
        Part::Objective => pick(lang, "Målet", "The objective"),
        Part::Tier => pick(lang, "Ett steg av avtagande värde", "A tier of diminishing value"),
        Part::Fund => pick(lang, "En källa", "A fund"),
        Part::Selection => pick(lang, "Vad en källa betalar för", "What a fund pays for"),
        Part::Criterion => pick(lang, "Ett kriterium", "A criterion"),
        Part::Applicant => pick(lang, "En sökande", "An applicant"),
        Part::Activity => pick(lang, "En aktivitet", "An activity"),
        Part::Line => pick(lang, "En kostnadspost", "A line"),
        Part::Rule => pick(lang, "En regel", "A rule"),
    }
}

/// Where the table of a part stands.
fn written_as(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Call => pick(lang, "Överst i filen.", "At the top of the file."),
        Part::Objective => pick(lang, "Under `[objective]`.", "Under `[objective]`."),
        Part::Tier => pick(
            lang,
            "Under `[[objective.diminishing]]`, ett för varje steg.",
            "Under `[[objective.diminishing]]`, one a tier.",
        ),
        Part::Fund => pick(lang, "Under `[[fund]]`, ett för varje källa.", "Under `[[fund]]`, one a fund."),
        Part::Selection => pick(
            lang,
            "I `pays_for = { … }` hos en källa. Alla slag som nämns ska stämma; av flera värden av ett slag räcker ett.",
            "In the `pays_for = { … }` of a fund. All kinds that are named must hold; of several values of one kind, one is \
             enough.",
        ),
        Part::Criterion => {
            pick(lang, "Under `[[criterion]]`, ett för varje kriterium.", "Under `[[criterion]]`, one a criterion.")
        }
        Part::Applicant => {
            pick(lang, "Under `[[applicant]]`, ett för varje sökande.", "Under `[[applicant]]`, one an applicant.")
        }
        Part::Activity => {
            pick(lang, "Under `[[activity]]`, ett för varje aktivitet.", "Under `[[activity]]`, one an activity.")
        }
        Part::Line => {
            pick(lang, "Under `[[activity.line]]`, ett för varje post.", "Under `[[activity.line]]`, one a line.")
        }
        Part::Rule => pick(
            lang,
            "Under `[[rule]]`, ett för varje regel. Den gäller de aktiviteter som väljs som i `pays_for`, och har ett golv, ett \
             tak eller båda.",
            "Under `[[rule]]`, one a rule. It is for the activities that are selected as in `pays_for`, and has a floor, a cap \
             or both.",
        ),
    }
}

fn entry(part: Part, key: &Key, lang: Lang) -> String {
    let form = form(key.form, lang);
    let head = format!("\n### `{}`\n\n{} {form}.", name(part, key), lang.meaning(key.means));
    let left_out = match key.left_out {
        LeftOut::Never => pick(lang, " Måste finnas.", " Must be there.").to_owned(),
        LeftOut::Is(value) => format!(" {} `{value}`.", pick(lang, "Utelämnad:", "Left out:")),
        LeftOut::Means(meaning) => format!(" {} {}.", pick(lang, "Utelämnad:", "Left out:"), lang.meaning(meaning)),
    };
    let words = if let Form::Word(words) = key.form { self::words(words, lang) } else { String::new() };
    format!("{head}{left_out}\n{words}\n```toml\n{} = {}\n```\n", key.name, key.example)
}

/// The key with the table that it stands in, so that no two have one heading.
fn name(part: Part, key: &Key) -> String {
    let table = match part {
        Part::Call => return key.name.to_owned(),
        Part::Objective => "objective",
        Part::Tier => "objective.diminishing",
        Part::Fund => "fund",
        Part::Selection => "fund.pays_for",
        Part::Criterion => "criterion",
        Part::Applicant => "applicant",
        Part::Activity => "activity",
        Part::Line => "activity.line",
        Part::Rule => "rule",
    };
    format!("{table}.{}", key.name)
}

fn words(words: &[Word], lang: Lang) -> String {
    let items = words.iter().map(|one| format!("- `\"{}\"`: {}\n", one.word, lang.meaning(one.means)));
    format!("\n{}", items.collect::<String>())
}

/// How a value is written: a sentence without its full stop.
fn form(form: Form, lang: Lang) -> String {
    let text = match form {
        Form::Id => pick(lang, "ett id", "an id"),
        Form::Text => pick(lang, "en text på en rad", "a text on one line"),
        Form::Money => pick(lang, "ett belopp", "an amount"),
        Form::Amounts => pick(lang, "en lista med belopp", "a list of amounts"),
        Form::Number => pick(lang, "ett tal", "a number"),
        Form::Percent => pick(lang, "en procentsats", "a percentage"),
        Form::SpendRate => {
            pick(lang, "en procentsats, eller två som den ligger mellan", "a percentage, or two that it lies between")
        }
        Form::Limit => pick(
            lang,
            "ett belopp, eller en procentsats av något: `of asked` (det sökta), `of budget`, `of granted` (det som beviljas) \
             eller `of own grant` (det egna beviljade beloppet)",
            "an amount, or a percentage `of asked`, `of budget`, `of granted` or `of own grant`",
        ),
        Form::Date => pick(lang, "ett datum, ÅÅÅÅ-MM-DD", "a date, YYYY-MM-DD"),
        Form::Period => pick(
            lang,
            "ett år, ett halvår, en månad, en dag, eller två som perioden ligger mellan",
            "a year, a half-year, a month, a day, or two that it lies between",
        ),
        Form::YesOrNo => pick(lang, "`true` eller `false`", "`true` or `false`"),
        Form::Word(_) => pick(lang, "ett av orden nedan", "one of the words below"),
        Form::Texts => pick(lang, "en lista med texter", "a list of texts"),
        Form::TextOrTexts => pick(lang, "en text, eller en lista med texter", "a text, or a list of texts"),
        Form::FileName => pick(lang, "en sökväg till en fil", "the path of a file"),
        Form::Scores => pick(lang, "id på kriterier, vart och ett med ett tal", "ids of criteria, each with a number"),
        Form::Table(_) => pick(lang, "en tabell", "a table"),
        Form::Tables(_) => pick(lang, "en lista med tabeller", "a list of tables"),
    };
    format!("{} {text}", pick(lang, "Skrivs som", "Written as"))
}
