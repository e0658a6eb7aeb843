//! The texts of messages: plain English, and no more personal data than necessary. No message names a form or repeats an
//! answer, because others may look over a shoulder or share a mailbox.

use super::{EmailText, MessageKind};
use i18n::{Messages, args};
use jiff::civil::Date;
use ports::Council;
use std::time::Duration;

/// The email with the code that confirms an address.
pub fn email_code(t: Messages, council: &Council, code: &str, valid_for: Duration) -> EmailText {
    let minutes = &minutes_of(valid_for);
    let text = t.mail_email_code_text(args::MailEmailCodeText { code, council: &council.name, minutes });
    mail(MessageKind::EmailCode, t, council, t.mail_email_code(), text)
}

/// The email to somebody who tries to register and already has an account.
pub fn already_has_account(t: Messages, council: &Council, sign_in: &str) -> EmailText {
    let text = t.mail_has_account_text(args::MailHasAccountText { council: &council.name, link: sign_in });
    mail(MessageKind::AlreadyHasAccount, t, council, t.mail_has_account(), text)
}

/// The email after registration.
pub fn account_created(t: Messages, council: &Council, sign_in: &str) -> EmailText {
    let text = t.mail_account_created_text(args::MailAccountCreatedText { council: &council.name, link: sign_in });
    mail(MessageKind::AccountCreated, t, council, t.mail_account_created(), text)
}

/// The email after a login at the council's identity provider was connected to an account.
pub fn council_connected(t: Messages, council: &Council, name: &str) -> EmailText {
    let text = t.mail_council_connected_text(args::MailCouncilConnectedText { council: &council.name, name });
    mail(MessageKind::CouncilConnected, t, council, t.mail_council_connected(), text)
}

/// The email with the link for resetting the password.
pub fn reset_password(t: Messages, council: &Council, link: &str, valid_for: Duration) -> EmailText {
    let minutes = &minutes_of(valid_for);
    let text = t.mail_reset_text(args::MailResetText { council: &council.name, link, minutes });
    mail(MessageKind::ResetPassword, t, council, t.mail_reset(), text)
}

/// The email to somebody who wants to reset their password and has no account.
pub fn no_account(t: Messages, council: &Council, create: &str) -> EmailText {
    let text = t.mail_no_account_text(args::MailNoAccountText { council: &council.name, link: create });
    mail(MessageKind::NoAccount, t, council, t.mail_no_account(), text)
}

/// The email to somebody who wants to reset the password of a frozen account.
pub fn on_hold(t: Messages, council: &Council) -> EmailText {
    mail(MessageKind::OnHold, t, council, t.mail_on_hold(), t.mail_on_hold_text(council.name.as_str()))
}

/// The email after the password was changed.
pub fn password_changed(t: Messages, council: &Council, forgot: &str) -> EmailText {
    let text = t.mail_password_changed_text(args::MailPasswordChangedText { council: &council.name, link: forgot });
    mail(MessageKind::PasswordChanged, t, council, t.mail_password_changed(), text)
}

/// The email after something about how somebody signs in changed or was used. It doesn't say what, because a mailbox
/// may be shared; the page with recent activity does.
pub fn security_changed(t: Messages, council: &Council, forgot: &str) -> EmailText {
    let text = t.mail_security_changed_text(args::MailSecurityChangedText { council: &council.name, link: forgot });
    mail(MessageKind::SecurityChanged, t, council, t.mail_security_changed(), text)
}

/// The email after somebody signed in with a recovery code: somebody who found the list may have done it.
pub fn recovery_code_used(t: Messages, council: &Council, forgot: &str) -> EmailText {
    let text = t.mail_recovery_used_text(args::MailRecoveryUsedText { council: &council.name, link: forgot });
    mail(MessageKind::RecoveryCodeUsed, t, council, t.mail_recovery_used(), text)
}

