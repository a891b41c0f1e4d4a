"""Rules of the law as data with dates, and what they say about a commission."""

from models.rules.book import RuleBook, load_rules
from models.rules.check import check_rules
from models.rules.evaluate import evaluate_rules
from models.rules.facts import PartyFacts, read_parties
from models.rules.wording import word_finding

__all__ = ["PartyFacts", "RuleBook", "check_rules", "evaluate_rules", "load_rules", "read_parties", "word_finding"]
