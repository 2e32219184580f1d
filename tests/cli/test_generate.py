"""`generate`: makes what is missing or changed, once somebody agreed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, planned

IMAGES = "/images/generations"


@pytest.fixture
def paid(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site of two pages whose pictures cost money."""
    site.page("a.md", CITIES, illustrate=True)
    site.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    site.models(server.url, quality="low")
    return site


def generated(site: SiteMaker, *arguments: str, **env: str) -> dict[str, Any]:
    """What it answers to a program, with its exit code."""
    done = command(site, "generate", *arguments, "--json", **{**KEYS, **env})
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer | {"exit": done.returncode, "codes": [problem["code"] for problem in answer["problems"]]}


def made(answer: dict[str, Any]) -> list[str]:
    """The pages whose pictures it made."""
    return sorted(figure["page"] for figure in answer["made"])


def test_nothing_is_bought_without_a_yes(paid: SiteMaker, server: ModelServer) -> None:
    """Without a terminal it exits 3 and says what to type, in words and in JSON."""
    done = command(paid, "generate", **KEYS)
    name = planned(paid)["plan"]
    assert (done.returncode, done.stdout) == (3, "")
    assert f"to make 2 pictures (about $0.0129), say --yes, or --plan {name}" in done.stderr
    answer = generated(paid)
    assert (answer["exit"], answer["codes"], answer["plan"]) == (3, ["consent"], name)
    assert server.calls == []


def test_what_builds_may_not_buy_is_made_by_hand(paid: SiteMaker, server: ModelServer) -> None:
    """`generate`, `generate_in` and CI are about builds; a second run has nothing to do."""
    paid.options |= {"generate": "never", "generate_in": []}
    answer = generated(paid, "--yes", CI="true")
    assert (answer["exit"], made(answer)) == (0, ["a.md", "b.md"])
    assert answer["spent"] == pytest.approx(2 * 0.0061, abs=1e-3)
    assert all(figure["cost"] > 0.0059 for figure in answer["made"])
    server.calls.clear()
    done = command(paid, "generate", **KEYS)
    assert (done.returncode, done.stdout) == (0, "nothing to make: 2 figures are as they should be\n")
    assert server.calls == []
    assert command(paid, "check").returncode == 0


def test_only_the_named_page(paid: SiteMaker, server: ModelServer) -> None:
    """Others are left alone; a name that no figure has is wrong usage."""
    done = command(paid, "generate", "b.md", "--yes", **KEYS)
    assert (done.returncode, server.count(IMAGES)) == (0, 1)
    assert done.stdout.startswith("b.md: made by openai gpt-image-2.5-flare, ")
    assert "\x1b" not in done.stdout
    assert (generated(paid, "c.md", "--yes")["exit"], generated(paid, "c.md")["codes"]) == (2, ["unknown_page"])


def test_a_pinned_figure_is_made_anew_only_by_name(paid: SiteMaker) -> None:
    """Whatever happened to its text, and with --force too; so is a picture that a person brought."""
    assert made(generated(paid, "--yes")) == ["a.md", "b.md"]
    paid.page(
        "a.md", CITIES.replace("Futuristic Cities", "Quiet Villages"), illustrate=True, illustrate_with={"pin": True}
    )
    assert made(generated(paid, "--yes")) == []
    assert made(generated(paid, "--yes", "--force")) == ["b.md"]
    assert made(generated(paid, "a.md", "--yes")) == ["a.md"]
    assert made(generated(paid, "a.md", "--yes")) == []
    assert made(generated(paid, "a.md", "--yes", "--force")) == ["a.md"]


def test_an_offer_is_bought_as_it_was_agreed_to(paid: SiteMaker, server: ModelServer) -> None:
    """Where anything differs by then nothing is bought, and the difference is named."""
    name = planned(paid)["plan"]
    paid.page("b.md", "# B\n\nQuite another story of ships.\n", illustrate=True)
    paid.page("c.md", "# C\n\nOne more.\n", illustrate=True)
    answer = generated(paid, "--plan", name)
    assert (answer["exit"], answer["codes"], made(answer)) == (3, ["plan_differs"], [])
    assert "b.md has other words or wishes" in answer["problems"][0]["text"]
    paid.page("b.md", "# B\n\nAnother story.\n", illustrate=True)
    assert server.calls == []
    answer = generated(paid, "--plan", name)  # c.md is none of it
    assert (answer["exit"], made(answer)) == (0, ["a.md", "b.md"])
    answer = generated(paid, "--plan", name)
    assert (answer["exit"], answer["codes"]) == (3, ["plan_differs"])
    assert "a.md is not to be made any more" in answer["problems"][0]["text"]


