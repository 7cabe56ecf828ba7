/**
 * @file
 * What went wrong, and where: a struct of the caller's own. The library keeps no last error.
 *
 * Messages name things, bounds and members of the documents' formats. They never quote what a
 * document says, not even an unknown key: these are health records.
 */
#ifndef PHB_ERROR_H
#define PHB_ERROR_H

#include <stdint.h>

#include <phb/status.h>

PHB_BEGIN_DECLS

/**
 * Filled by a call that fails; left alone by a call that succeeds. Every function takes it as its
 * last, optional argument: NULL when the status is enough. Initialise with PHB_ERROR_INIT.
 */
typedef struct phb_error {
    uint32_t size;     /**< sizeof(phb_error) of the caller */
    phb_status status; /**< what the call returned */
    int64_t position;  /**< byte offset in the document, from 0; -1 when there is none */
    char path[128]; /**< JSON Pointer of the value, "" for the whole document; cut at a whole token
                       when too long */
    char message[256]; /**< one plain sentence, no full stop */
} phb_error;

/** A fresh error. */
#define PHB_ERROR_INIT \
    { \
        sizeof(phb_error), PHB_OK, -1, "", "" \
    }

/**
 * Makes a fresh error: the function twin of PHB_ERROR_INIT, for bindings;
 * `size` is the sizeof of the caller.
 *
 * Errors: none; NULL is ignored.
 * Threads: any.
 * Since: 0.1
 */
PHB_API void phb_error_init(phb_error *error, uint32_t size);

PHB_END_DECLS

#endif
