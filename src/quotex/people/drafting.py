"""Groups of sightings to drafts of records: what joined their names, and who their rivals are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quotex.people.bearers import as_word
from quotex.people.blocks import Likenesses, order
from quotex.people.forms import SAME, Form
from quotex.people.groups import Group, Link, clash
from quotex.people.persons import Draft
from quotex.people.records import Join
from quotex.people.seen import Seen
from quotex.people.sounds import skeleton

_INITIALS_ONLY = 0.8
"""The score of one name that has initials for given names."""
_EVIDENCE, _RIVALS, _LOOKED_AT = 5, 10, 40
"""Most pieces of evidence of a join, rivals of a person, and groups of a name that are looked at for these."""


def draft_of(group: Group, like: Likenesses) -> Draft:
    """The draft of a group's record."""
    main = group.main_form
    generation = () if main.generation is None else (f"{main.generation}",)
    return Draft(
        (*main.words, *generation),
        tuple(each.sighting for each in group.seen),
        _joins(group, like),
        _told(group),
        group.main,
    )


def _told(group: Group) -> tuple[str, ...]:
    told: set[str] = set()
    for each in group.told:
        told.update(each.fields, (f"{role} {' '.join(place)}" for role, place in each.seats))
        told.update(filter(None, (each.gender and each.gender.value, each.known)))
    return tuple(sorted(told))


def _joins(group: Group, like: Likenesses) -> tuple[Join, ...]:
    """For each form and rule why its sightings belong to the person."""
    found: dict[tuple[Form, str, float], list[tuple[Seen, Link]]] = defaultdict(list)
    for each in group.seen:
        link = group.links.get(id(each)) or _by_name(each.form, group, like)
        found[each.form, link.rule, link.score].append((each, link))
    out = []
    for (form, rule, score), those in sorted(found.items(), key=lambda item: (order(item[0][0]), item[0][1:])):
        documents = {each.sighting.document for each, _ in those}
        if form == group.main_form and rule == SAME[0] and len(documents) == 1:
            continue  # nothing to join
        evidence = tuple(sorted({words for _, link in those for words in link.evidence}))[:_EVIDENCE]
        out.append(Join(rule, score, group.spelled(form), group.main, len(documents), min(documents), evidence))
    return tuple(out)


def _by_name(form: Form, group: Group, like: Likenesses) -> Link:
    """The rule that joins a form with the main one of its group, or with whichever it is most like."""
    main = group.main_form
    if form == main:
        return Link(SAME[0], _INITIALS_ONLY if len(form.words[0]) == 1 else SAME[1])
    if form in group.forms and main in like.of.get(form, {}):
        return Link(*like.of[form][main])
    likes = [found for other in group.forms if other != form and (found := like.compare(form, other)) is not None]
    return Link(*max(likes, key=lambda found: (found[1], found[0]), default=SAME))


class Rivalry:
    """Who might be taken for whom."""

    def __init__(
        self,
        groups: Sequence[Group],
        drafts: Mapping[int, Draft],
        like: Likenesses,
    ) -> None:
        self._drafts = drafts
        self._groups = {id(drafts[id(group)]): group for group in groups}
        self._like = like
        self._apart: dict[Form, list[Form]] = defaultdict(list)
        for pair in like.apart:
            for form in pair:
                self._apart[form].extend(pair - {form})
        self._of_form: dict[Form, list[Group]] = defaultdict(list)
        self._of_word: dict[str, list[Group]] = defaultdict(list)
        for group in sorted(groups, key=lambda group: group.order):
            for form in group.forms:
                self._of_form[form].append(group)
            for word in {skeleton(form.words[-1]) for form in group.forms}:
                self._of_word[word].append(group)

    def rivals(self, draft: Draft) -> Iterator[tuple[Draft, str, tuple[str, ...]]]:
        """The others that a draft might be taken for, those with the most documents first, at most ten."""
        group = self._groups.get(id(draft))
        if group is None:
            return
        seen = {id(group)}
        found = []
        for other in self._near(group):
            if id(other) not in seen:
                seen.add(id(other))
                found.append(other)
        for other in sorted(found, key=lambda other: other.order)[:_RIVALS]:
            yield (self._drafts[id(other)], *self._reason(group, other))

    def _near(self, group: Group) -> Iterator[Group]:
        for form in sorted(group.forms, key=order):
            for near in (form, *self._like.of.get(form, ()), *self._apart.get(form, ())):
                yield from self._of_form[near][:_LOOKED_AT]
        if group.single is not None:
            near = self._of_word[skeleton(group.single.words[-1])][:_LOOKED_AT]
            yield from (other for other in near if as_word(group.single, other) is not None)

    def _reason(self, a: Group, b: Group) -> tuple[str, tuple[str, ...]]:
        why = clash(a.told, b.told)
        if why is not None:
            return why, (*_evidence(a, why), *_evidence(b, why))
        generations = [form.generation for group in (a, b) for form in group.forms if form.generation]
        if len(set(generations)) > 1 or (generations and not all(f.generation for f in (*a.forms, *b.forms))):
            return "generation", (a.main, b.main)
        both = sorted(a.documents & b.documents)
        return ("one_document", tuple(both[:1])) if both else ("ambiguous", ())


def _evidence(group: Group, why: str) -> tuple[str, ...]:
    """What a group is told that contradicts: a title, a gender or the caller's name."""
    if why == "gender":
        return tuple(sorted({told.gender.value for told in group.told if told.gender}))
    if why == "known":
        return tuple(sorted({told.known for told in group.told if told.known}))
    titled = (each for each in group.seen if (each.told.seats if why == "seats" else each.told.fields))
    return tuple(sorted({title.text for each in titled for title in each.sighting.titles}))[:1]
