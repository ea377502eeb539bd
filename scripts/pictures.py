"""The pictures of the README: ``python -m scripts.pictures`` draws docs/show.png and docs/report*.png in Chromium."""

import io
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from claimx.api import extract
from claimx.render import html
from claimx.render.terminal import rendered
from claimx.schema import Document

ROOT = Path(__file__).parent.parent
SAMPLE = "data/samples/port-strike.txt"
COLUMNS = 100
TERMINAL = """<!doctype html><meta charset="utf-8"><style>{stylesheet}
body {{ margin: 0; padding: 18px 22px; background: {background}; color: {foreground}; }}
pre {{ margin: 0; font: 14px/1.4 "DejaVu Sans Mono", monospace; }}</style><pre>{code}</pre>"""


def main() -> None:
    """Draw them all."""
    document = extract((ROOT / SAMPLE).read_text(encoding="utf-8"), id=SAMPLE, published="2026-03-12")
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown, page = Path(folder, "show.html"), Path(folder, "page.html")
        shown.write_text(terminal(document), encoding="utf-8")
        page.write_text(html.page(document), encoding="utf-8")
        draw(browser, shown, "show.png", height=1240)
        draw(browser, page, "report.png", press="$18.2 million")
        draw(browser, page, "report-dark.png", scheme="dark", press="Ana Ruiz")
        browser.close()


def terminal(document: Document) -> str:
    """What ``claimx show`` prints, as a page."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(rendered(document, console))
    return console.export_html(theme=MONOKAI, code_format=TERMINAL)


def draw(browser: Browser, page: Path, name: str, scheme: str = "light", press: str = "", height: int = 800) -> None:
    """Save what the window shows, with the first button that says ``press`` pressed."""
    dark = scheme == "dark"
    window = browser.new_page(
        viewport={"width": 900 if name == "show.png" else 1280, "height": height},
        color_scheme="dark" if dark else "light",
    )
    window.goto(page.as_uri())
    if press:
        window.locator("aside button", has_text=press).first.click()
        window.mouse.move(0, 0)
    window.screenshot(path=ROOT / "docs" / name)
    window.close()


if __name__ == "__main__":
    main()
