### What the service says around and about answers.

answer-yes = Yes
answer-no = No
answer-not-provided = Not provided
# A thing of a list that has no name yet: "This medicine".
list-this = This { $item }

## Lengths and weights, in both ways that people measure

length-in-inches =
    { $inches ->
        [one] { $cm } cm ({ $inches } inch)
       *[other] { $cm } cm ({ $inches } inches)
    }
length-in-feet =
    { $inches ->
        [0] { $cm } cm ({ $feet } feet)
        [one] { $cm } cm ({ $feet } feet { $inches } inch)
       *[other] { $cm } cm ({ $feet } feet { $inches } inches)
    }
weight-in-pounds =
    { $pounds ->
        [one] { $kg } kg ({ $pounds } pound)
       *[other] { $kg } kg ({ $pounds } pounds)
    }
weight-in-stones =
    { $pounds ->
        [0] { $kg } kg ({ $stones } stone)
        [one] { $kg } kg ({ $stones } stone { $pounds } pound)
       *[other] { $kg } kg ({ $stones } stone { $pounds } pounds)
    }

## Groups of forms on the home page

group-me = Care and support for me
group-caring = Caring for someone
group-paying = Paying for care
group-safe = Staying safe
group-about = Getting about

## What is wrong with an answer.
## $name names the answer, with a capital letter ("Your date of birth"); $question is the question as it is asked.
## English uses the name, other languages may use the question.

fault-your-answer = your answer
fault-too-long = { $name } must be { $max } characters or less
fault-not-number = { $name } must be a number, like 12
fault-several-numbers = { $name } must be one number, like 12
fault-not-whole = { $name } must be a whole number, like 12
fault-not-between = { $name } must be between { $min } and { $max }
fault-too-small = { $name } must be { $min } or more
fault-too-large = { $name } must be { $max } or less
fault-not-money = { $name } must be an amount of money, like 1200 or 85.50
fault-several-sums = { $name } must be one amount of money, like 1200 or 85.50
fault-not-pounds = { $name } must be in pounds, like 1200 or 85.50
fault-parts-of-pence = { $name } must be in pounds and pence, like 85.50
fault-comma-for-point = { $name } must have a point before the pence, like 85.50, and a comma only in thousands, like 1,200
fault-not-length = { $name } must be a length, like 45 cm or 18 inches
fault-not-weight = { $name } must be a weight, like 65 kg or 10 stone 4
# In "must be between 30 cm and 250 cm".
length-limit = { $cm } cm
weight-limit = { $kg } kg
fault-email = Enter an email address in the correct format, like name@example.com
# $meant: an address that is nearly the one typed.
fault-email-slip = Did you mean { $meant }? If the email address is right as it is, press “Continue” again
fault-phone = Enter a phone number, like 01632 960 001 or 07700 900 982
# $count: how many digits the number has.
fault-phone-digits = Check the phone number: it has { $count } numbers, but most in the UK have 11, like 07700 900 982
fault-national-insurance = Enter a National Insurance number that is 2 letters, 6 numbers, then A, B, C or D, like AB 12 34 56 C
fault-nhs-number = Enter an NHS number that has 10 numbers, like 999 123 4578, or leave it blank
fault-not-alone = Select “{ $option }” or your other answers, not both
fault-date-without = { $name } must include a { $parts }
fault-date-not-real = { $name } must be a real date
fault-year-short = Year must include 4 numbers
fault-date-not-past = { $name } must be today or in the past
fault-date-not-future = { $name } must be today or in the future
fault-address-line-long = Each line of the address must be { $max } characters or less
fault-address-without-line = Enter address line 1, usually the building and street
fault-address-without-town = Enter a town or city
fault-postcode = Enter a full UK postcode, like NR1 3DH
# $question: what one of the list is called ("medicine").
fault-too-few-one = Add at least one { $question }
fault-too-few = Add at least { $min } of these: { $question }
# $question: the heading of a page that ends the form.
fault-stopped = You cannot send this form because of your answers: see “{ $question }”
fault-unfinished = Finish the answers about this { $question }
date-part-day-within = day
date-part-month-within = month
date-part-year-within = year
# Between parts of a date that are missing: "day and month".
date-parts-and = { " and " }
