"""Who each attribution belongs to. The rows mark names, sources and contents, so that no model has a say."""

import pytest
from spacy.tokens import Doc

from claimx.pipeline.speakers import Speakers, find_speakers
from tests.people.build import NLP, marked


def told(text: str) -> list[tuple[str | None, str]]:
    """Name (or description in brackets) and resolution of every attribution."""
    speakers, resolved = find_speakers(marked(text))
    rows: list[tuple[str | None, str]] = []
    for one in resolved:
        speaker = speakers[one["speaker"]] if one["speaker"] is not None else None
        name = None if speaker is None else speaker["name"] or f"({speaker['label']})"
        rows.append((name, one["resolution"]))
    return rows


NAMED, ALIAS = ("Ana Ruiz", "named"), ("Ana Ruiz", "alias")
PRONOUN, CONTINUED = ("Ana Ruiz", "pronoun"), ("Ana Ruiz", "continued")
RUIZ = "{s Port director {P Ana Ruiz}} said {c it was late}. "

ROWS = [
    # The name in the source.
    (RUIZ, [("Ana Ruiz", "named")]),
    # The surname alone is an alias of the full name.
    (RUIZ + "{s {P Ruiz}} said {c so}.", [NAMED, ALIAS]),
    # Late naming: the surname comes first.
    ("{s {P Ruiz}} said {c no}. So {P Ana Ruiz} left.", [("Ana Ruiz", "alias")]),
    # An acronym given in brackets.
    (
        "The {O League of River States} ({O LRS}) met. {s The {O LRS}} said {c so}.",
        [("League of River States", "alias")],
    ),
    # An account of a post, in small letters.
    ("{c It was late} — {s jem (@jemeats)}.", [("jem", "named")]),
    # A role and a name before the handle.
    ("{d It was late} — {s councillor {P Ana Ruiz} (@anar)}", [NAMED]),
    # Another nation's leader than the one in view.
    (
        "{M French} President {P Ana Ruiz} met {P Bo Orr}. {s The {M Ukrainian} leader} said {c so}.",
        [("Bo Orr", "nominal")],
    ),
    (
        "{M French} President {P Ana Ruiz} met {P Bo Orr}. {s The {M French} leader} said {c so}.",
        [("Ana Ruiz", "nominal")],
    ),
    # An account that gives no other name, and one whose bearer is known.
    ("{s @jemeats} posted: {d It was late}.", [("@jemeats", "named")]),
    ("{d It was late} — {s {P Ana Ruiz} (@anar)}. So {s @anar} wrote {c no}.", [NAMED, ALIAS]),
    # A transcript gives full name and role first, in capitals, and the surname from then on; no dateline.
    (
        "{s {P ANA RUIZ}, HOST}: {d It was late.}\n\n{s {P LO ORR}, GUEST}: {d No.}\n\n{s RUIZ}: {d Why?}",
        [("ANA RUIZ", "named"), ("LO ORR", "named"), ("ANA RUIZ", "alias")],
    ),
    # Whoever the transcript does not know has no name.
    ("{s UNIDENTIFIED MALE}: {d It was late.}", [("(UNIDENTIFIED MALE)", "nominal")]),
    # In capitals a role stays a role: the label of a transcript.
    ("{P Minister Ana Ruiz} spoke. {s {P MINISTER}}: {c No}.", [("Ana Ruiz", "nominal")]),
    # A headline's quotation is whose the article says it is, whatever the headline puts beside it.
    ('{d " Too late "} : {s rain} wins\n\n{s {P Ana Ruiz}} said {d " It was too late . "}', [CONTINUED, NAMED]),
    # A pronoun after one woman.
    (RUIZ + "{s She} said {c so}.", [NAMED, PRONOUN]),
    # Agreement: the man is nearer, the pronoun means the woman.
    (RUIZ + "{P Mark Orr} shrugged. {s She} said {c so}.", [NAMED, PRONOUN]),
    # "They" are those who spoke together.
    (
        "{s {P Tom Orr} and {P Ana Ruiz}} said {c no}. {s They} said {c so}.",
        [("Tom Orr", "named"), ("Tom Orr", "pronoun")],
    ),
    # A relative pronoun.
    ("In came {P Ana Ruiz}, 41, {s who} said {c it was late}.", [("Ana Ruiz", "pronoun")]),
    # "I" inside a quotation is whoever speaks it, though the source comes later.
    ("{d \"{s I} think {c it is late},\"} said {s {P Ana Ruiz}}.", [NAMED, PRONOUN]),
    # The role of a person who was introduced with it.
    (RUIZ + "{P Mark Orr} shrugged. {s The director} said {c so}.", [NAMED, ("Ana Ruiz", "nominal")]),
    # A short title stands for the whole word.
    ("Sen. {P Mark Orr} rose. {s The senator} said {c no}.", [("Mark Orr", "nominal")]),
    # The age finds the person.
    ("{P Luca Orr}, 19, met {P Bo Lind}, 30. {s The 19-year-old} said {c no}.", [("Luca Orr", "nominal")]),
    # The noun in a body's name finds the body.
    ("The {O War Ministry} met {O Norvane}. {s The ministry} said {c no}.", [("War Ministry", "nominal")]),
    # "The company" is the company in view, and no union.
    ("{O Norvane Semi} met the {O Dock Union}. {s The company} said {c no}.", [("Norvane Semi", "nominal")]),
    # A body that is called after somebody.
    ("{s The {P Orr} campaign} said {c no}.", [("Orr campaign", "named")]),
    # A metonym stays as it is written.
    ("{s {L Kestrel Square}} said {c no}.", [("Kestrel Square", "named")]),
    # A quotation that goes on in the next paragraph.
    (RUIZ + "{s {P Ruiz}} said: {d \"One.}\n\n{d \"Two.\"}", [NAMED, ALIAS, CONTINUED]),
    # One left open at the end of its paragraph goes on in the next, whoever is named near it.
    ("{s {P Ana Ruiz}} said: {d “One.}\n\n{d “Two.”}\n\n{s {P Bo Orr}} left.", [("Ana Ruiz", "named"), CONTINUED]),
    # One that was closed does not.
    ("{s {P Ana Ruiz}} said: {d “One.”}\n\n{d “Two.”}\n\n{s {P Bo Orr}} left.", [NAMED, ("Bo Orr", "named")]),
    # A local branch with its number, a person with one, and a number that names nobody.
    ("{s Dockers Local 412} said {c no}.", [("Dockers Local 412", "named")]),
    ("{s A flatmate, who gave her name as {P Ana}}, said {c no}.", [("Ana", "named")]),
    ("{s The officer, identified only as Officer 2}, said {c no}.", [("Officer 2", "named")]),
    ("{s No 10} said {c no}.", [("No 10", "named")]),
    ("{s All 88} said {c no}.", [("(All 88)", "nominal")]),
    # "A:" in an interview keeps the one who answers.
    # Whoever asks does not answer.
    (
        "{s {P MINISTER}}: {d It was late.}\n\n{s Q ({P Ana Ruiz}):} {d Why?}\n\n{s A:} {d No.}",
        [("(MINISTER)", "nominal"), NAMED, ("(MINISTER)", "continued")],
    ),
    ("{P Ana Ruiz} was asked.\n\nQ: Why?\n\n{s A:} {d No.}\n\n{s A:} {d No.}", [CONTINUED, CONTINUED]),
    # A label in capitals.
    ("{P Ana Ruiz} came.\n\n{s RUIZ:} {d No.}", [("Ana Ruiz", "alias")]),
    # That of the paper that asks.
    ("{O Calder Courier} came.\n\n{s COURIER}: {d No.}", [("Calder Courier", "alias")]),
    # A role in capitals is nobody's name.
    ("{O Calder Courier} came.\n\n{s CHAIRMAN}: {d No.}", [("(CHAIRMAN)", "nominal")]),
    # A headline quotes what somebody says below.
    ("{d 'Too late'}, says director\n\n{d \"It is too late,\"} {s {P Ana Ruiz}} said.", [CONTINUED, NAMED]),
    # A "Mr." makes a person of what is also the first word of a firm.
    ("Mr. {P Orr} runs {O Orr Homes}. {s {P Orr}} said {c no}.", [("Orr", "named")]),
    # One letter less is still the same surname.
    ("{s {P Harold Bornstein}} spoke {c so}. {s {P Bornsten}} said {c so}.",
     [("Harold Bornstein", "named"), ("Harold Bornstein", "alias")]),
    # A noun of the same kind as the one in the body's name.
    ("The {O Food Administration} met {O Norvane}. {s The agency} said {c no}.", [("Food Administration", "nominal")]),
    # What the article calls a body.
    ("The operator, {O Lumbe Hydro}, met {O Orr Semi}. {s The operator} said {c no}.", [("Lumbe Hydro", "nominal")]),
    # A document with the person behind it.
    ("{s A statement from {P Ana Ruiz}} said {c no}.", [NAMED]),
    # A document about somebody is not theirs.
    ("{s A study on {P Ana Ruiz}} said {c no}.", [("(A study on Ana Ruiz)", "nominal")]),
    # The lawyer of one, not the other lawyer.
    ("An attorney for {P Pell}, {P Mark Orr}, left. {P Bo Lind}, a lawyer, came. {s {P Pell}'s lawyer} said {c no}.",
     [("Mark Orr", "nominal")]),
    # The person in view, though nobody called her that.
    ("{s {P Ana Ruiz}} said {c so}. {s The schoolteacher} said {c no}.", [NAMED, ("Ana Ruiz", "nominal")]),
    ("{s {P Ana Ruiz}} said {c so}. {s The Spaniard, whose term is up,} said {c no}.",
     [NAMED, ("Ana Ruiz", "nominal")]),
    # It will not say who.
    ("{s {P Ana Ruiz}} said {c so}. {s The girl, who asked not to be named,} said {c no}.",
     [NAMED, ("(The girl, who asked not to be named)", "nominal")]),
    ("{s {P Ana Ruiz}} said {c so}. {s The girl}, who asked not to be named, said {c no}.",
     [NAMED, ("(The girl)", "nominal")]),
    # One of several is nobody by name.
    ("{O Norvane} came. {s One of them} said {c no}.", [("(One of them)", "nominal")]),
    # Somebody else: the clause tells who, or the other one is meant.
    ("{s {P Ana Ruiz}} said {c so}. {s The teacher whose term is up} said {c no}.",
     [NAMED, ("(The teacher whose term is up)", "nominal")]),
    ("{s {P Ana Ruiz}} said {c so}. {s The younger teacher} said {c no}.",
     [NAMED, ("(The younger teacher)", "nominal")]),
    # What somebody thinks is hers, whether she is named or described.
    ("{P Bo Orr} met {P Ana Ruiz}. {s {P Ruiz}'s verdict} was {c no}.", [ALIAS]),
    (RUIZ + "{P Bo Orr} left. {s The director's verdict} was {c no}.", [NAMED, ("Ana Ruiz", "nominal")]),
    # Her deputy's is not.
    (RUIZ + "{s {P Ruiz}'s aides} said {c no}.", [NAMED, ("(Ruiz's aides)", "nominal")]),
    # The younger of two with one surname is the one mentioned last.
    ("{P Bo Orr} met {P Al Orr}. {P Al} sat. {s The younger {P Orr}} said {c no}.", [("Al Orr", "alias")]),
    # One alone has that surname.
    ("{P Bo Orr} met {P Al Lind}. {s The younger {P Orr}} said {c no}.", [("Bo Orr", "alias")]),
    # The two whom the paragraph has named.
    ("{P Tom Orr} met {P Ana Ruiz}. {s Both} said {c no}.", [("Tom Orr", "nominal")]),
    # There are three.
    ("{P Tom Orr} and {P Bo Lind} met {P Ana Ruiz}. {s Both} said {c no}.", [("(Both)", "nominal")]),
    # A headline's firm is the one firm of the first paragraphs,
    ("{s Operator} says {c no}\n\n{O Norvane Semi} sold oil.", [("Norvane Semi", "nominal")]),
    # which there is not where there are two.
    ("{s Operator} says {c no}\n\n{O Norvane Semi} sold {O Orr Oil}.", [("(Operator)", "nominal")]),
    # A general secretary leads a union, a prime minister is premier.
    ("{s Union boss} says {c no}\n\nChief {P Bo Orr} met general secretary {P Ana Ruiz}.", [("Ana Ruiz", "nominal")]),
    ("{s Premier} says {c no}\n\nPrime Minister {P Ana Ruiz} left.", [("Ana Ruiz", "nominal")]),
    # "Who" with its whole clause.
    ("In came {P Ana Ruiz}, 41, {s who still expects rain} and said {c no}.", [PRONOUN]),
    # A report with a title, named below and above.
    ("{s A study} said {c no}.\n\nThe report, \"Rising Water\", is out. {s The report} said {c so}.",
     [("Rising Water", "nominal"), ("Rising Water", "nominal")]),
    # Far above the title it is another report.
    ("A.\n\nB.\n\nC.\n\n{s The report} said {c so}.\n\nThe report, \"Rising Water\", is out.",
     [("(The report)", "nominal")]),
    # Another report than the one with the title.
    ("The report, \"Rising Water\", is out. {s A second report} said {c so}.", [("(A second report)", "nominal")]),
    # The opening speaks of somebody named below.
    ("{s A judge} said {c no}.\n\nJustice {P Mark Orr} sat late.", [("Mark Orr", "nominal")]),
    # Two are named below, so it might be either.
    ("Rain.\n\n{s A judge} said {c no}.\n\nJustice {P Mark Orr} met Justice {P Bo Lind}.", [("(A judge)", "nominal")]),
    # Far down the article "a judge" is somebody else.
    ("A.\n\nB.\n\nC.\n\nD.\n\n{s A judge} said {c no}.\n\nJustice {P Mark Orr} sat.", [("(A judge)", "nominal")]),
    # Described first, named with the next quotation.
    ("{s Its coordinator} expects {c more}. {d \"We have fuel,\"} {s {P Ana Ruiz}} said.",
     [("Ana Ruiz", "nominal"), NAMED]),
    # The name that comes next is old, so it is another's.
    # The lead has "a local teacher", the paragraph below her name and age; a spokeswoman's age is not given.
    (
        "{s A local teacher} said {c no}.\n\n{d \"It rained,\"} said {s {P Ana Ruiz}, 41}.",
        [("Ana Ruiz", "nominal"), NAMED],
    ),
    (
        "{s A spokeswoman} said {c no}.\n\n{d \"It rained,\"} said {s {P Ana Ruiz}, 41}.",
        [("(A spokeswoman)", "nominal"), NAMED],
    ),
    # Without an age she may be somebody else, and so she may far below.
    (
        "{s A local teacher} said {c no}.\n\n{d \"It rained,\"} said {s {P Ana Ruiz}}.",
        [("(A local teacher)", "nominal"), NAMED],
    ),
    (
        "It rained.\n\nAnd so on.\n\n{s A local teacher} said {c no}.\n\n{d \"So\"} said {s {P Ana Ruiz}, 41}.",
        [("(A local teacher)", "nominal"), NAMED],
    ),
    ("{P Ana Ruiz} came. {s Its coordinator} expects {c more}. {d \"We have fuel,\"} {s {P Ruiz}} said.",
     [("(Its coordinator)", "nominal"), ALIAS]),
    # A first name that stands alone tells "he" from "she".
    ("{P Melanie} came. {P Kevin} snored. {s She} said {c no}.", [("Melanie", "pronoun")]),
    # Who is only spoken of inside a quotation is not taken up outside it.
    (RUIZ + "{d \"{P Bo Orr} told me no,\"} {s {P Ruiz}} said. {s She} shrugged {c so}.", [NAMED, ALIAS, PRONOUN]),
    # A union that stands right behind its noun.
    ("Then the drivers' union {O RAILFORCE} met {O Orr Semi}. {s The union} said {c no}.", [("RAILFORCE", "nominal")]),
    # Time in the source is no part of the name.
    ("{s The {O Supreme Court} this month} said {c no}.", [("Supreme Court", "named")]),
    # Somebody else: the deputy of a named person.
    (RUIZ + "{s {P Ruiz}'s deputy} said {c so}.", [NAMED, ("(Ruiz's deputy)", "nominal")]),
    # Nobody has been named.
    ("{s He} said {c it was late}.", [(None, "none")]),
    # The only person about is a man.
    ("{P Mark Orr} left. {s She} said {c no}.", [(None, "none")]),
    # "It" is no person.
    ("{P Mark Orr} left. {s It} said {c no}.", [(None, "none")]),
    # A minister, not the minister.
    ("Minister {P Mark Orr} left. {s A minister} said {c no}.", [("(A minister)", "nominal")]),
    # Two directors, and nothing tells which.
    ("{s The director} said {c no}. Director {P Ana Ruiz} met director {P Bo Orr}.", [(None, "ambiguous")]),
    # "You" could be anybody.
    ("{s You} said {c no}.", [(None, "none")]),
    # A source the article hides.
    ("{P Bo Orr} left. {s A person close to it} said {c no}.", [("(A person close to it)", "nominal")]),
    # A quotation in a later paragraph of its own, after somebody else was the subject for a while.
    ("{s {P Ana Ruiz}} said {c no}.\n\nIt rained.\n\nIt snowed.\n\n{d \"Late.\"}", [NAMED, (None, "none")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_resolution(text: str, expected: list[tuple[str | None, str]]) -> None:
    rows = told(text)
    assert len(rows) == len(expected)
    assert rows == expected


KINDS = [
    ("{s {P Ana Ruiz}} said {c no}.", "person"),
    ("{s {O Norvane}} said {c no}.", "organization"),
    # A place that speaks is a body.
    ("{s {L Calder}} said {c no}.", "organization"),
    ("{s Residents of the street} said {c no}.", "group"),
    # Counted sources are unnamed ones.
    ("{s Two officials} said {c no}.", "unnamed"),
    ("{s The report} said {c no}.", "document"),
    ("{s His office} said {c no}.", "organization"),
    # Outside quotation marks "we" is the article itself.
    ("{s We} asked {c whether it was late}.", "author"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    speakers, _ = find_speakers(marked(text))
    assert [speaker["kind"] for speaker in speakers] == [kind]


def test_record_of_a_person() -> None:
    doc = marked("{s {O Calder Port} director {P Ana Ruiz}, 41,} said {c no}. {s She} said {c so}. {P Ruiz} left.")
    speakers, resolved = find_speakers(doc)
    assert len(speakers) == 1
    ruiz = speakers[0]
    assert (ruiz["name"], ruiz["role"], ruiz["affiliation"]) == (
        "Ana Ruiz",
        "Calder Port director",
        "Calder Port",
    )
    assert ruiz["label"] == "Calder Port director Ana Ruiz"
    mentions = [doc[start:end].text for start, end in ruiz["mentions"]]
    assert mentions == ["Calder Port director Ana Ruiz, 41,", "She", "Ruiz"]
    assert [one["speaker"] for one in resolved] == [0, 0]


def test_joint_sources() -> None:
    speakers, resolved = find_speakers(marked("{s {P Tom Orr} and {P Ana Ruiz}} said {c no}."))
    assert [speaker["name"] for speaker in speakers] == ["Tom Orr", "Ana Ruiz"]
    assert (resolved[0]["speaker"], resolved[0]["co_speakers"]) == (0, [1])


def test_only_speakers_are_listed() -> None:
    speakers, _ = find_speakers(marked("{s {P Ana Ruiz}} met {P Bo Lind} and said {c no}."))
    assert [speaker["name"] for speaker in speakers] == ["Ana Ruiz"]


@pytest.mark.parametrize("text", ["", " \n\n ", "Nobody said anything.", "{c no}", "{s —} said {c no}", "{s {P Orr}}"])
def test_odd_texts_do_not_raise(text: str) -> None:
    doc = Speakers()(marked(text))
    assert isinstance(doc, Doc)
    assert len(doc._.claimx_resolved) == len(doc._.claimx_attributions)


def test_without_names_or_attributions_nothing_is_written() -> None:
    doc = Speakers()(NLP("Ana Ruiz left."))
    assert (doc._.claimx_speakers, doc._.claimx_resolved) == ([], [])
