//! Requests for another login phone, until the council's side has pages for them.

use super::{Outcome, open};
use accounts::lost_phone::deciding::{self, Decision, DecisionOutcome as Decided, PendingRequest};
use clap::Subcommand;
use platform::{
    config::Settings,
    security_events::{About, SecurityEvent},
};
use ports::{CallTime, IdentityCheck, LocalClock, Reason};

/// What must be said wherever people agree who only name themselves.
pub const UNPROVEN: &str = "This program compares email addresses. It can't tell whether the people who are named are who \
                            they say, nor whether two addresses with different names are read by one person: you must";

#[derive(Subcommand)]
pub enum PhoneChangeCommand {
    /// Shows what waits for a decision.
    List,
    /// Says that you have made sure who asks, and agree. The second person's word takes the old number off the account.
    Approve {
        /// The number of the request, as the list shows it.
        id: String,
        /// Your email address. The two who agree must be different people: an alias of one mailbox is refused.
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
                println!("Nobody waits for another login phone");
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
            Decided::OneMore => format!("Noted. Another person must approve it too\n{UNPROVEN}"),
            Decided::Granted =>
                format!("Granted. The old number is off the account, and they can register a new one for 7 days\n{UNPROVEN}"),
            Decided::Refused => "Refused. They are told by email".to_owned(),
        }
    );
    Ok(())
}

fn line(request: &PendingRequest, day: &str) -> String {
    let agreed = if request.agreed.is_empty() { "nobody yet".to_owned() } else { request.agreed.join(", ") };
    let PendingRequest { id, name, email, request: asked, .. } = request;
    let (why, how, when) = (reason(asked.reason), check(asked.check), time(asked.when));
    format!("{id}  {day}  {name} <{email}>\n    why: {why}; make sure by: {how}; call: {when}; approved by: {agreed}")
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
