"""What hostile servers do to a fetcher: real servers on loopback, byte by byte."""

import ast
import gzip
import threading
import tracemalloc
import zlib
from dataclasses import replace

import pytest

from geo import files
from geo.errors import FetchError, InputError
from geo.web.fetching import MAX_REDIRECTS, Fetcher, Limits
from tests.web.bypasses import BY_LOOKING_UP, BY_WORDS
from tests.web.servers import LIMITS, LOOPBACK, NAME, PAGE, Site, answer, fetcher, redirection, serving


@pytest.fixture
def site():
    with serving(Site()) as made:
        yield made


def refused(site, path="/", **options):
    with pytest.raises(FetchError) as told:
        fetcher(site, **options).fetch(site.address(path))
    message = str(told.value)
    assert message.startswith(site.address("")) and message.isprintable()
    return message


def test_a_page_comes_with_where_it_was_found_and_what_it_is(site):
    site.pages["/a"] = answer(PAGE)
    got = fetcher(site).fetch(site.address("/a#part"))
    assert (got.asked, got.address) == (site.address("/a#part"), site.address("/a"))
    assert (got.data, got.kind, got.content_type, got.charset) == (PAGE, "page", "text/html", "utf-8")
    assert site.paths == ["/robots.txt", "/a"]


# Bypasses


def never(*arguments):
    raise AssertionError(f"connected to {arguments}")


@pytest.mark.parametrize("address", BY_WORDS, ids=lambda address: ascii(address[:60]))
def test_a_bypass_is_refused_before_anything_is_looked_up_or_connected_to(address):
    with pytest.raises(FetchError) as told:
        Fetcher(resolve=never, connect=never).fetch(address)
    assert str(told.value).isprintable()


@pytest.mark.parametrize("found", BY_LOOKING_UP, ids=str)
def test_a_name_that_is_at_a_closed_address_is_refused_before_anything_is_connected_to(found):
    with pytest.raises(FetchError, match="no address of the open internet|has no IP address"):
        Fetcher(resolve=lambda host, port: found, connect=never).fetch("https://news.example.org/")


def test_a_name_that_changes_its_address_gains_nothing():
    """It is good when it is checked and would be loopback the next time: there is no next time."""
    looked_up, connected = [], []

    def rebinding(host, port):
        looked_up.append(host)
        return ["93.184.215.14"] if len(looked_up) == 1 else [LOOPBACK]

    def note(ip, port, deadline):
        connected.append(ip)
        raise ConnectionRefusedError(111, "Connection refused")

    with pytest.raises(FetchError, match="cannot be reached"):
        Fetcher(resolve=rebinding, connect=note).fetch("http://news.example.org/")
    assert (looked_up, connected) == ([NAME], ["93.184.215.14"])


def test_each_step_is_looked_up_once_and_checked_anew(site):
    site.pages["/a"] = redirection("/b")
    found = [[LOOPBACK], [LOOPBACK], ["10.0.0.1"]]
    assert "is at 10.0.0.1" in refused(site, "/a", resolve=lambda host, port: found.pop(0))
    assert site.paths == ["/robots.txt", "/a"]


def test_nothing_of_ours_hands_out_the_permission_of_the_tests():
    """Only `geo/web` knows the word; what makes a fetcher for users never says it."""
    sources = [*(files.ROOT / "geo").rglob("*.py"), files.ROOT / "app.py"]
    calls = [
        node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    permitting = [ast.unparse(call) for call in calls if any(word.arg in ("permit", None) for word in call.keywords)]
    assert [call for call in permitting if "Fetcher" in call or "permit" in call] == []
    assert [ast.unparse(call) for call in calls if ast.unparse(call.func).endswith("Fetcher") and call.args] == []
    assert Fetcher().permit == frozenset()


# Redirections


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirection_is_followed(site, status):
    site.pages |= {"/a": redirection("/b", status), "/b": answer(PAGE)}
    assert fetcher(site).fetch(site.address("/a")).address == site.address("/b")


def test_five_redirections_are_followed_and_six_are_not(site):
    site.pages |= {f"/{n}": redirection(f"/{n + 1}") for n in range(MAX_REDIRECTS + 1)}
    site.pages[f"/{MAX_REDIRECTS + 1}"] = answer(PAGE)
    assert fetcher(site).fetch(site.address("/1")).data == PAGE
    assert "leads on more than 5 times" in refused(site, "/0")


def test_a_loop_of_redirections_ends(site):
    site.pages |= {"/a": redirection("/b"), "/b": redirection("/a")}
    assert "leads on more than 5 times" in refused(site, "/a")
    assert len(site.requests) == 1 + MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://localhost/",
        "//169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://0x7f.1/",
        "http://2130706433/",
        "file:///etc/passwd",
        "ftp://news.example.org/",
        "gopher://127.0.0.1:6379/_SET",
        "data:text/html,words",
        "javascript:alert(1)",
        "http://user@news.example.org/",
        "http://metadata.google.internal/",
    ],
)
def test_a_redirection_out_of_the_open_internet_is_not_followed(site, location):
    site.pages["/a"] = redirection(location)
    assert "not followed" in refused(site, "/a")
    assert site.paths == ["/robots.txt", "/a"]


