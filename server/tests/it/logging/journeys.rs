//! What people do, from beginning to end, with providers that really speak HTTP and SMTP; and everything that was
//! typed, sent and created on the way.

use crate::{
    accounts::support::wrong,
    drafts::support::{save, start},
    forms::small,
    identity_provider::provider::{CLIENT_ID, CLIENT_SECRET, Person, Provider as IdentityProvider, query},
    senders::{
        mail::MailServer,
        support::{CALLBACK_TOKEN, NOTIFY_KEY, Provider, TWILIO_TOKEN, by},
    },
    support::{Browser, TestApp, TestClock, code_in},
};
use accounts::lost_phone::deciding::{Decision, decide, waiting};
use platform::config::{Secret, Sender};
use std::sync::Arc;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const EMAIL: &str = "Canary.Resident@example.com";
const PASSWORD: &str = "sparrow in a coal-mine 42";
const OTHER_PASSWORD: &str = "kestrel over the moor 77";
const WRONG_PASSWORD: &str = "finch under the bridge 19";
const FIRST_NAME: &str = "Canarína";
const LAST_NAME: &str = "O'Featherstone";
const PHONE: &str = "07700 900123";
const NEW_PHONE: &str = "07700 900456";
const LANDLINE: &str = "01632 960777";
const ANSWERS: [&str; 3] = ["Canary answer, wing & beak", "canary street 9\u{1b}[31m", "Lungfibrosis canariensis"];
const SUBJECT: &str = "canary-subject-there";
const BROWSER: &str = "CanaryBrowser/9.1 (Perch OS)";

/// What must not be in any log: a description and the secret.
#[derive(Default)]
pub struct TypedSecrets(pub Vec<(String, String)>);

impl TypedSecrets {
    fn add(&mut self, what: &str, secret: impl Into<String>) {
        self.0.push((what.to_owned(), secret.into()));
    }

    /// The tokens that a browser holds.
    fn browser(&mut self, browser: &Browser) {
        for value in browser.cookies().filter(|value| value.len() > 8 && !value.starts_with('/')) {
            self.add("a cookie", value);
        }
    }
}

/// The service with every provider it can have.
struct FullService {
    app: TestApp,
    secrets: TypedSecrets,
    notify: Provider,
    mail: MailServer,
    provider: IdentityProvider,
    _forms: TempDir,
}

pub async fn all() -> TypedSecrets {
    let mut world = FullService::new().await;
    let mut browser = world.app.browser();
    world.registers(&mut browser).await;
    world.fills_in(&mut browser).await;
    world.changes(&mut browser).await;
    world.signs_in_again().await;
    world.forgets_the_password().await;
    world.loses_the_phone().await;
    world.comes_by_the_provider().await;
    world.is_called_back().await;
    world.providers_fail().await;
    world.over_a_real_connection(&browser).await;
    world.secrets
}

impl FullService {
    async fn new() -> Self {
        let (clock, forms) = (Arc::new(TestClock::default()), tempfile::tempdir().unwrap());
        small::write(forms.path(), str::to_owned);
        let (notify, twilio) = (Provider::start().await, Provider::start().await);
        let (mail, provider) = (MailServer::start(&[]).await, IdentityProvider::start(clock.clone()).await);
        let app = TestApp::at(clock, |settings| {
            by(settings, &notify, &twilio);
            settings.email = Sender::Smtp;
            settings.smtp = mail.settings();
            forms.path().clone_into(&mut settings.forms);
            settings.oidc.issuer.clone_from(&provider.url);
            settings.oidc.client_id = CLIENT_ID.into();
            settings.oidc.client_secret = Secret::new(CLIENT_SECRET);
            settings.oidc.name = "Northmere account".into();
        })
        .await;
        let mut secrets = TypedSecrets::default();
        for (what, secret) in [
            ("the email address", EMAIL),
            ("the password", PASSWORD),
            ("the other password", OTHER_PASSWORD),
            ("a wrong password", WRONG_PASSWORD),
            ("the first name", FIRST_NAME),
            ("the last name", LAST_NAME),
            ("the phone", PHONE),
            ("the phone in full", "447700900123"),
            ("the new phone", NEW_PHONE),
            ("the new phone in full", "447700900456"),
            ("the landline", LANDLINE),
            ("the landline in full", "441632960777"),
            ("the subject", SUBJECT),
            ("what the browser says it is", BROWSER),
            ("the secret of the client", CLIENT_SECRET),
            ("the key of Notify", NOTIFY_KEY),
            ("the token of Twilio", TWILIO_TOKEN),
            ("the token of callbacks", CALLBACK_TOKEN),
        ] {
            secrets.add(what, secret);
        }
        secrets.0.extend(ANSWERS.map(|answer| ("an answer".to_owned(), answer.to_owned())));
        Self { app, secrets, notify, mail, provider, _forms: forms }
    }

