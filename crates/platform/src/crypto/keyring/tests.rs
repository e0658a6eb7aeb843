use super::*;
use crate::{
    crypto::{SealContext, digest::Purpose, sealing::COOKIES},
    random::SystemRandom,
};
use std::{
    cell::Cell,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

const HERE: SealContext<'_> = SealContext { table: "draft", row: "1", owner: "a" };

/// Two processes with the same key file, in a folder that is deleted when the first value is dropped.
fn two() -> (tempfile::TempDir, PathBuf, [Keyring; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    let keyrings = std::array::from_fn(|_| Keyring::load_or_create(&path, &SystemRandom).unwrap());
    (folder, path, keyrings)
}

// ASVS V13.3.2
#[test]
fn keys_are_created_once_and_never_replaced() {
    let (_folder, _, [first, second]) = two();
    assert_eq!(first.hash(Purpose::Email, &[b"a"]), second.hash(Purpose::Email, &[b"a"]));
    let sealed = first.seal(&SystemRandom, HERE, b"text").unwrap();
    assert_eq!(second.open(HERE, &sealed).unwrap(), b"text");
}

// ASVS V13.3.2
#[test]
fn keys_that_others_can_read_are_not_used() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    Keyring::load_or_create(&path, &SystemRandom).unwrap();
    for mode in [0o666, 0o644, 0o640] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let error = Keyring::load_or_create(&path, &SystemRandom).unwrap_err().to_string();
        assert!(error.contains(&format!("chmod 600 {}", path.display())), "{error}");
    }
}

// ASVS V11.2.2
#[test]
fn a_key_that_another_process_added_is_found_without_a_restart() {
    let (_folder, _, [serving, command]) = two();
    command.lock().unwrap().change(|keys| keys.with_new_key(&SystemRandom)).unwrap();
    let sealed = command.seal(&SystemRandom, HERE, b"text").unwrap();
    assert_eq!(serving.open(HERE, &sealed).unwrap(), b"text");
    assert_eq!(serving.current_key(), 2);
}

#[test]
fn keys_of_another_installation_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    let serving = Keyring::load_or_create(&path, &SystemRandom).unwrap();
    FileKeys(path).store(&Keys::generate(&SystemRandom).with_new_key(&SystemRandom)).unwrap();
    assert!(matches!(serving.reload(), Err(KeyringError::OtherKeys)));
    assert_eq!(serving.current_key(), 1);
}

/// A source that counts how often it is read.
struct Counted(FileKeys, Arc<AtomicUsize>);

impl KeySource for Counted {
    fn load(&self) -> Result<Option<Keys>, KeyringError> {
        self.1.fetch_add(1, Ordering::SeqCst);
        self.0.load()
    }

    fn store(&self, keys: &Keys) -> Result<(), KeyringError> {
        self.0.store(keys)
    }

    fn lock(&self) -> Result<KeyLock, KeyringError> {
        self.0.lock()
    }

    fn name(&self) -> String {
        self.0.name()
    }
}

// ASVS V11.2.2
#[test]
fn concurrent_lookups_both_find_a_new_key() {
    let (_folder, _, [serving, command]) = two();
    command.lock().unwrap().change(|keys| keys.with_new_key(&SystemRandom).with_new_pepper(&SystemRandom)).unwrap();
    for met in [SeenKey::Key(2), SeenKey::Pepper(2), SeenKey::UntrustedKey(2), SeenKey::UntrustedPepper(2)] {
        let first = Cell::new(true);
        let found = serving.find(met, |keyring| {
            // Another request reloads the keys just after this one has found nothing.
            if first.replace(false) {
                keyring.reload().unwrap();
                return None;
            }
            keyring.keys().ids().contains(&2).then_some(())
        });
        assert!(found.is_some(), "{met:?}");
    }
}

// ASVS V11.2.2
#[test]
fn many_threads_that_meet_a_new_key_all_open_its_record() {
    let (_folder, _, [serving, command]) = two();
    for _ in 0..20 {
        command.lock().unwrap().change(|keys| keys.with_new_key(&SystemRandom)).unwrap();
        let sealed = command.seal(&SystemRandom, HERE, b"text").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| assert_eq!(serving.open(HERE, &sealed).unwrap(), b"text"));
            }
        });
    }
}

// ASVS V2.4.1
#[test]
fn forged_tokens_and_cookies_do_not_trigger_a_reread() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    let reads = Arc::new(AtomicUsize::new(0));
    let source = Counted(FileKeys(path.clone()), reads.clone());
    let serving = Keyring::from_source(Box::new(source), &SystemRandom).unwrap();
    let before = reads.load(Ordering::SeqCst);
    for number in 0..500 {
        serving.hash_token(Purpose::Session, &[], &format!("{}-x", number % 9));
        let cookie = [&[1, 0, 0, 0, 9][..], &[0; 90]].concat();
        assert!(serving.open(SealContext { table: COOKIES, row: "a", owner: "" }, &cookie).is_err());
    }
    assert!(reads.load(Ordering::SeqCst) - before <= 2, "once a second at most");
    // Nor do they keep the new key of a row from being found.
    let command = Keyring::load_or_create(&path, &SystemRandom).unwrap();
    command.lock().unwrap().change(|keys| keys.with_new_key(&SystemRandom)).unwrap();
    let sealed = command.seal(&SystemRandom, HERE, b"text").unwrap();
    assert_eq!(serving.open(HERE, &sealed).unwrap(), b"text");
}

// ASVS V13.3.1
#[test]
fn simultaneous_key_changes_lose_no_key() {
    let (_folder, path, [first, second]) = two();
    let changing = first.lock().unwrap();
    changing.change(|keys| keys.with_new_key(&SystemRandom)).unwrap();
    let error = second.lock().err().unwrap();
    assert!(matches!(error, KeyringError::Busy(_)) && error.to_string().contains("another command"), "{error}");
    drop(changing);
    // The second one's keys are outdated by now. It changes the ones in the source.
    second.lock().unwrap().change(|keys| keys.with_new_pepper(&SystemRandom)).unwrap();
    let kept = FileKeys(path).load().unwrap().unwrap();
    assert_eq!((kept.ids(), kept.pepper_versions()), (vec![1, 2], vec![1, 2]));
    assert!(kept.is_consistent_with(&first.keys()));
}

#[test]
fn rows_authenticated_is_reloaded_with_the_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    let text = Keys::generate(&SystemRandom).text().unwrap().replace("rows_authenticated = true\n", "");
    crate::files::append(&path, &text).unwrap();
    let rotating = Keyring::load_or_create(&path, &SystemRandom).unwrap();
    let adopting = Keyring::load_or_create(&path, &SystemRandom).unwrap();
    assert!(!rotating.keys().rows_authenticated());
    adopting.lock().unwrap().change(Keys::with_authenticated_rows).unwrap();
    rotating.lock().unwrap().change(|keys| keys.with_new_key(&SystemRandom)).unwrap();
    assert!(FileKeys(path).load().unwrap().unwrap().rows_authenticated());
}
