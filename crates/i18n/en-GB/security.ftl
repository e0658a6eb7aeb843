### What protects a login, as its owner sees and changes it.

## Another password, by a link in an email

forgot-title = Reset your password
forgot-lead = Enter the email address you sign in with. We'll send you a link to choose a new password.
forgot-keep = Does your browser, or a password manager on your phone, keep your passwords? The right one may be there.
forgot-send = Send the link
forgot-no-email = I cannot open that email any more
forgot-no-email-text =
    We cannot change the email address of your account for you yet. You can {"["}create another account](/create-account) with an email address that you can open. Your saved forms will stay in your old account.

    If a form cannot wait, call us on {"{phone}"}: we can fill it in with you on the phone. You can also start a form without signing in.

    We never ask for a password or for a security code. If someone does, put the phone down.
forgot-sent-title = Check your email
forgot-sent = If there is an account with this email address, we've sent a link to it. You can use it once, within 30 minutes.
forgot-sent-help = Check your spam or junk folder. An email can take a few minutes to arrive. If you ask for another link, this one will stop working.
forgot-again = Ask for another link
reset-title = Choose a new password
reset-hint = At least 12 characters. Three random words are easy to remember and hard to guess.
reset-after = After this, sign in with the new password and a security code, as always. We'll sign you out on every other device.
reset-save = Save the new password
reset-done = Your password has been changed. Sign in with the new one.
reset-gone-title = This link does not work any more
reset-gone-text =
    You can use a link once, within 30 minutes. If you have asked for another one since, only the newest one works.

    {"["}Ask for another link](/forgot-password)

## Signed in: the password once more

confirm-again-title = Confirm it is you
confirm-again-lead = Before you change your details or how you sign in, enter your password again. This stops anyone else making changes if they find this page open.
change-password-title = Change your password
change-password-done = Your password has been changed. We've signed you out on every other device.

## Sign-in and security

security-change-password = Change your password
security-password-text = Change it straight away if you think that someone else knows it.
security-code-app = A code from your authenticator app each time you sign in.
security-app-on = You can sign in with codes from your authenticator app.
security-app-off = You can get codes from an app instead. It works without a signal.
security-app-change = Change or remove the authenticator app
security-app-set-up = Set up an authenticator app
security-codes-link = Get recovery codes
security-devices = Where you are signed in
security-devices-text = If you do not recognise one of these, sign it out and change your password.
# $browser: "Firefox". $system: "Windows".
security-device = { $browser } on { $system }
security-device-unknown = A device we cannot name
security-this-device = this device
# $time: "4 May 2026 at 2:05pm".
security-last-used = Last used on { $time }
# Read out after "Sign out". $device: "Firefox on Windows".
security-sign-out-of = from { $device }
security-sign-out-others = Sign out everywhere else
security-signed-out = That device has been signed out.
security-signed-out-others = You have been signed out everywhere else.
security-activity = Recent activity
security-activity-text = We keep this list for 90 days.
# $date: "4 May 2026". $time: "2:05pm".
security-when = { $date } at { $time }
event-created = You created your account
event-signed-in = You signed in
event-signed-out-elsewhere = A device was signed out
event-password-changed = Your password was changed
event-password-reset = Your password was changed with a link in an email
event-app-added = An authenticator app was set up
event-app-removed = The authenticator app was removed
event-recovery-codes-made = New recovery codes were made
event-recovery-code-used = You signed in with a recovery code
event-council-connected = You connected another account to sign in with
event-council-disconnected = You stopped using the other account to sign in
event-details-changed = Your name, your address or how to contact you was changed
event-codes-locked = Wrong security codes locked your account for a while
event-signed-out-by-council = We signed you out everywhere

## An authenticator app

app-title = Authenticator app
app-what = An authenticator app on a phone, tablet or computer gives you a new 6-digit code every 30 seconds. It works without a signal. Many of these apps are free.
app-step-open = Open your authenticator app, and choose to add an account.
app-step-add = Point the camera at this picture.
app-picture = A picture for the camera of your authenticator app. The key below says the same.
app-on-this-device = The app is on this device: add the account to it
app-key = Or type this key into the app:
app-step-code = Enter the code that the app shows.
app-code-hint = The 6 numbers that your app shows now
app-start = Set up an authenticator app
app-added = Your authenticator app has been set up. You can sign in with its codes.
app-removed = Your authenticator app has been removed.
app-in-use = You use an authenticator app to sign in.
app-remove = Remove the authenticator app
app-remove-means = When you have removed it, you'll sign in with a code sent to your phone.
app-only = You have no login phone, so you need the app to sign in.
app-clock = The code changes every 30 seconds. If it does not work, wait for the next one, and check that the time on your device is right.
create-app-instead = No phone to use?
create-use-app = Use an authenticator app

## Recovery codes

recovery-codes = Recovery codes
recovery-what = Each of these codes lets you sign in once, in place of a code from your phone or app. Use them if you lose your phone or app.
recovery-keep = Write them down or print this page. Keep them in a safe place, not with your phone. We cannot show them to you again.
recovery-have-them = I have kept my codes
recovery-left =
    { $count ->
        [0] You have no recovery codes.
        [one] You have one recovery code left.
       *[other] You have { $count } recovery codes left.
    }
