//! Which passwords may be chosen: long ones, of any characters, that nobody would try first. There are no rules about
//! capitals and digits, which make passwords hard for people and not for machines.

use super::inputs::Names;
use app::ports::Refusal;
use std::{collections::HashSet, sync::LazyLock};
use unicode_normalization::UnicodeNormalization;

const SHORTEST: usize = 12;
const LONGEST: usize = 128;
const MOST_BYTES: usize = 512;
/// Something known with no more than this around it is still something known.
const AROUND: usize = 8;

static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Words that people make passwords of, and that whoever guesses them tries first.
const WORDS: &str = "abc account admin administrator adult adults and angel apple april arsenal august autumn baby \
     batman bristol britain care carer carers celtic change changeme charlie chelsea christmas city computer council \
     december dragon email england everton facebook family february football for form forms friday gateway google guest \
     happy health hello help home house iloveyou internet is january july june letmein liverpool login logon london love \
     lovely manchester march may me microsoft monday monkey my name newcastle nhs november october online pass passcode \
     passphrase passwort password please portal princess private qwerty qwertyuiop rangers saturday scotland secret secure \
     security september service services shadow signin social spring summer sunday sunshine superman system temp temporary \
     test testing the this thursday tottenham tuesday united user wales wednesday welcome windows winter word your";

/// What stands beside each other on keyboards and in the alphabet.
const ROWS: [&str; 9] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop[]",
    "asdfghjkl;'#",
    "zxcvbnm,./",
    "!\"£$%^&*()_+",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "1q2w3e4r5t6y7u8i9o0p",
    "1a2b3c4d5e6f7g8h9i",
];

/// What of a person or a council must not be their password.
pub struct Known<'a> {
    pub email: &'a str,
    pub names: &'a Names,
    pub council: &'a str,
}

/// Whether a password may be chosen.
pub fn check(password: &str, known: &Known<'_>) -> Result<(), Refusal> {
    if password.is_empty() {
        return Err(Refusal::PasswordMissing);
    }
    let password: String = password.nfc().collect();
    match password.chars().count() {
        ..SHORTEST => Err(Refusal::PasswordShort),
        SHORTEST..=LONGEST if password.len() <= MOST_BYTES && !is_guessable(&password.to_lowercase(), known) => Ok(()),
        SHORTEST..=LONGEST if password.len() <= MOST_BYTES => Err(Refusal::PasswordCommon),
        _ => Err(Refusal::PasswordLong),
    }
}

fn is_guessable(password: &str, known: &Known<'_>) -> bool {
    let letters: Vec<char> = password.chars().collect();
    COMMON.contains(password)
        || is_repeated(&letters)
        || is_walked(&letters)
        || is_email(password, &known.email.to_lowercase())
        || is_of_known_words(&letters, known)
}

/// A few letters, or one piece again and again: `aaaabbbbaaaa`, `abc123abc123`.
fn is_repeated(letters: &[char]) -> bool {
    let different: HashSet<&char> = letters.iter().collect();
    let again = |piece: usize| {
        letters.len().is_multiple_of(piece)
            && letters.iter().zip(letters.iter().skip(piece)).all(|(here, there)| here == there)
    };
    different.len() <= 3 || (1..=letters.len() / 2).any(again)
}

/// A few walks over the keyboard or the alphabet: `qwertyuiop12`, `123456abcdef`.
fn is_walked(letters: &[char]) -> bool {
    let breaks = letters.windows(2).filter(|pair| !matches!(pair, [a, b] if are_neighbours(*a, *b))).count();
    (breaks + 1) * 3 <= letters.len()
}

fn are_neighbours(a: char, b: char) -> bool {
    let beside = |row: &str| {
        let mut pairs = row.chars().zip(row.chars().skip(1));
        pairs.any(|pair| pair == (a, b) || pair == (b, a))
    };
    a == b || ROWS.into_iter().any(beside)
}

/// The email address, or the part of it before the `@`, with little around it.
fn is_email(password: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or(email);
    let rest = password.chars().count().saturating_sub(local.chars().count());
    !local.is_empty() && (password.contains(email) || password.contains(local) && rest <= AROUND)
}

/// Nothing but known words, written with digits for letters or not, with a few digits and marks around them:
/// `Northmere-Council-2026!`, `p4ssw0rd1234`, one's own name.
fn is_of_known_words(letters: &[char], known: &Known<'_>) -> bool {
    let own = own_words(known);
    let words: Vec<&str> = WORDS.split_whitespace().chain(own.iter().map(String::as_str)).collect();
    let Some(from) = letters.iter().position(|c| c.is_alphabetic()) else { return false };
    let to = letters.iter().rposition(|c| c.is_alphabetic()).unwrap_or(from);
    let core = letters.get(from..=to).unwrap_or_default();
    let around = letters.len() - core.len();
    around <= AROUND && ['i', 'l'].into_iter().any(|one| is_made_of(&plain(core, one), &words))
}

/// What is known of this person and this council, as words of letters.
fn own_words(known: &Known<'_>) -> Vec<String> {
    let texts = [known.email, &known.names.first, &known.names.last, known.council];
    let lower = texts.map(str::to_lowercase);
    let words = lower.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() >= 3).map(str::to_owned).collect()
}

