### Mewngofnodi gyda chyfrif arall y cyngor. $name: enw'r cyfrif, fel "Northmere account". Nid yw'n treiglo.

## Y botwm, a phan nad yw'n gweithio

council-sign-in = Mewngofnodi gan ddefnyddio { $name }
council-not-title = Nid ydych wedi mewngofnodi gan ddefnyddio { $name }
council-declined = Rydych wedi rhoi'r gorau iddi, neu wedi dewis peidio â dweud wrthym pwy ydych chi. Felly ni allwn eich mewngofnodi gan ddefnyddio { $name }.
council-gone = Mae'r amser wedi dod i ben, neu mae'r dudalen hon wedi'i defnyddio o'r blaen. Efallai eich bod wedi dechrau mewn ffenestr arall hefyd. I gadw eich cyfrif yn ddiogel, dechreuwch eto.
council-unreachable = Ni allwch fewngofnodi gan ddefnyddio { $name } ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau.
council-untrue = Nid oeddem yn gallu gwneud yn siŵr mai chi sydd yno. I gadw eich cyfrif yn ddiogel, dydyn ni ddim wedi eich mewngofnodi gan ddefnyddio { $name }.
council-no-email = Mae angen i ni wybod mai chi biau eich cyfeiriad e-bost. Nid yw { $name } wedi gwirio eich cyfeiriad e-bost, felly ni allwch ei ddefnyddio yma.
council-too-often = Bu gormod o gynigion i fewngofnodi gan ddefnyddio { $name } o'ch rhwydwaith. Arhoswch am awr, neu mewngofnodwch gyda'ch cyfeiriad e-bost a'ch cyfrinair.
council-not-safe = Nid oes dim wedi newid, ac mae'r ffurflenni rydych wedi'u cadw yn ddiogel. Gallwch bob amser fewngofnodi gyda'ch cyfeiriad e-bost a'ch cyfrinair.

## Y cyfrinair unwaith eto, trwy fewngofnodi yno eto

council-confirm = Cadarnhau gan ddefnyddio { $name }
council-not-confirmed = Nid oeddem yn gallu gwneud yn siŵr gan ddefnyddio { $name } mai chi sydd yno. Rhowch eich cyfrinair, neu rhowch gynnig arall arni.

## Cysylltu

council-connect-title = Cysylltu eich { $name }
council-connect-text =
    Rydych wedi mewngofnodi gan ddefnyddio { $name } yma am y tro cyntaf. I'w gysylltu â'ch cyfrif gyda ni, mewngofnodwch i'r cyfrif hwnnw nawr, neu crëwch un. Dim ond unwaith y mae angen i chi wneud hyn.

    Defnyddiwch yr un cyfeiriad e-bost ag a ddefnyddiwch ar gyfer { $name }. Os na fyddwch yn gwneud hyn o fewn 30 munud, ni chaiff dim ei gysylltu.
council-made-title = Mae eich { $name } wedi'i gysylltu
council-made = O hyn ymlaen gallwch fewngofnodi yma gan ddefnyddio { $name }. Gallwch ddefnyddio eich cyfrinair o hyd. I newid hyn, dewiswch eich enw ar frig y dudalen, yna “Fy Nghyfrif”, yna “Mewngofnodi a diogelwch”.
council-not-made-title = Nid yw eich { $name } wedi'i gysylltu
council-other-email = Rydych wedi mewngofnodi. Ond mae gan { $name } gyfeiriad e-bost gwahanol i'r un yn eich cyfrif gyda ni, felly dydyn ni ddim wedi cysylltu'r ddau. Os ydych am eu cysylltu, defnyddiwch yr un cyfeiriad e-bost ar gyfer y ddau.
council-taken = Rydych wedi mewngofnodi. Ond mae eich cyfrif gyda ni, neu eich { $name }, eisoes wedi'i gysylltu ag un arall. Felly dydyn ni ddim wedi cysylltu'r ddau.

## O dan "Mewngofnodi a diogelwch"

council-connected = Wedi'i gysylltu: { $name }. Gallwch ei ddefnyddio i fewngofnodi yma.
council-not-connected = Heb ei gysylltu. I'w gysylltu, allgofnodwch. Yna dewiswch “Mewngofnodi gan ddefnyddio { $name }” ar y dudalen “Mewngofnodi”.
council-disconnect = Datgysylltu
council-disconnected = Nid yw { $name } wedi'i gysylltu mwyach. O hyn ymlaen, byddwch yn mewngofnodi gyda'ch cyfrinair.

## Yr e-bost amdano

mail-council-connected = Ffordd newydd o fewngofnodi
mail-council-connected-text =
    Mae eich cyfrif ar gyfer { service-name } { $council } bellach wedi'i gysylltu â'ch { $name }. Gallwch ei ddefnyddio i fewngofnodi.

    Gallwch ddod â hyn i ben unrhyw bryd. Mewngofnodwch, yna ewch i “Mewngofnodi a diogelwch” yn eich cyfrif.

    Os nad chi a wnaeth hyn, ffoniwch ni.

## Cwcis

cookie-council = Yn cadw eich lle wrth i chi fewngofnodi gyda chyfrif arall sydd gennych gyda'r cyngor
cookie-council-lasts = 30 munud, neu nes eich bod wedi mewngofnodi
