"""Reading claims: how the numbers and dates of a text become comparable values."""
