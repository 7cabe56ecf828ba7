/*
 * The tokens of the strict reader: texts, numbers and words, each read where it stands. What was
 * read is unescaped in place; scan.c makes the tree of them.
 */
#ifndef PHB_JSON_TOKEN_H
#define PHB_JSON_TOKEN_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>

/* Lists and objects inside one another: no context allows more (context.c). */
#define PHB__JSON_LEVELS 32

struct phb__scanner {
    const phb_limits *limits;
    char *json; /* our copy, which texts are unescaped in; the byte before it is ours too */
    size_t size;
    size_t at;
    uint32_t values;
    uint32_t depth; /* containers that are open */
    struct {
        cJSON *node;
        bool is_object; /* or a list */
    } open[PHB__JSON_LEVELS];
    const char *key; /* of the member whose value comes next */
    phb_error *error;
};

/* All three return the status they set. */
phb_status phb__scan_fail(struct phb__scanner *scanner, size_t at, phb_status status,
                          const char *message);
phb_status phb__scan_syntax(struct phb__scanner *scanner, const char *message);
phb_status phb__scan_no_memory(struct phb__scanner *scanner);

/* The next byte, or -1 at the end. */
static inline int
phb__scan_peek(const struct phb__scanner *scanner)
{
    return scanner->at < scanner->size ? (unsigned char)scanner->json[scanner->at] : -1;
}

static inline void
phb__scan_space(struct phb__scanner *scanner)
{
    const char *at = scanner->json + scanner->at;
    const char *end = scanner->json + scanner->size;
    while (at < end && (unsigned char)*at <= ' ' &&
           (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        at++;
    }
    scanner->at = (size_t)(at - scanner->json);
}

/*
 * A text from its opening quote to behind its closing one. It never grows when it is unescaped, so
 * it is put together where it stands, and its closing quote makes room for the NUL.
 */
phb_status phb__scan_text(struct phb__scanner *scanner, const char **out_text);

/* A number as RFC 8259 has it, kept as its text (cJSON_Raw). */
phb_status phb__scan_number(struct phb__scanner *scanner, cJSON **out_node);

/* true, false or null. */
phb_status phb__scan_word(struct phb__scanner *scanner, cJSON **out_node);

#endif