    /// The text of the newest email.
    async fn mailed(&self) -> String {
        self.app.web.service.messages.deliver_due().await;
        let transcript = self.mail.transcript();
        transcript.rsplit("DATA\n").next().unwrap_or_default().replace("=\n", "").replace("=3D", "=")
    }

    async fn mailed_code(&mut self) -> String {
        let code = code_in(self.mailed().await.split_once("\n\n").unwrap().1).unwrap();
        self.secrets.add("a code by email", &code);
        code
    }

    async fn texted_code(&mut self) -> String {
        self.app.web.service.messages.deliver_due().await;
        let text: serde_json::Value = serde_json::from_str(&self.notify.last().body).unwrap();
        let code = code_in(text["personalisation"]["body"].as_str().unwrap()).unwrap();
        self.secrets.add("a code by text", &code);
        code
    }

    /// The token of a link in the newest email.
    async fn link(&mut self, path: &str) -> String {
        let mail = self.mailed().await;
        let link = mail.split_once(path).unwrap_or_else(|| panic!("no {path} in {mail}")).1;
        let link = link.split_whitespace().next().unwrap().to_owned();
        self.secrets.add("a link by email", &link);
        link
    }

    async fn registers(&mut self, browser: &mut Browser) {
        browser.get("/create-account").await;
        browser.post("/api/account/begin", &[("email", EMAIL)]).await;
        self.secrets.browser(browser);
        let code = self.mailed_code().await;
        browser.post("/api/account/email-code", &[("code", &wrong(&code))]).await;
        browser.post("/api/account/email-code", &[("code", &code)]).await;
        let person = [("first_name", FIRST_NAME), ("last_name", LAST_NAME), ("password", PASSWORD)];
        browser.post("/api/account/password", &person).await;
        browser.post("/api/account/phone", &[("phone", PHONE), ("how", "text")]).await;
        let code = self.texted_code().await;
        browser.post("/api/account/phone-code", &[("code", &code)]).await;
        assert!(browser.has_cookie("care-session"));
        self.secrets.browser(browser);
    }

    async fn fills_in(&mut self, browser: &mut Browser) {
        let draft = start(browser, "first").await;
        self.secrets.add("a draft", &draft);
        let [name, street, illness] = ANSWERS;
        save(browser, &draft, "you", "later", &[("p_name", name), ("adult", "perhaps"), ("secret", street)]).await;
        browser.get(&format!("/drafts/{draft}/you?check")).await;
        browser.get(&format!("/drafts/{}", illness.replace(' ', "%20"))).await;
        let sent = start(browser, "second").await;
        save(browser, &sent, "people", "continue", &[]).await;
        save(browser, &sent, "money", "continue", &[("rent_there", "100"), ("p_name", illness)]).await;
        browser.get(&format!("/drafts/{sent}/check")).await;
        let page = browser.post("/api/drafts/submit", &[("draft", &sent)]).await;
        let reference = page.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
        assert!(reference.starts_with("ASC-"), "{}", page.text);
        for kind in ["", "/pdf", "/text"] {
            browser.get(&format!("/submitted/{reference}{kind}")).await;
        }
        self.secrets.add("a reference", &reference);
        self.secrets.add("a draft", &sent);
        self.mailed().await;
    }

    async fn changes(&mut self, browser: &mut Browser) {
        browser.get("/account/address").await;
        browser.post("/api/details/find-address", &[("postcode", "NM1 9ZZ")]).await;
        self.secrets.add("a postcode that was looked for", "NM1 9ZZ");
        browser.get("/account/phone").await;
        self.app.clock.advance(31);
        browser.post("/api/contact/phone", &[("phone", LANDLINE), ("how", "call")]).await;
        self.app.web.service.messages.deliver_due().await;
        let too_long = "x".repeat(101);
        browser.post("/api/account/rename", &[("first_name", FIRST_NAME), ("last_name", &too_long)]).await;
        self.secrets.browser(browser);
    }

    async fn signs_in_again(&mut self) {
        self.app.clock.advance_days(2);
        let mut browser = self.app.browser();
        for password in [WRONG_PASSWORD, PASSWORD] {
            browser.get("/sign-in").await;
            browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", password)]).await;
        }
        browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
        let code = self.texted_code().await;
        browser.post("/api/sign-in/confirm", &[("code", &wrong(&code))]).await;
        browser.post("/api/sign-in/confirm", &[("code", &code)]).await;
        self.secrets.browser(&browser);
        browser.post("/api/account/sign-out", &[]).await;
    }

    async fn forgets_the_password(&mut self) {
        let mut browser = self.app.browser();
        browser.get("/forgot-password").await;
        browser.post("/api/password/forgot", &[("email", EMAIL)]).await;
        let link = self.link("/reset-password/").await;
        browser.get(&format!("/reset-password/{link}")).await;
        browser.post("/api/password/reset", &[("link", &link), ("password", OTHER_PASSWORD)]).await;
        // Messages queued at the same moment are sent in any order.
        self.mailed().await;
    }

