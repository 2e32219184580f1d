"""`prompt`: a brief is seen, changed or brought before its picture is paid for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mkdocs_illustrate.testing.server import ModelServer
from tests.sites import CITIES, KEYS, SiteMaker, command, planned
from tests.terminal import editor, typed

OWN = {"prompt": "Two herons above a quiet canal, at dawn.", "alt": "Two herons", "caption": "At dawn"}
OTHER_CITIES = CITIES.replace("silent", "loud").replace("Digital technology", "Old machinery, rust and patience")


@pytest.fixture
def paged(site: SiteMaker, server: ModelServer) -> SiteMaker:
    """A site with one page and the model server."""
    site.page("a.md", CITIES, illustrate=True)
    site.models(server.url)
    return site


def answered(site: SiteMaker, *arguments: str, **env: str) -> dict[str, Any]:
    """What `prompt` answers to programs."""
    done = command(site, "prompt", "a.md", "--json", *arguments, **env)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def brought(site: SiteMaker, brief: object) -> dict[str, Any]:
    """A brief that somebody else wrote, in a file."""
    (site.folder / "brief.json").write_text(json.dumps(brief), "utf-8")
    return answered(site, "--from", "brief.json")


def prompts(server: ModelServer) -> list[str]:
    """What the image model was told."""
    return [call.body["prompt"] for call in server.asked("/images/generations")]


def test_a_brief_waits_for_its_picture(paged: SiteMaker, server: ModelServer) -> None:
    """It is asked for alone, waits in the recipe, and the next build buys its picture and asks no chat model."""
    said = answered(paged, "--yes", **KEYS)
    recipe = paged.recipe("a.yml")
    assert (said["state"], said["prompt"], said["alt"]) == ("briefed", recipe["prompt"], recipe["alt"])
    assert "file" not in recipe
    assert len(server.calls) == 1
    assert [f["state"] for f in planned(paged)["figures"]] == ["briefed"]
    assert paged.build("--strict", **KEYS).code == 0
    assert len(server.calls) == 2
    assert prompts(server) == [recipe["prompt"]]
    bought = paged.recipe("a.yml")
    assert (bought["prompt"], bought["alt"], bought["file"]) == (recipe["prompt"], recipe["alt"], "a.webp")
    assert "waits" not in bought
    assert [f["state"] for f in planned(paged)["figures"]] == ["kept"]


def test_a_brief_that_waits_is_known(paged: SiteMaker, server: ModelServer) -> None:
    """A second question costs nothing, also on a machine whose cache is empty; `--force` asks anew."""
    said = answered(paged, "--yes", **KEYS)
    paged.options["cache_dir"] = "another"
    assert answered(paged)["prompt"] == said["prompt"]
    assert len(server.calls) == 1
    server.state["brief"] = json.dumps(OWN)
    assert answered(paged, "--force", "--yes", **KEYS)["prompt"] == OWN["prompt"]
    assert len(server.calls) == 2


def test_a_typo_leaves_the_brief_and_another_text_does_not(paged: SiteMaker, server: ModelServer) -> None:
    """What the chat model wrote waits while it says what the article says."""
    said = answered(paged, "--yes", **KEYS)
    paged.page("a.md", CITIES.replace("silent", "quiet"), illustrate=True)
    assert [f["state"] for f in planned(paged)["figures"]] == ["briefed"]
    paged.page("a.md", "# Quiet Villages\n\nAnother story altogether.\n", illustrate=True)
    assert [f["state"] for f in planned(paged)["figures"]] == ["missing"]
    paged.build("--strict", **KEYS)
    assert prompts(server) != [said["prompt"]]


def test_another_image_model_leaves_the_brief(paged: SiteMaker, server: ModelServer) -> None:
    """Chat and image are keyed apart: a brief waits for whichever model makes its picture."""
    said = answered(paged, "--yes", **KEYS)
    paged.options["image"]["size"] = "1024x1024"
    paged.build("--strict", **KEYS)
    assert prompts(server) == [said["prompt"]]


def test_a_brief_from_elsewhere(paged: SiteMaker, server: ModelServer) -> None:
    """No chat model is asked, no key of one is needed, and it is the person's own: it stays."""
    assert brought(paged, OWN)["state"] == "briefed"
    assert server.calls == []
    paged.page("a.md", OTHER_CITIES, illustrate=True)
    paged.options["chat"] = {"provider": "openai", "api_key_env": "NOT_SET"}
    paged.build("--strict", **KEYS)
    assert prompts(server) == [OWN["prompt"]]
    (figure,) = paged.build("--strict", **KEYS).figures("a/index.html")
    assert figure["img"]["alt"] == OWN["alt"]
    paged.page("a.md", "# Quiet Villages\n\nAnother story altogether.\n", illustrate=True)
    assert [f["state"] for f in planned(paged)["figures"]] == ["kept"]