/// The email after the name, the home address or the contact preferences changed. It doesn't say which, because
/// somebody who shares the mailbox may be the reason.
pub fn details_changed(t: Messages, council: &Council, forgot: &str) -> EmailText {
    let text = t.mail_details_changed_text(args::MailDetailsChangedText { council: &council.name, link: forgot });
    mail(MessageKind::DetailsChanged, t, council, t.mail_details_changed(), text)
}

/// The email after a sign-in with a browser that is new to the account: which browser, and when.
pub fn new_device(t: Messages, council: &Council, (device, when): (&str, &str), forgot: &str) -> EmailText {
    let text = t.mail_new_device_text(args::MailNewDeviceText { council: &council.name, device, link: forgot, when });
    mail(MessageKind::NewDevice, t, council, t.mail_new_device(), text)
}

/// The email after wrong codes locked an account.
pub fn codes_locked(t: Messages, council: &Council, forgot: &str) -> EmailText {
    let text = t.mail_codes_locked_text(args::MailCodesLockedText { council: &council.name, link: forgot });
    mail(MessageKind::CodesLocked, t, council, t.mail_codes_locked(), text)
}

/// The text message after wrong codes locked an account.
pub fn codes_locked_by_text(t: Messages, council: &Council) -> String {
    t.text_codes_locked(args::TextCodesLocked { council: &council.name, phone: &council.phone })
}

/// The call to a landline that codes no longer go to.
pub fn phone_changed_by_call(t: Messages, council: &Council) -> String {
    t.call_phone_changed(args::CallPhoneChanged { council: &council.name, phone: &council.phone })
}

/// The text message to a phone that codes no longer go to.
pub fn phone_changed_by_text(t: Messages, council: &Council) -> String {
    t.text_phone_changed(args::TextPhoneChanged { council: &council.name, phone: &council.phone })
}

/// The email with the link to a form saved for later.
pub fn saved(t: Messages, council: &Council, link: &str, until: Date) -> EmailText {
    let text = t.mail_saved_text(args::MailSavedText { link, until: &t.end_of(until) });
    mail(MessageKind::Saved, t, council, t.mail_saved(), text)
}

/// What the email after submission says about the form.
pub struct SubmittedDetails<'a> {
    pub reference: &'a str,
    pub link: &'a str,
    pub until: Date,
    pub answer_within: &'a str,
}

/// The email after a form was submitted.
pub fn submitted(t: Messages, council: &Council, sent: &SubmittedDetails<'_>) -> EmailText {
    let text = t.mail_submitted_text(args::MailSubmittedText {
        hours: &council.out_of_hours,
        link: sent.link,
        phone: &council.phone,
        reference: sent.reference,
        time: sent.answer_within,
        until: &t.end_of(sent.until),
    });
    mail(MessageKind::Submitted, t, council, t.mail_submitted(), text)
}

/// An email with one text and the usual ending.
pub fn plain(kind: MessageKind, t: Messages, council: &Council, subject: &str, text: String) -> EmailText {
    mail(kind, t, council, subject, text)
}

fn mail(kind: MessageKind, t: Messages, council: &Council, subject: &str, text: String) -> EmailText {
    let body = t.mail_end(args::MailEnd { council: &council.name, phone: &council.phone, text: &text }) + "\n";
    let subject = t.mail_subject(args::MailSubject { council: &council.name, subject });
    EmailText { kind, subject, body }
}

fn minutes_of(duration: Duration) -> String {
    (duration.as_secs() / 60).to_string()
}

/// The text message with a code. Because of its last line phones offer the code on our pages only.
pub fn code_by_text(t: Messages, council: &Council, code: &str, public_url: &str) -> String {
    let text = t.text_code(args::TextCode { code, council: &council.name });
    format!("{text}\n\n@{} #{code}", host(public_url))
}

/// The text message to the phone numbers of an account that was frozen.
pub fn frozen_by_text(t: Messages, council: &Council) -> String {
    t.text_frozen(args::TextFrozen { council: &council.name, phone: &council.phone })
}

