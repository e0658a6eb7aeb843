### What the telephone says when it brings a code, and what pages say while codes are slow.

# A key first, so that a machine that takes messages never hears the code.
call-ask = This is { $council }. You asked for a security code. Press any key to hear it.
call-ask-notice = This is { $council }. There is a message about your account. Press any key to hear it.
# After this come the numbers, one by one.
call-is = Your code is:
call-more = Press 1 to hear it again. Press 2 to hear it more slowly.
call-end = Goodbye.

slow-text = Text messages are slow at the moment. Choose a phone call instead.
slow-call = Phone calls are slow at the moment. Choose a text message instead.
# To somebody who has no other way.
slow-ways = Our codes are slow at the moment. If none comes, call us on { $phone }.
