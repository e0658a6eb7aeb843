//! Checks that involve several settings or depend on the profile.

use super::{CrossCheck, Profile, Settings, addresses, database, loopback, oidc, production, ranges};
use form_engine::language::Language;
use openidconnect::url::Url;

/// All problems, one sentence each.
pub fn problems(settings: &Settings, checks: &[CrossCheck]) -> Vec<String> {
    let mut wrong = everywhere(settings);
    wrong.extend(oidc::problems(settings));
    wrong.extend(addresses::problems(settings));
    wrong.extend(checks.iter().flat_map(|check| check(settings)));
    wrong.extend(database::problems(settings));
    if settings.profile == Profile::Production {
        wrong.extend(ranges::problems(settings));
        wrong.extend(production::problems(settings));
    } else if !settings.is_for_developers() {
        wrong.push(reachable_by_others(settings));
    }
    wrong
}

fn everywhere(settings: &Settings) -> Vec<String> {
    let Settings { public_url, session, retention, codes, exit_url, languages, .. } = settings;
    let is_web = |text: &str| text.starts_with("http://") || text.starts_with("https://");
    let sentences = [
        (
            is_origin(public_url),
            "the setting public_url must begin with http:// or https:// and end without a slash, after the host or its port",
        ),
        (
            session.warning_seconds < session.idle_seconds,
            "the setting session.warning_seconds must be less than session.idle_seconds",
        ),
        (
            session.idle_seconds <= session.absolute_seconds,
            "the setting session.absolute_seconds can't be less than session.idle_seconds",
        ),
        (
            retention.draft_days > 0 && retention.copy_days > 0,
            "the settings retention.draft_days and retention.copy_days must be 1 or more: nothing is kept for ever",
        ),
        (
            codes.lock_seconds <= codes.longest_lock_seconds,
            "the setting codes.longest_lock_seconds can't be less than codes.lock_seconds",
        ),
        (is_web(exit_url), "the setting exit_url must begin with http:// or https://"),
        (!languages.is_empty(), "the setting languages must name at least one language, such as \"en-GB\" and \"cy\""),
    ];
    let mut wrong: Vec<String> =
        sentences.into_iter().filter(|(is_right, _)| !is_right).map(|(_, sentence)| sentence.to_owned()).collect();
    if settings.profile == Profile::Production && languages.contains(&Language::Mirrored) {
        wrong.push("the setting languages can't hold \"ar-XB\" in the production profile: it is for developers".into());
    }
    wrong
}

/// Whether a URL is only an origin: links are made by appending a path.
fn is_origin(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    matches!(url.scheme(), "http" | "https") && url.has_host() && is_bare && is_anonymous && !address.ends_with('/')
}

/// In development everybody sees all security codes, so only the developer may have access.
fn reachable_by_others(settings: &Settings) -> String {
    let port = settings.addr.port();
    let what = if loopback::is_loopback(settings.addr.ip()) { "public_url" } else { "addr" };
    format!(
        "the setting {what} can be reached from other machines, and without the production profile everybody sees all \
         security codes: set profile to \"production\", or addr to \"127.0.0.1:{port}\" and public_url to \
         \"http://127.0.0.1:{port}\""
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn development(addr: &str, public_url: &str) -> Vec<String> {
        problems(&Settings { addr: addr.parse().unwrap(), public_url: public_url.into(), ..Settings::default() }, &[])
    }

    #[test]
    fn development_starts_on_this_machine_only() {
        for (addr, url) in [
            ("127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("127.0.0.1:0", "http://localhost:3000"),
            ("[::1]:3000", "http://[::1]:3000"),
            ("127.0.0.9:80", "http://127.0.0.9"),
        ] {
            assert_eq!(development(addr, url), [""; 0], "{addr} {url}");
        }
    }

    // ASVS V13.4.2 V13.4.5
    #[test]
    fn development_on_a_public_address_does_not_start_and_says_what_to_do() {
        for (addr, url, named) in [
            ("0.0.0.0:3000", "http://127.0.0.1:3000", "addr"),
            ("[::]:3000", "http://127.0.0.1:3000", "addr"),
            ("192.0.2.7:3000", "http://192.0.2.7:3000", "addr"),
            ("127.0.0.1:3000", "https://care.example", "public_url"),
            ("127.0.0.1:3000", "http://care.example", "public_url"),
            ("127.0.0.1:3000", "https://127.0.0.1:3000", "public_url"),
            ("127.0.0.1:3000", "http://localhost.example:3000", "public_url"),
            ("127.0.0.1:3000", "http://127.0.0.1@care.example", "public_url"),
        ] {
            let report = development(addr, url).join("\n");
            assert!(report.contains(&format!("the setting {named} ")), "{addr} {url}: {report}");
            let why = "security codes: set profile to \"production\", or addr to \"127.0.0.1:3000\"";
            assert!(report.contains(why), "{addr} {url}: {report}");
        }
    }

    #[test]
    fn the_address_of_the_service_is_an_origin() {
        for right in ["https://care.example", "http://127.0.0.1:3000", "https://care.example:8443"] {
            assert!(is_origin(right), "{right}");
        }
        for wrong in [
            "care.example",
            "https://",
            "https://care.example/",
            "https://care.example/portal",
            "https://a:b@care.example",
            "ftp://a",
        ] {
            assert!(!is_origin(wrong), "{wrong}");
        }
    }
}
