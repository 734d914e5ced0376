"""Matching beside what it is measured against: greedy and random by score, the bare solver by time.

`python -m benchmarks.matching`: a school of 300 requests and 60 mentors, a region of 5,000 each.
"""

import random
import resource
from collections.abc import Callable
from time import perf_counter

import numpy as np
from scipy.optimize import linear_sum_assignment

from mentoring.matching.model import Mentee, Mentor, Settings
from mentoring.matching.solving import Scores, match, scores

SIZES = ((300, 60, 5), (5000, 5000, 1))
TOPICS = [f"topic{number}" for number in range(40)]
TIMES = [f"{day}-{part}" for day in ("mon", "tue", "wed", "thu", "fri") for part in ("day", "eve")]
SEED = 7


def banks(mentees: int, mentors: int, capacity: int) -> tuple[list[Mentee], list[Mentor]]:
    """People with chance requests and competences, the same ones every time."""
    chance = random.Random(SEED)  # a benchmark, no secret

    def words() -> tuple[str, ...]:
        return tuple(" ".join(chance.sample(TOPICS, 2)) for _ in range(2))

    def some(of: list[str], count: int) -> frozenset[str]:
        return frozenset(chance.sample(of, count))

    left = [
        Mentee(
            id=number,
            name=f"E{number}",
            texts=words(),
            keys=some(TOPICS, 3),
            times=some(TIMES, 3),
            interests=some(TOPICS, 3),
            age=chance.randint(10, 17),
        )
        for number in range(mentees)
    ]
    right = [
        Mentor(
            id=1_000_000 + number,
            name=f"O{number}",
            texts=words(),
            keys=some(TOPICS, 4),
            times=some(TIMES, 3),
            interests=some(TOPICS, 3),
            ages=(10, chance.randint(13, 18)),
            capacity=capacity,
            adult=True,
            checked=True,
        )
        for number in range(mentors)
    ]
    return left, right


def one_by_one(table: Scores, order: list[int], pick: Callable[[list[int], int], int]) -> float:
    """The total score when mentees choose one after the other among those with room."""
    room = [mentor.capacity for mentor in table.mentors]
    total = 0.0
    for row in order:
        free = [place for place, left in enumerate(room) if left and table.matrix[row, place] >= 0]
        if free:
            column = pick(free, row)
            room[column] -= 1
            total += float(table.matrix[row, column])
    return total


def measure(mentees: int, mentors: int, capacity: int) -> str:
    left, right = banks(mentees, mentors, capacity)
    settings = Settings(least=0, alternatives=3)
    started = perf_counter()
    outcome = match(left, right, settings)
    whole = perf_counter() - started
    table = scores(left, right, settings)
    cost = np.repeat(table.matrix.astype(float), [one.capacity for one in table.mentors], axis=1)
    started = perf_counter()
    linear_sum_assignment(np.maximum(cost, 0), maximize=True)
    bare = perf_counter() - started
    chance = random.Random(SEED)
    order = list(range(mentees))
    greedy = one_by_one(
        table, order, lambda free, row: max(free, key=lambda place: table.matrix[row, place])
    )
    by_chance = one_by_one(table, order, lambda free, _row: chance.choice(free))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{mentees} x {mentors}: {whole:.1f} s with reasons and alternatives "
        f"({whole / bare:.1f} of the bare solver), {memory:.0f} MB; "
        f"pairs {len(outcome.suggestions)}; total score {outcome.total:.0f}, "
        f"{outcome.total / greedy:.2f} of greedy, {outcome.total / by_chance:.2f} of random"
    )


if __name__ == "__main__":
    for size in SIZES:
        print(measure(*size))
