# Roadmap: a new version, rolling over to the next year.

roadmap-confirm-keeps =
    This is a new version of the roadmap in force. { $kept ->
        [one] { $kept } activity keeps its
       *[other] { $kept } activities keep their
    } marks and documents. Added: { $added }, removed: { $removed }, deadline moved: { $moved }, reworded: { $reworded }.
roadmap-changes-button = What will change
roadmap-keep-button = It is a new version
roadmap-anew-button = It is for another year
roadmap-changes =
    <b>What will change</b>

    { $list }
roadmap-changes-none = It does not differ from the roadmap in force.
roadmap-change-added =
    <b>Added:</b> { $number } { $title }
    <i>{ $after }</i>
roadmap-change-removed =
    <b>Removed:</b> { $number } { $title }
    <i>{ $before }</i>
roadmap-change-moved =
    <b>New deadline:</b> { $number } { $title }
    <i>was { $before }, is now { $after }</i>{ $renamed ->
        [yes] . Used to be called: { $old }
       *[no] {""}
    }
roadmap-change-reworded =
    <b>Other words:</b> { $number } { $title }{ $renamed ->
        [yes] . Used to be called: { $old }
       *[no] {""}
    }
roadmap-version-moved =
    <b>Deadlines have changed</b>
    { $title }

    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }

    The new version was confirmed by { $by }. Marks and documents are kept.

roadmap-doubt-day_off = the last day is a day off
roadmap-doubt-year_in_title = the year in the title was moved, please check it
roadmap-doubt-only_once = this looks like something done once: is it needed again?
roadmap-roll-backwards = A roadmap can only be rolled over to later years.
