from tests.guards.samples.consent import mentee
from tests.guards.samples.scene import Sample, school

SAMPLES: dict[str, Sample] = {
    "privacy.asking.order": mentee(),
    "privacy.asking.people": school(),
}
