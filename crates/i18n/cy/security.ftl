### Yr hyn sy'n diogelu cyfrif, fel y mae ei berchennog yn ei weld ac yn ei newid.

## Cyfrinair arall, drwy ddolen mewn e-bost

forgot-title = Ailosod eich cyfrinair
forgot-lead = Rhowch y cyfeiriad e-bost rydych yn mewngofnodi ag ef. Byddwn yn anfon dolen atoch i ddewis cyfrinair newydd.
forgot-keep = A yw eich porwr, neu reolwr cyfrineiriau ar eich ffôn, yn cadw eich cyfrineiriau? Efallai fod yr un cywir yno.
forgot-send = Anfon y ddolen
forgot-no-email = Ni allaf agor yr e-bost hwnnw mwyach
forgot-no-email-text =
    Ni allwn newid cyfeiriad e-bost eich cyfrif ar eich rhan eto. Gallwch {"["}greu cyfrif arall](/create-account) gyda chyfeiriad e-bost y gallwch ei agor. Bydd y ffurflenni sydd wedi'u cadw gennych yn aros yn eich hen gyfrif.

    Os na all ffurflen aros, ffoniwch ni ar {"{phone}"}: gallwn ei llenwi gyda chi dros y ffôn. Gallwch hefyd ddechrau ffurflen heb fewngofnodi.

    Dydyn ni byth yn gofyn am gyfrinair nac am god diogelwch. Os bydd rhywun yn gofyn, rhowch y ffôn i lawr.
forgot-sent-title = Edrychwch ar eich e-bost
forgot-sent = Os oes cyfrif gyda'r cyfeiriad e-bost hwn, rydyn ni wedi anfon dolen iddo. Gallwch ei defnyddio unwaith, o fewn 30 munud.
forgot-sent-help = Edrychwch yn eich ffolder sbam neu sothach. Gall e-bost gymryd ychydig funudau i gyrraedd. Os gofynnwch am ddolen arall, bydd yr un hon yn peidio â gweithio.
forgot-again = Gofyn am ddolen arall
reset-title = Dewis cyfrinair newydd
reset-hint = O leiaf 12 nod. Mae tri gair ar hap yn hawdd eu cofio ac yn anodd eu dyfalu.
reset-after = Ar ôl hyn, mewngofnodwch gyda'r cyfrinair newydd a chod diogelwch, fel arfer. Byddwn yn eich allgofnodi ar bob dyfais arall.
reset-save = Cadw'r cyfrinair newydd
reset-done = Mae eich cyfrinair wedi'i newid. Mewngofnodwch gyda'r un newydd.
reset-gone-title = Nid yw'r ddolen hon yn gweithio mwyach
reset-gone-text =
    Gallwch ddefnyddio dolen unwaith, o fewn 30 munud. Os ydych wedi gofyn am un arall ers hynny, dim ond y diweddaraf sy'n gweithio.

    {"["}Gofyn am ddolen arall](/forgot-password)

## Wedi mewngofnodi: y cyfrinair unwaith eto

confirm-again-title = Cadarnhau mai chi sydd yno
confirm-again-lead = Cyn i chi newid eich manylion neu sut rydych yn mewngofnodi, rhowch eich cyfrinair eto. Mae hyn yn atal unrhyw un arall rhag gwneud newidiadau os yw'n dod o hyd i'r dudalen hon ar agor.
change-password-title = Newid eich cyfrinair
change-password-done = Mae eich cyfrinair wedi'i newid. Rydyn ni wedi eich allgofnodi ar bob dyfais arall.

## Mewngofnodi a diogelwch

