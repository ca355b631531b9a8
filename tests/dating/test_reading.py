import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from geo import files
from geo.dating import dated
from geo.types import Article, Mention, When
from tests.marked import marked

DAY = "2022-02-27"  # a Sunday


def whens(sentence: str, day: str | None = DAY) -> list[When | None]:
    text, mentions = marked(sentence)
    return [mention.when for mention in dated(Article(text, date=day), mentions)]


def test_a_mention_carries_the_days_the_words_and_how_exact_they_are():
    assert whens("Envoys reached [Gomel] on Sunday.") == [When(DAY, DAY, "on Sunday", "day")]
    assert whens("[Gomel] was quiet earlier this week.") == [When("2022-02-21", DAY, "earlier this week", "days")]


def test_a_sentence_without_a_time_inherits_none():
    assert whens("On Sunday they met. [Gomel] was quiet.\n\nIn [Minsk] it rained.") == [None, None]


def test_what_cannot_be_told_is_not_given_another_time_of_the_sentence():
    assert whens("[Riga] burnt on 30 February; [Minsk] in 2014.")[0] is None


def test_a_day_of_print_above_the_first_paragraph_is_no_time_of_the_headline():
    head = "Thousands flee [Gomel]\n{}\nShare\n\nRain fell on Friday."
    for line in ("Published\n27 February 2022", "Last updated on 27 February 2022, 11:04"):
        assert whens(head.format(line)) == [None]


def test_items_of_a_list_have_their_own_times():
    items = "* [Reni]: two million tonnes a month\n* [Constanta]: eight million in 2022\n- [Gdansk]: none"
    assert [when and when.text for when in whens(items)] == [None, "in 2022", None]


def test_a_time_in_a_places_name_is_part_of_the_name():
    assert whens("Shells fell on [6 October City].") == [None]
    assert whens("On Friday shells fell on [6 October City].")[0].text == "On Friday"


def test_everything_else_of_a_mention_stays():
    text, (mention,) = marked("In 2014 [~Moscow] spoke.")
    full = replace(mention, score=0.5, boilerplate=True, kind="demonym")
    (told,) = dated(Article(text), (full,))
    assert replace(told, when=None) == full and told.when.first == "2014-01-01"


def test_a_time_that_was_known_before_is_read_anew():
    text, (mention,) = marked("[Gomel] was quiet.")
    assert dated(Article(text, date=DAY), [replace(mention, when=When(DAY, DAY, "x", "day"))]) == (mention,)


def test_mentions_within_others_have_the_same_time():
    text = "On Friday its border with Belarus was shut."
    border, country = Mention(10, 33, text[10:33], "border"), Mention(26, 33, "Belarus")
    assert [mention.when.text for mention in dated(Article(text, date=DAY), (border, country))] == ["On Friday"] * 2


@pytest.mark.parametrize(
    "day", [None, "", "yesterday", "0000-00-00", "2022-02-30", "99999-01-01", "２０２２-０２-２７", "27 February"]
)
def test_a_day_of_publication_that_is_none_is_as_good_as_unknown(day):
    assert whens("On Friday [Gomel] was quiet.", day) == [None]
    assert whens("In 2014 [Gomel] was quiet.", day)[0].first == "2014-01-01"


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800Minsk on Sunday", "Minsk\r\non\u2028Sunday", "M" * 5000])
def test_odd_texts_are_read(text):
    mentions = (Mention(0, min(5, len(text)), text[:5]),) if text else ()
    assert len(dated(Article(text, date=DAY), mentions)) == len(mentions)


SPARSE = 10
"""One piece in so many holds a mention."""


@pytest.mark.parametrize("piece", ["Kyiv on Sunday ", "Kyiv. ", "Kyiv......", "Kyiv\n\n"])
def test_a_megabyte_of_mentions_is_read_once(piece):
    """Whatever looks at the whole text for each of these mentions would not come back."""
    count = 1_000_000 // len(piece)
    starts = range(0, count * len(piece), SPARSE * len(piece))
    mentions = [Mention(start, start + 4, "Kyiv") for start in starts]
    told = dated(Article(piece * count, date=DAY), mentions)
    assert len({mention.when for mention in told}) == 1 and len(told) == len(mentions)


SENTENCES = "On Friday [Gomel] was hit, and in May [Minsk] will vote. Last night [Kyiv] slept, as in 2014."


CLOCKLESS = f"""
import datetime, json, sys, time
import geo.dating.reading
from geo.dating import dated
from geo.types import Article, Mention

def stopped(*_):
    raise RuntimeError("the clock was asked")

class Day(datetime.date):
    today = classmethod(stopped)

time.time = time.time_ns = time.localtime = time.gmtime = time.strftime = stopped
for name, module in sys.modules.items():
    if name.startswith("geo.dating") and hasattr(module, "date"):
        module.date = Day
text, spans = json.loads(sys.argv[1])
found = dated(Article(text, date={DAY!r}), [Mention(start, end, text[start:end]) for start, end in spans])
print([mention.when for mention in found])
"""


def test_neither_clock_nor_time_zone_nor_language_of_the_machine_counts():
    """One process a setting: the zone is read when Python starts. Its clock is stopped."""
    text, mentions = marked(SENTENCES)
    given = json.dumps([text, [(mention.start, mention.end) for mention in mentions]])
    answers = set()
    for zone, language in (("Pacific/Kiritimati", "C"), ("Etc/GMT+12", "de_DE.UTF-8")):
        env = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONIOENCODING": "utf8"}
        run = [sys.executable, "-c", CLOCKLESS, given]
        answers.add(
            subprocess.run(run, cwd=files.ROOT, env=env, capture_output=True, text=True, check=True).stdout.strip()
        )
    assert answers == {str([mention.when for mention in dated(Article(text, date=DAY), mentions)])}


def test_importing_the_package_compiles_no_pattern():
    code = "import sys, geo.dating; print('geo.dating.patterns' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=files.ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
