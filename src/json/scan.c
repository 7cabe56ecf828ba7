#include "json/scan.h"

#include <string.h>

#include "core/context.h"
#include "core/defend.h"
#include "json/node.h"
#include "json/token.h"

static phb_status
read_key(struct phb__scanner *scanner)
{
    if (phb__scan_peek(scanner) != '"') {
        return phb__scan_syntax(scanner, "a key in quotes is expected here");
    }
    phb_status status = phb__scan_text(scanner, &scanner->key);
    if (status != PHB_OK) {
        return status;
    }
    phb__scan_space(scanner);
    if (phb__scan_peek(scanner) != ':') {
        return phb__scan_syntax(scanner, "a colon is expected here");
    }
    scanner->at++;
    phb__scan_space(scanner);
    return PHB_OK;
}

static phb_status
create_node(struct phb__scanner *scanner, cJSON **out_node)
{
    int c = phb__scan_peek(scanner);
    if (c == '"') {
        const char *text = NULL;
        phb_status status = phb__scan_text(scanner, &text);
        if (status != PHB_OK) {
            return status;
        }
        *out_node = cJSON_CreateStringReference(text);
        return *out_node ? PHB_OK : phb__scan_no_memory(scanner);
    }
    if (c == '{' || c == '[') {
        if (scanner->depth == scanner->limits->json_levels) {
            return phb__scan_fail(scanner, scanner->at, PHB_ERROR_LIMIT,
                                  "lists and objects are nested too deeply");
        }
        scanner->at++;
        *out_node = c == '{' ? cJSON_CreateObject() : cJSON_CreateArray();
        return *out_node ? PHB_OK : phb__scan_no_memory(scanner);
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
        return phb__scan_number(scanner, out_node);
    }
    return phb__scan_word(scanner, out_node);
}

/* Hangs a new node into the innermost container, or makes it the root; owns it from here on. */
static phb_status
attach(struct phb__scanner *scanner, cJSON *node, cJSON **root)
{
    if (scanner->depth == 0) {
        *root = node;
        return PHB_OK;
    }
    cJSON *parent = scanner->open[scanner->depth - 1].node;
    bool added = scanner->open[scanner->depth - 1].is_object
                     ? cJSON_AddItemToObjectCS(parent, scanner->key, node)
                     : cJSON_AddItemToArray(parent, node);
    if (!added) {
        cJSON_Delete(node);
        return phb__scan_no_memory(scanner);
    }
    return PHB_OK;
}

/* One value (of a container, only its opening bracket). */
static phb_status
read_value(struct phb__scanner *scanner, cJSON **root)
{
    if (++scanner->values > scanner->limits->json_values) {
        return phb__scan_fail(scanner, scanner->at, PHB_ERROR_LIMIT,
                              "the document has too many values");
    }
    size_t start = scanner->at;
    cJSON *node = NULL;
    phb_status status = create_node(scanner, &node);
    if (status != PHB_OK || PHB__NEVER(!node)) {
        return status;
    }
    node->valueint = (int)start;
    status = attach(scanner, node, root);
    if (status == PHB_OK && (phb__node_is(node, cJSON_Object) || phb__node_is(node, cJSON_Array))) {
        scanner->open[scanner->depth].node = node;
        scanner->open[scanner->depth].is_object = phb__node_is(node, cJSON_Object);
        scanner->depth++;
    }
    return status;
}

/* Behind an opening bracket: closes an empty container, or goes to its first value. */
static phb_status
enter(struct phb__scanner *scanner, bool *out_value_follows)
{
    bool is_object = scanner->open[scanner->depth - 1].is_object;
    phb__scan_space(scanner);
    *out_value_follows = phb__scan_peek(scanner) != (is_object ? '}' : ']');
    if (*out_value_follows) {
        return is_object ? read_key(scanner) : PHB_OK;
    }
    scanner->at++;
    scanner->depth--;
    return PHB_OK;
}

/* Behind a value: closes what ends here, up to the next value or the end of the root. */
static phb_status
leave(struct phb__scanner *scanner)
{
    while (scanner->depth > 0) {
        bool is_object = scanner->open[scanner->depth - 1].is_object;
        phb__scan_space(scanner);
        int c = phb__scan_peek(scanner);
        if (c == ',') {
            scanner->at++;
            phb__scan_space(scanner);
            return is_object ? read_key(scanner) : PHB_OK;
        }
        if (c != (is_object ? '}' : ']')) {
            return phb__scan_syntax(scanner, is_object
                                                 ? "a comma or a closing brace is expected here"
                                                 : "a comma or a closing bracket is expected here");
        }
        scanner->at++;
        scanner->depth--;
    }
    return PHB_OK;
}

static phb_status
read_document(struct phb__scanner *scanner, cJSON **root)
{
    phb__scan_space(scanner);
    if (scanner->at == scanner->size) {
        return phb__scan_syntax(scanner, "the document is empty");
    }
    do {
        uint32_t depth = scanner->depth;
        bool value_follows = false;
        phb_status status = read_value(scanner, root);
        if (status == PHB_OK && scanner->depth > depth) {
            status = enter(scanner, &value_follows);
        }
        if (status == PHB_OK && !value_follows) {
            status = leave(scanner);
        }
        if (status != PHB_OK) {
            return status;
        }
    } while (scanner->depth > 0);
    phb__scan_space(scanner);
    return scanner->at == scanner->size
               ? PHB_OK
               : phb__scan_syntax(scanner, "there is more text after the document's end");
}

phb_status
phb__json_scan(struct phb__arena *arena, const char *json, size_t size, cJSON **out_root,
               phb_error *error)
{
    struct phb__scanner scanner = {
        .limits = phb__limits(arena->context), .size = size, .error = error};
    *out_root = NULL;
    if (size > scanner.limits->json_bytes) {
        return phb__scan_fail(&scanner, scanner.limits->json_bytes, PHB_ERROR_LIMIT,
                              "the document is longer than a document may be");
    }
    char *copy = phb__arena_bytes(arena, size + 1);
    if (!copy) {
        return phb__scan_no_memory(&scanner);
    }
    scanner.json = copy + 1;
    if (size > 0) {
        memcpy(scanner.json, json, size);
    }
    cJSON *root = NULL;
    phb_status status = read_document(&scanner, &root);
    if (status != PHB_OK) {
        cJSON_Delete(root);
        return status;
    }
    *out_root = root;
    return PHB_OK;
}

static bool
is_escaped(const char *json, size_t at)
{
    size_t backslashes = 0;
    while (backslashes < at && json[at - 1 - backslashes] == '\\') {
        backslashes++;
    }
    return backslashes % 2 == 1;
}

size_t
phb__json_key_offset(const char *json, size_t value_offset)
{
    size_t at = value_offset;
    while (at > 0 && json[at - 1] != '"') { /* white space and the colon */
        at--;
    }
    /* `at` is behind the closing quote; the opening one is the nearest quote that no backslash
     * escapes. */
    for (at = at > 0 ? at - 1 : 0; at > 0; at--) {
        if (json[at - 1] == '"' && !is_escaped(json, at - 1)) {
            return at - 1;
        }
    }
    return 0;
}
