# Список людей из файла или вставленной таблицы.

roster-programme = { $count ->
    [0] Чтобы загрузить список, сначала создайте программу: «Люди», «Программы» в главном меню.
   *[other] В какую программу загрузить список?
}
roster-send =
    <b>Список { $side ->
        [mentor] наставников
       *[mentee] наставляемых
    }</b>

    Пришлите файл .xlsx или .csv либо вставьте таблицу сообщением. Нужны фамилия и имя, хорошо бы ещё класс или должность.

    Сохранится только это, и видите это только Вы. Если человек не присоединится и не даст согласия за 30 дней, запись удалится.
roster-reading = Читаем «{ $name }». Когда закончим, придёт сообщение: до Вашего подтверждения ничего не сохранится.
roster-read-notice =
    Список «{ $name }» прочитан: людей { $people }{ $errors ->
        [0] {""}
       *[other] , строк с ошибками { $errors }
    }. Проверьте и подтвердите.
roster-look = Проверить список
roster-saved-notice = Список сохранён: добавлено { $added }, обновлено { $changed }.

roster-preview =
    <b>Пока ничего не сохранено</b>

    Новых: { $new }
    Уже есть, обновятся: { $updated }
    Похожи на записанных, пропустим: { $count }
    Повторы строк: { $repeated }
    Строк с ошибками: { $errors }
    Колонки: { $columns }
    {""}
roster-person = { $row }. { $name }, { $place }
roster-more = <i>и ещё { $more }</i>
roster-decided = С этим списком уже всё решено. Чтобы загрузить другой, откройте «Участники».
roster-save = Сохранить
roster-show-alike = Похожие имена
roster-show-errors = Строки с ошибками
roster-drop = Не сохранять
roster-saved = Список сохранён.
roster-saving = Список большой: сохраняем, придёт сообщение.
roster-dropped = Список не сохранён.

roster-column-name = имя
roster-column-surname = фамилия
roster-column-given = имя
roster-column-patronymic = отчество
roster-column-class = класс
roster-column-letter = буква класса
roster-column-post = должность
roster-column-born = год рождения (для сравнения, не сохраняется)
roster-column-phone = телефон (для сравнения, не сохраняется)

roster-errors =
    <b>Строки с ошибками</b>: { $count }
    Они не сохранятся. Исправьте в файле и пришлите его снова: повторов не будет.
    {""}
roster-error = Строка { $row }, «{ $cell }»: { $why }
roster-error-long = слишком длинно для имени
roster-error-signs = это не похоже на имя: есть цифры или знаки
roster-error-short = нужны фамилия и имя

roster-alike =
    <b>Похожие имена</b>: { $count }
    Это те же люди? Их мы пропустим. Нажмите на того, кто на самом деле другой человек.
    {""}
roster-alike-row = { $other ->
    [yes] Строка { $row }: { $name }, { $place }: другой человек, сохраним
   *[no] Строка { $row }: { $name }, { $place }. Похож: { $known }, { $known_place }
}
roster-alike-same = Тот же: { $name }
roster-alike-other = Другой: { $name }

roster-not-a-document = Список нужен документом .xlsx или .csv либо текстом сообщения.
roster-file-empty = Файл «{ $name }» пустой. Проверьте его и пришлите снова.
roster-file-too_large = Файл «{ $name }» слишком большой: бот может взять не больше 20 МБ.
roster-file-too_long = В файле «{ $name }» слишком много строк. Оставьте только список людей одной школы, до 3000 человек.
roster-file-too_many = В файле «{ $name }» больше 3000 человек. Разделите его на части, например по параллелям.
roster-file-no_roster = В «{ $name }» не нашлось списка людей. Нужна таблица с фамилией и именем в одной колонке или в двух соседних.
roster-file-bomb = Файл «{ $name }» устроен опасно, читать его нельзя. Сохраните таблицу заново и пришлите.
roster-file-damaged = Файл «{ $name }» повреждён. Откройте его, сохраните заново как .xlsx и пришлите.
roster-file-encrypted = Файл «{ $name }» защищён паролем. Снимите пароль и пришлите снова.
roster-file-entities = Файл «{ $name }» устроен опасно, читать его нельзя. Сохраните таблицу заново и пришлите.
roster-file-old_word = Файл «{ $name }» в старом формате. Сохраните его как .xlsx и пришлите.
roster-file-open_document = Файл «{ $name }» в формате OpenDocument. Сохраните его как .xlsx и пришлите.
roster-file-rich_text = Файл «{ $name }» в формате RTF. Сохраните его как .xlsx и пришлите.
roster-file-image = «{ $name }» это картинка. Пришлите таблицу .xlsx или .csv.
roster-file-scan = «{ $name }» это скан без текста. Пришлите таблицу .xlsx или .csv.
roster-file-unknown_format = Файл «{ $name }» не читается. Пришлите таблицу .xlsx или .csv.
