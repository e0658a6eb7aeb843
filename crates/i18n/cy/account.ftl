### Cyfrifon: creu un, mewngofnodi, ei fanylion; a beth i'w ddweud pan na all cam fynd yn ei flaen.

## Mewngofnodi

email-address = Cyfeiriad e-bost
password = Cyfrinair
password-show = Dangos
password-hide = Cuddio
password-show-label = Dangos y cyfrinair
password-hide-label = Cuddio'r cyfrinair
password-shown = Mae eich cyfrinair i'w weld
password-hidden = Mae eich cyfrinair wedi'i guddio
sign-in-code-next = Nesaf, bydd angen cod diogelwch o'ch ffôn neu'ch ap arnoch.
sign-in-forgotten = Rwyf wedi anghofio fy nghyfrinair
sign-in-new = Newydd yma?
sign-in-create = {"["}Creu cyfrif](/create-account). Mae angen cyfeiriad e-bost arnoch, a ffôn neu ap dilysu.
choice-new = Rwy'n newydd yma
choice-new-text = Mae'n cymryd 5 cam byr, tua 5 munud. Mae angen cyfeiriad e-bost arnoch, a ffôn neu ap dilysu.
choice-account = Mae gen i gyfrif
choice-account-text = Mae mewngofnodi'n cymryd tua 2 funud.

## Cadarnhau pwy ydych

confirm-title = Cadarnhau pwy ydych chi
confirm-send = I wneud yn siŵr mai chi sydd yno, byddwn yn anfon cod diogelwch i'ch rhif ffôn **sy'n gorffen â { $ending }**.
confirm-ways = Dewiswch sut yr hoffech ei gael. Os dewiswch alwad ffôn, pwyswch unrhyw fysell pan fyddwch yn ateb. Yna bydd llais wedi'i recordio yn darllen y cod 3 gwaith.
confirm-call-only = Byddwn yn eich ffonio. Pan fyddwch yn ateb, pwyswch unrhyw fysell. Yna bydd llais wedi'i recordio yn darllen y cod 3 gwaith.
confirm-sent-text = Rydyn ni wedi anfon neges destun â chod 6 digid i'ch rhif ffôn **sy'n gorffen â { $ending }**. Gall gymryd munud i gyrraedd.
confirm-sent-call = Rydyn ni'n ffonio eich rhif ffôn **sy'n gorffen â { $ending }**. Pan fyddwch yn ateb, pwyswch unrhyw fysell. Yna bydd llais wedi'i recordio yn darllen cod 6 digid 3 gwaith.
confirm-lost-phone = Methu defnyddio'r rhif ffôn hwn? Newid eich rhif ffôn mewngofnodi.
code = Cod diogelwch
code-hint = Mae'r cod yn gweithio am 10 munud.
code-problems = Problemau gyda'r cod?
code-check-phone = Gwnewch yn siŵr bod eich ffôn ymlaen a bod ganddo signal. Yna dewiswch sut yr hoffech gael cod arall. Bydd y codau rydyn ni wedi'u hanfon eisoes yn dal i weithio.
code-sent-again-text = Rydyn ni wedi anfon cod arall atoch drwy neges destun.
code-sent-again-call = Rydyn ni'n eich ffonio gyda chod arall.
code-landline-called = Ni allwn anfon negeseuon testun i linell dir, felly rydyn ni'n ei ffonio â'ch cod diogelwch.
text-message = Neges destun
phone-call = Galwad ffôn

## Heb y ffôn neu'r cyfrinair

## Wedi allgofnodi

signed-out-title = Rydych wedi allgofnodi
signed-out-safe = Mae popeth a gadwoch yn ddiogel. Bydd yno pan fyddwch yn mewngofnodi eto.
signed-out-close = Os yw pobl eraill yn defnyddio'r cyfrifiadur hwn hefyd, caewch y porwr nawr.
signed-out-again = eto
first-page = Mynd i'r hafan
timed-out-title = Rydych wedi cael eich allgofnodi
timed-out-why = Rydyn ni'n eich allgofnodi os na fyddwch yn defnyddio'r gwasanaeth hwn am { $minutes } munud, ac ar ôl 24 awr beth bynnag. Gallwch hefyd gael eich allgofnodi o ddyfais arall. Mae hyn yn atal pobl eraill rhag darllen eich atebion.
timed-out-safe = Mae popeth a gadwoch yn ddiogel. Mewngofnodwch i barhau â'ch ffurflenni.

