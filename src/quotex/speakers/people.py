"""Which names of people belong to the same person: full names first, then the shorter forms by what stands before
them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence, Set

from attrs import define, field
from spacy.tokens import Doc

from quotex.lexicon.words import words as word_list
from quotex.matching import Words, closest, name_words, short_form, without_article
from quotex.mentions.names import Name, NameType
from quotex.mentions.nouns import Gender, given_name_gender, honorific_gender, is_honorific, noun
from quotex.mentions.pronouns import PRONOUNS
from quotex.mentions.titles import FoundTitle
from quotex.records import MentionForm, SpeakerType
from quotex.speakers.bearers import Speech, choose
from quotex.speakers.entities import Entity, Seen

_MAX_NAMESAKES = 32
"""How many people of one name word are compared; a longer list only occurs in lists of names, not in articles."""
_MAX_TITLES = 32
"""How many different titles of one person are kept."""
_UNTAGGED = 0.6
"""Score of a full name that the tagger did not see."""
_SAME_SPELLED = 0.8
"""What the likeness of two spellings of one name is above."""
_MAX_SPELLINGS = 64
"""How many words are tried as the right spelling of an unknown one."""

_SHOWN = 60
"""Tokens behind a full name among which "he" or "she" is taken to be its bearer."""


@define
class People:
    """The people named in a document: each name's person, and the people by each word of their names."""

    all: list[Entity] = field(factory=list)
    of_name: dict[int, Entity] = field(factory=dict)
    """By the first token of a name."""
    by_word: dict[str, list[Entity]] = field(factory=lambda: defaultdict(list))
    often: Counter[str] = field(factory=Counter)
    """How often each word stands in a name of a person."""
    _by_start: dict[str, list[str]] = field(factory=lambda: defaultdict(list))

    def candidates(self, words: Words) -> list[Entity]:
        """The people of whose names ``words`` can be a form, in order of their first full name; misspellings tried
        last.
        """
        pool = self._pool(words)
        found = [person for person in pool if short_form(words, person.words) > 0.0]
        if found or not words:
            return found
        right = tuple(self._respelled(word) for word in words)
        return [] if right == words else [p for p in self._pool(right) if short_form(words, p.words) > 0.0]

    def add(self, person: Entity) -> None:
        """Take in a person under its name."""
        self.all.append(person)
        self._index(person, person.words)

    def lengthen(self, person: Entity, name: Name, words: Words) -> None:
        """Give a person a fuller name."""
        self._index(person, tuple(w for w in words if w not in person.words))
        person.words, person.name = words, (name.start, name.end)

    def _index(self, person: Entity, words: Iterable[str]) -> None:
        for word in dict.fromkeys((*words, *map(without_article, words))):
            if any(other is person for other in self.by_word[word][-_MAX_NAMESAKES:]):
                continue
            self.by_word[word].append(person)
            starts = self._by_start[word[:1]]
            if len(self.by_word[word]) == 1 and len(starts) < _MAX_SPELLINGS:
                starts.append(word)

    def _pool(self, words: Words) -> list[Entity]:
        known = (word if word in self.by_word else without_article(word) for word in words)
        lists = [self.by_word[word] for word in known if len(word) > 1 and word in self.by_word]
        return min(lists, key=len)[:_MAX_NAMESAKES] if lists else []

    def _respelled(self, word: str) -> str:
        """The word that another is a misspelling of, which no article has oftener than the right one; else itself."""
        right = None if word in self.by_word else closest(word, self._by_start.get(word[:1], []))
        return word if right is None or self.often[word] > self.often[right] else right


