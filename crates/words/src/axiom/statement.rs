//! What axioms say.

use fordela_study::axiom::Axiom;

use crate::Lang;

/// The axiom, in a sentence.
#[must_use]
pub fn statement(axiom: Axiom, lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => swedish(axiom),
        Lang::En => english(axiom),
    }
}

/// What it means for a city that shares money, in a sentence.
#[must_use]
pub fn for_a_city(axiom: Axiom, lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => city_in_swedish(axiom),
        Lang::En => city_in_english(axiom),
    }
}

fn swedish(axiom: Axiom) -> &'static str {
    match axiom {
        Axiom::Feasible => "Sökta belopp, tak, golv och budget följs exakt.",
        Axiom::Exhaustive => "Inget blir över som någon hade kunnat använda.",
        Axiom::Anonymous => "Andra namn och en annan ordning ändrar inget annat än namnen.",
        Axiom::EqualTreatment => "Samma sökta belopp, samma poäng och samma etiketter: samma bidrag.",
        Axiom::ScoreOrder => "Samma sökta belopp och bättre poäng: inte mindre bidrag.",
        Axiom::BudgetMonotone => "Med mer pengar får ingen mindre.",
        Axiom::ScoreMonotone => "En aktivitet som får bättre poäng, och inget annat ändras, får inte mindre.",
        Axiom::CostMonotone => "En aktivitet som får allt den söker, och söker mindre, får fortfarande allt.",
        Axiom::MoneyScale => "I en annan penningenhet blir det samma fördelning.",
        Axiom::ScoreScale => "Med en annan poängskala, eller andra tal för samma vikter, blir det samma fördelning.",
        Axiom::IndependentOfRejected => "Att utelämna dem som inget får ändrar inget för de andra.",
        Axiom::Consistent => {
            "Om några får sitt bidrag utbetalt och resten delas efter samma regel får de andra detsamma."
        }
        Axiom::SplitProof => "En aktivitet som delas i två med samma poäng får inte mer tillsammans.",
        Axiom::MergeProof => {
            "Två aktiviteter som slås ihop till en, med poängens medelvärde vägt efter sökt belopp, får inte mer."
        }
        Axiom::InflationProof => "Den som inte får allt den söker får inte mer av att söka mer.",
    }
}

fn english(axiom: Axiom) -> &'static str {
    match axiom {
        Axiom::Feasible => "Asks, caps, floors and the budget hold exactly.",
        Axiom::Exhaustive => "Nothing is left while somebody could still use it.",
        Axiom::Anonymous => "Renaming or reordering changes nothing but the names.",
        Axiom::EqualTreatment => "Same ask, same scores, same tags: same grant.",
        Axiom::ScoreOrder => "Same ask, better scores: no smaller grant.",
        Axiom::BudgetMonotone => "With more money, nobody gets less.",
        Axiom::ScoreMonotone => "An activity that is scored better, with nothing else changed, gets no less.",
        Axiom::CostMonotone => "An activity that gets all it asks for, and asks for less, still gets all.",
        Axiom::MoneyScale => "In another unit of money the allocation is the same.",
        Axiom::ScoreScale => {
            "With another scale of scores, or other numbers for the same weights, the allocation is the same."
        }
        Axiom::IndependentOfRejected => "Leaving out those who get nothing changes nothing for the others.",
        Axiom::Consistent => {
            "When some leave with their grants and the rest is shared by the same rule, the others get the same."
        }
        Axiom::SplitProof => "An activity that is split in two with the same scores gets no more in all.",
        Axiom::MergeProof => {
            "Two activities that are made one, with the mean of their scores weighed by asks, get no more."
        }
        Axiom::InflationProof => "Who does not get all of the ask gains nothing by asking for more.",
    }
}

fn city_in_swedish(axiom: Axiom) -> &'static str {
    match axiom {
        Axiom::Feasible => "Fördelningen går att verkställa: pengarna räcker, och ingen regel bryts.",
        Axiom::Exhaustive => "Medel blir inte kvar när det finns någon som har sökt dem och får ta emot dem.",
        Axiom::Anonymous => "Det spelar ingen roll vad den som söker heter eller när ansökan kom in.",
        Axiom::EqualTreatment => "Två ansökningar som inte skiljer sig åt i något som räknas får lika mycket.",
        Axiom::ScoreOrder => "Den som bedöms bättre och söker lika mycket får inte mindre än den som bedöms sämre.",
        Axiom::BudgetMonotone => "När fullmäktige skjuter till pengar behöver ingen nämnd få ett sämre besked.",
        Axiom::ScoreMonotone => "Ingen förlorar på att bedömas bättre.",
        Axiom::CostMonotone => "Den som hittar ett billigare sätt att göra samma sak förlorar inte sitt bidrag.",
        Axiom::MoneyScale => "Det spelar ingen roll om man räknar i kronor eller tusental kronor.",
        Axiom::ScoreScale => "Det spelar ingen roll om man bedömer på skalan 0–3 eller 0–30.",
        Axiom::IndependentOfRejected => "En ansökan som ändå får avslag påverkar inte vad de andra får.",
        Axiom::Consistent => "Beslut som redan är fattade ger ingen anledning att räkna om resten.",
        Axiom::SplitProof => "Det lönar sig inte att dela upp en ansökan i flera.",
        Axiom::MergeProof => "Det lönar sig inte att föra in en svag aktivitet i en stark, eller flera små i en stor.",
        Axiom::InflationProof => "Det lönar sig inte att söka mer än vad som behövs.",
    }
}

fn city_in_english(axiom: Axiom) -> &'static str {
    match axiom {
        Axiom::Feasible => "The allocation can be carried out: the money is enough, and no rule is broken.",
        Axiom::Exhaustive => "No money is left behind while there is somebody who asked for it and may have it.",
        Axiom::Anonymous => "It does not matter what an applicant is called, or in which order applications came in.",
        Axiom::EqualTreatment => "Two applications that differ in nothing that counts get the same.",
        Axiom::ScoreOrder => "Who is judged better and asks for the same gets no less than who is judged worse.",
        Axiom::BudgetMonotone => "When the council adds money, no board has to be given worse news.",
        Axiom::ScoreMonotone => "Nobody loses by being judged better.",
        Axiom::CostMonotone => "Who finds a cheaper way to do the same does not lose the grant.",
        Axiom::MoneyScale => "It does not matter whether one counts in kronor or in thousands of kronor.",
        Axiom::ScoreScale => "It does not matter whether one judges on a scale of 0 to 3 or of 0 to 30.",
        Axiom::IndependentOfRejected => "An application that is rejected anyway does not affect what the others get.",
        Axiom::Consistent => "Decisions that have been made already give no cause to work out the rest anew.",
        Axiom::SplitProof => "It does not pay to split one application into several.",
        Axiom::MergeProof => {
            "It does not pay to bundle a weak activity with a strong one, or several small ones into a large one."
        }
        Axiom::InflationProof => "It does not pay to pad an application.",
    }
}
