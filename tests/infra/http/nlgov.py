"""The NLGov REST API Design Rules 2.2 that a machine can check in a description, one function a
rule. Each yields what breaks it, in words. `nlgov_live` holds those that want an answer.

    assert list(rule(document)) == []
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from infra.http.openapi import operations

Document = Mapping[str, Any]
DocumentRule = Callable[[Document], Iterator[str]]

PROBLEM = "application/problem+json"
_CAMEL = re.compile("[a-z][a-zA-Z0-9]*")
_DAY_NAME = re.compile(".*(On|Date)")
_MOMENT_NAME = re.compile(".*At")


def doc_openapi(document: Document) -> Iterator[str]:
    if not str(document.get("openapi", "")).startswith("3."):
        yield "the description is not OpenAPI 3"


def doc_openapi_contact(document: Document) -> Iterator[str]:
    contact = document["info"].get("contact", {})
    yield from (
        f"contact has no {part}" for part in ("name", "url", "email") if part not in contact
    )


def publish_openapi(document: Document) -> Iterator[str]:
    described = document["paths"].get("/openapi.json", {}).get("get")
    if described is None or described.get("security"):
        yield "/openapi.json is not described as open to all"


def uri_version(document: Document) -> Iterator[str]:
    for server in document.get("servers") or [{"url": ""}]:
        if not re.search("/v[1-9][0-9]*/?$", server["url"]):
            yield f"server {server['url']!r} does not end in its major version"


def semver(document: Document) -> Iterator[str]:
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", document["info"]["version"]):
        yield "info.version is not a semantic version"


def no_trailing_slash(document: Document) -> Iterator[str]:
    yield from (f"{path} ends in a slash" for path in document["paths"] if path.endswith("/"))


def path_segments_kebab_case(document: Document) -> Iterator[str]:
    for path in document["paths"]:
        for segment in path.strip("/").split("/"):
            placed = re.fullmatch("[{][a-zA-Z0-9]+[}]", segment) or path == "/openapi.json"
            if not placed and not re.fullmatch("_?[a-z0-9]+(-[a-z0-9]+)*", segment):
                yield f"{path}: {segment} is not in kebab-case"


def query_keys_camel_case(document: Document) -> Iterator[str]:
    for path, method, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "query" and not _CAMEL.fullmatch(parameter["name"]):
                yield f"{method} {path}: {parameter['name']} is not in camelCase"


def hide_implementation(document: Document) -> Iterator[str]:
    for name in document.get("components", {}).get("schemas", {}):
        if "ValidationError" in name or not re.fullmatch("[A-Z][a-zA-Z0-9]*", name):
            yield f"schema {name} is not a name of ours in UpperCamelCase"


def http_methods(document: Document) -> Iterator[str]:
    for path, method, _ in operations(document):
        if method not in ("get", "post", "put", "patch", "delete"):
            yield f"{method} {path} is not one of the five methods"


def date_time_format(document: Document) -> Iterator[str]:
    for where, name, schema in _named(document):
        told = schema.get("format")
        if _DAY_NAME.fullmatch(name) and told != "date":
            yield f"{where}.{name} is not format date"
        if _MOMENT_NAME.fullmatch(name) and told != "date-time":
            yield f"{where}.{name} is not format date-time"


def problem_details(document: Document) -> Iterator[str]:
    for where, status, response in _responses(document):
        if status.startswith(("4", "5")) or status == "default":
            schema = _resolved(
                document, response.get("content", {}).get(PROBLEM, {}).get("schema")
            )
            if not {"status", "title", "detail"} <= set(schema.get("properties", {})):
                yield f"{where} {status} is not described as a problem"


def invalid_input(document: Document) -> Iterator[str]:
    for path, method, operation in operations(document):
        if "422" in operation["responses"]:
            yield f"{method} {path} answers 422"
        takes = operation.get("parameters") or "requestBody" in operation
        if takes and "400" not in operation["responses"]:
            yield f"{method} {path} takes input and does not tell of 400"


def version_header(document: Document) -> Iterator[str]:
    for where, status, response in _responses(document):
        if "API-Version" not in response.get("headers", {}):
            yield f"{where} {status} has no API-Version header"


def _responses(document: Document) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, method, operation in operations(document):
        for status, response in operation["responses"].items():
            yield f"{method} {path}", status, _resolved(document, response)


def _resolved(document: Document, node: Mapping[str, Any] | None) -> Mapping[str, Any]:
    found: Any = node or {}
    while "$ref" in found:
        found = document
        for part in str((node or {})["$ref"]).removeprefix("#/").split("/"):
            found = found[part]
    return dict(found)


def _named(document: Document) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, method, operation in operations(document):
        for parameter in operation.get("parameters", []):
            yield f"{method} {path}", parameter["name"], parameter["schema"]
    for where, schema in document.get("components", {}).get("schemas", {}).items():
        for name, described in schema.get("properties", {}).items():
            yield where, name, described


DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    doc_openapi,
    doc_openapi_contact,
    publish_openapi,
    uri_version,
    semver,
    no_trailing_slash,
    path_segments_kebab_case,
    query_keys_camel_case,
    hide_implementation,
    http_methods,
    date_time_format,
    problem_details,
    invalid_input,
    version_header,
)
