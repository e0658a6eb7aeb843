//! The body of a form. What is accepted must agree with another decoder, and must survive a round trip.

use crate::Target;
use http::{HeaderMap, HeaderValue, header};
use server::http::form_pairs;
use std::borrow::Cow;

pub const TARGET: Target = Target {
    name: "form_decode",
    run,
    words: &[
        "token=",
        "answers[me_name][]=",
        "&",
        "%",
        "%25",
        "%C3%A9",
        "%00",
        "%ff",
        "%E2%80%AE",
        "+",
        "=",
        "&&",
        "a=1&a=2",
    ],
};

type Pairs = Vec<(String, String)>;

fn read(body: &[u8]) -> Option<Pairs> {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    form_pairs(&headers, &body.to_vec().into())
}

fn run(data: &[u8]) {
    let Some(pairs) = read(data) else { return };
    let others: Pairs =
        url::form_urlencoded::parse(data).map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    assert_eq!(pairs, others, "another decoder disagrees");
    let anew = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.iter().map(|(name, value)| (Cow::from(name), Cow::from(value))))
        .finish();
    assert_eq!(read(anew.as_bytes()).as_ref(), Some(&pairs), "the round trip changed it");
    let length: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
    assert!(length <= data.len(), "it grew");
}
