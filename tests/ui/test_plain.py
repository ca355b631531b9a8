import pytest

from geo.ui.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Camp 16", "Camp 16"),
        ("a_b.csv: *gone*", r"a\_b\.csv\: \*gone\*"),
        ("[x](http://y) $z$ <b>", r"\[x\]\(http\:\/\/y\) \$z\$ \<b\>"),
        ("two\n\n# lines", r"two \# lines"),
        ("“Гомель”", "“Гомель”"),
    ],
)
def test_nothing_in_a_text_is_taken_for_markdown(text, shown):
    assert plain(text) == shown
