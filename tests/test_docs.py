"""The written pages agree with the code."""

from __future__ import annotations

import gzip
import re
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Any

import click
import pytest

from quotex import errors, verification
from quotex.claims.learned import weights
from quotex.cli import cli
from quotex.cli.export import CLAIMS, FORMS, NEED_TEXTS
from quotex.exports.parts import Role
from quotex.inputs import FaultCode
from quotex.inputs.fields import CANDIDATES
from quotex.inputs.suffixes import BY_SUFFIX, Packing
from quotex.records import Act, BlockKind, ClaimType, DateBasis, Kind, MentionForm, RegionKind, SpeakerType, Status

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "quotex"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

INSTALL_AND_RUN = "python -m venv .venv && .venv/bin/pip install . && .venv/bin/quotex extract examples/article.txt"
INSTALL_AND_TEST = 'python -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/pytest'


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _blocks(page: str, language: str) -> list[str]:
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return [code for name, code in found if name == language]


def test_the_readme_starts_with_its_two_commands() -> None:
    """The two commands that a newcomer copies stand there word for word, as the checks run them."""
    assert _blocks(_read("README.md"), "")[:2] == [INSTALL_AND_RUN + "\n", INSTALL_AND_TEST + "\n"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository leads to one."""
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_every_command_and_format_is_documented() -> None:
    """The README shows each command and names each format of the command line."""
    readme = _read("README.md")
    formats: Any = next(option for option in cli.commands["extract"].params if option.name == "form")
    assert [name for name in cli.commands if f"quotex {name}" not in readme] == []
    assert [name for name in formats.type.choices if f"`{name}`" not in readme] == []


def test_every_room_is_described() -> None:
    """The table of rooms names each module and package, and nothing that is not there."""
    rooms = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    table = re.search(r"\| room \| job \|\n\|---\|---\|\n(.*?)\n\n", _read("docs/architecture.md"), re.DOTALL)
    assert table is not None
    named = {name for row in table[1].splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == {room for room in rooms if not room.startswith("_")}


def test_files_named_as_places_to_change_exist() -> None:
    """Each file that the page on architecture sends a reader to is there."""
    rows = re.search(r"\| you want to … \| look at \|\n(.*)", _read("docs/architecture.md"), re.DOTALL)
    assert rows is not None
    places = re.findall(r"`([\w/]+(?:\.\w+|/))`", rows[1])
    assert places
    assert [place for place in places if not any((base / place).exists() for base in (PACKAGE, ROOT))] == []


def test_every_error_is_listed() -> None:
    """The page on records names each error class."""
    page = _read("docs/records.md")
    names = [
        name for name, value in vars(errors).items() if isinstance(value, type) and value.__module__ == errors.__name__
    ]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_every_warning_code_is_listed() -> None:
    """The page on records names each code that a warning of the package can have."""
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    codes = set(re.findall(r'\bWarning\(\s*"(\w+)"', sources))
    assert len(codes) >= 5
    page = _read("docs/records.md")
    assert [code for code in sorted(codes) if f"`{code}`" not in page] == []


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("| status | ", verification.Status),
        ("| kind | ", verification.EditKind),
        ("| code | ", verification.WarningCode),
    ],
)
def test_every_value_of_a_verification_is_listed(heading: str, values: type[StrEnum]) -> None:
    """The tables on the page on verifying have each status, kind of edit and warning, in their order, and no other."""
    table = _read("docs/verify.md").partition(heading)[2].partition("\n\n")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == list(values)


def test_every_flag_is_named() -> None:
    """The page on verifying says which kinds are flags, the gravest first."""
    found = re.search(r"^Flags are (.*?)\.", _read("docs/verify.md"), re.MULTILINE | re.DOTALL)
    assert found is not None
    assert re.findall(r"`(\w+)`", found[1]) == list(verification.RISKS)


def test_every_fault_of_an_input_is_listed() -> None:
    """The table on the page on inputs has each code of a fault, and no other."""
    table = _read("docs/inputs.md").partition("| code | what is wrong |")[2]
    codes = [
        code for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for code in re.findall(r"`(\w+)`", cell)
    ]
    assert sorted(codes) == sorted(FaultCode)


def test_every_fault_of_an_archive_is_listed() -> None:
    """The table on the page on archives has each code that reading adds to those of inputs, and no other."""
    modules = [*sorted((PACKAGE / "archive").glob("*.py")), PACKAGE / "ray.py"]
    sources = "".join(path.read_text(encoding="utf-8") for path in modules)
    codes = set(re.findall(r'(?:code, message = |Fault\([\w.]+, |Error, |error, kind\)\), )"(\w+)"', sources))
    assert len(codes) >= 7
    table = _read("docs/archives.md").partition("| code | what was wrong |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == sorted(codes)


def _commands(page: str) -> list[list[str]]:
    """The arguments of each command of quotex that the page shows."""
    lines = "".join(_blocks(page, "")).splitlines()
    return [shlex.split(line.partition("quotex ")[2], comments=True) for line in lines if "quotex " in line]


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "```\nquotex " in page.read_text(encoding="utf-8")], ids=str
)
def test_commands_are_spelled_as_they_are_taken(page: Path) -> None:
    """Each command that a page shows is one, with options that it has."""
    shown = [each for each in _commands(page.read_text(encoding="utf-8")) if each and each[0] in cli.commands]
    assert shown
    for name, *arguments in shown:
        command = cli.commands[name]
        context = click.Context(command, resilient_parsing=True)
        command.make_parser(context).parse_args(list(arguments))


def test_the_code_on_archives_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The examples of the page on archives run, once there is something to read, and print what they say."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("“We open in May,” Ada Osei said.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    page = _read("docs/archives.md")
    reading, many, running = _blocks(page, "python")
    exec(many, {"__name__": "__main__"})
    assert capsys.readouterr().out == _blocks(page, "console")[0]
    exec(running, {"__name__": "__main__"})
    assert capsys.readouterr().out == "1 1 {}\n"
    exec(reading, {})
    assert capsys.readouterr().out == "news/one.txt | Ada Osei | “We open in May,”\n"


def test_every_name_of_a_field_is_listed() -> None:
    """The table on the page on inputs has the names by which fields are guessed, in their order."""
    table = _read("docs/inputs.md").partition("| what | names |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", table, re.MULTILINE)
    assert {role: names.split(", ") for role, names in rows} == {
        role: all_.split() for role, all_ in CANDIDATES.items()
    }


def test_every_export_is_listed() -> None:
    """The table on the page on exports has each form of the command line, which need texts, and the README names it."""
    table = _read("docs/exports.md").partition("| form | what it holds | needs the texts |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([\w-]+)` \|.*\| (yes|no|may have them) \|$", table, re.MULTILINE)
    needs = dict.fromkeys(CLAIMS, "no") | {"web-annotations": "may have them"} | dict.fromkeys(NEED_TEXTS, "yes")
    assert dict(rows) == needs
    assert [form for form in FORMS if f"`{form}`" not in _read("README.md")] == []


def test_every_part_of_an_export_is_listed() -> None:
    """The page on exports names each role by its label."""
    page = _read("docs/exports.md")
    assert [role for role in Role if f"`{role}`" not in page] == []


def test_every_suffix_is_listed() -> None:
    """The page on inputs names each suffix that is read."""
    page = _read("docs/inputs.md")
    assert [suffix for suffix in [*BY_SUFFIX, *Packing] if f"`.{suffix}`" not in page] == []


def test_every_factor_is_listed_with_its_weight() -> None:
    """The table on the page on claims has the factors of the score in their order, with their weights and the bias."""
    page = _read("docs/claims.md")
    table = page.partition("| factor | weight | what it sees |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([+-][\d.]+) \| .+ \|$", table, re.MULTILINE)
    assert [(name, float(weight)) for name, weight in rows] == list(weights().factors.items())
    assert f"{len(rows)} named factors" in page
    assert f"the bias ({weights().bias})" in page


def test_the_code_on_inputs_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The examples of the page on inputs run and read what they say."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("It opens.")
    with gzip.open(tmp_path / "dump.csv.gz", "wt") as file:
        file.write("key,lead_and_body\n7,It opens.\n")
    monkeypatch.chdir(tmp_path)
    for block in _blocks(_read("docs/inputs.md"), "python"):
        exec(block, {})
    out = capsys.readouterr().out
    assert "news/one.txt Document" in out
    assert "dump.csv.gz FieldMap(text='lead_and_body', id='key'" in out


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("docs/conventions.md", [*Act, *Kind, *RegionKind, *Status]),
        ("docs/records.md", [*SpeakerType, *MentionForm]),
        ("docs/architecture.md", list(BlockKind)),
        ("docs/claims.md", [*ClaimType, *DateBasis]),
    ],
)
def test_every_value_is_explained(page: str, values: list[str]) -> None:
    """Each value of an enum occurs on the page that explains it."""
    text = _read(page)
    assert [value for value in values if not re.search(rf"\b{value}", text)] == []


@pytest.mark.parametrize(
    "page",
    ["docs/claims.md", "docs/exports.md", "docs/matching.md", "docs/people.md", "docs/variants.md", "docs/verify.md"],
)
def test_the_code_of_a_page_runs(page: str) -> None:
    """The Python of the pages on claims and on many documents runs from top to bottom and says what is true."""
    blocks = _blocks(_read(page), "python")
    assert blocks
    for block in blocks:
        exec(block, {})


def test_the_code_of_the_readme_runs() -> None:
    """The Python of the README runs from top to bottom."""
    namespace: dict[str, Any] = {"__name__": "__main__", "text": "“We open in May,” Ada Osei said."}
    blocks = _blocks(_read("README.md"), "python")
    assert len(blocks) >= 4
    for block in blocks:
        exec(block, namespace)
