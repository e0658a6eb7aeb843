### Accounts: making one, signing in, its details; and what to say when a step can't go on.

## Sign in

email-address = Email address
password = Password
password-show = Show
password-hide = Hide
# Read out instead of "Show" and "Hide".
password-show-label = Show password
password-hide-label = Hide password
password-shown = Your password is visible
password-hidden = Your password is hidden
sign-in-code-next = Next, you'll need a security code from your phone or app.
sign-in-forgotten = I have forgotten my password
sign-in-new = New here?
sign-in-create = {"["}Create an account](/create-account). You need an email address, and a phone or an authenticator app.
# Instead of the two lines above, for somebody who wants to save or send a form.
choice-new = I am new here
choice-new-text = It takes 5 short steps, about 5 minutes. You need an email address, and a phone or an authenticator app.
choice-account = I have an account
choice-account-text = Signing in takes about 2 minutes.

## Confirm your identity

confirm-title = Confirm your identity
# $ending: the last three figures of the number.
confirm-send = To make sure that it is you, we'll send a security code to your phone number **ending with { $ending }**.
confirm-ways = Choose how you want to get it. If you choose a phone call, press any key when you answer. A recorded voice will then read out the code 3 times.
confirm-call-only = We'll call you. When you answer, press any key. A recorded voice will then read out the code 3 times.
confirm-sent-text = We've sent a text message with a 6-digit code to your phone number **ending with { $ending }**. It can take a minute to arrive.
confirm-sent-call = We are calling your phone number **ending with { $ending }**. When you answer, press any key. A recorded voice will then read out a 6-digit code 3 times.
confirm-lost-phone = Can't access this phone number? Change your login telephone number.
code = Security code
code-hint = The code works for 10 minutes.
code-problems = Problems with the code?
code-check-phone = Check that your phone is on and has a signal. Then choose how you want to get another code. Codes we've already sent will still work.
code-sent-again-text = We've sent you another code by text message.
code-sent-again-call = We are calling you with another code.
code-landline-called = We cannot send text messages to a landline, so we are calling it with your security code.
text-message = Text message
phone-call = Phone call

## Without the phone or the password

## Signed out

signed-out-title = You have signed out
signed-out-safe = Everything you saved is safe. It will be there when you sign in again.
signed-out-close = If other people also use this computer, close the browser now.
# Read out after "Sign in".
signed-out-again = again
first-page = Go to the home page
timed-out-title = You have been signed out
timed-out-why = We sign you out if you do not use this service for { $minutes } minutes, and after 24 hours in any case. You can also be signed out from another device. This stops other people from reading your answers.
timed-out-safe = Everything you saved is safe. Sign in to carry on with your forms.

## Create an account

create-lead = With an account you can save a form, come back to it on any device, and send it to us. It takes about 5 minutes.
# Above the heading of the first step, and of the later ones.
create-first-step = Step 1 of { $count }
create-step = Create an account: step { $step } of { $count }
create-then-send = Your form is safe. When your account is ready, you can send it.
create-name-from-form = We've filled in the name from your form. Change it if it is not right.
create-need = You'll need:
create-need-email = an email address you can open now
create-need-phone = a mobile phone or a landline you can answer now, or an authenticator app
create-email-hint = We'll send a code to it now. Later, we'll use it to send you links to your saved forms.
create-have-one = Already have an account? {"["}Sign in](/sign-in)
create-check-email = Check your email
create-email-sent = We've sent an email with a 6-digit code to { $email }.
create-another-code = Send another code
create-look-in-spam = Check your spam or junk folder. An email can take a few minutes to arrive. Codes we've already sent will still work.
# What a provider refuses for good.
code-email-refused = We could not get an email to this address. Check it, or use another one.
code-phone-refused = We could not get a code to this number. Check it, or use another one.
confirm-phone-refused = We could not get a code to your phone. Ask for another one, by text or by a phone call. If that does not work, choose “Change your login telephone number” below.
new-phone-email-refused = We could not get an email to your address. Call us on { $phone }, and we'll help you to sign in.
create-another-email = Use another email address
create-email-sent-again = We've sent another code to your email address.
create-password-title = Your name and password
create-password-hint = At least 12 characters. Three random words are easy to remember and hard to guess.
first-name = First name
last-name = Last name
last-name-hint = Leave it blank if you have only one name
create-phone-title = Your phone
create-phone-why = Each time you sign in, we'll send a security code to your phone. This means that nobody else can sign in, even if they know your password.
phone-number = Phone number
create-phone-hint = A mobile or a landline in the UK, for example 07700 900 982 or 01632 960 001
create-phone-extension = My phone number has an extension
create-phone-extension-text =
    We cannot use a number with an extension. Our codes go to the main number and cannot get past the switchboard.

    Use a mobile phone or an authenticator app instead. If you have neither, call us on {"{phone}"}: we can fill in a form with you.
