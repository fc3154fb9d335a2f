"""The Ray engine against the processes of one machine: the same folders, the same faults, and nothing left behind."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotex.archive import Batch, Job, Line, read_all
from quotex.archive.flow import Flow
from quotex.cli import INTERRUPTED, main
from quotex.documents import Document, Fault
from quotex.records import Metadata
from tests.deadly_texts import Crashing, Hanging, KilledOnce

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason='Ray is not installed: pip install "quotex[ray]"'
)
STORY = "“Pier {0} opens in May,” the harbour master, Ada Osei, said. She added that pier {0} had been dry for years."


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """A cluster of two processors on this machine."""
    import ray

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    yield
    ray.shutdown()


def _inputs(folder: Path) -> Path:
    """Loose texts and lines, some of which cannot be read."""
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.txt").write_text(STORY.format(number), encoding="utf-8")
    (folder / "empty.txt").touch()
    lines = [json.dumps({"id": f"line {number}", "text": STORY.format(number)}) for number in range(30)]
    (folder / "more.jsonl").write_text("\n".join([*lines[:20], "{", *lines[20:]]), encoding="utf-8")
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@needs_ray
@pytest.mark.usefixtures("cluster")
def test_a_run_on_ray_makes_the_folder_that_one_machine_makes(tmp_path: Path) -> None:
    """Records, errors, parts and manifest are byte for byte the same, and a cluster that was joined is left running."""
    import ray

    command = ["run", str(_inputs(tmp_path / "news")), "--shard", "8", "--quiet"]
    assert main([*command, "--out", str(tmp_path / "local")]) == 1
    assert main([*command, "--out", str(tmp_path / "ray"), "--engine", "ray"]) == 1
    local = _files(tmp_path / "local")
    assert len([name for name in local if name.startswith("parts")]) >= 4
    assert _files(tmp_path / "ray") == local
    assert ray.is_initialized()


@needs_ray
@pytest.mark.usefixtures("cluster")
def test_what_ends_a_worker_costs_no_other_document(tmp_path: Path) -> None:
    """A crash and a hang are faults in the words of one machine; a worker that was killed is replaced."""
    from quotex.ray import RayEngine

    title = KilledOnce("Pier K to open")
    title.flag = tmp_path / "seen"
    documents = [Document(str(number), STORY.format(number)) for number in range(6)]
    documents[1] = Document("1", Crashing("boo"))
    documents[3] = Document("3", Hanging("boo"))
    documents[5] = Document("5", STORY.format("K"), Metadata(title=title))
    shards = [tuple(documents[start : start + 2]) for start in (0, 2, 4)]
    job = Job(seconds=1.0)
    engine = RayEngine(job)
    try:
        flow = Flow[tuple[Document, ...]](engine, lambda shard: shard, window=3)
        outputs = [output for _, outputs in flow.run(shards, ordered=True) for output in outputs]
    finally:
        engine.close()
    assert title.flag.exists()
    crash = Fault("1", "crash", "the process that read it ended with exit code 3")
    hang = Fault("3", "timeout", "it took longer than 1 seconds")
    zero, two, four, five = read_all([documents[number] for number in (0, 2, 4, 5)], Job())
    assert outputs == [zero, crash, two, hang, four, five]
    assert isinstance(five, Line)


@needs_ray
@pytest.mark.usefixtures("cluster")
def test_an_engine_closed_at_work_leaves_a_cluster_that_works() -> None:
    """What was under way is dropped, and neither this process nor the cluster that was joined comes to harm."""
    from quotex.ray import RayEngine

    documents = [Document(str(number), STORY.format(number)) for number in range(2)]
    for _ in range(5):
        engine = RayEngine(Job())
        while engine.free:
            engine.send(Batch(0, (0, 1), tuple(documents)))
        engine.wait()
        assert engine.busy
        engine.close()
        assert not engine.busy
    engine = RayEngine(Job())
    try:
        flow = Flow[list[Document]](engine, lambda shard: shard, window=1)
        assert [outputs for _, outputs in flow.run([documents])] == [list(read_all(documents, Job()))]
    finally:
        engine.close()


@needs_ray
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
def test_an_interrupt_ends_the_run_and_the_cluster_that_it_started(tmp_path: Path) -> None:
    """Ctrl-C ends the command with 130 and leaves no process; run again on one machine it goes on to the same end."""
    lines = [json.dumps({"text": "\n\n".join(STORY.format(part) for part in range(30))}) for _ in range(400)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "quotex", "run", str(tmp_path / "news.jsonl"), "--out", str(out), "--shard", "4"]
    mark = f"QUOTEX_TEST={tmp_path}"
    environment = dict(os.environ, RAY_ADDRESS="local", QUOTEX_TEST=str(tmp_path))
    with subprocess.Popen(
        [*command, "--engine", "ray"], env=environment, start_new_session=True, stderr=subprocess.PIPE
    ) as process:
        try:
            while process.poll() is None and not list((out / "parts").glob("*.json")):
                time.sleep(0.1)
            assert len(_marked(mark)) > 3
            os.killpg(process.pid, signal.SIGINT)
            _, told = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == INTERRUPTED, told.decode()
    assert b"Traceback" not in told
    end = time.monotonic() + 20
    while _marked(mark) and time.monotonic() < end:
        time.sleep(0.2)
    assert _marked(mark) == []
    done = len(list((out / "parts").glob("*.json")))
    assert 0 < done < 100


def _marked(mark: str) -> list[int]:
    """The processes that have ``mark`` in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
        except OSError:
            continue  # it has ended, or is another's
    return found


def test_without_ray_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where Ray is not installed, the command says what installs it."""
    monkeypatch.setitem(sys.modules, "ray", None)
    assert main(["run", str(_inputs(tmp_path / "news")), "--out", str(tmp_path / "out"), "--engine", "ray"]) == 1
    assert 'pip install "quotex[ray]"' in capsys.readouterr().err
