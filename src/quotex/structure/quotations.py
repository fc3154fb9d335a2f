"""The regions in quotation marks of a whole article, quotations over several paragraphs joined."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quotex.records import BlockKind
from quotex.spans import Pair, trim
from quotex.structure.blocks import Outline
from quotex.structure.marks import Ignored, find_marks
from quotex.structure.pairing import Pairing, pair


@frozen
class Quotation:
    """A region before its kind is known; indices are into the list that ``find_quotations`` returns."""

    start: int
    end: int
    inner: Pair
    """What stands between the marks."""
    opening: str
    closing: str | None
    parent: int | None
    continues: int | None
    carried_on: bool
    """Whether the next paragraph carries it on."""

    @property
    def is_whole(self) -> bool:
        """Whether it ends where its writer meant it to, so that it can be read as one piece."""
        return self.closing is not None or self.carried_on


def find_quotations(text: str, blocks: Sequence[Outline]) -> tuple[list[list[Quotation]], list[Ignored]]:
    """Pair the marks of each block; return the regions block by block, and the marks that are in none.

    By the convention of the press a quotation over several paragraphs opens each with a mark and closes only the last.
    Pictures and links set between two paragraphs do not break it. Where the next paragraph opens with no mark, an
    unclosed region ends with its own.
    """
    out: list[list[Quotation]] = []
    ignored: list[Ignored] = []
    count = 0
    carried: tuple[int, str] | None = None
    following = _next_texts(blocks)
    for block, after in zip(blocks, following, strict=True):
        marks, strays = find_marks(text, block.start, block.end)
        pairings, unpaired = pair(marks, block.end)
        ignored += strays
        ignored += unpaired
        if block.kind in (BlockKind.CAPTION, BlockKind.LINKS):
            here, _ = _block_regions(text, pairings, block, None, None, count)
        else:
            here, carried = _block_regions(text, pairings, block, after, carried, count)
        out.append(here)
        count += len(here)
    ignored.sort(key=lambda mark: mark.start)
    return out, ignored


def _next_texts(blocks: Sequence[Outline]) -> list[Outline | None]:
    """Return for each block the next one that is neither caption nor links."""
    out: list[Outline | None] = []
    following: Outline | None = None
    for block in reversed(blocks):
        out.append(following)
        if block.kind not in (BlockKind.CAPTION, BlockKind.LINKS):
            following = block
    out.reverse()
    return out


def _block_regions(
    text: str,
    pairings: Sequence[Pairing],
    block: Outline,
    after: Outline | None,
    carried: tuple[int, str] | None,
    count: int,
) -> tuple[list[Quotation], tuple[int, str] | None]:
    """Make regions of a block's pairings; ``carried`` is the index and mark of the region that it may carry on.

    Also returns the same for the next paragraph. ``count`` is the number of regions before this block.
    """
    out: list[Quotation] = []
    stack: list[tuple[int, int]] = []
    pending: tuple[int, str] | None = None
    for pairing in pairings:
        sign = pairing.opening.text
        end = trim(text, pairing.start, pairing.end)[1]
        while stack and stack[-1][1] <= pairing.start:
            stack.pop()
        goes_on = (
            pairing.closing is None
            and not stack
            and end == block.end
            and after is not None
            and text.startswith(sign, after.start)
        )
        if pairing.closing is None and pairing.opening.family == "single" and not goes_on:
            continue  # an apostrophe after all
        continues = carried[0] if carried is not None and carried[1] == sign and pairing.start == block.start else None
        index = count + len(out)
        out.append(
            Quotation(
                start=pairing.start,
                end=end,
                inner=(pairing.opening.end, pairing.closing.start if pairing.closing is not None else end),
                opening=sign,
                closing=pairing.closing.text if pairing.closing is not None else None,
                parent=stack[-1][0] if stack else None,
                continues=continues,
                carried_on=goes_on,
            )
        )
        stack.append((index, pairing.end))
        if goes_on:
            pending = index, sign
    return out, pending
