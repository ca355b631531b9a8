import pytest

from geo.boilerplate.inside import inside
from geo.boilerplate.lines import lines

LONG = "The river rose by two metres overnight and carried off a bridge. " * 6


def found(text):
    return [text[span.start : span.end] for line in lines(text) for span in inside(text, line)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Talks began in Gomel.Also Read - Storm over Riga", "Also Read - Storm over Riga"),
        ("Talks began. READ MORE: Storm hits the U.S. coast", "READ MORE: Storm hits the U.S. coast"),
        ("He said “no”. Read also: Storm over Riga", "Read also: Storm over Riga"),
        ("Talks began. Related: Storm over Riga. Nobody came.", "Related: Storm over Riga."),
        ("The port of Riga (Photo: AFP)", "The port of Riga (Photo: AFP)"),
        ("The port of Riga. It was closed. (Jane Doe/Reuters)", "The port of Riga. It was closed. (Jane Doe/Reuters)"),
        ("The port of Riga [Image: Getty Images] Talks began.", "The port of Riga [Image: Getty Images]"),
        ("The port of Riga. Photo: Jane Doe", "The port of Riga. Photo: Jane Doe"),
        ("Smoke over Riga. REUTERS/Jane Doe", "Smoke over Riga. REUTERS/Jane Doe"),
        (LONG + "(AP file photo)", "(AP file photo)"),
        (LONG + "The port of Riga (AP file photo) Talks began.", "The port of Riga (AP file photo)"),
        (LONG + "Copyright 2018 The Herald. All rights reserved.", "Copyright 2018 The Herald. All rights reserved."),
        ("Wire & © 2018 The Herald.", "© 2018 The Herald."),
        ("Talks began. (Reporting by Jane Doe; editing by Joe)", "(Reporting by Jane Doe; editing by Joe)"),
        ("Talks began. * This article was originally published by", "* This article was originally published by"),
    ],
)
def test_what_is_glued_to_a_paragraph_is_told_from_it(text, wanted):
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "He also read: the paper of Riga was his favourite.",
        "They who read more: the young of Riga.",
        f"Talks began. Read more: {LONG.replace('. ', ', ')}",
        "The picture (photo: AFP) went round the world.",
        "It was closed on Monday (Reuters)",
        "The port was closed, dpa said (dpa, AFP)",
        "She took a photo (of Riga) and left.",
        "He said that copyright 2018 was a bad year for.",
        "The story (this article was translated) is old.",
    ],
)
def test_a_sentence_stays_whole(text):
    assert found(text) == []


def test_behind_a_paragraph_of_many_sentences_a_credit_stands_for_itself():
    assert found("It rained. It snowed. It blew. (Photo: Jane Doe)") == ["(Photo: Jane Doe)"]
