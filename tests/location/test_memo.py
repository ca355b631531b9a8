"""A bounded memory."""

from geo.location.memo import Memo


def test_what_was_made_is_kept_and_the_least_used_is_dropped_first():
    memo, made = Memo(limit=2), []

    def ask(key: str) -> str:
        return memo.get(key, lambda: made.append(key) or key.upper())

    assert [ask(key) for key in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"]


def test_nothing_found_is_kept_too():
    memo, made = Memo(limit=2), []
    for _ in range(3):
        assert memo.get("sea", lambda: made.append(1)) is None
    assert made == [1]
