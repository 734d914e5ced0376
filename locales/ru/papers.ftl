# Макеты документов программы.

menu-model-papers = Макеты документов
model-programme = { $count ->
    [0] Сначала создайте программу: «Люди», «Программы» в главном меню.
   *[other] Для какой программы нужны документы?
}
model-papers =
    <b>Макеты документов</b>
    Заполняются данными программы. Перед подписью проверьте и поправьте: это проекты в Word.
model-paper-introduction = Приказ о внедрении
model-paper-appointment = Приказ о кураторе и наставниках
model-paper-plan = Приказ об утверждении плана
model-paper-minutes = Протокол педсовета
model-paper-consent_mentor = Согласия наставников
model-paper-consent_mentee = Согласия наставляемых
model-paper-agreement = Соглашения пар
model-paper-programme = Персональные программы
model-paper-final = Приказ об итоговой встрече
model-paper-caption = { $paper }: проект, проверьте перед подписью.
model-file-introduction = prikaz-vnedrenie
model-file-appointment = prikaz-kurator-nastavniki
model-file-plan = prikaz-plan
model-file-minutes = protokol
model-file-consent_mentor = soglasiya-nastavnikov
model-file-consent_mentee = soglasiya-nastavlyaemykh
model-file-agreement = soglasheniya
model-file-programme = personalnye-programmy
model-file-final = prikaz-itog
