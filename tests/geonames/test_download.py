"""Downloads from a server on loopback; the address stays https, and the opener that is passed in leads it there."""

import hashlib
import http.server
import io
import os
import threading
import urllib.error
import urllib.request
import zipfile

import pytest

from geo.errors import DataError, OutputError
from geo.geonames import download as downloading
from geo.geonames import inputs
from geo.geonames.download import WANTED, download
from geo.geonames.progress import Progress

STAMP = "Mon, 02 Feb 2026 02:40:00 GMT"


def archive(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as made:
        made.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


CONTENTS = {
    "allCountries.zip": archive(inputs.PLACES, b"places " * 40_000),
    "alternateNamesV2.zip": archive(inputs.NAMES, b"names"),
    "hierarchy.zip": archive(inputs.HIERARCHY, b"pairs"),
    "admin1CodesASCII.txt": b"codes",
    "admin2Codes.txt": b"more codes",
}


class Server(http.server.BaseHTTPRequestHandler):
    """GeoNames' server, as far as it matters: sizes, dates and ranges."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def do_HEAD(self):
        self._answer(with_body=False)

    def do_GET(self):
        self._answer(with_body=True)

    def _answer(self, *, with_body):
        world = self.server.world
        world.asked.append((self.command, self.path.lstrip("/"), self.headers.get("Range")))
        content = world.contents.get(self.path.lstrip("/"))
        if content is None:
            return self.send_error(404)
        start = self._start(world) if with_body else 0
        body = content[start:]
        self.send_response(206 if start else 200)
        if world.tells_length:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", world.stamp)
        self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(body[: world.hangs_up_after])
        self.close_connection = True

    def _start(self, world):
        wanted = self.headers.get("Range")
        same = self.headers.get("If-Range") == world.stamp
        return int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and same and world.knows_ranges else 0


class World:
    """The server's state, which a test may change."""

    def __init__(self):
        self.contents = dict(CONTENTS)
        self.asked = []
        self.stamp = STAMP
        self.tells_length = self.knows_ranges = True
        self.hangs_up_after = None

    def open(self, request):
        assert request.full_url.startswith(inputs.ADDRESS)
        request.full_url = request.full_url.replace(inputs.ADDRESS, self.address)
        return urllib.request.urlopen(request, timeout=10)

    def fetched(self):
        return [(name, wanted) for command, name, wanted in self.asked if command == "GET"]


@pytest.fixture
def world():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.world = World()
    server.world.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server.world
    server.shutdown()
    server.server_close()


def fetch(folder, world, **options):
    download(folder, open=world.open, progress=Progress(io.StringIO()), **options)


def test_all_five_files_come_whole_with_the_date_of_the_server(tmp_path, world):
    fetch(tmp_path / "new", world)
    assert sorted(os.listdir(tmp_path / "new")) == sorted(WANTED)
    assert all((tmp_path / "new" / name).read_bytes() == CONTENTS[name] for name in WANTED)
    assert inputs.find(tmp_path / "new")[inputs.NAMES].path.stat().st_mtime == 1_770_000_000


def test_what_is_there_is_not_fetched_again(tmp_path, world):
    fetch(tmp_path, world)
    world.asked.clear()
    fetch(tmp_path, world)
    assert world.fetched() == []


def test_a_download_that_was_cut_off_goes_on_where_it_was(tmp_path, world):
    world.hangs_up_after = 100_000
    with pytest.raises(
        DataError, match=r"allCountries.zip: 100000 of \d+ bytes came; the same command goes on|cannot be"
    ):
        fetch(tmp_path, world)
    world.hangs_up_after = None
    world.asked.clear()
    fetch(tmp_path, world)
    assert world.fetched()[0] == ("allCountries.zip", "bytes=100000-")
    assert (tmp_path / "allCountries.zip").read_bytes() == CONTENTS["allCountries.zip"]
    assert sorted(os.listdir(tmp_path)) == sorted(WANTED)


def test_a_part_of_an_older_dump_is_not_mixed_with_the_new_one(tmp_path, world):
    world.hangs_up_after = 100_000
    with pytest.raises(DataError):
        fetch(tmp_path, world)
    world.hangs_up_after, world.stamp = None, "Tue, 03 Feb 2026 02:40:00 GMT"
    world.contents["allCountries.zip"] = archive(inputs.PLACES, b"PLACES " * 40_000)
    fetch(tmp_path, world)
    assert (tmp_path / "allCountries.zip").read_bytes() == world.contents["allCountries.zip"]


def test_a_server_without_ranges_sends_all_of_it_again(tmp_path, world):
    world.hangs_up_after = 100_000
    with pytest.raises(DataError):
        fetch(tmp_path, world)
    world.hangs_up_after, world.knows_ranges = None, False
    fetch(tmp_path, world)
    digest = hashlib.sha256((tmp_path / "allCountries.zip").read_bytes()).digest()
    assert digest == hashlib.sha256(CONTENTS["allCountries.zip"]).digest()


def test_an_archive_with_a_wrong_checksum_is_removed_and_told(tmp_path, world):
    packed = CONTENTS["allCountries.zip"]
    world.contents["allCountries.zip"] = packed.replace(b"places places", b"places plaices"[:13], 1)
    with pytest.raises(DataError, match="came damaged"):
        fetch(tmp_path, world)
    assert not (tmp_path / "allCountries.zip").exists() and not (tmp_path / "allCountries.zip.part").exists()


def test_a_page_in_place_of_an_archive_is_removed_and_told(tmp_path, world):
    world.contents["allCountries.zip"] = b"<html>maintenance</html>"
    with pytest.raises(DataError, match="came damaged"):
        fetch(tmp_path, world)
    assert os.listdir(tmp_path) == ["allCountries.zip.stamp"] or not os.listdir(tmp_path)


def test_a_server_that_does_not_say_how_long_a_file_is_is_not_trusted(tmp_path, world):
    world.tells_length = False
    with pytest.raises(DataError, match="does not say how long"):
        fetch(tmp_path, world)


def test_a_file_that_is_not_offered_is_told(tmp_path, world):
    del world.contents["hierarchy.zip"]
    with pytest.raises(DataError, match="Not Found"):
        fetch(tmp_path, world)


def test_too_small_a_disk_is_told_before_anything_comes(tmp_path, world, monkeypatch):
    monkeypatch.setattr(downloading, "SPARE", 10**18)
    with pytest.raises(OutputError, match="GB of disk are free"):
        fetch(tmp_path, world)
    assert world.fetched() == []


def test_no_network_is_one_line_that_says_what_to_do(tmp_path):
    def unreachable(request):
        raise urllib.error.URLError(OSError(-3, "Temporary failure in name resolution"))

    with pytest.raises(DataError, match="download.geonames.org cannot be reached .*is there a network") as told:
        download(tmp_path, open=unreachable)
    assert "\n" not in str(told.value)


def test_a_time_out_while_reading_is_told(tmp_path, world):
    class Slow:
        status, headers = 200, {"Content-Length": "5", "Last-Modified": STAMP}

        def __enter__(self):
            return self

        def __exit__(self, *error):
            pass

        def read(self, size):
            raise TimeoutError("timed out")

    with pytest.raises(DataError, match=r"cannot be reached \(timed out\)"):
        download(tmp_path, open=lambda request: Slow())


@pytest.mark.parametrize("address", ["http://download.geonames.org/", "ftp://a/", "file:///etc/", ""])
def test_only_https_is_spoken(tmp_path, address):
    with pytest.raises(DataError, match="is no https address"):
        download(tmp_path, address=address)


def test_a_redirection_away_from_https_is_not_followed():
    request = urllib.request.Request(inputs.ADDRESS)
    handler = downloading._NoDowngrade()
    with pytest.raises(urllib.error.URLError, match="no https address"):
        handler.redirect_request(request, None, 302, "Found", {}, "http://example.org/")
    assert handler.redirect_request(request, None, 302, "Found", {}, "https://example.org/").full_url


def test_a_folder_that_is_a_file_is_told(tmp_path, world):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        fetch(tmp_path / "file", world)
