### Leaving a page quickly, for people who may be watched.

# Read out before the words of the button.
exit-emergency = Emergency
# What the link for keyboards is called among the parts of the page.
exit-for-keyboards = Exit this page by keyboard
exit-this-page = Exit this page
# Said at once, over the whole page, while the other page loads.
exit-loading = Loading.
exit-expired = Exit this page expired.
exit-two-more = Shift, press 2 more times to exit.
exit-one-more = Shift, press 1 more time to exit.
