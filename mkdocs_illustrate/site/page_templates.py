"""Whether a template shows the content of its page: a theme's front page may leave it out.

A template is read through all that it extends and includes, as far as that stands there by name. Where it does not,
nobody knows, and the page is one like any other.
"""

from __future__ import annotations

import functools
import glob
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from jinja2 import DictLoader, Environment, TemplateError, nodes
from mkdocs.config.defaults import MkDocsConfig

_IMPORTS = (nodes.Import, nodes.FromImport)
_LONGEST = 20  # templates that extend one another; more are a circle


class Templates:
    """The templates of a site's theme; each is read once."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._known: dict[str, bool] = {}

    def show_content(self, name: str) -> bool:
        """Whether a page with this template shows its content; true where nobody knows."""
        if name not in self._known:
            self._known[name] = False  # a template that includes itself shows nothing more by that
            try:
                self._known[name] = _Shown(self, self._chain(name)).anything()
            except (TemplateError, OSError, ValueError, RecursionError):
                self._known[name] = True
        return self._known[name]

    def _chain(self, name: str) -> list[nodes.Template]:
        """A template, the one that it extends, and so on."""
        chain = [self._parsed(name)]
        while extended := list(chain[-1].find_all(nodes.Extends)):
            chain += map(self._parsed, self.named(extended[0].template))
            if len(extended) > 1 or len(chain) > _LONGEST:
                raise TemplateError
        return chain

    def _parsed(self, name: str) -> nodes.Template:
        loader = self._env.loader or DictLoader({})
        return self._env.parse(loader.get_source(self._env, name)[0])

    def named(self, expression: nodes.Node) -> Iterator[str]:
        """The templates that an expression may name; TemplateError if that is known only when a page is built."""
        if isinstance(expression, nodes.List | nodes.Tuple):
            for one in expression.items:
                yield from self.named(one)
        elif isinstance(expression, nodes.Concat) and isinstance(expression.nodes[0], nodes.Const):
            yield from self._beginning(str(expression.nodes[0].value))
        elif isinstance(expression, nodes.Const):
            yield str(expression.value)
        else:
            raise TemplateError

    def _beginning(self, start: str) -> Iterator[str]:
        """Those of a folder whose names begin so: `"analytics/" ~ config.extra.analytics.provider ~ ".html"`."""
        folder, _, name = start.rpartition("/")
        for theme in self._config.theme.dirs:
            found = Path(theme, folder).glob(f"{glob.escape(name)}*.html")
            yield from (path.relative_to(theme).as_posix() for path in found)

    @functools.cached_property
    def _env(self) -> Environment:
        return self._config.theme.get_env()


class _Shown:
    """What a template shows: the frame of the last one that it extends, with the blocks of the first that has them."""

    def __init__(self, templates: Templates, chain: list[nodes.Template]) -> None:
        self._templates = templates
        self._frame = chain[-1]
        self._blocks: dict[str, list[nodes.Block]] = defaultdict(list)
        for tree in chain:
            for block in tree.find_all(nodes.Block):
                self._blocks[block.name].append(block)

    def anything(self) -> bool:
        """Whether the page's content is among it."""
        return self._in(self._frame, [])

    def _in(self, node: nodes.Node, above: list[nodes.Block]) -> bool:
        """Whether a node shows it; `above` is what `super()` stands for there."""
        if isinstance(node, nodes.Block):
            return self._in_block(self._blocks[node.name])
        if _is_content(node) or (isinstance(node, nodes.Call) and _hands_page_on(node)):
            return True
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "super":
            return self._in_block(above)
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "self":
            return self._in_block(self._blocks[node.attr])
        # What is imported by a name that is worked out (a language's words) holds macros, and is not handed the page.
        if isinstance(node, nodes.Include) or (isinstance(node, _IMPORTS) and isinstance(node.template, nodes.Const)):
            return any(map(self._templates.show_content, self._templates.named(node.template)))
        return any(self._in(child, above) for child in node.iter_child_nodes())

    def _in_block(self, blocks: list[nodes.Block]) -> bool:
        return any(self._in(child, blocks[1:]) for block in blocks[:1] for child in block.body)


def _is_content(node: nodes.Node) -> bool:
    """`page.content`, `page["content"]`; and `it.content`, as the page may have another name by then."""
    if not isinstance(node, nodes.Getattr | nodes.Getitem) or not isinstance(node.node, nodes.Name):
        return False
    return (node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)) == "content"


def _hands_page_on(call: nodes.Call) -> bool:
    """Whether a page goes to a macro that may be anywhere: `show(page)`."""
    given = [*call.args, *(pair.value for pair in call.kwargs)]
    return any(isinstance(one, nodes.Name) and one.name == "page" for one in given)
