//! How money is shared, in sentences.

use fordela::call::draft::ObjectiveKind;
use fordela::{Lang, written};
use fordela_words::{Words, objective};

use crate::{Allocated, SharingReport};

/// By what rule the money is shared, among whom.
pub(super) fn headline(sharing: &SharingReport, words: Words<'_>) -> String {
    let name = objective::name(sharing.kind, words);
    let among = objective::among(sharing.over, words);
    let weighted = match (sharing.weighted, words.lang) {
        (false, _) => "",
        (true, Lang::Sv) => ", viktat efter prioritet",
        (true, Lang::En) => ", weighted by priority",
    };
    match (&sharing.at_least, words.lang) {
        (None, Lang::Sv) => format!("Pengarna delas mellan {among} enligt {name}{weighted}."),
        (None, Lang::En) => format!("The money is shared among {among} by {name}{weighted}."),
        (Some(part), Lang::Sv) => format!(
            "Mest värde, men var och en av {among} får minst {} av vad delning enligt {name}{weighted} ger.",
            words.share(part)
        ),
        (Some(part), Lang::En) => format!(
            "The most value such that each of {among} gets at least {} of what sharing by {name}{weighted} gives.",
            words.share(part)
        ),
    }
}

/// What is proven, how exact the grants are, and what fairness costs.
pub(super) fn proof(allocated: &Allocated, sharing: &SharingReport, words: Words<'_>) -> String {
    let near = if sharing.at_least.is_none() { nearness(sharing, words) } else { String::new() };
    [standing(sharing, words), near, cost(allocated, sharing, words)].concat()
}

/// What defines the rule, where it is proven.
fn standing(sharing: &SharingReport, words: Words<'_>) -> String {
    let what = definition(sharing, words);
    if sharing.has_choices && sharing.gap.is_some() {
        return match words.lang {
            Lang::Sv => format!(
                "Med de val som görs (hel, i nivåer, post för post) gäller att {what}. Om andra val är rättvisare har \
                 undersökts men inte bevisats."
            ),
            Lang::En => format!(
                "With the choices that are made (whole, by levels, line by line) {what}; that no other choices are \
                 fairer was searched for, but is not proven."
            ),
        };
    }
    let Some(gap) = &sharing.gap else {
        return match words.lang {
            Lang::Sv => {
                "Tiden eller beräkningarna tog slut innan delningen var klar: fördelningen följer reglerna, men att \
                         den är rättvis är inte visat."
                    .to_owned()
            }
            Lang::En => {
                "Time or effort was spent before the sharing was done: the allocation keeps all rules, but that it \
                         is fair is not shown."
                    .to_owned()
            }
        };
    };
    match (sharing.proven, words.lang) {
        (true, Lang::Sv) if sharing.at_least.is_some() => format!("Det som delningen ger är bevisat rättvist: {what}."),
        (true, Lang::En) if sharing.at_least.is_some() => format!("What sharing gives is proven fair: {what}."),
        (true, Lang::Sv) => format!("Bevisat rättvis: {what}."),
        (true, Lang::En) => format!("Proven fair: {what}."),
        (false, Lang::Sv) if gap.is_zero() => format!("Rättvis före avrundning till hela enheter: {what}."),
        (false, Lang::En) if gap.is_zero() => format!("Fair before rounding to whole units: {what}."),
        (false, Lang::Sv) => format!("Rättvis, med en avvikelse på högst {}: {what}.", words.percent_up(gap)),
        (false, Lang::En) => format!("Fair but for at most {}: {what}.", words.percent_up(gap)),
    }
}

fn definition(sharing: &SharingReport, words: Words<'_>) -> &'static str {
    match sharing.kind {
        ObjectiveKind::Proportional => words.pick(
            "ingen annan fördelning som följer reglerna ligger närmare lika andelar",
            "no other allocation that keeps the rules is nearer to equal shares",
        ),
        ObjectiveKind::EqualAwards => words.pick(
            "ingen kan få mer utan att någon som inte får mer än den får mindre",
            "nobody can get more unless somebody who gets no more than they do gets less",
        ),
        ObjectiveKind::EqualLosses => words.pick(
            "ingen kan förlora mindre utan att någon som förlorar minst lika mycket förlorar mer",
            "nobody can lose less unless somebody who loses no less than they do loses more",
        ),
        ObjectiveKind::Talmud => words.pick(
            "upp till halva det sökta kan ingen få mer utan att någon som inte får mer får mindre, och däröver kan ingen \
             förlora mindre utan att någon som förlorar minst lika mycket förlorar mer",
            "up to half of the ask nobody can get more unless somebody who gets no more gets less, and beyond it nobody \
             can lose less unless somebody who loses no less loses more",
        ),
        ObjectiveKind::Leximin => words.pick(
            "ingens andel kan höjas utan att andelen sänks för någon som inte har en högre andel",
            "nobody's share can be raised without lowering that of somebody whose share is no higher",
        ),
        ObjectiveKind::Nash | ObjectiveKind::Priority => words.pick(
            "ingen annan fördelning som följer reglerna ger i genomsnitt mer, räknat i förhållande till vad var och en får",
            "no other allocation that keeps the rules gives more on average, in parts of what each gets",
        ),
    }
}

fn nearness(sharing: &SharingReport, words: Words<'_>) -> String {
    let off = words.number(&written::rounded_up(&sharing.off, 2));
    match (sharing.off.is_zero(), words.lang) {
        (true, _) => String::new(),
        (false, Lang::Sv) => format!(" Varje belopp avviker högst {off} {} från det exakta.", words.currency_name()),
        (false, Lang::En) => format!(" Every grant is at most {off} from the exact one."),
    }
}

fn cost(allocated: &Allocated, sharing: &SharingReport, words: Words<'_>) -> String {
    let value = words.number(&written::value(&allocated.value));
    let bound = words.number(&written::bound(&allocated.bound));
    let gap = words.number(&written::rounded_up(&allocated.gap, 2));
    let part = words.percent_up(&allocated.gap_share);
    if sharing.at_least.is_some() {
        return match (allocated.gap.is_zero(), words.lang) {
            (true, Lang::Sv) => {
                format!(" Värdet enligt prioriteringen är {value}, och med dessa delar går det inte att nå ett högre.")
            }
            (true, Lang::En) => {
                format!(" By the priorities it is worth {value}, and with these parts nothing is more.")
            }
            (false, Lang::Sv) => {
                format!(" Värdet enligt prioriteringen är {value}; med dessa delar är det högst {bound}.")
            }
            (false, Lang::En) => {
                format!(" By the priorities it is worth {value}; with these parts at most {bound} is possible.")
            }
        };
    }
    if sharing.gap.is_none() {
        return match words.lang {
            Lang::Sv => format!(" Värdet enligt prioriteringen är {value} och kan bli högst {bound}."),
            Lang::En => format!(" By the priorities it is worth {value}; at most {bound} is possible."),
        };
    }
    match words.lang {
        Lang::Sv => format!(
            " Värdet enligt prioriteringen är {value} och kan bli högst {bound}. Rättvisan kostar alltså högst {gap} \
             ({part})."
        ),
        Lang::En => format!(
            " By the priorities it is worth {value}; the most that is possible is at most {bound}, so that fairness costs \
             at most {gap} ({part})."
        ),
    }
}
