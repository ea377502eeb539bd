"""What annotation tools read: brat, Web Annotation, Label Studio, Prodigy, DocBin. Every place is looked up again."""

import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin

from claimx.render import annotation, brat, docbin, labelstudio, prodigy
from claimx.render.iris import file_name
from claimx.render.marks import LABELS, Label, links, marks
from claimx.schema import Document
from claimx.trim import without_text
from tests.render.documents import TEXT, awkward, empty
from tests.sample import document

DOCUMENTS = [document(), awkward(), empty()]
NAMES = ["plain", "awkward", "empty"]


def places(document: Document) -> Counter[tuple[str, int, int]]:
    """Every labelled piece, by label and place."""
    return Counter((mark.label, piece.start, piece.end) for mark in marks(document) for piece in mark.pieces)


def text_of(document: Document) -> str:
    assert document.document.text is not None
    return document.document.text


each = pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)


def test_marks_and_links() -> None:
    assert Counter(mark.label for mark in marks(document())) == {
        "Content": 2, "Cue": 2, "Source": 2, "Number": 2, "Hedge": 1, "Claim": 3,
    }  # fmt: skip
    ids = [mark.id for mark in marks(document())]
    assert len(set(ids)) == len(ids)
    assert [(link.start, link.end) for link in links(awkward())] == [("q1.cue", "q1"), ("q1", "q1.source")]


# brat ------------------------------------------------------------------------------------------------------

ENTITY = re.compile(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t([^\n]*)\n")


@each
def test_brat_fragments_are_what_stands_there(document: Document) -> None:
    text = text_of(document)
    found = [match for line in brat.annotations(document) if (match := ENTITY.fullmatch(line))]
    assert len(found) == len(list(marks(document)))
    for match in found:
        fragments = [[int(place) for place in fragment.split()] for fragment in match[3].split(";")]
        assert " ".join(text[start:end] for start, end in fragments) == match[4]


def test_brat_breaks_a_stretch_at_line_breaks() -> None:
    (first, *_) = brat.annotations(awkward())
    assert first.startswith("T1\tContent ")
    assert first.count(";") == 2  # two pieces, and one of them over two lines
    assert first.endswith("\t“=SUM(A1) -2 crackers.” “@noon”\n")


def test_brat_relations_attributes_and_notes() -> None:
    lines = list(brat.annotations(document()))
    assert "R1\tcontent Arg1:T2 Arg2:T1\n" in lines
    assert "A1\tContentType T1 mixed\n" in lines
    assert "#1\tAnnotatorNotes T1\tq1 Harbour chief Ada Lund\n" in lines
    assert list(brat.annotations(empty())) == []


def test_brat_configuration_knows_what_is_written() -> None:
    known = brat.configuration()
    assert set(LABELS) <= set(known.splitlines())
    for line in brat.annotations(document()):
        if line.startswith("A"):
            name, _, value = line.split("\t")[1].split()
            assert re.search(rf"^{name}\tArg:\w+, Value:(.*\|)?{value}(\||$)", known, re.M)


def test_a_brat_folder(tmp_path: Path) -> None:
    brat.write_folder(DOCUMENTS, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "%2E.%2Fa%2Fb%3Ac.txt%233.ann", "%2E.%2Fa%2Fb%3Ac.txt%233.txt", "annotation.conf",
        "empty.ann", "empty.txt", "ferry.ann", "ferry.txt",
    ]  # fmt: skip
    assert (tmp_path / "%2E.%2Fa%2Fb%3Ac.txt%233.txt").read_bytes().decode() == TEXT


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("a.txt", "a.txt"), ("a_b-c", "a_b-c"),
        ("a/b", "a%2Fb"), ("a%2Fb", "a%252Fb"), ("..", "%2E."), (".hidden", "%2Ehidden"), ("é", "%C3%A9"),
        ("C:\\x", "C%3A%5Cx"), ("-", "-"), ("\0", "%00"),
    ],
)  # fmt: skip
def test_file_names(id: str, name: str) -> None:
    assert file_name(id) == name


