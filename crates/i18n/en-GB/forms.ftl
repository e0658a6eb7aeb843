### Forms: choosing one, filling it in, sending it, keeping a copy.

## Home

home-lead = Ask us for care and support, for yourself or someone else, in your own time and from your own home.
# Above everything else on the home page. After it comes the name of the form about an adult at risk of harm.
home-danger = If someone is in danger now, call {"["}999](tel:999).
home-without-login = You can start any form without signing in. You need to sign in to save it or send it.
home-nothing-begun = You have no saved forms. Choose a form below to start, or go to {"["}My Account](/account).
home-carry-on = Carry on where you left off
# Without a sign-in. The form isn't named: somebody else may see this screen.
carry-on-a-day = You are not signed in, so we keep it for 24 hours after you last saved it.
carry-on-delete = Delete it
# $page: the heading of the page of the form.
home-next-page = The next page is “{ $page }”.
home-all-filled-in = Everything is filled in. Check your answers, then send the form.
home-see-saved =
    { $count ->
        [one] See your saved form
       *[other] See all { $count } saved forms
    }
home-forms = Forms
# Before the link "Help me choose".
home-choose = Not sure which form you need?
# $time: "about 45 minutes", as the form says it.
home-takes = Takes { $time }
other-ways = If a form is not what you need
other-ways-emergency = In an emergency
other-ways-emergency-text = If someone is in danger or badly hurt, call {"["}999](tel:999).
other-ways-closed = When our office is closed
# The number is put in where it says out_of_hours.
other-ways-closed-text = If it cannot wait until we open, call {"{out_of_hours}"}.
other-ways-phone = By phone
other-ways-phone-text = In office hours, call {"{phone}"}. We can fill in a form with you.
other-ways-formats = Another language or format
other-ways-formats-text = Large print, Easy Read, British Sign Language or an interpreter: {"["}ask us](/help#formats).

## Help me choose: questions that lead to a form

help-me-choose = Help me choose
choose-lead = Answer up to 3 questions, and we'll tell you which form to start with. We do not keep your answers.
# Somebody has opened a later page again, by "Back" or by reloading it.
choose-lost = We do not keep your answers, so start again.
# $count: how many forms there are to choose from.
choose-forms =
    { $count ->
        [one] Start with this form
       *[other] Start with one of these forms
    }
choose-call = If you would like to talk to us
choose-answers = What you told us
choose-change = Change your answers
choose-all = See all forms

## Pages in other languages

other-languages = Other languages

## Before a form starts

start-now = Start now
# After "Start now", if the person has begun the same form before.
begun-title = Carry on, or begin again?
begun-text = You have already started this form. If you start a new one, we'll also keep the one you have.
begun-again = Begin again
start-takes = How long it takes
start-answer = When you'll hear from us
# $time: "28 days".
start-within = Within { $time }
start-who = Who it is for
start-ready = What you'll need
start-next = What happens next
start-saving = **Saving:** Choose “Save for later” on any page and come back within { $days } days, on any device. You need to sign in to save or send the form, but not to start it.
# $day: "3 March 2026"; $form: the name of the other form.
start-carry = Use answers from “{ $form }” ({ $day })?
start-carry-hint = You can check each answer and change it.
start-carry-use = Yes, fill in what I told you there
# Several earlier forms to choose from.
start-carry-several = Do you want to use answers from a form you filled in before?
# $day: "3 March 2026"; $form: the name of the other form.
start-carry-form = “{ $form }” ({ $day })
start-carry-none = No, start with an empty form
# $name: the person that the other form is about.
start-carry-about = It is about { $name }.
start-data = How we use your answers
# $purpose: "to find out what help you need".
start-data-use = We use your answers { $purpose }.
# $time: "8 years after we last help you".
start-data-keep = We keep them { $time }.
start-data-more = Read more in our {"["}privacy notice](/privacy).
start-too-many = You have { $most } forms that you have not sent. Send or delete one of them before you start another
start-too-many-visitor = You have { $most } forms that you have not sent. Sign in, then send or delete one of them before you start another

## Saved forms

