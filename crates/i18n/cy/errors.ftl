### Tudalennau am yr hyn na ellir ei ddangos.

error-not-found = Heb ddod o hyd i'r dudalen
error-not-found-text =
    Os gwnaethoch deipio'r cyfeiriad, gwiriwch ei fod yn gywir.

    Os gwnaethoch ddilyn dolen i ffurflen, efallai fod y ffurflen wedi'i hanfon neu ei dileu, neu fod yr amser i'w chadw ar ben. Edrychwch o dan [Adfer ffurflen](/recover) a [Ffurflenni a anfonwyd](/submitted).

    Os oes angen help arnoch, ffoniwch ni ar {"{phone}"}.
error-not-a-page = Ni allwch agor y dudalen hon drwy ei chyfeiriad
error-not-a-page-text =
    Dim ond o fotwm ar dudalen arall y mae'r cyfeiriad hwn yn gweithio, felly ni newidiwyd dim. Mae'r hyn a gadwoch o'r blaen yn ddiogel.

    Ewch i'r [hafan](/), i [Fy Nghyfrif](/account) neu i [Adfer ffurflen](/recover).

    Os oes angen help arnoch, ffoniwch ni ar {"{phone}"}.
error-cookies = Nid yw eich porwr yn derbyn cwcis
error-cookies-text =
    Ni allem eich cofio o un dudalen i'r nesaf, felly ni newidiwyd dim ac nid anfonwyd dim.

    Mae angen cwcis ar y gwasanaeth hwn i gadw eich atebion gyda'i gilydd ac i'ch mewngofnodi. Nid ydym yn eu defnyddio at ddim byd arall: gweler [Cwcis](/cookies).

    Caniatewch gwcis ar gyfer y wefan hon yng ngosodiadau eich porwr, neu defnyddiwch borwr arall. Yna llwythwch y dudalen eto a rhowch gynnig arall arni. Copïwch yr hyn a deipioch yn gyntaf, os oes rhywbeth.

    Os oes angen help arnoch, ffoniwch ni ar {"{phone}"}.
error-unreadable = Mae problem gyda'r hyn a anfonwyd
error-unreadable-text =
    Ni allem ddarllen yr hyn a anfonodd eich porwr, felly ni newidiwyd dim. Mae'r hyn a gadwoch o'r blaen yn ddiogel.

    Ewch yn ôl i'r dudalen gyda botwm Yn ôl eich porwr. Efallai fod yr hyn a deipioch yn dal yno. Yna rhowch gynnig arall arni.

    Os bydd yn digwydd eto, ffoniwch ni ar {"{phone}"}.
error-too-large = Mae hynny'n ormod i'w anfon ar unwaith
error-too-large-text =
    Roedd mwy o destun ar y dudalen nag y gallwn ei gymryd, felly ni newidiwyd dim. Mae'r hyn a gadwoch o'r blaen yn ddiogel.

    Ewch yn ôl gyda botwm Yn ôl eich porwr, gwnewch yr atebion yn fyrrach, a rhowch gynnig arall arni.
error-refused = Nid yw'r dudalen hon yn gyfredol mwyach
error-refused-text =
    Efallai eich bod wedi mewngofnodi neu allgofnodi ers i chi agor y dudalen, felly ni newidiwyd dim. Mae'r hyn a gadwoch o'r blaen yn ddiogel.

    Ewch yn ôl gyda botwm Yn ôl eich porwr a chopïwch unrhyw beth a deipioch. Yna adnewyddwch y dudalen a rhowch gynnig arall arni.
error-busy = Mae'r gwasanaeth yn brysur iawn
error-busy-text = Mae'r hyn a gadwoch o'r blaen yn ddiogel. Arhoswch funud, yna ewch yn ôl gyda botwm Yn ôl eich porwr a rhowch gynnig arall arni.
error-internal = Mae'n ddrwg gennym, mae problem gyda'r gwasanaeth
error-internal-text =
    Mae'r hyn a gadwoch o'r blaen yn ddiogel. Efallai na chadwyd yr hyn a deipioch ar y dudalen ddiwethaf.

    Ewch yn ôl gyda botwm Yn ôl eich porwr a rhowch gynnig arall arni ymhen ychydig funudau.

    Os na all aros, ffoniwch ni ar {"{phone}"}.
error-reference = Os cysylltwch â ni am hyn, rhowch gyfeirnod y broblem i ni: **{ $reference }**
