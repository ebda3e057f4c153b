"""Of whom a step is expected."""

CENTRE, AUDITOR, SSVV, RESPONSIBLE = "centre", "auditor", "ssvv", "sogp-responsible"
PARTY, EXAM_CENTRE = "party", "exam-centre"
