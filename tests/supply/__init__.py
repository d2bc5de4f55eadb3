"""What the package is made of and what it brings along: dependencies, their licences, the wheel."""
