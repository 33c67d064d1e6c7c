"""What a build's stages took, as ``--profile`` prints it."""

import sys

import pytest

from generator.pipeline.profile import REST, Profile
from generator.pipeline.watch import unwatched


def test_what_is_watched_passes_unchanged_and_is_noted() -> None:
    profile = Profile()
    with profile.measured():
        watch = profile.watching(unwatched)
        inner = watch("Inner", [1, 2])
        assert list(watch("Outer", inner, 2)) == [1, 2]
    names = [stage.name for stage in profile.stages]
    assert names == ["Inner", "Outer", REST, "In all"]
    inside, outside, rest, whole = (stage.seconds for stage in profile.stages)
    assert 0 <= inside <= outside <= whole
    assert rest == pytest.approx(whole - outside, abs=1e-6)
    assert [line.split()[0] for line in profile.lines()] == ["seconds", "Inner", "Outer", "Everything", "In"]


def test_a_stage_that_fails_is_noted_too() -> None:
    profile = Profile()

    def failing() -> None:
        with profile.measured():
            for _ in profile.watching(unwatched)("Stage", [1]):
                raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        failing()
    assert [stage.name for stage in profile.stages][-1] == "In all"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not say")
def test_memory_is_that_of_all_processes() -> None:
    profile = Profile()
    with profile.measured():
        held = bytearray(64 << 20)
        list(profile.watching(unwatched)("Stage", held[:1]))
    memory = profile.stages[0].memory
    assert memory is not None
    assert memory > 64 << 20
