/**
 * @file
 * Tables as text.
 */
#ifndef PHB_RENDER_H
#define PHB_RENDER_H

#include <phb/context.h>
#include <phb/table.h>
#include <phb/text.h>

PHB_BEGIN_DECLS

typedef enum phb_format {
    PHB_FORMAT_TEXT = 1, /**< aligned columns, for a terminal or plain mail */
    PHB_FORMAT_CSV = 2,  /**< RFC 4180, with a header; safe to open in a spreadsheet: a text that
                            a spreadsheet would take for a formula gets an apostrophe before it */
    PHB_FORMAT_MARKDOWN = 3,  /**< tables with bars, as GitHub and Pandoc read them; texts are shown
                                 as they are and never as markup */
    PHB_FORMAT_ICALENDAR = 4, /**< RFC 5545, for a calendar program; of a schedule alone */
    PHB_FORMAT_HTML = 5,      /**< a part of a page, to stand in a notebook or on a page of the
                                 host's: one section with its own style and no ids */
    PHB_FORMAT_HTML_PAGE = 6  /**< the same as a page of its own, to be saved, opened and printed;
                                 it asks for nothing and runs nothing */
} phb_format;

/**
 * Prints any table.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_table_render(phb_context *context, const phb_table *table, phb_format format,
                                    phb_text **out_text, phb_error *error);

/**
 * Writes any table as a JSON array of objects: pence as "1234.56", dates as "2026-04-06", no value
 * as null.
 *
 * Errors: ARGUMENT, MEMORY.
 * Ownership: the caller's, until phb_text_free.
 * Threads: any.
 * Since: 0.1
 */
PHB_API phb_status phb_table_to_json(phb_context *context, const phb_table *table,
                                     phb_text **out_text, phb_error *error);

PHB_END_DECLS

#endif
