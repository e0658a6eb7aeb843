### Yr hyn sydd ar bob tudalen, a'r hyn y mae llawer o dudalennau'n ei ddweud.

service-name = Gofal Cymdeithasol i Oedolion Ar-lein
page-title = { $page } – { service-name } – { $council }
page-title-home = { service-name } – { $council }
page-title-error = Gwall: { $title }
skip-link = Neidio i'r prif gynnwys
back = Yn ôl
sign-in = Mewngofnodi
sign-out = Allgofnodi
button-continue = Parhau
link-change = Newid
success = Llwyddiant
important = Pwysig

## Dyddiadau ac amserau

date = { $day } { $month } { $year }
date-end = 11:59pm ar { $date }
time-am = { $hour }:{ $minute }am
time-pm = { $hour }:{ $minute }pm
month-1 = Ionawr
month-2 = Chwefror
month-3 = Mawrth
month-4 = Ebrill
month-5 = Mai
month-6 = Mehefin
month-7 = Gorffennaf
month-8 = Awst
month-9 = Medi
month-10 = Hydref
month-11 = Tachwedd
month-12 = Rhagfyr

## Pen a throed y dudalen

header-your-account = Eich cyfrif
header-saved = wedi'u cadw
site-menu = Dewislen y safle
site-menu-home = Hafan
site-menu-forms = Pob ffurflen
site-menu-help = Help gyda'r gwasanaeth hwn
site-menu-other-ways = Ffyrdd eraill o gael help
my-account = Fy Nghyfrif
recover = Adfer ffurflen
submitted-forms = Ffurflenni a anfonwyd
footer-about = Am y gwasanaeth hwn
footer-accessibility = Hygyrchedd
footer-privacy = Preifatrwydd
footer-cookies = Cwcis
footer-help = Help
footer-signed-out-at = Os rhowch y gorau i ddefnyddio'r gwasanaeth hwn, byddwn yn eich allgofnodi am { $time }.
share = Rhannu'r dudalen hon
share-address = Cyfeiriad y dudalen hon
share-by-email = Anfon y cyfeiriad drwy e-bost
language-navigation = Dewis iaith

## Yr hyn y mae eraill yn ei weld o'r gwasanaeth

about-service = Gofynnwch am ofal a chymorth, i chi'ch hun neu i rywun arall. Llenwch ffurflen wrth eich pwysau, cadwch hi, a dewch yn ôl pan fydd yn gyfleus.
about-recover = Parhau â ffurflen a gadwoch
