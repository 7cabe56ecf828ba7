# shellcheck shell=bash
# Shared by the tools: what is missing is installed, build folders are brought up to date. A tool
# sources this first and is then at the top of the source tree. Nothing here writes to standard
# output: that is the tool's own.
set -euo pipefail

# shellcheck disable=SC2034 # for tools that run something where the caller stands
caller_folder=$PWD
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

say() { echo "${0##*/}: $*" >&2; }
fail() {
    say "$@"
    exit 1
}

# --- What a tool needs -------------------------------------------------------------------------

lacking=() # what is not there, for people
packages=() # what brings it, for apt-get

# need_that NAME "PACKAGE..." TEST...: notes the packages unless the test passes. Tests try the
# thing itself, so a compiler or a Meson from elsewhere is as good as the distribution's.
need_that() {
    local name=$1 from=$2
    if ! "${@:3}" >/dev/null 2>&1; then
        lacking+=("$name")
        read -ra from <<<"$from"
        packages+=("${from[@]}")
    fi
}

need() { need_that "$1" "${*:2}" command -v "$1"; }            # need COMMAND PACKAGE...
need_pc() { need_that "$1" "${*:2}" pkg-config --exists "$1"; } # need_pc MODULE PACKAGE...

# A compiler without its C library or its sanitizers is found but of no use: link something.
links() { echo 'int main(void) { return 0; }' | "$@" -x c -o /dev/null -; }

need_to_build() {
    need_that gcc "gcc libc6-dev" links gcc
    need python3 python3
    need meson meson
    need ninja ninja-build
    need pkg-config pkg-config
    need_pc libcjson libcjson-dev
    need_pc libmd libmd-dev
    install_needed
}

need_venv() { need_that "python3's venv" python3-venv python3 -c 'import ensurepip, venv'; }

install_needed() {
    local as_root=()
    if [[ ${#packages[@]} -eq 0 ]]; then
        return
    fi
    command -v apt-get >/dev/null ||
        fail "please install: ${lacking[*]} (Debian calls it ${packages[*]}; there is no apt-get here)"
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null ||
            fail "please install as root: ${packages[*]} (there is no sudo here)"
        as_root=(sudo)
    fi
    say "installing ${packages[*]}, because these are missing: ${lacking[*]}"
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    "${as_root[@]}" apt-get update -qq >&2 || fail "apt-get update failed"
    "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${packages[@]}" >&2 ||
        fail "apt-get could not install: ${packages[*]}"
    lacking=() packages=()
}

# make_venv VENV REQUIREMENTS: an environment of Python's, made anew when what it holds has changed.
make_venv() {
    local venv=$PWD/$1 note=$1/.made-with wanted
    wanted=$(python3 -c 'import sys; print(sys.version)'; cat "$2")
    if [[ -f $note && $(<"$note") == "$wanted" ]]; then
        return
    fi
    say "making $1, once"
    rm -rf "$venv"
    python3 -m venv "$venv" &&
        "$venv/bin/pip" install -q --disable-pip-version-check -r "$2" >&2 ||
        fail "could not install what $2 lists"
    echo "$wanted" >"$note"
}

# --- Build folders -----------------------------------------------------------------------------

# Meson writes down which source tree a build folder belongs to: a copied or moved tree has others.
is_configured() {
    [[ -f $1/build.ninja ]] &&
        grep -qF "\"source\": \"$PWD\"" "$1/meson-info/meson-info.json" 2>/dev/null
}

# configure FOLDER COMPILER OPTION...: sets a build folder up, or changes it to these options. Meson
# is asked only when something differs from the last time; ninja sees changed build files by itself.
configure() {
    local folder=$1 compiler=$2 note=$1/.configured-with was=""
    if is_configured "$folder" && [[ -f $note ]]; then
        was=$(<"$note")
    fi
    if [[ $was == "${*:2}" ]]; then
        return
    fi
    # A reconfiguration keeps the compiler it began with, and notices new packages.
    if [[ ${was%% *} == "$compiler" ]] && meson setup --reconfigure "$folder" "${@:3}" >&2; then
        echo "${*:2}" >"$note"
        return
    fi
    rm -rf "$folder"
    # gcc goes with g++, clang with clang++.
    CC=$compiler CXX=${compiler/%gcc/g}++ meson setup "$folder" "${@:3}" >&2 || {
        say "could not set up $folder/: see $folder/meson-logs/meson-log.txt"
        return 1
    }
    echo "${*:2}" >"$note"
}

# The phb command in build/, whatever that was configured for: `test` asks for more than `demo`, and
# either is content with what the other left.
build_phb() {
    need_to_build
    if ! is_configured build; then
        say "setting up build/, once"
        configure build gcc --buildtype=release -Dcli=enabled >/dev/null 2>&1 ||
            configure build gcc --buildtype=release -Dcli=enabled # again, to be heard
    fi
    make_target build src/cli/phb
}

# make_target FOLDER TARGET: silent when there is nothing to do.
make_target() {
    ninja -C "$1" --quiet "$2" | sed '/^ninja: no work to do/d' >&2 ||
        fail "could not build $2 (if $1/ itself is at fault, delete it)"
}

# --- Results -----------------------------------------------------------------------------------

# c_sources FOLDER...: every C source, NUL-terminated, in one order everywhere.
c_sources() {
    local folder
    for folder in "$@"; do
        if [[ -d $folder ]]; then
            find "$folder" -type f -name '*.[ch]' -print0
        fi
    done | LC_ALL=C sort -z
}

# as_test RESULT NAME COMMAND...: runs a command as one test, with a JUnit result like Meson's.
as_test() {
    local result=$1 name=$2 verdict=""
    "${@:3}" || verdict="<failure/>"
    mkdir -p "$(dirname "$result")"
    printf '<testsuites><testsuite name="%s"><testcase name="%s">%s</testcase></testsuite></testsuites>\n' \
        "$name" "$name" "$verdict" >"$result"
}