def test_words_of_a_brief_from_elsewhere_stay(paged: SiteMaker, server: ModelServer) -> None:
    """When its prompt is taken out, the chat model is asked again; alt and caption are still the person's."""
    brought(paged, OWN)
    paged.build("--strict", **KEYS)
    path = paged.folder / "illustrations" / "a.yml"
    path.write_text(path.read_text("utf-8").replace(f"prompt: {OWN['prompt']}\n", ""), "utf-8")
    paged.build("--strict", **KEYS)
    assert len(prompts(server)) == 2
    recipe = paged.recipe("a.yml")
    assert (recipe["alt"], recipe["caption"]) == (OWN["alt"], OWN["caption"])
    assert recipe["prompt"] != OWN["prompt"]


def test_a_brief_through_a_pipe(paged: SiteMaker, run_python: Any) -> None:
    """`-` is standard input, and YAML does as JSON does; what it does not say is made of its prompt."""
    paged.write_config()
    code = (
        "import subprocess, sys; print(subprocess.run([sys.executable, '-m', 'mkdocs_illustrate', 'prompt', 'a.md',"
        f" '--from', '-', '--json'], input='prompt: {OWN['prompt']}', text=True, cwd={str(paged.folder)!r},"
        " capture_output=True).stdout)"
    )
    said = json.loads(run_python(code))
    assert (said["prompt"], said["alt"]) == (OWN["prompt"], OWN["prompt"])
    assert paged.recipe("a.yml")["draft"] == "by hand"


def test_a_changed_prompt_makes_the_picture_stale(paged: SiteMaker, server: ModelServer) -> None:
    """The picture that is there stays until the new one is bought, from exactly that prompt."""
    paged.build("--strict", **KEYS)
    old = paged.recipe("a.yml")
    assert brought(paged, OWN)["state"] == "changed"
    assert paged.recipe("a.yml")["sha256"] == old["sha256"]
    (figure,) = paged.build("--strict").figures("a/index.html")
    assert figure["img"]["alt"] == old["alt"]  # until a picture has come that the new one describes
    paged.build("--strict", **KEYS)
    assert prompts(server)[1:] == [OWN["prompt"]]
    assert [f["state"] for f in planned(paged)["figures"]] == ["kept"]
    assert "pictured" not in paged.recipe("a.yml")


def test_a_new_brief_of_the_chat_model_makes_the_picture_stale(paged: SiteMaker, server: ModelServer) -> None:
    """Also where the article is the same: the new prompt is bought, and stays the chat model's."""
    paged.build("--strict", **KEYS)
    server.state["brief"] = json.dumps(OWN)
    assert answered(paged, "--force", "--yes", **KEYS)["state"] == "changed"
    paged.build("--strict", **KEYS)
    assert prompts(server)[1:] == [OWN["prompt"]]
    assert [f["state"] for f in planned(paged)["figures"]] == ["kept"]
    del server.state["brief"]
    paged.page("a.md", "# Quiet Villages\n\nAnother story altogether.\n", illustrate=True)
    paged.build("--strict", **KEYS)
    assert len(prompts(server)) == 3
    assert prompts(server)[2] != OWN["prompt"]


