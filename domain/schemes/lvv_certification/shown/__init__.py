"""What the files of this scheme show outside: register, audits, who waits for whom, letters."""

from domain.schemes.lvv_certification.section_29_register import TOLD_FROM, register
from domain.schemes.lvv_certification.shown.audits import audits, audits_of_the_scheme
from domain.schemes.lvv_certification.shown.letters import letters
from domain.schemes.lvv_certification.shown.stands import stands
from domain.schemes.lvv_certification.shown.waiting import waiting, waiting_in_the_scheme
from domain.shown import Shown

PERSON_FILE = Shown(
    register=register,
    register_from=TOLD_FROM,
    audits=audits,
    waiting=waiting,
    notices=letters,
    standing=stands,
)
OWN_FILE = Shown(audits=audits_of_the_scheme, waiting=waiting_in_the_scheme)
