"""All journeys. The commands come first: they hold in every state."""

from aiogram import Router
from aiogram_dialog import Dialog

from handlers import home, todo
from handlers.announcements import announcing
from handlers.bank import editing, mine, rosters
from handlers.bank import people as bank
from handlers.care import focus, helping, reading, trying, writing
from handlers.consent import answering as questions
from handlers.consent import keeping, speaking
from handlers.consent import mine as consents
from handlers.council import advising, judging
from handlers.council import passing as council
from handlers.kit import actions
from handlers.kit.journeys import Journeys
from handlers.matching import lending, suggesting, tuning
from handlers.meetings import child, hearing, looking_back, planning, plans, recording, telling
from handlers.meetings import journal as meeting_journal
from handlers.notices import calendars, choosing
from handlers.pairs import drafts, invitations, members, office, pairs, papers, talk
from handlers.pairs import mine as my_pair
from handlers.people import (
    join,
    journal,
    links,
    organisations,
    partners,
    place,
    registers,
    signing,
    staff,
)
from handlers.plans import bank as plan_bank
from handlers.plans import office as plan_office
from handlers.plans import own as own_plan
from handlers.privacy import erasing, own_data
from handlers.programmes import board, kinds, programmes
from handlers.roadmaps import (
    agreeing,
    deciding,
    executors,
    introducing,
    looking,
    monitoring,
    remarking,
    review,
    schools,
    strays,
    tasks,
)
from handlers.shelf import shelf
from handlers.surveys import answering, forms, managing, putting


def routers() -> list[Router]:
    """Fresh routers, in the order in which an update is offered to them."""
    journeys: list[Dialog] = [
        *helping.dialogs(),
        *organisations.dialogs(),
        schools.dialog(),
        tasks.dialog(),
        review.dialog(),
        looking.dialog(),
        agreeing.dialog(),
        remarking.dialog(),
        monitoring.dialog(),
        introducing.dialog(),
        executors.dialog(),
        deciding.dialog(),
        strays.dialog(),
        todo.dialog(),
        council.dialog(),
        advising.dialog(),
        judging.dialog(),
        bank.dialog(),
        rosters.dialog(),
        editing.dialog(),
        links.dialog(),
        staff.dialog(),
        place.dialog(),
        partners.dialog(),
        registers.dialog(),
        signing.dialog(),
        programmes.dialog(),
        board.dialog(),
        pairs.dialog(),
        drafts.dialog(),
        invitations.dialog(),
        members.dialog(),
        talk.dialog(),
        papers.dialog(),
        office.orders_dialog(),
        office.applications_dialog(),
        focus.dialog(),
        reading.dialog(),
        suggesting.dialog(),
        tuning.dialog(),
        lending.dialog(),
        recording.dialog(),
        meeting_journal.dialog(),
        hearing.dialog(),
        child.dialog(),
        plans.dialog(),
        planning.dialog(),
        looking_back.dialog(),
        *writing.dialogs(),
        trying.dialog(),
        my_pair.dialog(),
        own_plan.dialog(),
        plan_office.dialog(),
        plan_bank.dialog(),
        managing.dialog(),
        putting.dialog(),
        forms.dialog(),
        kinds.dialog(),
        answering.dialog(),
        mine.dialog(),
        announcing.dialog(),
        choosing.dialog(),
        calendars.dialog(),
        shelf.dialog(),
        journal.dialog(),
        keeping.dialog(),
        speaking.dialog(),
        consents.dialog(),
        own_data.dialog(),
        erasing.dialog(),
        questions.dialog(),
        join.dialog(),
        home.dialog(),
    ]
    return [
        actions.router(),
        helping.router(),
        home.router(),
        Journeys(journeys),
        telling.router(),
        strays.router(),
    ]
