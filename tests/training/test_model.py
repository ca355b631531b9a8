import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install -r requirements-train.txt")

from geo.training.model import Tagger  # noqa: E402


def inputs(length):
    ids = torch.arange(length)[None] + 1000
    ones = torch.ones_like(ids)
    return ids, ones, ones.clone(), torch.tensor([[1, 4, 7]])


def test_each_piece_gets_three_tags_and_two_roles():
    tags, roles = Tagger().eval()(*inputs(9))
    assert tags.shape == (1, 9, 3) and roles.shape == (1, 9, 2)


def test_padding_changes_nothing():
    model = Tagger().eval()
    ids, cases, mask, habits = inputs(9)
    longer = [torch.nn.functional.pad(x, (0, 5)) for x in (ids, cases, mask)]
    with torch.no_grad():
        short, long = model(ids, cases, mask, habits)[0], model(*longer, habits)[0]
    assert torch.allclose(short, long[:, :9], atol=1e-5)


def test_case_and_habits_reach_the_tags():
    model = Tagger().eval()
    ids, cases, mask, habits = inputs(9)
    with torch.no_grad():
        plain = model(ids, cases, mask, habits)[0]
        assert not torch.allclose(plain, model(ids, cases * 2, mask, habits)[0])
        assert not torch.allclose(plain, model(ids, cases, mask, habits - 1)[0])
