# Документы, открытые всем участникам.

menu-shelf = Документы

shelf =
    <b>Документы</b>
    { $count ->
        [0] Пока ни одного.
       *[other] Нажмите на документ, чтобы получить его.
    }
    {""}
shelf-row = • { $kind }: { $title }, { DATE($on) }{ $own ->
    [yes] {""}
   *[no] {" "}({ $organisation })
}
shelf-kind-order = Приказ
shelf-kind-regulation = Положение
shelf-kind-roadmap = Дорожная карта
shelf-kind-programme = Программа
shelf-kind-personal = Персональная программа
shelf-plan = Программа: { $others }
shelf-kind-other = Документ
shelf-add = Добавить документ
shelf-remove = Убрать документ
shelf-send = Пришлите документ или фото. Его увидят все участники организации и тех, что ниже неё: персональных данных в нём быть не должно.
shelf-kind-ask = Что это за документ?
shelf-title-ask =
    Напишите название, под которым он будет виден.
    { $kept ->
        [no] {""}
       *[other] Или оставьте имя файла: <b>{ $title }</b>
    }
shelf-title-same = Оставить имя файла
shelf-added = Документ добавлен.
shelf-coming = Документ придёт отдельным сообщением.
shelf-caption = { $title }
shelf-remove-ask = Какой документ убрать? Участники больше не будут его видеть.
shelf-removed = Документ убран.
shelf-gone = Этого документа здесь больше нет.
shelf-full = Здесь уже { $most } документов: уберите лишние.
shelf-not-a-document = Нужен документ или фото документа: голос, видео и текст сюда не подойдут.
