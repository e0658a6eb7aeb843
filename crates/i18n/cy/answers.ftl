### Yr hyn y mae'r gwasanaeth yn ei ddweud am atebion.

answer-yes = Ie
answer-no = Na
answer-not-provided = Heb ei roi
list-this = { $item }

## Hyd a phwysau, yn y ddwy ffordd y mae pobl yn mesur

length-in-inches = { $cm } cm ({ $inches } modfedd)
length-in-feet =
    { $inches ->
        [0] { $cm } cm ({ $feet } troedfedd)
       *[other] { $cm } cm ({ $feet } troedfedd { $inches } modfedd)
    }
weight-in-pounds = { $kg } kg ({ $pounds } pwys)
weight-in-stones =
    { $pounds ->
        [0] { $kg } kg ({ $stones } stôn)
       *[other] { $kg } kg ({ $stones } stôn { $pounds } pwys)
    }

## Grwpiau o ffurflenni ar yr hafan

group-me = Gofal a chymorth i mi
group-caring = Gofalu am rywun
group-paying = Talu am ofal
group-safe = Cadw'n ddiogel
group-about = Mynd o le i le

## Beth sydd o'i le ar ateb

fault-your-answer = eich ateb
fault-too-long = { $question } Rhaid i'r ateb fod yn { $max } nod neu lai
fault-not-number = { $question } Rhaid i'r ateb fod yn rhif, fel 12
fault-several-numbers = { $question } Rhaid i'r ateb fod yn un rhif, fel 12
fault-not-whole = { $question } Rhaid i'r ateb fod yn rhif cyfan, fel 12
fault-not-between = { $question } Rhaid i'r ateb fod rhwng { $min } a { $max }
fault-too-small = { $question } Rhaid i'r ateb fod yn { $min } neu fwy
fault-too-large = { $question } Rhaid i'r ateb fod yn { $max } neu lai
fault-not-money = { $question } Rhaid i'r ateb fod yn swm o arian, fel 1200 neu 85.50
fault-several-sums = { $question } Rhaid i'r ateb fod yn un swm o arian, fel 1200 neu 85.50
fault-not-pounds = { $question } Rhaid i'r ateb fod mewn punnoedd, fel 1200 neu 85.50
fault-parts-of-pence = { $question } Rhaid i'r ateb fod â dim mwy na 2 rif ar ôl y pwynt, fel 85.50
fault-not-length = { $question } Rhaid i'r ateb fod yn hyd, fel 45 cm neu 18 modfedd
fault-not-weight = { $question } Rhaid i'r ateb fod yn bwysau, fel 65 kg neu 10 stôn 4
length-limit = { $cm } cm
weight-limit = { $kg } kg
fault-email = Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com
fault-phone = Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982
fault-national-insurance = Rhowch rif Yswiriant Gwladol sy'n 2 lythyren, 6 rhif, yna A, B, C neu D, fel QQ 12 34 56 C
fault-nhs-number = Rhowch rif GIG sydd â 10 rhif, fel 485 777 3456, neu gadewch y blwch yn wag
fault-not-alone = Dewiswch “{ $option }” ar ei ben ei hun, neu tynnwch ef i ffwrdd
fault-date-without = { $question } Rhaid i'r dyddiad gynnwys { $parts }
fault-date-not-real = { $question } Rhaid i'r dyddiad fod yn un go iawn
fault-year-short = { $question } Rhaid i'r flwyddyn gynnwys 4 rhif
fault-date-not-past = { $question } Rhaid i'r dyddiad fod heddiw neu yn y gorffennol
fault-date-not-future = { $question } Rhaid i'r dyddiad fod heddiw neu yn y dyfodol
fault-address-line-long = Rhaid i bob llinell o'r cyfeiriad fod yn { $max } nod neu lai
fault-address-without-line = Rhowch linell gyntaf y cyfeiriad, sef yr adeilad a'r stryd fel arfer
fault-address-without-town = Rhowch dref neu ddinas
fault-postcode = Rhowch god post llawn yn y Deyrnas Unedig, fel NR1 3DH, neu gadewch y blwch yn wag
fault-too-few-one = Ychwanegwch o leiaf un: { $question }
fault-too-few = Ychwanegwch o leiaf { $min }: { $question }
fault-stopped = Allwch chi ddim anfon y ffurflen hon oherwydd eich atebion: gweler “{ $question }”
fault-unfinished = Gorffennwch yr atebion am: { $question }
date-part-day-within = diwrnod
date-part-month-within = mis
date-part-year-within = blwyddyn
date-parts-and = { ", " }
