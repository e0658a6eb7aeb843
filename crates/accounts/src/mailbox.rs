//! Which mailbox an email address is delivered to, if the address shows it. Where two people must agree, both are
//! identified by their addresses, and two aliases of one mailbox are the same person.

use openidconnect::url::Host;
use unicode_normalization::UnicodeNormalization;
use values::characters::is_mark;

/// Providers that deliver several spellings to one mailbox.
struct Provider {
    domains: &'static [&'static str],
    /// Characters in the local part that make no difference.
    ignored: &'static [char],
}

const PROVIDERS: [Provider; 3] = [
    Provider { domains: &["gmail.com", "googlemail.com"], ignored: &['.'] },
    Provider { domains: &["proton.me", "protonmail.com", "protonmail.ch", "pm.me"], ignored: &['.', '-', '_'] },
    Provider { domains: &["icloud.com", "me.com", "mac.com"], ignored: &[] },
];

/// The mailbox of an address: without capitals, compatibility forms, a tag after `+`, a dot after the domain, and what
/// its provider ignores. For comparing only: nothing is ever sent to it.
pub fn mailbox(address: &str) -> String {
    let address = values::email(address).unwrap_or_else(|| address.to_owned());
    let tidy: String = address.nfkc().filter(|c| !(is_mark(*c) || c.is_control())).collect();
    let tidy: String = tidy.trim().to_lowercase().nfkc().collect();
    let Some((local, domain)) = tidy.rsplit_once('@') else { return tidy };
    let domain = ascii_domain(domain.trim_end_matches(['.', '\u{3002}']));
    let untagged = local.split_once('+').map_or(local, |(name, _)| name);
    let local = if untagged.is_empty() { local } else { untagged };
    match PROVIDERS.iter().find(|provider| provider.domains.contains(&domain.as_str())) {
        Some(provider) => {
            let local: String = local.chars().filter(|c| !provider.ignored.contains(c)).collect();
            format!("{local}@{}", provider.domains.first().copied().unwrap_or_default())
        }
        None => format!("{local}@{domain}"),
    }
}

/// Whether two addresses are delivered to one mailbox.
pub fn is_same_mailbox(one: &str, other: &str) -> bool {
    mailbox(one) == mailbox(other)
}

/// A domain as DNS has it, so that a Unicode name is the same as its `xn--` form.
fn ascii_domain(domain: &str) -> String {
    Host::parse(domain).map_or_else(|_| domain.to_owned(), |host| host.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V2.3.5
    #[test]
    fn aliases_of_one_mailbox_are_the_same() {
        for (one, other) in [
            ("jo@council.example", "JO@Council.Example"),
            ("jo@council.example", " jo+approver@council.example "),
            ("jo@council.example", "jo+a+b@council.example."),
            ("jo@council.example", "ｊｏ@ｃｏｕｎｃｉｌ．ｅｘａｍｐｌｅ"),
            ("jo@council.example", "jo@council。example"),
            ("jo@council.example", "j\u{200b}o@council.example"),
            ("jo@council.example", "jo@council.example\u{202e}"),
            ("jo@council.example", "<jo@council.example>,"),
            ("jo@council.example", "mailto:jo@council.example"),
            ("o'neil@council.example", "o’neil@council.example"),
            ("jo@b\u{fc}cher.example", "jo@xn--bcher-kva.example"),
            ("si\u{e2}n@council.example", "sia\u{302}n@council.example"),
            ("jo.smith@gmail.com", "josmith@googlemail.com"),
            ("jo.smith@gmail.com", "J.o.Smith+x@GMail.com"),
            ("jo-smith@proton.me", "jo_smith@pm.me"),
            ("jo@icloud.com", "jo@mac.com"),
        ] {
            assert!(is_same_mailbox(one, other), "{one:?} and {other:?}: {} and {}", mailbox(one), mailbox(other));
        }
    }

    #[test]
    fn other_mailboxes_are_not() {
        for (one, other) in [
            ("jo@council.example", "sam@council.example"),
            ("jo@council.example", "jo@other.example"),
            // A dot counts wherever no provider is known to ignore it.
            ("jo.smith@council.example", "josmith@council.example"),
            ("jo-smith@gmail.com", "josmith@gmail.com"),
            ("jo@me.example", "jo@icloud.com"),
            ("+a@council.example", "+b@council.example"),
        ] {
            assert!(!is_same_mailbox(one, other), "{one:?} and {other:?}: {}", mailbox(one));
        }
    }
}
