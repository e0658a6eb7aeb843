### Ffôn mewngofnodi arall i rywun na all ddefnyddio'r hen un.

## Gofyn

change-phone-title = Newid eich rhif ffôn mewngofnodi
change-phone-text =
    Os na allwch ddefnyddio eich rhif ffôn mewngofnodi, gallwch ofyn i ni ei dynnu oddi ar eich cyfrif. Dyma'r camau.

    - Byddwn yn anfon dolen i'ch cyfeiriad e-bost.
    - Agorwch y ddolen a dywedwch wrthym pam, a phryd y gallwn ffonio. Peidiwch â rhoi eich rhif newydd i ni eto.
    - Byddwn yn gwneud yn siŵr mai chi sydd yno. Yna rhaid i 2 o'n staff gytuno i dynnu'r hen rif.
    - Y tro nesaf y byddwch yn mewngofnodi, byddwch yn rhoi'r rhif newydd i ni.

    Dydyn ni byth yn gofyn am eich cyfrinair nac am god diogelwch. Os bydd rhywun yn gofyn, rhowch y ffôn i lawr. Mae'r ffurflenni sydd wedi'u cadw gennych yn ddiogel drwy'r amser.
change-phone-call = Os na allwch agor eich e-bost mwyach, neu os na all ffurflen aros, ffoniwch ni ar {"{phone}"}.
phone-link-first = Yn gyntaf byddwn yn anfon dolen i gyfeiriad e-bost eich cyfrif.
phone-ask-link = Anfon y ddolen
phone-sign-in-first = Yn gyntaf {"["}mewngofnodwch](/sign-in) gyda'ch cyfeiriad e-bost a'ch cyfrinair. Pan fyddwn yn gofyn am y cod, dewiswch “Newid eich rhif ffôn mewngofnodi”.
phone-link-sent = Rydyn ni wedi anfon dolen i gyfeiriad e-bost eich cyfrif. Gallwch ei defnyddio unwaith, o fewn 24 awr.
phone-link-gone =
    Gallwch ddefnyddio dolen unwaith, o fewn 24 awr. Os ydych wedi gofyn am un arall ers hynny, dim ond y diweddaraf sy'n gweithio.

    {"["}Gofyn eto](/sign-in/change-phone)
phone-ask-lead = Peidiwch â rhoi eich rhif newydd i ni yma. Byddwn yn gofyn amdano pan fyddwch yn mewngofnodi, ar ôl i ni wneud yn siŵr mai chi sydd yno.
phone-why = Pam mae angen i chi newid eich rhif?
phone-why-lost = Mae'r ffôn ar goll neu wedi torri
phone-why-stolen = Cafodd y ffôn ei ddwyn
phone-why-new = Mae gennyf rif newydd
phone-why-signal = Nid oes signal lle'r wyf i
phone-why-landline = Nid oes gennyf y llinell dir mwyach
phone-why-extension = Mae estyniad ar y rhif
phone-why-missing = Dewiswch pam mae angen i chi newid eich rhif
phone-check = Sut gallwn ni wneud yn siŵr mai chi sydd yno?
phone-check-call = Ffoniwch fi ar rif sydd gennych yn fy nghofnod gofal
phone-check-visit = Gofynnwch i mi pan fydd gweithiwr yn ymweld â mi
phone-check-letter = Ysgrifennwch ataf yn fy nghyfeiriad, fel y gallaf eich ffonio
phone-check-missing = Dewiswch sut y gallwn wneud yn siŵr mai chi sydd yno
phone-when = Os bydd angen i ni eich ffonio, pryd mae amser da?
phone-when-morning = Yn y bore
phone-when-afternoon = Yn y prynhawn
phone-when-any = Unrhyw bryd
phone-when-missing = Dewiswch pryd y gallwn ffonio
phone-ask-send = Gofyn am y newid
phone-already-asked = Rydych wedi gofyn am hyn eisoes. Mae dolen yn yr e-bost diweddaraf gennym i weld beth sy'n digwydd.

## Dilyn cais

phone-track-title = Eich cais am ffôn mewngofnodi arall
phone-asked-on = Gofynnoch ar { $date }.
phone-state-asked = Mae eich cais gennym. Yn gyntaf, byddwn yn gwneud yn siŵr mai chi sydd yno, yn y ffordd a ddewisoch. Yna bydd 2 o'n staff yn edrych arno. Byddwn yn anfon e-bost atoch pan fyddant wedi penderfynu.
phone-state-approved =
    Rydyn ni wedi cytuno, ac rydyn ni wedi tynnu'r hen rif oddi ar eich cyfrif.

    {"["}Mewngofnodwch](/sign-in) cyn { $date }, a rhowch eich rhif newydd i ni.
