"""Which names of organisations, places and groups belong together: other word orders, abbreviations, shorter forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import define, field
from spacy.tokens import Doc

from quotex.lexicon.words import words as word_list
from quotex.matching import Words, content_words, is_abbreviation, name_words
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import NounKind, noun
from quotex.records import MentionForm, SpeakerType
from quotex.spans import Pair
from quotex.speakers.entities import Entity, Seen

_MAX_NAMESAKES = 32


@define
class Bodies:
    """The bodies named in a document: each name's entity, and the entities by each content word of their names."""

    all: list[Entity] = field(factory=list)
    of_name: dict[int, Entity] = field(factory=dict)
    """By the first token of a name."""
    by_word: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list))
    by_key: dict[frozenset[str], Entity] = field(factory=dict)
    by_initials: dict[str, Entity] = field(factory=dict)

    def add(self, body: Entity) -> None:
        """Take in a body under its name."""
        self.all.append(body)
        self.index(body, body.words)

    def index(self, body: Entity, words: Words) -> None:
        """Find a body by these words from now on."""
        key = content_words(words)
        self.by_key.setdefault(key, body)
        self.index_initials(body, words)
        for word in sorted(key):
            if not any(other is body for other in self.by_word[word][-_MAX_NAMESAKES:]):
                self.by_word[word].append(body)

    def index_initials(self, body: Entity, words: Words) -> None:
        """Find a body by the first letters of these words from now on, with and without those of small words."""
        parts = [part for word in words for part in word.split("-")]
        if len(parts) > 1:
            self.by_initials.setdefault("".join(part[0] for part in parts), body)
            self.by_initials.setdefault("".join(part[0] for part in parts if part in content_words(parts)), body)

    def find(self, words: Words) -> Entity | None:
        """The body of that name: the same content words, or two or more that are part of a name with the same noun."""
        key = content_words(words)
        if key in self.by_key:
            return self.by_key[key]
        if len(key) < 2:
            return None
        pool = min((self.by_word.get(word, []) for word in sorted(key)), key=len)[:_MAX_NAMESAKES]
        held = [body for body in pool if key < content_words(body.words) and _same_sort(words, body.words)]
        return held[0] if len(held) == 1 else None

    def abbreviated(self, text: str) -> Entity | None:
        """The body of whose name these capitals are the initials ("S.E.C.")."""
        body = self.by_initials.get("".join(c for c in text if c.isalpha()).casefold())
        fits = body is not None and any(is_abbreviation(text, " ".join(w)) for w in (body.words, ("the", *body.words)))
        return body if fits else None


def read_bodies(doc: Doc, names: Sequence[Name]) -> Bodies:
    """The organisations, places and groups that the names of a document stand for, by the first token of each name."""
    bodies = Bodies()
    mine = [name for name in names if name.type is not NameType.PERSON]
    spelled = [(name, _plain(name_words(doc[name.start : name.end].text))) for name in mine]
    for name, words in sorted(spelled, key=lambda x: (-len(x[1]), x[0].start)):
        if not words:
            continue
        text = doc[name.start : name.end].text
        body = (
            _of_that_sort(bodies, name, words)
            or _one_word(bodies, name, words)
            or bodies.find(words)
            or bodies.abbreviated(text)
            or _defined_before(doc, bodies, name)
        )
        if body is None:
            body = Entity(SpeakerType.ORGANISATION, (name.start, name.end), words, True, head=sort_of(words))
            if name.type is NameType.GROUP:
                body.type = SpeakerType.GROUP
            bodies.add(body)
        elif content_words(words) not in bodies.by_key:
            bodies.index(body, words)
        article = ("the",) if name.start > 0 and doc[name.start - 1].text == "The" else ()
        bodies.index_initials(body, (*article, *name_words(text)))
        bodies.of_name[name.start] = body
    for name, words in spelled:
        if name.start in bodies.of_name:
            body = bodies.of_name[name.start]
            body.forms.add(words)
            rule = "name" if content_words(words) == content_words(body.words) else "short-name"
            body.note(Seen((name.start, name.end), MentionForm.NAMED, rule, name.score))
    _spelled_out(doc, bodies)
    return bodies


