//! The keys of each part of a call file.

use std::fmt;

use crate::nearest::nearest;

/// A part of a call file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The call as a whole.
    Call,
    /// What is maximised.
    Objective,
    /// One tier of the objective.
    Tier,
    /// A source of money.
    Fund,
    /// What a fund pays for.
    Selection,
    /// What activities are scored on.
    Criterion,
    /// Who asks for money.
    Applicant,
    /// What money is asked for.
    Activity,
    /// A cost item of an activity.
    Line,
    /// The scores of an activity.
    Scores,
    /// A cap or a floor.
    Rule,
    /// A file of scenarios as a whole.
    Scenarios,
    /// A scenario.
    Scenario,
    /// A log of decisions as a whole.
    Log,
    /// An entry of a log of decisions.
    Entry,
    /// What was suggested for an activity, in a log of decisions.
    Suggested,
}

const CALL: &[&str] = &[
    "title",
    "currency",
    "unit",
    "objective",
    "fund",
    "criterion",
    "applicant",
    "activity",
    "activities",
    "rule",
    "bad_luck",
];

const ACTIVITY: &[&str] = &[
    "id",
    "applicant",
    "title",
    "ask",
    "line",
    "funding",
    "min_share",
    "levels",
    "scores",
    "tags",
    "areas",
    "requires",
    "excludes",
    "period",
    "spend_rate",
];

const ENTRY: &[&str] = &[
    "number",
    "previous",
    "date",
    "role",
    "reason",
    "call",
    "call_sha256",
    "decision",
    "decision_sha256",
    "by",
    "deviations",
    "granted_suggested",
    "granted_decided",
    "raised",
    "lowered",
    "value_suggested",
    "value_decided",
    "value_lost",
    "value_decided_at_most",
    "value_lost_at_least",
    "fordela",
    "status",
    "suggestion_form",
    "suggestion_sha256",
    "suggested",
    "seal",
];

const FUND: &[&str] = &[
    "id",
    "name",
    "amount",
    "pays_for",
    "min_part",
    "max_part",
    "not_with",
    "spend_first",
    "period",
    "use_by",
    "unspent",
    "report_by",
];

const RULE: &[&str] = &[
    "id",
    "name",
    "each",
    "applicant",
    "area",
    "tag",
    "activity",
    "kind",
    "line",
    "period",
    "fund",
    "at_least",
    "at_most",
];

impl Part {
    /// The keys it may have; none for scores, which have the ids of criteria.
    #[must_use]
    pub fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Call => CALL,
            Self::Objective => &["kind", "weighted", "over", "at_least", "diminishing"],
            Self::Tier => &["up_to", "factor"],
            Self::Fund => FUND,
            Self::Selection => &["applicant", "area", "tag", "activity", "kind", "line", "period", "fund"],
            Self::Criterion => &["id", "name", "weight", "max"],
            Self::Applicant => &["id", "name", "call"],
            Self::Activity => ACTIVITY,
            Self::Line => &["id", "title", "cost", "kind", "period", "requires", "excludes"],
            Self::Scores => &[],
            Self::Rule => RULE,
            Self::Scenarios => &["scenario"],
            Self::Scenario => &["name", "set", "drop_rule", "drop_activity", "rule", "require", "forbid"],
            Self::Log => &["entry"],
            Self::Entry => ENTRY,
            Self::Suggested => &["id", "granted"],
        }
    }

    /// The key that was probably meant: another word for it, or the one spelled most like it.
    pub(crate) fn nearest_key(self, key: &str) -> Option<&'static str> {
        let same = self.synonyms().iter().find(|(word, _)| word.eq_ignore_ascii_case(key.trim()));
        same.map(|(_, meant)| *meant).or_else(|| nearest(key, self.keys().iter().copied()))
    }

    /// Words that people use for a key, though they are not spelled like it.
    fn synonyms(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Call => &[("name", "title"), ("budget", "fund"), ("criteria", "criterion")],
            Self::Fund => &[("title", "name"), ("sum", "amount"), ("budget", "amount"), ("due", "report_by")],
            Self::Criterion | Self::Applicant => &[("title", "name")],
            Self::Activity => &[
                ("name", "title"),
                ("amount", "ask"),
                ("cost", "ask"),
                ("sum", "ask"),
                ("lines", "line"),
                ("score", "scores"),
                ("tag", "tags"),
                ("area", "areas"),
                ("require", "requires"),
                ("exclude", "excludes"),
            ],
            Self::Line => &[("name", "title"), ("amount", "cost"), ("ask", "cost"), ("sum", "cost")],
            Self::Rule => &[
                ("title", "name"),
                ("min", "at_least"),
                ("floor", "at_least"),
                ("max", "at_most"),
                ("cap", "at_most"),
                ("tags", "tag"),
                ("areas", "area"),
            ],
            Self::Scenarios => &[("scenarios", "scenario")],
            Self::Scenario => &[("title", "name"), ("add_rule", "rule"), ("requires", "require"), ("change", "set")],
            Self::Objective
            | Self::Tier
            | Self::Selection
            | Self::Scores
            | Self::Log
            | Self::Entry
            | Self::Suggested => &[],
        }
    }
}

/// With its article, as in the middle of a sentence.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call => "the call",
            Self::Objective => "the objective",
            Self::Tier => "a tier of `diminishing`",
            Self::Fund => "a fund",
            Self::Selection => "`pays_for`",
            Self::Criterion => "a criterion",
            Self::Applicant => "an applicant",
            Self::Activity => "an activity",
            Self::Line => "a line of an activity",
            Self::Scores => "`scores`",
            Self::Rule => "a rule",
            Self::Scenarios => "a file of scenarios",
            Self::Scenario => "a scenario",
            Self::Log => "a log of decisions",
            Self::Entry => "an entry",
            Self::Suggested => "`suggested`",
        })
    }
}
