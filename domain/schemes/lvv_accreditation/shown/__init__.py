"""What the files of this scheme show outside: register, audits, who waits for whom, letters."""

from domain.schemes.lvv_accreditation.shown.audits import AUDIT_TERMS, audits
from domain.schemes.lvv_accreditation.shown.findings import findings
from domain.schemes.lvv_accreditation.shown.granted_over import granted_over
from domain.schemes.lvv_accreditation.shown.letters import letters, letters_of_the_scheme
from domain.schemes.lvv_accreditation.shown.register import TOLD_FROM, register
from domain.schemes.lvv_accreditation.shown.stands import stands
from domain.schemes.lvv_accreditation.shown.waiting import waiting
from domain.schemes.lvv_accreditation.shown.waiting_in_the_scheme import waiting_in_the_scheme
from domain.shown import Shown

TRAINING_FILE = Shown(
    register=register,
    register_from=TOLD_FROM,
    audits=audits,
    audit_terms=AUDIT_TERMS,
    waiting=waiting,
    notices=letters,
    standing=stands,
    findings=findings,
    granted_over=granted_over,
)
OWN_FILE = Shown(waiting=waiting_in_the_scheme, notices=letters_of_the_scheme)
