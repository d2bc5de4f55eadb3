"""The rules, in files by what they say; `factcheck.judge.RULES` holds them in the order of the ladder."""