## Creu cyfrif

create-lead = Gyda chyfrif gallwch gadw ffurflen, dod yn ôl ati ar unrhyw ddyfais, a'i hanfon atom. Mae'n cymryd tua 5 munud.
create-first-step = Cam 1 o { $count }
create-step = Creu cyfrif: cam { $step } o { $count }
create-then-send = Mae eich ffurflen yn ddiogel. Pan fydd eich cyfrif yn barod, gallwch ei hanfon.
create-name-from-form = Rydyn ni wedi llenwi'r enw o'ch ffurflen. Newidiwch ef os nad yw'n gywir.
create-need = Bydd angen y canlynol arnoch:
create-need-email = cyfeiriad e-bost y gallwch ei agor nawr
create-need-phone = ffôn symudol neu linell dir y gallwch ei ateb nawr, neu ap dilysu
create-email-hint = Byddwn yn anfon cod iddo nawr. Yn nes ymlaen byddwn yn ei ddefnyddio ar gyfer dolenni i'r ffurflenni sydd wedi'u cadw gennych.
create-have-one = Oes gennych chi gyfrif eisoes? {"["}Mewngofnodi](/sign-in)
create-check-email = Edrychwch ar eich e-bost
create-email-sent = Rydyn ni wedi anfon e-bost â chod 6 digid i'r cyfeiriad { $email }.
create-another-code = Anfon cod arall
create-look-in-spam = Edrychwch yn eich ffolder sbam neu sothach. Gall e-bost gymryd ychydig funudau i gyrraedd. Bydd y codau rydyn ni wedi'u hanfon eisoes yn dal i weithio.
code-email-refused = Ni allem gael e-bost i'r cyfeiriad hwn. Gwiriwch ef, neu defnyddiwch un arall.
code-phone-refused = Ni allem gael cod i'r rhif hwn. Gwiriwch ef, neu defnyddiwch un arall.
confirm-phone-refused = Ni allem gael cod i'ch ffôn. Gofynnwch am un arall, drwy neges destun neu alwad ffôn. Os nad yw hynny'n gweithio, dewiswch “Newid eich rhif ffôn mewngofnodi” isod.
new-phone-email-refused = Ni allem gael e-bost i'ch cyfeiriad. Ffoniwch ni ar { $phone }, a byddwn yn eich helpu i fewngofnodi.
create-another-email = Defnyddio cyfeiriad e-bost arall
create-email-sent-again = Rydyn ni wedi anfon cod arall i'ch cyfeiriad e-bost.
create-password-title = Eich enw a'ch cyfrinair
create-password-hint = O leiaf 12 nod. Mae tri gair ar hap yn hawdd eu cofio ac yn anodd eu dyfalu.
first-name = Enw cyntaf
last-name = Cyfenw
last-name-hint = Gadewch hwn yn wag os mai un enw yn unig sydd gennych
create-phone-title = Eich ffôn
create-phone-why = Bob tro y byddwch yn mewngofnodi, byddwn yn anfon cod diogelwch i'ch ffôn. Mae hyn yn golygu na all neb arall fewngofnodi, hyd yn oed os ydyn nhw'n gwybod eich cyfrinair.
phone-number = Rhif ffôn
create-phone-hint = Ffôn symudol neu linell dir yn y Deyrnas Unedig, er enghraifft 07700 900 982 neu 01632 960 001
create-phone-extension = Mae estyniad ar fy rhif ffôn
create-phone-extension-text =
    Ni allwn ddefnyddio rhif ag estyniad. Mae ein codau'n mynd i'r prif rif ac ni allant fynd heibio'r switsfwrdd.

    Defnyddiwch ffôn symudol neu ap dilysu yn lle hynny. Os nad oes gennych yr un o'r ddau, ffoniwch ni ar {"{phone}"}: gallwn lenwi ffurflen gyda chi.
