### What the telephone says when it brings a code, and what pages say while codes are slow.

call-ask = { $council } sydd yma. Gofynnoch am god diogelwch. Pwyswch unrhyw fysell i'w glywed.
call-ask-notice = { $council } sydd yma. Mae neges am eich cyfrif. Pwyswch unrhyw fysell i'w chlywed.
call-is = Eich cod yw:
call-more = Pwyswch 1 i'w glywed eto. Pwyswch 2 i'w glywed yn arafach.
call-end = Hwyl fawr.

slow-text = Mae negeseuon testun yn araf ar hyn o bryd. Dewiswch alwad ffôn yn lle hynny.
slow-call = Mae galwadau ffôn yn araf ar hyn o bryd. Dewiswch neges destun yn lle hynny.
slow-ways = Mae ein codau'n araf ar hyn o bryd. Os na ddaw un, ffoniwch ni ar { $phone }.
