#include "core/error.h"
#include "core/input.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* How large a caller's struct must be to hold all of a member. */
#define END_OF(member) (offsetof(phb_error, member) + sizeof(((phb_error *)NULL)->member))

static bool
has(const phb_error *error, size_t end)
{
    return error && error->size >= end;
}

static size_t
smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* An older message may be shorter than ours, a newer one longer: we use what both sides know. */
static size_t
message_capacity(const phb_error *error)
{
    if (!has(error, offsetof(phb_error, message))) {
        return 0;
    }
    return smaller(error->size - offsetof(phb_error, message), sizeof(error->message));
}

/* How much of a text fits, without cutting a character in two. */
static size_t
whole_prefix(const char *text, size_t room)
{
    size_t size = strlen(text);
    if (size <= room) {
        return size;
    }
    size_t cut = room;
    while (cut > 0 && ((unsigned char)text[cut] & 0xC0u) == 0x80u) {
        cut--;
    }
    return cut;
}

/* A pointer that loses its last tokens still points at something around the value. */
static size_t
whole_tokens(const char *path, size_t room)
{
    size_t size = strlen(path);
    if (size <= room) {
        return size;
    }
    size_t cut = room;
    while (cut > 0 && path[cut] != '/') {
        cut--;
    }
    return cut;
}

static void
set_message(phb_error *error, const char *subject, const char *rest)
{
    size_t capacity = message_capacity(error);
    if (capacity == 0) {
        return;
    }
    size_t first = whole_prefix(subject, capacity - 1);
    size_t second = 0;
    if (subject[first] == '\0') {
        second = whole_prefix(rest, capacity - 1 - first);
    }
    memcpy(error->message, subject, first);
    memcpy(error->message + first, rest, second);
    error->message[first + second] = '\0';
}

void
phb_error_init(phb_error *error, uint32_t size)
{
    const phb_error defaults = PHB_ERROR_INIT;
    phb__input_init(error, size, &defaults, sizeof defaults);
}

phb_status
phb__fail(phb_error *error, phb_status status)
{
    return phb__fail_about(error, status, phb_status_message(status), "");
}

phb_status
phb__fail_because(phb_error *error, phb_status status, const char *message)
{
    return phb__fail_about(error, status, message, "");
}

phb_status
phb__fail_about(phb_error *error, phb_status status, const char *subject, const char *rest)
{
    if (has(error, END_OF(status))) {
        error->status = status;
    }
    /* A struct that already served an earlier call must not lend its old place to this failure. */
    phb__error_at_position(error, -1);
    phb__error_at_path(error, "");
    set_message(error, subject, rest);
    return status;
}

void
phb__error_at_path(phb_error *error, const char *path)
{
    if (!has(error, END_OF(path))) {
        return;
    }
    size_t size = whole_tokens(path, sizeof(error->path) - 1);
    /* The new path may have been built from the old one, in place. */
    memmove(error->path, path, size);
    error->path[size] = '\0';
}

void
phb__error_at_position(phb_error *error, int64_t position)
{
    if (has(error, END_OF(position))) {
        error->position = position;
    }
}

void
phb__error_within(phb_error *error, const char *part)
{
    char path[2 * sizeof error->path] = "";
    if (!has(error, END_OF(path)) || strlen(part) >= sizeof error->path) {
        return;
    }
    memcpy(path, part, strlen(part) + 1);
    memcpy(path + strlen(part), error->path, strlen(error->path) + 1);
    phb__error_at_path(error, path);
}

const char *
phb__error_path(const phb_error *error)
{
    return has(error, END_OF(path)) ? error->path : "";
}

void
phb__error_rename(phb_error *error, const char *name, const char *other)
{
    size_t size = strlen(name);
    if (message_capacity(error) <= size || strncmp(error->message, name, size) != 0) {
        return;
    }
    char rest[sizeof error->message] = "";
    memcpy(rest, error->message + size, strlen(error->message + size));
    set_message(error, other, rest);
}
