"""The published pairs and the held-out pairs: floors of precision and recall, tier by tier."""

import pytest

from tests.name_pairs import FILES, Score, answer, read_pairs, score_tiers

PERSONS = {"published": (0.99, 0.97), "held out": (0.98, 0.95), "fresh": (0.99, 0.93)}
"""Least precision and recall over all persons."""

ORGANISATIONS = {"published": (0.94, 0.92), "held out": (0.97, 0.85), "fresh": (0.96, 0.94)}


@pytest.fixture(scope="module", params=list(FILES))
def scored(request) -> tuple[str, dict[tuple[str, str], Score]]:
    pairs = read_pairs(FILES[request.param])
    return request.param, score_tiers(pairs, answer(pairs))


def test_precision_and_recall_hold(scored) -> None:
    title, scores = scored
    for kind, floors in (("person", PERSONS), ("organisation", ORGANISATIONS)):
        score = scores[kind, "all"]
        assert score.precision >= floors[title][0], (kind, score)
        assert score.recall >= floors[title][1], (kind, score)


def test_no_tier_of_persons_falls_behind(scored) -> None:
    title, scores = scored
    for (kind, tier), score in scores.items():
        if kind == "person":
            assert score.right / score.pairs >= (0.94 if title == "published" else 0.75), (tier, score)


def test_the_published_pairs_are_many_and_of_both_answers() -> None:
    pairs = read_pairs(FILES["published"])
    assert len(pairs) >= 800
    assert 0.35 < sum(pair.same for pair in pairs) / len(pairs) < 0.65
    assert {pair.kind for pair in pairs} == {"person", "organisation"}


def test_no_pair_is_published_twice_or_held_out_and_published() -> None:
    keys = [(pair.kind, frozenset((pair.a, pair.b))) for path in FILES.values() for pair in read_pairs(path)]
    assert len(keys) == len(set(keys))


def test_answers_do_not_depend_on_the_side() -> None:
    pairs = read_pairs(FILES["held out"])
    assert answer(pairs) == answer([pair._replace(a=pair.b, b=pair.a) for pair in pairs])
