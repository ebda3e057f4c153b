"""What must be told to whom: every fact that calls for a letter (7 of the analysis)."""

from domain.schemes.ssvv_sogp.shown.letters_audits import ABOUT_AUDITS
from domain.schemes.ssvv_sogp.shown.letters_centre import BY_THE_CENTRE
from domain.schemes.ssvv_sogp.shown.letters_logo import ABOUT_THE_LOGO
from domain.schemes.ssvv_sogp.shown.letters_recognition import ABOUT_RECOGNITION
from domain.shown import letters_by

letters = letters_by({**ABOUT_RECOGNITION, **ABOUT_AUDITS, **BY_THE_CENTRE})
letters_of_the_scheme = letters_by(ABOUT_THE_LOGO)
