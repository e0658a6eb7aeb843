//! What calls say, as `TwiML`. The person must press a key first: an answering machine never hears a code.

use i18n::{Language, Messages};
use std::fmt::Write;

const ROUNDS: usize = 3;

/// Asks for a key, three times, and hangs up. `code_at` is the URL that a key press requests.
pub fn ask(t: Messages, council: &str, code_at: &str) -> String {
    let round = gather(code_at, 6, &say(t, &t.call_ask(council)));
    response(&(round.repeat(ROUNDS) + &say(t, t.call_end())))
}

/// Says the code three times. A key press starts again: 1 at the same speed, 2 more slowly.
pub fn tell(t: Messages, code: &str, code_at: &str, slowly: bool) -> String {
    let pause = if slowly { "<Pause length=\"3\"/>" } else { "<Pause length=\"1\"/>" };
    let mut digits = say(t, t.call_is());
    for digit in code.chars() {
        let _ = write!(digits, "{pause}{}", say(t, &digit.to_string()));
    }
    let once = format!("{digits}<Pause length=\"1\"/>{}", say(t, t.call_more()));
    response(&(gather(code_at, 4, &once).repeat(ROUNDS) + &say(t, t.call_end())))
}

/// Asks for a key before a notice, as before a code, so that no answering machine plays it to somebody else.
pub fn ask_for_notice(t: Messages, council: &str, notice_at: &str) -> String {
    let round = gather(notice_at, 6, &say(t, &t.call_ask_notice(council)));
    response(&(round.repeat(ROUNDS) + &say(t, t.call_end())))
}

/// Says a notice twice.
pub fn tell_notice(t: Messages, notice: &str) -> String {
    let once = format!("{}<Pause length=\"1\"/>", say(t, notice));
    response(&(once.repeat(2) + &say(t, t.call_end())))
}

fn gather(action: &str, timeout: u8, inner: &str) -> String {
    format!("<Gather numDigits=\"1\" timeout=\"{timeout}\" action=\"{}\">{inner}</Gather>", escaped(action))
}

fn say(t: Messages, text: &str) -> String {
    let (language, voice) = match t.language() {
        Language::Welsh => ("cy-GB", "Polly.Gwyneth"),
        _ => ("en-GB", "Polly.Amy"),
    };
    format!("<Say language=\"{language}\" voice=\"{voice}\">{}</Say>", escaped(text))
}

fn response(inner: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>{inner}<Hangup/></Response>")
}

/// The name of a council may contain an ampersand.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_key_press_no_code_is_read_out() {
        let asked = ask(Messages::of(Language::English), "Bell & Sons", "/x");
        assert_eq!(asked.matches("Press any key").count(), 3);
        assert!(asked.contains("Bell &amp; Sons") && asked.ends_with("<Hangup/></Response>"), "{asked}");
    }

    #[test]
    fn a_notice_is_read_out_after_a_key_press() {
        let t = Messages::of(Language::English);
        assert_eq!(ask_for_notice(t, "Bell & Sons", "/x").matches("Press any key").count(), 3);
        assert_eq!(tell_notice(t, "Codes don't come here",).matches("Codes don't come here").count(), 2);
    }

    #[test]
    fn digits_are_read_out_one_by_one_three_times_and_more_slowly_on_request() {
        for (language, tag) in [(Language::English, "en-GB"), (Language::Welsh, "cy-GB")] {
            let script = tell(Messages::of(language), "012345", "/x", false);
            assert_eq!(script.matches(">3</Say>").count(), 3, "{script}");
            assert!(!script.contains("0123") && script.contains(&format!("language=\"{tag}\"")));
            assert!(tell(Messages::of(language), "012345", "/x", true).contains("length=\"3\""));
        }
    }
}
