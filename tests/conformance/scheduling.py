"""Asks the program `schedules` for the schedules of requests, all at once."""

import subprocess


def schedules(program, requests):
    """What was written for each request, as bytes; a str that names a status where there is none."""
    asked = "".join(request + "\n" for request in requests).encode()
    out = subprocess.run([program], input=asked, capture_output=True, check=True).stdout
    answers, at = [], 0
    while at < len(out):
        end = out.index(b"\n", at)
        head, at = out[at:end].decode(), end + 1
        if head.startswith("! "):
            answers.append(head[2:])
        else:
            answers.append(out[at : at + int(head)])
            at += int(head)
    assert len(answers) == len(requests), out[:200]
    return answers
