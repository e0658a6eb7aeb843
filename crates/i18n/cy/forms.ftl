### Ffurflenni: dewis un, ei llenwi, ei hanfon, cadw copi.

## Hafan

home-lead = Gofynnwch i ni am ofal a chymorth, i chi'ch hun neu i rywun arall, yn eich amser eich hun ac o'ch cartref eich hun.
home-danger = Os oes rhywun mewn perygl nawr, ffoniwch {"["}999](tel:999).
home-without-login = Gallwch ddechrau unrhyw ffurflen heb fewngofnodi. Mae angen i chi fewngofnodi i'w chadw neu i'w hanfon.
home-nothing-begun = Nid oes gennych unrhyw ffurflenni wedi'u cadw. Dewiswch ffurflen isod i ddechrau, neu ewch i {"["}Fy Nghyfrif](/account).
home-carry-on = Parhau o'r man lle y stopioch
carry-on-a-day = Nid ydych wedi mewngofnodi, felly rydyn ni'n ei chadw am 24 awr ar ôl i chi ei chadw ddiwethaf.
carry-on-delete = Ei dileu
home-next-page = Y dudalen nesaf yw “{ $page }”.
home-all-filled-in = Mae popeth wedi'i lenwi. Gwiriwch eich atebion, yna anfonwch y ffurflen.
home-see-saved =
    { $count ->
        [one] Gweld eich ffurflen
       *[other] Gweld pob un o'ch { $count } ffurflen
    }
home-forms = Ffurflenni
home-choose = Ddim yn siŵr pa ffurflen sydd ei hangen arnoch?
home-takes = Mae'n cymryd { $time }
other-ways = Os nad ffurflen yw'r hyn sydd ei angen arnoch
other-ways-emergency = Mewn argyfwng
other-ways-emergency-text = Os yw rhywun mewn perygl neu wedi'i anafu'n ddrwg, ffoniwch {"["}999](tel:999).
other-ways-closed = Pan fydd ein swyddfa ar gau
other-ways-closed-text = Os na all aros nes i ni agor, ffoniwch {"{out_of_hours}"}.
other-ways-phone = Dros y ffôn
other-ways-phone-text = Yn ystod oriau swyddfa, ffoniwch {"{phone}"}. Gallwn lenwi ffurflen gyda chi.
other-ways-formats = Iaith neu fformat arall
other-ways-formats-text = Print bras, Hawdd ei Ddeall, Iaith Arwyddion Prydain neu gyfieithydd ar y pryd: {"["}gofynnwch i ni](/help#formats).

## Helpwch fi i ddewis

help-me-choose = Helpwch fi i ddewis
choose-lead = Atebwch hyd at 3 chwestiwn, a byddwn yn dweud wrthych pa ffurflen i ddechrau gyda hi. Nid ydym yn cadw eich atebion.
choose-lost = Nid ydym yn cadw eich atebion, felly dechreuwch eto.
choose-forms =
    { $count ->
        [one] Dechreuwch gyda'r ffurflen hon
       *[other] Dechreuwch gydag un o'r ffurflenni hyn
    }
choose-call = Os hoffech siarad â ni
choose-answers = Beth ddywedoch chi wrthym
choose-change = Newid eich atebion
choose-all = Gweld pob ffurflen

## Tudalennau mewn ieithoedd eraill

other-languages = Ieithoedd eraill

## Cyn dechrau ffurflen

start-now = Dechrau nawr
begun-title = Parhau, neu ddechrau eto?
begun-text = Rydych chi eisoes wedi dechrau'r ffurflen hon. Os byddwch yn dechrau un newydd, byddwn yn cadw'r un sydd gennych hefyd.
begun-again = Dechrau eto
start-takes = Faint o amser mae'n ei gymryd
start-answer = Pryd y byddwch yn clywed gennym
start-within = O fewn { $time }
start-who = I bwy mae hi
start-ready = Beth fydd ei angen arnoch
start-next = Beth sy'n digwydd nesaf
start-saving = **Cadw:** Dewiswch “Cadw ar gyfer yn nes ymlaen” ar unrhyw dudalen a dewch yn ôl o fewn { $days } diwrnod, ar unrhyw ddyfais. Mae angen i chi fewngofnodi i gadw neu anfon y ffurflen, ond nid i'w dechrau.
start-carry = Defnyddio atebion o “{ $form }” ({ $day })?
start-carry-hint = Gallwch wirio pob ateb a'i newid.
start-carry-use = Ie, llenwch yr hyn a ddywedais wrthych chi yno
start-carry-several = Ydych chi am ddefnyddio atebion o ffurflen a lenwoch o'r blaen?
start-carry-form = “{ $form }” ({ $day })
start-carry-none = Na, dechrau gyda ffurflen wag
start-carry-about = Enw: { $name }.
start-data = Sut rydyn ni'n defnyddio eich atebion
start-data-use = Rydyn ni'n defnyddio eich atebion { $purpose }.
start-data-keep = Rydyn ni'n eu cadw { $time }.
start-data-more = Darllenwch fwy yn ein {"["}hysbysiad preifatrwydd](/privacy).
start-too-many = Mae gennych { $most } ffurflen nad ydych wedi'u hanfon. Anfonwch neu dilëwch un ohonyn nhw cyn dechrau un arall
start-too-many-visitor = Mae gennych { $most } ffurflen nad ydych wedi'u hanfon. Mewngofnodwch, yna anfonwch neu dilëwch un ohonyn nhw cyn dechrau un arall

