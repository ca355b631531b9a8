import json
import sys

from geo import files
from geo.training import cross_validate
from geo.training.corpus import fold


def test_every_document_is_parsed_in_order_with_its_id(tmp_path, monkeypatch):
    corpus = tmp_path / "ours.jsonl"
    texts = {"a": "Rain in Minsk.", "b": "Nothing at all.", "c": "Snow in Oslo\u2028and Bergen."}
    corpus.write_text(
        "".join(json.dumps({"id": i, "text": t}, ensure_ascii=False) + "\n" for i, t in texts.items()), encoding="utf8"
    )
    arguments = ["x", str(corpus), "--models", *[str(files.MODEL)] * 2, "--weights", *[str(files.RESOLVER)] * 2]
    monkeypatch.setattr(sys, "argv", [*arguments, "--out", str(tmp_path / "out")])
    cross_validate.main()
    written = [json.loads(line) for line in (tmp_path / "out" / "ours.jsonl").open(encoding="utf8")]
    assert [d["id"] for d in written] == ["a", "b", "c"]
    assert written[1]["mentions"] == [] and written[0]["mentions"][0]["surface"] == "Minsk"


def test_documents_of_a_fold_without_a_model_are_left_out(tmp_path, monkeypatch):
    corpus = tmp_path / "ours.jsonl"
    corpus.write_text("".join(json.dumps({"id": str(i), "text": "Rain."}) + "\n" for i in range(20)), encoding="utf8")
    used = [str(files.MODEL), "-"], [str(files.RESOLVER), "-"]
    arguments = ["x", str(corpus), "--models", *used[0], "--weights", *used[1], "--out", str(tmp_path / "out")]
    monkeypatch.setattr(sys, "argv", arguments)
    cross_validate.main()
    written = [json.loads(line)["id"] for line in (tmp_path / "out" / "ours.jsonl").open(encoding="utf8")]
    assert written == [str(i) for i in range(20) if fold(str(i), 2) == 0] and len(written) < 20


def test_with_gold_spans_the_mentions_are_the_corpus_s_own_toponyms(tmp_path, monkeypatch):
    corpus = tmp_path / "ours.jsonl"
    mentions = [{"start": 8, "end": 13, "type": "Literal"}, {"start": 0, "end": 4, "type": "Non_Toponym"}]
    corpus.write_text(
        json.dumps({"id": "a", "text": "Rain in minsk, not Oslo.", "mentions": mentions}), encoding="utf8"
    )
    arguments = ["x", str(corpus), "--gold-spans", "--models", str(files.MODEL), "--weights", str(files.RESOLVER)]
    monkeypatch.setattr(sys, "argv", [*arguments, "--out", str(tmp_path / "out")])
    cross_validate.main()
    (written,) = (json.loads(line) for line in (tmp_path / "out" / "ours.jsonl").open(encoding="utf8"))
    assert [m["surface"] for m in written["mentions"]] == ["minsk"]
    assert written["mentions"][0]["place_id"] == "geonames:625144"
