import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.errors import ProjectError
from geo.project import sqlite

TEXTS = {
    1: ("Parley", "Delegations met in São Paulo on Sunday."),
    2: ("Nichts", "Das Treffen in Kyiv, on Monday; sunday school"),
    3: ("北京", "习近平在北京会见了代表团。"),
    4: (None, "ผู้แทนพบกันที่กรุงเทพ \ud800 NUL\0here"),
}


@pytest.fixture
def searched(connection):
    rows = [{"key": key, "title": title, "body": body} for key, (title, body) in TEXTS.items()]
    sqlite.put_words(connection, rows)
    return lambda asked: sorted(connection.execute(sqlite.has_words(asked)).scalars())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("sao paulo", [1]), ("paulo SAO", [1]), ('"paulo sao"', []), ('"são paulo" sunday', [1]), ("sunday", [1, 2]),
        ("on sunday", [1, 2]), ('"on sunday"', [1]), ("parley", [1]), ("sun", []), ("北京", [3]), ("京北", []),
        ("会见", [3]), ("กรุงเทพ", [4]), ("here", [4]), ("Kyiv,", [2]), ("delegations OR kyiv", []),
    ],
)  # fmt: skip
def test_words_are_found_together_and_in_quotes_beside_each_other(searched, asked, found):
    assert searched(asked) == found


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "  ",
        '"',
        '""',
        "'",
        "*",
        "a*",
        "-a",
        "NOT",
        "a NOT b",
        "AND",
        "NEAR(a b)",
        "title:x",
        "{title}: x",
        "^a",
        "a^2",
    ]
    + ["(", "a)", "'; DROP TABLE words; --", "\0", "\ud800", '"a', 'a"b"c', "+", "._-", "words", '"" ""', "a " * 250],
)
def test_what_people_type_is_never_an_operator(searched, asked):
    assert set(searched(asked)) <= set(TEXTS)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.text(max_size=40) | st.text('"*-^(): ORANDT', max_size=20))
def test_no_text_breaks_the_search(searched, asked):
    assert set(searched(asked)) <= set(TEXTS)


def test_a_text_without_a_word_finds_nothing(searched):
    assert searched("!?…") == []


def test_forgotten_articles_are_not_found_and_renamed_ones_by_the_new_title(connection, searched):
    sqlite.drop_words(connection, [1])
    sqlite.rename_words(connection, 2, "Parley two")
    sqlite.tidy_words(connection)
    assert searched("parley") == [2] and searched("nichts") == []


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_project_is_refused_and_left_as_it_is(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="no project of Dateline"):
        sqlite.identify(path)
    assert path.read_bytes() == content and list(tmp_path.iterdir()) == [path]


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(ProjectError, match="cannot be opened"):
        sqlite.identify(tmp_path)


def test_a_made_file_is_a_project_that_writes_ahead(tmp_path):
    path = tmp_path / "file"
    made = sqlite.engine(path)
    sqlite.create(made)
    with made.connect() as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
    made.dispose()
    assert asked == SETTINGS
    sqlite.identify(path)


SETTINGS = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1, "busy_timeout": sqlite.BUSY_MS}


def test_errors_of_the_database_are_project_errors_in_one_line(project):
    with pytest.raises(ProjectError) as refused, project._read() as connection:
        connection.exec_driver_sql("SELECT 1\n FROM nowhere")
    assert "nowhere" in str(refused.value) and "\n" not in str(refused.value)


def test_a_damaged_file_is_a_project_error(projects):
    with projects.create() as project:
        path = projects.path(project.token)
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with pytest.raises(ProjectError, match="database failed"):
        projects.open(project.token)
