"""Chooses the mode and what is drawn in it: certainty first, an abstract composition when in doubt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ..kit.chance import Rng
from .conditions import UNSAID, Conditions
from .find_concepts import Found
from .lexicon import concepts
from .lexicon.concept import Concept

STYLES = ("auto", "landscape", "isometric", "abstract", "mosaic")
_CLEAR = 1.15
"""A place must beat the best technical concept by this factor."""
_GRAVE = 0.5
"""A grave concept needs this share of the leader's points, if only the body speaks of it."""
_MOST = 3
_ALONG = 0.4
"""A further concept must have this share of the leader's points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to draw: a mode, its scene or its things, and the concepts behind it."""

    mode: str
    scene: str = ""
    things: tuple[str, ...] = ()
    """Names of props (isometric; a glyph's where no prop is drawn) or of glyphs (mosaic; else only spoken of)."""
    concepts: tuple[Concept, ...] = ()
    """What the picture is about, the surest first; a scene shows the others too, where it can."""
    grave: bool = False
    conditions: Conditions = UNSAID
    """Hour, season and weather that the article's words ask for."""

    @property
    def concept(self) -> Concept | None:
        """What it is most about."""
        return next(iter(self.concepts), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repertoire:
    """What can be drawn, by name: what is not in it is not drawn."""

    scenes: Collection[str]
    props: Collection[str]
    glyphs: Collection[str]

    @property
    def motifs(self) -> set[str]:
        """Every name of a drawing or a concept."""
        return {*self.scenes, *self.props, *self.glyphs, *concepts()}


def choose(found: Sequence[Found], style: str, motifs: Sequence[str], rng: Rng, repertoire: Repertoire) -> Choice:
    """Choose by wish, else by topic. What is not drawn yet, or not sure, is abstract."""
    wished = [name for name in motifs if name in repertoire.motifs]
    if wished:
        return _wished(wished, style, rng, repertoire)
    # Before anything else: no cheerful picture over a death, whatever else the page is about.
    grave = _grave(found)
    if grave is not None:
        return Choice(mode=_flat(style), concepts=(grave,), grave=True)
    found = [hit for hit in found if hit.concept.mood != "grave"]
    near = [hit for hit in found if hit is found[0] or (hit.named and hit.score >= _ALONG * found[0].score)]
    close = [hit.concept for hit in sorted(near, key=lambda hit: _late(hit, near))]
    modes = _modes(found, style)
    if modes == ("isometric",) and style == "auto":
        # Beside a technical topic a river is a figure of speech.
        close = [concept for concept in close if not concept.scenes] or close
    for mode in modes:
        choice = _landscape(close, rng, repertoire) if mode == "landscape" else _islands(close, rng, repertoire)
        if choice is not None:
            return choice
    return Choice(mode=_flat(style), things=_glyphs(close, repertoire), concepts=tuple(close[:1]))


def _flat(style: str) -> str:
    """What shows no thing: tiles only for who asks for them."""
    return "mosaic" if style == "mosaic" else "abstract"


def _late(hit: Found, near: Sequence[Found]) -> bool:
    """Whether a language or the like has to stand behind what else the title is about."""
    return hit.concept.broad and any(other.titled and other.concept.props and not other.concept.broad for other in near)


def _modes(found: Sequence[Found], style: str) -> tuple[str, ...]:
    """Give the modes to try before what shows no thing."""
    if style == "isometric":
        return (style,)
    if style == "landscape":
        return (style, "isometric")  # what has no place is shown as a thing, before it is not shown at all
    if style in ("mosaic", "abstract") or not found:
        return ()
    place = max((hit.score for hit in found if hit.concept.scenes), default=0.0)
    things = [hit for hit in found if not hit.concept.scenes]
    if place:
        things = [hit for hit in things if not hit.concept.yields]
    thing = max((hit.score for hit in things), default=0.0)
    return ("landscape",) if place > _CLEAR * thing else ("isometric",)


def _grave(found: Sequence[Found]) -> Concept | None:
    """Give the gravest matter that is no passing word."""
    for hit in found:
        if hit.concept.mood == "grave" and (hit.named or hit.score >= _GRAVE * found[0].score):
            return hit.concept
    return None


def _landscape(close: Sequence[Concept], rng: Rng, repertoire: Repertoire) -> Choice | None:
    """Take the surest place; who walks there comes along."""
    for concept in sorted(close, key=lambda concept: concept.yields):
        places = [name for name in concept.scenes if name in repertoire.scenes]
        if places:
            scene = rng.pick(places)  # walks are at home in forests, by rivers, in fields
            company = (c for c in close if c is not concept and scene in c.scenes)
            return Choice(mode="landscape", scene=scene, concepts=(concept, *company))
    return None


def _islands(close: Sequence[Concept], rng: Rng, repertoire: Repertoire) -> Choice | None:
    """Stand the leader's first prop in the middle; beside it only what else the article is about."""
    leader = next((concept for concept in close if set(concept.props) & set(repertoire.props)), None)
    if leader is None:
        return None
    rows = [_led(c, rng) if c is leader else c.props for c in close[:_MOST] if c.props]
    firsts = (next((name for name in names if name in repertoire.props), "") for names in rows)
    things = tuple(dict.fromkeys(name for name in firsts if name))
    return Choice(mode="isometric", things=things, concepts=(leader,))


def _led(leader: Concept, rng: Rng) -> tuple[str, ...]:
    """Put one of the props that may lead first."""
    if leader.leads == 1:
        return leader.props
    first = rng.pick(leader.props[: leader.leads])
    return (first, *(name for name in leader.props if name != first))


def _glyphs(close: Sequence[Concept], repertoire: Repertoire) -> tuple[str, ...]:
    return _interleaved([concept.glyphs for concept in close[:_MOST]], repertoire.glyphs)[:_MOST]


def _interleaved(columns: Sequence[Sequence[str]], drawn: Collection[str]) -> tuple[str, ...]:
    """Take each concept's first thing, then the leader's others: no thing twice."""
    firsts = [next((n for n in names if n in drawn), "") for names in columns]
    rest = [name for names in columns[:1] for name in names if name in drawn]
    return tuple(dict.fromkeys(name for name in (*firsts, *rest) if name))


def _wished(names: Sequence[str], style: str, rng: Rng, repertoire: Repertoire) -> Choice:
    """Do what `motifs:` names: a scene's name makes a landscape, things make islands or tiles."""
    rows = [concepts()[name] for name in names if name in concepts()]
    grave = next((row for row in rows if row.mood == "grave"), None)
    if grave is not None:  # as where the words say it: what else is named is an icon in subdued light
        return replace(_things(names, "mosaic", (grave,), repertoire), grave=True)
    scene = next((name for name in names if name in repertoire.scenes), "")
    if scene and style in ("auto", "landscape"):
        company = [row for row in rows[1:] if scene in row.scenes]
        return Choice(mode="landscape", scene=scene, concepts=(*rows[:1], *company))
    if rows and style in ("auto", "landscape") and names[0] in concepts():
        place = _landscape(rows, rng, repertoire)
        if place is not None:
            return place
    unseen = [row for row in rows if row.name not in repertoire.props and row.name not in repertoire.glyphs]
    return _things(names, style, tuple((unseen or rows)[:1]), repertoire)  # what is no thing is what all is about


def _things(names: Sequence[str], style: str, lead: tuple[Concept, ...], repertoire: Repertoire) -> Choice:
    solid = _solid(names, repertoire)
    if solid and (
        style == "isometric" or (style in ("auto", "landscape") and any(name in repertoire.props for name in solid))
    ):
        return Choice(mode="isometric", things=tuple(solid[:_MOST]), concepts=lead)
    flat = [name for n in names for name in _expanded(n, "glyphs", repertoire) if name in repertoire.glyphs]
    return Choice(
        mode="abstract" if style == "abstract" or not flat else "mosaic",
        things=tuple(dict.fromkeys(flat))[:_MOST],
        concepts=lead,
    )


def _solid(names: Sequence[str], repertoire: Repertoire) -> list[str]:
    """Give what stands on islands: a topic's first prop, unless another one of it stands there already."""
    solid: list[str] = []
    for name in names:
        props = [n for n in _expanded(name, "props", repertoire) if n in repertoire.props]
        icons = [n for n in _expanded(name, "glyphs", repertoire) if n in repertoire.glyphs]
        stood = props or icons
        solid += [] if set(stood) & set(solid) else stood[:1]
    return solid


def _expanded(name: str, column: str, repertoire: Repertoire) -> tuple[str, ...]:
    if name in repertoire.props or name in repertoire.glyphs or name not in concepts():
        return (name,)
    return tuple(getattr(concepts()[name], column))
