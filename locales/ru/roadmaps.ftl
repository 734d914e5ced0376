# Дорожная карта: загрузка, проверка, сроки, документы; что видит управление.

menu-roadmap = Дорожная карта
menu-board = Сроки школ

roadmap-upload =
    <b>Новая дорожная карта</b>
    Пришлите файл: Word (.docx), Excel (.xlsx) или PDF с текстом, до 20 МБ. Таблицу можно и вставить сообщением: строка на мероприятие, столбцы через табуляцию или «|».

    Бот прочитает мероприятия, сроки, исполнителей и документы и покажет, что понял. Ничего не начнёт действовать, пока Вы не подтвердите.
roadmap-reading-file = Файл «{ $name }» получен, бот его читает.
roadmap-reading-year = Учебный год { $year }: бот перечитывает документ и заново определяет сроки.
roadmap-reading = Обычно это занимает несколько секунд. Результат придёт сообщением сюда же.

roadmap-read =
    <b>Дорожная карта прочитана</b>
    { $title }

    { $activities ->
        [one] { $activities } мероприятие
        [few] { $activities } мероприятия
       *[many] { $activities } мероприятий
    }, { $questions ->
        [0] вопросов нет
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }. { $questions ->
        [0] Просмотрите и подтвердите
        [1] Ответьте на него и подтвердите
       *[other] Ответьте на них и подтвердите
    }: напоминания начнутся только после этого.
roadmap-read-yearless =
    <b>Дорожная карта прочитана</b>
    { $title }

    { $activities ->
        [one] { $activities } мероприятие
        [few] { $activities } мероприятия
       *[many] { $activities } мероприятий
    }. В документе не сказано, на какой это учебный год, а от него зависят сроки. Выберите год:
roadmap-check = Проверить
roadmap-year = { $year }
roadmap-year-other = Другой год

roadmap-file-empty = Файл «{ $name }» пустой. Проверьте его и пришлите ещё раз.
roadmap-file-too_large = Файл «{ $name }» слишком большой: Telegram передаёт боту не больше 20 МБ. Уберите из документа картинки или пришлите только таблицу.
roadmap-file-too_long = В файле «{ $name }» слишком много страниц, строк или сроков для одной дорожной карты. Пришлите только таблицу мероприятий.
roadmap-file-bomb = Файл «{ $name }» при распаковке становится слишком большим, читать его небезопасно. Сохраните документ заново и пришлите ещё раз.
roadmap-file-damaged = Файл «{ $name }» повреждён: он не открывается. Сохраните документ заново и пришлите ещё раз.
roadmap-file-encrypted = Файл «{ $name }» защищён паролем. Снимите защиту и пришлите ещё раз.
roadmap-file-entities = В файле «{ $name }» есть вставки, которые читать небезопасно. Сохраните документ в Word заново (.docx) и пришлите ещё раз.
roadmap-file-old_word = «{ $name }»: это старый формат Word или Excel. Откройте файл, выберите «Сохранить как» .docx или .xlsx и пришлите ещё раз.
roadmap-file-open_document = «{ $name }»: формат OpenDocument бот не читает. Выберите «Сохранить как» .docx или .xlsx и пришлите ещё раз.
roadmap-file-rich_text = «{ $name }»: формат RTF бот не читает. Выберите «Сохранить как» .docx и пришлите ещё раз.
roadmap-file-image = «{ $name }»: это картинка, текста в ней нет. Пришлите документ Word, Excel или PDF с текстом.
roadmap-file-scan = «{ $name }»: это скан, текста в нём нет. Пришлите исходный документ Word, Excel или PDF с текстом.
roadmap-file-unknown_format = «{ $name }»: такой формат бот не читает. Пришлите документ Word (.docx), Excel (.xlsx) или PDF с текстом.
roadmap-file-no_roadmap = В файле «{ $name }» не нашлось таблицы с мероприятиями и сроками. Пришлите дорожную карту или план мероприятий.
roadmap-text-none = В этом тексте не нашлось таблицы с мероприятиями и сроками. Вставьте её вместе с заголовками столбцов или пришлите файлом.
roadmap-no-template = Такого образца дорожной карты нет. Выберите из списка.
roadmap-has-draft = Черновик дорожной карты уже есть. Проверьте и утвердите его или отклоните, потом можно начать новый.
roadmap-not-a-document = Дорожную карту нужно прислать файлом: Word (.docx), Excel (.xlsx) или PDF с текстом. Фото и запись прочитать нельзя.
roadmap-file-nowhere = Этот файл пока некуда приложить: сначала нужна дорожная карта. Пришлите её файлом Word, Excel или PDF.