    async fn loses_the_phone(&mut self) {
        let mut browser = self.app.browser();
        self.gives_the_password(&mut browser).await;
        browser.get("/sign-in/change-phone").await;
        browser.post("/api/phone-change/link", &[]).await;
        let link = self.link("/change-phone/").await;
        browser.get(&format!("/change-phone/{link}")).await;
        let asked = [("link", link.as_str()), ("reason", "lost"), ("check", "call-back"), ("when", "morning")];
        browser.post("/api/phone-change/ask", &asked).await;
        let service = self.app.web.service.clone();
        let id = waiting(&service).await.unwrap().pop().unwrap().id;
        for officer in ["jo.canary@council.example", "sam.canary@council.example"] {
            self.secrets.add("an officer", officer);
            decide(&service, &id, officer, Decision::Agree).await.unwrap();
        }
        self.mailed().await;
        self.app.clock.advance(61);
        self.gives_the_password(&mut browser).await;
        browser.post("/api/new-phone/email", &[]).await;
        let code = self.mailed_code().await;
        browser.post("/api/new-phone/email-code", &[("code", &code)]).await;
        browser.post("/api/new-phone/number", &[("phone", NEW_PHONE), ("how", "text")]).await;
        let code = self.texted_code().await;
        browser.post("/api/new-phone/code", &[("code", &code)]).await;
        assert!(browser.has_cookie("care-session"));
        self.secrets.browser(&browser);
    }

    async fn gives_the_password(&mut self, browser: &mut Browser) {
        browser.get("/sign-in").await;
        browser.post("/api/sign-in/password", &[("email", EMAIL), ("password", OTHER_PASSWORD)]).await;
        self.secrets.browser(browser);
    }

    async fn comes_by_the_provider(&mut self) {
        let mut browser = self.app.browser();
        browser.get("/sign-in").await;
        let left = browser.post_once("/api/sign-in/council", &[]).await;
        let address = left.headers["location"].to_str().unwrap().to_owned();
        let asked = query(&address);
        for part in ["state", "nonce", "code_challenge"] {
            self.secrets.add(part, &asked[part]);
        }
        let back = self.provider.sign_in(&address, &Person::new(SUBJECT, "canary.resident@example.com"));
        self.secrets.add("the code of the provider", &query(&format!("http://127.0.0.1{back}"))["code"]);
        browser.get(&back).await;
        self.secrets.browser(&browser);
    }

    /// By Notify with its token, and by somebody who isn't Twilio.
    async fn is_called_back(&mut self) {
        let mut browser = self.app.browser();
        for (path, name, value, body) in [
            (
                "/callbacks/notify",
                "authorization",
                format!("Bearer {CALLBACK_TOKEN}"),
                r#"{"status":"delivered","to":"07700 900123"}"#,
            ),
            ("/callbacks/twilio/status/m", "x-twilio-signature", "forged".into(), "MessageStatus=failed&To=%2B447700900123"),
        ] {
            let request = browser
                .request("POST", path)
                .header(name, value)
                .header("content-type", "application/x-www-form-urlencoded");
            browser.once(request.body(body.into()).unwrap(), path).await;
        }
    }

    async fn providers_fail(&mut self) {
        let mut browser = self.app.browser();
        for status in [500, 400] {
            self.notify.answers(status, None, "Canary.Resident@example.com and +447700900456 are no good");
            self.app.clock.advance_days(1);
            self.gives_the_password(&mut browser).await;
            browser.post("/api/sign-in/send-code", &[("how", "text")]).await;
            self.app.web.service.messages.deliver_due().await;
        }
    }

    /// Over a real connection, because the code that reads requests off the wire logs too.
    async fn over_a_real_connection(&mut self, browser: &Browser) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let (router, settings) = (self.app.router.clone(), self.app.web.service.settings.clone());
        let served = tokio::spawn(async move {
            let stopped = async {
                let _ = stopped.await;
            };
            listener::serve(listener, router, &settings, stopped).await
        });
        let cookies: Vec<&str> = browser.cookies().collect();
        let (path, body) = ("/drafts/canarypathcanarypath", "email=Canary.Resident%40example.com");
        self.secrets.add("a path", "canarypathcanarypath");
        for (method, length) in [("GET", 0), ("POST", body.len())] {
            let mut stream = TcpStream::connect(address).await.unwrap();
            let head = format!(
                "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:3000\r\nuser-agent: {BROWSER}\r\ncookie: care-session={}\r\n\
                 content-length: {length}\r\nconnection: close\r\n\r\n",
                cookies.first().unwrap_or(&"x")
            );
            stream.write_all([head.as_bytes(), &body.as_bytes()[..length]].concat().as_slice()).await.unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.unwrap();
            assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
        }
        stop.send(()).unwrap();
        served.await.unwrap().unwrap();
    }
}
