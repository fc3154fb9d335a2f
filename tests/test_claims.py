"""What of a content can be checked: types, score and factors, hedges and negations."""

from __future__ import annotations

import hashlib
import math
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotex.claims
from quotex.claims import Content, claim_of, types_of, weights_sha256, worth
from quotex.claims.factors import LISTS, RULES
from quotex.claims.learned import AGAINST, FOR, weights, word_signals
from quotex.lexicon.words import entries
from quotex.mentions.names import Name, NameType
from quotex.records import Claim, ClaimType, Span
from quotex.spans import Pair
from quotex.tokens import span_of, tokenised

ROOM = Path(quotex.claims.__file__).parent
DAY = date(2024, 5, 8)


def _claim(text: str) -> Claim:
    doc = tokenised(text)
    return claim_of(doc, [(0, len(doc))], day=DAY)


def _words(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("the ferry carried 300 passengers a week", "quantity event"),
        ("fares are higher than in any other port", "comparison"),
        ("the pier closed because of rust", "cause event"),
        ("the bridge will open in June", "prediction"),
        ("the bill taxes every berth", "policy"),
        ("Ines Dravetz voted against the harbour", "record event"),
        ("two boats", "quantity"),
        ("a berth is defined as a place for one boat", "definition"),
        ("the harbour is a disgrace", "opinion"),
        ("the council should act", "opinion"),
        ("gulls on the quay", "other"),
        ("to be repaired", "other"),
        ("the planned road", "other"),
        ("a raid on the harbour", "event"),
        ("boats rather than trains", "other"),
        ("on May 6, 2024", "other"),
        ("", "other"),
    ],
)
def test_types(text: str, types: str) -> None:
    """Each type is told by its words, several of one content together, and none by what only looks like it."""
    assert [typed.type.value for typed in _claim(text).types] == types.split()


