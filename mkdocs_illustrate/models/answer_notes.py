"""An answer that names an address <-> notes in the ledger, so that the next run can still download its picture."""

from __future__ import annotations

from collections.abc import Mapping

from .image_answers import Answer, money, whole_number


def notes(answer: Answer) -> dict[str, str]:
    """What has to be known of an answer to fetch its picture later."""
    others = " ".join(other.address for other in answer.others) or None
    facts = {
        "address": answer.address,
        "others": others,
        "revised": answer.revised_prompt,
        "seed": answer.seed,
        "cost": answer.usd,
    }
    return {name: str(value) for name, value in facts.items() if value is not None}


def noted(job: Mapping[str, str]) -> Answer | None:
    """The answer of an earlier run whose picture could not be fetched, if the notes hold one."""
    try:
        cost = float(job["cost"]) if "cost" in job else None
        others = tuple(Answer(address=other) for other in job.get("others", "").split())
        return Answer(
            address=str(job["address"]),
            revised_prompt=job.get("revised"),
            usd=money(cost),
            seed=whole_number(job.get("seed")),
            others=others,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
