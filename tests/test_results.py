"""``benchmarks/RESULTS.md`` is what the one command writes, and of the model that is shipped."""

from benchmarks.__main__ import RESULTS, SECTIONS, parts, written


def test_results_are_those_of_this_model() -> None:
    text = RESULTS.read_text(encoding="utf-8")
    assert written(parts(text)) == text


def test_every_section_is_there_with_its_command() -> None:
    found = parts(RESULTS.read_text(encoding="utf-8"))
    assert list(found) == [title for title, _ in SECTIONS.values()]
    for title, module in SECTIONS.values():
        assert f"`python -m {module.replace('shared', '../shared')}`" in found[title]


def test_a_section_can_be_measured_anew_alone() -> None:
    one, two = [f"## {title}\n\nfigures\n" for title, _ in list(SECTIONS.values())[:2]]
    sections = parts(written(dict(zip(("Quality on the gold files", "Syntax"), (one, two), strict=True))))
    sections["Syntax"] = "## Syntax\n\nothers\n"
    assert parts(written(sections))["Quality on the gold files"].strip() == one.strip()
    assert "others" in written(sections)
