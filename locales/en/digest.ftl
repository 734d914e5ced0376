# The morning digest, and what the bot itself says of delivery and of long work.

digest-header = <b>For { DAY($day) }</b>
digest-more = { $count ->
    [one] And { $count } entry more that did not fit: see it in the menu.
   *[other] And { $count } entries more that did not fit: see them in the menu.
}

delivery-dead = Message no. { $number } ({ $message }) was not delivered: Telegram does not accept it. The reason is in the database (table outbox). I will not report more of the same today.

job-failed = What you asked for could not be done: the fault is ours (code { $code }). Please try again later. If it happens again, tell your curator the code.
file-too-large = The file is too large: at most { $megabytes } MB fit. Please send a smaller one.
file-gone = Telegram no longer keeps this file. Please send it again.
job-too-heavy = The document could not be read: it is too complex, or damaged. Please save it anew and send it again, or send it in another format.
