//! Why an activity got what it got, in a sentence.

use fordela_model::Call;
use fordela_model::call::draft::{Each, Objective, ObjectiveKind};
use fordela_model::call::{CaseId, LinkKind, Named};
use fordela_study::explain::Reason;

use crate::{Lang, Words, listed, listed_of, quoted};

/// Why an activity got what it got, with everything by the name that it is told by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because<'a> {
    /// All that was asked for is granted.
    Full,
    /// Nothing was asked for.
    NothingAsked,
    /// No fund may pay for it.
    NoFund,
    /// All that funds may pay for is granted.
    NotPayable,
    /// These funds have money left, and may carry only a part of it, or not beside those that pay.
    Parts(Vec<String>),
    /// All whole units are granted.
    WholeUnits,
    /// It is worth nothing by the criteria.
    NoPriority,
    /// A floor holds it up.
    Lifted {
        /// The rule.
        rule: &'a str,
        /// What the rule is repeated for here.
        subject: Option<&'a str>,
    },
    /// A cap holds it down.
    Capped {
        /// The rule.
        rule: &'a str,
        /// What the rule is repeated for here.
        subject: Option<&'a str>,
    },
    /// The money went to what is worth more.
    Budget {
        /// Whether it gets nothing.
        is_nothing: bool,
    },
    /// These funds alone may pay for it, and are used up, while others are not.
    FundTooSmall(Vec<String>),
    /// It shares the last of the money with others of its priority.
    Tied {
        /// The first of the others.
        with: Vec<String>,
        /// How many others there are.
        others: usize,
    },
    /// Money is shared by this objective.
    Shared(&'a Objective),
    /// Everybody gets at least a part of what sharing gives.
    FairPart,
    /// It is granted in steps, and no larger one fitted.
    Steps,
    /// It requires what is not granted, or what is granted rules it out.
    Linked {
        /// Which of the two.
        kind: LinkKind,
        /// The other activity, or a line of one.
        other: String,
    },
}

impl<'a> Because<'a> {
    /// The reason of an activity of a call, by the id of the activity; `is_nothing` where it gets nothing.
    #[must_use]
    pub fn of(call: &'a Call, activity: &str, is_nothing: bool, reason: &'a Reason) -> Self {
        let funds = |ids: &[String]| ids.iter().map(|id| call.name_of(Named::Fund, id).to_owned()).collect();
        let rule = |case: &'a CaseId| (call.name_of(Named::Rule, &case.rule), subject(call, case));
        match reason {
            Reason::Full => Self::Full,
            Reason::NothingAsked => Self::NothingAsked,
            Reason::NoFund => Self::NoFund,
            Reason::NotPayable => Self::NotPayable,
            Reason::Parts { funds: ids } => Self::Parts(funds(ids)),
            Reason::WholeUnits => Self::WholeUnits,
            Reason::NoPriority => Self::NoPriority,
            Reason::Lifted { case } => {
                let (rule, subject) = rule(case);
                Self::Lifted { rule, subject }
            }
            Reason::Capped { case } => {
                let (rule, subject) = rule(case);
                Self::Capped { rule, subject }
            }
            Reason::Budget { .. } => Self::Budget { is_nothing },
            Reason::FundTooSmall { funds: ids } => Self::FundTooSmall(funds(ids)),
            Reason::Tied { among } => {
                let others = among.iter().filter(|id| *id != activity);
                let with: Vec<String> = others.map(|id| call.name_of(Named::Activity, id).to_owned()).collect();
                Self::Tied { others: with.len(), with }
            }
            Reason::Shared { .. } => Self::Shared(&call.draft().objective),
            Reason::FairPart => Self::FairPart,
            Reason::Steps => Self::Steps,
            Reason::Linked { link } => {
                let other = if link.to.activity == activity { &link.from } else { &link.to };
                let name = call.name_of(Named::Activity, &other.activity);
                let other = other.line.as_ref().map_or_else(|| name.to_owned(), |line| format!("{name}/{line}"));
                Self::Linked { kind: link.kind, other }
            }
        }
    }

