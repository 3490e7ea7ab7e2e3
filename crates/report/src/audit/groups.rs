//! What applicants, areas and tags get beside their proportional part.

use fordela::audit::{Group, GroupOf};
use fordela::{Money, Party, Rational};
use schemars::JsonSchema;
use serde::Serialize;

use super::super::decimals::{OrNone, Two};
use crate::Names;

/// What a group asked for and got.
#[derive(Debug, Clone, JsonSchema, Serialize)]
pub struct GroupReport {
    /// What kind of group it is.
    pub kind: GroupWord,
    /// The id of an applicant, or an area or tag.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What they asked for together.
    pub asked: Money,
    /// What they get together; `null` where it is not known.
    pub granted: Option<Money>,
    /// Their proportional part, `asked / all asked × all granted`; `null` where nothing is asked for at all. In JSON
    /// with two decimals.
    #[serde(with = "OrNone::<Two>")]
    pub due: Option<Rational>,
    /// How much less they get; `null` where it is not less, or not known. In JSON with two decimals.
    #[serde(with = "OrNone::<Two>")]
    pub lacks: Option<Rational>,
}

/// A kind of group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupWord {
    /// The activities of an applicant.
    Applicant,
    /// The activities in an area.
    Area,
    /// The activities with a tag.
    Tag,
}

impl GroupReport {
    pub(super) fn new(group: &Group, names: &Names<'_>) -> Self {
        let (kind, id, name) = match &group.of {
            GroupOf::Applicant(id) => {
                let party = names.party(Party::Applicant, id);
                (GroupWord::Applicant, party.id, party.name)
            }
            GroupOf::Area(word) => (GroupWord::Area, word.clone(), word.clone()),
            GroupOf::Tag(word) => (GroupWord::Tag, word.clone(), word.clone()),
        };
        Self {
            kind,
            id,
            name,
            asked: group.asked,
            granted: group.granted,
            due: group.due.clone(),
            lacks: group.lacks(),
        }
    }
}
