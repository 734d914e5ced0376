# Announcements: the conversation with their author.

menu-announce = Announcements

announce-audience =
    <b>Announcement</b>
    { $count ->
        [0] There is nobody to get it yet. Invite people first.
       *[other] To whom? The number says how many people it will reach.
    }
announce-to-curators = to curators
announce-to-mentors = to mentors
announce-to-mentees = to mentees
announce-to-everyone = to everybody

announce-message =
    <b>Announcement</b> { $audience }

    Send one message: a text, a picture, a document, a video or a voice message. It comes to everybody from the bot just as it is, so sign it.
announce-album = An album will not do: send one picture or one document; it may have a caption.
announce-kind-photo = Picture
announce-kind-document = Document
announce-kind-video = Video
announce-kind-voice = Voice message
announce-kind-audio = Sound
announce-preview =
    <b>Announcement</b> { $audience }
    Receivers: { $count }

    “{ $excerpt }”

    Your message above goes out exactly as it is. Send it?
announce-send = Send: { $count }
announce-another = Another message
announce-dropped = The announcement is cancelled, nothing was sent.
announce-going = The announcement is on its way.

announce-card =
    <b>Announcement</b> { $audience }
    “{ $excerpt }”

    Delivered: { $delivered }
    { $complete ->
        [no] The list of receivers is being made.
       *[yes] Waiting: { $queued }
    }
announce-undelivered = Not reached: { $unreachable } (the bot is blocked or was never opened){ $failed ->
    [0] {""}
   *[other] , failures: { $failed }
}. Tell these people in another way.
announce-refresh = Refresh
announce-sent = Sent announcements
announce-list = { $count ->
    [0] No announcement has been sent yet.
   *[other] The latest announcements. Choose one to see how many it has reached.
}
announce-label = { SHORT($day) } { $excerpt }