phone-state-refused = Ni allem wneud yn siŵr mai chi sydd yno, felly nid oes dim wedi newid. Ffoniwch ni ar {"{phone}"}.
phone-state-stopped = Defnyddiodd rhywun ddolen mewn e-bost i atal y cais hwn, naill ai i ddweud nad nhw a ofynnodd neu i ddewis cyfrinair newydd. Gallwch {"["}ofyn eto](/sign-in/change-phone), neu ffonio ni ar {"{phone}"}.
phone-state-frozen =
    Defnyddiodd rhywun ddolen mewn e-bost i ddweud nad nhw a ofynnodd am hyn, felly rydyn ni wedi rhewi'r cyfrif. Ni all neb fewngofnodi, ac ni fydd unrhyw ffurflen yn cael ei cholli.

    Ffoniwch ni ar {"{phone}"}. Pan fyddwn wedi gwneud yn siŵr mai chi sydd yno, bydd 2 o'n staff yn agor y cyfrif eto.
phone-state-released =
    Mae eich cyfrif ar agor eto. Byddwn yn anfon codau diogelwch i'r rhif ffôn a roddoch i ni.

    {"["}Mewngofnodi](/sign-in)
phone-state-done = Mae eich rhif newydd ar eich cyfrif.
phone-state-lapsed = Ni chafodd y cais hwn ei orffen mewn pryd. Gallwch {"["}ofyn eto](/sign-in/change-phone), neu ffonio ni ar {"{phone}"}.
phone-track-gone =
    Mae dolen newydd ym mhob e-bost a anfonwn am gais. Dim ond y diweddaraf sy'n gweithio.

    Os na allwch ddod o hyd iddo, ffoniwch ni ar {"{phone}"}.
phone-stop-title = Os nad chi a ofynnodd am hyn
phone-stop-means = Os na wnaethoch ofyn am newid eich ffôn mewngofnodi, ataliwch y newid yma. Bydd eich rhif ffôn yn aros fel y mae. Mae rhywun yn gwybod eich cyfrinair, felly dewiswch un newydd nesaf.
phone-stop = Atal y newid
phone-freeze-means =
    Os na wnaethoch ofyn am newid eich ffôn mewngofnodi, rhewch eich cyfrif yma. Dyma beth fydd yn digwydd:

    - bydd pawb yn cael eu hallgofnodi, ac ni fydd neb yn gallu mewngofnodi
    - bydd eich ffurflenni a'ch copïau yn aros yn ddiogel, ac ni fydd dim un yn cael ei ddileu
    - byddwch yn ein ffonio ar {"{phone}"}, a byddwn yn gwneud yn siŵr mai chi sydd yno
    - bydd 2 o'n staff yn agor eich cyfrif eto, gyda'r rhif ffôn y byddwch yn ei roi i ni
phone-freeze = Rhewi fy nghyfrif
phone-stopped = Mae'r newid wedi'i atal, ac mae eich rhif ffôn yn aros fel y mae. Dewiswch gyfrinair newydd nawr.

## Cofrestru'r rhif newydd

confirm-no-factor = Nid oes rhif ffôn ar eich cyfrif y gallwn anfon cod iddo. Defnyddiwch y ddolen isod, neu ffoniwch ni ar {"{phone}"}.
new-phone-title = Cofrestru eich ffôn newydd
new-phone-granted = Rydyn ni wedi cytuno i'r newid. Yn gyntaf, byddwn yn anfon cod i'ch cyfeiriad e-bost. Yna byddwch yn rhoi eich rhif newydd i ni.
new-phone-send-email = Anfon cod i'm e-bost
new-phone-email-sent = Rydyn ni wedi anfon e-bost â chod 6 digid i gyfeiriad e-bost eich cyfrif.
event-phone-changed = Cafodd eich ffôn mewngofnodi ei newid
event-frozen = Cafodd eich cyfrif ei rewi drwy ddolen mewn e-bost
event-released = Fe wnaethom agor eich cyfrif eto, ar ôl i ni siarad â chi

## E-byst

mail-phone-link = Eich dolen i newid eich ffôn mewngofnodi
mail-phone-link-text =
    Rhoddodd rhywun eich cyfrinair a gofyn am newid eich rhif ffôn mewngofnodi.

    Os mai chi a ofynnodd, agorwch y ddolen hon:
    { $link }

    Gallwch ddefnyddio'r ddolen unwaith, o fewn 24 awr. Os nad chi a ofynnodd, peidiwch â'i hagor. Newidiwch eich cyfrinair ar unwaith, yna ffoniwch ni.
