/**
 * @file
 * What a document is, for a host that takes several kinds of them.
 */
#ifndef PHB_DOCUMENT_H
#define PHB_DOCUMENT_H

#include <stddef.h>

#include <phb/context.h>
#include <phb/error.h>

PHB_BEGIN_DECLS

/** The kinds of document that are read. 0 is none of them. */
typedef enum phb_document {
    PHB_DOCUMENT_BUDGET = 1, /**< phb-budget/1 */
    PHB_DOCUMENT_PLAN = 2,   /**< phb-plan/1 */
    PHB_DOCUMENT_POLICY = 3  /**< phb-policy/1 */
} phb_document;

/**
 * Which document some JSON says it is, by its `format`; 0 when that is none of the kinds there are.
 * Nothing else of it is looked at but that it is JSON; of two `format`s the first counts, and what
 * reads the document refuses the second. `json` need not end in NUL.
 *
 * Errors: ARGUMENT, JSON_SYNTAX, UTF8, LIMIT, MEMORY. The output is then untouched.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_document_of(phb_context *context, const char *json, size_t size,
                                   phb_document *out_document, phb_error *error);

PHB_END_DECLS

#endif
