#include "cli/document.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One byte more than a document may have: enough for the library to say that it is too long. */
#define BYTES_MAX (4u * 1024 * 1024 + 1)

bool
document_read(const char *name, struct document *out)
{
    bool is_standard = strcmp(name, "-") == 0;
    *out = (struct document){.name = name};
    FILE *file = is_standard ? stdin : fopen(name, "rb");
    if (!file) {
        fprintf(stderr, "phb: %s: %s\n", name, strerror(errno));
        return false;
    }
    out->bytes = malloc(BYTES_MAX);
    if (out->bytes) {
        out->size = fread(out->bytes, 1, BYTES_MAX, file);
    }
    bool is_read = out->bytes && !ferror(file);
    if (!is_read) {
        fprintf(stderr, "phb: %s: %s\n", name, out->bytes ? strerror(errno) : "out of memory");
        document_free(out);
    }
    if (!is_standard) {
        fclose(file);
    }
    return is_read;
}

void
document_free(struct document *document)
{
    free(document->bytes);
    document->bytes = NULL;
}

void
report_error(const char *name, const phb_error *error)
{
    fprintf(stderr, "phb: %s:", name);
    if (error->position >= 0) {
        fprintf(stderr, " byte %lld,", (long long)error->position);
    }
    fprintf(stderr, "%s%s%s %s\n", error->path[0] == '\0' ? "" : " ", error->path,
            error->path[0] == '\0' ? "" : ":", error->message);
}

bool
output_is_written(void)
{
    bool is_written = fflush(stdout) == 0 && !ferror(stdout);
    if (!is_written) {
        fprintf(stderr, "phb: the output could not be written\n");
    }
    return is_written;
}

bool
print_text(phb_text *text)
{
    (void)fwrite(phb_text_data(text), 1, phb_text_size(text), stdout);
    phb_text_free(text);
    return output_is_written();
}