/// Letters only, with those that digits and marks often stand for.
fn plain(letters: &[char], one: char) -> String {
    let letter = |c: &char| match c {
        '0' => Some('o'),
        '1' | '!' => Some(one),
        '3' => Some('e'),
        '4' | '@' => Some('a'),
        '5' | '$' => Some('s'),
        '7' => Some('t'),
        c => c.is_alphabetic().then_some(*c),
    };
    letters.iter().filter_map(letter).collect()
}

/// Whether a text is nothing but words of a list, one after the other.
fn is_made_of(text: &str, words: &[&str]) -> bool {
    // The places up to which the text is made of words, found from the left.
    let mut reached = vec![0];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        let rest = text.get(at..).unwrap_or_default();
        let ends = words.iter().filter(|word| rest.starts_with(**word)).map(|word| at + word.len());
        for end in ends {
            if !reached.contains(&end) {
                reached.push(end);
            }
        }
        next += 1;
    }
    !text.is_empty() && reached.contains(&text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(password: &str) -> Result<(), Refusal> {
        let names = Names { first: "Siân".into(), last: "Featherstone".into() };
        let known = Known { email: "sian.f1947@example.com", names: &names, council: "Northmere Council" };
        check(password, &known)
    }

    #[test]
    fn length_is_counted_in_characters_and_has_an_end() {
        let long = "ab cdxéy!9k🦉 ".repeat(12);
        let cut = |characters: usize| long.chars().take(characters).collect::<String>();
        assert_eq!(verdict(""), Err(Refusal::PasswordMissing));
        assert_eq!(verdict("purple otte"), Err(Refusal::PasswordShort));
        assert_eq!(verdict("purple otter"), Ok(()));
        assert_eq!(verdict("pürplé ötter"), Ok(()));
        assert_eq!(verdict(&format!("x{}", cut(127))), Ok(()));
        assert_eq!(verdict(&format!("x{}", cut(128))), Err(Refusal::PasswordLong));
        // 128 owls of four bytes fit; what counts as one letter may be several characters, and then it is long.
        assert_eq!(verdict(&"🦉🦊🐝🐳🐢🌲🍋🎻".repeat(16)), Err(Refusal::PasswordCommon));
    }

    #[test]
    fn passwords_that_anybody_would_try_are_refused() {
        for password in [
            "password1234",
            "PASSWORD1234",
            "Password123!",
            "p4ssw0rd!2026",
            "P@$$w0rd2026",
            "MyPassword2026",
            "this is my password",
            "welcome-1234",
            "letmeinplease",
            "correct horse battery staple",
            "CorrectHorseBatteryStaple",
            "liverpool1892",
            "Manchester United",
            "Summer2026!!",
            "September2026",
            "iloveyou12345",
            "aaaaaaaaaaaa",
            "ababababacab",
            "abc123abc123",
            "horsehorsehorse",
            "horse staplehorse staple",
            "qwertyuiop12",
            "QwertyUiop123",
            "1qaz2wsx3edc",
            "1q2w3e4r5t6y",
            "asdfghjkl123",
            "123456789012",
            "098765432109",
            "abcdefghijkl",
            "zyxwvutsrqpo",
            "123456qwerty",
            "111122223333",
            "!\"£$%^&*()_+",
            "northmerecouncil",
            "NorthmereCouncil2026!",
            "northmere-1234",
            "AdultSocialCare",
            "adult social care online",
            "C4reOnline2026",
            "sian.f1947@example.com",
            "sian.f1947!!!",
            "SianFeatherstone",
            "Featherstone",
            "featherstone1947",
            "siânfeatherstone!",
            "F3ath3rst0ne",
        ] {
            assert_eq!(verdict(password), Err(Refusal::PasswordCommon), "{password}");
        }
    }

    #[test]
    fn every_password_of_the_list_is_refused() {
        assert!(COMMON.len() > 300, "{}", COMMON.len());
        for password in COMMON.iter() {
            assert!(password.chars().count() >= SHORTEST, "{password} would be refused anyway");
            assert_eq!(*password, password.to_lowercase(), "the list is compared in small letters");
            assert_eq!(verdict(&password.to_uppercase()), Err(Refusal::PasswordCommon), "{password}");
        }
    }

    #[test]
    fn passwords_that_people_make_up_are_taken() {
        for password in [
            "purple otter lamp",
            "gravelteapotviolin",
            "Gravel-Teapot-Violin",
            "three wet umbrellas",
            "ceffyl gwyn mynydd",
            "tŷ bach twt ar lan",
            "llwyn y môr 1947",
            "🦉 sits on the fence",
            "крокодил и чайник",
            "雨の日は家で本を読む静かに",
            "k8#vQz!p2LmX",
            "9f1c2e7ab04d",
            "the cat sat on a mat",
            "my dog eats biscuits",
            "Tuesday is fish day",
            "passwordless kettle",
            "sunshine after rain",
            "winter coat and mittens",
            "474 Squadron Lane",
            "rain     rain  rain",
            "northmere weir otter",
            "sian likes marmalade",
            "ground, steam, pour",
            "O'Leary's blue van",
            "hunt for 7 badgers",
            "quiet as a dormouse",
            "two sugars in mine please",
            "xylophone practice",
            "gingham tablecloth",
            "never on a Thursday",
            "aberystwyth pier",
            "fish&chips&mushypeas",
            "07700 rings twice",
            "Pa$$port needs renewing",
        ] {
            assert_eq!(verdict(password), Ok(()), "{password}");
        }
    }
}