    /// The sentence.
    #[must_use]
    pub fn told(&self, words: Words<'_>) -> String {
        let pick = |swedish, english| words.pick(swedish, english).to_owned();
        match self {
            Self::Parts(funds) => parts(funds, words),
            Self::Lifted { rule, subject } => lifted(rule, *subject, words),
            Self::Capped { rule, subject } => capped(rule, *subject, words),
            Self::FundTooSmall(funds) => fund_too_small(funds, words),
            Self::Tied { with, others } => tied(with, *others, words),
            Self::Shared(objective) => shared(objective, words).to_owned(),
            Self::Linked { kind, other } => linked(*kind, other, words),
            Self::Full => pick("Hela det sökta beloppet föreslås.", "All that is asked for is granted."),
            Self::NothingAsked => pick("Inget belopp är sökt.", "Nothing is asked for."),
            Self::NoFund => pick("Ingen finansieringskälla får betala aktiviteten.", "No fund may pay for it."),
            Self::NotPayable => pick(
                "Allt som någon källa får betala för föreslås; resten får ingen källa betala.",
                "All that funds may pay for is granted; no fund may pay for the rest.",
            ),
            Self::WholeUnits => pick(
                "Så mycket som går i jämna belopp föreslås; det som återstår är mindre än minsta enhet.",
                "All that whole amounts allow is granted; the rest is less than one.",
            ),
            Self::NoPriority => pick(
                "Prioriteten är 0, och därför går inga medel hit.",
                "Its priority is 0, and so the budget does not go here.",
            ),
            Self::Budget { is_nothing: true } => pick(
                "Budgeten räcker inte: enligt prioriteringen gör pengarna minst lika stor nytta i andra aktiviteter.",
                "The budget runs out: the money is worth at least as much elsewhere by the priorities.",
            ),
            Self::Budget { is_nothing: false } => pick(
                "Budgeten räcker inte till mer: enligt prioriteringen gör pengarna minst lika stor nytta i andra aktiviteter.",
                "The budget allows no more: the money is worth at least as much elsewhere by the priorities.",
            ),
            Self::FairPart => pick(
                "Alla ska få minst en viss del av vad en rättvis delning ger. Utan det kravet hade beloppet blivit lägre.",
                "It is held up because everybody is to get a part of what fair sharing gives; by its priority it would get \
             less.",
            ),
            Self::Steps => pick(
                "Aktiviteten beviljas i steg (helt, i nivåer, post för post eller från en minsta andel), och ett större steg \
             ryms inte eller är inte värt mer än det som då hade fått stå tillbaka.",
                "It is granted in steps (whole, by levels, line by line or from a least share), and no larger step fits or \
             is worth more than what would have to stand back.",
            ),
        }
    }
}

/// What a rule is repeated for, by its name; an area or a tag is its own name.
pub(crate) fn subject<'a>(call: &'a Call, case: &'a CaseId) -> Option<&'a str> {
    let id = case.subject.as_deref()?;
    let rule = call.draft().rules.iter().find(|rule| rule.id == case.rule);
    Some(match rule.and_then(|rule| rule.each) {
        Some(Each::Applicant) => call.name_of(Named::Applicant, id),
        Some(Each::Activity) => call.name_of(Named::Activity, id),
        Some(Each::Fund) => call.name_of(Named::Fund, id),
        Some(Each::Area | Each::Tag) | None => id,
    })
}

