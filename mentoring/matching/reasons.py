"""Why a mentor suits a mentee, or does not quite: what a curator would say."""

from mentoring.matching.features import FIELDS
from mentoring.matching.model import Mentee, Mentor, Reason, Term
from mentoring.matching.rules import unchecked
from mentoring.matching.words import mended, stems

_LISTED = 3
_QUOTED = 60


def pros(mentee: Mentee, mentor: Mentor) -> tuple[Reason, ...]:
    """What speaks for the pair, the weightiest first."""
    found = [_request(mentee, mentor), _wish(mentee, mentor)]
    found += [_shared(term, mentee, mentor) for term in FIELDS]
    return tuple(reason for reason in found if reason is not None)


def cons(mentee: Mentee, mentor: Mentor) -> tuple[Reason, ...]:
    """What speaks against it, and what could not be checked."""
    found = []
    asked = bool(mentee.texts or mentee.keys)
    if asked and (mentor.texts or mentor.keys) and _request(mentee, mentor) is None:
        found.append(Reason("con-request"))
    for term in (Term.TIME, Term.SUBJECT, Term.LANGUAGE, Term.PLACE):
        left, right = FIELDS[term](mentee), FIELDS[term](mentor)
        if left and right and not left & right:
            found.append(Reason(f"con-{term}"))
    if mentee.wants and mentor.id not in mentee.wants:
        found.append(Reason("con-named-another"))
    if mentee.relatives_elsewhere or mentor.relatives_elsewhere:
        found.append(Reason("con-relatives"))
    return (*found, *unchecked(mentee, mentor))


def _request(mentee: Mentee, mentor: Mentor) -> Reason | None:
    """The best answered request with the words that answer it; keys where words do not."""
    offered = {text: stems(text) for text in mentor.texts}
    known = frozenset().union(*offered.values())
    best: tuple[int, str, str] = (0, "", "")
    for request in mentee.texts:
        asked = stems(request)
        slips = mended(asked - known, sorted(known))
        asked = frozenset(slips.get(stem, stem) for stem in asked)
        for competence, words in offered.items():
            best = max(best, (len(asked & words), request, competence))
    common, request, competence = best
    if common:
        return Reason("request", {"request": _quoted(request), "competence": _quoted(competence)})
    keys = sorted(mentee.keys & mentor.keys)
    return Reason("key", {"keys": keys[:_LISTED]}) if keys else None


def _wish(mentee: Mentee, mentor: Mentor) -> Reason | None:
    named, naming = mentor.id in mentee.wants, mentee.id in mentor.wants
    if named and naming:
        return Reason("wish-both")
    if named or naming:
        return Reason("wish-mentee" if named else "wish-mentor")
    return None


def _shared(term: Term, mentee: Mentee, mentor: Mentor) -> Reason | None:
    common = sorted(FIELDS[term](mentee) & FIELDS[term](mentor))
    return Reason(term.value, {"keys": common[:_LISTED]}) if common else None


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}\u2026"
