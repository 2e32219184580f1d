"""Who may ask the desk anything: the one browser that was given the address, from the desk's own pages.

Another site's page can reach 127.0.0.1 through its visitor's browser, and a name that it owns can be made to lead
there. So each request has to carry the cookie for which the token of the address was exchanged, once, and must neither
be meant for another host nor come from another page.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # without any, a form of its own would come from nowhere (`Origin: null`)
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_OWN = {"same-origin", "none"}  # Sec-Fetch-Site: a link on the desk; an address that somebody typed


class Protection:
    """Stands before the desk and lets nobody else in."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._host = f"127.0.0.1:{port}"
        self._cookie = f"desk-{port}"  # cookies know no ports: two desks are two names
        self._secret = secrets.token_urlsafe(32)
        self._token: str | None = secrets.token_urlsafe(32)

    @property
    def address(self) -> str:
        """Where the desk is, with the token that lets one browser in."""
        return f"http://{self._host}/?token={self._token}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":  # there are no sockets here
            raise ConnectionRefusedError
        answer = self._answer(scope, Headers(scope=scope)) or self._app
        await answer(scope, receive, _with_headers(send))

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """What is said instead of the desk; None to whom it knows."""
        if not self._is_own(headers):
            return _refused()
        if self._knows(headers):
            return None
        token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if self._token is None or not secrets.compare_digest(token.encode(), self._token.encode()):
            return _refused()
        self._token = None
        welcome = RedirectResponse("/", status_code=303)
        welcome.set_cookie(self._cookie, self._secret, httponly=True, samesite="strict", path="/")
        return welcome

    def _is_own(self, headers: Headers) -> bool:
        return (
            headers.getlist("host") == [self._host]
            and headers.get("origin", f"http://{self._host}") == f"http://{self._host}"
            and headers.get("sec-fetch-site", "none") in _OWN
        )

    def _knows(self, headers: Headers) -> bool:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return cookie is not None and secrets.compare_digest(cookie.value.encode(), self._secret.encode())


def _refused() -> Response:
    said = "This desk is open in another browser, or was opened from another page.\nStart it again for a new address.\n"
    return PlainTextResponse(said, status_code=403)


def _with_headers(send: Send) -> Send:
    """Each answer forbids whatever the desk does not need."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
