### A submitted form as a PDF and as plain text.

pdf-reference = Reference
pdf-sent = Sent
pdf-kept = Kept in your account until
pdf-kept-until = 11:59pm on { $date }
pdf-page = Page { $number } of { $count }