def _spelled_out(doc: Doc, bodies: Bodies) -> None:
    """Give bodies known by capitals alone the full name that stands in the text ("S.E.C."), if the tagger took that for
    none: words in capitals of which they are the first letters."""
    wanted = {
        "".join(c for c in text if c.isalpha()): body
        for body in bodies.all
        if body.type is SpeakerType.ORGANISATION
        and len(text := doc[body.name[0] : body.name[1]].text) >= _SHORTEST
        and _is_initials(text)
    }
    if not wanted:
        return
    for start, end in _capital_runs(doc):
        initials = "".join(doc[i].text[0] for i in range(start, end) if doc[i].text[0].isupper())
        body = wanted.get(initials)
        if body is not None and len(body.words) <= len(initials):
            body.name, body.words = (start, end), name_words(doc[start:end].text)
            body.head = sort_of(body.words)
            bodies.index(body, body.words)
            del wanted[initials]


_SHORTEST = 3
"""Fewest letters of an abbreviation that is spelled out by its letters alone."""
_PARTS = frozenset({"embassy", "court", "office", "department", "ministry", "police", "government", "university"})
"""Sorts of bodies that are not called by the first word of their name, which is whose they are."""
_ARTICLES = frozenset({"The", "A", "An"})
_JOINTS = frozenset({"and", "of", "for", "the", "on", "in", "&"})


def _is_initials(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _SHORTEST and all(c.isupper() for c in letters) and " " not in text


def _capital_runs(doc: Doc) -> Iterator[Pair]:
    """The longest stretches of words in capitals and small words between them, of three words or more."""
    start = None
    last = 0
    for index in range(len(doc) + 1):
        text = doc[index].text if index < len(doc) else ""
        capital = text[:1].isupper() and any(c.islower() for c in text) and text not in _ARTICLES
        if capital:
            start, last = index if start is None else start, index + 1
        elif start is not None and text not in _JOINTS:
            if last - start >= _SHORTEST:
                yield start, last
            start = None


def _of_that_sort(bodies: Bodies, name: Name, words: Words) -> Entity | None:
    """The fuller name that a noun in capitals repeats ("the Ministry"): the last before it, else the first after."""
    if len(words) != 1 or words[0] not in word_list("things", "organisations"):
        return None
    fuller = [body for body in bodies.by_word.get(words[0], ())[:_MAX_NAMESAKES] if len(body.words) > 1]
    before = [body for body in fuller if body.name[0] < name.start]
    return max(before, key=lambda body: body.name[0]) if before else fuller[0] if fuller else None


def _plain(words: Words) -> Words:
    """The words of a name without an article before them; letters alone ("U.S.") as one word."""
    words = words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words
    return ("".join(words),) if all(len(word) == 1 for word in words) and words else words


def _one_word(bodies: Bodies, name: Name, words: Words) -> Entity | None:
    """The one organisation whose longer name ends with a name of one word ("the Post") and stands before it, or begins
    with it ("Fox")."""
    if len(words) != 1 or name.type is not NameType.ORGANISATION:
        return None
    longer = [
        body
        for body in bodies.by_word.get(words[0], ())[:_MAX_NAMESAKES]
        if len(body.words) > 1 and body.type is SpeakerType.ORGANISATION
    ]
    ends = [body for body in longer if body.words[-1] == words[0] and body.name[0] < name.start]
    begins = [body for body in longer if body.words[0] == words[0] and sort_of(body.words) not in _PARTS]
    return ends[0] if len(ends) == 1 else begins[0] if len(begins) == 1 and len(longer) == 1 else None


def sort_of(words: Words) -> str | None:
    """The noun within a name that says what sort of body it is ("ministry"): the last that the lexicon knows."""
    for word in reversed(words):
        if word in word_list("things", "organisations"):
            return word
    return None


def _same_sort(short: Words, full: Words) -> bool:
    return sort_of(short) == sort_of(full) and (sort_of(short) is not None or full[-len(short) :] == short)


def _defined_before(doc: Doc, bodies: Bodies, name: Name) -> Entity | None:
    """The body whose name stands right before a short form in brackets ("Acme Holdings (Acme)")."""
    if name.start < 2 or doc[name.start - 1].text != "(" or name.end >= len(doc) or doc[name.end].text != ")":
        return None
    for start in range(name.start - 2, max(-1, name.start - 14), -1):
        body = bodies.of_name.get(start)
        if body is not None:
            return (
                body if body.type is SpeakerType.ORGANISATION and _reaches(doc, start, name.start - 1, body) else None
            )
    return None


def _reaches(doc: Doc, start: int, end: int, body: Entity) -> bool:
    """Whether the name that begins at ``start`` runs up to the bracket, a noun after it aside."""
    return len(name_words(doc[start:end].text)) <= len(body.words) + 1


def describes_body(words: Words) -> bool:
    """Whether a description's words hold a noun for an organisation."""
    return any((known := noun(word)) is not None and known.kind is NounKind.ORGANISATION for word in words)
