"""Words become values: numbers, hedges, units and days, each with the words it came from."""
