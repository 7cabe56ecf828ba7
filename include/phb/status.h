/**
 * @file
 * Whether a call could be carried out. A budget that breaks a rule is not an error: it yields
 * findings.
 */
#ifndef PHB_STATUS_H
#define PHB_STATUS_H

#include <stdint.h>

#include <phb/export.h>

PHB_BEGIN_DECLS

/** The outcome of a call. A code means one thing for ever; codes are only ever added. */
typedef enum phb_status {
    PHB_OK = 0,
    PHB_ERROR_ARGUMENT = 1, /**< NULL, a bad enum or a bad index: a mistake in the program */
    PHB_ERROR_STRUCT = 2,   /**< a struct whose size or unknown bytes this library cannot accept */
    PHB_ERROR_MEMORY = 3,   /**< an allocation failed */
    PHB_ERROR_INTERNAL = 4, /**< the library contradicted itself: please report it */
    PHB_ERROR_LIMIT = 5,    /**< more, longer or deeper than a limit allows */
    PHB_ERROR_UTF8 = 6,     /**< text that is not valid UTF-8, or holds NUL */
    PHB_ERROR_RANGE = 7,    /**< a number outside the bounds it may have */
    PHB_ERROR_DATE = 8,     /**< not a day of the calendar, or outside 1900 to 2199 */
    PHB_ERROR_DATE_AMBIGUOUS = 9, /**< the month has no such day and the caller asked to be told */
    PHB_ERROR_NOT_FOUND = 10,     /**< an id, line, column or key that is not there */
    PHB_ERROR_DUPLICATE = 11,     /**< a key or id given twice */
    PHB_ERROR_INCOMPLETE = 12,    /**< something needed is missing */
    PHB_ERROR_JSON_SYNTAX = 13,   /**< not JSON */
    PHB_ERROR_JSON_SHAPE = 14,    /**< JSON of another shape: type, key, list of values */
    PHB_ERROR_RATE_UNKNOWN = 15,  /**< no parameter of that key */
    PHB_ERROR_RATE_NOT_IN_FORCE = 16 /**< the law of that day is not held, or holds no such value */
} phb_status;

/**
 * How many statuses there are, PHB_OK included; they are 0 to this number less one.
 *
 * Threads: any.
 * Since: 0.1
 */
PHB_API int32_t phb_status_count(void);

/**
 * The name of a status, such as "RATE_NOT_IN_FORCE", or "UNKNOWN".
 *
 * Ownership: lent for ever.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_status_name(phb_status status);

/**
 * What a status means, one plain sentence.
 *
 * Ownership: lent for ever.
 * Threads: any.
 * Since: 0.1
 */
PHB_API const char *phb_status_message(phb_status status);

PHB_END_DECLS

#endif
