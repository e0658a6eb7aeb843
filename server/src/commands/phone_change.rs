//! Requests for another login phone, until there are staff pages for them.

use super::{Outcome, open};
use accounts::lost_phone::deciding::{self, Decision, DecisionOutcome as Decided, PendingRequest};
use clap::Subcommand;
use platform::{
    config::Settings,
    security_events::{About, SecurityEvent},
};
use ports::{CallTime, IdentityCheck, LocalClock, Reason};

/// Printed by every command where two people approve something and only give their names.
pub const IDENTITY_WARNING: &str = "This program only compares email addresses. You must make sure that the people are who \
                            they say they are, and that the two addresses don't belong to the same person";

#[derive(Subcommand)]
pub enum PhoneChangeCommand {
    /// Lists the requests that wait for a decision.
    List,
    /// Approves a request, after you have checked the person's identity. The second approval removes the old number
    /// from the account.
    Approve {
        /// The id of the request, as `list` shows it.
        id: String,
        /// Your email address. Two different people must approve: aliases of the same mailbox are refused.
        #[arg(long)]
        by: String,
    },
    /// Refuses a request.
    Refuse {
        id: String,
        #[arg(long)]
        by: String,
    },
}

pub async fn run(settings: Settings, command: PhoneChangeCommand) -> Outcome {
    let service = open(settings).await?;
    let (id, by, decision) = match command {
        PhoneChangeCommand::List => {
            let waiting = deciding::waiting(&service).await?;
            if waiting.is_empty() {
                println!("There are no requests for another login phone");
            }
            for request in &waiting {
                println!("{}", line(request, &service.clock.day(request.asked).to_string()));
            }
            return Ok(());
        }
        PhoneChangeCommand::Approve { id, by } => (id, by, Decision::Agree),
        PhoneChangeCommand::Refuse { id, by } => (id, by, Decision::Refuse),
    };
    let what = match decision {
        Decision::Agree => "phone-change approve",
        Decision::Refuse => "phone-change refuse",
    };
    let decided = deciding::decide(&service, &id, &by, decision).await;
    let event = if decided.is_ok() { SecurityEvent::CommandRun } else { SecurityEvent::CommandRefused };
    service.events.record(event, About::nobody().by(&by).what(what));
    println!(
        "{}",
        match decided? {
            Decided::OneMore => format!("Noted. Another person must approve it too\n{IDENTITY_WARNING}"),
            Decided::Granted => format!(
                "Granted. The old number is removed, and the owner can register a new one for 7 days\n{IDENTITY_WARNING}"
            ),
            Decided::Refused => "Refused. The owner is told by email".to_owned(),
        }
    );
    Ok(())
}

fn line(request: &PendingRequest, day: &str) -> String {
    let agreed = if request.agreed.is_empty() { "nobody yet".to_owned() } else { request.agreed.join(", ") };
    let PendingRequest { id, name, email, request: asked, .. } = request;
    let (why, how, when) = (reason(asked.reason), check(asked.check), time(asked.when));
    format!("{id}  {day}  {name} <{email}>\n    reason: {why}; check by: {how}; call: {when}; approved by: {agreed}")
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Lost => "lost or broken",
        Reason::Stolen => "stolen",
        Reason::NewNumber => "a new number",
        Reason::NoSignal => "no signal",
        Reason::LandlineGone => "the landline is gone",
        Reason::Extension => "an extension",
    }
}

const fn check(check: IdentityCheck) -> &'static str {
    match check {
        IdentityCheck::CallBack => "a call to a number on the care record",
        IdentityCheck::Visit => "a worker's visit",
        IdentityCheck::Letter => "a code in a letter",
    }
}

const fn time(time: CallTime) -> &'static str {
    match time {
        CallTime::Morning => "in the morning",
        CallTime::Afternoon => "in the afternoon",
        CallTime::AnyTime => "at any time",
    }
}
