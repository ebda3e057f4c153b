"""What the files of this scheme show outside: register, audits, who waits for whom, letters."""

from domain.schemes.ssvv_sogp.section_5_2_5_register import TOLD_FROM, register
from domain.schemes.ssvv_sogp.shown.letters import letters
from domain.schemes.ssvv_sogp.shown.looked_into import looked_into
from domain.schemes.ssvv_sogp.shown.stands import stands
from domain.schemes.ssvv_sogp.shown.waiting import waiting
from domain.shown import Shown

CENTRE_FILE = Shown(
    register=register,
    register_from=TOLD_FROM,
    audits=looked_into,
    waiting=waiting,
    notices=letters,
    standing=stands,
)
OWN_FILE = Shown()
