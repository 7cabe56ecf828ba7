#include "cli/batch_lines.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch_stop.h"

#define BLOCK_BYTES ((size_t)64 * 1024)

/* ---- reading ---- */

/* Puts what has come behind a text; 0 bytes at the end, and when told to stop. */
static size_t
read_block(struct batch_lines *lines, struct batch_text *out)
{
    while (!lines->at_end && stop_or_readable(lines->file) && text_reserve(out, BLOCK_BYTES)) {
        ssize_t size = read(lines->file, out->data + out->size, BLOCK_BYTES);
        if (size > 0) {
            out->size += (size_t)size;
            return (size_t)size;
        }
        if (size < 0 && errno != EINTR) {
            lines->error = errno;
        }
        lines->at_end = size == 0 || lines->error != 0;
    }
    return 0;
}

/* Just behind the last LF from an offset on; 0 when there is none. */
static size_t
behind_last_end(const struct batch_text *text, size_t from)
{
    size_t at = text->size;
    while (at > from && text->data[at - 1] != '\n') {
        at--;
    }
    return at > from ? at : 0;
}

static int64_t
count_ends(const struct batch_text *text)
{
    int64_t count = 0;
    size_t at = 0;
    while (at < text->size) {
        const char *end = memchr(text->data + at, '\n', text->size - at);
        if (!end) {
            break;
        }
        count++;
        at = (size_t)(end - text->data) + 1;
    }
    return count;
}

/* What follows a line that is too long is read and forgotten, up to the next line. */
static void
skip_line(struct batch_lines *lines, struct batch_text *out)
{
    out->size = LINE_BYTES_MAX;
    do {
        const char *end =
            lines->rest.size == 0 ? NULL : memchr(lines->rest.data, '\n', lines->rest.size);
        if (end) {
            size_t used = (size_t)(end - lines->rest.data) + 1;
            lines->rest.size -= used;
            memmove(lines->rest.data, lines->rest.data + used, lines->rest.size);
            break;
        }
        lines->rest.size = 0;
    } while (read_block(lines, &lines->rest) > 0);
    text_put(out, "\n");
}

bool
lines_read(struct batch_lines *lines, struct batch_text *out, int64_t *out_first)
{
    size_t end = 0;
    *out_first = lines->count + 1;
    text_put_bytes(out, lines->rest.data, lines->rest.size);
    end = behind_last_end(out, 0); /* a skipped line may have left whole ones */
    text_clear(&lines->rest);
    while (end == 0) {
        size_t before = out->size;
        if (read_block(lines, out) == 0) {
            bool is_last = lines->at_end && !stop_is_asked() && out->size > 0 && !out->failed;
            lines->count += is_last && lines->error == 0 ? 1 : 0;
            return is_last && lines->error == 0;
        }
        end = behind_last_end(out, before);
        if (end == 0 && out->size > LINE_BYTES_MAX) {
            skip_line(lines, out);
            end = out->size;
        }
    }
    text_put_bytes(&lines->rest, out->data + end, out->size - end);
    out->size = end;
    lines->count += count_ends(out);
    return !out->failed && !lines->rest.failed;
}

/* ---- one by one ---- */

/* White space of JSON. What is too long to be a document is none, whatever is in it. */
static bool
is_blank(const char *bytes, size_t size)
{
    size_t i = 0;
    while (i < size && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
        i++;
    }
    return i == size && size < LINE_BYTES_MAX;
}

bool
line_next(const struct batch_text *text, size_t *at, struct batch_line *out)
{
    if (*at >= text->size) {
        return false;
    }
    const char *bytes = text->data + *at;
    size_t left = text->size - *at;
    const char *end = memchr(bytes, '\n', left);
    size_t size = end ? (size_t)(end - bytes) : left;
    *at += size + (end ? 1 : 0);
    out->is_blank = is_blank(bytes, size);
    out->bytes = bytes;
    out->size = size > 0 && bytes[size - 1] == '\r' ? size - 1 : size;
    return true;
}
