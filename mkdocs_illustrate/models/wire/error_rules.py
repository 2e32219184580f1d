"""What vendors' words mean: rows of a pattern and an example of what it catches.

To teach it a vendor's words, add a row to the rule that they mean.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from ...errors import BadRequest, ModelError, OutOfCredit, RateLimited, Refused, Retired, Unauthorised

# What happened, and what to do about it; what the server said stands in the brackets.
KEY = "the key was not accepted ({}); check it"
CREDIT = "the account has no credit left ({}); top it up"
REFUSAL = "the prompt or the picture was refused ({}); change the prompt"
MODEL = "the model is not served ({}); choose another"
PACE = "too many requests ({}); lower 'concurrency'"
OPTIONS = "the request was not accepted ({}); check the options"

Row = tuple[str, str]
"""A pattern, whatever the case of its letters; and an example of what it catches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Words of an answer, and the error that they mean."""

    error: type[ModelError]
    cure: str
    statuses: Container[int]
    """Under other statuses these words mean nothing."""
    codes: tuple[Row, ...]
    """What is written for programs, as a field of its own."""
    sentences: tuple[Row, ...] = ()
    """What is written for people. It often repeats the prompt: a single word means nothing, only turns of
    speech about the account or the model do."""


_FLAGGED_AS = (
    r"(flagged|blocked|rejected) (as|by|for|due to|because)\b.{0,60}"
    r"(moderation|safety|content (polic|filter|checker)|sensitive|sexual|violen|hate)"
)
_VIOLATES = (
    r"violat\w{0,6}.{0,40}(content|usage|use|safety|community|service)\b.{0,20}"
    r"(polic|guideline|terms|rules)"
)
REFUSED = Rule(
    error=Refused,
    cure=REFUSAL,
    statuses={400, 403, 422},
    codes=(
        (r"moderation_\w+", "moderation_blocked"),
        (r"content_?moderation", "content_moderation"),
        (r"content_?(policy|filter)\w*", "content_policy_violation"),
        (r"safety_(system|violation)\w*", "safety_violations"),
    ),
    sentences=(
        (r"moderation[_ ](blocked|system|failed|flagged)", "The moderation system said no"),
        (r"content[_ ]moderation", "It did not pass content moderation"),
        (r"\bmoderated\b", "Content Moderated"),
        (r"nsfw", "NSFW content was detected"),
        (_FLAGGED_AS, "Your words were flagged as sensitive"),
        (r"moderation\b.{0,80}\bflagged", "flux requires moderation and your words were flagged"),
        (r"\b(input|prompt|request|image) was flagged", "Your prompt was flagged"),
        (r"content[_ ]?(policy|filter|violation)", "The response was stopped by a content filter"),
        (r"safety[_ ](system|violation|filter|reasons?\b)", "Not shown for safety reasons"),
        (_VIOLATES, "Your request may violate our usage policies"),
        (r"violat\w{0,6} (our |the |their )?(terms|guidelines)\b", "This violates our guidelines"),
        (r"responsible.?ai", "Blocked by Responsible AI practices"),
    ),
)
# Codes are asked first, then sentences; within each the first rule that fits decides.
RULES = (
    Rule(
        error=Unauthorised,
        cure=KEY,
        statuses={400, 403},
        codes=(
            (r"(invalid|incorrect|expired)_api_?key", "invalid_api_key"),
            (r"api_key_(invalid|expired)", "API_KEY_INVALID"),
            (r"unauthenticated", "UNAUTHENTICATED"),
        ),
        sentences=(
            (r"api[_ ]?key.{0,40}(not valid|invalid|expired|incorrect)", "API key not valid. Please pass a valid one."),
            (r"(invalid|incorrect) api.?key", "Incorrect API key provided: sk-abc"),
            (r"not authenticated", "Not authenticated"),
            (r"organization must be verified", "Your organization must be verified to use this model"),
            (r"(missing|invalid) authori[sz]ation header", "Missing Authorization header"),
        ),
    ),
    Rule(
        error=BadRequest,
        cure=OPTIONS,
        statuses={400, 422},
        codes=(
            (r"unknown_parameter", "unknown_parameter"),
            (r"invalid_value", "invalid_value"),
            (r"missing_required\w*", "missing_required_parameter"),
            (r"unsupported_parameter", "unsupported_parameter"),
        ),
    ),
    Rule(
        error=OutOfCredit,
        cure=CREDIT,
        statuses={400, 403, 429},
        codes=(
            (r"insufficient_(quota|credit|fund|balance)\w*", "insufficient_quota"),
            (r"billing_\w+", "billing_hard_limit_reached"),
            (r"budget_exceeded", "budget_exceeded"),  # of a key at LiteLLM
            (r"payment_required", "payment_required"),
        ),
        sentences=(
            (r"insufficient (quota|credit|fund|balance)", "Insufficient credits"),
            (r"exhausted balance", "User is locked. Reason: Exhausted balance."),
            (r"payment required", "Payment required"),
            (r"billing (hard |soft )?limit", "Billing hard limit has been reached"),
            (r"\bbudget has been exceeded", "Budget has been exceeded! Current cost: 3.2, Max budget: 3.0"),
            (r"(check|update|enable|set up) .{0,30}\bbilling", "Please check your plan and billing details"),
            (r"billing (is|has|was) (not|been)", "Billing is not enabled for this project"),
            (r"credits?\b.{0,40}\b(exhaust|run out|required|too low)", "Your credits have run out"),
            (r"out of credit", "You are out of credits"),
            (r"not enough credit", "Not enough credits for this model"),
            (r"exceeded your current quota", "You exceeded your current quota"),
        ),
    ),
    REFUSED,
    Rule(
        error=Retired,
        cure=MODEL,
        statuses={400, 403, 422},
        codes=(
            (r"model_?not_?found", "model_not_found"),
            (r"(unknown|invalid|deprecated|retired)_model", "unknown_model"),
            (r"model_(deprecated|retired)", "model_retired"),
        ),
        sentences=(
            (r"model[_ ]?not[_ ]?found", "ModelNotFoundError"),
            (r"no such model", "No such model: dall-e-3"),
            (r"unknown model", "Unknown model 'dall-e-3'"),
            (r"invalid model", "Invalid model name"),
            (
                r"\bmodel\b.{0,80}(does not exist|not found|not supported|no longer)",
                "The model dall-e-3 does not exist",
            ),
            (
                r"\bmodel\b.{0,80}\b(is|was|been) (now |already )?(deprecated|retired|shut down)",
                "The model dall-e-3 has been deprecated",
            ),
        ),
    ),
    Rule(
        error=RateLimited,
        cure=PACE,
        statuses={429},
        codes=(
            (r"rate_?limit\w*", "rate_limit_exceeded"),
            (r"too_many_requests", "too_many_requests"),
        ),
    ),
)
