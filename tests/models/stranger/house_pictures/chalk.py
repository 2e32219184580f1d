# Plain Python, as a stranger would write it.
# ruff: noqa: ANN001, ANN201, ANN202, ANN204, ARG002
"""A dialect: the whole file that speaks to a server which nothing here speaks to yet."""

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.models.wire.lane import IMAGE
from mkdocs_illustrate.models.wire.messages import Ask
from mkdocs_illustrate.records import Order, Picture


class Images:
    """Draws on the board: the words go in hex, and so does the picture come."""

    free = False
    reads_articles = False

    def __init__(self, setup):
        """Keep what is needed of the set-up."""
        self.vendor, self.model = setup.vendor.name, setup.model
        self.prompt_limit = setup.row.prompt
        self.setup = setup

    def ready(self):
        """Raise NotAllowed if there is no key."""
        self.setup.line.ready()

    def plan(self, request):
        """What is sent: the same request gives the same order."""
        body = {"words": request.prompt.encode().hex(), **self.setup.options}
        return Order(vendor=self.vendor, path=self.setup.path, body=body)

    def estimate(self):
        """The row's price."""
        return self.setup.row.price.estimate()

    async def run(self, order, journal):
        """Send it; repeats, deadlines and errors are the line's business."""
        ask = Ask(path=order.path, body=order.body)
        seconds = self.setup.timeouts.image
        data = await self.setup.line.ask(ask, read=_picture, repeats=IMAGE, seconds=seconds)
        return Picture(data=data, media_type="", width=0, height=0, cost=self.estimate())

    async def close(self):
        """Let go of the connections."""
        await self.setup.line.close()


def _picture(came):
    try:
        return bytes.fromhex(came.body.decode())
    except ValueError:
        raise BadAnswer("the board holds no picture") from None
