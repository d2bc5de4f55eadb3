"""Finding where news sources contradict each other."""
