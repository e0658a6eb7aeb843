//! How many guesses a password takes, estimated by zxcvbn: from words and names in several languages, dates, keyboard
//! patterns, repetition, and what is known about the person and the council.

/// Passwords that take fewer guesses than 10 to this power are refused. It is between zxcvbn's "safely unguessable"
/// (10⁸) and "very unguessable" (10¹⁰): two uncommon words pass, one word with a year and an exclamation mark doesn't.
const ENOUGH: f64 = 9.0;
/// The same after removing spaces, which zxcvbn rates as hard to guess. Low, because this is only meant to catch plain
/// repetition.
const ENOUGH_JOINED: f64 = 6.0;
/// zxcvbn's time grows faster than the text: about 20 ms for the worst 20 characters, 2 s for the worst hundred.
const PIECE: usize = 20;

/// Whether a password is easy to guess. One piece that is hard to guess makes the whole password hard to guess.
pub fn is_guessable(password: &str, known: &[&str]) -> bool {
    let joined: String = password.split_whitespace().collect();
    all_pieces_within(password, known, ENOUGH) || joined != password && all_pieces_within(&joined, known, ENOUGH_JOINED)
}

fn all_pieces_within(password: &str, known: &[&str], limit: f64) -> bool {
    let letters: Vec<char> = password.chars().collect();
    once(&letters).chunks(PIECE).all(|piece| {
        let piece: String = piece.iter().collect();
        zxcvbn::zxcvbn(&piece, known).guesses_log10() < limit
    })
}

/// The piece that the whole text repeats, once: `horse` of `horsehorsehor`.
fn once(letters: &[char]) -> &[char] {
    let repeats = |piece: &usize| letters.iter().zip(letters.iter().skip(*piece)).all(|(here, there)| here == there);
    let piece = (1..=letters.len() / 2).find(repeats).unwrap_or(letters.len());
    letters.get(..piece).unwrap_or(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    #[test]
    fn repetition_and_keyboard_patterns_are_guessable_at_any_length() {
        for password in ["ab", "horse", "abc123", "qwertyuiop", "p@$$w0rd", "01/01/2000"] {
            let long: String = password.chars().cycle().take(128).collect();
            assert!(is_guessable(&long, &[]), "{long}");
        }
        assert!(is_guessable("rain     rain  rain", &[]));
        assert!(!is_guessable(&format!("{}purple otter lamp", "a".repeat(20)), &[]));
    }

    /// Attackers may send whatever costs most. Argon2, which follows, takes longer.
    #[test]
    fn the_slowest_passwords_are_checked_quickly() {
        is_guessable("what is made once is made now", &[]);
        let digits_for_letters = "+gz!7[4xx01z6i%o{4@a4|974<0b{o+<9ge{o!$|1([187e64@8({[<369|!10$57+2%";
        let inputs = [
            digits_for_letters.chars().cycle().take(128).collect::<String>(),
            "4@8({[<369|!10$57+2%".chars().cycle().take(128).collect(),
            "p@$$w0rd".chars().cycle().take(128).collect(),
            "1|!l".chars().cycle().take(128).collect(),
            "thecatsatonthemat".chars().cycle().take(128).collect(),
        ];
        for input in inputs {
            let start = Instant::now();
            is_guessable(&input, &["northmere", "council"]);
            let took = start.elapsed();
            println!("is_guessable: {took:?} {input}");
            assert!(took < Duration::from_secs(2), "{took:?}: {input}");
        }
    }
}
