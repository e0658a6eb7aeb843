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
sign-in-code-next = Next we send a security code to your phone.
sign-in-forgotten = I have forgotten my password
sign-in-new = New here?
sign-in-create = {"["}Create an account](/create-account). You need an email address, and a phone or an authenticator app.

## Confirm your identity

confirm-title = Confirm your identity
# $ending: the last three figures of the number.
confirm-send = To make sure it is you, we send a security code to your phone number **ending with { $ending }**.
confirm-ways = Choose how we send it. In a phone call a recorded voice reads the code to you, three times.
confirm-call-only = We call you, and a recorded voice reads the code to you, three times.
confirm-sent-text = We sent a text message with a code of 6 numbers to your phone number **ending with { $ending }**. It can take a minute to arrive.
confirm-sent-call = We are calling your phone number **ending with { $ending }**. A recorded voice reads a code of 6 numbers to you, three times.
confirm-lost-phone = Can't access this phone number? Change your login telephone number.
code = Security code
code-hint = The code works for 10 minutes.
code-problems = Problems with the code?
code-check-phone = Check that your phone is on and has a signal. Then choose how we send you another code. Codes you already have go on working.
code-sent-again-text = We have sent you another code by text message.
code-sent-again-call = We are calling you with another code.
text-message = Text message
phone-call = Phone call

## Without the phone or the password

## Signed out

signed-out-title = You have signed out
signed-out-safe = Everything you saved is safe. It is there when you sign in again.
signed-out-close = If other people use this computer too, close the browser now.
# Read out after "Sign in".
signed-out-again = again
first-page = Go to the first page
timed-out-title = You have been signed out
timed-out-why = You did nothing here for { $minutes } minutes, or you had been signed in for a whole day. We signed you out, so that nobody else can read your answers.
timed-out-safe = Everything you saved is safe. Sign in, and you go on where you were.

## Create an account

create-lead = With an account you can save a form, come back to it on any device, and send it to us. It takes about 5 minutes.
create-need = You need:
create-need-email = an email address you can open now
create-need-phone = a mobile phone or a landline you can answer now, or an authenticator app
create-email-hint = We send a code to it now. Later we use it for links to your saved forms.
create-have-one = Have you got an account? {"["}Sign in](/sign-in)
create-check-email = Check your email
create-email-sent = We sent an email with a code of 6 numbers to { $email }.
create-another-code = Send another code
create-look-in-spam = Look in the folder for spam or junk. An email can take a few minutes. Codes you already have go on working.
create-another-email = Use another email address
create-email-sent-again = We have sent another code to your email address.
create-password-title = Your name and password
create-password-hint = At least 12 characters. Three random words are easy to remember and hard to guess.
first-name = First name
last-name = Last name
create-phone-title = Your phone
create-phone-why = Each time you sign in we send a security code to your phone. So nobody else can sign in, even if they know your password.
phone-number = Phone number
create-phone-hint = A mobile or a landline in the UK, for example 07700 900 982 or 01632 960 001
create-phone-extension = My phone number has an extension
create-phone-extension-text =
    We can't use a number with an extension. Our codes go to the main number and can't get past the switchboard.

    Use a mobile phone or an authenticator app instead. If you have neither, call us on {"{phone}"}: we can fill in a form with you.
create-how = How shall we send your security code?
create-call-hint = For landlines, or if you like it better. A recorded voice reads the code to you, three times.
create-check-phone = Check your phone
create-phone-sent = We sent a code of 6 numbers to your phone number **ending with { $ending }**.
create-another-phone = Use another phone number

## My Account

account-carry-on = Carry on with a form
account-saved = Saved forms
account-saved-count =
    { $count ->
        [0] None to finish
       *[other] { $count } to finish
    }
account-saved-none = Forms you begin are kept here until you send them.
# $until: "11:59pm on 3 March 2027".
account-saved-goes = { $form } goes at { $until } unless you save it again.
account-saved-kept = We keep each one for { $days } days from the last save.
account-sent-count =
    { $count ->
        [0] None sent
       *[other] { $count } sent
    }
account-sent-none = When you send a form, your copy is kept here.
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
details-name-saved = Your name is changed.
details-email-text = You sign in with this address, and we send links to your saved forms there. {"["}Change your email address](/account/email)
details-phone-ending = Ending with { $ending }
details-phone-text = Security codes go to this phone when you sign in. {"["}Change your login phone number](/account/phone)
details-no-phone = You have no login phone. You sign in with an authenticator app. {"["}Add a login phone](/account/phone)
details-address = Home address
details-address-text = {"["}Change your home address](/account/address)
details-no-address = You have not given us your home address. {"["}Add your home address](/account/address)
details-no-contact = You have not told us how you want us to contact you. {"["}Tell us how to contact you](/account/contact)
details-contact-safe = You told us that it is safe to contact you this way.
details-contact-unsafe = You told us that it is not safe to contact you this way. We only send what your login needs.
details-contact-text = {"["}Change how we contact you](/account/contact)