mail-phone-asked = Gofynnoch am newid eich ffôn mewngofnodi
mail-phone-asked-text =
    Mae eich cais i newid ffôn mewngofnodi eich cyfrif gennym. Byddwn yn anfon e-bost atoch pan fyddwn wedi penderfynu.

    Gweld hynt eich cais:
    { $page }

    Os nad chi a ofynnodd, ataliwch y cais o fewn 24 awr:
    { $stop }
mail-phone-approved = Gellir newid eich ffôn mewngofnodi
mail-phone-approved-text =
    Rydyn ni wedi tynnu'r hen rif ffôn oddi ar eich cyfrif. Mewngofnodwch o fewn 7 diwrnod a rhowch yr un newydd i ni:
    { $link }

    Os byddwch yn gosod cyfrinair newydd cyn hynny, bydd yn rhaid i chi ofyn i ni eto.

    Os nad chi a ofynnodd, rhewch eich cyfrif o fewn 24 awr. Ni fydd neb yn gallu mewngofnodi nes i chi siarad â ni:
    { $stop }
mail-phone-refused = Ni chafodd eich ffôn mewngofnodi ei newid
mail-phone-refused-text = Gofynnoch am newid ffôn mewngofnodi eich cyfrif. Ni allem wneud yn siŵr mai chi sydd yno, felly nid oes dim wedi newid.
mail-phone-stopped = Mae eich ffôn mewngofnodi yn aros fel yr oedd
mail-phone-stopped-text = Cafodd y cais i newid ffôn mewngofnodi eich cyfrif ei atal. Mae eich rhif ffôn yn aros fel yr oedd. Os nad chi a'i hataliodd, ffoniwch ni.
mail-phone-done = Cafodd eich ffôn mewngofnodi ei newid
mail-phone-done-text =
    Mae rhif ffôn newydd ar eich cyfrif. Byddwn yn anfon codau diogelwch iddo o hyn ymlaen.

    Os nad chi a'i newidiodd, rhewch eich cyfrif o fewn 24 awr. Ni fydd neb yn gallu mewngofnodi nes i chi siarad â ni:
    { $stop }
mail-frozen = Mae eich cyfrif wedi'i rewi
mail-frozen-text =
    Defnyddiodd rhywun ddolen mewn e-bost i ddweud nad nhw a ofynnodd am newid eich ffôn mewngofnodi. Rydyn ni wedi rhewi eich cyfrif i'w gadw'n ddiogel. Mae pawb wedi'u hallgofnodi, ac ni all neb fewngofnodi.

    Ffoniwch ni. Pan fyddwn wedi gwneud yn siŵr mai chi sydd yno, bydd 2 o'n staff yn agor eich cyfrif eto. Mae eich ffurflenni a'ch copïau yn ddiogel, ac nid oes dim un wedi'i ddileu.

    Gweld beth sy'n digwydd:
    { $page }
mail-released = Mae eich cyfrif ar agor eto
mail-released-text =
    Rydyn ni wedi siarad â chi, ac mae eich cyfrif ar agor eto. Dim ond i'r rhif ffôn a roddoch i ni y byddwn yn anfon codau diogelwch. Os oeddech yn defnyddio ap dilysu neu godau adfer, gosodwch nhw eto.

    Dewiswch gyfrinair newydd yn gyntaf:
    { $forgot }

    Yna mewngofnodwch:
    { $link }

    Os nad ydych wedi siarad â ni, ffoniwch ni ar unwaith.
mail-on-hold = Mae eich cyfrif wedi'i rewi
mail-on-hold-text =
    Gofynnodd rhywun am gyfrinair newydd ar gyfer { service-name } { $council } gyda'r cyfeiriad e-bost hwn. Mae eich cyfrif wedi'i rewi i'w gadw'n ddiogel, felly ni ellir newid y cyfrinair nawr.

    Ffoniwch ni. Pan fyddwn wedi gwneud yn siŵr mai chi sydd yno, bydd 2 o'n staff yn agor eich cyfrif eto. Mae eich ffurflenni a'ch copïau yn ddiogel.

## Negeseuon testun

text-frozen = { $council }: mae eich cyfrif wedi'i rewi i'w gadw'n ddiogel. Ni all neb fewngofnodi. Ffoniwch ni ar { $phone }.
text-released = { $council }: mae eich cyfrif ar agor eto. Bydd codau'n mynd i'r rhif ffon a roddwyd i ni. Os nad chi oedd hyn, ffoniwch { $phone }.
