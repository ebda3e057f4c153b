"""Why the register of accredited training is public, where no article says so."""

from domain.schemes.lvv_accreditation.shown.register import NO_ARTICLE
from domain.shown import MadePublic

MADE_PUBLIC = MadePublic(
    says="The certificate proves the accreditation; this register shows what it states.",
    dutch="Het certificaat bewijst de accreditatie; dit register toont wat erop staat.",
    place=NO_ARTICLE,
)
