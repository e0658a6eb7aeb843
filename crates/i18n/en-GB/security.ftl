### What protects a login, as its owner sees and changes it.

## Another password, by a link in an email

forgot-title = Reset your password
forgot-lead = Tell us the email address you sign in with. We send a link to it. With the link you choose a new password.
forgot-keep = Does your browser, or a password manager on your phone, keep your passwords? The right one may be there.
forgot-send = Send the link
forgot-no-email = I can't open that email any more
forgot-no-email-text =
    Call us on {"{phone}"}. We ask some questions, to make sure it is you. Then we help you.

    We never ask for a password or for a security code. If somebody does, put the phone down.

    Your saved forms are safe. If a form can't wait, tell us: we can fill it in with you on the phone. You can also start a form without signing in.
forgot-sent-title = Check your email
forgot-sent = If there is an account with this email address, a link is on its way to it. It works for 30 minutes, and once.
forgot-sent-help = Look in the folder for spam or junk. An email can take a few minutes. If you ask for another link, the one before it stops working.
forgot-again = Ask for another link
reset-title = Choose a new password
reset-hint = At least 12 characters. Three random words are easy to remember and hard to guess.
reset-after = After this you sign in with the new password and a security code, as always. Every other device is signed out.
reset-save = Save the new password
reset-done = Your password is changed. Sign in with the new one.
reset-gone-title = This link does not work any more
reset-gone-text =
    A link works for 30 minutes and can be used once. If you asked for another one since, only the newest works.

    {"["}Ask for another link](/forgot-password)

## Signed in: the password once more

confirm-again-title = Confirm it is you
confirm-again-lead = Before you change your details or how you sign in, enter your password once more. So nobody else can do it who finds this page open.
change-password-title = Change your password
change-password-done = Your password is changed. Every other device is signed out.

## Sign-in and security

security-change-password = Change your password
security-password-text = Change it at once if you think that somebody else knows it.
security-code-app = A code from your authenticator app each time you sign in.
security-app-on = You can sign in with codes from your authenticator app.
security-app-off = An app can stand in for your phone, also where there is no signal.
security-app-change = Change or remove the authenticator app
security-app-set-up = Set up an authenticator app
security-codes-link = Make or see recovery codes
security-devices = Where you are signed in
security-devices-text = If you do not know one of these, sign it out and change your password.
# $browser: "Firefox". $system: "Windows".
security-device = { $browser } on { $system }
security-device-unknown = A device we can't name
security-this-device = this device
# $time: "4 May 2026 at 2:05pm".
security-last-used = Last used on { $time }
# Read out after "Sign out". $device: "Firefox on Windows".
security-sign-out-of = from { $device }
security-sign-out-others = Sign out everywhere else
security-signed-out = That device is signed out.
security-signed-out-others = You are signed out everywhere else.
security-activity = What happened lately
security-activity-text = We keep this list for 90 days.
# $date: "4 May 2026". $time: "2:05pm".
security-when = { $date } at { $time }
event-created = You made your account
event-signed-in = You signed in
event-signed-out-elsewhere = A device was signed out
event-password-changed = Your password was changed
event-password-reset = Your password was changed by a link in an email
event-app-added = An authenticator app was set up
event-app-removed = The authenticator app was removed
event-recovery-codes-made = New recovery codes were made
event-recovery-code-used = You signed in with a recovery code
event-council-connected = You connected another login to sign in with
event-council-disconnected = You stopped using the other login to sign in
event-details-changed = Your name, address or how to contact you was changed
event-codes-locked = Wrong security codes locked your account for a time
event-signed-out-by-council = We signed you out everywhere

## An authenticator app

app-title = Authenticator app
app-what = An authenticator app on a phone, tablet or computer shows a code of 6 numbers that changes every half minute. It needs no signal. Many are free.
app-step-open = Open your authenticator app, and choose to add an account.
app-step-add = Point the camera at this picture.
app-picture = A picture for the camera of your authenticator app. The key below says the same.
app-on-this-device = The app is on this device: add the account to it
app-key = Or type this key into the app:
app-step-code = Enter the code that the app shows.
app-code-hint = The 6 numbers that your app shows now
app-start = Set up an authenticator app
app-added = Your authenticator app is set up. You can sign in with its codes.
app-removed = Your authenticator app is removed.
app-in-use = You use an authenticator app to sign in.
app-remove = Remove the authenticator app
app-remove-means = When it is removed, you sign in with a code to your phone.
app-only = You have no login phone, so you need the app to sign in.
app-clock = The code is new every half minute. If it is refused, wait for the next one, and look if the clock of your device is right.
create-app-instead = No phone to use?
create-use-app = Use an authenticator app

