### Another login phone for somebody who can't use the old one.

## Asking

change-phone-title = Change your login telephone number
change-phone-text =
    If you cannot use your login phone number, you can ask us to take it off your account. These are the steps.

    - We'll send a link to your email address.
    - Open the link and tell us why, and when we can call. Do not give us your new number yet.
    - We'll make sure that it is you. Then 2 of our staff must agree to take the old number off.
    - The next time you sign in, you'll give us the new number.

    We never ask for your password or for a security code. If someone does, put the phone down. Your saved forms are safe all the time.
change-phone-call = If you cannot open your email any more, or a form cannot wait, call us on {"{phone}"}.
phone-link-first = First, we'll send a link to the email address for your account.
phone-ask-link = Send the link
phone-sign-in-first = First {"["}sign in](/sign-in) with your email address and password. When we ask for the code, choose “Change your login telephone number”.
phone-link-sent = We've sent a link to the email address for your account. You can use it once, within 24 hours.
phone-link-gone =
    You can use a link once, within 24 hours. If you have asked for another one since, only the newest one works.

    {"["}Ask again](/sign-in/change-phone)
phone-ask-lead = Do not give us your new number here. We'll ask for it when you sign in, after we have made sure that it is you.
phone-why = Why do you need to change your number?
phone-why-lost = The phone is lost or broken
phone-why-stolen = The phone was stolen
phone-why-new = I have a new number
phone-why-signal = There is no signal where I am
phone-why-landline = I no longer have the landline
phone-why-extension = The number has an extension
phone-why-missing = Select why you need to change your number
phone-check = How can we make sure that it is you?
phone-check-call = Call me on a number that you have in my care record
phone-check-visit = Ask me when a worker visits me
phone-check-letter = Write to me at my address, so that I can call you
phone-check-missing = Select how we can make sure that it is you
phone-when = If we need to call you, when is a good time?
phone-when-morning = In the morning
phone-when-afternoon = In the afternoon
phone-when-any = At any time
phone-when-missing = Select when we can call
phone-ask-send = Ask for the change
phone-already-asked = You have already asked for this. The newest email from us has a link to see what is happening.

## Following it

phone-track-title = Changing your login phone
phone-asked-on = You asked on { $date }.
phone-state-asked = We know that you want this. First, we'll make sure that it is you, in the way you chose. Then 2 of our staff will look at it. We'll email you when they have decided.
phone-state-approved =
    We have agreed, and we have taken the old number off your account.

    {"["}Sign in](/sign-in) before { $date }, and give us your new number.
phone-state-refused = We could not make sure that it is you, so nothing has changed. Call us on {"{phone}"}.
phone-state-stopped = Someone used a link in an email to stop this, either to say that it was not them or to choose a new password. You can {"["}ask again](/sign-in/change-phone), or call us on {"{phone}"}.
phone-state-frozen =
    Someone used a link in an email to say that this was not them, so we have put the account on hold. Nobody can sign in, and no form will be lost.

    Call us on {"{phone}"}. When we have made sure that it is you, 2 of our staff will open the account again.
phone-state-released =
    Your account is open again. We'll send security codes to the phone number you gave us.

    {"["}Sign in](/sign-in)
phone-state-done = Your new number is on your account.
phone-state-lapsed = This was not finished in time. You can {"["}ask again](/sign-in/change-phone), or call us on {"{phone}"}.
phone-track-gone =
    Each email that we send about this has a new link. Only the newest one works.

    If you cannot find it, call us on {"{phone}"}.
phone-stop-title = If this was not you
phone-stop-means = If you did not ask to change your login phone, stop the change here. Your phone number will stay as it is. Someone knows your password, so choose a new one next.
phone-stop = Stop the change
phone-freeze-means =
    If you did not ask to change your login phone, put your account on hold here. This is what will happen:

    - everyone will be signed out, and nobody will be able to sign in
    - your saved forms and your copies will stay safe, and none of them will be deleted
    - you call us on {"{phone}"}, and we make sure that it is you
    - 2 of our staff will open your account again, with the phone number you give us
phone-freeze = Put my account on hold
phone-stopped = The change has been stopped, and your phone number stays as it is. Choose a new password now.

## Registering the new number

confirm-no-factor = There is no phone number on your account that we can send a code to. Use the link below, or call us on {"{phone}"}.
new-phone-title = Register your new phone
new-phone-granted = We have agreed to the change. First, we'll send a code to your email address. Then you'll give us your new number.
new-phone-send-email = Send a code to my email
new-phone-email-sent = We've sent an email with a 6-digit code to the email address for your account.
event-phone-changed = Your login phone was changed
event-frozen = Your account was put on hold by a link in an email
event-released = We opened your account again, after we had spoken to you

## Emails

mail-phone-link = Your link to change your login phone
mail-phone-link-text =
    Someone entered your password and asked to change your login phone number.

    If it was you, open this link:
    { $link }

    You can use the link once, within 24 hours. If it was not you, do not open it. Change your password straight away, then call us.
mail-phone-asked = You asked to change your login phone
mail-phone-asked-text =
    You asked us to change the login phone for your account. We'll email you when we have decided.

    See what is happening:
    { $page }

    If it was not you, stop it within 24 hours:
    { $stop }
mail-phone-approved = Your login phone can be changed
mail-phone-approved-text =
    We have taken the old phone number off your account. Sign in within 7 days and give us the new one:
    { $link }

    If you set a new password before that, you'll have to ask us again.

    If it was not you, put your account on hold within 24 hours. Nobody will be able to sign in until you have spoken to us:
    { $stop }
mail-phone-refused = Your login phone was not changed
mail-phone-refused-text = You asked to change the login phone of your account. We could not make sure that it is you, so nothing has changed.
mail-phone-stopped = Your login phone stays as it was
mail-phone-stopped-text = The change of your login phone was stopped. Your phone number stays as it was. If you did not stop it, call us.
mail-phone-done = Your login phone was changed
mail-phone-done-text =
    There is a new phone number on your account. We'll send security codes to it from now on.

    If it was not you, put your account on hold within 24 hours. Nobody will be able to sign in until you have spoken to us:
    { $stop }
mail-frozen = Your account is on hold
mail-frozen-text =
    Someone used a link in an email to say that they did not ask to change your login phone. We have put your account on hold to keep it safe. Everyone has been signed out, and nobody can sign in.

    Call us. When we have made sure that it is you, 2 of our staff will open your account again. Your saved forms and your copies are safe, and none of them has been deleted.

    See what is happening:
    { $page }
mail-released = Your account is open again
mail-released-text =
    We have spoken to you, and your account is open again. We'll send security codes only to the phone number you gave us. If you used an authenticator app or recovery codes, set them up again.

    Choose a new password first:
    { $forgot }

    Then sign in:
    { $link }

    If you have not spoken to us, call us straight away.
mail-on-hold = Your account is on hold
mail-on-hold-text =
    Someone asked for a new password for { $council } { service-name } with this email address. Your account is on hold to keep it safe, so the password cannot be changed now.

    Call us. When we have made sure that it is you, 2 of our staff will open your account again. Your saved forms and your copies are safe.

## Text messages: 160 letters at most, none outside the plain alphabet

text-frozen = { $council }: your account is on hold to keep it safe. Nobody can sign in. Call us on { $phone }.
text-released = { $council }: your account is open again. Security codes go to the phone number its owner told us. If this was not you, call { $phone }.
