"""Names of persons over alphabets and spellings: normal forms, keys, comparison."""

from etl.normalise.name_spelling import spell_key
from etl.resolve.names.compare import SAME_FROM, NameComparison, compare_forms
from etl.resolve.names.form import NameForm, form_of_text, make_form
from etl.resolve.names.frame import COLUMNS, form_frame
from etl.resolve.names.levels import Level, level_of_given, level_of_initial, level_of_surname
from etl.resolve.names.texts import compare_texts

__all__ = [
    "COLUMNS",
    "SAME_FROM",
    "Level",
    "NameComparison",
    "NameForm",
    "compare_forms",
    "compare_texts",
    "form_frame",
    "form_of_text",
    "level_of_given",
    "level_of_initial",
    "level_of_surname",
    "make_form",
    "spell_key",
]
