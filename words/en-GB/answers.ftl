### What the service says around and about answers.

answer-yes = Yes
answer-no = No
answer-not-provided = Not provided
# A thing of a list that has no name yet: "This medicine".
list-this = This { $item }

## Groups of forms on the home page

group-me = Care and support for me
group-caring = Caring for somebody
group-paying = Paying for care
group-safe = Staying safe
group-about = Getting about

## What is wrong with an answer.
## $name names the answer, with a capital letter ("Your date of birth"); $question is the question as it is asked.
## English uses the name, other languages may use the question.

fault-your-answer = your answer
fault-too-long = { $name } must be { $max } characters or less
fault-not-whole = { $name } must be a whole number, like 12
fault-not-between = { $name } must be between { $min } and { $max }
fault-too-small = { $name } must be { $min } or more
fault-too-large = { $name } must be { $max } or less
fault-not-money = { $name } must be an amount of money, like 1200 or 85.50
fault-email = Enter an email address in the correct format, like name@example.com
fault-phone = Enter a phone number, like 01632 960 001 or 07700 900 982
fault-national-insurance = Enter a National Insurance number that is 2 letters, 6 numbers, then A, B, C or D, like QQ 12 34 56 C
fault-nhs-number = Enter an NHS number that has 10 numbers, like 485 777 3456, or leave it out
fault-not-alone = Select “{ $option }” on its own, or take it away
fault-date-without = { $name } must include a { $parts }
fault-date-not-real = { $name } must be a real date
fault-date-not-past = { $name } must be in the past
fault-date-not-future = { $name } must be today or in the future
fault-address-line-long = Each line of the address must be { $max } characters or less
fault-address-without-line = Enter address line 1, usually the building and street
fault-address-without-town = Enter a town or city
fault-postcode = Enter a full UK postcode, like NR1 3DH, or leave it out
# $question: what one of the list is called ("medicine").
fault-too-few-one = Add at least one { $question }
fault-too-few = Add at least { $min } { $question }
# $question: the heading of a page that ends the form.
fault-stopped = You can't send this form because of your answers: see “{ $question }”
fault-unfinished = Finish the answers about this { $question }
date-part-day-within = day
date-part-month-within = month
date-part-year-within = year
# Between parts of a date that are missing: "day and month".
date-parts-and = { " and " }