create-how = Sut yr hoffech gael eich cod diogelwch?
create-call-hint = Ar gyfer llinell dir, neu os yw'n well gennych gael galwad. Pan fyddwch yn ateb, pwyswch unrhyw fysell. Yna bydd llais wedi'i recordio yn darllen y cod 3 gwaith.
create-check-phone = Edrychwch ar eich ffôn
create-phone-sent = Rydyn ni wedi anfon cod 6 digid i'ch rhif ffôn **sy'n gorffen â { $ending }**.
create-another-phone = Defnyddio rhif ffôn arall

## Fy Nghyfrif

account-carry-on = Parhau â ffurflen
account-ready = Mae eich cyfrif yn barod.
account-saved = Ffurflenni wedi'u cadw
account-saved-count =
    { $count ->
        [0] Dim i'w gorffen
       *[other] { $count } i'w gorffen
    }
account-saved-none = Mae'r ffurflenni y byddwch yn eu dechrau i'w gweld yma nes i chi eu hanfon.
account-saved-goes = Byddwn yn dileu “{ $form }” am { $until } oni bai eich bod yn ei chadw eto.
account-saved-kept = Rydyn ni'n cadw pob un am { $days } diwrnod ar ôl i chi ei chadw ddiwethaf.
account-sent-count =
    { $count ->
        [0] Dim wedi'u hanfon
        [one] { $count } wedi'i hanfon
       *[other] { $count } wedi'u hanfon
    }
account-sent-none = Pan fyddwch yn anfon ffurflen, byddwn yn cadw eich copi yma.
account-sent-newest = Y ddiweddaraf yw { $form }, a anfonwyd ar { $date }.
account-details = Fy manylion
account-phone = Ffôn yn gorffen â { $ending }
account-codes = Mae codau diogelwch yn mynd i'r ffôn hwn pan fyddwch yn mewngofnodi.
account-app = Ap dilysu
account-app-codes = Rydych yn mewngofnodi gyda chodau o'ch ap.

## Diweddaru eich manylion

details-title = Diweddaru eich manylion
details-name = Enw
details-name-text = {"["}Newid eich enw](/account/name)
name-title = Newid eich enw
details-save-name = Cadw eich enw
details-name-saved = Mae eich enw wedi'i newid.
details-email-text = Rydych yn mewngofnodi â'r cyfeiriad hwn, ac rydyn ni'n anfon dolenni i'r ffurflenni sydd wedi'u cadw gennych yno. {"["}Newid eich cyfeiriad e-bost](/account/email)
details-phone-ending = Yn gorffen â { $ending }
details-phone-text = Mae codau diogelwch yn mynd i'r ffôn hwn pan fyddwch yn mewngofnodi. {"["}Newid eich rhif ffôn mewngofnodi](/account/phone)
details-no-phone = Nid oes gennych ffôn mewngofnodi. Rydych yn mewngofnodi gydag ap dilysu. {"["}Ychwanegu ffôn mewngofnodi](/account/phone)
details-address = Cyfeiriad cartref
details-address-text = {"["}Newid eich cyfeiriad cartref](/account/address)
details-no-address = Nid ydych wedi rhoi eich cyfeiriad cartref i ni. {"["}Ychwanegu eich cyfeiriad cartref](/account/address)
details-no-contact = Nid ydych wedi dweud wrthym sut yr hoffech i ni gysylltu â chi. {"["}Dweud wrthym sut i gysylltu â chi](/account/contact)
details-contact-safe = Fe ddywedoch wrthym ei bod yn ddiogel cysylltu â chi fel hyn.
details-contact-unsafe = Fe ddywedoch wrthym nad yw'n ddiogel cysylltu â chi fel hyn. Dim ond codau i fewngofnodi, a negeseuon sy'n cadw eich cyfrif yn ddiogel, y byddwn yn eu hanfon.
details-contact-text = {"["}Newid sut rydyn ni'n cysylltu â chi](/account/contact)

