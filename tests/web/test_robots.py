import pytest

from geo.errors import FetchError
from geo.web import robots
from geo.web.addresses import checked
from geo.web.robots import TTL_S, Robots

PAGE = checked("https://news.example.org/story/1")


class Host:
    """Counts how often its robots.txt is read."""

    def __init__(self, rules=b"", status=200):
        self.rules, self.status, self.read = rules, status, []

    def __call__(self, address):
        self.read.append(address.text)
        return self.status, self.rules


def test_what_is_allowed_passes_and_the_file_is_asked_for_at_its_place():
    host = Host(b"User-agent: *\nDisallow: /private/")
    Robots(lambda: 0.0).demand(PAGE, host)
    assert host.read == ["https://news.example.org/robots.txt"]


@pytest.mark.parametrize(
    "rules",
    [
        b"User-agent: *\nDisallow: /",
        b"\xef\xbb\xbfUser-agent: Dateline\r\nDisallow: /story/",
        b"user-agent: dateline\ndisallow: /story",
        b"User-agent: other\nAllow: /\n\nUser-agent: *\nDisallow: /story/1",
    ],
)
def test_what_is_forbidden_is_refused_with_what_to_do(rules):
    with pytest.raises(FetchError, match=r"news.example.org asks programs not to read it \(robots.txt\); open it"):
        Robots(lambda: 0.0).demand(PAGE, Host(rules))


def test_rules_for_others_do_not_count_where_there_are_rules_for_us():
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nDisallow: /private/"
    Robots(lambda: 0.0).demand(PAGE, Host(rules))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429])
def test_no_file_is_no_rules(status):
    Robots(lambda: 0.0).demand(PAGE, Host(b"User-agent: *\nDisallow: /", status))


def test_a_server_that_fails_to_give_the_file_forbids_everything_for_now():
    kept = Robots(lambda: 0.0)
    with pytest.raises(FetchError, match=r"robots.txt of news.example.org cannot be read \(503\); try again later"):
        kept.demand(PAGE, Host(status=503))
    kept.demand(PAGE, Host())


@pytest.mark.parametrize(
    "rules", [b"\0\xff\xfe" * 99, b"<html>not here</html>", b"Disallow /", b":\n:::", b"Allow: /" * 9]
)
def test_a_file_without_rules_allows_everything(rules):
    Robots(lambda: 0.0).demand(PAGE, Host(rules))


@pytest.mark.parametrize(
    "rule",
    [b"Disallow: //[", "Crawl-delay: \u00b2".encode(), b"Crawl-delay: " + b"9" * 5000],
    ids=["host", "digit", "long"],
)
def test_a_file_that_the_parser_trips_over_is_told(rule):
    with pytest.raises(FetchError, match="the robots.txt of news.example.org makes no sense"):
        Robots(lambda: 0.0).demand(PAGE, Host(b"User-agent: *\n" + rule))


def test_a_file_is_read_once_an_hour_and_once_an_origin():
    now = [0.0]
    kept, host = Robots(lambda: now[0]), Host()
    for address in (PAGE, checked("https://news.example.org/other"), checked("http://news.example.org/")):
        kept.demand(address, host)
    assert host.read == ["https://news.example.org/robots.txt", "http://news.example.org/robots.txt"]
    now[0] = TTL_S - 1
    kept.demand(PAGE, host)
    assert len(host.read) == 2
    now[0] = TTL_S
    kept.demand(PAGE, host)
    assert len(host.read) == 3


def test_the_files_least_lately_asked_are_forgotten(monkeypatch):
    monkeypatch.setattr(robots, "MAX_KEPT", 3)
    kept, host = Robots(lambda: 0.0), Host()
    for name in ("a", "b", "c", "a", "d", "a"):
        kept.demand(checked(f"https://{name}.example.org/"), host)
    assert len(host.read) == 4 and len(kept._kept) == 3
    kept.demand(checked("https://b.example.org/"), host)
    assert len(host.read) == 5
