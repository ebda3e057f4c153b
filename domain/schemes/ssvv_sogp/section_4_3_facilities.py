"""4.3 Facilities and teaching material (Eisen aan faciliteiten en lesmateriaal)

- The centre has realistic practice facilities that resemble (petro)chemistry, or a realistic
  simulation of them, and uses equipment and tools that are usual there.
- Participants find a practice environment that equals the best practices of the industry.
"""

from domain.law import Rule
from domain.schemes.ssvv_sogp.act import section

AT_4_3 = section("4.3")

R_53 = Rule(
    id="R-53",
    place=AT_4_3,
    says="practice facilities are realistic or really simulated, with equipment usual there",
)
R_54 = Rule(
    id="R-54", place=AT_4_3, says="the practice environment equals the industry's best practice"
)
