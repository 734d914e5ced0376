from tests.guards.samples.scene import Sample, department, row, school

OF_DEPARTMENT = {"roadmaps.looking.ask_for_map", "roadmaps.looking.by_school"}

SAMPLES: dict[str, Sample] = {
    "roadmaps.archiving.ask_for": school(),
    "roadmaps.archiving.gathered": school(),
    "roadmaps.former.listed": school(),
    "roadmaps.former.rows": row("roadmap", offset=0, limit=5),
    "roadmaps.looking.ask_for": school(what="picture"),
    "roadmaps.looking.ask_for_map": department(),
    "roadmaps.looking.by_school": department(),
    "roadmaps.looking.sections": school(),
    "roadmaps.looking.tasks_of": school(section="", offset=0, limit=5),
    "roadmaps.standing.whole": school(),
}
