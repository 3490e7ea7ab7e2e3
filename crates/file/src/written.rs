//! A call as a call file in TOML, in the form in which people write it.

use std::fmt::Write;

use fordela::call::draft::{Activity, CallDraft, Each, Fund, Funding, Line, Objective, ObjectiveKind, Rule, Unspent};
use fordela::call::{Limit, Percent, Selection};
use fordela::characters::{hidden, on_one_line};
use fordela::{Money, Party};

/// The text of a call file that is read as this draft. Every line of `head` stands at the top as a comment.
#[must_use]
pub fn write_call(draft: &CallDraft, head: &[String]) -> String {
    let mut text: String = head.iter().map(|line| format!("# {}\n", on_one_line(line))).collect();
    let mut call = Table::new(if head.is_empty() { "" } else { "\n" });
    call.text("title", &draft.title);
    call.text("currency", &draft.currency);
    call.raw("unit", money(draft.unit));
    if let Some(number) = draft.bad_luck {
        call.raw("bad_luck", number.to_string());
    }
    text.push_str(&call.0);
    text.push_str(&objective(&draft.objective));
    text.extend(draft.funds.iter().map(fund));
    for criterion in &draft.criteria {
        let mut table = Table::new("\n[[criterion]]\n");
        table.text("id", &criterion.id);
        table.maybe("name", criterion.name.as_ref());
        table.raw("weight", criterion.weight.to_string());
        table.raw("max", criterion.max.to_string());
        text.push_str(&table.0);
    }
    for applicant in &draft.applicants {
        let mut table = Table::new("\n[[applicant]]\n");
        table.text("id", &applicant.id);
        table.maybe("name", applicant.name.as_ref());
        table.maybe("call", applicant.call.as_ref());
        text.push_str(&table.0);
    }
    text.extend(draft.activities.iter().map(activity));
    text.extend(draft.rules.iter().map(rule));
    text
}

/// The lines of a table.
pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new(head: &str) -> Self {
        Self(head.to_owned())
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    /// A list with a line for each of its values.
    pub(crate) fn rows(&mut self, key: &str, values: impl Iterator<Item = String>) {
        let rows: String = values.map(|value| format!("\n  {value},")).collect();
        self.raw(key, if rows.is_empty() { "[]".to_owned() } else { format!("[{rows}\n]") });
    }

    pub(crate) fn raw(&mut self, key: &str, value: impl AsRef<str>) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.0, "{key} = {}", value.as_ref());
    }

    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.raw(key, quoted(value));
    }

    fn maybe(&mut self, key: &str, value: Option<&String>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    fn texts(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            self.raw(key, list(values.iter().map(|value| quoted(value))));
        }
    }

    fn percent(&mut self, key: &str, value: Option<Percent>) {
        if let Some(value) = value {
            self.text(key, &value.to_string());
        }
    }

    fn selection(&mut self, selection: &Selection) {
        for (key, value) in selected(selection) {
            self.raw(key, value);
        }
    }
}

fn objective(objective: &Objective) -> String {
    if *objective == Objective::default() {
        return String::new();
    }
    let mut table = Table::new("\n[objective]\n");
    table.text("kind", kind(objective.kind));
    if objective.weighted {
        table.raw("weighted", "true");
    }
    if objective.over == Party::Applicant {
        table.text("over", "applicant");
    }
    table.percent("at_least", objective.at_least);
    if !objective.diminishing.is_empty() {
        let tiers = objective.diminishing.iter();
        let pairs = tiers.map(|tier| [("up_to", quoted(&tier.up_to.to_string())), ("factor", tier.factor.to_string())]);
        table.rows("diminishing", pairs.map(|pairs| inline(&pairs)));
    }
    table.0
}

fn fund(fund: &Fund) -> String {
    let mut table = Table::new("\n[[fund]]\n");
    table.text("id", &fund.id);
    table.maybe("name", fund.name.as_ref());
    table.raw("amount", money(fund.amount));
    if !fund.pays_for.is_all() {
        table.raw("pays_for", inline(&selected(&fund.pays_for).collect::<Vec<_>>()));
    }
    table.percent("min_part", fund.min_part);
    table.percent("max_part", fund.max_part);
    table.texts("not_with", &fund.not_with);
    if fund.spend_first {
        table.raw("spend_first", "true");
    }
    table.maybe("period", fund.period.as_ref());
    table.maybe("use_by", fund.use_by.map(|day| day.to_string()).as_ref());
    if let Some(unspent) = fund.unspent {
        table.text("unspent", word_of_unspent(unspent));
    }
    table.maybe("report_by", fund.report_by.map(|day| day.to_string()).as_ref());
    table.0
}

