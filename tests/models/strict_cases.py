"""What each vendor takes, and what it does not: cases for its test server."""

from __future__ import annotations

from typing import Any

from .talk import PROMPT

IMAGES = "/images/generations"
# Vendor -> path, and a request that it takes.
GOOD: dict[str, tuple[str, dict[str, Any]]] = {
    "openai": (IMAGES, {"model": "gpt-image-2", "prompt": PROMPT}),
    "aimlapi": (IMAGES, {"model": "flux-pro", "prompt": PROMPT}),
    "xai": (IMAGES, {"model": "grok-imagine-image-2.0", "prompt": PROMPT}),
    "together": (IMAGES, {"model": "black-forest-labs/FLUX.1-schnell", "prompt": PROMPT}),
    "azure": ("/openai/v1/images/generations", {"model": "mine", "prompt": PROMPT}),
    "recraft": ("/v1/images/generations", {"model": "recraftv3", "prompt": PROMPT}),
    "openrouter": ("/api/v1/images", {"model": "google/gemini-3-pro-image", "prompt": PROMPT}),
    "sdcpp": ("/v1/images/generations", {"prompt": PROMPT}),
    "localai": ("/v1/images/generations", {"model": "m", "prompt": PROMPT}),
    "bfl": ("/v1/flux-2-pro", {"prompt": PROMPT}),
    "replicate": ("/models/black-forest-labs/flux-schnell/predictions", {"prompt": PROMPT}),
    "fal": ("/fal-ai/flux/schnell", {"prompt": PROMPT}),
    "pictory": ("/v1/aistudio/images", {"prompt": PROMPT}),
    "sdwebui": ("/sdapi/v1/txt2img", {"prompt": PROMPT}),
    "cloudflare": ("/accounts/a/ai/run/@cf/black-forest-labs/flux-1-schnell", {"prompt": PROMPT}),
    "google": ("/models/gemini-3-pro-image:generateContent", {}),
}


def _box(width: int, height: int) -> dict[str, dict[str, int]]:
    return {"image_size": {"width": width, "height": height}}


BAD = [
    *(("openai", {"size": size}) for size in ("17x33", "max", "4096x4096", "512x512", "3840x960")),
    *(
        ("openai", {name: value})
        for name, value in (
            ("n", 50),
            ("n", 0),
            ("n", "2"),
            ("n", True),
            ("background", "purple"),
            ("size", 1024),
            ("moderation", "none"),
            ("quality", "xhigh"),
            ("quality", "hd"),
            ("style", "vivid"),
            ("output_format", "svg"),
            ("response_format", "url"),
            ("complexity", "low"),
            ("model", None),
            ("model", "dall-e-3"),
            ("model", "gpt-image-1"),
            ("model", "gpt-image-9"),
            ("output_compression", 50),
            ("prompt", "x" * 32_001),
            ("prompt", "  "),
            ("seed", 7),
        )
    ),
    ("openai", {"background": "transparent", "output_format": "jpeg"}),
    ("openai", {"model": "gpt-image-2.6-flare", "output_format": "svg", "n": 2}),
    ("openai", {"model": "gpt-image-1.5", "size": "1920x1088"}),
    *(
        ("aimlapi", change)
        for change in (
            _box(100, 100),
            _box(1441, 1024),
            {"size": "1024x1024"},
            {"prompt": "x" * 4001},
            {"num_images": 5},
            {"seed": 0},
            {"sparkle": 1},
            {"output_format": "webp"},
            {"model": None},
            {"model": "flux-proo"},
            {"image_size": "huge"},
            {"image_size": {"width": 1024}},
            {"model": "reve/create-image", "aspect_ratio": "21:9"},
            {"model": "google/imagen-4.0-generate-001", "prompt": "x" * 401},
            {"model": "flux/dev/image-to-image"},
        )
    ),
    *(
        ("xai", change)
        for change in (
            {"aspect_ratio": "7:3"},
            {"n": 99},
            {"size": "1024x1024"},
            {"resolution": "4k"},
            {"model": "grok-imagine-image-pro"},
            {"quality": "hd"},
        )
    ),
    *(
        ("together", change)
        for change in (
            {"width": 1000, "height": 1024},
            {"width": 4096},
            {"height": 16},
            {"size": "1024x1024"},
            {"response_format": "b64_json"},
            {"n": 9},
            {"output_format": "webp"},
        )
    ),
    *(
        ("azure", change)
        for change in (
            {"size": "100x100"},
            {"n": 11},
            {"model": "gpt-image-1.5", "size": "1920x1088"},
            {"style": "vivid"},
            {"model": ""},
        )
    ),
    *(
        ("recraft", change)
        for change in (
            {"size": "1000x1000"},
            {"prompt": "x" * 3000},
            {"n": 7},
            {"quality": "high"},
        )
    ),
    *(
        ("openrouter", change)
        for change in (
            {"model": "gemini"},
            {"resolution": "8K"},
            {"width": 5},
            {"aspect_ratio": "wide"},
        )
    ),
    ("sdcpp", {"quality": "high"}),
    ("sdcpp", {"size": "big"}),
    ("sdcpp", {"output_format": "svg"}),
    ("localai", {"size": "big"}),
    ("localai", {"aspect_ratio": "1:1"}),
    *(
        ("bfl", change)
        for change in (
            {"width": 1000},
            {"width": 2064, "height": 2064},
            {"output_format": "webp"},
            {"n": 2},
            {"safety_tolerance": 6},
            {"size": "1024x1024"},
            {"prompt": ""},
        )
    ),
    *(
        ("replicate", change)
        for change in (
            {"aspect_ratio": "7:3"},
            {"num_outputs": 9},
            {"num_inference_steps": 50},
            {"output_format": "svg"},
            {"prompt": None},
            {"seed": "seven"},
        )
    ),
    *(
        ("fal", change)
        for change in (
            _box(10, 10),
            {"image_size": "huge"},
            {"num_images": 9},
            {"num_inference_steps": 99},
            {"output_format": "webp"},
            {"prompt": None},
        )
    ),
    *(
        ("pictory", change)
        for change in (
            {"prompt": "x"},
            {"prompt": "x" * 5001},
            {"aspectRatio": "4:3"},
            {"style": "baroque"},
            {"model": "nanobanana", "aspectRatio": "16:9"},
            {"model": "flux"},
            {"seed": 7},
            {"referenceImageUrl": "/here.png"},
            {"size": "1024x1024"},
        )
    ),
    *(
        ("sdwebui", change)
        for change in (
            {"width": 1001},
            {"steps": "28"},
            {"cfg_scale": "high"},
            {"sampler_name": "Eulerr"},
            {"n_iter": 0},
            {"seed": 1.5},
        )
    ),
    *(
        ("cloudflare", change)
        for change in (
            {"steps": 9},
            {"width": 1024},
            {"prompt": "x" * 2049},
            {"size": "1024x1024"},
        )
    ),
]
