"""What the files of this scheme show outside: register, audits, who waits for whom, letters."""

from domain.schemes.ssvv_sogp.majors_at_grant import granted_over
from domain.schemes.ssvv_sogp.section_5_2_5_register import TOLD_FROM, register
from domain.schemes.ssvv_sogp.shown.findings import findings
from domain.schemes.ssvv_sogp.shown.letters import letters, letters_of_the_scheme
from domain.schemes.ssvv_sogp.shown.looked_into import looked_into
from domain.schemes.ssvv_sogp.shown.stands import stands
from domain.schemes.ssvv_sogp.shown.waiting import waiting
from domain.schemes.ssvv_sogp.shown.waiting_in_the_scheme import waiting_in_the_scheme
from domain.shown import Shown

CENTRE_FILE = Shown(
    register=register,
    register_from=TOLD_FROM,
    audits=looked_into,
    audit_terms=("T-01", "T-15"),
    waiting=waiting,
    notices=letters,
    standing=stands,
    findings=findings,
    granted_over=granted_over,
)
OWN_FILE = Shown(waiting=waiting_in_the_scheme, notices=letters_of_the_scheme)