create-an-account = Create an account
choose-a-form = Choose a form to start
back-to-account = Back to My Account
start-too-often = You have started many forms in a short time. Wait an hour, then try again
start-too-often-visitor = Many forms were started in a short time. Sign in first, or wait an hour and try again
recover-saved = We've saved your form. You can come back to it until { $until }.
recover-saved-emailed-lately = We've saved your form. You can come back to it until { $until }. We emailed you a link to it a short while ago.
recover-saved-emailed = We've saved your form. You can come back to it until { $until }. We've emailed you a link to it.
recover-deleted = We've deleted the saved form.
recover-empty = You have no saved forms.
recover-empty-more = Forms you start are listed here until you send them. We keep each one for { $days } days after your last save.
recover-lead =
    { $count ->
        [one] You have one saved form. We keep it for { $days } days after you last saved it.
       *[other] You have { $count } saved forms. We keep each one for { $days } days after you last saved it.
    }
recover-start-another = Start another form
# Without a sign-in: the forms begun in this browser.
recover-visitor =
    { $count ->
        [one] You started one form in this browser.
       *[other] You started { $count } forms in this browser.
    }
recover-visitor-more = To keep them longer, or to see the forms in your account, {"["}sign in](/sign-in) or {"["}create an account](/create-account).
# After signing in with forms begun before, where the account has as many as it may have.
recover-no-room = You cannot have any more saved forms. A form that you started before you signed in is not in your account yet. Send or delete one of these, sign out, and sign in again in this browser within 24 hours.
# A saved form that the list must not name, because the person may want nobody to see which it is.
recover-unnamed = A saved form
recover-done = Done so far
# Beside how much of a form is left.
recover-left = Still to do
# How much of a form is left.
left =
    { $pages ->
        [one] { $minutes ->
            [one] 1 page, about 1 minute
           *[other] 1 page, about { $minutes } minutes
        }
       *[other] { $minutes ->
            [one] { $pages } pages, about 1 minute
           *[other] { $pages } pages, about { $minutes } minutes
        }
    }
# The same while later answers may add pages.
left-about =
    { $pages ->
        [one] { $minutes ->
            [one] about 1 page, about 1 minute
           *[other] about 1 page, about { $minutes } minutes
        }
       *[other] { $minutes ->
            [one] about { $pages } pages, about 1 minute
           *[other] about { $pages } pages, about { $minutes } minutes
        }
    }
recover-next = Next page
recover-last-saved = Last saved
available-until = Available until
# How much of a form is done: "7 of 18 pages".
recover-pages-done = { $done } of { $count } pages
recover-saved-today = Today at { $time }
recover-saved-on = { $date } at { $time }
recover-goes-today = We'll delete this form at 11:59pm today. Save it again to keep it for another { $days } days.
recover-goes-tomorrow = We'll delete this form at 11:59pm tomorrow. Save it again to keep it for another { $days } days.
recover-goes-soon = We'll delete this form in { $left } days. Save it again to keep it for another { $days } days.
delete = Delete
delete-title = Delete this saved form?
delete-text = We'll delete everything you wrote in it. You will not be able to get it back.
delete-keep = Keep it

## The task list

tasks-done = { $done } of { $count } pages done
tasks-back = Back to your saved forms
tasks-next = Next page
tasks-all-filled-in = Everything is filled in.
# Read out after "Continue". $page: the page it leads to.
tasks-continue-with = with { $page }
tasks-completed = Completed
tasks-in-progress = In progress
tasks-next-tag = Next
tasks-not-started = Not started
tasks-cannot-start = Cannot start yet
tasks-check-when = When the other pages are done
tasks-send = Submit your form
tasks-any-order = You can do the pages in any order, stop at any time and come back on any device.

## A page of a form

