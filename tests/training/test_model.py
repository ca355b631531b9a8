import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install -r requirements-train.txt")

from geo.training.model import Norm, Tagger  # noqa: E402


def inputs(length):
    ids = torch.arange(length)[None] + 1000
    ones = torch.ones_like(ids)
    return ids, ones, ones.clone(), torch.tensor([[0.0, 1.0, 0.0] * 3])


def test_each_piece_gets_three_tags_and_two_roles():
    tags, roles = Tagger().eval()(*inputs(9))
    assert tags.shape == (1, 9, 3) and roles.shape == (1, 9, 2)


def test_padding_changes_nothing():
    model = Tagger().eval()
    ids, cases, known, habits = inputs(9)
    longer = [torch.nn.functional.pad(x, (0, 5)) for x in (ids, cases, known)]
    mask = torch.nn.functional.pad(torch.ones_like(ids), (0, 5))
    with torch.no_grad():
        short, long = model(ids, cases, known, habits)[0], model(*longer, habits, mask)[0]
    assert torch.allclose(short, long[:, :9], atol=1e-5)


def test_case_gazetteer_and_habits_reach_the_tags():
    model = Tagger().eval()
    ids, cases, known, habits = inputs(9)
    with torch.no_grad():
        plain = model(ids, cases, known, habits)[0]
        assert not torch.allclose(plain, model(ids, cases * 2, known, habits)[0])
        assert not torch.allclose(plain, model(ids, cases, known * 2, habits)[0])
        assert not torch.allclose(plain, model(ids, cases, known, habits.roll(1))[0])


def test_normalising_in_plain_operators_is_the_same_as_torch_does():
    norm, x = Norm(8, eps=1e-12), torch.randn(3, 8)
    torch.nn.init.normal_(norm.weight)
    assert torch.allclose(norm.eval()(x), norm.train()(x), atol=1e-5)