recovery-make = Make recovery codes
recovery-make-new = Make new codes. The old ones will stop working

## Confirm your identity, by other ways

confirm-app = Enter the code from your authenticator app.
confirm-app-too = You can also enter the code that your authenticator app shows.
confirm-recovery-too = You can also enter one of your recovery codes.
confirm-phone-instead = We can send a code to your phone number **ending with { $ending }** instead.

## Why a step does not go on

refused-password-wrong = The password is wrong. Check it and try again
refused-confirm-first = To keep your account safe, enter your password first. Then make the change again.
refused-confirm-kept = To keep your account safe, enter your password first. We have kept what you typed.
refused-link-gone = This link does not work any more. Ask for another one.

## Emails

mail-reset = Choose a new password
mail-reset-text =
    Someone asked for a new password for { $council } { service-name }.

    Choose it here:
    { $link }

    You can use the link once, within { $minutes } minutes. After that, sign in with the new password and a security code, as always.

    If you did not ask for this, you can ignore this email. Your password stays as it is.
mail-no-account = There is no account with this email address
mail-no-account-text =
    Someone asked for a new password for { $council } { service-name } with this email address. There is no account with it.

    If it was you, try another email address that you may have used. You can also create an account:
    { $link }

    If you did not ask for this, you can ignore this email.
mail-password-changed = Your password has been changed
mail-password-changed-text =
    The password of your account for { $council } { service-name } has been changed. We've signed you out on every other device.

    If it was not you, choose a new password straight away:
    { $link }

    Then call us.
mail-security-changed = How you sign in has changed
mail-security-changed-text =
    There has been a change to how you sign in to { $council } { service-name }. Sign in and choose “Sign-in and security” to see what it was.

    If it was not you, choose a new password straight away:
    { $link }

    Then call us.
mail-recovery-used = A recovery code was used
mail-recovery-used-text =
    Someone signed in to { $council } { service-name } with one of your recovery codes.

    If it was not you, choose a new password straight away:
    { $link }

    Then call us.

mail-details-changed = Your details were changed
mail-details-changed-text =
    Some of your details in { $council } { service-name } were changed. Sign in and choose “Update your details” to see them.

    If it was not you, choose a new password straight away:
    { $link }

    Then call us.
# $device: "Firefox on Windows". $when: "4 May 2026 at 2:05pm".
mail-new-device = You signed in on a new device
mail-new-device-text =
    Someone signed in to your account for { $council } { service-name }. We do not know this device or browser yet.

    When: { $when }
    Device: { $device }

    If it was you, you do not need to do anything.

    If it was not you, choose a new password straight away:
    { $link }

    Then call us.
mail-codes-locked = Wrong security codes locked your account
mail-codes-locked-text =
    Someone entered the right password for your account for { $council } { service-name }, and then too many wrong security codes. We have locked it for a while. The forms you have saved are safe.

    If it was you, wait and try again later.

    If it was not you, someone knows your password. Choose a new one straight away:
    { $link }

    Then call us.
# Texts: 160 letters at most, and only letters of the English alphabet.
text-codes-locked = Wrong codes locked your { $council } { service-name } account. If it was not you, someone knows your password. Call { $phone }.
text-phone-changed = { $council } { service-name }: security codes no longer come to this phone. If you did not change that, call { $phone }.
# What the telephone says to a landline.
call-phone-changed = Security codes for { $council } { service-name } no longer come to this phone. If you did not change that, call { $phone }.

## Another email address or login phone

contact-email-title = Change your email address
contact-email-hint = We'll send a code to it now. When you have entered the code, you'll sign in with this address.
contact-email-done = Your email address has been changed. We have told the old address too.
contact-phone-title = Change your login phone number
contact-phone-done = Your login phone number has been changed.
refused-email-same = This is your email address already
event-email-changed = Your email address was changed
mail-email-changed = Your email address was changed
mail-email-changed-text = The email address of your account was changed. We've sent this to the old address and the new one. If it was not you, call us straight away.

## Deleting an account

details-delete = If you do not need your account any more, you can {"["}delete it](/account/delete).
delete-account-title = Delete your account
delete-account-text =
    If you delete your account, you'll lose these at once. You will not be able to get them back.

    - Your name, addresses and phone number
    - The forms you have saved but not sent
    - Your copies of forms you have sent: you will not be able to open them. If you want to keep them, {"["}download them](/submitted) first.

    The forms you have sent stay with us, so that we can help you. We say how long we keep them under {"["}Privacy](/privacy).
delete-account-button = Delete my account
account-deleted-title = Your account has been deleted
account-deleted-text =
    We've sent you an email to confirm this.

    If you want to use this service again, you can {"["}create another account](/create-account).
mail-account-deleted = Your account has been deleted
mail-account-deleted-text = Your account has been deleted, with the forms you had saved but not sent. If it was not you, call us straight away.