roadmap-home = <b>Дорожная карта</b>
roadmap-home-plan =
    { $title }

    Закрыто { $closed } из { $total }{ $overdue ->
        [0] {""}
       *[other] , просрочено { $overdue }
    }.{ $repeats ->
        [yes] {" "}Повторяющиеся мероприятия посчитаны по каждому сроку.
       *[no] {""}
    }
    Документ к мероприятию можно прислать в любой момент: бот спросит, к какому.
roadmap-home-none =
    Её пока нет. Пришлите файл в этот чат: Word (.docx), Excel (.xlsx) или PDF с текстом.
roadmap-home-draft =
    <b>Черновик</b> ждёт проверки: { $draft_title }
    { $activities ->
        [one] { $activities } мероприятие
        [few] { $activities } мероприятия
       *[many] { $activities } мероприятий
    }, { $questions ->
        [0] вопросов нет
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }.
roadmap-part-overdue = Просрочено: { $count }
roadmap-part-week = Ближайшие 7 дней: { $count }
roadmap-part-month = Ближайшие 30 дней: { $count }
roadmap-part-undated = Без даты: { $count }
roadmap-part-closed = Закрыто: { $count }
roadmap-part-given = Поручения управления: { $count }
roadmap-part-all = Все: { $count }
roadmap-go-on = Продолжить проверку
roadmap-new = Загрузить новую
roadmap-list = <b>{ $part }</b>
roadmap-list-near = Сейчас важно
roadmap-list-overdue = Просрочено
roadmap-list-week = Ближайшие 7 дней
roadmap-list-month = Ближайшие 30 дней
roadmap-list-undated = Без даты
roadmap-list-closed = Закрыто
roadmap-list-given = Поручения управления
roadmap-list-all = Все мероприятия
roadmap-list-empty = Здесь ничего нет.
roadmap-task =
    <b>{ $number }</b> { $title }
    <i>{ $stands }</i>
roadmap-task-label = { $number }: { FULL($due) }
roadmap-to-home = Вся дорожная карта
roadmap-to-list = К списку

roadmap-card = <b>{ $number } { $title }</b>
roadmap-card-term = Срок: { $deadline }
roadmap-card-stands = Сейчас: { $stands }
roadmap-card-source = В документе: «{ $source }»
roadmap-card-people = Исполнители: { $people }
roadmap-card-result = Результат: { $result }
roadmap-card-closed = Отметка: { $by }, { DATE($closed_on) }
roadmap-card-proof = • { $text } ({ DAY($given_on) })
roadmap-card-bare = Без документа.
roadmap-card-hint =
    {""}
    Чтобы закрыть мероприятие, пришлите сюда документ, фото, голосовое сообщение или ссылку.
roadmap-attach-button = Приложить документ
roadmap-attach =
    <b>{ $number } { $short }</b>
    Пришлите документ, фото, видео или голосовое сообщение, можно переслать из другого чата. Или напишите, где документ: ссылку или номер приказа.
roadmap-done = Готово без документа
roadmap-unneeded = Не требуется
roadmap-reopen = Вернуть в работу
roadmap-closed = Отмечено как выполненное, без документа.
roadmap-closed-by-file = Документ приложен, мероприятие закрыто.
roadmap-closed-by-note = Записано, мероприятие закрыто.
roadmap-file-added = Документ добавлен.
roadmap-file-large = Файл больше 20 МБ: в архив документов он не войдёт, сохраните его и у себя.
roadmap-note-added = Запись добавлена.
roadmap-closed-unneeded = Отмечено: не требуется.
roadmap-reopened = Мероприятие снова в работе.
roadmap-task-changed = Это мероприятие уже изменилось: на экране то, что есть сейчас.
roadmap-task-archived = Это мероприятие из прежней дорожной карты: она заменена и больше не меняется.
roadmap-sent-document = документ
roadmap-sent-photo = фото
roadmap-sent-voice = голосовое сообщение
roadmap-sent-audio = аудиозапись
roadmap-sent-video = видео
roadmap-sent-video_note = видеосообщение
roadmap-sent-animation = анимация

roadmap-stands-done = выполнено
roadmap-stands-done_earlier = выполнено раньше, до подтверждения карты
roadmap-stands-not_needed = не требуется
roadmap-stands-undated = без даты
roadmap-stands-overdue = срок был { DAY($due) }, просрочено на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
}
roadmap-stands-soon = { $days ->
    [0] сегодня последний день
    [one] остался { $days } день, до { DAY($due) }
    [few] осталось { $days } дня, до { DAY($due) }
   *[many] осталось { $days } дней, до { DAY($due) }
}

