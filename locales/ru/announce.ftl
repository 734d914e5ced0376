# Объявления: разговор с автором.

menu-announce = Объявления

announce-audience =
    <b>Объявление</b>
    { $count ->
        [0] Пока некому: получателей ещё нет. Пригласите участников.
       *[other] Кому? Рядом сказано, скольких человек оно достигнет.
    }
announce-to-curators = кураторам
announce-to-mentors = наставникам
announce-to-mentees = наставляемым
announce-to-everyone = всем

announce-message =
    <b>Объявление</b> { $audience }

    Пришлите одно сообщение: текст, фото, документ, видео или голосовое. Оно придёт получателям от бота таким же, поэтому подпишитесь в нём.
announce-album = Альбом не подойдёт: пришлите одно фото или один документ, подпись можно добавить к нему.
announce-kind-photo = Фото
announce-kind-document = Документ
announce-kind-video = Видео
announce-kind-voice = Голосовое сообщение
announce-kind-audio = Аудио
announce-preview =
    <b>Объявление</b> { $audience }
    Получателей: { $count }

    «{ $excerpt }»

    Ваше сообщение выше уйдёт точно таким. Отправить?
announce-send = Отправить: { $count }
announce-another = Другое сообщение
announce-dropped = Объявление отменено, ничего не отправлено.
announce-going = Объявление рассылается.

announce-card =
    <b>Объявление</b> { $audience }
    «{ $excerpt }»

    Доставлено: { $delivered }
    { $complete ->
        [no] Составляется список получателей.
       *[yes] В очереди: { $queued }
    }
announce-undelivered = Не дошло: { $unreachable } (бот заблокирован или не открыт){ $failed ->
    [0] {""}
   *[other] , ошибок: { $failed }
}. Передайте этим людям иначе.
announce-refresh = Обновить
announce-sent = Отправленные объявления
announce-list = { $count ->
    [0] Отправленных объявлений пока нет.
   *[other] Последние объявления. Выберите, чтобы увидеть, скольким оно доставлено.
}
announce-label = { SHORT($day) } { $excerpt }
