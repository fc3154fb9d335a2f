"""The measures of speakers on given attributions, on cases small enough to be computed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation_cases import RAIN, RAN, TEXT, statement, write
from given_samples import answering
from quotex.errors import LineError, RecordError, SettingsError
from quotex.evaluation import Mean, Rates, Share, evaluate_files, evaluate_given
from quotex.evaluation.given.distance import Distance, distance_of
from quotex.evaluation.inputs import Record

NEWS = {"id": "news/a.txt", "text": TEXT, "attributions": [RAIN, RAN]}


def _judged(**fields: Any) -> dict[str, Any]:
    defaults = {"act": "statement", "speaker": "Ana Roe", "title": None, "type": "person", "mention": "named"}
    return {"certain": True, **defaults, **fields}


def _speakers(folder: Path, *judged: dict[str, Any]) -> Path:
    """A file of speakers for ``NEWS``, with its texts beside it."""
    write(folder / "news.jsonl", NEWS)
    return write(folder / "speakers-news.jsonl", {"id": "a", "speakers": list(judged)})


def _statements(folder: Path, *statements: dict[str, Any]) -> Path:
    return write(folder / "told.jsonl", {"id": "b", "text": TEXT, "statements": list(statements)})


def test_speakers_are_counted_by_form_type_and_distance(tmp_path: Path) -> None:
    """One of two is right: the share of each group of the gold record that occurs, and of all."""
    gold = _speakers(tmp_path, _judged(), _judged(speaker="the council", mention="collective", type="group"))
    pooled = evaluate_given([gold], resolver=answering({}, {"names": ["Bo Li"]})).pooled
    assert pooled["speaker"] == {"collective": Share(0, 1), "named": Share(1, 1), "all": Share(1, 2)}
    assert pooled["type"] == {"group": Share(0, 1), "person": Share(1, 1)}
    assert pooled["distance"] == {"inside": Share(1, 1), "nowhere": Share(0, 1)}


def test_records_that_are_not_certain_do_not_count(tmp_path: Path) -> None:
    """They are neither demanded nor punished, but the resolver sees the whole document."""
    gold = _speakers(tmp_path, _judged(), _judged(speaker="Bo Li", act="belief", title="head", certain=False))
    evaluation = evaluate_given([gold], resolver=answering({}, {"title": "mayor"}))
    assert evaluation.cases == 1
    assert evaluation.pooled["speaker"]["all"] == Share(1, 1)
    assert evaluation.pooled["given"]["title"] == Rates(0, 0, 0)
    assert list(evaluation.pooled["act"]) == ["statement"]


def test_several_speakers_and_none(tmp_path: Path) -> None:
    """A list compares as a set, and nobody is right where the gold says nobody."""
    gold = _speakers(tmp_path, _judged(speaker=["Ana Roe", "Bo Li"]), _judged(speaker=None, mention="none"))
    right = answering({"names": ["Bo Li", "Ana Roe"]}, {"names": []})
    evaluation = evaluate_given([gold], resolver=right)
    assert evaluation.value("speaker", "all") == 100.0
    assert evaluation.pooled["given"]["answered"] == Share(1, 2)
    wrong = answering({"names": ["Bo Li"]}, {"names": ["Bo Li"]})
    assert evaluate_given([gold], resolver=wrong).value("speaker", "all") == 0.0


def test_a_list_of_titles_is_joined(tmp_path: Path) -> None:
    """Titles of several speakers are one text without the missing ones; a list of none is no title."""
    gold = _speakers(tmp_path, _judged(title=[None, "mayor", "head of office"]), _judged(title=[None, None]))
    titles = [
        evaluate_given([gold], resolver=answering({"title": t}, {})).pooled["given"]["title"] for t in ("head", "")
    ]
    assert titles == [Rates(1, 1, 1), Rates(0, 0, 1)]


def test_acts_are_scored_one_by_one_and_their_mean(tmp_path: Path) -> None:
    """Of statement, statement and belief, found as statement, belief, belief: F1 is two thirds for both acts."""
    write(tmp_path / "news.jsonl", {**NEWS, "attributions": [RAIN, RAN, RAN]})
    acts = [_judged(act=act) for act in ("statement", "statement", "belief")]
    gold = write(tmp_path / "speakers-news.jsonl", {"id": "a", "speakers": acts})
    found = answering(*({"act": act} for act in ("statement", "belief", "belief")))
    pooled = evaluate_given([gold], resolver=found).pooled
    assert pooled["act"] == {"belief": Rates(1, 2, 1), "statement": Rates(1, 1, 2)}
    assert pooled["given"]["act"] == Share(2, 3)
    macro = pooled["given"]["act_macro"]
    assert isinstance(macro, Mean)
    assert (macro.percent, macro.of) == (66.7, 2)


def test_an_act_that_the_gold_lacks_has_no_row(tmp_path: Path) -> None:
    """The mean is over the acts of the gold: an act that is only found lowers those it was taken from."""
    gold = _speakers(tmp_path, _judged(), _judged())
    pooled = evaluate_given([gold], resolver=answering({}, {"act": "attitude"})).pooled
    assert pooled["act"] == {"statement": Rates(1, 1, 2)}
    assert evaluate_given([gold], resolver=answering({}, {"act": "attitude"})).value("given", "act_macro") == 66.7


def test_several_files_are_scored_apart_and_together(tmp_path: Path) -> None:
    """Each file has its figures; pooled counts all cases, and what one gold lacks comes from the other alone."""
    files = [_speakers(tmp_path, _judged(), _judged()), _statements(tmp_path, statement(RAIN), statement(RAN))]
    evaluation = evaluate_given(files, resolver=answering({}, {"names": ["Bo Li"], "kind": "direct"}))
    assert list(evaluation.files) == ["speakers-news", "told"]
    assert (evaluation.documents, evaluation.cases) == (2, 4)
    assert [figures["speaker"]["named"] for figures in evaluation.files.values()] == [Share(1, 2), Share(1, 2)]
    assert evaluation.pooled["speaker"]["named"] == Share(2, 4)
    assert evaluation.pooled["given"]["kind"] == evaluation.files["told"]["given"]["kind"] == Share(1, 2)
    assert "kind" not in evaluation.files["speakers-news"]["given"]
    assert evaluation.files["told"]["type"] == evaluation.files["told"]["act"] == {}
    assert "act" not in evaluation.files["told"]["given"]


def test_halves_are_of_each_file(tmp_path: Path) -> None:
    """Even takes the first, third … of the sorted ids of each file, whatever other documents the texts hold."""
    ids = ["c", "a", "b"]
    write(tmp_path / "n.jsonl", *({**NEWS, "id": key} for key in ["0", *ids]))
    speakers = write(tmp_path / "speakers-n.jsonl", *({"id": key, "speakers": [_judged()] * 2} for key in ids))
    told = write(tmp_path / "t.jsonl", *({"id": key, "text": TEXT, "statements": [statement(RAIN)]} for key in ids))
    seen: list[str] = []

    def resolver(document: Any) -> Any:
        seen.append(document.id)
        return answering(*[{}] * len(document.records))(document)

    assert evaluate_given([speakers, told], "even", resolver=resolver).documents == 4
    assert seen == ["a", "c", "a", "c"]
    with pytest.raises(SettingsError, match="half is 'left'"):
        evaluate_given([told], "left", resolver=resolver)


def test_the_texts_can_be_named(tmp_path: Path) -> None:
    """Speakers whose texts lie elsewhere, under another name, are scored with them."""
    gold = write(tmp_path / "who.jsonl", {"id": "a", "speakers": [_judged(), _judged()]})
    texts = write(tmp_path / "texts.jsonl", NEWS)
    assert evaluate_given([gold], texts=texts, resolver=answering({}, {})).cases == 2


def test_missing_texts_are_told_with_the_way_out(tmp_path: Path) -> None:
    """Without the file of texts beside it the error names that file, if it can be told, and the option."""
    line = {"id": "a", "speakers": []}
    with pytest.raises(LineError, match=r"n\.jsonl is not beside it; name it \(--texts FILE\)"):
        evaluate_given([write(tmp_path / "speakers-n.jsonl", line)])
    with pytest.raises(LineError, match=r"the file of its attributions is not beside it; name it \(--texts FILE\)"):
        evaluate_given([write(tmp_path / "who.jsonl", line)])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"id": "a", "speakers": [_judged()]}, r"\$: 1 speakers, but 2 records of the document in news\.jsonl"),
        ({"id": "z", "speakers": []}, r"news\.jsonl holds no document z"),
        ({"id": "a", "speakers": [_judged(), _judged(certain=1)]}, r'speakers\[1\]: the field "certain" must be true'),
        ({"id": "a", "speakers": [_judged(), _judged(title=3)]}, r'speakers\[1\]: the field "title" must be'),
        ({"id": "a", "speakers": [_judged(), {"certain": True}]}, r'speakers\[1\]: the field "mention" must be'),
        ({"id": "b"}, r'the field "speakers" must be a list'),
    ],
)
def test_a_bad_line_of_speakers_is_named(tmp_path: Path, line: dict[str, Any], problem: str) -> None:
    """What does not fit is told with the file, the line and the place."""
    write(tmp_path / "news.jsonl", NEWS, {**NEWS, "id": "b"}, {**NEWS, "id": "c"})
    fine = {"id": "c", "speakers": [_judged(), _judged()]}
    gold = write(tmp_path / "speakers-news.jsonl", fine, line)
    with pytest.raises(LineError, match=problem) as caught:
        evaluate_given([gold], resolver=answering({}, {}))
    assert (caught.value.file, caught.value.line) == ("speakers-news.jsonl", 2)


def test_what_cannot_be_scored_is_refused(tmp_path: Path) -> None:
    """Attributions without speakers, a document given twice, a file given twice, no file, records without words."""
    news = write(tmp_path / "news.jsonl", NEWS)
    with pytest.raises(LineError, match="the attributions have no speakers"):
        evaluate_given([news])
    line = {"id": "a", "speakers": [_judged(), _judged()]}
    with pytest.raises(LineError, match="the document a was there before"):
        evaluate_given([write(tmp_path / "speakers-news.jsonl", line, line)])
    told = _statements(tmp_path, statement(RAIN))
    with pytest.raises(SettingsError, match="two gold files are called told"):
        evaluate_given([told, told], resolver=answering({}))
    with pytest.raises(SettingsError, match="at least one"):
        evaluate_given([])
    with pytest.raises(RecordError, match=r"b: \$\[0\]: the attribution holds no words"):
        evaluate_given([_statements(tmp_path, statement({"content": []}))])


def test_speakers_without_texts_are_no_gold_for_predictions(tmp_path: Path) -> None:
    """The measures of found attributions refuse a file of speakers."""
    gold = _speakers(tmp_path, _judged(), _judged())
    with pytest.raises(LineError, match='needs the field "attributions" or "statements"'):
        evaluate_files(gold, gold)


def test_by_default_quotex_resolves(tmp_path: Path) -> None:
    """Without a resolver the speakers are those of resolve_given: the two names of the text."""
    gold = _statements(tmp_path, statement(RAIN), statement(RAN, kind="direct", speaker="Bo Li"))
    evaluation = evaluate_given([gold])
    assert evaluation.value("speaker", "all") == evaluation.value("given", "kind") == 100.0
    assert sum(each.right.of for each in evaluation.reliability.bins) == 2


#          0         10        20        30
DISTANT = "Bo Li waved. " + 90 * "x" + " She said so. " + 300 * "y" + " he said; Ana Roe left. LI!"


@pytest.mark.parametrize(
    ("speaker", "source", "distance"),
    [
        ("Bo Li", (0, 5), Distance.INSIDE),
        ("the bo", (0, 5), Distance.INSIDE),
        ("Mr Bo Li", (0, 5), Distance.INSIDE),
        ("Bo Li", (104, 107), Distance.TO_100),
        ("Bo Li", (106, 107), Distance.TO_300),
        ("Bo Li", (418, 420), Distance.TO_1000),
        ("Ana Roe", (418, 420), Distance.LATER),
        ("Cy Oh", (418, 420), Distance.NOWHERE),
        ("bo li waved so", (418, 420), Distance.NOWHERE),
        (None, (418, 420), Distance.NOBODY),
        ("", (418, 420), Distance.NOBODY),
        ((None, "Bo Li"), (0, 5), Distance.INSIDE),
        (("Bo Li", "Ana Roe"), (104, 107), Distance.LATER),
    ],
)
def test_the_distance_is_that_of_the_nearest_naming_before(
    speaker: Any, source: tuple[int, int], distance: Distance
) -> None:
    """Full name or capitalised last word, the nearest before the source; of several speakers the farthest counts."""
    assert distance_of(Record((), (source,), (), speaker=speaker), DISTANT) is distance


def test_distance_steps_include_their_ends() -> None:
    """A hundred characters between are within a hundred, a thousand within a thousand, and one more is farther."""

    def at(gap: int) -> Distance:
        text = "Bo Li" + " " * gap + "he"
        return distance_of(Record((), ((5 + gap, 7 + gap),), (), speaker="Bo Li"), text)

    assert [at(gap) for gap in (1, 100, 101, 300, 301, 1000, 1001)] == [
        Distance.TO_100,
        Distance.TO_100,
        Distance.TO_300,
        Distance.TO_300,
        Distance.TO_1000,
        Distance.TO_1000,
        Distance.FARTHER,
    ]


def test_without_source_the_cue_or_content_is_measured_from() -> None:
    """A follow-on quotation is as far from its speaker as its content."""
    assert distance_of(Record(((104, 107),), (), ((0, 5),), speaker="Bo Li"), DISTANT) is Distance.TO_100
    assert distance_of(Record((), (), ((418, 420),), speaker="Bo Li"), DISTANT) is Distance.TO_1000


def test_table_and_primitives_show_every_given_figure(tmp_path: Path) -> None:
    """Every measure of each file and of both together stands in the table and in the JSON, with its interval."""
    files = [_speakers(tmp_path, _judged(), _judged()), _statements(tmp_path, statement(RAIN), statement(RAN))]
    evaluation = evaluate_given(files, "even", resolver=answering({"score": 0.9}, {"names": ["Bo Li"]}))
    table, primitives = evaluation.table(), json.loads(json.dumps(evaluation.primitives()))
    assert table.startswith("speakers of 4 given attributions of 2 documents, even half\n")
    for figures, shown in [
        (evaluation.pooled, primitives["pooled"]),
        *((figures, primitives["files"][name]) for name, figures in evaluation.files.items()),
    ]:
        for group, measures in figures.items():
            for measure, figure in measures.items():
                rows = [line for line in table.splitlines() if line.split()[:1] == [measure]]
                assert any(str(figure).strip() in row for row in rows), (group, measure)
                assert shown[group][measure] == figure.primitives()
                if isinstance(figure, Share):
                    assert (shown[group][measure]["low"], shown[group][measure]["high"]) == figure.interval
    assert primitives["reliability"]["expected_calibration_error"] == evaluation.reliability.error
    for each in evaluation.reliability.bins:
        assert f"{each.lowest:.4f}–{each.highest:.4f}" in table
    assert [row["least"] for row in primitives["reliability"]["curve"]] == [100, 95, 90, 80, 70, 60, 50]


def test_one_file_has_one_column(tmp_path: Path) -> None:
    """A single file needs neither a heading of columns nor a second one that says the same."""
    evaluation = evaluate_given([_statements(tmp_path, statement(RAIN))], resolver=answering({"names": []}))
    assert "told" not in evaluation.table()
    assert "pooled" not in evaluation.table()
    assert "expected calibration error" not in evaluation.table()