roadmap-days-one = { DATE($end) }
roadmap-days-month = { MONTH($start) }
roadmap-days-year = { $year } год
roadmap-days-range = с { DAY($start) } по { DATE($end) }
roadmap-days-years = с { DATE($start) } по { DATE($end) }
roadmap-days-until = до { DATE($end) }
roadmap-days-from = с { DATE($start) }
roadmap-deadline-unread = не понят
roadmap-deadline-recurring = { $freq ->
    [weekly] каждую неделю
    [monthly] каждый месяц
    [quarterly] каждый квартал
    [half-yearly] каждое полугодие
   *[yearly] каждый год
}, сначала { $first }{ $more ->
    [0] {""}
    [one] , потом ещё { $more } раз
    [few] , потом ещё { $more } раза
   *[many] , потом ещё { $more } раз
}
roadmap-deadline-continuous = в течение всего срока
roadmap-deadline-continuous-until = постоянно, до { DATE($end) }
roadmap-deadline-relative = по срокам программы
roadmap-deadline-relative-until = по срокам программы, не позднее { DATE($end) }
roadmap-deadline-none = без срока

roadmap-doubt-unread = срок не удалось прочитать
roadmap-doubt-partly_read = срок прочитан не целиком
roadmap-doubt-impossible_date = такого дня нет в календаре
roadmap-doubt-year_unknown = год не указан
roadmap-doubt-year_doubtful = год определён по соседним строкам
roadmap-doubt-spelling = в сроке опечатка
roadmap-doubt-ambiguous = срок можно понять по-разному
roadmap-doubt-approximate = срок назван приблизительно
roadmap-doubt-school_calendar = даты зависят от календаря школы
roadmap-doubt-alternatives = названо несколько сроков
roadmap-doubt-open_end = не сказано, когда заканчивается
roadmap-doubt-ends_before_it_starts = конец раньше начала
roadmap-doubt-before_document_date = срок раньше даты документа
roadmap-doubt-before_plan_start = срок раньше начала плана
roadmap-doubt-outside_plan_period = срок вне периода, на который составлен план
roadmap-doubt-outside_section = срок вне срока раздела
roadmap-doubt-deadline_inherited = срок взят у соседней строки или заголовка
roadmap-doubt-number_repeated = номер повторяется
roadmap-doubt-document_dates_differ = в документе разные даты
roadmap-doubt-title_periods_differ = в заголовках названы разные годы

roadmap-draft =
    <b>Черновик дорожной карты</b>
    { $title }

    { $activities ->
        [one] { $activities } мероприятие
        [few] { $activities } мероприятия
       *[many] { $activities } мероприятий
    }, { $questions ->
        [0] вопросов нет
        [one] { $questions } вопрос
        [few] { $questions } вопроса
       *[many] { $questions } вопросов
    }.
roadmap-draft-section = • { $name }: { $activities }{ $questions ->
    [0] {""}
   *[other] , вопросов { $questions }
}
roadmap-draft-more = И ещё разделов: { $more }
roadmap-draft-next =
    {""}
    { $questions ->
        [0] Просмотрите мероприятия и подтвердите. До подтверждения напоминаний не будет.
       *[other] Ответьте на вопросы, любую строку можно исправить, затем подтвердите. До подтверждения напоминаний не будет.
    }
roadmap-ask = Ответить на вопросы: { $questions }
roadmap-rows-button = Все мероприятия
roadmap-year-button = Учебный год: { $year }
roadmap-confirm-button = Подтвердить
roadmap-later = Позже
roadmap-draft-gone = Этот черновик уже подтверждён или заменён новым файлом. Откройте «Дорожная карта» в главном меню.

roadmap-year-ask =
    <b>Учебный год</b>
    { $title }

    { $changing ->
        [yes] Документ будет прочитан заново, исправления в черновике не сохранятся.
       *[no] В документе не сказано, на какой год он составлен, а от этого зависят сроки.
    } Выберите учебный год или напишите его, например: 2026/27.
roadmap-year-unread = Не получилось понять год. Напишите так: 2026/27.

roadmap-rows =
    <b>Мероприятия</b>, страница { $page } из { $pages }
    Чтобы исправить строку, нажмите её номер.

    { $list }
