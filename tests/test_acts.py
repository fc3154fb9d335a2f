"""The cue lexicon and the act of an attribution."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quotex.attribution import acts
from quotex.lexicon import cues, inflection
from quotex.lexicon.cues import Pos
from quotex.records import Act, Reason
from quotex.spans import Pair

NLP = spacy.blank("en")
ENTRIES = cues.entries()
VERBS = sorted({entry.words[0] for entry in ENTRIES if entry.pos is Pos.VERB and len(entry.words) == 1})
NOUNS = sorted({entry.words[0] for entry in ENTRIES if entry.pos is Pos.NOUN and len(entry.words) == 1})


def _judge(marked: str) -> tuple[Act, Reason, str]:
    """Judge the attribution in a text marked as ``{source} <cue> [content]``; also return the text."""
    roles: dict[str, list[Pair]] = {"{": [], "<": [], "[": []}
    text = ""
    for part in re.findall(r"[{<\[].*?[}>\]]|[^{<\[]+", marked):
        start = len(text)
        text += part[1:-1] if part[0] in roles else part
        if part[0] in roles:
            roles[part[0]].append((start, len(text)))
    doc = NLP(text)
    spans = {
        role: tuple((span.start, span.end) for start, end in pairs if (span := doc.char_span(start, end)) is not None)
        for role, pairs in roles.items()
    }
    assert all(len(spans[role]) == len(pairs) for role, pairs in roles.items()), "marks must stand at token edges"
    act, reason = acts.judge(doc, next(iter(spans["<"]), None), next(iter(spans["{"]), None), spans["["])
    return act, reason, text


@pytest.mark.parametrize(
    ("act", "marked"),
    [
        ("statement", "{The mayor} <said> [the bridge was safe]."),
        ("statement", "{The mayor}<’s claim> [that the bridge was safe] was wrong."),
        ("statement", "{The council} <promised> [to mend the bridge]."),
        ("statement", "{Her office} <called for> [a new bridge]."),
        ("statement", "{Two engineers} <have sharply criticized> [the plan]."),
        ("statement", "[The man] <otherwise known as> [the Admiral] came."),
        ("statement", "{Dr Osei} <told> [them that to wait would be wrong]."),
        ("statement", "{Mr Lund} <began to complain about> [the noise]."),
        ("statement", "[“We never saw a crack in it,”] {she} <remembered>."),
        ("statement", "{He} <zorbled> [that the bridge was safe]."),
        ("directive", "{The mayor} <urged> [drivers to stay at home]."),
        ("directive", "{The mayor} <called on> [drivers to stay at home]."),
        ("directive", "{Dr Osei} <told> [the angry crowd to wait]."),
        ("directive", "{Dr Osei} <asked> him [to be heard first]."),
        ("directive", "{A district judge} <found> [that the permit was void]."),
        ("directive", "{The harbour board} <decided> [that the pier would close]."),
        ("evidence", "{A survey of 900 households} <found> [that most own a bicycle]."),
        ("evidence", "{The report released on Monday} <says> [that two bolts were missing]."),
        ("evidence", "{One of the letters} <accuses> [the builder of haste]."),
        ("evidence", "{An op-ed in a local paper} <called> [the plan mad]."),
        ("evidence", "[Most own a bicycle], <according to> {the survey}."),
        ("evidence", "{The pictures} <zorble> [two missing bolts]."),
        ("evidence", "{It} <shows> [two missing bolts]."),
        ("belief", "{Ms Aalto} <thinks> [the bridge is safe]."),
        ("belief", "[He] <is widely expected> [to resign]."),
        ("belief", "{Ms Aalto} <is not aware of> [any crack]."),
        ("belief", "{The engineer}<’s belief> [that the bridge is safe] was shared."),
        ("intention", "{The council} <plans> [to close the pier]."),
        ("intention", "{The builder} <has declined> [to comment]."),
        ("intention", "{He} <is also determined> [to win]."),
        ("intention", "{Their} <decision> [to leave the city] was sudden."),
        ("attitude", "{Most residents} <oppose> [the plan]."),
        ("attitude", "{Most residents} <are worried about> [the noise]."),
        ("attitude", "{The builder}<’s growing frustration over> [the delay] showed."),
        ("attitude", "{Ms Aalto} <shows no interest in> [the plan]."),
    ],
)
def test_examples(act: str, marked: str) -> None:
    """Each kind of cue, source and content gets the act that the conventions ask for."""
    assert _judge(marked)[0] == act


@pytest.mark.parametrize(
    ("marked", "rule", "words"),
    [
        ("[“It held.”]", "act: marked speech without a cue", None),
        ("{She} <went on to say> [it held].", "act: cue in the lexicon", "went on to say"),
        ("{She} <has never said> [it held].", "act: cue in the lexicon", "said"),
        ("{The final report of the panel} <says> [it held].", "act: document as source", "report"),
        ("{She} <asked> [him to go].", "act: cue before a to-infinitive", "asked"),
        ("{A jury} <held> [that it held].", "act: decision of a court or body", "held"),
        ("[“It held for years,”] {she} <thought>.", "act: cue after a quotation", "thought"),
        ("{She} <did a dance about> [it].", "act: cue not in the lexicon", "did a dance about"),
    ],
)
def test_reason_shows_the_deciding_words(marked: str, rule: str, words: str | None) -> None:
    """The reason names the rule that decided and holds the words it decided by, at their place in the text."""
    _, reason, text = _judge(marked)
    assert reason.rule == rule
    assert (reason.span.text if reason.span else None) == words
    if reason.span:
        assert text[reason.span.start : reason.span.end] == words


@pytest.mark.parametrize(
    "name", ["The Evening Post", "The National Review", "The Northern Chronicle", "Mr Book", "the editor of the report"]
)
def test_names_and_people_are_no_documents(name: str) -> None:
    """A publisher named like a document, and a person who works on one, still make statements."""
    expected = Act.EVIDENCE if name == "Mr Book" else Act.STATEMENT
    assert _judge(f"{{{name}}} <said> [it held].")[0] is expected


_WORDS = st.sampled_from(
    [*"said not to the report of his , “ ” . poll been is to decision - ' who told".split(), "\n", "’s"]
)


@given(st.lists(_WORDS, min_size=3, max_size=30), st.data())
def test_any_spans_are_judged(words: list[str], data: st.DataObject) -> None:
    """Whatever the words and spans, there is an act, and the reason's words lie within the cue or the source."""
    doc = NLP(" ".join(words))
    spans = st.tuples(st.integers(0, len(doc) - 1), st.integers(1, len(doc))).filter(lambda pair: pair[0] < pair[1])
    cue, source, content = data.draw(st.none() | spans), data.draw(st.none() | spans), data.draw(spans)
    act, reason = acts.judge(doc, cue, source, (content,))
    assert isinstance(act, Act)
    if reason.span is None:
        assert cue is None
        assert act is Act.STATEMENT
    else:
        within = (reason.span.token_start, reason.span.token_end)
        assert any(span and span[0] <= within[0] and within[1] <= span[1] for span in (cue, source))
        assert doc[within[0] : within[1]].text == reason.span.text


