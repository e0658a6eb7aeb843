### Gadael tudalen yn gyflym, i bobl y gallai rhywun fod yn eu gwylio.

exit-emergency = Argyfwng
exit-for-keyboards = Gadael y dudalen hon â'r bysellfwrdd
exit-this-page = Gadael y dudalen hon
exit-loading = Yn llwytho.
exit-expired = Daeth yr amser i adael y dudalen hon i ben.
exit-two-more = Shift, pwyswch 2 waith eto i adael.
exit-one-more = Shift, pwyswch 1 waith eto i adael.
