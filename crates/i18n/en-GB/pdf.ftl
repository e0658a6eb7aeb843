### A submitted form on paper and as plain text.

paper-reference = Reference
paper-sent = Sent
paper-kept = Kept in your account until
paper-kept-until = { $date }, 11:59pm
paper-page = Page { $number } of { $count }
