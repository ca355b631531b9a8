import json
import logging
from io import BytesIO

from geo.reading.helper import Warnings, answered


def request(function, **words):
    return {"function": f"tests.reading.victims:{function}", "bytes": 5, "words": {"name": "a", **words}}


def test_an_answer_is_the_article_as_plain_data():
    answer = answered(request("echo"), BytesIO(b"Minskand more"))
    assert json.loads(json.dumps(answer))["made"]["text"] == "Minsk"


def test_a_refusal_keeps_its_class_and_its_words():
    assert answered(request("refuse"), BytesIO(b"Minsk")) == {"error": "NotText", "message": "a: is no text"}


def test_any_other_error_is_told_by_its_class_alone():
    assert answered(request("broken"), BytesIO(b"Minsk")) == {"broke": "ZeroDivisionError"}


def test_a_function_that_is_not_there_is_an_answer_too():
    assert answered(request("gone"), BytesIO(b"Minsk")) == {"broke": "AttributeError"}


def test_warnings_are_kept_once():
    kept = Warnings()
    kept.handle(logging.LogRecord("geo", logging.WARNING, "", 1, "%s: odd", ("a",), None))
    assert (kept.taken(), kept.taken()) == (["a: odd"], [])
