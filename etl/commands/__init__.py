"""The commands of ``python -m etl``: each module adds its verbs to the parser and does what they say."""
