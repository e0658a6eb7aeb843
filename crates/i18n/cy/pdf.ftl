### Ffurflen a anfonwyd, fel PDF ac fel testun plaen.

pdf-reference = Cyfeirnod
pdf-sent = Anfonwyd
pdf-kept = Ar gadw yn eich cyfrif tan
pdf-kept-until = 11:59pm ar { $date }
pdf-page = Tudalen { $number } o { $count }