## Ffurflenni wedi'u cadw

create-an-account = Creu cyfrif
choose-a-form = Dewis ffurflen i'w dechrau
back-to-account = Yn ôl i Fy Nghyfrif
start-too-often = Rydych wedi dechrau llawer o ffurflenni mewn amser byr. Arhoswch awr, yna rhowch gynnig arall arni
start-too-often-visitor = Cafodd llawer o ffurflenni eu dechrau mewn amser byr. Mewngofnodwch yn gyntaf, neu arhoswch awr a rhowch gynnig arall arni
recover-saved = Rydyn ni wedi cadw eich ffurflen. Gallwch ddod yn ôl ati tan { $until }.
recover-saved-emailed-lately = Rydyn ni wedi cadw eich ffurflen. Gallwch ddod yn ôl ati tan { $until }. Anfonwyd dolen iddi atoch drwy e-bost ychydig yn ôl.
recover-saved-emailed = Rydyn ni wedi cadw eich ffurflen. Gallwch ddod yn ôl ati tan { $until }. Rydyn ni wedi anfon dolen iddi atoch drwy e-bost.
recover-deleted = Rydyn ni wedi dileu'r ffurflen.
recover-empty = Nid oes gennych unrhyw ffurflenni wedi'u cadw.
recover-empty-more = Mae'r ffurflenni y byddwch yn eu dechrau i'w gweld yma nes i chi eu hanfon. Rydyn ni'n cadw pob un am { $days } diwrnod ar ôl i chi ei chadw ddiwethaf.
recover-lead =
    { $count ->
        [one] Mae gennych un ffurflen wedi'i chadw. Rydyn ni'n ei chadw am { $days } diwrnod ar ôl i chi ei chadw ddiwethaf.
       *[other] Mae gennych { $count } ffurflen wedi'u cadw. Rydyn ni'n cadw pob un am { $days } diwrnod ar ôl i chi ei chadw ddiwethaf.
    }
recover-start-another = Dechrau ffurflen arall
recover-visitor =
    { $count ->
        [one] Dechreuoch chi un ffurflen yn y porwr hwn.
       *[other] Dechreuoch chi { $count } ffurflen yn y porwr hwn.
    }
recover-visitor-more = I'w cadw'n hirach, neu i weld y ffurflenni yn eich cyfrif, {"["}mewngofnodwch](/sign-in) neu {"["}crëwch gyfrif](/create-account).
recover-no-room = Ni allwch gael rhagor o ffurflenni wedi'u cadw. Nid yw ffurflen a ddechreuoch cyn mewngofnodi yn eich cyfrif eto. Anfonwch neu dilëwch un o'r rhain, allgofnodwch, a mewngofnodwch eto yn y porwr hwn o fewn 24 awr.
recover-unnamed = Ffurflen wedi'i chadw
recover-done = Wedi'i wneud hyd yma
recover-left = Ar ôl i'w wneud
left =
    { $pages ->
        [one] { $minutes ->
            [two] 1 dudalen, tua { $minutes } funud
           *[other] 1 dudalen, tua { $minutes } munud
        }
        [two] { $minutes ->
            [two] { $pages } dudalen, tua { $minutes } funud
           *[other] { $pages } dudalen, tua { $minutes } munud
        }
       *[other] { $minutes ->
            [two] { $pages } tudalen, tua { $minutes } funud
           *[other] { $pages } tudalen, tua { $minutes } munud
        }
    }
