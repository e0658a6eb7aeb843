//! Which database is used, and how the connection to it is protected.

use super::{Profile, Secret, Settings, loopback};
use openidconnect::url::Url;
use std::path::PathBuf;

/// The parameters that the driver knows in a PostgreSQL URL. It logs all others.
const PARAMETERS: [&str; 18] = [
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
];
const VERIFIED: &str = "verify-full";
const MODES: [&str; 6] = ["disable", "allow", "prefer", "require", "verify-ca", VERIFIED];

/// The address of the database.
#[derive(Clone, Debug)]
pub struct DatabaseAddress {
    pub url: Secret,
    /// The certificate of the authority that signed the server's; empty: a public authority, or what the URL says.
    pub ca: PathBuf,
    /// Whether the server must prove its identity, because the URL doesn't say otherwise and it is on another machine.
    pub verified: bool,
}

impl DatabaseAddress {
    pub(super) fn of(settings: &Settings) -> Self {
        let url = if settings.database_url.is_empty() {
            // A file name may contain characters with a meaning in URLs.
            let file = settings.sqlite_file().display().to_string().replace('%', "%25").replace('?', "%3F");
            Secret::new(&format!("sqlite://{file}?mode=rwc"))
        } else {
            settings.database_url.clone()
        };
        let verified = parse(url.reveal()).is_some_and(|url| !is_here(&url) && mode(&url).is_none());
        Self { url, ca: settings.database_ca.clone(), verified }
    }
}

/// The problems, one sentence each. The URL isn't shown, because it may contain a password.
pub fn problems(settings: &Settings) -> Vec<String> {
    let text = settings.database_url.reveal();
    let mut wrong = Vec::new();
    let ca = &settings.database_ca;
    if !ca.as_os_str().is_empty() && !ca.is_file() {
        wrong.push(format!("the setting database_ca names {}, which doesn't exist", ca.display()));
    }
    if text.is_empty() || text.starts_with("sqlite:") {
        return wrong;
    }
    let Some(url) = parse(text) else {
        wrong.push(
            "the setting database_url must begin with sqlite: or postgres://, as in postgres://USER:PASSWORD@HOST/NAME"
                .into(),
        );
        return wrong;
    };
    let is_option = |key: &str| key.starts_with("options[") && key.ends_with(']');
    let is_known = |key: &str| PARAMETERS.contains(&key) || is_option(key);
    if url.query_pairs().any(|(key, _)| !is_known(&key)) {
        wrong.push("the setting database_url has a parameter that PostgreSQL doesn't know: remove it".into());
    }
    if mode(&url).is_some_and(|mode| !MODES.contains(&mode.as_str())) {
        wrong.push(format!("the setting database_url must have one of these as sslmode: {}", MODES.join(", ")));
    }
    if settings.profile == Profile::Production {
        wrong.extend(unsafe_connection(&url));
    }
    wrong
}

/// Whether somebody on the way to the database could listen or impersonate it.
fn unsafe_connection(url: &Url) -> Option<String> {
    if hosts(url).is_empty() {
        return Some(
            "the setting database_url must name a host in the production profile, as in postgres://USER@HOST/NAME".into(),
        );
    }
    let is_safe = is_here(url) || mode(url).is_none_or(|mode| mode == VERIFIED);
    (!is_safe).then(|| {
        format!(
            "the setting database_url must have sslmode={VERIFIED} or no sslmode in the production profile, because \
             the database is on another machine; if its certificate is signed by your own authority, name that in \
             database_ca"
        )
    })
}

fn parse(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "postgres" | "postgresql"))
}

/// What the URL says about TLS; the last parameter counts.
fn mode(url: &Url) -> Option<String> {
    let modes = url.query_pairs().filter(|(key, _)| matches!(&**key, "sslmode" | "ssl-mode"));
    modes.last().map(|(_, mode)| mode.to_lowercase())
}

