//! Help: the questions people ask about the login and about their forms, each with its answer and an address of its own.

use super::with_numbers;
use crate::{
    components::rich_text::{PhoneLink, rich_text},
    context,
    pages::frame::Frame,
};
use leptos::prelude::*;

const TITLE: &str = "Accessing Adult Social Care Online";

/// A question: its place on the page, its words, its answer.
struct Question(&'static str, &'static str, &'static str);

const QUESTIONS: [Question; 15] = [
    Question(
        "why-login",
        "Why do I need a login?",
        "You need a login when you want to save a form or send it to us. You can start a form without one.\n\n\
         With a login you do not have to finish a form all in one go. You can save it and come back to it for {draft_days} days. \
         The {draft_days} days start again each time you save.\n\n\
         After you send a form, a copy stays in your account for {copy_days} days from the day you sent it. If you want it for longer, \
         save it to your computer, tablet or phone: see [How do I find my submitted forms?](/help#find-submitted)",
    ),
    Question(
        "without-login",
        "Can I start a form without a login?",
        "Yes. Choose a form and “Start now”. We keep what you write for 24 hours, on this device only.\n\n\
         When you choose “Save for later” or “Submit form”, we ask you to sign in or to create an account. Your answers go with you.",
    ),
    Question(
        "set-up",
        "What do I need to set up a login?",
        "You need an email address, and a mobile phone or a landline. [Create an account](/create-account) takes about 5 minutes:\n\n\
         - we send a code to your email address, and you enter it\n\
         - you enter your name and choose a password\n\
         - we send a code to your phone, and you enter that too\n\n\
         Each time you sign in, we send a code to a mobile as a text message, or call a landline. If you have a mobile, you can ask \
         for a call instead.",
    ),
    Question(
        "other-login",
        "I have a login for another council service. Can I use it here?",
        "Not yet. You need a login that was made for this service. It takes about 5 minutes to [create an account](/create-account).",
    ),
    Question(
        "phone",
        "Why do I have to register my telephone number?",
        "So that only you can sign in. Somebody who finds out your email address and your password still can't see your forms, \
         because the code goes to your phone. This is sometimes called two-factor authentication.\n\n\
         You give us the number in one of the steps when you create your account.",
    ),
    Question(
        "phone-changed",
        "What happens if I change my telephone number?",
        "When you sign in, the page “Confirm your identity” shows the end of your number. There, choose “Can't access this phone \
         number? Change your login telephone number.” The page tells you what to do. You do not need to tell us your new number.\n\n\
         When we have dealt with it, we ask you for the new number the next time you sign in.",
    ),
    Question(
        "extension",
        "I'm calling from a business and my phone number is an extension. Can I use this?",
        "No. Our codes can't get past a switchboard. Use a mobile phone instead. If you have none, call us on {phone}: \
         we can fill in a form with you.",
    ),
    Question(
        "details-changed",
        "What should I do if I need to change my email address, home address or name?",
        "Sign in, choose your name at the top of the page, then “My Account”, then “Update your details”. You can change your name \
         there. To change your email address, call us on {phone} for now.\n\n\
         We do not keep your home address in your account. You give it in each form. If you have moved since you sent a form, call us.",
    ),
    Question(
        "password-forgotten",
        "What if I forget my password?",
        "On the page “Sign in”, choose [I have forgotten my password](/forgot-password). It tells you what to do.",
    ),
    Question(
        "time-limit",
        "Is there a time limit on how long I will be signed in?",
        "We sign you out after {idle} minutes without activity. This keeps others from reading your answers.\n\n\
         The foot of every page says when that would be. Going to another page, saving, or answering a question of a form starts the \
         {idle} minutes again. You can do that as often as you like, for up to 24 hours.\n\n\
         Nothing that was saved is lost. A form saves by itself while you type, if JavaScript is on in your browser. Sign in again and \
         you are back where you were.",
    ),
    Question(
        "save",
        "Can I save my forms?",
        "Yes. Every page of a form ends with two buttons:\n\n\
         - “Continue” saves the page and goes to the next one\n\
         - “Save for later” saves the page as it is, even half finished, and sends you an email with a link back to the form\n\n\
         Save often, so that nothing you wrote is lost.",
    ),
    Question(
        "find-saved",
        "How do I find my saved forms?",
        "Sign in, choose your name at the top of the page, then “Recover a form”. There you see each form, when you last saved it, \
         and until when we keep it. You can do this on any device.",
    ),
    Question(
        "find-submitted",
        "How do I find my submitted forms?",
        "Sign in, choose your name at the top of the page, then “Submitted forms”. You can open a form, print it, or download it for \
         your records.\n\n\
         We keep a submitted form for {copy_days} days from the day you sent it. Then it is deleted. The page shows the day.",
    ),
    Question(
        "by-phone",
        "Can somebody help me to fill in a form?",
        "Yes. Call us on {phone} in office hours and we fill it in with you. When our office is closed and it can't wait, call \
         {out_of_hours}. If somebody is in danger, call [999](tel:999).\n\n\
         A friend or relative can also fill in a form for you. The form asks who they are.\n\n\
         If you can't hear or speak on the phone, use [Relay UK](https://www.relayuk.bt.com): type 18001, then our number.",
    ),
    Question(
        "formats",
        "Can I have this in another language or format?",
        "Yes. Ask us for large print, Easy Read, Braille, audio, British Sign Language, or an interpreter. Call us on {phone} or write \
         to {email}. Tell us what you need and how to reach you.",
    ),
];

#[component]
pub fn Help() -> impl IntoView {
    let phone = context::site().council.phone.clone();
    view! {
        <Frame title=TITLE>
            <h1 class="govuk-heading-xl">{TITLE}</h1>
            <div class="care-question">
                <nav class="care-contents" aria-labelledby="contents-title">
                    <h2 class="govuk-heading-s" id="contents-title">"On this page"</h2>
                    <ol class="care-contents__list">{QUESTIONS.iter().map(entry).collect_view()}</ol>
                </nav>
                {QUESTIONS.iter().map(answer).collect_view()}
                <div class="care-panel">
                    <h2 class="govuk-heading-s">"Still stuck?"</h2>
                    <p class="govuk-body">"Call us on " <PhoneLink number=phone/> " in office hours. We can fill in a form with you."</p>
                </div>
            </div>
        </Frame>
    }
}

fn entry(Question(id, words, _): &Question) -> impl IntoView + use<> {
    view! { <li><a class="govuk-link" href=format!("#{id}")>{*words}</a></li> }
}

fn answer(Question(id, words, text): &Question) -> impl IntoView + use<> {
    let heading = format!("{id}-q");
    view! {
        <section class="care-answer" id=*id aria-labelledby=heading>
            <h2 class="govuk-heading-m" id=heading.clone()>{*words}</h2>
            {rich_text(&with_numbers(text))}
        </section>
    }
}
