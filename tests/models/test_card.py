"""The files of the model are those that the card names."""

import shutil
from pathlib import Path

import pytest

from claimx.errors import ModelError
from claimx.models.card import DIRECTORY, load_card, verified
from claimx.models.decoder import Decoder


@pytest.mark.parametrize("name", load_card()["sha256"])
def test_the_shipped_files_are_verified(name: str) -> None:
    assert verified(DIRECTORY, name) == DIRECTORY / name


def test_another_file_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    shutil.copyfile(DIRECTORY / "model.json", tmp_path / "model.json")
    with pytest.raises(ModelError, match=r"no decoder\.npz"):
        Decoder.load(tmp_path)
    (tmp_path / "decoder.npz").write_bytes((DIRECTORY / "decoder.npz").read_bytes() + b"x")
    with pytest.raises(ModelError, match="is not the file"):
        Decoder.load(tmp_path)