CASES = {
    "quantity": (
        [
            "half of the ferries are late",
            "dozens of boats lie idle",
            "fares doubled within a year",
            "most islanders own a boat",
            "the fleet stood at 4,000 in spring",
            "the tide was 52 feet, as it happens",
            "the pier has leaked for the past 18 months",
        ],
        [
            "the 21st ferry",
            "by 10:30",
            "ten o'clock",
            "under Article 14",
            "May 5-6 in Corvath",
            "the 14-year-old pilot",
            "the two sides met",
            "the two had sailed",
            "the most splendid quays",
            "Ines Dravetz, 52, sails",
            "a pilot in her 40s sails",
            "she has sailed since she was six",
            "the gale began at 6.15pm",
            "call the pilots on 0555 123 4567",
            "the score at half-time",
        ],
    ),
    "comparison": (
        [
            "the tide is as high as the wall",
            "a more careful pilot",
            "the most useful lighthouse",
            "it is the northernmost and the windiest of ports",
            "Dravetz leading by three points",
            "the harbour is unlike any other",
        ],
        [
            "more than 40 boats",
            "he would rather sail",
            "as soon as it opens",
            "the most recent raid",
            "at least a boat",
            "a forest of masts",
            "to lower the flag",
        ],
    ),
    "cause": (
        [
            "rust affects the pier",
            "the storm, which triggered a flood",
            "thanks to the pilots",
            "the strike hampered the ferries",
            "it brings jobs",
            "that is why boats sink",
            "the ramp makes us late",
        ],
        ["many thanks to the pilots", "the ferry is due to open", "they fight for the cause", "the rules take effect"],
    ),
    "prediction": (
        [
            "the port is set to grow",
            "they are going to sell it",
            "she'd sell the boats",
            "the pier could collapse",
            "the road may be closed",
            "she plans to sail",
            "he would have to sail",
        ],
        [
            "boats going to the island",
            "the will of the island",
            "it would have sunk",
            "if they are going to complain",
            "the pier could not open",
            "he'd better sail",
            "that may be him",
            "she could see the pier",
        ],
    ),
    "policy": (
        ["sanctions on the port", "the Farm Bill", "the Coastal Waters Act", "a ban on nets", "the law on nets"],
        ["Bill sails", "Bill Osei sails", "a law firm on the quay", "law enforcement", "pay the bill", "they act"],
    ),
    "record": (
        [
            "Ines Dravetz has never told her crew",
            "she did not pay the crew",
            "Ines Dravetz (of Corvath) left the party",
            "she was late and missed it",
            "he was selling boats",
            "Ines Dravetz, who sank it",
            "he was convicted",
            "he's paid nothing",
        ],
        [
            "Ines Dravetz's elected rival",
            "if she sold it",
            "she was stung",
            "he used to sail",
            "she did not want it",
            "people who voted",
            "Ines Dravetz. The pier collapsed",
        ],
    ),
    "event": (
        [
            "the crane has collapsed",
            "two pilots were killed",
            "pilots who fled the fire",
            "the ship hit a rock and has sunk",
            "the pilot died by suicide",
            "the blast in the harbour",
            "she voted for it and will sail",
        ],
        [
            "the costs faced by us are high",
            "the men detained could be pilots",
            "9,000 registered boats sail",
            "increased spending",
            "if the crane collapsed",
            "it would have collapsed",
            "the crane has never collapsed",
            "unmarked boats sail",
            "ferries used to stop here",
            "they sail to the blast site",
            "boats that are moored",
            "the pier remained shuttered",
            "a pilot surnamed Osei sails",
            "they owed us a boat",
        ],
    ),
    "definition": (
        ["the term for a small harbour", "a berth means room for one boat"],
        ["by no means", "which means that it sinks", "a means of escape"],
    ),
    "opinion": (
        [
            "it is time to act",
            "a shameful harbour",
            "irreplaceable pilots",
            "the pilots are so slow",
            "a very slow ferry",
            "the harbour is unfairly run",
            "I think it sank",
            "they deserve a pier",
            "no excuse for rust",
        ],
        [
            "a religious feast",
            "a homeless pilot",
            "boats worth 90,000 euros",
            "very few boats",
            "so the boats sail",
            "they make fun of boats",
            "pilots are unable to sail",
        ],
    ),
}
"""By type, contents that make such a claim, and contents that only look like it."""


@pytest.mark.parametrize(("type_", "text"), [(type_, text) for type_, (yes, _) in CASES.items() for text in yes])
def test_a_type_is_told(type_: str, text: str) -> None:
    """Each type is told by its words and by what stands around them."""
    assert type_ in {typed.type.value for typed in _claim(text).types}


@pytest.mark.parametrize(("type_", "text"), [(type_, text) for type_, (_, no) in CASES.items() for text in no])
def test_a_type_is_not_told(type_: str, text: str) -> None:
    """Words of a type in another sense do not tell it."""
    assert type_ not in {typed.type.value for typed in _claim(text).types}


def test_a_type_shows_its_words() -> None:
    """A type names the rule that told it and the words that it saw; only "other" has none."""
    cause, event = _claim("that the pier closed because of rust").types
    assert (cause.rule, _words(cause.spans)) == ("causing-word", ["because of"])
    assert (event.rule, _words(event.spans)) == ("past-verb", ["closed"])
    (other,) = _claim("gulls").types
    assert (other.rule, other.spans) == ("nothing-seen", ())


def test_names_tell_people_from_places() -> None:
    """With names at hand only a person has a record; without them any name with a capital may be one."""
    doc = tokenised("Dravetz Harbour voted against it")
    content = Content.of(doc, [(0, len(doc))])
    place, person = (Name(0, 2, kind, 0.9) for kind in (NameType.PLACE, NameType.PERSON))
    assert ClaimType.RECORD in {typed.type for typed in types_of(content)}
    assert ClaimType.RECORD in {typed.type for typed in types_of(content, [person])}
    assert ClaimType.RECORD not in {typed.type for typed in types_of(content, [place])}


