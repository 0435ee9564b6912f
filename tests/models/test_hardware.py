"""What the machine can do is asked as oneDNN asks it."""

from pathlib import Path

import pytest

from qa.models import hardware


@pytest.mark.parametrize(
    ("limit", "flags", "fast"),
    [
        (None, "avx2 amx_bf16 amx_tile", True),
        ("ALL", "avx2 amx_bf16 amx_tile", True),
        ("AVX512_CORE_AMX", "amx_bf16", True),
        ("AVX2", "avx2 amx_bf16 amx_tile", False),
        ("avx512_core_bf16", "avx512_bf16 amx_bf16", True),
        ("AVX512_CORE_VNNI", "avx512_bf16 amx_bf16", False),
        (None, "avx2 avx512f avx512_bf16", True),
        ("AVX512_CORE_BF16", "avx512f avx512_bf16", True),
        ("AVX2", "avx512_bf16", False),
        (None, "avx2 avx512f", False),
    ],
)
def test_bfloat16_is_fast_where_the_processor_multiplies_it_and_may(
    limit: str | None, flags: str, fast: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cpuinfo").write_text(f"flags\t\t: {flags}\n")
    monkeypatch.setattr(hardware, "_PROCESSOR", tmp_path / "cpuinfo")
    monkeypatch.delenv("ONEDNN_MAX_CPU_ISA", raising=False)
    if limit is not None:
        monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", limit)
    assert hardware.fast_bfloat16.__wrapped__() is fast


def test_elsewhere_than_on_linux_it_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "_PROCESSOR", tmp_path / "none")
    assert hardware.fast_bfloat16.__wrapped__() is False


def test_the_processors_counted_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {1, 5, 9}, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert hardware.processors() == 3
    monkeypatch.setattr("sys.platform", "darwin")
    assert hardware.processors() >= 1
