# Documents open to all participants.

menu-shelf = Documents

shelf =
    <b>Documents</b>
    { $count ->
        [0] None yet.
       *[other] Tap a document to get it.
    }
    {""}
shelf-row = • { $kind }: { $title }, { DATE($on) }{ $own ->
    [yes] {""}
   *[no] {" "}({ $organisation })
}
shelf-kind-order = Order
shelf-kind-regulation = Regulation
shelf-kind-roadmap = Roadmap
shelf-kind-programme = Programme
shelf-kind-personal = Personal programme
shelf-plan = Programme: { $others }
shelf-kind-other = Document
shelf-add = Add a document
shelf-remove = Remove a document
shelf-send = Send a document or a photo. All participants of the organisation and of those below it will see it: no personal data may be in it.
shelf-kind-ask = What kind of document is it?
shelf-title-ask =
    Write the title under which it is seen.
    { $kept ->
        [no] {""}
       *[other] Or keep the file's name: <b>{ $title }</b>
    }
shelf-title-same = Keep the file's name
shelf-added = The document is added.
shelf-coming = The document comes as a message of its own.
shelf-caption = { $title }
shelf-remove-ask = Which document is to go? Participants will see it no more.
shelf-removed = The document is removed.
shelf-gone = This document is here no more.
shelf-full = There are { $most } documents already: remove some.
shelf-not-a-document = A document or a photo of one is needed: voice, video and text do not do.