@pytest.mark.parametrize("location", [None, "", "\x1b[31m", "http://["])
def test_a_redirection_to_nowhere_is_told(site, location):
    site.pages["/a"] = redirection(location)
    assert "leads on to" in refused(site, "/a")


# Size


def bomb(megabytes):
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(2**20)) for _ in range(megabytes)) + packer.flush()


def test_a_body_that_says_it_is_too_large_is_refused(site):
    site.pages["/"] = answer(b"x" * (LIMITS.body + 1))
    assert "is larger than 0 MB" in refused(site)


def test_a_body_of_exactly_the_bound_is_read(site):
    site.pages["/"] = answer(b"x" * LIMITS.body)
    assert len(fetcher(site).fetch(site.address()).data) == LIMITS.body


def test_a_gzip_bomb_is_cut_off_by_its_decompressed_size_and_fills_no_memory(site):
    packed = bomb(100)
    site.pages["/"] = answer(packed, Content_Encoding="gzip")
    tracemalloc.start()
    refused(site, limits=replace(LIMITS, body=10_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(packed) < 200_000 and peak < 40_000_000


def test_a_bomb_in_a_bomb_is_refused(site):
    site.pages["/"] = answer(gzip.compress(bomb(10)), Content_Encoding="gzip, gzip")
    assert "compression" in refused(site)


@pytest.mark.parametrize("packed", [gzip.compress(PAGE), zlib.compress(PAGE)], ids=["gzip", "deflate"])
def test_a_packed_page_is_unpacked(site, packed):
    site.pages["/"] = answer(packed, Content_Encoding="gzip" if packed[:1] == b"\x1f" else "deflate")
    assert fetcher(site).fetch(site.address()).data == PAGE


@pytest.mark.parametrize("packed", [b"\x1f\x8b\x08junk", b"no gzip", gzip.compress(PAGE * 99)[:30] + b"\xff" * 50])
def test_a_damaged_compression_is_told(site, packed):
    site.pages["/"] = answer(packed, Content_Encoding="gzip")
    assert "its compression cannot be undone" in refused(site)


def test_a_body_without_end_is_cut_off(site):
    def endless():
        yield answer(b"", type="text/plain", Content_Length=None)
        while True:
            yield b"words " * 1000

    site.pages["/"] = endless
    assert "is larger than" in refused(site)


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (b"", b"1000\r\n" + b"w" * 0x1000 + b"\r\n"),
        (b"", b"1\r\nw\r\n" * 1000),
        (b"-1\r\n", b"w" * 5000),
        (b"7fffffffffffffff\r\n", b"w" * 5000),
        (b"0\r\n", b"X: y\r\n" * 1000),
    ],
    ids="chunks small-chunks negative-chunk huge-chunk trailers".split(),
)
def test_a_body_in_chunks_without_end_is_cut_off_and_fills_no_memory(site, first, piece):
    def endless():
        yield answer(b"", Content_Length=None, Transfer_Encoding="chunked") + first
        while True:
            yield piece

    site.pages["/"] = endless
    tracemalloc.start()
    message = refused(site)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "is larger than" in message or "sends more than" in message
    assert peak < 10_000_000


def test_headers_and_interim_answers_without_end_are_cut_off(site):
    def endless():
        while True:
            yield b"HTTP/1.1 100 Continue\r\n\r\n" * 1000

    site.pages["/"] = endless
    assert "sends more than" in refused(site)


def test_a_compressed_body_without_end_that_holds_nothing_is_cut_off(site):
    packer = zlib.compressobj(wbits=31)
    first = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    nothing = packer.flush(zlib.Z_FULL_FLUSH) or b"\x00\x00\x00\xff\xff"

    def endless():
        yield answer(b"", Content_Length=None, Content_Encoding="gzip") + first
        while True:
            yield nothing * 1000

    site.pages["/"] = endless
    assert "sends more than" in refused(site)


