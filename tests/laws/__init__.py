"""What must hold for any articles, as laws.

`test_examples` holds them against the example stories, `test_generated` against stories that hypothesis makes up, and
`python -m tests.accuracy metamorphic` counts on real articles, where they lie, what a change of `changes` changes.
"""
