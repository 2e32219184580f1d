"""ComfyUI: queues a workflow, and draws nothing new for one that it has seen already.

`server.state`: `looks` is how often a workflow is still at work; `outcome` is success, error, interrupted, or
odd: then `odd` is what its history says; `checkpoints` are the files it has (left out: any).
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from .answers import Reply
from .pictures import measured, picture
from .rules import whole

if TYPE_CHECKING:
    from .calls import Call
    from .server import ModelServer


def prompt(call: Call, server: ModelServer) -> Reply:
    """POST /prompt."""
    workflow = (call.body or {}).get("prompt")
    wrong = _wrong(workflow, server.state.get("checkpoints"), server.state.get("uploads", {}))
    if wrong:
        node = {wrong: {"errors": [{"type": "value_not_in_list", "message": "Value not in list"}]}}
        said = {
            "type": "prompt_outputs_failed_validation",
            "message": "Prompt outputs failed validation",
        }
        return Reply.json({"error": said, "node_errors": node}, status=400)
    text = json.dumps(workflow, sort_keys=True)
    seen = server.state.setdefault("seen", set())
    job = str(uuid.uuid4())
    entry = {"text": text, "cached": text in seen, "left": server.state.get("looks", 1)}
    server.state.setdefault("jobs", {})[job] = entry | {"workflow": workflow}
    seen.add(text)
    return Reply.json({"prompt_id": job, "number": len(seen), "node_errors": {}})


def _wrong(workflow: Any, checkpoints: Any, uploads: Any) -> str | None:
    """The first node that the real one would not run."""
    if not isinstance(workflow, dict) or not workflow:
        return "0"
    bad = (name for name, node in workflow.items() if not _runs(node, workflow, checkpoints, uploads))
    return next(map(str, bad), None)


def _runs(node: Any, workflow: dict[str, Any], checkpoints: Any, uploads: Any) -> bool:
    """A node of a kind, with numbers in their limits, a file that is there, links that lead on."""
    if not isinstance(node, dict) or "class_type" not in node:
        return False
    inputs = node.get("inputs", {})
    if node["class_type"] == "LoadImage" and inputs.get("image") not in uploads:
        return False
    known = checkpoints is None or inputs.get("ckpt_name", checkpoints[0]) in checkpoints
    edges = all(whole(inputs.get(edge, 64), 16, 16384, 8) for edge in ("width", "height"))
    links = [v[0] for v in inputs.values() if isinstance(v, list) and len(v) == 2]
    linked = all(not isinstance(link, str) or link in workflow for link in links)
    return known and edges and linked and whole(inputs.get("seed", 0), 0, 2**64 - 1)


def upload(call: Call, server: ModelServer) -> Reply:
    """POST /upload/image: a form with the picture, and the folder below `input` in which it shall lie."""
    form = call.form or {}
    (image,), folder = form.get("image", [b""]), str(form.get("subfolder", [""])[0])
    kind, _ = measured(image if isinstance(image, bytes) else b"")
    if not kind or ".." in folder or folder.startswith("/"):
        return Reply(status=400)
    name = f"picture.{kind.lower()}"
    server.state.setdefault("uploads", {})[f"{folder}/{name}"] = image
    return Reply.json({"name": name, "subfolder": folder, "type": "input"})


def history(call: Call, server: ModelServer) -> Reply:
    """GET /history/ID: empty until it is done."""
    name = call.path.rpartition("/")[2]
    found = server.state.get("jobs", {}).get(name)
    if found is None or found["left"] > 0:
        if found:
            found["left"] -= 1
        return Reply.json({})
    if server.state.get("outcome") == "error":
        why = ["execution_error", {"exception_message": "CUDA out of memory"}]
        status = {"status_str": "error", "completed": False, "messages": [why]}
        return Reply.json({name: {"outputs": {}, "status": status}})
    if server.state.get("outcome") == "interrupted":
        said = ["execution_interrupted", {"prompt_id": name, "node_id": "3", "node_type": "KSampler", "executed": []}]
        status = {"status_str": "error", "completed": False, "messages": [said]}
        return Reply.json({name: {"outputs": {}, "status": status}})
    if server.state.get("outcome") == "odd":
        return Reply.json({name: server.state["odd"]})
    images = [
        {"filename": f"{name}_{number:05}_.png", "subfolder": "", "type": "output"}
        for number in range(1, _batch(found["workflow"]) + 1)
    ]
    outputs = {} if found["cached"] else {"9": {"images": images}}
    status = {"status_str": "success", "completed": True, "messages": []}
    return Reply.json({name: {"outputs": outputs, "status": status}})


def _batch(workflow: dict[str, Any]) -> int:
    """How many pictures a workflow makes at once."""
    return max((int(node["inputs"].get("batch_size", 1)) for node in workflow.values() if "inputs" in node), default=1)


def queue(call: Call, server: ModelServer) -> Reply:  # noqa: ARG001
    """GET /queue."""
    jobs = server.state.get("jobs", {})
    running = [[0, name, {}, {}, []] for name, job in jobs.items() if job["left"] >= 0]
    return Reply.json({"queue_running": running, "queue_pending": []})


def view(call: Call, server: ModelServer) -> Reply:
    """GET /view?filename=…"""
    name, _, number = call.query.get("filename", "").removesuffix("_.png").partition("_")
    job = server.state.get("jobs", {}).get(name)
    if job is None:
        return Reply(status=404)
    sizes = [n["inputs"] for n in job["workflow"].values() if "width" in n.get("inputs", {})]
    size = (sizes[0]["width"], sizes[0].get("height", 512)) if sizes else (512, 512)
    return Reply(body=picture(job["text"] + number.strip("01"), size), headers={"Content-Type": "image/png"})


ROUTES = {"/prompt": prompt, "/upload/image": upload, "/history/*": history, "/queue": queue, "/view": view}
SETTINGS = {"base": "", "key": None}
