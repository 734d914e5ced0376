"""Sending, editing, deleting, copying: what Telegram accepts and what it refuses."""

from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramNotFound
from aiogram.types import (
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from sandbox import Person, Sandbox

YES_NO = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Да", callback_data="yes"),
            InlineKeyboardButton(text="Нет", callback_data="no"),
        ]
    ]
)


async def test_a_message_arrives_with_its_formatting_and_buttons(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(
        anna.id, " <b>Здравствуйте</b>, Анна! ", parse_mode="HTML", reply_markup=YES_NO
    )
    assert anna.screen == sent.text == "Здравствуйте, Анна!"
    assert anna.buttons() == ["Да", "Нет"]
    assert sent.html_text == "<b>Здравствуйте</b>, Анна!"
    assert sent.reply_markup is not None
    assert sent.reply_markup.model_dump() == YES_NO.model_dump()
    assert sent.from_user is not None and sent.from_user.id == bot.id
    assert sent.chat.id == anna.id and sent.chat.full_name == "Анна Петрова"


async def test_message_ids_grow_within_a_chat(world: Sandbox, bot: Bot, anna: Person) -> None:
    boris = world.person("Борис")
    await boris.start()
    ids = [(await bot.send_message(anna.id, str(n))).message_id for n in range(3)]
    assert ids == [2, 3, 4]
    assert (await bot.send_message(boris.id, "?")).message_id == 2


async def test_dates_come_from_the_civil_clock(world: Sandbox, bot: Bot, anna: Person) -> None:
    moment = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
    world.clock.set(moment)
    assert (await bot.send_message(anna.id, "Доброе утро")).date == moment
    world.clock.set(moment, running=True)
    assert moment <= world.clock.now() < moment + timedelta(minutes=1)
    with pytest.raises(ValueError, match="aware"):
        world.clock.set(datetime(2027, 3, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("   ", "message text is empty"),
        ("я" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        ("<b>жирный", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("я<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ('<a href="x>y', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_texts_telegram_refuses(bot: Bot, anna: Person, text: str, told: str) -> None:
    with pytest.raises(TelegramBadRequest, match="Bad Request: ") as refused:
        await bot.send_message(anna.id, text, parse_mode="HTML")
    assert told in refused.value.message


async def test_the_length_is_counted_after_parsing(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, f"<b>{'я' * 4096}</b>", parse_mode="HTML")
    await bot.send_message(anna.id, "&lt;" * 4096, parse_mode="HTML")
    await bot.send_message(anna.id, "😀" * 2048)
    assert anna.screen == "😀" * 2048


async def test_markdown_is_refused_clearly(bot: Bot, anna: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="MarkdownV2 is not implemented"):
        await bot.send_message(anna.id, "*x*", parse_mode="MarkdownV2")
    with pytest.raises(TelegramBadRequest, match="unsupported parse_mode"):
        await bot.send_message(anna.id, "x", parse_mode="BBCode")


async def test_whom_a_bot_may_write_to(world: Sandbox, bot: Bot, anna: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(424242, "?")
    stranger = world.person("Виктор")
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "?")
    await anna.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "?")
    await anna.unblock()
    await bot.send_message(anna.id, "С возвращением")
    await anna.deactivate()
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(anna.id, "?")
    assert len(world.calls.refused(403)) == 3


async def test_an_edit_changes_the_same_message(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "Один", reply_markup=YES_NO)
    edited = await bot.edit_message_text("Два", chat_id=anna.id, message_id=sent.message_id)
    assert isinstance(edited, Message) and edited.edit_date is not None
    assert anna.screen == "Два" and anna.buttons() == []
    assert anna.last is not None and [v.text for v in anna.last.versions] == ["Один"]


async def test_an_edit_to_the_same_is_refused(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "Один", reply_markup=YES_NO)
    same = {"chat_id": anna.id, "message_id": sent.message_id, "reply_markup": YES_NO}
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message"):
        await bot.edit_message_text("<i></i>Один", parse_mode="HTML", **same)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_reply_markup(**same)
    await bot.edit_message_reply_markup(chat_id=anna.id, message_id=sent.message_id)
    assert anna.buttons() == []


async def test_what_cannot_be_edited(bot: Bot, anna: Person) -> None:
    async def edit(message_id: int) -> None:
        await bot.edit_message_text("новое", chat_id=anna.id, message_id=message_id)

    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await edit(77)
    theirs = await anna.send("моё")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await edit(theirs.id)
    board = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]])
    with_keyboard = await bot.send_message(anna.id, "x", reply_markup=board)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await edit(with_keyboard.message_id)
    file = await bot.send_document(anna.id, BufferedInputFile(b"x", "x.txt"))
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await edit(file.message_id)
    text = await bot.send_message(anna.id, "x")
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await bot.edit_message_caption(
            chat_id=anna.id, message_id=text.message_id, caption="подпись"
        )


async def test_captions_and_media_can_be_replaced(bot: Bot, anna: Person) -> None:
    sent = await bot.send_document(anna.id, BufferedInputFile(b"1", "a.txt"), caption="первый")
    place = {"chat_id": anna.id, "message_id": sent.message_id}
    await bot.edit_message_caption(caption="второй", **place)
    assert anna.screen == "второй"
    new = InputMediaDocument(media=BufferedInputFile(b"22", "b.txt"), caption="третий")
    await bot.edit_message_media(new, **place)
    assert anna.last is not None and anna.last.file is not None
    assert (anna.last.file.name, anna.last.file.data, anna.screen) == ("b.txt", b"22", "третий")
    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await bot.edit_message_caption(caption="я" * 1025, **place)


async def test_deleting(world: Sandbox, bot: Bot, anna: Person) -> None:
    first = await bot.send_message(anna.id, "раз")
    await bot.send_message(anna.id, "два")
    await bot.delete_message(anna.id, first.message_id)
    assert [m.text for m in anna.visible if m.from_bot] == ["два"]
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(anna.id, first.message_id)
    world.clock.set(world.clock.now() + timedelta(hours=49))
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(anna.id, first.message_id + 1)
    fresh = await bot.send_message(anna.id, "три")
    await bot.delete_messages(anna.id, [first.message_id, fresh.message_id, 999])
    assert anna.screen == "два"


async def test_replies(bot: Bot, anna: Person) -> None:
    question = await anna.send("Когда встреча?")
    reply = await bot.send_message(
        anna.id, "Завтра", reply_parameters=ReplyParameters(message_id=question.id)
    )
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "Когда встреча?"
    gone = ReplyParameters(message_id=999)
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(anna.id, "?", reply_parameters=gone)
    lenient = ReplyParameters(message_id=999, allow_sending_without_reply=True)
    assert (await bot.send_message(anna.id, "!", reply_parameters=lenient)).text == "!"


async def test_copies_and_forwards(world: Sandbox, bot: Bot, anna: Person) -> None:
    boris = world.person("Борис")
    await boris.start()
    original = await anna.send_file("план.docx", b"docx", caption="мой план")
    copy = await bot.copy_message(boris.id, anna.id, original.id, caption="план пары")
    assert boris.last is not None and boris.last.id == copy.message_id
    assert boris.screen == "план пары" and boris.last.file is not None
    assert boris.last.file.name == "план.docx"
    forwarded = await bot.forward_message(boris.id, anna.id, original.id)
    assert forwarded.forward_origin is not None and forwarded.caption == "мой план"
    several = await bot.copy_messages(boris.id, anna.id, [original.id, 999])
    assert len(several) == 1
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        await bot.copy_message(boris.id, anna.id, 999)
    with pytest.raises(TelegramBadRequest, match="message to forward not found"):
        await bot.forward_message(boris.id, anna.id, 999)


async def test_options_are_kept(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "тихо", disable_notification=True, protect_content=True)
    assert sent.has_protected_content
    assert anna.last is not None and "disable_notification" in anna.last.options
    with pytest.raises(TelegramBadRequest, match="can't be forwarded"):
        await bot.forward_message(anna.id, anna.id, sent.message_id)


async def test_the_small_methods(world: Sandbox, bot: Bot, anna: Person) -> None:
    sent = await bot.send_contact(anna.id, "+79001234567", "Борис")
    assert sent.contact is not None and sent.contact.phone_number == "+79001234567"
    poll = await bot.send_poll(anna.id, "Удобно?", ["Да", "Нет"])
    assert poll.poll is not None and [o.text for o in poll.poll.options] == ["Да", "Нет"]
    assert await bot.send_chat_action(anna.id, "typing")
    assert await bot.set_message_reaction(anna.id, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    assert (await bot.send_message(anna.id, "?", reply_markup=ForceReply())).text == "?"
    await bot.send_message(anna.id, "x", reply_markup=ReplyKeyboardRemove())
    assert await bot.pin_chat_message(anna.id, sent.message_id)
    chat = await bot.get_chat(anna.id)
    assert chat.first_name == "Анна" and chat.pinned_message is not None
    assert await bot.unpin_chat_message(anna.id)
    assert (await bot.get_chat_member(anna.id, anna.id)).status == "member"
    assert [e.kind for e in anna.events if e.kind in {"reaction", "pinned"}] == [
        "reaction",
        "pinned",
    ]
    assert world.calls.refused() == []


async def test_unknown_methods_and_tokens(world: Sandbox, bot: Bot, new_bot) -> None:
    assert (await bot.get_me()).username == "mentoring_test_bot"
    with pytest.raises(TelegramNotFound):
        await bot.get_my_star_balance()
    other = new_bot(world, "77:" + "z" * 35)
    assert (await other.get_me()).id == 77
    world.revoke(other.token)
    with pytest.raises(Exception, match="Unauthorized"):
        await other.get_me()
    with pytest.raises(TelegramNotFound):
        await new_bot(world, "77:short").get_me()
