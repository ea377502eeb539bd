"""``docs/commands.md``: what ``claimx --help`` and ``claimx COMMAND --help`` say, as Markdown, and the settings.

The help is asked for in a terminal so wide that nothing is wrapped, and read line by line. Typer writes it differently
from version to version; the page is that of the version in ``requirements.lock``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from typer.testing import CliRunner

from claimx.cli import app
from claimx.settings import FILE, PREFIX, Settings
from scripts.docs.markdown import NOTICE, code, table

WIDE = 10_000
TYPES = {"int range": "number", "float range": "number"}

HEAD = """# Commands

What `--help` says, for every command; `-h` and `--help` are options of each. stdout is data; progress, notes and errors
go to stderr.

"""
SETTINGS = f"""
## Settings

Defaults that `{FILE}` in the working directory or a variable of the environment replaces; an option goes before the
variable, the variable before the file. An unknown key in the file is an error.

"""


class Help(NamedTuple):
    """The help of a command: its usage, its paragraphs, and the lines under each heading."""

    usage: str
    paragraphs: list[str]
    lists: dict[str, list[tuple[str, str]]]


def page() -> str:
    """The page."""
    commands = read_help().lists["Commands"]
    overview = table(("command", "does"), ((f"[claimx {name}](#claimx-{name})", does) for name, does in commands))
    sections = (f"\n## claimx {name}\n\n" + _section(read_help(name)) for name, _ in commands)
    notice = NOTICE.format(source="src/claimx/cli")
    return f"{notice}\n{HEAD}{overview}\n{_options(read_help())}" + "".join(sections) + _settings()


def read_help(*command: str) -> Help:
    """Ask a command for its help.

    Raises:
        RuntimeError: The command knows no ``--help``.
    """
    arguments = [*command, "--help"]
    done = CliRunner().invoke(app, arguments, prog_name="claimx", terminal_width=WIDE, max_content_width=WIDE)
    if done.exit_code:
        raise RuntimeError(done.output)
    text = re.sub(r"^(  \S.*)\n {6,}(?=\S)", r"\1  ", done.output, flags=re.M)  # a long name stands on its own line
    body, *lists = re.split(r"^(\w+):\n", text, flags=re.M)
    usage, _, prose = body.partition("\n")
    paragraphs = [re.sub("^  ", "", one, flags=re.M).strip() for one in prose.split("\n\n")]
    headed = {heading: list(_pairs(lines)) for heading, lines in zip(lists[::2], lists[1::2], strict=True)}
    return Help(re.sub("[{}]|^Usage: ", "", usage), [one for one in paragraphs if one], headed)


def _pairs(lines: str) -> Iterator[tuple[str, str]]:
    """What stands left and right in a list of arguments, options or commands."""
    for line in filter(None, lines.split("\n")):
        left, _, right = line.strip().partition("  ")
        yield left, right.strip()


def _section(told: Help) -> str:
    options = _options(told)
    return "\n".join([f"```text\n{told.usage}\n```\n", *_body(told.paragraphs), *([options] if options else [])])


def _body(paragraphs: list[str]) -> Iterator[str]:
    """The prose of a help as Markdown: commands in a block, numbers of exit codes as code."""
    for paragraph in paragraphs:
        lines = paragraph.split("\n")
        if all(re.search(r"(^| )claimx \w", line) for line in lines) and not paragraph.endswith("."):
            yield "```console\n" + "".join(f"$ {line}\n" for line in lines) + "```\n"
        elif paragraph.startswith("Exit codes: "):
            yield re.sub(r"([0-9]+) ", r"`\1` ", " ".join(lines)) + "\n"
        else:
            yield re.sub(r"docs/(\w+\.md)", r"[\1](\1)", " ".join(lines)) + "\n"


def _options(told: Help) -> str:
    rows = [
        _row(left, right)
        for heading in ("Arguments", "Options")
        for left, right in told.lists.get(heading, ())
        if "--help" not in left
    ]
    return table(("argument or option", "takes", "default", "meaning"), rows) if rows else ""


def _row(left: str, right: str) -> tuple[str, str, str, str]:
    """The cells of an option: its names, what it takes, its default, its meaning."""
    names, takes = _names(left)
    meaning, *notes = re.split(r"  \[(?=[^\]]*\]$|[^\]]*\]  \[)", right)
    default = ""
    for note in "; ".join(note.strip(" ]") for note in notes).split("; "):
        if note.startswith("default: "):
            default = code(note.removeprefix("default: "))
        elif note == "required":
            default = note
        elif note:
            takes += f", {code(note)}"
    return names, takes, default, meaning


def _names(left: str) -> tuple[str, str]:
    """What it is called, and what it takes: of "-o, --output FILE" both names, and FILE. An argument takes nothing."""
    names = re.findall(r"(?<!\S)--?[a-z][a-z-]*", left)
    rest = re.sub(r"(?<!\S)--?[a-z][a-z-]*,?(?: /)?", "", left).strip()
    if not names:
        return code(rest.split()[0].strip("[]{}.")), ""
    bare = rest.strip("<>[]")
    takes = ", ".join(map(code, bare.split("|"))) if "|" in bare else TYPES.get(bare.lower(), bare and code(bare))
    return ", ".join(map(code, names)), takes


def _settings() -> str:
    rows = [
        (code(name), code(f"{PREFIX}{name.upper()}"), code(str(field.default)), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return SETTINGS + table(("key", "variable", "default", "meaning"), rows)
