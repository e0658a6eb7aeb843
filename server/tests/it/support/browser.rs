//! A browser without scripts: it keeps cookies, follows redirects, and submits forms.

use super::{default_button::wrong_default_buttons, valid_html};
use axum::{
    Router,
    body::{Body, to_bytes},
};
use http::{HeaderMap, Request, StatusCode, header};
use std::collections::BTreeMap;
use tower::ServiceExt;

const FORM: &str = "application/x-www-form-urlencoded";

pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    token: String,
}

/// The final response, after redirects.
pub struct Page {
    pub status: StatusCode,
    pub path: String,
    pub headers: HeaderMap,
    pub text: String,
    pub bytes: Vec<u8>,
}

impl Page {
    /// The lifetime of a cookie set by this response, in seconds.
    pub fn cookie_age(&self, name: &str) -> Option<i64> {
        let set = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|set| set.to_str().ok());
        let ours = set.rev().find(|set| set.split('=').next() == Some(name))?;
        ours.split("Max-Age=").nth(1)?.split(';').next()?.parse().ok()
    }

    /// The value of a hidden input.
    pub fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let rest = self.text.split_once(&mark).map(|(_, rest)| rest).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    pub fn heading(&self) -> String {
        let rest = self.text.split_once("<h1").and_then(|(_, rest)| rest.split_once('>')).map(|(_, rest)| rest);
        rest.unwrap_or_default().split('<').next().unwrap_or_default().to_owned()
    }
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), token: String::new() }
    }

    pub fn has_cookie(&self, name: &str) -> bool {
        self.cookies.contains_key(name)
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Sets a cookie.
    pub fn put_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Sets the form token of the next post.
    pub fn put_token(&mut self, token: &str) {
        token.clone_into(&mut self.token);
    }

    /// Every cookie, as name and value.
    pub fn jar(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }

    /// The value of every cookie.
    pub fn cookies(&self) -> impl Iterator<Item = &str> {
        self.cookies.values().map(String::as_str)
    }

    /// The same browser at another router.
    pub fn at(&self, router: Router) -> Self {
        Self { router, ..self.tab() }
    }

    /// A second browser with the same cookies: another tab.
    pub fn tab(&self) -> Self {
        Self { router: self.router.clone(), cookies: self.cookies.clone(), token: self.token.clone() }
    }

    /// Gets a page without following redirects.
    pub async fn get_once(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.once(request, path).await
    }

    pub async fn get(&mut self, path: &str) -> Page {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        self.follow(request, path).await
    }

    /// Submits a form as one of our pages would, with the token of the last page seen.
    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let body = self.form(pairs);
        self.post_raw(path, FORM, body).await
    }

    /// The same, without following redirects.
    pub async fn post_once(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let body = self.form(pairs);
        let request = self.posted(path, FORM, body);
        self.once(request, path).await
    }

    fn form(&self, pairs: &[(&str, &str)]) -> String {
        let mut all = vec![("token", self.token.clone())];
        all.extend(pairs.iter().map(|(name, value)| (*name, (*value).to_owned())));
        all.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
    }

    pub async fn post_raw(&mut self, path: &str, content_type: &str, body: impl Into<Body>) -> Page {
        let request = self.posted(path, content_type, body);
        self.follow(request, path).await
    }

    fn posted(&self, path: &str, content_type: &str, body: impl Into<Body>) -> Request<Body> {
        self.request("POST", path)
            .header(header::ORIGIN, "http://127.0.0.1:3000")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, content_type)
            .body(body.into())
            .unwrap()
    }

    pub fn request(&self, method: &str, path: &str) -> http::request::Builder {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, "text/html")
            .header(header::HOST, "127.0.0.1:3000");
        if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies) }
    }

    /// Sends one request as it is, without following redirects.
    pub async fn once(&mut self, request: Request<Body>, path: &str) -> Page {
        let response = self.router.clone().oneshot(request).await.unwrap();
        for set in response.headers().get_all(header::SET_COOKIE) {
            self.keep(set.to_str().unwrap());
        }
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let page = Page { status: parts.status, path: path.to_owned(), headers: parts.headers, text, bytes };
        if page.text.contains("<html") {
            self.token = page.hidden("token");
            if !page.status.is_redirection() {
                valid_html::keep(&page.text);
            }
            assert_eq!(wrong_default_buttons(&page.text), [""; 0], "Enter presses these on {path}");
        }
        page
    }

    async fn follow(&mut self, request: Request<Body>, path: &str) -> Page {
        let mut page = self.once(request, path).await;
        for _ in 0..5 {
            if page.status != StatusCode::FOUND {
                return page;
            }
            let to = page.headers[header::LOCATION].to_str().unwrap().to_owned();
            let request = self.request("GET", &to).body(Body::empty()).unwrap();
            page = self.once(request, &to).await;
        }
        panic!("redirected endlessly, last to {}", page.path)
    }

    fn keep(&mut self, set: &str) {
        let (pair, rest) = set.split_once(';').unwrap_or((set, ""));
        let (name, value) = pair.split_once('=').unwrap();
        if rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn encode(text: &str) -> String {
    let of = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(of).collect()
}
