"""Sightings that are taken for one person, while joining goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from attrs import define, field, frozen

from quotex.people.blocks import Likenesses, is_full, order
from quotex.people.forms import Form, Found
from quotex.people.seen import Seen, Told, contradiction, links_in
from quotex.people.standing import Key


@frozen
class Link:
    """Why sightings of one form belong to a group: the rule, its score and the evidence."""

    rule: str
    score: float
    evidence: tuple[str, ...] = ()


@define(eq=False)
class Group:
    """Sightings taken for one person. No two of them contradict each other."""

    seen: list[Seen]
    links: dict[int, Link] = field(factory=dict)
    """For sightings (by ``id``) that evidence brought in, what it was."""
    forms: Counter[Form] = field(init=False)
    told: set[Told] = field(init=False)
    keys: set[Key] = field(init=False)
    documents: set[str] = field(init=False)
    _first: tuple[str, str, str] = field(init=False)
    """Document, name and id of the first of its sightings."""

    def __attrs_post_init__(self) -> None:
        self.forms = Counter(each.form for each in self.seen)
        self.told = {each.told for each in self.seen}
        self.keys = {key for each in self.seen for key in each.keys}
        self.documents = {each.sighting.document for each in self.seen}
        sightings = (each.sighting for each in self.seen)
        self._first = min((each.document, each.name, each.speaker) for each in sightings)

    @property
    def order(self) -> tuple[int, str, str, str]:
        """A key to sort by: the most documents first, then the first sighting."""
        return -len(self.documents), *self._first

    @property
    def single(self) -> Form | None:
        """Its name where it is called by a single one only; ``None`` where it has a full one, or several."""
        form = next(iter(self.forms))
        return form if len(self.forms) == 1 and not is_full(form) else None

    @property
    def main_form(self) -> Form:
        """The form of the full name that most of its documents use; a single one where it has no other."""
        full = Counter({form: count for form, count in self.forms.items() if is_full(form)}) or self.forms
        return max(full, key=lambda form: (full[form], len(form.words), *order(form)))

    @property
    def main(self) -> str:
        """The main form as most documents write it."""
        return self.spelled(self.main_form)

    def spelled(self, form: Form) -> str:
        """A form as most of the documents that use it write it; capitals throughout and "Roe, Mia" only if need be."""
        spelled = Counter(each.sighting.name for each in self.seen if each.form == form)
        return max(spelled, key=lambda name: (not name.isupper() and "," not in name, spelled[name], name))

    def take(self, other: Group, link: Link) -> None:
        """Take the sightings of another group in, by ``link``."""
        self.links.update({id(each): link for each in other.seen} | other.links)
        self.seen.extend(other.seen)
        self.forms.update(other.forms)
        self.told |= other.told
        self.keys |= other.keys
        self.documents |= other.documents
        self._first = min(self._first, other._first)


def clash(a: Collection[Told], b: Collection[Told]) -> str | None:
    """Why something told of one group contradicts something told of another; ``None`` where nothing does. Two walks of
    life do not where one sighting of either group has both."""
    links = links_in({*a, *b})
    return next((why for one in a for other in b if (why := contradiction(one, other, links))), None)


def names_agree(a: Group, b: Group, like: Likenesses) -> Found | None:
    """The best of the rules by which full names of the two are one, where each of ``a`` can be each of ``b``; else
    ``None``."""
    best: Found | None = None
    for one in a.forms:
        for other in b.forms:
            found = like.compare(one, other)
            if found is None:
                return None
            if best is None or (found[1], found[0]) > (best[1], best[0]):
                best = found
    return best
