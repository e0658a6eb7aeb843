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
phone-state-stopped = This was stopped by a link in an email: one that says that it was not you, or one for a new password. You can {"["}ask again](/sign-in/change-phone), or call us on {"{phone}"}.
phone-state-frozen =
    Somebody used a link in an email to say that this was not them. So we have put the account on hold: nobody can sign in, and no form is lost.

    Call us on {"{phone}"}. When we have made sure that it is you, two of our staff open the account again.
phone-state-released =
    Your account is open again. Security codes go to the phone number that you told us.

    {"["}Sign in](/sign-in)
phone-state-done = Your new number is on your account.
phone-state-lapsed = This was not finished in time. You can {"["}ask again](/sign-in/change-phone), or call us on {"{phone}"}.
phone-track-gone =
    Each email that we send about this has a new link. Only the newest works.

    If you can't find it, call us on {"{phone}"}.
phone-stop-title = Was this not you?
phone-stop-means = If you did not ask for another login phone, stop it here. Your phone number stays as it is. Somebody knows your password, so choose a new one next.
phone-stop = Stop it
phone-freeze-means =
    If you did not ask for another login phone, put your account on hold here. This is what happens:

    - everybody is signed out, and nobody can sign in
    - your saved forms and your copies stay safe, and none of them is deleted
    - you call us on {"{phone}"}, and we make sure that it is you
    - two of our staff open your account again, with the phone number that you tell us
phone-freeze = Put my account on hold
phone-stopped = It is stopped, and your phone number stays as it is. Choose a new password now.

## Registering the new number

confirm-no-factor = There is no phone number on your account that we can send a code to. Use the link below, or call us on {"{phone}"}.
new-phone-title = Register your new phone
new-phone-granted = We have agreed to the change. First we send a code to your email address. Then you give your new number.
new-phone-send-email = Send a code to my email
new-phone-email-sent = We sent an email with a code of 6 numbers to the email address of your account.
event-phone-changed = Your login phone was changed
event-frozen = Your account was put on hold by a link in an email
event-released = We opened your account again, after we had spoken to you

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

    If you need a new password before that, you have to ask us again.

    If it was not you, put your account on hold within 24 hours. Nobody can sign in then until you have spoken to us:
    { $stop }
mail-phone-refused = Your login phone was not changed
mail-phone-refused-text = You asked to change the login phone of your account. We could not make sure that it is you, so nothing has changed.
mail-phone-stopped = Your login phone stays as it was
mail-phone-stopped-text = The change of your login phone was stopped. Your phone number stays as it was. If you did not stop it, call us.
mail-phone-done = Your login phone was changed
mail-phone-done-text =
    There is a new phone number on your account. Security codes go to it from now on.

    If it was not you, put your account on hold within 24 hours. Nobody can sign in then until you have spoken to us:
    { $stop }
mail-frozen = Your account is on hold
mail-frozen-text =
    Somebody used a link in an email to say that the change of your login phone was not them. So we have put your account on hold. Everybody is signed out, and nobody can sign in.

    Call us. When we have made sure that it is you, two of our staff open your account again. Your saved forms and your copies are safe, and none of them is deleted.

    See how far it is:
    { $page }
mail-released = Your account is open again
mail-released-text =
    We have spoken to you, and your account is open again. Security codes go to the phone number that you told us, and to no other. If you used an authenticator app or recovery codes, set them up again.

    Choose a new password first:
    { $forgot }

    Then sign in:
    { $link }

    If you have not spoken to us, call us at once.
mail-on-hold = Your account is on hold
mail-on-hold-text =
    Somebody asked for a new password for { $council } { service-name } with this email address. Your account is on hold to keep it safe, so the password can't be changed now.

    Call us. When we have made sure that it is you, two of our staff open your account again. Your saved forms and your copies are safe.

## Text messages: 160 letters at most, none outside the plain alphabet

text-frozen = { $council }: your account is on hold to keep it safe. Nobody can sign in. Call us on { $phone }.
text-released = { $council }: your account is open again. Security codes go to the phone number its owner told us. If this was not you, call { $phone }.
