"""Full names that can be joined by name alone, since nothing that is told of their bearers speaks for two people.

All sightings of one form of a name of whose bearer the same is told make a node. Two nodes are linked where their names
can be one and nothing told of them contradicts. A node is settled where all nodes that it is linked with are linked
with each other, too: "J. Smith" is not, where there are John and Jane Smith, nor is a John Smith of whom nothing is
told where there is a mayor and a striker. Among settled nodes to be linked is transitive, so joining them brings no
two together that contradict, in whatever order it is done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from attrs import frozen

from quotex.people.blocks import Likenesses
from quotex.people.forms import Form
from quotex.people.seen import Links, Seen, Told, contradiction, links_in


@frozen
class Node:
    """A form of a name and what is told of its bearer."""

    form: Form
    told: Told


@frozen
class Settled:
    """Sightings in groups that are joined by name, and the nodes of the others, which name alone does not join."""

    joined: tuple[tuple[Seen, ...], ...]
    open: tuple[tuple[Seen, ...], ...]


def settle(seen: Iterable[Seen], like: Likenesses, min_score: float) -> Settled:
    """Join what can be joined by rules of at least ``min_score``."""
    nodes: dict[Node, list[Seen]] = defaultdict(list)
    for each in seen:
        nodes[Node(each.form, each.told)].append(each)
    of_form: dict[Form, list[Node]] = defaultdict(list)
    for node in nodes:
        of_form[node.form].append(node)
    near = {form: _near(form, like, of_form, min_score) for form in of_form}
    tolds = {form: frozenset(node.told for node in of_form[form]) for form in of_form}
    walks = {form: links_in(those) for form, those in tolds.items()}
    linked: dict[Node, list[Node]] = {}
    for node in nodes:
        if node.form not in like.crowded:
            found = _linked(node, near[node.form], tolds, like, walks)
            if found is not None:
                linked[node] = found
    groups: list[tuple[Seen, ...]] = []
    open_ = [node for node in nodes if node not in linked]
    for part in _components(linked):
        told = frozenset(node.told for node in part)
        if _all_compare({node.form for node in part}, like) and _all_agree(told, links_in(told)):
            groups.append(tuple(each for node in part for each in nodes[node]))
        else:
            open_.extend(part)  # what made two walks of life one was not settled itself
    return Settled(tuple(groups), tuple(tuple(nodes[node]) for node in open_))


def _components(linked: Mapping[Node, Sequence[Node]]) -> list[list[Node]]:
    parents = {node: node for node in linked}
    for node, others in linked.items():
        for other in others:
            if other in parents:
                parents[_root(node, parents)] = _root(other, parents)
    parts: dict[Node, list[Node]] = defaultdict(list)
    for node in linked:
        parts[_root(node, parents)].append(node)
    return list(parts.values())


def _near(form: Form, like: Likenesses, present: Mapping[Form, object], min_score: float) -> tuple[Form, ...]:
    others = like.of.get(form, {}).items()
    return (form, *(other for other, (_, score) in others if score >= min_score and other in present))


def _linked(
    node: Node,
    near: Sequence[Form],
    tolds: Mapping[Form, frozenset[Told]],
    like: Likenesses,
    walks: Mapping[Form, Links],
) -> list[Node] | None:
    """The nodes that it is linked with, itself included; ``None`` where they are not all linked with each other."""
    links: Links = frozenset().union(*(walks[form] for form in near))
    found = [Node(form, told) for form in near for told in tolds[form] if contradiction(node.told, told, links) is None]
    if not _all_compare({other.form for other in found}, like):
        return None
    return found if _all_agree(frozenset(other.told for other in found), links) else None


def _all_compare(forms: Iterable[Form], like: Likenesses) -> bool:
    return all(like.compare(a, b) is not None for a, b in combinations(forms, 2))


@lru_cache(maxsize=65536)
def _all_agree(tolds: frozenset[Told], links: Links) -> bool:
    return all(contradiction(a, b, links) is None for a, b in combinations(tolds, 2))


def _root(node: Node, parents: dict[Node, Node]) -> Node:
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node