def test_file_names_are_short_and_differ() -> None:
    names = {file_name("x" * 300 + end) for end in "ab"}
    assert [len(name) for name in names] == [200, 200]


# Web Annotation --------------------------------------------------------------------------------------------


def targets(document: Document) -> list[dict[str, Any]]:
    return [target for item in annotation.page(document)["items"] for target in item["target"]]


@each
def test_both_selectors_find_the_place(document: Document) -> None:
    text = text_of(document)
    for target in targets(document):
        position, quote = target["selector"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        # what stands around it tells it from others like it
        found = text.index(quote["prefix"] + quote["exact"] + quote["suffix"]) + len(quote["prefix"])
        assert found == position["start"]


@each
def test_every_piece_is_a_target(document: Document) -> None:
    page = annotation.page(document)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(targets(document)) == places(document).total()
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_without_text_no_prefix_and_no_suffix() -> None:
    assert {tuple(target["selector"][1]) for target in targets(without_text(document()))} == {("type", "exact")}


def test_the_page_is_the_scope() -> None:
    info = document().document.model_copy(update={"url": "https://example.org/ferry"})
    found = targets(document().model_copy(update={"document": info}))
    assert {target["scope"] for target in found} == {"https://example.org/ferry"}
    assert {target["source"] for target in found} == {f"ni:///sha-256;{'A' * 43}"}


# Label Studio, Prodigy, DocBin -----------------------------------------------------------------------------


@each
def test_label_studio(document: Document) -> None:
    task = labelstudio.task(document)
    (prediction,) = task["predictions"]
    regions = [item for item in prediction["result"] if item["type"] == "labels"]
    text = task["data"]["text"]
    assert all(text[item["value"]["start"] : item["value"]["end"]] == item["value"]["text"] for item in regions)
    found = Counter((*item["value"]["labels"], item["value"]["start"], item["value"]["end"]) for item in regions)
    assert found == places(document)
    ids = {item["id"] for item in regions}
    assert len(ids) == len(regions)
    relations = [item for item in prediction["result"] if item["type"] == "relation"]
    assert ids.issuperset(end for item in relations for end in (item["from_id"], item["to_id"]))
    assert len(relations) == len(list(links(document))) + sum(len(mark.pieces) - 1 for mark in marks(document))


@each
def test_prodigy(document: Document) -> None:
    task = prodigy.task(document)
    assert task["text"] == text_of(document)
    assert Counter((span["label"], span["start"], span["end"]) for span in task["spans"]) == places(document)
    assert task["meta"]["id"] == document.document.id


def test_docbin_is_read_back() -> None:
    stream = io.BytesIO()
    docbin.write(DOCUMENTS, stream)
    found = list(DocBin().from_bytes(stream.getvalue()).get_docs(spacy.blank("en").vocab))
    assert [doc.text for doc in found] == [text_of(document) for document in DOCUMENTS]
    assert [doc.user_data["claimx"]["id"] for doc in found] == [document.document.id for document in DOCUMENTS]
    assert [len(list(doc.sents)) for doc in found] == [2, 2, 0]
    for doc, source in zip(found, DOCUMENTS, strict=True):
        expected = [(mark.label, mark.id, piece) for mark in marks(source) for piece in mark.pieces]
        spans = [(label, span) for label in LABELS for span in doc.spans[label]]
        assert Counter((label, span.id_) for label, span in spans) == Counter(item[:2] for item in expected)
        for label, id, piece in expected:  # whole tokens, so perhaps a little more
            ours = [span for name, span in spans if (name, span.id_) == (label, id)]
            assert any(span.start_char <= piece.start and piece.end <= span.end_char for span in ours)


def test_docbin_places_are_exact_where_tokens_are() -> None:
    doc = docbin.doc_of(document(), spacy.blank("en"))
    texts: dict[Label, list[str]] = {"Cue": ["said", "denied"], "Number": ["30 days", "12"], "Hedge": ["may"]}
    assert {label: [span.text for span in doc.spans[label]] for label in texts} == texts