left-about =
    { $pages ->
        [one] { $minutes ->
            [two] tua 1 dudalen, tua { $minutes } funud
           *[other] tua 1 dudalen, tua { $minutes } munud
        }
        [two] { $minutes ->
            [two] tua { $pages } dudalen, tua { $minutes } funud
           *[other] tua { $pages } dudalen, tua { $minutes } munud
        }
       *[other] { $minutes ->
            [two] tua { $pages } tudalen, tua { $minutes } funud
           *[other] tua { $pages } tudalen, tua { $minutes } munud
        }
    }
recover-next = Y dudalen nesaf
recover-last-saved = Cadwyd ddiwethaf
available-until = Ar gael tan
recover-pages-done = Tudalennau: { $done } o { $count }
page-filled = Rydyn ni wedi llenwi rhai atebion i chi. Gwiriwch eu bod yn gywir.
recover-saved-today = Heddiw am { $time }
recover-saved-on = { $date } am { $time }
recover-goes-today = Byddwn yn dileu'r ffurflen hon am 11:59pm heddiw. Cadwch hi eto i'w chadw am { $days } diwrnod arall.
recover-goes-tomorrow = Byddwn yn dileu'r ffurflen hon am 11:59pm yfory. Cadwch hi eto i'w chadw am { $days } diwrnod arall.
recover-goes-soon =
    { $left ->
        [two] Byddwn yn dileu'r ffurflen hon ymhen { $left } ddiwrnod. Cadwch hi eto i'w chadw am { $days } diwrnod arall.
       *[other] Byddwn yn dileu'r ffurflen hon ymhen { $left } diwrnod. Cadwch hi eto i'w chadw am { $days } diwrnod arall.
    }
delete = Dileu
delete-title = Dileu'r ffurflen hon?
delete-text = Byddwn yn dileu popeth a ysgrifennoch ynddi. Ni fyddwch yn gallu ei gael yn ôl.
delete-keep = Ei chadw

## Y rhestr dasgau

tasks-done = Tudalennau wedi'u gwneud: { $done } o { $count }
tasks-back = Yn ôl i'ch ffurflenni
tasks-next = Y dudalen nesaf
tasks-all-filled-in = Mae popeth wedi'i lenwi.
tasks-continue-with = : { $page }
tasks-completed = Wedi'i gwblhau
tasks-in-progress = Ar waith
tasks-next-tag = Nesaf
tasks-not-started = Heb ddechrau
tasks-cannot-start = Ni ellir dechrau eto
tasks-check-when = Pan fydd y tudalennau eraill wedi'u gwneud
tasks-send = Anfon eich ffurflen
tasks-any-order = Gallwch wneud y tudalennau mewn unrhyw drefn, stopio ar unrhyw adeg a dod yn ôl ar unrhyw ddyfais.

## Tudalen o ffurflen