fn activity(activity: &Activity) -> String {
    let mut table = Table::new("\n[[activity]]\n");
    table.text("id", &activity.id);
    table.text("applicant", &activity.applicant);
    table.maybe("title", activity.title.as_ref());
    if let Some(ask) = activity.ask {
        table.raw("ask", money(ask));
    }
    if activity.funding != Funding::default() {
        table.text("funding", funding(activity.funding));
    }
    table.percent("min_share", activity.min_share);
    if !activity.levels.is_empty() {
        table.raw("levels", list(activity.levels.iter().map(|level| money(*level))));
    }
    if !activity.scores.is_empty() {
        let scores = activity.scores.iter().map(|(criterion, score)| format!("{} = {score}", key(criterion)));
        table.raw("scores", format!("{{ {} }}", scores.collect::<Vec<_>>().join(", ")));
    }
    table.texts("tags", &activity.tags);
    table.texts("areas", &activity.areas);
    table.texts("requires", &activity.requires);
    table.texts("excludes", &activity.excludes);
    table.maybe("period", activity.period.as_ref());
    if let Some(rate) = activity.spend_rate {
        table.text("spend_rate", &rate.to_string());
    }
    table.0.extend(activity.lines.iter().map(line));
    table.0
}

fn line(line: &Line) -> String {
    let mut table = Table::new("\n[[activity.line]]\n");
    table.text("id", &line.id);
    table.maybe("title", line.title.as_ref());
    table.raw("cost", money(line.cost));
    table.maybe("kind", line.kind.as_ref());
    table.maybe("period", line.period.as_ref());
    table.texts("requires", &line.requires);
    table.texts("excludes", &line.excludes);
    table.0
}

fn rule(rule: &Rule) -> String {
    let mut table = Table::new("\n[[rule]]\n");
    table.text("id", &rule.id);
    table.maybe("name", rule.name.as_ref());
    if let Some(each) = rule.each {
        table.text("each", word_of_each(each));
    }
    table.selection(&rule.selection);
    for (key, limit) in [("at_least", rule.at_least), ("at_most", rule.at_most)] {
        match limit {
            Some(Limit::Money(amount)) => table.raw(key, money(amount)),
            Some(Limit::Percent(percent, base)) => table.text(key, &format!("{percent} of {}", base.word())),
            None => {}
        }
    }
    table.0
}

/// The kinds that a selection names, with their values: one by itself, several as a list.
fn selected(selection: &Selection) -> impl Iterator<Item = (&'static str, String)> {
    let kinds = [
        ("applicant", &selection.applicant),
        ("area", &selection.area),
        ("tag", &selection.tag),
        ("activity", &selection.activity),
        ("kind", &selection.kind),
        ("line", &selection.line),
        ("period", &selection.period),
        ("fund", &selection.fund),
    ];
    let value = |(key, values): (&'static str, &Vec<String>)| match &values[..] {
        [] => None,
        [one] => Some((key, quoted(one))),
        more => Some((key, list(more.iter().map(|value| quoted(value))))),
    };
    kinds.into_iter().filter_map(value)
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

/// A table on one line.
pub(crate) fn inline(pairs: &[(&str, String)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// `1_550_000`, or `1550000.50` where there are hundredths.
pub(crate) fn money(amount: Money) -> String {
    let plain = amount.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("-", digits));
    if digits.contains('.') || digits.len() <= 4 {
        return plain;
    }
    let mut text = sign.to_owned();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// A key, in quotation marks where it has letters that a bare key has not.
fn key(key: &str) -> String {
    let is_bare = key.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
    if is_bare && !key.is_empty() { key.to_owned() } else { quoted(key) }
}

/// A text in quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            unseen if hidden(unseen).is_some() => {
                let _ = write!(quoted, "\\U{:08X}", u32::from(unseen));
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

fn kind(kind: ObjectiveKind) -> &'static str {
    match kind {
        ObjectiveKind::Priority => "priority",
        ObjectiveKind::Proportional => "proportional",
        ObjectiveKind::EqualAwards => "equal-awards",
        ObjectiveKind::EqualLosses => "equal-losses",
        ObjectiveKind::Talmud => "talmud",
        ObjectiveKind::Leximin => "leximin",
        ObjectiveKind::Nash => "nash",
    }
}

fn funding(funding: Funding) -> &'static str {
    match funding {
        Funding::Partial => "partial",
        Funding::Whole => "whole",
        Funding::Levels => "levels",
        Funding::Lines => "lines",
    }
}

fn word_of_unspent(unspent: Unspent) -> &'static str {
    match unspent {
        Unspent::Repay => "repay",
        Unspent::CarryOver => "carry-over",
        Unspent::Return => "return",
    }
}

fn word_of_each(each: Each) -> &'static str {
    match each {
        Each::Applicant => "applicant",
        Each::Area => "area",
        Each::Tag => "tag",
        Each::Fund => "fund",
        Each::Activity => "activity",
    }
}
