"""What an article is about: its words, the lexicon, and the choice of what to draw."""
