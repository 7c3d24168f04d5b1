"""A user's own entries: what they may be, how they count, and that nothing of them stays behind."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import scoring
from scoring.article import Article
from scoring.document import parse
from scoring.errors import InputError
from scoring.features import analyse
from scoring.lexicon import load_lexicon
from scoring.own_lexicon import apply_lexicon, open_lexicon, read_lexicon

ENTRY = '\n[[entries]]\nterm = "turbo-charged"\n'
TEXT = "The turbo-charged plan may fail, said Ana Ruiz of the council."


def write(folder: Path, toml: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(toml, encoding="utf-8")
    return path


def found(article: Article, path: Path, **options: float) -> list[tuple[str, str, float, str]]:
    spans = analyse(article, lexicon=path, **options).evidence
    words = [(article.text[e.start : e.end], e.kind, e.probability, e.note) for e in spans]
    return [row for row in words if row[1] in ("promotional", "hedge", "loaded", "attribution")]


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        pytest.param(
            'kind = "promotional"' + ENTRY, ("turbo-charged", "promotional", 0.82, ""), id="the kind's own"
        ),
        pytest.param(
            'kind = "promotional"\nprecision = 0.5' + ENTRY,
            ("turbo-charged", "promotional", 0.5, ""),
            id="given",
        ),
        pytest.param(
            'kind = "hedge"\nprecision = 0.3' + ENTRY,
            ("turbo-charged", "hedge", 0.3, "epistemic"),
            id="fitted kind",
        ),
        pytest.param(
            'kind = "hedge"\nprecision = 1' + ENTRY + 'note = "modal"',
            ("turbo-charged", "hedge", 1.0, "modal"),
            id="note",
        ),
        pytest.param(
            'kind = "loaded"\n[[entries]]\nterms = ["plan"]\ninflect = "noun"',
            ("plan", "loaded", 0.47, ""),
            id="terms",
        ),
        pytest.param(
            '\ufeffkind = "promotional"' + ENTRY,
            ("turbo-charged", "promotional", 0.82, ""),
            id="a byte order mark",
        ),
    ],
)
def test_an_entry_counts_with_its_precision(toml: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    assert expected in found(Article("a", TEXT), write(tmp_path, toml))


def test_an_entry_of_a_fitted_kind_counts_below_the_taggers_threshold_unless_asked(tmp_path: Path) -> None:
    path = write(tmp_path, 'kind = "hedge"\nprecision = 0.01' + ENTRY)
    article = Article("a", TEXT)
    assert ("turbo-charged", "hedge", 0.01, "epistemic") in found(article, path)
    assert not any(row[0] == "turbo-charged" for row in found(article, path, min_probability=0.02))


def test_a_shipped_term_follows_the_users_entry(tmp_path: Path) -> None:
    path = write(tmp_path, 'kind = "hedge"\nprecision = 0.25\n[[entries]]\nterm = "may"')
    assert ("may", "hedge", 0.25, "epistemic") in found(Article("a", TEXT), path)


def test_a_baiting_phrase_of_ones_own_is_found_in_the_title_and_nowhere_else(tmp_path: Path) -> None:
    path = write(tmp_path, 'kind = "clickbait"\nprecision = 0.7\n[[entries]]\nterm = "harbour lore"')
    article = Article("a", "They tell harbour lore all day.", title="More harbour lore from Port Hesper")
    spans = [e for e in analyse(article, lexicon=path).evidence if e.kind == "clickbait"]
    assert [(e.part, e.start, e.end, e.probability) for e in spans] == [("title", 5, 17, 0.7)]
    assert not any(e.kind == "clickbait" for e in analyse(article).evidence)


def test_entries_reach_features_scores_and_notes_and_stay_nowhere(tmp_path: Path) -> None:
    article = Article("a", TEXT)
    before = analyse(article)
    own = read_lexicon(write(tmp_path, 'kind = "promotional"' + ENTRY))
    table = scoring.features([article], lexicon=own)
    assert table.loc["a", "promotion_promotional_rate"] > before.features["promotion_promotional_rate"]
    [card] = scoring.score([article], lexicon=own)
    assert f"Word lists of the user's own were added: mine.toml (digest {own.digest})" in card.notes
    assert analyse(article) == before
    assert (
        scoring.features([article]).loc["a", "promotion_promotional_rate"]
        == before.features["promotion_promotional_rate"]
    )


def test_several_files_and_the_copy_another_process_gets(tmp_path: Path) -> None:
    one = write(tmp_path, 'kind = "promotional"' + ENTRY)
    two = write(tmp_path, 'kind = "source_role"\n[[entries]]\nterm = "wharfinger"', "roles.toml")
    own = pickle.loads(pickle.dumps(read_lexicon(one, two)))
    assert own == read_lexicon(one, two)
    assert own.digest != read_lexicon(one).digest
    about = own.describe()
    assert [row["kind"] for row in about["files"]] == ["promotional", "source_role"]
    assert str(tmp_path) not in str(about)
    doc = parse(Article("a", "The wharfinger left."))
    apply_lexicon(doc, own)
    assert open_lexicon(own) is own
    assert open_lexicon(None) is None


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        pytest.param("", 'has no kind = "..."', id="an empty file"),
        pytest.param('kind = "filler"\nterm = = 5', "line 2", id="no TOML"),
        pytest.param("kind = 5" + ENTRY, "kind 5 takes no entries", id="a kind that is a number"),
        pytest.param('kind = "promotion"' + ENTRY, "Did you mean promotional?", id="a family for a kind"),
        pytest.param('kind = "function_word"' + ENTRY, "takes no entries", id="a list that is not searched"),
        pytest.param('kind = "hedge"' + ENTRY, "precision = 0.8", id="a fitted kind without precision"),
        pytest.param('kind = "filler"\nprecision = 80' + ENTRY, "precision 80 is no share", id="percent"),
        pytest.param('kind = "filler"\nprecision = true' + ENTRY, "is no share", id="true"),
        pytest.param('kind = "filler"\nprecision = nan' + ENTRY, "is no share", id="nan"),
        pytest.param('kind = "filler"', "holds no entries", id="no entries"),
        pytest.param('kind = "filler"\nentries = 5', "holds no entries", id="entries that are a number"),
        pytest.param('kind = "filler"\nentries = [5]', "entry 1 has no term (found: 5)", id="an entry of 5"),
        pytest.param('kind = "filler"\n[[entries]]\ntrem = "x"', "(found: trem)", id="a misspelt key"),
        pytest.param('kind = "filler"\n[[entries]]\nterm = 5', "found [5]", id="a term of 5"),
        pytest.param('kind = "filler"\n[[entries]]\nterms = []', "found []", id="no terms"),
        pytest.param(
            'kind = "filler"\n[[entries]]\nterm = "!!"', "holds no word", id="a term without a word"
        ),
        pytest.param(
            'kind = "filler"\n\n[[entries]]\nterm = "x y"\ncolour = 1',
            "entry 1, line 4: no such key",
            id="line",
        ),
        pytest.param(
            'kind = "filler"\n[[entries]]\nterm = "x"\ninflect = "adverb"', "verb, noun", id="inflect"
        ),
        pytest.param(
            'kind = "hedge"\nprecision = 1\n[[entries]]\nterm = "x"\nnote = "sure"', "epistemic", id="a note"
        ),
        pytest.param('kind = "filler"\n[[entries]]\nterm = "x"\nnote = 5', "note 5", id="a note of 5"),
    ],
)
def test_what_is_no_word_list(toml: str, says: str, tmp_path: Path) -> None:
    path = write(tmp_path, toml)
    with pytest.raises(InputError) as caught:
        read_lexicon(path)
    assert str(caught.value).startswith(str(path))
    assert says in str(caught.value)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "missing.toml", tmp_path, tmp_path / "bytes.toml"):
        with pytest.raises(InputError, match="cannot be read as a word list"):
            read_lexicon(path)


def test_the_shipped_lexicon_is_as_before(tmp_path: Path) -> None:
    terms = {kind: dict(words.terms) for kind, words in load_lexicon().lists.items()}
    analyse(Article("a", TEXT), lexicon=write(tmp_path, 'kind = "promotional"' + ENTRY))
    assert {kind: dict(words.terms) for kind, words in load_lexicon().lists.items()} == terms
