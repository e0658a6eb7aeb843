### Yr hyn y mae'r gwasanaeth yn ei ddweud am atebion.

answer-yes = Ie
answer-no = Na
answer-not-provided = Heb ei roi
list-this = { $item }

## Hyd a phwysau, yn y ddwy ffordd y mae pobl yn mesur

length-in-inches =
    { $inches ->
        [one] { $cm } cm ({ $inches } fodfedd)
        [two] { $cm } cm ({ $inches } fodfedd)
       *[other] { $cm } cm ({ $inches } modfedd)
    }
length-in-feet =
    { $cm } cm ({ $feet ->
        [one] { $feet } droedfedd
        [two] { $feet } droedfedd
        [many] { $feet } throedfedd
       *[other] { $feet } troedfedd
    }{ $inches ->
        [0] {""}
        [one] {" "}{ $inches } fodfedd
        [two] {" "}{ $inches } fodfedd
       *[other] {" "}{ $inches } modfedd
    })
weight-in-pounds =
    { $pounds ->
        [two] { $kg } kg ({ $pounds } bwys)
        [few] { $kg } kg ({ $pounds } phwys)
        [many] { $kg } kg ({ $pounds } phwys)
       *[other] { $kg } kg ({ $pounds } pwys)
    }
weight-in-stones =
    { $pounds ->
        [0] { $kg } kg ({ $stones } stôn)
        [two] { $kg } kg ({ $stones } stôn { $pounds } bwys)
        [few] { $kg } kg ({ $stones } stôn { $pounds } phwys)
        [many] { $kg } kg ({ $stones } stôn { $pounds } phwys)
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
fault-too-long = “{ $question }”: rhaid i'r ateb fod yn { $max } nod neu lai
fault-not-number = “{ $question }”: rhaid i'r ateb fod yn rhif, fel 12
fault-several-numbers = “{ $question }”: rhaid i'r ateb fod yn un rhif, fel 12
fault-not-whole = “{ $question }”: rhaid i'r ateb fod yn rhif cyfan, fel 12
fault-not-between = “{ $question }”: rhaid i'r ateb fod o { $min } i { $max }
fault-too-small = “{ $question }”: rhaid i'r ateb fod yn { $min } neu fwy
fault-too-large = “{ $question }”: rhaid i'r ateb fod yn { $max } neu lai
fault-not-money = “{ $question }”: rhaid i'r ateb fod yn swm o arian, fel 1200 neu 85.50
fault-several-sums = “{ $question }”: rhaid i'r ateb fod yn un swm o arian, fel 1200 neu 85.50
fault-not-pounds = “{ $question }”: rhaid i'r ateb fod mewn punnoedd, fel 1200 neu 85.50
fault-parts-of-pence = “{ $question }”: rhaid i'r ateb fod mewn punnoedd a cheiniogau, fel 85.50
fault-comma-for-point = “{ $question }”: rhowch bwynt o flaen y ceiniogau, fel 85.50, a choma yn y miloedd yn unig, fel 1,200
fault-not-length = “{ $question }”: rhaid i'r ateb fod yn hyd, fel 45 cm neu 18 modfedd
fault-not-weight = “{ $question }”: rhaid i'r ateb fod yn bwysau, fel 65 kg neu 10 stôn 4
length-limit = { $cm } cm
weight-limit = { $kg } kg
fault-email = Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com
fault-email-slip = Ai { $meant } oeddech chi'n ei feddwl? Os yw'r cyfeiriad e-bost yn gywir fel y mae, pwyswch “Parhau” eto
fault-phone = Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982
fault-phone-digits = Gwiriwch y rhif ffôn: mae ganddo { $count } rhif, ond mae gan y rhan fwyaf yn y Deyrnas Unedig 11, fel 07700 900 982
fault-national-insurance = Rhowch rif Yswiriant Gwladol sy'n 2 lythyren, 6 rhif, yna A, B, C neu D, fel AB 12 34 56 C
fault-nhs-number = Rhowch rif GIG sydd â 10 rhif, fel 999 123 4578, neu gadewch y blwch yn wag
fault-not-alone = Dewiswch “{ $option }” neu eich atebion eraill, nid y ddau
fault-date-without = “{ $question }”: rhaid i'r dyddiad gynnwys { $parts }
fault-date-not-real = “{ $question }”: rhaid i'r dyddiad fod yn un go iawn
fault-year-short = “{ $question }”: rhaid i'r flwyddyn gynnwys 4 rhif
fault-date-not-past = “{ $question }”: rhaid i'r dyddiad fod heddiw neu yn y gorffennol
fault-date-not-future = “{ $question }”: rhaid i'r dyddiad fod heddiw neu yn y dyfodol
fault-address-line-long = Rhaid i bob llinell o'r cyfeiriad fod yn { $max } nod neu lai
fault-address-without-line = Rhowch linell gyntaf y cyfeiriad, sef yr adeilad a'r stryd fel arfer
fault-address-without-town = Rhowch dref neu ddinas
fault-postcode = Rhowch god post llawn yn y Deyrnas Unedig, fel NR1 3DH
fault-too-few-one = Ychwanegwch o leiaf un: { $question }
fault-too-few = Ychwanegwch o leiaf { $min }: { $question }
fault-stopped = Ni allwch anfon y ffurflen hon oherwydd eich atebion: gweler “{ $question }”
fault-unfinished = Gorffennwch yr atebion am: { $question }
date-part-day-within = diwrnod
date-part-month-within = mis
date-part-year-within = blwyddyn
date-parts-and = { " a " }