def read_people(
    doc: Doc,
    names: Sequence[Name],
    titles: dict[int, tuple[FoundTitle, ...]],
    in_speech: Sequence[bool],
    speaking: Set[int],
) -> People:
    """The people that the names of a document stand for.

    ``titles`` holds the titles found around each name, by its first token; ``in_speech`` says of each token whether it
    stands in quoted speech, and ``speaking`` holds the first tokens of the names at the head of a source. A single word
    goes to a person of that surname or given name who was mentioned before it (outside quoted speech, if the word is)
    and whose gender fits, else to the first after it, else it is a person of its own.
    """
    speech = Speech(in_speech, speaking)
    people = People()
    mine = [name for name in names if name.type is NameType.PERSON]
    long = [(name, name_words(doc[name.start : name.end].text)) for name in mine]
    people.often.update(word for _, words in long for word in words)
    for name, words in sorted((x for x in long if len(x[1]) > 1), key=lambda x: x[0].start):
        person = _known_full(people, words)
        if person is None:
            person = Entity(SpeakerType.PERSON, (name.start, name.end), words, True, _given_gender(words))
            people.add(person)
        elif len(words) > len(person.words) or (len(words) == len(person.words) and _fuller(words, person.words)):
            people.lengthen(person, name, words)
    addressed = _addressed(doc, long)
    for name, words in long:
        _take(people, doc, name, words, titles.get(name.start, ()), speech, addressed.get(words))
    _name_in_full(doc, people, mine)
    return people


def settle_spelling(doc: Doc, person: Entity, in_heading: Callable[[int], bool]) -> None:
    """Call a person by the usual one of the spellings of the full name: outside headings, the most frequent, with its
    accents, the longest (letters are left out sooner than put in), the first."""
    full = [
        seen.span
        for seen in person.seen
        if seen.form is MentionForm.NAMED
        and len(name_words(doc[seen.span[0] : seen.span[1]].text)) == len(person.words)
        and short_form(name_words(doc[seen.span[0] : seen.span[1]].text), person.words) > _SAME_SPELLED
    ]
    texts = [doc[start:end].text for start, end in full]
    if len(set(texts)) < 2:
        return
    count = Counter(texts)

    def usual(at: int) -> tuple[bool, int, int, int, int]:
        accents = sum(not c.isascii() for c in texts[at])
        return not in_heading(full[at][0]), count[texts[at]], accents, len(texts[at]), -at

    person.name = full[max(range(len(full)), key=usual)]


def _name_in_full(doc: Doc, people: People, names: Sequence[Name]) -> None:
    """Give people known by a surname alone the given name that stands before it somewhere, though the tagger saw no
    name there ("the Ada Roe Prize")."""
    wanted = {doc[p.name[0]].text: p for p in people.all if len(p.words) == 1 and p.name[1] - p.name[0] == 1}
    taken = {i for name in names if name.end - name.start > 1 for i in range(name.start, name.end)} if wanted else set()
    for index in range(2, len(doc)):
        person = wanted.get(doc[index].text)
        if person is None or index in taken or not _is_given_name(doc, index - 1):
            continue
        words = name_words(doc[index - 1 : index + 1].text)
        gender = given_name_gender(words[0])
        if len(words) == 2 and (gender is None or person.gender in {None, gender}):
            people.lengthen(person, Name(index - 1, index + 1, NameType.PERSON, _UNTAGGED), words)
            person.note(Seen((index - 1, index + 1), MentionForm.NAMED, "untagged-name", _UNTAGGED))
            del wanted[doc[index].text]


def _is_given_name(doc: Doc, index: int) -> bool:
    """Whether a word in the middle of a sentence can only be a given name: capitalised, no title, no small word."""
    text = doc[index].text
    before = index - 1
    while before > 0 and doc[before].is_quote:
        before -= 1
    opens = doc[before].is_space or not any(c.isalnum() for c in doc[before].text) or doc[before].text in {"of", "for"}
    plain = text.istitle() and text.isalpha() and len(text) > 2 and not doc[index].is_stop
    known = given_name_gender(text) is not None
    plain = plain and noun(text) is None and not is_honorific(text)
    return plain and (known or not (opens or _modifies(text)))


def _modifies(text: str) -> bool:
    return text.casefold() in word_list("people", "modifiers") or text.endswith(("an", "ese", "ish"))


def _addressed(doc: Doc, names: Sequence[tuple[Name, Words]]) -> dict[Words, Gender]:
    """The gender of the forms of address before a surname, if they are all of one ("Mr. Roe … Mr. Roe")."""
    told: dict[Words, set[Gender]] = defaultdict(set)
    for name, words in names:
        gender = _told_gender(doc, name)
        if len(words) == 1 and gender is not None:
            told[words].add(gender)
    return {words: genders.pop() for words, genders in told.items() if len(genders) == 1}


def _fuller(words: Words, other: Words) -> bool:
    return sum(map(len, words)) > sum(map(len, other)) and short_form(other, words) >= 0.9


