"""Pages of the documentation that are drawn from the code, and the commands that they show."""
