"""Brat folders read back: what claimx writes scores full marks against itself, and what does not fit is named."""

from pathlib import Path

import pytest

from claimx.errors import InputError
from claimx.render.brat import write_folder
from claimx.scoring import brat
from claimx.scoring.found import Findings, of_document
from claimx.scoring.report import report
from tests import sample
from tests.render.documents import awkward

TEXT = "Ruiz said\n“no”."


def test_what_claimx_writes_comes_back(tmp_path: Path) -> None:
    documents = [sample.document(), awkward()]
    write_folder(documents, tmp_path)
    articles = brat.read(tmp_path)
    assert sorted(article.id for article in articles) == ["../a/b:c.txt#3", "ferry"]
    found = {document.document.id: of_document(document) for document in documents}
    for article in articles:
        mine, theirs = brat.as_found(article), found[article.id]
        assert [(a.source, a.cue, a.content, a.type) for a in mine.attributions] == [
            (a.source, a.cue, a.content, a.type) for a in theirs.attributions
        ]
        assert [(n.start, n.end, n.kind) for n in mine.numbers] == [(n.start, n.end, n.kind) for n in theirs.numbers]
        assert mine.hedges == theirs.hedges
        assert len(mine.claims) == len(theirs.claims)


def test_a_folder_scores_another_without_what_brat_cannot_hold(tmp_path: Path) -> None:
    write_folder([sample.document()], tmp_path)
    articles = brat.read(tmp_path)
    out = report(articles, Findings(map(brat.as_found, articles)))
    assert out["attribution"]["linked"]["F1"] == out["hedges"]["cue"]["F1"] == out["claims"]["span50"]["F1"] == 100
    assert out["numbers"]["kind right given found"] == 100
    assert "value right" not in out["numbers"]
    assert "calibration error (10 bins)" not in out["attribution"]
    assert "speaker given span50" not in out["claims"]


def folder(path: Path, annotations: str) -> Path:
    (path / "a.txt").write_text(TEXT, encoding="utf-8")
    (path / "a.ann").write_text(annotations, encoding="utf-8")
    return path


def test_labels_that_a_folder_lacks_were_not_annotated(tmp_path: Path) -> None:
    [article] = brat.read(folder(tmp_path, "T1\tHedge 5 9\tsaid\nT2\tPerson 0 4\tRuiz\nE1\tX:T2\n#1\tNote T1\tso\n"))
    assert (article.attributions, article.numbers, article.claims) == (None, None, None)
    assert [(hedge.start, hedge.end, hedge.type) for hedge in article.hedges or ()] == [(5, 9, None)]


@pytest.mark.parametrize(
    ("annotations", "pieces"),
    [
        # cut at a line end by brat: one piece
        ("T1\tContent 5 9;10 15\tsaid “no”.\n", ((5, 15),)),
        # in two pieces
        ("T1\tContent 0 4;10 14\tRuiz “no”\n", ((0, 4), (10, 14))),
    ],
)
def test_fragments(tmp_path: Path, annotations: str, pieces: tuple[tuple[int, int], ...]) -> None:
    [article] = brat.read(folder(tmp_path, annotations))
    assert article.attributions is not None
    assert article.attributions[0].content == pieces


@pytest.mark.parametrize(
    ("annotations", "complaint"),
    [
        # another text at this place
        ("T1\tCue 0 4\tsaid\n", r"a\.ann#1: the line does not fit"),
        # no offsets
        ("T1\tCue 0 4\tRuiz\nT2\tCue here\tsaid\n", r"a\.ann#2: the line does not fit"),
        # a link to nothing
        ("T1\tCue 0 4\tRuiz\nR1\tcontent Arg1:T1 Arg2:T9\n", "T9, of which one is not there"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, annotations: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        brat.read(folder(tmp_path, annotations))


def test_a_text_without_annotations_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match=r"a\.ann: no such file"):
        brat.read(tmp_path)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \.txt and \.ann files"):
        brat.read(tmp_path)
