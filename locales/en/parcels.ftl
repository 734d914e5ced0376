parcel-link =
    The document holds personal data, so it does not pass the messenger. Download: { $link }

    The link works until { $day }, at most { $uses ->
        [one] { $uses } time
       *[other] { $uses } times
    }. Do not pass it on: whoever has it can open the document.
parcel-operator =
    The document holds personal data, so it does not pass the messenger. It is ready at the operator's, number <b>{ $number }</b>. It lies there until { $day }, then it is deleted.
