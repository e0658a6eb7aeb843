### Ffurflen a anfonwyd, fel PDF.

pdf-reference = Cyfeirnod
pdf-sent = Anfonwyd
pdf-kept = Ar gadw yn eich cyfrif tan
pdf-kept-until = { $date }, 11:59pm
pdf-page = Tudalen { $number } o { $count }
