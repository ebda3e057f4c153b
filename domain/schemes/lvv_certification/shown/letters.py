"""What must be told to whom: every fact of a person's file that calls for a letter."""

from domain.schemes.lvv_certification.shown.letters_application import ABOUT_AN_APPLICATION
from domain.schemes.lvv_certification.shown.letters_certificate import ABOUT_A_CERTIFICATE
from domain.schemes.lvv_certification.shown.letters_remedies import ABOUT_REMEDIES
from domain.shown import letters_by

letters = letters_by({**ABOUT_AN_APPLICATION, **ABOUT_A_CERTIFICATE, **ABOUT_REMEDIES})
