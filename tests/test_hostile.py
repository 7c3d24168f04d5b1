"""Articles that break programs: no crash, no lost row, no file outside the folder."""

from __future__ import annotations

import csv
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.article import Article
from scoring.cli import run
from scoring.features import analyse
from scoring.tables import disarm

PROSE = (
    "The council said on Monday that the bridge would close for two weeks while its bearings are replaced. "
)
ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

IDS = {
    "a path": "../../etc/passwd",
    "an absolute path": "/etc/passwd",
    "a device": "C:\\con",
    "a reserved name": "con",
    "our own page": "index",
    "very long": "x" * 3000,
    "nothing but marks": "!!!",
    "a full stop": "..",
    "other letters": "статья",
    "upper case": "Case",
    "lower case": "case",
    "a formula": "=cmd|' /C calc'!A0",
    "a plus": "+1+1",
    "an at": "@SUM(A1)",
    "a quoted formula": '=HYPERLINK("http://x.example","a")',
    "a comma": 'a,"b"\tc',
    "an escape": "\x1b[31mred\x1b]0;title\x07",
    "a script": "<script>alert(1)</script>",
    "a line end inside": "a\r\nb\u2028c",
    "bidi": "abc\u202egnp.exe",
    "half a character": "a\ud800b",
}
TEXTS = {
    "a script": f"<script>alert('x')</script><img src=x onerror=alert(1)> {PROSE * 9}",
    "a closed tag": f"</article></script><style>*{{display:none}}</style> {PROSE * 9}",
    "entities": f"&lt;b&gt; &amp;amp; &#0; &nbsp; &copy {PROSE * 9}",
    "nul": f"It\0rained. {PROSE * 9}",
    "escapes": f"\x1b[2J\x1b]8;;http://x.example\x07It rained\x9b31m. {PROSE * 9}",
    "half a character": f"It \ud83d rained \udc00. {PROSE * 9}",
    "bidi": f"\u202eIt rained\u2066 \u200f{PROSE * 9}",
    "punctuation": "!?.,;:-()[]“”‘’…" * 50,
    "whitespace": " \t\r\n\u00a0\u2003\u3000" * 50,
    "emoji": "😀👩‍👩‍👧‍👦🇩🇪 " * 200,
    "line ends": "\n" * 2000 + PROSE * 9 + "\r" * 2000,
    "two thousand lines": "One line here.\n" * 2000,
    "open quotes": "“" * 500 + PROSE * 9 + '"' * 501,
    "combining marks": "e\u0301\u0302\u0303" * 500,
    "one long word": "a" * 20_000,
    "brackets": "(" * 3000 + ")" * 3000,
}


