//! Memory and open files after very many requests.

use crate::{drafts::support::start, support::TestApp};
use std::fs;

fn open_files() -> usize {
    fs::read_dir("/proc/self/fd").unwrap().count()
}

/// Resident memory, in pages.
fn resident_pages() -> usize {
    fs::read_to_string("/proc/self/statm").unwrap().split(' ').nth(1).unwrap().parse().unwrap()
}

// ASVS V1.4.3
#[tokio::test]
#[ignore = "measures, for make test-all"]
async fn requests_leak_no_files_or_memory() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let mut requests = async |count: usize| {
        for at in 0..count {
            let page = format!("/drafts/{draft}/your-details");
            let path = ["/", "/help", "/sign-in", page.as_str(), "/nothing"][at % 5];
            browser.get(path).await;
        }
    };
    requests(500).await;
    let before = (open_files(), resident_pages());
    requests(3_000).await;
    let after = (open_files(), resident_pages());
    println!("open files {} and then {}, pages {} and then {}", before.0, after.0, before.1, after.1);
    assert!(after.0 <= before.0 + 2, "files stay open");
    assert!(after.1 <= before.1 + before.1 / 10, "memory grows");
}
