"""What the files of this scheme show outside: register, audits, who waits for whom, letters."""

from domain.schemes.ssvv_sogp.section_5_2_5_register import register
from domain.shown import Shown

CENTRE_FILE = Shown(register=register)
OWN_FILE = Shown()
