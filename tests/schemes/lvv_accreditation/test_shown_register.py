"""LVV accreditation: what the public register says, day by day."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationRenewed,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.shown.register import register
from tests.scenario import Given
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AFTER,
    AN_7,
    BOARD,
    CLERK,
    END,
    END_AGAIN,
    FEB_1,
    MAR_4,
    RENEWED,
    SCHEME,
    WHY,
    given,
    opened,
)

JUL_10 = date(2026, 7, 10)


SHOWN_OF_A_CERTIFICATE = ("certificate", "points", "form")


def read(*history: Given) -> list[tuple[str, date, date | None, date | None]]:
    lines = register(given(*history).file())
    return [(line.status, line.since, line.until, line.day) for line in lines]


def test_an_accreditation_reads_so_from_its_first_day_to_its_last_and_then_expired() -> None:
    assert read(*ACCREDITED) == [
        ("accredited", MAR_4, END, END),
        ("expired", AFTER, None, AFTER),
    ]


def test_it_says_what_the_certificate_states_and_who_offers_the_training() -> None:
    line = register(given(*ACCREDITED).file())[0]
    assert line.more == {
        "training": "Dealing with a whistleblower",
        "certificate": "LVV-BNS-2026-0041",
        "points": "6",
        "form": "on-site",
    }
    assert line.name == opened.provider
    assert line.status in SCHEME.statuses


def test_nothing_is_shown_before_the_certificate_was_given() -> None:
    assert read(*ACCREDITED[:-1]) == []


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (
            AccreditationWithdrawn(
                matter="accreditation-1",
                on=JUL_10,
                basis=AN_7("a"),
                ground="mark-misused",
                reasons=WHY,
            ),
            "withdrawn",
        ),
        (
            OldTextEnded(
                matter="accreditation-1", on=JUL_10, basis=annex(4)("c*"), change="change-1"
            ),
            "ended",
        ),
    ],
)
def test_it_ends_on_the_day_it_is_withdrawn_or_the_old_text_ended(end: Fact, status: str) -> None:
    assert read(*ACCREDITED, (end, BOARD)) == [
        ("accredited", MAR_4, date(2026, 7, 9), END),
        (status, JUL_10, None, JUL_10),
    ]


def test_one_that_was_withdrawn_on_its_first_day_never_reads_accredited() -> None:
    same_day = AccreditationWithdrawn(
        matter="accreditation-1", on=MAR_4, basis=AN_7("a"), ground="mark-misused", reasons=WHY
    )
    issued = ACCREDITED[-1]
    assert isinstance(issued, tuple)
    on_the_day = issued[0].model_copy(update={"on": MAR_4})
    history = (*ACCREDITED[:-1], (on_the_day, BOARD), (same_day, BOARD))
    assert read(*history) == [("withdrawn", MAR_4, None, MAR_4)]


def test_one_that_was_replaced_reads_on_as_the_new_one() -> None:
    replaced = AccreditationReplaced(
        matter="accreditation-1", on=JUL_10, basis=article(5)(1), by="accreditation-2"
    )
    assert read(*ACCREDITED, (replaced, BOARD)) == [("accredited", MAR_4, date(2026, 7, 9), END)]


def test_a_renewal_after_the_end_shows_the_gap() -> None:
    late, last = date(2030, 3, 20), date(2034, 3, 19)
    expired = AccreditationExpired(matter="accreditation-1", on=AFTER, basis=article(6)(1))
    renewed = AccreditationRenewed(
        matter="accreditation-1",
        on=late,
        basis=article(6)(1),
        renewal="renewal-1",
        first_day=late,
        until=last,
    )
    assert read(*ACCREDITED, (expired, CLERK), (renewed, BOARD)) == [
        ("accredited", MAR_4, END, END),
        ("expired", AFTER, date(2030, 3, 19), AFTER),
        ("accredited", late, last, last),
        ("expired", date(2034, 3, 20), None, date(2034, 3, 20)),
    ]


def test_a_renewal_leaves_an_earlier_period_with_the_certificate_it_had() -> None:
    lines = register(given(*RENEWED).file())
    assert [(line.since, *map(line.more.get, SHOWN_OF_A_CERTIFICATE)) for line in lines] == [
        (MAR_4, "LVV-BNS-2026-0041", "6", "on-site"),
        (AFTER, "LVV-BNS-2030-0007", "3", "hybrid"),
        (date(2034, 3, 4), "LVV-BNS-2030-0007", "3", "hybrid"),
    ]


def test_a_renewed_accreditation_is_proved_by_the_certificate_there_is() -> None:
    """5(1): the certificate proves the accreditation, and a renewal makes that longer."""
    lines = register(given(*RENEWED[:-1]).file())
    assert [line.until for line in lines] == [END, END_AGAIN, None]
    assert {line.more["certificate"] for line in lines} == {"LVV-BNS-2026-0041"}
    assert {line.more["form"] for line in lines} == {"on-site"}
    assert [bool("the earlier" in line.under.reading) for line in lines] == [False, True, True]


def test_a_period_that_had_not_begun_when_the_accreditation_ended_is_not_shown() -> None:
    ended = AccreditationWithdrawn(
        matter="accreditation-1", on=FEB_1, basis=AN_7("a"), ground="mark-misused", reasons=WHY
    )
    assert read(*RENEWED, (ended, BOARD)) == [
        ("accredited", MAR_4, date(2030, 1, 31), END),
        ("withdrawn", FEB_1, None, FEB_1),
    ]
