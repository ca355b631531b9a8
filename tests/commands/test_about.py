from geo.commands.about import outline


def test_nested_values_are_indented_and_entries_of_a_list_begin_with_a_dash():
    told = {"version": "1", "model": {"sha256": None}, "sources": [{"name": "a", "date": "b"}, "c"]}
    assert list(outline(told)) == [
        "version: 1",
        "model:",
        "  sha256: –",
        "sources:",
        "  - name: a",
        "    date: b",
        "  - c",
    ]
