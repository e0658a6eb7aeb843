//! `care-online sessions`: signing somebody out who reports that somebody else has signed in.

use super::{Outcome, open, operator};
use accounts::ending;
use clap::Subcommand;
use platform::{config::Settings, security_events::SecurityEvent};
use ports::{StepError, StepFailure};

#[derive(Subcommand)]
pub enum SessionsCommand {
    /// Signs somebody out everywhere, ends unfinished sign-ins, and forgets their known browsers.
    End {
        /// The email address they sign in with.
        email: String,
    },
}

pub async fn run(settings: Settings, command: SessionsCommand) -> Outcome {
    let SessionsCommand::End { email } = command;
    let service = open(settings).await?;
    match ending::everything(&service, &email).await {
        Ok(ended) => {
            let operator = operator::name();
            service.events.record(SecurityEvent::CommandRun, operator::about(&operator).what("sessions end"));
            println!(
                "Ended: {} sessions, {} unfinished sign-ins. Forgotten: {} browsers. The owner is told by email",
                ended.sessions, ended.sign_ins, ended.devices
            );
            Ok(())
        }
        Err(StepFailure::Refused(StepError::Gone)) => Err("there is no account with this email address".into()),
        Err(StepFailure::Refused(_)) => Err("this is no email address".into()),
        Err(StepFailure::Failed(_)) => Err("the sessions could not be ended: see the log".into()),
    }
}
