### Signing in with a login at the council's identity provider. $name: what people call it there, such as "Northmere
### account". It stands in the middle of sentences, so write none that needs another word before it.

## The button, and when it did not work

council-sign-in = Sign in with { $name }
council-not-title = You are not signed in with { $name }
council-declined = You stopped, or you chose not to tell us who you are, so we cannot sign you in with { $name }.
council-gone = You've run out of time, or this page was used before. You may also have started again in another window. To keep your account safe, start again.
council-unreachable = You cannot sign in with { $name } at the moment. Try again in a few minutes.
council-untrue = We could not make sure that it is you. To keep your account safe, we did not sign you in with { $name }.
council-no-email = We need to know that your email address is yours. { $name } has not checked your email address, so you cannot use it here.
council-too-often = There have been too many attempts to sign in with { $name } from your network. Wait for an hour, or sign in with your email address and your password.
council-not-safe = Nothing has changed, and the forms you have saved are safe. You can always sign in with your email address and your password.

## The password once more, by signing in there again

council-confirm = Confirm with { $name }
council-not-confirmed = We could not make sure with { $name } that it is you. Enter your password, or try again.

## Connecting

council-connect-title = Connect your { $name }
council-connect-text =
    You have signed in with { $name } here for the first time. To connect it to your account with us, sign in to that account now, or create one. You only need to do this once.

    Use the same email address that you use for { $name }. If you do not do this within 30 minutes, nothing will be connected.
council-made-title = Your { $name } is connected
council-made = From now on, you can sign in here with { $name }. You can still use your password. To change this, choose your name at the top of the page, then “My Account”, then “Sign-in and security”.
council-not-made-title = Your { $name } is not connected
council-other-email = You are signed in. But { $name } has a different email address for you from the one in your account with us, so we did not connect the two. If you want to connect them, use the same email address for both.
council-taken = You are signed in. But your account with us, or your { $name }, is already connected to another one, so we did not connect the two.

## Under "Sign-in and security"

council-connected = Connected: { $name }. You can use it to sign in here.
council-not-connected = Not connected. To connect it, sign out. Then choose “Sign in with { $name }” on the page “Sign in”.
council-disconnect = Disconnect
council-disconnected = { $name } is no longer connected. From now on, you'll sign in with your password.

## The email about it

mail-council-connected = A new way to sign in
mail-council-connected-text =
    Your account for { $council } { service-name } is now connected to your { $name }. You can use it to sign in.

    You can end this at any time. Sign in, then go to “Sign-in and security” in your account.

    If you did not do this, call us.

## Cookies

cookie-council = Keeps your place while you sign in with another council account
cookie-council-lasts = 30 minutes, or until you are signed in
