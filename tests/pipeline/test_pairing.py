"""Pairs of marks in plain text: what stands between them, and which marks had to be mended."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimx.pipeline.pairing import MISPLACED, MIXED, NEVER_CLOSED, NO_PARTNER, pair_marks

Mended = list[tuple[int, str]]

CASES: list[tuple[str, list[str], Mended]] = [
    # straight, curly, French, German, Swedish, typewriter and TeX marks
    ('She said: "We sail."', ['"We sail."'], []),
    ("She said: “We sail.”", ["“We sail.”"], []),
    ("She said: « We sail. »", ["« We sail. »"], []),
    ("She said: »We sail.«", ["»We sail.«"], []),
    ("She said: „We sail.“", ["„We sail.“"], []),
    ("She said: „We sail.”", ["„We sail.”"], []),
    ("She said: ”We sail.”", ["”We sail.”"], []),
    ("She said: ''We sail.''", ["''We sail.''"], []),
    ("She said: ``We sail.''", ["``We sail.''"], []),
    ("She said: ‹We sail.›", ["‹We sail.›"], []),
    # British single marks
    ("‘We sail,’ she said.", ["‘We sail,’"], []),
    ("'We sail,' she said.", ["'We sail,'"], []),
    ("Tower 'was never safe', says owner", ["'was never safe'"], []),
    # two on one line, and one glued to a dash
    ('"We sail," she said, "at noon."', ['"We sail,"', '"at noon."'], []),
    ("‘Stop!’—‘Why?’", ["‘Stop!’", "‘Why?’"], []),
    # marks within marks, of another kind and of the same
    ("“He told me ‘go’ and left,” she said.", ["“He told me ‘go’ and left,”", "‘go’"], []),
    ("‘He told me “go” and left,’ she said.", ["‘He told me “go” and left,’", "“go”"], []),
    ('"He told me "go" and left," she said.', ['"He told me "go" and left,"', '"go"'], []),
    ("“He said: ‘She said: “Go!”’”", ["“He said: ‘She said: “Go!”’”", "‘She said: “Go!”’", "“Go!”"], []),
    ("\"'We sail,' he said,\" she told us.", ["\"'We sail,' he said,\"", "'We sail,'"], []),
    ("'He said: 'No.''", ["'He said: 'No.''", "'No.'"], []),
    # several styles in one text
    ("“One,” he said. 'Two,' she said. «Three,» they said.", ["“One,”", "'Two,'", "«Three,»"], []),
    # an apostrophe inside does not close, nor a possessive before the real end
    ("‘We don’t sail,’ she said.", ["‘We don’t sail,’"], []),
    ("‘The workers’ strike is over,’ she said.", ["‘The workers’ strike is over,’"], []),
    ("'We was fishin' all day,' he said.", ["'We was fishin' all day,'"], []),
    ("'Fewer than the inspectors'.'", ["'Fewer than the inspectors'.'"], []),
    # but where nothing better follows, it does
    ("The 'improvements' that the tenants' paper praised", ["'improvements'"], []),
    ("The ‘owners’ of the ‘clubs’", ["‘owners’", "‘clubs’"], []),
    ("'We play rock 'n' roll,' he said.", ["'We play rock 'n' roll,'"], []),
    # inches inside a quotation, and a figure at its end
    ('"It was a 6" gun," she said.', ['"It was a 6" gun,"'], []),
    ("\"He is 6'2\",\" she said.", ["\"He is 6'2\",\""], []),
    ('He was "in the class of 2016" then.', ['"in the class of 2016"'], []),
    # each paragraph opens, the last one closes; also with a quotation inside
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"], []),
    ("'‘One.\n\n‘Two.’", ["‘One.", "‘Two.’"], []),
    ("“He said: ‘One.\n\n“‘Two.’”", ["“He said: ‘One.", "‘One.", "“‘Two.’”", "‘Two.’"], []),
    ('"One "two" three.\n\n"Four."', ['"One "two" three.', '"two"', '"Four."'], []),
    # never closed: to the end of the paragraph, and the next one is not swallowed
    ('"We sail, she said.\n\nThe crew left.', ['"We sail, she said.'], [(0, NEVER_CLOSED)]),
    ("‘We sail, she said.\n\nThe crew left.", ["‘We sail, she said."], [(0, NEVER_CLOSED)]),
    # opened twice, closed once
    ('She said "no. He said "yes".', ['"no. He said', '"yes"'], [(9, NEVER_CLOSED)]),
    # the mark of another style inside is not swallowed either
    ('It was "sound, and “cosmetic”.', ['"sound, and “cosmetic”.', "“cosmetic”"], [(7, NEVER_CLOSED)]),
    # an open mark inside a pair ends with it
    ("“He said «no,” she said.", ["“He said «no,”", "«no,"], [(9, NEVER_CLOSED)]),
    # opened in one style, closed in another
    ('“We sail," she said.', ['“We sail,"'], [(9, MIXED)]),
    ("‘We sail,' she said.", ["‘We sail,'"], []),
    # on the wrong side of the blank
    ('"We sail, "she said.', ['"We sail, "'], [(10, MISPLACED)]),
    ('She said," We sail."', ['" We sail."'], [(9, MISPLACED)]),
    # closed but never opened
    ("We sail,” she said.", [], [(8, NO_PARTNER)]),
    # a mark and nothing behind it
    ('We sail. "', [], [(9, NEVER_CLOSED)]),
    # no quotation at all
    ("The workers' strike and the owners’ reply", [], []),
    ("The Joneses' boat, the class's room and James's oar", [], []),
    ("He was 6'2\" tall in the '90s.", [], []),
    ("A 5' 10\" guard on a 40'x60' court", [], []),
    ("Rock 'n' roll is here to stay", [], []),
    ("'Tis the season, ’twas the night, get 'em in '04", [], []),
    ("O'Brien and D’Arcy don't, won’t and can‘t", [], []),
    ("The '70s, the ’80s and the ‘90s", [], []),
    ("Goin' fishin' o' Sundays", [], []),
    ("She paid 12' for a 3/4\" pipe.", [], []),
    ("Nothing here.", [], []),
    ("", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quoted", "mended"), CASES)
def test_pair_marks(text: str, quoted: list[str], mended: Mended) -> None:
    found = pair_marks(text)
    assert [text[start:end] for start, end, _ in found.regions] == quoted
    assert [(start, message) for start, _, message in found.troubles] == mended


def test_a_region_knows_whether_it_was_closed() -> None:
    assert [region.closed for region in pair_marks("“One.\n\n“Two.”").regions] == [False, True]


@example('“"‘”\n‘')
@given(st.text(alphabet="ab6s “”„‘’‚\"'`«»‹›.,:—\n", max_size=80))
def test_regions_are_nested_or_disjoint_whatever_the_text(text: str) -> None:
    found = pair_marks(text)
    around: list[int] = []
    previous = (0, len(text) + 1)
    for start, end, _ in found.regions:
        assert 0 <= start < end <= len(text)
        assert (start, -end) > (previous[0], -previous[1])
        previous = (start, end)
        while around and around[-1] <= start:
            around.pop()
        assert not around or end <= around[-1]
        around.append(end)
    assert all(0 <= start < end <= len(text) for start, end, _ in found.troubles)


class Counted(str):
    """A text that counts how many characters are cut out of it."""

    cut = 0

    def __getitem__(self, key: object) -> str:
        part = super().__getitem__(key)  # type: ignore[index]
        Counted.cut += len(part)
        return part


@pytest.mark.parametrize(
    "unit",
    ['"a" ', "'a' ", "“", "‘ ", "”", " '", "\"'", "“‘a ", "'' ``", "«»", "a\" ", "«\"“ ", "‘a b’ s’ c", "“a\n\n"],
)  # fmt: skip
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    costs = []
    for times in (1_000, 4_000):
        Counted.cut = 0
        pair_marks(Counted(unit * times))
        costs.append(Counted.cut)
    assert costs[1] <= 4.2 * costs[0] + 100


def test_blanks_without_end() -> None:
    assert pair_marks("“a”" + " " * 200_000 + "\n" * 1_000 + "“b”").regions[0] == (0, 3, True)


def test_two_hundred_thousand_marks() -> None:
    found = pair_marks('"a" ' * 100_000)
    assert len(found.regions) == 100_000
    assert found.troubles == []
