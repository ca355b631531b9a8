import logging
import shutil
import socket
import ssl
import subprocess
import threading
import time

import pytest

from geo.errors import FetchError
from geo.web import connection
from geo.web.addresses import checked
from geo.web.connection import HEADERS, Allowance, asked, connect, open_addresses, resolve, trust
from geo.web.deadline import Deadline
from tests.web.servers import LOOPBACK, NAME, Site, answer, serving

PLAIN, SECURE = checked(f"http://{NAME}/a?b"), checked(f"https://{NAME}/a")
OPEN = ["93.184.215.14", "2606:4700::1111"]


def soon(seconds=5.0):
    return Deadline(time.monotonic, time.monotonic() + seconds)


def allowed(seconds=5.0):
    return Allowance(soon(seconds), 1_000_000)


def test_all_addresses_of_a_host_are_given_in_their_order():
    assert open_addresses(PLAIN, lambda host, port: OPEN, frozenset(), soon()) == tuple(OPEN)


def test_one_closed_address_refuses_the_host_wherever_it_stands():
    for at in range(9):
        found = [*["93.184.215.14"] * at, "10.0.0.1"]
        with pytest.raises(FetchError, match="is at 10.0.0.1"):
            open_addresses(PLAIN, lambda host, port, found=found: found, frozenset(), soon())


@pytest.mark.parametrize("error", [socket.gaierror(-2, "unknown"), OSError(), UnicodeError("label too long")])
def test_a_name_that_is_not_found_is_told(error):
    def failing(host, port):
        raise error

    with pytest.raises(FetchError, match=f"{NAME} cannot be found: check the address, or is there no network"):
        open_addresses(PLAIN, failing, frozenset(), soon())


def test_an_ip_address_is_not_looked_up():
    def never(host, port):
        raise AssertionError("looked up")

    assert open_addresses(checked("http://8.8.8.8/"), never, frozenset(), soon()) == ("8.8.8.8",)


def test_the_systems_resolver_gives_each_address_once():
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]


def test_a_socket_goes_to_the_number_and_never_to_a_name():
    with pytest.raises(ValueError):
        connect("localhost", 80, soon())


def test_the_request_names_the_host_and_goes_to_the_address_that_was_checked():
    with serving(Site({"/a?b": answer(b"words")})) as site:
        gone = []

        def to_site(ip, port, deadline):
            gone.append((ip, port))
            return connect(LOOPBACK, site.port, deadline)

        with asked(PLAIN, OPEN, to_site, allowed(), None) as response:
            assert (response.status, response.read()) == (200, b"words")
    assert gone == [("93.184.215.14", 80)]
    lines = site.requests[0].decode().split("\r\n")
    assert lines[0] == "GET /a?b HTTP/1.1"
    assert sorted(lines[1:-2]) == sorted([f"Host: {NAME}", *(f"{name}: {value}" for name, value in HEADERS.items())])


def test_nothing_tells_who_reads_or_where_they_came_from():
    assert {"cookie", "authorization", "referer", "from"}.isdisjoint(name.lower() for name in HEADERS)


def test_the_next_address_is_tried_where_one_is_dead():
    with serving(Site({"/a?b": answer()})) as site:
        tried = []

        def first_dead(ip, port, deadline):
            tried.append(ip)
            if len(tried) == 1:
                raise TimeoutError
            return connect(LOOPBACK, site.port, deadline)

        with asked(PLAIN, OPEN, first_dead, allowed(), None) as response:
            assert response.status == 200
    assert tried == OPEN


@pytest.mark.parametrize(
    ("error", "why"),
    [(ConnectionRefusedError(111, "Connection refused"), "Connection refused"), (TimeoutError(), "it does not answer")],
)
def test_a_host_whose_addresses_are_all_dead_is_told(error, why):
    def dead(ip, port, deadline):
        raise error

    with (
        pytest.raises(FetchError, match=rf"{NAME} cannot be reached \({why}\); try again"),
        asked(PLAIN, OPEN, dead, allowed(), None),
    ):
        pass


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    with serving(Site({"/a?b": answer()})) as site:
        to_site = lambda ip, port, deadline: connect(LOOPBACK, site.port, deadline)  # noqa: E731
        with asked(PLAIN, OPEN, to_site, allowed(), None) as response:
            assert response.status == 200