# Time


def drip(first, piece):
    pause = threading.Event()
    yield first
    for _ in range(300):
        pause.wait(0.02)
        yield piece


SHORT = replace(LIMITS, seconds=0.3)


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX-A: ", b"a"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (answer(b"", Content_Length=9999), b"w"),
        (answer(b"", Content_Length=None, Transfer_Encoding="chunked"), b"1\r\nw\r\n"),
        (answer(b"", Content_Length=None, Transfer_Encoding="chunked"), b"0"),
        (answer(b"", Content_Length=9999, Content_Encoding="gzip") + gzip.compress(PAGE)[:10], b"\0"),
    ],
    ids="status header headers continues body chunks size packed".split(),
)
def test_a_server_that_drips_is_given_up_at_the_deadline(site, first, piece):
    site.pages["/"] = lambda: drip(first, piece)
    message = refused(site, limits=SHORT)
    assert "took longer than 0.3 seconds" in message or "its compression cannot be undone" in message


def test_a_server_that_is_silent_is_given_up_at_the_deadline(site):
    site.pages["/"] = lambda: drip(b"", b"")
    assert "took longer than 0.3 seconds" in refused(site, limits=SHORT)


def test_a_resolver_that_hangs_is_given_up_at_the_deadline(site):
    pause = threading.Event()
    assert "took longer than 0.3 seconds" in refused(site, limits=SHORT, resolve=lambda host, port: pause.wait(3))
    pause.set()


def test_waiting_redirections_and_rules_share_one_deadline(site):
    now = [0.0]

    def sleep(seconds):
        now[0] += seconds

    site.pages |= {f"/{n}": redirection(f"/{n + 1}") for n in range(5)}
    limits = replace(LIMITS, seconds=3.5, pause=1.0)
    assert "is asked too often at once" in refused(site, "/0", limits=limits, clock=lambda: now[0], sleep=sleep)
    assert site.paths == ["/robots.txt", "/0", "/1", "/2"]


def test_one_request_a_second_goes_to_a_host(site):
    slept = []
    site.pages |= {"/a": answer(PAGE), "/b": answer(PAGE)}
    one = fetcher(site, limits=Limits(), clock=lambda: sum(slept), sleep=slept.append)
    one.fetch(site.address("/a"))
    one.fetch(site.address("/b"))
    assert slept == [1.0, 1.0] and site.paths == ["/robots.txt", "/a", "/b"]


# What breaks HTTP


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"hello\n",
        b"<html>HTTP/0.9</html>",
        b"\x00\xff" * 500,
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 " + b"y" * 200_000 + b"\r\n\r\n",
        answer(b"", Content_Length=None, Transfer_Encoding="chunked") + b"zz\r\nwords\r\n",
        answer(b"", Content_Length=None, Transfer_Encoding="chunked") + b"-5\r\nwords\r\n",
        answer(b"", Content_Length=None, Transfer_Encoding="chunked") + b"ffffffffffffffffff\r\nwords",
        answer(b"", Content_Length=None, Transfer_Encoding="chunked") + b"5\r\nwo",
        answer(b"words", Content_Length=500),
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1, 2\r\n\r\nwords",
    ],
    ids=range(16),
)
def test_an_answer_that_breaks_http_is_told_and_not_quoted(site, said):
    site.pages["/"] = said
    message = refused(site)
    assert "HTTP as it should" in message or "cut off" in message
    assert "words" not in message and "SSH" not in message and "yyy" not in message


@pytest.mark.parametrize(
    "headers",
    [b": x\r\n", b"no colon\r\n", b"A b: c\r\n", b"\x01: \x02\r\n", b"X: \xff\xfe\r\n", b"X: a\r\n b\r\n\tc\r\n"],
)
def test_odd_headers_do_no_harm(site, headers, capfd):
    site.pages["/"] = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + headers + b"\r\n" + PAGE
    try:
        assert fetcher(site).fetch(site.address()).kind == "page"
    except FetchError as error:
        assert str(error).isprintable()
    assert capfd.readouterr().err == ""


def test_a_length_that_is_no_number_is_left_aside(site):
    site.pages["/"] = answer(PAGE, Content_Length="many")
    assert fetcher(site).fetch(site.address()).data == PAGE


def test_a_server_that_hangs_up_before_it_answers_is_told():
    with serving(Site()) as site:
        pass
    assert "cannot be reached" in refused(site)


# What is no article