## Recovery codes

recovery-codes = Recovery codes
recovery-what = Each of these codes lets you sign in once, in place of a code from your phone or app. They are for the day you lose them.
recovery-keep = Write them down or print this page, and keep it in a safe place, not with your phone. We can't show them to you again.
recovery-have-them = I have kept my codes
recovery-left =
    { $count ->
        [0] You have no recovery codes.
        [one] You have one recovery code left.
       *[other] You have { $count } recovery codes left.
    }
recovery-make = Make recovery codes
recovery-make-new = Make new codes. The old ones stop working

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
    Somebody asked for a new password for { $council } { service-name }.

    Choose it here:
    { $link }

    The link works for { $minutes } minutes and can be used once. After that you sign in with the new password and a security code, as always.

    If you did not ask for this, you can ignore this email. Your password stays as it is.
mail-no-account = There is no account with this email address
mail-no-account-text =
    Somebody asked for a new password for { $council } { service-name } with this email address. There is no account with it.

    If it was you, try another email address that you may have used. You can also create an account:
    { $link }

    If you did not ask for this, you can ignore this email.
mail-password-changed = Your password was changed
mail-password-changed-text =
    The password of your account for { $council } { service-name } was changed. Every device was signed out, but for the one on which it was changed.

    If it was not you, choose a new password at once:
    { $link }

    Then call us.
mail-security-changed = Something about your sign-in changed
mail-security-changed-text =
    Something changed about how you sign in to { $council } { service-name }. Sign in and choose “Sign-in and security” to see what it was.

    If it was not you, choose a new password at once:
    { $link }

    Then call us.
mail-recovery-used = A recovery code was used
mail-recovery-used-text =
    Somebody signed in to { $council } { service-name } with one of your recovery codes.

    If it was not you, choose a new password at once:
    { $link }

    Then call us.

mail-details-changed = Your details were changed
mail-details-changed-text =
    Some of your details in { $council } { service-name } were changed. Sign in and choose “Update your details” to see them.

    If it was not you, choose a new password at once:
    { $link }

    Then call us.
# $device: "Firefox on Windows". $when: "4 May 2026 at 2:05pm".
mail-new-device = You signed in on a new device
mail-new-device-text =
    Somebody signed in to your account for { $council } { service-name }. We do not know this device or browser yet.

    When: { $when }
    Device: { $device }

    If it was you, you need do nothing.

    If it was not you, choose a new password at once:
    { $link }

    Then call us.
mail-codes-locked = Wrong security codes locked your account
mail-codes-locked-text =
    Somebody entered the right password for your account for { $council } { service-name }, and then too many wrong security codes. So we have locked it for a time. The forms you have saved are safe.

    If it was you, wait and try again later.

    If it was not you, somebody knows your password. Choose a new one at once:
    { $link }

    Then call us.
# Texts: 160 letters at most, and only letters of the English alphabet.
text-codes-locked = Wrong codes locked your { $council } { service-name } account. If it was not you, somebody knows your password. Call { $phone }.
text-phone-changed = { $council } { service-name }: security codes no longer come to this phone. If you did not change that, call { $phone }.
# What the telephone says to a landline.
call-phone-changed = Security codes for { $council } { service-name } no longer come to this phone. If you did not change that, call { $phone }.

## Another email address or login phone

contact-email-title = Change your email address
contact-email-hint = We send a code to it now. When you have entered the code, you sign in with this address.
contact-email-done = Your email address is changed. We have told the old one too.
contact-phone-title = Change your login phone number
contact-phone-done = Your login phone number is changed.
refused-email-same = This is your email address already
event-email-changed = Your email address was changed
mail-email-changed = Your email address was changed
mail-email-changed-text = The email address of your account was changed. We send this to the old address and to the new one. If it was not you, call us at once.

## Deleting an account

details-delete = If you do not need your account any more, you can {"["}delete it](/account/delete).
delete-account-title = Delete your account
delete-account-text =
    If you delete your account, these are gone at once and can't come back.

    - Your name, addresses and phone number
    - The forms you have saved and not sent
    - Your way to the copies of forms you have sent. If you want to keep them, {"["}download them](/submitted) first.

    Forms that you have sent stay with us, so that we can help you. We delete them on their day.
delete-account-button = Delete my account
account-deleted-title = Your account is deleted
account-deleted-text =
    We have sent you an email that says so.

    If you want to use this service again, you can {"["}create another account](/create-account).
mail-account-deleted = Your account is deleted
mail-account-deleted-text = Your account was deleted, with the forms you had saved and not sent. If it was not you, call us at once.
