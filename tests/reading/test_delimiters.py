import pytest

from geo.reading.delimiters import NEVER, Parted, parted


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["id,text\n", "1,Minsk\n"], Parted(",", 2)),
        (["id;text\n", "1;Minsk, Gomel\n", "2;Brest, Kyiv, Lviv\n"], Parted(";", 2)),
        (["id\ttext\turl\n", "1\ta, b\tx\n"], Parted("\t", 3)),
        (["a|b\n", "1|2\n"], Parted("|", 2)),
        (['id,"a;b;c"\n', '1,"x;y;z"\n'], Parted(",", 2)),
        (["id,text\n", "1,Minsk, Gomel, and so on\n", "2,Kyiv, Lviv\n"], Parted(",", 2)),
        (["News of 2022\n", "\n", "id;text\n", "1;Minsk\n", "2;Kyiv\n"], Parted(";", 2)),
        (["text\n", "Minsk, they said\n", "Kyiv, Lviv, and Brest\n"], Parted(NEVER, 1)),
        (["text\n"], Parted(NEVER, 1)),
        ([], Parted(NEVER, 1)),
        (['a,"never closed\n', "b,c\n"], Parted(",", 2)),
        (["x" * 200_000 + ",y\n"], Parted(NEVER, 1)),
    ],
)
def test_the_delimiter_is_what_parts_most_rows_alike(lines, found):
    assert parted(lines) == found