save-for-later = Cadw ar gyfer yn nes ymlaen
all-pages = Pob tudalen o'r ffurflen hon
page-about = Ynghylch { $name }
page-caption = { $section }: { $number } o { $count }
page-caption-about = { $section }: { $number } o tua { $count }
saved-today = Cadwyd heddiw am { $time }. Ar gadw tan { $until }.
saved-on = Cadwyd ar { $date } am { $time }. Ar gadw tan { $until }.
saved-today-visitor = Cadwyd heddiw am { $time }. Ar gadw am 24 awr. I'w chadw'n hirach, dewiswch “Cadw ar gyfer yn nes ymlaen”.
saved-on-visitor = Cadwyd ar { $date } am { $time }. Ar gadw am 24 awr. I'w chadw'n hirach, dewiswch “Cadw ar gyfer yn nes ymlaen”.
saved-by-buttons = Rydyn ni'n cadw'r dudalen hon pan fyddwch yn dewis “Parhau” neu “Cadw ar gyfer yn nes ymlaen”.
saving-now = Yn cadw…
saving-failed = Heb ei gadw eto. Mae'r hyn a deipioch yn dal ar y dudalen hon.
sending-now = Yn anfon eich ffurflen…
sign-in-to-save = Mewngofnodwch neu crëwch gyfrif i gadw eich ffurflen. Mae eich atebion yn ddiogel a byddant yno pan fyddwch wedi mewngofnodi.
sign-in-to-send = Mewngofnodwch neu crëwch gyfrif i anfon eich ffurflen. Mae eich atebion yn ddiogel a byddant yno pan fyddwch wedi mewngofnodi.
sign-in-to-open = Mewngofnodwch i agor y ffurflen hon. Os dechreuwch ffurflen heb fewngofnodi, dim ond am 24 awr y byddwn yn ei chadw.
changed-title = Cafodd yr atebion hyn eu newid yn rhywle arall
changed-text = Tra oedd y dudalen hon ar agor gennych, cafodd ei chadw mewn tab arall neu ar ddyfais arall. Mae'r hyn a deipioch isod, ac nid yw wedi'i golli. Dyma'r atebion sydd wedi'u cadw:
changed-nothing = Nid oes dim wedi'i gadw ar y dudalen hon.
changed-use = I ddefnyddio'r hyn sydd isod yn lle hynny, dewiswch “Parhau” ar ddiwedd y dudalen hon.
changed-keep = Cadw'r atebion a gadwyd
changed-also = Mewn tab arall neu ar ddyfais arall, fe deipioch:
waiting-title = Mae dau ateb ar rai tudalennau
waiting-text = Cafodd y tudalennau hyn eu newid mewn tab arall neu ar ddyfais arall tra oeddent ar agor gennych. Nid yw'r hyn a deipioch wedi'i golli. Agorwch bob tudalen, edrychwch ar y ddau ateb a dewiswch un:
unsaved-title = Nid yw'r dudalen hon wedi'i chadw eto
unsaved-too-long = Mae un o'ch atebion yn llawer hirach nag y gallwn ei gadw. Mae'r hyn a deipioch isod ac nid yw wedi'i golli. Gwnewch yr ateb yn fyrrach, yna dewiswch “Parhau”.
unsaved-full = Mae'r ffurflen hon yn dal cymaint ag y gallwn ei gadw mewn un ffurflen. Mae'r hyn a deipioch isod ac nid yw wedi'i golli. Gwnewch rai o'ch atebion yn fyrrach, yna dewiswch “Parhau”.
unsaved-list-full = Gallwch ychwanegu { $most } ar y mwyaf, ac rydych eisoes wedi'u hychwanegu mewn tab arall neu ar ddyfais arall. Mae'r hyn a deipioch isod ac nid yw wedi'i golli. Tynnwch un o'r lleill, yna dewiswch “Parhau”.
unsaved-too-much = Mae eich ffurflenni wedi'u cadw yn dal cymaint ag y gallwn ei gadw am y tro. Mae'r hyn a deipioch isod ac nid yw wedi'i golli. Anfonwch neu dilëwch ffurflen arall, neu arhoswch awr, yna dewiswch “Parhau”.
unsaved-busy = Mae'r gwasanaeth yn brysur iawn. Mae'r hyn a deipioch isod ac nid yw wedi'i golli. Arhoswch eiliad, yna dewiswch “Parhau”.
question-optional = { $question } (dewisol)
question-or = neu
question-date-hint = Er enghraifft, 27 3 1947
date-day = Diwrnod
date-month = Mis
date-year = Blwyddyn
address-line1 = Llinell gyfeiriad 1
address-line2 = Llinell gyfeiriad 2 (dewisol)
address-town = Tref neu ddinas
address-county = Sir (dewisol)
address-postcode = Cod post
form-address-use = Defnyddio'r cyfeiriad hwn
form-address-type = Gallwch hefyd deipio'r cyfeiriad yn y blychau isod.
form-address-unchosen = Dewiswch gyfeiriad, neu deipiwch ef yn y blychau isod
form-address-none = Ni ddaethom o hyd i unrhyw gyfeiriadau â'r cod post { $postcode }. Gwiriwch y cod post, neu deipiwch y cyfeiriad yn y blychau isod.
form-address-postcode = Rhowch god post llawn yn y DU i ddod o hyd i gyfeiriad, neu deipiwch y cyfeiriad yn y blychau isod.
form-address-unanswered = Ni allwn chwilio am gyfeiriadau ar hyn o bryd. Gallwch deipio'r cyfeiriad yn y blychau isod.
question-from-account = Byddwn yn llenwi hwn o'ch cyfrif pan fyddwch yn mewngofnodi
question-link = Cadw a mynd i “{ $form }”
calculated-later = Byddwn yn cyfrifo hyn eto pan fyddwch yn dewis “Parhau”.
calculated-unknown = Ni allwn gyfrifo hyn eto
file-how = Ni allwch ychwanegu ffeiliau at y ffurflen hon eto. Ar ôl i chi anfon y ffurflen, anfonwch eich papurau drwy e-bost at {"{email}"}, neu ffoniwch {"{phone}"} i ofyn ble i'w postio. Rhowch y cyfeirnod y byddwn yn ei ddangos i chi pan fyddwch yn anfon y ffurflen.
file-on-copy = I'w anfon drwy e-bost neu drwy'r post
problem-summary = Mae problem
problem-error = Gwall