## Home address

address-title = Home address
address-why = If you keep your home address in your account, workers can find it when they need it. You do not have to.
address-find = Find address
address-enter-instead = {"["}Enter the address yourself](/account/address/enter)
address-choose-title = Choose your address
address-of = Addresses in { $postcode }
address-none = We found no addresses for { $postcode }. Check the postcode, or enter the address yourself.
address-unanswered = We can't look up addresses at the moment. You can enter the address yourself.
address-save = Save your address
address-saved = Your home address is saved.
address-remove = Remove your address
address-removed = We no longer keep your home address.
refused-address = Choose your address, or enter it yourself

## How to contact you

contact-title = How to contact you
contact-text =
    Tell us how you want to hear from us about the forms you save and send. You can change this at any time.

    When you sign in, or change how you sign in, we always send a message. This keeps your account safe. These messages do not say which forms you use.
contact-ways = How do you want us to contact you?
contact-ways-hint = Select all that you like.
contact-by-email = Email
contact-by-letter = Letter
contact-safe = Is it safe to contact you this way?
contact-safe-hint = Think about who else can see your phone, your email or your letters.
contact-how = If it is not safe, how can we contact you?
contact-how-hint = For example a friend’s number, or only at certain times. You do not have to say.
contact-language = Which language do you want for messages?
contact-save = Save
contact-saved = We have saved how to contact you.
refused-way = Select how you want us to contact you
refused-safe = Select whether it is safe to contact you this way
refused-how-long = Say how we can contact you safely in { $most } characters or fewer

## Sign-in and security

security-title = Sign-in and security
security-what = What protects your account
security-password = Your password, which only you know. We can't read it.
security-code = A security code each time you sign in. It goes to your phone number **ending with { $ending }**.
security-tries = After several wrong tries, devices that have not signed in before have to wait for a while.
security-idle = We sign you out after { $minutes } minutes without activity, and after a day in any case.
security-phone = Login phone number
security-phone-text = If you get a new phone number, {"["}change it here](/account/phone). If you lose the phone, choose “Change your login telephone number” when you sign in.
security-safe = How to stay safe
security-safe-text =
    - We never ask you to tell us your password or a security code, on the phone or in an email.
    - If you get a security code that you did not ask for, somebody may know your password. Do not tell anybody the code, and call us on {"{phone}"}.
    - On a computer that others use too, choose your name at the top of the page, then “Sign out”.

## Why a step does not go on

refused-gone = It is too long since you began, or you began again in another window. To keep your account safe, start again here. The forms you have filled in are safe.
refused-email-missing = Enter an email address
refused-password-missing = Enter a password
refused-password-short = Password must be 12 characters or more
refused-password-long = Password must be 128 characters or less
refused-password-common = Password is too easy to guess. Use three random words instead
refused-first-name = Enter your first name
refused-last-name = Enter your last name
refused-name-long = First name and last name must each be 100 characters or less
refused-phone-missing = Enter a phone number
refused-phone-kind = Enter a UK mobile or landline number. We can't send codes to other kinds of number
refused-phone-extension = Enter a number without an extension. Our codes can't reach an extension, so use a mobile phone or an authenticator app instead
refused-text-to-landline = Select “Phone call”. We can't send a text message to a landline
refused-code-missing = Enter a security code
refused-code-shape = Security code must be 6 numbers
refused-code-wrong = The security code is wrong or has expired. Check it or ask for a new one
refused-sign-in-wrong = The email address or the password is wrong. Check both and try again
refused-password-disabled = There were too many wrong passwords for this email address. Choose a new one: use the link “I have forgotten my password” on this page
refused-phone-disabled = There were too many wrong codes, so we take no more codes. To sign in again, use the link “Change your login telephone number” on this page. If you did not type those codes, somebody may know your password
refused-frozen = Your account is on hold to keep it safe, because somebody told us that a change of your login phone was not them. Your forms are safe, and none of them is deleted. Call us on { $phone }. When we have made sure that it is you, we open your account again
refused-locked = There were too many wrong tries. You can try again at { $time }
refused-locked-tomorrow = There were too many wrong tries. You can try again at { $time } tomorrow
refused-locked-until = There were too many wrong tries. You can try again at { $time } on { $date }
refused-just-sent = We have just sent you a code. Wait a minute, then ask for another
refused-too-soon = You can ask for another code at { $time }
refused-too-soon-tomorrow = You can ask for another code at { $time } tomorrow
refused-too-soon-until = You can ask for another code at { $time } on { $date }
refused-too-many = We can't send any more codes this time. Use one that you have, or start again
refused-too-long = It is too long since you began. Start again
