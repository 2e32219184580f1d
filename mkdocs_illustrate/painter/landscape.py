"""The first mode: a place, composed for its frame."""

from __future__ import annotations

from .canvas import Canvas
from .frame import Frame
from .lexicon.concept import Concept
from .palette import HOUR_WORDS, HOURS, SEASONS, landscape
from .rng import Seed
from .scenes import scenes
from .stage import Drawn, Stage


def draw_landscape(
    canvas: Canvas, frame: Frame, seed: Seed, name: str, *, concept: Concept | None, scheme: str
) -> Drawn:
    """Set the stage for a scene (hour, season, palette, variant) and let it draw."""
    scene, rng = scenes()[name], seed.stream("setting")
    suits = concept is not None and concept.scenes[:1] == (name,)
    hour = rng.pick(scene.hours) if scene.hours and set(scene.hours) != set(HOURS) else None
    season = (
        rng.pick(scene.seasons) if scene.seasons and set(scene.seasons) != set(SEASONS) else None
    )
    variant = rng.pick(scene.variants)
    if concept is not None:
        variant = concept.variant if concept.variant in scene.variants else variant
        hour = concept.hour or hour
    palette = landscape(
        seed.stream("palette"), hue=concept.hue if concept and suits else None,
        hour=hour, season=season, scheme=scheme,
    )  # fmt: skip
    names = (concept.name,) if concept is not None else ()
    stage = Stage(
        canvas=canvas, frame=frame, palette=palette, seed=seed, variant=variant, concepts=names
    )
    drawn = scene.draw(stage)
    setting = drawn.setting or HOUR_WORDS[palette.hour]
    return Drawn(subject=drawn.subject, details=drawn.details, setting=setting)
