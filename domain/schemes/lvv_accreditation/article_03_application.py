"""3. Application (Aanvraag)

- (1) Every provider may apply for the accreditation of continuing training.
- (2) The application comes in on the form that LVV sets and publishes on its website.

The fee: article_03_fee.py. Documents: article_03_documents.py. Once more:
article_03_supplement.py.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Contact, Identity, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.annex_clause_3_grant import is_about_a_training
from domain.schemes.lvv_accreditation.record.application import ApplicationSubmitted, FileOpened
from domain.schemes.lvv_accreditation.record.offer import Reference
from domain.schemes.lvv_accreditation.record.own_file import FORMS
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import OFFICE, PROVIDER
from domain.words import Code, Line

AT_3 = article(3)
R_02 = Rule(
    id="R-02",
    place=AT_3(2),
    says="a provider applies on the form that LVV set and published",
)


class OpenTraining(Command):
    """Open the file of a training that accreditation will be asked for."""

    name = "open-training"
    title: Line
    provider: Personal[Identity, Line]
    email: Personal[Contact, Line] | None = None


class SubmitApplication(Command):
    """Apply for accreditation, and undertake to keep to the quality-mark regulations."""

    name = "submit-application"
    form: Reference | None
    applies_to: Code = "training"
    regulations_accepted: bool


@action(OpenTraining, by=PROVIDER | OFFICE, place=AT_3(1), opens_file=True)
def open_training(asked: OpenTraining, _: Situation[TrainingFile]) -> Facts:
    """Open the file of a training that accreditation will be asked for."""
    return FileOpened(
        matter="file",
        on=asked.on,
        basis=AT_3(1),
        title=asked.title,
        provider=asked.provider,
        email=asked.email,
    )


def nothing_applied_for(at: Situation[TrainingFile]) -> None:
    """Open while no application of this training waits for its outcome."""
    for one in at.file.applications.values():
        if one.is_open and not one.renewal:
            raise Refused(f"{one.matter} stands {one.standing}; go on with that one", AT_3)


@action(SubmitApplication, by=PROVIDER, place=AT_3(1), when=nothing_applied_for)
def submit_application(asked: SubmitApplication, at: Situation[TrainingFile]) -> Facts:
    """Apply for accreditation of the training, on the form of LVV."""
    is_about_a_training(asked.applies_to)
    published, form = forms(at.law), asked.form
    require(
        R_02,
        form in published,
        f"apply on a form that LVV published: {', '.join(published) or 'none is yet'}",
        on_a_published_form=form in published,
    )
    assert form is not None  # noqa: S101  it is among those that were published
    return ApplicationSubmitted(
        matter=at.file.next_matter("application"),
        on=asked.on,
        basis=AT_3(2),
        form=form,
        regulations_accepted=asked.regulations_accepted,
    )


def forms(law: Law) -> tuple[str, ...]:
    """The forms that had been published by the day of this law."""
    return tuple(law.settings.get(FORMS, ()))