save-for-later = Save for later
all-pages = All pages of this form
# Above the heading of a page, if the form is about somebody else. $name: that person.
page-about = About { $name }
# Above the heading of a page, the section and where one is in it: "Your daily life: 3 of 12".
page-caption = { $section }: { $number } of { $count }
# The same while later answers may add pages to the section.
page-caption-about = { $section }: { $number } of about { $count }
page-filled = We've filled in some answers for you. Check that they are right.
saved-today = Saved today at { $time }. Kept until { $until }.
saved-on = Saved on { $date } at { $time }. Kept until { $until }.
saved-today-visitor = Saved today at { $time }. Kept for 24 hours. To keep it longer, choose “Save for later”.
saved-on-visitor = Saved on { $date } at { $time }. Kept for 24 hours. To keep it longer, choose “Save for later”.
# For browsers without scripts, where nothing saves by itself.
saved-by-buttons = We save this page when you choose “Continue” or “Save for later”.
# Instead of the line above, while somebody waits.
saving-now = Saving…
saving-failed = Not saved yet. What you typed is still on this page.
sending-now = Sending your form…
sign-in-to-save = Sign in or create an account to save your form. Your answers are safe and will be there when you have signed in.
sign-in-to-send = Sign in or create an account to send your form. Your answers are safe and will be there when you have signed in.
sign-in-to-open = Sign in to open this form. If you start a form without signing in, we only keep it for 24 hours.
changed-title = These answers were changed somewhere else
changed-text = While you had this page open, it was saved in another tab or on another device. What you typed is below, and is not lost. The saved answers are:
changed-nothing = Nothing is saved on this page.
changed-use = To use what is below instead, choose “Continue” at the end of this page.
changed-keep = Keep the saved answers
changed-also = In another tab or on another device you typed:
# On the task list and before the form is sent: pages where the person has to choose between two answers.
waiting-title = Some pages have two answers
waiting-text = These pages were changed in another tab or on another device while you had them open. What you typed is not lost. Open each page, look at both answers and choose one:
# On a page that could not be saved. What was typed is shown again below it.
unsaved-title = This page is not saved yet
unsaved-too-long = One of your answers is much longer than we can keep. What you typed is below and is not lost. Make the answer shorter, then choose “Continue”.
unsaved-full = This form holds as much as we can keep in one form. What you typed is below and is not lost. Make some of your answers shorter, then choose “Continue”.
unsaved-list-full = You can only add { $most }, and you have already added them in another tab or on another device. What you typed is below and is not lost. Remove one of the others, then choose “Continue”.
unsaved-too-much = Your saved forms hold as much as we can keep for now. What you typed is below and is not lost. Send or delete another form, or wait an hour, then choose “Continue”.
unsaved-busy = The service is very busy. What you typed is below and is not lost. Wait a moment, then choose “Continue”.
# A question that need not be answered.
question-optional = { $question } (optional)
question-or = or
question-date-hint = For example, 27 3 1947
date-day = Day
date-month = Month
date-year = Year
address-line1 = Address line 1
address-line2 = Address line 2 (optional)
address-town = Town or city
address-county = County (optional)
address-postcode = Postcode
# Addresses in a form, found by their postcode.
form-address-use = Use this address
form-address-type = You can also type the address in the boxes below.
form-address-unchosen = Choose an address, or type it in the boxes below
form-address-none = We found no addresses for { $postcode }. Check the postcode, or type the address in the boxes below.
form-address-postcode = Enter a full UK postcode to find an address, or type the address in the boxes below.
form-address-unanswered = We cannot look up addresses at the moment. You can type the address in the boxes below.
question-from-account = We'll fill this in from your account when you sign in
# Before the link into another form. $form: its name.
question-link = Save and go to “{ $form }”
# Beside a number that the service works out, for browsers without scripts.
calculated-later = We'll work this out again when you choose “Continue”.
calculated-unknown = We cannot work this out yet
file-how = You cannot add files to this form yet. When you have sent the form, email your papers to {"{email}"}, or call {"{phone}"} to ask where to post them. Give the reference we show you when you send the form.
# What the copy says of papers and photos.
file-on-copy = To be sent by email or post
problem-summary = There is a problem
# Read out before a message beside its question.
problem-error = Error

## How much room is left in a long text. %{"{count}"} stays as it is: the browser puts the number in.

count-under-one = You have %{"{count}"} character remaining
count-under = You have %{"{count}"} characters remaining
count-at = You have 0 characters remaining
count-over-one = You have %{"{count}"} character too many
count-over = You have %{"{count}"} characters too many
count-most = You can enter up to %{"{count}"} characters

## A form that was published anew while somebody filled in an older version

newer-notice = This form has changed since you started it.
newer-see = See what has changed
newer-title = This form has changed
newer-text = We have changed this form since you started it. Nothing that you wrote is lost.
newer-what = What has changed for you
newer-nothing = Nothing has changed on the pages that you need to fill in.
newer-answers = Your answers
newer-kept =
    { $count ->
        [one] We'll keep one of your answers.
       *[other] We'll keep { $count } of your answers.
    }
