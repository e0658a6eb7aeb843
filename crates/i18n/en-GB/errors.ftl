### Pages for what can't be shown: what happened to the answers first, then what to do.

error-not-found = Page not found
error-not-found-text =
    If you typed the address, check that it is right.

    If you followed a link to a saved form, the form may have been sent or deleted, or we may no longer keep it. Look under [Recover a form](/recover) and [Submitted forms](/submitted).

    If you need help, call us on {"{phone}"}.
# Somebody opened the address that a button sends to.
error-not-a-page = You cannot open this page by its address
error-not-a-page-text =
    This address only works from a button on another page, so nothing was changed. What you saved before is safe.

    Go to the [home page](/), to [My Account](/account) or to [Recover a form](/recover).

    If you need help, call us on {"{phone}"}.
error-cookies = Your browser does not accept cookies
error-cookies-text =
    We could not remember you from one page to the next, so nothing was changed and nothing was sent.

    This service needs cookies to keep your answers together and to sign you in. We use them for nothing else: see [Cookies](/cookies).

    Allow cookies for this website in the settings of your browser, or use another browser. Then load the page again and try once more. Copy what you typed first, if there is any.

    If you need help, call us on {"{phone}"}.
error-unreadable = There is a problem with what was sent
error-unreadable-text =
    We could not read what your browser sent, so nothing was changed. What you saved before is safe.

    Go back to the page with your browser's Back button. What you typed may still be there. Then try again.

    If it happens again, call us on {"{phone}"}.
error-too-large = That is too much to send at once
error-too-large-text =
    The page held more text than we can take, so nothing was changed. What you saved before is safe.

    Go back with your browser's Back button, make the answers shorter, and try again.
error-refused = This page is no longer up to date
error-refused-text =
    You may have signed in or out since you opened the page, so nothing was changed. What you saved before is safe.

    Go back with your browser's Back button and copy anything you typed. Then refresh the page and try again.
error-busy = The service is very busy
error-busy-text = What you saved before is safe. Wait a minute, then go back with your browser's Back button and try again.
error-internal = Sorry, there is a problem with the service
error-internal-text =
    What you saved before is safe. What you typed on the last page may not be saved.

    Go back with your browser's Back button and try again in a few minutes.

    If it cannot wait, call us on {"{phone}"}.
# $reference: the reference of the problem, not of a form: "7KQ2-M9TF".
error-reference = If you contact us about this, give us the problem reference: **{ $reference }**
