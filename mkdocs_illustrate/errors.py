"""The tree of errors.

    IllustrateError
    ├── ConfigError          the author can mend it in mkdocs.yml; stops the build
    │   ├── CannotEdit       a model that makes no pictures out of others
    │   ├── UnknownPage      a name that no figure of the site has
    │   └── UnknownCandidate a number that no candidate of a figure has
    ├── UntoldSource         a picture from elsewhere of which nobody says how it was made
    ├── StoreError           the portfolio or the cache can't be read or written
    │   └── PictureGone      a recipe without its picture
    ├── NotAllowed           no purchase now: CI, serve
    │   ├── NoKey            no key is set, or none that can be one
    │   └── OverBudget       this run has bought all that it may
    └── ModelError           a model did not give what it was asked for
        ├── Refused          the prompt or the picture was turned down; asking again is vain
        ├── BadRequest       the vendor does not take this parameter
        ├── Unauthorised     the key is wrong or lacks a right
        ├── OutOfCredit      the account is empty
        ├── Retired          the model is gone; the text names the next one where it is known
        ├── RateLimited      too fast; `retry_after` in seconds where the vendor says so
        ├── Unavailable      nothing was bought: refused connection, no such host, 503
        ├── UnknownOutcome   the call may have been charged: time-out, cut connection, 5xx
        ├── BadAnswer        an answer came, but not what was promised
        │   └── NotAccepted  a picture that may not be shown, a brief that is none; another would be no better
        └── JobFailed        the vendor took the job and gave it up

Everything that a user or a vendor can cause is one of these, and its text is one line.
"""

from __future__ import annotations

from typing import Literal

Code = Literal[
    "no_key", "budget", "barred", "consent", "plan_differs", "refused", "changed", "missing", "damaged", "unapproved",
    "alt", "too_small", "retired", "orphan", "unknown_page", "model_failed", "configuration", "front_matter", "usage",
]  # fmt: skip
"""What is wrong, in a word for programs: stable, whatever the text beside it says."""


class IllustrateError(Exception):
    """The root: whatever this package raises on purpose."""

    code: Code = "model_failed"
    """What programs go by."""


class ConfigError(IllustrateError):
    """A setting that can't be meant; the text names the option, the value and what is allowed."""

    code: Code = "configuration"


class CannotEdit(ConfigError):
    """A model that makes no pictures out of others, or takes no mask, or fewer of them."""


class UnknownPage(ConfigError):
    """A name that no figure of the site has."""

    code: Code = "unknown_page"


class UnknownCandidate(ConfigError):
    """A number that no candidate of a figure has."""

    code: Code = "usage"


class UntoldSource(IllustrateError):
    """A picture from elsewhere, and neither its file nor who brings it says how it was made."""


class StoreError(IllustrateError):
    """A folder that can't be read or written."""

    code: Code = "damaged"


class PictureGone(StoreError):
    """A recipe is there, but not the picture that it names."""


class NotAllowed(IllustrateError):
    """A picture that may not or can't be bought in this run. A normal state, not a failure."""

    code: Code = "barred"


class NoKey(NotAllowed):
    """No key is set for a vendor, or none that can be one."""

    code: Code = "no_key"


class OverBudget(NotAllowed):
    """This run has bought all that it may."""

    code: Code = "budget"


class ModelError(IllustrateError):
    """A model that did not deliver. The text says what happened and what to do about it."""

    closes_vendor = False
    """True where every further call in this run would end the same way."""
    maybe_charged = False
    """True where the vendor may have billed the call."""

    def __init__(
        self,
        text: str,
        *,
        vendor: str = "",
        retry_after: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(text)
        self.vendor = vendor
        self.retry_after = retry_after
        self.status = status
        """The HTTP status that said so, where there was one."""
        self.cost: float | None = None
        """US dollars that the answer names all the same."""

    @property
    def named(self) -> str:
        """The text with the vendor before it, where one is known."""
        return f"{self.vendor}: {self}" if self.vendor else str(self)


class Refused(ModelError):
    """The vendor's rules forbid this prompt or the picture that came of it."""

    code: Code = "refused"


class BadRequest(ModelError):
    """The vendor does not take the request as it is."""


class Unauthorised(ModelError):
    """The key is missing, wrong, or lacks a right."""

    closes_vendor = True


class OutOfCredit(ModelError):
    """The account has no money or no quota left."""

    closes_vendor = True


class Retired(ModelError):
    """The model is unknown or no longer served."""

    code: Code = "retired"
    closes_vendor = True


class RateLimited(ModelError):
    """The vendor asks for a slower pace."""


class Unavailable(ModelError):
    """The vendor could not be reached, so nothing was bought."""


class UnknownOutcome(ModelError):
    """Nobody knows whether the vendor did the work and billed it."""

    maybe_charged = True


class BadAnswer(UnknownOutcome):
    """An answer that is no picture, or no words. It was probably billed all the same."""


class NotAccepted(BadAnswer):
    """What came as it was asked for, and is not used: a picture that may not be shown. Another would be no better."""


class JobFailed(ModelError):
    """The vendor accepted the job and reported that it failed."""