/// The text message to the old and new numbers of an account that the council has released.
pub fn released_by_text(t: Messages, council: &Council) -> String {
    t.text_released(args::TextReleased { council: &council.name, phone: &council.phone })
}

/// The call with a code: digit by digit, three times, for people who have to find a pen.
pub fn code_by_call(t: Messages, council: &Council, code: &str) -> String {
    let digits = code.chars().map(String::from).collect::<Vec<_>>().join(", ");
    t.call_code(args::CallCode { council: &council.name, digits: &digits })
}

/// The host of a URL, without scheme, port and path.
pub(super) fn host(url: &str) -> &str {
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
    use i18n::Language;

    const TEN_MINUTES: Duration = Duration::from_mins(10);
    const ENGLISH: Messages = Messages::of(Language::English);

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
        for language in [Language::English, Language::Welsh] {
            let text = code_by_text(Messages::of(language), &council(), "012345", "https://care.northmere.example");
            assert!(text.starts_with("012345 "), "{text}");
            assert!(text.ends_with(".\n\n@care.northmere.example #012345"), "{text}");
            // A single text message holds 160 characters, and only of the GSM alphabet; further parts may arrive late.
            assert!(text.is_ascii() && text.len() <= 160, "{} letters: {text}", text.len());
        }
    }

    #[test]
    fn security_texts_fit_into_a_single_message() {
        for language in [Language::English, Language::Welsh] {
            let t = Messages::of(language);
            for text in [
                codes_locked_by_text(t, &council()),
                phone_changed_by_text(t, &council()),
                frozen_by_text(t, &council()),
                released_by_text(t, &council()),
            ] {
                assert!(text.is_ascii() && text.len() <= 160, "{} letters: {text}", text.len());
                assert!(text.contains("01632 960 100"), "{text}");
            }
        }
    }

    #[test]
    fn hosts_are_extracted_from_urls() {
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
        assert_eq!(code_by_call(ENGLISH, &council(), "012345").matches("0, 1, 2, 3, 4, 5").count(), 3);
    }

    #[test]
    fn the_code_is_the_first_number_of_its_email() {
        assert!(email_code(ENGLISH, &council(), "012345", TEN_MINUTES).body.starts_with("012345 is your security code"));
    }

    #[test]
    fn messages_are_in_the_language_of_the_recipient() {
        let welsh = Messages::of(Language::Welsh);
        let mail = email_code(welsh, &council(), "012345", TEN_MINUTES);
        assert_eq!(mail.subject, "Northmere Council: Eich cod diogelwch");
        assert!(mail.body.starts_with("012345 yw eich cod diogelwch"), "{}", mail.body);
        let until = Date::constant(2027, 2, 21);
        let mail = saved(welsh, &council(), "https://care.example/drafts/x", until);
        assert!(mail.body.contains("21 Chwefror 2027"), "{}", mail.body);
    }

    #[test]
    fn emails_about_a_form_say_until_when_it_is_kept_and_how_to_return() {
        let until = Date::constant(2027, 2, 21);
        let mail = saved(ENGLISH, &council(), "https://care.example/drafts/x", until);
        assert_eq!(mail.subject, "Northmere Council: Your saved form");
        for part in ["https://care.example/drafts/x", "11:59pm on 21 February 2027", "01632 960 100"] {
            assert!(mail.body.contains(part), "{part}");
        }
        let link = "https://care.example/submitted/ASC-7KQ2-M9TF";
        let sent = SubmittedDetails { reference: "ASC-7KQ2-M9TF", link, until, answer_within: "28 days" };
        let mail = submitted(ENGLISH, &council(), &sent);
        for part in ["ASC-7KQ2-M9TF", "within 28 days", "11:59pm on 21 February 2027", "01632 960 199", "999"] {
            assert!(mail.body.contains(part), "{part}");
        }
    }
}
