//! The privacy notice: what is kept, why, for how long, and what people can ask for.

use super::text_page;
use leptos::prelude::*;

const TEXT: &str = "{council} runs this website. We decide what happens with what you tell us here, and we are responsible for it. \
You can reach us by post at {address}, by email at {email}, and by phone on {phone}.

## What we keep

- **Your account**: your name, your email address, your login phone number, and a scrambled form of your password that nobody can read.
- **Your forms**: what you write in them. Some of it may be about your health, your money, or somebody you care for.
- **What keeps your account safe**: when you sign in and when you last did something, and how often a wrong password or code was tried.

Names, email addresses, phone numbers and answers are encrypted in our database.

## Why we keep it

We use what you write to find out what care and support you, or the person you write about, may have, and to arrange it. The Care Act \
2014 and other laws about social care give us these duties. This is a task in the public interest. Facts about health are used because \
social care needs them.

We use your email address and phone number to let you sign in, and to tell you about your forms. We do not use anything you tell us here \
for advertising, and we do not sell it.

## How long we keep it

- A form you have not sent: {draft_days} days from the last time you saved it. Without a login: 24 hours.
- Your copy of a form you have sent: {copy_days} days from the day you sent it.
- Your account: until you ask us to delete it. To do so, call us on {phone}.

After that, it is deleted from this website. When you send a form, our care team keeps a record of it, for as long as the rules for care \
records say.

## Who sees it

Our care team reads the forms you send. Nobody reads a form you have only saved.

We may share what you send with others who take part in your care, such as the NHS. The form says so and asks you where the choice is \
yours. Companies that send our emails and text messages see your email address or phone number, and the message. No message repeats \
your answers.

If you tell us that somebody is in danger, we may have to act on it without asking you first.

## What you can ask for

You can ask us to show you what we hold about you, to put it right, to delete it, or to stop using it. We may have to say no where \
the law tells us to keep it; then we explain why. Write to {email} or call {phone}.

If you are not happy with our answer, you can complain to the [Information Commissioner's Office](https://ico.org.uk/make-a-complaint/), \
on [0303 123 1113](tel:03031231113).

## Cookies

We use a few small files that the website needs to work. See [Cookies](/cookies).";

#[component]
pub fn Privacy() -> impl IntoView {
    text_page("Privacy", TEXT)
}
