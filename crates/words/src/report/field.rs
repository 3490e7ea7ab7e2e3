//! What stands above the columns of CSV: what programs know them by, and in Swedish what people call them.

use fordela_model::Party;

use crate::Lang;

/// Declares the fields, each with what programs know it by and what it is called in Swedish.
macro_rules! fields {
    ($($field:ident $id:literal $swedish:literal)*) => {
        /// What a column of CSV holds.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Field {
            $(#[doc = concat!("`", $id, "`.")] $field,)*
            /// What the fund with this id pays.
            Paid(String),
            /// What the one with this id gets.
            Gets(Party, String),
            /// What is varied, by its path.
            Varied(String),
        }

        impl Field {
            /// All that are not of one call.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// What it is called; in English as programs know it.
            #[must_use]
            pub fn told(&self, lang: Lang) -> String {
                let (swedish, id) = match self {
                    $(Self::$field => ($swedish, $id),)*
                    Self::Paid(id) => return of(("Källa", "fund"), id, lang),
                    Self::Gets(Party::Activity, id) => return of(("Aktivitet", "activity"), id, lang),
                    Self::Gets(Party::Applicant, id) => return of(("Sökande", "applicant"), id, lang),
                    Self::Varied(path) => return path.clone(),
                };
                match lang {
                    Lang::Sv => swedish,
                    Lang::En => id,
                }
                .to_owned()
            }
        }
    };
}

fn of((swedish, english): (&str, &str), id: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{swedish}.{id}"),
        Lang::En => format!("{english}.{id}"),
    }
}

fields! {
    Above "above" "Över beviljat"
    Activity "activity" "Aktivitets-id"
    Alternative "alternative" "Alternativ"
    Applicant "applicant" "Sökande-id"
    ApplicantName "applicant_name" "Sökande"
    Asked "asked" "Sökt"
    AskedDifference "asked_difference" "Sökt, skillnad"
    AskedNew "asked_new" "Sökt efter"
    AskedOld "asked_old" "Sökt före"
    Award "outcome" "Omfattning"
    Bound "bound" "Övre gräns"
    Budget "budget" "Budget"
    ByHand "by_hand" "Enbart efter rangordning"
    CarriedOver "carried_over" "Överförs"
    Cause "cause" "Orsak till skillnaden"
    CauseRule "cause_rule" "Regel bakom skillnaden"
    Change "change" "Ändring"
    Code "code" "Kod"
    Column "column" "Kolumn"
    Concerns "concerns" "Gäller"
    Criterion "criterion" "Kriterium"
    Date "date" "Datum"
    Decided "decided" "Beslut"
    Difference "difference" "Skillnad"
    Enters "enters" "Tillkommer"
    Entry "entry" "Post"
    ExpectedRepaid "expected_repaid" "Väntas återbetalas"
    ExpectedUnspent "expected_unspent" "Väntas bli oförbrukat"
    Explanation "explanation" "Förklaring"
    Figure "figure" "Uppgift"
    File "file" "Fil"
    First "first" "Första värde efter"
    For "for" "För"
    From "from" "Från"
    Fund "fund" "Källa"
    Granted "granted" "Beviljat"
    GrantedDifference "granted_difference" "Beviljat, skillnad"
    GrantedNew "granted_new" "Beviljat efter"
    GrantedOld "granted_old" "Beviljat före"
    Id "id" "Id"
    Kind "kind" "Slag"
    Last "last" "Sista värde före"
    Level "level" "Nivå"
    Limit "limit" "Gräns"
    Line "line" "Rad"
    Loss "loss" "Förlust"
    Measure "measure" "Mått"
    Message "message" "Meddelande"
    Motive "reason" "Skäl"
    Name "name" "Namn"
    Needed "needed" "Behövs"
    New "new" "Efter"
    Note "note" "Kommentar"
    Now "now" "Nu"
    Old "old" "Före"
    Other "other" "Jämförs med (id)"
    OtherName "other_name" "Jämförs med"
    Outcome "outcome" "Utfall"
    Own "own" "Utlysningens egen budget"
    Period "period" "Period"
    Priority "priority" "Prioritet"
    Rank "rank" "Rang"
    Reason "reason" "Orsak"
    RelaxBy "relax_by" "Flyttas med"
    Repaid "repaid" "Återbetalas"
    ReportBy "report_by" "Redovisas senast"
    Reported "reported" "Har redovisats"
    ReportedSum "reported_sum" "Redovisad summa"
    Returned "returned" "Återlämnas"
    Role "role" "Roll"
    Rule "rule" "Regel"
    Same "same" "Oförändrat"
    Scenario "scenario" "Scenario"
    Seal "seal" "Sigill"
    Section "section" "Avsnitt"
    ShadowPrice "shadow_price" "Skuggpris"
    Share "share" "Andel"
    Spent "spent" "Förbrukat"
    Status "status" "Status"
    Suggested "suggested" "Förslag"
    Suggestion "suggestion" "Rättas så här"
    SumOfParts "sum_of_parts" "Delarnas summa"
    Then "then" "Då"
    Title "title" "Aktivitet"
    To "to" "Till"
    Unallocated "unallocated" "Ej fördelat"
    Unsettled "unsettled" "Ej avgjort"
    UntriedFrom "untried_from" "Ej prövat från"
    UntriedTo "untried_to" "Ej prövat till"
    Value "value" "Värde"
    ValueLost "value_lost" "Förlorat värde"
    Verdict "verdict" "Bedömning"
    Wanted "wanted" "Önskas"
    Way "way" "Sätt"
    WorstRepaid "worst_repaid" "Återbetalas i värsta fall"
    WorstUnspent "worst_unspent" "Oförbrukat i värsta fall"
}
