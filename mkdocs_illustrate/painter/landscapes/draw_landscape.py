"""The first mode: a place, composed for its frame."""

from __future__ import annotations

from collections.abc import Sequence

from ..kit.canvas import Canvas
from ..kit.chance import Rng, Seed
from ..kit.drawn import Drawn
from ..kit.frame import Frame
from ..topics.conditions import Conditions
from ..topics.lexicon.concept import Concept
from .landscape_colours import HOUR_WORDS, landscape_colours
from .rain_and_snow import dulled
from .scenes import Scene, scenes
from .stage import Stage


def draw_landscape(
    canvas: Canvas,
    frame: Frame,
    seed: Seed,
    name: str,
    *,
    concepts: Sequence[Concept],
    conditions: Conditions,
    scheme: str,
) -> Drawn:
    """Set the stage for a scene (hour, season, palette, variant) and let it draw."""
    scene, rng = scenes()[name], seed.stream("setting")
    concept = concepts[0] if concepts else None
    # A concept that only came along (who walks there) must not tint the whole place.
    suits = concept is not None and concept.scenes[:1] == (name,)
    variant = _variant(scene, rng, concepts, conditions)
    palette = landscape_colours(
        seed.stream("palette"),
        hue=concept.hue if concept and suits else None,
        hour=_hour(scene, rng, variant, concept, conditions),
        season=_season(scene, rng, conditions),
        scheme=scheme,
    )
    stage = Stage(
        canvas=canvas,
        frame=frame,
        palette=dulled(palette, conditions.weather),
        seed=seed,
        variant=variant,
        weather=conditions.weather or ("clear" if conditions.hour else ""),
        concepts=tuple(concept.name for concept in concepts),
    )
    drawn = scene.draw(stage)
    setting = drawn.setting or HOUR_WORDS[palette.hour]
    return Drawn(subject=drawn.subject, details=drawn.details, setting=setting)


def _variant(scene: Scene, rng: Rng, concepts: Sequence[Concept], conditions: Conditions) -> str:
    """Take what a concept asks for, else chance's; snow lies only where no other season is."""
    summer = conditions.season not in {"", "winter"} or conditions.weather == "rain"
    fit = [v for v in scene.variants if not (summer and v == "snow")]
    drawn = rng.pick([v for v in fit if v not in scene.asked])
    return next((c.variant for c in concepts if c.variant in fit), drawn)


def _hour(scene: Scene, rng: Rng, variant: str, concept: Concept | None, conditions: Conditions) -> str:
    """Obey the article's words, then the concept, then chance among the hours that flatter."""
    wished = conditions.hour or (concept.hour if concept is not None else "")
    drawn = rng.pick(scene.suited(variant))
    return wished if wished and (not scene.strict or wished in scene.hours) else drawn


def _season(scene: Scene, rng: Rng, conditions: Conditions) -> str | None:
    """Obey the article's words, else chance among the seasons that suit."""
    return conditions.season or (rng.pick(scene.seasons) if scene.seasons else None)
