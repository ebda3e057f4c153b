"""Whom one can be in the demonstration."""

from __future__ import annotations

from infra.demo.cast import schemes_told
from infra.http.pages.visitor import Persona

CERTIFICATION, ACCREDITATION = "lvv-certification", "lvv-accreditation"
RECOGNITION = "ssvv-sogp"

PERSONAS = (
    Persona(
        name="M. Bakker",
        says="handles cases at Hobéon SKO: checks files, assesses, suspends",
        account="m.bakker",
        organisation="Hobéon SKO",
        roles=((CERTIFICATION, "certification-body"),),
    ),
    Persona(
        name="T. Dekker",
        says="manages certification at Hobéon SKO: assigns objections, judges 27(c), decides",
        account="t.dekker",
        organisation="Hobéon SKO",
        roles=((CERTIFICATION, "certification-manager"),),
    ),
    Persona(
        name="H. Vos",
        says="is on the board of LVV: decides appeals, on procedure only; accredits as advised",
        account="h.vos",
        organisation="LVV",
        roles=((CERTIFICATION, "lvv-board"), (ACCREDITATION, "lvv-board")),
    ),
    Persona(
        name="B. Kok",
        says="is secretary at LVV: collects signals, sends invoices, notices and decisions",
        account="b.kok",
        organisation="LVV",
        roles=((CERTIFICATION, "lvv-secretariat"), (ACCREDITATION, "lvv-office")),
    ),
    Persona(
        name="R. Haan",
        says="assesses trainings at Hobéon Certificering en Accreditatie: investigates, advises",
        account="r.haan",
        organisation="Hobéon Certificering en Accreditatie",
        roles=((ACCREDITATION, "hobeon"),),
    ),
    Persona(
        name="S. Bos",
        says="works at SSVV: plans audits, judges follow-up, recognises and withdraws",
        account="s.bos",
        organisation="SSVV",
        roles=((RECOGNITION, "ssvv"),),
    ),
    Persona(
        name="A. Mulder",
        says="audits training centres for SSVV: grades findings, writes the report",
        account="a.mulder",
        organisation="SSVV",
        roles=((RECOGNITION, "auditor"),),
    ),
    Persona(
        name="I. Jonker",
        says="inspects: reads every file as it stood on any day, and changes nothing",
        account="i.jonker",
        organisation="Inspection",
        roles=tuple((scheme, "regulator") for scheme in schemes_told()),
    ),
)