## Yr hyn a roddwyd mewn ffurflen

offer-title = Defnyddio hyn yn Fy Nghyfrif hefyd?
offer-address = Rhoddoch chi'r cyfeiriad cartref hwn yn eich ffurflen:
offer-contact = Dewisoch chi'r ffyrdd hyn o gysylltu â chi yn eich ffurflen:
offer-why = Yna gallwn ei lenwi ar eich rhan yn eich ffurflen nesaf. Nid yw eich ateb yn newid dim yn y ffurflen a anfonoch.
offer-yes = Iawn, ei ddefnyddio
offer-no = Na
offer-declined = Rydyn ni wedi gadael Fy Nghyfrif fel y mae.

## Cyfeiriad cartref

address-title = Cyfeiriad cartref
address-why = Os byddwch yn cadw eich cyfeiriad cartref yn eich cyfrif, gallwn ei lenwi ar eich rhan mewn rhai ffurflenni. Nid oes rhaid i chi.
address-find = Dod o hyd i gyfeiriad
address-enter-instead = {"["}Rhoi'r cyfeiriad eich hun](/account/address/enter)
address-choose-title = Dewiswch eich cyfeiriad
address-of = Cyfeiriadau â'r cod post { $postcode }
address-none = Ni ddaethom o hyd i unrhyw gyfeiriadau â'r cod post { $postcode }. Gwiriwch y cod post, neu rhowch y cyfeiriad eich hun.
address-unanswered = Ni allwn chwilio am gyfeiriadau ar hyn o bryd. Gallwch roi'r cyfeiriad eich hun.
address-save = Cadw eich cyfeiriad
address-saved = Rydyn ni wedi cadw eich cyfeiriad cartref.
address-remove = Dileu eich cyfeiriad
address-removed = Rydyn ni wedi dileu eich cyfeiriad cartref o'ch cyfrif.
refused-address = Dewiswch eich cyfeiriad, neu rhowch ef eich hun

## Sut i gysylltu â chi

contact-title = Sut i gysylltu â chi
contact-text =
    Byddwn yn anfon e-bost atoch am y ffurflenni rydych yn eu cadw a'u hanfon, nes i chi ofyn i ni beidio. Os dywedwch yma nad yw e-bost yn ddiogel, neu os na ddewiswch e-bost, byddwn yn rhoi'r gorau iddi. Gallwch newid hyn unrhyw bryd.

    Ni all ein tîm gofal weld y dudalen hon eto. Defnyddiwch bob ffurflen i ddweud wrthyn nhw sut i gysylltu â chi.

    Byddwn bob amser yn anfon neges atoch pan fyddwch yn mewngofnodi ar ddyfais newydd neu'n newid sut rydych yn mewngofnodi. Mae hyn yn cadw eich cyfrif yn ddiogel. Nid yw'r negeseuon hyn yn dweud pa ffurflenni rydych yn eu defnyddio.
contact-ways = Sut yr hoffech i ni gysylltu â chi?
contact-ways-hint = Dewiswch bob un sy'n berthnasol. Am y tro, dim ond e-bost rydyn ni'n ei ddefnyddio.
contact-by-email = E-bost
contact-by-letter = Llythyr
contact-safe = A yw'n ddiogel cysylltu â chi fel hyn?
contact-safe-hint = Meddyliwch pwy arall all weld eich ffôn, eich e-bost neu eich llythyrau.
contact-how = Os nad yw'n ddiogel, sut y gallwn gysylltu â chi?
contact-how-hint = Er enghraifft, rhif ffrind, neu dim ond ar adegau penodol. Nid oes rhaid i chi ddweud. Ni all ein tîm gofal weld hyn eto, felly dywedwch wrthyn nhw yn eich ffurflen hefyd.
contact-language = Pa iaith yr hoffech ei chael ar gyfer negeseuon sy'n cadw eich cyfrif yn ddiogel?
contact-save = Cadw
contact-saved = Rydyn ni wedi cadw eich dewisiadau.
refused-way = Dewiswch sut yr hoffech i ni gysylltu â chi
refused-safe = Dewiswch a yw'n ddiogel cysylltu â chi fel hyn
refused-how-long = Dywedwch sut y gallwn gysylltu â chi yn ddiogel mewn { $most } nod neu lai

