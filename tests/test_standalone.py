"""Contents that can be read by themselves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.attribution.draft import Draft
from quotex.claims.standalone import stand_alone
from quotex.records import Act, Kind, Span, StandAlone
from quotex.speakers import resolve
from quotex.structure import analyse
from speaker_samples import NLP, names_of

PEOPLE = "Ida Roe; Ulf Osk; Ada Doe; John Osk; Roe; Doe; Osk"


def standing(article: str, people: str = PEOPLE) -> StandAlone:
    """The content in braces of an article, made to stand alone; its source stands in double brackets."""
    text = re.sub(r"\[\[|\]\]|\{|\}", "", article)
    doc = NLP(text)

    def marked(opening: str, closing: str) -> tuple[int, int]:
        start = len(re.sub(r"\[\[|\]\]|\{|\}", "", article[: article.index(opening)]))
        end = len(re.sub(r"\[\[|\]\]|\{|\}", "", article[: article.index(closing)]))
        span = doc.char_span(start, end)
        return span.start, span.end

    source, content = marked("[[", "]]"), marked("{", "}")
    draft = Draft(None, source, (content,), (False,), Act.STATEMENT, Kind.INDIRECT, 0.9)
    cast = resolve(doc, analyse(doc), names_of(doc, people), [draft], find_references=True)
    return stand_alone(doc, draft.content, cast.references[0])


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("[[Ida Roe]] said {she would sell her boats}.", "Ida Roe would sell her boats"),
        ("[[Ida Roe]] praised {her first boat}.", "Ida Roe’s first boat"),
        ("[[Ida Roe]] said {the town had told her that all was well}.", "the town had told Ida Roe that all was well"),
        ("Ida Roe came. [[Ulf Osk]] said {Roe would sell boats}.", "Ida Roe would sell boats"),
        ("[[Ida Roe]] said: “{I think my boats are old}.”", "I [Ida Roe] think my boats are old"),
        ("[[Ida Roe]] said {she’d sell boats}.", "she [Ida Roe]’d sell boats"),
        ("The mayor, Ida Roe, came. [[Ulf Osk]] said {the mayor would sell boats}.", "Ida Roe would sell boats"),
        ("[[Ida Roe]] said {Ida Roe sold boats and she was glad}.", "Ida Roe sold boats and she was glad"),
    ],
)
def test_what_is_sure_gives_way_to_the_name(article: str, text: str) -> None:
    """Pronouns, surnames and roles become the full name, once in a content, and verbs still fit."""
    assert standing(article).text == text


@pytest.mark.parametrize(
    ("article", "word", "rule"),
    [
        ("[[Ida Roe]] said: “{We sell boats}.”", "We", "several-speak"),
        ("[[Ida Roe]] said: “{She sells boats}.”", "She", "speaks-of-another"),
        ("Ulf Osk and John Osk came. [[Ida Roe]] said {Osk sold boats}.", "Osk", "several-bearers"),
        ("Ulf Osk met John Osk. [[Ida Roe]] said {he sold boats}.", "he", "unsure"),
        ("[[Ida Roe]] said {the captain sold boats}.", "the captain", "role-of-nobody"),
    ],
)
def test_what_is_not_sure_stays_and_is_listed(article: str, word: str, rule: str) -> None:
    """Nothing is guessed: the words stay as they are, and the list says why."""
    found = standing(article)
    assert (found.substitutions, [each.rule for each in found.unresolved]) == ((), [rule])
    assert word in found.text


@pytest.mark.parametrize("content", ["the candidate in this race", "the mayor of Tarn", "the mayor who left"])
def test_a_role_that_says_of_what_stands_by_itself(content: str) -> None:
    """A description that tells more is neither replaced nor in doubt."""
    found = standing(f"The mayor, Ida Roe, came. [[Ulf Osk]] said {{{content} sold boats}}.")
    assert (found.text, found.substitutions, found.unresolved) == (f"{content} sold boats", (), ())


def test_the_log_tells_what_was_changed_and_where_the_name_stands() -> None:
    """Each substitution holds the words in the content, the new ones, where they were taken from, and why."""
    (made,) = standing("[[Ida Roe]] said {she would sell boats}.").substitutions
    assert (made.span, made.new, made.source) == (Span(13, 16, "she", 3, 4), "Ida Roe", Span(0, 7, "Ida Roe", 0, 2))
    assert (made.rule, made.score >= 0.86) == ("last-speaker", True)


_WORDS = st.sampled_from("Ida Roe Osk he she her his I we they it the mayor sold boats , . “ ” 's".split())


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=25))
def test_any_words_give_their_own_text_but_for_the_changes(words: list[str]) -> None:
    """Undoing the substitutions one after the other gives the content as it stood."""
    content = " ".join(words)
    found = standing(f"[[Ida Roe]] met Ulf Osk and said {{{content}}} .")
    text = found.text
    at = 0
    for each in found.substitutions:
        place = text.index(each.new, at)
        text = text[:place] + each.span.text + text[place + len(each.new) :]
        at = place + len(each.span.text)
    assert text == content
