from tests.guards.samples.scene import Sample, Scene, nothing


async def _token(_scene: Scene) -> dict[str, str]:
    return {"token": "x" * 20}


SAMPLES: dict[str, Sample] = {
    "roadmaps.subscribing.book": _token,
    "roadmaps.subscribing.present": nothing,
    "roadmaps.subscribing.renew": nothing,
    "roadmaps.subscribing.stop": nothing,
}