security-change-password = Newid eich cyfrinair
security-password-text = Newidiwch ef ar unwaith os ydych yn meddwl bod rhywun arall yn ei wybod.
security-code-app = Cod o'ch ap dilysu bob tro y byddwch yn mewngofnodi.
security-app-on = Gallwch fewngofnodi gyda chodau o'ch ap dilysu.
security-app-off = Gallwch gael codau o ap yn lle hynny. Mae'n gweithio heb signal.
security-app-change = Newid neu dynnu'r ap dilysu
security-app-set-up = Gosod ap dilysu
security-codes-link = Cael codau adfer
security-devices = Lle'r ydych wedi mewngofnodi
security-devices-text = Os nad ydych yn adnabod un o'r rhain, allgofnodwch hi a newidiwch eich cyfrinair.
security-device = { $browser } ar { $system }
security-device-unknown = Dyfais na allwn ei henwi
security-this-device = y ddyfais hon
security-last-used = Defnyddiwyd ddiwethaf ar { $time }
security-sign-out-of = : { $device }
security-sign-out-others = Allgofnodi ym mhobman arall
security-signed-out = Mae'r ddyfais honno wedi'i hallgofnodi.
security-signed-out-others = Rydych wedi cael eich allgofnodi ym mhobman arall.
security-activity = Gweithgarwch diweddar
security-activity-text = Rydyn ni'n cadw'r rhestr hon am 90 diwrnod.
security-when = { $date } am { $time }
event-created = Fe wnaethoch greu eich cyfrif
event-signed-in = Fe wnaethoch fewngofnodi
event-signed-out-elsewhere = Cafodd dyfais ei hallgofnodi
event-password-changed = Cafodd eich cyfrinair ei newid
event-password-reset = Cafodd eich cyfrinair ei newid drwy ddolen mewn e-bost
event-app-added = Cafodd ap dilysu ei osod
event-app-removed = Cafodd yr ap dilysu ei dynnu
event-recovery-codes-made = Cafodd codau adfer newydd eu gwneud
event-recovery-code-used = Fe wnaethoch fewngofnodi gyda chod adfer
event-council-connected = Fe wnaethoch gysylltu cyfrif arall i fewngofnodi ag ef
event-council-disconnected = Fe wnaethoch ddatgysylltu'r cyfrif arall
event-details-changed = Cafodd eich enw, eich cyfeiriad neu sut i gysylltu â chi ei newid
event-codes-locked = Cafodd eich cyfrif ei gloi am gyfnod gan godau diogelwch anghywir
event-signed-out-by-council = Fe wnaethom eich allgofnodi ym mhobman

## Ap dilysu

app-title = Ap dilysu
app-what = Mae ap dilysu ar ffôn, llechen neu gyfrifiadur yn rhoi cod 6 digid newydd i chi bob 30 eiliad. Mae'n gweithio heb signal. Mae llawer o'r apiau hyn am ddim.
app-step-open = Agorwch eich ap dilysu, a dewiswch ychwanegu cyfrif.
app-step-add = Pwyntiwch y camera at y llun hwn.
app-picture = Llun ar gyfer camera eich ap dilysu. Mae'r allwedd isod yn dweud yr un peth.
app-on-this-device = Mae'r ap ar y ddyfais hon: ychwanegwch y cyfrif ato
app-key = Neu teipiwch yr allwedd hon i'r ap:
app-step-code = Rhowch y cod y mae'r ap yn ei ddangos.
app-code-hint = Y 6 rhif y mae eich ap yn eu dangos nawr
app-start = Gosod ap dilysu
app-added = Mae eich ap dilysu wedi'i osod. Gallwch fewngofnodi gyda'i godau.
app-removed = Mae eich ap dilysu wedi'i dynnu.
app-in-use = Rydych yn defnyddio ap dilysu i fewngofnodi.
app-remove = Tynnu'r ap dilysu
app-remove-means = Pan fyddwch wedi'i dynnu, byddwch yn mewngofnodi gyda chod a anfonir i'ch ffôn.
app-only = Nid oes gennych ffôn mewngofnodi, felly mae angen yr ap arnoch i fewngofnodi.
app-clock = Mae'r cod yn newid bob 30 eiliad. Os nad yw'n gweithio, arhoswch am yr un nesaf, a gwnewch yn siŵr bod yr amser ar eich dyfais yn gywir.
create-app-instead = Dim ffôn i'w ddefnyddio?
create-use-app = Defnyddio ap dilysu

## Codau adfer

recovery-codes = Codau adfer
recovery-what = Mae pob un o'r codau hyn yn gadael i chi fewngofnodi unwaith, yn lle cod o'ch ffôn neu'ch ap. Defnyddiwch nhw os collwch eich ffôn neu'ch ap.
recovery-keep = Ysgrifennwch nhw neu argraffwch y dudalen hon. Cadwch nhw mewn lle diogel, nid gyda'ch ffôn. Ni allwn eu dangos i chi eto.
recovery-have-them = Rwyf wedi cadw fy nghodau
recovery-left =
    { $count ->
        [zero] Nid oes gennych godau adfer.
        [one] Mae gennych un cod adfer ar ôl.
        [two] Mae gennych ddau god adfer ar ôl.
        [few] Mae gennych { $count } chod adfer ar ôl.
        [many] Mae gennych { $count } chod adfer ar ôl.
       *[other] Mae gennych { $count } cod adfer ar ôl.
    }
