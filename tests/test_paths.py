from __future__ import annotations

from pathlib import Path

import pytest

from bodymap.errors import BodymapError
from bodymap.paths import Paths, asset, private_folder


@pytest.mark.parametrize(
    "name", ["../pyproject.toml", "atlas/../../pyproject.toml", "/etc/passwd", "", "atlas//x", "C:/x", "a\\..\\b"]
)
def test_the_door_to_assets_lets_nobody_out(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of an asset"):
        asset(name)


def test_an_asset_is_found_and_a_missing_one_is_a_sentence() -> None:
    assert asset("atlas").is_dir()
    with pytest.raises(BodymapError, match="install Bodymap again"):
        asset("atlas/no_such_file.yaml")


def test_a_data_folder_that_is_named_holds_data_and_settings_but_not_the_cache(
    tmp_path: Path, shared_cache: Path
) -> None:
    paths = Paths.resolve(tmp_path / "here")
    assert (paths.data, paths.config, paths.cache) == (tmp_path / "here", tmp_path / "here", shared_cache)


def test_a_private_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    folder.parent.mkdir()
    folder.mkdir(mode=0o755)
    assert private_folder(folder).stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(BodymapError, match="can't be used"):
        private_folder(tmp_path / "f")
