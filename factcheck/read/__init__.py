"""Reading: files and folders become articles with offsets that stay true to the file."""

from __future__ import annotations

from factcheck.read.formats import FORMATS
from factcheck.read.intake import apart, read
from factcheck.read.limits import LONGEST
from factcheck.read.reference import reference
from factcheck.read.terms import Terms

__all__ = ["FORMATS", "LONGEST", "Terms", "apart", "read", "reference"]