def test_words_within_names_tell_no_policy_and_no_opinion() -> None:
    """A word that is part of a name found in the document says nothing of law and judges nothing."""
    doc = tokenised("the Law and Honour League sails")
    content = Content.of(doc, [(0, len(doc))])
    league = Name(1, 5, NameType.ORGANISATION, 0.9)
    assert {typed.type for typed in types_of(content)} == {ClaimType.POLICY, ClaimType.OPINION}
    assert {typed.type for typed in types_of(content, [league])} == {ClaimType.OTHER}


@pytest.mark.parametrize(
    ("text", "hedges", "negations"),
    [
        ("the dam may have failed", ["may"], []),
        ("perhaps it never rained", ["Perhaps"], ["never"]),
        ("about 40 boats sank", ["about"], []),
        ("they spoke about boats", [], []),
        ("it didn’t fail", [], ["n’t"]),
        ("not only boats sank", [], []),
        ("boats sank", [], []),
    ],
)
def test_reserve_and_negation_show_their_words(text: str, hedges: list[str], negations: list[str]) -> None:
    """Words of reserve and of negation are told with their spans; those that look like them are left alone."""
    claim = _claim(text)
    assert [word.casefold() for word in _words(claim.hedges)] == [word.casefold() for word in hedges]
    assert _words(claim.negations) == negations
    assert (claim.is_hedged, claim.is_negated) == (bool(hedges), bool(negations))


def test_what_can_be_checked_ranks_above_what_cannot() -> None:
    """A number about a public body goes before an opinion, and that before a thank-you."""
    texts = ["the ministry cut 1,200 jobs in 2019", "that would be a wonderful thing", "thank you very much!"]
    scores = [_claim(text).worth.score for text in texts]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.7 > 0.2 > scores[1]


def test_factors_say_what_they_saw() -> None:
    """Each factor that is there is told with its words, the largest share first."""
    found = _claim("the ministry cut 1,200 jobs in 2019").worth
    spans = {factor.name: _words(factor.spans) for factor in found.factors}
    assert spans["numbers"] == ["1,200"]
    assert spans["years"] == ["2019"]
    assert spans["public bodies"] == ["ministry"]
    assert "question mark" not in spans
    shares = [abs(factor.share) for factor in found.factors]
    assert shares == sorted(shares, reverse=True)


def test_learned_words_are_told_heaviest_first() -> None:
    """The factors of learned words add their weights over the root of the count, and name the five that weigh most."""
    doc = tokenised("a b b c d e f g unheard")
    content = Content.of(doc, [(0, len(doc))])
    found = word_signals(content, {"a": 1.0, "b": 2.0, "c": -3.0, "d": 0.1, "e": 0.2, "f": 0.3, "g": 0.4})
    assert found[FOR].value == pytest.approx(4.0 / math.sqrt(8))
    assert found[FOR].runs == ((1, 2), (0, 1), (7, 8), (6, 7), (5, 6))
    assert found[AGAINST].value == pytest.approx(-3.0 / math.sqrt(8))
    assert found[AGAINST].runs == ((3, 4),)


def test_segments_are_read_together() -> None:
    """A content in two parts is one, and the words between them do not count."""
    doc = tokenised("the dam, he said in 1999, has failed")
    claim = claim_of(doc, [(0, 2), (8, 10)])
    assert [span.text for typed in claim.types for span in typed.spans] == ["failed"]
    assert "years" not in {factor.name for factor in claim.worth.factors}
    assert claim.dates == ()


WORDS = (
    "in May 6 2019 , on Monday the last next year ago two % not about may I said Ada will cut than ? ! “ ' - …".split()
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))


