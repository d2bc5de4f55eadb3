"""Which articles tell of one event.

Articles are compared by the names, the uncommon words and the figures they share, weighted by rarity (TF-IDF, Spärck
Jones 1972) and by place: what stands in the lead counts double, as news tells first what it is about. Publication dates
far apart, other times of the year and different quarters speak against one story.
"""

from __future__ import annotations

from factcheck.stories.grouping import stories
from factcheck.stories.sheets import placed

__all__ = ["placed", "stories"]
