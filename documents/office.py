"""Old and open formats turned into new ones by LibreOffice, where it is installed.

A stranger's file is opened in a profile of its own, without macros, links or a network, and for a
limited time. To be called in a process of its own, whose limit of memory holds here too.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess  # nosec B404
import tempfile
from pathlib import Path

PROGRAMS = ("soffice", "libreoffice")
# Shorter than the limit of whoever calls, so that nothing is left running behind.
SECONDS = 45
# Format -> what it becomes.
FORMATS = {"doc": "docx", "rtf": "docx", "odt": "docx", "xls": "xlsx", "ods": "xlsx"}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


def program() -> str | None:
    """The path of LibreOffice, None where it is not installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def converted(data: bytes, form: str) -> bytes | None:
    """The bytes of a file of one of FORMATS in its new format.

    None where LibreOffice is not installed, cannot read the file, or takes more than SECONDS.
    """
    executable = program()
    if executable is None:
        return None
    with tempfile.TemporaryDirectory(prefix="office") as folder:
        here = Path(folder)
        source, target = here / f"in.{form}", here / "out" / f"in.{FORMATS[form]}"
        source.write_bytes(data)
        user = here / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            executable,
            f"-env:UserInstallation={(here / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            FORMATS[form],
            "--outdir",
            str(target.parent),
            str(source),
        ]
        _run(command, here)
        return target.read_bytes() if target.is_file() else None


def _run(command: list[str], home: Path) -> None:
    """Run it with nothing of ours in its environment; end all it has started when it is late."""
    environment = {"HOME": str(home), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    process = subprocess.Popen(  # noqa: S603  # nosec B603
        command,
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
