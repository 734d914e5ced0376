"""Files in both directions, their limits, and that a file_id serves one bot."""

import struct
import zlib

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
)
from aiogram.types import (
    BufferedInputFile,
    InputMediaDocument,
    InputMediaPhoto,
    URLInputFile,
)

from sandbox import Person, Sandbox
from sandbox.files import UPLOAD_LIMIT, image_size


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + b"\0" * width for _ in range(height)))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


async def test_a_document_comes_and_goes(bot: Bot, anna: Person) -> None:
    sent = await bot.send_document(
        anna.id, BufferedInputFile(b"\x00\r\n--x\r\n\xff" * 9000, "Отчёт №1.docx"), caption="вот"
    )
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("Отчёт №1.docx", 81_000)
    assert anna.last is not None and anna.last.file is not None
    assert anna.last.file.data == b"\x00\r\n--x\r\n\xff" * 9000
    theirs = await anna.send_file("данные.csv", b"a;b", caption="мои")
    update = (await bot.get_updates(timeout=0))[-1]
    assert update.message is not None and update.message.document is not None
    assert update.message.document.mime_type == "text/csv"
    downloaded = await bot.download(update.message.document)
    assert downloaded is not None and downloaded.read() == b"a;b"
    again = await bot.send_document(anna.id, theirs.data["document"]["file_id"])
    assert again.document is not None and again.document.file_name == "данные.csv"


async def test_a_file_id_serves_one_bot(world: Sandbox, bot: Bot, anna: Person, new_bot) -> None:
    sent = await bot.send_document(anna.id, BufferedInputFile(b"x", "x.txt"))
    assert sent.document is not None
    other = new_bot(world, "77:" + "z" * 35)
    await other.get_me()
    await anna.with_bot(world.state.add_bot(other.token)).start()
    with pytest.raises(TelegramBadRequest, match="wrong file identifier/HTTP URL specified"):
        await other.send_document(anna.id, sent.document.file_id)
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await other.get_file(sent.document.file_id)


async def test_photos(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(anna.id, BufferedInputFile(png(30, 20), "x.png"), caption="вид")
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (30, 20)
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(anna.id, BufferedInputFile(b"not an image", "x.png"))
    with pytest.raises(TelegramBadRequest, match="can't use file of type Photo as Document"):
        await bot.send_document(anna.id, sent.photo[-1].file_id)
    with pytest.raises(TelegramEntityTooLarge):
        await bot.send_photo(
            anna.id, BufferedInputFile(png(1, 1) + bytes(10 * 1024 * 1024), "x.png")
        )
    assert image_size(b"GIF89a") == (0, 0)


async def test_what_people_can_send(bot: Bot, anna: Person) -> None:
    await anna.send_photo(png(2, 2), caption="фото")
    await anna.send_voice(seconds=7)
    await anna.send_video(b"film", seconds=9)
    await anna.send_sticker()
    await anna.send_contact("+79001112233")
    await anna.send_contact("+79004445566", "Мама", user_id=None)
    await anna.send_location(55.75, 37.61)
    messages = [u.message for u in await bot.get_updates(timeout=0)]
    photo, voice, video, sticker, own, other, place = [m for m in messages if m is not None]
    assert photo.photo and photo.caption == "фото"
    assert voice.voice is not None and voice.voice.duration == 7
    assert video.video is not None and video.video.duration == 9
    assert sticker.sticker is not None and sticker.sticker.emoji == "👍"
    assert own.contact is not None and own.contact.user_id == anna.id
    assert other.contact is not None and other.contact.user_id is None
    assert place.location is not None and place.location.latitude == 55.75


async def test_size_limits(bot: Bot, anna: Person) -> None:
    big = await anna.send_file("большой.zip", bytes(20 * 1024 * 1024 + 1))
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(big.data["document"]["file_id"])
    most = await bot.send_document(anna.id, BufferedInputFile(bytes(UPLOAD_LIMIT), "50.bin"))
    assert most.document is not None and most.document.file_size == UPLOAD_LIMIT
    with pytest.raises(TelegramEntityTooLarge, match="Request Entity Too Large"):
        await bot.send_document(anna.id, BufferedInputFile(bytes(UPLOAD_LIMIT + 1), "51.bin"))
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(anna.id, BufferedInputFile(b"", "0.bin"))


async def test_links_are_not_fetched(bot: Bot, anna: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="failed to get HTTP URL content"):
        await bot.send_document(anna.id, "https://example.org/x.pdf")
    assert URLInputFile  # aiogram would fetch these itself
    with pytest.raises(TelegramBadRequest, match="there is no document in the request"):
        await bot.send_document(anna.id, "")


async def test_albums(bot: Bot, anna: Person) -> None:
    files = [
        InputMediaDocument(media=BufferedInputFile(b"%d" % n, f"{n}.txt"), caption=f"№{n}")
        for n in range(3)
    ]
    sent = await bot.send_media_group(anna.id, files)
    assert len({message.media_group_id for message in sent}) == 1
    assert [m.file.name for m in anna.chat if m.from_bot and m.file] == ["0.txt", "1.txt", "2.txt"]
    broken = [*files[:1], InputMediaDocument(media="nonsense")]
    with pytest.raises(TelegramBadRequest, match="failed to send message #2"):
        await bot.send_media_group(anna.id, broken)
    mixed = [*files[:1], InputMediaPhoto(media=BufferedInputFile(png(1, 1), "x.png"))]
    with pytest.raises(TelegramBadRequest, match="can't be mixed"):
        await bot.send_media_group(anna.id, mixed)
    with pytest.raises(TelegramBadRequest, match="there is no messages to send"):
        await bot.send_media_group(anna.id, [])


async def test_downloads_need_the_right_token(world: Sandbox, bot: Bot, anna: Person) -> None:
    sent = await anna.send_file("a.txt", b"abc")
    file = await bot.get_file(sent.data["document"]["file_id"])
    other = "77:" + "z" * 35
    async with aiohttp.ClientSession() as session:
        for token, status in ((world.token, 200), (other, 404), ("bad", 404)):
            async with session.get(f"{world.url}/file/bot{token}/{file.file_path}") as response:
                assert response.status == status
