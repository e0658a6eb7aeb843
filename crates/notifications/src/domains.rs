//! Email domains beyond ASCII: people see and type Unicode (`exämple.com`), mail servers take punycode
//! (`xn--exmple-cua.com`).

/// An address with its domain in punycode; `None` if it isn't a valid domain.
pub fn with_ascii_domain(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    if domain.is_ascii() {
        return Some(address.to_owned());
    }
    Some(format!("{local}@{}", idna::domain_to_ascii(domain).ok()?))
}

/// An address with its domain in Unicode and in lower case.
pub fn with_unicode_domain(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else { return address.to_owned() };
    match idna::domain_to_unicode(domain) {
        (unicode, Ok(())) => format!("{local}@{unicode}"),
        (_, Err(_)) => format!("{local}@{}", domain.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_converted_in_both_directions() {
        for (unicode, ascii) in [
            ("tam@exämple.com", "tam@xn--exmple-cua.com"),
            ("tam@bücher.example", "tam@xn--bcher-kva.example"),
            ("tam@example.com", "tam@example.com"),
        ] {
            assert_eq!(with_ascii_domain(unicode).as_deref(), Some(ascii));
            assert_eq!(with_unicode_domain(ascii), unicode);
            assert_eq!(with_unicode_domain(unicode), unicode);
        }
        assert_eq!(with_ascii_domain("Tam@Example.com").as_deref(), Some("Tam@Example.com"), "stays as it was typed");
        assert_eq!(with_unicode_domain("Tam@EXÄMPLE.com"), "Tam@exämple.com");
        assert_eq!(with_ascii_domain("nobody"), None);
    }
}
