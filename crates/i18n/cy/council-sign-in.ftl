### Mewngofnodi gyda chyfrif arall y cyngor. $name: enw'r cyfrif, fel "Northmere account". Nid yw'n treiglo.

## Y botwm, a phan nad yw'n gweithio

council-sign-in = Mewngofnodi gyda { $name }
council-not-title = Nid ydych wedi mewngofnodi gyda { $name }
council-declined = Rydych wedi rhoi'r gorau iddi, neu wedi dewis peidio â dweud wrthym pwy ydych chi. Felly ni allwn eich mewngofnodi gyda { $name }.
council-gone = Mae gormod o amser ers i chi ddechrau, neu mae'r dudalen hon wedi'i defnyddio o'r blaen. Efallai eich bod wedi dechrau mewn ffenestr arall hefyd. I gadw eich cyfrif yn ddiogel, dechreuwch eto.
council-unreachable = Nid yw mewngofnodi gyda { $name } yn gweithio ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau.
council-untrue = Nid oeddem yn gallu gwneud yn siŵr mai chi sydd yno. I gadw eich cyfrif yn ddiogel, nid ydym wedi eich mewngofnodi gyda { $name }.
council-no-email = Mae angen i ni wybod mai chi biau eich cyfeiriad e-bost. Nid oes gan { $name } gyfeiriad e-bost sydd wedi'i wirio ar eich cyfer, felly ni allwn ei ddefnyddio yma.
council-too-often = Mae llawer o bobl, neu un person lawer gwaith, wedi dechrau mewngofnodi gyda { $name } o'r rhwydwaith rydych yn ei ddefnyddio. Arhoswch am awr, neu mewngofnodwch gyda'ch cyfeiriad e-bost a'ch cyfrinair.
council-not-safe = Nid oes dim wedi newid, ac mae'r ffurflenni rydych wedi'u cadw yn ddiogel. Gallwch bob amser fewngofnodi gyda'ch cyfeiriad e-bost a'ch cyfrinair.

## Y cyfrinair unwaith eto, trwy fewngofnodi yno eto

council-confirm = Cadarnhau gyda { $name }
council-not-confirmed = Nid oeddem yn gallu gwneud yn siŵr gyda { $name } mai chi sydd yno. Rhowch eich cyfrinair, neu rhowch gynnig arall arni.

## Cysylltu

council-connect-title = Cysylltu eich { $name }
council-connect-text =
    Rydych wedi mewngofnodi gyda { $name } yma am y tro cyntaf. I'w gysylltu â'ch cyfrif gyda ni, mewngofnodwch i'r cyfrif hwnnw nawr, neu crëwch un. Dim ond unwaith y byddwch yn gwneud hyn.

    Defnyddiwch yr un cyfeiriad e-bost ag a ddefnyddiwch ar gyfer { $name }. Os na fyddwch yn mynd ymlaen o fewn 30 munud, ni chaiff dim ei gysylltu.
council-made-title = Mae eich { $name } wedi'i gysylltu
council-made = O hyn ymlaen gallwch fewngofnodi yma gyda { $name }. Gallwch ddefnyddio eich cyfrinair o hyd. I newid hyn, dewiswch eich enw ar frig y dudalen, yna “Fy Nghyfrif”, yna “Mewngofnodi a diogelwch”.
council-not-made-title = Nid yw eich { $name } wedi'i gysylltu
council-other-email = Rydych wedi mewngofnodi. Ond mae { $name } yn eich adnabod wrth gyfeiriad e-bost gwahanol i'r un yn eich cyfrif gyda ni. Felly nid ydym wedi cysylltu'r ddau. Os ydych am eu cysylltu, defnyddiwch yr un cyfeiriad e-bost ar gyfer y ddau.
council-taken = Rydych wedi mewngofnodi. Ond mae eich cyfrif gyda ni, neu eich { $name }, eisoes wedi'i gysylltu ag un arall. Felly nid ydym wedi cysylltu'r ddau.

## O dan "Mewngofnodi a diogelwch"

council-connected = Wedi'i gysylltu: { $name }. Gallwch ei ddefnyddio i fewngofnodi yma.
council-not-connected = Heb ei gysylltu. I'w gysylltu, allgofnodwch. Yna dewiswch “Mewngofnodi gyda { $name }” ar y dudalen “Mewngofnodi”.
council-disconnect = Datgysylltu
council-disconnected = Nid yw { $name } wedi'i gysylltu mwyach. O hyn ymlaen rydych yn mewngofnodi gyda'ch cyfrinair.

## Yr e-bost amdano

mail-council-connected = Ffordd newydd o fewngofnodi
mail-council-connected-text =
    Mae eich cyfrif ar gyfer { $council } { service-name } bellach wedi'i gysylltu â'ch { $name }. Gallwch ei ddefnyddio i fewngofnodi.

    Gallwch ddod â hyn i ben unrhyw bryd. Mewngofnodwch, yna ewch i “Mewngofnodi a diogelwch” yn eich cyfrif.

    Os nad chi a wnaeth hyn, ffoniwch ni.

## Cwcis

cookie-council = Yn cadw eich lle wrth i chi fewngofnodi gyda chyfrif arall sydd gennych gyda'r cyngor
cookie-council-lasts = 30 munud, neu nes eich bod wedi mewngofnodi