## Mewngofnodi a diogelwch

security-title = Mewngofnodi a diogelwch
security-what = Beth sy'n diogelu eich cyfrif
security-password = Eich cyfrinair, nad oes neb ond chi yn ei wybod. Ni allwn ei ddarllen.
security-code = Cod diogelwch bob tro y byddwch yn mewngofnodi. Mae'n mynd i'ch rhif ffôn **sy'n gorffen â { $ending }**.
security-tries = Ar ôl sawl cynnig anghywir, rhaid i chi aros cyn rhoi cynnig arall arni.
security-idle = Byddwn yn eich allgofnodi os na fyddwch yn defnyddio'r gwasanaeth hwn am { $minutes } munud, ac ar ôl 24 awr beth bynnag.
security-phone = Rhif ffôn mewngofnodi
security-phone-text = Os cewch rif ffôn newydd, {"["}newidiwch ef yma](/account/phone). Os collwch y ffôn, dewiswch “Newid eich rhif ffôn mewngofnodi” pan fyddwch yn mewngofnodi.
security-safe = Sut i gadw'n ddiogel
security-safe-text =
    - Dydyn ni byth yn gofyn i chi ddweud eich cyfrinair na chod diogelwch wrthym, ar y ffôn nac mewn e-bost.
    - Os cewch god diogelwch na ofynnoch amdano, efallai fod rhywun yn gwybod eich cyfrinair. Peidiwch â dweud y cod wrth neb, a ffoniwch ni ar {"{phone}"}.
    - Ar gyfrifiadur y mae eraill yn ei ddefnyddio hefyd, dewiswch eich enw ar frig y dudalen, yna “Allgofnodi”.

## Pam nad yw cam yn mynd yn ei flaen

