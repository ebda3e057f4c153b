"""The description of the API, corrected until it is true (OpenAPI 3.1; NLGov ADR 2.2).

FastAPI describes 422 answers that never come and leaves out every refusal. Here each operation
names the problems it can really answer with, by what it takes: parameters, a body, a caller.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from infra.http.nullable import flatten_nullable
from infra.http.problems import PROBLEM_JSON, Problem, phrase

Document = dict[str, Any]

_METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options"})
_FASTAPIS_OWN = ("HTTPValidationError", "ValidationError")
_VERSION_HEADER = {"$ref": "#/components/headers/ApiVersion"}


def describe(api: FastAPI) -> Document:
    """The OpenAPI document of `api`, made once."""
    if api.openapi_schema is None:
        api.openapi_schema = _corrected(_as_fastapi_says(api), api.version)
    return api.openapi_schema


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and operation, for each operation of a document."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in _METHODS:
                yield path, method, operation


def _as_fastapi_says(api: FastAPI) -> Document:
    return get_openapi(
        title=api.title,
        version=api.version,
        summary=api.summary,
        description=api.description,
        contact=api.contact,
        license_info=api.license_info,
        routes=api.routes,
        servers=api.servers,
        tags=api.openapi_tags,
        separate_input_output_schemas=False,
    )


def _corrected(document: Document, version: str) -> Document:
    parts = document.setdefault("components", {})
    _describe_problems(parts.setdefault("schemas", {}))
    parts["headers"] = _headers(version)
    for _, _, operation in operations(document):
        _tell_who_may(operation)
        _tell_refusals(operation)
        _tell_version(operation)
    parts.get("securitySchemes", {}).pop("maybeBearer", None)
    parts["responses"] = _problem_responses(document)
    flatten_nullable(document)
    _absent_not_null(document)
    return document


def _describe_problems(schemas: dict[str, Any]) -> None:
    for name in _FASTAPIS_OWN:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs"))
    schemas[Problem.__name__] = problem


def _headers(version: str) -> dict[str, Any]:
    return {
        "ApiVersion": {
            "description": "The full version of this API",
            "schema": {"type": "string", "examples": [version]},
        },
    }


def _tell_who_may(operation: dict[str, Any]) -> None:
    """`MaybeSignedIn` stands for "nobody, or a bearer"; OpenAPI writes that as two options."""
    asked = operation.get("security", [])
    if any("bearer" in option for option in asked):
        operation["security"] = [{"bearer": []}]
    elif asked:
        operation["security"] = [{}, {"bearer": []}]


def _tell_refusals(operation: dict[str, Any]) -> None:
    told = operation["responses"]
    told.pop("422", None)
    for status in _refusals(operation):
        told.setdefault(str(status), {})
    told.setdefault("default", {})
    for status, response in told.items():
        if not status.startswith(("2", "3")) and "content" not in response:
            told[status] = {"$ref": f"#/components/responses/{_name(status)}"}


def _refusals(operation: Mapping[str, Any]) -> Iterator[int]:
    parameters = operation.get("parameters", [])
    yield 406
    if parameters or "requestBody" in operation:
        yield 400
    if "requestBody" in operation:
        yield from (413, 415)
    if operation.get("security"):
        yield from (401, 403) if {} not in operation["security"] else (401,)
    if any(parameter["in"] == "path" for parameter in parameters):
        yield 404


def _name(status: str) -> str:
    return "Problem" if status == "default" else f"Problem{status}"


def _problem_responses(document: Document) -> dict[str, Any]:
    used = {
        status
        for _, _, operation in operations(document)
        for status, response in operation["responses"].items()
        if "$ref" in response
    }
    return {_name(status): _problem_response(status) for status in sorted(used)}


def _problem_response(status: str) -> dict[str, Any]:
    return {
        "description": "A problem" if status == "default" else phrase(int(status)),
        "headers": {"API-Version": _VERSION_HEADER},
        "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _tell_version(operation: Mapping[str, Any]) -> None:
    for response in operation["responses"].values():
        if "$ref" not in response:
            response.setdefault("headers", {})["API-Version"] = _VERSION_HEADER


def _absent_not_null(document: Document) -> None:
    """A parameter is there or not; there is no way to write null in an address."""
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            kind = parameter["schema"].get("type")
            if isinstance(kind, list):
                parameter["schema"]["type"] = kind[0]
