"""The pages of ``claimx report``: escaped, self-contained, and alive in a browser."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimx.api import extract
from claimx.render import html
from claimx.schema import Document
from claimx.trim import without_text

ATTACK = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
TEXT = (
    "Port director Ana Ruiz said the strike may idle about 1,500 workers. The port closed on Friday.\n\n"
    "“We had no choice. We are not in a fight with our own people,” Tomas Oyelade said. " + ATTACK
)


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(
        TEXT, id=f"a/{ATTACK}", title=f"Port {ATTACK}", author=ATTACK, url="javascript:document.title='owned'"
    )


def test_everything_is_escaped_and_nothing_is_fetched(document: Document) -> None:
    page = html.page(document)
    assert "<img" not in page
    assert page.count("<script>") == 1
    assert "javascript:" not in page
    assert not re.search(r"(?:src|href)=[\"']?https?:", page)
    assert "default-src &#39;none&#39;" in page


def test_the_text_is_there_unchanged(document: Document) -> None:
    article = html.page(document).split('<article aria-label="Article">')[1].split("</article>")[0]
    import html as unescaping

    assert unescaping.unescape(re.sub(r"</?span[^>]*>", "", article)) == TEXT


def test_without_its_text_an_article_says_so_and_keeps_its_claims(document: Document) -> None:
    page = html.page(without_text(document))
    assert "The text of this article was left out" in page
    assert "the strike may idle about 1,500 workers" in page


def test_links_of_articles_that_have_one() -> None:
    assert 'href="https://example.org/a"' in html.page(extract("Nobody spoke.", url="https://example.org/a"))


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("a/Port Strike.txt", "0007-a-port-strike-txt.html"),
        # no way out of the folder, nothing hidden
        ("../../etc/passwd", "0007-etc-passwd.html"),
        (".bashrc", "0007-bashrc.html"),
        # no name that Windows keeps for itself, and not the index
        ("CON", "0007-con.html"),
        ("index", "0007-index.html"),
        # nothing that is safe, nothing at all, too much
        ("\0/日本\n", "0007-article.html"),
        ("", "0007-article.html"),
        ("x" * 900, f"0007-{'x' * 80}.html"),
    ],
)
def test_file_names(id: str, name: str) -> None:
    assert html.file_name(7, id) == name


def test_two_articles_never_have_one_file() -> None:
    # small and capital letters are one file on some systems
    assert len({html.file_name(number, id).lower() for number, id in enumerate(["a", "A", "a/", "a", "/"])}) == 5


def test_the_index_counts_speakers_across_articles(document: Document) -> None:
    other = extract("Ana Ruiz said no.", id="b")
    page = html.index([html.entry(document, "a.html"), html.entry(other, "b.html")])
    row = page.split("<td>Ana Ruiz</td>")[1].split("</tr>")[0]
    assert row.startswith('<td class="figure">2</td>')
    assert 'href="a.html"' in row
    assert 'href="b.html"' in row
    assert "<img" not in page


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Any, document: Document, tmp_path: Path) -> Iterator[Any]:
    (tmp_path / "page.html").write_text(html.page(document), encoding="utf-8")
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto((tmp_path / "page.html").as_uri())
    yield page
    assert errors == []
    page.close()


def shown(page: Any) -> int:
    return int(page.locator(".claims > li:visible").count())


def test_a_claim_lights_up_in_the_text(opened: Any) -> None:
    assert opened.locator(".lit").count() == 0
    opened.locator(".claims button", has_text="the strike may idle").click()
    assert "".join(opened.locator(".lit").all_inner_texts()) == "the strike may idle about 1,500 workers"
    opened.keyboard.press("Escape")
    assert opened.locator(".lit").count() == 0


def test_filters(opened: Any) -> None:
    whole = shown(opened)
    opened.select_option("#certainty", "possible")
    assert shown(opened) == 1
    opened.select_option("#certainty", "")
    opened.locator(".speakers button", has_text="Ana Ruiz").click()
    assert 0 < shown(opened) < whole
    opened.locator(".speakers button", has_text="Ana Ruiz").click()
    assert shown(opened) == whole
    opened.check("#checkable")
    assert 0 < shown(opened) < whole
    assert opened.inner_text("#count") == str(shown(opened))


def test_the_keyboard_does_what_the_mouse_does(opened: Any) -> None:
    button = opened.locator(".claims button").first
    button.focus()
    opened.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert opened.locator(".lit").count() > 0


def lit(page: Any) -> str:
    return "|".join(page.locator(".lit").all_inner_texts())


def test_a_number_lights_up_while_it_is_pointed_at_or_focused(opened: Any) -> None:
    button = opened.locator(".numbers button", has_text="1,500")
    button.hover()
    assert lit(opened) == "1,500"
    opened.mouse.move(1, 1)
    assert lit(opened) == ""
    button.focus()
    assert lit(opened) == "1,500"
    opened.locator("#certainty").focus()
    assert lit(opened) == ""


def test_a_speaker_lights_up_with_everything_said(opened: Any) -> None:
    opened.locator(".speakers button", has_text="Ana Ruiz").click()
    found = lit(opened).replace("|", "")
    assert "Port director Ana Ruiz" in found
    assert "the strike may idle about 1,500 workers" in found
    assert "Oyelade" not in found


def test_pressing_a_claim_keeps_the_filter(opened: Any) -> None:
    opened.locator(".speakers button", has_text="Ana Ruiz").click()
    some = shown(opened)
    opened.locator(".claims button:visible").first.click()
    assert shown(opened) == some
    opened.select_option("#speaker", "article")
    assert opened.locator(".claims > li:visible").all_inner_texts()[0].startswith("the article")


def test_a_click_in_the_text_finds_the_record(opened: Any) -> None:
    opened.locator("article span", has_text="1,500").click()
    pressed = opened.locator('button[aria-pressed="true"]')
    assert pressed.count() == 1
    assert pressed.inner_text().startswith("1,500")
    opened.locator("article span", has_text="The port closed").click()
    assert pressed.locator(".who").inner_text() == "the article"


def test_every_control_is_reached_by_tab_and_has_a_name(opened: Any) -> None:
    script = """() => { const at = document.activeElement; at.dataset.reached = "yes";
      return ((at.labels && at.labels[0]) || at).innerText.trim(); }"""
    controls = opened.locator("a, button, select, input")
    names = []
    for _ in range(controls.count()):
        opened.keyboard.press("Tab")
        names.append(opened.evaluate(script))
    assert names[0] == "Skip to the claims"
    assert all(names)
    assert opened.locator("[data-reached]").count() == controls.count()


CONTRAST = """() => {
  const channel = (v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const behind = (e) => { const c = parse(getComputedStyle(e).backgroundColor);
    return c.length < 4 || c[3] ? c : e.parentElement ? behind(e.parentElement) : [255, 255, 255]; };
  const seen = [...document.querySelectorAll("body *")].filter((e) => e.innerText && e.offsetParent);
  const ratios = seen.map((e) => {
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    return (a + .05) / (b + .05); });
  return Math.min(...ratios);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_to_read(opened: Any, scheme: str) -> None:
    # WCAG 2.2, 1.4.3 (AA): 4.5 to 1; also where it is lit
    opened.emulate_media(color_scheme=scheme)
    papers = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (papers == "rgb(22, 25, 28)") == (scheme == "dark")
    assert opened.evaluate(CONTRAST) >= 4.5
    opened.locator(".speakers button", has_text="Ana Ruiz").click()
    assert opened.evaluate(CONTRAST) >= 4.5


def test_a_narrow_window_needs_no_scrolling_to_the_side(opened: Any) -> None:
    opened.set_viewport_size({"width": 320, "height": 640})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    article, aside = opened.locator("article").bounding_box(), opened.locator("aside").bounding_box()
    assert aside["y"] >= article["y"] + article["height"]


def test_print_is_light_and_whole(opened: Any) -> None:
    opened.emulate_media(media="print", color_scheme="dark")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 250)"
    assert not opened.locator(".filters").is_visible()
    assert opened.locator(".claims > li").last.is_visible()
    assert opened.evaluate("getComputedStyle(document.querySelector('aside')).overflow") == "visible"


def test_a_hostile_article_runs_nothing(opened: Any) -> None:
    assert "owned" not in opened.title().split("<script>")[0]
    assert opened.locator("article img, article script").count() == 0
    assert opened.evaluate("document.title").startswith("Port <script>")


def test_the_policy_stops_what_escaping_would_miss(browser: Any, document: Document, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(html.page(document), encoding="utf-8")
    page = browser.new_page()
    refused: list[tuple[str, str]] = []
    page.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page.goto((tmp_path / "page.html").as_uri())
    page.evaluate(
        """() => { document.body.insertAdjacentHTML("beforeend", "<img src='https://example.org/x' onerror='owned()'>");
        const script = document.createElement("script"); script.textContent = "window.owned = true";
        document.body.append(script); }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.owned") is None
    assert refused == [("https://example.org/x", "csp")]
    page.close()
