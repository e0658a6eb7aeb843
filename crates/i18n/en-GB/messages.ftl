### Emails, texts and calls. Nothing of a person beyond what they must hold: others may read over a shoulder.

# The end of every email.
mail-end =
    { $text }

    If you need help, call us on { $phone }.

    { $council }
    Adult Social Care

mail-subject = { $council }: { $subject }

mail-email-code = Your security code
mail-email-code-text =
    { $code } is your security code for { $council } { service-name }.

    Enter it on the page that asked for it. It works for { $minutes } minutes and can be used once.

    If you did not ask for a code, you can ignore this email. Nobody can use your email address without the code.
mail-has-account = You already have an account
mail-has-account-text =
    Someone asked to create an account for { $council } { service-name } with this email address. You already have an account, so you do not need another one.

    Sign in here:
    { $link }

    If you did not ask for this, you can ignore this email. Your account is safe and nothing has changed.
mail-account-created = Your account is ready
mail-account-created-text =
    Your account for { $council } { service-name } is ready.

    Sign in here whenever you want to start or carry on with a form:
    { $link }

    Each time you sign in, you'll need a security code from your phone or authenticator app. We will never ask you to tell us your password or a code.

    If you did not create this account, tell us.
mail-saved = Your saved form
mail-saved-text =
    We've saved your form. You can come back to it until { $until }.

    Go back to your form:
    { $link }

    We'll ask you to sign in. Every time you save your form, we'll keep it for longer.
mail-submitted = We have your form
# $time: "28 days", as the form says it.
mail-submitted-text =
    Thank you. We have your form.

    Your reference is { $reference }. You should hear from us within { $time }.

    Read, print or download your copy:
    { $link }

    We'll ask you to sign in. We'll keep your copy until { $until }. Then we'll delete it.

    If something changes or cannot wait, call us on { $phone }. Outside office hours, call { $hours }. If someone is in danger now, call 999.

# A text message: 160 letters at most with its last line, which lets a phone offer the code on our page only.
text-code = { $code } is your { $council } { service-name } security code.
# What the telephone says. $digits: "0, 1, 2, 3, 4, 5".
call-code = Hello. This is { $council } { service-name }, with the security code you asked for. Your code is: { $digits }. Once more, your code is: { $digits }. For the last time, your code is: { $digits }. Goodbye.
