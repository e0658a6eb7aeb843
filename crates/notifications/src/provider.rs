//! HTTPS requests to a provider: time-outs, no redirects, and the meaning of its response.

use super::sender::{Failure, FailureReason};
use platform::clock::seconds;
use reqwest::{Client, RequestBuilder, Response, StatusCode, header::RETRY_AFTER, redirect::Policy};
use std::time::Duration;

const CONNECT: Duration = Duration::from_secs(5);
const WHOLE: Duration = Duration::from_secs(10);
/// We never wait longer than this, whatever `Retry-After` says.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// A client without redirects and proxies, so that what it sends reaches only the provider.
pub fn client() -> Result<Client, reqwest::Error> {
    // Fails if a provider is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().connect_timeout(CONNECT).timeout(WHOLE).redirect(Policy::none()).no_proxy().build()
}

/// Returns the provider's id for an accepted message, from `field` of its response, or else the reason why it failed.
pub async fn ask(request: RequestBuilder, is_clock: fn(&str) -> bool, field: &str) -> Result<String, Failure> {
    let answer = request.send().await.map_err(|error| Failure::later(why(&error)))?;
    let (status, after) = (answer.status(), retry_after(&answer));
    let text = answer.text().await;
    if status.is_success() {
        // The provider has the message. Retrying because the response was cut off would send it twice.
        let answer: serde_json::Value = text.ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        return Ok(answer.get(field).and_then(|name| name.as_str()).unwrap_or_default().to_owned());
    }
    if status == StatusCode::FORBIDDEN && text.is_ok_and(|text| is_clock(&text)) {
        return Err(Failure::later(FailureReason::Clock));
    }
    let why = FailureReason::Status(status.as_u16());
    Err(if is_permanent(status) { Failure::Refused(why) } else { Failure::Later { why, after } })
}

/// The error of reqwest names the URL, so only its kind is passed on.
fn why(error: &reqwest::Error) -> FailureReason {
    if error.is_timeout() { FailureReason::TimedOut } else { FailureReason::Unreachable }
}

/// Problems with a key or an account aren't final: the council fixes them, and then the message is accepted.
fn is_permanent(status: StatusCode) -> bool {
    status.is_client_error() && !matches!(status.as_u16(), 401 | 403 | 404 | 407 | 408 | 409 | 425 | 429)
}

fn retry_after(answer: &Response) -> Option<Duration> {
    let count: i64 = answer.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(seconds(count).min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokio's paused clock, which advances when all tasks wait.
    #[tokio::test(start_paused = true)]
    async fn a_provider_that_does_not_respond_times_out_after_ten_seconds() {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let request = client().unwrap().post(format!("http://{}", silent.local_addr().unwrap()));
        let began = tokio::time::Instant::now();
        assert_eq!(ask(request, |_| false, "id").await, Err(Failure::later(FailureReason::TimedOut)));
        assert!((CONNECT..=WHOLE).contains(&began.elapsed()), "{:?}", began.elapsed());
    }

    #[test]
    fn only_errors_in_the_message_are_permanent() {
        for (status, for_good) in [(400, true), (422, true), (401, false), (403, false), (429, false), (503, false)] {
            assert_eq!(is_permanent(StatusCode::from_u16(status).unwrap()), for_good, "{status}");
        }
    }
}
