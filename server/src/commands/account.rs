//! What people of the council do with somebody's account, until the council's side has pages for it.

use super::{Outcome, open, phone_change::UNPROVEN};
use accounts::freezing::releasing::{self, Release, ReleaseOutcome as Said};
use clap::Subcommand;
use platform::{
    config::Settings,
    security_events::{About, SecurityEvent},
};
use std::io::{self, BufRead, IsTerminal};

#[derive(Subcommand)]
pub enum AccountCommand {
    /// Says that you have spoken to the owner of a frozen account. When a second person says the same, it is released.
    ///
    /// The owner's phone number is asked for and read from standard input, so that it is in no history of commands. It is
    /// the number that the owner has now and nobody else: security codes go there from then on, and nowhere else.
    Release {
        /// The owner's email address, as the owner says it.
        email: String,
        /// Your email address. The two who release must be different people: an alias of one mailbox is refused.
        #[arg(long)]
        by: String,
        /// How you made sure that you spoke to the owner: "called back on the number of the care record".
        #[arg(long)]
        checked: String,
    },
}

pub async fn run(settings: Settings, command: AccountCommand) -> Outcome {
    let AccountCommand::Release { email, by, checked } = command;
    let service = open(settings).await?;
    let phone = asked("The owner's phone number, as they told you: ")?;
    let said = Release { email: &email, phone: &phone, by: &by, checked: &checked };
    let released = releasing::release(&service, said).await;
    let event = if released.is_ok() { SecurityEvent::CommandRun } else { SecurityEvent::CommandRefused };
    service.events.record(event, About::nobody().by(&by).what("account release"));
    let came_of_it = match released? {
        Said::OneMore => "Noted. Another person must speak to the owner and say the same, within 7 days",
        Said::Differs => {
            "Noted, but it isn't what others said: ask the owner again. Two people must give the same address and number"
        }
        Said::Released => {
            "Released. The owner is told by email and text. They choose a new password and sign in with a code to this number"
        }
    };
    println!("{came_of_it}\n{UNPROVEN}");
    Ok(())
}

/// A line that somebody types, or that comes through a pipe.
fn asked(question: &str) -> io::Result<String> {
    if io::stdin().is_terminal() {
        eprint!("{question}");
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}
