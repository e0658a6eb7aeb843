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
confirm-again-lead = Before you change how you sign in, enter your password once more. So nobody else can do it who finds this page open.
change-password-title = Change your password
change-password-done = Your password is changed. Every other device is signed out.

## Sign-in and security

security-change-password = Change your password
security-password-text = Change it at once if you think that somebody else knows it.
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

## Why a step does not go on

refused-password-wrong = The password is wrong. Check it and try again
refused-confirm-first = To keep your account safe, enter your password first. Then make the change again.
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