@given(TEXTS, st.data())
def test_any_content_is_read(text: str, data: st.DataObject) -> None:
    """Any text gives a claim, the same again: shares add up to the score, spans lie in the segments, dates are ISO."""
    doc = tokenised(text)
    start = data.draw(st.integers(0, len(doc)))
    end = data.draw(st.integers(start, len(doc)))
    claim = claim_of(doc, [(start, end)], day=DAY)
    assert claim == claim_of(doc, [(start, end)], day=DAY)
    found = claim.worth
    assert round(math.fsum([found.bias, *(factor.share for factor in found.factors)]), 4) == found.log_odds
    assert found.score == round(0.5 + 0.5 * math.tanh(found.log_odds / 2), 4)
    shown = [*claim.hedges, *claim.negations, *(each.span for each in claim.dates if each.span)]
    shown += [span for each in (*found.factors, *claim.types) for span in each.spans]
    assert all(start <= span.token_start < span.token_end <= end for span in shown)
    assert all(span == span_of(doc, (span.token_start, span.token_end)) for span in shown)
    assert claim.types
    assert all(date.fromisoformat(f"{each.iso}-01-01"[:10]) for each in claim.dates if each.iso)


def test_the_weights_fit_the_factors() -> None:
    """Each factor has one weight, fifty at most; no name is among the words, and the digest is that of the file."""
    found = weights()
    assert list(found.factors) == [*RULES, FOR, AGAINST]
    assert len(found.factors) <= 50
    assert {"obama", "trump", "iraq", "russia", "romney"}.isdisjoint(found.words)
    assert weights_sha256() == hashlib.sha256((ROOM / "worth.json").read_bytes()).hexdigest()


@pytest.mark.parametrize("text", ["the port opened in May with new boats", "Theresa May sold the port in spring"])
def test_the_month_and_the_name_are_no_verb(text: str) -> None:
    """ "May" with a capital is no reserve and tells nothing of what may come; in lower case it does both."""
    claim, verb = _claim(text), _claim(text.replace("May", "may"))
    assert (claim.hedges, "possibility" in {factor.name for factor in claim.worth.factors}) == ((), False)
    assert ClaimType.PREDICTION not in {typed.type for typed in claim.types}
    assert (_words(verb.hedges), "possibility" in {factor.name for factor in verb.worth.factors}) == (["may"], True)


@pytest.mark.parametrize("segments", [[], [(0, 5)]])
def test_a_claim_of_no_attribution_has_no_words_of_an_article(segments: list[Pair]) -> None:
    """What was judged without an attribution, of no words at all included, has no parts in an article and no text."""
    claim = claim_of(tokenised("Fares fell in spring."), segments, day=DAY)
    assert (claim.content, claim.text) == ((), "")
    assert bool(claim.stand_alone.text) == bool(segments)


@pytest.mark.parametrize("file", ["claims", "claim_grammar"])
def test_every_list_is_used(file: str) -> None:
    """Each list of the lexicons of claims is named by a factor or in the code, and says what it holds."""
    lists = tomllib.loads((ROOM.parent / "lexicon" / f"{file}.toml").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(ROOM.glob("*.py")))
    assert [name for name in lists if name not in LISTS.values() and f'"{name}"' not in code] == []
    assert [name for name, group in lists.items() if not group["about"]] == []


def test_the_words_of_lists_can_be_met() -> None:
    """Each entry of a list for types alone is cut into words as a text is, and each of the words around them is one
    such word; else no content could ever match it."""
    for group, listed in entries("claims").items():
        if group not in LISTS.values() and group not in {"hedges", "approximators", "not_past"}:
            missed = [entry for entry in listed if _parts(entry) != _cut(entry)]
            assert missed == [], group
    for group, listed in entries("claim_grammar").items():
        assert [entry for entry in listed if entry[0] != "'" and _cut(entry) != [entry]] == [], group


def _cut(entry: str) -> list[str]:
    return [word.lower_ for word in tokenised(entry.replace(" '", "'").replace(" n't", "n't"))]


def _parts(entry: str) -> list[str]:
    return entry.replace("-", " - ").split()


def test_long_contents_take_time_by_their_length() -> None:
    """A content of many dates and deeds is read, each of them told."""
    doc = tokenised("Ada Osei voted on Monday . " * 2000)
    claim = claim_of(doc, [(0, len(doc))], day=DAY)
    assert len(claim.dates) == 2000
    assert worth(Content.of(doc, [(0, len(doc))])) == claim.worth