## Faint o le sydd ar ôl mewn testun hir

count-under-one = Mae gennych %{"{count}"} nod ar ôl
count-under = Mae gennych %{"{count}"} nod ar ôl
count-at = Mae gennych 0 nod ar ôl
count-over-one = Mae gennych %{"{count}"} nod yn ormod
count-over = Mae gennych %{"{count}"} nod yn ormod
count-most = Gallwch roi hyd at %{"{count}"} nod

## Rhestrau

newer-notice = Mae'r ffurflen hon wedi newid ers i chi ei dechrau.
newer-see = Gweld beth sydd wedi newid
newer-title = Mae'r ffurflen hon wedi newid
newer-text = Rydyn ni wedi newid y ffurflen hon ers i chi ei dechrau. Nid oes dim a ysgrifennoch wedi'i golli.
newer-what = Beth sydd wedi newid i chi
newer-nothing = Nid oes dim wedi newid ar y tudalennau y mae angen i chi eu llenwi.
newer-answers = Eich atebion
newer-kept =
    { $count ->
        [one] Byddwn yn cadw un o'ch atebion.
       *[other] Byddwn yn cadw { $count } o'ch atebion.
    }
newer-to-do = Mae angen i chi lenwi'r rhain o hyd:
newer-all-done = Nid oes dim mwy i'w lenwi.
newer-use = Defnyddio'r ffurflen newydd
newer-keep = Parhau â'r hen ffurflen
newer-must = Ni allwch anfon yr hen ffurflen mwyach.
change-page-added = Tudalen newydd: “{ $page }”
change-page-removed = Mae tudalen wedi mynd: “{ $page }”
change-added = Cwestiwn newydd: “{ $question }”
change-removed = Dydyn ni ddim yn gofyn hyn mwyach: “{ $question }”
change-reworded = Mae “{ $old }” bellach yn dweud “{ $new }”
change-required = Rhaid i chi ateb hyn bellach: “{ $question }”
change-optional = Gallwch adael hyn yn wag bellach: “{ $question }”
change-options-added = Mae mwy i ddewis ohono ar gyfer “{ $question }”: { $options }
change-options-removed = Ni allwch ddewis hyn mwyach ar gyfer “{ $question }”: { $options }
change-otherwise = Rydych bellach yn ateb hyn yn wahanol: “{ $question }”
change-sums = Rydyn ni bellach yn cyfrifo symiau yn wahanol.
list-add = Ychwanegu
list-add-another = Ychwanegu un arall
list-add-about = { $item }
list-add-title = Ychwanegu { $item }
list-change-title = Newid: { $item }
list-remove = Tynnu
list-remove-title = Tynnu { $name }?
list-remove-text = Bydd yr hyn a ysgrifennoch amdano yn cael ei ddileu o'r ffurflen hon.
list-keep = Ei gadw
list-unfinished = Mae rhai atebion ar goll
list-most = Gallwch ychwanegu hyd at { $most }.

## Gwirio eich atebion

