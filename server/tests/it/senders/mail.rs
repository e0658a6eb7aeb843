//! What a mail server is sent, and what its replies do to a message.

use crate::accounts::support::AccountsHarness;
use jiff::Timestamp;
use notifications::{
    Message, MessageQueue,
    message::EmailText,
    sender::{Failure, FailureReason, OutgoingMessage, Sender},
    smtp::Smtp,
};
use platform::config::{self, Encryption, Secret, Sender as Chosen};
use ports::ClientContext;
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Everything sent to a mail server, line by line.
type SmtpTranscript = Arc<Mutex<String>>;

/// A mail server that accepts everything, except commands that start with a given text and get a given reply.
pub struct MailServer {
    port: u16,
    transcript: SmtpTranscript,
}

impl MailServer {
    pub async fn start(unlike_others: &'static [(&'static str, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (port, transcript) = (listener.local_addr().unwrap().port(), SmtpTranscript::default());
        let writes = transcript.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, writes.clone(), unlike_others));
            }
        });
        Self { port, transcript }
    }

    pub fn transcript(&self) -> String {
        self.transcript.lock().unwrap().clone()
    }

    pub fn settings(&self) -> config::Smtp {
        config::Smtp {
            host: "127.0.0.1".into(),
            port: self.port,
            encryption: Encryption::None,
            from: "Care Online <care@northmere.example>".into(),
            ..config::Smtp::default()
        }
    }
}

async fn serve(stream: TcpStream, transcript: SmtpTranscript, unlike_others: &[(&str, &'static str)]) {
    let (read, mut write) = stream.into_split();
    let (mut lines, mut in_data) = (BufReader::new(read).lines(), false);
    write.write_all(b"220 mail.example\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        transcript.lock().unwrap().extend([line.as_str(), "\n"]);
        if in_data && line != "." {
            continue;
        }
        let unlike = unlike_others.iter().find(|(command, _)| line.starts_with(command));
        let answer = match (unlike, line.as_str()) {
            (Some((_, answer)), _) => answer,
            (None, "DATA") => "354 go on",
            (None, "QUIT") => return,
            (None, _) => "250 fine",
        };
        in_data = line == "DATA";
        write.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
    }
}

fn mail() -> Message {
    EmailText { kind: notifications::MessageKind::EmailCode, subject: "Your security code".into(), body: "123456".into() }
        .to("ann@example.com")
}

async fn send(settings: &config::Smtp) -> Result<Option<String>, Failure> {
    let smtp = Smtp::new(settings, "care.example").unwrap();
    smtp.send(OutgoingMessage { id: "m1", message: &mail(), at: Timestamp::UNIX_EPOCH }).await
}

#[tokio::test]
async fn the_mail_server_gets_plain_text() {
    let server = MailServer::start(&[]).await;
    let harness =
        AccountsHarness::with(|settings| (settings.email, settings.smtp) = (Chosen::Smtp, server.settings())).await;
    harness.ports().registration.begin("ann@example.com", &ClientContext::default()).await.unwrap();
    let messages: &MessageQueue = &harness.service().messages;
    assert_eq!(messages.deliver_due().await, 1);
    let transcript = server.transcript();
    for part in [
        "RCPT TO:<ann@example.com>",
        "Subject: Northmere Council: Your security code",
        "text/plain",
        "Message-ID: <",
        "@127.0.0.1>",
    ] {
        assert!(transcript.contains(part), "{part}: {transcript}");
    }
}

#[tokio::test]
async fn the_mail_server_gets_our_credentials_if_it_asks() {
    let server = MailServer::start(&[("EHLO", "250-mail.example\r\n250 AUTH PLAIN"), ("AUTH", "235 welcome")]).await;
    let signed_in = config::Smtp { username: "care".into(), password: Secret::new("hush"), ..server.settings() };
    assert_eq!(send(&signed_in).await, Ok(None));
    // NUL care NUL hush, in base64.
    assert!(server.transcript().contains("AUTH PLAIN AGNhcmUAaHVzaA=="), "{}", server.transcript());
}

#[tokio::test]
async fn only_permanent_mail_errors_are_final() {
    let later = |code| Err(Failure::later(FailureReason::Status(code)));
    for (command, answer, outcome) in [
        ("RCPT", "550 no such person: ann@example.com", Err(Failure::Refused(FailureReason::Status(550)))),
        ("RCPT", "451 come back", later(451)),
        ("MAIL", "421 closing", later(421)),
        ("AUTH", "535 wrong password", later(535)),
    ] {
        let unlike: &'static [_] = vec![(command, answer), ("EHLO", "250-mail.example\r\n250 AUTH PLAIN")].leak();
        let server = MailServer::start(unlike).await;
        let signed_in = config::Smtp { username: "care".into(), password: Secret::new("hush"), ..server.settings() };
        assert_eq!(send(&signed_in).await, outcome, "{command}");
    }
}

// ASVS V12.3.1
#[tokio::test]
async fn without_required_encryption_nothing_is_sent() {
    for encryption in [Encryption::Starttls, Encryption::Tls] {
        let server = MailServer::start(&[]).await;
        let sealed =
            config::Smtp { encryption, username: "care".into(), password: Secret::new("hush"), ..server.settings() };
        assert!(matches!(send(&sealed).await, Err(Failure::Later { .. })), "{encryption:?}");
        let transcript = server.transcript();
        assert!(
            !transcript.contains("AUTH") && !transcript.contains("ann@") && !transcript.contains("123456"),
            "{transcript}"
        );
    }
}