/// Who would have to give, by what the objective compares.
fn shared(objective: &Objective, words: Words<'_>) -> &'static str {
    match objective.kind {
        ObjectiveKind::Leximin if !objective.weighted => words.pick(
            "Mer hade behövt tas från någon som inte har en högre andel.",
            "More would have to be taken from somebody who has no higher share.",
        ),
        ObjectiveKind::EqualAwards if !objective.weighted => words.pick(
            "Mer hade behövt tas från någon som inte får mer.",
            "More would have to be taken from somebody who gets no more.",
        ),
        ObjectiveKind::EqualLosses if !objective.weighted => words.pick(
            "Mer hade behövt tas från någon som förlorar minst lika mycket.",
            "More would have to be taken from somebody who loses no less.",
        ),
        ObjectiveKind::Leximin
        | ObjectiveKind::EqualAwards
        | ObjectiveKind::EqualLosses
        | ObjectiveKind::Priority
        | ObjectiveKind::Proportional
        | ObjectiveKind::Talmud
        | ObjectiveKind::Nash => words.pick(
            "Så mycket ger delningen: mer hade behövt tas från någon som inte har mer enligt delningens mått.",
            "This is what sharing gives: more would have to be taken from somebody who has no more by its measure.",
        ),
    }
}

/// `”Namn” (ämne)`.
fn of(rule: &str, subject: Option<&str>, lang: Lang) -> String {
    let rule = quoted(rule, lang);
    subject.map_or_else(|| rule.clone(), |subject| format!("{rule} ({subject})"))
}

fn lifted(rule: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let rule = of(rule, subject, words.lang);
    match words.lang {
        Lang::Sv => format!("Utan golvet {rule} hade beloppet blivit lägre."),
        Lang::En => format!("The floor {rule} lifts it: without the floor it would get less."),
    }
}

fn capped(rule: &str, subject: Option<&str>, words: Words<'_>) -> String {
    let rule = of(rule, subject, words.lang);
    match words.lang {
        Lang::Sv => format!("Utan taket {rule} hade beloppet kunnat bli högre."),
        Lang::En => format!("The cap {rule} holds it down: without the cap it could get more."),
    }
}

fn fund_too_small(all: &[String], words: Words<'_>) -> String {
    let funds = listed(words, all);
    match (words.lang, all) {
        (Lang::Sv, [_]) => {
            format!("Den källa som får betala räcker inte ({funds}); andra källor har medel kvar men får inte betala.")
        }
        (Lang::Sv, _) => {
            format!("De källor som får betala räcker inte ({funds}); andra källor har medel kvar men får inte betala.")
        }
        (Lang::En, [_]) => {
            format!("The fund that may pay runs out ({funds}); others have money left but may not pay for it.")
        }
        (Lang::En, _) => {
            format!("The funds that may pay run out ({funds}); others have money left but may not pay for it.")
        }
    }
}

fn parts(funds: &[String], words: Words<'_>) -> String {
    let funds = listed(words, funds);
    match words.lang {
        Lang::Sv => format!(
            "Bara {funds} har medel kvar, men får bara betala en viss del av aktiviteten, eller inte tillsammans med de \
             källor som redan betalar."
        ),
        Lang::En => format!(
            "Only {funds} has money left, and may carry only a certain part of it, or not beside the funds that pay for it."
        ),
    }
}

fn tied(with: &[String], others: usize, words: Words<'_>) -> String {
    let with = listed_of(words, with, others);
    match words.lang {
        Lang::Sv => format!(
            "Delar lika med {with}: prioriteten är densamma, och medlen räcker till samma andel av vad var och en söker."
        ),
        Lang::En => format!(
            "Shares equally with {with}: they have the same priority, and the money is enough for the same share of what \
             each asks for."
        ),
    }
}

fn linked(kind: LinkKind, other: &str, words: Words<'_>) -> String {
    match (kind, words.lang) {
        (LinkKind::Requires, Lang::Sv) => format!("Aktiviteten kräver {other}, som inte föreslås beviljas."),
        (LinkKind::Requires, Lang::En) => format!("It requires {other}, which is not granted."),
        (LinkKind::Excludes, Lang::Sv) => {
            format!("Aktiviteten kan inte beviljas tillsammans med {other}, som föreslås beviljas.")
        }
        (LinkKind::Excludes, Lang::En) => format!("It cannot be granted together with {other}, which is granted."),
    }
}
