# Подбор: кто кому подходит и почему.

pairs-match = Подобрать пары

match-programme =
    <b>Подбор пар</b>
    { $count ->
        [0] Сначала создайте программу: «Люди», «Программы» в главном меню.
       *[other] Для какой программы подбираем?
    }
match-list =
    <b>Подбор пар</b>: { $title }
    { $made ->
        [no] Бот сравнит запросы наставляемых с тем, в чём могут помочь наставники, и объяснит каждый выбор. Решаете Вы.
       *[yes] { $count ->
            [0] Предложений, ждущих решения, нет. { $alone ->
                [0] {""}
               *[other] Без пары: { $alone }.
            }
           *[other] Предложено пар: { $count }. { $alone ->
                [0] Наставник нашёлся для каждого.
               *[other] Без пары: { $alone }.
            } Чтобы увидеть причины, выберите номер.
        }
    }
match-row = { $n }. { $mentee } – { $mentor }, { $score } %
match-run = Подобрать
match-other-programme = Другая программа
match-started = Подбираю. Когда будет готово, придёт сообщение.
match-done = { $pairs ->
    [0] Подбор готов, но подходящих пар не нашлось.
   *[other] Подбор готов. Предложено пар: { $pairs }.
} { $alone ->
    [0] {""}
   *[other] Без пары: { $alone }.
}
match-look = Посмотреть
match-nobody = { $side ->
    [mentees] Некому подбирать пару: в программе нет наставляемых без пары.
   *[mentors] Некого предложить: в программе пока нет наставников.
}
match-card =
    <b>{ $mentee }</b>
    Наставник: <b>{ $mentor }</b>, совпадение { $score } %
match-card-none =
    <b>{ $mentee }</b>
    Наставник пока не найден, ожидание: { $days } дн. Почему:
match-pros = За:
match-cons = Обратите внимание:
match-reason = • { $reason }
match-accept = В черновики
match-drafted = Черновик готов. Приглашения отправите из черновиков.
match-another = Другой наставник
match-skip = Пока без пары
match-skipped = Отложено. В следующем подборе этот человек будет снова.
match-no-other = Других подходящих наставников со свободным местом нет.
match-no-room = У этого наставника больше нет свободных мест. Выберите другого.
match-decided = По этому предложению решение уже принято.
match-alone = Без пары ({ $alone })
match-alone-list =
    <b>Без пары</b>: { $count }
    Первыми те, кто ждёт дольше. Номер открывает карточку с другими наставниками.
match-alone-row = { $n }. { $mentee }, { $days } дн.: { $why }
match-all = Все в черновики ({ $count })
match-all-sure =
    Сделать черновиками все предложенные пары: { $count }? Участники пока ничего не узнают: приглашения отправите Вы.

    Тех, кто не нужен, сначала откройте и нажмите «Пока без пары».
match-all-yes = Да, все в черновики
match-all-made = Черновиков: { $count }.{ $left ->
    [0] {""}
   *[other] {" "}Не получилось: { $left }, у наставников не осталось мест. Откройте их карточки и выберите другого.
}

match-request = запрос «{ $request }», а наставник указал: «{ $competence }»
match-key = запрос и опыт совпадают: { $keys }
match-wish-both = назвали друг друга после общей встречи
match-wish-mentee = наставляемый назвал этого наставника
match-wish-mentor = наставник назвал этого наставляемого
match-subject = общий предмет: { $keys }
match-time = оба свободны: { $keys }
match-interests = общие интересы: { $keys }
match-language = общий язык: { $keys }
match-place = удобное место: { $keys }
match-con-request = запрос и опыт наставника не совпали по словам
match-con-time = нет общего свободного времени
match-con-subject = предметы разные
match-con-language = языки разные
match-con-place = удобные места разные
match-con-named-another = после общей встречи назван другой наставник
match-con-reserved = место этого наставника уже предложено другому: ему понадобится новый подбор
match-unchecked-consent = согласия: не проверено
match-unchecked-age = возраст: не проверено, год рождения не указан
match-unchecked-adult = проверка взрослого для работы с детьми: не отмечена

match-no-consent-mentee = нет согласия наставляемого
match-none-no-mentors = наставников пока нет
match-none-no-request = запрос не указан
match-none-taken = подходящие наставники ({ $count }) заняты
match-none-weak = ни один наставник не отвечает на запрос
match-none-no-consent-mentor = у наставников нет согласия
match-none-no-room = у наставников нет свободных мест
match-none-same-person = это один и тот же человек
match-none-other-form = другая форма наставничества
match-none-other-school = наставники другой школы
match-none-barred = в списке «не объединять»
match-none-relatives = родственники
match-none-declined = один из двоих уже отказался
match-none-class-teacher = классный руководитель, а просили не его
match-none-age = наставники хотят работать с другим возрастом
match-none-not-checked-adult = не отмечена проверка для работы с детьми
