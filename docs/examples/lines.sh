#!/bin/sh
# One document a line, as phb batch takes them: lines.sh FILE...
#
# The end of a line is white space between the parts of a JSON document, and never within a text.
for file in "$@"; do
    tr -d '\r\n' <"$file"
    echo
done
