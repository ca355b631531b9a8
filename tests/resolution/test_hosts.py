import pytest

from geo.resolution.hosts import host_of, is_path


@pytest.mark.parametrize(
    ("source", "name", "labels", "country"),
    [
        ("https://www.americanpress.com/story/2009/05/fire", "americanpress.com", ("americanpress",), None),
        ("http://news.bbc.co.uk/2/hi", "news.bbc.co.uk", ("bbc", "news"), "GB"),
        ("www.smh.com.au", "smh.com.au", ("smh",), "AU"),
        ("lfpress.ca", "lfpress.ca", ("lfpress",), "CA"),
        ("//cdn.example.ie:8080/x", "cdn.example.ie", ("example", "cdn"), "IE"),
        ("HTTPS://Example.ORG.", "example.org", ("example",), None),
        ("http://reader@paper.example.in/x", "paper.example.in", ("example", "paper"), "IN"),
        ("http://www2.eltiempo.com.co", "eltiempo.com.co", ("eltiempo",), "CO"),
        ("https://austinnews.blogspot.com/2011", "austinnews.blogspot.com", ("austinnews",), None),
        ("http://facebook.com/chicago", "facebook.com", (), None),
        ("http://xn--mnchen-3ya.de", "xn--mnchen-3ya.de", ("münchen",), "DE"),
    ],
)
def test_an_address_gives_its_host_what_its_owner_chose_and_the_country_of_its_label(source, name, labels, country):
    host = host_of(source)
    assert (host.name, host.labels, host.country_code) == (name, labels, country)


@pytest.mark.parametrize(
    "source", ["stream.tv", "get.io", "angel.co", "story.me", "wave.fm", "open.ai", "up.eu", "one.com"]
)
def test_generic_and_fashionable_labels_are_no_country(source):
    assert host_of(f"http://{source}/").country_code is None


def test_a_town_may_have_a_label_of_its_own():
    assert host_of("https://gothamist.nyc/").place == "New York City"
    assert host_of("https://example.com/").place is None


@pytest.mark.parametrize(
    "source",
    [
        *("", " ", "texas", "The Paris News", "notes.md", "story.txt", "data/articles/paris.txt", "C:\\texas\\a.txt"),
        *(
            "file:///home/paris.co.uk/a.txt",
            "javascript://paris.co.uk",
            "http://",
            "http://localhost/x",
            "http://10.0.0.1/",
        ),
        *("http://a..uk/", "http://-.uk/", "http://exa mple.uk/", f"http://{'a' * 64}.uk/", "http://" + "a.uk" * 80),
        *("http://<script>.uk/", "\0\0.uk", "\ud800.uk", "a@b", "http://xn--\udcff.de"),
    ],
)
def test_what_is_no_address_gives_no_host(source):
    assert host_of(source) is None


def test_a_label_that_only_looks_encoded_stays_as_it_is():
    assert host_of("http://xn--zzzzzzzzzzz99999.de").labels == ("xn--zzzzzzzzzzz99999",)


def test_the_domains_of_a_host_go_from_the_whole_to_the_least():
    assert host_of("http://news.bbc.co.uk").domains == ("news.bbc.co.uk", "bbc.co.uk", "co.uk")


@pytest.mark.parametrize("source", ["a/b", "paris.txt", "..\\x", "~x", "C:x", "/texas"])
def test_paths_are_told_from_names(source):
    assert is_path(source)


@pytest.mark.parametrize("source", ["The Gazette (Montreal)", "Chicago Tribune", "St. Louis Post-Dispatch"])
def test_names_are_no_paths(source):
    assert not is_path(source)
