"""Worked examples in docstrings run as tests."""

import doctest
import importlib
import pkgutil

import pytest

import models.measures
import models.rules
import models.terms

PACKAGES = (models.measures, models.rules, models.terms)
NAMES = [
    module.name for package in PACKAGES for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
]


@pytest.mark.parametrize("name", NAMES)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples():
    attempted = sum(doctest.testmod(importlib.import_module(name)).attempted for name in NAMES)
    assert attempted >= 25
