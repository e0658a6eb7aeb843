### What stands on every page, and what many pages say.

service-name = Adult Social Care Online
page-title = { $page } – { service-name } – { $council }
page-title-home = { service-name } – { $council }
# Before the title of a page on which something is wrong.
page-title-error = Error: { $title }
skip-link = Skip to main content
back = Back
sign-in = Sign in
sign-out = Sign out
button-continue = Continue
link-change = Change
success = Success
important = Important

## Dates and times

date = { $day } { $month } { $year }
# The last minute of a day, until which something is kept. $date: "3 March 2027".
date-end = 11:59pm on { $date }
time-am = { $hour }:{ $minute }am
time-pm = { $hour }:{ $minute }pm
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Header and foot

header-your-account = Your account
header-saved = saved
site-menu = Site menu
site-menu-home = Home
site-menu-forms = All forms
site-menu-help = Help with this service
site-menu-other-ways = Other ways to get help
my-account = My Account
recover = Recover a form
submitted-forms = Submitted forms
footer-about = About this service
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-cookies = Cookies
footer-help = Help
footer-signed-out-at = If you stop using this service, we'll sign you out at { $time }.
share = Share this page
share-address = Address of this page
share-by-email = Send the address by email
# What the group of links between languages is called.
language-navigation = Choose a language

## What others see of the service: a link that is passed on, the icon on a home screen

about-service = Ask for care and support, for yourself or someone else. Fill in a form at your own pace, save it, and come back when it suits you.
about-recover = Carry on with a form you have saved
