### Tudalennau am y gwasanaeth: help, a datganiadau'r cyngor.

## Help

help-title = Cael mynediad at Ofal Cymdeithasol i Oedolion Ar-lein
help-contents = Ar y dudalen hon
help-stuck = Dal yn sownd?
help-stuck-text = Ffoniwch ni ar {"{phone}"} yn ystod oriau swyddfa. Gallwn lenwi ffurflen gyda chi.
help-why-login = Pam mae angen cyfrif arnaf?
help-why-login-text =
    Mae angen cyfrif arnoch pan fyddwch am gadw ffurflen neu ei hanfon atom. Gallwch ddechrau ffurflen heb un.

    Gyda chyfrif nid oes rhaid i chi orffen ffurflen i gyd ar unwaith. Gallwch ei chadw a dod yn ôl ati am {"{draft_days}"} diwrnod. Mae'r {"{draft_days}"} diwrnod yn dechrau eto bob tro y byddwch yn cadw.

    Ar ôl i chi anfon ffurflen, mae copi yn aros yn eich cyfrif am {"{copy_days}"} diwrnod o'r diwrnod y gwnaethoch ei hanfon. Os ydych am ei gael yn hirach, cadwch ef ar eich cyfrifiadur, llechen neu ffôn: gweler [Sut mae dod o hyd i'r ffurflenni a anfonais?](/help#find-submitted)
help-without-login = A allaf ddechrau ffurflen heb gyfrif?
help-without-login-text =
    Gallwch. Dewiswch ffurflen, yna “Dechrau nawr”. Byddwn yn cadw'r hyn a ysgrifennwch am 24 awr. Nes i chi fewngofnodi, dim ond yn y porwr lle dechreuoch y gallwch ddod yn ôl ati.

    Pan fyddwch yn dewis “Cadw ar gyfer yn nes ymlaen” neu “Anfon y ffurflen”, byddwn yn gofyn i chi fewngofnodi neu greu cyfrif. Byddwn yn cadw eich atebion ac yn eu rhoi yn eich cyfrif.
help-set-up = Beth sydd ei angen arnaf i greu cyfrif?
help-set-up-text =
    Mae angen cyfeiriad e-bost arnoch, a ffôn symudol, llinell dir neu ap dilysu. Mae'n cymryd tua 5 munud i [greu cyfrif](/create-account):

    - byddwn yn anfon cod i'ch cyfeiriad e-bost, a byddwch yn ei roi i mewn
    - byddwch yn rhoi eich enw ac yn dewis cyfrinair
    - byddwn yn anfon cod i'ch ffôn, neu bydd eich ap yn dangos un, a byddwch yn rhoi hwnnw i mewn hefyd

    Bob tro y byddwch yn mewngofnodi, bydd angen cod arnoch. Gallwn anfon neges destun i ffôn symudol, neu ffonio ffôn symudol neu linell dir. Os ydych yn defnyddio ap, bydd yr ap yn dangos y cod i chi.
help-other-login = Mae gennyf gyfrif gyda gwasanaeth arall gan y cyngor. A allaf ei ddefnyddio yma?
help-other-login-text = Na allwch. Mae angen cyfrif a gafodd ei greu ar gyfer y gwasanaeth hwn. Mae'n cymryd tua 5 munud i [greu cyfrif](/create-account).
help-other-login-text-council =
    Gallwch ddefnyddio { $name }. Ar y dudalen [Mewngofnodi](/sign-in), dewiswch “Mewngofnodi gan ddefnyddio { $name }”. Y tro cyntaf, byddwch hefyd yn creu cyfrif yma, neu'n mewngofnodi i'r un sydd gennych. Mae hyn yn dangos i ni mai chi biau'r ddau.

    Bydd angen cod diogelwch arnoch o hyd pan fyddwch yn mewngofnodi, oni bai bod { $name } eisoes wedi gofyn i chi am un. Ni allwch ddefnyddio unrhyw gyfrif arall yma.
help-phone = Pam mae'n rhaid i mi gofrestru fy rhif ffôn?
help-phone-text =
    Mae hyn yn sicrhau mai dim ond chi all fewngofnodi. Os bydd rhywun yn dod i wybod eich cyfeiriad e-bost a'ch cyfrinair, ni all weld eich ffurflenni wedyn chwaith, oherwydd mae'r cod yn mynd i'ch ffôn.

    Byddwch yn rhoi'r rhif i ni pan fyddwch yn creu eich cyfrif. Os ydych yn defnyddio ap dilysu yn lle hynny, nid oes angen i chi roi rhif i ni.
help-phone-changed = Beth sy'n digwydd os byddaf yn newid fy rhif ffôn?
help-phone-changed-text =
    Os gallwch ddefnyddio eich hen rif o hyd, mewngofnodwch. Dewiswch eich enw ar frig y dudalen, yna “Fy Nghyfrif”, yna “Mewngofnodi a diogelwch”. Gallwch newid eich rhif yno.

    Os na allwch ei ddefnyddio, dechreuwch fewngofnodi. Ar y dudalen “Cadarnhau pwy ydych chi”, dewiswch “Methu defnyddio'r rhif ffôn hwn? Newid eich rhif ffôn mewngofnodi.” Bydd y dudalen yn dweud wrthych beth i'w wneud. Peidiwch â rhoi eich rhif newydd i ni eto.

    Pan fyddwn wedi cytuno i'r newid, byddwn yn gofyn i chi am y rhif newydd y tro nesaf y byddwch yn mewngofnodi.
help-extension = Rwy'n ffonio o fusnes ac mae fy rhif ffôn yn estyniad. A allaf ei ddefnyddio?
help-extension-text = Na allwch. Ni all ein codau fynd heibio switsfwrdd. Defnyddiwch ffôn symudol neu ap dilysu yn lle hynny. Os nad oes gennych yr un o'r ddau, ffoniwch ni ar {"{phone}"}: gallwn lenwi ffurflen gyda chi.
help-details-changed = Beth ddylwn i ei wneud os oes angen i mi newid fy nghyfeiriad e-bost, fy nghyfeiriad cartref neu fy enw?
help-details-changed-text =
    Mewngofnodwch, dewiswch eich enw ar frig y dudalen, yna “Fy Nghyfrif”, yna “Diweddaru eich manylion”. Gallwch newid eich enw a'ch cyfeiriad e-bost yno. Os byddwch yn newid eich cyfeiriad e-bost, byddwn yn anfon cod i'r un newydd ac yn dweud wrth yr hen un.

    Gallwch hefyd gadw eich cyfeiriad cartref yno, a dweud wrthym a gawn anfon e-bost atoch am eich ffurflenni. Os ydych wedi symud ers i chi anfon ffurflen, ffoniwch ni: nid yw ffurflen yn newid ar ôl i chi ei hanfon.
help-password-forgotten = Beth os byddaf yn anghofio fy nghyfrinair?
help-password-forgotten-text = Ar y dudalen “Mewngofnodi”, dewiswch [Rwyf wedi anghofio fy nghyfrinair](/forgot-password). Byddwn yn anfon dolen i'ch cyfeiriad e-bost. Agorwch hi i ddewis cyfrinair newydd.
help-time-limit = A oes terfyn amser ar ba mor hir y byddaf wedi mewngofnodi?
help-time-limit-text =
    Byddwn yn eich allgofnodi os na fyddwch yn defnyddio'r gwasanaeth am {"{idle}"} munud. Mae hyn yn atal pobl eraill rhag darllen eich atebion.

    Mae troed pob tudalen yn dweud pryd fydd hynny. Pan fyddwch yn mynd i dudalen arall neu'n cadw ffurflen, bydd y {"{idle}"} munud yn dechrau eto. Gallwch wneud hynny mor aml ag y mynnwch, am hyd at 24 awr.

    Ni fyddwch yn colli dim rydych wedi'i gadw. Os yw JavaScript ymlaen yn eich porwr, mae ffurflen yn cadw ei hun tra byddwch yn teipio. Mewngofnodwch eto i barhau â hi.
help-save = A allaf gadw fy ffurflenni?
help-save-text =
    Gallwch. Mae dau fotwm ar ddiwedd pob tudalen o ffurflen:

    - mae “Parhau” yn cadw'r dudalen ac yn mynd i'r nesaf
    - mae “Cadw ar gyfer yn nes ymlaen” yn cadw'r dudalen fel y mae, hyd yn oed wedi'i hanner gorffen. Byddwn hefyd yn anfon e-bost atoch gyda dolen yn ôl i'r ffurflen, oni bai eich bod wedi gofyn i ni beidio

    Cadwch yn aml, fel na fyddwch yn colli dim.
help-find-saved = Sut mae dod o hyd i'm ffurflenni?
help-find-saved-text = Mewngofnodwch, dewiswch eich enw ar frig y dudalen, yna “Adfer ffurflen”. Byddwch yn gweld pob ffurflen, pryd y gwnaethoch ei chadw ddiwethaf, a hyd pryd y byddwn yn ei chadw. Gallwch wneud hyn ar unrhyw ddyfais.
help-find-submitted = Sut mae dod o hyd i'r ffurflenni a anfonais?
help-find-submitted-text =
    Mewngofnodwch, dewiswch eich enw ar frig y dudalen, yna “Ffurflenni a anfonwyd”. Gallwch agor ffurflen, ei hargraffu, neu ei lawrlwytho i'ch cofnodion. Os gofynnoch i ni adael ffurflen allan o'r rhestr hon, defnyddiwch y ddolen yn ein e-bost i'w hagor.

    Rydyn ni'n cadw ffurflen a anfonwyd am {"{copy_days}"} diwrnod o'r diwrnod y gwnaethoch ei hanfon. Yna byddwn yn ei dileu o'r wefan hon. Mae'r dudalen yn dangos y dyddiad.
help-by-phone = A all rhywun fy helpu i lenwi ffurflen?
help-by-phone-text =
    Gall. Ffoniwch ni ar {"{phone}"} yn ystod oriau swyddfa, a byddwn yn ei llenwi gyda chi. Os yw ein swyddfa ar gau ac na all aros, ffoniwch {"{out_of_hours}"}. Os yw rhywun mewn perygl, ffoniwch [999](tel:999).

    Gall ffrind neu berthynas hefyd lenwi ffurflen ar eich rhan. Bydd y ffurflen yn gofyn pwy ydyn nhw.

    Os na allwch glywed neu siarad ar y ffôn, defnyddiwch [Relay UK](https://www.relayuk.bt.com): teipiwch 18001, yna ein rhif.
help-formats = A allaf gael hwn mewn iaith neu fformat arall?
help-formats-text = Gallwch. Gofynnwch i ni am brint bras, Hawdd ei Ddeall, Braille, sain, Iaith Arwyddion Prydain, neu gyfieithydd ar y pryd. Ffoniwch ni ar {"{phone}"} neu anfonwch e-bost i {"{email}"}. Dywedwch beth sydd ei angen arnoch a sut i gysylltu â chi.
help-other-languages = Ble gallaf ddarllen am hyn mewn ieithoedd eraill?
help-other-languages-text = Mae gennym dudalen am sut i gael help yn yr ieithoedd hyn. Nid yw'r ffurflenni ar gael ynddyn nhw eto, felly ffoniwch ni ar {"{phone}"} os oes angen cyfieithydd ar y pryd arnoch.
help-welsh = A allaf ddefnyddio'r gwasanaeth hwn yn Gymraeg?
help-welsh-text = Gallwch. Dewiswch “Cymraeg” ar frig unrhyw dudalen. Gallwch newid yr iaith yng nghanol ffurflen, a byddwn yn cadw eich atebion. Os nad yw ffurflen ar gael yn Gymraeg eto, byddwn yn ei dangos yn Saesneg.

## Preifatrwydd

privacy-title = Preifatrwydd
privacy-text =
    {"{council}"} sy'n rhedeg y wefan hon. Ni sy'n penderfynu beth sy'n digwydd i'r hyn a ddywedwch wrthym yma, a ni sy'n gyfrifol amdano. Gallwch gysylltu â ni drwy'r post yn {"{address}"}, drwy e-bost yn {"{email}"}, a thros y ffôn ar {"{phone}"}.

    ## Beth rydyn ni'n ei gadw

    - **Eich cyfrif**: eich enw, eich cyfeiriad e-bost, eich rhif ffôn mewngofnodi, a ffurf gymysg o'ch cyfrinair na all neb ei darllen. Hefyd eich cyfeiriad cartref a sut i gysylltu â chi, os byddwch yn dweud wrthym.
    - **Eich ffurflenni**: yr hyn a ysgrifennwch ynddyn nhw. Gall rhywfaint ohono fod am eich iechyd, eich arian, neu rywun rydych yn gofalu amdano.
    - **Yr hyn sy'n cadw eich cyfrif yn ddiogel**: pryd rydych yn mewngofnodi a gyda pha fath o ddyfais, a phryd y gwnaethoch rywbeth ddiwethaf. Hefyd yr hyn a newidioch am y ffordd yr ydych yn mewngofnodi, a pha mor aml y rhoddwyd cyfrinair neu god anghywir.

    Mae enwau, cyfeiriadau, rhifau ffôn ac atebion wedi'u hamgryptio yn ein cronfa ddata.

    Os byddwch yn defnyddio cod post i ddod o hyd i gyfeiriad, byddwn yn gofyn i'r Arolwg Ordnans pa gyfeiriadau sydd â'r cod post hwnnw. Ni fyddwn yn dweud wrthynt pwy sy'n gofyn.

    ## Pam rydyn ni'n ei gadw

    Rydyn ni'n defnyddio'r hyn a ysgrifennwch i weld pa ofal a chymorth y gallwch chi, neu'r person rydych yn ysgrifennu amdano, ei gael, ac i'w drefnu. Deddf Gofal 2014 a deddfau eraill am ofal cymdeithasol sy'n rhoi'r dyletswyddau hyn i ni. Mae hon yn dasg er budd y cyhoedd. Rydyn ni'n defnyddio ffeithiau am eich iechyd oherwydd bod eu hangen arnom i drefnu gofal.

    Rydyn ni'n defnyddio eich cyfeiriad e-bost a'ch rhif ffôn i adael i chi fewngofnodi ac i gadw eich cyfrif yn ddiogel. Rydyn ni hefyd yn defnyddio eich cyfeiriad e-bost i ddweud wrthych am eich ffurflenni. Dydyn ni ddim yn defnyddio dim a ddywedwch wrthym yma ar gyfer hysbysebu, a dydyn ni ddim yn ei werthu.

    ## Am ba hyd rydyn ni'n ei gadw

    - Ffurflen nad ydych wedi'i hanfon: {"{draft_days}"} diwrnod o'r tro diwethaf i chi ei chadw. Os nad ydych wedi mewngofnodi: 24 awr.
    - Eich copi o ffurflen a anfonoch: {"{copy_days}"} diwrnod o'r diwrnod y gwnaethoch ei hanfon.
    - Eich cyfrif: nes i chi ei ddileu. Gallwch wneud hynny o dan “Diweddaru eich manylion”.

    Ar ôl hynny, byddwn yn ei ddileu o'r wefan hon. Pan fyddwch yn anfon ffurflen, bydd ein tîm gofal yn cadw cofnod ohoni, am gyhyd ag y mae'r rheolau ar gyfer cofnodion gofal yn ei ddweud. Gallwch weld am ba hyd cyn i chi ddechrau ffurflen.

    ## Pwy sy'n ei weld

    Ein tîm gofal sy'n darllen y ffurflenni a anfonwch. Nid oes neb yn darllen ffurflen sydd wedi'i chadw ond heb ei hanfon.

    Efallai y byddwn yn rhannu'r hyn a anfonwch ag eraill sy'n rhan o'ch gofal, fel y GIG. Mae'r ffurflen yn dweud hynny wrthych, ac yn gofyn i chi pan fydd gennych ddewis. Mae'r cwmnïau sy'n anfon ein negeseuon e-bost a thestun ac yn gwneud ein galwadau yn gweld eich cyfeiriad e-bost neu rif ffôn, a'r neges. Nid yw ein negeseuon byth yn cynnwys eich atebion.

    Os dywedwch wrthym fod rhywun mewn perygl, efallai y bydd yn rhaid i ni weithredu heb ofyn i chi yn gyntaf.

    ## Beth gallwch ofyn amdano

    Gallwch ofyn i ni ddangos i chi beth sydd gennym amdanoch, ei gywiro, ei ddileu, neu roi'r gorau i'w ddefnyddio. Weithiau mae'r gyfraith yn dweud wrthym am ei gadw, felly efallai y bydd yn rhaid i ni ddweud na. Os felly, byddwn yn dweud wrthych pam. Anfonwch e-bost i {"{email}"} neu ffoniwch {"{phone}"}.

    Os nad ydych yn fodlon â'n hateb, gallwch gwyno i [Swyddfa'r Comisiynydd Gwybodaeth](https://ico.org.uk/make-a-complaint/), ar [0303 123 1113](tel:03031231113).

    ## Cwcis

    Rydyn ni'n defnyddio ychydig o ffeiliau bach y mae ar y wefan eu hangen i weithio. Gweler [Cwcis](/cookies).

## Hygyrchedd

accessibility-title = Datganiad hygyrchedd
accessibility-text =
    Mae'r datganiad hwn yn ymwneud â'r wefan {"{address_of_service}"}. {"{council}"} sy'n ei rhedeg. Rydyn ni am i gynifer o bobl â phosibl allu ei defnyddio.

    ## Beth rydyn ni wedi ceisio ei wneud

    Dylech allu:

    - defnyddio pob tudalen â bysellfwrdd, â'ch llais, neu â darllenydd sgrin
    - gwneud y testun hyd at bedair gwaith yn fwy heb golli dim ohono
    - defnyddio eich lliwiau a'ch cyferbyniad eich hun
    - defnyddio pob tudalen gyda JavaScript wedi'i ddiffodd
    - cymryd cymaint o amser ag sydd ei angen arnoch: gallwch gadw ffurflen a dod yn ôl am {"{draft_days}"} diwrnod
    - deall y geiriau rydyn ni'n eu defnyddio

    Os yw rhywbeth am eich dyfais yn ei gwneud yn anodd ei defnyddio, mae gan [AbilityNet](https://mcmw.abilitynet.org.uk) gyngor.

    ## Pa mor hygyrch yw'r wefan hon

    Dydyn ni ddim yn gwybod eto a yw'n bodloni Canllawiau Hygyrchedd Cynnwys y We, fersiwn 2.2, lefel AA, a dydyn ni ddim yn honni ei bod.

    Bob tro y byddwn yn newid y wefan hon, byddwn yn ei phrofi gyda'r rhaglenni axe a HTML_CodeSniffer. Cyn pob fersiwn newydd, byddwn hefyd yn profi pob tudalen gyda Lighthouse. Byddwn yn ei phrofi ar sgrin lydan ac ar ffôn, wedi'i chwyddo bedair gwaith, a gyda llythrennau a llinellau wedi'u gwasgaru. Byddwn hefyd yn ei phrofi mewn lliwiau eraill, a gyda JavaScript wedi'i ddiffodd. Nid yw'r rhaglenni'n dod o hyd i ddim o'i le. Ond dim ond rhywfaint o'r hyn sy'n gwneud gwefan yn anodd ei defnyddio y mae rhaglenni'n ei ganfod.

    Nid yw wedi'i phrofi eto gan bobl anabl na gyda darllenwyr sgrin. Pan fydd wedi'i phrofi, byddwn yn dweud yma beth a brofwyd, pryd, a beth a ganfuwyd.

    Paratowyd y datganiad hwn ar 30 Tachwedd 2026.

    ## Os na allwch ddefnyddio rhywbeth

    Ffoniwch ni ar {"{phone}"} neu anfonwch e-bost i {"{email}"}. Dywedwch wrthym pa dudalen a beth aeth o'i le. Gallwn hefyd lenwi ffurflen gyda chi dros y ffôn, neu anfon gwybodaeth atoch mewn print bras, Hawdd ei Ddeall, Braille neu sain.

    Os na allwch glywed neu siarad ar y ffôn, defnyddiwch [Relay UK](https://www.relayuk.bt.com): teipiwch 18001, yna ein rhif. Dywedwch wrthym os ydych am gael dehonglydd Iaith Arwyddion Prydain neu ddolen glyw pan fyddwn yn cwrdd.

    ## Os nad ydych yn fodlon â'n hateb

    Y Comisiwn Cydraddoldeb a Hawliau Dynol sy'n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018. Os nad ydych yn fodlon â'n hateb, cysylltwch â'r [Gwasanaeth Cynghori a Chefnogi Cydraddoldeb](https://www.equalityadvisoryservice.com).

## Cwcis

cookies-title = Cwcis
cookies-what = Ffeiliau bach y mae gwefan yn eu cadw ar eich dyfais yw cwcis.
cookies-only = Dim ond y cwcis isod rydyn ni'n eu defnyddio. Ni all y gwasanaeth weithio hebddyn nhw, felly dydyn ni ddim yn gofyn i chi a gawn eu gosod. Ni all pobl eraill ddarllen dim amdanoch ynddyn nhw. Dydyn ni ddim yn cyfrif ymweliadau, a dydyn ni ddim yn dangos hysbysebion.
cookies-caption = Y cwcis rydyn ni'n eu defnyddio
cookies-name = Enw
cookies-for = Diben
cookies-lasts = Am ba hyd mae'n para
cookie-session = Yn eich cadw wedi mewngofnodi
cookie-session-lasts = Nes i chi allgofnodi neu gau'r porwr, peidio â defnyddio'r gwasanaeth am {"{idle}"} munud, neu fod wedi mewngofnodi ers 24 awr
cookie-device = Yn cofio eich bod wedi defnyddio'r porwr hwn i fewngofnodi. Os bydd rhywun yn ceisio dyfalu eich cyfrinair, ni all eich cloi allan o'r porwr hwn. Gallwn hefyd ddweud wrthych pan gaiff porwr newydd ei ddefnyddio
cookie-visitor = Yn dod o hyd i'r ffurflen a ddechreuoch heb fewngofnodi
cookie-visitor-lasts = 24 awr, neu nes i chi fewngofnodi
cookie-step = Yn cofio ar ba gam rydych chi wrth fewngofnodi neu greu cyfrif
cookie-hours-lasts = Hyd at 1 awr ar ôl y cam diwethaf, neu nes eich bod wedi mewngofnodi
cookie-flash = Yn dangos yr hyn a deipioch eto os oedd problem gydag ef neu os newidioch yr iaith. Yn mynd â'ch atebion i gwestiwn nesaf “Helpwch fi i ddewis”. Yn dangos neges ar y dudalen nesaf
cookie-flash-lasts = 2 funud, neu nes iddo gael ei ddangos
cookie-held = Yn cadw'r hyn a deipioch tra byddwn yn gofyn am eich cyfrinair
cookie-held-lasts = 10 munud, neu nes iddo gael ei ddangos
cookie-next = Yn mynd â chi i'r dudalen roeddech am ei gweld ar ôl i ni ofyn i chi fewngofnodi
cookie-language = Yn cofio'r iaith a ddewisoch
cookie-language-lasts = 1 flwyddyn
cookie-check = Yn dangos i ni fod eich porwr yn derbyn cwcis
cookie-check-lasts = Nes i chi gau'r porwr

## Heb gysylltiad

offline-title = Rydych all-lein
offline-why = Mae popeth a gadwoch yn ddiogel gyda ni. Nid oes gan eich dyfais gysylltiad â'r rhyngrwyd, felly ni allwn ddangos y dudalen hon i chi.
offline-form = Os ydych yn llenwi ffurflen
offline-form-open = Tra bydd y ffurflen ar agor, ni fyddwch yn colli'r hyn a deipioch. Peidiwch â chau'r dudalen na'i hadnewyddu. Pan fydd gennych gysylltiad eto, dewiswch “Parhau” neu “Cadw ar gyfer yn nes ymlaen”.
offline-form-back = Os daethoch yma o'r ffurflen, defnyddiwch fotwm Yn ôl eich porwr i fynd yn ôl. Efallai fod yr hyn a deipioch yn dal yno.
offline-again = Rhoi cynnig arall arni
