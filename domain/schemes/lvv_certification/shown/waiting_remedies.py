"""What waits for whom in an objection and in an appeal."""

from collections.abc import Iterator

from domain.schemes.lvv_certification.record.objection import Appeal, Objection
from domain.schemes.lvv_certification.shown.step import BOARD, BODY, PERSON
from domain.shown import Step, Waiting

ASSIGN = Step("assign-objection-handler", BODY, "assigns somebody independent, or refuses it")
DECIDE = Step("decide-objection", BODY, "decides on the objection")
SEND = Step("send-objection-decision", BODY, "sends the decision on the objection")

TAKE_UP = Step("request-case-data", BOARD, "takes the appeal up and asks for the data")
COMPLETE = Step("complete-appeal", PERSON, "says which places of the scheme were not kept")
PROVIDE = Step("provide-case-data", BODY, "hands over all data on the handling")
VIEW = Step("submit-view", BODY, "gives its view on the appeal in writing")
ANSWER = Step("answer-questions", BODY, "answers the questions of the board")
REACT = Step("give-reaction", PERSON, "may react in writing to the view of the body")
OPINE = Step("decide-appeal", BOARD, "comes to an opinion")
SEND_OPINION = Step("send-opinion", BOARD, "sends the opinion in writing")
RECEIVED = Step("record-opinion-received", BOARD, "records the day the opinion was received")


def of_an_objection(now: Objection) -> Iterator[Waiting]:
    """The next step in an objection, if any."""
    if now.standing == "filed":
        yield ASSIGN.waits(now.matter, now.since)
    elif now.standing == "handling":
        yield DECIDE.waits(now.matter, now.since)
    elif now.standing != "refused" and now.sent_on is None:
        yield SEND.waits(now.matter, now.since)


def of_an_appeal(now: Appeal) -> Iterator[Waiting]:
    """The next steps in an appeal: the body may owe data, its view and answers at once."""
    if now.standing == "refused" or now.opinion_received_on is not None:
        return
    match now.standing:
        case "filed":
            steps = [TAKE_UP]
        case "incomplete":
            steps = [COMPLETE]
        case "investigating":
            steps = _investigating(now)
        case _:
            steps = [SEND_OPINION if now.opinion_sent_on is None else RECEIVED]
    for step in steps:
        yield step.waits(now.matter, now.since)


def _investigating(now: Appeal) -> list[Step]:
    owed = {
        PROVIDE: not now.data_provided,
        VIEW: not now.view_given,
        ANSWER: now.question_open,
        REACT: now.reaction_invited and not now.reaction_given,
    }
    return [step for step, is_owed in owed.items() if is_owed] or [OPINE]