roadmap-row = <b>{ $number }</b> { $title }
roadmap-row-deadline = Срок: { $deadline }
roadmap-row-people = Исполнители: { $people }
roadmap-row-result = Результат: { $result }
roadmap-row-asks = <b>Нужен ответ</b>: { $doubt }
roadmap-row-note = <i>Обратите внимание: { $doubt }</i>
roadmap-row-removed = <i>Убрано из плана</i>
roadmap-to-draft = К черновику

roadmap-question = { $left ->
    [1] <b>Последний вопрос</b>
   *[other] <b>Вопросов осталось: { $left }</b>
}
roadmap-row-card = <b>{ $number } { $title }</b>
roadmap-row-read = Срок: <b>{ $deadline }</b>
roadmap-row-doubt = Сомнение: { $doubt }
roadmap-row-choose =
    {""}
    Нажмите ответ или напишите срок, например: до 20 сентября, с 1 по 15 октября.
roadmap-row-hint =
    {""}
    Чтобы исправить срок, напишите его, например: до 20 сентября, с 1 по 15 октября.
roadmap-answer-right = Срок верный
roadmap-answer-none = Без срока
roadmap-answer-year = В течение года
roadmap-title-button = Название
roadmap-result-button = Документ
roadmap-add-after-button = Новая строка
roadmap-up-button = Поднять
roadmap-down-button = Опустить
roadmap-edit-button = Исправить
roadmap-day-button = Календарь
roadmap-add-button = Добавить мероприятие
roadmap-people-none = Без исполнителей
roadmap-result-none = Документ не нужен
roadmap-people-button = Исполнители
roadmap-remove = Убрать из плана
roadmap-restore = Вернуть в план
roadmap-skip = Следующий вопрос
roadmap-settled = Записано: { $deadline }.
roadmap-saved = Исправлено.
roadmap-added = Добавлено. Теперь напишите срок, если он есть.
roadmap-moved-up = Строка поднята.
roadmap-moved-down = Строка опущена.
roadmap-edge = Дальше двигать некуда.
roadmap-draft-full = В дорожной карте уже { $limit } строк, больше не помещается. Уберите лишние.
roadmap-edit-ask =
    {""}
    Что исправить?
roadmap-day-ask =
    <b>{ $number } { $title }</b>
    Нажмите последний день срока. Если это не один день, напишите, например: с 1 по 15 октября.
roadmap-result-ask =
    { $result_known ->
        [yes] Сейчас: { $result }
       *[no] Документ не указан.
    }

    Напишите, что должно получиться: приказ, положение, отчёт. Если документов несколько, напишите каждый с новой строки.
roadmap-add-ask = Напишите название нового мероприятия. Срок, исполнителей и документ можно указать потом.
roadmap-typed-unread = Не получилось понять срок «{ $text }». Напишите, например: до 20 сентября, с 1 по 15 октября, ежемесячно.
roadmap-typed-impossible = В календаре нет такого дня: «{ $text }». Напишите срок ещё раз.
roadmap-title-ask =
    Сейчас: { $title }

    Напишите новое название мероприятия.
roadmap-people-ask =
    { $has_people ->
        [yes] Сейчас: { $people }
       *[no] Исполнители не указаны.
    }

    Напишите исполнителей через запятую.

roadmap-confirm =
    <b>Подтвердить дорожную карту?</b>
    Мероприятий: { $activities }, из них с датами: { $dated }.
    О сроках бот напомнит утром: в первый день, за 7 дней, в последний день и если срок прошёл.
roadmap-confirm-due = Ближайший срок: { DATE($due) }.
roadmap-confirm-unanswered = Вопросов без ответа: { $unanswered }. { $unanswered ->
    [1] Это мероприятие войдёт в карту без даты, напоминаний о нём
   *[other] Эти мероприятия войдут в карту без дат, напоминаний о них
} не будет.
roadmap-confirm-replaces = Действующая дорожная карта будет заменена: она уйдёт в архив вместе с отметками о выполнении.
roadmap-confirm-past =
    {""}
    Срок уже прошёл у { $count ->
        [one] { $count } мероприятия
       *[other] { $count } мероприятий
    }: { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }. { $count ->
        [1] Оно выполнено?
       *[other] Они выполнены?
    }
roadmap-replace = Заменить
roadmap-past-done = Да, выполнены
roadmap-past-open = Нет, оставить в работе
roadmap-past-moved = Назначить новый срок
roadmap-past-day =
    <b>Новый срок</b>
    Он будет у { $count ->
        [1] мероприятия, у которого
        [one] { $count } мероприятия, у которых
       *[other] { $count } мероприятий, у которых
    } срок прошёл: { $numbers }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }. Нажмите день или напишите дату.
