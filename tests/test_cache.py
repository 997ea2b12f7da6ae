"""The cache gives back what was kept, or nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from transclean import cache
from transclean.locales.locale import load_locale
from transclean.rules.registry import all_rules, index, select_rules


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANSCLEAN_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_stored_is_found_under_its_key_only(folder: Path) -> None:
    cache.store("a", "key", b"content")
    assert cache.load("a", "key") == b"content"
    assert cache.load("a", "ke") is None
    assert cache.load("b", "key") is None


def test_a_file_under_another_key_is_not_used(folder: Path) -> None:
    cache.store("a", "one", b"content")
    (file,) = folder.iterdir()
    file.rename(cache._file("a", "two"))
    assert cache.load("a", "two") is None


@pytest.mark.parametrize("cut", [0, 3, 4, 8, -1])
def test_damage_is_noticed(folder: Path, cut: int) -> None:
    cache.store("a", "key", b"content")
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:cut])
    assert cache.load("a", "key") is None


def test_an_empty_name_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCLEAN_CACHE_DIR", "")
    monkeypatch.chdir(tmp_path)
    cache.store("a", "key", b"content")
    assert cache.load("a", "key") is None
    assert not list(tmp_path.iterdir())


def test_old_files_are_cleared_out(folder: Path) -> None:
    cache.store("a", "old", b"content")
    (file,) = folder.iterdir()
    long_ago = time.time() - 90 * 24 * 3600
    os.utime(file, (long_ago, long_ago))
    cache.store("a", "new", b"content")
    assert cache.load("a", "old") is None
    assert cache.load("a", "new") == b"content"


def test_made_once(folder: Path) -> None:
    made = []
    for _ in range(2):
        assert cache.remember("a", "key", lambda: made.append(1) or {"é": [1, None]}) == {"é": [1, None]}
    assert made == [1]


def test_the_users_folder_is_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_cache_dir

    monkeypatch.delenv("TRANSCLEAN_CACHE_DIR")
    for base in (None, "", "/tmp/elsewhere"):
        if base is None:
            monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        else:
            monkeypatch.setenv("XDG_CACHE_HOME", base)
        assert cache.cache_folder() == user_cache_dir("transclean", appauthor=False)


def test_the_index_of_rules_is_the_same_kept_or_made(folder: Path) -> None:
    made = index.__wrapped__(keep=True)
    kept = index.__wrapped__(keep=True)
    assert made == kept == index.__wrapped__(keep=False)
    assert [entry.load() for entry in kept] == list(all_rules())
    assert [entry.code for entry in select_rules(["DATE"], ["DATE001"])][:1] == ["DATE002"]


def test_locales_are_the_same_kept_or_made(folder: Path) -> None:
    first, second = load_locale.__wrapped__("fr"), load_locale.__wrapped__("fr")
    assert first.months == second.months
    assert first.months["juin"] == 6
    assert first.data == second.data
    assert load_locale.__wrapped__("xx").months == {}
