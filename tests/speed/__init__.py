"""How fast articles are read, beside other readers on the same text. No test: nothing here passes or fails."""