create-how = How do you want to get your security code?
create-call-hint = For a landline, or if you would rather have a call. When you answer, press any key. A recorded voice will then read out the code 3 times.
create-check-phone = Check your phone
create-phone-sent = We've sent a 6-digit code to your phone number **ending with { $ending }**.
create-another-phone = Use another phone number

## My Account

account-carry-on = Carry on with a form
# Once, after the account was created.
account-ready = Your account is ready.
account-saved = Saved forms
account-saved-count =
    { $count ->
        [0] None to finish
       *[other] { $count } to finish
    }
account-saved-none = Forms you start are listed here until you send them.
# $until: "11:59pm on 3 March 2027".
account-saved-goes = We'll delete “{ $form }” at { $until } unless you save it again.
account-saved-kept = We keep each one for { $days } days after you last saved it.
account-sent-count =
    { $count ->
        [0] None sent
       *[other] { $count } sent
    }
account-sent-none = When you send a form, we'll keep your copy here.
account-sent-newest = The newest is { $form }, sent on { $date }.
account-details = My details
account-phone = Phone ending { $ending }
account-codes = Security codes go to this phone when you sign in.
account-app = Authenticator app
account-app-codes = You sign in with codes from your app.

## Update your details

details-title = Update your details
details-name = Name
details-name-text = {"["}Change your name](/account/name)
name-title = Change your name
details-save-name = Save your name
details-name-saved = Your name has been changed.
details-email-text = You sign in with this address, and we send links to your saved forms to it. {"["}Change your email address](/account/email)
details-phone-ending = Ending with { $ending }
details-phone-text = Security codes go to this phone when you sign in. {"["}Change your login phone number](/account/phone)
details-no-phone = You have no login phone. You sign in with an authenticator app. {"["}Add a login phone](/account/phone)
details-address = Home address
details-address-text = {"["}Change your home address](/account/address)
details-no-address = You have not given us your home address. {"["}Add your home address](/account/address)
details-no-contact = You have not told us how you want us to contact you. {"["}Tell us how to contact you](/account/contact)
details-contact-safe = You told us that it is safe to contact you this way.
details-contact-unsafe = You told us that it is not safe to contact you this way. We'll only send you codes to sign in, and messages that keep your account safe.
details-contact-text = {"["}Change how we contact you](/account/contact)

## What was given in a form

offer-title = Use this in My Account too?
offer-address = You gave this home address in your form:
offer-contact = You chose these ways to contact you in your form:
offer-why = Then we can fill it in for you in your next form. Your answer changes nothing in the form you have sent.
offer-yes = Yes, use it
offer-no = No
offer-declined = We've left My Account as it is.

## Home address

address-title = Home address
address-why = If you keep your home address in your account, we can fill it in for you in some forms. You do not have to.
address-find = Find address
address-enter-instead = {"["}Enter the address yourself](/account/address/enter)
address-choose-title = Choose your address
address-of = Addresses with the postcode { $postcode }
address-none = We found no addresses for { $postcode }. Check the postcode, or enter the address yourself.
address-unanswered = We cannot look up addresses at the moment. You can enter the address yourself.
address-save = Save your address
address-saved = We've saved your home address.
address-remove = Remove your address
address-removed = We've removed your home address from your account.
refused-address = Choose your address, or enter it yourself

## How to contact you

contact-title = How to contact you
contact-text =
    We'll email you about the forms you save and send, until you tell us not to. If you say here that email is not safe, or do not choose it, we'll stop. You can change this at any time.

    Our care team cannot see this page yet. Use each form to tell them how to contact you.

    We'll always send you a message when you sign in on a new device or change how you sign in. This keeps your account safe. These messages do not say which forms you use.
contact-ways = How do you want us to contact you?
contact-ways-hint = Select all that apply. For now, we only use email.
contact-by-email = Email
contact-by-letter = Letter
contact-safe = Is it safe to contact you this way?
contact-safe-hint = Think about who else can see your phone, your email or your letters.
contact-how = If it is not safe, how can we contact you?
contact-how-hint = For example, a friend's number, or only at certain times. You do not have to say. Our care team cannot see this yet, so tell them in your form too.
contact-language = Which language do you want for messages that keep your account safe?
contact-save = Save
contact-saved = We've saved your choices.
refused-way = Select how you want us to contact you
refused-safe = Select yes if it is safe to contact you this way
refused-how-long = Say how we can contact you safely in { $most } characters or fewer

