"""Everything about one document that resolving its speakers looks at, read once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import define, field
from spacy.tokens import Doc

from quotex.lexicon.words import words
from quotex.matching import name_words
from quotex.mentions import completed_in_sources
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Gender, NounKind, is_honorific, noun, noun_gender, nouns_in
from quotex.mentions.offices import title_initials
from quotex.mentions.phrases import Phrase, read_phrase
from quotex.mentions.titles import FoundTitle, own_nouns
from quotex.mentions.titles_after import titles_after
from quotex.mentions.titles_before import titles_before
from quotex.records import BlockKind, SpeakerType
from quotex.spans import Pair
from quotex.speakers.bodies import Bodies, read_bodies
from quotex.speakers.entities import Entity
from quotex.speakers.people import People, read_people, settle_spelling
from quotex.structure import Structure


@define
class Scene:
    """A document with its layout, names, people and bodies. Spans are in tokens."""

    doc: Doc
    structure: Structure
    names: tuple[Name, ...]
    name_at: dict[int, Name]
    """The name that each token inside one belongs to."""
    people: People
    bodies: Bodies
    phrases: dict[Pair, Phrase | None]
    """What each source is, taken apart."""
    name_starts: list[int]
    sentence_starts: list[int]
    by_role: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list))
    """People by the singular of each noun for a person in their titles."""
    by_initials: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list))
    """People by the initials of the offices in their titles ("pm")."""
    described: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list))
    """Entities known by a description only, by their head noun."""

    def last_described(self, head: str) -> Sequence[Entity]:
        """The last 16 entities at most that are known by a description with this head noun, the oldest first."""
        return self.described.get(head, ())[-16:]

    def describe(self, type_: SpeakerType, span: Pair, head: str) -> Entity:
        """A new entity that is known by this description only, whose head noun is told in the singular."""
        entity = Entity(type_, span, name_words(self.text(span)), False, head=head)
        self.described[head].append(entity)
        return entity

    def sentence(self, token: int) -> int:
        """Index of the outer sentence that holds a token."""
        return max(0, bisect_right(self.sentence_starts, token) - 1)

    def sentence_around(self, token: int) -> Pair:
        """The outer sentence that holds a token; all of a document without sentences."""
        sentences = self.structure.sentences
        return sentences[self.sentence(token)] if sentences else (0, len(self.doc))

    def sentence_start(self, token: int) -> int:
        """The first token of the outer sentence that holds a token; 0 for a document without sentences."""
        return self.sentence_around(token)[0]

    def names_in(self, span: Pair) -> tuple[Name, ...]:
        """The names that lie within a span."""
        return names_within(self.names, self.name_starts, span)

    def entity_of(self, name: Name) -> Entity | None:
        """The person or body that a name stands for."""
        table = self.people.of_name if name.type is NameType.PERSON else self.bodies.of_name
        return table.get(name.start)

    def is_named_in(self, entity: Entity, span: Pair) -> bool:
        """Whether one of the names that lie within a span stands for an entity."""
        return any(self.entity_of(name) is entity for name in self.names_in(span))

    def in_heading(self, token: int) -> bool:
        """Whether a token stands in a heading, which tells in short what the article says in full."""
        block = self.structure.block_of[token]
        return block >= 0 and self.structure.blocks[block].kind is BlockKind.HEADING

    def in_dateline(self, token: int) -> bool:
        """Whether a token stands in a dateline, which names the place and the agency, nobody the article is about."""
        return self.structure.dateline_end(token) is not None

    def text(self, span: Pair) -> str:
        """The words of a span."""
        return self.doc[span[0] : span[1]].text

    def give_title(self, person: Entity, title: FoundTitle) -> None:
        """Add a title to a person, and find the person by its role nouns from now on."""
        if title not in person.titles:
            person.titles.append(title)
        self.index_titles(person, [title])

    def index_titles(self, person: Entity, titles: Sequence[FoundTitle]) -> None:
        """Find a person by the role nouns of these titles, and learn the gender they tell."""
        for title in titles:
            for initials in title_initials(self.doc, title):
                if person not in self.by_initials[initials]:
                    self.by_initials[initials].append(person)
            for known in own_nouns(self.doc, title):
                if known.kind in {NounKind.PERSON, NounKind.GROUP} and person not in self.by_role[known.singular]:
                    self.by_role[known.singular].append(person)
            gender = self._told_gender(title)
            if gender is not None and not person.gender_told:
                person.gender, person.gender_told = gender, True

    def _told_gender(self, title: FoundTitle) -> Gender | None:
        """The gender that the nouns of a title before its first preposition tell ("spokeswoman for her father")."""
        end = title.start
        while end < title.end and self.doc[end].text.casefold() not in words("phrases", "prepositions"):
            end += 1
        people = [known for known in nouns_in(self.doc, title.start, end) if known.kind is NounKind.PERSON]
        return next((gender for known in people if (gender := noun_gender(known.singular)) is not None), None)


def names_within(names: Sequence[Name], starts: Sequence[int], span: Pair) -> tuple[Name, ...]:
    """Of the names, whose first tokens are ``starts``, those that lie within a span."""
    first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    return tuple(name for name in names[first:last] if name.end <= span[1])


def read_scene(doc: Doc, structure: Structure, names: Sequence[Name], sources: Sequence[Pair]) -> Scene:
    """Read the people, their titles and the bodies of a document. ``sources`` are the sources of its attributions."""
    ordered = completed_in_sources(doc, tuple(sorted(names, key=lambda name: name.start)), sources)
    name_at = {i: name for name in ordered for i in range(name.start, name.end)}
    starts = [start for start, _ in structure.sentences]
    name_starts = [name.start for name in ordered]
    phrases = {source: read_phrase(doc, source, names_within(ordered, name_starts, source)) for source in set(sources)}
    titles = _all_titles(doc, structure, ordered, name_at, phrases, starts)
    speaking = {name.start for phrase in phrases.values() if phrase is not None for name in phrase.names}
    people = read_people(doc, ordered, titles, structure.in_speech, speaking)
    scene = Scene(doc, structure, ordered, name_at, people, read_bodies(doc, ordered), phrases, name_starts, starts)
    for person in people.all:
        scene.index_titles(person, person.titles)
        settle_spelling(doc, person, scene.in_heading)
    return scene


def _all_titles(
    doc: Doc,
    structure: Structure,
    names: Sequence[Name],
    inside: dict[int, Name],
    phrases: Mapping[Pair, Phrase | None],
    sentence_starts: Sequence[int],
) -> dict[int, tuple[FoundTitle, ...]]:
    """The titles around the name of every person, by its first token."""
    out: dict[int, tuple[FoundTitle, ...]] = {}
    previous: Name | None = None
    sources = sorted(phrases)
    source_starts = [start for start, _ in sources]
    for name in names:
        if name.type is not NameType.PERSON:
            continue
        sentence = _sentence_around(structure, sentence_starts, name)
        if _in_heading(structure, name):
            continue
        source = _source_around(sources, source_starts, name)
        phrase = phrases[source] if source is not None else None
        begins = source is None or all(
            is_honorific(doc[i].text) or doc[i].text == "." for i in range(source[0], name.start)
        )
        before = titles_before(doc, name, sentence[0] if begins or source is None else source[0], inside, whole=False)
        if not before and phrase is not None and phrase.names and phrase.names[0] == name:
            before = titles_before(doc, name, phrase.start, inside, whole=True)
        after = titles_after(doc, name, sentence[1], inside, source[1] if source else None)
        if not before and previous is not None and _share_title(doc, previous, name):
            before = tuple(t for t in out.get(previous.start, ()) if t.rule in _SHARED and _is_plural(doc, t))
        out[name.start] = (*before, *after)
        previous = name
    return out


_SHARED = frozenset({"title-before", "title-apposed-before"})


def _is_plural(doc: Doc, title: FoundTitle) -> bool:
    """Whether the title is for several ("Senators")."""
    last = next((i for i in range(title.end - 1, title.start - 1, -1) if doc[i].text != "."), title.start)
    known = noun(doc[last].text)
    return known is not None and known.kind is NounKind.GROUP


def _share_title(doc: Doc, first: Name, second: Name) -> bool:
    """Whether two names are items of one list, parties and places between them aside ("A, Centrist of X, and B")."""
    between = [doc[i] for i in range(first.end, second.start)]
    joined = any(token.text in {",", "and", "&"} for token in between)
    return (
        joined
        and len(between) <= 12
        and all(
            not token.is_alpha or token.text[0].isupper() or token.text in {"and", "of", "from"} for token in between
        )
    )


def _sentence_around(structure: Structure, starts: Sequence[int], name: Name) -> Pair:
    index = bisect_right(starts, name.start) - 1
    if index < 0 or structure.sentences[index][1] < name.end:
        return name.start, name.end
    return structure.sentences[index]


def _in_heading(structure: Structure, name: Name) -> bool:
    block = structure.block_of[name.start]
    return block >= 0 and structure.blocks[block].kind in {BlockKind.HEADING, BlockKind.LINKS}


def _source_around(sources: Sequence[Pair], starts: Sequence[int], name: Name) -> Pair | None:
    index = bisect_right(starts, name.start) - 1
    if index >= 0 and sources[index][0] <= name.start and name.end <= sources[index][1]:
        return sources[index]
    return None