def records() -> Iterator[dict[str, object]]:
    for name, identifier in IDS.items():
        yield {
            "id": identifier,
            "text": f"{name}. {PROSE * 9}",
            "title": f"{identifier}",
            "outlet": identifier,
        }
    for name, text in TEXTS.items():
        yield {
            "id": f"text {name}",
            "text": text,
            "title": text[:200],
            "outlet": text[:50],
            "event": text[:9],
        }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "in" / "news.jsonl"
    path.parent.mkdir()
    lines = [json.dumps(record) for record in records()]
    path.write_text("\n".join([*lines, '{"text": 5}', "[]", "{", '{"text": null}']) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(hostile: Path) -> Path:
    folder = hostile.parent.parent / "out"
    assert run(["score", str(hostile), "-o", str(folder)]) == 1
    return folder


def cards_of(folder: Path) -> list[dict[str, object]]:
    return [
        json.loads(line) for line in (folder / "scorecards.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def mended(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text).strip()


def test_no_row_is_lost_and_ids_are_kept(out: Path) -> None:
    wanted = [mended(str(record["id"])) for record in records()]
    assert [card["id"] for card in cards_of(out)] == wanted
    about = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert about["counts"] | {"scored": 0, "withheld": 0} == {
        "read": len(wanted) + 4,
        "scored": 0,
        "withheld": 0,
        "rejected": 4,
        "pages": len(wanted),
    }
    assert len((out / "rejected.jsonl").read_text(encoding="utf-8").splitlines()) == 4


def test_nothing_is_written_outside_the_folder(out: Path) -> None:
    assert sorted(path.name for path in out.parent.iterdir()) == ["in", "out"]
    assert sorted(path.name for path in (out.parent / "in").iterdir()) == ["news.jsonl"]


def test_every_card_has_a_page_of_its_own_with_a_plain_name(out: Path) -> None:
    pages = [str(card["page"]) for card in cards_of(out)]
    assert all(re.fullmatch(r"cards/[a-z0-9_-]{1,90}\.html", page) for page in pages)
    assert len({page.casefold() for page in pages}) == len(pages)
    assert {path.name for path in (out / "cards").iterdir()} == {Path(page).name for page in pages}


def test_pages_hold_no_markup_of_an_article(out: Path) -> None:
    for path in [*(out / "cards").iterdir(), out / "index.html"]:
        page = path.read_text(encoding="utf-8")
        assert not re.search(r"<script>alert|<img src=x|</article></script>|\x1b|\x00|\u202e", page), (
            path.name
        )


def test_the_table_opens_safely_and_its_ids_can_be_matched(out: Path) -> None:
    with (out / "features.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    cells = [row[0] for row in rows[1:]]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert cells == [disarm(card["id"]) for card in cards_of(out)]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(cells)) == len(cells)


def test_compare_takes_it_too(hostile: Path) -> None:
    folder = hostile.parent.parent / "out" / "compared"
    assert run(["compare", str(hostile), "-o", str(folder)]) == 1
    for name in ("outlets.csv", "pairs.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "\t", "\r"))]


@pytest.mark.parametrize("name", TEXTS)
def test_a_terminal_gets_no_raw_control_character(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(
        json.dumps({"id": "a\x1b[0m", "text": TEXTS[name], "title": "\x1b]0;x\x07t"}), encoding="utf-8"
    )
    assert run(["explain", str(path)]) == 0
    shown = capsys.readouterr()
    assert not ESCAPE.search(shown.out + shown.err)


def test_messages_hold_no_raw_control_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", str(tmp_path / "\x1b[31mred"), "-o", str(tmp_path / "out")]) == 2
    assert not ESCAPE.search(capsys.readouterr().err)


@pytest.mark.parametrize("name", TEXTS)
def test_evidence_lies_inside_the_text(name: str) -> None:
    article = Article("a", TEXTS[name], title=TEXTS[name][:100])
    for span in analyse(article, min_probability=0.0).evidence:
        text = article.text if span.part == "text" else article.title or ""
        assert 0 <= span.start < span.end <= len(text)


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        analyse(Article("a", text))
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        pytest.param(PROSE, 2500, id="50,000 words of prose"),
        pytest.param("word ", 40_000, id="words without an end"),
        pytest.param("a\n", 30_000, id="lines"),
        pytest.param('"He said it. ', 3000, id="quotes that never close"),
        pytest.param("if ", 40_000, id="plain hedges without an end"),
    ],
)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str, count: int) -> None:
    small, large = seconds(unit * (count // 4)), seconds(unit * count)
    assert large < 10 * small + 0.2, f"{small:.2f} s, then {large:.2f} s"


def test_an_article_of_200_000_words_and_a_line_of_5_megabytes(tmp_path: Path) -> None:
    numbered = " ".join(f"{PROSE}({number})." for number in range(11_000))
    path = tmp_path / "long.jsonl"
    lines = [{"id": "long", "text": numbered}, {"id": "line", "text": "x" * 5_000_000}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert run(["features", str(path), "-o", str(tmp_path / "f.csv")]) == 0
    rows = (tmp_path / "f.csv").read_text(encoding="utf-8").splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["long", "line"]