recovery-make = Gwneud codau adfer
recovery-make-new = Gwneud codau newydd. Bydd yr hen rai yn peidio â gweithio

## Cadarnhau pwy ydych chi, drwy ffyrdd eraill

confirm-app = Rhowch y cod o'ch ap dilysu.
confirm-app-too = Gallwch hefyd roi'r cod y mae eich ap dilysu yn ei ddangos.
confirm-recovery-too = Gallwch hefyd roi un o'ch codau adfer.
confirm-phone-instead = Gallwn anfon cod i'ch rhif ffôn **sy'n gorffen gyda { $ending }** yn lle hynny.

## Pam nad yw cam yn mynd ymlaen

refused-password-wrong = Mae'r cyfrinair yn anghywir. Gwiriwch ef a rhowch gynnig arall arni
refused-confirm-first = I gadw eich cyfrif yn ddiogel, rhowch eich cyfrinair yn gyntaf. Yna gwnewch y newid eto.
refused-confirm-kept = I gadw eich cyfrif yn ddiogel, rhowch eich cyfrinair yn gyntaf. Rydyn ni wedi cadw'r hyn a deipioch.
refused-link-gone = Nid yw'r ddolen hon yn gweithio mwyach. Gofynnwch am un arall.

## E-byst

mail-reset = Dewis cyfrinair newydd
mail-reset-text =
    Gofynnodd rhywun am gyfrinair newydd ar gyfer { service-name } { $council }.

    Dewiswch ef yma:
    { $link }

    Gallwch ddefnyddio'r ddolen unwaith, o fewn { $minutes } munud. Wedyn, mewngofnodwch gyda'r cyfrinair newydd a chod diogelwch, fel arfer.

    Os na wnaethoch ofyn am hyn, gallwch anwybyddu'r e-bost hwn. Mae eich cyfrinair yn aros fel y mae.
mail-no-account = Nid oes cyfrif gyda'r cyfeiriad e-bost hwn
mail-no-account-text =
    Gofynnodd rhywun am gyfrinair newydd ar gyfer { service-name } { $council } gyda'r cyfeiriad e-bost hwn. Nid oes cyfrif ag ef.

    Os mai chi a ofynnodd, rhowch gynnig ar gyfeiriad e-bost arall y gallech fod wedi'i ddefnyddio. Gallwch hefyd greu cyfrif:
    { $link }

    Os na wnaethoch ofyn am hyn, gallwch anwybyddu'r e-bost hwn.
mail-password-changed = Cafodd eich cyfrinair ei newid
mail-password-changed-text =
    Cafodd cyfrinair eich cyfrif ar gyfer { service-name } { $council } ei newid. Rydyn ni wedi eich allgofnodi ar bob dyfais arall.

    Os nad chi wnaeth hyn, dewiswch gyfrinair newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.
mail-security-changed = Mae'r ffordd rydych yn mewngofnodi wedi newid
mail-security-changed-text =
    Mae'r ffordd rydych yn mewngofnodi i wasanaeth { service-name } { $council } wedi newid. Mewngofnodwch a dewiswch “Mewngofnodi a diogelwch” i weld beth oedd.

    Os nad chi wnaeth hyn, dewiswch gyfrinair newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.
mail-recovery-used = Cafodd cod adfer ei ddefnyddio
mail-recovery-used-text =
    Mewngofnododd rhywun i wasanaeth { service-name } { $council } gydag un o'ch codau adfer.

    Os nad chi wnaeth hyn, dewiswch gyfrinair newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.

mail-details-changed = Cafodd eich manylion eu newid
mail-details-changed-text =
    Cafodd rhai o'ch manylion yng ngwasanaeth { service-name } { $council } eu newid. Mewngofnodwch a dewiswch “Diweddaru eich manylion” i'w gweld.

    Os nad chi wnaeth hyn, dewiswch gyfrinair newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.