@pytest.mark.parametrize("status", [204, 300, 304, 400, 401, 402, 403, 404, 410, 418, 429, 451, 500, 503])
def test_a_bad_status_is_told_and_its_body_is_not_quoted(site, status):
    site.pages["/"] = answer(b"<h1>Secret words</h1>", status)
    message = refused(site)
    assert str(status) in message and "Secret" not in message


@pytest.mark.parametrize("type", ["image/png", "application/json", "application/zip", "<script>", "text/html\x00"])
def test_a_type_that_is_not_read_is_told_and_its_body_is_not_fetched(site, type):
    site.pages["/"] = answer(b"x" * 500_000, type=type)
    assert "is neither a page nor a text" in refused(site)


def test_a_missing_type_is_told_by_the_first_bytes(site):
    site.pages |= {"/page": answer(PAGE, type=None), "/junk": answer(b"\x89PNG", type=None)}
    assert fetcher(site).fetch(site.address("/page")).kind == "page"
    assert "does not say what it is" in refused(site, "/junk")


@pytest.mark.parametrize(
    ("type", "charset"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ("text/plain; charset=KOI8-R", "KOI8-R"),
        ("text/html", None),
    ],
)
def test_the_encoding_of_the_header_is_handed_on(site, type, charset):
    site.pages["/"] = answer("Гомель".encode("cp1251"), type=type)
    assert fetcher(site).fetch(site.address()).charset == charset


# robots.txt


def test_what_robots_txt_forbids_is_not_asked_for(site):
    site.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /", type="text/plain")
    assert "asks programs not to read it" in refused(site, "/a")
    assert site.paths == ["/robots.txt"]


def test_where_a_redirection_leads_is_asked_for_too(site):
    site.pages |= {"/a": redirection("/private/b"), "/robots.txt": answer(b"User-agent: *\nDisallow: /private/")}
    assert "asks programs not to read it" in refused(site, "/a")
    assert site.paths == ["/robots.txt", "/a"]


def test_a_robots_txt_of_any_size_is_read_in_part(site):
    site.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /b\n" + b"# words\n" * 400_000, type="text/plain")
    site.pages["/a"] = answer(PAGE)
    assert fetcher(site).fetch(site.address("/a")).data == PAGE
    assert "asks programs not to" in refused(site, "/b")


@pytest.mark.parametrize("status", [500, 503])
def test_a_robots_txt_that_fails_stops_the_reading(site, status):
    site.pages |= {"/robots.txt": answer(b"", status), "/a": answer(PAGE)}
    assert f"the robots.txt of {NAME} cannot be read ({status})" in refused(site, "/a")


def test_a_robots_txt_may_lead_on_but_not_out_of_the_open_internet(site):
    site.pages |= {"/robots.txt": redirection("/other.txt"), "/other.txt": answer(b"User-agent: *\nDisallow: /a")}
    assert "asks programs not to" in refused(site, "/a")
    site.pages["/robots.txt"] = redirection("http://169.254.169.254/")
    assert "not followed" in refused(site, "/a")
    site.pages["/robots.txt"] = redirection("/robots.txt")
    assert "leads on more than" in refused(site, "/a")


def test_a_robots_txt_is_bounded_in_time_and_in_compressed_size(site):
    site.pages["/a"] = answer(PAGE)
    site.pages["/robots.txt"] = lambda: drip(answer(b"", Content_Length=9999), b"#")
    assert "took longer than" in refused(site, "/a", limits=SHORT)
    site.pages["/robots.txt"] = answer(bomb(20), Content_Encoding="gzip")
    assert fetcher(site).fetch(site.address("/a")).data == PAGE


# Messages


def test_a_failure_is_an_input_error_and_a_connection_error():
    assert issubclass(FetchError, InputError) and issubclass(FetchError, ConnectionError)


def test_a_hostile_address_is_told_on_one_line_of_bounded_length():
    with pytest.raises(FetchError) as told:
        Fetcher(resolve=never).fetch("http://a.example.org/\n\x1b[31m\u202e" + "<script>" * 5000)
    assert str(told.value).isprintable() and len(str(told.value)) < 400


def test_threads_may_share_a_fetcher(site):
    site.pages |= {f"/{n}": answer(PAGE + str(n).encode()) for n in range(8)}
    one, got = fetcher(site), {}
    threads = [
        threading.Thread(target=lambda n=n: got.update({n: one.fetch(site.address(f"/{n}")).data})) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {n: PAGE + str(n).encode() for n in range(8)}