## Sign-in and security

security-title = Sign-in and security
security-what = What protects your account
security-password = Your password, which only you know. We cannot read it.
security-code = A security code each time you sign in. It goes to your phone number **ending with { $ending }**.
security-tries = After several wrong attempts, you have to wait before you can try again.
security-idle = We sign you out if you do not use this service for { $minutes } minutes, and after 24 hours in any case.
security-phone = Login phone number
security-phone-text = If you get a new phone number, {"["}change it here](/account/phone). If you lose the phone, choose “Change your login telephone number” when you sign in.
security-safe = How to stay safe
security-safe-text =
    - We never ask you to tell us your password or a security code, on the phone or in an email.
    - If you get a security code that you did not ask for, someone may know your password. Do not tell anyone the code, and call us on {"{phone}"}.
    - On a computer that other people also use, choose your name at the top of the page, then “Sign out”.

## Why a step does not go on

refused-gone = You've run out of time, or you started again in another window. To keep your account safe, start again here. The forms you have filled in are safe.
refused-email-missing = Enter an email address
refused-email-letters = Enter an email address with plain letters before the @. We cannot send to letters like â or ñ
# $meant: an address that is nearly the one typed.
refused-email-slip = Check your email address. Did you mean { $meant }? If it is right as it is, press “Continue” again
refused-password-missing = Enter a password
refused-password-short = Password must be 12 characters or more
refused-password-long = Password must be 128 characters or less
refused-password-common = Password is too easy to guess. Use three random words instead
refused-first-name = Enter your first name
refused-name-long = First name and last name must each be 100 characters or less
refused-phone-missing = Enter a phone number
refused-phone-kind = Enter a UK mobile or landline number. We cannot send codes to other kinds of number
refused-phone-extension = Enter a number without an extension. Our codes cannot reach an extension, so use a mobile phone or an authenticator app instead
refused-code-missing = Enter a security code
refused-code-shape = Security code must be 6 numbers
refused-code-wrong = The security code is wrong or has expired. Check it or ask for a new one
refused-code-of-earlier = This code is from an earlier try, perhaps in another window, so it does not work here. Enter the newest code, or ask for a new one
refused-sign-in-wrong = The email address or the password is wrong. Check both and try again
refused-password-disabled = The wrong password has been entered too many times. Choose “I have forgotten my password” on this page to set a new password
refused-phone-disabled = Too many wrong codes have been entered, so codes no longer work. To sign in, choose “Change your login telephone number” on this page. If you did not enter those codes, someone may know your password
refused-frozen = Your account is on hold to keep it safe. Someone told us that they did not ask to change your login phone. Your forms are safe, and none of them has been deleted. Call us on { $phone }. When we have made sure that it is you, we'll open your account again
refused-locked = There have been too many wrong attempts. You can try again at { $time }
refused-locked-tomorrow = There have been too many wrong attempts. You can try again at { $time } tomorrow
refused-locked-until = There have been too many wrong attempts. You can try again at { $time } on { $date }
refused-just-sent = We have just sent you a code. Wait a minute, then ask for another
refused-too-soon = You can ask for another code at { $time }
refused-too-soon-tomorrow = You can ask for another code at { $time } tomorrow
refused-too-soon-until = You can ask for another code at { $time } on { $date }
# Under these limits: a sentence that says what is limited, then when to try again, then whom to call.
refused-limited-network = A lot of people are using this service from where you are. This can happen in a library, in a hospital or on a mobile phone.
refused-limited-passwords = A lot of wrong passwords have come from where you are. This can happen in a library, in a hospital or on a mobile phone.
refused-limited-numbers = We cannot send any more codes to new phone numbers for now.
refused-limited-calls = We cannot call this number again for now. If it can get text messages, choose “Text message”.
refused-limited-links = We have sent as many emails as we can for now. Look for them in your inbox and your spam folder.
refused-limited-phone-changes = The login phone number has been changed too often for now.
refused-limited-look-ups = We cannot look up any more postcodes for now. You can enter the address yourself.
refused-again-soon = Wait a minute, then try again.
refused-again = You can try again at { $time }.
refused-again-tomorrow = You can try again at { $time } tomorrow.
refused-again-until = You can try again at { $time } on { $date }.
refused-call-us = If you cannot wait, call us on { $phone }.
refused-too-many = We cannot send any more codes for now. Use one that we have sent, or start again
refused-too-long = You've run out of time. Start again
