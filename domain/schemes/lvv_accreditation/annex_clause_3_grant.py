"""An.3. Conditions for granting the mark (Voorwaarden voor toekenning)

- (a) The training is granted the mark, not the institute that offers it.
- (b) Granting asks three things: the criteria are met, the investigation was gone through with a
  positive result, and the applicant keeps to the rest of the regulations.
"""

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.application import Application

AN_3 = annex(3)
R_10 = Rule(
    id="R-10", place=AN_3("a"), says="accreditation and mark go to a training, to no institute"
)
R_38 = Rule(
    id="R-38",
    place=AN_3("b"),
    says="criteria met, investigated with a positive result, and the regulations kept to",
)


def is_about_a_training(subject: str) -> None:
    """Refused when somebody asks for, or carries, the mark for something else (R-10)."""
    require(
        R_10,
        subject == "training",
        f"the mark goes to a training, not to {subject}; give training",
        subject=subject,
    )


def may_be_granted(now: Application) -> None:
    """Refused while the investigation was not gone through with a positive result (R-38)."""
    require(
        R_38,
        now.standing == "received" and now.positive is True,
        f"the application stands {now.standing}; a grant asks for an investigation that was "
        "gone through with a positive result",
        stands=now.standing,
        positive=now.positive,
    )
    require(
        R_38,
        now.regulations_accepted,
        "the applicant has not undertaken to keep to the quality-mark regulations",
        regulations_accepted=now.regulations_accepted,
    )
