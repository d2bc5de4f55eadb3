"""A small neural network that tags, lemmatises and parses English sentences, and the parts that host it in spaCy.

Only `hosted` needs spaCy; all else needs numpy and the standard library.
"""
