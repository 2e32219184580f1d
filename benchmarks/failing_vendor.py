"""A vendor that fails now and then, and knows what it sold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from mkdocs_illustrate.testing.answers import Reply
from mkdocs_illustrate.testing.calls import Call
from mkdocs_illustrate.testing.server import ModelServer, Route

CHAT, IMAGES, EDITS = "/chat/completions", "/images/generations", "/images/edits"


@dataclass(kw_only=True)
class Vendor:
    """A server that fails at each tenth call while it is `ill`, and knows what it sold."""

    server: ModelServer
    ill: bool = False
    calls: int = 0
    sold: list[Call] = field(default_factory=list)

    def __post_init__(self) -> None:
        for path in (CHAT, IMAGES, EDITS):
            self.server.routes[path] = self._selling(self.server.routes[path])
            self.server.seconds[path] = 0.05

    def _selling(self, route: Route) -> Route:
        def answer(call: Call, server: ModelServer) -> Reply:
            self.calls += 1
            if self.ill and self.calls % 10 == 0:
                return Reply.json({}, status=500)
            reply = route(call, server)
            if reply.status == 200:
                self.sold.append(call)
            return reply

        return answer

    def asked(self) -> int:
        """How often it was asked for a picture."""
        return self.server.count(IMAGES) + self.server.count(EDITS)

    def pictures(self) -> int:
        """How many it sold."""
        return sum(not call.path.endswith(CHAT) for call in self.sold)

    def twice(self) -> list[str]:
        """What was sold more than once, or asked for more than twice, by the keys that it was given."""
        asked = Counter(call.headers.get("idempotency-key", "no key") for call in self.server.asked(IMAGES))
        sold = Counter(c.headers.get("idempotency-key", "no key") for c in self.sold if c.path.endswith(IMAGES))
        often = [f"asked for {n} times: {key}" for key, n in asked.items() if n > 2]
        return often + [f"sold {n} times: {key}" for key, n in sold.items() if n > 1]
