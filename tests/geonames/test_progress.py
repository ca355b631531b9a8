import io

from geo.geonames.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_log_gets_one_line_a_stage():
    out = io.StringIO()
    with Progress(out).bar("allCountries.txt", 2_000_000, 1_000_000) as bar:
        bar.update(1_000_000)
    assert out.getvalue() == "geo: allCountries.txt, 2 MB, from 1 MB on\n"


def test_a_terminal_gets_a_bar():
    out = Terminal()
    with Progress(out).bar("allCountries.txt", 100) as bar:
        bar.update(100)
    assert "100%" in out.getvalue() and "allCountries.txt" in out.getvalue()


def test_what_is_said_is_one_line():
    out = io.StringIO()
    Progress(out).say("a\nb")
    assert out.getvalue() == "geo: a b\n"
