"""Asks the program `answers` its questions, all at once."""

import subprocess


def ask(program, questions):
    """The answers, in order."""
    asked = "".join(question + "\n" for question in questions)
    run = subprocess.run([program], input=asked, capture_output=True, text=True, check=True)
    answers = run.stdout.splitlines()
    assert len(answers) == len(questions), run.stdout
    return answers