def test_no_entry_stands_twice() -> None:
    """No spelling is listed twice as the same part of speech, so no entry hides another."""
    seen = [(entry.words, entry.pos) for entry in ENTRIES]
    assert sorted({pair for pair in seen if seen.count(pair) > 1}) == []


def test_lists_are_sorted_and_described() -> None:
    """Every group says what holds it together, and its words are in order, so that a reader finds them."""
    groups = cues.groups()
    assert all(group.about for group in groups)
    unsorted = [group.about for group in groups if list(group.phrases) != sorted(group.phrases)]
    assert unsorted == []


def test_entries_are_words_as_spacy_cuts_them() -> None:
    """Every entry can match, because spaCy cuts its words as the entry does."""
    assert [entry.words for entry in ENTRIES if [t.text for t in NLP(" ".join(entry.words))] != list(entry.words)] == []


def test_lemmas_are_their_own_lemmas() -> None:
    """A listed verb is a base form: its lemma is itself."""
    assert [(verb, cues.lemma(verb)) for verb in VERBS if cues.lemma(verb) != verb] == []


def test_regular_forms_lead_back() -> None:
    """The regular forms of every listed verb, spelled by the school rules, count it among their bases."""
    lost = [(verb, form) for verb in VERBS for form in _forms(verb) if verb not in inflection.verb_bases(form, {})]
    assert lost == []


