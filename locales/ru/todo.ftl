# Что ждёт решения куратора.

menu-todo = Дела

todo-kinds =
    <b>Дела</b>
    { $count ->
        [0] Сейчас ничего не ждёт Вашего решения.
       *[other] Ждут решения: { $count }
    }
todo-kind-people = Пришли по ссылке: { $count }
todo-kind-selection = Отбор наставников: { $count }
todo-ask-people = Эти люди присоединились по общей ссылке. Все ли они участники программы?
todo-ask-selection = Эти наставники заполнили анкету. Включить их в банк?
todo-thing-people = { $name }, { $placed ->
    [no] { $side ->
        [mentor] наставник
       *[mentee] наставляемый
    }
   *[other] { $place }
}
todo-thing-selection = { $name }{ $placed ->
    [no] {""}
   *[other] , { $place }
}
todo-things =
    { $ask }
    {""}
todo-row = { $n }. { $out ->
    [yes] <s>{ $thing }</s> – кроме
   *[no] { $thing }
}
todo-how =
    {""}
    Нажмите номер того, что пока решать не нужно. Остальных: { $count }, кроме: { $out }.{ $later ->
        [0] {""}
       *[other] {" "}Следующие { $later } придут, когда решите с этими.
    }
todo-approve = { $kind ->
    [verdicts] Передать остальных
    [representatives] Подтвердить остальных
   *[other] Утвердить остальных
}
todo-refuse = Отклонить отмеченных
todo-approved = { $kind ->
    [verdicts] Передано совету
    [representatives] Подтверждено
   *[other] Утверждено
}: { $count }.{ $changed ->
    [0] {""}
   *[other] {" "}Изменились, пока Вы смотрели, и остались в «Делах» ({ $changed }): { $names }
}
todo-refused = Отклонено: { $count }.
person-refused-notice = Куратор школы не подтвердил Ваше участие в программе. Если это ошибка, обратитесь к нему за новой ссылкой.
