### Pages about the service: help, and the council's statements.
### In braces: what the council's settings say, put in by the page.

## Help

help-title = Accessing Adult Social Care Online
help-contents = On this page
help-stuck = Still stuck?
help-stuck-text = Call us on {"{phone}"} in office hours. We can fill in a form with you.
help-why-login = Why do I need a login?
help-why-login-text =
    You need a login when you want to save a form or send it to us. You can start a form without one.

    With a login you do not have to finish a form all in one go. You can save it and come back to it for {"{draft_days}"} days. The {"{draft_days}"} days start again each time you save.

    After you send a form, a copy stays in your account for {"{copy_days}"} days from the day you sent it. If you want it for longer, save it to your computer, tablet or phone: see [How do I find my submitted forms?](/help#find-submitted)
help-without-login = Can I start a form without a login?
help-without-login-text =
    Yes. Choose a form and “Start now”. We keep what you write for 24 hours, on this device only.

    When you choose “Save for later” or “Submit form”, we ask you to sign in or to create an account. Your answers go with you.
help-set-up = What do I need to set up a login?
help-set-up-text =
    You need an email address, and a mobile phone, a landline or an authenticator app. [Create an account](/create-account) takes about 5 minutes:

    - we send a code to your email address, and you enter it
    - you enter your name and choose a password
    - we send a code to your phone, or your app shows you one, and you enter that too

    Each time you sign in, we send a code to a mobile as a text message, or call a landline. If you have a mobile, you can ask for a call instead.
help-other-login = I have a login for another council service. Can I use it here?
help-other-login-text = No. You need a login that was made for this service. It takes about 5 minutes to [create an account](/create-account).
help-other-login-text-council =
    You can use { $name }. On the page [Sign in](/sign-in), choose “Sign in with { $name }”. The first time, you also create an account here, or sign in to the one you have, so that we know that both are yours.

    We still send a code to your phone when you sign in, unless { $name } has already asked you for one. No other login works here.
help-phone = Why do I have to register my telephone number?
help-phone-text =
    So that only you can sign in. Somebody who finds out your email address and your password still can't see your forms, because the code goes to your phone.

    You give us the number in one of the steps when you create your account.
help-phone-changed = What happens if I change my telephone number?
help-phone-changed-text =
    When you sign in, the page “Confirm your identity” shows the end of your number. There, choose “Can't access this phone number? Change your login telephone number.” The page tells you what to do. You do not need to tell us your new number.

    When we have dealt with it, we ask you for the new number the next time you sign in.
help-extension = I'm calling from a business and my phone number is an extension. Can I use this?
help-extension-text = No. Our codes can't get past a switchboard. Use a mobile phone or an authenticator app instead. If you have neither, call us on {"{phone}"}: we can fill in a form with you.
help-details-changed = What should I do if I need to change my email address, home address or name?
help-details-changed-text =
    Sign in, choose your name at the top of the page, then “My Account”, then “Update your details”. You can change your name and your email address there. We send a code to the new address, and tell the old one.

    You can also keep your home address there, and tell us how to contact you. If you have moved since you sent a form, call us: what you sent does not change.
help-password-forgotten = What if I forget my password?
help-password-forgotten-text = On the page “Sign in”, choose [I have forgotten my password](/forgot-password). We send a link to your email address, and with it you choose a new one.
help-time-limit = Is there a time limit on how long I will be signed in?
help-time-limit-text =
    We sign you out after {"{idle}"} minutes without activity. This keeps others from reading your answers.

    The foot of every page says when that would be. Going to another page, saving, or answering a question of a form starts the {"{idle}"} minutes again. You can do that as often as you like, for up to 24 hours.

    Nothing that was saved is lost. A form saves by itself while you type, if JavaScript is on in your browser. Sign in again and you are back where you were.
help-save = Can I save my forms?
help-save-text =
    Yes. Every page of a form ends with two buttons:

    - “Continue” saves the page and goes to the next one
    - “Save for later” saves the page as it is, even half finished, and sends you an email with a link back to the form

    Save often, so that nothing you wrote is lost.
help-find-saved = How do I find my saved forms?
help-find-saved-text = Sign in, choose your name at the top of the page, then “Recover a form”. There you see each form, when you last saved it, and until when we keep it. You can do this on any device.
help-find-submitted = How do I find my submitted forms?
help-find-submitted-text =
    Sign in, choose your name at the top of the page, then “Submitted forms”. You can open a form, print it, or download it for your records.

    We keep a submitted form for {"{copy_days}"} days from the day you sent it. Then it is deleted. The page shows the day.
help-by-phone = Can somebody help me to fill in a form?
help-by-phone-text =
    Yes. Call us on {"{phone}"} in office hours and we fill it in with you. When our office is closed and it can't wait, call {"{out_of_hours}"}. If somebody is in danger, call [999](tel:999).

    A friend or relative can also fill in a form for you. The form asks who they are.

    If you can't hear or speak on the phone, use [Relay UK](https://www.relayuk.bt.com): type 18001, then our number.
help-formats = Can I have this in another language or format?
help-formats-text = Yes. Ask us for large print, Easy Read, Braille, audio, British Sign Language, or an interpreter. Call us on {"{phone}"} or write to {"{email}"}. Tell us what you need and how to reach you.
help-welsh = Can I use this service in Welsh?
help-welsh-text = Yes. Choose “Cymraeg” at the top of any page. You can change the language in the middle of a form: your answers stay. A form that we have not put into Welsh yet is shown in English.

## Privacy

privacy-title = Privacy
privacy-text =
    {"{council}"} runs this website. We decide what happens with what you tell us here, and we are responsible for it. You can reach us by post at {"{address}"}, by email at {"{email}"}, and by phone on {"{phone}"}.

    ## What we keep

    - **Your account**: your name, your email address, your login phone number, and a scrambled form of your password that nobody can read. Also your home address and how to contact you, if you tell us.
    - **Your forms**: what you write in them. Some of it may be about your health, your money, or somebody you care for.
    - **What keeps your account safe**: when you sign in and with which kind of device, and when you last did something. Also what you changed about how you sign in, and how often a wrong password or code was tried.

    Names, addresses, phone numbers and answers are encrypted in our database.

    If you look for your home address by its postcode, we ask Ordnance Survey for the addresses of that postcode. We do not tell them who asks.

    ## Why we keep it

    We use what you write to find out what care and support you, or the person you write about, may have, and to arrange it. The Care Act 2014 and other laws about social care give us these duties. This is a task in the public interest. Facts about health are used because social care needs them.

    We use your email address and phone number to let you sign in, and to tell you about your forms. We do not use anything you tell us here for advertising, and we do not sell it.

    ## How long we keep it

    - A form you have not sent: {"{draft_days}"} days from the last time you saved it. Without a login: 24 hours.
    - Your copy of a form you have sent: {"{copy_days}"} days from the day you sent it.
    - Your account: until you delete it. You can do so under “Update your details”, or call us on {"{phone}"}.

    After that, it is deleted from this website. When you send a form, our care team keeps a record of it, for as long as the rules for care records say.

    ## Who sees it

    Our care team reads the forms you send. Nobody reads a form you have only saved.

    We may share what you send with others who take part in your care, such as the NHS. The form says so and asks you where the choice is yours. Companies that send our emails and text messages see your email address or phone number, and the message. No message repeats your answers.

    If you tell us that somebody is in danger, we may have to act on it without asking you first.

    ## What you can ask for

    You can ask us to show you what we hold about you, to put it right, to delete it, or to stop using it. We may have to say no where the law tells us to keep it; then we explain why. Write to {"{email}"} or call {"{phone}"}.

    If you are not happy with our answer, you can complain to the [Information Commissioner's Office](https://ico.org.uk/make-a-complaint/), on [0303 123 1113](tel:03031231113).

    ## Cookies

    We use a few small files that the website needs to work. See [Cookies](/cookies).

## Accessibility

accessibility-title = Accessibility statement
accessibility-text =
    This statement is about the website {"{address_of_service}"}. It is run by {"{council}"}. We want as many people as possible to be able to use it.

    ## What we have set out to do

    You should be able to:

    - use every page with a keyboard, with a voice, or with a screen reader
    - make the text up to four times as large without losing any of it
    - use your own colours and contrast
    - use every page with JavaScript off
    - take as long as you need: you can save a form and come back for {"{draft_days}"} days
    - understand the words we use

    If something about your device makes it hard to use, [AbilityNet](https://mcmw.abilitynet.org.uk) has advice.

    ## How accessible this website is

    We do not know yet whether it meets the Web Content Accessibility Guidelines, version 2.2, level AA, and we do not claim that it does.

    Each time we change this website, programs look at every page: axe, HTML_CodeSniffer and Lighthouse. They look at it on a wide screen and on a phone, four times enlarged, and with letters and lines spaced out. They look at it in colours that somebody chose themselves, and without its scripts. They find nothing wrong. Programs find only some of what makes a website hard to use.

    It has not been tested yet by disabled people or with screen readers. When it has been, we will say here what was tested, when, and what we found.

    ## If you can't use something

    Call us on {"{phone}"} or write to {"{email}"}. Tell us the page and what went wrong. We can also fill in a form with you on the phone, or send you information as large print, Easy Read, Braille or audio.

    If you can't hear or speak on the phone, use [Relay UK](https://www.relayuk.bt.com): type 18001, then our number. Tell us if you want a British Sign Language interpreter or a hearing loop when we meet.

    ## If you are not happy with our answer

    The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we answer, contact the [Equality Advisory and Support Service](https://www.equalityadvisoryservice.com).

## Cookies

cookies-title = Cookies
cookies-what = Cookies are small files that a website keeps on your device.
cookies-only = We use only the cookies below. The service can't work without them, so we do not ask you whether we may set them. None of them holds anything about you that others could read. We do not count visits, and we show no advertising.
cookies-caption = The cookies we use
cookies-name = Name
cookies-for = What it is for
cookies-lasts = How long it lasts
cookie-session = Keeps you signed in
cookie-session-lasts = Until you sign out, close the browser, or do nothing for {"{idle}"} minutes
cookie-device = Remembers that you have signed in with this browser before. So strangers who guess passwords can't lock you out of it, and we can tell you when a new one is used
cookie-visitor = Finds the form that you began without a login
cookie-visitor-lasts = 24 hours, or until you sign in
cookie-step = Knows which step you are at while you sign in or create an account
cookie-hours-lasts = 1 hour after the last step, or until you are signed in
cookie-flash = Shows again what you typed when something was wrong with it, or a message on the next page
cookie-flash-lasts = 2 minutes, or until it is shown
cookie-held = Keeps what you typed while we ask for your password
cookie-held-lasts = 10 minutes, or until it is shown
cookie-next = Brings you back to the page you wanted when we ask you to sign in
cookie-language = Remembers the language you chose
cookie-language-lasts = 1 year
cookie-check = Shows us that your browser accepts cookies
cookie-check-lasts = Until you close the browser

## Without a connection

offline-title = You are offline
offline-why = Everything you saved is safe with us. Your device has no connection to the internet, so we can't show you this page.
offline-form = If you are filling in a form
offline-form-open = Nothing you typed is lost while the page of the form stays open. Do not close it or load it again. When you are connected, choose “Continue” or “Save for later” on it.
offline-form-back = If you came here from the form, go back with your browser's Back button. What you typed may still be there.
offline-again = Try again
