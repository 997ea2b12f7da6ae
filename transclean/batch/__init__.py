"""Files: finding them, working on many at once, writing them so that nothing is ever lost."""