roadmap-past-day-past = Этот день уже прошёл. Выберите сегодняшний или более поздний.
roadmap-past-unanswered = Пока Вы смотрели, у части мероприятий прошёл срок. Ответьте, пожалуйста, выполнены ли они.
roadmap-confirmed = Дорожная карта подтверждена. О сроках бот напомнит утром.
roadmap-confirmed-already = Эта дорожная карта уже подтверждена.

roadmap-stray =
    { $count ->
        [one] Получено: { $name }. К какому мероприятию это приложить?
        [few] Получено { $count } файла. К какому мероприятию их приложить?
       *[many] Получено { $count } файлов. К какому мероприятию их приложить?
    }
roadmap-file-named = «{ $name }»
roadmap-stray-other = Другое мероприятие
roadmap-stray-new = Это новая дорожная карта
roadmap-stray-pick = <b>К какому мероприятию приложить?</b>

roadmap-digest = { $places ->
    [1] <b>Дорожная карта</b>
   *[other] <b>Дорожная карта, { $organisation }</b>
}
roadmap-digest-overdue-head = <b>Просрочено</b>
roadmap-digest-overdue = • { $number } { $title }: срок был { DAY($due) }{ $times ->
    [0] {""}
    [one] , после него ещё { $times } раз
    [few] , после него ещё { $times } раза
   *[many] , после него ещё { $times } раз
}
roadmap-digest-last_day-head = <b>Сегодня последний день</b>
roadmap-digest-last_day = • { $number } { $title }
roadmap-digest-week_left-head = <b>Скоро срок</b>
roadmap-digest-week_left = • { $number } { $title }: { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
}, до { DAY($due) }
roadmap-digest-opens-head = <b>Начинается</b>
roadmap-digest-opens = • { $number } { $title }{ $has_due ->
    [yes] : до { DAY($due) }
   *[no] {""}
}
roadmap-digest-held-head = <b>Уже есть в боте</b>
roadmap-digest-held = • { $number }: { $kind ->
    [pairs] { roadmap-held-pairs }
    [surveys] { roadmap-held-surveys }
    [banks] { roadmap-held-banks }
    [mentors] { roadmap-held-mentors }
    [mentees] { roadmap-held-mentees }
   *[training] { roadmap-held-training }
}. Если это весь результат, мероприятие можно закрыть.
roadmap-digest-result = Открыть { $number }
roadmap-digest-more = и ещё { $count }
roadmap-digest-open = Открыть дорожную карту
roadmap-digest-late =
    <b>Сроки школ</b>
    Просрочено на { $days } рабочих дней и больше:
roadmap-digest-school = • { $school }: просрочено { $count }, самое давнее: { $number } до { DAY($due) }
roadmap-digest-board = Открыть сроки школ

roadmap-schools =
    <b>Сроки школ</b>
    { $count ->
        [0] Школ пока нет. Добавьте их: «Школы» в главном меню.
       *[other] { $late ->
            [0] Школ: { $count }, просроченных мероприятий нет ни у одной.
           *[other] Школ: { $count }, с просроченными мероприятиями: { $late }. Выберите школу, чтобы увидеть их.
        }
    }
roadmap-school = • { $name }: { $state ->
    [kept] закрыто { $closed } из { $total }, просрочено { $overdue }; своя карта: { $own ->
        [approved] утверждена, { $share } %
        [kept] есть, { $share } %, приказ не указан
        [lies] на подписи
        [draft] проект
       *[none] нет
    }
   *[none] { $own ->
        [lies] своя карта на подписи у руководителя
        [draft] своя карта в проекте
       *[none] дорожной карты ещё нет
    }
}
roadmap-school-card =
    <b>{ $name }</b>
    { $state ->
        [kept] Закрыто { $closed } из { $total }. { $overdue ->
            [0] Просроченных мероприятий нет.
           *[other] Просрочено: { $overdue }.
        }
       *[none] Действующей дорожной карты ещё нет.
    }
    Своя карта: { $own ->
        [approved] утверждена приказом № { $order } от { FULL($day) }, выполнено { $share } %.
        [kept] действует, выполнено { $share } %, приказ об утверждении не указан.
        [lies] проект на подписи у руководителя.
        [draft] готовится проект.
       *[none] нет.
    }
roadmap-school-more = и ещё { $more }
