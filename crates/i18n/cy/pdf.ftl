### Ffurflen a anfonwyd, ar bapur ac fel testun plaen.

paper-reference = Cyfeirnod
paper-sent = Anfonwyd
paper-kept = Ar gadw yn eich cyfrif tan
paper-kept-until = { $date }, 11:59pm
paper-page = Tudalen { $number } o { $count }
