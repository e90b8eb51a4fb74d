"""How much of a document is read: several times what a narrative has, and as much as its checks bear in time and memory."""

READ_CHARACTERS = 120_000  # a ten-page narrative has some 30,000
READ_PARAGRAPHS = 1_500  # and some 100
CUT_SHORT = "It is longer than any narrative: only the beginning of its text was read."
TOO_MUCH_TEXT = "holds far more text than any narrative: give the narrative alone"