newer-to-do = You still need to fill in:
newer-all-done = There is nothing more to fill in.
newer-use = Use the new form
newer-keep = Carry on with the old form
newer-must = You cannot send the old form any more.
change-page-added = A new page: “{ $page }”
change-page-removed = A page has gone: “{ $page }”
change-added = A new question: “{ $question }”
change-removed = We no longer ask: “{ $question }”
change-reworded = “{ $old }” now says “{ $new }”
change-required = You must now answer: “{ $question }”
change-optional = You can now leave this blank: “{ $question }”
change-options-added = There is more to choose from for “{ $question }”: { $options }
change-options-removed = You can no longer choose this for “{ $question }”: { $options }
change-otherwise = You now answer this differently: “{ $question }”
change-sums = We now work out sums differently.

## Lists

list-add = Add
list-add-another = Add another
# Read out after "Add". $article: "a" or "an"; other languages leave it out.
list-add-about = { $article } { $item }
list-add-title = Add { $article } { $item }
list-change-title = Change this { $item }
list-remove = Remove
list-remove-title = Remove { $name }?
list-remove-text = What you wrote about it will be deleted from this form.
list-keep = Keep it
list-unfinished = Some answers are missing
list-most = You can add up to { $most }.

## Check your answers

submit-too-many = You have sent many forms today, so we cannot take another one yet. We've saved it. You can send it from { $time } on { $date }.
check-title = Check your answers
check-back = Back to all pages
# In a long form the answers of a section are folded away.
check-open-all = Show all answers
check-section-answers =
    { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }
# Read out after "Change".
check-change-about = your answer to: { $question }
check-copy = When you send it, we'll keep a copy in your account for { $days } days.
check-sign-in = You need to sign in or create an account to send it. We'll keep your answers.
check-submit = Submit form
# Instead of the top of the page, for somebody who had to sign in before the form could be sent.
unsent-account-ready = Your account is ready. Your form has not been sent yet.
unsent-signed-in = You are signed in. Your form has not been sent yet.
unsent-look = Your answers are below. If they are right, send the form now.
check-before = Before you can send it
check-unfinished = These pages are not finished:

## After sending

sent-title = We have your form
sent-reference = Your reference is **{ $reference }**
sent-thanks = Thank you. We've emailed your reference to { $email }.
sent-thanks-unsent = Thank you. Write down your reference. We have not emailed it, because of your contact choices.
sent-on = You sent it on { $date } at { $time }.
sent-next = What happens next
sent-often = Forms that people often need next
sent-copy = Your copy
sent-copy-text = You can open, print and download it under {"["}Submitted forms](/submitted) until { $until }, unless you asked us to leave it out of that list. Then we'll delete it.
sent-see = See what you sent
sent-account = Go to My Account

## Copies

copies-back = Back to Submitted forms
copies-empty = You have not sent any forms, or we have deleted your copies.
copies-empty-more = When you send a form, your copy will be here for { $days } days. You can open it, print it and download it.
copies-lead = We keep your copy for { $days } days from the day you sent it. Then we delete it. To keep one for longer, open it and choose “Download PDF”.
copy-reference = Reference
copy-sent-on = Sent on
copy-received = Received
copy-reference-is = Reference **{ $reference }**
copy-sent-by = Sent by { $name } on { $date } at { $time }
# Instead of the form that somebody went back to.
copy-already-sent = You sent this form on { $date } at { $time }. This is your copy.
# Added to the line above, for a page that was open in another tab and was saved after the form was sent.
copy-typed-later = What you typed after that is not in it. To tell us about it, call us on { $phone }.
# A day and a time of day: "20 April 2026 at 4:15pm".
moment = { $date } at { $time }
copy-print = Print
copy-pdf = Download PDF
copy-large-print = Download in large print
copy-text = Download as plain text
copy-way = What happens to your form
copy-kept = We'll keep your copy until **{ $until }**. Then we'll delete it.
copy-step-sent = Sent
copy-waiting = You should hear from us within { $time }. If you do not, call us on { $phone } and tell us your reference.
