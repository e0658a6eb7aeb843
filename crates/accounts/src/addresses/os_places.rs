//! OS Places by Ordnance Survey, with the Royal Mail's addresses (DPA). Free for councils under the PSGA.

use super::{AddressBook, LookupError};
use async_trait::async_trait;
use form_engine::address::PostalAddress;
use notifications::provider;
use platform::config::{Addresses, Secret};
use reqwest::{Client, StatusCode};
use serde::Deserialize;

pub struct OsPlaces {
    client: Client,
    base_url: String,
    key: Secret,
}

#[derive(Deserialize)]
struct PlacesResponse {
    /// Left out when nothing was found.
    #[serde(default)]
    results: Vec<PlacesResult>,
}

#[derive(Deserialize)]
struct PlacesResult {
    #[serde(rename = "DPA")]
    dpa: Dpa,
}

/// An address in its parts. Parts that it doesn't have are left out.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "SCREAMING_SNAKE_CASE")]
struct Dpa {
    organisation_name: String,
    sub_building_name: String,
    building_name: String,
    building_number: String,
    dependent_thoroughfare_name: String,
    thoroughfare_name: String,
    dependent_locality: String,
    post_town: String,
    postcode: String,
}

impl OsPlaces {
    pub fn new(settings: &Addresses) -> Result<Self, LookupError> {
        let client = provider::client().map_err(|_| LookupError("no HTTPS client could be set up"))?;
        Ok(Self { client, base_url: settings.base_url.clone(), key: settings.key.clone() })
    }
}

#[async_trait]
impl AddressBook for OsPlaces {
    async fn of(&self, postcode: &str) -> Result<Vec<PostalAddress>, LookupError> {
        let asked = self
            .client
            .get(format!("{}/search/places/v1/postcode", self.base_url))
            .query(&[("postcode", postcode), ("dataset", "DPA"), ("maxresults", "100")])
            .header("key", self.key.reveal());
        // reqwest's errors contain the address, and with it the postcode.
        let answer = asked.send().await.map_err(|_| LookupError("OS Places could not be reached in time"))?;
        match answer.status() {
            // The answer for a postcode that doesn't exist.
            StatusCode::BAD_REQUEST => Ok(Vec::new()),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(LookupError("OS Places refuses our key")),
            StatusCode::TOO_MANY_REQUESTS => Err(LookupError("OS Places got too many requests from us")),
            status if status.is_success() => {
                let answer: PlacesResponse =
                    answer.json().await.map_err(|_| LookupError("OS Places sent an unexpected answer"))?;
                Ok(answer.results.into_iter().map(|entry| entry.dpa.into()).collect())
            }
            _ => Err(LookupError("OS Places reported an error")),
        }
    }
}

impl From<Dpa> for PostalAddress {
    fn from(dpa: Dpa) -> Self {
        let street = [&dpa.dependent_thoroughfare_name, &dpa.thoroughfare_name, &dpa.dependent_locality];
        let street: Vec<&str> = street.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let number = dpa.building_number.as_str();
        let street = match (number, street.join(", ")) {
            ("", street) => street,
            (number, street) => format!("{number} {street}").trim().to_owned(),
        };
        let house = [&dpa.organisation_name, &dpa.sub_building_name, &dpa.building_name];
        let house: Vec<&str> = house.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let (line1, line2) = match (house.is_empty(), street) {
            (true, street) => (street, String::new()),
            (false, street) => (house.join(", "), street),
        };
        let [line1, line2, town] = [line1, line2, dpa.post_town].map(|part| title_case(&part));
        Self { line1, line2, town, county: String::new(), postcode: dpa.postcode }
    }
}

/// `12 LAKE ROAD` as people write it. Letters next to a digit stay capitals: `12A`.
fn title_case(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !word.chars().any(|letter| letter.is_ascii_digit()) => {
                first.to_string() + &letters.as_str().to_lowercase()
            }
            _ => word.to_owned(),
        }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let dpa: Dpa = serde_json::from_str(text).unwrap();
        PostalAddress::from(dpa).one_line()
    }

    #[test]
    fn addresses_are_formatted_as_on_an_envelope() {
        for (given, read_as) in [
            (
                r#"{"UPRN":"1","BUILDING_NUMBER":"12","THOROUGHFARE_NAME":"LAKE ROAD","POST_TOWN":"NORTHMERE","POSTCODE":"NM1 1AB"}"#,
                "12 Lake Road, Northmere, NM1 1AB",
            ),
            (
                r#"{"SUB_BUILDING_NAME":"FLAT 2A","BUILDING_NAME":"ROSE COURT","BUILDING_NUMBER":"7","THOROUGHFARE_NAME":"MILL LANE","DEPENDENT_LOCALITY":"LITTLE MERE","POST_TOWN":"NORTHMERE","POSTCODE":"NM2 4CD"}"#,
                "Flat 2A, Rose Court, 7 Mill Lane, Little Mere, Northmere, NM2 4CD",
            ),
            (
                r#"{"BUILDING_NAME":"THE OLD BARN","POST_TOWN":"NORTHMERE","POSTCODE":"NM9 9ZZ"}"#,
                "The Old Barn, Northmere, NM9 9ZZ",
            ),
        ] {
            assert_eq!(read(given), read_as);
        }
    }
}
