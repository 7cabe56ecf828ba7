"""What the tests of the rules share: documents as patches of a good one, and the program that checks
them.

A patch is a JSON merge patch (RFC 7386), and for lists more than that: {"0": {...}} changes an item,
{"0": null} takes it away, {"+": [...]} adds some. {"=": ...} takes the place of all that is there.
"""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
POLICY = {"format": "phb-policy/1", "name": "local", "version": "1"}
FOLDERS = ("budget", "plan")
NO_THEMES = ("good", "variants", "smallest")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def merged_list(target, patch):
    items = [merged(item, patch[str(i)]) if str(i) in patch else item
             for i, item in enumerate(target) if patch.get(str(i), {}) is not None]
    return items + patch.get("+", [])


def merged(target, patch):
    if not isinstance(patch, dict):
        return patch
    if "=" in patch:
        return patch["="]
    if isinstance(target, list):
        return merged_list(target, patch)
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


class Checker:
    """The program, kept running: it answers one document after another."""

    def __init__(self, program, mode):
        self.process = subprocess.Popen([program, mode], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)

    def ask(self, asked):
        """`asked` has a document, and perhaps a policy, as_of and superseded."""
        document, policy, superseded = (json.dumps(asked[key]) if key in asked else ""
                                        for key in ("document", "policy", "superseded"))
        lines = [document, policy, asked.get("as_of", ""), superseded]
        self.process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        self.process.stdin.flush()
        size = int(self.process.stdout.readline())
        return self.process.stdout.read(size + 1)[:size].decode()

    def report_of(self, asked):
        """The report, or the sentence that refuses the document, a text."""
        text = self.ask(asked)
        return text if text.startswith("!") else json.loads(text)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()


class Cases:
    """The cases of a folder, as what is to be asked about each."""

    def __init__(self, folder, hasher=None):
        self.folder = folder
        self.hasher = hasher
        self.good = read(HERE / folder / "good.json")
        variants = HERE / folder / "variants.json"
        self.variants = read(variants)["variants"] if variants.exists() else {}

    def themes(self):
        """The variants of a theme are there as long as it is looked at."""
        shared = self.variants
        for path in sorted((HERE / self.folder).glob("*.json")):
            if path.stem not in NO_THEMES:
                theme = read(path)
                self.variants = shared | theme.get("variants", {})
                yield path.stem, theme["cases"]
        self.variants = shared

    def patched(self, names, patch):
        document = self.good
        for name in names:
            document = merged(document, self.variants[name])
        return merged(document, patch)

    def asked_of(self, case):
        """Without those members that a case does not have."""
        names = case.get("as", [])
        asked = {"document": case["given"] if "given" in case
                 else self.patched(names, case.get("patch", {}))}
        if "signed" in case:
            signed = self.hasher.ask({"document": self.patched(names, case["signed"])})
            asked["document"] = merged(asked["document"], {"sign_off": {"content_hash": signed}})
        if "policy" in case:
            asked["policy"] = POLICY | case["policy"]
        if "superseded" in case:
            asked["superseded"] = merged(self.good, case["superseded"])
        if "as_of" in case:
            asked["as_of"] = case["as_of"]
        return asked
