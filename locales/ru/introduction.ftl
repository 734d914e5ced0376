# Мониторинг внедрения и адресные рекомендации.

introduction-button = Мониторинг внедрения
introduction-title = Мониторинг внедрения
introduction =
    <b>Мониторинг внедрения</b>
    Школ: { $count }, всё есть у { $complete }. Таблица заполняется сама: по документам, ролям, банкам и словам кураторов.
introduction-row = • { $name }: { $there } из { $all }{ $missing ->
    [0] {""}
   *[other] , нет: { $gaps }
}
introduction-mark-curator = Куратор
introduction-mark-order = Приказ
introduction-mark-regulation = Положение
introduction-mark-roadmap = Дорожная карта
introduction-mark-site = Ссылка на сайт
introduction-mark-mentors = Банк наставников
introduction-mark-mentees = Банк наставляемых
introduction-mark-targets = Целевые показатели
introduction-ordered = приказ № { $number } от { FULL($day) }
introduction-in-force = действует, приказ не указан
introduction-nudge-all = Напомнить всем, у кого пробелы
introduction-xlsx = Таблица (.xlsx)
introduction-school = <b>{ $name }</b>
introduction-said = { $there ->
    [yes] ✓ { $mark }: { $said }
   *[no] – { $mark }: нет
}
introduction-nudge-button = Напомнить о пробелах
introduction-no-gaps = Здесь всё есть, напоминать не о чем.
introduction-no-link = Нужен адрес страницы, например: school5.ru/mentoring
introduction-open = Посмотреть и заполнить
introduction-nudge =
    <b>Мониторинг внедрения</b>
    Управление не видит у школы «{ $school }» части сведений: { $count }. Ответить можно одной строкой или документом.
introduction-mine-button = Что видит управление
introduction-mine =
    <b>Что видит управление</b>
    { $name }
introduction-mine-ask =
    {""}
    Приказ, положение, ссылку и показатели можно указать здесь, остальное бот знает сам.
introduction-say = { $there ->
    [yes] Изменить: { $mark }
   *[no] Указать: { $mark }
}
introduction-say-ask =
    <b>{ $mark }</b>
    { $kind ->
        [site] Напишите адрес страницы о наставничестве на сайте школы.
        [targets] Напишите показатели одной строкой или пришлите документ.
       *[other] Напишите номер и дату или пришлите документ.
    }
introduction-noted = Записано, управление увидит.

advice-list-button = Рекомендации
advice-list = <b>Рекомендации</b>
advice-none = Рекомендаций нет.
advice-row = <b>{ $place }.</b> { $school }: { $text } ({ $state ->
    [accepted] выполнена
    [answered] есть ответ
   *[asked] до { DAY($due) }
})
advice-new-button = Дать рекомендацию
advice-text-ask =
    <b>Рекомендация: { $name }</b>
    Напишите, что школе нужно сделать.
advice-term-ask =
    <b>Рекомендация: { $name }</b>
    { $text }

    К какому дню ждать ответа? Выберите или напишите дату.
advice-made = Рекомендация записана. Куратор увидит её в утренней сводке.
advice-card =
    <b>{ $school }</b>
    { $text }

    { $state ->
        [accepted] Выполнена.
        [answered] Есть ответ, ждёт решения управления.
       *[asked] Ответ нужен до { DATE($due) }.
    } Рекомендует: { $issuer }.
advice-card-more = Нужно дополнить: { $more }
advice-card-answer = Ответ: { $answer }
advice-card-file = Документ: { $file }
advice-accept = Принять
advice-return = Попросить дополнить
advice-file-button = Прислать документ
advice-accepted = Рекомендация выполнена.
advice-more-ask =
    <b>{ $school }</b>
    Чего не хватает в ответе? У школы будет ещё неделя.
advice-returned = Просьба записана. Куратор увидит её в утренней сводке.
advice-unanswered = На эту рекомендацию ещё нет ответа.
advice-settled = Эта рекомендация уже выполнена.
advice-document = Документ к рекомендации: { $school }
advice-answer-ask =
    {""}
    { $state ->
        [answered] Чтобы изменить ответ, напишите его заново или пришлите другой документ.
       *[asked] Чтобы ответить, напишите, что сделано, или пришлите документ.
    }
advice-answered = { $kept ->
    [replaced] Прежний ответ заменён.
    [added] Записано вслед за прежним ответом.
   *[new] Ответ записан.
} Управление увидит его в утренней сводке.
advice-open = Открыть рекомендации
advice-digest = <b>Рекомендации</b> ({ $issuer }): { $count }
advice-digest-row = • { $text }: { $late ->
    [yes] срок был { DAY($due) }
   *[no] до { DAY($due) }
}
advice-digest-answered = Ответили на рекомендации: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё школ: { $more }
}
