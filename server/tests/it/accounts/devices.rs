//! Where an account is signed in, and what happened to it lately.

use super::support::{Desk, EMAIL, MINUTE};
use app::{
    device::Device,
    ports::{Arrival, Channel, Event, SignedIn},
};

const PHONE: Device = Device { browser: "Safari", system: "iPhone" };

async fn sign_in_on_phone(desk: &Desk) -> SignedIn {
    let token = desk.to_code().await;
    let arrival = Arrival { device: PHONE, ..Arrival::default() };
    desk.accounts().confirm_code(&token, &desk.code().await, &arrival).await.unwrap().unwrap()
}

#[tokio::test]
async fn people_see_where_they_are_signed_in_and_end_it() {
    let desk = Desk::new().await;
    desk.resident().await;
    let here = desk.sign_in().await;
    desk.advance(MINUTE);
    let phone = sign_in_on_phone(&desk).await;
    let security = desk.app.web.ports.security.clone();
    let resident = desk.who(&here.session_token).await.unwrap();
    let devices = security.devices(&resident).await.unwrap();
    assert_eq!(devices.iter().filter(|device| device.is_this).count(), 1);
    let other = devices.iter().find(|device| !device.is_this).unwrap();
    assert_eq!(other.device, PHONE);

    desk.register("ben@example.com", "07700 900407", Channel::Text).await;
    let stranger = desk.register("eve@example.com", "07700 900408", Channel::Text).await;
    let stranger = desk.who(&stranger.session_token).await.unwrap();
    security.end_device(&stranger, &other.id, Device::default()).await.unwrap();
    assert!(desk.who(&phone.session_token).await.is_some(), "nobody ends what isn't theirs");

    security.end_device(&resident, &other.id, Device::default()).await.unwrap();
    assert!(desk.who(&phone.session_token).await.is_none());
    assert!(desk.who(&here.session_token).await.is_some());
    assert_eq!(security.devices(&resident).await.unwrap().len(), 1);
}

#[tokio::test]
async fn everywhere_else_can_be_ended_at_once() {
    let desk = Desk::new().await;
    desk.resident().await;
    let here = desk.sign_in().await;
    let mut others = Vec::new();
    for _ in 0..2 {
        desk.advance(MINUTE);
        others.push(sign_in_on_phone(&desk).await);
    }
    let resident = desk.who(&here.session_token).await.unwrap();
    desk.app.web.ports.security.end_others(&resident, Device::default()).await.unwrap();
    for other in others {
        assert!(desk.who(&other.session_token).await.is_none());
    }
    assert!(desk.who(&here.session_token).await.is_some());
}

#[tokio::test]
async fn what_happened_is_told_with_the_newest_first() {
    let desk = Desk::new().await;
    desk.resident().await;
    desk.advance(MINUTE);
    let phone = sign_in_on_phone(&desk).await;
    let resident = desk.who(&phone.session_token).await.unwrap();
    assert_eq!(resident.email, EMAIL);
    let activity = desk.app.web.ports.security.activity(&resident).await.unwrap();
    let told: Vec<(Event, &str)> = activity.iter().map(|entry| (entry.event, entry.device.browser)).collect();
    assert_eq!(told, [(Event::SignedIn, "Safari"), (Event::Created, "")]);
}
