//! What council staff do with a resident's account, until there are staff pages for it.

use super::{Outcome, open, phone_change::IDENTITY_WARNING};
use accounts::freezing::releasing::{self, Release, ReleaseOutcome as Said};
use clap::Subcommand;
use platform::{
    config::Settings,
    security_events::{About, SecurityEvent},
};
use std::io::{self, BufRead, IsTerminal};

#[derive(Subcommand)]
pub enum AccountCommand {
    /// Records that you have spoken to the owner of a frozen account. When a second person records the same, the
    /// account is released.
    ///
    /// The command prompts for the owner's phone number and reads it from standard input, so that it isn't in the shell
    /// history. Give the number that only the owner has now: from then on, security codes go to that number only.
    Release {
        /// The owner's email address, as the owner gave it.
        email: String,
        /// Your email address. The two people must be different: aliases of the same mailbox are refused.
        #[arg(long)]
        by: String,
        /// How you made sure that you spoke to the owner, such as "called back on the number of the care record".
        #[arg(long)]
        checked: String,
    },
}

pub async fn run(settings: Settings, command: AccountCommand) -> Outcome {
    let AccountCommand::Release { email, by, checked } = command;
    let service = open(settings).await?;
    let phone = asked("The owner's phone number, as they gave it: ")?;
    let said = Release { email: &email, phone: &phone, by: &by, checked: &checked };
    let released = releasing::release(&service, said).await;
    let event = if released.is_ok() { SecurityEvent::CommandRun } else { SecurityEvent::CommandRefused };
    service.events.record(event, About::nobody().by(&by).what("account release"));
    let outcome = match released? {
        Said::OneMore => "Noted. Another person must speak to the owner and record the same within 7 days",
        Said::Differs => {
            "Noted, but it differs from what others gave: ask the owner again. Two people must give the same details"
        }
        Said::Released => {
            "Released. The owner is told by email and text. They choose a new password, and codes go to this number"
        }
    };
    println!("{outcome}\n{IDENTITY_WARNING}");
    Ok(())
}

/// A line from standard input, with a prompt if it is a terminal.
fn asked(question: &str) -> io::Result<String> {
    if io::stdin().is_terminal() {
        eprint!("{question}");
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}
