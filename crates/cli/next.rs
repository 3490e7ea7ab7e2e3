//! The next year's call, as a draft.

use std::collections::BTreeMap;
use std::path::Path;

use fordela::follow_up::{Decided, FollowUp, FollowUpError, follow_up};
use fordela::next::next_call;
use fordela::payers::PayersBy;
use fordela::{Answer, Call, Lang, Money, Party, Verified};
use fordela_file::{ReadCall, read_outcome, write_call};
use fordela_words::next as words;

use crate::args;
use crate::failure::{Failure, Holder, Status, of_nobody};
use crate::follow_up::followed_up;
use crate::settings::{Output, Settings};
use crate::touched::{Form, What};
use crate::{calls, output};

/// Drafts the next call from what became of the money of this one.
pub(crate) fn run(asked: args::Next, lang: Lang) -> Result<Status, Failure> {
    let args::Next { asked, decision, outcome, title, overwrite } = asked;
    title.as_deref().map_or(Ok(()), |title| of_nobody(Holder::Title, title))?;
    let mut settings = Settings::of(asked, lang);
    settings.touched.answers_in(Form::Toml);
    settings.touched.reads(What::Outcome, &outcome);
    decision.iter().for_each(|path| settings.touched.reads(What::Decision, path));
    if let Output::File(path) = &settings.output
        && !overwrite
        && path.exists()
    {
        return Err(Failure::Exists(path.clone()));
    }
    let read = calls::read(&settings)?;
    let (found, payers) = match &decision {
        Some(decision) => {
            followed_up(&read, decision, &outcome, &settings).map(|(found, payers, _)| (found, payers))?
        }
        None => (of_suggestion(&read, &outcome, &settings)?, PayersBy::Decision),
    };
    let mut next = next_call(&read.call, &found, words::ongoing_tag(settings.lang));
    next.draft.title = title.unwrap_or(next.draft.title);
    let head = words::head(&next, payers, &read.call, settings.lang);
    output::write_as_is(&settings, write_call(&next.draft, &head).as_bytes())?;
    Ok(Status::Answered)
}

/// What became of the money as the call suggests to grant it.
fn of_suggestion(read: &ReadCall, outcome: &Path, settings: &Settings) -> Result<FollowUp, Failure> {
    let unreadable = |error| Failure::Read(Box::new(error), settings.messages.into());
    let reported = read_outcome(outcome, &read.call.draft().currency).map_err(unreadable)?;
    let Answer::Allocated(verified) = calls::solve(&read.call, settings)? else { return Err(Failure::NothingGranted) };
    match follow_up(&read.call, &suggested(&read.call, &verified), &reported.outcome) {
        Ok(found) => Ok(found),
        Err(FollowUpError::Outcome(faults)) => Err(unreadable(reported.error(&faults))),
        Err(FollowUpError::Decision(faults)) => Err(Failure::Fault(format!("{faults:?}"))),
    }
}

/// An allocation as a decision.
fn suggested(call: &Call, verified: &Verified) -> Decided {
    let draft = call.draft();
    let fund = |(fund, amount): &(usize, Money)| (draft.funds[*fund].id.clone(), *amount);
    let granted = draft.activities.iter().zip(verified.grants());
    let funds = granted.map(|(activity, grant)| (activity.id.clone(), grant.by_fund.iter().map(fund).collect()));
    Decided { to: Party::Activity, grants: BTreeMap::new(), funds: funds.collect() }
}