def test_the_same_prompt_changes_nothing(paged: SiteMaker, server: ModelServer) -> None:
    """Another alt costs nothing: the picture stays as it is."""
    paged.build("--strict", **KEYS)
    prompt = paged.recipe("a.yml")["prompt"]
    assert brought(paged, {"prompt": prompt, "alt": "A street"})["state"] == "kept"
    assert paged.recipe("a.yml")["alt"] == "A street"
    assert len(prompts(server)) == 1


def test_a_note_is_heard_and_remembered(paged: SiteMaker, server: ModelServer) -> None:
    """The chat model gets it, and gets it again when the article asks for another picture."""
    answered(paged, "--note", "show the harbour", "--yes", **KEYS)
    assert "show the harbour" in server.calls[0].body["messages"][-1]["content"]
    assert [f["state"] for f in planned(paged)["figures"]] == ["briefed"]
    paged.build("--strict", **KEYS)
    assert paged.recipe("a.yml")["note"] == "show the harbour"
    assert [f["state"] for f in planned(paged)["figures"]] == ["kept"]
    server.calls.clear()
    paged.page("a.md", "# Quiet Villages\n\nAnother story altogether.\n", illustrate=True)
    paged.build("--strict", **KEYS)
    assert "show the harbour" in server.calls[0].body["messages"][-1]["content"]


def test_nobody_is_asked_without_a_yes(paged: SiteMaker, server: ModelServer) -> None:
    """From a pipe the command ends with 3 and says what to type; a key that is not set is said before."""
    done = command(paged, "prompt", "a.md", **KEYS)
    assert (done.returncode, server.calls) == (3, [])
    assert "--yes" in done.stderr
    done = command(paged, "prompt", "a.md", "--json")
    assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["no_key"]


@pytest.mark.parametrize(("answer", "code", "calls"), [("n\n", 3, 0), ("y\n", 0, 1)])
def test_a_person_is_asked(paged: SiteMaker, server: ModelServer, answer: str, code: int, calls: int) -> None:
    """At a terminal the question stands there before anything is sent."""
    paged.write_config()
    talk = typed(paged.folder, "prompt", "a.md", answers={"[y/N]": answer}, **KEYS)
    assert (talk.code, len(server.calls)) == (code, calls), talk.text
    assert "Ask openai " in talk.text


def test_the_built_in_writer(site: SiteMaker) -> None:
    """A draft of its own costs nothing and asks nobody; the picture is still to be bought."""
    site.page("a.md", CITIES, illustrate=True)
    site.options["image"] = {"provider": "openai", "base_url": "http://127.0.0.1:9/v1"}
    said = answered(site)
    assert (said["state"], bool(said["prompt"])) == ("briefed", True)
    assert paged_again(site) == said["prompt"]


def paged_again(site: SiteMaker) -> str:
    """The prompt that waits."""
    return str(site.recipe("a.yml")["prompt"])


def test_an_editor_is_opened(paged: SiteMaker) -> None:
    """VISUAL first; what was changed there is the person's own, what was not stays as it was."""
    answered(paged, "--yes", **KEYS)
    before = paged.recipe("a.yml")
    tool = editor(paged, 'path.write_text(path.read_text().replace("fine", "bold"))')
    said = answered(paged, "--edit", VISUAL=tool, EDITOR="/bin/false")
    assert "bold" in said["prompt"]
    recipe = paged.recipe("a.yml")
    assert (recipe["draft"], recipe["alt"]) == ("by hand", before["alt"])
    assert recipe["written"] == before["written"]


@pytest.mark.parametrize("line", ["pass", 'path.write_text("")', 'path.write_text("# nothing\\n")'])
def test_an_editor_that_changes_nothing(paged: SiteMaker, line: str) -> None:
    """A text that is left as it is, or emptied, changes nothing."""
    answered(paged, "--yes", **KEYS)
    path = paged.folder / "illustrations" / "a.yml"
    before = path.read_bytes()
    answered(paged, "--edit", EDITOR=editor(paged, line))
    assert path.read_bytes() == before