mail-new-device = Fe wnaethoch fewngofnodi ar ddyfais newydd
mail-new-device-text =
    Mewngofnododd rhywun i'ch cyfrif ar gyfer { service-name } { $council }. Dydyn ni ddim yn adnabod y ddyfais na'r porwr hwn eto.

    Pryd: { $when }
    Dyfais: { $device }

    Os mai chi wnaeth hyn, nid oes angen i chi wneud dim.

    Os nad chi wnaeth hyn, dewiswch gyfrinair newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.
mail-codes-locked = Cafodd eich cyfrif ei gloi gan godau diogelwch anghywir
mail-codes-locked-text =
    Rhoddodd rhywun y cyfrinair cywir ar gyfer eich cyfrif { service-name } { $council }, ac yna gormod o godau diogelwch anghywir. Felly rydyn ni wedi'i gloi am gyfnod. Mae'r ffurflenni rydych wedi'u cadw yn ddiogel.

    Os mai chi wnaeth hyn, arhoswch a rhowch gynnig arall arni yn nes ymlaen.

    Os nad chi wnaeth hyn, mae rhywun yn gwybod eich cyfrinair. Dewiswch un newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.
text-codes-locked = Mae codau anghywir wedi cloi eich cyfrif { service-name } { $council }. Os nad chi wnaeth hyn, ffoniwch { $phone }.
text-phone-changed = Nid yw codau { service-name } { $council } yn dod yma mwyach. Os nad chi newidiodd hyn, ffoniwch { $phone }.
call-phone-changed = Nid yw codau diogelwch gwasanaeth { service-name } { $council } yn dod i'r ffôn hwn mwyach. Os nad chi newidiodd hyn, ffoniwch { $phone }.

## Cyfeiriad e-bost neu ffôn mewngofnodi arall

contact-email-title = Newid eich cyfeiriad e-bost
contact-email-hint = Byddwn yn anfon cod iddo nawr. Pan fyddwch wedi rhoi'r cod, byddwch yn mewngofnodi gyda'r cyfeiriad hwn.
contact-email-done = Mae eich cyfeiriad e-bost wedi'i newid. Rydyn ni wedi dweud wrth yr hen gyfeiriad hefyd.
contact-phone-title = Newid eich rhif ffôn mewngofnodi
contact-phone-done = Mae eich rhif ffôn mewngofnodi wedi'i newid.
refused-email-same = Dyma eich cyfeiriad e-bost eisoes
event-email-changed = Cafodd eich cyfeiriad e-bost ei newid
mail-email-changed = Cafodd eich cyfeiriad e-bost ei newid
mail-email-changed-text = Cafodd cyfeiriad e-bost eich cyfrif ei newid. Rydyn ni wedi anfon hwn i'r hen gyfeiriad ac i'r un newydd. Os nad chi wnaeth hyn, ffoniwch ni ar unwaith.

## Dileu cyfrif

details-delete = Os nad oes angen eich cyfrif arnoch mwyach, gallwch {"["}ei ddileu](/account/delete).
delete-account-title = Dileu eich cyfrif
delete-account-text =
    Os byddwch yn dileu eich cyfrif, byddwch yn colli'r rhain ar unwaith. Ni fyddwch yn gallu eu cael yn ôl.

    - Eich enw, eich cyfeiriadau a'ch rhif ffôn
    - Y ffurflenni rydych wedi'u cadw ond heb eu hanfon
    - Eich copïau o'r ffurflenni rydych wedi'u hanfon: ni fyddwch yn gallu eu hagor. Os ydych am eu cadw, {"["}lawrlwythwch nhw](/submitted) yn gyntaf.

    Bydd y ffurflenni rydych wedi'u hanfon yn aros gyda ni, fel y gallwn eich helpu. Rydyn ni'n dweud am ba hyd y byddwn yn eu cadw o dan {"["}Preifatrwydd](/privacy).
delete-account-button = Dileu fy nghyfrif
account-deleted-title = Mae eich cyfrif wedi'i ddileu
account-deleted-text =
    Rydyn ni wedi anfon e-bost atoch i gadarnhau hyn.

    Os ydych am ddefnyddio'r gwasanaeth hwn eto, gallwch {"["}greu cyfrif arall](/create-account).
mail-account-deleted = Mae eich cyfrif wedi'i ddileu
mail-account-deleted-text = Cafodd eich cyfrif ei ddileu, gyda'r ffurflenni yr oeddech wedi'u cadw a heb eu hanfon. Os nad chi wnaeth hyn, ffoniwch ni ar unwaith.