def test_an_offer_of_another_machine(paid: SiteMaker, server: ModelServer) -> None:
    """It is known by its hash alone; a hash that is none, and a file that somebody edited, buy nothing."""
    name = planned(paid)["plan"]
    saved = paid.folder / f".cache/plugin/illustrate/plans/{name}.json"
    saved.write_text(saved.read_text().replace('"model": "gpt', '"model": "xpt'))
    for wrong in ("0" * 12, "../../x", ""):
        assert generated(paid, "--plan", wrong)["codes"] == ["plan_differs"]
    assert server.calls == []
    assert made(generated(paid, "--plan", name)) == ["a.md", "b.md"]


def test_a_part_of_an_offer_is_none(paid: SiteMaker, server: ModelServer) -> None:
    """A budget that is too small, or a key that is missing, buys nothing of what was agreed to as a whole."""
    name = planned(paid)["plan"]
    answer = generated(paid, "--plan", name, "--max-pictures", "1")
    assert (answer["exit"], answer["codes"], made(answer)) == (3, ["budget"], [])
    answer = generated(paid, "--plan", name, "--max-usd", "0.01")
    assert (answer["exit"], answer["codes"]) == (3, ["budget"])
    answer = generated(paid, "--plan", name, OPENAI_API_KEY="")
    assert (answer["exit"], answer["codes"], made(answer)) == (1, ["no_key", "no_key"], [])
    assert server.calls == []


def test_the_limits_of_one_run(paid: SiteMaker) -> None:
    """--max-pictures and --max-usd take the place of the budget, in both directions."""
    answer = generated(paid, "--yes", "--max-pictures", "1")
    assert (answer["exit"], answer["codes"], len(made(answer))) == (1, ["budget"], 1)
    paid.options["budget"] = {"pictures": 0, "usd": 0}
    answer = generated(paid, "--yes")
    assert answer["codes"] == ["budget"]
    answer = generated(paid, "--yes", "--max-pictures", "5", "--max-usd", "1")
    assert (answer["exit"], len(made(answer))) == (0, 1)


def test_what_was_refused_is_asked_again_only_by_force(paid: SiteMaker, server: ModelServer) -> None:
    """A refusal is remembered, and has its code."""
    server.fail(IMAGES, 400, {"error": {"code": "moderation_blocked", "message": "no"}}, times=2)
    assert generated(paid, "--yes")["codes"] == ["refused", "refused"]
    server.calls.clear()
    answer = generated(paid, "--yes")
    assert (answer["exit"], answer["codes"], server.calls) == (1, ["refused", "refused"], [])
    assert planned(paid)["total"]["pictures"] == 0
    forced = json.loads(command(paid, "plan", "--force", "--json").stdout)
    answer = generated(paid, "--force", "--plan", forced["plan"])
    assert (answer["exit"], made(answer)) == (0, ["a.md", "b.md"])


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"status": 401, "body": {"error": {"message": "bad key", "code": "invalid_api_key"}}}, "model_failed"),
        ({"status": 404, "body": {"error": {"message": "no such model", "code": "model_not_found"}}}, "retired"),
    ],
)
def test_what_a_vendor_says_has_a_code(paid: SiteMaker, server: ModelServer, fault: dict[str, Any], code: str) -> None:
    """One line a reason for people, one problem a page for programs, exit 1."""
    server.fail(IMAGES, fault["status"], fault["body"], times=9)
    answer = generated(paid, "--yes")
    assert (answer["exit"], set(answer["codes"])) == (1, {code})
    assert sorted(problem["page"] for problem in answer["problems"]) == ["a.md", "b.md"]


def test_nothing_is_bought_for_a_pull_request(paid: SiteMaker, server: ModelServer) -> None:
    """Nor where the site is frozen, whoever says yes."""
    assert set(generated(paid, "--yes", GITHUB_EVENT_NAME="pull_request")["codes"]) == {"barred"}
    answer = generated(paid, "--yes", ILLUSTRATE_FROZEN="1")
    assert (answer["exit"], set(answer["codes"]), server.calls) == (1, {"barred"}, [])


def test_candidates_instead_of_pictures(paid: SiteMaker, server: ModelServer) -> None:
    """As many as were asked for, of the figures that want a picture; then one of them is picked, for free."""
    assert generated(paid, "--candidates", "2")["codes"] == ["consent"]
    assert generated(paid, "--candidates", "2", "--plan", "0" * 12)["exit"] == 2
    assert server.calls == []
    answer = generated(paid, "a.md", "--candidates", "2", "--yes")
    (listed,) = answer["figures"]
    assert (answer["exit"], listed["page"], [one["number"] for one in listed["candidates"]]) == (0, "a.md", [1, 2])
    assert (server.count(IMAGES), planned(paid)["figures"][0]["state"]) == (2, "missing")
    assert command(paid, "pick", "a.md", "2").returncode == 0
    assert (server.count(IMAGES), planned(paid)["figures"][0]["state"]) == (2, "kept")


def test_drawings_are_not_made(site: SiteMaker) -> None:
    """They cost nothing, and each build draws them."""
    site.page("a.md", CITIES, illustrate=True)
    done = command(site, "generate")
    assert (done.returncode, done.stdout) == (0, "nothing to make: 1 figures are as they should be\n")