submit-too-many = Rydych wedi anfon llawer o ffurflenni heddiw, felly ni allwn dderbyn un arall eto. Rydyn ni wedi'i chadw. Gallwch ei hanfon o { $time } ymlaen ar { $date }.
check-title = Gwirio eich atebion
check-back = Yn ôl i bob tudalen
check-open-all = Dangos pob ateb
check-section-answers =
    { $count ->
        [one] 1 ateb
        [two] { $count } ateb
       *[other] { $count } ateb
    }
check-change-about = eich ateb i: { $question }
check-copy = Pan fyddwch yn ei hanfon, byddwn yn cadw copi yn eich cyfrif am { $days } diwrnod.
check-sign-in = Mae angen i chi fewngofnodi neu greu cyfrif i'w hanfon. Byddwn yn cadw eich atebion.
check-submit = Anfon y ffurflen
unsent-account-ready = Mae eich cyfrif yn barod. Nid yw eich ffurflen wedi'i hanfon eto.
unsent-signed-in = Rydych wedi mewngofnodi. Nid yw eich ffurflen wedi'i hanfon eto.
unsent-look = Mae eich atebion isod. Os ydyn nhw'n gywir, anfonwch y ffurflen nawr.
check-before = Cyn y gallwch ei hanfon
check-unfinished = Nid yw'r tudalennau hyn wedi'u gorffen:

## Ar ôl anfon

sent-title = Mae eich ffurflen gennym
sent-reference = Eich cyfeirnod yw **{ $reference }**
sent-thanks = Diolch. Rydyn ni wedi anfon eich cyfeirnod drwy e-bost i'r cyfeiriad { $email }.
sent-thanks-unsent = Diolch. Ysgrifennwch eich cyfeirnod. Dydyn ni ddim wedi'i anfon drwy e-bost, oherwydd eich dewisiadau cysylltu.
sent-on = Anfonoch chi hi ar { $date } am { $time }.
sent-next = Beth sy'n digwydd nesaf
sent-often = Ffurflenni y mae pobl yn aml eu hangen nesaf
sent-copy = Eich copi
sent-copy-text = Gallwch ei agor, ei argraffu a'i lawrlwytho o dan {"["}Ffurflenni a anfonwyd](/submitted) tan { $until }, oni bai eich bod wedi gofyn i ni ei adael allan o'r rhestr honno. Yna byddwn yn ei ddileu.
sent-see = Gweld beth anfonoch chi
sent-account = Mynd i Fy Nghyfrif

## Copïau

copies-back = Yn ôl i Ffurflenni a anfonwyd
copies-empty = Nid ydych wedi anfon unrhyw ffurflenni, neu rydyn ni wedi dileu eich copïau.
copies-empty-more = Pan fyddwch yn anfon ffurflen, bydd eich copi yma am { $days } diwrnod. Gallwch ei agor, ei argraffu a'i lawrlwytho.
copies-lead = Rydyn ni'n cadw eich copi am { $days } diwrnod o'r diwrnod y gwnaethoch ei anfon. Yna byddwn yn ei ddileu. I gadw un yn hirach, agorwch ef a dewiswch “Lawrlwytho PDF”.
copy-reference = Cyfeirnod
copy-sent-on = Anfonwyd ar
copy-received = Derbyniwyd
copy-reference-is = Cyfeirnod **{ $reference }**
copy-sent-by = Anfonwyd gan { $name } ar { $date } am { $time }
copy-already-sent = Anfonoch chi'r ffurflen hon ar { $date } am { $time }. Dyma eich copi.
copy-typed-later = Nid yw'r hyn a deipioch ar ôl hynny ynddo. I roi gwybod i ni amdano, ffoniwch ni ar { $phone }.
moment = { $date } am { $time }
copy-print = Argraffu
copy-pdf = Lawrlwytho PDF
copy-large-print = Lawrlwytho mewn print bras
copy-text = Lawrlwytho fel testun plaen
copy-way = Beth sy'n digwydd i'ch ffurflen
copy-kept = Byddwn yn cadw eich copi tan **{ $until }**. Yna byddwn yn ei ddileu.
copy-step-sent = Anfonwyd
copy-waiting = Dylech glywed gennym o fewn { $time }. Os na fyddwch, ffoniwch ni ar { $phone } a rhowch eich cyfeirnod i ni.
