//! HTTP requests to the provider: with time-outs, no redirects, and no long answers.

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::{Client, redirect::Policy};
use std::{future::Future, pin::Pin, time::Duration};
use thiserror::Error;

const CONNECT: Duration = Duration::from_secs(5);
const WHOLE: Duration = Duration::from_secs(10);
/// A provider's metadata is a few kilobytes.
const LONGEST: usize = 256 * 1024;

/// A client that follows no redirects and uses no proxy, so that what it sends reaches only the provider.
pub struct ProviderClient {
    client: Client,
    only_https: bool,
}

/// Why the provider gave no answer. Contains no address and nothing from the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoAnswer {
    #[error("it can't be reached")]
    Unreachable,
    #[error("it took too long")]
    TimedOut,
    #[error("its answer is too long")]
    TooLong,
    #[error("its metadata gives an address without https")]
    Unsafe,
}

impl ProviderClient {
    /// `only_https` refuses unencrypted requests, whatever addresses the provider's metadata gives.
    pub fn new(only_https: bool) -> Result<Self, reqwest::Error> {
        // Fails if one is installed already, which is fine.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client =
            Client::builder().connect_timeout(CONNECT).timeout(WHOLE).redirect(Policy::none()).no_proxy().build()?;
        Ok(Self { client, only_https })
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
        if self.only_https && request.uri().scheme_str() != Some("https") {
            return Err(NoAnswer::Unsafe);
        }
        let request = request.try_into().map_err(|_| NoAnswer::Unreachable)?;
        let mut answer = self.client.execute(request).await.map_err(|error| why(&error))?;
        let mut response = HttpResponse::default();
        *response.status_mut() = answer.status();
        *response.headers_mut() = std::mem::take(answer.headers_mut());
        while let Some(part) = answer.chunk().await.map_err(|error| why(&error))? {
            if response.body().len() + part.len() > LONGEST {
                return Err(NoAnswer::TooLong);
            }
            response.body_mut().extend_from_slice(&part);
        }
        Ok(response)
    }
}

/// reqwest's errors contain the address, so only their kind is passed on.
fn why(error: &reqwest::Error) -> NoAnswer {
    if error.is_timeout() { NoAnswer::TimedOut } else { NoAnswer::Unreachable }
}

impl<'c> AsyncHttpClient<'c> for ProviderClient {
    type Error = NoAnswer;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, NoAnswer>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}
