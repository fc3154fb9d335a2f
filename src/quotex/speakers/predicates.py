"""Titles that a sentence of their own gives: "She is the chair of the guild." """

from __future__ import annotations

from quotex.mentions.nouns import names_office, nouns_in
from quotex.mentions.pronouns import PRONOUNS, Reference
from quotex.mentions.titles import COPULAS
from quotex.mentions.titles_after import title_predicated
from quotex.speakers.antecedents import antecedent
from quotex.speakers.salience import Stage

_CLEAR = 0.6
"""The least certainty about whom the pronoun means at which a title is taken for theirs."""


def learn_predicates(stage: Stage) -> None:
    """Give people the offices and trades that sentences outside quoted speech say of "he" or "she"."""
    scene = stage.scene
    for start, end in scene.structure.sentences:
        if end - start < 4 or scene.structure.in_speech[start] or scene.doc[start + 1].text not in COPULAS:
            continue
        pronoun = PRONOUNS.get(scene.doc[start].text.casefold())
        if pronoun is None or pronoun.reference is not Reference.PERSON:
            continue
        title = title_predicated(scene.doc, start + 2, end, scene.name_at)
        if title is None or not any(map(names_office, nouns_in(scene.doc, title.start, title.end))):
            continue
        found = antecedent(stage, start, pronoun.gender)
        if found is not None and found[0].named and found[2] >= _CLEAR:
            scene.give_title(found[0], title)