def _known_full(people: People, words: Words) -> Entity | None:
    """The one person of whose name these two or more words are a form, or the other way round."""
    found = [p for p in people.candidates(words) if _compatible(words, p.words)]
    if not found:
        pool = people.by_word.get(words[-1], [])[:_MAX_NAMESAKES]
        found = [p for p in pool if _compatible(p.words, words)]
    return found[0] if len(found) == 1 else next((p for p in found if p.words == words), None)


def _compatible(short: Words, full: Words) -> bool:
    """Two words or more of which the last agrees ("Robert Scott", "Robert C. Bobby Scott"), or a name's beginning or
    end.
    """
    return (len(short) > 1 and short_form(short, full) > 0.0 and short_form(short[-1:], full[-1:]) > 0.0) or (
        len(short) > 1 and full[: len(short)] == short
    )


def _take(
    people: People,
    doc: Doc,
    name: Name,
    words: Words,
    titles: tuple[FoundTitle, ...],
    speech: Speech,
    usual: Gender | None,
) -> None:
    """Give a name to its person: the one of several who had the title beside it before.

    ``usual`` is the gender of the address that stands before the same word elsewhere: it tells nothing once somebody
    of that name has been met.
    """
    if not words:
        return
    told = _told_gender(doc, name)
    if told is None and usual is not None:
        met = any(p.last_before(name.start) >= 0 for p in people.candidates(words))
        told = None if met else usual
    found = [p for p in people.candidates(words) if told is None or _fits(p, told, doc, speech)]
    found = found or [p for p in people.candidates(words) if not p.gender_told and p.words == words]
    bearers = [p for p in found if any(not _is_new(doc, p, title) for title in titles)]
    found = bearers if len(bearers) == 1 else found
    exact = [p for p in found if p.words == words]
    person = choose(exact or found, name, words, doc, speech)
    if person is None:
        person = Entity(SpeakerType.PERSON, (name.start, name.end), words, True, _given_gender(words))
        people.add(person)
    if told is not None:
        person.gender, person.gender_told = told, True
    person.forms.add(words)
    person.titles.extend(title for title in titles if _is_new(doc, person, title))
    rule = "name" if words == person.words else "short-name"
    likeness = round(max(short_form(words, person.words), 0.5), 4)
    rivals = len(found) > 1 and not exact
    score = min(name.score, likeness, 0.7 if rivals else 1.0)
    person.note(Seen((name.start, name.end), MentionForm.NAMED, rule, score))
    people.of_name[name.start] = person


def _fits(person: Entity, told: Gender, doc: Doc, speech: Speech) -> bool:
    """Whether somebody can be of the gender that a form of address tells; where the name tells none, the first "he" or
    "she" behind it, so that "Mrs. Osk" is not taken for the husband alone named in full."""
    gender = person.gender or _shown_gender(doc, person, speech)
    return gender is None or gender is told


def _shown_gender(doc: Doc, person: Entity, speech: Speech) -> Gender | None:
    """The gender of the first "he" or "she" behind a full name, in the narrator's words of its paragraph."""
    start = person.name[1]
    for i in range(start, min(len(doc), start + _SHOWN)):
        if "\n" in doc[i].text:
            return None
        if doc[i].lower_ in {"he", "she"} and not speech.quoted[i]:
            return PRONOUNS[doc[i].lower_].gender
    return None


def _is_new(doc: Doc, person: Entity, title: FoundTitle) -> bool:
    """Whether a person does not have a title of these words yet. A person of very many titles gets no more."""
    text = doc[title.start : title.end].text
    return len(person.titles) < _MAX_TITLES and all(doc[t.start : t.end].text != text for t in person.titles)


def _given_gender(words: Words) -> Gender | None:
    """The gender of the given name; in a name of three or more words the first that tells one."""
    for word in words[:-1]:
        gender = given_name_gender(word)
        if gender is not None:
            return gender
    return None


def _told_gender(doc: Doc, name: Name) -> Gender | None:
    """The gender that forms of address right before a name tell."""
    index = name.start - 1
    while index >= 0 and (doc[index].text == "." or honorific_gender(doc[index].text) is not None):
        gender = honorific_gender(doc[index].text)
        if gender is not None:
            return gender
        index -= 1
    return None
