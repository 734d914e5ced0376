# Встречи впереди: назначить, перенести, отменить; карточка после окончания.

menu-plans = Ближайшие встречи

plan-pair =
    <b>Назначить встречу</b>
    { $count ->
        [0] У Вас пока нет пары. Её создаёт куратор: как только он это сделает, придёт сообщение.
       *[other] С кем?
    }
plan-chip = { WEEKDAY($day) }, { SHORT($day) }, { $time }
plan-chip-own = Прежнее время: { SHORT($day) }, { $time }
plan-when =
    <b>{ $moves ->
        [yes] Другое время или место
       *[no] Назначить встречу
    }</b>
    С кем: { $who }

    Выберите время или напишите: «завтра 15:30», «12.10 в 16», «каждую среду в 15:30».
plan-another-day = Другой день
plan-day = Выберите день или напишите: «пятница 16:00».
plan-time =
    { DATE($day) }. { $count ->
        [0] В этот день свободного времени вне уроков уже нет. Напишите время сами, например «15:30», или выберите другой день.
       *[other] Во сколько? Время можно написать: «15:40».
    }
plan-not-read = Не получилось понять время. Напишите, например, «завтра 15:30».
plan-past = Это время уже прошло. Выберите другое.
plan-too-far = Назначить встречу можно не дальше чем на { $days } дней вперёд.
plan-own = Это время предложили Вы: ответит вторая сторона.
plan-settled = По этой встрече всё уже решено.
plan-reason-needed = Назовите причину: выберите или напишите.
plan-why = Почему переносите? Выберите или напишите, второй стороне это передадут.
meeting-reason-ill = Болезнь
meeting-reason-busy = Другие дела или уроки
meeting-reason-absent = Второй участник не пришёл
meeting-reason-road = Дорога, погода, связь
meeting-reason-pause = Пара на паузе
plan-paused = Пара на паузе до { DAY($until) }. Выберите день не раньше.
plan-card =
    <b>Встреча: { $who }</b>
    { WEEKDAY($day) }, { DAY($day) }, { $time }{ $zones ->
        [yes] {" "}({ $city }); у Вас ({ $own_city }) это { DAY($own_day) }, { $own_time }
       *[no] {""}
    }
    Длительность: { $minutes } мин
    Где: { $setting ->
        [online] онлайн
        [outside] вне школы
       *[school] в школе
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
plan-kind = Вид: { $kind }
plan-collision = <b>Пересечение:</b> { $name } в это время уже на встрече, начало в { $time }.
plan-in-lessons = <b>Это время уроков.</b> После отправки можно будет попросить об освобождении от урока.
plan-card-how =
    {""}
    Другое время или место можно написать.
plan-send = Отправить приглашение
plan-repeat = Повтор: { $repeat ->
    [no] нет
   *[other] { repeat-words }
}
plan-change-time = Другое время
plan-sent = Приглашение отправлено. Как только ответят, придёт сообщение.
plan-told = Встреча назначена, все участники группы получат сообщение.
plan-proposed =
    { $moved ->
        [yes] { $who } предлагает перенести встречу.
       *[no] { $who } приглашает на встречу.
    }
    { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } мин{ $repeat ->
        [no] {""}
       *[other] , и дальше { repeat-words }
    }
    Где: { $setting ->
        [online] онлайн
        [outside] вне школы
       *[school] в школе
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
plan-set =
    { $moved ->
        [yes] Встреча группы перенесена ({ $who }).
       *[no] Назначена встреча группы ({ $who }).
    }
    { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } мин{ $repeat ->
        [no] {""}
       *[other] , и дальше { repeat-words }
    }
    Где: { $setting ->
        [online] онлайн
        [outside] вне школы
       *[school] в школе
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
# Время встречи там, где у читателя другой часовой пояс.
time-in-both = { $time } ({ $city }), у Вас { $same ->
    [yes] {""}
   *[no] { DAY($own_on) },{" "}
}{ $own_time } ({ $own_city })
plan-accept = Подходит
plan-other-time = Другое время или место
plan-decline = Не смогу
plan-clash =
    { $clashes ->
        [yes] <b>Пересечение:</b> у Вас уже есть встреча { DAY($other_on) }, начало в { $other_time }. Новая ({ $who }) – { DAY($day) } в { $time }.
       *[no] Время { DAY($day) } в { $time } ({ $who }) ни с чем не пересекается.
    }
plan-accept-anyway = Всё равно подходит
plan-offer-other = Предложить другое время
plan-agreed =
    Договорились.{ $reminded ->
        [yes] {" "}Накануне бот напомнит.
       *[no] {""}
    }
plan-accepted =
    Встреча согласована ({ $who }): { WEEKDAY($day) }, { DAY($day) }, { $time }, { $minutes } мин.
    Где: { $setting ->
        [online] онлайн
        [outside] вне школы
       *[school] в школе
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
    { $waits ->
        [yes] Ждём согласия представителя на встречу вне школы: когда он ответит, придёт сообщение.
       *[no] {""}
    }
plan-called-off =
    { $missed ->
        [yes] { $who } отмечает: встречи { DAY($day) } в { $time } не было.
       *[no] { $who } не сможет прийти на встречу { DAY($day) } в { $time }, она отменена.
    } Причина: { $reason ->
        [ill] болезнь
        [busy] другие дела или уроки
        [absent] второй участник не пришёл
        [road] дорога, погода, связь
       *[other] { $reason }
    }.
plan-stays-away =
    { $who } не сможет прийти на встречу группы { DAY($day) } в { $time }, остальные встречаются. Причина: { $reason ->
        [ill] болезнь
        [busy] другие дела или уроки
        [absent] второй участник не пришёл
        [road] дорога, погода, связь
       *[other] { $reason }
    }.
plan-called-off-done = Записано. Вторая сторона получит сообщение с причиной.
plan-ics = В свой календарь
plan-ics-sent = Файл для календаря придёт следующим сообщением.
ics-meeting = Встреча: { $who }
ics-caption-round = Встречи { repeat-words }: откройте файл, и телефон добавит их в календарь.
ics-caption = Встреча { DAY($day) }: откройте файл, и телефон добавит её в календарь.

plans =
    <b>Ближайшие встречи</b>: { $count }
    { $count ->
        [0] Пока ничего не назначено.
       *[other] { $waits ->
            [0] Нажмите на встречу, чтобы перенести или отменить её.
           *[other] Ждут Вашего ответа: { $waits }.
        }
    }
plans-label = { SHORT($day) } { $time }, { $who }
plans-new = Назначить встречу
plans-hour = Напомнить за час: { $on ->
    [yes] да
   *[no] нет
}
plan-one =
    <b>Встреча: { $who }</b>
    { WEEKDAY($day) }, { DAY($day) }, { $time }{ $zones ->
        [yes] {" "}({ $city }); у Вас ({ $own_city }) это { DAY($own_day) }, { $own_time }
       *[no] {""}
    }
    Длительность: { $minutes } мин
    Где: { $setting ->
        [online] онлайн
        [outside] вне школы
       *[school] в школе
    }{ $placed ->
        [yes] , { $place }
       *[no] {""}
    }
    { $state ->
        [proposed] { $mine ->
            [yes] Ждём ответа второй стороны.
           *[no] Ждут Вашего ответа.
        }
        [planned] Договорились.{ $waits ->
            [yes] {" "}Ждём согласия представителя на встречу вне школы.
           *[no] {""}
        }
        [over] Время прошло. Как всё было?
        [held] Встреча записана.
        [missed] Встречи не было.
        [moved] Перенесена на другое время.
        [disputed] Решает куратор.
       *[cancelled] Отменена.
    }
plan-rounds = Повторяется: { repeat-words }
plan-me-away = Вы отказались: в этот раз группа встречается без Вас.
plan-others-away = Не придут: { $away }
plan-only-this = Изменится только эта встреча, остальные останутся по расписанию.
plan-cancel = Отменить
plan-stop-repeating = Больше не повторять
plan-repeats-no-more = Новые встречи по этому расписанию не появятся.
plan-reason = { $over ->
    [yes] Почему встречи не было? Выберите или напишите.
   *[no] Почему не получится? Выберите или напишите, второй стороне это передадут.
}

meeting-after-card =
    Встреча в { $time } ({ $who }, { $minutes } мин): как прошла?

    { $group ->
        [yes] Нажмите «Состоялась»: можно отметить, кого не было.
       *[no] Ваша оценка от 1 до 10 сразу запишет встречу. Видит её только куратор.
    }
meeting-after-several = Сегодня закончились встречи: { $count }. Отметьте, как они прошли.
meeting-after-one = { $time }, { $who }
meeting-after-button = Встреча в { $time }
meeting-after-held = Состоялась
meeting-after-move = Перенести
meeting-after-missed = Не вышло
meeting-hour-before =
    Через час встреча: { $who }, { $time }.{ $placed ->
        [yes] {" "}Где: { $place }
       *[no] {""}
    }
digest-meeting-ahead = Встреча: { WEEKDAY($held_on) }, { DAY($held_on) }, { $time }: { $who }{ $placed ->
    [yes] , { $place }
   *[no] {""}
}{ $waits ->
    [yes] . Ждём согласия представителя на встречу вне школы
   *[no] {""}
}
digest-meeting-untold = Не отмечено, состоялась ли встреча { DAY($held_on) } в { $time }: { $who }
digest-meeting-unmarked = Встреча { DAY($held_on) } без Вашей оценки: { $who }{ $confirmed ->
    [yes] {""}
   *[no] . Если не ответить, завтра она будет засчитана
}
digest-open-plan = Ближайшие встречи
digest-tell = Отметить встречу
digest-give-mark = Оценить встречу

# Уроки и освобождение от них.

lessons-button = Часы уроков
lessons =
    <b>Часы уроков: { $starts }–{ $ends }</b>
    В это время по учебным дням бот не пишет школьникам и не предлагает встречи. Чтобы изменить, напишите, например, «8:30-15:00».
lessons-set = Часы уроков записаны.
lessons-not-read = Не получилось понять. Напишите начало первого и конец последнего урока: «8:30-14:30».
release-ask = Освобождение от урока
release-asked = Заявление отправлено руководителю. Когда он подпишет, придёт сообщение.
release-not-needed = Эта встреча не во время уроков, освобождение не нужно.
release-open-desk = Открыть документы на подпись
release-caption = Заявление об освобождении от уроков { DAY($day) }. Впишите номер и дату на экране документов.
release-granted = Освобождение от уроков на встречу { DAY($day) } подписано.
sign-release = Освобождение от уроков { SHORT($day) }: { $name }
release-to = Руководителю: { $organisation }
release-title = Заявление об освобождении от уроков
release-text =
    Прошу освободить от уроков { DATE($day) } с { $start_time } до { $end_time } для встречи с наставником в рамках программы наставничества.
    Наставник: { $mentors }.
    Место встречи: { $place }.
release-no-place = не указано
release-number = №
release-pupil = Фамилия, имя обучающегося
release-signed =
    Заявитель: { $asked }, { DATE($asked_on) }
    Подпись ____________________
release-head = Решение руководителя: ____________________      № ________ от ______________
plan-repeat-unclear = Это можно понять двояко. Напишите «раз в две недели по понедельникам» или «второй понедельник месяца, каждый месяц».

# Как часто повторяется встреча.

repeat-words = { $repeat ->
    [weekly] { $several ->
        [yes] каждую неделю ({ DAYS($days) })
       *[no] { $weekday ->
            [0] каждый понедельник
            [1] каждый вторник
            [2] каждую среду
            [3] каждый четверг
            [4] каждую пятницу
            [5] каждую субботу
           *[other] каждое воскресенье
        }
    }
    [fortnightly] раз в две недели { $several ->
        [yes] ({ DAYS($days) })
       *[no] { $weekday ->
            [0] по понедельникам
            [1] по вторникам
            [2] по средам
            [3] по четвергам
            [4] по пятницам
            [5] по субботам
           *[other] по воскресеньям
        }
    }
   *[monthly] { $weekday ->
        [0] каждый { repeat-nth } понедельник
        [1] каждый { repeat-nth } вторник
        [2] каждую { repeat-nth } среду
        [3] каждый { repeat-nth } четверг
        [4] каждую { repeat-nth } пятницу
        [5] каждую { repeat-nth } субботу
       *[other] каждое { repeat-nth } воскресенье
    } месяца
}{ $ends ->
    [yes] {" "}до { DAY($until) }
   *[no] {""}
}
repeat-nth = { $weekday ->
    [2] { repeat-nth-her }
    [4] { repeat-nth-her }
    [5] { repeat-nth-her }
    [6] { $nth ->
        [1] первое
        [2] второе
        [3] третье
        [4] четвёртое
       *[other] последнее
    }
   *[other] { $nth ->
        [1] первый
        [2] второй
        [3] третий
        [4] четвёртый
       *[other] последний
    }
}
repeat-nth-her = { $nth ->
    [1] первую
    [2] вторую
    [3] третью
    [4] четвёртую
   *[other] последнюю
}
