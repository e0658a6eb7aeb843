### Negeseuon e-bost a thestun, a galwadau ffôn.

mail-end =
    { $text }

    Os oes angen help arnoch, ffoniwch ni ar { $phone }.

    { $council }
    Gofal Cymdeithasol i Oedolion

mail-subject = { $council }: { $subject }

mail-email-code = Eich cod diogelwch
mail-email-code-text =
    { $code } yw eich cod diogelwch ar gyfer { service-name } { $council }.

    Rhowch ef ar y dudalen a ofynnodd amdano. Mae'n gweithio am { $minutes } munud a gellir ei ddefnyddio unwaith.

    Os na ofynnoch am god, gallwch anwybyddu'r e-bost hwn. Ni all neb ddefnyddio eich cyfeiriad e-bost heb y cod.
mail-has-account = Mae gennych gyfrif eisoes
mail-has-account-text =
    Gofynnodd rhywun am greu cyfrif ar gyfer { service-name } { $council } gyda'r cyfeiriad e-bost hwn. Mae gennych gyfrif eisoes, felly nid oes angen un arall arnoch.

    Mewngofnodwch yma:
    { $link }

    Os na ofynnoch am hyn, gallwch anwybyddu'r e-bost hwn. Mae eich cyfrif yn ddiogel ac nid oes dim wedi newid.
mail-account-created = Mae eich cyfrif yn barod
mail-account-created-text =
    Mae eich cyfrif ar gyfer { service-name } { $council } yn barod.

    Mewngofnodwch yma pryd bynnag y byddwch am ddechrau ffurflen neu barhau â hi:
    { $link }

    Bob tro y byddwch yn mewngofnodi, bydd angen cod diogelwch o'ch ffôn neu'ch ap dilysu arnoch. Ni fyddwn byth yn gofyn i chi ddweud eich cyfrinair na chod wrthym.

    Os na chreoch y cyfrif hwn, dywedwch wrthym.
mail-saved = Eich ffurflen
mail-saved-text =
    Rydyn ni wedi cadw eich ffurflen. Gallwch ddod yn ôl ati tan { $until }.

    Ewch yn ôl i'ch ffurflen:
    { $link }

    Byddwn yn gofyn i chi fewngofnodi. Bob tro y byddwch yn cadw eich ffurflen, byddwn yn ei chadw'n hirach.
mail-submitted = Mae eich ffurflen gennym
mail-submitted-text =
    Diolch. Mae eich ffurflen gennym.

    Eich cyfeirnod yw { $reference }. Dylech glywed gennym o fewn { $time }.

    Darllenwch, argraffwch neu lawrlwythwch eich copi:
    { $link }

    Byddwn yn gofyn i chi fewngofnodi. Byddwn yn cadw eich copi tan { $until }. Yna byddwn yn ei ddileu.

    Os bydd rhywbeth yn newid neu os na all aros, ffoniwch ni ar { $phone }. Y tu allan i oriau swyddfa, ffoniwch { $hours }. Os yw rhywun mewn perygl nawr, ffoniwch 999.

text-code = { $code } yw eich cod diogelwch { service-name } { $council }.
call-code = Helo. { service-name } { $council } sydd yma, gyda'r cod diogelwch y gofynnoch amdano. Eich cod yw: { $digits }. Unwaith eto, eich cod yw: { $digits }. Am y tro olaf, eich cod yw: { $digits }. Hwyl fawr.
