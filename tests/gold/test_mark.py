from tests.gold.mark import mark, report


def case(text, status, **fields):
    return {"text": text, "expect": [], "status": status, **fields}


def broken(case):
    return f"nothing found in {case['text']}"


def test_a_case_that_begins_to_pass_is_marked():
    cases = [case("Gomel", "fail")]
    assert mark(cases, lambda _: None, allow_lower=False) == []
    assert cases[0]["status"] == "pass"


def test_a_pass_is_kept_and_told_when_the_case_no_longer_passes():
    cases = [case("Gomel", "pass"), case("Of", "fail")]
    assert mark(cases, broken, allow_lower=False) == ["nothing found in Gomel"]
    assert [case["status"] for case in cases] == ["pass", "fail"]


def test_a_pass_is_lowered_when_that_is_allowed():
    cases = [case("Gomel", "pass")]
    assert mark(cases, broken, allow_lower=True) == ["nothing found in Gomel"]
    assert cases[0]["status"] == "fail"


def test_the_report_counts_a_line_a_sort_and_the_whole():
    cases = [case("Gomel", "pass"), case("Of", "fail", trap="word"), case("Bar", "pass", trap="word")]
    lines = report([*cases, case("Po", "fail", sort="small place")])
    assert [line.split() for line in lines.splitlines()] == [
        "1 of 1 whole pipeline".split(),
        "1 of 2 word".split(),
        "0 of 1 small place".split(),
        "2 of 4 FLOOR in test_gold.py can be 2".split(),
    ]
