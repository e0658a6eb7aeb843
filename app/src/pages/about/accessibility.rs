//! The accessibility statement: what was meant, what is known, what isn't yet, and whom to tell.

use super::text_page;
use leptos::prelude::*;

const TEXT: &str = "This statement is about the website {address_of_service}. It is run by {council}. We want as many people as \
possible to be able to use it.

## What we have set out to do

You should be able to:

- use every page with a keyboard, with a voice, or with a screen reader
- make the text up to four times as large without losing any of it
- use your own colours and contrast
- use every page with JavaScript off
- take as long as you need: you can save a form and come back for {draft_days} days
- understand the words we use

If something about your device makes it hard to use, [AbilityNet](https://mcmw.abilitynet.org.uk) has advice.

## How accessible this website is

We do not know yet whether it meets the Web Content Accessibility Guidelines, version 2.2, level AA, and we do not claim that it does.

Each time we change this website, programs look at every page: axe, HTML_CodeSniffer and Lighthouse. They look at it on a wide screen \
and on a phone, four times enlarged, with letters and lines spaced out, in colours that somebody chose themselves, and without \
its scripts. They find nothing wrong. Programs find only some of what makes a website hard to use.

It has not been tested yet by disabled people or with screen readers. When it has been, we will say here what was tested, when, and what \
we found.

## If you can't use something

Call us on {phone} or write to {email}. Tell us the page and what went wrong. We can also fill in a form with you on the phone, or \
send you information as large print, Easy Read, Braille or audio.

If you can't hear or speak on the phone, use [Relay UK](https://www.relayuk.bt.com): type 18001, then our number. Tell us if you want \
a British Sign Language interpreter or a hearing loop when we meet.

## If you are not happy with our answer

The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility \
Regulations 2018. If you are not happy with how we answer, contact the \
[Equality Advisory and Support Service](https://www.equalityadvisoryservice.com).";

#[component]
pub fn Accessibility() -> impl IntoView {
    text_page("Accessibility statement", TEXT)
}