def test_a_brief_written_from_nothing(paged: SiteMaker, server: ModelServer) -> None:
    """Where there is no key for the chat model, the form is empty, and the author writes."""
    tool = editor(paged, 'assert "prompt: " in path.read_text()', 'path.write_text("prompt: Two herons")')
    assert answered(paged, "--edit", EDITOR=tool)["prompt"] == "Two herons"
    assert server.calls == []


def test_a_text_that_is_none_is_kept(paged: SiteMaker) -> None:
    """Broken YAML is said with its line, the recipe stays, and the text can be mended and brought."""
    answered(paged, "--yes", **KEYS)
    path = paged.folder / "illustrations" / "a.yml"
    before = path.read_bytes()
    done = command(paged, "prompt", "a.md", "--edit", EDITOR=editor(paged, 'path.write_text("prompt: [Two herons")'))
    assert (done.returncode, path.read_bytes()) == (2, before)
    assert "your text is kept" in done.stderr
    kept = done.stderr.strip().rpartition(" --from ")[2]
    with open(kept, "a", encoding="utf-8") as file:  # noqa: PTH123 - as a person mends it
        file.write("]")
    done = command(paged, "prompt", "a.md", "--from", kept)
    assert "'prompt' is a list, but must be text" in done.stderr


@pytest.mark.parametrize(
    ("brief", "says"),
    [
        ({"promt": "Two herons"}, "'promt' is unknown; did you mean 'prompt'?"),
        ({**OWN, "style": "ink"}, "'style' is unknown; known are alt, caption, prompt"),
        ({"alt": "Two herons"}, "'prompt' is missing"),
        ({"prompt": " "}, "'prompt' is empty"),
        ({"prompt": 7}, "'prompt' is 7, but must be text in quotes"),
        ({"prompt": "a " * 20_000}, "'prompt' is longer than 32,000 characters"),
        (["Two herons"], "it must be prompt, alt and caption"),
    ],
)
def test_a_brief_that_is_none(paged: SiteMaker, brief: object, says: str) -> None:
    """One clear line, exit 2, and nothing is written."""
    paged.folder.mkdir(parents=True, exist_ok=True)
    (paged.folder / "brief.json").write_text(json.dumps(brief), "utf-8")
    done = command(paged, "prompt", "a.md", "--from", "brief.json")
    assert (done.returncode, done.stderr) == (2, f"Error: brief.json: {says}\n")
    assert not (paged.folder / "illustrations").exists()


def test_a_prompt_of_the_page_itself(paged: SiteMaker) -> None:
    """Front matter goes before a recipe: the command says where the prompt is to be changed."""
    paged.page("a.md", CITIES, illustrate=True, illustrate_with={"prompt": "A boat"})
    done = command(paged, "prompt", "a.md", "--yes", **KEYS)
    assert done.returncode == 2
    assert "illustrate_with.prompt" in done.stderr


def test_a_brief_that_waits_is_no_picture(paged: SiteMaker) -> None:
    """`check` and a frozen build call it missing, and say how a picture comes of it."""
    brought(paged, OWN)
    done = command(paged, "check", "--json")
    (problem,) = json.loads(done.stdout)["problems"]
    assert (done.returncode, problem["code"]) == (1, "missing")
    assert "mkdocs-illustrate generate a.md" in problem["text"]
    built = paged.build(ILLUSTRATE_FROZEN="1", **KEYS)
    assert built.code == 1
    assert "mkdocs-illustrate generate" in built.log


def test_no_chat_model_is_asked_where_it_may_not_be(paged: SiteMaker, server: ModelServer) -> None:
    """`frozen` calls nobody, and a run for a pull request from elsewhere buys nothing, whoever says yes."""
    for env in ({"ILLUSTRATE_FROZEN": "1"}, {"GITHUB_EVENT_NAME": "pull_request"}):
        done = command(paged, "prompt", "a.md", "--yes", "--json", **KEYS, **env)
        assert [problem["code"] for problem in json.loads(done.stdout)["problems"]] == ["barred"]
    assert server.calls == []
