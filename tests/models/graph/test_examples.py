"""Worked examples in docstrings run as tests."""

import doctest

from models.graph import days


def test_examples():
    found = doctest.testmod(days)
    assert (found.failed, found.attempted) == (0, 2)
