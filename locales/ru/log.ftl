### Журнал обращений к персональным данным.

menu-journal = Журнал обращений к данным
log-title = Журнал обращений к данным
log-file-name = Журнал обращений к данным
log-caption = Журнал обращений к персональным данным. Записей: { $count }.
log-number = участник № { $number }
log-bot = бот
log-list =
    <b>Журнал обращений к персональным данным</b>
    { $topic ->
        [change] Изменения
        [export] Выгрузки
        [read] Просмотры
       *[all] Все записи
    } за { $days ->
        [7] 7 дней
        [30] 30 дней
       *[other] год
    }{ $named ->
        [yes] , в которых есть «{ $name }»
       *[no] {""}
    }: { $count }.
    { $count ->
        [0] Записей нет. Чтобы найти записи о человеке, напишите его фамилию.
       *[other] Напишите фамилию, чтобы видеть записи об одном человеке.
    }

log-line =
    { SHORT($at) } { TIME($at) } { $who }: { $deed }{ $has ->
        [name] . О ком: { $whose }
        [number] . О ком: участник № { $number }
       *[none] {""}
    }.
log-topic-all = Все записи
log-topic-change = Изменения
log-topic-export = Выгрузки
log-topic-read = Просмотры
log-period = { $days ->
        [7] За 7 дней
        [30] За 30 дней
       *[other] За год
    }
log-everybody = Обо всех
log-column-when = Когда
log-column-place = Организация
log-column-who = Кто
log-column-what = Что сделано
log-column-whose = О ком

## Что сделано (без точки в конце)

audit-answers-entered = внесены ответы на анкету (с бумаги или со слов), анкет: { $count }
audit-bank-exported = выгружены банки наставников и наставляемых
audit-card-read = открыта карточка в банке
audit-consent-given = записано согласие на обработку данных
audit-consent-withdrawn = согласие отозвано
audit-deputy-appointed = назначен заместитель, роль: { $role }
audit-deputy-over = срок заместителя закончился, роль: { $role }
audit-erasure-asked = получена просьба удалить данные
audit-erasure-confirmed = подтверждена просьба удалить данные
audit-erasure-refused = отклонена просьба удалить данные
audit-erased = данные стёрты
audit-feedback-entered = внесён отзыв о встрече (с бумаги или со слов)
audit-forms-printed = напечатаны бланки анкет, человек: { $count }
audit-invite-revoked = отозвана ссылка-приглашение, роль: { $role }
audit-journal = выгружен дневник пары
audit-listed-forgotten = стёрты записи без согласия по истечении 30 дней: { $count }
audit-log-exported = выгружен этот журнал
audit-match-bar = отмечено: этих двоих в пару не ставить
audit-match-pin = отмечено: эту пару составить обязательно
audit-match-rule-undone = снята отметка о паре
audit-match-weights = изменено, что важно при подборе пар
audit-mentor-check = отмечены обучение или проверка наставника
audit-loan-ended = соглашение о наставнике другой школы завершено
audit-mentor-lent = наставник предложен другой школе
audit-mentor-selection = принято решение об отборе наставника
audit-mentors-selected = отобраны наставники: { $count }
audit-meetings-exported = выгружен журнал встреч по парам
audit-model-paper = составлен документ программы
audit-outing-answered = ответ на встречу вне школы: { $answer ->
    [yes] согласие
   *[no] отказ
}
audit-own-data-sent = выгружены все данные о человеке по его просьбе
audit-person-refused = отказано в участии
audit-phone-given = разрешено показать телефон паре
audit-council-advised = рекомендация методического совета
audit-council-asked = трудность или итоги пары переданы методическому совету
audit-council-judged = итоги пары оценены методическим советом
audit-plan-approved = утверждена программа пары
audit-plan-returned = программа пары возвращена на доработку
audit-plan-shared = программа передана в банк программ управления
audit-plan-unshared = программа убрана из банка программ управления
audit-plan-read = прочитана программа пары
audit-plan-taken-out = выгружена программа пары
audit-phones-seen = показаны телефоны пары
audit-profile-changed = изменена запись в банке
audit-register-adults = выгружен реестр наставников и педагогов
audit-register-curators = выгружен реестр кураторов
audit-record-claimed = участник подключился к своей записи по личной ссылке
audit-records-merged = две записи одного человека стали одной
audit-record-released = Telegram отключён от записи участника
audit-representative-checked = подтверждено законное представительство
audit-representative-undone = отменено законное представительство
audit-request-voiced = внесён запрос
audit-roadmap-archive = выгружен архив документов дорожной карты
audit-roster-imported = загружен список людей: новых { $added }, обновлено { $changed }
audit-schools-imported = загружен список школ, новых: { $count }
audit-seat-ended = прекращена роль: { $role }
audit-seat-handed-over = переданы полномочия, роль: { $role }
audit-signed = внесён приказ № { $number } от { FULL($day) }
audit-support = отмечена поддержка ожидающего пару
audit-thread-read = прочитана переписка пары
audit-pair-report-read = прочитан отчёт о работе в паре
