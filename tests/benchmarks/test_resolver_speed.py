import pytest

from geo.gazetteer import Gazetteer
from geo.types import Article
from tests.benchmarks import resolver_speed
from tests.benchmarks.resolver_speed import STEPS, ambiguous_names, long_document, step_seconds


@pytest.mark.parametrize("count", [1, 5, 13])
def test_the_long_document_names_the_names_over_and_over_where_its_mentions_say(count):
    text, mentions = long_document(["Oslo", "San José"], count)
    assert [text[m.start : m.end] for m in mentions] == (["Oslo", "San José"] * count)[:count]
    assert text.count("Rain fell in") == -(-count // 5) and text.endswith(".\n\n")


def test_its_names_are_different_ones_that_many_places_bear(monkeypatch):
    monkeypatch.setattr(resolver_speed, "UNDER_A_PREFIX", 10)
    gazetteer = Gazetteer()
    names = ambiguous_names(gazetteer, 20)
    assert len(set(names)) == 20 and all(len(gazetteer.look_up(name)) > 10 for name in names)


def test_every_step_that_a_parse_calls_is_timed_and_the_whole_takes_longer_than_all():
    spent = step_seconds([Article("Rain fell in Oslo and Bergen.")] * 3)
    assert spent.keys() == {*STEPS, "whole parse"}
    assert spent["recognise"] > 0 and spent["resolve_all"] > 0
    assert sum(spent[step] for step in STEPS) <= spent["whole parse"]
