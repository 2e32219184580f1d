# Plain Python, as a stranger would write it.
# ruff: noqa: ANN001, ANN201, ANN202, ARG002
"""A dialect: the whole file that speaks to a server which nothing here speaks to yet."""

from mkdocs_illustrate.errors import BadAnswer
from mkdocs_illustrate.models.vendor_images import VendorImages
from mkdocs_illustrate.models.wire.messages import Request
from mkdocs_illustrate.models.wire.retries import IMAGE
from mkdocs_illustrate.records import Order, Picture


class Images(VendorImages):
    """Draws on the board: the words go in hex, and so does the picture come."""

    def plan(self, request):
        """What is sent: the same request gives the same order."""
        body = {"words": request.prompt.encode().hex(), **self.setup.options}
        return Order(vendor=self.vendor, path=self.setup.path, body=body, price=self.estimate(request.shape))

    async def make(self, order, journal):
        """Send it; repeats, deadlines and errors are the connection's business."""
        request = Request(path=order.path, body=order.body)
        seconds = self.setup.timeouts.image
        data = await self.connection.send(request, read=_picture, retries=IMAGE, seconds=seconds)
        return Picture(data=data, media_type="", width=0, height=0, cost=order.price)


def _picture(response):
    try:
        return bytes.fromhex(response.body.decode())
    except ValueError:
        raise BadAnswer("the board holds no picture") from None
