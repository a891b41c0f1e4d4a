"""Persons: which statements are about one person. Pairs by blocking, scored by Splink, joined under constraints."""
