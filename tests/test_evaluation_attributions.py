"""The measures of attributions on cases small enough to be computed by hand."""

from __future__ import annotations

from pathlib import Path

from evaluation_cases import RAIN, RAN, TEXT, score_attributions
from quotex.evaluation import Rates, Share


def test_the_spans_of_the_examples_are_what_they_are_meant_to_be() -> None:
    """The text of this module slices as the cases below assume."""
    slices = {role: [TEXT[start:end] for start, end in RAN[role]] for role in RAN}
    assert slices == {"cue": ["added"], "source": ["Bo Li"], "content": ['"We ran,"']}
    assert TEXT[slice(*RAIN["content"][0])] == "that rain fell"


def test_gold_scores_itself_perfectly(tmp_path: Path) -> None:
    """The gold records given as predictions are right in every measure and slice."""
    evaluation = score_attributions(tmp_path, [RAIN, RAN], [RAN, RAIN])
    figures = evaluation.figures
    percentages = {evaluation.value(group, measure) for group in figures for measure in figures[group]}
    assert percentages == {100.0}
    assert figures["all"]["ggt@0.8"] == Rates(2, 2, 2)
    assert figures["quoted"]["ggt@0.8"] == Rates(1, 1, 1)
    assert figures["say"]["ggt@0.8"] == Rates(2, 2, 2)


def test_nothing_predicted_scores_nothing(tmp_path: Path) -> None:
    """Without predictions every rate is 0, and nothing is divided by 0."""
    figures = score_attributions(tmp_path, [RAIN, RAN], []).figures
    assert figures["all"]["joint@0.5"] == Rates(0, 0, 2)
    assert str(figures["all"]["joint@0.5"]).split() == ["0.0", "(0.0/0.0)"]
    assert figures["all"]["speaker_acc@0.8"] == Share(0, 0)


def test_coverage_asks_for_more_than_the_threshold(tmp_path: Path) -> None:
    """Four of five counted characters are exactly 0.8 of "We ran" and not enough for ggt@0.8."""
    found = {**RAN, "content": [[30, 36]]}
    assert TEXT[30:36] == "We ran"
    assert score_attributions(tmp_path, [RAN], [found]).figures["all"]["ggt@0.8"] == Rates(1, 1, 1)
    short = {**RAN, "content": [[30, 35]]}
    figures = score_attributions(tmp_path, [RAN], [short]).figures["all"]
    assert figures["ggt@0.8"] == Rates(0, 1, 1)
    assert figures["ggt@0.3"] == Rates(1, 1, 1)
    assert figures["iou@0.8"] == Rates(1, 1, 1)


def test_intersection_over_union_asks_for_at_least_the_threshold(tmp_path: Path) -> None:
    """Half of a content is enough for iou@0.5, a character less is not."""
    gold = {**RAIN, "content": [[18, 26]]}  # "rain fel", seven counted characters
    assert TEXT[18:26] == "rain fel"
    wide = {**RAIN, "content": [[8, 26]]}  # "said that rain fel", fifteen
    assert score_attributions(tmp_path, [gold], [wide]).figures["all"]["iou@0.5"] == Rates(0, 1, 1)
    narrower = {**RAIN, "content": [[9, 26]]}  # fourteen
    assert score_attributions(tmp_path, [gold], [narrower]).figures["all"]["iou@0.5"] == Rates(1, 1, 1)


def test_joint_asks_for_the_source_too(tmp_path: Path) -> None:
    """A right content with a source that shares less than half counts for iou and not for joint."""
    found = {**RAIN, "source": [[0, 2]]}  # two of six counted characters
    figures = score_attributions(tmp_path, [RAIN], [found]).figures["all"]
    assert figures["iou@0.8"] == Rates(1, 1, 1)
    assert figures["joint@0.8"] == Rates(0, 1, 1)
    assert figures["speaker_acc@0.8"] == Share(1, 1)


def test_two_missing_sources_agree_and_one_does_not(tmp_path: Path) -> None:
    """Joint and speaker_acc take two empty sources for right, and one empty source for wrong."""
    without = {**RAIN, "source": []}
    both = score_attributions(tmp_path, [without], [{**RAIN, "source": None}]).figures["all"]
    assert (both["joint@0.5"], both["speaker_acc@0.3"]) == (Rates(1, 1, 1), Share(1, 1))
    assert both["source_exact"] == Rates(0, 0, 0)
    one = score_attributions(tmp_path, [without], [RAIN]).figures["all"]
    assert (one["joint@0.5"], one["speaker_acc@0.3"]) == (Rates(0, 1, 1), Share(0, 1))
    assert one["source_exact"] == Rates(0, 1, 0)


def test_punctuation_and_white_space_do_not_count(tmp_path: Path) -> None:
    """A content with and without its marks, comma and spaces is exactly right; one letter more is not."""
    bare = {**RAN, "content": [[28, 36]]}
    assert score_attributions(tmp_path, [RAN], [bare]).figures["all"]["content_exact"] == Rates(1, 1, 1)
    wide = {**RAN, "content": [[26, 38]]}
    assert score_attributions(tmp_path, [RAN], [wide]).figures["all"]["content_exact"] == Rates(0, 1, 1)


def test_exact_roles_need_a_shared_cue(tmp_path: Path) -> None:
    """The right source and content under another cue count for no exact role."""
    found = {**RAIN, "cue": [[45, 50]]}
    figures = score_attributions(tmp_path, [RAIN], [found]).figures["all"]
    assert [figures[f"{role}_exact"] for role in ("cue", "source", "content")] == [Rates(0, 1, 1)] * 3
    assert figures["joint@0.8"] == Rates(1, 1, 1)


def test_of_equal_cues_the_better_content_is_paired(tmp_path: Path) -> None:
    """Two predictions on one cue: the one with the right content is paired, the other costs precision."""
    worse = {**RAIN, "content": [[18, 22]]}
    figures = score_attributions(tmp_path, [RAIN], [worse, RAIN]).figures["all"]
    assert figures["content_exact"] == Rates(1, 2, 1)


def test_each_record_is_paired_once_and_the_best_pair_first(tmp_path: Path) -> None:
    """A prediction over both contents is paired with the one it covers first in the file when both score the same."""
    gold = [RAIN, {**RAN, "source": [[0, 7]]}]
    wide = {"cue": [], "source": [[0, 7]], "content": [[13, 38]]}
    figures = score_attributions(tmp_path, gold, [wide]).figures["all"]
    assert figures["ggt@0.8"] == Rates(1, 1, 2)
    assert figures["speaker_acc@0.8"] == Share(1, 1)


def test_records_without_counted_content_are_left_out(tmp_path: Path) -> None:
    """A content of a comma and a mark alone counts neither in gold nor in predictions."""
    empty = {**RAN, "content": [[36, 38]]}
    assert score_attributions(tmp_path, [RAIN, empty], [RAIN, empty]).figures["all"]["ggt@0.8"] == Rates(1, 1, 1)


def test_slices_take_each_side_by_its_own_words(tmp_path: Path) -> None:
    """A prediction without the marks is outside the quoted slice, where the gold record stays and is missed."""
    bare = {**RAN, "content": [[30, 36]], "cue": [[51, 63]]}
    figures = score_attributions(tmp_path, [RAN], [bare]).figures
    assert figures["quoted"]["ggt@0.8"] == Rates(0, 0, 1)
    assert figures["say"]["ggt@0.8"] == Rates(0, 0, 1)
    assert figures["all"]["ggt@0.8"] == Rates(1, 1, 1)
