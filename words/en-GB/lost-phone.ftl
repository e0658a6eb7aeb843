### Another login phone for somebody who can't use the old one.

## Asking

change-phone-title = Change your login telephone number
change-phone-text =
    If you can't use your login phone number, you can ask us to take it off your account. These are the steps.

    - We send a link to your email address.
    - Behind the link you tell us why, and when we can call. You do not tell us your new number.
    - We make sure that it is you. Then two of our staff agree to take the old number off.
    - The next time you sign in, you give the new number.

    We never ask for your password or for a security code. If somebody does, put the phone down. Your saved forms are safe all the time.
change-phone-call = If you can't open your email any more, or a form can't wait, call us on {"{phone}"}.
phone-link-first = First we send a link to the email address of your account.
phone-ask-link = Send the link
phone-sign-in-first = First {"["}sign in](/sign-in) with your email address and password. When we ask for the code, choose “Change your login telephone number”.
phone-link-sent = We have sent a link to the email address of your account. It works for 24 hours, and once.
phone-link-gone =
    A link works for 24 hours and can be used once. If you asked for another one since, only the newest works.

    {"["}Ask again](/sign-in/change-phone)
phone-ask-lead = Do not tell us your new number here. We ask for it when you sign in, after we have made sure that it is you.
phone-why = Why can't you use the old number?
phone-why-lost = The phone is lost or broken
phone-why-stolen = The phone was stolen
phone-why-new = I have a new number
phone-why-signal = There is no signal where I am
phone-why-landline = The landline is gone
phone-why-extension = The number has an extension
phone-why-missing = Select why you can't use the old number
phone-check = How can we make sure that it is you?
phone-check-call = Call me on a number that you have in my care record
phone-check-visit = Ask me when a worker visits me
phone-check-letter = Send a letter with a code to my address
phone-check-missing = Select how we can make sure that it is you
phone-when = When can we call?
phone-when-morning = In the morning
phone-when-afternoon = In the afternoon
phone-when-any = At any time
phone-when-missing = Select when we can call
phone-ask-send = Ask for the change
phone-already-asked = You have asked for this already. The newest email from us has a link to follow it.

## Following it

phone-track-title = Changing your login phone
phone-asked-on = You asked on { $date }.
phone-state-asked = We know that you want this. First we make sure that it is you, in the way you chose. Then two of our staff look at it. We send you an email when they have decided.
phone-state-approved =
    We have agreed. The old number is off your account.

    {"["}Sign in](/sign-in) by the end of { $date }, and give your new number.
phone-state-refused = We could not make sure that it is you, so nothing has changed. Call us on {"{phone}"}.
phone-state-stopped = This was stopped by a link in an email. The old number is back on your account.
phone-state-done = Your new number is on your account.
phone-state-lapsed = This was not finished in time. You can {"["}ask again](/sign-in/change-phone), or call us on {"{phone}"}.
phone-track-gone =
    Each email that we send about this has a new link. Only the newest works.

    If you can't find it, call us on {"{phone}"}.
phone-stop-title = Was this not you?
phone-stop-means = If you did not ask for another login phone, stop it here. Your old number goes back on your account, and everybody is signed out. Then choose a new password.
phone-stop = Stop it
phone-stopped = It is stopped, and everybody is signed out. Choose a new password now.

## Registering the new number

confirm-no-factor = There is no phone number on your account that we can send a code to. Use the link below, or call us on {"{phone}"}.
new-phone-title = Register your new phone
new-phone-granted = We have agreed to the change. First we send a code to your email address. Then you give your new number.
new-phone-send-email = Send a code to my email
new-phone-email-sent = We sent an email with a code of 6 numbers to the email address of your account.
event-phone-changed = Your login phone was changed

## Emails

mail-phone-link = Your link to change your login phone
mail-phone-link-text =
    Somebody who knows your password asked to change the login phone of your account.

    Go on here:
    { $link }

    The link works for 24 hours and can be used once. If it was not you, do not open it. Choose a new password at once.
mail-phone-asked = You asked to change your login phone
mail-phone-asked-text =
    You asked us to change the login phone of your account. We send you an email when we have decided.

    See how far it is:
    { $page }

    If it was not you, stop it within 24 hours:
    { $stop }
mail-phone-approved = Your login phone can be changed
mail-phone-approved-text =
    We have taken the old phone number off your account. Sign in within 7 days and give the new one:
    { $link }

    If it was not you, stop it within 24 hours:
    { $stop }
mail-phone-refused = Your login phone was not changed
mail-phone-refused-text = You asked to change the login phone of your account. We could not make sure that it is you, so nothing has changed.
mail-phone-stopped = Your login phone stays as it was
mail-phone-stopped-text = The change of your login phone was stopped. The old number is back, and everybody is signed out. If you did not stop it, call us.
mail-phone-done = Your login phone was changed
mail-phone-done-text =
    There is a new phone number on your account. Security codes go to it from now on.

    If it was not you, stop it within 24 hours. The old number comes back:
    { $stop }
