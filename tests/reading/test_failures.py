import pytest

from geo.errors import NotText
from geo.reading.failures import stop


def test_stop_raises_the_error_it_is_told():
    error = NotText("a.txt: is a PDF")
    with pytest.raises(NotText) as caught:
        stop(error)
    assert caught.value is error
