"""How the bundled language pipeline is trained and measured; nothing at run time imports it."""
