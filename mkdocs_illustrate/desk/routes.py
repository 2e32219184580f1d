"""The desk's addresses. Everything that a request names is looked up among the site's figures: nothing is a path."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from importlib.resources import files
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ..errors import IllustrateError
from ..models.wire.redaction import redact, secrets_of
from .buying import Buying, Offer
from .deciding import Said
from .desk import Desk
from .rendering import Scene, Showing, news, page, parts
from .thumbnails import LARGE, SMALL, media_type

log = logging.getLogger("mkdocs.plugins.illustrate")

_STATIC = {
    "desk.css": "text/css",
    **dict.fromkeys(("desk.js", "fields.js", "keys.js", "parts.js", "turns.js"), "text/javascript"),
}
_LONGEST = 64 * 1024  # bytes of a form
_FOR_EVER = "private, max-age=31536000, immutable"


def desk_app(desk: Desk, buying: Buying) -> Starlette:
    """The desk as an application."""
    answers = _Answers(desk, buying)
    return Starlette(
        routes=[
            Route("/", answers.page, methods=["GET"]),
            Route("/figure", answers.figure, methods=["GET"]),
            Route("/picture", answers.picture, methods=["GET"]),
            Route("/decide", answers.decide, methods=["POST"]),
            Route("/undo", answers.undo, methods=["POST"]),
            Route("/anew", answers.anew, methods=["POST"]),
            Route("/news", answers.news, methods=["GET"]),
            Route("/static/{name}", static, methods=["GET"]),
        ],
        exception_handlers={Exception: _failed},
    )


class _Answers:
    def __init__(self, desk: Desk, buying: Buying) -> None:
        self._desk = desk
        self._buying = buying
        self._deciding = buying.deciding
        self._told: Said | None = None

    async def page(self, request: Request) -> Response:
        """The whole desk; a reload looks at the whole site again."""
        if request.headers.get("cache-control") in {"max-age=0", "no-cache"}:
            await self._desk.at_hand(self._desk.read)
        said, self._told = self._told, None
        return HTMLResponse(await self._desk.at_hand(lambda: page(self._scene(request.query_params, said))))

    async def figure(self, request: Request) -> Response:
        """One figure, for the page that is open."""
        return HTMLResponse(await self._desk.at_hand(lambda: parts(self._scene(request.query_params))))

    async def news(self, request: Request) -> Response:
        """What was made meanwhile, for the page that is open."""
        came = self._buying.news()
        said = Said(" ".join(said.text for said in came), conflict=any(said.conflict for said in came))
        changed = frozenset(said.figure for said in came)
        return HTMLResponse(
            await self._desk.at_hand(lambda: news(self._scene(request.query_params, said if came else None), changed))
        )

    def _scene(self, asked: Mapping[str, str], said: Said | None = None, offer: Offer | None = None) -> Scene:
        """What a request asks for: a list, and the figure of it that stands there; the first, if it names none."""
        showing = Showing(self._desk, asked.get("show", ""), asked.get("q", ""))
        name = asked.get("figure") or next(iter(showing.names()), "")
        look = None
        with contextlib.suppress(KeyError):  # its page is gone
            look = self._desk.look(name) if name in self._desk.plans else None
        return Scene(desk=self._desk, showing=showing, look=look, said=said, offer=offer, making=self._buying.making)

    async def picture(self, request: Request) -> Response:
        """A small picture of a figure."""
        try:
            data = await self._small(request.query_params)
        except KeyError:
            return PlainTextResponse("no such figure\n", status_code=404)
        except (IllustrateError, OSError) as error:
            return PlainTextResponse(f"{error}\n", status_code=404)
        if data is None:
            return PlainTextResponse("there is no picture\n", status_code=404)
        return Response(data, media_type=media_type(data), headers={"Cache-Control": _FOR_EVER})

    async def _small(self, asked: QueryParams) -> bytes | None:
        name, width = asked.get("figure", ""), SMALL if asked.get("width") == str(SMALL) else LARGE
        if "candidate" in asked:
            return await self._desk.candidate(name, _number(asked["candidate"]), width)
        return await (self._desk.before if "before" in asked else self._desk.thumbnail)(name, width)

    async def decide(self, request: Request) -> Response:
        """A button was pressed, or a field was left."""
        form = await _form(request)
        name, what, seen = form.get("figure", ""), form.get("what", ""), form.get("seen", "")
        try:
            said = await self._desk.at_hand(lambda: self._deciding.decide(name, what, seen, form))
        except KeyError:
            return PlainTextResponse("no such figure, or no such button\n", status_code=404)
        return await self._answer(request, form, said)

    async def undo(self, request: Request) -> Response:
        """The last decision is taken back."""
        form = await _form(request)
        said = await self._desk.at_hand(self._deciding.undo)
        return await self._answer(request, form, said)

    async def anew(self, request: Request) -> Response:
        """A picture is to be made anew: a purchase, so whoever clicks is asked, once."""
        form = await _form(request)
        name, seen, note = form.get("figure", ""), form.get("seen", ""), form.get("note", "")
        try:
            offer = await self._desk.at_hand(lambda: self._buying.offer(name, seen, note))
        except KeyError:
            return PlainTextResponse("no such figure\n", status_code=404)
        if isinstance(offer, Said):
            return await self._answer(request, form, offer)
        if form.get("agreed") == "yes":
            return await self._answer(request, form, self._buying.begin(offer, seen))
        draw = parts if "desk-part" in request.headers else page
        return HTMLResponse(await self._desk.at_hand(lambda: draw(self._scene(form, offer=offer))))

    async def _answer(self, request: Request, form: dict[str, str], said: Said) -> Response:
        """The figure that stands there next: its parts for the page that is open, or the page anew."""
        showing = Showing(self._desk, form.get("show", ""), form.get("q", ""))
        here = said.figure or form.get("figure", "")
        stays = said.stays or not said.figure
        following = here if stays else await self._desk.at_hand(lambda: showing.following(here))
        if "desk-part" not in request.headers:
            self._told = said  # a browser without scripts loads the page anew
            return RedirectResponse(showing.link(following), status_code=303)
        asked = {**form, "figure": following or ""}
        html = await self._desk.at_hand(lambda: parts(self._scene(asked, said)))
        return HTMLResponse(html, status_code=409 if said.conflict else 200)


async def _failed(_request: Request, error: Exception) -> Response:
    log.debug("the desk", exc_info=error)
    said = redact(f"{type(error).__name__}: {error}", *secrets_of(), most=120)
    return PlainTextResponse(f"An error of the desk's own ({said}); please report it.\n", status_code=500)


async def static(request: Request) -> Response:
    """The desk's own files."""
    name = request.path_params["name"]
    if name not in _STATIC:
        return PlainTextResponse("no such file\n", status_code=404)
    text = files(__package__).joinpath("static", name).read_bytes()
    return Response(text, media_type=_STATIC[name])


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form; of one that is longer than any of ours, none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST:
            return {}
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40)
    return {name: values[-1] for name, values in fields.items()}
