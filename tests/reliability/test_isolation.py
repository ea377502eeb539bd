"""No network at run time, and nothing is unpickled but what claimx itself sends to its workers."""

import ast
import gzip
import json
import os
import shutil
from pathlib import Path

import pytest

from tests.reliability.running import ENVIRONMENT, claimx

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data/samples"
COMMANDS = [
    ["extract", "a.txt", "page.html", "-o", "found.jsonl"],
    ["batch", "a.txt", "b.jsonl.gz", "-o", "many.jsonl", "--jobs", "2"],
    ["show", "a.txt"],
    ["report", "found.jsonl", "-o", "pages"],
    ["convert", "found.jsonl", "-o", "found.xlsx"],
    ["convert", "found.jsonl", "-o", "found.db"],
    ["validate", "found.jsonl"],
    ["stats", "found.jsonl"],
    ["info"],
]
WATCH = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        told = f"network {event} {arguments[1:]}"
    elif event == "pickle.find_class":
        told = "pickle {} {}".format(*arguments)
    else:
        return
    with open(os.environ["WATCHED"], "a") as file:
        file.write(told + "\\n")
    if told.startswith("network"):
        raise PermissionError("there is no network in this test")

sys.addaudithook(watch)
"""
"""A ``sitecustomize`` of every process, workers included: https://docs.python.org/3/library/audit_events.html."""

FORBIDDEN = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "jsonpickle"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("isolated")
    article = min(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    (folder / "a.txt").write_text(article, encoding="utf-8")
    paragraphs = "".join(f"<p>{part}</p>" for part in article.split("\n\n"))
    (folder / "page.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>", encoding="utf-8")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": article[:200]}).encode()))
    (folder / "sitecustomize.py").write_text(WATCH)
    return folder


def test_nothing_asks_for_the_network_and_nothing_strange_is_unpickled(folder: Path) -> None:
    watched = folder / "watched"
    environment = ENVIRONMENT | {"PYTHONPATH": str(folder), "WATCHED": str(watched)}
    for command in COMMANDS:
        watched.write_text("")
        done = claimx(folder, *command, env=environment)
        assert done.returncode == 0, (command, done.stderr)
        seen = watched.read_text().splitlines()
        assert [told for told in seen if told.startswith("network")] == []
        owners = {told.split()[1].split(".")[0] for told in seen}
        assert owners <= ({"claimx", "multiprocessing", "collections", "builtins"} if command[0] == "batch" else set())


def test_the_watch_sees_what_it_should(folder: Path) -> None:
    watched = folder / "watched"
    watched.write_text("")
    environment = ENVIRONMENT | {"PYTHONPATH": str(folder), "WATCHED": str(watched)}
    code = "import pickle, socket; pickle.loads(pickle.dumps(ValueError)); socket.create_connection(('127.0.0.1', 9))"
    done = claimx(folder, "--version", prefix=["python3", "-c", code], env=environment)
    assert "there is no network in this test" in done.stderr
    assert watched.read_text().startswith("pickle builtins ValueError\nnetwork ")


def test_without_any_network_device_the_output_is_the_same(folder: Path) -> None:
    prefix = ["unshare", "-n"] if os.geteuid() == 0 else ["unshare", "-rn"]
    if shutil.which("unshare") is None or claimx(folder, "--version", prefix=prefix).returncode:
        pytest.skip("needs unshare (util-linux) and leave to use it")
    connected, alone = claimx(folder, "extract", "a.txt"), claimx(folder, "extract", "a.txt", prefix=prefix)
    assert (alone.returncode, alone.stderr) == (0, "")
    assert alone.stdout == connected.stdout


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_libraries_in_c_ask_for_no_network_either(folder: Path) -> None:
    """ONNX Runtime sends usage data by default, with a curl of its own that no audit event tells of."""
    trace = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", "traced"]
    if claimx(folder, "--version", prefix=trace).returncode:
        pytest.skip("strace may not trace here")
    for command in COMMANDS[:2]:
        done = claimx(folder, *command, prefix=trace)
        assert done.returncode == 0
        assert "AF_INET" not in (folder / "traced").read_text()


def test_the_home_folder_stays_empty(folder: Path) -> None:
    home = folder / "home"
    home.mkdir()
    environment = {key: value for key, value in ENVIRONMENT.items() if not key.startswith(("XDG_", "ORT_"))}
    assert claimx(folder, *COMMANDS[0], env=environment | {"HOME": str(home)}).returncode == 0
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("src/**/*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_source_unpickles(path: Path) -> None:
    assert list(risks(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import pickle", ["pickle"]),
        ("from joblib import load", ["joblib"]),
        # numpy unpickles arrays of objects unless it is told not to
        ("import numpy as np\nnp.load('a.npz')", ["load"]),
        ("import numpy as np\nnp.load('a.npz', allow_pickle=True)", ["load"]),
        ("import numpy as np\nnp.load('a.npz', allow_pickle=False)", []),
        ("import yaml\nyaml.load('a: 1')", ["load"]),
        # other things of these names
        ("import json\njson.load(file)", []),
        ("settings.load()", []),
    ],
)
def test_what_counts_as_unpickling(code: str, expected: list[str]) -> None:
    assert list(risks(code)) == expected


def risks(code: str) -> "list[str]":
    """Modules and calls in the code that could run what a file says."""
    found: list[str] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name.split(".")[0] in FORBIDDEN]
        elif isinstance(node, ast.ImportFrom):
            found += [node.module] if (node.module or "").split(".")[0] in FORBIDDEN and node.module else []
        elif isinstance(node, ast.Call) and _is_unsafe_load(node):
            found.append("load")
    return found


def _is_unsafe_load(call: ast.Call) -> bool:
    function = call.func
    if not (isinstance(function, ast.Attribute) and function.attr == "load" and isinstance(function.value, ast.Name)):
        return False
    safe = any(
        keyword.arg == "allow_pickle" and isinstance(keyword.value, ast.Constant) and keyword.value.value is False
        for keyword in call.keywords
    )
    return function.value.id in ("np", "numpy", "yaml", "torch") and not safe
