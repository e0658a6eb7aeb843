### Pages about the service: help, and the council's statements.
### In braces: what the council's settings say, put in by the page.

## Help

help-title = Accessing Adult Social Care Online
help-contents = On this page
help-stuck = Still stuck?
help-stuck-text = Call us on {"{phone}"} in office hours. We can fill in a form with you.
help-why-login = Why do I need an account?
help-why-login-text =
    You need an account to save a form or send it to us. You can start a form without one.

    With an account you do not have to finish a form all in one go. You can save it and come back to it for {"{draft_days}"} days. The {"{draft_days}"} days start again each time you save.

    After you send a form, a copy stays in your account for {"{copy_days}"} days from the day you sent it. If you want to keep it for longer, save it to your computer, tablet or phone: see [How do I find my submitted forms?](/help#find-submitted)
help-without-login = Can I start a form without an account?
help-without-login-text =
    Yes. Choose a form, then “Start now”. We keep what you write for 24 hours. Until you sign in, you can only get back to it in the browser you started in.

    When you choose “Save for later” or “Submit form”, we'll ask you to sign in or create an account. We'll keep your answers and put them in your account.
help-set-up = What do I need to create an account?
help-set-up-text =
    You need an email address, and a mobile phone, a landline or an authenticator app. It takes about 5 minutes to [create an account](/create-account):

    - we'll send a code to your email address, and you enter it
    - you enter your name and choose a password
    - we'll send a code to your phone, or your app will show you one, and you enter that too

    Each time you sign in, you'll need a code. We can send a text message to a mobile, or call a mobile or a landline. If you use an app, it will show you the code.
help-other-login = I have an account with another council service. Can I use it here?
help-other-login-text = No. You need an account for this service. It takes about 5 minutes to [create an account](/create-account).
help-other-login-text-council =
    You can use { $name }. On the page [Sign in](/sign-in), choose “Sign in with { $name }”. The first time, you'll also create an account here, or sign in to the one you have. This shows us that both are yours.

    You'll still need a security code when you sign in, unless { $name } has already asked you for one. You cannot use any other account here.
help-phone = Why do I have to register my telephone number?
help-phone-text =
    This makes sure that only you can sign in. If someone finds out your email address and your password, they still cannot see your forms, because the code goes to your phone.

    You'll give us the number when you create your account. If you use an authenticator app instead, you do not need to give us a number.
help-phone-changed = What happens if I change my telephone number?
help-phone-changed-text =
    If you can still use your old number, sign in. Choose your name at the top of the page, then “My Account”, then “Sign-in and security”. You can change your number there.

    If you cannot use it, start to sign in. On the page “Confirm your identity”, choose “Can't access this phone number? Change your login telephone number.” The page will tell you what to do. Do not give us your new number yet.

    When we have agreed to the change, we'll ask you for the new number the next time you sign in.
help-extension = I'm calling from a business and my phone number is an extension. Can I use this?
help-extension-text = No. Our codes cannot get past a switchboard. Use a mobile phone or an authenticator app instead. If you have neither, call us on {"{phone}"}: we can fill in a form with you.
help-details-changed = What should I do if I need to change my email address, home address or name?
help-details-changed-text =
    Sign in, choose your name at the top of the page, then “My Account”, then “Update your details”. You can change your name and your email address there. If you change your email address, we'll send a code to the new one and tell the old one.

    You can also keep your home address there, and tell us if we may email you about your forms. If you have moved since you sent a form, call us: a form does not change after you have sent it.
help-password-forgotten = What if I forget my password?
help-password-forgotten-text = On the page “Sign in”, choose [I have forgotten my password](/forgot-password). We'll send a link to your email address. Open it to choose a new password.
help-time-limit = Is there a time limit on how long I will be signed in?
help-time-limit-text =
    We'll sign you out if you do not use the service for {"{idle}"} minutes. This stops other people from reading your answers.

    The foot of every page says when that will be. When you go to another page or save a form, the {"{idle}"} minutes start again. You can do that as often as you like, for up to 24 hours.

    You will not lose anything you have saved. If JavaScript is on in your browser, a form saves by itself while you type. Sign in again to carry on with it.
help-save = Can I save my forms?
help-save-text =
    Yes. Every page of a form ends with two buttons:

    - “Continue” saves the page and goes to the next one
    - “Save for later” saves the page as it is, even half finished. We'll also email you a link back to the form, unless you have told us not to

    Save often, so that you do not lose anything.
help-find-saved = How do I find my saved forms?
help-find-saved-text = Sign in, choose your name at the top of the page, then “Recover a form”. You'll see each form, when you last saved it, and how long we'll keep it. You can do this on any device.
help-find-submitted = How do I find my submitted forms?
help-find-submitted-text =
    Sign in, choose your name at the top of the page, then “Submitted forms”. You can open a form, print it, or download it for your records. If you asked us to leave a form out of this list, use the link in our email to open it.

    We keep a submitted form for {"{copy_days}"} days from the day you sent it. Then we'll delete it from this website. The page shows the date.
help-by-phone = Can someone help me to fill in a form?
help-by-phone-text =
    Yes. Call us on {"{phone}"} in office hours, and we'll fill it in with you. If our office is closed and it cannot wait, call {"{out_of_hours}"}. If someone is in danger, call [999](tel:999).

    A friend or relative can also fill in a form for you. The form will ask who they are.

    If you cannot hear or speak on the phone, use [Relay UK](https://www.relayuk.bt.com): type 18001, then our number.
help-formats = Can I have this in another language or format?
help-formats-text = Yes. Ask us for large print, Easy Read, Braille, audio, British Sign Language, or an interpreter. Call us on {"{phone}"} or email {"{email}"}. Tell us what you need and how to reach you.
# After the answer come links to the council's pages in other languages.
help-other-languages = Where can I read about this in other languages?
help-other-languages-text = We have a page about how to get help in these languages. The forms are not in them yet, so call us on {"{phone}"} if you need an interpreter.
help-welsh = Can I use this service in Welsh?
help-welsh-text = Yes. Choose “Cymraeg” at the top of any page. You can change the language in the middle of a form, and we'll keep your answers. If a form is not in Welsh yet, we'll show it in English.

## Privacy

privacy-title = Privacy
privacy-text =
    {"{council}"} runs this website. We decide what happens with what you tell us here, and we are responsible for it. You can reach us by post at {"{address}"}, by email at {"{email}"}, and by phone on {"{phone}"}.

    ## What we keep

    - **Your account**: your name, your email address, your login phone number, and a scrambled form of your password that nobody can read. Also your home address and how to contact you, if you tell us.
    - **Your forms**: what you write in them. Some of it may be about your health, your money, or someone you care for.
    - **What keeps your account safe**: when you sign in and with which kind of device, and when you last did something. Also what you changed about how you sign in, and how often a wrong password or code was tried.

    Names, addresses, phone numbers and answers are encrypted in our database.

    If you use a postcode to find an address, we ask Ordnance Survey which addresses have that postcode. We do not tell them who is asking.

    ## Why we keep it

    We use what you write to find out what care and support you or the person you write about can get, and to arrange it. The Care Act 2014 and other laws about social care give us these duties. This is a task in the public interest. We use facts about your health because we need them to arrange care.

    We use your email address and phone number to let you sign in and to keep your account safe. We also use your email address to tell you about your forms. We do not use anything you tell us here for advertising, and we do not sell it.

    ## How long we keep it

    - A form you have not sent: {"{draft_days}"} days from the last time you saved it. If you have not signed in: 24 hours.
    - Your copy of a form you have sent: {"{copy_days}"} days from the day you sent it.
    - Your account: until you delete it. You can do that under “Update your details”.

    After that, we delete it from this website. When you send a form, our care team keeps a record of it, for as long as the rules for care records say. You can see how long before you start a form.

    ## Who sees it

    Our care team reads the forms you send. Nobody reads a form you have only saved.

    We may share what you send with others who take part in your care, such as the NHS. The form tells you so, and asks you if you have a choice. Companies that send our emails and text messages and make our calls see your email address or phone number, and the message. None of our messages contain your answers.

    If you tell us that someone is in danger, we may have to act on it without asking you first.

    ## What you can ask for

    You can ask us to show you what we hold about you, to put it right, to delete it, or to stop using it. Sometimes the law tells us to keep it, so we may have to say no. If we do, we'll tell you why. Email {"{email}"} or call {"{phone}"}.

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

    Each time we change this website, we check it with the programs axe and HTML_CodeSniffer. Before each new version, we also check every page with Lighthouse. We check on a wide screen and on a phone, four times enlarged, and with letters and lines spaced out. We also check in other colours, and with JavaScript off. The programs find nothing wrong. But programs find only some of what makes a website hard to use.

    It has not been tested yet by disabled people or with screen readers. When it has been, we will say here what was tested, when, and what we found.

    This statement was prepared on 30 November 2026.

    ## If you cannot use something

    Call us on {"{phone}"} or email {"{email}"}. Tell us the page and what went wrong. We can also fill in a form with you on the phone, or send you information in large print, Easy Read, Braille or audio.

    If you cannot hear or speak on the phone, use [Relay UK](https://www.relayuk.bt.com): type 18001, then our number. Tell us if you want a British Sign Language interpreter or a hearing loop when we meet.

    ## If you are not happy with our answer

    The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with our answer, contact the [Equality Advisory and Support Service](https://www.equalityadvisoryservice.com).

## Cookies

cookies-title = Cookies
cookies-what = Cookies are small files that a website keeps on your device.
cookies-only = We use only the cookies below. The service cannot work without them, so we do not ask you if we can set them. Other people cannot read anything about you in them. We do not count visits, and we show no advertising.
cookies-caption = The cookies we use
cookies-name = Name
cookies-for = What it is for
cookies-lasts = How long it lasts
cookie-session = Keeps you signed in
cookie-session-lasts = Until you sign out or close the browser, do not use the service for {"{idle}"} minutes, or have been signed in for 24 hours
cookie-device = Remembers that you have used this browser to sign in. If someone tries to guess your password, they cannot lock you out of this browser. We can also tell you when a new browser is used
cookie-visitor = Finds the form that you started without signing in
cookie-visitor-lasts = 24 hours, or until you sign in
cookie-step = Remembers which step you are on while you sign in or create an account
cookie-hours-lasts = Up to 1 hour after the last step, or until you are signed in
cookie-flash = Shows what you typed again if there was a problem with it or you changed the language. Takes your answers to the next question of “Help me choose”. Shows a message on the next page
cookie-flash-lasts = 2 minutes, or until it is shown
cookie-held = Keeps what you typed while we ask for your password
cookie-held-lasts = 10 minutes, or until it is shown
cookie-next = Takes you to the page you wanted after we have asked you to sign in
cookie-language = Remembers the language you chose
cookie-language-lasts = 1 year
cookie-check = Shows us that your browser accepts cookies
cookie-check-lasts = Until you close the browser

## Without a connection

offline-title = You are offline
offline-why = Everything you saved is safe with us. Your device has no connection to the internet, so we cannot show you this page.
offline-form = If you are filling in a form
offline-form-open = As long as the form stays open, you will not lose what you typed. Do not close the page or refresh it. When you are connected again, choose “Continue” or “Save for later”.
offline-form-back = If you came here from the form, use your browser's Back button to go back. What you typed may still be there.
offline-again = Try again
