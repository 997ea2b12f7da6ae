"""Which language a text is in, and which it was translated from: script, small words, marks, langdetect."""