refused-gone = Mae'r amser wedi dod i ben, neu fe ddechreuoch eto mewn ffenestr arall. I gadw eich cyfrif yn ddiogel, dechreuwch eto yma. Mae'r ffurflenni a lenwoch yn ddiogel.
refused-email-missing = Rhowch gyfeiriad e-bost
refused-email-letters = Rhowch gyfeiriad e-bost â llythrennau plaen o flaen yr @. Ni allwn anfon at lythrennau fel â neu ñ
refused-email-slip = Gwiriwch eich cyfeiriad e-bost. Ai { $meant } oeddech chi'n ei feddwl? Os yw'n gywir fel y mae, pwyswch “Parhau” eto
refused-password-missing = Rhowch gyfrinair
refused-password-short = Rhaid i'r cyfrinair fod yn 12 nod neu fwy
refused-password-long = Rhaid i'r cyfrinair fod yn 128 nod neu lai
refused-password-common = Mae'r cyfrinair yn rhy hawdd ei ddyfalu. Defnyddiwch dri gair ar hap yn lle hynny
refused-first-name = Rhowch eich enw cyntaf
refused-name-long = Rhaid i'r enw cyntaf a'r cyfenw fod yn 100 nod neu lai yr un
refused-phone-missing = Rhowch rif ffôn
refused-phone-kind = Rhowch rif symudol neu linell dir yn y Deyrnas Unedig. Ni allwn anfon codau i fathau eraill o rif
refused-phone-extension = Rhowch rif heb estyniad. Ni all ein codau gyrraedd estyniad, felly defnyddiwch ffôn symudol neu ap dilysu yn lle hynny
refused-code-missing = Rhowch god diogelwch
refused-code-shape = Rhaid i'r cod diogelwch fod yn 6 rhif
refused-code-wrong = Mae'r cod diogelwch yn anghywir neu wedi dod i ben. Gwiriwch ef neu gofynnwch am un newydd
refused-code-of-earlier = Mae'r cod hwn o gynnig cynharach, efallai mewn ffenestr arall, felly nid yw'n gweithio yma. Rhowch y cod diweddaraf, neu gofynnwch am un newydd
refused-sign-in-wrong = Mae'r cyfeiriad e-bost neu'r cyfrinair yn anghywir. Gwiriwch y ddau a rhowch gynnig arall arni
refused-password-disabled = Mae'r cyfrinair anghywir wedi'i roi ormod o weithiau. Dewiswch “Rwyf wedi anghofio fy nghyfrinair” ar y dudalen hon i osod cyfrinair newydd
refused-phone-disabled = Mae gormod o godau anghywir wedi'u rhoi, felly nid yw codau'n gweithio mwyach. I fewngofnodi, dewiswch “Newid eich rhif ffôn mewngofnodi” ar y dudalen hon. Os nad chi a roddodd y codau hynny, efallai fod rhywun yn gwybod eich cyfrinair
refused-frozen = Mae eich cyfrif wedi'i rewi i'w gadw'n ddiogel. Dywedodd rhywun wrthym nad nhw a ofynnodd am newid eich ffôn mewngofnodi. Mae eich ffurflenni yn ddiogel, ac nid oes dim un wedi'i dileu. Ffoniwch ni ar { $phone }. Pan fyddwn wedi gwneud yn siŵr mai chi sydd yno, byddwn yn agor eich cyfrif eto
refused-locked = Bu gormod o gynigion anghywir. Gallwch roi cynnig arall arni am { $time }
refused-locked-tomorrow = Bu gormod o gynigion anghywir. Gallwch roi cynnig arall arni am { $time } yfory
refused-locked-until = Bu gormod o gynigion anghywir. Gallwch roi cynnig arall arni am { $time } ar { $date }
refused-just-sent = Rydyn ni newydd anfon cod atoch. Arhoswch funud, yna gofynnwch am un arall
refused-too-soon = Gallwch ofyn am god arall am { $time }
refused-too-soon-tomorrow = Gallwch ofyn am god arall am { $time } yfory
refused-too-soon-until = Gallwch ofyn am god arall am { $time } ar { $date }
refused-limited-network = Mae llawer o bobl yn defnyddio'r gwasanaeth hwn o'r lle rydych chi. Gall hyn ddigwydd mewn llyfrgell, mewn ysbyty neu ar ffôn symudol.
refused-limited-passwords = Mae llawer o gyfrineiriau anghywir wedi dod o'r lle rydych chi. Gall hyn ddigwydd mewn llyfrgell, mewn ysbyty neu ar ffôn symudol.
refused-limited-numbers = Ni allwn anfon rhagor o godau i rifau ffôn newydd am y tro.
refused-limited-calls = Ni allwn ffonio'r rhif hwn eto am y tro. Os yw'n gallu derbyn negeseuon testun, dewiswch “Neges destun”.
refused-limited-links = Rydyn ni wedi anfon cymaint o negeseuon e-bost ag y gallwn am y tro. Chwiliwch amdanynt yn eich mewnflwch a'ch ffolder sbam.
refused-limited-phone-changes = Mae'r rhif ffôn mewngofnodi wedi'i newid yn rhy aml am y tro.
refused-limited-look-ups = Ni allwn chwilio am ragor o godau post am y tro. Gallwch roi'r cyfeiriad eich hun.
refused-again-soon = Arhoswch funud, yna rhowch gynnig arall arni.
refused-again = Gallwch roi cynnig arall arni am { $time }.
refused-again-tomorrow = Gallwch roi cynnig arall arni am { $time } yfory.
refused-again-until = Gallwch roi cynnig arall arni am { $time } ar { $date }.
refused-call-us = Os na allwch aros, ffoniwch ni ar { $phone }.
refused-too-many = Ni allwn anfon rhagor o godau am y tro. Defnyddiwch un rydyn ni wedi'i anfon, neu dechreuwch eto
refused-too-long = Mae'r amser wedi dod i ben. Dechreuwch eto
