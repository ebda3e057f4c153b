"""What every list over the cases of a scheme does: who may read it, on which day, which page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Response
from pydantic import TypeAdapter

from infra.http.mandate import require_reading
from infra.http.parts import House, Parts
from infra.http.queries import BY_DAY, Ask, Placed, SchemeQuery, one_page
from infra.http.schemes import found
from infra.http.sign_in import Caller, SignedIn

R = TypeVar("R", bound=Placed)
T = TypeVar("T")


@dataclass(frozen=True)
class Listing:
    """A list that somebody asks for."""

    house: Parts
    caller: Caller
    request: Request
    response: Response

    def on(self, query: SchemeQuery) -> date:
        """The legal day that is asked for; today when it is unsaid."""
        return query.on or self.house.today

    def page(
        self,
        query: SchemeQuery,
        search: Ask[R],
        tell: Callable[[R], T],
        shape: TypeAdapter[Any] = BY_DAY,
        **asked: object,
    ) -> tuple[list[T], str | None]:
        """The items of a page and the cursor of the next.

        Raises ProblemError 404 for an unknown scheme, 403 for who does not read its files.
        """
        found(self.house, query.scheme)
        require_reading(self.caller, query.scheme)
        ask = partial(
            search,
            on=self.on(query),
            scheme=query.scheme,
            number=query.case,
            known_at=query.known_at,
            **asked,
        )
        return one_page(self.request, self.response, query, shape, ask, tell)


async def _listing(
    house: House, caller: SignedIn, request: Request, response: Response
) -> Listing:
    return Listing(house, caller, request, response)


Lists = Annotated[Listing, Depends(_listing)]
