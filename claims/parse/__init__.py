"""A small neural network that tags, lemmatises and parses English sentences; needs numpy and nothing else."""