def _forms(verb: str) -> list[str]:
    """Spell the regular forms of a verb, whether or not it is regular."""
    if re.search(r"[^aeiou]y$", verb):
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    if verb.endswith("e"):
        return [verb + "s", verb + "d"]
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    doubled = verb + verb[-1] if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb) else verb
    return [third, doubled + "ed", doubled + "ing", verb + "ed"]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("Said", "say"),
        ("told", "tell"),
        ("written", "write"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("announcing", "announce"),
        ("admitted", "admit"),
        ("criticizing", "criticise"),
        ("favored", "favor"),
        ("panicked", "panic"),
        ("trolled", "troll"),
        ("zapped", "zap"),
        ("gauging", "gauge"),
        ("vied", "vie"),
        ("entertained", "entertain"),
        ("postulated", "postulate"),
        ("bring", "bring"),
        ("bus", "bus"),
        ("", ""),
    ],
)
def test_lemma(form: str, lemma: str) -> None:
    """Irregular, regular, American and unlisted forms get their base form."""
    assert cues.lemma(form) == lemma


@pytest.mark.parametrize(
    ("verb", "reporting"), [("say", True), ("emphasise", True), ("criticise", False), ("jump", False)]
)
def test_reporting_verbs(verb: str, reporting: bool) -> None:
    """The say family is told from verbs that take no reported words, and from all others."""
    assert cues.is_reporting(verb) is reporting


@pytest.mark.parametrize(
    ("cue", "phrase", "act"),
    [
        ("said", "say", "statement"),
        ("made no claims about", "claim", "statement"),
        ("gave a clear warning", "warning", "statement"),
        ("calls on", "call on", "directive"),
        ("has been calling for", "call for", "statement"),
        ("is clear about", "clear", "belief"),
        ("has cleared", "clear", "directive"),
        ("left a very clear impression", "impression", "belief"),
        ("was worried about", "worried", "attitude"),
        ("gave a friendly warning", "warning", "statement"),
        ("started", "start", "statement"),
        ("zorbled", None, None),
        ("", None, None),
    ],
)
def test_find(cue: str, phrase: str | None, act: str | None) -> None:
    """The earliest and longest entry that fits decides, a light or merely describing word only where no other does."""
    match = cues.find(cue.split())
    assert (" ".join(match.entry.words) if match else None) == phrase
    assert (match.entry.act if match else None) == act
    if match:
        assert match.span[1] - match.span[0] == len(match.entry.words)


def test_nominal_cues_are_nouns() -> None:
    """A word that is noun and verb is read as a noun behind a possessive, which can change the act."""
    verb, noun = cues.find(["figures"]), cues.find(["figures"], nominal=True)
    assert verb is not None
    assert noun is not None
    assert (verb.entry.act, noun.entry.act) == (Act.BELIEF, Act.EVIDENCE)


def test_every_entry_can_be_found() -> None:
    """Each entry decides a cue that holds it where its part of speech is expected, so none is dead."""
    lead = {Pos.ADJECTIVE: ("is",), Pos.NOUN: ("the",), Pos.VERB: (), Pos.FIXED: ()}
    matches = [(entry, cues.find(lead[entry.pos] + entry.words)) for entry in ENTRIES]
    assert [entry.words for entry, match in matches if match is None or match.entry != entry] == []


def test_documentation_names_every_rule() -> None:
    """docs/acts.md describes each rule that a reason can name."""
    root = Path(__file__).parents[1]
    rules = set(re.findall(r'Reason\("([^"]+)"', (root / "src/quotex/attribution/acts.py").read_text("utf-8")))
    documented = (root / "docs/acts.md").read_text("utf-8")
    assert rules
    assert sorted(rule for rule in rules if f"`{rule}`" not in documented) == []
