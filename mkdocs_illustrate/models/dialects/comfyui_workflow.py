"""ComfyUI: the workflow is the request. A JSON of the user's with named places, or the one here.

Places are texts like {prompt}, {negative}, {seed}, {width}, {height}, {model}; any other place is
filled from `options`.
"""

from __future__ import annotations

import contextlib
import functools
import json
import random
import uuid
from collections.abc import AsyncIterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from ...errors import BadAnswer, CannotEdit, ConfigError, JobFailed, ModelError
from ...records import Order, Picture
from ..image_answers import parse, whole_number
from ..orders import image_fields, say_no_seed
from ..polling import Job, JobGone
from ..protocols import ImageRequest, Journal
from ..setup import Setup
from ..slots import Uploads, in_slots, slots
from ..templates import dig, fill, places
from ..vendor_images import VendorImages
from ..wire.http_errors import hidden_error
from ..wire.messages import Request, Response
from ..wire.redaction import redact
from ..wire.retries import IMAGE, POLL

_INTERVAL = 1.0  # seconds between two polls at a server that is usually next door
_LOADED = ("ckpt_name", "unet_name", "model_name")  # what loaders call their file
_SEEDS = 2**32
_LATE = {"seed", "nonce"}  # filled when it is sent
_Files = tuple[Mapping[str, str], ...]
# What a workflow of the author's may have places for; the size is the one of SDXL that is nearest to 3:2.
_USUAL = {"negative": "", "steps": 20, "cfg": 7.0, "width": 1216, "height": 832, "strength": 0.7}


class Images(VendorImages):
    """One workflow on one server."""

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup)
        with contextlib.suppress(ConfigError):  # said when it is planned
            self.model = _drawn_by(self._workflow, self.model)
            self.takes_seed = "seed" in places(self._workflow)
            self.most_references = len(slots(self._workflow))
        self._uploads = Uploads(self.connection, self.setup.timeouts.image)

    @functools.cached_property
    def _workflow(self) -> Mapping[str, Any]:
        asked = self.setup.options.get("workflow")
        return asked if isinstance(asked, Mapping) else _read(self.setup.folder, asked)

    @property
    def _template(self) -> Mapping[str, Any]:
        return {"prompt": self._workflow}

    def plan(self, request: ImageRequest) -> Order:
        """The workflow with what is asked for in its places; a seed nobody chose stays open."""
        if request.images:
            raise CannotEdit("comfyui makes no pictures out of others, but by a workflow that loads them itself")
        options = {k: v for k, v in self.setup.options.items() if k != "workflow"}
        shown = in_slots(self._workflow, request)
        values = {**_USUAL, **image_fields(self.setup, request), **shown, **options}
        values["size"] = f"{values['width']}x{values['height']}"
        asked = places(self._workflow)
        if "prompt" not in asked:
            raise ConfigError("option 'image.options.workflow': has no place for {prompt}")
        if unknown := sorted(asked - set(values) - _LATE):
            text = f"nothing is known for {{{unknown[0]}}}; set 'image.options.{unknown[0]}'"
            raise ConfigError(f"option 'image.options.workflow': {text}")
        if request.seed is not None and "seed" not in asked:
            say_no_seed("ComfyUI", f"a workflow without a place {{seed}} ({self.model})")
        body = fill(self._template, values, keep=True)
        shows = request.references if shown else ()
        return Order(vendor=self.vendor, path=self.setup.path, body=body, price=self.estimate(), references=shows)

    async def make(self, order: Order, journal: Journal) -> Picture:
        """Queue it, or go on with what an earlier run queued; poll until it is done."""
        work = Job(
            submit=lambda: self._submit(order),
            poll=self._poll,
            fetch=self._first,
            closed=self.connection.closed,
            seat=self.connection.seat,
            interval=_INTERVAL,
            seconds=self.setup.timeouts.job,
        )
        try:
            (files, drawn), data = await work.run(journal)
        except JobGone:  # the server was started anew: it costs nothing to hand the job in once more
            (files, drawn), data = await work.run(journal)
        return Picture(
            data=data,
            media_type="",
            width=0,
            height=0,
            cost=order.price,
            seed=whole_number(drawn),
            others=tuple([other async for other in self._more(files[1:])]),
        )

    async def _submit(self, order: Order) -> Mapping[str, str]:
        """Queue it; a server that was asked the very same before answers nothing new, so something varies."""
        await self._uploads.bring(order.references)
        seed = random.randrange(_SEEDS)  # noqa: S311 - only has to differ
        nonce = uuid.uuid4().hex[:12]
        body = _varied(_filled(self._template, order.body, {"seed": seed, "nonce": nonce}), nonce)
        request = Request(path=order.path, body=body)
        job = await self.connection.send(request, read=_queued, retries=IMAGE, seconds=self.setup.timeouts.image)
        return {"job": job, **({"seed": str(seed)} if _is_open(self._template, order.body, "seed") else {})}

    async def _poll(self, ticket: Mapping[str, str]) -> tuple[_Files, str] | None:
        """The files that came of it, once there are some, and the seed that it was handed in with."""
        files = await self._files(ticket["job"])
        return (files, ticket.get("seed", "")) if files else None

    async def _files(self, job: str) -> _Files:
        entry = await self._history(job)
        if entry is None:
            if job.encode() in (await self._get("/queue")).body:
                return ()
            entry = await self._history(job)  # it may have ended between the two questions
        if entry is None:
            raise JobGone("the server does not know the job any more")
        return _files(entry)

    async def _history(self, job: str) -> Mapping[str, Any] | None:
        entry = parse((await self._get(f"/history/{quote(job)}")).body).get(job)
        return entry if isinstance(entry, Mapping) else None

    async def _first(self, done: tuple[_Files, str]) -> bytes:
        return await self._file(done[0][0])

    async def _more(self, files: _Files) -> AsyncIterator[bytes]:
        """The rest of a batch; one that can't be fetched costs no other."""
        for file in files:
            with contextlib.suppress(ModelError):
                yield await self._file(file)

    async def _file(self, file: Mapping[str, str]) -> bytes:
        return (await self._get(f"/view?{urlencode(file)}")).body

    async def _get(self, path: str) -> Response:
        return await self.connection.get(path, retries=POLL, seconds=self.setup.timeouts.image)


