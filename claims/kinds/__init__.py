"""The kinds of claim, one file each, in the explicit register `KINDS`."""
