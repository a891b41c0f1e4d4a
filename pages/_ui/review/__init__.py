"""What editors see: sign-in, pairs of statements, findings, single values."""
