"""What geopy's own test-suite asks of every geocoder: signatures, documentation, names, and no methods of its own."""

import inspect
import re

import geopy.geocoders
import pytest
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder

from geo.geocoders import Dateline, dateline

RETURNED = "``None``, :class:`geopy.location.Location` or a list of them, if ``exactly_one=False``."
METHODS = ("__init__", "geocode", "reverse")


def signature(method):
    return inspect.signature(getattr(Dateline, method))


def documented(method):
    """Parameters and types in the order of the docstring's fields."""
    doc = inspect.getdoc(getattr(Dateline, method))
    params = re.findall(r"^:param (?:(\w+) )?(\w+):", doc, re.MULTILINE)
    types = re.findall(r"^:type (\w+):", doc, re.MULTILINE)
    return [name for _, name in params], {name for type_, name in params if type_} | set(types), types


def test_it_is_a_geocoder_of_geopy():
    assert issubclass(Dateline, Geocoder)


def test_the_module_exports_its_geocoder_as_geopys_modules_do():
    assert dateline.__all__ == ("Dateline",)


@pytest.mark.parametrize("method", METHODS)
def test_no_method_takes_just_anything(method):
    kinds = {parameter.kind for parameter in signature(method).parameters.values()}
    assert kinds.isdisjoint({inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD})


@pytest.mark.parametrize(
    ("name", "default"),
    [
        ("scheme", None),
        ("timeout", DEFAULT_SENTINEL),
        ("proxies", DEFAULT_SENTINEL),
        ("user_agent", None),
        ("ssl_context", DEFAULT_SENTINEL),
        ("adapter_factory", None),
    ],
)
def test_the_constructor_has_geopys_arguments_as_keywords_with_geopys_defaults(name, default):
    parameter = signature("__init__").parameters[name]
    assert parameter.kind == inspect.Parameter.KEYWORD_ONLY and parameter.default is default


@pytest.mark.parametrize("method", ["geocode", "reverse"])
def test_a_method_takes_a_query_and_everything_else_by_keyword(method):
    _, query, *others = signature(method).parameters.values()
    assert query.name == "query" and query.kind == inspect.Parameter.POSITIONAL_OR_KEYWORD
    assert all(other.kind == inspect.Parameter.KEYWORD_ONLY for other in others)
    known = {other.name: other.default for other in others}
    assert known["exactly_one"] is True and known["timeout"] is DEFAULT_SENTINEL


@pytest.mark.parametrize("method", METHODS)
def test_every_parameter_is_documented_in_order_with_its_type(method):
    names, typed, types = documented(method)
    assert names == list(signature(method).parameters)[1:]
    assert typed == set(names) and len(types) == len(set(types))


@pytest.mark.parametrize("method", ["geocode", "reverse"])
def test_what_is_returned_is_documented_in_geopys_words(method):
    doc = " ".join(inspect.getdoc(getattr(Dateline, method)).split())
    assert doc.endswith(f":rtype: {RETURNED}")


def test_there_are_no_other_public_methods():
    public = {name for name, _ in inspect.getmembers(Dateline, inspect.isfunction) if not name.startswith("_")}
    assert public == {"geocode", "reverse"}


def test_what_the_constructor_is_given_is_kept_and_the_rest_is_geopys_option(geocoder):
    given = Dateline(
        scheme="http", timeout=942, proxies={"https": "192.0.2.0"}, user_agent="mine/1.0",
        gazetteer=geocoder._gazetteer, shapes=geocoder._shapes,
    )  # fmt: skip
    assert (given.scheme, given.timeout, given.proxies) == ("http", 942, {"https": "192.0.2.0"})
    assert given.headers["User-Agent"] == "mine/1.0"
    options = geopy.geocoders.options
    assert (geocoder.scheme, geocoder.timeout, geocoder.proxies) == (
        "https",
        options.default_timeout,
        options.default_proxies,
    )
