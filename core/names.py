"""Names of people, as much of them as a reader may see."""


def initialled(name: str) -> str:
    """First name and the initial of the surname: how a minor stands in chats, lists and logs.

    Russian rosters put the surname first and end with the patronymic ("Petrova Anna Sergeevna"):
    of three words the second is the first name. Of two, either may be; the surname is taken to
    stand last, as people introduce themselves, unless a roster was read (it knows the parts).
    """
    parts = name.split()
    if len(parts) < 2:
        return name
    first, last = (parts[1], parts[0]) if len(parts) > 2 else (parts[0], parts[1])
    return f"{first} {last[0]}."