def test_certificates_are_demanded_and_must_bear_the_name():
    context = trust()
    assert context.check_hostname and context.verify_mode == ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_mozillas_certificates_are_taken_where_the_system_has_none(monkeypatch):
    nowhere = ssl.DefaultVerifyPaths(None, None, "", "", "", "")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    monkeypatch.setattr(ssl, "create_default_context", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    assert len(connection.trust.__wrapped__().get_ca_certs()) > 50


def test_the_name_of_the_host_is_asked_for_in_tls_and_not_the_address():
    """Without a certificate at hand: what is handed to TLS."""

    class Seen(Exception):
        pass

    class Context(ssl.SSLContext):
        def wrap_socket(self, sock, *arguments, server_hostname=None, **options):
            raise Seen(server_hostname, sock.getpeername())

    with (
        serving(Site()) as site,
        pytest.raises(Seen) as seen,
        asked(
            SECURE,
            OPEN,
            lambda ip, port, deadline: connect(LOOPBACK, site.port, deadline),
            allowed(),
            Context(ssl.PROTOCOL_TLS_CLIENT),
        ),
    ):
        pass
    assert seen.value.args == (NAME, (LOOPBACK, site.port))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "certificate.pem"
    words = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -keyout {key} -out {made}"
    done = subprocess.run([*words.split(), "-addext", f"subjectAltName=DNS:{NAME}"], capture_output=True)
    if done.returncode:
        pytest.skip("this openssl makes no certificate with a name")
    return made, key


def over_tls(site, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return serving(site, lambda raw: context.wrap_socket(raw, server_side=True))


def test_a_certificate_for_the_name_is_good_at_whatever_address(certificate):
    with over_tls(Site({"/a": answer(b"words")}), certificate) as site:
        to_site = lambda ip, port, deadline: connect(LOOPBACK, site.port, deadline)  # noqa: E731
        context = ssl.create_default_context(cafile=certificate[0])
        with asked(SECURE, OPEN, to_site, allowed(), context) as response:
            assert response.read() == b"words"


@pytest.mark.parametrize(("name", "trusted"), [("other.example.org", True), (NAME, False)])
def test_a_certificate_for_another_name_or_of_nobody_is_refused(certificate, name, trusted):
    with over_tls(Site({"/a": answer(b"words")}), certificate) as site:
        to_site = lambda ip, port, deadline: connect(LOOPBACK, site.port, deadline)  # noqa: E731
        context = ssl.create_default_context(cafile=certificate[0] if trusted else None)
        with (
            pytest.raises(ssl.SSLCertVerificationError),
            asked(checked(f"https://{name}/a"), OPEN, to_site, allowed(), context),
        ):
            pass
    assert site.requests == []


def test_a_drip_in_place_of_a_greeting_in_tls_ends_at_the_deadline():
    def drip(raw):
        raw.recv(65536)
        raw.sendall(b"\x16\x03\x03\x40\x00")  # a record of 16 kB is announced
        pause = threading.Event()
        for _ in range(100):
            pause.wait(0.02)
            raw.sendall(b"\0")
        return raw

    with serving(Site(), drip) as site:
        to_site = lambda ip, port, deadline: connect(LOOPBACK, site.port, deadline)  # noqa: E731
        with pytest.raises(TimeoutError), asked(SECURE, OPEN, to_site, allowed(0.3), None):
            pass


def test_a_drip_over_tls_ends_at_the_deadline(certificate):
    def drip():
        yield answer(b"x" * 1000)[:-1000]
        pause = threading.Event()
        for _ in range(100):
            pause.wait(0.02)
            yield b"x"

    with over_tls(Site({"/a": drip}), certificate) as site:
        to_site = lambda ip, port, deadline: connect(LOOPBACK, site.port, deadline)  # noqa: E731
        context = ssl.create_default_context(cafile=certificate[0])
        with pytest.raises(TimeoutError), asked(SECURE, OPEN, to_site, allowed(0.3), context) as response:
            while response._fp.read(10):
                pass


def test_headers_that_cannot_be_read_put_nothing_on_standard_error(caplog):
    logging.getLogger("urllib3.connection").warning("Failed to parse headers (url=%s): %s", "a", "b")
    assert caplog.records == []