def _read(folder: Path, name: object) -> Mapping[str, Any]:
    """The user's workflow, or the one that comes with the package."""
    try:
        if name is None:
            text = files(__package__).joinpath("comfyui.json").read_text("utf-8")
        else:
            text = (folder / str(name)).read_text("utf-8")
        read = json.loads(text)
    except (OSError, ValueError) as error:
        said = f"can't be read ({type(error).__name__}); export it as 'API format'"
        raise ConfigError(f"option 'image.options.workflow': {name} {said}") from None
    if not isinstance(read, Mapping) or "nodes" in read:
        raise ConfigError("option 'image.options.workflow': export it from ComfyUI as 'API format'")
    return read


def _filled(template: Any, body: Any, values: Mapping[str, Any]) -> Any:
    """The body with the places filled that the workflow left open; a prompt's own braces stay."""
    if isinstance(template, Mapping) and isinstance(body, Mapping):
        return {name: _filled(template.get(name), value, values) for name, value in body.items()}
    if isinstance(template, list) and isinstance(body, list) and len(template) == len(body):
        return [_filled(*pair, values) for pair in zip(template, body, strict=True)]
    return fill(body, values, keep=True) if places(template) & set(values) else body


def _varied(body: Any, nonce: str) -> Any:
    """Let what saves pictures save under a new name: a workflow that was run before runs again."""
    if isinstance(body, Mapping):
        named = {k: _varied(v, nonce) for k, v in body.items()}
        prefix = named.get("filename_prefix")
        return {**named, "filename_prefix": f"{prefix}-{nonce}"} if prefix else named
    return [_varied(item, nonce) for item in body] if isinstance(body, list) else body


def _is_open(template: Any, body: Any, name: str) -> bool:
    """Whether a place of the workflow still waits for something to stand there."""
    return bool(_filled(template, body, {name: ""}) != body)


def _queued(response: Response) -> str:
    job = parse(response.body).get("prompt_id")
    if not isinstance(job, str) or not job:
        raise hidden_error(response.body) or BadAnswer("the answer names no job; check base_url")
    return job


def _drawn_by(workflow: Mapping[str, Any], model: str) -> str:
    """What a workflow draws with: the model that is asked for, or the files that it names itself."""
    if "model" in places(workflow):
        return model
    loaded = (dig(node, f"inputs.{name}") for node in workflow.values() for name in _LOADED)
    return " + ".join(dict.fromkeys(file for file in loaded if isinstance(file, str))) or "a workflow of its own"


def _files(entry: Mapping[str, Any]) -> _Files:
    """The pictures that a workflow saved, as it names them; none while it is at work."""
    _check_ended_well(entry)
    outputs = entry.get("outputs")
    # Previews are listed beside what was saved, with the type "temp".
    listed = [_list(output, "images") for output in outputs.values()] if isinstance(outputs, Mapping) else []
    saved = [i for images in listed for i in images if isinstance(i, Mapping) and i.get("type", "output") == "output"]
    if not saved and dig(entry, "status.completed"):
        raise JobFailed("the workflow is done, but saved no picture; it needs a SaveImage node")
    return tuple({name: str(image.get(name, "")) for name in ("filename", "subfolder", "type")} for image in saved)


def _check_ended_well(entry: Mapping[str, Any]) -> None:
    if any(dig(message, "0") == "execution_interrupted" for message in _list(entry, "status.messages")):
        raise JobFailed("the workflow was interrupted on the server; build again to run it anew")
    if dig(entry, "status.status_str") == "error":
        raise JobFailed(f"the workflow failed ({_why(entry)}); run it in ComfyUI to see where")


def _why(entry: Mapping[str, Any]) -> str:
    for message in _list(entry, "status.messages"):
        if dig(message, "0") == "execution_error":
            return redact(str(dig(message, "1.exception_message") or "no reason given"))
    return "no reason given"


def _list(read: Any, place: str) -> list[Any]:
    found = dig(read, place)
    return found if isinstance(found, list) else []
