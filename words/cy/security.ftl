### Yr hyn sy'n diogelu cyfrif, fel y mae ei berchennog yn ei weld ac yn ei newid.

## Cyfrinair arall, drwy ddolen mewn e-bost

forgot-title = Ailosod eich cyfrinair
forgot-lead = Rhowch y cyfeiriad e-bost yr ydych yn mewngofnodi ag ef. Byddwn yn anfon dolen iddo. Gyda'r ddolen byddwch yn dewis cyfrinair newydd.
forgot-keep = A yw eich porwr, neu reolwr cyfrineiriau ar eich ffôn, yn cadw eich cyfrineiriau? Efallai fod yr un cywir yno.
forgot-send = Anfon y ddolen
forgot-no-email = Ni allaf agor yr e-bost hwnnw mwyach
forgot-no-email-text =
    Ffoniwch ni ar {"{phone}"}. Byddwn yn gofyn rhai cwestiynau, i wneud yn siŵr mai chi sydd yno. Yna byddwn yn eich helpu.

    Nid ydym byth yn gofyn am gyfrinair nac am god diogelwch. Os bydd rhywun yn gofyn, rhowch y ffôn i lawr.

    Mae'r ffurflenni sydd wedi'u cadw gennych yn ddiogel. Os na all ffurflen aros, dywedwch wrthym: gallwn ei llenwi gyda chi dros y ffôn. Gallwch hefyd ddechrau ffurflen heb fewngofnodi.
forgot-sent-title = Edrychwch ar eich e-bost
forgot-sent = Os oes cyfrif gyda'r cyfeiriad e-bost hwn, mae dolen ar ei ffordd iddo. Mae'n gweithio am 30 munud, ac unwaith.
forgot-sent-help = Edrychwch yn y ffolder sbam neu sothach. Gall e-bost gymryd ychydig funudau. Os gofynnwch am ddolen arall, bydd yr un o'i blaen yn peidio â gweithio.
forgot-again = Gofyn am ddolen arall
reset-title = Dewis cyfrinair newydd
reset-hint = O leiaf 12 nod. Mae tri gair ar hap yn hawdd eu cofio ac yn anodd eu dyfalu.
reset-after = Wedyn byddwch yn mewngofnodi gyda'r cyfrinair newydd a chod diogelwch, fel arfer. Bydd pob dyfais arall yn cael ei hallgofnodi.
reset-save = Cadw'r cyfrinair newydd
reset-done = Mae eich cyfrinair wedi'i newid. Mewngofnodwch gyda'r un newydd.
reset-gone-title = Nid yw'r ddolen hon yn gweithio mwyach
reset-gone-text =
    Mae dolen yn gweithio am 30 munud a gellir ei defnyddio unwaith. Os ydych wedi gofyn am un arall ers hynny, dim ond y diweddaraf sy'n gweithio.

    {"["}Gofyn am ddolen arall](/forgot-password)

## Wedi mewngofnodi: y cyfrinair unwaith eto

confirm-again-title = Cadarnhau mai chi sydd yno
confirm-again-lead = Cyn i chi newid sut yr ydych yn mewngofnodi, rhowch eich cyfrinair unwaith eto. Felly ni all neb arall ei wneud os daw o hyd i'r dudalen hon ar agor.
change-password-title = Newid eich cyfrinair
change-password-done = Mae eich cyfrinair wedi'i newid. Mae pob dyfais arall wedi'i hallgofnodi.

## Mewngofnodi a diogelwch

security-change-password = Newid eich cyfrinair
security-password-text = Newidiwch ef ar unwaith os ydych yn meddwl bod rhywun arall yn ei wybod.
security-devices = Lle'r ydych wedi mewngofnodi
security-devices-text = Os nad ydych yn adnabod un o'r rhain, allgofnodwch hi a newidiwch eich cyfrinair.
security-device = { $browser } ar { $system }
security-device-unknown = Dyfais na allwn ei henwi
security-this-device = y ddyfais hon
security-last-used = Defnyddiwyd ddiwethaf ar { $time }
security-sign-out-of = o { $device }
security-sign-out-others = Allgofnodi ym mhobman arall
security-signed-out = Mae'r ddyfais honno wedi'i hallgofnodi.
security-signed-out-others = Rydych wedi allgofnodi ym mhobman arall.
security-activity = Beth ddigwyddodd yn ddiweddar
security-activity-text = Rydym yn cadw'r rhestr hon am 90 diwrnod.
security-when = { $date } am { $time }
event-created = Fe wnaethoch greu eich cyfrif
event-signed-in = Fe wnaethoch fewngofnodi
event-signed-out-elsewhere = Cafodd dyfais ei hallgofnodi
event-password-changed = Cafodd eich cyfrinair ei newid
event-password-reset = Cafodd eich cyfrinair ei newid drwy ddolen mewn e-bost

## Pam nad yw cam yn mynd ymlaen

refused-password-wrong = Mae'r cyfrinair yn anghywir. Gwiriwch ef a rhowch gynnig arall arni
refused-confirm-first = I gadw eich cyfrif yn ddiogel, rhowch eich cyfrinair yn gyntaf. Yna gwnewch y newid eto.
refused-link-gone = Nid yw'r ddolen hon yn gweithio mwyach. Gofynnwch am un arall.

## E-byst

mail-reset = Dewis cyfrinair newydd
mail-reset-text =
    Gofynnodd rhywun am gyfrinair newydd ar gyfer { service-name } { $council }.

    Dewiswch ef yma:
    { $link }

    Mae'r ddolen yn gweithio am { $minutes } munud a gellir ei defnyddio unwaith. Wedyn byddwch yn mewngofnodi gyda'r cyfrinair newydd a chod diogelwch, fel arfer.

    Os na wnaethoch ofyn am hyn, gallwch anwybyddu'r e-bost hwn. Mae eich cyfrinair yn aros fel y mae.
mail-no-account = Nid oes cyfrif gyda'r cyfeiriad e-bost hwn
mail-no-account-text =
    Gofynnodd rhywun am gyfrinair newydd ar gyfer { service-name } { $council } gyda'r cyfeiriad e-bost hwn. Nid oes cyfrif ag ef.

    Os chi oedd hwn, rhowch gynnig ar gyfeiriad e-bost arall y gallech fod wedi'i ddefnyddio. Gallwch hefyd greu cyfrif:
    { $link }

    Os na wnaethoch ofyn am hyn, gallwch anwybyddu'r e-bost hwn.
mail-password-changed = Cafodd eich cyfrinair ei newid
mail-password-changed-text =
    Cafodd cyfrinair eich cyfrif ar gyfer { service-name } { $council } ei newid. Cafodd pob dyfais ei hallgofnodi, heblaw'r un y cafodd ei newid arni.

    Os nad chi wnaeth hyn, dewiswch gyfrinair newydd ar unwaith:
    { $link }

    Yna ffoniwch ni.