/// All hosts in the URL: a parameter may override the host.
fn hosts(url: &Url) -> Vec<String> {
    let behind =
        url.query_pairs().filter(|(key, _)| matches!(&**key, "host" | "hostaddr")).map(|(_, host)| host.into_owned());
    url.host_str().filter(|host| !host.is_empty()).map(str::to_owned).into_iter().chain(behind).collect()
}

fn is_here(url: &Url) -> bool {
    let hosts = hosts(url);
    !hosts.is_empty() && hosts.iter().all(|host| is_this_machine(host))
}

/// The name or an address of this machine, or a socket folder.
fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host.starts_with('/')
        || host.to_lowercase().starts_with("%2f")
        || bare.parse().is_ok_and(loopback::is_loopback)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, profile: Profile) -> Settings {
        Settings { database_url: Secret::new(url), profile, ..Settings::default() }
    }

    // ASVS V12.3.1 V12.3.2
    #[test]
    fn production_connects_to_another_machine_only_with_a_verified_certificate() {
        for url in [
            "postgres://care@db.example/care",
            "postgres://care@db.example/care?sslmode=verify-full",
            "postgres://care@127.0.0.1/care",
            "postgres://care@localhost:5433/care?sslmode=disable",
            "postgres://care@[::1]/care",
            "postgres://care@%2Fvar%2Frun%2Fpostgresql/care",
            "postgres:///care?host=/var/run/postgresql",
            "sqlite://care.sqlite?mode=rwc",
            "",
        ] {
            assert_eq!(problems(&settings(url, Profile::Production)), [""; 0], "{url}");
        }
        for url in [
            "postgres://care@db.example/care?sslmode=disable",
            "postgres://care@db.example/care?sslmode=allow",
            "postgres://care@db.example/care?sslmode=prefer",
            "postgres://care@db.example/care?sslmode=require",
            "postgres://care@db.example/care?sslmode=verify-ca",
            "postgres://care@db.example/care?sslmode=verify-full&sslmode=disable",
            "postgres://care@db.example/care?ssl-mode=disable",
            "postgres://care@127.0.0.1/care?host=db.example&sslmode=disable",
            "postgres://care@127.0.0.1/care?hostaddr=192.0.2.1&sslmode=disable",
            "postgres://care@localhost.example/care?sslmode=disable",
        ] {
            let report = problems(&settings(url, Profile::Production)).join("\n");
            assert!(report.contains("sslmode=verify-full"), "{url}: {report}");
            assert_eq!(problems(&settings(url, Profile::Development)), [""; 0], "{url}");
        }
        let nowhere = problems(&settings("postgres:///care", Profile::Production)).join("\n");
        assert!(nowhere.contains("name a host"), "{nowhere}");
    }

    #[test]
    fn the_certificate_of_another_machine_is_verified_by_default() {
        let verified = |url: &str| settings(url, Profile::Development).database().verified;
        assert!(verified("postgres://care@db.example/care"));
        assert!(verified("postgres:///care"), "the driver may take a host from its own variables");
        for url in ["postgres://care@127.0.0.1/care", "postgres://care@db.example/care?sslmode=require", "sqlite://a", ""] {
            assert!(!verified(url), "{url}");
        }
    }

    #[test]
    fn an_invalid_database_url_is_refused_without_showing_its_password() {
        for url in [
            "mysql://care:hush7Qq@db.example/care",
            "db.example hush7Qq",
            "postgres://care:hush7Qq@db.example:port/care",
            "postgres://care@db.example/care?secret=hush7Qq",
            "postgres://care@db.example/care?sslmode=hush7Qq",
        ] {
            let report = problems(&settings(url, Profile::Development)).join("\n");
            assert!(report.contains("database_url") && !report.contains("hush7Qq"), "{url}: {report}");
            let shown = format!("{:?}", settings(url, Profile::Development));
            assert!(!shown.contains("hush7Qq"), "{shown}");
        }
        let no_ca = Settings { database_ca: "nowhere.pem".into(), ..Settings::default() };
        assert!(problems(&no_ca).join("\n").contains("database_ca names nowhere.pem"));
    }
}
