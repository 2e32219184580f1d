"""Thirty pages of an invented documentation, with the words that such pages have."""

from __future__ import annotations

from mkdocs_illustrate.records import Article

SITE = ("Larkspur", "Larkspur is a Python framework for web services: easy to learn, fast to run")
TITLES = (
    "Getting started", "Installation", "First steps with Larkspur", "Configuration", "Environment variables",
    "Path parameters", "Query parameters", "Request body", "Response headers", "Cookies", "Forms", "File uploads",
    "Validation", "Authentication", "Permissions", "Middleware", "WebSockets", "Background tasks", "Templates",
    "Static files", "Testing", "Debugging", "Logging", "Caching", "Deployment", "Docker", "Upgrading from version 1",
    "Release notes", "Contributing", "Larkspur people",
)  # fmt: skip
_BODY = """In this page of the documentation you see how Larkspur does it. Open your browser, or the terminal, and look
at the code below: a function of your Python module is called for each request of the web service, and returns JSON.
The book of examples has more code. Configure it in your project, install the package, and read the reference of the
API for all options of the class. See the guide for developers and the tutorial in the docs for further code."""


def page(title: str, more: str = "") -> Article:
    """One of them."""
    lead = f"Larkspur has all that you need for {title.lower()}."
    return Article(page="", title=title, words=f"{title} {lead} {more} {_BODY}", lead=lead)
