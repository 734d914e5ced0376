# Дорожная карта целиком: разделы, картинка, файлы, календарь, архив документов.

roadmap-look-button = Обзор и файлы
roadmap-look =
    <b>Обзор и файлы</b>
    Картинка покажет сроки на шкале месяцев, документ и таблица отметки о выполнении, файл календаря перенесёт сроки в телефон.
roadmap-look-sections = По разделам
roadmap-look-picture = Картинка со сроками
roadmap-look-paper = Word (.docx)
roadmap-look-table = Excel (.xlsx)
roadmap-look-calendar = Календарь (.ics)
roadmap-look-archive = Архив документов (.zip)
roadmap-look-roll = Перенести на новый год
roadmap-coming = Готовлю. Файл придёт сообщением через несколько секунд.
roadmap-nothing-to-show = Показывать пока нечего: действующей дорожной карты нет.

roadmap-sections = <b>По разделам</b>
roadmap-section = • { $name }: закрыто { $closed } из { $total }{ $overdue ->
    [0] {""}
   *[other] , просрочено { $overdue }
}
roadmap-section-none = Без раздела

roadmap-roll =
    <b>Перенести на { $year } учебный год?</b>
    { $title }

    Бот составит черновик: те же мероприятия, исполнители и документы, сроки в тех же месяцах нового года. О выходных, годах в названиях и разовых мероприятиях он спросит. Действующая карта останется в силе, пока Вы не подтвердите новую, потом уйдёт в архив.
roadmap-roll-draft =
    {""}
    Черновик, который ждёт проверки, будет заменён.
roadmap-roll-button = Составить черновик

roadmap-picture-today = сегодня, { DAY($day) }
roadmap-picture-done = закрыто
roadmap-picture-open = в работе
roadmap-picture-late = просрочено
roadmap-picture-idle = без срока
roadmap-picture-caption =
    { $title }
    На картинке мероприятий: { $shown } из { $total }.
roadmap-map-title = Школы по разделам, { DATE($day) }
roadmap-map-caption = Закрыто из всех мероприятий по разделам, { DATE($day) }. Школ на картинке: { $shown } из { $total }. Восклицательный знак: есть просроченные.
roadmap-map-done = всё закрыто
roadmap-map-open = в работе
roadmap-map-late = есть просроченные
roadmap-map-idle = нет мероприятий
roadmap-map-button = Картинка по разделам

roadmap-paper-standing = По состоянию на { DATE($day) }: мероприятий { $total }, закрыто { $closed }, просрочено { $overdue }
roadmap-column-number = №
roadmap-column-section = Раздел
roadmap-column-title = Мероприятие
roadmap-column-deadline = Срок
roadmap-column-opens = С
roadmap-column-due = По
roadmap-column-people = Ответственные
roadmap-column-result = Результат
roadmap-column-status = Отметка о выполнении
roadmap-column-closed = Закрыто
roadmap-column-proof = Отметка: документы
roadmap-sheet = Дорожная карта
roadmap-state-open = в работе
roadmap-state-overdue = просрочено
roadmap-state-schools = школы: закрыли { $closed } из { $total }{ $overdue ->
    [0] {""}
   *[other] , просрочили { $overdue }
}
roadmap-paper-moved = до { $due }
roadmap-paper-was = срок перенесён, был: { $text }
roadmap-paper-going = { $told ->
    [0] в работе
   *[other] ещё в работе, сроков: { $count }
}
roadmap-file-caption =
    { $title }
    { DATE($day) }: закрыто { $closed } из { $total }, просрочено { $overdue }.
roadmap-calendar-caption = { $count ->
    [one] { $count } срок
    [few] { $count } срока
   *[many] { $count } сроков
} для календаря. Откройте файл на телефоне или компьютере и согласитесь добавить события.

roadmap-archive-coming = Собираю документы. Архив придёт сообщением, обычно в течение минуты.
roadmap-archive-empty = Документов пока нет: ни одно мероприятие не закрыто документом.
roadmap-archive-list = Список документов
roadmap-archive-missing = файл не удалось получить
roadmap-archive-gone = Архив не дождался отправки. Запросите его ещё раз: «Обзор и файлы», «Архив документов».
roadmap-archive-caption = Документы по разделам{ $parts ->
    [1] {""}
   *[other] , часть { $part } из { $parts }
}. Внутри есть список всех документов и ссылок.
roadmap-archive-incomplete = В архив не вошло файлов: { $count }. Они отмечены в списке: Telegram их больше не отдаёт или они слишком большие.

# Прежние карты.
roadmap-former-button = Прежние карты
roadmap-former = <b>Прежние карты</b>
roadmap-former-plan = <b>{ $place }.</b> { $title } (с { FULL($since) }): закрыто { $closed } из { $total }
roadmap-former-none = Заменённых карт нет.
roadmap-former-row = • { $number } { $title }: { $has_due ->
    [yes] до { FULL($due) }
   *[no] без даты
}, закрыто { $closed } из { $total }, документов: { $documents }
roadmap-no-former = Эта карта действует или ещё не подтверждена.
