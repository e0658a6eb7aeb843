//! What messages say: plain words, and nothing of a person beyond what they must hold. No message names a form or
//! repeats an answer, because others may read over a shoulder or share a mailbox.

use super::Mail;
use ::words::Words;
use app::ports::Council;
use jiff::civil::Date;

/// The email with the code that proves an address.
pub fn email_code(_say: Words, council: &Council, code: &str, minutes: i64) -> Mail {
    let opening = format!(
        "{code} is your security code for {} Adult Social Care Online.\n\n\
         Enter it on the page that asked for it. It works for {minutes} minutes and can be used once.\n\n\
         If you did not ask for a code, you can ignore this email. Nobody can use your email address without the code.",
        council.name
    );
    mail("Your security code", &opening, council)
}

/// The email to somebody who has a login already and asked for another.
pub fn already_has_account(_say: Words, council: &Council, sign_in: &str) -> Mail {
    let opening = format!(
        "Somebody asked to create an account for {} Adult Social Care Online with this email address. \
         You already have an account, so you do not need another one.\n\n\
         Sign in here:\n{sign_in}\n\n\
         If you did not ask for this, you can ignore this email. Your account is safe and nothing has changed.",
        council.name
    );
    mail("You already have an account", &opening, council)
}

/// The email after a login was made.
pub fn account_created(_say: Words, council: &Council, sign_in: &str) -> Mail {
    let opening = format!(
        "Your account for {} Adult Social Care Online is ready.\n\n\
         Sign in here whenever you want to start or go on with a form:\n{sign_in}\n\n\
         Each time you sign in we send a security code to the phone number you gave us. \
         We will never ask you to tell us your password or a code.\n\n\
         If you did not create this account, please tell us.",
        council.name
    );
    mail("Your account is ready", &opening, council)
}

/// The email with the way back to a form saved for later.
pub fn saved(say: Words, council: &Council, link: &str, until: Date) -> Mail {
    let opening = format!(
        "We have saved your form. You can come back to it whenever you are ready.\n\n\
         Go back to your form:\n{link}\n\n\
         You will be asked to sign in. We keep your form until 11:59pm on {}. \
         Every time you save it, we keep it for longer.",
        say.day(until)
    );
    mail("Your saved form", &opening, council)
}

/// The email after a form was sent.
pub fn submitted(say: Words, council: &Council, reference: &str, link: &str, until: Date, answer_within: &str) -> Mail {
    let opening = format!(
        "Thank you. We have your form.\n\n\
         Your reference is {reference}. You should hear from us within {answer_within}.\n\n\
         Read, print or download your copy:\n{link}\n\n\
         You will be asked to sign in. We keep your copy until 11:59pm on {}. After that it is deleted.\n\n\
         If something changes or cannot wait, call us on {}. Outside office hours, call {}. \
         If somebody is in danger now, call 999.",
        say.day(until),
        council.phone,
        council.out_of_hours
    );
    mail("We have your form", &opening, council)
}

fn mail(subject: &str, opening: &str, council: &Council) -> Mail {
    let body =
        format!("{opening}\n\nIf you need help, call us on {}.\n\n{}\nAdult Social Care\n", council.phone, council.name);
    Mail { subject: subject.to_owned(), body }
}

/// The text message with a code. Its last line lets a phone offer the code on our page and on no other.
pub fn code_by_text(_say: Words, council: &Council, code: &str, public_url: &str) -> String {
    format!("{code} is your {} Adult Social Care Online security code.\n\n@{} #{code}", council.name, host(public_url))
}

/// What the telephone says: the code digit by digit, three times, for whoever has to find a pen.
pub fn code_by_call(_say: Words, council: &Council, code: &str) -> String {
    let digits = code.chars().map(String::from).collect::<Vec<_>>().join(", ");
    format!(
        "Hello. This is {} Adult Social Care Online, with the security code you asked for. \
         Your code is: {digits}. \
         Once more, your code is: {digits}. \
         For the last time, your code is: {digits}. \
         Goodbye.",
        council.name
    )
}

/// The host of an address, without scheme, port and path.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or(rest);
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council() -> Council {
        Council {
            name: "Northmere Council".into(),
            phone: "01632 960 100".into(),
            out_of_hours: "01632 960 199".into(),
            email: "care@northmere.example".into(),
            address: String::new(),
            website: String::new(),
        }
    }

    #[test]
    fn a_text_message_ends_with_the_line_that_binds_the_code_to_our_host() {
        assert_eq!(
            code_by_text(Words::of(::words::Language::English), &council(), "012345", "https://care.northmere.example"),
            "012345 is your Northmere Council Adult Social Care Online security code.\n\n@care.northmere.example #012345"
        );
        // One text message holds 160 letters; a second one may come late or not at all.
        assert!(
            code_by_text(Words::of(::words::Language::English), &council(), "012345", "https://care.northmere.example")
                .len()
                <= 160
        );
    }

    #[test]
    fn hosts_are_found_in_addresses() {
        for (url, found) in [
            ("http://127.0.0.1:3000", "127.0.0.1"),
            ("https://care.example", "care.example"),
            ("https://care.example:8443/a", "care.example"),
            ("http://[::1]:3000", "[::1]"),
            ("http://[::1]", "[::1]"),
        ] {
            assert_eq!(host(url), found, "{url}");
        }
    }

    #[test]
    fn a_call_says_each_digit_three_times() {
        assert_eq!(
            code_by_call(Words::of(::words::Language::English), &council(), "012345").matches("0, 1, 2, 3, 4, 5").count(),
            3
        );
    }

    #[test]
    fn the_code_is_the_first_number_of_its_email() {
        assert!(
            email_code(Words::of(::words::Language::English), &council(), "012345", 10)
                .body
                .starts_with("012345 is your security code")
        );
    }

    #[test]
    fn mails_about_a_form_say_until_when_and_how_to_come_back() {
        let until = Date::constant(2027, 2, 21);
        let mail = saved(Words::of(::words::Language::English), &council(), "https://care.example/drafts/x", until);
        assert_eq!(mail.subject, "Your saved form");
        for part in ["https://care.example/drafts/x", "11:59pm on 21 February 2027", "01632 960 100"] {
            assert!(mail.body.contains(part), "{part}");
        }
        let mail = submitted(
            Words::of(::words::Language::English),
            &council(),
            "ASC-7KQ2-M9TF",
            "https://care.example/submitted/ASC-7KQ2-M9TF",
            until,
            "28 days",
        );
        for part in ["ASC-7KQ2-M9TF", "within 28 days", "11:59pm on 21 February 2027", "01632 960 199", "999"] {
            assert!(mail.body.contains(part), "{part}");
        }
    }
}
